from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drawings.overview.scale import Scale, scale, span_of
from timeline.drawings.words import Words


def axis(first: str, last: str, *, times: bool = True, whole_days: bool = True, width: float = 1000) -> Scale:
    span = span_of([(datetime.fromisoformat(first), datetime.fromisoformat(last))], whole_days=whole_days)
    assert span is not None
    return scale(span, times=times, left=100, width=width)


def texts(one: Scale) -> tuple[list[str], list[str]]:
    return [head.text for head in one.heads], [label.text for label in one.labels]


def test_minutes_of_an_hour() -> None:
    one = axis("2023-05-22T05:20", "2023-05-22T05:41", whole_days=False)
    assert (one.start.hour, one.end.hour) == (5, 6)
    assert one.hours
    assert texts(one) == (
        ["Monday 22 May"],
        ["05:00", "05:05", *[f"05:{m}" for m in range(10, 60, 5)], "06:00"],
    )


def test_days_bear_their_year_where_the_timeline_spans_several() -> None:
    span = (datetime(2023, 5, 21), datetime(2023, 5, 23))
    wide = scale(span, times=True, left=0, width=1000, words=Words(years=True))
    assert [head.text for head in wide.heads] == ["Sunday 21 May 2023", "Monday 22 May 2023"]
    assert [head.text for head in axis("2022-12-31", "2023-01-02").heads] == [
        "Saturday 31 December 2022",
        "Sunday 1 January 2023",
    ]


def test_hours_of_two_days_end_with_24_not_with_0() -> None:
    heads, labels = texts(axis("2023-05-21", "2023-05-23"))
    assert heads == ["Sunday 21 May", "Monday 22 May"]
    assert labels == ["00:00", "06:00", "12:00", "18:00", "00:00", "06:00", "12:00", "18:00", "24:00"]


def test_without_a_time_of_day_there_are_no_hours() -> None:
    one = axis("2023-05-21", "2023-05-23", times=False)
    assert not one.hours
    assert texts(one) == (["Sunday 21 May", "Monday 22 May"], [])


def test_days_of_a_month_stand_under_its_name() -> None:
    heads, labels = texts(axis("2023-05-20", "2023-06-10", width=700))
    assert heads == ["May 2023", "June 2023"]
    assert labels == [str(day) for day in (*range(20, 32), *range(1, 10))]


def test_weeks_begin_on_monday() -> None:
    _, labels = texts(axis("2023-05-01", "2023-06-30", width=700))
    assert labels[:3] == ["1", "8", "15"]


def test_months_stand_under_their_year() -> None:
    heads, labels = texts(axis("2022-11-03", "2023-06-30"))
    assert heads == ["2022", "2023"]
    assert labels == ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun"]


def test_quarters_are_named_by_their_first_month() -> None:
    assert texts(axis("2021-01-01", "2023-01-01", width=400))[1] == ["Jan", "Apr", "Jul", "Oct"] * 2


def test_years() -> None:
    assert texts(axis("2001-05-01", "2010-05-02")) == ([], [str(year) for year in range(2001, 2011)])


def test_centuries_are_marked_at_round_years() -> None:
    assert texts(axis("1102-05-01", "1899-05-02"))[1] == [str(year) for year in range(1100, 1900, 50)]


def test_millennia() -> None:
    assert "1500" in texts(axis("0003-05-01", "2023-05-02", width=300))[1]


def test_the_calendar_ends() -> None:
    one = axis("0001-01-01", "9999-12-31")
    assert one.start.year == 1
    assert one.x(one.end) == 1100


def test_too_little_room_leaves_heads_and_labels_out() -> None:
    one = axis("2023-05-21", "2023-05-24", width=60)
    assert not one.heads


def test_no_spans_no_axis() -> None:
    assert span_of([], whole_days=True) is None


moments = st.datetimes(datetime(1, 1, 1), datetime(9990, 1, 1))
lengths = st.timedeltas(timedelta(minutes=1), timedelta(days=200_000))


@given(start=moments, length=lengths, times=st.booleans(), width=st.sampled_from([1040.0, 640.0, 290.0]))
def test_any_span_fits_its_axis(start: datetime, length: timedelta, width: float, *, times: bool) -> None:
    end = min(start + min(length, datetime.max - start), datetime(9999, 12, 30))  # noqa: DTZ901
    span = span_of([(start, end)], whole_days=not times)
    assert span is not None
    assert span[0] <= start < end <= span[1]
    one = scale(span, times=times, left=10, width=width)
    for x in (*one.grid, *one.borders, *(label.x for label in one.labels)):
        assert 10 <= x <= width + 10
    centres = [label.x for label in one.labels]
    assert centres == sorted(centres)
    assert all(after - before >= 14 for before, after in pairwise(centres))
    assert len(one.grid) <= width / 12


@pytest.mark.parametrize("moment", ["2023-05-20", "2023-05-24"])
def test_a_moment_outside_stands_at_the_edge(moment: str) -> None:
    one = axis("2023-05-21", "2023-05-23")
    assert one.x(datetime.fromisoformat(moment)) in {100, 1100}
