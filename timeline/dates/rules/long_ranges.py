"""Stretches of months, years and decades: "January to March 1989", "2014-2018", "from the 1960s to the 1980s"."""

from __future__ import annotations

from timeline.dates.context import Context, yearly
from timeline.dates.rules.base import each, fixed
from timeline.dates.rules.ranges import stretch_of
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import MONTH_NAMES, Span, decade_span, month_span, year_span
from timeline.dates.types import Precision


@rule(
    "months-of-a-year",
    "January to March 1989",
    "first:MONTH TO|UNTIL|AND second:MONTH year:YEAR YEARWORD?",
    "first:MONTH TO second:MONTH QUARTERWORD|PERIODWORD year:YEAR",
    "FROM|SINCE|BETWEEN first:MONTH TO|UNTIL|AND second:MONTH year:YEAR YEARWORD?",
    "year:YEAR YEARWORD? first:MONTH TO second:MONTH",
    reason="The year holds for both months, unless they run over New Year, when the first is of the year before.",
    examples=[
        Example("January-March 1989", "", "1989-01-01/1989-03-31"),
        Example("квітень-травень 2014 року", "", "2014-04-01/2014-05-31", language="uk"),
    ],
)
def months_of_a_year(match: Match) -> Evaluator | None:
    """Name a stretch of months of a known year."""
    first, second, year = match.number("first"), match.number("second"), match.number("year")
    if match.token("year").kind != "Y":
        return None
    if (
        "&" in {token.kind for token in match.tokens}
        and match.tokens[0].kind != "B"
        and second != first % 12 + 1
    ):
        return None
    begin = year if first <= second else year - 1
    return fixed(
        lambda: stretch_of(lambda: (month_span(begin, first), month_span(year, second))),
        "from the first month to the end of the last",
    )


@rule(
    "two-months",
    "April and May, from March to May",
    "first:MONTH TO|UNTIL|AND second:MONTH",
    "first:MONTH TO second:MONTH QUARTERWORD|PERIODWORD",
    "FROM|SINCE|BETWEEN first:MONTH TO|UNTIL|AND second:MONTH",
    "first:MONTH TO|AND second:MONTH <year>",
    reason="A stretch of months, in a year that is found as for a bare month, by the first of them.",
    examples=[
        Example("from March to May", "2023-06-22", "2023-03-01/2023-05-31"),
        Example("у квітні-травні", "2014-03-02", "2014-04-01/2014-05-31", kind="event", language="uk"),
    ],
)
def two_months(match: Match) -> Evaluator | None:
    """Name a stretch of months without a year."""
    first, second = match.number("first"), match.number("second")
    if (
        "&" in {token.kind for token in match.tokens}
        and match.tokens[0].kind != "B"
        and second != first % 12 + 1
    ):
        return None

    def make(year: int) -> Span:
        return stretch_of(lambda: (month_span(year, first), month_span(year + (second < first), second)))

    if match.has("year"):
        if match.count("year") == 1:
            return None

        def change(_context: Context, year: Span) -> list[Span]:
            return (
                [make(year.start.year)] if year.start is not None and year.precision is Precision.YEAR else []
            )

        return each(match.part("year"), change)
    return lambda context: yearly(context, make, f"{MONTH_NAMES[first]} to {MONTH_NAMES[second]}")


@rule(
    "years",
    "2014-2018, from 1989 to 1991",
    "YEARWORD|UNIT? first:YEAR TO|UNTIL second:YEAR YEARWORD?",
    "first:YEAR4 TO second:NUM YEARWORD?",
    "FROM|SINCE first:YEAR YEARWORD? TO|UNTIL second:YEAR YEARWORD?",
    "BETWEEN first:YEAR YEARWORD? AND|TO second:YEAR YEARWORD?",
    "first:YEAR4 AND second:YEAR4 YEARWORD?",
    reason='From the beginning of the first year to the end of the last. "1941-45" shares its century.',
    examples=[
        Example("2014-2018", "", "2014-01-01/2018-12-31"),
        Example("1941-45", "", "1941-01-01/1945-12-31"),
        Example("2014—2015 роки", "", "2014-01-01/2015-12-31", language="uk"),
    ],
)
def years(match: Match) -> Evaluator | None:
    """Name a stretch of years."""
    first, second = match.number("first"), match.number("second")
    kinds = {token.kind for token in match.tokens}
    if match.token("first").kind != "Y":
        return None
    if match.token("second").kind != "Y":
        if len(match.token("second").text.lstrip("'")) != 2:
            return None
        second += first // 100 * 100
        if second <= first or (match.token("second").kind == "N" and second % 100 <= 12):
            return None
    if "&" in kinds and "B" not in kinds and second != first + 1:
        return None
    return fixed(
        lambda: stretch_of(lambda: (year_span(first), year_span(second))),
        "from the first year to the end of the last",
    )


@rule(
    "decades",
    "From the 1960s to the 1980s",
    "first:DECADE TO|UNTIL second:DECADE YEARWORD?",
    "FROM|SINCE first:DECADE TO|UNTIL second:DECADE YEARWORD?",
    "first:DECADE AND second:DECADE YEARWORD?",
    "first:YEAR4|NUM TO|AND second:DECADE YEARWORD?",
    "first:DECADE|NUM TO|AND second:DECADE YEARWORD? century:ORDINAL unit:UNIT",
    reason="From the beginning of the first decade to the end of the last.",
    examples=[
        Example("the 1960s to the 1980s", "", "1960-01-01/1989-12-31"),
        Example("у 1640—50-х роках", "", "1640-01-01/1659-12-31", language="uk"),
        Example("40—50-ті роки XVII століття", "", "1640-01-01/1659-12-31", language="uk"),
    ],
)
def decades(match: Match) -> Evaluator | None:
    """Name a stretch of decades."""
    first, second = match.number("first"), match.number("second")
    if match.has("century"):
        if match.value("unit") != "century" or first > 90 or second > 90:
            return None
        first += 100 * (match.number("century") - 1)
    if first % 10 or second % 10:
        return None
    second = second if second >= 1000 else first // 100 * 100 + second
    if first < 1000 or (match.tokens[1].kind == "&" and second != first + 10):
        return None
    return fixed(
        lambda: stretch_of(lambda: (decade_span(first), decade_span(second))),
        "from the first decade to the end of the last",
    )
