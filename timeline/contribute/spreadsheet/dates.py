"""The date of a row, from one column or several, in the words of the sheet.

What enters: the cells that make a date. What leaves: what the claim's `date` says. Words stay as they are; parts in columns of
their own are put together as a person would read them. What it refuses: to take a bare number for a day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from timeline.contribute.spreadsheet.columns import NumericOrder
from timeline.contribute.spreadsheet.table import Cell
from timeline.contribute.writing import Data

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_NUMERIC = re.compile(r"(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4})")
_WITH_TIME = re.compile(r"\dT\d")
_SERIAL = re.compile(r"\d{5}(\.\d+)?")

WORDS: Mapping[NumericOrder, str] = {
    "day-first": "The spreadsheet writes the day before the month.",
    "month-first": "The spreadsheet writes the month before the day.",
}


class DateFault(Exception):  # noqa: N818 - a fault of the sheet, which becomes a finding
    """The cells make no date; the message says why, and the hint what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def moment(day: Cell, clock: Cell, year: Cell, month: Cell, number: Cell) -> str:
    """Put one end of a date together; "" if nothing is known of it.

    Raises:
        DateFault: A cell holds a number that only a spreadsheet program takes for a date, or parts without a year.
    """
    words = day.text
    if words and (day.kind == "number" or _SERIAL.fullmatch(words)) and not re.fullmatch(r"[12]\d{3}", words):
        raise DateFault(
            f"`{words}` is a number, not a date{_as_serial(words)}",
            "show the column as a date and save it anew",
        )
    if not words:
        words = _from_parts(year.text, month.text, number.text)
    time = _as_time(clock.text)
    if not time or _WITH_TIME.search(words):
        return words
    if not words:
        raise DateFault(f"the time `{clock.text}` has no day", "fill in the date")
    if _DAY.fullmatch(words) and _CLOCK.fullmatch(time):
        return f"{words}T{time}"
    return f"{time}, {words}"


def period(first: str, last: str) -> str:
    """Put a beginning and an end together."""
    if not last or last == first:
        return first
    if not first:
        return f"until {last}"
    return f"{first}/{last}" if _ISO.fullmatch(first) and _ISO.fullmatch(last) else f"from {first} to {last}"


def with_order(phrase: str, order: NumericOrder | None) -> Data:
    """Read a date such as 03/04/2023 as the user says that the sheet writes it, where it could be read both ways.

    The phrase stays; the reading is the editor's, and says why.
    """
    match = _NUMERIC.fullmatch(phrase)
    if order is None or match is None:
        return phrase
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one == two or one > 12 or two > 12:
        return phrase
    day, month = (one, two) if order == "day-first" else (two, one)
    return {"phrase": phrase, "reading": f"{year:04}-{month:02}-{day:02}", "basis": WORDS[order]}


def _from_parts(year: str, month: str, day: str) -> str:
    if not year:
        if month or day:
            raise DateFault("the date has no year", "fill in the year, or write the date in one column")
        return ""
    if not month:
        if day:
            raise DateFault("the date has a day and no month", "fill in the month")
        return year
    if month.isdigit() and (day.isdigit() or not day) and re.fullmatch(r"\d{4}", year):
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return " ".join(part for part in (day, month, year) if part)


def _as_time(text: str) -> str:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return text
    seconds = f":{match[3]}" if match[3] and match[3] != "00" else ""
    return f"{int(match[1]):02}:{match[2]}{seconds}"


def _as_serial(text: str) -> str:
    """Say which day a spreadsheet program may mean: days since 30 December 1899 (ECMA-376 part 1, 18.17.4.1)."""
    days = float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 0
    if not 20_000 <= days <= 80_000:
        return ""
    return f"; a spreadsheet program may mean {date(1899, 12, 30) + timedelta(days=int(days))}"
