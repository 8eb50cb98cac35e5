"""Which part of the Earth a map shows: the smallest one that holds its places with room for their names.

What enters: positions, and the width that the drawing has. What leaves: a `View`. Up to the size of a continent it is an
azimuthal map about the middle of the places, beyond that one of the world, cut where there is the widest gap between them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.geography import RADIUS, REACH, Azimuthal, EqualEarth, Point, Position, View, distance, middle

LOWEST, HIGHEST = -57.0, 80.0
"""Parallels that a map of the world ends at unless a place lies beyond: there is no town there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The room that a drawing has."""

    name: str
    width: float
    lowest: float
    """Height at least."""

    highest: float
    """Height at most."""

    beside: float
    """Room kept free for names at the left and right."""

    above: float
    """The same above and below."""


def fit(positions: Sequence[Position], frame: Frame, least: float) -> View:
    """Choose the view of some places.

    Args:
        positions: At least one.
        frame: Room for the drawing.
        least: Kilometres that the width shows at least.
    """
    centre = middle(list(positions))
    if max(distance(centre, position) for position in positions) < math.radians(REACH) * RADIUS * 0.95:
        view = _near(positions, centre, frame, least)
        corner = math.hypot(view.width, view.height) / 2 * view.kilometres
        # On Lambert's azimuthal map a distance from the middle is the chord, not the arc.
        if corner < 2 * RADIUS * math.sin(math.radians(REACH) / 2):
            return view
    return _world(positions, frame)


def _near(positions: Sequence[Position], centre: Position, frame: Frame, least: float) -> View:
    projection = Azimuthal(centre)
    for _ in range(3):
        left, low, right, high = _extent([projection.project(*position) for position in positions])
        projection = Azimuthal(projection.inverse((left + right) / 2, (low + high) / 2))
    left, low, right, high = _extent([projection.project(*position) for position in positions])
    across, down = right - left, high - low
    kilometres = max(across / (frame.width - 2 * frame.beside), least / frame.width)
    height = min(frame.highest, max(frame.lowest, down / kilometres + 2 * frame.above))
    kilometres = max(kilometres, down / (height - 2 * frame.above))
    return View(projection, frame.width, round(height), kilometres)


def _world(positions: Sequence[Position], frame: Frame) -> View:
    projection = EqualEarth(_meridian([position.east for position in positions]))
    whole = 2 * projection.project(0, projection.meridian + 180)[0]
    south = min(LOWEST, *(position.north - 8 for position in positions))
    north = max(HIGHEST, *(position.north + 4 for position in positions))
    low = projection.project(max(-90, south), projection.meridian)[1]
    high = projection.project(min(90, north), projection.meridian)[1]
    kilometres = whole / (frame.width - 2)
    height = (high - low) / kilometres
    return View(projection, frame.width, round(height), kilometres, (0, (low + high) / 2))


def _meridian(easts: Sequence[float]) -> float:
    """Find the middle meridian of a map that is cut in the middle of the widest gap; a multiple of ten degrees."""
    around = sorted({east % 360 for east in easts})
    gaps = [(b - a, (a + b) / 2) for a, b in pairwise([*around, around[0] + 360])]
    _, cut = max(gaps)
    return (round((cut + 180) / 10) * 10 + 180) % 360 - 180


def _extent(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)
