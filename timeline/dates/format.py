"""Resolutions in words for pages: short, long, a label for the time of day, and a value for `<time datetime>`.

What enters: a `Resolution`. What leaves: text. The words stand in `MESSAGES` by interface language, apart from the
logic, so that another language adds a table and touches nothing else. Nothing is ever worded more exactly than it is
known: a month stays a month, and an open end says so.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from timeline.dates.spans import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.types import Precision, Resolution

DAY = timedelta(days=1)

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "unstated": "date not established", "earlier": "{} or earlier", "later": "{} or later", "between": "between {} and {}",
        "about": "about {}", "part": "{}, {}", "whole day": "{}, whole day", "time": "{}, {}", "about time": "{}, about {}",
        "hour": "{}, {} to {}", "week": "week of {}", "weekend": "weekend of {}", "early": "early {}", "mid": "mid-{}", "late": "late {}",
        "season 1": "spring {}", "season 2": "summer {}", "season 3": "autumn {}", "season 4": "winter {}–{}", "quarter": "{} quarter of {}",
        "half": "{} half of {}", "decade": "{}s", "century": "{} century", "day": "{} {}", "day year": "{} {} {}", "month": "{} {}",
        "days": "{}–{} {}", "range": "{} to {}", "offset": "{} (UTC{})", "uncertain": "{}, uncertain",
        "first": "first", "second": "second", "third": "third", "fourth": "fourth",
    },
}  # fmt: skip


class TimeLabel(NamedTuple):
    """The time of day for the gutter of a page."""

    text: str
    """Such as `05:26` or `Early morning`."""

    note: str = ""
    """Such as `about` or `00:00–06:00`; may be empty."""


def time_label(resolution: Resolution) -> TimeLabel | None:
    """Return the time of day; `None` where the date says nothing about it."""
    start, end = resolution.earliest, resolution.latest
    if start is None or end is None:
        return None
    match resolution.precision:
        case Precision.INSTANT | Precision.MINUTE:
            return TimeLabel(f"{start:%H:%M}", "about" if resolution.approximate else "")
        case Precision.HOUR:
            return TimeLabel(f"{start:%H:%M}–{end:%H:%M}", "about" if resolution.approximate else "")
        case Precision.PART_OF_DAY:
            return TimeLabel((resolution.part or "").capitalize(), f"{start:%H:%M}–{_closing(end)}")
        case _:
            return None


def _closing(end: datetime) -> str:
    """A part of a day that ends at midnight ends at 24:00."""
    return "24:00" if (end.hour, end.minute) == (0, 0) else f"{end:%H:%M}"


def short(resolution: Resolution, *, year: bool = False, language: str = "en") -> str:
    """Return the date in few words, such as "21 May, evening" or "22 May or earlier".

    Args:
        resolution: What a phrase was resolved to.
        year: Whether days carry their year; anything coarser than a day, and ranges over months, always do.
        language: Interface language; one without a table is worded in English.
    """
    words = MESSAGES.get(language, MESSAGES["en"])
    text = _short(resolution, words, year=year)
    return words["uncertain"].format(text) if resolution.uncertain else text


def _short(resolution: Resolution, words: dict[str, str], *, year: bool) -> str:  # noqa: PLR0911 -- one return for each case reads best
    start, end = resolution.earliest, resolution.latest
    if start is None and end is None:
        return words["unstated"]
    if start is None or end is None:
        return _open(resolution, words, lambda moment: _day(moment, words, year=year))
    day = _day(start, words, year=year)
    match resolution.precision:
        case Precision.DAY:
            return words["about"].format(day) if resolution.approximate else day
        case Precision.INSTANT | Precision.MINUTE:
            return words["about time" if resolution.approximate else "time"].format(day, f"{start:%H:%M}")
        case Precision.HOUR:
            key = "about time" if resolution.approximate else "time"
            return words[key].format(day, f"{start:%H:%M}–{end:%H:%M}")
        case Precision.PART_OF_DAY:
            return words["part"].format(day, resolution.part or "")
        case _:
            return _coarse(resolution, start, end, words)


def long(resolution: Resolution, *, language: str = "en") -> str:
    """Return the date in full, such as "Sunday 21 May 2023, whole day"."""
    words = MESSAGES.get(language, MESSAGES["en"])
    text = _long(resolution, words)
    return words["uncertain"].format(text) if resolution.uncertain else text


def _long(resolution: Resolution, words: dict[str, str]) -> str:  # noqa: PLR0911 -- one return for each case reads best
    start, end = resolution.earliest, resolution.latest
    if start is None and end is None:
        return words["unstated"]
    if start is None or end is None:
        return _open(resolution, words, lambda moment: _full(moment, words))
    day = _full(start, words)
    match resolution.precision:
        case Precision.DAY:
            whole = words["whole day"].format(day)
            return words["about"].format(whole) if resolution.approximate else whole
        case Precision.INSTANT | Precision.MINUTE:
            return words["about time" if resolution.approximate else "time"].format(day, f"{start:%H:%M}")
        case Precision.HOUR:
            key = "about time" if resolution.approximate else "time"
            return words[key].format(day, f"{start:%H:%M}–{end:%H:%M}")
        case Precision.PART_OF_DAY:
            return words["part"].format(day, f"{resolution.part} ({start:%H:%M}–{_closing(end)})")
        case _:
            return _coarse(resolution, start, end, words)


def _open(resolution: Resolution, words: dict[str, str], name: object) -> str:
    """Word a date with one open end; a bound inside a day carries its time."""
    start, end = resolution.earliest, resolution.latest
    say = name if callable(name) else str
    if end is not None:
        midnight = (end.hour, end.minute) == (0, 0)
        text = say(end - DAY) if midnight else words["time"].format(say(end), f"{end:%H:%M}")
        return words["earlier"].format(text)
    if start is None:
        return words["unstated"]
    text = (
        say(start)
        if (start.hour, start.minute) == (0, 0)
        else words["time"].format(say(start), f"{start:%H:%M}")
    )
    return words["later"].format(text)


def _coarse(resolution: Resolution, start: datetime, end: datetime, words: dict[str, str]) -> str:
    """Word anything longer than a day; always with its year."""
    last = end - DAY
    match resolution.precision:
        case Precision.MONTH:
            text = words["month"].format(MONTH_NAMES[start.month], start.year)
        case Precision.YEAR:
            text = str(start.year)
        case Precision.SEASON if start.month in {3, 6, 9, 12}:
            text = words[f"season {start.month // 3}"].format(start.year, (start.year + 1) % 100)
        case Precision.QUARTER:
            text = words["quarter"].format(
                words[("first", "second", "third", "fourth")[(start.month - 1) // 3]], start.year
            )
        case Precision.HALF:
            text = words["half"].format(words["first" if start.month == 1 else "second"], start.year)
        case Precision.DECADE:
            text = words["decade"].format(start.year)
        case Precision.CENTURY:
            text = words["century"].format(_ordinal(start.year // 100 + 1))
        case Precision.WEEK | Precision.WEEKEND:
            text = words[resolution.precision.value].format(_between(start, last, words))
        case _:
            return _interval(resolution, start, end, words)
    return words["about"].format(text) if resolution.approximate else text


def _interval(resolution: Resolution, start: datetime, end: datetime, words: dict[str, str]) -> str:
    midnights = (start.hour, start.minute, end.hour, end.minute) == (0, 0, 0, 0)
    if not midnights:
        if start.date() == (end - timedelta(seconds=1)).date():
            return words["time"].format(_day(start, words, year=True), f"{start:%H:%M}–{_closing(end)}")
        left = words["time"].format(_day(start, words, year=True), f"{start:%H:%M}")
        right = words["time"].format(_day(end, words, year=True), f"{end:%H:%M}")
        return words["between"].format(left, right)
    last = end - DAY
    if start.date() == last.date():
        return _day(start, words, year=True)
    third = _third(resolution, start, last)
    if third is not None:
        return third
    left = (
        str(start.day)
        if (start.year, start.month) == (last.year, last.month)
        else _day(start, words, year=start.year != last.year)
    )
    return words["between"].format(left, _day(last, words, year=True))


def _third(resolution: Resolution, start: datetime, last: datetime) -> str | None:
    """Word an approximate third of a month or year as the phrase did: "early May 2023"."""
    if not resolution.approximate or start.year != last.year:
        return None
    words = MESSAGES["en"]
    if (
        start.month == last.month
        and start.day in {1, 11, 21}
        and (last.day in {10, 20} or (last + DAY).day == 1)
        and (last - start).days <= 10
    ):
        return words[("early", "mid", "late")[start.day // 10]].format(
            f"{MONTH_NAMES[start.month]} {start.year}"
        )
    bounds = (start.month, start.day, last.month, last.day)
    index = {(1, 1, 4, 30): 0, (5, 1, 8, 31): 1, (9, 1, 12, 31): 2}.get(bounds)
    return None if index is None else words[("early", "mid", "late")[index]].format(str(start.year))


def _between(start: datetime, last: datetime, words: dict[str, str]) -> str:
    if (start.year, start.month) == (last.year, last.month):
        return words["days"].format(start.day, last.day, f"{MONTH_NAMES[last.month]} {last.year}")
    return words["range"].format(
        _day(start, words, year=start.year != last.year), _day(last, words, year=True)
    )


def _day(moment: datetime, words: dict[str, str], *, year: bool) -> str:
    month = MONTH_NAMES[moment.month]
    return (
        words["day year"].format(moment.day, month, moment.year)
        if year
        else words["day"].format(moment.day, month)
    )


def _full(moment: datetime, words: dict[str, str]) -> str:
    return f"{WEEKDAY_NAMES[moment.weekday()]} {_day(moment, words, year=True)}"


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


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
