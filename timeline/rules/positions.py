"""Rules on where places are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import asin, cos, floor, radians, sin, sqrt

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic, Label
from timeline.model import Exactness, Place, Timeline

REACH = {
    Exactness.EXACT: 5,
    Exactness.VICINITY: 30,
    Exactness.LOCALITY: 75,
    Exactness.REGION: 1000,
}
"""Kilometres from a place's position within which its parts lie, by how exact that position is. Wide on purpose: what is
looked for is a slip of the pen, not the edge of a town or of a country."""

DECIMALS = {Exactness.VICINITY: 3, Exactness.LOCALITY: 3, Exactness.REGION: 2}
"""Decimals of a degree that an exactness can bear: the third is about 100 metres, the second about a kilometre."""

EARTH = 6371.0
"""Mean radius in kilometres."""

CELL = 2.5
"""Degrees: the width of the cells into which places are sorted, so that only neighbours are compared."""

AROUND = int(360 / CELL)
"""Cells around the globe."""

FAR, NEAR = 2, 1
"""Cells around a place: some six degrees, and some four."""

Point = tuple[float, float]
"""Degrees north, degrees east."""


def half_a_position(timeline: Timeline) -> Iterator[Diagnostic]:
    """A position has a latitude, a longitude and a statement of how exact the two are."""
    for place in timeline.places.values():
        given = {name: name in place.fields for name in ("latitude", "longitude", "exactness")}
        if not any(given.values()) or all(given.values()):
            continue
        missing = [name for name, there in given.items() if not there]
        there = next(name for name, is_there in given.items() if is_there)
        yield codes.HALF_A_POSITION.at(
            place.at(there),
            f"the position of `{place.id}` lacks " + " and ".join(f"`{name}`" for name in missing),
            hint="give `latitude`, `longitude` and `exactness` together, or none of them",
        )


def point(place: Place) -> Point | None:
    """Give the position of a place, if it has one."""
    if place.latitude is None or place.longitude is None:
        return None
    return float(place.latitude), float(place.longitude)


def exchanged(where: Point) -> Point | None:
    """Exchange latitude and longitude, if that is a position too."""
    return (where[1], where[0]) if abs(where[1]) <= 90 else None


def kilometres(one: Point, other: Point) -> float:
    """Give the distance along a great circle."""
    (north, east), (to_north, to_east) = (tuple(map(radians, each)) for each in (one, other))
    chord = sin((to_north - north) / 2) ** 2 + cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


def container(timeline: Timeline, place: Place) -> Place | None:
    """Give the nearest place around this one that has a position and says how exact it is."""
    above = timeline.places.get(place.part_of or "")
    while above is not None and (point(above) is None or above.exactness is None):
        above = timeline.places.get(above.part_of or "")
    return above


def whereabouts(timeline: Timeline) -> Iterator[tuple[Place, Point, Place | None]]:
    """Give every place that has a position, with it and with the place that contains it."""
    for place in timeline.places.values():
        where = point(place)
        if where is not None:
            yield place, where, container(timeline, place)


def distance_and_reach(where: Point, around: Place) -> tuple[float, int]:
    """Give how far a position is from that of a containing place, and how far it may be."""
    centre = point(around)
    if centre is None or around.exactness is None:
        return 0, 0
    return kilometres(where, centre), REACH[around.exactness]


def swapped(timeline: Timeline) -> Iterator[Diagnostic]:
    """Latitude and longitude stand in their own fields.

    A place that is part of one with a position is measured against that one. Any other is measured against all places:
    with its numbers exchanged it would have twice as many near it as it has, itself counted, far and wide.
    """
    alone: list[tuple[Place, Point]] = []
    for place, where, around in whereabouts(timeline):
        if around is None:
            alone.append((place, where))
            continue
        other_way = exchanged(where)
        far, reach = distance_and_reach(where, around)
        if other_way is None or far <= reach or distance_and_reach(other_way, around)[0] > reach:
            alone.append((place, where))
            continue
        yield codes.SWAPPED_COORDINATES.at(
            place.at("latitude"),
            f"`{place.id}` lies far from `{around.id}`, which contains it,"
            " and near if its latitude and longitude are exchanged",
            hint=f"write `latitude: {place.longitude}` and `longitude: {place.latitude}`",
            related=(Label(around.at("latitude"), f"the position of `{around.id}`"),),
        )
    cells = Counter(cell(where) for _, where in alone)
    for place, where in alone:
        other_way = exchanged(where)
        if other_way is None or container(timeline, place) is not None:
            continue
        here, there = count(cells, where, FAR), count(cells, other_way, NEAR)
        if there >= 2 * here:
            yield codes.SWAPPED_COORDINATES.at(
                place.at("latitude"),
                f"`{place.id}` lies far from other places, and near {there:,} of them"
                " if its latitude and longitude are exchanged",
                hint=f"write `latitude: {place.longitude}` and `longitude: {place.latitude}`;"
                " if it is right as it stands, `part_of` can say where it lies",
            )


def cell(where: Point) -> tuple[int, int]:
    """Give the cell of the globe that a position lies in."""
    return floor(where[0] / CELL), floor(where[1] / CELL) % AROUND


def count(cells: Mapping[tuple[int, int], int], where: Point, width: int) -> int:
    """Count the places in a cell and in so many cells around it."""
    row, column = cell(where)
    near = range(-width, width + 1)
    return sum(cells.get((row + north, (column + east) % AROUND), 0) for north in near for east in near)


def far_from_container(timeline: Timeline) -> Iterator[Diagnostic]:
    """A place is not far from the place that contains it. Positions that were exchanged are another rule's."""
    for place, where, around in whereabouts(timeline):
        if around is None:
            continue
        far, reach = distance_and_reach(where, around)
        other_way = exchanged(where)
        if far <= reach or (other_way is not None and distance_and_reach(other_way, around)[0] <= reach):
            continue
        yield codes.FAR_FROM_CONTAINER.at(
            place.at("latitude"),
            f"`{place.id}` lies {far:,.0f} km from the position of `{around.id}`, which contains it",
            hint="look at the signs and the digits of both positions, and at `part_of`",
            related=(
                Label(
                    around.at("latitude"),
                    f"its exactness is `{around.exactness}`: within {reach:,} km is expected",
                ),
            ),
        )


def finer_than_known(timeline: Timeline) -> Iterator[Diagnostic]:
    """Coordinates have no more decimals than their exactness can bear."""
    for place in timeline.places.values():
        if place.exactness is None or place.exactness not in DECIMALS:
            continue
        most = DECIMALS[place.exactness]
        for name, degrees in (("latitude", place.latitude), ("longitude", place.longitude)):
            if degrees is not None and decimals(degrees) > most:
                yield codes.FINER_THAN_KNOWN.at(
                    place.at(name),
                    f"{decimals(degrees)} decimals are finer than `exactness: {place.exactness}`",
                    hint=f"write `{name}: {round(degrees, most)}`, or another `exactness` if more is known",
                    related=(Label(place.at("exactness"), "the exactness"),),
                )
                break


def decimals(degrees: Decimal) -> int:
    """Count the decimals of a number, without zeros at its end."""
    exponent = degrees.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
