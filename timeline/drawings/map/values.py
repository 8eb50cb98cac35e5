"""What a map is made of: points in the drawing's own unit (px on a page, pt on paper), x to the right, y down.

A printer paints a `MapDrawing` in this order: the sea, land, rivers, lakes, coasts, graticule, distance rings, the frames of
nearer maps, leader lines, symbols, labels, scale bar. All of it is inside the frame already. Words have a halo of the ground.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from timeline.drawings.values import Anchor, Point
from timeline.model import Exactness

Line = tuple[Point, ...]
"""Points to be joined by straight lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place to be drawn."""

    id: str
    name: str
    """As printed in the source, plain."""

    north: Decimal
    """Degrees, WGS 84, no finer than its exactness allows."""

    east: Decimal
    exactness: Exactness | None
    """`None` where nobody said how exactly the coordinates are known."""

    counts: tuple[tuple[int, int], ...]
    """Slot of a lane and the number of its claims that name the place, in lane order; lanes without one are there with 0."""

    number: int
    """Of the place in the list beside the map, from 1: by claims, then by name."""

    @property
    def total(self) -> int:
        """How many claims name it."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """Sizes of type, in the drawing's unit. The face is taken to be as wide as Source Sans 3."""

    name: float
    """Names of places."""

    main: float
    """The name of the place with the most claims."""

    small: float
    """Degrees, distances and counts."""

    widest: float
    """Width after which a name is broken into lines."""

    reading: float = 1.25
    """Line height, as a multiple of the size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A line of type; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = "start"
    """Start is left, in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMark:
    """How many claims of one lane name a place: the lane's shape and the number behind it."""

    slot: int
    x: float
    """Centre of the shape."""

    y: float
    radius: float
    number: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The name of a place and its counts; or only its number in the list, where there is no room for more."""

    left: float
    top: float
    width: float
    height: float
    words: tuple[Word, ...]
    """The lines of the name, or the number."""

    counts: tuple[CountMark, ...] = ()
    """Of the lanes that have claims about the place."""

    leader: tuple[Point, Point] | None = None
    """A thin line from the symbol to the label, where the label stands away from it."""

    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A place on the map."""

    place: MapPlace
    x: float
    y: float
    dot: float
    """Radius of the filled dot; 0 for none."""

    ring: float
    """Radius of the circle within which the place may be: 0 for none. It is hollow."""

    dashed: bool
    """Whether the circle is dashed: a region whose bounds nobody has drawn, or coordinates of unstated exactness."""

    label: Label | None
    """`None` where not even its number finds room; the list beside the map has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceRing:
    """All points at one distance from the main place, as far as they are inside the frame."""

    kilometres: float
    lines: tuple[Line, ...]
    label: Word | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleBar:
    """A length on the ground, true in the middle of the map."""

    left: float
    right: float
    y: float
    label: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearer:
    """The frame of another map that shows this part larger."""

    map: int
    """Its index among the maps."""

    outline: Line
    """Closed."""

    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDrawing:
    """One map."""

    width: float
    height: float
    kilometres: float
    """That one unit shows in the middle of the map."""

    sea: tuple[Line, ...]
    """Closed: the frame, or the outline of the globe on a map of the world; empty without a coast (`has_coast`)."""

    land: tuple[Line, ...] = ()
    """Closed rings, to be filled by winding number (nonzero)."""

    lakes: tuple[Line, ...] = ()
    coasts: tuple[Line, ...] = ()
    rivers: tuple[Line, ...] = ()
    graticule: tuple[Line, ...] = ()
    degrees: tuple[Word, ...] = ()
    """Labels of the graticule."""

    rings: tuple[DistanceRing, ...] = ()
    scale: ScaleBar | None = None
    """`None` on a map of the world, where no length is true everywhere."""

    nearer: tuple[Nearer, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    """Most claims first."""

    main: str | None = None
    """Id of the place that the rings are drawn round."""

    has_coast: bool = True
    """False where the map is so near that the coastlines on file are too coarse to be drawn."""

    has_rivers: bool = True
    """The same of rivers and lakes, which are coarser."""

    places: tuple[str, ...] = field(default=())
    """Ids of all places that this map is of, those inside a nearer one included."""
