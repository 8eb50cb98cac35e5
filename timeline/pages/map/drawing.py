"""Maps as inline SVG: `MapDrawing` -> markup, which the style sheet colours.

What enters: a drawing, and the address of each place's page. What leaves: one `<svg>` on one line. Names are escaped. The links
stay out of the tab order and the drawing out of the accessibility tree: the list beside it has the same links and data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from timeline.drawings.map import Label, MapDrawing, Nearer, ScaleBar, Symbol, Word
from timeline.drawings.marks import wrapped
from timeline.drawings.values import Point
from timeline.pages.marks import number, outline

Address = Callable[[str], str]
"""Gives the address of a place's page as seen from this one."""


def drawing(one: MapDrawing, attributes: Markup, address: Address | None = None) -> Markup:
    """Write a map.

    Args:
        one: The values.
        attributes: Of the `<svg>` element, finished.
        address: Makes places links.
    """
    inner = [
        *_area("sea", one.sea),
        *_area("land", one.land),
        *_stroke("river", one.rivers),
        *_area("lake", one.lakes),
        *_stroke("coast", one.coasts),
        *_stroke("grid", one.graticule),
        *_stroke("ring", [line for ring in one.rings for line in ring.lines]),
        *(_word(word, "degree") for word in one.degrees),
        *(_word(ring.label, "degree") for ring in one.rings if ring.label),
        *(_nearer(nearer) for nearer in one.nearer),
        # Names are painted after all symbols, so that no symbol lies on a name's halo or a name on a symbol's.
        *(_symbol(symbol) for symbol in one.symbols),
        *(_labelled(symbol, one.main, address) for symbol in one.symbols if symbol.label),
    ]
    if one.scale:
        inner.append(_scale(one.scale))
    size = [number(value) for value in (one.width, one.height)]
    return Markup('<svg viewBox="0 0 {} {}" width="{}" height="{}" {}>{}</svg>').format(
        *size, *size, attributes, Markup("").join(inner)
    )


def _area(role: str, rings: Iterable[Sequence[Point]]) -> list[Markup]:
    data = "".join(f"{_path(ring[:-1])}z" for ring in rings if len(ring) > 3)
    return [Markup('<path class="tl-map__{}" d="{}"/>').format(role, data)] if data else []


def _stroke(role: str, lines: Iterable[Sequence[Point]]) -> list[Markup]:
    data = "".join(map(_path, lines))
    return [Markup('<path class="tl-map__{}" d="{}"/>').format(role, data)] if data else []


def _path(points: Sequence[Point]) -> str:
    """Write a line with steps of a tenth of a unit, each from the last; there are thousands of them."""
    grid = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), *rest = grid
    written = f"M{_tenth(x)} {_tenth(y)}"
    begun = False
    for a, b in rest:
        if (a, b) == (x, y):
            continue
        across, down = _tenth(a - x), _tenth(b - y)
        gap = "" if down.startswith("-") else " "
        lead = "l" if not begun else "" if across.startswith("-") else " "
        written += f"{lead}{across}{gap}{down}"
        x, y, begun = a, b, True
    return written


def _tenth(tenths: int) -> str:
    """Write a number of tenths as shortly as SVG allows: `-.5`, `12`, `1.3`."""
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"


def _word(word: Word, role: str) -> Markup:
    where = Markup("") if word.anchor == "start" else Markup(' text-anchor="{}"').format(word.anchor)
    return Markup('<text class="tl-map__{}" x="{}" y="{}"{}>{}</text>').format(
        role, number(round(word.x, 1)), number(round(word.y, 1)), where, word.text
    )


def _symbol(symbol: Symbol) -> Markup:
    """Write the symbol of a place: a dot, a circle, or both."""
    x, y = number(round(symbol.x, 1)), number(round(symbol.y, 1))
    drawn = Markup("")
    if symbol.ring:
        css = "around" if symbol.dashed else "within"
        drawn += Markup('<circle class="tl-map__{}" cx="{}" cy="{}" r="{}"/>').format(
            css, x, y, number(round(symbol.ring, 1))
        )
    if symbol.dot:
        drawn += Markup('<circle class="tl-map__dot" cx="{}" cy="{}" r="{}"/>').format(
            x, y, number(round(symbol.dot, 1))
        )
    return drawn


def place_symbol(known: str) -> Markup:
    """Draw the symbol of an exactness for the key.

    Args:
        known: A value of `Exactness`, or `unknown`.
    """
    rings = {
        "vicinity": ("within", 6.5),
        "locality": ("within", 5.5),
        "region": ("around", 7.5),
        "unknown": ("around", 5.5),
    }
    drawn = Markup("")
    if known in rings:
        drawn += Markup('<circle class="tl-map__{}" r="{}"/>').format(*rings[known])
    if known in {"exact", "vicinity"}:
        drawn += Markup('<circle class="tl-map__dot" r="3.5"/>')
    return Markup('<svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">{}</svg>').format(
        drawn
    )


def _labelled(symbol: Symbol, main: str | None, address: Address | None) -> Markup:
    label = symbol.label
    if label is None:
        return Markup("")
    role = "number" if label.is_number else "main" if symbol.place.id == main else "name"
    drawn = _label(label, role)
    if address is None:
        return drawn
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(address(symbol.place.id), drawn)


def _label(label: Label, role: str) -> Markup:
    drawn = Markup("")
    if label.leader:
        drawn += Markup('<path class="tl-map__leader" d="{}"/>').format(_path(label.leader))
    drawn += Markup("").join(_word(word, role) for word in label.words)
    for mark in label.counts:
        shape = outline(wrapped(mark.slot), mark.x, mark.y, mark.radius, 'fill="currentColor"')
        drawn += Markup('<g class="tl-slot-{}">{}{}</g>').format(
            wrapped(mark.slot), shape, _word(mark.number, "count")
        )
    return drawn


def _nearer(nearer: Nearer) -> Markup:
    frame = Markup('<path class="tl-map__nearer" d="{}z"/>').format(_path(nearer.outline[:-1]))
    return frame + _label(nearer.label, "name")


def _scale(scale: ScaleBar) -> Markup:
    left, right = (number(round(value, 1)) for value in (scale.left, scale.right))
    return Markup('<path class="tl-map__scale" d="M{} {}v4H{}v-4"/>').format(
        left, number(round(scale.y - 4, 1)), right
    ) + _word(scale.label, "degree")
