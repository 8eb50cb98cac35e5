"""Dates that stand in a row: "Tuesday and Wednesday", "18, 19 and 20 March", "1986, 1987 and 1988", "late October and early November"."""

from __future__ import annotations

from datetime import timedelta

from timeline.dates.context import Context, attempt, yearly
from timeline.dates.rules.absolute import of_year
from timeline.dates.rules.base import fixed
from timeline.dates.rules.clock import is_clock
from timeline.dates.rules.ranges import is_range, stretch_of
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import DAY, MONTH_NAMES, Span, day_span, quarter_span, year_span
from timeline.dates.types import Precision


@rule(
    "weekdays", "Tuesday and Wednesday, Monday to Wednesday",
    "first:WEEKDAY AND second:WEEKDAY", "first:WEEKDAY middle:WEEKDAY AND? second:WEEKDAY", "first:WEEKDAY TO|UNTIL second:WEEKDAY",
    "FROM|SINCE first:WEEKDAY TO|UNTIL second:WEEKDAY", "BETWEEN first:WEEKDAY AND|TO second:WEEKDAY",
    reason="Days that follow one another, each read as a weekday. Where the report is of one of them but the last, those of its own week and "
    "those of the week before are offered.",
    examples=[
        Example("Saturday and Sunday", "2023-05-22", "2023-05-20/2023-05-21"),
        Example("Friday, Saturday and Sunday", "2023-05-22", "2023-05-19/2023-05-21"),
        Example("Tuesday through Thursday", "2023-05-22", "2023-05-16/2023-05-18"),
        Example("Monday and Tuesday", "2023-05-22", "refused D302"),
    ],
)  # fmt: skip
def weekdays(match: Match) -> Evaluator | None:
    """Name days of a week that follow one another."""
    first, second = match.number("first"), match.number("second")
    length = (second - first) % 7 + 1
    joined = any(token.kind == "&" for token in match.tokens) and match.tokens[0].kind != "B"
    if length == 1 or (joined and length != (3 if match.has("middle") else 2)):
        return None
    if match.has("middle") and (match.number("middle") != (first + 1) % 7 or length != 3):
        return None

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        since = (base.weekday() - first) % 7  # days since the latest day that is the first of them
        running = base - since * DAY if since < length - 1 else None
        pairs = []
        if context.event or context.future:
            ahead = base + timedelta(days=(first - base.weekday()) % 7)
            pairs.append((ahead, f"the first such days on or after {context.anchor_text}"))
        else:
            back = base - timedelta(days=(base.weekday() - second) % 7 + length - 1)
            if running is not None:
                pairs.append((running, f"those that {context.anchor_text} is one of"))
            pairs.append((back, f"the latest such days by {context.anchor_text}"))
        return [Span(start, start + length * DAY, Precision.INTERVAL, why=why) for start, why in pairs]

    return evaluate


@rule(
    "three-days-of-a-month", "March 18, 19 and 20",
    "month:MONTH first:DAY middle:DAY AND? second:DAY year:YEAR?", "first:DAY middle:DAY AND? second:DAY month:MONTH year:YEAR? YEARWORD?",
    reason="Three days that follow one another; the month and year hold for all of them.",
    examples=[
        Example("March 18, 19 and 20", "2023-05-22", "2023-03-18/2023-03-20"),
        Example("18, 19 and 20 March 2023", "", "2023-03-18/2023-03-20"),
        Example("March 18, 20 and 24", "2023-05-22", "refused D301"),
    ],
)  # fmt: skip
def three_days_of_a_month(match: Match) -> Evaluator | None:
    """Name three days of a month that follow one another."""
    first, month = match.number("first"), match.number("month")
    if (match.number("middle"), match.number("second")) != (first + 1, first + 2):
        return None

    def make(year: int) -> Span:
        return stretch_of(lambda: (day_span(year, month, first), day_span(year, month, first + 2)))

    if match.has("year"):
        year = match.number("year")
        return fixed(lambda: make(year), "the three days") if match.token("year").kind == "Y" else None
    return lambda context: yearly(context, make, f"{first} to {first + 2} {MONTH_NAMES[month]}")


