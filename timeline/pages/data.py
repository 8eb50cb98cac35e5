"""The Data page: every data file, for whom it is, how to cite it, and what its fields mean.

What enters: the data files themselves, so that sizes and counts are theirs, and the tables of fields that they are made
from. What leaves: one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.exports import (
    CALENDAR_FILE,
    DATA_FILE,
    FEED_FILE,
    SCHEMA_FILE,
    SCHEMA_VERSION,
    DataFile,
    edition_of,
)
from timeline.exports.edition import ABOUT_ALL
from timeline.exports.feed import ENTRIES
from timeline.exports.fields import Field
from timeline.exports.geojson import OF_PLACES
from timeline.exports.json_schema import DEFINITIONS
from timeline.exports.writing import Json
from timeline.pages import words
from timeline.pages.blocks import Section, block, write
from timeline.pages.here import DATA, METHOD, Here
from timeline.pages.page import Page

OBJECTS_FIRST = ("claim", "dating", "anchor", "limit", "citation", "about", "relation", "figure", "quote")
"""The objects that readers of claims need, in the order in which they meet them; then the others."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the table shows it."""

    file: DataFile
    url: str
    size: str
    rows: str


@dataclass(frozen=True, slots=True)
class Described:
    """A field as the tables show it."""

    name: str
    form: str
    description: str


def data_page(here: Here, data: Iterable[DataFile]) -> Page:
    """Make the Data page."""
    edition = edition_of(here.timeline)
    files = [
        Listed(
            file,
            here.to(file.path),
            size(len(file.content)),
            "" if file.rows is None else words.count(file.rows, file.unit),
        )
        for file in data
    ]
    sections = [
        Section(level=1, id="data", title="Data", html=block("data-intro.html", files=here.to(DATA_FILE))),
        Section(
            level=2,
            id="cite",
            title="Cite and use it",
            html=block("data-cite.html", edition=edition, version=SCHEMA_VERSION),
        ),
        Section(
            level=2,
            id="files",
            title="Files",
            html=block("data-files.html", files=[one for one in files if one.file.format != "schema"]),
        ),
        Section(
            level=2,
            id="feeds",
            title="Feed and calendar",
            html=block(
                "data-feeds.html",
                feed=here.to(FEED_FILE),
                calendar=here.to(CALENDAR_FILE),
                entries=ENTRIES,
            ),
        ),
        Section(
            level=2,
            id="conventions",
            title="How values are written",
            html=block("data-conventions.html", method=here.to(METHOD, "dates")),
        ),
        Section(
            level=2,
            id="schemas",
            title="For those who write files",
            html=block("data-schemas.html", files=[one for one in files if one.file.format == "schema"]),
        ),
        Section(
            level=2,
            id="fields",
            title="Fields",
            html=block("data-fields-intro.html", schema=here.to(SCHEMA_FILE)),
        ),
        *_fields(),
    ]
    return Page(
        path=DATA,
        title="Data",
        description="All data files of this timeline: tables, map, calendar, feed and JSON, with licence and citation.",
        body=write(sections),
        kind="data",
        lang=here.timeline.settings.language,
        is_markdown=True,
    )


def _fields() -> Iterable[Section]:
    """Describe every object of the data, and what some files add to it."""
    yield _table("the-whole", "The whole", "Stands in every file.", _described(ABOUT_ALL))
    others = sorted(set(DEFINITIONS) - set(OBJECTS_FIRST))
    for name in (*OBJECTS_FIRST, *others):
        fields, about = DEFINITIONS[name]
        yield _table(f"field-{name}", name.capitalize(), about, _described(fields))
    yield _table(
        "field-geojson",
        "Only in claims.geojson",
        "Every feature has the columns of a claim as its properties, and two more.",
        [Described(one.name, form(one.schema), one.description) for one in OF_PLACES],
    )


def _table(anchor: str, title: str, about: str, rows: Sequence[Described]) -> Section:
    return Section(level=3, id=anchor, title=title, html=block("data-fields.html", about=about, rows=rows))


def _described(fields: Iterable[Field[Any]]) -> list[Described]:
    return [Described(field.name, form(field.schema), field.description) for field in fields]


def form(schema: Json) -> str:
    """Say in words what a JSON Schema allows."""
    if not isinstance(schema, dict):
        return "any"
    if isinstance(options := schema.get("anyOf"), list):
        return " or ".join(form(option) for option in options)
    if isinstance(reference := schema.get("$ref"), str):
        return reference.removeprefix("#/$defs/")
    if isinstance(values := schema.get("enum"), list):
        return ", ".join("null" if value is None else f"`{value}`" for value in values)
    if "const" in schema:
        return f"`{schema['const']}`"
    types = schema.get("type")
    names = types if isinstance(types, list) else [types]
    return " or ".join(_form_of(str(name), schema) for name in names)


def _form_of(name: str, schema: dict[str, Json]) -> str:
    if name == "array":
        inner = form(schema.get("items"))
        return f"list of {inner}{'s' if inner in {'id', 'text'} else ''}"
    if name == "boolean":
        return "true or false"
    if name == "string":
        if schema.get("minLength"):
            return "id"
        return "day" if schema.get("format") == "date" else "text"
    return name


def size(octets: int) -> str:
    """Write a size for people, in units of a thousand."""
    if octets < 1000:
        return f"{octets} B"
    if octets < 1_000_000:
        return f"{octets / 1000:.1f} kB" if octets < 10_000 else f"{octets / 1000:.0f} kB"
    return f"{octets / 1_000_000:.1f} MB"
