"""Resolutions in words for pages: short, long, a label for the time of day, and a value for `<time datetime>`.

What enters: a `Resolution`, and the words of a language; left out, they are English. What leaves: text. Which words a date
takes is decided here for all languages, so that none of them can word a date more exactly than it is known: a month stays
a month, and an open end says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple, Protocol

from timeline.dates.spans import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.types import Precision, Resolution

DAY = timedelta(days=1)

SEASONS: Final = ("spring", "summer", "autumn", "winter")
ORDINALS: Final = ("first", "second", "third", "fourth")
THIRDS: Final = ("early", "mid", "late")

MESSAGES: Final[dict[str, str]] = {
    "unstated": "date not established", "earlier": "{date} or earlier", "later": "{date} or later",
    "between": "between {first} and {last}", "about": "about {date}", "part": "{date}, {part}", "whole-day": "{date}, whole day",
    "time": "{date}, {time}", "about-time": "{date}, about {time}", "week": "week of {date}", "weekend": "weekend of {date}",
    "early": "early {date}", "mid": "mid-{date}", "late": "late {date}", "spring": "spring {year}", "summer": "summer {year}",
    "autumn": "autumn {year}", "winter": "winter {year}–{next}", "first-quarter": "first quarter of {year}",
    "second-quarter": "second quarter of {year}", "third-quarter": "third quarter of {year}",
    "fourth-quarter": "fourth quarter of {year}", "first-half": "first half of {year}", "second-half": "second half of {year}",
    "decade": "{year}s", "century": "{ordinal} century", "range": "{first} to {last}", "uncertain": "{date}, uncertain",
    "about-alone": "about",
}  # fmt: skip
"""What dates are called in English, by what is said of them."""


class Words(Protocol):
    """The words of one language for dates."""

    def say(self, key: str, /, **values: str) -> str:
        """Word what `MESSAGES` has under a key; of `century` the values are `number`, `ordinal` and `roman`."""

    def day(self, moment: datetime, *, year: bool) -> str:
        """Write a day, such as "21 May" or "21 May 2023"."""

    def full(self, moment: datetime) -> str:
        """Write a day with its weekday and year, such as "Sunday 21 May 2023"."""

    def month(self, moment: datetime) -> str:
        """Write a month with its year, such as "May 2023"."""

    def days(self, first: datetime, last: datetime) -> str:
        """Write two days of one month, such as "22–28 May 2023"."""

    def part(self, name: str) -> str:
        """Name a part of the day, such as "evening"."""


class English:
    """The words of English."""

    def say(self, key: str, /, **values: str) -> str:
        """Word what is said of a date."""
        return MESSAGES[key].format_map(values)

    def day(self, moment: datetime, *, year: bool) -> str:
        """Write a day, such as "21 May" or "21 May 2023"."""
        name = f"{moment.day} {MONTH_NAMES[moment.month]}"
        return f"{name} {moment.year}" if year else name

    def full(self, moment: datetime) -> str:
        """Write a day with its weekday and year, such as "Sunday 21 May 2023"."""
        return f"{WEEKDAY_NAMES[moment.weekday()]} {self.day(moment, year=True)}"

    def month(self, moment: datetime) -> str:
        """Write a month with its year, such as "May 2023"."""
        return f"{MONTH_NAMES[moment.month]} {moment.year}"

    def days(self, first: datetime, last: datetime) -> str:
        """Write two days of one month, such as "22–28 May 2023"."""
        return f"{first.day}–{last.day} {self.month(last)}"

    def part(self, name: str) -> str:
        """Name a part of the day, such as "evening"."""
        return name


ENGLISH: Final[Words] = English()


class TimeLabel(NamedTuple):
    """The time of day for the gutter of a page."""

    text: str
    """Such as `05:26` or `Early morning`."""

    note: str = ""
    """Such as `about` or `00:00–06:00`; may be empty."""


def time_label(resolution: Resolution, *, words: Words = ENGLISH) -> TimeLabel | None:
    """Return the time of day; `None` where the date says nothing about it."""
    start, end = resolution.earliest, resolution.latest
    if start is None or end is None:
        return None
    match resolution.precision:
        case Precision.INSTANT | Precision.MINUTE:
            return TimeLabel(f"{start:%H:%M}", words.say("about-alone") if resolution.approximate else "")
        case Precision.HOUR:
            return TimeLabel(
                f"{start:%H:%M}–{end:%H:%M}", words.say("about-alone") if resolution.approximate else ""
            )
        case Precision.PART_OF_DAY:
            part = words.part(resolution.part or "")
            return TimeLabel(part[:1].upper() + part[1:], f"{start:%H:%M}–{_closing(end)}")
        case _:
            return None


def _closing(end: datetime) -> str:
    """A part of a day that ends at midnight ends at 24:00."""
    return "24:00" if (end.hour, end.minute) == (0, 0) else f"{end:%H:%M}"


def short(resolution: Resolution, *, year: bool = False, words: Words = ENGLISH) -> str:
    """Return the date in few words, such as "21 May, evening" or "22 May or earlier".

    Args:
        resolution: What a phrase was resolved to.
        year: Whether days carry their year; anything coarser than a day, and ranges over months, always do.
        words: Those of the language that is written.
    """
    text = _short(resolution, words, year=year)
    return words.say("uncertain", date=text) if resolution.uncertain else text


def _short(resolution: Resolution, words: Words, *, year: bool) -> str:  # noqa: PLR0911 -- one return for each case reads best
    start, end = resolution.earliest, resolution.latest
    if start is None and end is None:
        return words.say("unstated")
    if start is None or end is None:
        return _open(resolution, words, lambda moment: words.day(moment, year=year))
    day = words.day(start, year=year)
    match resolution.precision:
        case Precision.DAY:
            return words.say("about", date=day) if resolution.approximate else day
        case Precision.INSTANT | Precision.MINUTE:
            return words.say(
                "about-time" if resolution.approximate else "time", date=day, time=f"{start:%H:%M}"
            )
        case Precision.HOUR:
            key = "about-time" if resolution.approximate else "time"
            return words.say(key, date=day, time=f"{start:%H:%M}–{end:%H:%M}")
        case Precision.PART_OF_DAY:
            return words.say("part", date=day, part=words.part(resolution.part or ""))
        case _:
            return _coarse(resolution, start, end, words)


def long(resolution: Resolution, *, words: Words = ENGLISH) -> str:
    """Return the date in full, such as "Sunday 21 May 2023, whole day"."""
    text = _long(resolution, words)
    return words.say("uncertain", date=text) if resolution.uncertain else text


def _long(resolution: Resolution, words: Words) -> str:  # noqa: PLR0911 -- one return for each case reads best
    start, end = resolution.earliest, resolution.latest
    if start is None and end is None:
        return words.say("unstated")
    if start is None or end is None:
        return _open(resolution, words, words.full)
    day = words.full(start)
    match resolution.precision:
        case Precision.DAY:
            whole = words.say("whole-day", date=day)
            return words.say("about", date=whole) if resolution.approximate else whole
        case Precision.INSTANT | Precision.MINUTE:
            return words.say(
                "about-time" if resolution.approximate else "time", date=day, time=f"{start:%H:%M}"
            )
        case Precision.HOUR:
            key = "about-time" if resolution.approximate else "time"
            return words.say(key, date=day, time=f"{start:%H:%M}–{end:%H:%M}")
        case Precision.PART_OF_DAY:
            return words.say(
                "part", date=day, part=f"{words.part(resolution.part or '')} ({start:%H:%M}–{_closing(end)})"
            )
        case _:
            return _coarse(resolution, start, end, words)


def _open(resolution: Resolution, words: Words, say: Callable[[datetime], str]) -> str:
    """Word a date with one open end; a bound inside a day carries its time."""
    start, end = resolution.earliest, resolution.latest
    if end is not None:
        midnight = (end.hour, end.minute) == (0, 0)
        text = say(end - DAY) if midnight else words.say("time", date=say(end), time=f"{end:%H:%M}")
        return words.say("earlier", date=text)
    if start is None:
        return words.say("unstated")
    text = (
        say(start)
        if (start.hour, start.minute) == (0, 0)
        else words.say("time", date=say(start), time=f"{start:%H:%M}")
    )
    return words.say("later", date=text)


def _coarse(resolution: Resolution, start: datetime, end: datetime, words: Words) -> str:
    """Word anything longer than a day; always with its year."""
    last = end - DAY
    match resolution.precision:
        case Precision.MONTH:
            text = words.month(start)
        case Precision.YEAR:
            text = str(start.year)
        case Precision.SEASON if start.month in {3, 6, 9, 12}:
            text = words.say(
                SEASONS[start.month // 3 - 1], year=str(start.year), next=str((start.year + 1) % 100)
            )
        case Precision.QUARTER:
            text = words.say(f"{ORDINALS[(start.month - 1) // 3]}-quarter", year=str(start.year))
        case Precision.HALF:
            text = words.say("first-half" if start.month == 1 else "second-half", year=str(start.year))
        case Precision.DECADE:
            text = words.say("decade", year=str(start.year))
        case Precision.CENTURY:
            number = start.year // 100 + 1
            text = words.say("century", number=str(number), ordinal=_ordinal(number), roman=_roman(number))
        case Precision.WEEK | Precision.WEEKEND:
            text = words.say(resolution.precision.value, date=_between(start, last, words))
        case _:
            return _interval(resolution, start, end, words)
    return words.say("about", date=text) if resolution.approximate else text


def _interval(resolution: Resolution, start: datetime, end: datetime, words: Words) -> str:
    midnights = (start.hour, start.minute, end.hour, end.minute) == (0, 0, 0, 0)
    if not midnights:
        if start.date() == (end - timedelta(seconds=1)).date():
            return words.say("time", date=words.day(start, year=True), time=f"{start:%H:%M}–{_closing(end)}")
        left = words.say("time", date=words.day(start, year=True), time=f"{start:%H:%M}")
        right = words.say("time", date=words.day(end, year=True), time=f"{end:%H:%M}")
        return words.say("between", first=left, last=right)
    last = end - DAY
    if start.date() == last.date():
        return words.day(start, year=True)
    third = _third(resolution, start, last, words)
    if third is not None:
        return third
    left = (
        str(start.day)
        if (start.year, start.month) == (last.year, last.month)
        else words.day(start, year=start.year != last.year)
    )
    return words.say("between", first=left, last=words.day(last, year=True))


def _third(resolution: Resolution, start: datetime, last: datetime, words: Words) -> str | None:
    """Word an approximate third of a month or year as the phrase did: "early May 2023"."""
    if not resolution.approximate or start.year != last.year:
        return None
    if (
        start.month == last.month
        and start.day in {1, 11, 21}
        and (last.day in {10, 20} or (last + DAY).day == 1)
        and (last - start).days <= 10
    ):
        return words.say(THIRDS[start.day // 10], date=words.month(start))
    bounds = (start.month, start.day, last.month, last.day)
    index = {(1, 1, 4, 30): 0, (5, 1, 8, 31): 1, (9, 1, 12, 31): 2}.get(bounds)
    return None if index is None else words.say(THIRDS[index], date=str(start.year))


def _between(start: datetime, last: datetime, words: Words) -> str:
    if (start.year, start.month) == (last.year, last.month):
        return words.days(start, last)
    return words.say(
        "range", first=words.day(start, year=start.year != last.year), last=words.day(last, year=True)
    )


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _roman(number: int) -> str:
    """Write a number below a hundred in Roman numerals, as centuries are in some languages."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[number // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def machine_value(resolution: Resolution) -> str | None:  # noqa: PLR0911 -- one return for each case reads best
    """Return a value for `<time datetime>`, which knows years, months, days and moments; `None` for all else."""
    start, end = resolution.earliest, resolution.latest
    if start is None or end is None:
        return None
    match resolution.precision:
        case Precision.YEAR:
            return f"{start.year:04}"
        case Precision.MONTH:
            return f"{start.year:04}-{start.month:02}"
        case Precision.DAY | Precision.PART_OF_DAY:
            return (
                f"{start:%Y-%m-%d}"
                if start.year >= 1000
                else f"{start.year:04}-{start.month:02}-{start.day:02}"
            )
        case Precision.WEEK:
            year, week, weekday = start.isocalendar()
            return f"{year:04}-W{week:02}" if weekday == 1 else None
        case Precision.MINUTE:
            return start.isoformat(timespec="minutes")
        case Precision.INSTANT:
            return start.isoformat(timespec="seconds")
        case _:
            return None
