"""Dates that editors write: anchors, readings and bounds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.dates.said import anchor, answer, outcome
from timeline.dates import (
    Precision,
    Refusal,
    Resolution,
    anchor_from,
    limit,
    long,
    parse_anchor,
    reading_fits,
    resolution_from_edtf,
    resolve,
    short,
    unstated,
)

PUBLISHED = "[2023-05-22..2023-05-31]"


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023-05-22", "2023-05-22T00:00:00", "2023-05-23T00:00:00", "day"),
        ("2023-05", "2023-05-01T00:00:00", "2023-06-01T00:00:00", "month"),
        (PUBLISHED, "2023-05-22T00:00:00", "2023-06-01T00:00:00", "interval"),
        ("2023-05-22/2023-05-24", "2023-05-22T00:00:00", "2023-05-25T00:00:00", "interval"),
        ("2023-05-22T05:26", "2023-05-22T05:26:00", "2023-05-22T05:27:00", "minute"),
        ("2023-05-22T05", "2023-05-22T05:00:00", "2023-05-22T06:00:00", "hour"),
        ("2023-05-22 05:26:30", "2023-05-22T05:26:30", "2023-05-22T05:26:31", "instant"),
        ("2023-05-22T24:00", "2023-05-23T00:00:00", "2023-05-23T00:01:00", "minute"),
        ("20230522T0526Z", "2023-05-22T05:26:00+00:00", "2023-05-22T05:27:00+00:00", "minute"),
        ("2023-05-22T09:00:00+03:00[Europe/Kyiv]", "2023-05-22T09:00:00+03:00", "2023-05-22T09:00:01+03:00", "instant"),
        ("2023-05-22T06:00:00Z[Europe/Kyiv]", "2023-05-22T09:00:00+03:00", "2023-05-22T09:00:01+03:00", "instant"),
        ("2023-05-22T09:00[Europe/Kyiv]", "2023-05-22T09:00:00+03:00", "2023-05-22T09:01:00+03:00", "minute"),
        ("2023-05-21T18:00/2023-05-22T00:00", "2023-05-21T18:00:00", "2023-05-22T00:00:00", "interval"),
        ("2023-05-21T18:00/2023-05-22", "2023-05-21T18:00:00", "2023-05-23T00:00:00", "interval"),
        ("2023-05-22T09:00[Europe/Kyiv]/2023-05-22T10:00[Europe/Kyiv]", "2023-05-22T09:00:00+03:00", "2023-05-22T10:00:00+03:00", "interval"),
        ("2023-W21", "2023-05-22T00:00:00", "2023-05-29T00:00:00", "week"),
        ("2023-W21-2", "2023-05-23T00:00:00", "2023-05-24T00:00:00", "day"),
        ("2023-142", "2023-05-22T00:00:00", "2023-05-23T00:00:00", "day"),
        ("2023-05-22T09:00:00.250", "2023-05-22T09:00:00.250000", "2023-05-22T09:00:01.250000", "instant"),
    ],
)  # fmt: skip
def test_an_explicit_date(text: str, earliest: str, latest: str, precision: str) -> None:
    found = resolution_from_edtf(text)
    assert isinstance(found, Resolution), found
    assert found.earliest is not None
    assert found.latest is not None
    assert (found.earliest.isoformat(), found.latest.isoformat(), found.precision) == (
        earliest,
        latest,
        precision,
    )
    start = parse_anchor(text)
    assert not isinstance(start, Refusal)
    assert (start.earliest, start.latest, start.precision) == (found.earliest, found.latest, found.precision)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("yesterday", "D313"), ("", "D313"), ("2023-5-1", "D313"), ("2023-05-22T09:00+19:00", "D313"), ("2023-05-22T09:00[Mars/Olympus]", "D313"),
        ("2023-05-22T09:00+19:00[Europe/Kyiv]", "D313"), ("2022-02-30", "D304"), ("2023-05-22T25:00", "D304"), ("2023-W54", "D304"), ("2023-366", "D304"),
        ("Y12023", "D311"), ("2023-05-22T09:00/2023-05-21T09:00", "D313"), ("2023-05-22T09:00/x", "D313"), ("2023-05-21T18:00/2023/2024", "D313"), ("x" * 1000, "D313"),
        ("2023-05-22T09:00Z/2023-05-22T10:00", "D313"), ("9999-12-31T10:00", "D304"), ("2023-13-01", "D304"),
    ],
)  # fmt: skip
def test_text_that_is_no_explicit_date(text: str, code: str) -> None:
    found = resolution_from_edtf(text)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert isinstance(parse_anchor(text), Refusal)


def test_a_zone_is_attached_to_a_naive_date_only() -> None:
    found = resolution_from_edtf("2023-05-22", zone="Europe/Kyiv")
    assert isinstance(found, Resolution)
    assert found.earliest is not None
    assert found.earliest.isoformat() == "2023-05-22T00:00:00+03:00"
    kept = resolution_from_edtf("2023-05-22T05:26:00Z", zone="Europe/Kyiv")
    assert isinstance(kept, Resolution)
    assert kept.earliest == datetime(2023, 5, 22, 5, 26, tzinfo=UTC)
    wrong = resolution_from_edtf("2023-05-22", zone="Mars/Olympus")
    assert isinstance(wrong, Refusal)
    assert wrong.code == "D309"


@pytest.mark.parametrize(
    ("phrase", "reading", "point", "result"),
    [
        # the phrase leaves it open
        ("last Friday", "2023-05-19", PUBLISHED, "2023-05-19"),
        ("last Friday", "2023-05-26", PUBLISHED, "2023-05-26"),
        ("last Friday", "undecided", PUBLISHED, "2023-05-19/2023-05-26"),
        ("03/04/2023", "2023-04-03", PUBLISHED, "2023-04-03"),
        ("03/04/2023", "undecided", PUBLISHED, "2023-03-04/2023-04-03"),
        ("1 June", "2023-06-01", "2023-05-22", "2023-06-01"),
        ("unstated", "2023-05-20", PUBLISHED, "2023-05-20"),
        ("recently", "2023-05-20", "2023-05-22", "2023-05-20"),
        ("since the 20th", "2023-05-20/2023-05-21", "2023-05-22", "2023-05-20/2023-05-21"),
        # no rule reads it, or it cannot be
        ("on the day of the great battle", "2023-05-20", PUBLISHED, "2023-05-20"),
        ("Thursday 21 June 2023", "2023-06-22", PUBLISHED, "2023-06-22"),
        ("30 February 2023", "2023-03-02", PUBLISHED, "2023-03-02"),
        ("on the same day", "2023-05-21", PUBLISHED, "2023-05-21"),
        # it says something else, or more than the words do
        ("on the 21st", "2023-05-20", PUBLISHED, "refused D314"),
        ("May 2023", "2023-05-20", PUBLISHED, "refused D314"),
        ("last Friday", "2023-05-18", PUBLISHED, "refused D314"),
        ("03/04/2023", "2023-05-03", PUBLISHED, "refused D314"),
        ("recently", "2023-06-20", "2023-05-22", "refused D314"),
        ("since the 20th", "2023-05-19", "2023-05-22", "refused D314"),
        ("on the 21st", "undecided", PUBLISHED, "refused D314"),
        ("on the day of the great battle", "undecided", PUBLISHED, "refused D314"),
        # it is not a date
        ("last Friday", "the 19th", PUBLISHED, "refused D313"),
        ("last Friday", "2023-02-30", PUBLISHED, "refused D304"),
        ("x" * 300, "2023-05-20", PUBLISHED, "refused D316"),
    ],
)  # fmt: skip
def test_an_editors_reading(phrase: str, reading: str, point: str, result: str) -> None:
    found = reading_fits(phrase, reading, anchor(point))
    assert outcome(found) == result
    if isinstance(found, Resolution):
        assert found.rule == ("undecided" if reading == "undecided" else "editor-reading")


def test_a_reading_that_only_repeats_the_words_is_not_the_editors() -> None:
    found = reading_fits("on the 21st", "2023-05-21", anchor(PUBLISHED))
    assert found == resolve("on the 21st", anchor(PUBLISHED))


def test_an_undecided_reading_of_open_dates_stays_open() -> None:
    found = reading_fits("до 24 лютого 2022 року", "undecided", None, language="uk", zone="Europe/Kyiv")
    assert isinstance(found, Resolution)
    assert found.earliest is None
    assert found.latest is not None
    assert found.latest.isoformat() == "2022-02-25T00:00:00+02:00"


def test_a_reading_with_an_offset_is_compared_with_a_zone() -> None:
    found = reading_fits("unstated", "2023-05-22T05:26+03:00", None, zone="Europe/Kyiv")
    assert isinstance(found, Resolution)
    aware = reading_fits("since 20 May 2023", "2023-05-22T05:26:00+03:00", None)
    assert isinstance(aware, Resolution)


def day(text: str) -> Resolution:
    found = resolution_from_edtf(text)
    assert isinstance(found, Resolution)
    return found


def test_bounds_cut_an_open_date() -> None:
    after = limit(unstated(), not_before=day("2023-05-20").earliest)
    assert isinstance(after, Resolution)
    assert short(after) == "20 May or later"
    both = limit(after, not_after=day("2023-05-22").latest)
    assert isinstance(both, Resolution)
    assert (both.precision, both.edtf) == (Precision.INTERVAL, "2023-05-20/2023-05-22")
    assert "Limited by bounds" in both.explanation
    month = limit(day("2023-05"), not_before=day("2023-05-20").earliest)
    assert isinstance(month, Resolution)
    assert month.edtf == "2023-05-20/2023-05-31"


def test_bounds_do_not_change_a_day_but_may_contradict_it() -> None:
    assert limit(day("2023-05-21"), not_before=day("2023-05-20").earliest) == day("2023-05-21")
    assert limit(
        day("2023-05-21"), not_after=day("2023-05-22").latest, not_before=day("2023-05-21").earliest
    ) == day("2023-05-21")
    wrong = limit(day("2023-05-21"), not_after=day("2023-05-20").latest)
    assert isinstance(wrong, Refusal)
    assert wrong.code == "D315"
    crossed = limit(unstated(), not_before=day("2023-05-22").earliest, not_after=day("2023-05-20").latest)
    assert isinstance(crossed, Refusal)


def test_bounds_with_and_without_a_zone_are_compared_by_their_local_time() -> None:
    aware = answer("May 2023", zone="Europe/Kyiv")
    found = limit(aware, not_before=datetime(2023, 5, 20))
    assert isinstance(found, Resolution)
    assert found.edtf == "2023-05-20/2023-05-31"


def test_no_bounds_change_nothing() -> None:
    assert limit(unstated()) == unstated()


def test_one_date_anchors_another() -> None:
    first = answer("on the evening of the 21st", PUBLISHED)
    assert anchor_from(first, label="the attack").part == "evening"
    assert anchor_from(first).kind == "event"


@pytest.mark.parametrize(
    ("text", "words", "uncertain", "approximate"),
    [
        ("1916-04?", "April 1916, uncertain", True, False), ("1916-04%", "about April 1916, uncertain", True, True), ("1916-04~", "about April 1916", False, True),
        ("1916-04", "April 1916", False, False), ("2023-05-21?", "Sunday 21 May 2023, whole day, uncertain", True, False), ("?1916-04-24", "Monday 24 April 1916, whole day, uncertain", True, False),
    ],
)  # fmt: skip
def test_an_uncertain_date_says_so(text: str, words: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001
    found = resolve(text, None)
    assert isinstance(found, Resolution)
    assert (found.uncertain, found.approximate) == (uncertain, approximate)
    assert long(found) == words
    assert ("uncertain" in found.explanation) == uncertain
    assert resolution_from_edtf(text).uncertain == uncertain  # type: ignore[union-attr]


@pytest.mark.parametrize("offset", ["+03:00", "+02:00"])
def test_an_offset_decides_a_doubled_time(offset: str) -> None:
    found = reading_fits(
        "at 3:30 am on 29 October 2023", f"2023-10-29T03:30{offset}", None, zone="Europe/Kyiv"
    )
    assert isinstance(found, Resolution)
    assert found.earliest is not None
    assert found.earliest.isoformat() == f"2023-10-29T03:30:00{offset}"


def test_an_offset_that_no_clock_showed_decides_nothing() -> None:
    found = reading_fits("at 3:30 am on 29 October 2023", "2023-10-29T03:30+05:00", None, zone="Europe/Kyiv")
    assert isinstance(found, Refusal)
    assert found.code == "D314"


def test_years_before_1000_are_years_unless_they_are_times() -> None:
    assert resolve("0476", None).earliest == datetime(476, 1, 1)  # type: ignore[union-attr]
    assert resolve("0526", None).code == "D306"  # type: ignore[union-attr]
    beyond = resolve("-0043-03-15", None)
    assert isinstance(beyond, Refusal)
    assert "`unstated`" in beyond.hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Europe/Lisboa", "did you mean Europe/Lisbon?"), ("Portugal/Lisbon", "did you mean Europe/Lisbon?"), ("Europe/Kyjiv", "did you mean Europe/Kyiv?"), ("nowhere at all", "use an IANA name")],
)  # fmt: skip
def test_an_unknown_zone_names_the_nearest(name: str, hint: str) -> None:
    found = resolve("1989", None, zone=name)
    assert isinstance(found, Refusal)
    assert found.hint.startswith(hint)
