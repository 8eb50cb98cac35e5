"""Zones in words: which clock a time of day was read from, and what that was on the clock of the place.

What enters: the words of a language, a date, and the zone that a reader expects. What leaves: words to stand behind the time, such as
"UTC (05:30 Baghdad time)", or none where every clock time of the timeline stands in the one zone that goes without saying.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from timeline.align import in_zone, offset_in
from timeline.dates import Precision, Resolution
from timeline.model import Dating
from timeline.wording.telling import Wording

_CLOCK = frozenset({Precision.INSTANT, Precision.MINUTE, Precision.HOUR})
_TIMED = _CLOCK | {Precision.PART_OF_DAY}


def offset_words(offset: timedelta) -> str:
    """Name an offset: "UTC", "UTC+3", "UTC−3:30"."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def zone_words(words: Wording, zone: str) -> str:
    """Name a zone by its city: "Baghdad time"; an offset as one."""
    if zone[:1] in {"+", "-"}:
        found = offset_in(zone, datetime(2000, 1, 1, tzinfo=UTC))
        return offset_words(found) if found is not None else zone
    if "/" not in zone or zone.startswith("Etc/"):
        return zone
    return words.text("zone.of-a-city", city=words.calendar.city(zone))


def read_in(words: Wording, dating: Dating, home: str | None) -> str | None:
    """Name the zone that a date was read in, as its result carries it; nothing where it carries none."""
    moment = _moment(dating.resolution)
    offset = moment.utcoffset() if moment else None
    if moment is None or offset is None:
        return None
    for zone in (home, dating.zone):
        if zone and offset_in(zone, moment) == offset:
            return zone_words(words, zone)
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


def zone_note(words: Wording, dating: Dating, home: str | None, *, mixed: bool) -> str:
    """Say behind a time of day which clock it is on, where that does not go without saying."""
    found = dating.resolution
    foreign = is_foreign(dating, home)
    named = read_in(words, dating, home)
    if (
        found.precision not in _TIMED
        or named is None
        or not (foreign or (mixed and found.precision in _CLOCK))
    ):
        return ""
    there = _there(words, found, home) if foreign else ""
    if not there or home is None:
        return named
    return words.text("zone.and-there", zone=named, time=there, there=zone_words(words, home))


def zone_line(words: Wording, dating: Dating, home: str | None) -> str | None:
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
    if dating.resolution.precision not in _TIMED:
        return offset_words(offset)
    shown = words.say("time", date=words.day(there, year=True), time=f"{there:%H:%M}")
    return words.text(
        "zone.that-is", offset=offset_words(offset), zone=zone, there=offset_words(theirs), time=shown
    )


def _there(words: Wording, found: Resolution, home: str | None) -> str:
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
    if first.date() == start.date():
        return time
    return words.say("time", date=words.day(first, year=False), time=time)


def _moment(found: Resolution) -> datetime | None:
    return found.earliest or found.latest
