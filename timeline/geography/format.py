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


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of points: its box in the level's units, where it begins and ends, and where its bytes are."""

    box: tuple[int, int, int, int]
    start: tuple[int, int]
    end: tuple[int, int]
    body: slice


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its box, and its runs in order."""

    layer: Layer
    box: tuple[int, int, int, int]
    runs: tuple[_Run, ...]


class Atlas:
    """A file that has been opened: what is in it is known, but not yet where each point is."""

    def __init__(self, content: bytes, unit: int) -> None:
        """Read the index.

        Args:
            content: The bytes of the file.
            unit: Of its level.
        """
        self._content = zlib.decompress(content)
        self._unit = unit
        self._lines = tuple(self._index())

    def near(self, box: Box) -> Iterator[tuple[Layer, list[Point]]]:
        """Read the lines that may reach into a box.

        Args:
            box: Within the range of the data, -180 to 180.

        Yields:
            Each line with its layer; exact inside the box, shortened outside it.
        """
        unit = self._unit
        west, south, east, north = (value * unit for value in box)
        for line in self._lines:
            left, low, right, high = line.box
            if left > east or right < west or low > north or high < south:
                continue
            x, y = line.runs[0].start
            points = [(x / unit, y / unit)]
            inside = False
            for run in line.runs:
                left, low, right, high = run.box
                if left <= east and right >= west and low <= north and high >= south:
                    inside = True
                    points += _run(self._content[run.body], *run.start, unit)
                else:
                    points.append((run.end[0] / unit, run.end[1] / unit))
            # A ring of which no run comes near may still go round the whole box.
            if inside or line.layer is not Layer.RIVERS:
                yield line.layer, points

    def _index(self) -> Iterator[_Line]:
        content = self._content
        lines, at = _read(content, 0)
        size, at = _read(content, at)
        body = at + size
        for _ in range(lines):
            layer = Layer(content[at])
            count, at = _read(content, at + 1)
            x, at = _read_signed(content, at)
            y, at = _read_signed(content, at)
            runs = []
            for _ in range(count):
                (left, low, width, height), at = _read_four(content, at)
                step_x, at = _read_signed(content, at)
                step_y, at = _read_signed(content, at)
                size, at = _read(content, at)
                box = (x - left, y - low, x - left + width, y - low + height)
                end = (x + step_x, y + step_y)
                runs.append(_Run(box, (x, y), end, slice(body, body + size)))
                x, y = end
                body += size
            boxes = list(zip(*(run.box for run in runs), strict=True))
            whole = (min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3]))
            yield _Line(layer, whole, tuple(runs))


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
