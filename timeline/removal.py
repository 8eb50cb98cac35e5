"""Empties removed claims before any output sees them.

What enters: a resolved and checked timeline. What leaves: the same timeline, in which a claim with `status: removed` is
an empty tombstone that keeps nothing but its id, aliases and status, and in which the speakers, places, topics, sources
and narratives that no other claim mentions are gone. A frightened witness must be removable tonight, so no output is
trusted to leave words out: they are not there to be printed.

As soon as a claim is removed, a record that nothing mentions is not published, whether the removed claim mentioned it or
not: its file is to be emptied, and then nobody can tell any more. Only a narrative that is a party stays: that a side has
nothing on record is for readers to see, and no side is a person.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.dates import Precision, Resolution
from timeline.model import (
    NO_SIDE_ID,
    UNSTATED,
    Dating,
    Event,
    Narrative,
    Place,
    Record,
    Source,
    Speaker,
    Timeline,
    Topic,
)

_NOT_SHOWN = Dating(
    phrase=UNSTATED,
    resolution=Resolution(None, None, Precision.UNSTATED, "unstated", "This claim was removed."),
)

Kept = TypeVar("Kept", bound=Record)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Ids that some claims mention, by kind of record, each named as its field of `Timeline`."""

    sources: frozenset[str]
    speakers: frozenset[str]
    places: frozenset[str]
    topics: frozenset[str]
    narratives: frozenset[str]


def without_removed(timeline: Timeline) -> Timeline:
    """Empty removed claims, and drop what no other claim mentions."""
    if not any(event.removed for event in timeline.events.values()):
        return timeline
    live = mentions((event for event in timeline.events.values() if not event.removed), timeline)
    speakers = _only(timeline.speakers, live.speakers)
    parties = {narrative.id for narrative in timeline.narratives.values() if narrative.party}
    sides = {speaker.narrative for speaker in speakers.values() if speaker.narrative}
    return replace(
        timeline,
        narratives=_only(timeline.narratives, live.narratives | sides | parties),
        sources=_only(timeline.sources, live.sources),
        speakers=speakers,
        places=_only(timeline.places, live.places),
        topics=_only(timeline.topics, live.topics),
        events={id_: tombstone(event) if event.removed else event for id_, event in timeline.events.items()},
    )


def withheld(timeline: Timeline, shown: Timeline) -> frozenset[str]:
    """List the ids, names, titles and addresses of the records that are not published.

    Args:
        timeline: As it was resolved.
        shown: The same without what was removed.
    """
    return frozenset(
        word
        for registry in ("narratives", "sources", "speakers", "places", "topics")
        for id_, record in getattr(timeline, registry).items()
        if id_ not in getattr(shown, registry)
        for word in names_of(record)
    )


def names_of(record: Record) -> tuple[str, ...]:
    """List every word that tells which record is meant."""
    match record:
        case Speaker() | Place():
            names = (record.name, *(name.name for name in record.names))
        case Source():
            names = (record.title, record.url or "", record.archive_url or "", record.author or "")
        case Topic():
            names = (record.title,)
        case Narrative():
            names = (record.label,)
        case _:
            names = ()
    return tuple(word for word in (record.id, *record.aliases, *names) if word)


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


def _only(records: Mapping[str, Kept], kept: Collection[str]) -> dict[str, Kept]:
    return {id_: record for id_, record in records.items() if id_ in kept}


def mentions(events: Iterable[Event], timeline: Timeline) -> Mentions:
    """Collect what claims mention, publishers of their sources and places around their places included."""
    claims = tuple(events)
    sources = _ids(claims, lambda event: (citation.source for citation in event.citations))
    publishers = {
        source.publisher
        for id_ in sources
        if (source := timeline.sources.get(id_)) is not None and source.publisher is not None
    }
    return Mentions(
        sources=sources,
        speakers=_ids(claims, lambda event: (*event.by, *event.via)) | publishers,
        places=_with_surroundings(_ids(claims, lambda event: (*event.places, *event.said_at)), timeline),
        topics=_ids(claims, lambda event: (about.topic for about in event.about)),
        narratives=_ids(claims, lambda event: (event.narrative,)),
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
