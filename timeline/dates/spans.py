"""Stretches of the proleptic Gregorian calendar: days, weeks, months, seasons, quarters, years, centuries.

What enters: numbers. What leaves: `Span` values, local and naive, start inclusive and end exclusive. Dates that do not
exist raise `ImpossibleDate`, which the resolver turns into a struck-out reading; it never leaves this package.
Weeks are those of ISO 8601: Monday to Sunday. Seasons are the three-month seasons of the northern hemisphere.
"""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Final

from timeline.dates.types import Precision

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MOMENT = timedelta(microseconds=1)
"""What lies between the end of an interval, which does not belong to it, and its last moment."""

FIRST_YEAR, LAST_YEAR = 1, 9998
"""The years that can be computed with: the last day must have a day after it."""


class ImpossibleDate(Exception):  # noqa: N818 -- a finding about the words, not a fault of the program
    """A reading that names a date which does not exist, or not everywhere; the text says why.

    Args:
        why: A clause for people.
        code: The diagnostic code of the refusal.
    """

    def __init__(self, why: str, code: str = "D304") -> None:
        super().__init__(why)
        self.code = code


class Span:
    """A stretch of local time, and how exactly it is known. Treated as immutable: change it with `replace`.

    Written out, since a phrase makes a dozen: a named tuple or a frozen dataclass takes two or three times as long.
    """

    __slots__ = (
        "approximate", "code", "edtf", "end", "inner", "not_known", "part", "precision", "rule", "start", "struck",
        "uncertain", "warnings", "why", "zone",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913, PLR0917 -- each argument is a field
        self, start: datetime | None, end: datetime | None, precision: Precision, part: str | None = None,
        approximate: bool = False, edtf: str | None = None, zone: tzinfo | None = None, rule: str = "",  # noqa: FBT001, FBT002
        why: str = "", not_known: tuple[str, ...] = (), struck: str = "", code: str = "", warnings: tuple[str, ...] = (),
        inner: tuple[str, ...] = (), uncertain: bool = False,  # noqa: FBT001, FBT002
    ) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.precision = precision
        self.part = part
        self.approximate = approximate
        self.edtf = edtf
        """Set where the interval alone does not tell how EDTF would say it."""
        self.zone = zone
        """Set where the words themselves name a zone or an offset."""
        self.rule = rule
        self.why = why
        """How the words were read, as a clause without a final full stop."""
        self.not_known = not_known
        self.struck = struck
        """Why a check struck this reading out; empty while it stands."""
        self.code = code
        """The diagnostic code of the check that struck it out."""
        self.warnings = warnings
        self.inner = inner
        """Names of the rules that read parts of the words, the innermost first."""
        self.uncertain = uncertain
        """Set where EDTF says with `?` or `%` that the date is in doubt."""


def replace(span: Span, **changes: object) -> Span:
    """Return a copy with some fields changed; five times as fast as `dataclasses.replace`."""
    new = Span(
        span.start, span.end, span.precision, span.part, span.approximate, span.edtf, span.zone, span.rule, span.why,
        span.not_known, span.struck, span.code, span.warnings, span.inner, span.uncertain,
    )  # fmt: skip
    for name, value in changes.items():
        setattr(new, name, value)
    return new


def year_span(year: int) -> Span:
    """Return a calendar year."""
    _check_year(year)
    return Span(datetime(year, 1, 1), datetime(year + 1, 1, 1), Precision.YEAR)


def month_span(year: int, month: int) -> Span:
    """Return a calendar month; `month` may run over either end of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    _check_year(year)
    return Span(datetime(year, month, 1), _month_after(year, month), Precision.MONTH)


def day_span(year: int, month: int, day: int) -> Span:
    """Return a day, if the month has it."""
    _check_year(year)
    if not 1 <= month <= 12:
        raise ImpossibleDate(f"there is no month {month}")
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise ImpossibleDate(f"{MONTH_NAMES[month]} {year} has {length} days, not {day}")
    start = datetime(year, month, day)
    return Span(start, start + DAY, _DAY)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month; `calendar.monthrange` works out the weekday too, and takes three times as long."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def because(span: Span, why: str) -> Span:
    """Say of a span that was just made how the words were read."""
    span.why = why
    return span


def named(span: Span, rule: str, why: str) -> Span:
    """Say of a span that was just made which rule made it, and how the words were read."""
    span.rule, span.why = rule, why
    return span


def span_of_day(moment: datetime) -> Span:
    """Return the day that holds a local time."""
    start = datetime(moment.year, moment.month, moment.day)  # as `midnight`, without calling it
    return Span(start, start + DAY, _DAY)


_DAY: Final = Precision.DAY  # a member of an enumeration takes three times as long to find


def week_span(moment: datetime) -> Span:
    """Return the ISO week, Monday to Sunday, that holds a local time."""
    start = midnight(moment) - moment.weekday() * DAY
    return Span(start, start + WEEK, Precision.WEEK)


def weekend_span(moment: datetime) -> Span:
    """Return Saturday and Sunday of the ISO week that holds a local time."""
    start = midnight(moment) + (5 - moment.weekday()) * DAY
    return Span(start, start + 2 * DAY, Precision.WEEKEND)


def quarter_span(year: int, quarter: int) -> Span:
    """Return a calendar quarter; `quarter` may run over either end of the year."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return _months(year, 3 * quarter - 2, 3, Precision.QUARTER, 32 + quarter)


