"""Stretches of hours and of dates in numbers: "from 3 to 4 pm", "22 May, between 05:00 and 06:30", "14-15.10.2018"."""

from __future__ import annotations

from datetime import timedelta

from timeline.dates.context import yearly
from timeline.dates.rules.base import each, fixed
from timeline.dates.rules.clock import is_clock, on_day
from timeline.dates.rules.ranges import stretch_of
from timeline.dates.rules.table import Evaluator, Example, Expression, Match, rule
from timeline.dates.spans import (
    MONTH_NAMES,
    Span,
    day_span,
)
from timeline.dates.tokens import Token
from timeline.dates.types import Precision


@rule(
    "hours-of-a-day",
    "From 3 to 4 pm",
    "first:NUM TO second:NUM half:AMPM",
    "FROM|SINCE first:NUM TO|UNTIL second:NUM half:AMPM",
    "BETWEEN first:NUM AND|TO second:NUM half:AMPM",
    "first:CLOCK TO second:NUM|CLOCK half:AMPM",
    "FROM|SINCE first:CLOCK TO|UNTIL second:NUM|CLOCK half:AMPM",
    "BETWEEN first:CLOCK AND|TO second:NUM|CLOCK half:AMPM",
    reason="The half of the day is said once: it holds for both times, unless the first would then come after the last.",
    examples=[
        Example("from 3 to 4 pm", "2023-05-22", "2023-05-22T15:00/2023-05-22T16:00"),
        Example("11-1 pm", "2023-05-22", "2023-05-22T11:00/2023-05-22T13:00"),
    ],
)
def hours_of_a_day(match: Match) -> Evaluator | None:
    """Name a stretch between two clock times that share their half of the day."""
    ends = [_minutes(match.token(name)) for name in ("first", "second")]
    if any(minutes is None for minutes in ends):
        return None
    first, second = (minutes or 0 for minutes in ends)
    shift = 12 * 60 if match.value("half") == "pm" else 0
    last = second % (12 * 60) + shift
    begin = first % (12 * 60) + shift
    if begin >= last:
        begin -= 12 * 60
    if not 0 <= begin < last:
        return None
    return lambda context: [
        Span(
            context.base + timedelta(minutes=begin),
            context.base + timedelta(minutes=last),
            Precision.INTERVAL,
            why="from the first time to the last",
        )
    ]


def _minutes(token: Token) -> int | None:
    """Minutes after midnight or noon of a clock hour; `None` beyond twelve."""
    hour, _, minute = str(token.value).partition(":")
    if not hour.isdigit() or not 1 <= int(hour) <= 12 or (minute and not minute.isdigit()):
        return None
    return int(hour) * 60 + int(minute or 0)


@rule(
    "clock-range-on-a-day",
    "From 9 to 11:30 on a day",
    "!CLOCK|AMPM|OCLOCK|NOON !TO|AND|UNTIL <day> <times>",
    reason="Both times lie on that day.",
    examples=[Example("22 May 2023, between 05:00 and 06:30", "", "2023-05-22T05:00/2023-05-22T06:30")],
)
def clock_range_on_a_day(match: Match) -> Evaluator | None:
    """Place a stretch of clock times on a day, in either order."""
    early, late = match.kinds("day"), match.kinds("times")
    if _may_be_hours(early) == _may_be_hours(late):
        return None  # neither or both of them can be the hours: spared the reading
    day, times = match.part("day"), match.part("times")
    if day is None or times is None:
        return None
    if _clock_range(day):
        day, times = times, day
    if not _clock_range(times) or _clock_range(day) or is_clock(day):
        return None
    clock = times
    return each(day, lambda context, span: on_day(context, span, clock))


def _may_be_hours(kinds: str) -> bool:
    return not (_MARKS.isdisjoint(kinds) or _JOINTS.isdisjoint(kinds)) and _HOURS.issuperset(kinds)


_HOURS = frozenset("CmocNFBqx&-@iPkz")
_MARKS = frozenset("Cmoc")
_JOINTS = frozenset("&-x")


def _clock_range(expression: Expression) -> bool:
    kinds = {token.kind for token in expression.tokens}
    return (
        bool(kinds & _MARKS)
        and {made.name for made, _ in (*expression.parses, *expression.general)}
        <= {"range", "hours-of-a-day"}
        and kinds <= _HOURS
    )


@rule(
    "numeric-range",
    "14-15.10.2018",
    "first:DAY TO date:NUMERIC",
    "first:DAY TO date:PAIR",
    "FROM|SINCE first:DAY TO|UNTIL date:NUMERIC",
    "first:PAIR TO date:NUMERIC",
    reason="The month and year of the last day hold for the first.",
    examples=[
        Example("14-15.10.2018", "", "2018-10-14/2018-10-15"),
        Example("28.04-03.05.2018", "", "2018-04-28/2018-05-03"),
    ],
)
def numeric_range(match: Match) -> Evaluator | None:
    """Name a stretch of days in numbers."""
    parts = match.value("date").split(".")
    if match.token("first").kind == "u":
        start = (
            [int(piece) for piece in match.value("first").split(".")] if "." in match.value("first") else []
        )
    else:
        start = [match.number("first"), *([int(parts[1])] if len(parts) > 1 else [])]
    if len(parts) < 2 or len(start) != 2:
        return None
    day, month = int(parts[0]), int(parts[1])

    def make(year: int) -> Span:
        return stretch_of(lambda: (day_span(year, start[1], start[0]), day_span(year, month, day)))

    if len(parts) == 3 and len(parts[2]) == 4:
        return fixed(lambda: make(int(parts[2])), "the days from the first to the last")
    if len(parts) == 3:
        return None
    return lambda context: (
        yearly(context, make, f"{start[0]} to {day} {MONTH_NAMES[month]}") if 1 <= month <= 12 else []
    )
