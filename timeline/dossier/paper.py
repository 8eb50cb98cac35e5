"""Sizes of the printed page: the sheet, the columns, and what of the text fits into them.

What enters: the sheet and how many lanes there are. What leaves: lengths in points, and estimates of how high a text
will be. The estimates decide alone whether a claim or a row may be broken over two pages, never where: they need
not be right, only on the safe side.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Sheet = Literal["a4", "us-letter"]

SHEETS: dict[Sheet, tuple[float, float]] = {"a4": (595.28, 841.89), "us-letter": (612.0, 792.0)}
"""Width and height upright, points."""

MILLIMETRE = 72 / 25.4

TOP, SIDE, BOTTOM = 17 * MILLIMETRE, 15 * MILLIMETRE, 18 * MILLIMETRE
"""Margins."""

LANDSCAPE_FROM = 5
"""Lanes from which the sheet lies on its side."""

SEQUENTIAL_FROM = 8
"""Lanes from which one lane stands below another."""

SEQUENTIAL_WIDTH = 400.0
"""Points that a claim is wide where lanes stand below one another."""

_NARROW = frozenset("iljtfrI.,:;'’“”|!()[]-· ")
_BROAD = frozenset("mwMWЖШЩЮФжшщюфмы@%&—")


@lru_cache(maxsize=4096)
def _breadth(character: str) -> float:
    """Estimate the width of a character as a part of the size of type; rather too wide."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1.0
    if character in _NARROW:
        return 0.31
    if character in _BROAD:
        return 0.87
    return 0.68 if character.isupper() else 0.54


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet for a number of lanes."""

    sheet: Sheet
    lanes: int
    direction: str = "ltr"

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return LANDSCAPE_FROM <= self.lanes < SEQUENTIAL_FROM

    @property
    def sequential(self) -> bool:
        """Whether one lane stands below another."""
        return self.lanes >= SEQUENTIAL_FROM

    @property
    def width(self) -> float:
        """Of the text."""
        return SHEETS[self.sheet][1 if self.landscape else 0] - 2 * SIDE

    @property
    def height(self) -> float:
        """Of the text."""
        return SHEETS[self.sheet][0 if self.landscape else 1] - TOP - BOTTOM

    @property
    def gap(self) -> float:
        """Between two columns."""
        return {1: 0, 2: 24, 3: 17, 4: 13, 5: 14, 6: 12, 7: 11}.get(self.lanes, 17)

    @property
    def column(self) -> float:
        """Width of a lane."""
        if self.sequential:
            return SEQUENTIAL_WIDTH
        return (self.width - self.gap * (self.lanes - 1)) / max(self.lanes, 1)

    @property
    def serif(self) -> float:
        """Size of a claim's words."""
        return {6: 9.0, 7: 8.6}.get(self.lanes, 9.6)

    @property
    def sans(self) -> float:
        """Size of the details of a claim."""
        return {6: 7.6, 7: 7.4}.get(self.lanes, 7.8)

    def letters(self, width: float) -> int:
        """Letters that surely stand beside one another in a width, in the size of a claim."""
        return max(int(width / (self.serif * 0.6)), 8)

    def lines(self, text: str, width: float, size: float) -> int:
        """Lines that a text needs, or one more: none ends where its column does."""
        return math.ceil(sum(map(_breadth, text)) * size * 1.08 / width)
