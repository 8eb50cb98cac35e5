"""Drawings as SVG: the values of `timeline.drawings` -> inline markup, which the style sheet colours by role and slot.

What enters: a `Drawing`, and for each claim perhaps an address. What leaves: one `<svg>` on one line. Its words are
escaped. A mark carries the numbers of its claims (`data-c`), by which scripts find it; with an address it is a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.drawings.marks import STRIKE, TAIL
from timeline.drawings.values import Box, Curve, Disc, Drawing, Line, Mark, Part, Point, Role, Sign, Text
from timeline.pages.marks import number, outline, relation_sign

Address = Callable[[str], str]
"""Gives the address of a claim as seen from the page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of the claims that are drawn the page does not show, or shows although it perhaps should not.

    A mark is pale, or hollow, if all of its claims are such.
    """

    pale: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()


EVERYTHING = Shown()


@dataclass(frozen=True, slots=True)
class _Claims:
    """What is known of the claims behind words and marks."""

    numbers: Mapping[str, int]
    address: Address | None
    shown: Shown

    def holding(self, claims: Sequence[str], drawn: Markup, *, many: bool = False) -> Markup:
        """Put what is drawn of claims into an element by which they can be found; that of one leads to it."""
        if not claims:
            return drawn
        found = " ".join(str(self.numbers.get(claim, "")) for claim in claims)
        state = "tl-out" if self.shown.pale.issuperset(claims) else ""
        state = state or ("tl-maybe" if self.shown.perhaps.issuperset(claims) else "")
        named = Markup(' class="{}"').format(state) if state else Markup("")
        if self.address is None or many or len(claims) > 1:
            return Markup('<g data-c="{}"{}>{}</g>').format(found, named, drawn)
        return Markup('<a href="{}" data-c="{}"{} tabindex="-1">{}</a>').format(
            self.address(claims[0]), found, named, drawn
        )


def svg(  # noqa: PLR0913 - the parts of a drawing
    drawing: Drawing,
    attributes: Markup,
    *,
    numbers: Mapping[str, int],
    address: Address | None = None,
    on_demand: bool = False,
    shown: Shown = EVERYTHING,
) -> Markup:
    """Write a drawing.

    Args:
        drawing: The values.
        attributes: Of the `<svg>` element, finished: its class, its role and label or `aria-hidden`.
        numbers: Place of each claim in time order.
        address: Makes marks links; they stay out of the tab order, since the claims themselves follow in it.
        on_demand: Show curves only with the marks that they join, under the pointer or in focus.
        shown: Which of the claims the page shows.
    """
    claims = _Claims(numbers, address, shown)
    curves = [curve for part in drawing.parts for curve in part.curves]
    own = _by_claim(curves) if on_demand else {}
    inner = Markup("").join(_part(part, claims, own, curves=not on_demand) for part in drawing.parts)
    size = [number(value) for value in (drawing.width, drawing.height)]
    return Markup('<svg viewBox="0 0 {} {}" width="{}" height="{}" {}>{}</svg>').format(
        *size, *size, attributes, inner
    )


def _by_claim(curves: Iterable[Curve]) -> Mapping[str, list[Curve]]:
    found: dict[str, list[Curve]] = {}
    for curve in curves:
        for claim in curve.claims:
            found.setdefault(claim, []).append(curve)
    return found


def _part(
    part: Part,
    claims: _Claims,
    own: Mapping[str, list[Curve]],
    *,
    curves: bool,
) -> Markup:
    drawn = Markup("").join(
        [
            *(_box(box) for box in part.boxes),
            *_lines(part.lines),
            *(_curve(curve) for curve in part.curves if curves),
            *(claims.holding(one.claims, text(one)) for one in part.texts),
            *(_mark(mark, part.slot or 1, claims, own) for mark in part.marks),
            *(_sign(sign) for sign in part.signs),
            *(_disc(disc) for disc in part.discs),
        ]
    )
    if part.slot is None or not drawn:
        return drawn
    return Markup('<g class="tl-slot-{}">{}</g>').format(part.slot, drawn)


def text(one: Text) -> Markup:
    """Write words."""
    where = Markup("") if one.anchor == "start" else Markup(' text-anchor="{}"').format(one.anchor)
    return Markup('<text class="tl-chart__{}" x="{}" y="{}"{}>{}</text>').format(
        one.role, number(one.x), number(one.y), where, one.text
    )


def path(points: Sequence[Point]) -> str:
    """Write straight strokes from point to point; level and upright ones shortly."""
    (x, y), *rest = points
    written = f"M{number(x)} {number(y)}"
    for left, top in rest:
        if left == x:
            written += f"V{number(top)}"
        elif top == y:
            written += f"H{number(left)}"
        else:
            written += f"L{number(left)} {number(top)}"
        x, y = left, top
    return written


def _lines(lines: Iterable[Line]) -> list[Markup]:
    """Write all lines of a role as one path."""
    by_role: dict[Role, list[str]] = {}
    for line in lines:
        by_role.setdefault(line.role, []).append(path(line.points))
    return [
        Markup('<path class="tl-chart__{}" d="{}"/>').format(role, "".join(paths))
        for role, paths in by_role.items()
    ]


def _box(box: Box) -> Markup:
    """Write a box; where it goes on beyond an edge it has none there."""
    left, top, right, bottom = (number(value) for value in (box.left, box.top, box.right, box.bottom))
    if box.open_left or box.open_right:
        near, far = (left, right) if box.open_left else (right, left)
        drawn = (
            f"M{left} {top}H{right}M{left} {bottom}H{right}"
            if box.open_left and box.open_right
            else f"M{near} {top}H{far}V{bottom}H{near}"
        )
        ground = Markup('<path class="tl-chart__ground" d="M{} {}H{}V{}H{}z"/>').format(
            left, top, right, bottom, left
        )
        return ground + Markup('<path class="tl-chart__box" d="{}"/>').format(drawn)
    rounded = Markup(' rx="3"') if box.role in {Role.BOX, Role.UNDATED} else Markup("")
    data = Markup(' data-key="{}" data-n="{}"').format(box.key, box.count) if box.key else Markup("")
    return Markup('<rect class="tl-chart__{}" x="{}" y="{}" width="{}" height="{}"{}{}/>').format(
        box.role, left, top, number(box.width), number(box.height), rounded, data
    )


def _curve(curve: Curve) -> Markup:
    (x, y), *rest = curve.points
    ends = " ".join(f"{number(left)} {number(top)}" for left, top in rest)
    return Markup('<path class="tl-chart__{}" d="M{} {}C{}"/>').format(curve.role, number(x), number(y), ends)


def _mark(
    mark: Mark,
    slot: int,
    claims: _Claims,
    own: Mapping[str, list[Curve]],
) -> Markup:
    """Write a mark; that of a claim can be found by its number, and leads to the claim."""
    drawn = Markup("").join(
        _curve(curve)
        for curve in dict.fromkeys(curve for claim in mark.claims for curve in own.get(claim, ()))
    )
    if mark.tail:
        start = f"M{number(mark.x)} {number(mark.y)}"
        drawn += Markup('<path class="tl-chart__tail" d="{}"/>').format(start + TAIL.replace("M", "m", 1))
    # The line of a hollow mark lies on its edge, so it is drawn smaller to end at the same outer edge.
    radius = mark.radius if mark.filled else mark.radius - 0.5
    filled = 'fill="currentColor"' if mark.filled else 'class="tl-hollow"'
    drawn += outline(slot, mark.x, mark.y, radius, filled)
    if mark.withdrawn:
        drawn += Markup('<path class="tl-chart__strike" d="M{} {}h{}"/>').format(
            number(mark.x - STRIKE), number(mark.y), number(2 * STRIKE)
        )
    return claims.holding(mark.claims, drawn, many=mark.count > 1)


def _sign(sign: Sign) -> Markup:
    scale = sign.radius / 8
    return Markup('<g class="tl-chart__sign" transform="translate({} {}) scale({})">{}</g>').format(
        number(sign.x - sign.radius), number(sign.y - sign.radius), number(scale), relation_sign(sign.kind)
    )


def _disc(disc: Disc) -> Markup:
    return Markup('<circle class="tl-chart__disc" cx="{}" cy="{}" r="{}" data-key="{}" data-n="{}"/>').format(
        number(disc.x), number(disc.y), number(disc.radius), disc.key, disc.count
    )
