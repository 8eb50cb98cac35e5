"""A map's window on the Earth: which part it shows, and where a point of the Earth is in it.

What enters: a projection, a scale and a frame. What leaves: places in the frame, in its own unit (px or pt), x to the right
and y down from its upper left corner; and the box of degrees that holds all that the frame can show.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from timeline.geography.clip import Point, Rectangle
from timeline.geography.format import Box
from timeline.geography.projection import Azimuthal, EqualEarth
from timeline.geography.sphere import Position, wrapped


@dataclass(frozen=True)
class View:
    """A frame on a projected Earth."""

    projection: Azimuthal | EqualEarth
    width: float
    height: float
    kilometres: float
    """That one unit of the frame shows at the middle of the map."""

    middle: Point = (0.0, 0.0)
    """What is in the middle of the frame: kilometres east and north of the middle of the projection."""

    @property
    def frame(self) -> Rectangle:
        """The frame itself."""
        return Rectangle(0, 0, self.width, self.height)

    @property
    def world(self) -> bool:
        """Whether it is a map of the world, which ends at a meridian."""
        return isinstance(self.projection, EqualEarth)

    def place(self, north: float, east: float) -> Point:
        """Say where a point of the Earth is drawn; on a map of the world it is first brought round to the map's side."""
        if self.world:
            meridian = self.projection.centre.east
            east = meridian + wrapped(east - meridian)
        return self.place_unwrapped(north, east)

    def place_unwrapped(self, north: float, east: float) -> Point:
        """Say where a point of the Earth is drawn that is on the map's side already."""
        x, y = self.projection.project(north, east)
        return (
            self.width / 2 + (x - self.middle[0]) / self.kilometres,
            self.height / 2 - (y - self.middle[1]) / self.kilometres,
        )

    def shows(self, point: Point, margin: float = 0) -> bool:
        """Tell whether a point is inside the frame, at least so far from its sides."""
        x, y = point
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    @cached_property
    def box(self) -> Box:
        """The degrees that hold all of the frame; with some more round it."""
        if isinstance(self.projection, EqualEarth):
            meridian = self.projection.meridian
            return Box(meridian - 180, self._latitude(self.height), meridian + 180, self._latitude(0))
        edge = [self.position(x, y) for x, y in self._edge()]
        norths = [position.north for position in edge]
        meridian = self.projection.centre.east
        turns = [wrapped(position.east - meridian) for position in edge]
        low, high, left, right = min(norths), max(norths), min(turns), max(turns)
        for pole in (-90, 90):
            if self.shows(self.place(pole, meridian)):
                low, high = (pole, high) if pole < 0 else (low, pole)
                left, right = -180, 180
        spare = 0.05 + 0.02 * (high - low)
        wide = right - left >= 350
        spare_east = spare / max(0.05, math.cos(math.radians(min(89, max(abs(low), abs(high))))))
        return Box(
            meridian + (-180 if wide else max(-180, left - spare_east)),
            max(-90, low - spare),
            meridian + (180 if wide else min(180, right + spare_east)),
            min(90, high + spare),
        )

    def position(self, x: float, y: float) -> Position:
        """Say which point of the Earth is drawn somewhere, on a map that is not of the world.

        Raises:
            TypeError: It is one of the world.
        """
        if not isinstance(self.projection, Azimuthal):
            raise TypeError("a map of the world is not read backwards")
        return self.projection.inverse(
            self.middle[0] + (x - self.width / 2) * self.kilometres,
            self.middle[1] + (self.height / 2 - y) * self.kilometres,
        )

    def _edge(self) -> list[Point]:
        """Take points along all four sides."""
        parts = [index / 24 for index in range(25)]
        across = [(part * self.width, y) for part in parts for y in (0.0, self.height)]
        down = [(x, part * self.height) for part in parts for x in (0.0, self.width)]
        return across + down

    def _latitude(self, y: float) -> float:
        """Find the parallel that is drawn at a height, by halving; the pole where the frame reaches beyond it."""
        low, high = -90.0, 90.0
        meridian = self.projection.centre.east
        for _ in range(40):
            half = (low + high) / 2
            if self.place_unwrapped(half, meridian)[1] > y:
                low = half
            else:
                high = half
        return (low + high) / 2
