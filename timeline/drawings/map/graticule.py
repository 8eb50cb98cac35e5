"""The lines of latitude and longitude with their degrees, the rings of distance, and the scale bar.

What enters: a view, and the words of a language. What leaves: lines cut to the frame, and their labels. Steps and lengths are
round ones: degrees and minutes that divide a degree, kilometres of 1, 2 or 5.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from timeline.drawings.map.lettering import width_of
from timeline.drawings.map.values import DistanceRing, Lettering, Line, ScaleBar, Word
from timeline.geography import Point, Position, View, clip_line, destination
from timeline.wording import Wording

STEPS = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 2700, 3600)
"""Minutes of arc between two lines."""

MARGIN = 4.0
"""Between words and what they belong to, or the frame."""


def graticule(view: View, lettering: Lettering, words: Wording) -> tuple[tuple[Line, ...], tuple[Word, ...]]:
    """Draw meridians and parallels, each with its degrees at the lower or left side of the frame."""
    box = view.box
    apart = 8.5 * lettering.small
    unit = view.kilometres / 1.853
    across = math.cos(math.radians(min(80.0, abs(view.projection.centre.north)))) or 1
    step_north, step_east = _step(apart * unit), _step(apart * unit / across)
    lines: list[Line] = []
    labels: list[Word] = []
    fine = max(0.05, (box.north - box.south) / 60)
    for minutes in _multiples(box.west, box.east, step_east):
        east = minutes / 60
        found = _cut([(north, east) for north in _stretch(box.south, min(box.north, 89), fine)], view)
        lines += found
        labels += _at_foot(found, degrees(minutes, "east", words), view, lettering, labels)
    for minutes in _multiples(box.south, box.north, step_north):
        north = minutes / 60
        if abs(north) == 90:
            continue
        found = _cut([(north, east) for east in _stretch(box.west, box.east, fine)], view)
        lines += found
        labels += _at_side(found, degrees(minutes, "north", words), view, lettering, labels)
    return tuple(lines), tuple(labels)


def degrees(minutes: int, axis: str, words: Wording) -> str:
    """Write a latitude or longitude, such as "48°15′N"."""
    if axis == "east":
        minutes = (minutes + 180 * 60) % (360 * 60) - 180 * 60
    whole, rest = divmod(abs(minutes), 60)
    value = f"{whole}°{f'{rest:02}′' if rest else ''}"
    if minutes == 0 or abs(minutes) == 180 * 60:
        return value
    names = {"north": ("north", "south"), "east": ("east", "west")}[axis]
    return words.text(f"map.{names[0] if minutes > 0 else names[1]}", degrees=value)


def length(kilometres: float, words: Wording) -> str:
    """Write a length, such as "50 km" or "500 m"."""
    if kilometres < 1:
        return words.text("map.metres", n=words.number(round(kilometres * 1000)))
    return words.text("map.kilometres", n=words.number(round(kilometres)))


def round_length(most: float) -> float:
    """Give the greatest of 1, 2 and 5 times a power of ten that is no greater than a length; kilometres."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(factor * power for factor in (1, 2, 5) if factor * power <= most * 1.0000001)


def distance_rings(
    centre: Position, view: View, lettering: Lettering, words: Wording
) -> tuple[DistanceRing, ...]:
    """Draw two rings round a place, the outer one about as wide as the frame allows; none on a map of the world."""
    if view.world:
        return ()
    outer = round_length(min(view.width, view.height) * 0.47 * view.kilometres)
    inner = outer / 2 if f"{outer:e}"[0] != "5" else outer / 5 * 2
    return tuple(_ring(centre, kilometres, view, lettering, words) for kilometres in (inner, outer))


