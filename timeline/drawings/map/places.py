"""Which places stand on the map, how exactly, and why the others do not.

What enters: an aligned timeline. What leaves: places with coordinates that are no finer than their stated exactness, with their
claims counted by lane; and those that stand beside the map, each with the reason. Withdrawn claims are not counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from timeline.align import Aligned
from timeline.drawings.map.values import MapPlace
from timeline.geography.exactness import blur, rounded
from timeline.model import Place, Timeline
from timeline.text import plain

__all__ = ["MapPlaces", "NotPlaced", "Reason", "blur", "map_places"]


class Reason(StrEnum):
    """Why a place is not on the map."""

    NO_COORDINATES = "no-coordinates"
    """Its record gives none; its note may say why."""

    INSIDE = "inside"
    """It has none of its own, but the place that contains it has."""

    ONLY_SAID = "only-said"
    """No claim is about it; claims were only made there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPlaced:
    """A place that is not on the map."""

    place: Place
    reason: Reason
    claims: int
    """That name it."""

    said: int
    """That were made there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlaces:
    """All places that claims name."""

    placed: tuple[MapPlace, ...]
    """Most claims first, then A to Z."""

    not_placed: tuple[NotPlaced, ...]
    """The same."""

    claims: int
    """How many claims name at least one place that is on the map."""


def map_places(aligned: Aligned, timeline: Timeline) -> MapPlaces:
    """Collect the places of a timeline.

    Args:
        aligned: For the claims that are shown, and the lanes in their order.
        timeline: What it was made from.
    """
    slots = {lane.id: lane.slot for lane in aligned.lanes}
    last = aligned.lanes[-1].id if aligned.lanes else ""
    named: dict[str, Counter[str]] = {}
    said: Counter[str] = Counter()
    on_map = 0
    for claim in aligned.order:
        event = timeline.events[claim]
        if claim in aligned.withdrawn:
            continue
        lane = event.narrative if event.narrative in slots else last
        for name in set(event.places):
            named.setdefault(name, Counter())[lane] += 1
        on_map += any(_has_coordinates(timeline.places.get(name)) for name in event.places)
        said.update(set(event.said_at))
    places = [place for place in timeline.places.values() if place.id in named or place.id in said]
    places.sort(
        key=lambda place: (-sum(named.get(place.id, Counter()).values()), plain(place.name).casefold())
    )
    placed: list[MapPlace] = []
    not_placed: list[NotPlaced] = []
    for place in places:
        counts = named.get(place.id, Counter())
        reason = _reason(place, counts, timeline)
        if reason:
            found = NotPlaced(place=place, reason=reason, claims=counts.total(), said=said[place.id])
            not_placed.append(found)
            continue
        north, east = rounded(place.latitude, place.exactness), rounded(place.longitude, place.exactness)
        if north is None or east is None:
            continue
        placed.append(
            MapPlace(
                id=place.id,
                name=plain(place.name),
                north=north,
                east=east,
                exactness=place.exactness,
                counts=tuple((slot, counts[lane]) for lane, slot in slots.items()),
                number=len(placed) + 1,
            )
        )
    return MapPlaces(placed=tuple(placed), not_placed=tuple(not_placed), claims=on_map)


def _reason(place: Place, counts: Counter[str], timeline: Timeline) -> Reason | None:
    if not counts:
        return Reason.ONLY_SAID
    if _has_coordinates(place):
        return None
    above = timeline.places.get(place.part_of or "")
    return Reason.INSIDE if above and _has_coordinates(above) else Reason.NO_COORDINATES


def _has_coordinates(place: Place | None) -> bool:
    return place is not None and place.latitude is not None and place.longitude is not None
