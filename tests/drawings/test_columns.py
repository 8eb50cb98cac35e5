"""Columns of many claims: a count never claims more than is known."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.sightings import aligned, at
from timeline.align import Kind
from timeline.drawings.overview.columns import column_of, count, radius, unit_for
from timeline.drawings.overview.units import Step

DAY, WEEK, MONTH = Step("day", 1, 1440, 3.5), Step("week", 1, 10080, 3.5), Step("month", 1, 43830, 3.5)


@pytest.mark.parametrize(
    ("days", "width", "unit", "number"),
    [
        (100, 1000, "day", 1),
        (300, 1000, "week", 1),
        (1400, 1000, "week", 1),
        (1500, 1000, "month", 1),
        (300, 100, "month", 1),
        (10_000, 1000, "year", 1),
        (100_000, 1000, "year", 10),
        (3_000_000, 1000, "year", 100),
    ],
)
def test_the_unit_is_the_finest_with_room(days: int, width: float, unit: str, number: int) -> None:
    start = datetime(1, 1, 1)
    found = unit_for((start, start + timedelta(days=days)), width)
    assert (found.unit, found.count) == (unit, number)


def test_a_claim_is_counted_only_where_its_date_certainly_lies() -> None:
    laid = aligned(
        at("a", Kind.TIME, "2023-05-21T23:30", "2023-05-21T23:31"),
        at("a", Kind.PART, "2023-05-21T22:00", "2023-05-22T02:00"),
        at("a", Kind.DAY, "2023-05-21"),
        at("a", Kind.PERIOD, "2023-05-01", "2023-06-01"),
        at("b", Kind.PERIOD, "2023-05-20", "2023-06-02"),
        at("b", Kind.UP_TO, "2023-05-21"),
        at("b", Kind.UNDATED),
    )
    day, month = datetime(2023, 5, 21), datetime(2023, 5, 1)
    assert {lane: dict(found) for lane, found in count(laid, DAY).counts.items()} == {
        "a": {day: 3},
        "b": {},
        "c": {},
    }
    months = count(laid, MONTH)
    assert dict(months.counts["a"]) == {month: 4}
    assert len(months.elsewhere["b"]) == 3
    assert months.top == 4


def test_weeks_begin_on_monday() -> None:
    laid = aligned(at("a", Kind.DAY, "2023-05-21"))
    (spot,) = laid.placed.values()
    assert column_of(spot, WEEK) == datetime(2023, 5, 15)


def test_disputes_are_counted_by_the_claim_that_disputes() -> None:
    early, late = at("a", Kind.DAY, "2023-05-21"), at("b", Kind.DAY, "2023-06-21")
    laid = aligned(early, late, disputes=[(late[0][0], early[0][0])] * 2)
    assert dict(count(laid, MONTH).disputes) == {datetime(2023, 6, 1): 2}


def test_the_area_of_a_disc_is_its_number() -> None:
    assert radius(4, 16) * 2 == pytest.approx(radius(16, 16))
    assert radius(1, 10_000) == 1.5
