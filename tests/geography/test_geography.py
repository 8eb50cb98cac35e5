"""The Earth: distances, projections, and outlines that are cut without leaving a trace."""

from __future__ import annotations

import itertools
import math
from functools import cache
from importlib import resources

import pytest

from timeline.geography import (
    REACH,
    Azimuthal,
    EqualEarth,
    Outlines,
    Point,
    Position,
    Rectangle,
    View,
    clip_line,
    clip_ring,
    destination,
    distance,
    middle,
    outlines,
)
from timeline.geography.format import LEVELS, Atlas, Box, Layer, write_level
from timeline.geography.outlines import atlas
from timeline.geography.simplify import simplify

KYIV, BAKHMUT, SUVA = Position(50.45, 30.52), Position(48.595, 38.0), Position(-18.14, 178.44)

VIEWS = {
    "a town": View(Azimuthal(BAKHMUT), 800, 600, 0.1),
    "a region": View(Azimuthal(BAKHMUT), 800, 600, 0.5),
    "Fiji, across the 180th meridian": View(Azimuthal(Position(-17.5, 179.9)), 800, 600, 0.8),
    "Svalbard": View(Azimuthal(Position(78.5, 17)), 800, 600, 1),
    "the Arctic, with the pole": View(Azimuthal(Position(82, 17)), 800, 600, 6),
    "the South Pole": View(Azimuthal(Position(-90, 0)), 800, 600, 8),
    "the Bering Strait": View(Azimuthal(Position(62, -179)), 800, 600, 5),
    "Asia": View(Azimuthal(Position(40, 95)), 800, 600, 11),
    "the world": View(EqualEarth(10), 800, 400, 44),
    "the world from the Pacific": View(EqualEarth(-160), 800, 400, 44),
}


@cache
def earth_of(name: str) -> Outlines:
    return outlines(VIEWS[name])


def inside(point: Point, rings: tuple[tuple[Point, ...], ...]) -> bool:
    """Whether a fill by winding number covers a point."""
    x, y = point
    turns = 0
    for ring in rings:
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
            if ay <= y < by and side > 0:
                turns += 1
            elif by <= y < ay and side < 0:
                turns -= 1
    return turns != 0


def test_distances_are_those_of_a_table() -> None:
    assert distance(KYIV, BAKHMUT) == pytest.approx(579, abs=3)
    assert distance(Position(0, 0), Position(0, 180)) == pytest.approx(math.pi * 6371.0088)
    assert distance(Position(10, 179.5), Position(10, -179.5)) == pytest.approx(109.5, abs=0.2)


@pytest.mark.parametrize("start", [BAKHMUT, SUVA, Position(89.5, 10), Position(-90, 0)])
@pytest.mark.parametrize("bearing", [0, 77, 180, 271])
def test_going_some_way_leads_so_far(start: Position, bearing: float) -> None:
    for kilometres in (0.5, 50, 5000):
        assert distance(start, destination(start, bearing, kilometres)) == pytest.approx(kilometres, rel=1e-6)


def test_the_middle_of_places_on_both_sides_of_the_180th_meridian_is_between_them() -> None:
    north, east = middle([Position(-17, 179), Position(-17, -179)])
    assert abs(abs(east) - 180) < 1e-9
    assert north == pytest.approx(-17, abs=0.01)


def test_places_on_opposite_sides_of_the_earth_still_have_a_point_to_begin_with() -> None:
    assert middle([Position(90, 0), Position(-90, 0)]) == Position(90, 0)


@pytest.mark.parametrize("centre", [BAKHMUT, SUVA, Position(-90, 0), Position(0, 0)])
def test_an_azimuthal_map_is_read_backwards(centre: Position) -> None:
    projection = Azimuthal(centre)
    for bearing in range(0, 360, 45):
        for degrees in (0.1, 10, REACH):
            there = destination(centre, bearing, degrees * 111.195)
            again = projection.inverse(*projection.project(*there))
            assert distance(there, again) < 0.001


