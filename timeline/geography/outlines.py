"""Land, lakes, coasts and rivers of a view, ready to be drawn.

What enters: a view. What leaves: rings to fill and lines to stroke, in the view's unit, cut to its frame, with no more points
than the eye can tell apart. A ring's edge along the frame or along the 180th meridian is never part of a line, so that no
coast is drawn where there is none.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from timeline.geography.clip import Point, Rectangle, clip_line, clip_ring
from timeline.geography.format import LEVELS, Atlas, Box, Layer, Level
from timeline.geography.simplify import simplify
from timeline.geography.view import View

Line = tuple[Point, ...]
"""Points to be joined by straight lines."""

DEGREE = 111.195
"""Kilometres of a degree of latitude."""

LAP = 0.02
"""Degrees by which two parts of one land overlap where the data or the map cut it, so that no seam shows."""

STEP = 1.5
"""Degrees after which a long straight line of the data gets a further point, since it is a curve on the map."""

COAST_SINCE = 20.0
"""Kilometres of a map's shorter side below which no coast is drawn: a kilometre of error would put places into the sea."""

RIVERS_SINCE = 70.0
"""Kilometres of a map's shorter side below which no river or lake is drawn: they are off by up to some two kilometres,
and on which bank a place lies may be what the dispute is about."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """What the Earth looks like in a frame, in the view's unit."""

    land: tuple[Line, ...] = ()
    """Closed rings, to be filled by winding number (nonzero): seas inside land run the other way round."""

    lakes: tuple[Line, ...] = ()
    """Closed rings, drawn over the land; islands run the other way round."""

    coasts: tuple[Line, ...] = ()
    """Lines, also round lakes."""

    rivers: tuple[Line, ...] = ()
    """Lines. Where they run through lakes, the lakes are drawn over them."""

    @property
    def points(self) -> int:
        """How many points all of it has."""
        return sum(len(line) for line in (*self.land, *self.lakes, *self.coasts, *self.rivers))


def outlines(view: View, fineness: float = 0.6, most: int = 5000) -> Outlines:
    """Draw the Earth of a view.

    Args:
        view: What is shown.
        fineness: How far a line may be from where it belongs, in the view's unit. An island or lake whose box is smaller
            than three times that, squared, is left out.
        most: Points in all, about; beyond that everything is drawn less finely.
    """
    shorter = min(view.width, view.height) * view.kilometres
    if shorter < COAST_SINCE:
        return Outlines()
    level = level_for(view.kilometres * 1.5 * fineness)
    fills: dict[Layer, list[Line]] = {Layer.LAND: [], Layer.LAKES: []}
    strokes: dict[Layer, list[Line]] = {layer: [] for layer in Layer}
    for box, shift in windows(view):
        part = _Part(view, box, shift, fineness)
        for layer, degrees in atlas(level).near(box):
            if layer is not Layer.LAND and shorter < RIVERS_SINCE:
                continue
            if layer is Layer.RIVERS:
                strokes[layer] += part.lines(degrees)
            elif part.is_visible(degrees):
                filled, edges = part.ring(degrees)
                fills[layer] += filled
                strokes[layer] += edges
    earth = Outlines(
        land=tuple(fills[Layer.LAND]),
        lakes=tuple(fills[Layer.LAKES]),
        coasts=(*strokes[Layer.LAND], *strokes[Layer.LAKES]),
        rivers=tuple(strokes[Layer.RIVERS]),
    )
    while earth.points > most and fineness < 4:
        fineness *= 1.4
        earth = _coarser(earth, fineness)
    return earth


def _coarser(earth: Outlines, fineness: float) -> Outlines:
    """Draw the same with fewer points."""

    def less(lines: tuple[Line, ...], least: int) -> tuple[Line, ...]:
        shorter = (tuple(line[index] for index in simplify(line, fineness)) for line in lines)
        return tuple(line for line in shorter if len(line) >= least and _reach(line) > 3 * fineness)

    return Outlines(
        land=less(earth.land, 4),
        lakes=less(earth.lakes, 4),
        coasts=less(earth.coasts, 2),
        rivers=less(earth.rivers, 2),
    )


def _reach(line: Line) -> float:
    """Give the longer side of the box of a line."""
    xs, ys = [point[0] for point in line], [point[1] for point in line]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def level_for(kilometres: float) -> Level:
    """Choose the coarsest level of detail that is off by no more than this."""
    return next((level for level in reversed(LEVELS) if level.tolerance * DEGREE <= kilometres), LEVELS[0])


