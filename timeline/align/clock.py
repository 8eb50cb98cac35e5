"""Clock times of several zones: whether a timeline mixes them, and the one zone in which all of them can stand.

What enters: the claims and where they are placed. What leaves: a `Clock`, and the zone that a reader expects of a claim.
A time without an offset is compared with nothing: nobody has stated its zone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from timeline import dates
from timeline.align.values import Clock, Kind, Placed
from timeline.model import Event, Timeline

TIMED = frozenset({Kind.TIME, Kind.PART})


def clock(timeline: Timeline, events: Mapping[str, Event], placed: Mapping[str, Placed]) -> Clock:
    """Find the zone of a timeline's clock times, and say whether some of them are read in another."""
    timed = [events[claim] for claim, spot in placed.items() if spot.kind in TIMED]
    moments = [(event, event.date.resolution.earliest) for event in timed]
    aware = [(event, moment) for event, moment in moments if moment is not None and moment.tzinfo is not None]
    if not aware:
        return Clock()
    zone = timeline.settings.time_zone or _commonest(event.date.zone for event, _ in aware)
    if zone is None:
        zone = _commonest(f"{moment:%z}" for _, moment in aware) or "UTC"
    mixed = any(
        moment.utcoffset() != offset_in(name, moment)
        for event, moment in aware
        for name in (zone, home_zone(event.places, timeline), event.date.zone)
        if name is not None
    )
    return Clock(zone=zone if len(aware) == len(timed) else None, mixed=mixed)


def home_zone(places: Iterable[str], timeline: Timeline) -> str | None:
    """Give the zone of the first place that has one, or of what contains it; else the project's."""
    for first in places:
        place, seen = timeline.places.get(first), set[str]()
        while place is not None and place.id not in seen:
            if place.time_zone:
                return place.time_zone
            seen.add(place.id)
            place = timeline.places.get(place.part_of or "")
    return timeline.settings.time_zone


def offset_in(zone: str, moment: datetime) -> timedelta | None:
    """Give the offset that a zone has at a moment."""
    there = in_zone(moment, zone)
    return there.utcoffset() if there else None


def in_zone(moment: datetime, zone: str) -> datetime | None:
    """Give the same instant in another zone; nothing for a time without an offset or a zone that nobody knows."""
    found = dates.zone_of(zone)
    if found is None or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(found)
    except OverflowError:  # the first and the last day of the calendar
        return None


def _commonest(zones: Iterable[str | None]) -> str | None:
    """Give the zone that occurs most often; of equals the first by name."""
    counted = Counter(zone for zone in zones if zone)
    return min(counted, key=lambda zone: (-counted[zone], zone), default=None)
