"""How many claims each lane has on each topic, before and now.

What enters: both timelines as they are laid out. What leaves: the rows that differ, and the lanes of both. Nothing here
says that a balance is good or bad: a lane at zero is a note.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.align import Aligned
from timeline.contribute.changes.values import Balance, Lane
from timeline.model import Timeline


def lanes_of(head: Aligned, base: Aligned) -> tuple[Lane, ...]:
    """List the lanes of the head in their order, then those that only the base has."""
    found: dict[str, Lane] = {}
    for aligned in (head, base):
        for lane in aligned.lanes:
            narrative = lane.narrative
            made = Lane(id=lane.id, label=narrative.label, short=narrative.short, slot=lane.slot)
            found.setdefault(lane.id, made)
    return tuple(found.values())


def balance(was: Timeline, now: Timeline, before: Aligned, after: Aligned) -> tuple[Balance, ...]:
    """Give the topics whose counts differ, by id, and behind them all claims together if those do."""
    lanes = [lane.id for lane in lanes_of(after, before)]
    rows: list[Balance] = []
    for topic in sorted({*before.topics, *after.topics}):
        old, new = before.topics.get(topic), after.topics.get(topic)
        record = now.topics.get(topic) or was.topics[topic]
        row = Balance(
            topic=topic,
            title=record.title,
            before=_named(lanes, old.counts if old else {}),
            after=_named(lanes, new.counts if new else {}),
            disputes=(old.disputes if old else 0, new.disputes if new else 0),
        )
        if row.before != row.after or row.disputes[0] != row.disputes[1]:
            rows.append(row)
    whole = Balance(
        topic=None,
        title="",
        before=_named(lanes, _all(before)),
        after=_named(lanes, _all(after)),
        disputes=(len(before.disputes), len(after.disputes)),
    )
    if whole.before != whole.after or whole.disputes[0] != whole.disputes[1]:
        rows.append(whole)
    return tuple(rows)


def _named(lanes: list[str], counts: Mapping[str, int]) -> dict[str, int]:
    return {lane: counts.get(lane, 0) for lane in lanes}


def _all(aligned: Aligned) -> dict[str, int]:
    return {lane.id: lane.count - lane.withdrawn for lane in aligned.lanes}
