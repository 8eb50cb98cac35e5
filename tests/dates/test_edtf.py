"""The reader and writer of the Extended Date/Time Format, level by level."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.dates import Precision, edtf
from timeline.dates.spans import Span, day_span, replace, season_span


@pytest.mark.parametrize(
    ("text", "level", "first", "last"),
    [
        # level 0
        ("2023-05-21", 0, (2023, 5, 21), (2023, 5, 21)), ("2023-05", 0, (2023, 5, 1), (2023, 5, 31)), ("2023", 0, (2023, 1, 1), (2023, 12, 31)),
        ("2024-02", 0, (2024, 2, 1), (2024, 2, 29)), ("2023-05-22T05:26:10", 0, (2023, 5, 22), (2023, 5, 22)), ("2023-05-22T05:26:10Z", 0, (2023, 5, 22), (2023, 5, 22)),
        ("2023-05-22T05:26:10+03", 0, (2023, 5, 22), (2023, 5, 22)), ("2023-05-22T05:26:10-03:30", 0, (2023, 5, 22), (2023, 5, 22)),
        ("2022/2023-05", 0, (2022, 1, 1), (2023, 5, 31)), ("0000", 0, (0, 1, 1), (0, 12, 31)),
        # level 1
        ("Y12023", 1, (12023, 1, 1), (12023, 12, 31)), ("Y-12023", 1, (-12023, 1, 1), (-12023, 12, 31)), ("2023-22", 1, (2023, 6, 1), (2023, 8, 31)),
        ("2023-24", 1, (2023, 12, 1), (2024, 2, 29)), ("2023?", 1, (2023, 1, 1), (2023, 12, 31)), ("2023-05~", 1, (2023, 5, 1), (2023, 5, 31)),
        ("2023-05-21%", 1, (2023, 5, 21), (2023, 5, 21)), ("202X", 1, (2020, 1, 1), (2029, 12, 31)), ("20XX", 1, (2000, 1, 1), (2099, 12, 31)),
        ("2023-XX", 1, (2023, 1, 1), (2023, 12, 31)), ("2023-05-XX", 1, (2023, 5, 1), (2023, 5, 31)), ("2023-XX-XX", 1, (2023, 1, 1), (2023, 12, 31)),
        ("2023-05-21/..", 1, (2023, 5, 21), None), ("../2023-05", 1, None, (2023, 5, 31)), ("2023-05/", 1, (2023, 5, 1), None), ("/2023", 1, None, (2023, 12, 31)),
        ("-0044", 1, (-44, 1, 1), (-44, 12, 31)), ("2022~/2023-05-21?", 1, (2022, 1, 1), (2023, 5, 21)),
        # level 2
        ("Y-2E6", 2, (-2000000, 1, 1), (-2000000, 12, 31)), ("1914S3", 2, (1910, 1, 1), (1919, 12, 31)), ("-1914S3", 2, (-1919, 1, 1), (-1910, 12, 31)),
        ("Y120230S3", 2, (120000, 1, 1), (120999, 12, 31)), ("2023-29", 2, (2023, 9, 1), (2023, 11, 30)), ("2023-36", 2, (2023, 10, 1), (2023, 12, 31)),
        ("2023-38", 2, (2023, 5, 1), (2023, 8, 31)), ("2023-41", 2, (2023, 7, 1), (2023, 12, 31)), ("[2021,2023-05]", 2, (2021, 1, 1), (2023, 5, 31)),
        ("[..2023-05-21]", 2, None, (2023, 5, 21)), ("{2021..2023}", 2, (2021, 1, 1), (2023, 12, 31)), ("[2021-05..]", 2, (2021, 5, 1), None), ("[2021,2022-03,2023-05..]", 2, (2021, 1, 1), None), ("{..2021,2022}", 2, None, (2022, 12, 31)),
        ("2023-05-XX/2023-06-03", 2, (2023, 5, 1), (2023, 6, 3)), ("202X/2030", 2, (2020, 1, 1), (2030, 12, 31)),
        ("[2023-05-22..2023-05-31]", 2, (2023, 5, 22), (2023, 5, 31)), ("2023~-05-21", 2, (2023, 5, 21), (2023, 5, 21)), ("?2023-05-~21", 2, (2023, 5, 21), (2023, 5, 21)),
        ("2023-1X", 2, (2023, 10, 1), (2023, 12, 31)), ("2023-XX-21", 2, (2023, 1, 21), (2023, 12, 21)), ("20X4-02-29", 2, (2004, 2, 29), (2084, 2, 29)), ("20X0-02-29", 2, (2000, 2, 29), (2080, 2, 29)), ("2XXX-02-29", 2, (2000, 2, 29), (2996, 2, 29)),
        ("1XXX", 2, (1000, 1, 1), (1999, 12, 31)), ("..2021/2023..", 2, (2021, 1, 1), (2023, 12, 31)), ("2023-05-3X", 2, (2023, 5, 30), (2023, 5, 31)),
    ],
)  # fmt: skip
def test_a_string_of_the_standard(
    text: str, level: int, first: edtf.Ymd | None, last: edtf.Ymd | None
) -> None:
    value = edtf.parse(text)
    assert value is not None
    assert (value.level, value.first, value.last) == (level, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "21 May", "2023-13", "2023-00", "2023-20", "2023-42", "2023-02-29", "2023-04-31", "2023-05-32", "2023-05-00", "2023-5", "2023-5-1", "202", "20230521",
        "2023-05-21T24:30:00", "2023-05-21T05:60:00", "2023-05-21T05:26", "2023-05-21T05:26:00-00:00", "2023-05-21T05:26:00+15:00", "2023-22-01", "2023-05-4X", "Y2023", "Y12023-05", "Y02E5", "Y1E2",
        "-0000", "2023-(05)?", "2023??", "/", "../..", "2023/2022", "2023/2024/2025", "2023/x", "x/2023", "[2023", "[]", "[2023,]", "[..]", "{2023]", "[x]",
        "2023-05-22T05:26:10/2023", "[2023-05-22T05:26:10]", "[2023-05-22T05:26:10..]", "X023-5", "20X3-24", "20X3-02-29", "190X-02-30", "2023S5", "202XS2", "2023-05S2", "２０２３", "2023\n", "2023-9X", "2023-02-3X",
        "1" * 500,
    ],
)  # fmt: skip
def test_a_string_that_is_not_edtf(text: str) -> None:
    assert edtf.parse(text) is None


def test_qualifiers_are_told_apart() -> None:
    cases = {
        "2023~": (True, False),
        "2023?": (False, True),
        "2023%": (True, True),
        "2023": (False, False),
        "2022~/2023": (True, False),
        "[2022?,2023]": (False, True),
    }
    for text, (approximate, uncertain) in cases.items():
        value = edtf.parse(text)
        assert value is not None
        assert (value.approximate, value.uncertain) == (approximate, uncertain)


def test_precision_is_never_finer_than_the_string() -> None:
    cases = {
        "2023": "year", "2023-05": "month", "2023-05-21": "day", "202X": "decade", "20XX": "century", "2023-XX": "year", "2023-05-XX": "month", "2023-XX-XX": "year",
        "2023-22": "season", "2023-34": "quarter", "2023-40": "half", "2023-37": "interval", "2022/2023": "interval", "1914S3": "decade", "19X4-05": "interval",
        "2023-05-22T05:26:10": "instant", "[2023-05]": "month", "XXXX": "interval", "2023-XX-21": "interval", "1914S4": "year",
    }  # fmt: skip
    for text, precision in cases.items():
        value = edtf.parse(text)
        assert value is not None, text
        assert value.precision == precision, text


def test_open_and_unknown_ends_are_told_apart() -> None:
    opened, unknown = edtf.parse("2023/.."), edtf.parse("2023/")
    assert opened is not None
    assert unknown is not None
    assert (opened.open_end, unknown.open_end) == (True, False)


def test_years_beyond_the_calendar_have_no_span() -> None:
    for text in ("Y12023", "-0044", "0000", "9999"):
        value = edtf.parse(text)
        assert value is not None
        assert value.span is None


def test_what_is_written_reads_the_same() -> None:
    spans = [
        day_span(2023, 5, 21), season_span(2014, 4), Span(None, datetime(2023, 5, 22), Precision.INTERVAL), Span(datetime(2023, 5, 22), None, Precision.UNSTATED),
        Span(datetime(2023, 5, 1), datetime(2023, 5, 11), Precision.INTERVAL, approximate=True), Span(datetime(1914, 1, 1), datetime(1915, 1, 1), Precision.YEAR, approximate=True),
    ]  # fmt: skip
    for span in spans:
        text = edtf.write(span)
        assert text is not None
        value = edtf.parse(text)
        assert value is not None
        assert value.span is not None
        assert (value.span.start, value.span.end) == (span.start, span.end)
        assert value.approximate == span.approximate


def test_what_edtf_cannot_say_is_not_written() -> None:
    assert edtf.write(Span(datetime(2023, 5, 21, 18), datetime(2023, 5, 22), Precision.PART_OF_DAY)) is None
    assert edtf.write(Span(None, None, Precision.UNSTATED)) is None


@pytest.mark.parametrize(
    "text",
    [
        "2022~/2023", "2022/2023~", "2022?/2023", "{2021~,2023}", "[2021,2022?]", "2023-05~", "2023?-05-21", "2023%", "[..2021]", "2023-29",
        "2023-05-21/..", "../2023", "2023-05-22T05:26:10", "2023-05-22T05:26:10Z", "1914S3", "20X4-02-29",
    ],
)  # fmt: skip
def test_what_is_written_is_what_was_read(text: str) -> None:
    """A mark that stands at one part is never spread over the others."""
    value = edtf.parse(text)
    assert value is not None
    assert value.span is not None
    assert edtf.write(value.span) == text


def test_a_second_is_written_and_what_is_shorter_or_longer_is_not() -> None:
    second = Span(datetime(2023, 5, 21, 5, 26), datetime(2023, 5, 21, 5, 26, 1), Precision.INSTANT)
    assert edtf.write(second) == "2023-05-21T05:26:00"
    assert edtf.write(replace(second, warnings=("it came twice",))) is None
    assert edtf.write(replace(second, end=datetime(2023, 5, 21, 5, 27))) is None
    assert edtf.write(replace(second, precision=Precision.MINUTE, end=datetime(2023, 5, 21, 5, 27))) is None


@pytest.mark.parametrize(
    ("start", "end", "precision", "text"),
    [
        (datetime(2023, 12, 1), datetime(2024, 3, 1), Precision.SEASON, "2023-24"), (datetime(2023, 4, 1), datetime(2023, 7, 1), Precision.QUARTER, "2023-34"),
        (datetime(2023, 7, 1), datetime(2024, 1, 1), Precision.HALF, "2023-41"), (datetime(1980, 1, 1), datetime(1990, 1, 1), Precision.DECADE, "198X"),
        (datetime(1900, 1, 1), datetime(2000, 1, 1), Precision.CENTURY, "19XX"), (datetime(2023, 6, 2), datetime(2023, 9, 2), Precision.SEASON, "2023-06-02/2023-09-01"),
        (datetime(2023, 6, 1), datetime(2023, 8, 1), Precision.SEASON, "2023-06-01/2023-07-31"), (datetime(1985, 1, 1), datetime(1995, 1, 1), Precision.DECADE, "1985-01-01/1994-12-31"),
    ],
)  # fmt: skip
def test_a_period_of_the_calendar_is_written_by_its_number_only_if_it_is_one(
    start: datetime, end: datetime, precision: Precision, text: str
) -> None:
    assert edtf.write(Span(start, end, precision)) == text
