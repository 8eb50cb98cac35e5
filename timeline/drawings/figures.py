"""Competing figures as a chart: one row per lane, one scale from zero for all of them.

Enters: the figures that claims give for one measure in one unit, in time order. Leaves: a `Drawing`, or `None` where the
figures cannot stand on a scale. A figure is a mark at its place, a stated range a line between its ends, an open one ("at
least") a dashed line that runs to the edge of the scale, and an arrow leads from a figure to its revision. There are no bars:
a bar would make the bigger number heavier. A lane without a figure keeps its row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from timeline.align import Lane
from timeline.drawings.values import Drawing, Frame, Line, Mark, Part, Role, Text
from timeline.drawings.words import shortened

_LETTER = 7.0
"""How wide a letter beside a mark is, at 14.5 px."""

_LEVEL = 44.0
"""Height of a figure: its words, and its mark below them."""

_PADDING = 14.0
_NAME = 22.0
_FOOT = 30.0
_RADIUS = 6.0
_GAP = 18.0
"""Between two figures that stand on one level."""

_ARROW = 8.0
"""Length of an arrow, at least."""

_LABEL_ROOM = 84.0
"""Room of a label below the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that a claim gives."""

    claim: str
    lane: str
    words: str
    """The figure and who gives it, such as "at least 70, Monitor C"; of a revision, the figures before it too."""

    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    revises: str | None = None
    """An earlier claim of the same lane whose figure it takes the place of."""

    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure on its scale."""

    figure: Figure
    left: float
    right: float
    mark: float


@dataclass(frozen=True, slots=True)
class _Group:
    """A figure and its revisions, on one level under one line of words."""

    places: tuple[_Place, ...]
    text: float
    """Where the words begin."""

    @property
    def words(self) -> str:
        """Those of the last revision tell of the figures before it too."""
        return self.places[-1].figure.words

    @property
    def extent(self) -> tuple[float, float]:
        """What it needs of its level."""
        return (
            min(self.text, *(min(place.left, place.mark - _RADIUS) for place in self.places)),
            max(
                self.text + len(self.words) * _LETTER,
                *(max(place.right, place.mark + _RADIUS) for place in self.places),
            ),
        )


def figures(given: Sequence[Figure], lanes: Sequence[Lane], frame: Frame, *, none: str) -> Drawing | None:
    """Draw figures of one measure and unit.

    Args:
        given: The figures, in time order.
        lanes: All lanes, in their order.
        frame: The width to draw for, and the room of the names of lanes.
        none: Words for a lane that gives no figure.
    """
    numbers = [
        number
        for one in given
        for number in (one.value, one.minimum, one.maximum)
        if number is not None and number.is_finite()
    ]
    if not numbers or min(numbers) < 0 or max(numbers) == 0:
        return None
    left, right = frame.names + (0 if frame.names else 12), frame.width - 16
    if frame.mirrored:
        left, right = 16, frame.width - (frame.names or 12)
    ticks = _ticks(max(numbers), int((right - left) / _LABEL_ROOM))
    scale = _Scale(left, (right - left) / float(ticks[-1]))
    top = 4.0
    y = top
    grid: list[Line] = [Line(points=((0, y), (frame.width, y)), role=Role.GRID)]
    parts: list[Part] = []
    for lane in lanes:
        levels = _levels(_groups([one for one in given if one.lane == lane.id], scale, right, frame))
        above = 0 if frame.names else _NAME
        height = max(len(levels), 1) * _LEVEL + _PADDING + above
        parts.append(_lane(lane, levels, _Row(y, height, left, none), frame))
        y += height
        grid.append(Line(points=((0, y), (frame.width, y)), role=Role.GRID))
    grid += [Line(points=((scale.x(tick), top), (scale.x(tick), y + 6)), role=Role.GRID) for tick in ticks]
    labels = tuple(
        Text(x=scale.x(tick), y=y + 22, text=f"{tick:,f}", role=Role.LABEL, anchor="middle") for tick in ticks
    )
    back = Part(lines=tuple(grid), texts=labels)
    return Drawing(width=frame.width, height=y + _FOOT, parts=(back, *parts))


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a lane stands."""

    top: float
    height: float
    left: float
    """Where the scale begins."""

    none: str


@dataclass(frozen=True, slots=True)
class _Scale:
    left: float
    per_unit: float

    def x(self, number: Decimal) -> float:
        return self.left + float(number) * self.per_unit


def _ticks(highest: Decimal, most: int) -> list[Decimal]:
    """Give round numbers from zero to no less than the highest one: steps of 1, 2 or 5 times a power of ten."""
    step = Decimal(10) ** (highest.adjusted() - 2)
    while True:
        for factor in (1, 2, 5):
            number = math.ceil(highest / (step * factor))
            if number <= max(most, 2):
                return [_plain(step * factor * place) for place in range(number + 1)]
        step *= 10


def _plain(number: Decimal) -> Decimal:
    """Write a number without an exponent and without needless noughts."""
    return Decimal(f"{number.normalize():f}")


def _groups(given: Sequence[Figure], scale: _Scale, right: float, frame: Frame) -> list[_Group]:
    """Put every figure with those that it revises, and find where each stands and its words above, inside the drawing."""
    chains: list[list[_Place]] = []
    for one in given:
        place = _place(one, scale, right)
        kin = next((chain for chain in chains if chain[-1].figure.claim == one.revises), None)
        if kin is None:
            chains.append([place])
        else:
            kin.append(place)
    groups = []
    for chain in chains:
        width = len(chain[-1].figure.words) * _LETTER
        begins = min(
            place.left
            if place.figure.minimum is not None and place.figure.maximum is not None
            else place.mark - _RADIUS
            for place in chain
        )
        edge = right if frame.mirrored else frame.width
        text = max(min(begins, edge - width), scale.left - _RADIUS if frame.names else 0)
        groups.append(_Group(tuple(chain), text))
    return groups


def _place(one: Figure, scale: _Scale, right: float) -> _Place:
    known = next(number for number in (one.value, one.minimum, one.maximum) if number is not None)
    start = one.minimum if one.minimum is not None else one.value
    end = one.maximum if one.maximum is not None else one.value
    mark = scale.x(known)
    if one.value is None and one.minimum is not None and one.maximum is not None:
        mark = (scale.x(one.minimum) + scale.x(one.maximum)) / 2
    return _Place(
        one,
        scale.x(start) if start is not None else scale.left,
        scale.x(end) if end is not None else right,
        mark,
    )


def _levels(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Put figures on as few levels as keep their words apart."""
    levels: list[list[_Group]] = []
    for one in groups:
        free = next(
            (
                level
                for level in levels
                if all(
                    one.extent[0] >= other.extent[1] + _GAP or one.extent[1] + _GAP <= other.extent[0]
                    for other in level
                )
            ),
            None,
        )
        if free is None:
            levels.append([one])
        else:
            free.append(one)
    return levels


