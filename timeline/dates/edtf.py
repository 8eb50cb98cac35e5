"""The Extended Date/Time Format (ISO 8601-2:2019, as profiled by the Library of Congress), read and written strictly.

What enters: a string. What leaves: a `Value` with its bounds, or `None` when the string is not EDTF of level 0, 1 or 2.
Levels 0 and 1 are complete. Of level 2: exponential years, significant digits, sub-year groupings (21 to 41), sets,
qualifiers of single components, `X` at any digit, and `..` at the ends of an interval.

Bounds are kept as plain (year, month, day) numbers, since EDTF reaches years that `datetime` does not.
Every step reads its text once, so that time grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import product
from typing import Final, Literal, NamedTuple

from timeline.dates.iso import write_day
from timeline.dates.spans import DAY, FIRST_YEAR, LAST_YEAR, Span, month_length
from timeline.dates.types import Precision
from timeline.dates.zones import zone_of

Ymd = tuple[int, int, int]
MAX_LENGTH = 400
"""Longer strings are refused unread; the longest example of the standard has 30 characters."""


class Value(NamedTuple):
    """What an EDTF string says."""

    text: str
    level: Literal[0, 1, 2]
    """The lowest level of the standard that has the features used."""

    first: Ymd | None
    """The first day that may be meant; `None` where the start is open or not known."""

    last: Ymd | None
    """The last day that may be meant, inclusive; `None` where the end is open or not known."""

    precision: Precision
    open_start: bool = False
    """`..`: there is no earliest date. Together with `first` it says "or earlier"."""

    open_end: bool = False
    approximate: bool = False
    """Some part carries `~` or `%`."""

    uncertain: bool = False
    """Some part carries `?` or `%`."""

    moment: datetime | None = None
    """The instant, where the string gives a time; with an offset if it gives one."""

    kind: Literal["date", "time", "interval", "one-of", "all-of"] = "date"

    @property
    def span(self) -> Span | None:
        """The same as a span of local time; `None` beyond the years 1 to 9998."""
        if self.moment is not None:
            start = self.moment.replace(tzinfo=None)
            return Span(
                start,
                start + timedelta(seconds=1),
                Precision.INSTANT,
                edtf=self.text,
                zone=self.moment.tzinfo,
            )
        first, last = self.first, self.last
        if (first is not None and not FIRST_YEAR <= first[0] <= LAST_YEAR) or (
            last is not None and not FIRST_YEAR <= last[0] <= LAST_YEAR
        ):
            return None
        start_day = None if self.open_start or first is None else datetime(*first)
        end_day = None if self.open_end or last is None else datetime(*last) + DAY
        return Span(
            start_day,
            end_day,
            self.precision,
            approximate=self.approximate,
            edtf=self.text,
            uncertain=self.uncertain,
        )


def parse(text: str) -> Value | None:
    """Read an EDTF string of level 0, 1 or 2; `None` when it is not one."""
    if not text or len(text) > MAX_LENGTH:
        return None
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(text)


_PATTERNS: Final = {
    "time": r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d(?::\d\d)?)?",
    "long year": r"Y(-?)([1-9]\d{0,17})(?:E([1-9]\d?))?(?:S([1-9]\d?))?",
    "date": r"(?P<q1>[?~%])?(?P<year>-?[0-9X]{4})(?:S(?P<digits>[1-4]))?(?P<Q1>[?~%])?"
    r"(?:-(?P<q2>[?~%])?(?P<month>[0-9X]{2})(?P<Q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<day>[0-9X]{2})(?P<Q3>[?~%])?)?)?",
    "unspecified from the right": r"-?(?:\d{3}X|\d\dXX|\d{4}-XX|\d{4}-\d\d-XX|\d{4}-XX-XX)",
}  # fmt: skip


@lru_cache(maxsize=8)
def _compiled(name: str) -> re.Pattern[str]:
    """Compile one of the patterns when it is first needed; importing the package must be quick."""
    return re.compile(_PATTERNS[name], re.ASCII)


def _date(text: str) -> Value | None:
    if len(text) == 10 and text[4] == "-" == text[7]:  # the usual forms are spared the general expression
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return _general(text)
        return Value(text, 0, (day.year, day.month, day.day), (day.year, day.month, day.day), Precision.DAY)
    if len(text) == 4 and text.isdecimal() and text.isascii():
        year = int(text)
        return Value(text, 0, (year, 1, 1), (year, 12, 31), Precision.YEAR)
    if text[0] == "Y":
        return _long_year(text)
    if len(text) > 10 and text[10] == "T":
        return _time(text)
    return _general(text)


def _general(text: str) -> Value | None:
    """Read a date any of whose parts may be missing, unspecified or qualified."""
    found = _compiled("date").fullmatch(text)
    if found is None:
        return None
    year, month, day, digits = found["year"], found["month"], found["day"], found["digits"]
    if year == "-0000" or (digits and (month or "X" in year)):
        return None
    bounds: tuple[Ymd, Ymd, Precision] | None
    if digits:
        bounds = _significant(int(year), len(year.lstrip("-")) - int(digits))
    elif month is not None and "X" not in month and int(month) > 12:
        bounds = _grouping(year, int(month)) if day is None else None
    else:
        bounds = _plain(year, month, day)
    if bounds is None:
        return None
    marks = "".join(found[name] or "" for name in ("q1", "Q1", "q2", "Q2", "q3", "Q3"))
    plain = re.sub("[?~%]", "", text)
    level: Literal[0, 1, 2] = 0
    if marks or "X" in year + (month or "") + (day or "") or year[0] == "-" or (month and month > "12"):
        level = 1
    if (
        digits
        or len(marks) > 1
        or (marks and text[-1] not in "?~%")
        or ("X" in plain and _compiled("unspecified from the right").fullmatch(plain) is None)
        or (month and "24" < month < "99")
    ):
        level = 2
    return Value(
        text, level, *bounds,
        approximate="~" in marks or "%" in marks, uncertain="?" in marks or "%" in marks,
    )  # fmt: skip


def _plain(year: str, month: str | None, day: str | None) -> tuple[Ymd, Ymd, Precision] | None:
    """Bounds of a date whose digits may be unspecified."""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    years = (min(low, high), max(low, high))
    if month is None:
        unspecified = year.count("X")
        precision = (
            (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[unspecified] if unspecified < 3 else None
        )
        return (years[0], 1, 1), (years[1], 12, 31), precision or Precision.INTERVAL
    months = [number for number in _digits(month) if 1 <= number <= 12]
    if not months:
        return None
    if day is None:
        first, last = (years[0], months[0], 1), (years[1], months[-1], _length(years[1], months[-1]))
        return first, last, Precision.INTERVAL if "X" in year else _coarsest(month, Precision.MONTH)
    days = _digits(day)
    starts, ends = _existing(years[0], months, days), _existing(years[1], months, days)
    if not starts or not ends:  # 29 February of an unspecified year: some years have it, or none
        sign = -1 if year[0] == "-" else 1
        leap = [
            number
            for number in sorted(sign * each for each in _digits(year.lstrip("-")))
            if _length(number, 2) == 29
        ]
        if not leap:
            return None
        starts = starts or _existing(leap[0], months, days)
        ends = ends or _existing(leap[-1], months, days)
        if not starts or not ends:
            return None
    precision = Precision.DAY
    if "X" in day:
        precision = Precision.MONTH if "X" not in month else Precision.YEAR
    if "X" in year or ("X" in month and "X" not in day):
        precision = Precision.INTERVAL
    return min(starts), max(ends), precision


def _existing(year: int, months: list[int], days: list[int]) -> list[Ymd]:
    """The days of a year that some digits may stand for."""
    return [(year, month, day) for month in months for day in days if 1 <= day <= _length(year, month)]


def _coarsest(digits: str, exact: Precision) -> Precision:
    return exact if "X" not in digits else Precision.YEAR


def _digits(pattern: str) -> list[int]:
    """Every number that a pattern such as `1X` may stand for, in order."""
    return [
        int("".join(chosen))
        for chosen in product(*("0123456789" if sign == "X" else sign for sign in pattern))
    ]


def _length(year: int, month: int) -> int:
    """Days of a month in the proleptic Gregorian calendar, whose leap years repeat every 400 years."""
    return month_length(year, month)


def _significant(year: int, dropped: int) -> tuple[Ymd, Ymd, Precision] | None:
    """`1950S2`: only the first two digits are significant, so 1900 to 1999."""
    if dropped < 0:
        return None
    size = 10**dropped
    start = abs(year) // size * size
    low, high = (start, start + size - 1) if year >= 0 else (-(start + size - 1), -start)
    precision = {1: Precision.YEAR, 10: Precision.DECADE, 100: Precision.CENTURY}.get(
        size, Precision.INTERVAL
    )
    return (low, 1, 1), (high, 12, 31), precision


_GROUPINGS: dict[int, tuple[int, int, Precision]] = {
    **{20 + n: (3 * n, 3, Precision.SEASON) for n in range(1, 5)},  # seasons, hemisphere not stated: northern
    **{24 + n: (3 * n, 3, Precision.SEASON) for n in range(1, 5)},  # northern
    **{
        28 + n: ((3 * n + 5) % 12 + 1, 3, Precision.SEASON) for n in range(1, 5)
    },  # southern: half a year later
    **{32 + n: (3 * n - 2, 3, Precision.QUARTER) for n in range(1, 5)},
    **{36 + n: (4 * n - 3, 4, Precision.INTERVAL) for n in range(1, 4)},
    **{39 + n: (6 * n - 5, 6, Precision.HALF) for n in range(1, 3)},
}
"""Sub-year groupings of ISO 8601-2, table 2: first month, number of months, precision."""


def _grouping(year: str, code: int) -> tuple[Ymd, Ymd, Precision] | None:
    group = _GROUPINGS.get(code)
    if group is None or "X" in year:
        return None
    start, months, precision = group
    number, end = int(year), start + months - 1
    last_year, last_month = number + (end - 1) // 12, (end - 1) % 12 + 1
    return (number, start, 1), (last_year, last_month, _length(last_year, last_month)), precision


def _long_year(text: str) -> Value | None:
    found = _compiled("long year").fullmatch(text)
    if found is None:
        return None
    sign, digits, exponent, significant = found.groups()
    if exponent is None and len(digits) < 5:
        return None
    year = int(digits) * 10 ** int(exponent or 0)
    if exponent is not None and year < 10_000:
        return None
    year = -year if sign else year
    bounds: tuple[Ymd, Ymd, Precision] | None = (year, 1, 1), (year, 12, 31), Precision.YEAR
    if significant:
        bounds = _significant(year, len(str(abs(year))) - int(significant))
    return bounds and Value(text, 2 if exponent or significant else 1, *bounds)


def _time(text: str) -> Value | None:
    found = _compiled("time").fullmatch(text)
    if found is None:
        return None
    if found[7] == "-00:00" or found[7] == "-00":
        return None  # zero has no minus sign in ISO 8601; RFC 9557 knows it, so it is read as that
    zone = zone_of(found[7]) if found[7] else None
    if found[7] and zone is None:
        return None
    try:
        moment = datetime(*(int(found[n]) for n in range(1, 7)), tzinfo=zone)  # type: ignore[misc, arg-type]
    except ValueError:
        return None
    day = (moment.year, moment.month, moment.day)
    return Value(text, 0, day, day, Precision.INSTANT, moment=moment, kind="time")


def _interval(text: str) -> Value | None:
    sides = text.split("/")
    if len(sides) != 2 or set(sides) <= {"", ".."}:
        return None
    left, right = sides
    level = 0
    start = end = None
    open_start, open_end = left.startswith(".."), right.endswith("..")
    if open_start or open_end or not left or not right:
        level = 1
    if left.strip(".") and right.strip(".") and (open_start or open_end):
        level = 2
    if left not in {"", ".."}:
        start = _date(left.removeprefix("..")) if left.removeprefix("..") else None
        if start is None:
            return None
    if right not in {"", ".."}:
        end = _date(right.removesuffix("..")) if right.removesuffix("..") else None
        if end is None:
            return None
    if start and end and start.first and end.last and start.first > end.last:
        return None
    parts = [side for side in (start, end) if side is not None]
    # an unspecified digit is of level 1 alone, and of level 2 within an interval
    level = max(level, 2 * ("X" in text), *(side.level for side in parts))
    if any(side.moment for side in parts):
        return None  # the profile knows intervals of dates only
    return Value(
        text, level, start and start.first, end and end.last, Precision.INTERVAL,  # type: ignore[arg-type]
        open_start=open_start, open_end=open_end, kind="interval",
        approximate=any(side.approximate for side in parts), uncertain=any(side.uncertain for side in parts),
    )  # fmt: skip


def _set(text: str) -> Value | None:
    close = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != close or len(text) < 3:
        return None
    members = [_member(item.strip(" ")) for item in text[1:-1].split(",")]
    values = [value for value in members if value is not None]
    if len(values) != len(members):
        return None
    firsts = [value.first for value in values if value.first]
    lasts = [value.last for value in values if value.last]
    kind: Literal["one-of", "all-of"] = "one-of" if close == "]" else "all-of"
    precision = values[0].precision if len(values) == 1 and values[0].kind == "date" else Precision.INTERVAL
    open_start, open_end = any(value.open_start for value in values), any(value.open_end for value in values)
    return Value(
        text, 2, None if open_start else min(firsts, default=None), None if open_end else max(lasts, default=None), precision,
        open_start=open_start, open_end=open_end,
        approximate=any(value.approximate for value in values), uncertain=any(value.uncertain for value in values),
        kind=kind,
    )  # fmt: skip


def _member(text: str) -> Value | None:
    if not text:
        return None
    if ".." not in text:
        value = _date(text)
        return None if value is None or value.moment else value
    left, _, right = text.partition("..")
    if left and right:
        return _interval(f"{left}/{right}")
    value = _date(left or right) if left or right else None
    if value is None or value.moment:
        return None
    if left:
        return value._replace(open_end=True, last=None, kind="interval")
    return value._replace(open_start=True, first=None, kind="interval")


def write(span: Span) -> str | None:  # noqa: PLR0911 -- one return for each case reads best
    """Write a span as EDTF; `None` where EDTF cannot say the same, as for a time of day without seconds."""
    start, end, mark = span.start, span.end, "~" if span.approximate else ""
    if span.edtf is not None:
        return _marked(span.edtf) if mark else span.edtf
    if start is None and end is None:
        return None
    precision = span.precision
    if precision is _INSTANT:
        return _moment(span)
    if (start is not None and start.time() != _MIDNIGHT) or (end is not None and end.time() != _MIDNIGHT):
        return None
    if precision is _DAY and start is not None:
        return write_day(start) + mark
    last = None if end is None else end - DAY
    if start is None or last is None:
        left = ".." if start is None else write_day(start) + mark
        right = ".." if last is None else write_day(last) + mark
        return f"{left}/{right}"
    return (_period(start, last, precision) or f"{write_day(start)}{mark}/{write_day(last)}") + mark


def _moment(span: Span) -> str | None:
    """Write a second; one that the clocks showed twice cannot be told apart so."""
    start = span.start
    if (
        start is None
        or span.end != start + timedelta(seconds=1)
        or start.microsecond
        or span.approximate
        or span.warnings
    ):
        return None
    return start.replace(tzinfo=span.zone).isoformat()


_PERIODS: Final = {
    Precision.YEAR, Precision.MONTH, Precision.DECADE, Precision.CENTURY, Precision.SEASON, Precision.QUARTER, Precision.HALF,
}  # fmt: skip
"""Those that EDTF has numbers for."""


def _period(start: datetime, last: datetime, precision: Precision) -> str | None:
    """Write a period of the calendar by its own number, if the days are exactly those of one."""
    if precision not in _PERIODS:
        return None
    day = write_day(start)
    year = day[:4]
    match precision:
        case Precision.YEAR:
            return year
        case Precision.MONTH:
            return day[:7]
        case Precision.DECADE if start.year % 10 == 0:
            code, months = f"{start.year // 10:03}X", 120
        case Precision.CENTURY if start.year % 100 == 0:
            code, months = f"{start.year // 100:02}XX", 1200
        case Precision.SEASON if start.month % 3 == 0:
            code, months = f"{year}-{20 + start.month // 3}", 3
        case Precision.QUARTER if start.month % 3 == 1:
            code, months = f"{year}-{33 + start.month // 3}", 3
        case Precision.HALF if start.month % 6 == 1:
            code, months = f"{year}-{40 + start.month // 6}", 6
        case _:
            return None
    end = start.year * 12 + start.month - 1 + months
    after = last + DAY
    whole = start.day == after.day == 1 and after.year * 12 + after.month - 1 == end
    return code if whole else None


def _marked(text: str) -> str | None:
    """Say that a date is approximate, where the text does not say it of some part already."""
    if "~" in text or "%" in text:
        return text
    if text[-1] in "]}" or "/" in text or "T" in text:
        return None  # it would have to be said of each part
    return f"{text[:-1]}%" if text[-1] == "?" else f"{text}~"


_MIDNIGHT: Final = time()
_INSTANT, _DAY = (
    Precision.INSTANT,
    Precision.DAY,
)  # members of an enumeration take three times as long to find
