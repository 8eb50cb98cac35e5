"""Names beside places: where each stands so that none lies over another.

What enters: symbols, and the room that is taken. What leaves: the same symbols with their labels. Every label tries a fixed
list of positions in turn: beside its place, above and below it, then away from it with a leader line; last, its number in the
list beside the map instead of its name. The place with the most claims goes first. Nothing is moved to make room, so the same
places always give the same map.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.drawings.map.lettering import broken, width_of
from timeline.drawings.map.occupied import Occupied
from timeline.drawings.map.values import CountMark, Label, Lettering, MapPlace, Symbol, Word
from timeline.drawings.values import Anchor, Point
from timeline.geography import Rectangle

GAP = 4.0
"""Between a symbol and its label."""

SIDES: tuple[tuple[int, float], ...] = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
"""Where a label stands: to the right or left (1, -1) or in the middle, and above (-1), beside or below its place."""

AWAY = (18.0, 32.0, 50.0, 72.0, 98.0)
"""How far from its place a label with a leader line stands."""

BEARINGS = (0, 180, 30, 150, 330, 210, 60, 120, 300, 240, 90, 270)
"""In which direction, degrees anticlockwise from the right."""


@dataclass(frozen=True, slots=True)
class Block:
    """A label that has no place yet: its lines and counts, and how large it is."""

    lines: tuple[str, ...]
    size: float
    small: float
    counts: tuple[tuple[int, int], ...]
    beside: bool
    """Whether the counts stand behind the name, in its line, rather than below it."""

    width: float
    height: float
    leading: float


def label_all(
    symbols: Sequence[Symbol], main: str | None, lettering: Lettering, occupied: Occupied
) -> list[Symbol]:
    """Give every symbol its label.

    Args:
        symbols: Most claims first. Their own room must have been taken already, each by its place's id.
        main: The place whose name is set larger.
        lettering: Sizes of type.
        occupied: The room that is taken; that of the labels is added.
    """
    labelled = []
    for symbol in symbols:
        label = _label(symbol, lettering, occupied, is_main=symbol.place.id == main)
        if label:
            occupied.take(
                Rectangle(label.left, label.top, label.left + label.width, label.top + label.height)
            )
            if label.leader:
                occupied.take_line(*label.leader, symbol.place.id)
        labelled.append(replace(symbol, label=label))
    return labelled


def body(symbol: Symbol, lettering: Lettering) -> float:
    """Give the radius that words keep clear of: that of the symbol, but not all of a circle drawn to scale."""
    return max(symbol.dot, min(symbol.ring, lettering.name))


def block(
    name: str, counts: Sequence[tuple[int, int]], size: float, lettering: Lettering, *, beside: bool
) -> Block:
    """Measure a label."""
    shown = tuple((slot, count) for slot, count in counts if count)
    lines = broken(name, size, lettering.widest * size / lettering.name)
    leading = size * lettering.reading
    wide = max(width_of(line, size) for line in lines)
    counted = sum(_count_width(count, lettering.small) for _, count in shown)
    row = lettering.small * 1.35 if shown else 0.0
    if beside:
        width = max(wide, width_of(lines[-1], size) + lettering.small * 0.6 + counted)
        return Block(lines, size, lettering.small, shown, beside, width, leading * len(lines), leading)
    width = max(wide, counted)
    return Block(lines, size, lettering.small, shown, beside, width, leading * len(lines) + row, leading)


def set_block(
    one: Block, left: float, top: float, anchor: Anchor, leader: tuple[Point, Point] | None
) -> Label:
    """Put a measured label somewhere: its lines and counts flush with its left or right side, or in its middle."""
    if one.beside and anchor == "middle":
        anchor = "start"
    x = {"start": left, "middle": left + one.width / 2, "end": left + one.width}[anchor]
    words = tuple(
        Word(x=x, y=top + index * one.leading + one.size * 0.98, text=line, size=one.size, anchor=anchor)
        for index, line in enumerate(one.lines)
    )
    counted = sum(_count_width(count, one.small) for _, count in one.counts)
    if one.beside:
        # Behind the last line where that begins, or before it where it ends, at the place.
        behind = width_of(one.lines[-1], one.size) + one.small * 0.6
        start = left + behind if anchor == "start" else left + one.width - behind - counted + one.small * 0.7
        baseline = words[-1].y
    else:
        room = one.width - counted + one.small * 0.7
        start = left + {"start": 0.0, "middle": room / 2, "end": room}[anchor]
        baseline = top + len(one.lines) * one.leading + one.small * 1.02
    return Label(
        left=left,
        top=top,
        width=one.width,
        height=one.height,
        words=words,
        counts=tuple(_count_marks(one, start, baseline)),
        leader=leader,
    )


def _label(symbol: Symbol, lettering: Lettering, occupied: Occupied, *, is_main: bool) -> Label | None:
    size = lettering.main if is_main else lettering.name
    place = symbol.place
    forms = [block(place.name, place.counts, size, lettering, beside=beside) for beside in (False, True)]
    near = [
        (form, Rectangle(left, top, left + form.width, top + form.height), anchor)
        for form in forms
        for left, top, anchor in _near(symbol, form, lettering)
        if _is_free(form, left, top, occupied)
    ]
    # A name that touches another place, too, could be that one's: better is a side where it does not.
    clear = [one for one in near if occupied.is_clear(one[1], place.id, lettering.small / 2)]
    for form, room, anchor in clear or near:
        return set_block(form, room.left, room.top, anchor, None)
    for away in AWAY:
        for form in forms:
            for left, top, anchor, leader in _far(symbol, form, away, lettering):
                if _is_free(form, left, top, occupied) and occupied.is_line_free(*leader, place.id):
                    return set_block(form, left, top, anchor, leader)
    return _number(symbol, lettering, occupied)


def _number(symbol: Symbol, lettering: Lettering, occupied: Occupied) -> Label | None:
    """Give only the number in the list."""
    place: MapPlace = symbol.place
    form = block(str(place.number), (), lettering.small, lettering, beside=False)
    spots: list[tuple[float, float, Anchor, tuple[Point, Point] | None]] = [
        (*spot, None) for spot in _near(symbol, form, lettering)
    ]
    spots += [spot for away in AWAY for spot in _far(symbol, form, away, lettering)]
    for left, top, anchor, leader in spots:
        if _is_free(form, left, top, occupied) and (
            leader is None or occupied.is_line_free(*leader, place.id)
        ):
            return replace(set_block(form, left, top, anchor, leader), is_number=True)
    return None


def _near(symbol: Symbol, form: Block, lettering: Lettering) -> Iterator[tuple[float, float, Anchor]]:
    """List positions that touch the symbol: left, top, and where the lines are flush."""
    reach = body(symbol, lettering) + GAP
    first = form.leading / 2
    for across, down in SIDES:
        if across == 0:
            left = symbol.x - form.width / 2
            top = symbol.y - reach - form.height if down < 0 else symbol.y + reach
            yield left, top, "middle"
            continue
        slant = reach * 0.7 if down else reach
        left = symbol.x + slant if across > 0 else symbol.x - slant - form.width
        top = symbol.y - first if not down else symbol.y - form.height if down < 0 else symbol.y
        yield left, top, "start" if across > 0 else "end"


def _far(
    symbol: Symbol, form: Block, away: float, lettering: Lettering
) -> Iterator[tuple[float, float, Anchor, tuple[Point, Point]]]:
    """List positions with a leader line, at one distance from the symbol's edge."""
    edge = body(symbol, lettering) + 1
    for bearing in BEARINGS:
        dx, dy = math.cos(math.radians(bearing)), -math.sin(math.radians(bearing))
        x, y = symbol.x + dx * (edge + away), symbol.y + dy * (edge + away)
        leader = ((symbol.x + dx * edge, symbol.y + dy * edge), (x, y))
        if abs(dx) < 0.2:
            left, top = x - form.width / 2, y + GAP if dy > 0 else y - GAP - form.height
            yield left, top, "middle", leader
        else:
            left = x + GAP if dx > 0 else x - GAP - form.width
            yield left, y - form.leading / 2, "start" if dx > 0 else "end", leader


def _is_free(form: Block, left: float, top: float, occupied: Occupied) -> bool:
    return occupied.is_free(Rectangle(left, top, left + form.width, top + form.height))


def _count_width(count: int, small: float) -> float:
    """Width of a lane's shape, its number, and the room behind it."""
    return small * 1.2 + width_of(str(count), small) + small * 0.7


def _count_marks(one: Block, start: float, baseline: float) -> Iterator[CountMark]:
    for slot, count in one.counts:
        yield CountMark(
            slot=slot,
            x=start + one.small * 0.45,
            y=baseline - one.small * 0.34,
            radius=one.small * 0.4,
            number=Word(x=start + one.small * 1.2, y=baseline, text=str(count), size=one.small),
        )
        start += _count_width(count, one.small)
