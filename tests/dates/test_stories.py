"""What is told from an event whose own date is coarse, open or on other clocks."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.dates.said import answer, asked, refusal
from timeline.dates import Anchor, Precision, Resolution, parse_anchor, resolve

NIGHT = "2023-05-21T21:00/2023-05-22T06:00"


@pytest.mark.parametrize(
    ("phrase", "event", "outcome"),
    [
        # a month, a season, an interval: every day that it may be
        ("two days later", "2023-05", "2023-05-03/2023-06-02"),
        ("two days earlier", "2023-22", "2023-05-30/2023-08-29"),
        ("the next day", "[2023-05-22..2023-05-31]", "2023-05-23/2023-06-01"),
        ("the same day", "2023-22", "2023-22"),
        # no more exact than the unit
        ("a year later", "2023-05", "2024"),
        ("two months later", "2023-05", "2023-07"),
        ("a month later", "2023-05-20/2023-06-10", "2023-06-01/2023-07-31"),
        ("a week later", "2023-05", "2023-05-08/2023-06-11"),
        # a night touches two days, so what is counted from it does too
        ("two days later", NIGHT, "2023-05-23/2023-05-24"),
        ("three hours later", NIGHT, "2023-05-22T00:00/2023-05-22T09:00"),
        ("the same day", NIGHT, "2023-05-21/2023-05-22"),
        ("the next morning", NIGHT, "2023-05-22T06:00/2023-05-23T12:00"),
        ("in the evening", NIGHT, "refused D303"),
        ("the next morning", "2023-05-21T18:00/2023-05-22T00:00", "2023-05-22T06:00/2023-05-22T12:00"),
        # an end that nobody knows stays open
        ("two days later", "../2023-05-21", "../2023-05-23"),
        ("two days later", "2023-05-21/..", "2023-05-23/.."),
        ("the day before", "../2023-05-21", "../2023-05-20"),
        ("the same day", "../2023-05-21", "../2023-05-21"),
        ("two days later", "unstated", "unstated"),
        ("the next day", "unstated", "unstated"),
        # the weekday of a day that is not known cannot be found
        ("on Friday", "unstated", "refused D306"),
        ("on Friday", "2023-05-21/..", "refused D306"),
        ("on Friday", "../2023-05-21", "refused D306"),
    ],
)
def test_told_from_a_coarse_event(phrase: str, event: str, outcome: str) -> None:
    assert asked(phrase, event, kind="event") == outcome


def test_days_are_counted_on_the_clocks_where_the_words_are_read() -> None:
    late = "2023-05-21T23:30:00Z"  # half past two in the morning in Kyiv
    assert answer("two days later", late, kind="event", zone="Europe/Kyiv").edtf == "2023-05-24"
    assert answer("yesterday", late, zone="Europe/Kyiv").edtf == "2023-05-21"
    assert (
        answer("yesterday", "2023-05-21T23:30:00-04:00[America/New_York]", zone="Europe/Kyiv").edtf
        == "2023-05-20"
    )


def test_a_paper_of_a_day_is_of_that_day_wherever_it_is_read() -> None:
    """A publication that is known to the day has no moment that could be told on other clocks."""
    paper = parse_anchor("2023-05-22", zone="UTC")
    assert isinstance(paper, Anchor)
    for zone in ("America/New_York", "Europe/Kyiv", "Pacific/Auckland"):
        found = resolve("yesterday", paper, zone=zone)
        assert isinstance(found, Resolution)
        assert found.edtf == "2023-05-21", zone


def test_a_publication_over_midnight_does_not_say_which_yesterday() -> None:
    paper = Anchor(datetime(2023, 5, 21, 21), datetime(2023, 5, 22, 2), Precision.INTERVAL)
    found = resolve("yesterday", paper)
    assert not isinstance(found, Resolution)
    assert [reading.edtf for reading in found.readings] == ["2023-05-20", "2023-05-21"]


def test_an_interval_says_which_of_its_days_give_what() -> None:
    found = refusal("last Friday", "[2023-05-22..2023-05-31]")
    assert [reading.edtf for reading in found.readings] == ["2023-05-19", "2023-05-26"]
    assert found.readings[0].why.endswith("(if that is between 22 and 28 May 2023)")
    assert found.readings[1].why.endswith("(if that is between 27 and 31 May 2023)")


@pytest.mark.parametrize(
    "phrase",
    [
        "5 May 1712 O.S.", "15 Sha'ban 1444 AH", "5 Iyar 5708", "12 Bahman 1357", "1 Farvardin 1402", "18 Brumaire VIII", "9 Thermidor", "2566 Buddhist Era",
        "Reiwa 5", "Meskerem 2015 Ethiopian calendar", "Saka 1945",
    ],
)  # fmt: skip
def test_another_calendar_is_refused_by_its_name_and_no_part_of_it_is_read(phrase: str) -> None:
    found = refusal(phrase, "2023-05-22")
    assert found.code == "D308"
    assert "Gregorian" in found.hint
    assert found.readings == ()
