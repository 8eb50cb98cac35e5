"""What is kept between phrases must not show: the words, the order and the anchors alone decide the answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.dates.said import anchor
from timeline.dates import Resolution, Settings, answer_line, batch, iso, parse, resolve
from timeline.dates.context import AHEAD, Context, yearly
from timeline.dates.spans import DAY, Span, day_span, month_span, quarter_span, season_span, span_of_day
from timeline.dates.standpoint import Standpoint

PHRASES = (
    "the same day", "the interval", "on Friday", "currently", "two days later", "no later than that", "the day before", "5 pm",
    "the same period last year", "recently", "the third quarter", "in the evening", "1 June", "1989", "three hours later", "then",
)  # fmt: skip
ANCHORS = (
    "2023-05-22", "2023-05", "2023-05-22/2023-06-02", "unstated", "2023-05-22T05:26:00+03:00", "2023-05-22T02:26:00Z", "../2023-05-22",
    "nonsense",
)  # fmt: skip


def asked() -> list[str]:
    """Every phrase from every anchor, in two zones."""
    return [
        json.dumps({"phrase": phrase, "anchor": anchor, "anchor_kind": kind, "lang": "en", "zone": zone})
        for anchor in ANCHORS
        for kind in ("source", "event")
        for zone in (None, "Europe/Kyiv", "America/New_York", "Europe/Nowhere")
        for phrase in PHRASES
    ]


def forget() -> None:
    for kept in (batch._answered, batch._place, parse.expression_of):
        kept.cache_clear()


def test_no_phrase_changes_what_another_of_its_anchor_says() -> None:
    lines = asked()
    alone = {}
    for line in lines:
        forget()
        alone[line] = answer_line(line)
    forget()
    assert {line: answer_line(line) for line in lines} == alone
    forget()
    assert {line: answer_line(line) for line in reversed(lines)} == alone
    assert len(set(alone.values())) > 200


OF_AN_UNDATED_EVENT = {
    "the same period": "year-ago-period",
    "in the evening": "bare-part-of-the-day",
    "the following Friday": "following-weekday",
    "unstated": "unstated",
}


@pytest.mark.parametrize("first", OF_AN_UNDATED_EVENT)
def test_a_reading_without_a_date_is_named_after_its_own_rule(first: str) -> None:
    event = anchor("unstated", "event")
    resolve(first, event)
    for phrase, rule in OF_AN_UNDATED_EVENT.items():
        found = resolve(phrase, event)
        assert isinstance(found, Resolution)
        assert (phrase, found.rule) == (phrase, rule)


OF_A_YEAR: dict[str, Callable[[int], Span]] = {
    "1 January": lambda year: day_span(year, 1, 1),
    "31 December": lambda year: day_span(year, 12, 31),
    "the night to 1 January": lambda year: day_span(year - 1, 12, 31),
    "March": lambda year: month_span(year, 3),
    "the first quarter": lambda year: quarter_span(year, 1),
    "winter": lambda year: season_span(year, 4),
}


@pytest.mark.parametrize("noun", OF_A_YEAR)
def test_what_begins_within_92_days_is_offered_on_every_day_of_a_year(noun: str) -> None:
    make = OF_A_YEAR[noun]
    begins = [make(year).start for year in (2023, 2024)]
    for number in range(365):
        base = datetime(2023, 1, 1) + number * DAY
        policy = Context(
            Standpoint(base, span_of_day(base)), future=False, settings=Settings(), language="en"
        )
        found = {span.start for span in yearly(policy, make, noun)}
        soon = {start for start in begins if start is not None and base < start <= base + AHEAD}
        assert {start for start in found if start is not None and start > base} == soon


@pytest.mark.parametrize("moment", [
    datetime(1, 1, 1), datetime(999, 12, 31), datetime(1000, 1, 1), datetime(2023, 5, 2), datetime(9999, 12, 31),
    datetime(2023, 5, 2, 5, 26), datetime(2023, 5, 2, 0, 0, 0, 1), datetime(2023, 5, 2, tzinfo=UTC), datetime(2023, 10, 29, 3, 0, fold=1),
    datetime(2023, 5, 2, tzinfo=ZoneInfo("Europe/Kyiv")),
])  # fmt: skip
def test_a_moment_is_written_as_the_standard_library_writes_it(moment: datetime) -> None:
    assert iso.write(moment) == moment.isoformat()
    assert iso.write_day(moment) == moment.date().isoformat()
