"""One day named in both calendars: the Gregorian is taken where the two agree, and nothing is converted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.said import asked, refusal

GENITIVE = (
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
)  # fmt: skip


def julian(day: date) -> tuple[int, int, int]:
    """The Julian date of a Gregorian one, by way of the Julian day number (Richards, 2013, algorithm 3)."""
    number = day.toordinal() + 1721425
    f = number + 1401
    e = 4 * f + 3
    g = e % 1461 // 4
    h = 5 * g + 2
    month = (h // 153 + 2) % 12 + 1
    return e // 1461 - 4716 + (14 - month) // 12, month, h % 153 // 5 + 1


@given(day=st.dates(date(1590, 1, 1), date(1930, 12, 31)), gregorian_first=st.booleans())
def test_two_names_of_one_day_give_the_gregorian_date(*, day: date, gregorian_first: bool) -> None:
    year, month, number = julian(day)
    if (month, number) == (2, 29) and year % 100 == 0:
        return  # a day that the calendar we compute with lacks
    names = [f"{number} {GENITIVE[month - 1]} {year}", f"{day.day} {GENITIVE[day.month - 1]} {day.year}"]
    first, second = reversed(names) if gregorian_first else names
    assert asked(f"{first} року ({second} року)", language="uk") == day.isoformat()


@given(day=st.dates(date(1590, 2, 1), date(1930, 11, 30)), wrong=st.integers(2, 30))
def test_two_days_are_not_one(day: date, wrong: int) -> None:
    year, month, number = julian(day)
    other = day + timedelta(days=wrong)
    if (month, number) == (2, 29) or other.year != year:
        return
    phrase = f"{number} {GENITIVE[month - 1]} {year} ({other.day} {GENITIVE[other.month - 1]} {year})"
    assert asked(phrase, language="uk") == "refused D308"


@pytest.mark.parametrize(
    ("phrase", "language", "point", "answer"),
    [
        ("25 жовтня (7 листопада) 1917 року", "uk", "", "1917-11-07"),
        ("7 листопада (25 жовтня) 1917 року", "uk", "", "1917-11-07"),
        ("1 (14) січня 1918", "uk", "", "1918-01-14"),
        ("1/14 січня 1918", "uk", "", "1918-01-14"),
        ("22 грудня (4 січня) 1918 року", "uk", "", "1918-01-04"),
        ("25 октября (7 ноября)", "ru", "1917-10-01", "1917-11-07"),
        ("25 October (7 November) 1917", "en", "", "1917-11-07"),
        ("в ніч на 25 жовтня (7 листопада) 1917 року", "uk", "", "1917-11-06T21:00/1917-11-07T06:00"),
        ("12 (24) червня — 14 (26) грудня 1812 року", "uk", "", "1812-06-24/1812-12-26"),
        # a dash makes a stretch of days of the same numbers, and neighbours are two days
        ("25 жовтня — 7 листопада 1917 року", "uk", "", "1917-10-25/1917-11-07"),
        ("24, 25 лютого 1917 року", "uk", "", "1917-02-24/1917-02-25"),
        ("24 лютого 1917 року за старим стилем", "uk", "", "refused D308"),
    ],
)
def test_a_day_in_both_calendars(phrase: str, language: str, point: str, answer: str) -> None:
    assert asked(phrase, point, kind="event", language=language) == answer


def test_a_pair_that_does_not_agree_is_told_why() -> None:
    found = refusal("27 червня (9 липня) 1709 року", language="uk")
    assert found.code == "D308"
    assert "neither one day in both calendars" in found.message