def _ring(
    centre: Position, kilometres: float, view: View, lettering: Lettering, words: Wording
) -> DistanceRing:
    around = [view.place(*destination(centre, bearing, kilometres)) for bearing in range(0, 363, 3)]
    lines = tuple(tuple(line) for line in clip_line(around, view.frame))
    text = length(kilometres, words)
    wide = width_of(text, lettering.small) / 2 + MARGIN
    label = None
    for bearing in (0, 180, 90, 270, 30, 330, 150, 210):
        x, y = view.place(*destination(centre, bearing, kilometres))
        if wide < x < view.width - wide and lettering.small * 2 < y < view.height - lettering.small * 2.5:
            label = Word(x=x, y=y + lettering.small * 0.35, text=text, size=lettering.small, anchor="middle")
            break
    return DistanceRing(kilometres=kilometres, lines=lines, label=label)


def scale_bar(view: View, lettering: Lettering, words: Wording) -> ScaleBar | None:
    """Draw the scale bar at the upper right; none on a map of the world."""
    if view.world:
        return None
    kilometres = round_length(view.width * 0.2 * view.kilometres)
    right = view.width - 3 * lettering.small
    y = 2.6 * lettering.small
    return ScaleBar(
        left=right - kilometres / view.kilometres,
        right=right,
        y=y,
        label=Word(
            x=right,
            y=y - 0.9 * lettering.small,
            text=length(kilometres, words),
            size=lettering.small,
            anchor="end",
        ),
    )


def globe(view: View) -> tuple[Line, ...]:
    """Give the outline of all that a map can show: the frame, or on a map of the world the Earth's two edges."""
    if not view.world:
        corners = ((0.0, 0.0), (view.width, 0.0), (view.width, view.height), (0.0, view.height), (0.0, 0.0))
        return (corners,)
    box = view.box
    up = [view.place_unwrapped(north, box.west + 1e-6) for north in _stretch(box.south, box.north, 2)]
    down = [view.place_unwrapped(north, box.east - 1e-6) for north in _stretch(box.south, box.north, 2)]
    ring = [*up, *reversed(down)]
    return ((*ring, ring[0]),)


def _step(minutes: float) -> int:
    return next((step for step in STEPS if step >= minutes), STEPS[-1])


def _multiples(first: float, last: float, step: int) -> range:
    start = math.ceil(first * 60 / step) * step
    full = last - first >= 360
    return range(start, math.ceil(last * 60) if full else math.floor(last * 60) + 1, step)


def _stretch(first: float, last: float, step: float) -> list[float]:
    count = max(2, min(400, math.ceil((last - first) / step)))
    return [first + (last - first) * index / count for index in range(count + 1)]


def _cut(positions: Sequence[tuple[float, float]], view: View) -> list[Line]:
    placed: list[Point] = [view.place_unwrapped(north, east) for north, east in positions]
    return [tuple(line) for line in clip_line(placed, view.frame)]


def _at_foot(
    lines: Sequence[Line], text: str, view: View, lettering: Lettering, others: Sequence[Word]
) -> list[Word]:
    """Put the degrees of a meridian where it leaves the frame at its foot, unless others stand there."""
    wide = width_of(text, lettering.small)
    for line in lines:
        x, y = max(line, key=lambda point: point[1])
        if y < view.height - 1 or not 0 <= x <= view.width - wide - 2 * MARGIN:
            continue
        word = Word(x=x + MARGIN, y=view.height - 1.5 * MARGIN, text=text, size=lettering.small)
        if all(abs(other.x - word.x) > wide + 3 * MARGIN for other in others):
            return [word]
    return []


def _at_side(
    lines: Sequence[Line], text: str, view: View, lettering: Lettering, others: Sequence[Word]
) -> list[Word]:
    """Put the degrees of a parallel above it where it enters the frame at the left."""
    for line in lines:
        x, y = min(line)
        if view.world or x > 1 or not 2 * lettering.small < y < view.height - 3 * lettering.small:
            continue
        word = Word(x=MARGIN, y=y - MARGIN, text=text, size=lettering.small)
        if all(abs(other.y - word.y) > lettering.small * 1.5 for other in others):
            return [word]
    return []
