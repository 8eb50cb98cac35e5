"""The calendar, read by a library that knows RFC 5545 and compared claim by claim with the JSON."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings

from tests.builders import claim, dating, timeline
from tests.exports.stories import ANY_TIMELINE, claims, every_story, many, present, real, torture
from timeline.exports import data_files
from timeline.model import Settings, Status, Timeline
from timeline.removal import without_removed

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""


def written(whole: Timeline) -> bytes:
    return data_files(whole)["data/claims.ics"]


def read(whole: Timeline) -> Any:
    (calendar,) = icalendar.Calendar.from_ical(written(whole), multiple=True)
    assert calendar.errors == []
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
    return calendar


def property_name(column: str) -> str:
    return "X-TIMELINE-" + re.sub("[._]", "-", column).upper()


def kept(text: str) -> str:
    """What a calendar keeps of a text: all line ends are the same, controls are gone."""
    text = re.sub("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f]", "", text)


def as_value(value: str, expected: Any) -> Any:
    if isinstance(expected, str):
        return value
    if isinstance(expected, list) and not value.startswith("["):
        return value.split("|")
    return json.loads(value)


def check(whole: Timeline) -> None:
    expected = claims(whole)
    events = {str(event["X-TIMELINE-ID"]): event for event in read(whole).walk("VEVENT")}
    dated = {
        name
        for name, row in expected.items()
        if row.get("date.earliest") and row["date.latest"] and row["date.precision"] != "unstated"
    }
    assert set(events) == dated
    for name, event in events.items():
        row = expected[name]
        for column, value in present(row).items():
            found = str(event[property_name(column)])
            if isinstance(value, str):
                assert found == kept(value), column
            elif not any("\n" in kept(json.dumps(one, ensure_ascii=False)) for one in [value]):
                assert as_value(found, value) == value, column
        earliest, latest = (datetime.fromisoformat(row[f"date.{end}"]) for end in ("earliest", "latest"))
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(start, datetime):
            assert row["date.precision"] in {"instant", "minute", "hour", "interval"}
            assert start.replace(tzinfo=start.tzinfo and UTC) == start
            assert (start, end) == (earliest, latest)
            assert (start.tzinfo is None) == (earliest.tzinfo is None)
        else:
            assert row["date.precision"] not in {"instant", "minute", "hour"}
            assert start == earliest.date()
            assert start <= (latest - timedelta(microseconds=1)).date() == end - timedelta(days=1)


@every_story
def test_every_dated_claim_comes_back(story: Any) -> None:
    check(story())


@settings(max_examples=30)
@given(ANY_TIMELINE)
def test_every_dated_claim_of_any_timeline_comes_back(whole: Timeline) -> None:
    check(whole)


@every_story
def test_lines_are_short_and_end_as_they_should(story: Any) -> None:
    content = written(story())
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


WHEN = [
    # date, DTSTART, DTEND
    ("21", date(2023, 5, 21), date(2023, 5, 22)),
    ("20z", date(2023, 5, 20), date(2023, 5, 21)),
    ("2023-04", date(2023, 4, 1), date(2023, 5, 1)),
    ("19..21", date(2023, 5, 19), date(2023, 5, 22)),
    ("21 18-24", date(2023, 5, 21), date(2023, 5, 22)),
    ("21 0-6", date(2023, 5, 21), date(2023, 5, 22)),
    ("21 05:26", datetime(2023, 5, 21, 5, 26), datetime(2023, 5, 21, 5, 27)),
    ("21 05:26z", datetime(2023, 5, 21, 2, 26, tzinfo=UTC), datetime(2023, 5, 21, 2, 27, tzinfo=UTC)),
]


@pytest.mark.parametrize(("notation", "start", "end"), WHEN)
def test_nothing_is_more_exact_than_the_source(notation: str, start: date, end: date) -> None:
    (event,) = read(timeline(claim("a", notation))).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end)
    assert event["DTSTART"].params.get("VALUE", "DATE-TIME") == (
        "DATE-TIME" if "05:26" in notation else "DATE"
    )


def test_an_interval_has_times_only_if_they_are_the_sources() -> None:
    ends: dict[str, Any] = {
        "earliest": datetime.fromisoformat("2023-05-21T05:00+03:00"),
        "latest": datetime.fromisoformat("2023-05-21T06:30+03:00"),
    }
    clock = replace(dating("19..21"), resolution=dating("19..21").resolution._replace(**ends))
    parts = replace(clock, resolution=clock.resolution._replace(approximate=True))
    (event,) = read(timeline(replace(claim("a"), date=clock))).walk("VEVENT")
    assert event["DTSTART"].dt == datetime(2023, 5, 21, 2, tzinfo=UTC)
    (event,) = read(timeline(replace(claim("a"), date=parts))).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2023, 5, 21), date(2023, 5, 22))


def test_a_moment_without_length_has_no_end() -> None:
    at = datetime.fromisoformat("2023-05-21T05:00+03:00")
    moment = replace(
        dating("21 05:26"), resolution=dating("21 05:26").resolution._replace(earliest=at, latest=at)
    )
    (event,) = read(timeline(replace(claim("a"), date=moment))).walk("VEVENT")
    assert "DTEND" not in event


def test_open_and_unstated_dates_are_left_out_and_counted() -> None:
    limited = claim("limited", "?")
    resolution = limited.date.resolution._replace(earliest=dating("20").resolution.earliest)
    resolution = resolution._replace(latest=dating("22").resolution.latest)
    limited = replace(limited, date=replace(limited.date, resolution=resolution))
    calendar = read(timeline(claim("a"), claim("b", "?"), claim("c", "..20"), claim("d", "20.."), limited))
    assert [str(event["X-TIMELINE-ID"]) for event in calendar.walk("VEVENT")] == ["a"]
    assert str(calendar["X-TIMELINE-LEFT-OUT"]) == "4"
    assert "4 of 5 claims are left out" in str(calendar["DESCRIPTION"])


def test_a_title_says_that_it_is_a_claim_and_nothing_is_confirmed() -> None:
    gone = replace(claim("b"), status=Status(kind="withdrawn", reason="Taken back."))
    events = read(timeline(claim("a", by=["mayor"], title="The *bridge* fell"), gone)).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [
        "Claim by Mayor: The bridge fell",
        "Withdrawn claim by Speaker-Ua: Claim b.",
    ]
    assert not [event for event in events if "STATUS" in event]


def test_ids_stay_when_everything_else_changes() -> None:
    settings = Settings(title="A", site_url="https://example.org/a/")
    one = timeline(claim("a"), settings=settings)
    other = timeline(claim("a", "20", title="New"), settings=replace(settings, title="B"))
    for whole in (one, other):
        (event,) = read(whole).walk("VEVENT")
        assert str(event["UID"]) == "a@example.org/a"
        assert str(event["URL"]) == "https://example.org/a/c/a/"
    uids = [str(event["UID"]) for event in read(many()).walk("VEVENT")]
    assert len(set(uids)) == len(uids)


def test_a_removed_claim_is_named_at_the_top_alone() -> None:
    gone = replace(claim("b", title="secret"), status=Status(kind="removed", reason="safety"))
    whole = without_removed(timeline(claim("a"), gone))
    calendar = read(whole)
    assert str(calendar["X-TIMELINE-REMOVED"]) == "b"
    assert str(calendar["X-TIMELINE-LEFT-OUT"]) == "0"
    assert [str(event["X-TIMELINE-ID"]) for event in calendar.walk("VEVENT")] == ["a"]


def test_it_says_what_it_is() -> None:
    whole = real()
    calendar = read(whole)
    assert str(calendar["X-TIMELINE-CONTENT-SHA256"]) == whole.content_sha256
    assert str(calendar["X-TIMELINE-LICENCE"]) == "CC-BY-4.0"
    assert str(calendar["X-TIMELINE-SCHEMA-VERSION"]) == "1.1"
    assert whole.content_sha256[:12] in str(calendar["X-TIMELINE-CITATION"])
    assert "X-TIMELINE-LICENCE" not in read(timeline())


def test_the_text_of_a_claim_opens_nothing() -> None:
    names = {type(part).__name__ for part in read(torture()).walk()}
    assert names == {"Calendar", "Event"}
