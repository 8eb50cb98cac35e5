"""Which column means which field: guessed from its name, or as the user says.

What enters: the names of the columns, a mapping of the user's, and single wishes. What leaves: a meaning for every column and for
what holds for all rows. What it refuses: to pass over a column in silence. One that nobody knows goes into the note of its
claim, under its own name, unless the user says `ignore`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from timeline.contribute.spreadsheet.table import spelling

NumericOrder = Literal["day-first", "month-first"]

MEANINGS: Mapping[str, str] = {
    "claim": "what is claimed",
    "title": "a short headline",
    "date": "when it happened, as written",
    "time": "its time of day",
    "reading": "the editor's reading of the date, in EDTF",
    "basis": "why the editor reads it so",
    "end_date": "when it ended",
    "end_time": "the time of day when it ended",
    "year": "year of its date",
    "month": "month of its date",
    "day": "day of its date",
    "end_year": "year of its end",
    "end_month": "month of its end",
    "end_day": "day of its end",
    "place": "where it happened",
    "latitude": "of the place",
    "longitude": "of the place",
    "exactness": "of the place's position: exact, vicinity, locality or region",
    "by": "who says so",
    "via": "through whom it reached the source",
    "said": "when it was said",
    "narrative": "the lane: whose side",
    "topic": "what it is about",
    "kind": "occurrence, state, assessment or forecast",
    "source": "id or title of the source, or its address",
    "source_url": "address of the source",
    "source_published": "when the source was published",
    "source_author": "who wrote it",
    "source_publisher": "who published it",
    "source_language": "its language",
    "archive_url": "a public archive's copy of it",
    "locator": "where in the source",
    "excerpt": "the words that carry the claim",
    "quote": "words that the source itself quotes",
    "tags": "keywords",
    "figure": "a number that the claim gives; the column's name is what it measures",
    "note": "into the note, under the column's name",
    "id": "the claim's id",
    "ignore": "left out",
}
"""What a column may mean."""

_NAMES: Mapping[str, str] = {
    "claim": "claim|description|text|what|what happened|event description|summary|details|statement|content|body|опис|описание"
    "|твердження|утверждение|текст|beschreibung|description de l evenement|descripción|descripcion|narration|incident description",
    "title": "title|headline|name|event|event title|event name|incident|заголовок|назва|название|titel|titre|título|titulo",
    "date": "date|start date|event date|date of event|when|incident date|date of incident|day of event|start|date start"
    "|дата|дата події|дата события|datum|fecha|date de l evenement",
    "time": "time|start time|hour|time of day|event time|local time|час|время|uhrzeit|zeit|heure|hora",
    "end_date": "end date|date end|end|until|to date|finish date|дата закінчення|дата окончания|enddatum|date de fin|fecha de fin",
    "end_time": "end time|time end",
    "year": "year|start year|рік|год|jahr|année|annee|año",
    "month": "month|start month|місяць|месяц|monat|mois|mes",
    "day": "day|start day|день|tag|jour|día|dia",
    "end_year": "end year",
    "end_month": "end month",
    "end_day": "end day",
    "place": "place|location|where|site|city|town|location name|event location|address|місце|место|ort|lieu|lugar",
    "latitude": "latitude|lat|широта|breite|breitengrad|latitud",
    "longitude": "longitude|lon|lng|long|довгота|долгота|länge|längengrad|longitud",
    "exactness": "exactness|accuracy|geo accuracy|location accuracy",
    "reading": "reading|edtf",
    "basis": "basis|reasoning",
    "by": "by|speaker|who said|who says|who says so|claimant|claimed by|according to|said by|мовець|спікер|sprecher|sprecherin|portavoz",
    "via": "via|through|reported by|relayed by|agency",
    "said": "said|date said|said on|when said|date of statement|statement date|reported on|gesagt am",
    "narrative": "narrative|side|group|party|lane|camp|perspective|сторона|camp politique|lado",
    "topic": "topic|about|question|issue|theme|subject|тема|питання|вопрос|thema|sujet|tema",
    "kind": "kind|kind of claim",
    "source": "source|sources|source name|source title|publication|outlet|reference|document|media outlet|джерело|источник"
    "|quelle|quellen|fuente",
    "source_url": "source url|url|link|source link|media|web address|href|source 1|link to source|посилання|ссылка",
    "source_published": "source published|published|published on|publication date|date published|source date|article date"
    "|дата публікації|дата публикации|veröffentlicht|veröffentlicht am|date de publication|fecha de publicación",
    "source_author": "source author|author|byline|автор|autor|auteur",
    "source_publisher": "source publisher|publisher",
    "source_language": "source language|language|lang",
    "archive_url": "archive url|archive|archived|archive link|archived url|archived copy|wayback",
    "locator": "locator|page|paragraph|pages|seite nr",
    "excerpt": "excerpt|quotation|passage|snippet",
    "quote": "quote|direct quote|zitat|цитата",
    "tags": "tags|tag|keywords|category|categories|type|labels",
    "note": "note|notes|comment|comments|remarks|примітка|примечание|anmerkung|bemerkung",
    "id": "id|event id|claim id|key|slug|uid",
}
"""Names that people give such columns, as `spelling` writes them, in the languages that dates are read in. They are from the
published templates of spreadsheets for timelines and from what the words mean; a name that could mean two things is missing: an actor, or who, may be somebody who speaks or
somebody who is spoken of."""

KNOWN: Mapping[str, str] = {
    spelling(name): meaning for meaning, names in _NAMES.items() for name in (*names.split("|"), meaning)
}

MANY = frozenset({"note", "ignore", "tags", "figure"})
"""What several columns may mean."""


DATE_PARTS = frozenset({"date", "time", "year", "month", "day"})
DATE_PARTS |= {f"end_{part}" for part in DATE_PARTS}
"""Meanings of columns that make one date together."""


class MappingError(Exception):
    """What the user says of the columns does not hold; the message says why."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A meaning for every column."""

    meanings: tuple[str, ...]
    """By the number of the column, from 0."""

    guessed: frozenset[int] = frozenset()
    unknown: frozenset[int] = frozenset()
    """Those that only go into the note because nothing else is known of them."""

    constants: Mapping[str, str] = field(default_factory=dict)
    """What holds for all rows whose own cell is empty."""

    numeric_dates: NumericOrder | None = None

    def of(self, meaning: str) -> int | None:
        """Give the column of a meaning."""
        return self.meanings.index(meaning) if meaning in self.meanings else None

    def all_of(self, meaning: str) -> tuple[int, ...]:
        """Give all columns of a meaning."""
        return tuple(number for number, each in enumerate(self.meanings) if each == meaning)


