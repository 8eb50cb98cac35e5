"""Which way a phrase points: reports look back, stories run forward, and what readers differ on is refused."""

from __future__ import annotations

import pytest

from tests.dates.said import asked, refusal

MONDAY = "2023-05-22"


@pytest.mark.parametrize(
    ("phrase", "point", "result"),
    [
        # the latest on or before the anchor, its own day included
        ("Monday", MONDAY, "2023-05-22"), ("Tuesday", MONDAY, "2023-05-16"), ("Sunday", MONDAY, "2023-05-21"),
        ("the 22nd", MONDAY, "2023-05-22"), ("the 23rd", MONDAY, "2023-04-23"), ("the 1st", MONDAY, "2023-05-01"),
        ("22 May", MONDAY, "2023-05-22"), ("1 December", MONDAY, "2022-12-01"), ("May", MONDAY, "2023-05"),
        ("April", MONDAY, "2023-04"), ("December", MONDAY, "2022-12"), ("summer", "2023-09-01", "2023-22"),
        ("second quarter", MONDAY, "2023-34"), ("the first half", MONDAY, "2023-40"),
        # within 92 days after it: both readings, none chosen
        ("23 May", MONDAY, "refused D302"), ("22 August", MONDAY, "refused D302"), ("23 August", MONDAY, "2022-08-23"),
        ("June", MONDAY, "refused D302"), ("August", MONDAY, "refused D302"), ("September", MONDAY, "2022-09"),
        ("the third quarter", MONDAY, "refused D302"), ("summer", MONDAY, "refused D302"), ("the second half", MONDAY, "refused D302"),
        # a month without the day is never skipped over silently
        ("the 31st", "2023-03-02", "refused D304"), ("the 31st", "2023-01-31", "2023-01-31"), ("the 30th", "2023-03-02", "refused D304"),
        ("29 February", "2023-05-22", "refused D304"), ("29 February", "2024-05-22", "2024-02-29"),
        # careful readers differ
        ("last Friday", "2023-05-22", "2023-05-19"), ("last Friday", "2023-05-26", "2023-05-19"), ("last Friday", "2023-05-27", "refused D302"),
        ("last March", MONDAY, "refused D302"), ("last June", MONDAY, "2022-06"), ("next June", MONDAY, "refused D302"),
        ("next March", MONDAY, "2024-03"), ("midnight", MONDAY, "refused D302"), ("the 1800s", MONDAY, "refused D302"),
        ("03/04/2023", MONDAY, "refused D302"), ("3/4", "2023-06-01", "refused D302"), ("winter 2014", MONDAY, "refused D302"),
        ("the last two years", MONDAY, "2021-05-22~/2023-05-22~"), ("the last two years", "2023-02-22", "refused D302"), ("the last year", MONDAY, "refused D302"), ("at 5 o'clock", MONDAY, "refused D302"),
        # said plainly
        ("past Friday", "2023-05-27", "2023-05-26"), ("this Friday", "2023-05-27", "2023-05-26"), ("coming Friday", "2023-05-27", "2023-06-02"),
        ("N years ago", MONDAY, "refused D301"), ("three years ago", MONDAY, "2020"), ("a month ago", "2023-03-31", "2023-02"),
        ("a few days ago", MONDAY, "../2023-05-21"), ("recently", MONDAY, "../2023-05-22"), ("soon", MONDAY, "2023-05-22/.."),
        ("the same day", MONDAY, "refused D307"), ("the next morning", MONDAY, "refused D307"), ("two days later", MONDAY, "refused D307"),
        ("in recent days", MONDAY, "../2023-05-22"), ("the day", MONDAY, "refused D307"), ("then", MONDAY, "refused D307"),
    ],
)  # fmt: skip
def test_a_report_looks_back(phrase: str, point: str, result: str) -> None:
    assert asked(phrase, point) == result


