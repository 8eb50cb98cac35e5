"""Zones, the night the clocks jump, and the night they come back."""

from __future__ import annotations

import pytest

from tests.dates.said import answer, asked, refusal
from timeline.dates import zone_of


@pytest.mark.parametrize(
    "name", ["Europe/Kyiv", "America/Argentina/Buenos_Aires", "UTC", "Z", "+03:00", "-0430", "+14:00"]
)
def test_a_zone_that_exists(name: str) -> None:
    assert zone_of(name) is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Europe/Kyjiv",
        "../../etc/passwd",
        "Europe",
        "+15:00",
        "+03:75",
        "Europe/Kyiv/",
        "zone.tab",
        "x" * 500,
        "tzdata.zi",
        "Kyiv\x00",
    ],
)
def test_a_zone_that_does_not(name: str) -> None:
    assert zone_of(name) is None


@pytest.mark.parametrize(
    ("phrase", "point", "zone", "result"),
    [
        # naive stays naive; a zone, the anchor's or the phrase's, gives offsets
        ("5:26 am", "2023-05-22", None, "2023-05-22T05:26/2023-05-22T05:27"),
        ("5:26 am", "2023-05-22", "Europe/Kyiv", "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        ("5:26 am", "2023-01-22T09:00:00+02:00[Europe/Kyiv]", None, "2023-01-22T05:26+02:00/2023-01-22T05:27+02:00"),
        ("5:26 am GMT", "2023-05-22", "Europe/Kyiv", "2023-05-22T05:26+00:00/2023-05-22T05:27+00:00"),
        ("5:26 am EEST", "2023-05-22", None, "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        ("5:26 am Kyiv time", "2023-05-22", None, "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        ("05:26 UTC+3", "2023-05-22", None, "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        ("05:26 UTC-3", "2023-05-22", None, "2023-05-22T05:26-03:00/2023-05-22T05:27-03:00"),
        ("05:26 +3", "2023-05-22", None, "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        ("5:26 am local time", "2023-05-22", "Europe/Kyiv", "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        # the anchor's day is that of its own zone
        ("yesterday", "2023-05-22T00:30:00+03:00[Europe/Kyiv]", None, "2023-05-21"),
        ("today", "2023-05-21T22:30:00Z", "Europe/Kyiv", "2023-05-22"),
        ("today", "2023-05-21T22:30:00Z", None, "2023-05-21"),
        ("2023-05-22T02:26:00Z", "", "Europe/Kyiv", "2023-05-22T02:26:00Z"),
        # the night the clocks jump
        ("2:30 am on 26 March 2023", "", "Europe/Berlin", "refused D310"),
        ("half past two in the morning", "2023-03-26", "Europe/Berlin", "refused D310"),
        ("half past two", "2023-03-26", "Europe/Berlin", "refused D310"),
        ("2:30 am on 27 March 2023", "", "Europe/Berlin", "2023-03-27T02:30+02:00/2023-03-27T02:31+02:00"),
        ("3:30 am on 26 March 2023", "", "Europe/Kyiv", "refused D310"),
        # both offsets are in the interval
        ("3:30 am on 29 October 2023", "", "Europe/Kyiv", "2023-10-29T03:30+03:00/2023-10-29T03:31+02:00"),
        ("3:30 am EET on 29 October 2023", "", "Europe/Kyiv", "2023-10-29T03:30+02:00/2023-10-29T03:31+02:00"),
        ("yesterday", "2023-05-22", "Mars/Olympus", "refused D309"),
    ],
)  # fmt: skip
def test_a_time_in_its_zone(phrase: str, point: str, zone: str | None, result: str) -> None:
    assert asked(phrase, point, zone=zone) == result


def test_a_doubled_hour_warns() -> None:
    found = answer("3:30 am on 29 October 2023", zone="Europe/Kyiv")
    assert len(found.warnings) == 1
    assert "occurred twice" in found.warnings[0]


def test_a_skipped_hour_names_the_zone() -> None:
    assert "Europe/Kyiv" in refusal("3:30 am on 26 March 2023", zone="Europe/Kyiv").message


def test_a_day_is_as_long_as_its_zone_makes_it() -> None:
    found = answer("26 March 2023", zone="Europe/Kyiv")
    assert found.earliest is not None
    assert found.latest is not None
    assert (found.latest.timestamp() - found.earliest.timestamp()) / 3600 == 23


def test_a_day_whose_midnight_was_skipped_begins_when_the_clocks_do() -> None:
    found = answer("2 November 2008", zone="America/Havana")
    assert found.earliest is not None
    early = answer("16 March 2008", zone="America/Havana")
    assert early.earliest is not None
    assert early.earliest.isoformat() == "2008-03-16T01:00:00-04:00"
