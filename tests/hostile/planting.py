"""Records with words of our choice in every field that takes words, made from the tables that the validator reads by.

A new field or shape is planted by itself: `planted` knows the shapes, not the fields. What a shape of words may hold is
restricted for a few fields only, and those stand in `FIXED`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from timeline.citing import SOURCE_FIELDS, CitationShape
from timeline.dated import DateShape
from timeline.fields import RECORDS, SETTINGS_FIELDS
from timeline.scalars import Address, Choice, Contact, Day, Id, IdOf, Number, Pattern, Reference, Text, Truth
from timeline.shapes import Either, Field, Fields, Keyed, OneOrMore, Shape, Wrapped
from timeline.values import AboutShape, FigureShape, RelationsShape, StatusShape

Words = Callable[[str], str]
"""Gives the words for a place such as `events.quote.text`."""

OTHER = "other"
"""Id of a plain record in every folder, for fields that take nothing but an id."""

FIXED: Mapping[str, Any] = {
    "places.time_zone": "Europe/Kyiv",
    "places.latitude": 48.5,
    "places.longitude": 38,
    "settings.time_zone": "Europe/Kyiv",
    "settings.severities": {"C501": "note"},
    "settings.lanes": [OTHER],
    "settings.edit_url": "https://code.example.org/edit/main/",
    "settings.site_url": "https://example.org/planted/",
}
"""Fields whose words are a name of something else, which no text can stand for."""

PATTERNS = {"a language tag": "en", "a SHA-256 checksum": "0" * 64}


def planted(shape: Shape, words: Words, where: str) -> Any:  # noqa: C901, PLR0911, PLR0912 - one line for each shape
    """Give a value of a shape, as JSON, with words wherever the shape takes them."""
    match shape:
        case DateShape():
            return {"phrase": "2023-05-21", "basis": words(f"{where}.basis")}
        case Text() | Reference():
            return words(where)
        case Id():
            return f"old-{where.replace('.', '-').replace('_', '-')}"
        case IdOf():
            return OTHER
        case Choice():
            return shape.words[0]
        case Number():
            return 1 if shape.least is None else shape.least
        case Day():
            return "2023-05-24"
        case Truth():
            return "true"
        case Pattern():
            return PATTERNS[shape.name]
        case Address() | Contact():
            return f"https://example.org/{where}/javascript:m17()?onmouseover=m17&lt;script&gt;(m17)"
        case OneOrMore():
            return [planted(shape.of, words, where)]
        case Either():
            return planted(shape.mapping, words, where)
        case Wrapped():
            return planted(shape.of, words, where)
        case Keyed():
            return {planted(shape.key, words, f"{where}.key"): planted(shape.value, words, where)}
        case Fields():
            return record(shape.fields, words, where)
        case CitationShape():
            own = [field for field in shape.mapping.fields if field.name not in {"id", "no_url"}]
            return record(tuple(own), words, where)
        case FigureShape():
            return {"value": 1, "unit": words(f"{where}.unit")}
        case AboutShape():
            return [words(where), {OTHER: {"answer": "held", "basis": "inferred"}}]
        case RelationsShape():
            return [{"disputes": OTHER}]
        case StatusShape():
            return {"kind": "corrected", "reason": words(f"{where}.reason"), "date": "2023-05-24"}
    raise NotImplementedError(f"{where}: say here how words are planted in {type(shape).__name__}")


def record(fields: tuple[Field, ...], words: Words, where: str) -> dict[str, Any]:
    """Give a record with all of these fields."""
    return {
        field.name: FIXED[f"{where}.{field.name}"]
        if f"{where}.{field.name}" in FIXED
        else planted(field.shape, words, f"{where}.{field.name}")
        for field in fields
    }


def plain_records() -> dict[str, str]:
    """Give a plain record in every folder."""
    return {
        f"content/events/{OTHER}.yml": f"date: on the 21st\nplace: {OTHER}\nclaim: Another claim.\nsource: {OTHER}\nby: {OTHER}\n"
        f"about: {{{OTHER}: held}}\nquote: It is so.\n",
        f"content/narratives/{OTHER}.yml": "label: Another side\nparty: true\n",
        f"content/places/{OTHER}.yml": "name: Elsewhere\n",
        f"content/sources/{OTHER}.yml": "title: Another article\nno_url: Printed.\npublished: 2023-05-22\nlanguage: en\n",
        f"content/speakers/{OTHER}.yml": f"name: Somebody else\nnarrative: {OTHER}\n",
        f"content/topics/{OTHER}.yml": "title: What held?\nanswers: {held: It held, fell: It fell}\n",
    }


def planted_project(words: Words) -> dict[str, str]:
    """Give the files of a project with words in every field of every kind of record.

    The event names the records with files by what is planted in them, and describes a source of its own beside.
    """
    records = {
        folder: record(tuple(field for field in fields if field.name != "no_url"), words, folder)
        for folder, fields in RECORDS.items()
    }
    event = records["events"]
    event["source"] = [
        {"id": "planted", "locator": words("events.locator"), "excerpt": words("events.excerpt")},
        *event["source"],
    ]
    event["by"] = ["planted", *event["by"]]
    event["place"] = ["planted", *event["place"]]
    event["about"] = [*event["about"], {"planted": next(iter(records["topics"]["answers"]))}]
    event["narrative"]["id"] = "planted"
    records["sources"]["url"] = "https://example.org/planted"
    without_address = {
        name: value
        for name, value in record(SOURCE_FIELDS, words, "unaddressed").items()
        if name not in {"url", "archive_url"}
    }
    return {
        "timeline.yml": written(record(SETTINGS_FIELDS, words, "settings")),
        "mkdocs.yml": "site_name: Timeline\ntheme: material\nplugins: [search, timeline]\n",
        "docs/about.md": "# About\n\nWritten by hand.\n",
        **plain_records(),
        **{f"content/{folder}/planted.yml": written(fields) for folder, fields in records.items()},
        "content/sources/unaddressed.yml": written(without_address),
        "content/events/simple.yml": written(
            {
                "date": "2023-05-21",
                "claim": words("simple.claim"),
                "place": words("simple.place"),
                "source": "unaddressed",
                "quote": words("simple.quote"),
                "by": words("simple.by"),
            }
        ),
    }


def written(fields: Mapping[str, Any]) -> str:
    """Write a record as a file: JSON, one field a line, which is YAML too."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
