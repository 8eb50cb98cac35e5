"""ISO 8601 dates and times, and RFC 9557 instants with their zone in brackets, read; and days and moments, written.

What enters: a string such as `2023-05-22`, `2023-05-22T05:26`, `2023-05-22T05:26:00+03:00[Europe/Kyiv]`, `20230522`,
`2023-W21`, `2023-W21-1`, `2023-142`, or two of them with a solidus between. What leaves: a `Span`, or `None`.
A time that is written to the minute is a minute, to the second an instant: nothing is made more exact than it is written.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from timeline.dates.spans import DAY, WEEK, ImpossibleDate, Span, day_span, year_digits
from timeline.dates.types import Precision
from timeline.dates.zones import zone_of

_MOMENT = re.compile(
    r"(\d{4})(?P<mark>-?)(\d\d)(?P=mark)(\d\d)(?:[Tt ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r" ?(Z|z|[+-]\d\d(?::?\d\d)?)?(?:\[!?([A-Za-z0-9_+/-]{1,60})\])?(?:\[[a-z0-9_]{1,20}-ca=[a-z0-9-]{1,20}\])?)?",
    re.ASCII,
)
_WEEK = re.compile(r"(\d{4})-?[Ww](\d\d)(?:-?([1-7]))?", re.ASCII)
_ORDINAL = re.compile(r"(\d{4})-(\d{3})", re.ASCII)


_TWO_DIGITS: Final = tuple(f"{number:02}" for number in range(32))
_MIDNIGHT: Final = time()


def write_day(moment: datetime) -> str:
    """Write the day of a moment, such as `2023-05-22`; with a table, since a format takes three times as long."""
    return f"{year_digits(moment.year)}-{_TWO_DIGITS[moment.month]}-{_TWO_DIGITS[moment.day]}"


def write(moment: datetime) -> str:
    """Write a moment as its `isoformat` does; nearly all are midnights without a zone."""
    if moment.tzinfo is None and moment.time() == _MIDNIGHT:
        return f"{write_day(moment)}T00:00:00"
    return moment.isoformat()


def parse(text: str) -> Span | None:
    """Read one date or time of ISO 8601, or an interval of two; raises `ImpossibleDate` for a day that does not exist."""
    if len(text) > 120 or not text[:4].isdigit():
        return None
    if "/" in text.partition("[")[0] or "]/" in text:
        return _interval(text)
    found = _MOMENT.fullmatch(text)
    if found is not None:
        return _moment(found)
    week = _WEEK.fullmatch(text)
    if week is not None:
        return _week(int(week[1]), int(week[2]), week[3])
    ordinal = _ORDINAL.fullmatch(text)
    if ordinal is not None:
        return _ordinal(int(ordinal[1]), int(ordinal[2]))
    return None


def _moment(found: re.Match[str]) -> Span | None:  # noqa: C901 -- a list of cases, one after another
    day = day_span(int(found[1]), int(found[3]), int(found[4]))
    if found[5] is None or day.start is None:
        return day
    hour, minute, second = int(found[5]), int(found[6] or 0), int(found[7] or 0)
    if hour == 24 and minute == second == 0:
        start = day.start + DAY
    elif second == 60 and minute == 59:
        raise ImpossibleDate(f"{hour:02}:59:60 is a leap second, which no clock of this tool has")
    elif hour > 23 or minute > 59 or second > 59:
        raise ImpossibleDate(f"there is no time {hour:02}:{minute:02}:{second:02}")
    else:
        start = day.start + timedelta(hours=hour, minutes=minute, seconds=second)
    if found[8]:
        start += timedelta(microseconds=int((found[8] + "000000")[:6]))
    zone: tzinfo | None = None
    if found[10] or found[9]:
        zone = zone_of(found[10] or found[9])
        if zone is None:
            return None
        if found[10] and found[9]:  # the offset says which instant, the brackets say whose clocks
            offset = zone_of(found[9])
            if offset is None:
                return None
            start = start.replace(tzinfo=offset).astimezone(zone).replace(tzinfo=None)
    if found[7]:
        return Span(start, start + timedelta(seconds=1), Precision.INSTANT, zone=zone)
    if found[6]:
        return Span(start, start + timedelta(minutes=1), Precision.MINUTE, zone=zone)
    return Span(start, start + timedelta(hours=1), Precision.HOUR, zone=zone)


def _week(year: int, week: int, day: str | None) -> Span:
    try:
        start = date.fromisocalendar(year, week, int(day or 1))
    except ValueError:
        raise ImpossibleDate(f"{year} has no ISO week {week}") from None
    moment = datetime(start.year, start.month, start.day)
    if day:
        return Span(moment, moment + DAY, Precision.DAY)
    return Span(moment, moment + WEEK, Precision.WEEK)


def _ordinal(year: int, number: int) -> Span:
    start = day_span(year, 1, 1).start or datetime(year, 1, 1)
    moment = start + timedelta(days=number - 1)
    if moment.year != year:
        raise ImpossibleDate(f"{year} has no day number {number}")
    return Span(moment, moment + DAY, Precision.DAY)


def _interval(text: str) -> Span | None:
    left, _, right = text.partition("]/" if "]/" in text else "/")
    left += "]" if "]/" in text else ""
    if "/" in right.partition("[")[0]:
        return None
    first, last = parse(left), parse(right)
    if first is None or last is None or first.start is None or last.end is None or first.zone != last.zone:
        return None
    # an end that is written as a time is the end itself, an end that is written as a day includes the day
    end = last.start if last.precision in _TIMES and first.precision in _TIMES else last.end
    if end is None or end <= first.start:
        return None
    return Span(first.start, end, Precision.INTERVAL, zone=first.zone)


_TIMES = {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}
