"""The shapes of the lanes and the signs of the relations, as points and path data.

Enters: a slot or a kind of relation. Leaves: corners round a centre, or strokes in a box of 16 by 16. They are drawn
rather than set in type because "≠" and its kin are missing from many fonts.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.drawings.values import Point

SLOTS = 7
"""How many lanes have a colour and a shape of their own."""

SHAPE_NAMES = ("circle", "diamond", "square", "triangle", "inverted triangle", "cross", "hexagon")
"""In words, for slots 1 to 7."""

# Corners of each shape round (0, 0), for a circle of radius 1. Sizes are chosen so that all shapes have about the same
# area: no lane looks heavier than another.
_CORNERS: Mapping[int, tuple[Point, ...]] = {
    1: (),
    2: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    3: ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    4: ((0, -1.15), (1.25, 1), (-1.25, 1)),
    5: ((0, 1.15), (-1.25, -1), (1.25, -1)),
    6: (
        (-0.42, -1.1),
        (0.42, -1.1),
        (0.42, -0.42),
        (1.1, -0.42),
        (1.1, 0.42),
        (0.42, 0.42),
        (0.42, 1.1),
        (-0.42, 1.1),
        (-0.42, 0.42),
        (-1.1, 0.42),
        (-1.1, -0.42),
        (-0.42, -0.42),
    ),
    7: ((-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0)),
}


def wrapped(slot: int) -> int:
    """Fold a lane's place in the order into the slots that exist: the eighth lane gets the first slot again."""
    return (slot - 1) % SLOTS + 1


def corners(slot: int, x: float = 0, y: float = 0, radius: float = 1) -> tuple[Point, ...]:
    """Give the corners of a slot's shape round (x, y); none for the first, which is the circle itself.

    Args:
        slot: 1 to 7.
        x: Centre.
        y: Centre.
        radius: Of the circle; the other shapes have about its area.

    Raises:
        KeyError: The slot has no shape.
    """
    return tuple((x + dx * radius, y + dy * radius) for dx, dy in _CORNERS[slot])


DISPUTES = "disputes"

SIGNS: Mapping[str, str] = {
    DISPUTES: "M4.4 6.5h7.2M4.4 9.5h7.2M10.6 3.9 5.4 12.1",
    "clarifies": "M3.5 3v6h8.5M9 6l3 3-3 3",
    "retracts": "M6 3.5 3 6.5l3 3M3.5 6.5h6a3.2 3.2 0 0 1 0 6.4H6.5",
    "repeats": "M6.8 4 5 8.6M11 4 9.2 8.6",
    "agrees_with": "M3 6.8c1.7-2 3.3-2 5 0s3.3 2 5 0M3 10.8c1.7-2 3.3-2 5 0s3.3 2 5 0",
    "differs_from": "M2.5 8H6l6.5-3.8M6 8l6.5 3.8",
}
"""SVG path data in a box of 16 by 16, to be stroked 1.6 wide with round ends and corners, by kind of relation.

That of a dispute stands, 1.5 wide and in the colour of the paper, on a disc of radius 7.5 round (8, 8)."""

TAIL = "M-6 0h-9m3-3-3 3 3 3"
"""The arrow of "or earlier", round the centre of its mark; stroked 1.5 wide."""

STRIKE = 6.8
"""How far the line through a withdrawn claim's mark reaches to either side of its centre, for radius 5."""
