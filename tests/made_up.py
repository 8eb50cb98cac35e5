"""Timelines made by hand, for tests that need a value and not a project."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from timeline.dates import Precision, Resolution
from timeline.diagnostics import Span
from timeline.model import (
    AnchorUse,
    Dating,
    Event,
    Narrative,
    Place,
    Record,
    Settings,
    Source,
    Speaker,
    Timeline,
    Topic,
)

DAY = Dating(
    phrase="on the 21st",
    resolution=Resolution(
        datetime.fromisoformat("2023-05-21T00:00+03:00"),
        datetime.fromisoformat("2023-05-22T00:00+03:00"),
        Precision.DAY,
        "bare-day-number",
        'By the rule "bare-day-number", the 21st is 21 May 2023.',
        edtf="2023-05-21",
    ),
    anchor=AnchorUse(kind="source", id="gazette", text="publication of the source, 22 May 2023"),
    zone="Europe/Kyiv",
)

UNKNOWN = Dating(
    phrase="unstated",
    resolution=Resolution(None, None, Precision.UNSTATED, "unstated", "The source gives no date."),
)

Made = TypeVar("Made", bound=Record)


def at(folder: str, record_id: str) -> dict[str, Any]:
    return {"id": record_id, "span": Span(f"content/{folder}/{record_id}.yml")}


def event(record_id: str, **fields: Any) -> Event:
    return Event(
        **{**at("events", record_id), "claim": f"Claim {record_id}.", "date": DAY, "said": UNKNOWN, **fields}
    )


def speaker(record_id: str, **fields: Any) -> Speaker:
    return Speaker(**{**at("speakers", record_id), "name": record_id.title(), **fields})


def place(record_id: str, **fields: Any) -> Place:
    return Place(**{**at("places", record_id), "name": record_id.title(), **fields})


def topic(record_id: str, **fields: Any) -> Topic:
    return Topic(**{**at("topics", record_id), "title": record_id.title(), **fields})


def source(record_id: str, **fields: Any) -> Source:
    return Source(**{**at("sources", record_id), "title": record_id.title(), **fields})


def narrative(record_id: str, **fields: Any) -> Narrative:
    return Narrative(**{**at("narratives", record_id), "label": record_id, "short": record_id, **fields})


def by_id(records: Iterable[Made]) -> Mapping[str, Made]:
    return {record.id: record for record in records}


def timeline(  # one list for each registry
    *,
    events: Iterable[Event] = (),
    speakers: Iterable[Speaker] = (),
    places: Iterable[Place] = (),
    topics: Iterable[Topic] = (),
    sources: Iterable[Source] = (),
    narratives: Iterable[Narrative] = (),
    settings: Settings | None = None,
) -> Timeline:
    return Timeline(
        settings=settings or Settings(),
        events=by_id(events),
        speakers=by_id(speakers),
        places=by_id(places),
        topics=by_id(topics),
        sources=by_id(sources),
        narratives=by_id(narratives),
        content_sha256="0" * 64,
    )