@cache
def atlas(level: Level) -> Atlas:
    """Open a level's file."""
    return Atlas((resources.files("timeline.geography") / "data" / level.file).read_bytes(), level.unit)


def windows(view: View) -> Iterator[tuple[Box, float]]:
    """Take a view's box apart into boxes of the data, from -180 to 180, each with what to add to its longitudes."""
    box = view.box
    for shift in (-360.0, 0.0, 360.0):
        west, east = max(-180.0, box.west - shift), min(180.0, box.east - shift)
        if west < east:
            yield Box(west, box.south, east, box.north), shift


@dataclass(frozen=True, slots=True)
class _Part:
    """A view's part of the data, in which longitudes need the same shift."""

    view: View
    box: Box
    shift: float
    fineness: float

    def is_visible(self, ring: Sequence[Point]) -> bool:
        """Tell whether a ring is large enough to be seen."""
        xs, ys = [point[0] for point in ring], [point[1] for point in ring]
        unit = DEGREE / self.view.kilometres
        low = min(abs(min(ys)), abs(max(ys))) if min(ys) * max(ys) > 0 else 0
        width = (max(xs) - min(xs)) * math.cos(math.radians(low)) * unit
        return width * (max(ys) - min(ys)) * unit > (3 * self.fineness) ** 2

    def ring(self, degrees: Sequence[Point]) -> tuple[list[Line], list[Line]]:
        """Project a ring and cut it to the frame: what to fill, and what to stroke."""
        west, south, east, north = self.box
        if all(west < x < east and south < y < north and -180 < x < 180 for x, y in degrees):
            placed = self._placed(degrees)
            return _closed(clip_ring(placed, self.view.frame)), _open(clip_line(placed, self.view.frame))
        lines = [line for piece in _natural(degrees) for line in self.lines(piece)]
        # Where a part of the Earth meets its other part, on the 180th meridian or behind a pole, both reach over.
        lap = 0.0 if self.view.world and east - west > 359 else LAP
        ring = clip_ring(degrees, Rectangle(west - lap, south, east + lap, north))
        if not ring:
            return [], lines
        ring = [(self._lapped(x), y) for x, y in ring]
        return _closed(clip_ring(self._placed([*ring, ring[0]]), self.view.frame)), lines

    def lines(self, degrees: Sequence[Point]) -> list[Line]:
        """Project a line and cut it to the frame."""
        pieces = clip_line(degrees, Rectangle(*self.box))
        return [line for piece in pieces for line in _open(clip_line(self._placed(piece), self.view.frame))]

    def _placed(self, degrees: Sequence[Point]) -> list[Point]:
        place, shift = self.view.place_unwrapped, self.shift
        placed = [place(y, x + shift) for x, y in _stepped(degrees)]
        return [placed[index] for index in simplify(placed, self.fineness)]

    def _lapped(self, east: float) -> float:
        """Move the end of the data a little, unless the map ends there too."""
        inside = self.view.box.west < east + self.shift < self.view.box.east
        if (self.view.world and not inside) or -180 < east < 180:
            return east
        return east + (LAP if east >= 180 else -LAP)


def _closed(ring: Sequence[Point]) -> list[Line]:
    return [(*ring, ring[0])] if len(ring) > 2 else []


def _open(lines: Sequence[Sequence[Point]]) -> list[Line]:
    return [tuple(line) for line in lines]


def _natural(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """Take out the edges that the data have only to close a ring: along the 180th meridian and at the pole."""
    piece = [ring[0]]
    for before, point in itertools.pairwise(ring):
        if (abs(before[0]) > 179.99 and abs(point[0]) > 179.99) or (before[1] <= -89.9 and point[1] <= -89.9):
            if len(piece) > 1:
                yield piece
            piece = [point]
        else:
            piece.append(point)
    if len(piece) > 1:
        yield piece


def _stepped(line: Sequence[Point]) -> Iterator[Point]:
    """Add points to the long straight parts of a line of degrees."""
    yield line[0]
    for (x, y), (a, b) in itertools.pairwise(line):
        steps = int(max(abs(a - x), abs(b - y)) / STEP)
        for step in range(1, steps + 1):
            part = step / (steps + 1)
            yield x + part * (a - x), y + part * (b - y)
        yield a, b
