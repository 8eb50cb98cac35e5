"""The records on file that a new claim may mean, the likely ones first.

What enters: the timeline, what is known of the new claim so far, and what somebody has typed. What leaves: candidates in
order, those that fit the typed words, and the one that is meant for certain. What it refuses: to guess. A record is meant
for certain if its id, one of its names or its address was typed.

A record is likely if it is named in the claim's own words, or if claims use it that are near to the new one: of the same
days (2), the same source, the same speaker, the same place (1 each). The nearest such claim counts, then how many there
are that near, then how many there are at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline import dates
from timeline.catalogue import folded
from timeline.dates import Precision, Resolution
from timeline.model import Event, Place, Source, Speaker, Timeline, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of a claim while the rest is still to be asked."""

    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    """Of its date and its saying."""

    words: str = ""
    """The claim, its title and its excerpt."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant."""

    id: str
    label: str
    note: str
    """What tells it from others of nearly the same name: a role, a day."""

    names: tuple[str, ...]
    """Whatever may be typed for it, save its id."""


def candidates(timeline: Timeline, folder: str, situation: Situation) -> tuple[Candidate, ...]:
    """List the records of a folder that have a file, the likely ones first."""
    near: dict[str, Counter[int]] = {}
    for event in timeline.events.values():
        weight = nearness(event, situation)
        for record_id in set(used_by(event, folder)):
            near.setdefault(record_id, Counter())[weight] += 1
    words = folded(situation.words)

    def order(one: Candidate) -> tuple[bool, int, int, int, str, str]:
        counts = near.get(one.id, Counter[int]())
        best = max(counts, default=-1)
        named = any(len(name) > 2 and folded(name) in words for name in one.names)
        return (not named, -best, -counts[best], -counts.total(), folded(one.label), one.id)

    return tuple(sorted(_all(timeline, folder), key=order))


def matching(known: Iterable[Candidate], typed: str) -> tuple[Candidate, ...]:
    """Keep the candidates that have every typed word somewhere in their names or their id."""
    parts = folded(typed).split()
    return tuple(
        one for one in known if all(part in folded(" ".join((one.id, *one.names))) for part in parts)
    )


def exactly(known: Iterable[Candidate], typed: str) -> Candidate | None:
    """Give the one candidate whose id, name or address was typed."""
    found = [
        one
        for one in known
        if typed.strip() == one.id or folded(typed) in {folded(name) for name in one.names}
    ]
    return found[0] if len(found) == 1 else None


def nearness(event: Event, situation: Situation) -> int:
    """Tell how near a claim on file is to the new one: 0 (not at all) to 5."""
    together = any(
        _overlap(one, other)
        for one in situation.resolutions
        for other in (event.date.resolution, event.said.resolution)
    )
    shared = (
        {citation.source for citation in event.citations} & set(situation.sources),
        {*event.by, *event.via} & set(situation.speakers),
        set(event.places) & set(situation.places),
    )
    return 2 * together + sum(map(bool, shared))


def used_by(event: Event, folder: str) -> Sequence[str]:
    """Give the records of a folder that a claim names; for events, the claim itself."""
    return {
        "sources": tuple(citation.source for citation in event.citations),
        "speakers": (*event.by, *event.via),
        "places": (*event.places, *event.said_at),
        "topics": tuple(about.topic for about in event.about),
        "narratives": (event.narrative,),
        "events": (event.id,),
    }[folder]


def _all(timeline: Timeline, folder: str) -> list[Candidate]:
    match folder:
        case "sources":
            return [_source(one) for one in timeline.sources.values() if not one.inline]
        case "speakers":
            return [_named(one, one.role or "") for one in timeline.speakers.values() if not one.inline]
        case "places":
            return [_named(one, _part(one, timeline)) for one in timeline.places.values() if not one.inline]
        case "topics":
            return [_topic(one) for one in timeline.topics.values() if not one.inline]
        case "narratives":
            lanes = [one for one in timeline.narratives.values() if one.fields]
            return [Candidate(one.id, one.label, "", (one.label, one.short)) for one in lanes]
        case _:
            claims = [one for one in timeline.events.values() if not one.removed]
            return [
                Candidate(one.id, one.title or one.claim, "", (one.title or one.claim,)) for one in claims
            ]


def _source(one: Source) -> Candidate:
    published = dates.short(one.published.resolution, year=True) if one.published else "date not known"
    names = tuple(name for name in (one.title, one.url, one.archive_url) if name)
    return Candidate(one.id, one.title, published, names)


def _named(one: Speaker | Place, note: str) -> Candidate:
    return Candidate(one.id, one.name, note, (one.name, *(name.name for name in one.names)))


def _part(one: Place, timeline: Timeline) -> str:
    whole = timeline.places.get(one.part_of or "")
    return f"part of {whole.name}" if whole else ""


def _topic(one: Topic) -> Candidate:
    return Candidate(one.id, one.title, "", (one.title,))


def _days(resolution: Resolution) -> tuple[date, date] | None:
    """Give the first and last day of a date that is stated and closed; hours and zones make no nearness."""
    if resolution.precision is Precision.UNSTATED or resolution.earliest is None or resolution.latest is None:
        return None
    last = resolution.latest - timedelta(microseconds=1)
    return resolution.earliest.date(), last.date()


def _overlap(one: Resolution, other: Resolution) -> bool:
    mine, its = _days(one), _days(other)
    return mine is not None and its is not None and mine[0] <= its[1] and its[0] <= mine[1]
