"""Many claims as columns: how many of each lane fall into each day, week, month or year, on one scale for all lanes.

Enters: where claims are placed in time, and a scale. Leaves: the unit, and the counts by lane and by the start of the unit.
A claim is counted in a column only if its date certainly lies in it; one with a longer period, or of which only the latest
possible day is known, is counted at the end, with the undated: a column never claims more than is known.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.align import Aligned, Kind, Placed
from timeline.drawings.overview.layout import lanes_of
from timeline.drawings.overview.pieces import span_of_claim
from timeline.drawings.overview.units import Span, Step, beginning, following

FROM = 251
"""Claims from which columns take the place of marks."""

_UNITS = (
    Step("day", 1, 1440, 3.5),
    Step("week", 1, 10080, 3.5),
    Step("month", 1, 43830, 3.5),
    Step("year", 1, 525960, 3.5),
    Step("year", 10, 5259600, 3.5),
    Step("year", 100, 52596000, 3.5),
)
"""Finest first, each with the least width of a column."""

_MOST = 200
"""Columns at most, as long as a coarser unit that people use is left."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Counts by lane."""

    unit: Step
    counts: Mapping[str, Mapping[datetime, int]]
    """By lane, then by the start of the unit; zeros are left out."""

    elsewhere: Mapping[str, tuple[str, ...]]
    """By lane: the claims that no column can hold."""

    disputes: Mapping[datetime, int]
    """Disputes by the unit in which the claim that disputes stands."""

    top: int
    """The highest count of all: the height of a lane."""


def unit_for(span: Span, width: float) -> Step:
    """Choose the finest unit whose columns have room and are not too many.

    Args:
        span: What the axis shows.
        width: How wide it is.
    """
    length = (span[1] - span[0]) / timedelta(minutes=1)
    for unit in _UNITS:
        number = max(length / unit.minutes, 1)
        if number <= _MOST and width / number >= unit.room:
            return unit
    return _UNITS[-1]


def count(aligned: Aligned, unit: Step) -> Columns:
    """Count the claims of each lane, and the disputes, by unit."""
    lane_of = lanes_of(aligned)
    counts: dict[str, Counter[datetime]] = {lane.id: Counter() for lane in aligned.lanes}
    elsewhere: dict[str, list[str]] = {lane.id: [] for lane in aligned.lanes}
    for claim in aligned.order:
        start = column_of(aligned.placed[claim], unit)
        if start is None:
            elsewhere[lane_of[claim]].append(claim)
        else:
            counts[lane_of[claim]][start] += 1
    disputes = Counter(
        start
        for claim, _ in aligned.disputes
        if (start := column_of(aligned.placed[claim], unit)) is not None
    )
    return Columns(
        unit=unit,
        counts=counts,
        elsewhere={lane: tuple(claims) for lane, claims in elsewhere.items()},
        disputes=disputes,
        top=max((number for lane in counts.values() for number in lane.values()), default=0),
    )


def column_of(spot: Placed, unit: Step) -> datetime | None:
    """Give the start of the one unit that a claim's date certainly lies in; `None` where there is none.

    A part of a day belongs to the day in which it begins.
    """
    span = span_of_claim(spot)
    if span is None or spot.kind is Kind.UP_TO:
        return None
    start = beginning(span[0], unit.unit, unit.count)
    if spot.kind in {Kind.TIME, Kind.PART} or span[1] <= following(start, unit.unit, unit.count):
        return start
    return None


def radius(number: int, most: int, *, largest: float = 6.0) -> float:
    """Give the radius of a disc whose area grows with a number; the smallest can still be seen."""
    return max(largest * math.sqrt(number / max(most, 1)), 1.5)
