"""Stretches and limits: "from 16 to 18 May", "2014-2018", "between A and B", "by the 21st", "since 1989", "around 1950"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from timeline.dates.context import AnchorMissing, Context, EventMissing, yearly
from timeline.dates.rules.absolute import in_named_years
from timeline.dates.rules.base import each, fixed, nothing
from timeline.dates.rules.clock import is_clock
from timeline.dates.rules.table import Evaluator, Example, Expression, Match, rule
from timeline.dates.spans import (
    MONTH_NAMES,
    ImpossibleDate,
    Span,
    day_span,
    replace,
    struck,
)
from timeline.dates.types import Precision


def between(first: Span, last: Span) -> Span:
    """Return the stretch from the beginning of one span to the end of another, or a struck-out one."""
    if first.struck or last.struck:
        return first if first.struck else last
    if first.start is None or last.end is None or last.start is None or first.end is None:
        return struck(nothing(), "D304", "one end of the range is open")
    clocks = {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}
    end = last.start if last.precision in clocks and first.precision in clocks else last.end
    if end <= first.start:
        return struck(nothing(), "D304", "the range would end before it begins")
    return Span(
        first.start, end, Precision.INTERVAL, approximate=first.approximate or last.approximate,
        zone=first.zone or last.zone, warnings=(*first.warnings, *last.warnings),
        why="; ".join(dict.fromkeys(why for why in ("from the first date to the end of the last", first.why, last.why) if why)),
    )  # fmt: skip


def stretch_of(make: Callable[[], tuple[Span, Span]]) -> Span:
    """Return the stretch from one span to another, or a struck-out one where the calendar lacks either."""
    try:
        first, last = make()
    except ImpossibleDate as impossible:
        return struck(nothing(), "D304", str(impossible))
    return between(first, last)


@rule(
    "days-of-a-month", "From the 16th to the 18th of May",
    "first:DAY TO|AND second:DAY month:MONTH year:YEAR? YEARWORD?", "FROM|SINCE first:DAY TO|UNTIL second:DAY month:MONTH year:YEAR? YEARWORD?",
    "BETWEEN first:DAY AND|TO second:DAY month:MONTH year:YEAR? YEARWORD?", "month:MONTH first:DAY TO|AND second:DAY year:YEAR?",
    "FROM|SINCE month:MONTH first:DAY TO|UNTIL second:DAY year:YEAR?", "BETWEEN month:MONTH first:DAY AND|TO second:DAY year:YEAR?",
    "first:DAY TO|AND second:DAY TO month:MONTH TO year:YEAR", "pair:PAIR month:MONTH year:YEAR? YEARWORD?",
    "first:DAY second:DAY month:MONTH year:YEAR? YEARWORD?",
    reason="The days from the first to the last, both included; the month and year hold for both.",
    examples=[
        Example("16-18 May 2023", "", "2023-05-16/2023-05-18"),
        Example("May 16 to 18", "2023-05-22", "2023-05-16/2023-05-18"),
        Example("з 5 по 7 травня 2014 року", "", "2014-05-05/2014-05-07", language="uk"),
    ],
)  # fmt: skip
def days_of_a_month(match: Match) -> Evaluator | None:
    """Name a stretch of days inside a month."""
    first, second, month = match.number("first"), match.number("second"), match.number("month")
    if match.has("pair"):
        first, second = (int(number) for number in match.value("pair").replace(".", "/").split("/"))
        if second != first + 1:
            return None
    if second != first + 1 and not any(sign in match.signature for sign in "-xB"):  # «24, 25» and «24 та 25»
        return None

    def make(year: int) -> Span:
        return stretch_of(lambda: (day_span(year, month, first), day_span(year, month, second)))

    if match.has("year"):
        named = in_named_years(match, make)
        return lambda context: [
            replace(span, why="the days from the first to the last") for span in named(context)
        ]
    return lambda context: yearly(context, make, f"{first} to {second} {MONTH_NAMES[month]}")


@rule(
    "days-of-a-known-year", "From the 16th to the 18th of May of that year",
    "!THIS|LASTS|NEXTS|SAME|THAT|PREV|FOLL FROM|SINCE? first:DAY TO|UNTIL second:DAY month:MONTH <year>",
    reason="The days from the first to the last, in the year that the other words name.",
    examples=[
        Example("16-18 травня того ж року", "2014-06-01", "2014-05-16/2014-05-18", kind="event", language="uk"),
    ],
)  # fmt: skip
def days_of_a_known_year(match: Match) -> Evaluator | None:
    """Name a stretch of days of a year such as "that year"."""
    first, second, month = match.number("first"), match.number("second"), match.number("month")
    if match.count("year") == 1:
        return None

    def change(_context: Context, year: Span) -> list[Span]:
        if year.precision is not Precision.YEAR or year.start is None:
            return []
        number = year.start.year
        return [stretch_of(lambda: (day_span(number, month, first), day_span(number, month, second)))]

    return each(match.part("year"), change)


@rule(
    "days-of-two-months", "From 28 April to 3 May 2023",
    "FROM|SINCE|BETWEEN? first:DAY month:MONTH TO|UNTIL|AND second:DAY month2:MONTH year:YEAR YEARWORD?",
    "FROM|SINCE|BETWEEN? month:MONTH first:DAY TO|UNTIL|AND month2:MONTH second:DAY year:YEAR",
    reason="The year stands once and holds for both, unless the months run over New Year, when the first is of the year before.",
    examples=[
        Example("28 April - 3 May 2023", "", "2023-04-28/2023-05-03"),
        Example("28 December - 3 January 2023", "", "2022-12-28/2023-01-03"),
    ],
)  # fmt: skip
def days_of_two_months(match: Match) -> Evaluator | None:
    """Name a stretch of days over two months of a known year."""
    if match.token("year").kind != "Y":
        return None
    if any(token.kind == "&" for token in match.tokens) and match.tokens[0].kind != "B":
        return None
    month, month2, year = match.number("month"), match.number("month2"), match.number("year")
    begin = year if month <= month2 else year - 1
    return fixed(
        lambda: stretch_of(
            lambda: (
                day_span(begin, month, match.number("first")),
                day_span(year, month2, match.number("second")),
            )
        ),
        "the days from the first to the last",
    )


@rule(
    "days-of-two-months-without-a-year", "From 10 August to 12 November",
    "FROM|SINCE|BETWEEN? first:DAY month:MONTH TO|UNTIL|AND second:DAY month2:MONTH",
    "FROM|SINCE|BETWEEN? month:MONTH first:DAY TO|UNTIL|AND month2:MONTH second:DAY",
    reason="A stretch of days, in a year that is found as for a month and day, by the first of them.",
    examples=[
        Example("August 10 - September 12", "2023-10-22", "2023-08-10/2023-09-12"),
        Example("30 квітня — 2 травня", "2014-03-02", "2014-04-30/2014-05-02", kind="event", language="uk"),
    ],
)  # fmt: skip
def days_of_two_months_without_a_year(match: Match) -> Evaluator | None:
    """Name a stretch of days over two months of some year."""
    if any(token.kind == "&" for token in match.tokens) and match.tokens[0].kind != "B":
        return None
    month, month2, first, second = (
        match.number("month"),
        match.number("month2"),
        match.number("first"),
        match.number("second"),
    )

    def make(year: int) -> Span:
        return stretch_of(
            lambda: (day_span(year, month, first), day_span(year + (month2 < month), month2, second))
        )

    return lambda context: yearly(
        context, make, f"{first} {MONTH_NAMES[month]} to {second} {MONTH_NAMES[month2]}"
    )


@rule(
    "bare-days",
    "From the 16th to the 18th",
    "first:ORD TO|AND second:ORD",
    "FROM|SINCE|BETWEEN first:DAY TO|UNTIL|AND second:ORD",
    "first:NUM TO second:ORD",
    "FROM|SINCE first:ORD TO|UNTIL second:ORD",
    reason="Each is read as a bare day number; the first must not come after the last.",
    examples=[Example("the 16-18th", "2023-05-22", "2023-05-16/2023-05-18")],
)
def bare_days(match: Match) -> Evaluator | None:
    """Name a stretch of days of the anchor's month or the one before."""
    first, second = match.number("first"), match.number("second")
    if 1 <= second < first <= 31 and match.tokens[0].kind in "BFq" and first - second < 16:
        return lambda _context: [struck(nothing(), "D304", "the range would end before it begins")]
    if not 1 <= first < second <= 31 or (match.tokens[1].kind == "&" and second != first + 1):
        return None

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        back = 1 if second > base.day and not context.event and not context.future else 0
        month = base.year * 12 + base.month - 1 - back
        year, number = month // 12, month % 12 + 1
        span = stretch_of(lambda: (day_span(year, number, first), day_span(year, number, second)))
        spans = [replace(span, why=f"the latest such days by {context.anchor_text}")]
        if context.event and second < base.day and not context.coarse:
            after = month + 1
            again = stretch_of(
                lambda: (
                    day_span(after // 12, after % 12 + 1, first),
                    day_span(after // 12, after % 12 + 1, second),
                )
            )
            spans.append(replace(again, why=f"the first such days after {context.anchor_text}"))
        return spans

    return evaluate


@rule(
    "range", "From one date to another",
    "<first> TO|UNTIL <last>", "=FROM|SINCE <first> TO|UNTIL <last>", "=BETWEEN <first> AND|TO <last>", "=FROM|SINCE <first> by:BY <last>",
    general=True,
    reason="From the beginning of the first date to the end of the last; two clock times are the ends themselves. Each is read by its "
    "own rule, and pairs that would end before they begin are struck out.",
    examples=[
        Example("between 22 May 2023 and 31 May 2023", "", "2023-05-22/2023-05-31"),
        Example("from 10 May 2023 to June 2023", "", "2023-05-10/2023-06-30"),
        Example("from yesterday to today", "2023-05-22", "2023-05-21/2023-05-22"),
    ],
)  # fmt: skip
def range_rule(match: Match) -> Evaluator | None:
    """Join two dates."""
    if match.has("by") and match.token("by").text not in {"до кінця", "по кінець", "до конца", "по конец"}:
        return None  # "until the end of" a period is the same as until the period
    first, last = match.part("first"), match.part("last")
    if first is None or last is None or is_clock(first) != is_clock(last) or _told_otherwise(first, last):
        return None

    def evaluate(context: Context) -> list[Span]:
        pairs = [
            between(start, end) for end in last.at(context) for start in _first_of_range(first, end, context)
        ]
        standing = [pair for pair in pairs if not pair.struck]
        return standing or pairs[:1]

    return evaluate


def _told_otherwise(first: Expression, last: Expression) -> bool:
    """Tell two dates that are joined by a rule of their own, or by none."""
    if is_range(first) or is_range(last):
        return True
    opening, closing = first.tokens[0], last.tokens[0]
    if closing.kind == "$" and opening.kind != "$" and closing.value in range(100):
        return True  # «1640—50-ті»: the first date names the century
    if _is_season(first) and closing.kind == "Y":
        return True  # only a winter has two years
    if opening.kind in _PARTS and _PARTS.isdisjoint([token.kind for token in last.tokens]):
        return True  # "the night of 31 May to 1 June": the part of the day holds for both
    return _names_century(last) and not _names_century(first)  # «кінець XIX — початок XX століття»


def _is_season(expression: Expression) -> bool:
    return any(made.name == "season" for made, _ in expression.parses)


def _names_century(expression: Expression) -> bool:
    return any(token.value == "century" for token in expression.tokens)


def _first_of_range(first: Expression, end: Span, context: Context) -> list[Span]:
    """Read the first date by itself; if it needs an anchor, it is the latest such date by the end of the range."""
    alone = context.at_day(None)
    try:
        return first.at(alone)
    except (AnchorMissing, EventMissing):
        pass
    clock = end.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}
    if (
        end.start is None
        or end.zone is not None
        or (clock and not any(token.kind in "MW" for token in first.tokens))
    ):
        return first.at(context)
    if not any(token.kind in "MWS5Q/uO" for token in first.tokens) or any(
        token.kind in "tlnp6DTg" for token in first.tokens
    ):
        return first.at(context)
    return [
        span
        for span in first.at(context.at_day(end.start))
        if span.struck or (span.start is not None and span.start <= end.start)
    ]


_PARTS: Final = frozenset("P9")

_RANGES: Final = {
    "range", "days-of-a-month", "days-of-a-known-year", "days-of-two-months", "days-of-two-months-without-a-year", "bare-days", "weekdays", "three-days-of-a-month", "years-in-a-row", "two-quarters", "adjacent-dates", "months-of-a-year", "two-months", "years", "decades", "limit-before",
    "limit-after", "centuries", "two-seasons", "parts-of-two-centuries", "vague", "hours-of-a-day", "clock-range-on-a-day", "numeric-range", "night-of-two-days", "after-something", "unstated",
}  # fmt: skip


def is_range(expression: Expression) -> bool:
    """Tell whether an end of a range is itself a range or a limit."""
    return any(made.name in _RANGES for made, _ in (*expression.parses, *expression.general))
