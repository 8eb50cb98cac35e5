"""A part of a timeline as a timeline of its own: some topics, lanes or sources, a stretch of time, or what had been said.

What enters: a timeline, how it is laid out, and what was asked for. What leaves: a `Part`: a timeline that holds only the
claims that belong, with counts of what is left out and why, and the relations that lead out of it. What it refuses: nothing;
ids that are not on file select nothing, and whoever asks checks them first.

What belongs is the same for every claim, whoever makes it:

- to a **topic**, a claim that is about it; to a **source**, one that cites it; to a **narrative**, one that stands in its lane;
- to a **stretch of time**, a claim whose date can touch it, on the clock and calendar as read. A claim of which only the
  latest possible day is known belongs where it stands, to that day. A claim whose date is not established belongs to none;
- to a **moment**, a claim that had been said by it or may have been (`timeline.selection.as_of`).

Several topics (lanes, sources) together are all that belong to any of them; different kinds of conditions must all hold.

Nothing of a claim outside stays in the part: a limit that such a claim gave becomes the day that it gave, and an anchor keeps
only its words. A claim that was removed stays as an empty tombstone where a claim of the part relates to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from timeline.align import Aligned, Kind, Link, Placed, Verb
from timeline.model import Bound, Dating, Event, Record, Timeline
from timeline.removal import mentions
from timeline.selection.as_of import Moment, Outcome, outcomes

Kept = TypeVar("Kept", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a part is to hold; nothing asked for is the whole."""

    topics: tuple[str, ...] = ()
    narratives: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    start: Moment | None = None
    """Where the stretch of time begins: at the beginning of this day, month or time."""

    end: Moment | None = None
    """Where it ends: at the end of this one."""

    as_of: Moment | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Asked()


class Reason(StrEnum):
    """Why a claim is left out: the first of these that is true."""

    TOPIC = "topic"
    NARRATIVE = "narrative"
    SOURCE = "source"
    UNDATED = "undated"
    """A stretch of time was asked for, and the date of the claim is not established."""

    TIME = "time"
    LATER = "later"
    """Said after the moment."""

    CANNOT_BE_PLACED = "cannot-be-placed"
    """Nobody knows whether it had been said by the moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a timeline."""

    asked: Asked
    timeline: Timeline
    """The claims that belong, and the records that they mention."""

    whole: Timeline
    left_out: Mapping[Reason, int]
    """How many claims, by reason; only those that occur."""

    may_fall_after: tuple[str, ...] = ()
    """The claims of the part that may have been said after the moment, in time order."""

    outside: Mapping[str, tuple[Link, ...]]
    """By claim of the part, in time order: its stated relations to claims that are left out, save for those that
    claims said after the moment make."""


def part(timeline: Timeline, aligned: Aligned, asked: Asked) -> Part:
    """Take a part of a timeline.

    Args:
        timeline: Without the words of removed claims.
        aligned: The same, laid out.
        asked: What the part is to hold.
    """
    said = outcomes(timeline.events.values(), asked.as_of) if asked.as_of else {}
    lanes = dict(_lanes(aligned))
    why = {
        claim: reason
        for claim in aligned.order
        if (reason := _why_not(timeline.events[claim], aligned.placed[claim], lanes[claim], said, asked))
    }
    kept = tuple(claim for claim in aligned.order if claim not in why)
    tombs = {link.other for claim in kept for link in aligned.to_removed.get(claim, ())}
    return Part(
        asked=asked,
        timeline=_only_claims(timeline, aligned, {*kept, *tombs}, asked),
        whole=timeline,
        left_out=dict(sorted(Counter(why.values()).items())),
        may_fall_after=tuple(claim for claim in kept if said.get(claim) is Outcome.MAY_FALL_AFTER),
        outside={
            claim: links
            for claim in kept
            if (links := tuple(link for link in aligned.relations.get(claim, ()) if _leads_out(link, why)))
        },
    )


_BY_THE_OTHER = frozenset(
    {Verb.DISPUTED_BY, Verb.CLARIFIED_BY, Verb.RETRACTED_BY, Verb.REPEATED_BY, Verb.AGREED_WITH_BY}
)


def _leads_out(link: Link, why: Mapping[str, Reason]) -> bool:
    """Whether a relation is stated and its other claim is left out. What a later claim says had not been said."""
    reason = why.get(link.other)
    unsaid = reason in {Reason.LATER, Reason.CANNOT_BE_PLACED} and link.verb in _BY_THE_OTHER
    return reason is not None and not link.computed and not unsaid