def _lane(lane: Lane, levels: Sequence[Sequence[_Group]], row: _Row, frame: Frame) -> Part:
    """Draw the row of a lane: its name, and its figures or that it gives none."""
    middle = row.top + row.height / 2 if frame.names else row.top + _NAME - 6
    name = shortened(lane.narrative.label, lane.narrative.short, (frame.names or frame.width) - 40)
    texts = [Text(x=frame.at(22), y=middle + 4.5, text=name, role=Role.NAME, anchor=frame.anchor)]
    marks = [Mark(x=frame.at(8), y=middle, radius=_RADIUS, claims=())]
    lines: list[Line] = []
    body = row.top + (0 if frame.names else _NAME) + _PADDING / 2
    if not levels:
        texts.append(Text(x=row.left + 20, y=body + _LEVEL / 2 + 4.5, text=row.none, role=Role.NOTE))
    for index, level in enumerate(levels):
        y = body + index * _LEVEL + 32
        for group in level:
            claims = tuple(dict.fromkeys(place.figure.claim for place in group.places))
            texts.append(Text(x=group.text, y=y - 16, text=group.words, role=Role.VALUE, claims=claims[-1:]))
            for place in group.places:
                lines += _range(place, y)
                marks.append(
                    Mark(
                        x=place.mark,
                        y=y,
                        radius=_RADIUS,
                        claims=(place.figure.claim,),
                        withdrawn=place.figure.withdrawn,
                    )
                )
            for before, after in pairwise(group.places):
                lines += _arrow(before.mark, after.mark, y)
    return Part(slot=lane.slot, lane=lane.id, lines=tuple(lines), texts=tuple(texts), marks=tuple(marks))


def _range(place: _Place, y: float) -> list[Line]:
    """Draw the line of a range; dashed where it has no end, and stroked at ends that it has."""
    figure = place.figure
    if figure.minimum is None and figure.maximum is None:
        return []
    if figure.minimum is None or figure.maximum is None:
        return [Line(points=((place.left, y), (place.right, y)), role=Role.OPEN)]
    ends = [Line(points=((x, y - 4), (x, y + 4)), role=Role.RANGE) for x in (place.left, place.right)]
    return [Line(points=((place.left, y), (place.right, y)), role=Role.RANGE), *ends]


def _arrow(before: float, after: float, y: float) -> list[Line]:
    """Lead an arrow from a figure to its revision, if there is room between them."""
    along = 1 if after > before else -1
    start, end = before + along * 9, after - along * 10
    if (end - start) * along < _ARROW:
        return []
    wings = ((end - along * 6, y - 4), (end, y), (end - along * 6, y + 4))
    return [Line(points=((start, y), (end, y)), role=Role.ARROW), Line(points=wings, role=Role.ARROW)]
