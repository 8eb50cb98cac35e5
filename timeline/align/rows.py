"""Rows: the claims of one group, side by side by topic.

What enters: the claims of a day or period, sorted. What leaves: its rows with a cell for every lane. A claim stands
whole once, in the row of its first topic; the rows of its other topics refer to it. An empty cell of a topic row says
why it is empty, and never more than is true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.align.topics import count_by_lane
from timeline.align.values import Cell, Kind, Placed, Row, Silence, Timing
from timeline.align.when import SortKey
from timeline.dates import Resolution
from timeline.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a row must know beyond its own claims."""

    events: Mapping[str, Event]
    placed: Mapping[str, Placed]
    keys: Mapping[str, SortKey]
    topics: Mapping[str, Sequence[str]]
    """Topics of each claim, known ones only, in its own order."""

    lanes: Mapping[str, str]
    """Lane of each claim."""

    lane_order: Sequence[str]
    """The ids of all lanes."""

    on_topic: Mapping[str, Sequence[str]]
    """Claims of each topic, in the whole timeline."""

    disputes: frozenset[frozenset[str]]
    withdrawn: frozenset[str]


def rows(claims: Sequence[str], around: Surroundings) -> tuple[Row, ...]:
    """Lay out the claims of one group, which come sorted."""
    by_topic: dict[str, list[str]] = {}
    loose: dict[tuple[object, ...], list[str]] = {}
    for claim in claims:
        topics = around.topics[claim]
        if topics:
            by_topic.setdefault(topics[0], []).append(claim)
        else:
            key = around.keys[claim]
            # Of some claims no more is known than the latest day; they are no claims of that day.
            moment = (key.start, key.end) if key.timed == 2 else (key.timed == 0,)
            loose.setdefault(moment, []).append(claim)
    made = [_topic_row(topic, whole, claims, around) for topic, whole in by_topic.items()]
    made += [_row(None, whole, (), around) for whole in loose.values()]
    return tuple(sorted(made, key=lambda row: _row_key(row, around)))


def _row_key(row: Row, around: Surroundings) -> tuple[object, ...]:
    """Rows without a time of day first, then by time; at one time, rows with a topic first."""
    keys = [around.keys[claim] for cell in row.cells for claim in cell.claims]
    first = min(keys)
    if first.timed != 2:
        # Without a time, only the order of the source is left.
        known = 1 if row.topic else first.timed
        first = min(keys, key=lambda key: (key.source, key.claim))
        return (False, first.start.date(), row.topic is None, known, first.source, first.claim)
    return (True, first.start, row.topic is None, first)


def _topic_row(topic: str, whole: list[str], group: Sequence[str], around: Surroundings) -> Row:
    """Make a topic's row, with references to claims of the group that stand whole in another row."""
    references = tuple(claim for claim in group if topic in around.topics[claim][1:])
    return _row(topic, whole, references, around)


def _row(topic: str | None, whole: list[str], references: tuple[str, ...], around: Surroundings) -> Row:
    """Make a row: one cell per lane."""
    timing, common = _timing(
        [around.placed[claim] for claim in whole], [around.events[claim] for claim in whole]
    )
    cells = [
        Cell(
            lane=lane,
            claims=tuple(claim for claim in whole if around.lanes[claim] == lane),
            references=tuple(claim for claim in references if around.lanes[claim] == lane),
        )
        for lane in around.lane_order
    ]
    present = {*whole, *references}
    return Row(
        topic=topic,
        timing=timing,
        common=common,
        cells=tuple(
            Cell(
                lane=cell.lane,
                claims=cell.claims,
                references=cell.references,
                silence=_silence(topic, cell, present, around),
                disc=following is not None and _dispute(cell.claims, following.claims, around),
            )
            for cell, following in zip(cells, [*cells[1:], None], strict=True)
        ),
        disputed=any(present & pair for pair in around.disputes),
        counts=count_by_lane(
            [claim for claim in (*whole, *references) if claim not in around.withdrawn],
            around.lanes,
            around.lane_order,
        ),
    )


def _timing(placed: list[Placed], events: list[Event]) -> tuple[Timing, Resolution | None]:
    """Say what the gutter of a row can say for all of its claims."""
    if all(place.kind not in {Kind.TIME, Kind.PART} for place in placed):
        return Timing.NOT_STATED, None
    found = [event.date.resolution for event in events]
    same = {
        (one.earliest, one.latest, one.precision, one.part, one.approximate, _offset(one)) for one in found
    }
    return (Timing.COMMON, found[0]) if len(same) == 1 else (Timing.OWN, None)


def _offset(found: Resolution) -> timedelta | None:
    """Give the offset of a date: one instant on two clocks is two times in words."""
    return found.earliest.utcoffset() if found.earliest else None


def _silence(topic: str | None, cell: Cell, present: set[str], around: Surroundings) -> Silence | None:
    """Say why a cell of a topic row is empty."""
    if topic is None or cell.claims or cell.references:
        return None
    elsewhere = sum(
        1 for claim in around.on_topic[topic] if around.lanes[claim] == cell.lane and claim not in present
    )
    return Silence("elsewhere", elsewhere) if elsewhere else Silence("none-on-topic")


def _dispute(left: tuple[str, ...], right: tuple[str, ...], around: Surroundings) -> bool:
    """Tell whether a claim of one cell disputes one of the other."""
    return any(frozenset({one, other}) in around.disputes for one in left for other in right)
