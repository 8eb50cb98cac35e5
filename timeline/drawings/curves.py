"""Cubic Bézier curves as points, to see what they would run through."""

from __future__ import annotations

from timeline.drawings.values import Point


def sampled(points: tuple[Point, Point, Point, Point], steps: int = 17) -> list[Point]:
    """Give points along a cubic Bézier curve; an odd number of steps, so that two curves do not meet just in a point of both."""
    found = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        found.append(
            (
                sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
            )
        )
    return found
