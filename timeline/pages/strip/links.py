"""Disputes as lines of the overview strip, where they are few and do not tangle.

Enters: the disputes, and where the shapes of claims stand. Leaves: lines, or none at all: a part of the disputes would
look like all of them, and every claim says itself what it disputes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.align import Aligned

_MOST = 6

_CLEAR = 8.0
"""A line stays this far from shapes that are not its own."""


@dataclass(frozen=True, slots=True)
class Link:
    """A dispute, as a line between two shapes."""

    start: tuple[float, float]
    end: tuple[float, float]


def links(aligned: Aligned, spots: Mapping[str, tuple[float, float]]) -> tuple[Link, ...]:
    """Draw disputes as lines, if they are few and do not tangle; otherwise none, since every claim says what it disputes.

    Args:
        aligned: The timeline.
        spots: Where the shape of a claim stands, for claims that have one of their own.
    """
    pairs = [pair for pair in aligned.disputes if all(claim in spots for claim in pair)]
    if not 0 < len(pairs) == len(aligned.disputes) <= _MOST:
        return ()
    lines = [Link(spots[one], spots[other]) for one, other in pairs]
    for line in lines:
        if any(_near(spot, line) for spot in spots.values() if spot not in {line.start, line.end}):
            return ()
    crossing = any(_cross(line, other) for index, line in enumerate(lines) for other in lines[index + 1 :])
    return () if crossing else tuple(lines)


def _near(spot: tuple[float, float], line: Link) -> bool:
    """Say whether a line passes over a shape."""
    (x1, y1), (x2, y2) = line.start, line.end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = ((spot[0] - x1) * (x2 - x1) + (spot[1] - y1) * (y2 - y1)) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    away = (spot[0] - x1 - share * (x2 - x1)) ** 2 + (spot[1] - y1 - share * (y2 - y1)) ** 2
    return away < _CLEAR**2


def _cross(one: Link, other: Link) -> bool:
    """Say whether two lines cross, other than where they begin or end together."""
    if {one.start, one.end} & {other.start, other.end}:
        return False

    def side(line: Link, spot: tuple[float, float]) -> float:
        (x1, y1), (x2, y2) = line.start, line.end
        return (x2 - x1) * (spot[1] - y1) - (y2 - y1) * (spot[0] - x1)

    return (
        side(one, other.start) * side(one, other.end) < 0
        and side(other, one.start) * side(other, one.end) < 0
    )
