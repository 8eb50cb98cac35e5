"""Dates in numbers: "21/05/2023", "22.04", "05/2023", "week 3 of 2027"."""

from __future__ import annotations

from timeline.dates import iso
from timeline.dates.context import Context, attempt, yearly
from timeline.dates.rules.absolute import of_year, short_years, weekday_of
from timeline.dates.rules.base import fixed, with_weekday
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    MONTH_NAMES,
    ImpossibleDate,
    Span,
    because,
    day_span,
    month_span,
    replace,
    struck,
)
from timeline.dates.types import Precision


@rule(
    "iso-week",
    "Week by its number",
    "unit:UNIT number:NUM year:YEAR",
    "unit:UNIT number:NUM",
    "unit:UNIT number:NUM <year>",
    reason="The weeks of ISO 8601: week 1 is the one with the year's first Thursday.",
    examples=[Example("week 3 of 2027", "", "2027-01-18/2027-01-24")],
)
def iso_week(match: Match) -> Evaluator | None:
    """Name a week by its number."""
    number = match.number("number")
    if match.value("unit") != "week" or not 1 <= number <= 53:
        return None
    return of_year(
        match, lambda year: iso.parse(f"{year:04}-W{number:02}") or month_span(year, 13), f"week {number}"
    )


@rule(
    "numeric-date", "Date in numbers",
    "weekday:WEEKDAY? date:NUMERIC YEARWORD?", "weekday:WEEKDAY? date:ISO", "date:NUMERIC weekday:WEEKDAY",
    reason="Year first is ISO 8601. Dots, and every language but English, put the day first. With slashes or hyphens in English "
    "both orders are in use: where both give a day, both are offered and none is chosen. Six figures without marks may be in any of three orders.",
    examples=[
        Example("21/05/2023", "", "2023-05-21"),
        Example("03/04/2023", "", "refused D302"),
        Example("04/04/2023", "", "2023-04-04"),
        Example("3.4.2023", "", "2023-04-03"),
        Example("03/04/2023", "", "2023-04-03", language="uk"),
        Example("on 2023-5-1", "", "2023-05-01"),
        Example("891102", "1989-11-02", "1989-11-02"),
        Example("010203", "2003-05-01", "refused D302"),
    ],
)  # fmt: skip
def numeric_date(match: Match) -> Evaluator | None:
    """Read a date in numbers."""
    text, weekday = match.value("date"), weekday_of(match)
    if match.token("date").kind == "I" or (text[:4].isdigit() and len(text) != 6):
        return _year_first(text, weekday)
    if text.isdigit():
        return _without_marks(text, weekday)
    mark = next(sign for sign in text if not sign.isdigit())
    numbers = [int(number) for number in text.replace("/", "-").replace(".", "-").split("-")]
    if len({sign for sign in text if not sign.isdigit()}) != 1 or len(text.rsplit(mark, 1)[1]) == 3:
        return None
    long_year = len(text.rsplit(mark, 1)[1]) == 4

    def evaluate(context: Context) -> list[Span]:
        years = [numbers[2]] if long_year else short_years(numbers[2], context)
        both = mark != "." and context.language == "en"
        return with_weekday(
            [span for year in years for span in orders(numbers[0], numbers[1], year, both=both)], weekday
        )

    return evaluate


def _without_marks(text: str, weekday: int | None) -> Evaluator:
    """Read six figures as year, month, day; day, month, year; or month, day, year."""
    one, two, three = int(text[:2]), int(text[2:4]), int(text[4:])

    def evaluate(context: Context) -> list[Span]:
        spans = [
            because(attempt(lambda number: day_span(number, m, d), year), f"read as {order}")  # noqa: B023 -- called at once
            for y, m, d, order in ((one, two, three, "year, month, day"), (three, two, one, "day, month, year"), (three, one, two, "month, day, year"))
            for year in short_years(y, context)
        ]  # fmt: skip
        return with_weekday(spans, weekday)

    return evaluate


def orders(first: int, second: int, year: int, *, both: bool) -> list[Span]:
    """Read two numbers as day and month, and as month and day where that order is in use too."""
    spans = [because(attempt(lambda _: day_span(year, second, first), 0), "read as day, month, year")]
    if both and first != second:
        other = because(attempt(lambda _: day_span(year, first, second), 0), "read as month, day, year")
        spans.append(other)
    return spans


def _year_first(text: str, weekday: int | None) -> Evaluator | None:
    upper = text.upper().replace("/", "-").replace(".", "-")
    if "T" not in upper and upper.count("-") == 2:
        upper = "-".join(part.zfill(2) for part in upper.split("-"))
    if "[" in text:
        upper = upper[: upper.index("[")] + text[text.index("[") :]
    try:
        span = iso.parse(upper)
    except ImpossibleDate as impossible:
        span = struck(Span(None, None, Precision.UNSTATED), "D304", str(impossible))
    if span is None:
        return None
    spans = with_weekday([replace(span, why="the words name the day")], weekday)
    return lambda _context: spans


@rule(
    "numeric-day-and-month", "Day and month in numbers",
    "weekday:WEEKDAY? date:PAIR", "date:PAIR weekday:WEEKDAY",
    reason="As a date in numbers, in a year that is found as for a month and day.",
    examples=[
        Example("22/04", "2023-05-22", "2023-04-22"),
        Example("Monday 22/05", "2023-05-22", "2023-05-22"),
        Example("24.02", "2022-02-20", "2022-02-24", kind="event", language="uk"),
    ],
)  # fmt: skip
def numeric_day_and_month(match: Match) -> Evaluator | None:
    """Read day and month in numbers."""
    text, weekday = match.value("date"), weekday_of(match)
    mark = "." if "." in text else "/"
    first, second = (int(number) for number in text.split(mark))

    def evaluate(context: Context) -> list[Span]:
        pairs = [(first, second)]
        if mark == "/" and context.language == "en" and first != second:
            pairs.append((second, first))
        spans: list[Span] = []
        for day, month in pairs:
            if 1 <= month <= 12 and 1 <= day <= 31:
                noun = f"{day} {MONTH_NAMES[month]}"
                spans.extend(yearly(context, lambda year, m=month, d=day: day_span(year, m, d), noun))  # type: ignore[misc]
        return with_weekday(spans, weekday)

    if max(first, second) > 31 or min(first, second) > 12 or min(first, second) < 1:
        return None
    return evaluate


@rule(
    "numeric-month-and-year",
    "Month and year in numbers",
    "first:NUM mark:TO year:YEAR4",
    "year:YEAR4 mark:TO first:NUM",
    reason="A month number with a year of four digits.",
    examples=[
        Example("05/2023", "", "2023-05"),
        Example("05.2014", "", "2014-05"),
        Example("2015-3", "", "2015-03"),
    ],
)
def numeric_month_and_year(match: Match) -> Evaluator | None:
    """Read month and year in numbers."""
    month, year = match.number("first"), match.number("year")
    year_last = match.token("first") is match.tokens[0]
    if not 1 <= month <= 12 or not match.token("first").text[0].isdigit():
        return None
    if match.value("mark") not in {"-", "/"} or (year_last and match.value("mark") != "/"):
        return None
    return fixed(lambda: month_span(year, month), "the words name the month")
