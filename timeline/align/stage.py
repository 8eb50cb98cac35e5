"""The stage itself: `Timeline` -> `Aligned`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from timeline.align.clock import clock
from timeline.align.relations import disputes, links, to_removed
from timeline.align.rows import Surroundings, rows
from timeline.align.topics import is_withdrawn, view
from timeline.align.values import Aligned, Group, Kind, Lane, Placed
from timeline.align.when import UNDATED, SortKey, all_aware, place, sort_key
from timeline.diagnostics import Span
from timeline.model import NO_SIDE_ID, Event, Narrative, Timeline

SLOTS = 7
"""How many colours and shapes there are."""


def align(timeline: Timeline) -> Aligned:
    """Lay out a timeline. Never fails; what refers to nothing on file is passed over."""
    events = {claim: event for claim, event in timeline.events.items() if not event.removed}
    removed = tuple(claim for claim, event in timeline.events.items() if event.removed)
    narratives = _narratives(timeline, events)
    lane_order = [narrative.id for narrative in narratives]
    lane_of = {claim: _lane(event, timeline) for claim, event in events.items()}
    placed = {claim: place(event, timeline) for claim, event in events.items()}
    grouped, keys = _grouped(events, placed)
    order = tuple(claim for claims in grouped.values() for claim in claims)
    stated = disputes(events, order)
    topics = {
        claim: tuple(dict.fromkeys(about.topic for about in event.about if about.topic in timeline.topics))
        for claim, event in events.items()
    }
    on_topic: dict[str, list[str]] = {topic: [] for topic in timeline.topics}
    for claim in order:
        for topic in topics[claim]:
            on_topic[topic].append(claim)
    withdrawn = frozenset(claim for claim, event in events.items() if is_withdrawn(event))
    around = Surroundings(
        events=events,
        withdrawn=withdrawn,
        placed=placed,
        keys=keys,
        topics=topics,
        lanes=lane_of,
        lane_order=lane_order,
        on_topic=on_topic,
        disputes=frozenset(frozenset(pair) for pair in stated),
    )
    return Aligned(
        lanes=_lanes(narratives, lane_of, order, withdrawn),
        groups=tuple(_group(key, claims, around) for key, claims in grouped.items()),
        topics={
            topic: view(
                record, events, on_topic[topic], lanes=lane_of, lane_order=lane_order, disputes=stated
            )
            for topic, record in timeline.topics.items()
        },
        relations=links(events, order),
        to_removed=to_removed(events, frozenset(removed)),
        placed=placed,
        order=order,
        numbers={claim: number for number, claim in enumerate(order, 1)},
        disputes=stated,
        withdrawn=withdrawn,
        removed=removed,
        speakers=len({speaker for event in events.values() for speaker in event.by}),
        sources=len({citation.source for event in events.values() for citation in event.citations}),
        clock=clock(timeline, events, placed),
    )


def _narratives(timeline: Timeline, events: Mapping[str, Event]) -> list[Narrative]:
    """Give the lanes in order, with one for claims of no known side where such claims exist."""
    found = list(timeline.narratives.values())
    if NO_SIDE_ID not in timeline.narratives and any(
        event.narrative not in timeline.narratives for event in events.values()
    ):
        found.append(
            Narrative(id=NO_SIDE_ID, span=Span("timeline.yml"), label="No side given", short="No side")
        )
    return found


def _lane(event: Event, timeline: Timeline) -> str:
    """Give the lane of a claim."""
    return event.narrative if event.narrative in timeline.narratives else NO_SIDE_ID


def _lanes(
    narratives: list[Narrative], lane_of: Mapping[str, str], order: Sequence[str], withdrawn: Collection[str]
) -> tuple[Lane, ...]:
    """Give every lane its slot: the one that the project sets, else the first free one in lane order."""
    used = [lane_of[claim] for claim in order]
    gone = [lane_of[claim] for claim in order if claim in withdrawn]
    taken = {narrative.slot for narrative in narratives if narrative.slot is not None}
    free = [slot for slot in range(1, SLOTS + 1) if slot not in taken]
    made = []
    for position, narrative in enumerate(narratives):
        # More lanes than slots: they repeat, and the checks warn that lanes must be grouped.
        slot = narrative.slot or (free.pop(0) if free else position % SLOTS + 1)
        count, withdrawn_here = used.count(narrative.id), gone.count(narrative.id)
        made.append(Lane(narrative=narrative, slot=slot, count=count, withdrawn=withdrawn_here))
    return tuple(made)


def _grouped(
    events: Mapping[str, Event], placed: Mapping[str, Placed]
) -> tuple[dict[str, list[str]], dict[str, SortKey]]:
    """Sort the claims into groups in time order, wider groups before the first day in them, undated claims last."""
    members: dict[str, list[str]] = {}
    for claim, spot in placed.items():
        members.setdefault(spot.group, []).append(claim)
    keys: dict[str, SortKey] = {}
    for claims in members.values():
        timed = [events[claim] for claim in claims if placed[claim].kind in {Kind.TIME, Kind.PART}]
        utc = bool(timed) and all_aware(timed)
        keys |= {claim: sort_key(events[claim], placed[claim], utc=utc) for claim in claims}
    ordered = sorted(members, key=lambda key: _group_order(key, [placed[claim] for claim in members[key]]))
    return {key: sorted(members[key], key=lambda claim: keys[claim]) for key in ordered}, keys


def _group_order(key: str, placed: Iterable[Placed]) -> tuple[bool, datetime, float, str]:
    """Order groups by their first day, the longer first."""
    spots = list(placed)
    if key == UNDATED:
        return (True, datetime.min, 0.0, key)  # noqa: DTZ901 - wall-clock time
    first = min(_day_of(spot) for spot in spots)
    lengths = [(spot.end - spot.start).total_seconds() for spot in spots if spot.start and spot.end]
    longest = max(lengths) if spots[0].kind is Kind.PERIOD else 0.0
    return (False, first, -longest, key)


def _day_of(spot: Placed) -> datetime:
    """Give midnight of the day on which a placed claim starts."""
    start = spot.start or datetime.min  # noqa: DTZ901 - wall-clock time
    return start.replace(hour=0, minute=0, second=0, microsecond=0)


def _group(key: str, claims: list[str], around: Surroundings) -> Group:
    """Make one group."""
    first = around.placed[claims[0]]
    period = around.events[claims[0]].date.resolution if first.kind is Kind.PERIOD else None
    return Group(
        key=key,
        kind="undated" if key == UNDATED else "day" if period is None else "period",
        day=None if key == UNDATED else _day_of(first).date(),
        period=None if period is None else period._replace(approximate=False),
        rows=rows(claims, around),
        count=len(claims),
        withdrawn=len(around.withdrawn.intersection(claims)),
    )
