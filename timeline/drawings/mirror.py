"""A drawing seen in a mirror, for charts without a numeric axis in scripts that run from right to left.

Enters: a `Drawing`. Leaves: the same, its left at the right. Words keep their own direction and change only the end that they are held at;
signs and shapes are the same on both sides.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.drawings.values import Anchor, Drawing, Part, Point

_ENDS: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def mirrored(drawing: Drawing) -> Drawing:
    """Mirror a drawing without marks that point back in time."""
    width = drawing.width

    def across(point: Point) -> Point:
        return (width - point[0], point[1])

    def part(one: Part) -> Part:
        return replace(
            one,
            boxes=tuple(
                replace(box, left=width - box.right, open_left=box.open_right, open_right=box.open_left)
                for box in one.boxes
            ),
            lines=tuple(replace(line, points=tuple(map(across, line.points))) for line in one.lines),
            curves=tuple(
                replace(
                    curve,
                    points=(
                        across(curve.points[0]),
                        across(curve.points[1]),
                        across(curve.points[2]),
                        across(curve.points[3]),
                    ),
                )
                for curve in one.curves
            ),
            texts=tuple(replace(text, x=width - text.x, anchor=_ENDS[text.anchor]) for text in one.texts),
            marks=tuple(replace(mark, x=width - mark.x) for mark in one.marks),
            signs=tuple(replace(sign, x=width - sign.x) for sign in one.signs),
            discs=tuple(replace(disc, x=width - disc.x) for disc in one.discs),
        )

    return replace(drawing, parts=tuple(part(one) for one in drawing.parts))
