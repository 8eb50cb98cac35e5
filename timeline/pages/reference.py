"""Generated references: every field that a file can hold, and every code that the checks can give.

What enters: the tables that the validator itself works from. What leaves: two pages, so that neither can fall behind.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.codes import ALL
from timeline.dated import DateShape
from timeline.fields import RECORDS, SETTINGS_FIELDS
from timeline.pages.blocks import Section, block, write
from timeline.pages.here import CODES, FIELDS
from timeline.pages.page import Page
from timeline.shapes import Field, inner_fields
from timeline.wording import Wording, wording_for

ENGLISH = wording_for("en")
"""The language of both references: they are for contributors, and name what stands in files and programs."""

DATES = "A date is the words of the source, as they stand there, or a mapping with these fields where there is more to say."

STAGES = {
    "R": "Reading files",
    "F": "Fields",
    "D": "Dates",
    "L": "Links between records",
    "C": "Checks across records",
    "P": "Publishing",
}
"""What the letter of a code says."""


@lru_cache(maxsize=4)
def codes_page(words: Wording) -> Page:
    """List every diagnostic code with what it means and how to mend it: the same page in every preview of a language."""
    sections = [
        Section(
            level=1,
            id="codes",
            title=words.text("title.codes"),
            html=block("codes-intro.html", ENGLISH),
            in_english=True,
        ),
    ]
    stage = ""
    for code in ALL.values():
        if code.id[0] != stage:
            stage = code.id[0]
            sections.append(
                Section(level=2, id=f"stage-{stage.lower()}", title=STAGES.get(stage, stage), in_english=True)
            )
        html = block(
            "code.html",
            ENGLISH,
            code=code,
            paragraphs=[part for part in code.explanation.split("\n\n") if part.strip()],
        )
        sections.append(
            Section(level=3, id=code.id.lower(), title=f"{code.id} {code.name}", html=html, in_english=True)
        )
    return Page(
        path=CODES,
        title=words.text("title.codes"),
        description=words.text("reference.codes"),
        body=write(sections, words),
        kind="reference",
        lang=words.language,
        is_markdown=True,
    )


@lru_cache(maxsize=4)
def fields_page(words: Wording) -> Page:
    """List every field of every kind of record: the same page in every preview of a language."""
    tables = {"timeline.yml": SETTINGS_FIELDS} | {
        f"content/{folder}/": table for folder, table in RECORDS.items()
    }
    intro = block("fields-intro.html", ENGLISH)
    sections = [Section(level=1, id="fields", title=words.text("title.fields"), html=intro, in_english=True)]
    for place, table in tables.items():
        name = place.removeprefix("content/").rstrip("/").removesuffix(".yml")
        parts = [part for field in table if not isinstance(field.shape, DateShape) for part in _parts(field)]
        sections.append(
            Section(
                level=2,
                id=name,
                title=f"{name.capitalize()} ({place})",
                html=block("fields.html", ENGLISH, fields=table, parts=parts, intro=""),
                in_english=True,
            )
        )
    sections += [
        Section(
            level=2,
            id="dates",
            title="Dates",
            html=block("fields.html", ENGLISH, fields=DateShape.mapping.fields, parts=[], intro=DATES),
            in_english=True,
        )
    ]
    return Page(
        path=FIELDS,
        title=words.text("title.fields"),
        description=words.text("reference.fields"),
        body=write(sections, words),
        kind="reference",
        lang=words.language,
        is_markdown=True,
    )


def _parts(field: Field) -> list[tuple[str, Field]]:
    """List the fields inside a field that may be a mapping, under the name of that field."""
    return [(field.name, inner) for inner in inner_fields(field.shape)]
