"""Dates as reviewers read them in a summary of changes: in ISO 8601, as exactly as they are known and no more."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.builders import dating
from timeline.contribute.changes.iso import both, iso, worded
from timeline.dates import Precision, Resolution, resolve

WRITTEN = {
    "2023-05-21": ("2023-05-21", "day"),
    "2023-05": ("2023-05", "month"),
    "2023": ("2023", "year"),
    "2023~": ("2023", "about, year"),
    "2023-05-21?": ("2023-05-21", "uncertain"),
    "the 1990s": ("1990-01-01 to 1999-12-31", "decade"),
    "summer 2023": ("2023-06-01 to 2023-08-31", "season"),
    "2023-05-21/2023-05-23": ("2023-05-21 to 2023-05-23", ""),
    "2023-05-21/..": ("2023-05-21 or later", ""),
    "../2023-05-21": ("2023-05-21 or earlier", ""),
    "unstated": ("date not established", ""),
    "14:20 on 21 May 2023": ("2023-05-21 14:20", ""),
    "2023-05-21T05:25:31+03:00": ("2023-05-21 05:25:31+03:00", ""),
    "around 14:20 on 21 May 2023": ("2023-05-21 14:20", "about"),
    "21 May 2023, 2 p.m.": ("2023-05-21 14:00–15:00", ""),
    "after 14:00 on 21 May 2023": ("2023-05-21 14:00–24:00", ""),
    "by 14:00 on 21 May 2023": ("2023-05-21 14:00 or earlier", ""),
    "the evening of 21 May 2023": ("2023-05-21 18:00–24:00", "about, evening"),
    "the night of 21 May 2023": ("2023-05-21 18:00 to 2023-05-22 06:00", "about, night"),
}
"""Phrases, and what a reviewer reads: the date, and how it is known."""


@pytest.mark.parametrize("phrase", WRITTEN)
def test_a_date_is_written_as_exactly_as_it_is_known(phrase: str) -> None:
    found = resolve(phrase, None)
    assert isinstance(found, Resolution)
    assert iso(found) == WRITTEN[phrase]


def test_limits_of_a_date_that_is_not_stated_are_told_as_limits() -> None:
    first, last = (datetime.combine(date(2023, 5, day), datetime.min.time()) for day in (20, 23))
    limits = Resolution(first, last, Precision.UNSTATED, "", "")
    assert iso(limits) == ("between 2023-05-20 and 2023-05-22", "limits only")


def test_a_date_stands_on_one_line_with_its_remark() -> None:
    assert worded(dating("21")) == "2023-05-21 (day)"
    assert worded(dating("..21")) == "2023-05-21 or earlier"
    assert worded(None) == ""


def test_two_dates_that_read_alike_are_told_apart_by_their_zones() -> None:
    assert both(dating("21"), dating("22")) == ("2023-05-21 (day)", "2023-05-22 (day)")
    assert both(dating("21"), dating("21", zone="Europe/Kyiv")) == (
        "2023-05-21 (day), zone not known",
        "2023-05-21 (day), Europe/Kyiv",
    )
