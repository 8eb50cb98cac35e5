"""Every word that stands in a drawing and is not a contributor's, in English.

What enters: moments and counts. What leaves: plain text, in several lengths where room decides. Nothing here is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NOT_STATED = ("time not stated", "no time")
"""Beside the claims of a day; the fuller one where there is room for it."""

UNDATED = "Undated"
DISPUTES = "Disputes"
ELSEWHERE = ("No single {unit}", "Other")
"""Head of the column of claims that no column of a unit can hold."""

_LETTER = 7.2
"""How wide a letter of the type of axes is, px at 13 px; generous, since fonts differ."""

_NAME_LETTER = 7.0
"""The same for names, which stand alone."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a timeline's own pages know of its words.

    Args:
        periods: By key of its group: the period in words, such as "May 2023".
        years: Whether days carry their year, because the timeline spans several.
    """

    periods: Mapping[str, str] = field(default_factory=dict)
    years: bool = False


def breadth(text: str) -> float:
    """Estimate how wide words are in the type of an axis, px."""
    return _LETTER * len(text)


def fitting(choices: tuple[str, ...], room: float) -> str:
    """Give the first of some words, fullest first, that fits; nothing if none does."""
    return next((text for text in choices if breadth(text) <= room), "")


def shortened(text: str, short: str, room: float) -> str:
    """Give a name as fully as its room allows; cut, if even the short form is too long."""
    letters = max(int(room / _NAME_LETTER), 2)
    return next((name for name in (text, short) if len(name) <= letters), short[: letters - 1].rstrip() + "…")


def day(moment: datetime) -> str:
    """Write a date in full: `21 May 2023`."""
    return f"{moment.day} {MONTHS[moment.month]} {moment.year}"


def day_heads(moment: datetime, *, years: bool) -> tuple[str, ...]:
    """Name a day as the head of a column, fullest first."""
    long = f"{WEEKDAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month]}"
    middle, brief = f"{moment.day} {MONTHS[moment.month]}", f"{moment.day} {month_brief(moment)}"
    if years:
        return (*(f"{text} {moment.year}" for text in (long, middle, brief)), brief)
    return (long, middle, brief)


def month_heads(moment: datetime) -> tuple[str, ...]:
    """Name a month as the head of a column, fullest first."""
    return (f"{MONTHS[moment.month]} {moment.year}", f"{month_brief(moment)} {moment.year}")


def month_brief(moment: datetime) -> str:
    """Name a month in three letters."""
    return MONTHS[moment.month][:3]


def clock(moment: datetime, *, at_end: bool = False) -> str:
    """Write a time of day: midnight at the end of a day is 24:00."""
    return "24:00" if at_end and (moment.hour, moment.minute) == (0, 0) else f"{moment:%H:%M}"


def beyond(start: datetime, end: datetime, *, before: bool, after: bool) -> str:
    """Word where a period that runs off the axis begins or ends; its end is exclusive."""
    first, last = day(start), day(end - timedelta(minutes=1))
    if before and after:
        return f"{first} to {last}"
    return f"from {first}" if before else f"until {last}"


def or_earlier(start: datetime, end: datetime) -> str:
    """Name the month or year that is the latest possible time; its end is exclusive."""
    month = end - start <= timedelta(days=31)
    return f"{f'{MONTHS[start.month]} {start.year}' if month else start.year} or earlier"


def number(value: int) -> str:
    """Write a count: `1,234`."""
    return f"{value:,}"


def per_unit(unit: str, top: int) -> str:
    """Say what the height of a column means."""
    return f"claims per {unit}; top of each lane = {number(top)}"