def half_span(year: int, half: int) -> Span:
    """Return the first or the second half of a calendar year."""
    year, half = year + (half - 1) // 2, (half - 1) % 2 + 1
    return _months(year, 6 * half - 5, 6, Precision.HALF, 39 + half)


def season_span(year: int, season: int) -> Span:
    """Return a season: 1 spring (March to May), 2 summer, 3 autumn, 4 winter (December of the year to February)."""
    return _months(year, 3 * season, 3, Precision.SEASON, 20 + season)


def _months(year: int, first: int, count: int, precision: Precision, code: int) -> Span:
    """Return some months of a year, which may run into the next, with the number that EDTF has for them."""
    _check_year(year)
    last = first + count - 1
    end_year = year + (last - 1) // 12
    _check_year(end_year)
    end = _month_after(end_year, (last - 1) % 12 + 1)
    return Span(datetime(year, first, 1), end, precision, edtf=f"{year_digits(year)}-{code}")


def decade_span(year: int) -> Span:
    """Return the ten years that begin with a year such as 1980."""
    _check_year(year)
    _check_year(year + 9)
    edtf = f"{year // 10:03}X" if year % 10 == 0 else None
    return Span(datetime(max(year, 1), 1, 1), datetime(year + 10, 1, 1), Precision.DECADE, edtf=edtf)


def century_span(century: int) -> Span:
    """Return a century as journalists and EDTF count it: the 20th is 1900 to 1999."""
    year = 100 * (century - 1)
    _check_year(year)
    _check_year(year + 99)
    return Span(
        datetime(max(year, 1), 1, 1),
        datetime(year + 100, 1, 1),
        Precision.CENTURY,
        edtf=f"{century - 1:02}XX",
    )


def midnight(moment: datetime) -> datetime:
    """Return the start of the day that holds a local time."""
    return datetime(moment.year, moment.month, moment.day)


def season_of(moment: datetime) -> tuple[int, int]:
    """Return the year and number of the season that holds a local time; January belongs to last year's winter."""
    if moment.month < 3:
        return moment.year - 1, 4
    return moment.year, moment.month // 3


def struck(span: Span, code: str, why: str) -> Span:
    """Return the span as a reading that a check has struck out."""
    return replace(span, code=code, struck=why)


def year_digits(year: int) -> str:
    """Return a year with four digits; a format takes long, and hardly a year needs it."""
    return str(year) if year > 999 else f"{year:04}"


def _month_after(year: int, month: int) -> datetime:
    return datetime(year + month // 12, month % 12 + 1, 1)


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleDate(f"the year {year} is beyond the calendar that this tool computes with")


MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def extent_text(start: datetime, end: datetime) -> str:
    """Return the days of an interval in words, such as `between 22 and 31 May 2023`, or `May 2023` for a whole month."""
    last = end - timedelta(microseconds=1)
    if start.date() == last.date():
        return day_text(start)
    if (start.month, start.day, last.month, last.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == last.year else f"between {start.year} and {last.year}"
    if start.day == 1 and (last + DAY).day == 1 and (start.year, start.month) == (last.year, last.month):
        return f"{MONTH_NAMES[start.month]} {start.year}"
    if start.year != last.year:
        first = day_text(start)
    elif start.month != last.month:
        first = f"{start.day} {MONTH_NAMES[start.month]}"
    else:
        first = str(start.day)
    return f"between {first} and {day_text(last)}"


def day_text(moment: datetime) -> str:
    """Return a day in words, such as `21 May 2023`."""
    return f"{moment.day} {MONTH_NAMES[moment.month]} {moment.year}"
