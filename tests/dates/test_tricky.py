"""Phrases on which tools go wrong: clock changes, midnight, missing days, zones, contradictions."""

from __future__ import annotations

import pytest

from timeline.dates import Refusal, parse_anchor, resolve

KYIV, NEW_YORK = "Europe/Kyiv", "America/New_York"
SPRING = "2023-03-26T05:00:00+03:00[Europe/Kyiv]"
AUTUMN = "2023-10-29T04:30:00+02:00[Europe/Kyiv]"
ARTICLE = "[2023-05-22..2023-05-31]"


def told(phrase: str, point: str, zone: str | None) -> str:
    """The bounds with their offsets, without seconds; a refusal as its code and its readings."""
    start = parse_anchor(point) if point else None
    assert not isinstance(start, Refusal)
    found = resolve(phrase, start, zone=zone)
    if isinstance(found, Refusal):
        return " ".join([found.code, *(reading.edtf for reading in found.readings)])
    ends = [end.isoformat(timespec="minutes") if end else ".." for end in (found.earliest, found.latest)]
    return " ".join([*ends, *(["warned"] if found.warnings else [])])


@pytest.mark.parametrize(
    ("phrase", "point", "zone", "answer"),
    [
        # the hour that the clocks skipped, and the one that they showed twice
        ("3:30 am on 26 March 2023", "", KYIV, "D310 2023-03-26T03:30/2023-03-26T03:31"),
        ("2:30 am on 12 March 2023", "", NEW_YORK, "D310 2023-03-12T02:30/2023-03-12T02:31"),
        ("2:30 am on 12 March 2023", "", KYIV, "2023-03-12T02:30+02:00 2023-03-12T02:31+02:00"),
        ("3 am on 26 March 2023", "", KYIV, "D310 2023-03-26T03:00/2023-03-26T04:00"),
        ("4 am on 26 March 2023", "", KYIV, "2023-03-26T04:00+03:00 2023-03-26T05:00+03:00"),
        ("from 3:15 to 3:45 am on 26 March 2023", "", KYIV, "D310 2023-03-26T03:15/2023-03-26T03:45"),
        ("between 2 am and 5 am on 26 March 2023", "", KYIV, "2023-03-26T02:00+02:00 2023-03-26T05:00+03:00"),
        ("3:30 am on 29 October 2023", "", KYIV, "2023-10-29T03:30+03:00 2023-10-29T03:31+02:00 warned"),
        ("1:30 am on 5 November 2023", "", NEW_YORK, "2023-11-05T01:30-04:00 2023-11-05T01:31-05:00 warned"),
        ("1:30 am EST on 5 November 2023", "", NEW_YORK, "2023-11-05T01:30-05:00 2023-11-05T01:31-05:00"),
        ("between 3:15 am and 3:45 am on 29 October 2023", "", KYIV, "2023-10-29T03:15+03:00 2023-10-29T03:45+02:00 warned"),
        ("2023-10-29T03:30+02:00", "", KYIV, "2023-10-29T03:30+02:00 2023-10-29T03:31+02:00"),
        ("26 March 2023", "", KYIV, "2023-03-26T00:00+02:00 2023-03-27T00:00+03:00"),
        ("the night of 25-26 March 2023", "", KYIV, "2023-03-25T21:00+02:00 2023-03-26T06:00+03:00"),
        ("overnight on 25-26 March 2023", "", KYIV, "2023-03-25T21:00+02:00 2023-03-26T06:00+03:00"),
        # hours pass by instants, not by clocks
        ("three hours ago", SPRING, None, "2023-03-26T01:00+02:00 2023-03-26T02:00+02:00"),
        ("over the past 24 hours", SPRING, None, "2023-03-25T04:00+02:00 2023-03-26T05:00+03:00"),
        ("an hour ago", AUTUMN, None, "2023-10-29T03:30+02:00 2023-10-29T04:30+02:00"),
        ("two hours ago", AUTUMN, None, "2023-10-29T03:30+03:00 2023-10-29T04:30+03:00"),
        ("three hours ago", "2023-05-22T00:30:00+03:00[Europe/Kyiv]", NEW_YORK, "2023-05-21T14:30-04:00 2023-05-21T15:30-04:00"),
        # midnight, noon, 24:00
        ("midnight", "2023-05-22", KYIV, "D302 2023-05-22T00:00/2023-05-22T00:01 2023-05-23T00:00/2023-05-23T00:01"),
        ("midnight on 21 May 2023", "", KYIV, "D302 2023-05-21T00:00/2023-05-21T00:01 2023-05-22T00:00/2023-05-22T00:01"),
        ("noon local time", "2023-05-22", KYIV, "2023-05-22T12:00+03:00 2023-05-22T12:01+03:00"),
        ("24:00 on 21 May 2023", "", KYIV, "2023-05-22T00:00+03:00 2023-05-22T00:01+03:00"),
        ("12 am on 21 May 2023", "", KYIV, "2023-05-21T00:00+03:00 2023-05-21T01:00+03:00"),
        ("12 pm on 21 May 2023", "", KYIV, "2023-05-21T12:00+03:00 2023-05-21T13:00+03:00"),
        ("0:30 am on 21 May 2023", "", KYIV, "2023-05-21T00:30+03:00 2023-05-21T00:31+03:00"),
        ("25:10 on 21 May 2023", "", KYIV, "D304"),
        # days that do not exist, and weekdays that contradict
        ("29 February", "2023-03-02", KYIV, "D304"),
        ("29 February 2024", "", KYIV, "2024-02-29T00:00+02:00 2024-03-01T00:00+02:00"),
        ("the 31st", "2023-03-02", KYIV, "D304 2023-01-31 2023-03-31"),
        ("the 31st", "2023-04-02", KYIV, "2023-03-31T00:00+03:00 2023-04-01T00:00+03:00"),
        ("Thursday 21 June 2023", "", KYIV, "D305 2023-06-21"),
        ("Monday 22 May", "2024-05-22", KYIV, "D305 2024-05-22"),
        ("Thursday yesterday", "2023-05-22", KYIV, "D305 2023-05-21"),
        ("03/04/2023", "", KYIV, "D302 2023-04-03 2023-03-04"),
        ("13/04/2023", "", KYIV, "2023-04-13T00:00+03:00 2023-04-14T00:00+03:00"),
        ("one month ago", "2023-03-31", KYIV, "2023-02-01T00:00+02:00 2023-03-01T00:00+02:00"),
        ("2023-W53", "", KYIV, "D304"),
        ("2020-W53-7", "", KYIV, "2021-01-03T00:00+02:00 2021-01-04T00:00+02:00"),
        # anchors just after midnight, in their own zone
        ("yesterday", "2023-05-22T00:30:00+03:00", None, "2023-05-21T00:00+03:00 2023-05-22T00:00+03:00"),
        ("yesterday", "2023-05-21T22:30:00Z", KYIV, "2023-05-21T00:00+03:00 2023-05-22T00:00+03:00"),
        ("today", "2023-05-21T22:30:00Z", NEW_YORK, "2023-05-21T00:00-04:00 2023-05-22T00:00-04:00"),
        ("last year", "2023-01-01T00:30:00+02:00[Europe/Kyiv]", None, "2022-01-01T00:00+02:00 2023-01-01T00:00+02:00"),
        ("last night", "2023-05-22T00:30:00+03:00[Europe/Kyiv]", None, "2023-05-21T18:00+03:00 2023-05-22T06:00+03:00"),
        ("the day before yesterday", "2023-03-01T00:30:00+02:00[Europe/Kyiv]", None, "2023-02-27T00:00+02:00 2023-02-28T00:00+02:00"),
        # an anchor that is an interval
        ("last Friday", ARTICLE, KYIV, "D303 2023-05-19 2023-05-26"),
        ("on the 21st", ARTICLE, KYIV, "2023-05-21T00:00+03:00 2023-05-22T00:00+03:00"),
        ("last month", ARTICLE, KYIV, "2023-04-01T00:00+03:00 2023-05-01T00:00+03:00"),
        # other clocks
        ("21 May 2023 at 5 pm GMT", "", KYIV, "2023-05-21T17:00+00:00 2023-05-21T18:00+00:00"),
        ("at 17:00 Moscow time on 21 May 2023", "", KYIV, "2023-05-21T17:00+03:00 2023-05-21T17:01+03:00"),
        ("212130ZMAY23", "", KYIV, "2023-05-21T21:30+00:00 2023-05-21T21:31+00:00"),
    ],
)  # fmt: skip
def test_a_tricky_phrase(phrase: str, point: str, zone: str | None, answer: str) -> None:
    assert told(phrase, point, zone) == answer
