"""Disputes as curves of the overview.

Enters: the disputes, and where the marks of claims stand. Leaves: curves, and whether they are few and clear enough to be
drawn at once. A tangle says nothing, and a part of the disputes would look like all of them: where they are not clear the
printer shows those of one claim on demand, or none, since every claim says itself what it disputes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from timeline.align import Aligned
from timeline.drawings.curves import sampled
from timeline.drawings.values import Curve, Point, Role

MOST = 40
"""Disputes up to which each is a curve; more are counted in a row of their own."""

_FEW = 6
"""Disputes up to which all may be drawn at once."""

_CLEAR = 8.0
"""A curve stays this far from marks that are not its own."""

_GAP = 7.0
"""Between the centre of a mark and the end of its curve."""


def curves(aligned: Aligned, spots: Mapping[str, Point]) -> tuple[Curve, ...]:
    """Draw every dispute as a curve from the mark of the claim that disputes; none where there are too many.

    Args:
        aligned: The timeline.
        spots: Where the mark of each claim stands; claims that share one share its place.
    """
    if len(aligned.disputes) > MOST:
        return ()
    return tuple(
        Curve(points=_bent(spots[one], spots[other]), role=Role.DISPUTE, claims=(one, other))
        for one, other in aligned.disputes
        if one in spots and other in spots and spots[one] != spots[other]
    )


def clear(aligned: Aligned, drawn: Sequence[Curve], spots: Mapping[str, Point]) -> bool:
    """Tell whether all disputes can be seen at once: few, none crossing another, none passing over another's mark.

    Args:
        aligned: The timeline.
        drawn: Its curves.
        spots: Where the marks stand that stand for one claim only.
    """
    if not 0 < len(drawn) == len(aligned.disputes) <= _FEW:
        return False
    if any(claim not in spots for curve in drawn for claim in curve.claims):
        return False
    paths = [(curve, sampled(curve.points)) for curve in drawn]
    for curve, path in paths:
        own = {spots[claim] for claim in curve.claims}
        if any(_near(spot, path) for spot in spots.values() if spot not in own):
            return False
    return not any(
        _cross(path, other)
        for (one, path), (two, other) in combinations(paths, 2)
        if not {spots[claim] for claim in one.claims} & {spots[claim] for claim in two.claims}
    )


def _bent(start: Point, end: Point) -> tuple[Point, Point, Point, Point]:
    """Lead a curve out of one mark and into the other, upright at both; over their heads where they stand level."""
    (x1, y1), (x2, y2) = start, end
    if abs(y1 - y2) < 2 * _GAP:
        top = min(y1, y2) - _GAP
        return ((x1, y1 - _GAP), (x1, top - 12), (x2, top - 12), (x2, y2 - _GAP))
    down = 1 if y2 > y1 else -1
    y1, y2 = y1 + down * _GAP, y2 - down * _GAP
    middle = (y1 + y2) / 2
    return ((x1, y1), (x1, middle), (x2, middle), (x2, y2))


def _near(spot: Point, path: Sequence[Point]) -> bool:
    """Say whether a path passes over a mark."""
    return any(_distance(spot, one, other) < _CLEAR for one, other in pairwise(path))


def _distance(spot: Point, one: Point, other: Point) -> float:
    """Give the distance of a spot from a straight stroke."""
    (x1, y1), (x2, y2) = one, other
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = ((spot[0] - x1) * (x2 - x1) + (spot[1] - y1) * (y2 - y1)) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(spot[0] - x1 - share * (x2 - x1), spot[1] - y1 - share * (y2 - y1))


def _cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Say whether two paths cross."""
    return any(_meet(first, second) for first in pairwise(one) for second in pairwise(other))


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def side(line: tuple[Point, Point], spot: Point) -> float:
        (x1, y1), (x2, y2) = line
        return (x2 - x1) * (spot[1] - y1) - (y2 - y1) * (spot[0] - x1)

    return side(one, other[0]) * side(one, other[1]) < 0 and side(other, one[0]) * side(other, one[1]) < 0