@pytest.mark.parametrize(
    ("phrase", "point", "result"),
    [
        ("Monday", MONDAY, "2023-05-22"), ("Tuesday", MONDAY, "2023-05-23"), ("the 21st", MONDAY, "refused D302"), ("the 25th", MONDAY, "2023-05-25"),
        ("1 March", MONDAY, "2023-03-01"), ("1 December", MONDAY, "2023-12-01"), ("3 January", "2022-12-20", "refused D302"),
        # half a year back or more, and the coming one as well may be meant, however far
        ("7 February", "1941-10-05", "refused D302"), ("3 April", "1941-10-05", "refused D302"), ("4 April", "1941-10-05", "1941-04-04"),
        # an anchor that runs over New Year holds one such date
        ("15 January", "1941-12/1942-02", "1942-01-15"), ("20 December", "1941-12/1942-02", "1941-12-20"), ("January", "1941-24", "1942-01"),
        ("3 January", "1941-12", "refused D302"), ("22 June", "1941/1945", "refused D303"),
        ("20 December", "2023-01-03", "2023-12-20"), ("March", MONDAY, "2023-03"), ("January", "2022-12-20", "refused D302"),
        ("January", "2022", "2022-01"), ("25 December", "2022", "2022-12-25"), ("the 5th", "2014-05", "2014-05-05"), ("the 31st", "2014-04", "refused D304"),
        ("the 5th", "2014", "refused D303"), ("summer", "2014-02", "2014-22"), ("winter", "2014-07-01", "refused D302"), ("winter", "2014-01-10", "2013-24"),
        ("the same day", "2014-05-21T05:26", "2014-05-21"), ("that week", "2014-05-21", "2014-05-19/2014-05-25"), ("that day", "2014-05", "2014-05"),
        ("the next day", "2014-05-31", "2014-06-01"), ("the next day", "2014-05", "2014-05-02/2014-06-01"), ("the day before", "2014-06-01", "2014-05-31"),
        ("the following year", "2014-05", "2015"), ("two days later", "2014-05-30", "2014-06-01"), ("a month later", "2014-05-30", "2014-06"),
        ("a year earlier", "2014-05-30", "2013"), ("three hours later", "2014-05-21T05:26", "2014-05-21T08:26/2014-05-21T09:26"),
        ("three hours later", "2014-05-21", "2014-05-21T03:00/2014-05-22T03:00"), ("the next morning", "2014-05-21", "2014-05-22T06:00/2014-05-22T12:00"),
        ("the next morning", "2014-05", "2014-05-02/2014-06-01"), ("later", "2014-05-21", "2014-05-21/.."), ("earlier", "2014-05-21", "../2014-05-21"),
        ("several days later", "2014-05-21", "2014-05-22/.."), ("after the attack", "2014-05-21", "2014-05-21/.."), ("before the attack", "2014-05-21", "../2014-05-21"),
        ("then", "2014-05-21", "2014-05-21"), ("in the evening", "2014-05-21", "2014-05-21T18:00/2014-05-22T00:00"),
    ],
)  # fmt: skip
def test_a_story_runs_forward(phrase: str, point: str, result: str) -> None:
    assert asked(phrase, point, kind="event") == result


@pytest.mark.parametrize(
    ("phrase", "result"),
    [
        ("Friday", "2023-05-26"), ("Monday", "2023-05-22"), ("5 June", "2023-06-05"), ("21 May", "2024-05-21"), ("the 21st", "2023-06-21"), ("June", "2023-06"),
        ("May", "2023-05"), ("summer", "2023-22"), ("the third quarter", "2023-35"), ("the weekend", "2023-05-27/2023-05-28"),
    ],
)  # fmt: skip
def test_the_future_tense_turns_it(phrase: str, result: str) -> None:
    assert asked(phrase, MONDAY, tense="future") == result


def test_every_reading_is_listed_ready_to_be_pasted() -> None:
    found = refusal("1 June", MONDAY)
    assert [reading.edtf for reading in found.readings] == ["2022-06-01", "2023-06-01"]
    assert "2022-06-01 (Wednesday 1 June 2022)" in found.hint
    assert "undecided" in found.hint


@pytest.mark.parametrize(
    ("phrase", "point", "result"),
    [
        ("the 21st", "[2023-05-22..2023-05-31]", "2023-05-21"), ("the 25th", "[2023-05-22..2023-05-31]", "refused D303"), ("last year", "2023", "2022"),
        ("last month", "2023-05", "2023-04"), ("yesterday", "2023-05", "refused D303"), ("last month", "2023", "refused D303"), ("last year", "202X", "refused D303"),
        ("20 May 2023", "20XX", "2023-05-20"), ("this century", "20XX", "20XX"), ("1 April", "2023-05", "2023-04-01"), ("currently", "2023-05", "2023-05"),
        ("recently", "2023-05", "../2023-05-31"),
    ],
)  # fmt: skip
def test_an_anchor_that_is_an_interval_must_give_one_answer(phrase: str, point: str, result: str) -> None:
    assert asked(phrase, point) == result


def test_a_refusal_says_how_exactly_the_anchor_must_be_known() -> None:
    found = refusal("last Friday", "[2023-05-22..2023-05-31]")
    assert "to the day" in found.hint
    assert [reading.edtf for reading in found.readings] == ["2023-05-19", "2023-05-26"]
    assert "to the year" in refusal("last year", "202X").hint
