"""The Data page: every data file, for whom it is, how to cite it, and what its fields mean.

What enters: the data files themselves, so that sizes and counts are theirs, and the tables of fields that they are made
from. What leaves: one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from timeline.exports import (
    CALENDAR_FILE,
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
from timeline.pages.blocks import Section, block, write
from timeline.pages.here import DATA, METHOD, Here
from timeline.pages.page import Page
from timeline.pages.template import in_english
from timeline.wording import Wording, volume_days

OBJECTS_FIRST = ("claim", "dating", "anchor", "limit", "citation", "about", "relation", "figure", "quote")
"""The objects that readers of claims need, in the order in which they meet them; then the others."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the table shows it."""

    file: DataFile
    url: str
    title: Markup
    use: Markup
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
    edition, words = edition_of(here.timeline), here.words
    text = words.text
    files = [
        Listed(
            file,
            here.to(file.path),
            said_of(file, "title", here.words),
            said_of(file, "use", here.words),
            size(here.words, len(file.content)),
            "" if file.rows is None else here.words.count(f"unit.{file.unit}", file.rows),
        )
        for file in data
    ]
    sections = [
        Section(level=1, id="data", title=text("title.data"), html=block("data-intro.html", words)),
        Section(
            level=2,
            id="cite",
            title=text("data.cite"),
            html=block("data-cite.html", words, edition=edition, version=SCHEMA_VERSION),
        ),
        *_dossier(here),
        Section(
            level=2,
            id="files",
            title=text("data.files"),
            html=block("data-files.html", words, files=[one for one in files if one.file.format != "schema"]),
        ),
        Section(
            level=2,
            id="feeds",
            title=text("data.feeds"),
            html=block(
                "data-feeds.html",
                words,
                feed=here.to(FEED_FILE),
                calendar=here.to(CALENDAR_FILE),
                entries=ENTRIES,
            ),
        ),
        Section(
            level=2,
            id="conventions",
            title=text("data.conventions"),
            html=block("data-conventions.html", words, method=here.to(METHOD, "dates")),
        ),
        Section(
            level=2,
            id="schemas",
            title=text("data.schemas"),
            html=block(
                "data-schemas.html", words, files=[one for one in files if one.file.format == "schema"]
            ),
        ),
        Section(
            level=2,
            id="fields",
            title=text("data.fields"),
            html=block("data-fields-intro.html", words, schema=here.to(SCHEMA_FILE)),
        ),
        *_fields(words),
    ]
    return Page(
        path=DATA,
        title=text("title.data"),
        description=text("data.described"),
        body=write(sections, words),
        kind="data",
        lang=words.language,
        is_markdown=True,
    )


def said_of(file: DataFile, what: Literal["title", "use"], words: Wording) -> Markup:
    """Name a file, or say what it is for; in English where there is no message."""
    if file.format == "schema":
        folder = file.name.removeprefix("schema/").removesuffix(".json")
        key = "file.schema-settings" if folder == "settings" else "file.schema"
        if what == "use":
            return Markup("{}").format(words.text(key, folder=f"content/{folder}/"))
    key = f"file.{file.name.replace('.', '-')}.{what}"
    if key in words.messages:
        return Markup("{}").format(words.text(key))
    return in_english(words, file.title if what == "title" else file.use)


def _dossier(here: Here) -> Iterable[Section]:
    """Link the printed book, if there is one, or its volumes."""
    if here.dossier:
        volumes = [
            (here.to(volume.file), volume.file, volume_days(here.words, volume), len(volume.claims))
            for volume in here.dossier
        ]
        yield Section(
            level=2,
            id="dossier",
            title=here.words.text("data.dossier"),
            html=block("data-dossier.html", here.words, volumes=volumes),
        )


def _fields(words: Wording) -> Iterable[Section]:
    """Describe every object of the data, and what some files add to it."""
    yield _table(words, "the-whole", "The whole", "Stands in every file.", _described(ABOUT_ALL))
    others = sorted(set(DEFINITIONS) - set(OBJECTS_FIRST))
    for name in (*OBJECTS_FIRST, *others):
        fields, about = DEFINITIONS[name]
        yield _table(words, f"field-{name}", name.capitalize(), about, _described(fields))
    yield _table(
        words,
        "field-geojson",
        "Only in claims.geojson",
        "Every feature has the columns of a claim as its properties, and two more.",
        [Described(one.name, form(one.schema), one.description) for one in OF_PLACES],
    )


def _table(words: Wording, anchor: str, title: str, about: str, rows: Sequence[Described]) -> Section:
    html = block("data-fields.html", words, about=about, rows=rows)
    return Section(level=3, id=anchor, title=title, html=html, in_english=True)


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


def size(words: Wording, octets: int) -> str:
    """Write a size for people, in units of a thousand."""
    if octets < 1000:
        return words.text("size.b", number=octets)
    if octets < 1_000_000:
        return words.text("size.kb", number=words.decimal(octets / 1000, 1 if octets < 10_000 else 0))
    return words.text("size.mb", number=words.decimal(octets / 1_000_000, 1))
