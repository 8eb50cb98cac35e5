"""Dates that are only limited: "by May 2019" is a month, and no day of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.projects import read
from timeline.align import Kind, align
from timeline.wording import when, wording_for

EVENT = """
date: {date}
place: dam
claim: Cracks had been reported.
by: A monitor
source: article
"""


@pytest.mark.parametrize(
    ("date", "limit", "said"),
    [
        ("by May 2019", (datetime(2019, 5, 1), datetime(2019, 6, 1)), "May 2019 or earlier"),
        ("../2019-05", (datetime(2019, 5, 1), datetime(2019, 6, 1)), "May 2019 or earlier"),
        ("by 2019", (datetime(2019, 1, 1), datetime(2020, 1, 1)), "2019 or earlier"),
        ("by 31 May 2019", None, "31 May 2019 or earlier"),
        ("before June 2019", None, "31 May 2019 or earlier"),
    ],
)
def test_a_latest_month_or_year_is_no_day(
    date: str, limit: tuple[datetime, datetime] | None, said: str
) -> None:
    timeline, _ = read({"events/this": EVENT.format(date=date), "places/dam": "name: The dam"})
    spot = align(timeline).placed["this"]
    assert spot.kind is Kind.UP_TO
    assert spot.limited_by == limit
    assert when(wording_for("en"), timeline.events["this"], spot, year=True) == said
