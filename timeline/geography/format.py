"""The files of coastlines, lakes and rivers: how they are written, and how the part that a map needs is read.

What enters: lines of longitudes and latitudes, for writing; a box of degrees, for reading. What leaves: bytes; or the
lines near that box.

A file is one zlib stream. It holds lines, and each line in runs of at most 96 points that know their box. A run outside
the box that is asked for is not decoded: only its last point is taken. The straight line that stands for it stays inside
its own box, so it neither enters the box that is asked for nor changes which of its points are inside a ring. Numbers are
little-endian bases of 128 (LEB128), signed ones folded (zigzag); positions are whole multiples of the level's unit.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

RUN = 96
"""Points of a run, at most."""

Point = tuple[float, float]
"""Degrees east and north."""


class Layer(IntEnum):
    """What a line bounds or is."""

    LAND = 0
    """Rings: land clockwise, seas inside it the other way round."""

    LAKES = 1
    """Rings: water clockwise, islands the other way round."""

    RIVERS = 2
    """Lines."""


@dataclass(frozen=True, slots=True)
class Level:
    """How fine a file is."""

    file: str
    unit: int
    """Steps of a degree that positions are rounded to."""

    tolerance: float
    """How far a line may have moved, in degrees of latitude."""

    least_area: float
    """The smallest ring, in square degrees at the equator."""

    least_length: float
    """The shortest river, in degrees of latitude."""


LEVELS = (
    Level("fine.bin", 400, 0.004, 0, 0),
    Level("medium.bin", 120, 0.016, 0.001, 0.3),
    Level("coarse.bin", 40, 0.06, 0.02, 2),
)
"""From the finest to the coarsest."""


class Box(NamedTuple):
    """A rectangle of degrees; `east` is greater than `west`, and may lie beyond 180."""

    west: float
    south: float
    east: float
    north: float


def write_level(level: Level, lines: Sequence[tuple[Layer, Sequence[Point]]]) -> bytes:
    """Write one level of detail.

    Args:
        level: How fine it is.
        lines: Points of each line, already simplified. The last point of a ring is its first.
    """
    index, runs = bytearray(), bytearray()
    written = 0
    for layer, points in lines:
        grid = _rounded(points, level.unit)
        if len(grid) < (4 if layer is not Layer.RIVERS else 2):
            continue
        written += 1
        pieces = [grid[start : start + RUN] for start in range(1, len(grid), RUN)]
        index.append(layer)
        _write(index, len(pieces))
        x, y = grid[0]
        _write(index, _folded(x))
        _write(index, _folded(y))
        for piece in pieces:
            body = bytearray()
            west, east, south, north = min(x, *(p[0] for p in piece)), max(x, *(p[0] for p in piece)), 0, 0
            south, north = min(y, *(p[1] for p in piece)), max(y, *(p[1] for p in piece))
            for number in (x - west, y - south, east - west, north - south):
                _write(index, number)
            _write(index, _folded(piece[-1][0] - x))
            _write(index, _folded(piece[-1][1] - y))
            for a, b in piece:
                _write(body, _folded(a - x))
                _write(body, _folded(b - y))
                x, y = a, b
            _write(index, len(body))
            runs += body
    head = bytearray()
    _write(head, written)
    _write(head, len(index))
    return zlib.compress(bytes(head + index + runs), 9)


def read_level(content: bytes, unit: int, box: Box) -> Iterator[tuple[Layer, list[Point]]]:
    """Read the lines of a file that may reach into a box.

    Args:
        content: The bytes of the file, decompressed.
        unit: Of its level.
        box: Within the range of the data, -180 to 180.

    Yields:
        Each line with its layer; exact inside the box, shortened outside it.
    """
    west, south, east, north = (value * unit for value in box)
    lines, at = _read(content, 0)
    index_size, at = _read(content, at)
    body = at + index_size
    for _ in range(lines):
        layer = Layer(content[at])
        runs, at = _read(content, at + 1)
        x, at = _read_signed(content, at)
        y, at = _read_signed(content, at)
        points = [(x / unit, y / unit)]
        inside = False
        for _ in range(runs):
            (left, low, width, height), at = _read_four(content, at)
            step_x, at = _read_signed(content, at)
            step_y, at = _read_signed(content, at)
            size, at = _read(content, at)
            left, low = x - left, y - low
            if left <= east and left + width >= west and low <= north and low + height >= south:
                inside = True
                points += _run(content[body : body + size], x, y, unit)
            else:
                points.append(((x + step_x) / unit, (y + step_y) / unit))
            x, y = x + step_x, y + step_y
            body += size
        # A ring of which no run comes near may still go round the whole box.
        if inside or (layer is not Layer.RIVERS and _around(points, box)):
            yield layer, points


def _around(points: list[Point], box: Box) -> bool:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs) <= box.west and max(xs) >= box.east and min(ys) <= box.south and max(ys) >= box.north


def _run(body: bytes, x: int, y: int, unit: int) -> list[Point]:
    """Decode the points of a run; the innermost loop of reading, hence by hand."""
    numbers, value, shift = [], 0, 0
    for byte in body:
        if byte < 128:
            value |= byte << shift
            numbers.append((value >> 1) ^ -(value & 1))
            value = shift = 0
        else:
            value |= (byte & 127) << shift
            shift += 7
    points = []
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x += step_x
        y += step_y
        points.append((x / unit, y / unit))
    return points


def _rounded(points: Sequence[Point], unit: int) -> list[tuple[int, int]]:
    grid: list[tuple[int, int]] = []
    for x, y in points:
        point = (round(x * unit), round(y * unit))
        if not grid or grid[-1] != point:
            grid.append(point)
    return grid


def _folded(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _write(content: bytearray, number: int) -> None:
    while number >= 128:
        content.append(number & 127 | 128)
        number >>= 7
    content.append(number)


def _read(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while (byte := content[at]) >= 128:
        value |= (byte & 127) << shift
        shift += 7
        at += 1
    return value | byte << shift, at + 1


def _read_signed(content: bytes, at: int) -> tuple[int, int]:
    value, at = _read(content, at)
    return (value >> 1) ^ -(value & 1), at


def _read_four(content: bytes, at: int) -> tuple[tuple[int, int, int, int], int]:
    a, at = _read(content, at)
    b, at = _read(content, at)
    c, at = _read(content, at)
    d, at = _read(content, at)
    return (a, b, c, d), at
