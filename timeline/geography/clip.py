"""Cut rings and lines to a rectangle.

What enters: points in any plane, and a rectangle. What leaves: the parts inside. A ring stays a ring (Sutherland and
Hodgman, 1974): where it left the rectangle, an edge runs along its side, so that a fill is right; a stroke is drawn from
lines, which never run along a side. Nothing is refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Rectangle(NamedTuple):
    """Sides of a rectangle, in any unit."""

    left: float
    top: float
    right: float
    bottom: float
    """`top` is the smaller y, whichever way y runs."""


def clip_ring(ring: Sequence[Point], box: Rectangle) -> list[Point]:
    """Cut a closed ring; empty where nothing of it is inside.

    Args:
        ring: Its points; whether the first is repeated at the end makes no difference.
        box: What to keep.
    """
    points = list(ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring)
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        points = _cut(points, axis, limit, sign)
        if not points:
            return []
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """Keep what lies on one side of a line."""
    if all((point[axis] - limit) * sign >= 0 for point in points):
        return points
    kept: list[Point] = []
    before = points[-1]
    was_inside = (before[axis] - limit) * sign >= 0
    for point in points:
        is_inside = (point[axis] - limit) * sign >= 0
        if is_inside != was_inside:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + part * (point[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if is_inside:
            kept.append(point)
        before, was_inside = point, is_inside
    return kept


def clip_line(line: Sequence[Point], box: Rectangle) -> list[list[Point]]:
    """Cut a line into the pieces inside a rectangle."""
    pieces: list[list[Point]] = []
    current: list[Point] = []
    for start, end in itertools.pairwise(line):
        inside = clip_segment(start, end, box)
        if inside is None:
            if current:
                pieces.append(current)
            current = []
            continue
        first, last = inside
        if current and current[-1] != first:
            pieces.append(current)
            current = []
        if not current:
            current = [first]
        current.append(last)
        if last != end:
            pieces.append(current)
            current = []
    if current:
        pieces.append(current)
    return [piece for piece in pieces if len(piece) > 1 and any(point != piece[0] for point in piece)]


def clip_segment(start: Point, end: Point, box: Rectangle) -> tuple[Point, Point] | None:
    """Cut a straight line (Liang and Barsky, 1984); `None` where it does not touch the rectangle."""
    (x, y), (a, b) = start, end
    dx, dy = a - x, b - y
    enter, leave = 0.0, 1.0
    for step, room in ((-dx, x - box.left), (dx, box.right - x), (-dy, y - box.top), (dy, box.bottom - y)):
        if step == 0:
            if room < 0:
                return None
            continue
        part = room / step
        if step < 0:
            enter = max(enter, part)
        else:
            leave = min(leave, part)
        if enter > leave:
            return None
    first = start if enter == 0 else (x + enter * dx, y + enter * dy)
    last = end if leave == 1 else (x + leave * dx, y + leave * dy)
    return first, last
