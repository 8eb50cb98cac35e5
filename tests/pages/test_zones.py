"""Clock times of several zones: every page says which clock a time is on, and the strip has one axis for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.builders import claim, dating, timeline, with_date
from tests.pages.test_pages import pages_of, said
from timeline.align import align
from timeline.dates import Precision, Resolution
from timeline.drawings.overview import on_one_clock
from timeline.model import Event, Timeline
from timeline.pages.date_view import _without_rule
from timeline.pages.strip import strip
from timeline.wording import offset_words, wording_for, zone_line, zone_note, zone_words

ENGLISH = wording_for("en")

BAGHDAD = timezone(timedelta(hours=3))


def at(event: Event, hour: int, minute: int, zone: timezone | None, **more: object) -> Event:
    start = datetime(2019, 4, 15, hour, minute, tzinfo=zone)
    found = Resolution(
        start,
        start + timedelta(minutes=1),
        Precision.MINUTE,
        "clock-time",
        "Read (rule clock-time with x-y, z).",
    )
    return with_date(event, resolution=found, zone="Asia/Baghdad", **more)


def breach(*events: Event) -> Timeline:
    built = timeline(
        at(claim("here", about="t", places=("dam",)), 4, 10, BAGHDAD),
        at(claim("utc", lane="ru", about="t", places=("dam",)), 2, 30, UTC),
        *events,
    )
    place = replace(built.places["dam"], time_zone="Asia/Baghdad")
    return replace(built, places={**built.places, "dam": place})


def test_a_time_of_another_zone_says_which_and_what_it_was_at_the_place() -> None:
    for page in ("index.md", "c/utc.md", "t/t.md", "c/index.md"):
        assert "15 April, 02:30 UTC (05:30 Baghdad time)" in said(breach(), page)
    words = said(breach(), "c/utc.md")
    assert "Time zone UTC; in Asia/Baghdad (UTC+3) that is 15 April 2019, 05:30" in words
    assert "(rule" not in words
    assert "15 April, 04:10 Baghdad time" in said(breach(), "index.md")


def test_the_gutter_of_a_row_names_the_clock_too() -> None:
    alone = timeline(at(claim("utc", about="t"), 2, 30, UTC))
    assert "02:30 UTC (05:30 Baghdad time) 0 Russian" not in said(alone, "index.md")
    body = pages_of(replace(alone, settings=replace(alone.settings, time_zone="Asia/Baghdad")))[
        "index.md"
    ].body
    assert "<span>02:30</span> <small>UTC (05:30 Baghdad time)</small>" in body


def test_one_zone_that_goes_without_saying_is_not_repeated() -> None:
    built = breach()
    built = replace(built, events={"here": built.events["here"]})
    assert "Baghdad time" not in said(built, "index.md")
    assert "Time zone Asia/Baghdad (UTC+3)" in said(built, "c/here.md")


def test_two_clocks_for_one_instant_are_two_times_in_words() -> None:
    built = timeline(
        at(claim("a", about="t"), 5, 30, BAGHDAD), at(claim("b", lane="ru", about="t"), 2, 30, UTC)
    )
    assert "Several times given with each claim" in said(built, "index.md")


def test_the_strip_has_one_clock_and_the_key_names_it() -> None:
    aligned = align(breach())
    moved = on_one_clock(aligned)
    assert moved.placed["here"].start < moved.placed["utc"].start  # type: ignore[operator]
    assert "all times in Baghdad time" in strip(aligned)


def test_with_a_time_of_no_known_zone_all_stay_as_read() -> None:
    aligned = align(breach(at(claim("naive"), 6, 0, None)))
    assert on_one_clock(aligned) is aligned
    assert "times of several zones, each as it is given" in strip(aligned)


def test_without_any_zone_on_file_the_offset_is_said() -> None:
    assert zone_note(ENGLISH, dating("21 05:26z"), None, mixed=False) == "UTC+3"
    assert zone_line(ENGLISH, dating("21 05:26z"), None) == "UTC+3"
    assert zone_note(ENGLISH, dating("21 05:26"), None, mixed=True) == ""
    assert align(timeline(claim("a", "21 05:26z"))).clock.zone == "+0300"


def test_a_part_of_a_day_in_another_zone_and_on_another_day() -> None:
    assert (
        zone_note(ENGLISH, dating("21 18-24z"), "Asia/Tokyo", mixed=False)
        == "UTC+3 (22 May, 00:00–06:00 Tokyo time)"
    )
    assert zone_note(ENGLISH, dating("21 18-24z"), "Europe/Kyiv", mixed=True) == ""
    assert zone_note(ENGLISH, dating("21"), "Europe/Kyiv", mixed=True) == ""


def test_a_saying_in_another_zone() -> None:
    built = timeline(claim("a", "20", said="21 05:26z", said_at=("town",)))
    town = replace(built.places["town"], time_zone="Europe/London")
    built = replace(built, places={**built.places, "town": town})
    assert "said 21 May, 05:26 UTC+3 (03:26 London time)" in said(built, "index.md")


def test_the_zone_of_a_place_is_that_of_what_contains_it() -> None:
    built = breach()
    inner = replace(built.places["dam"], id="wing", time_zone=None, part_of="dam")
    around = replace(built.places["dam"], part_of="wing")
    built = replace(built, places={"wing": inner, "dam": around})
    moved = replace(built.events["utc"], places=("wing",), date=replace(built.events["utc"].date, zone=None))
    assert "(05:30 Baghdad time)" in said(replace(built, events={"utc": moved}), "c/utc.md")
    lost = replace(inner, part_of="wing")
    assert "UTC" in said(replace(built, places={"wing": lost}, events={"utc": moved}), "c/utc.md")


def test_a_limit_that_is_a_time_bears_its_clock_too() -> None:
    start = datetime(2019, 4, 15, 2, 30, tzinfo=UTC)
    after = Resolution(
        start, None, Precision.UNSTATED, "unstated", "“unstated”: not said, by the rule unstated."
    )
    words = said(breach(with_date(claim("after"), resolution=after)), "c/after.md")
    assert "Monday 15 April 2019, 02:30 UTC or later" in words
    assert "Rule Not stated . Not said. " in words


@pytest.mark.parametrize(
    ("explanation", "shown"),
    [
        ("“the 21st”: the day, by the rule a-b with c-d and e.", "The day."),
        ("“the 21st”: the day, by the rule a-b with c-d, e.", "The day."),
        ("The day (rule a-b with c-d, e-f).", "The day."),
    ],
)
def test_a_rule_is_named_once(explanation: str, shown: str) -> None:
    assert _without_rule(explanation) == shown


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "UTC"), (180, "UTC+3"), (-210, "UTC−3:30"), (345, "UTC+5:45")]
)
def test_offsets(minutes: int, words: str) -> None:
    assert offset_words(timedelta(minutes=minutes)) == words


def test_names_of_zones() -> None:
    assert zone_words(ENGLISH, "America/New_York") == "New York time"
    assert zone_words(ENGLISH, "Etc/GMT+3") == "Etc/GMT+3"
    assert zone_words(ENGLISH, "+0300") == "UTC+3"
    assert zone_words(ENGLISH, "+99:00") == "+99:00"
