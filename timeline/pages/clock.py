"""Zones in words: which clock a time of day was read from, and what that was on the clock of the place.

What enters: a date and the zone that a reader expects. What leaves: words to stand behind the time, such as
"UTC (05:30 Baghdad time)", or none where every clock time of the timeline stands in the one zone that goes without saying.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from timeline.align import in_zone, offset_in
from timeline.dates import Precision, Resolution
from timeline.model import Dating

_CLOCK = frozenset({Precision.INSTANT, Precision.MINUTE, Precision.HOUR})
_TIMED = _CLOCK | {Precision.PART_OF_DAY}


def offset_words(offset: timedelta) -> str:
    """Name an offset: "UTC", "UTC+3", "UTC−3:30"."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def zone_words(zone: str) -> str:
    """Name a zone by its city: "Baghdad time"; an offset as one."""
    if zone[:1] in {"+", "-"}:
        found = offset_in(zone, datetime(2000, 1, 1, tzinfo=UTC))
        return offset_words(found) if found is not None else zone
    if "/" not in zone or zone.startswith("Etc/"):
        return zone
    return f"{zone.rsplit('/', 1)[-1].replace('_', ' ')} time"


def read_in(dating: Dating, home: str | None) -> str | None:
    """Name the zone that a date was read in, as its result carries it; nothing where it carries none."""
    moment = _moment(dating.resolution)
    offset = moment.utcoffset() if moment else None
    if moment is None or offset is None:
        return None
    for zone in (home, dating.zone):
        if zone and offset_in(zone, moment) == offset:
            return zone_words(zone)
    return offset_words(offset)


def is_foreign(dating: Dating, home: str | None) -> bool:
    """Tell whether a date's offset is not that of its place, of the project, or of the zone that the record names.

    Where there is no such zone, an offset that the words give does not go without saying either.
    """
    moment = _moment(dating.resolution)
    if moment is None or moment.tzinfo is None:
        return False
    known = [zone for zone in (home, dating.zone) if zone]
    return not known or any(offset_in(zone, moment) != moment.utcoffset() for zone in known)


def zone_note(dating: Dating, home: str | None, *, mixed: bool) -> str:
    """Say behind a time of day which clock it is on, where that does not go without saying."""
    found = dating.resolution
    foreign = is_foreign(dating, home)
    named = read_in(dating, home)
    if (
        found.precision not in _TIMED
        or named is None
        or not (foreign or (mixed and found.precision in _CLOCK))
    ):
        return ""
    return f"{named}{_there(found, home) if foreign else ''}"


def zone_line(dating: Dating, home: str | None) -> str | None:
    """Say in which zone a date was read, with the offset of its result."""
    moment = _moment(dating.resolution)
    offset = moment.utcoffset() if moment else None
    if moment is None or offset is None:
        return dating.zone
    if not is_foreign(dating, home):
        zone = dating.zone or home
        return f"{zone} ({offset_words(offset)})" if zone and "/" in zone else offset_words(offset)
    zone = next((one for one in (home, dating.zone) if one and offset_in(one, moment) != offset), None)
    there = in_zone(moment, zone) if zone else None
    theirs = there.utcoffset() if there else None
    if there is None or theirs is None:
        return offset_words(offset)
    shown = f"{there.day} {there:%B} {there.year}, {there:%H:%M}"
    same = (
        f"; in {zone} ({offset_words(theirs)}) that is {shown}"
        if dating.resolution.precision in _TIMED
        else ""
    )
    return f"{offset_words(offset)}{same}"


def _there(found: Resolution, home: str | None) -> str:
    """Give the same time on the clock of the place, with its day where that is another."""
    start, end = found.earliest, found.latest
    if home is None or start is None or end is None:
        return ""
    first, last = in_zone(start, home), in_zone(end, home)
    if first is None or last is None or first.utcoffset() == start.utcoffset():
        return ""
    time = (
        f"{first:%H:%M}"
        if found.precision not in {Precision.HOUR, Precision.PART_OF_DAY}
        else f"{first:%H:%M}–{last:%H:%M}"
    )
    day = "" if first.date() == start.date() else f"{first.day} {first:%B}, "
    return f" ({day}{time} {zone_words(home)})"


def _moment(found: Resolution) -> datetime | None:
    return found.earliest or found.latest
