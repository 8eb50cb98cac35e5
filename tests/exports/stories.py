"""Timelines for the tests of exports, and the claims of one as flat rows, made from its JSON alone."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.align.test_whole import timelines
from tests.builders import claim, timeline
from tests.escapes.hostile import EVERYTHING
from tests.exports.test_timeline_json import WHOLE
from timeline.compiler import compile_project
from timeline.exports import DATA_FILE, data_files
from timeline.model import (
    Change,
    Citation,
    Figure,
    Place,
    Quote,
    Settings,
    Status,
    Timeline,
)
from timeline.removal import without_removed
from timeline.source.folder import read_folder

NOTATIONS = (
    "21",
    "21 05:26",
    "21 05:26z",
    "2023-04",
    "..20",
    "20..",
    "19..21",
    "?",
    "21 18-24",
    "~17",
    "20z",
)
"""Dates in the notation of the builders: a day, minutes, a month, open ones, an interval, none, an evening, days."""


@cache
def real() -> Timeline:
    inputs, findings = read_folder(Path(__file__).resolve().parents[2])
    return compile_project(inputs, findings=findings, site=False).timeline


@cache
def torture() -> Timeline:
    """One claim for each hostile string, with it in every field that holds text."""
    texts = [text for text in EVERYTHING if text.strip()]
    events = [
        claim(
            f"c{number:03}",
            NOTATIONS[number % len(NOTATIONS)],
            about="what",
            title=text,
            note=text,
            tags=(text, "x"),
            quote=Quote(text=text, translation=text, translator=text),
            narrative_basis=text,
            places=("there",),
            citations=(Citation(source="article", locator=text, excerpt=text),),
            status=Status(kind="withdrawn", reason=text, date="2023-06-01"),
            history=(Change(date="2023-05-30", change=text, reason=text),),
        )
        for number, text in enumerate(texts)
    ]
    events = [
        replace(event, claim=text, date=replace(event.date, phrase=text, basis=text, limits=(text, text)))
        for event, text in zip(events, texts, strict=True)
    ]
    built = timeline(*events)
    place: Place = replace(built.places["there"], name=texts[0], note=texts[0])
    return replace(
        built,
        settings=Settings(
            title="Ort; Zeit, \\ und <Tag>",
            site_url="https://example.org/a/timeline",
            licence="CC-BY-4.0",
            citation="=HYPERLINK(1)",
        ),
        places={"there": place},
    )


@cache
def many() -> Timeline:
    """A project of 300 claims, with relations, figures and removed ones."""
    events = []
    for number in range(300):
        event = claim(
            f"c{number:03}",
            NOTATIONS[number % len(NOTATIONS)],
            ("ua", "ru")[number % 2],
            said="22",
            about="what=yes",
            relations={"disputes": f"c{number - 1:03}"} if number % 5 == 4 else (),
            figures=(Figure(measure="drones", value=Decimal(-number), unit="drones"),)
            if number % 9 == 0
            else (),
            history=(Change(date=f"2023-06-{number % 28 + 1:02}", change="added"),) if number % 3 else (),
        )
        if number % 50 == 7:
            event = replace(event, status=Status(kind="removed", reason="safety", date="2023-07-01"))
        events.append(event)
    return without_removed(timeline(*events))


def empty() -> Timeline:
    return timeline(lanes=[])


def small() -> Timeline:
    return without_removed(WHOLE)


ANY_TIMELINE = timelines().map(lambda events: without_removed(timeline(*events)))

STORIES = {"real": real, "torture": torture, "many": many, "whole": small, "empty": empty}

every_story = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)


def document(whole: Timeline) -> Any:
    return json.loads(data_files(whole)[DATA_FILE])


def flat(record: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Take the objects in a record apart, and leave its lists."""
    for name, value in record.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def claims(whole: Timeline) -> dict[str, dict[str, Any]]:
    """The claims as flat rows by id; of a removed one its id and status."""
    rows = {}
    for record in document(whole)["claims"]:
        row = dict(flat(record))
        if row.get("status") == "removed":
            row = {"id": row["id"], "status.kind": "removed"}
        rows[row["id"]] = row
    return rows


def present(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None and value != []}
