"""Marks that carry meaning, as inline SVG: the shapes of the lanes and the signs of the relations.

They are drawn rather than set in type because "≠" and its kin are missing from many fonts. Enters: a slot or a kind of
relation. Leaves: markup in `currentColor`, which the style sheet colours; a mark without a label is hidden from
assistive technology, so the words beside it must say the same.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from markupsafe import Markup

from timeline.drawings.marks import DISPUTES, SIGNS, corners, wrapped

_BOX = 14
"""Width and height of a lane shape's box, px; the shape itself is about 12 px across."""

_RADIUS = 5.5
_STROKE = 1.8


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """Write a coordinate with at most two decimals, the same on every machine: `12`, `3.5`, `0.33`."""
    rounded = Decimal(str(value)).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)
    text = format(rounded, "f").rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def outline(slot: int, x: float = 0, y: float = 0, radius: float = _RADIUS, attributes: str = "") -> Markup:
    """Draw the bare shape of a slot as one SVG element round (x, y), to stand inside a larger drawing.

    Args:
        slot: 1 to 7.
        x: Centre, in the drawing's units.
        y: Centre, in the drawing's units.
        radius: Of the circle; the other shapes have about its area.
        attributes: Finished markup such as `class="tl-hollow"`.

    Raises:
        KeyError: The slot has no shape.
    """
    tail = f" {attributes}" if attributes else ""
    if slot == 1:
        return Markup(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{tail}/>')  # noqa: S704
    points = " ".join(f"{number(left)},{number(top)}" for left, top in corners(slot, x, y, radius))
    return Markup(f'<polygon points="{points}"{tail}/>')  # noqa: S704


@lru_cache(maxsize=256)
def shape(slot: int, *, hollow: bool = False, label: str | None = None) -> Markup:
    """Draw the shape of a lane for use in running text.

    Args:
        slot: 1 to 7; a higher one (more lanes than slots) repeats the shapes.
        hollow: Hollow for what is not known exactly, filled otherwise.
        label: What assistive technology reads out; without it the shape is decoration.
    """
    slot = wrapped(slot)
    half = _BOX // 2
    # The line of a hollow shape lies on its edge, so the shape is drawn smaller to end at the same outer edge.
    inner = (
        outline(slot, radius=_RADIUS - _STROKE / 2, attributes='class="tl-hollow"')
        if hollow
        else outline(slot)
    )
    return _svg(f"tl-shape tl-slot-{slot}", f"{-half} {-half} {_BOX} {_BOX}", _BOX, label, inner)


_STROKED = (
    'fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
)


def relation_sign(kind: str) -> Markup:
    """Draw the bare sign of a relation in a box of 16 by 16, to stand inside a larger drawing.

    Raises:
        KeyError: The kind has no sign.
    """
    if kind != DISPUTES:
        return Markup(f'<path d="{SIGNS[kind]}" {_STROKED}/>')  # noqa: S704
    disc = Markup('<circle cx="8" cy="8" r="7.5" fill="currentColor"/>')
    return disc + Markup(
        '<path class="tl-mark-sign" d="{}" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/>'
    ).format(SIGNS[kind])


_PASSIVES = {
    "disputed_by": "disputes",
    "clarified_by": "clarifies",
    "retracted_by": "retracts",
    "repeated_by": "repeats",
    "agreed_with_by": "agrees_with",
}

RELATIONS = (*SIGNS, *_PASSIVES)
"""What has a mark: the values of `RelationKind`, the same seen from the other end, and the computed `differs_from`."""


@lru_cache(maxsize=256)
def relation(kind: str, *, label: str | None = None) -> Markup:
    """Draw the mark of a relation; both ends of a relation carry the same one.

    Args:
        kind: One of `RELATIONS`, with underscores or hyphens.
        label: What assistive technology reads out; without it the mark is decoration beside its verb.

    Raises:
        KeyError: The kind has no mark.
    """
    kind = kind.replace("-", "_")
    kind = _PASSIVES.get(kind, kind)
    return _svg(f"tl-mark tl-mark--{kind.replace('_', '-')}", "0 0 16 16", 16, label, relation_sign(kind))


@lru_cache(maxsize=1)
def disc() -> Markup:
    """Draw the 23 px disc that stands on the hairline between two cells of which one disputes the other."""
    return _svg("tl-disc", "0 0 16 16", 23, None, relation_sign(DISPUTES))


def _svg(classes: str, box: str, size: int, label: str | None, inner: Markup) -> Markup:
    # Width and height stand in the markup so that the page holds together where the style sheet does not load.
    role = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup('<svg class="{}" viewBox="{}" width="{}" height="{}" {}>{}</svg>').format(
        classes, box, size, size, role, inner
    )
