"""Periods that are told from the one a story is about: "the year-ago quarter", "the same period last year", "the 1988 quarter"."""

from __future__ import annotations

from datetime import timedelta

from timeline.dates.context import Context, attempt, yearly
from timeline.dates.rules.base import PLURALS, caught, each, step, undated, unit_of, unit_span
from timeline.dates.rules.counted import counted
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import MONTH_NAMES, Span, because, month_span, quarter_span, replace, span_of_day
from timeline.dates.types import Precision


def _noun(match: Match) -> str:
    return "" if match.token("noun").kind == "R" else unit_of(match, "noun")


def _compared(match: Match, context: Context, year: int | None, back: int) -> list[Span]:
    """The event's own unit, so many years back or in another year; a mere "period" is as long as the event."""
    whole, unit = context.story, _noun(match)
    if whole.start is None or whole.end is None:
        return [undated()]
    span = (
        whole if not unit else attempt(lambda shift: unit_span(unit, whole.start or context.base, shift), 0)
    )
    if span.start is None or span.end is None or (span.end < whole.end):
        return [undated()]
    back = span.start.year - year if year is not None else back
    start, end = step(span.start, "year", -back), step(span.end, "year", -back)
    why = f"{counted(back, 'year')} before the {unit or 'period'} of the event that it is told from"
    if unit and unit != "week":
        return [because(unit_span(unit, start), why)]
    return [Span(start, end, Precision.INTERVAL, why=why)]


@rule(
    "year-ago-period", "The year-ago quarter, the year-earlier period",
    "unit:UNIT|YEARWORD which:AGO|EARLIER|BEFORE noun:QUARTERWORD|PERIODWORD|UNIT", "SAME noun:QUARTERWORD|PERIODWORD count:A unit:UNIT|YEARWORD which:AGO|EARLIER|BEFORE",
    "SAME noun:QUARTERWORD|PERIODWORD LAST unit:UNIT|YEARWORD", "SAME|THAT noun:PERIODWORD", "noun:PERIODWORD",
    reason="A report compares the period it is about, which is seldom that of its own date, and often a company's own quarter. So it is read "
    "only from an event that has that period.",
    examples=[
        Example("the year-ago quarter", "1989-08", "1988-35", kind="event"),
        Example("the same period last year", "1989-07/1989-09", "1988-07-01/1988-09-30", kind="event"),
        Example("the year-earlier period", "1989-11-02", "refused D307"),
    ],
)  # fmt: skip
def year_ago_period(match: Match) -> Evaluator | None:
    """Take the period of the event, a year before."""
    if match.has("unit") and (unit_of(match) != "year" or match.token("unit").text in PLURALS):
        return None
    if match.token("noun").kind == "U" and _noun(match) not in {"month", "week", "half"}:
        return None
    back = 1 if match.has("unit") else 0
    return caught(lambda context: _compared(match, context, None, back))


@rule(
    "period-of-another-year", "The 1988 quarter, the same period of 1988",
    "year:YEAR4 noun:QUARTERWORD|PERIODWORD", "SAME noun:QUARTERWORD|PERIODWORD|UNIT year:YEAR4",
    reason="Which quarter it is, the story says and the date of its publication does not.",
    examples=[
        Example("the 1988 quarter", "1989-08", "1988-35", kind="event"),
        Example("the 1988 period", "1989-11-02", "refused D307"),
    ],
)  # fmt: skip
def period_of_another_year(match: Match) -> Evaluator | None:
    """Take the period of the event in the year that the words name."""
    if match.token("noun").kind == "U" and _noun(match) not in {"month", "half"}:
        return None
    return caught(lambda context: _compared(match, context, match.number("year"), 0))


@rule(
    "year-before-the-latest", "October a year ago, the third quarter a year earlier",
    "month:MONTH A unit:UNIT|YEARWORD AGO|EARLIER|BEFORE", "quarter:ORDINAL QUARTERWORD A unit:UNIT|YEARWORD AGO|EARLIER|BEFORE",
    "unit:UNIT|YEARWORD AGO|EARLIER quarter:ORDINAL QUARTERWORD", "quarter:QUARTER A unit:UNIT|YEARWORD AGO|EARLIER|BEFORE",
    reason="Of the year before the anchor's, or a year before the latest one; early in a year these differ, and both are offered.",
    examples=[
        Example("the third quarter a year ago", "1989-11-02", "1988-35"),
        Example("October a year earlier", "1989-11-02", "1988-10"),
        Example("the fourth quarter a year ago", "1990-02-02", "refused D302"),
    ],
)  # fmt: skip
def year_before_the_latest(match: Match) -> Evaluator | None:
    """Name the month or quarter a year before the latest one."""
    if unit_of(match) != "year":
        return None
    month = match.number("month")
    quarter = match.number("quarter")
    if not month and not 1 <= quarter <= 4:
        return None
    noun = MONTH_NAMES[month] if month else f"quarter {quarter}"

    def make(year: int) -> Span:
        return month_span(year, month) if month else quarter_span(year, quarter)

    def evaluate(context: Context) -> list[Span]:
        if context.event:
            origin = context.story.start
            return (
                []
                if origin is None
                else [because(attempt(make, origin.year - 1), f"{noun} of the year before the event")]
            )
        latest = yearly(context, make, noun)[0].start
        years = {context.base.year - 1} | (set() if latest is None else {latest.year - 1})
        return [because(attempt(make, year), f"the {noun} of {year}") for year in sorted(years)]

    return evaluate


