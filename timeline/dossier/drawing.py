"""Drawings as the template takes them: points, boxes, words and shapes, with what each is for.

What enters: a `Drawing`, in its own units. What leaves: the same as lists of numbers and strings. The template sets it to the
width of the page, so that its type has one size in all drawings.
"""

from __future__ import annotations

from timeline.dossier.setting import Json
from timeline.drawings.values import Drawing, Part
from timeline.text import direction

UNITS_WIDE = 13 / 8
"""Units of a drawing, whose type is 13 units high, for a point of the page, where its type is 8 points."""


def drawn(drawing: Drawing, alternative: str) -> dict[str, Json]:
    """Make a drawing, with the words that stand for it where it cannot be seen."""
    return {
        "width": drawing.width,
        "height": drawing.height,
        "alt": alternative,
        "parts": [_part(part) for part in drawing.parts],
    }


def _part(part: Part) -> dict[str, Json]:
    return {
        "slot": part.slot,
        "boxes": [
            {
                "x": box.left,
                "y": box.top,
                "w": box.width,
                "h": box.height,
                "role": box.role.value,
                "open": [box.open_left, box.open_right],
            }
            for box in part.boxes
        ],
        "lines": [{"points": _points(line.points), "role": line.role.value} for line in part.lines],
        "curves": [{"points": _points(curve.points), "role": curve.role.value} for curve in part.curves],
        "texts": [
            {
                "x": text.x,
                "y": text.y,
                "text": text.text,
                "role": text.role.value,
                "anchor": text.anchor,
                "dir": direction(text.text),
            }
            for text in part.texts
        ],
        "marks": [
            {
                "x": mark.x,
                "y": mark.y,
                "r": mark.radius,
                "filled": mark.filled,
                "tail": mark.tail,
                "gone": mark.withdrawn,
            }
            for mark in part.marks
        ],
        "discs": [{"x": disc.x, "y": disc.y, "r": disc.radius} for disc in part.discs],
        "signs": [{"x": sign.x, "y": sign.y, "r": sign.radius, "kind": sign.kind} for sign in part.signs],
    }


def _points(points: tuple[tuple[float, float], ...]) -> list[Json]:
    return [[x, y] for x, y in points]