def test_an_azimuthal_map_keeps_areas() -> None:
    projection = Azimuthal(BAKHMUT)

    def area(north: float, east: float) -> float:
        step = 0.01
        corners = [(north, east), (north, east + step), (north + step, east + step), (north + step, east)]
        ring = [projection.project(*corner) for corner in corners]
        shoelace = sum(x * b - a * y for (x, y), (a, b) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2
        return shoelace / math.cos(math.radians(north + step / 2))

    assert area(48.5, 38) == pytest.approx(area(20, 70), rel=1e-3)


def test_equal_earth_has_the_proportions_that_its_authors_give() -> None:
    projection = EqualEarth(0)
    width, height = 2 * projection.project(0, 180)[0], 2 * projection.project(90, 0)[1]
    assert width / height == pytest.approx(2.05458, abs=1e-4)


@pytest.mark.parametrize("name", VIEWS)
def test_the_box_of_degrees_holds_all_of_the_frame(name: str) -> None:
    view = VIEWS[name]
    if view.world:
        return
    box = view.box
    for x in range(0, 801, 40):
        for y in range(0, 601, 40):
            north, east = view.position(x, y)
            assert box.south <= north <= box.north
            assert any(box.west <= east + turn <= box.east for turn in (-360, 0, 360))


@pytest.mark.slow
@pytest.mark.parametrize("name", VIEWS)
def test_outlines_stay_inside_the_frame(name: str) -> None:
    view = VIEWS[name]
    earth = earth_of(name)
    assert earth.points < 6000
    for line in (*earth.land, *earth.lakes, *earth.coasts, *earth.rivers):
        assert len(line) > 1
        for x, y in line:
            assert -0.001 <= x <= view.width + 0.001
            assert -0.001 <= y <= view.height + 0.001
    assert all(ring[0] == ring[-1] for ring in (*earth.land, *earth.lakes))


@pytest.mark.parametrize("name", VIEWS)
def test_no_coast_runs_along_the_frame(name: str) -> None:
    view = VIEWS[name]
    for line in earth_of(name).coasts:
        for (x, y), (a, b) in itertools.pairwise(line):
            for one, other, limit in ((x, a, 0), (x, a, view.width), (y, b, 0), (y, b, view.height)):
                assert not (abs(one - limit) < 1e-6 and abs(other - limit) < 1e-6), (name, (x, y), (a, b))


@pytest.mark.slow
@pytest.mark.parametrize("name", VIEWS)
def test_no_coast_runs_along_the_180th_meridian_or_to_the_pole(name: str) -> None:
    view = VIEWS[name]
    if view.world:
        return
    for line in outlines(view, 0.3, 50_000).coasts:
        for start, end in itertools.pairwise(line):
            one, other = view.position(*start), view.position(*end)
            along = abs(abs(one.east) - 180) < 0.002 and abs(abs(other.east) - 180) < 0.002
            assert not along or distance(one, other) < 5
            assert one.north > -86


LAND: dict[str, list[tuple[float, float, bool]]] = {
    "a region": [(48.6, 38.0, True), (47.9, 37.5, True)],
    "Fiji, across the 180th meridian": [(-17.8, 178.0, True), (-16.6, 179.3, True), (-18.5, -179.5, False)],
    "Svalbard": [(78.2, 17.0, True), (77.2, 20.0, False)],
    "the Arctic, with the pole": [(72, -40, True), (90, 0, False), (79, 95, False), (85, 180, False)],
    "the South Pole": [
        (-90, 0, True),
        (-86, 180, True),
        (-86, 178, True),
        (-80, 180, False),
        (-75, 90, True),
        (-70, -30, False),
    ],
    "the Bering Strait": [(66, 180, True), (66, 179.99, True), (66, -179.99, True), (60, 180, False)],
    "Asia": [(35, 100, True), (42.0, 51.0, False), (15, 88, False)],
    "the world": [(48, 38, True), (-25, 135, True), (0, -30, False), (-80, 0, True)],
    "the world from the Pacific": [(48, 38, True), (-25, 135, True), (0, -160, False), (20, 10, True)],
}


@pytest.mark.parametrize("name", LAND)
def test_land_is_where_there_is_land(name: str) -> None:
    view = VIEWS[name]
    land = earth_of(name).land
    for north, east, expected in LAND[name]:
        point = view.place(north, east)
        assert view.shows(point), (north, east)
        assert inside(point, land) is expected, (north, east)


def test_what_is_too_coarse_for_a_near_map_is_left_out() -> None:
    gaza = Azimuthal(Position(31.45, 34.4))
    assert outlines(View(gaza, 800, 600, 0.08)).land
    assert not outlines(View(gaza, 800, 600, 0.08)).rivers
    assert outlines(View(gaza, 800, 600, 0.01)).points == 0


def test_a_level_gives_back_what_was_written_into_it() -> None:
    level = LEVELS[0]
    ring = [
        (round(10 + math.cos(turn / 40) * 5, 2), round(50 + math.sin(turn / 40) * 3, 2))
        for turn in range(252)
    ]
    ring.append(ring[0])
    river = [(9.0, 49.0), (10.0, 50.0), (30.5, 51.25)]
    written = write_level(level, [(Layer.LAND, ring), (Layer.RIVERS, river)])
    found = list(Atlas(written, level.unit).near(Box(-180, -90, 180, 90)))
    assert [layer for layer, _ in found] == [Layer.LAND, Layer.RIVERS]
    for (_, points), given in zip(found, (ring, river), strict=True):
        assert [x for x, _ in points] == pytest.approx([x for x, _ in given], abs=0.5 / level.unit + 1e-9)
        assert [y for _, y in points] == pytest.approx([y for _, y in given], abs=0.5 / level.unit + 1e-9)


def test_a_ring_round_the_whole_box_is_read_though_no_part_of_it_is_near() -> None:
    level = LEVELS[0]
    shapes = list(atlas(level).near(Box(20, 48, 20.5, 48.5)))
    land = [points for layer, points in shapes if layer is Layer.LAND]
    assert len(land) == 1
    whole = next(p for layer, p in atlas(level).near(Box(-180, -90, 180, 90)) if len(p) > 9999)
    assert len(land[0]) < len(whole) / 40


def test_the_data_are_small() -> None:
    folder = resources.files("timeline.geography") / "data"
    sizes = [len((folder / level.file).read_bytes()) for level in LEVELS]
    assert sum(sizes) < 850_000


def test_clipping_keeps_what_is_inside() -> None:
    box = Rectangle(0, 0, 10, 10)
    assert clip_ring([(2, 2), (20, 2), (20, 8), (2, 8), (2, 2)], box) == [(2, 2), (10, 2), (10, 8), (2, 8)]
    assert clip_ring([(20, 20), (30, 20), (30, 30)], box) == []
    assert clip_line([(-5, 5), (5, 5), (5, 15), (8, 15), (8, 5)], box) == [
        [(0, 5), (5, 5), (5, 10)],
        [(8, 10), (8, 5)],
    ]


def test_simplifying_keeps_corners_and_drops_what_is_straight() -> None:
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (2.0, 1.0), (2.0, 2.0)]
    assert simplify(line, 0.1) == [0, 2, 4]