@rule(
    "weekday-weeks-ago", "A week ago Monday",
    "count:COUNT unit:UNITS AGO weekday:WEEKDAY", "weekday:WEEKDAY count:COUNT unit:UNITS AGO",
    reason="So many weeks before the latest such weekday, or that weekday of the week which lies so many weeks back; where these differ, both "
    "are offered.",
    examples=[
        Example("a week ago Monday", "1989-11-02", "1989-10-23"),
        Example("a week ago Friday", "1989-11-02", "refused D302"),
    ],
)  # fmt: skip
def weekday_weeks_ago(match: Match) -> Evaluator | None:
    """Name a weekday some weeks back."""
    weekday, count = match.number("weekday"), match.number("count", 1)
    if unit_of(match) != "week" or match.token("count").kind == "_":
        return None

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        latest = base - timedelta(days=(base.weekday() - weekday) % 7, weeks=count)
        there = base - timedelta(days=base.weekday() - weekday, weeks=count)
        return [
            because(
                span_of_day(latest),
                f"{counted(count, 'week')} before the latest such day by {context.anchor_text}",
            ),
            because(
                span_of_day(there),
                f"that day of the week {counted(count, 'week')} before {context.anchor_text}",
            ),
        ]

    return caught(evaluate)


@rule(
    "years-and-a-half-ago", "Two and a half years ago",
    "count:COUNT AND A unit:UNIT AGO", "count:A unit:UNIT AND A HALFWORD AGO", "count:NUM half:PAIR unit:UNIT AGO",
    reason="The year that lies so many months back, and only about so far.",
    examples=[
        Example("two and a half years ago", "1989-11-02", "1987~"), Example("a year and a half ago", "1989-11-02", "1988~"),
        Example("2 1/2 years ago", "1989-11-02", "1987~"),
    ],
)  # fmt: skip
def years_and_a_half_ago(match: Match) -> Evaluator | None:
    """Count years and half a year back."""
    expected = (
        "half" if match.tokens[0].kind == "N" and not match.has("half") else "year"
    )  # "half years" are a unit
    if unit_of(match) != expected or match.token("count").kind == "_":
        return None
    if match.has("half") and match.value("half") != "1/2":
        return None
    months = 12 * match.number("count", 1) + 6
    return caught(
        lambda context: [
            replace(
                unit_span("year", step(context.base, "month", -months)), approximate=True,
                why=f"{months} months before {context.anchor_text}",
            )
        ]
    )  # fmt: skip


@rule(
    "more-or-less-than-ago", "More than two years ago, less than a year ago",
    "limit:LIMIT count:COUNT unit:UNITS AGO",
    reason='"More than" gives a bound from above only, since nobody says how much more; "less than" lies between that moment and the anchor.',
    examples=[
        Example("more than two years ago", "1989-11-02", "../1987-11-02"),
        Example("less than a month ago", "1989-11-02", "1989-10-02/1989-11-02"),
    ],
)  # fmt: skip
def more_or_less_than_ago(match: Match) -> Evaluator | None:
    """Bound a date by a length of time before the anchor."""
    unit, count, more = unit_of(match), match.number("count", 1), match.value("limit") == "more"
    if unit in {"second", "minute", "hour", "date", "workday", "halfday"} or match.token("count").kind == "_":
        return None
    words = f"{'more' if more else 'less'} than {counted(count, unit)} before"

    def evaluate(context: Context) -> list[Span]:
        then = step(context.base, unit, -count)
        if more:
            return [
                Span(
                    None,
                    span_of_day(then).end,
                    Precision.UNSTATED,
                    why=f"{words} {context.anchor_text}",
                    not_known=("how much more",),
                )
            ]
        return [
            Span(
                then, span_of_day(context.base).end, Precision.INTERVAL, why=f"{words} {context.anchor_text}"
            )
        ]

    return caught(evaluate)


@rule(
    "holiday-weekend", "The Labor Day weekend",
    "<day> unit:UNIT",
    general=True,
    reason="Of a holiday on a Monday, the three days that end with it; of Thanksgiving, the four that begin with it. Others differ by year and place.",
    examples=[
        Example("the Labor Day weekend", "1989-11-02", "1989-09-02/1989-09-04"),
        Example("Bastille Day weekend", "1989-11-02", "refused D301"),
    ],
)  # fmt: skip
def holiday_weekend(match: Match) -> Evaluator | None:
    """Name the long weekend of a holiday."""
    if match.value("unit") != "weekend" or match.tokens[0].kind != "L" or match.token("unit").text in PLURALS:
        return None

    def change(_context: Context, day: Span) -> list[Span]:
        if day.start is None or day.precision is not Precision.DAY:
            return []
        if match.tokens[0].value == "thanksgiving":
            return [
                Span(
                    day.start,
                    day.start + timedelta(days=4),
                    Precision.INTERVAL,
                    why="from Thursday to Sunday",
                )
            ]
        if day.start.weekday() == 0:
            return [
                Span(
                    day.start - timedelta(days=2),
                    day.start + timedelta(days=1),
                    Precision.INTERVAL,
                    why="from Saturday to Monday",
                )
            ]
        return []

    return each(match.part("day"), change)
