"""Quarters, halves, seasons, decades, centuries, and parts of periods: "early May", "the third quarter", "mid-1990s"."""

from __future__ import annotations

from collections.abc import Callable

from timeline.dates.context import Context, attempt, yearly
from timeline.dates.rules.absolute import of_year, short_years
from timeline.dates.rules.base import PLURALS, each, fixed
from timeline.dates.rules.relative import SEASON_NAMES
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    MONTH_NAMES,
    Span,
    because,
    century_span,
    decade_span,
    half_span,
    quarter_span,
    replace,
    season_span,
    year_span,
)
from timeline.dates.types import Precision


@rule(
    "quarter", "Quarter",
    "quarter:ORDINAL|NUM word:QUARTERWORD year:YEAR YEARWORD?", "quarter:QUARTER year:YEAR YEARWORD?", "year:YEAR quarter:QUARTER",
    "quarter:ORDINAL word:QUARTERWORD <year>", "quarter:QUARTER <year>",
    "quarter:ORDINAL word:QUARTERWORD", "quarter:QUARTER", "quarter:ORDINAL word:QUARTERWORD this:UNIT|YEARWORD", "<year> quarter:ORDINAL word:QUARTERWORD",
    reason="Calendar quarters. Without a year, found as a bare month is: the latest that has begun by the anchor's day, ambiguous where "
    "the coming one begins within 92 days.",
    examples=[
        Example("the third quarter", "1989-11-02", "1989-35"),
        Example("the fourth quarter of 1988", "", "1988-36"),
        Example("first quarter", "1989-11-02", "refused D302"),
        Example("third quarter last year", "1989-11-02", "1988-35"),
        Example("третій квартал 2014 року", "", "2014-35", language="uk"),
    ],
)  # fmt: skip
def quarter_rule(match: Match) -> Evaluator | None:
    """Name a quarter."""
    number = match.number("quarter")
    if not 1 <= number <= 4:
        return None
    if match.has("this"):
        return this_years(match, lambda year: quarter_span(year, number), f"quarter {number}")
    return of_year(
        match,
        lambda year: quarter_span(year, number),
        f"{('first', 'second', 'third', 'fourth')[number - 1]} quarter",
    )


