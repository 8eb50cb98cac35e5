"""Empties removed claims before any output sees them.

What enters: a resolved and checked timeline. What leaves: the same timeline, in which a claim with `status: removed` is
an empty tombstone that keeps nothing but its id, aliases and status, and in which the speakers, places, topics and
sources that only removed claims mention are gone. A frightened witness must be removable tonight, so no output is
trusted to leave words out: they are not there to be printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.dates import Precision, Resolution
from timeline.model import NO_SIDE_ID, REMOVED_CLAIM, UNSTATED, Dating, Event, Record, Timeline

_NOT_SHOWN = Dating(
    phrase=UNSTATED,
    resolution=Resolution(None, None, Precision.UNSTATED, "unstated", "This claim was removed."),
)

_ITS_DAY = re.compile(rf"{REMOVED_CLAIM} \([^()]*\)")
"""Rules name what they read from with its day behind it."""

Kept = TypeVar("Kept", bound=Record)


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Ids that some claims mention, by kind of record."""

    sources: frozenset[str]
    speakers: frozenset[str]
    places: frozenset[str]
    topics: frozenset[str]


def without_removed(timeline: Timeline) -> Timeline:
    """Empty removed claims and drop what only they mention."""
    removed = [event for event in timeline.events.values() if event.removed]
    if not removed:
        return timeline
    gone = _mentions(removed, timeline)
    live = _mentions((event for event in timeline.events.values() if not event.removed), timeline)
    return replace(
        timeline,
        sources=_without(timeline.sources, gone.sources - live.sources),
        speakers=_without(timeline.speakers, gone.speakers - live.speakers),
        places=_without(timeline.places, gone.places - live.places),
        topics=_without(timeline.topics, gone.topics - live.topics),
        events={
            id_: tombstone(event) if event.removed else without_its_day(event)
            for id_, event in timeline.events.items()
        },
    )


def without_its_day(event: Event) -> Event:
    """Take the day of a removed claim out of the words that say how another claim was dated by it."""
    return replace(event, date=_silent(event.date), said=_silent(event.said))


def _silent(dating: Dating) -> Dating:
    explanation = _ITS_DAY.sub(REMOVED_CLAIM, dating.resolution.explanation)
    return replace(dating, resolution=dating.resolution._replace(explanation=explanation))


def tombstone(event: Event) -> Event:
    """What is left of a removed claim: its address, and that and why it was removed."""
    return Event(
        id=event.id,
        span=event.span,
        aliases=event.aliases,
        status=event.status,
        claim="",
        date=_NOT_SHOWN,
        said=_NOT_SHOWN,
        narrative=NO_SIDE_ID,
    )


def _without(records: Mapping[str, Kept], gone: Iterable[str]) -> dict[str, Kept]:
    dropped = frozenset(gone)
    return {id_: record for id_, record in records.items() if id_ not in dropped}


def _mentions(events: Iterable[Event], timeline: Timeline) -> _Mentions:
    """Collect what claims mention, publishers of their sources and places around their places included."""
    claims = tuple(events)
    sources = _ids(claims, lambda event: (citation.source for citation in event.citations))
    publishers = {
        source.publisher
        for id_ in sources
        if (source := timeline.sources.get(id_)) is not None and source.publisher is not None
    }
    return _Mentions(
        sources=sources,
        speakers=_ids(claims, lambda event: (*event.by, *event.via)) | publishers,
        places=_with_surroundings(_ids(claims, lambda event: (*event.places, *event.said_at)), timeline),
        topics=_ids(claims, lambda event: (about.topic for about in event.about)),
    )


def _ids(events: Iterable[Event], of: Callable[[Event], Iterable[str]]) -> frozenset[str]:
    return frozenset(id_ for event in events for id_ in of(event))


def _with_surroundings(places: frozenset[str], timeline: Timeline) -> frozenset[str]:
    """Add the places that contain these places. A cycle, which the checks report, ends the walk."""
    found: set[str] = set()
    waiting = list(places)
    while waiting:
        id_ = waiting.pop()
        if id_ in found:
            continue
        found.add(id_)
        place = timeline.places.get(id_)
        if place is not None and place.part_of is not None:
            waiting.append(place.part_of)
    return frozenset(found)
