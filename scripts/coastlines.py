"""Reduce Natural Earth's coastlines, lakes and rivers to the three files in `timeline/geography/data/`.

What enters: `land-10m.json` of the npm package world-atlas (TopoJSON), and of Debian's marble-qt-data the lakes and
rivers at 1:50 million in Marble's PN2 format. What leaves: one file for each level of detail, as `format.py` beside the
data describes it. Both sources carry Natural Earth, which is in the public domain; no layer with a border is read.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    apt-get download marble-qt-data && dpkg -x marble-qt-data_*.deb marble
    python scripts/coastlines.py package/land-10m.json marble/usr/share/marble/data/naturalearth
"""

# ruff: noqa: INP001, T201 -- a script that speaks to a person

from __future__ import annotations

import itertools
import json
import math
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.geography.clip import Rectangle, clip_ring
from timeline.geography.format import LEVELS, Layer, Level, write_level
from timeline.geography.simplify import simplify

DATA = Path(__file__).parents[1] / "timeline" / "geography" / "data"

Point = tuple[float, float]
Line = list[Point]

# Kinds of record in a PN2 file.
LINE_STRING, LINEAR_RING, OUTER, INNER, MULTI = range(5)


@dataclass(frozen=True)
class Shape:
    """A line of longitudes and latitudes in degrees; `ring` if its end is its start."""

    layer: Layer
    points: Line

    @property
    def ring(self) -> bool:
        """Whether it bounds an area."""
        return self.layer is not Layer.RIVERS


def land(path: Path) -> Iterator[Shape]:
    """Read the land of a TopoJSON file: outer rings clockwise, the seas inside them the other way round."""
    document = json.loads(path.read_text(encoding="utf-8"))
    (width, height), (west, south) = document["transform"]["scale"], document["transform"]["translate"]
    arcs = []
    for arc in document["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * width + west, y * height + south))
        arcs.append(line)
    for geometry in document["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for index, ring in enumerate(polygon):
                line = []
                for arc in ring:
                    piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                    line += piece[1:] if line else piece
                for part in unstitched(line):
                    yield Shape(Layer.LAND, turned(part, clockwise=index == 0))


def marble(path: Path, layer: Layer) -> Iterator[Shape]:
    """Read a PN2 file of version 2: units are half minutes; a line is one full position and steps from it."""
    content = path.read_bytes()
    version, _, colours = struct.unpack_from(">BIB", content)
    if version != 2 or colours:
        sys.exit(f"{path.name}: version {version} of the format, which this script does not know")
    at = 6
    while at < len(content):
        kind, _ = struct.unpack_from(">BI", content, at)
        at += 5
        if kind == MULTI:
            at += 1  # how many of the lines that follow belong together, which is of no use here
            continue
        (nodes,) = struct.unpack_from(">I", content, at)
        at += 4
        line: Line = []
        for _ in range(nodes):
            north, east, steps = struct.unpack_from(">hhh", content, at)
            at += 6
            line.append((east / 120, north / 120))
            for _ in range(steps):
                step_north, step_east = struct.unpack_from(">bb", content, at)
                at += 2
                line.append(((east + step_east) / 120, (north + step_north) / 120))
        if layer is Layer.RIVERS:
            yield Shape(layer, line)
        else:
            yield Shape(layer, turned([*line, line[0]], clockwise=kind != INNER))


def unstitched(ring: Line) -> Iterator[Line]:
    """Cut a ring that runs across the 180th meridian along it, and let one that goes round a pole run down to it."""
    line, turn = [ring[0]], 0.0
    for (before, _), (east, north) in itertools.pairwise(ring):
        if abs(east - before) > 180:
            turn += 360 if east < before else -360
        line.append((east + turn, north))
    if turn:
        # The only ring that goes round a pole is Antarctica.
        line += [(line[-1][0], -90), (line[0][0], -90), line[0]]
    for shift in (-360, 0, 360):
        moved = [(east + shift, north) for east, north in line]
        part = clip_ring(moved, Rectangle(-180, -90, 180, 90))
        if len(part) > 2 and abs(area([*part, part[0]])) > 1e-9:
            yield [*part, part[0]]


def turned(ring: Line, *, clockwise: bool) -> Line:
    """Turn a ring so that a fill by winding number takes what it bounds."""
    return ring if (area(ring) < 0) is clockwise else ring[::-1]


def area(ring: Line) -> float:
    """Area of a ring in square degrees; negative if it runs clockwise."""
    return sum(x * b - a * y for (x, y), (a, b) in itertools.pairwise(ring)) / 2


def reach(points: Line) -> float:
    """Length of a line in degrees of latitude."""
    return sum(
        math.hypot((a - x) * math.cos(math.radians(y)), b - y)
        for (x, y), (a, b) in itertools.pairwise(points)
    )


def reduced(shape: Shape, level: Level) -> Shape | None:
    """Bring a shape to a level of detail, if it is large enough to be seen there."""
    middle = math.cos(math.radians(shape.points[0][1]))
    if shape.ring:
        if abs(area(shape.points)) * middle < level.least_area:
            return None
    elif reach(shape.points) < level.least_length:
        return None
    # The distance of a point from a line is measured where a degree east is as long as one north.
    points: Line = []
    for piece in pieces(shape.points):
        scale = max(0.05, math.cos(math.radians(piece[0][1])))
        kept = simplify([(x * scale, y) for x, y in piece], level.tolerance)
        points += [piece[index] for index in kept][1 if points else 0 :]
    if len(points) < (4 if shape.ring else 2):
        return None
    return Shape(shape.layer, points)


def pieces(points: Line, height: float = 4) -> Iterator[Line]:
    """Cut a long line wherever it has gone some degrees north or south, since a degree east changes its length."""
    start = 0
    for index, (_, y) in enumerate(points):
        if abs(y - points[start][1]) > height or index == len(points) - 1:
            yield points[start : index + 1]
            start = index


def main() -> None:
    """Write the files."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    marble_data = Path(sys.argv[2])
    shapes = [
        *land(Path(sys.argv[1])),
        *marble(marble_data / "ne_50m_lakes.pn2", Layer.LAKES),
        *marble(marble_data / "ne_50m_rivers_lake_centerlines.pn2", Layer.RIVERS),
    ]
    DATA.mkdir(parents=True, exist_ok=True)
    for level in LEVELS:
        found = [less for shape in shapes if (less := reduced(shape, level)) is not None]
        content = write_level(level, [(shape.layer, shape.points) for shape in found])
        (DATA / level.file).write_bytes(content)
        points = sum(len(shape.points) for shape in found)
        print(f"{level.file}: {len(found):,} shapes, {points:,} points, {len(content):,} bytes")


if __name__ == "__main__":
    main()