@rule(
    "quarter-by-its-last-month",
    "The September quarter",
    "month:MONTH QUARTERWORD",
    "month:MONTH QUARTERWORD <year>",
    reason="The quarter that ends with that month, as financial reports call it; found as a quarter is.",
    examples=[
        Example("the September quarter", "1989-11-02", "1989-35"),
        Example("the June quarter of 1988", "", "1988-34"),
        Example("the October quarter", "1989-11-02", "refused D301"),
    ],
)
def quarter_by_its_last_month(match: Match) -> Evaluator | None:
    """Name a quarter by its last month."""
    month = match.number("month")
    if month % 3:
        return None
    return of_year(
        match, lambda year: quarter_span(year, month // 3), f"quarter that ends with {MONTH_NAMES[month]}"
    )


def this_years(match: Match, make: Callable[[int], Span], noun: str) -> Evaluator | None:
    """Place a part of "the year", which is that of the anchor."""
    if match.value("this") != "year":
        return None
    return lambda context: [
        replace(make(context.base.year), why=f"{noun} of the year of {context.anchor_text}")
    ]


@rule(
    "half-year",
    "Half of a year",
    "half:HALF year:YEAR YEARWORD?",
    "half:HALF",
    "half:HALF this:UNIT|YEARWORD",
    "half:ORDINAL UNIT year:YEAR YEARWORD?",
    "<year> half:HALF",
    reason="January to June, or July to December; without a year, found as a bare month is.",
    examples=[
        Example("the first half of 1989", "", "1989-40"),
        Example("the first half", "1989-11-02", "refused D302"),
        Example("the first half of the year", "1989-11-02", "1989-40"),
        Example("last year's first half", "1989-11-02", "1988-40"),
    ],
)
def half_year(match: Match) -> Evaluator | None:
    """Name a half of a year."""
    number = match.number("half")
    if number not in {1, 2} or any(
        token.kind in "UG" and token.value not in {"year", "half"} for token in match.tokens
    ):
        return None
    if match.has("this") and match.value("this") == "year":
        return this_years(match, lambda year: half_span(year, number), f"half {number}")
    if match.token("half").kind in "O2" and not any(token.value == "half" for token in match.tokens):
        return None
    return of_year(match, lambda year: half_span(year, number), f"{('first', 'second')[number - 1]} half")


@rule(
    "season", "Season",
    "season:SEASON year:YEAR YEARWORD?", "year:YEAR YEARWORD? season:SEASON", "season:SEASON <year>", "season:SEASON",
    "season:SEASON first:YEAR4 TO second:YEAR|NUM YEARWORD?",
    reason='Three calendar months of the northern hemisphere: spring is March to May. "The winter of 2014" may be the one before or '
    'after that year, so both are offered; "winter 2014-15" is one.',
    examples=[
        Example("summer 2014", "", "2014-22"),
        Example("spring", "2023-05-22", "2023-21"),
        Example("winter 2014", "", "refused D302"),
        Example("the winter of 2014-15", "", "2014-24"),
        Example("влітку 2014 року", "", "2014-22", language="uk"),
    ],
)  # fmt: skip
def season_rule(match: Match) -> Evaluator | None:
    """Name a season."""
    season = match.number("season")
    if match.has("first"):
        first, second = match.number("first"), match.number("second")
        if second % 100 != (first + 1) % 100 or season != 4:
            return None
        return fixed(lambda: season_span(first, 4), "the winter between those years")
    if season != 4:
        return of_year(match, lambda year: season_span(year, season), SEASON_NAMES[season])
    if not match.has("year"):
        return _bare_winter

    def change(_context: Context, year: Span) -> list[Span]:
        if year.precision is not Precision.YEAR or year.start is None:
            return []
        number = year.start.year
        return [
            because(
                attempt(lambda start: season_span(start, 4), number - 1), f"the winter that ends in {number}"
            ),
            because(
                attempt(lambda start: season_span(start, 4), number), f"the winter that begins in {number}"
            ),
        ]

    return each(match.part("year"), change)


@rule(
    "two-seasons",
    "Spring and summer of 1942",
    "first:SEASON AND second:SEASON",
    "first:SEASON AND second:SEASON <year>",
    reason="Two seasons that follow one another in one year; a winter belongs to two years and is left to a single season.",
    examples=[Example("spring and summer 1942", "", "1942-03-01/1942-08-31")],
)
def two_seasons(match: Match) -> Evaluator | None:
    """Name two seasons that follow one another."""
    first, second = match.number("first"), match.number("second")
    if second != first + 1 or second == 4:
        return None

    def make(year: int) -> Span:
        return Span(season_span(year, first).start, season_span(year, second).end, Precision.INTERVAL)

    return of_year(match, make, f"{SEASON_NAMES[first]} and {SEASON_NAMES[second]}")


def _bare_winter(context: Context) -> list[Span]:
    """Winter by itself: the one of the anchor's day, else the latest; from an event both neighbours are offered."""
    base = context.base
    if context.event and not context.future and not context.coarse and 9 <= base.month <= 11:
        return [because(season_span(base.year, 4), f"the first winter after {context.anchor_text}")]
    if context.event and not context.future and 3 <= base.month <= 11:
        return [
            because(season_span(base.year - 1, 4), "the winter before the event"),
            because(season_span(base.year, 4), "the winter after the event"),
        ]
    if context.event:
        year = base.year if base.month == 12 else base.year - 1
        return [because(season_span(year, 4), f"the winter of {context.anchor_text}")]
    return yearly(context, lambda year: season_span(year, 4), "winter")


@rule(
    "decade",
    "Decade",
    "decade:DECADE YEARWORD?",
    "YEARWORD|UNIT decade:DECADE",
    "WITHIN? tens:YEARWORD|UNIT decade:YEAR4|NUM",
    "decade:DECADE YEARWORD? century:ORDINAL unit:UNIT",
    "decade:ORD years:YEARWORD",
    "decade:ORD years:YEARWORD century:ORDINAL unit:UNIT",
    reason='Ten years. "The 1800s" may be ten years or a hundred, so both are offered. "The 90s" are the latest by the anchor.',
    examples=[
        Example("the 1990s", "", "199X"),
        Example("the 1800s", "", "refused D302"),
        Example("the 90s", "2023-05-22", "199X"),
        Example("у 40-х роках XX століття", "", "194X", language="uk"),
    ],
)
def decade_rule(match: Match) -> Evaluator | None:
    """Name a decade."""
    number = match.number("decade")
    if not _tens(match, number):
        return None
    if match.has("century"):
        if match.value("unit") != "century" or number > 90:
            return None
        return fixed(
            lambda: decade_span(100 * (match.number("century") - 1) + number),
            "the words name decade and century",
        )
    if number >= 1000:
        why = "the words name the decade"
        if (
            number % 100 or number >= 2000 or match.has("tens")
        ):  # nobody has seen the end of a hundred years that began in 2000
            owner = match.token("decade").text.endswith("'s")
            return (
                _decade_or_its_first_year(number, why) if owner else fixed(lambda: decade_span(number), why)
            )
        spans = [
            because(attempt(decade_span, number), "as ten years"),
            because(attempt(century_span, number // 100 + 1), "as a hundred years"),
        ]
        return lambda _context: spans

    def evaluate(context: Context) -> list[Span]:
        limit = context.base.year
        year = limit - (limit - number) % 100
        if context.event and limit - year > 50:
            years = [near // 10 * 10 for near in short_years(number, context)]
            return [because(attempt(decade_span, found), "such a decade") for found in years]
        return [because(attempt(decade_span, year), f"the latest such decade by {context.anchor_text}")]

    return evaluate


def _tens(match: Match, number: int) -> bool:
    """Tell words that name ten years from those that name one: «в 30-е годы» from «30-го года», "les années 1990"."""
    if match.token("decade").kind == "$":
        return number <= 90 or number >= 1000
    if number % 10:
        return False
    if match.has("years"):
        return match.token("years").text in PLURALS
    return match.has("tens") and (
        match.value("tens") == "decade" or match.token("tens").text in {"années", "años"}
    )


@rule(
    "centuries",
    "The 17th and 18th centuries",
    "first:ORDINAL|NUM TO|AND second:ORDINAL|NUM unit:UNIT",
    "FROM|SINCE first:ORDINAL|NUM TO|UNTIL second:ORDINAL|NUM unit:UNIT",
    reason="From the beginning of the first century to the end of the last.",
    examples=[
        Example("XVII—XVIII століть", "", "1600-01-01/1799-12-31", language="uk"),
        Example("the 17th and 18th centuries", "", "1600-01-01/1799-12-31"),
    ],
)
def centuries_rule(match: Match) -> Evaluator | None:
    """Name a stretch of centuries."""
    first, second = match.number("first"), match.number("second")
    if match.value("unit") != "century" or not 1 <= first < second <= 30:
        return None
    if any(token.kind == "&" for token in match.tokens) and second != first + 1:
        return None

    def make() -> Span:
        return Span(century_span(first).start, century_span(second).end, Precision.INTERVAL)

    return fixed(make, "from the beginning of the first century to the end of the last")


def _decade_or_its_first_year(number: int, why: str) -> Evaluator:
    """Read "1990's": a decade, and near that year perhaps what belongs to the year."""
    decade = because(attempt(decade_span, number), why)

    def evaluate(context: Context) -> list[Span]:
        if context.point.base is None or not -2 <= context.base.year - number <= 2:
            return [decade]
        return [decade, because(attempt(year_span, number), "what belongs to that year")]

    return evaluate


@rule(
    "century",
    "Century",
    "century:ORDINAL|NUM unit:UNIT",
    "unit:UNIT century:ORDINAL|NUM",
    "century:ORD unit:IN",
    reason="The 20th century is counted as 1900 to 1999, as EDTF and most writers do.",
    examples=[Example("the 20th century", "", "19XX"), Example("XX століття", "", "19XX", language="uk")],
)
def century_rule(match: Match) -> Evaluator | None:
    """Name a century."""
    short = (
        match.token("unit").text == "в" and match.token("century").text.isalpha()
    )  # «XVII в.» is short for «века»
    if (match.value("unit") != "century" and not short) or not 1 <= match.number("century") <= 30:
        return None
    return fixed(lambda: century_span(match.number("century")), "the words name the century")