def _lanes(aligned: Aligned) -> Iterator[tuple[str, str]]:
    for group in aligned.groups:
        for row in group.rows:
            for cell in row.cells:
                for claim in cell.claims:
                    yield claim, cell.lane


def _why_not(
    event: Event, spot: Placed, lane: str, said: Mapping[str, Outcome], asked: Asked
) -> Reason | None:
    """Say why a claim does not belong, if it does not."""
    limited = bool(asked.start or asked.end)
    dated = spot.kind is not Kind.UNDATED and spot.start is not None and spot.end is not None
    found = said.get(event.id, Outcome.SAID)
    against = {
        Reason.TOPIC: asked.topics and not any(about.topic in asked.topics for about in event.about),
        Reason.NARRATIVE: asked.narratives and lane not in asked.narratives,
        Reason.SOURCE: asked.sources
        and not any(citation.source in asked.sources for citation in event.citations),
        Reason.UNDATED: limited and not dated,
        Reason.TIME: limited and dated and not _touches(spot, asked),
        Reason.LATER: found is Outcome.LATER,
        Reason.CANNOT_BE_PLACED: found is Outcome.CANNOT_BE_PLACED,
    }
    return next((reason for reason, holds in against.items() if holds), None)


def _touches(spot: Placed, asked: Asked) -> bool:
    start, end = spot.start, spot.end
    if start is None or end is None:
        return False
    return (asked.end is None or start < _wall(asked.end.end)) and (
        asked.start is None or end > _wall(asked.start.start)
    )


def _wall(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _only_claims(timeline: Timeline, aligned: Aligned, kept: Collection[str], asked: Asked) -> Timeline:
    """Drop all other claims, and the records that none of these mentions."""
    events = {
        claim: _alone(event, aligned, kept) for claim, event in timeline.events.items() if claim in kept
    }
    live = mentions((event for event in events.values() if not event.removed), timeline)
    speakers = _records(timeline.speakers, live.speakers)
    lanes = {lane for claim, lane in _lanes(aligned) if claim in kept}
    if not asked.narratives:  # a party of which nothing is on record here is for readers to see
        lanes |= {narrative.id for narrative in timeline.narratives.values() if narrative.party}
    return replace(
        timeline,
        events=events,
        narratives=_records(timeline.narratives, lanes),
        sources=_records(timeline.sources, live.sources),
        speakers=speakers,
        places=_records(timeline.places, live.places),
        topics=_records(timeline.topics, live.topics),
    )


def _records(records: Mapping[str, Kept], kept: Collection[str]) -> dict[str, Kept]:
    return {id_: record for id_, record in records.items() if id_ in kept}


def _alone(event: Event, aligned: Aligned, kept: Collection[str]) -> Event:
    """Take a claim out of the whole: what stands outside is named by no id any more."""
    return replace(
        event,
        date=_dating_alone(event.date, aligned, kept),
        said=_dating_alone(event.said, aligned, kept),
        relations=tuple(relation for relation in event.relations if relation.target in kept),
    )


def _dating_alone(dating: Dating, aligned: Aligned, kept: Collection[str]) -> Dating:
    anchor = dating.anchor
    if anchor is not None and anchor.kind == "event" and anchor.id not in kept:
        anchor = replace(anchor, kind="date", id=None)
    return replace(
        dating,
        anchor=anchor,
        not_before=_bound_alone(dating.not_before, aligned, kept),
        not_after=_bound_alone(dating.not_after, aligned, kept),
    )


def _bound_alone(bound: Bound | None, aligned: Aligned, kept: Collection[str]) -> Bound | None:
    """Keep the day that a claim outside gave as a limit."""
    if bound is None or bound.event is None or bound.event in kept:
        return bound
    spot = aligned.placed.get(bound.event)
    if spot is None or spot.start is None or spot.kind in {Kind.UNDATED, Kind.PERIOD}:
        return None
    return Bound(text=spot.start.date().isoformat(), event=None)


def unknown(asked: Asked, timeline: Timeline) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Name what was asked for and is not on file: the kind of record, the id, and the ids that are."""
    for kind, ids in (("topic", asked.topics), ("narrative", asked.narratives), ("source", asked.sources)):
        known = getattr(timeline, f"{kind}s")
        for id_ in ids:
            if id_ not in known:
                yield kind, id_, known
