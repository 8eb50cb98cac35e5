"""What drawings are made of. Nothing here knows SVG or Typst, and every coordinate is in the units of its `Drawing`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Point = tuple[float, float]
"""x from the left, y from the top."""

Anchor = Literal["start", "middle", "end"]
"""Which end of words stands at their x. Axes run from left to right in every language, so start is left."""


class Role(StrEnum):
    """What a line, box, curve or word is for; each printer gives it its ink."""

    GRID = "grid"
    """A hairline that helps the eye."""

    BORDER = "border"
    """A stronger line, between days or at the end of an axis."""

    BOX = "box"
    """A day or period of which no more is known. Its ground hides the lines of the axis."""

    GROUND = "ground"
    """A band that boxes stand on; sunk, without an edge."""

    UNDATED = "undated"
    """The box of what has no date; dashed."""

    BAR = "bar"
    """A part of a day, in the lane's colour, half as strong."""

    COLUMN = "column"
    """A count, in the lane's colour."""

    HEAD = "head"
    """Name of a day, month or year above an axis, or of a column."""

    LABEL = "label"
    """Words below an axis."""

    ANSWER = "answer"
    """An answer to a topic, at the head of its row: serif, 17 px."""

    NAME = "name"
    """Name of a lane or a row."""

    NOTE = "note"
    """Quiet words beside marks."""

    NUMBER = "number"
    """How many claims a mark stands for, in the lane's colour."""

    VALUE = "value"
    """A figure, beside its mark."""

    WORDS = "words"
    """Words of a mark, such as who speaks: 14.5 px."""

    RANGE = "range"
    """A range that somebody stated, in the lane's colour."""

    OPEN = "open"
    """A range without an end, in the lane's colour; dashed."""

    DISPUTE = "dispute"
    """That one claim disputes another, in ink."""

    ARROW = "arrow"
    """From one claim to another that it clarifies, retracts or revises, in ink; and the two strokes of its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words; `y` is their baseline. Type is 13 px where the drawing is as wide as its reader."""

    x: float
    y: float
    text: str
    role: Role
    anchor: Anchor = "start"
    claims: tuple[str, ...] = ()
    """The claims that the words belong to, as those of the mark beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float
    role: Role
    open_left: bool = False
    """Whether it goes on beyond its left edge, which is then not drawn."""

    open_right: bool = False
    key: str = ""
    """For a column: the day that it begins with, in ISO 8601."""

    count: int = 0
    """For a column: how many claims it stands for."""

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Straight strokes from point to point."""

    points: tuple[Point, ...]
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A cubic Bézier curve between two claims."""

    points: tuple[Point, Point, Point, Point]
    """Start, two control points, end. The head of an arrow is drawn apart, as a `Line`."""

    role: Role
    claims: tuple[str, str]
    """The claim that disputes or clarifies, and the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The shape of a lane, for one claim or for several."""

    x: float
    """Of its centre."""

    y: float
    claims: tuple[str, ...]
    """In time order."""

    radius: float = 5.0
    """Of the circle of the first slot; `marks.corners` gives the other shapes about the same area."""

    filled: bool = True
    """Filled for a time that is known, hollow for everything else."""

    tail: bool = False
    """Whether an arrow points back from it, to the left: then or earlier."""

    withdrawn: bool = False
    """Whether all its claims were withdrawn: it is struck through."""

    @property
    def count(self) -> int:
        """How many claims it stands for; above 1 the number stands beside it as a `Text`."""
        return len(self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A disc with the sign of a relation, in ink."""

    x: float
    y: float
    kind: str
    """One of `marks.SIGNS`."""

    radius: float = 8.0
    """Of the disc."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A disc in ink whose area grows with a number."""

    x: float
    y: float
    radius: float
    count: int
    key: str
    """The day that its stretch of time begins with, in ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is painted together, in the order of these fields."""

    slot: int | None = None
    """1 to 7 where it has the colour and shape of a lane; `None` for what is drawn in ink."""

    lane: str | None = None
    """Id of that lane."""

    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    curves: tuple[Curve, ...] = ()
    texts: tuple[Text, ...] = ()
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()
    discs: tuple[Disc, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture: its parts are painted in their order."""

    width: float
    height: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A width that something is drawn for. Units are px where the page is as wide as the drawing."""

    name: str
    width: float
    names: float = 0
    """Width of the column of names; for lanes, 0 puts them above their lanes."""

    undated: float = 0
    """Width of the column of undated claims, if there are any."""

    lane: float = 40
    """Height of a lane, at least."""

    mirrored: bool = False
    """Whether names stand at the right, as in scripts that run from right to left. A numeric axis runs from left to right all the same."""

    def at(self, x: float) -> float:
        """Give the place of what stands so far from the edge at which names begin."""
        return self.width - x if self.mirrored else x

    @property
    def anchor(self) -> Anchor:
        """Which end of words stands at the place where they begin."""
        return "end" if self.mirrored else "start"
