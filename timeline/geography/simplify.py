"""Fewer points for the same line: Douglas and Peucker's method (1973).

What enters: points in any plane, and how far the line may move. What leaves: which points stay. Nothing is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def simplify(points: Sequence[Point], tolerance: float) -> list[int]:
    """Choose the points that a line needs so that no point left out is farther from it than the tolerance.

    Args:
        points: Of one line or ring, in any unit that is the same in both directions.
        tolerance: In that unit.

    Returns:
        Indexes of the points to keep, in order; first and last always stay.
    """
    last = len(points) - 1
    if last < 2:
        return list(range(last + 1))
    keep = bytearray(last + 1)
    keep[0] = keep[last] = 1
    limit = tolerance * tolerance
    parts = [(0, last)]
    while parts:
        start, end = parts.pop()
        farthest, index = _farthest(points, start, end)
        if farthest > limit:
            keep[index] = 1
            if index - start > 1:
                parts.append((start, index))
            if end - index > 1:
                parts.append((index, end))
    return [index for index, kept in enumerate(keep) if kept]


def _farthest(points: Sequence[Point], start: int, end: int) -> tuple[float, int]:
    """Find the point between two others that is farthest from the line between them: squared distance, index."""
    (ax, ay), (bx, by) = points[start], points[end]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    farthest, found = -1.0, start
    for index in range(start + 1, end):
        x, y = points[index]
        px, py = x - ax, y - ay
        if length:
            along = min(1.0, max(0.0, (px * dx + py * dy) / length))
            px, py = px - along * dx, py - along * dy
        distance = px * px + py * py
        if distance > farthest:
            farthest, found = distance, index
    return farthest, found
