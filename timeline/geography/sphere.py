"""Distances and directions on the sphere.

What enters: degrees. What leaves: kilometres, or degrees again. The Earth is taken for a sphere of the mean radius of
WGS 84 (IUGG 1980); a distance is then wrong by 0.5 % at most.
"""

from __future__ import annotations

import math
from typing import NamedTuple

RADIUS = 6371.0088
"""Kilometres."""


class Position(NamedTuple):
    """A point of the Earth: degrees north and east, WGS 84."""

    north: float
    east: float


def distance(one: Position, other: Position) -> float:
    """Distance along the great circle, in kilometres (haversine, exact for near points too)."""
    a, b = math.radians(one.north), math.radians(other.north)
    half_north, half_east = (b - a) / 2, math.radians(other.east - one.east) / 2
    chord = math.sin(half_north) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_east) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, chord)))


def destination(start: Position, bearing: float, kilometres: float) -> Position:
    """Go some way along a great circle.

    Args:
        start: Where from.
        bearing: Degrees clockwise from north.
        kilometres: How far.
    """
    angle, way = kilometres / RADIUS, math.radians(bearing)
    north, east = math.radians(start.north), math.radians(start.east)
    # Turned in space rather than by angles, which have no meaning at the poles.
    ahead, aside = math.cos(way) * math.sin(angle), math.sin(way) * math.sin(angle)
    flat = math.cos(north) * math.cos(angle) - math.sin(north) * ahead
    x = flat * math.cos(east) - aside * math.sin(east)
    y = flat * math.sin(east) + aside * math.cos(east)
    z = math.sin(north) * math.cos(angle) + math.cos(north) * ahead
    return Position(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))


def wrapped(degrees: float) -> float:
    """Bring a longitude into the range from -180 up to, but not including, 180."""
    return (degrees + 180) % 360 - 180


def middle(positions: list[Position]) -> Position:
    """Give the point in the middle of several: the mean of their directions from the Earth's centre.

    Positions that cancel one another out, such as the two poles, have no such point; then the first one is given.
    """
    x = y = z = 0.0
    for north, east in positions:
        flat = math.cos(math.radians(north))
        x += flat * math.cos(math.radians(east))
        y += flat * math.sin(math.radians(east))
        z += math.sin(math.radians(north))
    length = math.sqrt(x * x + y * y + z * z)
    if length < 1e-9 * len(positions):
        return positions[0]
    return Position(math.degrees(math.asin(z / length)), math.degrees(math.atan2(y, x)))
