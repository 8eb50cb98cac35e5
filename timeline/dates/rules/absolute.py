"""Dates that name a day, a month or a year: "21 May 2023", "May 21", "on the 21st", "Friday", "1989", "05/21/2023"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from timeline.dates.context import Context, attempt, monthly, weekly, yearly
from timeline.dates.rules.base import PLURALS, each, fixed, with_weekday
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Span,
    because,
    day_span,
    month_span,
    replace,
    struck,
    year_span,
)
from timeline.dates.types import Precision

FULL_ORDERS = (
    "weekday:WEEKDAY? day:DAY month:MONTH year:YEAR YEARWORD?",
    "weekday:WEEKDAY? month:MONTH day:DAY year:YEAR",
    "day:DAY month:MONTH year:YEAR YEARWORD? IN? weekday:WEEKDAY",
    "month:MONTH day:DAY year:YEAR weekday:WEEKDAY",
    "year:YEAR YEARWORD? month:MONTH day:DAY",
    "year:YEAR YEARWORD? day:DAY month:MONTH",
    "weekday:WEEKDAY? day:DAY TO month:MONTH TO year:YEAR",
    "weekday:WEEKDAY? month:MONTH TO day:DAY TO year:YEAR",
    "year:YEAR TO month:MONTH TO day:DAY",
    "day:DAY word:DAYWORD month:MONTH year:YEAR YEARWORD?",
    "DAYWORD day:DAY month:MONTH year:YEAR YEARWORD?",
    "weekday:WEEKDAY? day:DAY month:MONTH year:NUM YEARWORD?",
    "weekday:WEEKDAY? month:MONTH day:DAY year:NUM",
    "weekday:WEEKDAY? day:DAY TO month:MONTH TO year:NUM",
)


def weekday_of(match: Match) -> int | None:
    """Return the weekday that the words name, Monday being 0."""
    return match.number("weekday") if match.has("weekday") else None


def years_of(match: Match, context: Context) -> list[int]:
    """Return the years that the words may name."""
    year = match.number("year")
    return [year] if match.token("year").kind == "Y" else short_years(year, context)


def short_years(year: int, context: Context) -> list[int]:
    """Return the latest year with these two digits up to the one after the anchor's; beyond fifty years back, the next too.

    A story runs forward: from another event a year at most thirty ahead is meant rather than one more than fifty back.
    """
    limit = context.base.year + 1
    latest = limit - (limit - year) % 100
    if context.base.year - latest <= 50:
        return [latest]
    if not context.event:
        return [latest, latest + 100]
    if latest + 100 >= _UNTOLD:
        return [latest]
    return [latest + 100] if latest + 100 - context.base.year <= 30 else [latest, latest + 100]


_UNTOLD = 2030
"""No chronicle tells of this year or a later one with two figures."""


def in_named_years(match: Match, make: Callable[[int], Span]) -> Evaluator:
    """Place something in the year that the words name with four figures or with two."""
    if match.token("year").kind == "Y":
        found = attempt(make, match.number("year"))
        return lambda _context: [found]
    return lambda context: [attempt(make, year) for year in years_of(match, context)]


@rule(
    "day-month-year", "Day, month and year", *FULL_ORDERS,
    reason="The words name one day. A weekday beside it must agree with it.",
    examples=[
        Example("21 May 2023", "", "2023-05-21"),
        Example("Sunday, May 21st, 2023", "", "2023-05-21"),
        Example("the twenty-first of May 2023", "", "2023-05-21"),
        Example("Thursday 21 June 2023", "", "refused D305"),
        Example("30 February 2023", "", "refused D304"),
        Example("24 лютого 2022 року", "", "2022-02-24", language="uk"),
        Example("24 февраля 2022 г.", "", "2022-02-24", language="ru"),
        Example("am 21. Mai 2023", "", "2023-05-21", language="de"),
        Example("le 1er mai 2023", "", "2023-05-01", language="fr"),
        Example("21 de mayo de 2023", "", "2023-05-21", language="es"),
    ],
)  # fmt: skip
def day_month_year(match: Match) -> Evaluator | None:
    """Name one day."""
    month, day, weekday = match.number("month"), match.number("day"), weekday_of(match)
    if match.token("year").kind == "N" and (len(match.token("year").text) != 2 or match.number("year") <= 31):
        return None
    if _counts_days(match):
        return None
    if match.token("year").kind == "Y":
        year = match.number("year")
        spans = with_weekday([attempt(lambda _: day_span(year, month, day), 0)], weekday)
        spans = [replace(span, why="the words name the day") for span in spans]
        return lambda _context: spans

    def evaluate(context: Context) -> list[Span]:
        found = [attempt(lambda year: day_span(year, month, day), year) for year in years_of(match, context)]
        return [replace(span, why="the words name the day") for span in with_weekday(found, weekday)]

    return evaluate


def _counts_days(match: Match) -> bool:
    """Tell «5 днів травня», a length of time, from «5 числа травня»."""
    return match.has("word") and match.token("day").kind == "N" and match.value("word") != "date"


@rule(
    "month-and-day", "Month and day without a year",
    "weekday:WEEKDAY? day:DAY month:MONTH", "weekday:WEEKDAY? month:MONTH day:DAY", "month:MONTH day:DAY weekday:WEEKDAY",
    "day:DAY month:MONTH IN? weekday:WEEKDAY", "day:DAY word:DAYWORD month:MONTH", "DAYWORD day:DAY month:MONTH", "weekday:WEEKDAY? day:DAY TO month:MONTH",
    "weekday:WEEKDAY? month:MONTH TO day:DAY",
    reason="A report looks back: the latest such day on or before the anchor, the anchor's own day included. One that also "
    "falls within 92 days after the anchor is ambiguous. A story runs forward, so from another event it is the day in that "
    "event's year.",
    examples=[
        Example("May 21", "2023-05-22", "2023-05-21"),
        Example("22 May", "2023-05-22", "2023-05-22"),
        Example("July 1", "2023-05-22", "refused D302"),
        Example("July 1", "2023-05-22", "2023-07-01", kind="event"),
        Example("3 January", "2022-12-28", "refused D302", kind="event"),
        Example("24 лютого", "2022-02-21", "2022-02-24", kind="event", language="uk"),
        Example("24 февраля", "2022", "2022-02-24", kind="event", language="ru"),
        Example("am 21. Mai", "2023-05-22", "2023-05-21", language="de"),
        Example("le 21 mai", "2023-05-22", "2023-05-21", language="fr"),
        Example("el 21 de mayo", "2023-05-22", "2023-05-21", language="es"),
    ],
)  # fmt: skip
def month_and_day(match: Match) -> Evaluator | None:
    """Name a day of some year."""
    if _counts_days(match):
        return None
    month, day, weekday = match.number("month"), match.number("day"), weekday_of(match)
    noun = f"{day} {MONTH_NAMES[month]}"
    return lambda context: with_weekday(
        yearly(context, lambda year: day_span(year, month, day), noun), weekday
    )


@rule(
    "day-of-a-known-year", "Day and month in a year that other words name",
    "!THIS|LASTS|NEXTS|SAME|THAT|PREV|FOLL|AGO|EARLIER weekday:WEEKDAY? day:DAY month:MONTH <year>", "!THIS|LASTS|NEXTS|SAME|THAT|PREV|FOLL|AGO|EARLIER month:MONTH day:DAY <year>",
    reason='"12 May of last year": the other words say which year.',
    examples=[
        Example("12 May last year", "2023-05-22", "2022-05-12"),
        Example("12 травня того ж року", "2014-03-01", "2014-05-12", kind="event", language="uk"),
    ],
)  # fmt: skip
def day_of_a_known_year(match: Match) -> Evaluator | None:
    """Name a day of a year such as "last year"."""
    month, day, weekday = match.number("month"), match.number("day"), weekday_of(match)
    if match.count("year") == 1 or not any(token.kind in "tlnpshvf6g" for token in match.tokens):
        return None

    def change(_context: Context, year: Span) -> list[Span]:
        if year.precision is not Precision.YEAR or year.start is None:
            return []
        return with_weekday([attempt(lambda number: day_span(number, month, day), year.start.year)], weekday)

    return each(match.part("year"), change)


@rule(
    "month-of-a-known-year",
    "Month of a year that other words name",
    "!UNITS|YEARWORD month:MONTH <year>",
    "!UNITS|YEARWORD <year> month:MONTH",
    reason='"May of last year": the other words say which year.',
    examples=[
        Example("October of last year", "2023-05-22", "2022-10"),
        Example("у травні того ж року", "2014-03-02", "2014-05", kind="event", language="uk"),
    ],
)
def month_of_a_known_year(match: Match) -> Evaluator | None:
    """Name a month of a year such as "last year"."""
    if match.count("year") == 1:
        return None
    month = match.number("month")
    return of_year(match, lambda year: month_span(year, month), MONTH_NAMES[month])


@rule(
    "day-of-a-known-month", "Day of a month that other words name",
    "!THIS|LASTS|NEXTS|SAME|THAT|PREV|FOLL|AGO|EARLIER day:DAY DAYWORD? <month>", "!THIS|LASTS|NEXTS|SAME|THAT|PREV|FOLL|AGO|EARLIER weekday:WEEKDAY day:DAY <month>",
    reason='"The 20th of next month": the other words say which month.',
    examples=[
        Example("the 20th of last month", "2023-05-22", "2023-04-20"),
        Example("31st of this month", "2023-04-22", "refused D304"),
        Example("15 числа того ж місяця", "2014-05-02", "2014-05-15", kind="event", language="uk"),
    ],
)  # fmt: skip
def day_of_a_known_month(match: Match) -> Evaluator | None:
    """Name a day of a month such as "last month"."""
    day, weekday = match.number("day"), weekday_of(match)
    if match.kinds("month")[0] in "U45G":
        return None  # "two months after next Friday" is a length of time
    if not any(token.kind in "tlnpshvf6" for token in match.tokens) or any(
        token.kind in "MPg" for token in match.tokens
    ):
        return None

    def change(_context: Context, month: Span) -> list[Span]:
        if month.precision is not Precision.MONTH or month.start is None:
            return []
        start = month.start
        return with_weekday([attempt(lambda _: day_span(start.year, start.month, day), 0)], weekday)

    return each(match.part("month"), change)


@rule(
    "year-told-twice", "The same year 1941, the following year 1942",
    "which:SAME|THAT|THIS|FOLL|NEXT|PREV|LAST YEARWORD|UNIT? year:YEAR YEARWORD?", "THIS which:SAME year:YEAR YEARWORD?",
    reason="The words name the year twice; from another event they must agree.",
    examples=[
        Example("того ж 1941 року", "1941-06-22", "1941", kind="event", language="uk"),
        Example("наступного, 1942 року", "1941-06-22", "1942", kind="event", language="uk"),
        Example("наступного 1943 року", "1941-06-22", "refused D304", kind="event", language="uk"),
    ],
)  # fmt: skip
def year_told_twice(match: Match) -> Evaluator | None:
    """Check a year against the one that the words tell from the event."""
    if match.token("year").kind != "Y" or not any(token.kind in "GU" for token in match.tokens):
        return None
    if any(token.kind in "GU" and token.value != "year" for token in match.tokens):
        return None
    year, shift = match.number("year"), {"f": 1, "n": 1, "v": -1, "l": -1}.get(match.token("which").kind, 0)
    span = attempt(year_span, year)

    def evaluate(context: Context) -> list[Span]:
        whole = context.point.whole
        if not context.event or whole is None or whole.start is None or whole.end is None:
            return [replace(span, why="the words name the year")]
        first, last = whole.start.year + shift, (whole.end - timedelta(microseconds=1)).year + shift
        if not first <= year <= last:
            return [
                struck(span, "D304", f"{year} is not the year that the words tell from {context.anchor_text}")
            ]
        return [replace(span, why="the words name the year")]

    return evaluate


def of_year(match: Match, make: Callable[[int], Span], noun: str) -> Evaluator | None:
    """Place something in the year that the words name, in words or in figures, or else as a bare month is placed."""
    if not match.has("year"):
        return lambda context: yearly(context, make, noun)
    if match.count("year") == 1 and match.token("year").kind == "Y":
        return fixed(lambda: make(match.number("year")), f"the {noun} of that year")

    if match.kinds("year") in {"aUg", "aUe", "aUb"}:
        return None  # "October a year ago" may be a year before the latest, see `year-before-the-latest`

    def change(_context: Context, year: Span) -> list[Span]:
        if year.precision is not Precision.YEAR or year.start is None:
            return []
        return [because(attempt(make, year.start.year), f"the {noun} of that year")]

    return each(match.part("year"), change)


@rule(
    "month-and-year", "Month and year",
    "month:MONTH year:YEAR YEARWORD?", "year:YEAR YEARWORD? IN? month:MONTH", "month:MONTH TO year:YEAR",
    "UNIT month:MONTH year:YEAR YEARWORD?", "month:MONTH UNIT year:YEAR YEARWORD?", "year:YEAR TO month:MONTH",
    reason="The words name one month, and no day of it is chosen.",
    examples=[
        Example("May 2023", "", "2023-05"),
        Example("у березні 2014 року", "", "2014-03", language="uk"),
        Example("в марте 2014 года", "", "2014-03", language="ru"),
        Example("en mai 2023", "", "2023-05", language="fr"),
        Example("im Mai 2023", "", "2023-05", language="de"),
        Example("en mayo de 2023", "", "2023-05", language="es"),
    ],
)  # fmt: skip
def month_and_year(match: Match) -> Evaluator | None:
    """Name one month."""
    month = match.number("month")
    if match.token("year").kind == "Y":
        return fixed(lambda: month_span(match.number("year"), month), "the words name the month")
    return lambda context: [
        because(attempt(lambda year: month_span(year, month), year), "the words name the month")
        for year in years_of(match, context)
    ]


@rule(
    "year", "Year",
    "year:YEAR YEARWORD?", "UNIT|YEARWORD year:YEAR", "ERA? year:YEAR ERA?", "year:YEAR4 UNIT", "year:NUM|ORD YEARWORD",
    reason="The words name one year, and nothing in it is chosen. Years before Christ cannot be placed: write `unstated`, and the year in a note.",
    examples=[
        Example("in 1989", "", "1989"),
        Example("in the year 2014", "", "2014"),
        Example("у 2014 році", "", "2014", language="uk"),
        Example("в 2014 году", "", "2014", language="ru"),
        Example("у 988 році", "", "0988", language="uk"),
    ],
)  # fmt: skip
def year_rule(match: Match) -> Evaluator | None:  # noqa: PLR0911 -- one return for each case reads best
    """Name one year."""
    if any(token.kind == "1" and token.value == "bc" for token in match.tokens):
        return None
    if (
        any(token.kind in "UG" and token.value != "year" for token in match.tokens)
        or match.tokens[0].kind == "@"
        or any(token.kind in "UG" and token.text in {"années", "años"} for token in match.tokens)
    ):
        return None
    year = match.number("year")
    if match.token("year").kind == "O":  # «14-го року», «сорок першого року»; "the second year" counts years
        written = match.token("year").text[0].isdigit()
        if match.tokens[-1].text in PLURALS or not ((written and 10 <= year <= 31) or 31 < year < 100):
            return None
        return lambda context: [
            because(attempt(year_span, number), "the words name the year")
            for number in short_years(year, context)
        ]
    if match.token("year").kind == "N":  # «988 рік»; "100 years" is a length of time
        if len(match.token("year").text) != 3 or match.tokens[-1].text in PLURALS:
            return None
        return fixed(lambda: year_span(year), "the words name the year")
    if match.token("year").kind == "Y":
        if not 1000 <= year <= 2999:
            return None
        return fixed(lambda: year_span(year), "the words name the year")
    return lambda context: [
        because(attempt(year_span, number), "the words name the year") for number in years_of(match, context)
    ]


@rule(
    "bare-month", "Month without a year",
    "month:MONTH", "unit:UNIT month:MONTH", "month:MONTH unit:UNIT",
    reason="A report looks back: the latest such month that has begun by the anchor's day. One that also begins within 92 days "
    "after the anchor is ambiguous. From another event it is the month in that event's year.",
    examples=[
        Example("in October", "1989-11-02", "1989-10"),
        Example("May", "2023-05-22", "2023-05"),
        Example("December", "1989-11-02", "refused D302"),
        Example("у березні", "2014-02-27", "2014-03", kind="event", language="uk"),
        Example("в мае", "2023-05-22", "2023-05", language="ru"),
        Example("im Mai", "2023-05-22", "2023-05", language="de"),
        Example("en mai", "2023-05-22", "2023-05", language="fr"),
        Example("en mayo", "2023-05-22", "2023-05", language="es"),
    ],
)  # fmt: skip
def bare_month(match: Match) -> Evaluator | None:
    """Name a month of some year."""
    month = match.number("month")
    if match.has("unit") and (match.value("unit") != "month" or match.token("unit").text in PLURALS):
        return None
    return lambda context: yearly(context, lambda year: month_span(year, month), MONTH_NAMES[month])


@rule(
    "bare-weekday", "Weekday",
    "weekday:WEEKDAY",
    reason="A report looks back: the latest such day on or before the anchor, the anchor's own day included. From another event "
    "it is the first such day on or after it, since a story runs forward.",
    examples=[
        Example("on Friday", "2023-05-22", "2023-05-19"),
        Example("Monday", "2023-05-22", "2023-05-22"),
        Example("Friday", "2023-05-22", "2023-05-26", kind="event"),
        Example("у п'ятницю", "2023-05-22", "2023-05-19", language="uk"),
        Example("в воскресенье", "2023-05-22", "2023-05-21", language="ru"),
        Example("am Sonntag", "2023-05-22", "2023-05-21", language="de"),
        Example("dimanche", "2023-05-22", "2023-05-21", language="fr"),
        Example("el domingo", "2023-05-22", "2023-05-21", language="es"),
    ],
)  # fmt: skip
def bare_weekday(match: Match) -> Evaluator:
    """Name a weekday."""
    weekday = match.number("weekday")
    return lambda context: weekly(context, weekday, WEEKDAY_NAMES[weekday])


_ROMAN = frozenset("ivxіх")


@rule(
    "bare-day-number", "Day number",
    "day:ORD", "before:DAYWORD day:DAY", "day:DAY word:DAYWORD",
    reason="A report looks back: the latest such day on or before the anchor, the anchor's own day included; if that month has "
    "no such day, nothing is chosen. From another event it is the day in that event's month.",
    examples=[
        Example("on the 21st", "2023-05-22", "2023-05-21"),
        Example("On the 22nd", "2023-05-22", "2023-05-22"),
        Example("the 31st", "2023-03-02", "refused D304"),
        Example("on the 21st", "[2023-05-22..2023-05-31]", "2023-05-21"),
        Example("the 25th", "[2023-05-22..2023-05-31]", "refused D303"),
        Example("the 5th", "2014-05", "2014-05-05", kind="event"),
        Example("21-го", "2014-05-20", "2014-05-21", kind="event", language="uk"),
    ],
)  # fmt: skip
def bare_day_number(match: Match) -> Evaluator | None:
    """Name a day of some month."""
    if (match.has("word") and match.value("word") != "date") or match.tokens[0].kind == "@":
        return None  # «о 21-й» is an hour
    if (
        match.has("before")
        and match.token("day").kind == "N"
        and match.token("before").text not in {"día", "dia"}
    ):
        return None
    if set(match.token("day").text) <= _ROMAN:
        return None  # "XX" is no day
    day = match.number("day")
    if not 1 <= day <= 31:
        return None
    noun = ordinal(day)
    return lambda context: monthly(context, day, noun)


@rule(
    "weekday-and-day-number",
    "Weekday and day number",
    "weekday:WEEKDAY day:DAY",
    "day:ORD weekday:WEEKDAY",
    reason="Read as a day number, which must fall on that weekday.",
    examples=[
        Example("Friday the 19th", "2023-05-22", "2023-05-19"),
        Example("Monday 21", "2023-05-22", "refused D305"),
    ],
)
def weekday_and_day_number(match: Match) -> Evaluator | None:
    """Name a day of some month by weekday and number."""
    day, weekday = match.number("day"), match.number("weekday")
    if not 1 <= day <= 31:
        return None
    noun = ordinal(day)
    return lambda context: with_weekday(monthly(context, day, noun), weekday)


def ordinal(number: int) -> str:
    """Return a number such as `21st`."""
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
