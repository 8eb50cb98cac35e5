"""Timelines built in a few words, for every test that needs one.

`claim("zelensky", "21", lane="ua")` is an event on 21 May 2023; `timeline(claim(...), ...)` puts events together and
makes every record that they mention. Dates are written as

    "21"            the whole of 21 May 2023
    "21 18-24"      its evening (a part of the day)
    "21 05:26"      a minute of it; "~21 05:26" about that minute
    "2023-05"       a month
    "16..18"        16 to 18 May 2023
    "..21"          by 21 May; "20.." since 20 May
    "?"             unstated

A `z` at the end, as in "21 05:26z", gives an offset of three hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from timeline.dates import Precision, Resolution
from timeline.diagnostics import Span
from timeline.model import (
    UNSTATED,
    About,
    Answer,
    Bound,
    Citation,
    Dating,
    Event,
    Narrative,
    Place,
    Relation,
    RelationKind,
    Settings,
    Source,
    Speaker,
    Timeline,
    Topic,
)

LANES = {"ru": ("Russian side", True), "ua": ("Ukrainian side", True), "other": ("Others", False)}
"""Lanes that every built timeline has, unless it names its own."""


def resolution(written: str) -> Resolution:
    """Make a resolution from the notation above."""
    zone = timezone(timedelta(hours=3)) if written.endswith("z") else None
    text = written.removesuffix("z")
    approximate = text.startswith("~")
    text = text.removeprefix("~")

    def day(number: str) -> datetime:
        return datetime(2023, 5, int(number), tzinfo=zone)

    def made(
        earliest: datetime | None, latest: datetime | None, precision: Precision, part: str | None = None
    ) -> Resolution:
        rule = "unstated" if precision is Precision.UNSTATED else "bare-day-number"
        return Resolution(earliest, latest, precision, rule, f"Read as {written}.", part, approximate)

    one = timedelta(days=1)
    if text == "?":
        return made(None, None, Precision.UNSTATED)
    if match := re.fullmatch(r"(\d+)", text):
        return made(day(match[1]), day(match[1]) + one, Precision.DAY)
    if match := re.fullmatch(r"(\d+) (\d+)-(\d+)", text):
        start, end = (
            day(match[1]) + timedelta(hours=int(match[2])),
            day(match[1]) + timedelta(hours=int(match[3])),
        )
        return made(start, end, Precision.PART_OF_DAY, "evening" if int(match[2]) >= 18 else "early morning")
    if match := re.fullmatch(r"(\d+) (\d+):(\d+)", text):
        start = day(match[1]) + timedelta(hours=int(match[2]), minutes=int(match[3]))
        return made(start, start + timedelta(minutes=1), Precision.MINUTE)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        year, month = int(match[1]), int(match[2])
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
        return made(datetime(year, month, 1, tzinfo=zone), end, Precision.MONTH)
    if match := re.fullmatch(r"(\d*)\.\.(\d*)", text):
        return made(
            day(match[1]) if match[1] else None, day(match[2]) + one if match[2] else None, Precision.INTERVAL
        )
    raise ValueError(written)


def dating(written: str, **more: Any) -> Dating:
    """Make a date, its phrase being the notation itself."""
    return Dating(phrase=UNSTATED if written == "?" else written, resolution=resolution(written), **more)


def claim(
    name: str,
    date: str = "21",
    lane: str = "ua",
    *,
    about: str | Sequence[str] = (),
    said: str = "?",
    at: str | None = None,
    not_after: str | None = None,
    by: Iterable[str] | None = None,
    **more: Any,
) -> Event:
    """Make a claim.

    Args:
        name: Its id.
        date: In the notation of this module.
        lane: Id of its narrative.
        about: Topics, each perhaps with an answer: "control", "control=held", "control=held?" where it is inferred.
        said: When it was said, in the same notation.
        at: Its place in the source.
        not_after: An editor's bound: a day in ISO 8601, or the id of another claim.
        by: Ids of its speakers; one named after the lane if left out.
        **more: Any other field; relations as {"disputes": "other"} or a list of such.
    """
    relations = more.pop("relations", ())
    pairs = [relations] if isinstance(relations, dict) else relations
    bound = None
    if not_after is not None:
        bound = Bound(text=not_after, event=None if re.match(r"\d{4}-", not_after) else not_after)
    fields: dict[str, Any] = {
        "id": name,
        "span": Span(f"content/events/{name}.yml"),
        "claim": f"Claim {name}.",
        "date": dating(date, not_after=bound),
        "said": dating(said),
        "narrative": lane,
        "by": tuple(by) if by is not None else (f"speaker-{lane}",),
        "about": tuple(_about(one) for one in ([about] if isinstance(about, str) else about)),
        "citations": (
            Citation(source="article", locator=at, excerpt=f"It was said that claim {name} holds."),
        ),
        "relations": tuple(
            Relation(kind=RelationKind(kind), target=target)
            for pair in pairs
            for kind, target in pair.items()
        ),
    }
    return Event(**(fields | more))


def _about(written: str) -> About:
    topic, _, answer = written.partition("=")
    return About(topic=topic, answer=answer.removesuffix("?") or None, inferred=answer.endswith("?"))


def timeline(*events: Event, lanes: Sequence[str] | None = None, **more: Any) -> Timeline:
    """Put events together with every record that they mention.

    Args:
        *events: The claims.
        lanes: Ids of the narratives in their order; the three of this module if left out.
        **more: Fields of the timeline that take the place of the ones made here.
    """
    chosen = list(LANES) if lanes is None else list(lanes)
    answers: dict[str, dict[str, None]] = {}
    for event in events:
        for about in event.about:
            known = answers.setdefault(about.topic, {})
            if about.answer:
                known[about.answer] = None
    sources = {citation.source for event in events for citation in event.citations}
    fields: dict[str, Any] = {
        "settings": Settings(title="A test"),
        "narratives": {lane: narrative(lane) for lane in chosen},
        "sources": {
            source: Source(id=source, span=Span(f"content/sources/{source}.yml"), title=f"Source {source}")
            for source in sorted(sources)
        },
        "speakers": {
            speaker: Speaker(id=speaker, span=Span(f"content/speakers/{speaker}.yml"), name=speaker.title())
            for speaker in sorted({by for event in events for by in (*event.by, *event.via)})
        },
        "places": {
            place: Place(id=place, span=Span(f"content/places/{place}.yml"), name=place.title())
            for place in sorted({where for event in events for where in (*event.places, *event.said_at)})
        },
        "topics": {
            topic: Topic(
                id=topic,
                span=Span(f"content/topics/{topic}.yml"),
                title=f"What of {topic}?",
                answers=tuple(Answer(id=answer, label=answer.capitalize()) for answer in known),
            )
            for topic, known in sorted(answers.items())
        },
        "events": {event.id: event for event in sorted(events, key=lambda event: event.id)},
        "content_sha256": "0123456789abcdef" * 4,
    }
    return Timeline(**(fields | more))


def narrative(lane: str) -> Narrative:
    """Make a lane."""
    label, party = LANES.get(lane, (f"Lane {lane}", False))
    return Narrative(
        id=lane,
        span=Span(f"content/narratives/{lane}.yml"),
        label=label,
        short=label.removesuffix(" side"),
        description=f"Everybody of {label}.",
        party=party,
    )


def with_date(event: Event, **more: Any) -> Event:
    """Change fields of a claim's date."""
    return replace(event, date=replace(event.date, **more))
