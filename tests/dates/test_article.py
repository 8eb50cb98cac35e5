"""The phrases of the article about Bakhmut, which was published after 22 May 2023 and within days of it."""

from __future__ import annotations

import pytest

from tests.dates.said import anchor, asked
from timeline.dates import Resolution, anchor_from, long, machine_value, resolve, short, time_label, unstated

PUBLISHED = "[2023-05-22..2023-05-31]"


@pytest.mark.parametrize(
    ("phrase", "point", "kind", "result"),
    [
        ("on the 21st", PUBLISHED, "source", "2023-05-21"),
        ("On the 22nd", PUBLISHED, "source", "2023-05-22"),
        ("on the evening of the 21st", PUBLISHED, "source", "2023-05-21T18:00+03:00/2023-05-22T00:00+03:00"),
        (
            "In the early morning of the 22nd",
            PUBLISHED,
            "source",
            "2023-05-22T00:00+03:00/2023-05-22T06:00+03:00",
        ),
        ("at around 5:26 am", "2023-05-22", "event", "2023-05-22T05:26+03:00/2023-05-22T05:27+03:00"),
        ("Currently", PUBLISHED, "source", "2023-05-22/2023-05-31"),
        ("On the same day", "2023-05-21", "event", "2023-05-21"),
        ("after losing Bakhmut", "2023-05-21", "event", "2023-05-21/.."),
        ("last Friday", PUBLISHED, "source", "refused D303"),
        ("2023-05-21", PUBLISHED, "source", "2023-05-21"),
        ("unstated", PUBLISHED, "source", "unstated"),
    ],
)
def test_a_phrase_of_the_article(phrase: str, point: str, kind: str, result: str) -> None:
    assert asked(phrase, point, kind=kind, zone="Europe/Kyiv") == result


def test_the_same_day_of_an_undated_event_is_undated() -> None:
    undated = anchor_from(unstated(), label="a claim whose beginning is lost")
    found = resolve("On the same day", undated)
    assert isinstance(found, Resolution)
    assert (found.earliest, found.latest, found.precision) == (None, None, "unstated")


def test_the_outage_is_worded_as_the_source_has_it() -> None:
    day = resolve("On the 22nd", anchor(PUBLISHED), zone="Europe/Kyiv")
    assert isinstance(day, Resolution)
    outage = resolve("at around 5:26 am", anchor_from(day, label="the announcement"), zone="Europe/Kyiv")
    assert isinstance(outage, Resolution)
    assert short(outage) == "22 May, about 05:26"
    assert long(outage) == "Monday 22 May 2023, about 05:26"
    assert machine_value(outage) == "2023-05-22T05:26+03:00"
    label = time_label(outage)
    assert label is not None
    assert (label.text, label.note) == ("05:26", "about")
    assert outage.approximate
    assert outage.rule == "clock-time"


def test_an_explanation_names_rule_and_anchor() -> None:
    found = resolve("on the 21st", anchor(PUBLISHED))
    assert isinstance(found, Resolution)
    assert "bare-day-number" in found.explanation
    assert (
        "the latest 21st on or before the anchor (between 22 and 31 May 2023; every day in it gives the same)"
        in found.explanation
    )