def columns_of(
    header: Iterable[str],
    given: Mapping[str, str],
    *,
    constants: Mapping[str, str] | None = None,
    numeric_dates: NumericOrder | None = None,
) -> Columns:
    """Find the meaning of every column.

    Args:
        header: The names of the columns.
        given: What the user says: name of a column -> meaning. It wins over every guess.
        constants: Meaning -> text for all rows whose own cell is empty.
        numeric_dates: How the sheet writes dates such as 03/04/2023, if the user knows.

    Raises:
        MappingError: A name or meaning does not exist, or two columns mean the same.
    """
    names = list(header)
    for name in given:
        if name not in names:
            raise MappingError(f"there is no column “{name}”{_near(name, names)}")
    for meaning in (*given.values(), *(constants or {})):
        if meaning not in MEANINGS:
            raise MappingError(f"`{meaning}` is nothing that a column can mean{_near(meaning, MEANINGS)}")
    meanings: list[str] = []
    guessed: set[int] = set()
    unknown: set[int] = set()
    taken = set(given.values()) - MANY
    for number, name in enumerate(names):
        if name not in given:
            meaning = KNOWN.get(spelling(name), "")
            guessed.add(number)
            if not meaning or (meaning not in MANY and meaning in {*taken, *meanings}):
                unknown.add(number)
                meaning = "note"
        else:
            meaning = given[name]
            if meaning not in MANY and meaning in meanings:
                first = names[meanings.index(meaning)]
                raise MappingError(
                    f"both “{first}” and “{name}” would be the {meaning}; say `ignore` or `note` of one"
                )
        meanings.append(meaning)
    return Columns(
        tuple(meanings), frozenset(guessed), frozenset(unknown), dict(constants or {}), numeric_dates
    )


def _near(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, list(names), n=1)
    return f"; did you mean “{near[0]}”?" if near else f"; there are: {', '.join(names)}"
