"""Dates in words, never more exact than they are known."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.dates.said import answer
from timeline.dates import TimeLabel, long, machine_value, short, time_label, unstated
from timeline.dates.format import English


@pytest.mark.parametrize(
    ("phrase", "brief", "full", "machine"),
    [
        ("21 May 2023", "21 May", "Sunday 21 May 2023, whole day", "2023-05-21"),
        ("about 21 May 2023", "about 21 May", "about Sunday 21 May 2023, whole day", "2023-05-21"),
        ("evening of 21 May 2023", "21 May, evening", "Sunday 21 May 2023, evening (18:00–24:00)", "2023-05-21"),
        ("5:26 am on 22 May 2023", "22 May, 05:26", "Monday 22 May 2023, 05:26", "2023-05-22T05:26"),
        ("about 5:26 am on 22 May 2023", "22 May, about 05:26", "Monday 22 May 2023, about 05:26", "2023-05-22T05:26"),
        ("2023-05-22T05:26:10", "22 May, 05:26", "Monday 22 May 2023, 05:26", "2023-05-22T05:26:10"),
        ("5 am on 22 May 2023", "22 May, 05:00–06:00", "Monday 22 May 2023, 05:00–06:00", None),
        ("about 5 am on 22 May 2023", "22 May, about 05:00–06:00", "Monday 22 May 2023, about 05:00–06:00", None),
        ("by 22 May 2023", "22 May or earlier", "Monday 22 May 2023 or earlier", None),
        ("since 22 May 2023", "22 May or later", "Monday 22 May 2023 or later", None),
        ("22 May 2023 to 31 May 2023", "between 22 and 31 May 2023", "between 22 and 31 May 2023", None),
        ("28 April to 3 May 2023", "between 28 April and 3 May 2023", "between 28 April and 3 May 2023", None),
        ("28 December 2022 to 3 January 2023", "between 28 December 2022 and 3 January 2023", "between 28 December 2022 and 3 January 2023", None),
        ("unstated", "date not established", "date not established", None),
        ("May 2023", "May 2023", "May 2023", "2023-05"),
        ("around May 2023", "about May 2023", "about May 2023", "2023-05"),
        ("2023", "2023", "2023", "2023"),
        ("early May 2023", "early May 2023", "early May 2023", None),
        ("mid-May 2023", "mid-May 2023", "mid-May 2023", None),
        ("late February 2024", "late February 2024", "late February 2024", None),
        ("late 2023", "late 2023", "late 2023", None),
        ("summer 2023", "summer 2023", "summer 2023", None),
        ("the winter of 2022-23", "winter 2022–23", "winter 2022–23", None),
        ("third quarter of 2023", "third quarter of 2023", "third quarter of 2023", None),
        ("first half of 2023", "first half of 2023", "first half of 2023", None),
        ("second half of 2023", "second half of 2023", "second half of 2023", None),
        ("the 1990s", "1990s", "1990s", None),
        ("the 20th century", "20th century", "20th century", None),
        ("the 21st century", "21st century", "21st century", None),
        ("the week of 22 May 2023", "week of 22–28 May 2023", "week of 22–28 May 2023", "2023-W21"),
        ("the week of 30 May 2023", "week of 29 May to 4 June 2023", "week of 29 May to 4 June 2023", "2023-W22"),
        ("2020-W01", "week of 30 December 2019 to 5 January 2020", "week of 30 December 2019 to 5 January 2020", "2020-W01"),
        ("between 05:00 and 06:30 on 22 May 2023", "22 May 2023, 05:00–06:30", "22 May 2023, 05:00–06:30", None),
        ("2023-05-22T05:00/2023-05-23T06:00", "between 22 May 2023, 05:00 and 23 May 2023, 06:00", "between 22 May 2023, 05:00 and 23 May 2023, 06:00", None),
        ("2023-05-22/2023-05-22", "22 May 2023", "22 May 2023", None),
        ("2023-05-01~/2023-06-10~", "between 1 May and 10 June 2023", "between 1 May and 10 June 2023", None),
        ("0987-05-21", "21 May", "Monday 21 May 987, whole day", "0987-05-21"),
    ],
)  # fmt: skip
def test_a_date_in_words(phrase: str, brief: str, full: str, machine: str | None) -> None:
    found = answer(phrase)
    assert short(found) == brief
    assert long(found) == full
    assert machine_value(found) == machine


def test_a_short_date_may_carry_its_year() -> None:
    assert short(answer("21 May 2023"), year=True) == "21 May 2023"
    assert short(answer("by 22 May 2023"), year=True) == "22 May 2023 or earlier"


def test_a_bound_inside_a_day_carries_its_time() -> None:
    assert short(answer("until 15:30", "2023-05-22")) == "22 May, 15:30 or earlier"
    assert short(answer("after the attack", "2023-05-22T05:26", kind="event")) == "22 May, 05:26 or later"


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("5:26 am on 22 May 2023", TimeLabel("05:26")), ("about 5:26 am on 22 May 2023", TimeLabel("05:26", "about")),
        ("early morning of 22 May 2023", TimeLabel("Early morning", "00:00–06:00")), ("evening of 22 May 2023", TimeLabel("Evening", "18:00–24:00")),
        ("5 am on 22 May 2023", TimeLabel("05:00–06:00")), ("21 May 2023", None), ("since 22 May 2023", None), ("unstated", None),
        ("night of 22 May 2023", TimeLabel("Night", "18:00–06:00")), ("night of 21-22 May 2023", TimeLabel("Night", "21:00–06:00")),
    ],
)  # fmt: skip
def test_the_time_of_day_for_the_gutter(phrase: str, label: TimeLabel | None) -> None:
    assert time_label(answer(phrase)) == label


def test_a_machine_value_carries_the_offset() -> None:
    assert machine_value(answer("5:26 am on 22 May 2023", zone="Europe/Kyiv")) == "2023-05-22T05:26+03:00"


class Spelled(English):
    """Words of another language, which says its months as numbers."""

    def say(self, key: str, /, **values: str) -> str:
        return f"<{key} {' '.join(values.values())}>"

    def month(self, moment: datetime) -> str:
        return f"{moment.year}/{moment.month}"


def test_another_language_brings_its_own_words() -> None:
    words = Spelled()
    assert short(unstated(), words=words) == "<unstated >"
    assert long(answer("around May 2023"), words=words) == "<about 2023/5>"
    assert time_label(answer("about 5:26 am on 22 May 2023"), words=words) == TimeLabel(
        "05:26", "<about-alone >"
    )
