"""What room on a map is taken, so that nothing is written over anything else.

What enters: rectangles. What leaves: whether another one is free of all of them. Rectangles are kept in cells of a grid, so
that asking costs about the same for three of them as for three hundred.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from timeline.geography import Point, Rectangle

CELL = 48.0


class Occupied:
    """The rectangles that are taken."""

    def __init__(self, frame: Rectangle) -> None:
        self._frame = frame
        self._cells: dict[tuple[int, int], list[tuple[Rectangle, str]]] = {}

    def take(self, box: Rectangle, owner: str = "") -> None:
        """Take a rectangle.

        Args:
            box: Where it is.
            owner: Whom it does not stand in the way of.
        """
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append((box, owner))

    def take_line(self, start: Point, end: Point, owner: str = "") -> None:
        """Take what a thin straight line covers."""
        for box in _along(start, end):
            self.take(box, owner)

    def is_free(self, box: Rectangle, owner: str = "") -> bool:
        """Tell whether a rectangle is inside the frame and meets none that is taken by another."""
        if box.left < self._frame.left or box.top < self._frame.top:
            return False
        if box.right > self._frame.right or box.bottom > self._frame.bottom:
            return False
        return not any(
            box.left < other.right
            and other.left < box.right
            and box.top < other.bottom
            and other.top < box.bottom
            for cell in _cells(box)
            for other, of in self._cells.get(cell, ())
            if not owner or of != owner
        )

    def is_clear(self, box: Rectangle, owner: str, distance: float) -> bool:
        """Tell whether nothing that has another owner is so near a rectangle that the one could be taken for the other's."""
        wide = Rectangle(box.left - distance, box.top - distance, box.right + distance, box.bottom + distance)
        return not any(
            wide.left < other.right
            and other.left < wide.right
            and wide.top < other.bottom
            and other.top < wide.bottom
            for cell in _cells(wide)
            for other, of in self._cells.get(cell, ())
            if of and of != owner
        )

    def is_line_free(self, start: Point, end: Point, owner: str = "") -> bool:
        """Tell whether a thin straight line meets nothing that is taken by another."""
        return all(self.is_free(box, owner) for box in _along(start, end))


def _cells(box: Rectangle) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(box.left / CELL), math.floor(box.right / CELL) + 1):
        for row in range(math.floor(box.top / CELL), math.floor(box.bottom / CELL) + 1):
            yield column, row


def _along(start: Point, end: Point) -> Iterator[Rectangle]:
    (x, y), (a, b) = start, end
    steps = max(1, math.ceil(math.hypot(a - x, b - y) / 3))
    for step in range(steps + 1):
        px, py = x + (a - x) * step / steps, y + (b - y) * step / steps
        yield Rectangle(px - 1.5, py - 1.5, px + 1.5, py + 1.5)
