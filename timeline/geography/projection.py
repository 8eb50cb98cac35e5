"""From the sphere to a plane, in kilometres, x to the east and y to the north.

What enters: degrees. What leaves: kilometres from the middle of the map. Up to the size of a continent a map is Lambert's
azimuthal equal-area projection about its own middle (Snyder, Map Projections, 1987, p. 182), in which no side looks larger
than it is; a map of the world is the Equal Earth projection (Šavrič, Patterson and Jenny, 2018), which keeps areas too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from timeline.geography.sphere import RADIUS, Position, wrapped

XY = tuple[float, float]

REACH = 60.0
"""How far from its middle, in degrees, an azimuthal map may show: a box of degrees round such a part of the Earth never
holds the point opposite its middle, which has no place on the map (if it holds a pole, the middle is beyond 30 degrees)."""


class Projection(Protocol):
    """A way to draw the sphere on a plane."""

    @property
    def centre(self) -> Position:
        """The middle of the map."""

    def project(self, north: float, east: float) -> XY:
        """Give the place of a point, kilometres east and north of the middle."""


@dataclass(frozen=True, slots=True)
class Azimuthal:
    """Lambert's azimuthal equal-area projection about a point."""

    centre: Position

    def project(self, north: float, east: float) -> XY:
        """Give the place of a point; the one opposite the middle is drawn somewhere on the rim."""
        up, up0 = math.radians(north), math.radians(self.centre.north)
        turn = math.radians(east - self.centre.east)
        sin_up, cos_up, sin_up0, cos_up0 = math.sin(up), math.cos(up), math.sin(up0), math.cos(up0)
        flat = cos_up * math.cos(turn)
        scale = RADIUS * math.sqrt(2 / max(1e-9, 1 + sin_up0 * sin_up + cos_up0 * flat))
        return scale * cos_up * math.sin(turn), scale * (cos_up0 * sin_up - sin_up0 * flat)

    def inverse(self, x: float, y: float) -> Position:
        """Give the point that is drawn at a place within the map's disc."""
        rho = math.hypot(x, y)
        if rho < 1e-9:
            return self.centre
        angle = 2 * math.asin(min(1.0, rho / (2 * RADIUS)))
        up0 = math.radians(self.centre.north)
        up = math.cos(angle) * math.sin(up0) + y * math.sin(angle) * math.cos(up0) / rho
        turn = math.atan2(
            x * math.sin(angle),
            rho * math.cos(up0) * math.cos(angle) - y * math.sin(up0) * math.sin(angle),
        )
        north = math.degrees(math.asin(max(-1.0, min(1.0, up))))
        return Position(north, wrapped(self.centre.east + math.degrees(turn)))


_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """The Equal Earth projection; the map is cut on the other side of its middle meridian."""

    meridian: float

    @property
    def centre(self) -> Position:
        """The middle of the map, on the equator."""
        return Position(0, self.meridian)

    def project(self, north: float, east: float) -> XY:
        """Give the place of a point.

        Args:
            north: Degrees.
            east: Degrees, within 180 of the middle meridian. The two edges of the map are one meridian, so a longitude
                is not brought into range here.
        """
        theta = math.asin(_M * math.sin(math.radians(north)))
        square = theta * theta
        sixth = square**3
        turn = math.radians(east - self.meridian)
        slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
        x = turn * math.cos(theta) / (_M * slope)
        y = theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
        return RADIUS * x, RADIUS * y