@rule(
    "years-in-a-row", "1986, 1987 and 1988",
    "UNIT|YEARWORD? first:YEAR4 middle:YEAR4 AND? second:YEAR4", "UNIT|YEARWORD first:YEAR4 AND second:YEAR4",
    reason="Years that follow one another, from the beginning of the first to the end of the last.",
    examples=[
        Example("1986, 1987 and 1988", "", "1986-01-01/1988-12-31"),
        Example("the years 2005 and 2006", "", "2005-01-01/2006-12-31"),
        Example("1986, 1988 and 1992", "", "refused D301"),
    ],
)  # fmt: skip
def years_in_a_row(match: Match) -> Evaluator | None:
    """Name two or three years that follow one another."""
    first, second = match.number("first"), match.number("second")
    if match.tokens[0].kind in "UG" and match.tokens[0].value not in {"year", ""}:
        return None
    if second != first + (2 if match.has("middle") else 1) or match.number("middle", first + 1) != first + 1:
        return None
    return fixed(
        lambda: stretch_of(lambda: (year_span(first), year_span(second))),
        "from the first year to the end of the last",
    )


@rule(
    "two-quarters", "The second and third quarters",
    "first:ORDINAL AND|TO second:ORDINAL QUARTERWORD", "first:ORDINAL AND|TO second:ORDINAL QUARTERWORD <year>",
    reason="Quarters that follow one another, in a year that is found as for a quarter, by the first of them.",
    examples=[
        Example("the second and third quarters of 1989", "", "1989-04-01/1989-09-30"),
        Example("the second and third quarters", "1989-11-02", "1989-04-01/1989-09-30"),
    ],
)  # fmt: skip
def two_quarters(match: Match) -> Evaluator | None:
    """Name quarters that follow one another."""
    first, second = match.number("first"), match.number("second")
    if not 1 <= first < second <= 4 or (match.tokens[1].kind == "&" and second != first + 1):
        return None
    return of_year(
        match,
        lambda year: stretch_of(lambda: (quarter_span(year, first), quarter_span(year, second))),
        f"quarters {first} to {second}",
    )


@rule(
    "alternatives", "2 or 3 May, Tuesday or Wednesday",
    "<one> OR <other>", "first:DAY OR second:DAY month:MONTH year:YEAR?", "month:MONTH first:DAY OR second:DAY year:YEAR?",
    general=True,
    reason="The source itself leaves it open, so both are offered and none is chosen.",
    examples=[Example("2 or 3 May", "2023-05-22", "refused D302"), Example("2005 or 2006", "", "refused D302")],
)  # fmt: skip
def alternatives(match: Match) -> Evaluator | None:
    """Offer both of two dates."""
    if match.has("first"):
        return _either_day(match)
    one, other = match.part("one"), match.part("other")
    if one is None or other is None or is_clock(one) != is_clock(other):
        return None
    first, last = one, other
    return lambda context: [*first.at(context), *last.at(context)]


def _either_day(match: Match) -> Evaluator | None:
    month, days = match.number("month"), [match.number(name) for name in ("first", "second")]
    if match.has("year") and match.token("year").kind != "Y":
        return None

    def evaluate(context: Context) -> list[Span]:
        if match.has("year"):
            return [attempt(lambda year: day_span(year, month, d), match.number("year")) for d in days]  # noqa: B023 -- called at once
        return [
            span
            for d in days
            for span in yearly(context, lambda year: day_span(year, month, d), f"{d} {MONTH_NAMES[month]}")  # noqa: B023
        ]

    return evaluate


@rule(
    "adjacent-dates", "Late October and early November",
    "<first> AND <last>",
    general=True,
    reason="Two dates of which the second begins where the first ends are one stretch. Of any others nothing says whether what lies between "
    "them is meant.",
    examples=[
        Example("the late 1960s and early 1970s", "", "1967-01-01~/1972-12-31~"),
        Example("yesterday and today", "2023-05-22", "2023-05-21/2023-05-22"),
        Example("Oct. 31 and Nov. 1", "1989-11-02", "1989-10-31/1989-11-01"),
        Example("yesterday and last Friday", "2023-05-22", "refused D301"),
    ],
)  # fmt: skip
def adjacent_dates(match: Match) -> Evaluator | None:
    """Join two dates that meet."""
    if match.tokens[0].kind in "BqF":
        return None
    first, last = match.part("first"), match.part("last")
    if (
        first is None
        or last is None
        or is_clock(first)
        or is_clock(last)
        or is_range(first)
        or is_range(last)
    ):
        return None

    def evaluate(context: Context) -> list[Span]:
        return [
            Span(
                one.start, two.end, Precision.INTERVAL, approximate=one.approximate or two.approximate,
                why="; ".join(dict.fromkeys(why for why in ("two dates that meet", one.why, two.why) if why)),
            )
            for one in first.at(context) for two in last.at(context)
            if not one.struck and not two.struck and one.start and two.end and one.end == two.start
        ]  # fmt: skip

    return evaluate
