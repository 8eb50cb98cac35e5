"""Which maps a timeline needs: one of all its places, and nearer ones of the parts where they stand too close together.

What enters: places. What leaves: sets of places, the one with the most claims of its own first. Places that would touch one
another on a map, and are few steps apart compared with its size, get a map of their own; it stands on the other as a frame.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.drawings.map.fitting import Frame, fit
from timeline.drawings.map.values import MapPlace
from timeline.geography import Position, View, distance
from timeline.model import Exactness

LINK = 30.0
"""Two places this near on a map belong to one group, px."""

PART = 0.16
"""A group may take up this part of the map's width at most to get a map of its own."""

FEWEST = 3
"""Places of a group at least."""

NEARER = 8
"""How many times nearer a map must be than the one that it stands on."""

MOST = 3
"""Nearer maps of one map, at most; the places of the others bear numbers."""

DEEPEST = 3
"""Maps within one another, at most."""

LEAST = {Exactness.EXACT: 4.0, Exactness.VICINITY: 25.0, Exactness.LOCALITY: 60.0, Exactness.REGION: 300.0}
"""Kilometres that a map shows at least, by the most exact of its places: nearer, it would look more exact than it is."""

UNSTATED = 60.0


@dataclass(slots=True)
class Nest:
    """A map: its places, and the nearer maps that show some of them."""

    places: list[MapPlace]
    view: View
    inner: list[Nest] = field(default_factory=list)

    @property
    def own(self) -> list[MapPlace]:
        """The places that no nearer map shows."""
        inside = {place.id for nest in self.inner for place in nest.places}
        return [place for place in self.places if place.id not in inside]

    @property
    def weight(self) -> int:
        """How many claims name its own places."""
        return sum(place.total for place in self.own)

    def all(self) -> list[Nest]:
        """Itself and all maps within it."""
        return [self, *(one for nest in self.inner for one in nest.all())]


def position(place: MapPlace) -> Position:
    """Say where a place is."""
    return Position(float(place.north), float(place.east))


def nested(places: Sequence[MapPlace], frame: Frame, depth: int = 1) -> Nest:
    """Choose the maps of some places.

    Args:
        places: At least one.
        frame: The room of a map.
        depth: How many maps hold this one, and itself.
    """
    view = fit([position(place) for place in places], frame, least(places))
    nest = Nest(list(places), view)
    if depth >= DEEPEST:
        return nest
    for group in _groups(nest.places, view):
        if len(group) < FEWEST or len(group) == len(places) or not _stands_apart(group, places, view):
            continue
        inner = nested(group, frame, depth + 1)
        # A map that shows hardly more than this one does is no help.
        if inner.view.kilometres < view.kilometres / NEARER:
            nest.inner.append(inner)
    nest.inner = sorted(nest.inner, key=lambda one: -sum(place.total for place in one.places))[:MOST]
    return nest


def _stands_apart(group: Sequence[MapPlace], places: Sequence[MapPlace], view: View) -> bool:
    """Tell whether a group is small on the map and far from all other places: a crowd without an edge is no group."""
    members = {place.id for place in group}
    drawn = [view.place(*position(place)) for place in group]
    left, right = min(x for x, _ in drawn), max(x for x, _ in drawn)
    top, bottom = min(y for _, y in drawn), max(y for _, y in drawn)
    size = max(right - left, bottom - top)
    others = [view.place(*position(place)) for place in places if place.id not in members]
    gap = min(math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom)) for x, y in others)
    return size <= PART * view.width and gap > max(size, LINK)


def least(places: Sequence[MapPlace]) -> float:
    """Give the kilometres that a map of some places shows at least."""
    return min(LEAST.get(place.exactness, UNSTATED) if place.exactness else UNSTATED for place in places)


def _groups(places: Sequence[MapPlace], view: View) -> list[list[MapPlace]]:
    """Join places that are near one another on a map, each with the next (single linkage)."""
    drawn = [view.place(*position(place)) for place in places]
    group = list(range(len(places)))

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    for one, (x, y) in enumerate(drawn):
        for other in range(one):
            a, b = drawn[other]
            if abs(x - a) < LINK and abs(y - b) < LINK and math.hypot(x - a, y - b) < LINK:
                group[root(one)] = root(other)
    found: dict[int, list[MapPlace]] = {}
    for index, place in enumerate(places):
        found.setdefault(root(index), []).append(place)
    return [members for members in found.values() if _extent(members) > 0.2]


def _extent(places: Sequence[MapPlace]) -> float:
    """Give the greatest distance from the first of some places, kilometres; 0 where all are one point."""
    return max(distance(position(places[0]), position(place)) for place in places)
