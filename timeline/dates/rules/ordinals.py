"""Counted inside a period: "the first Tuesday of May", "the second week of June", "the first nine months of 1989"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from timeline.dates.context import AHEAD, Context, attempt, yearly
from timeline.dates.rules.base import PERIODS, PLURALS, caught, each, step, unit_of, unit_span
from timeline.dates.rules.portions import thirds
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    WEEKDAY_NAMES,
    Span,
    because,
    replace,
    span_of_day,
    struck,
    week_span,
    year_span,
)
from timeline.dates.types import Precision


@rule(
    "nth-in-a-period", "First Tuesday of May, last day of March, second week of June",
    "number:FIRSTLAST|FINAL weekday:WEEKDAY <period>", "number:FIRSTLAST|FINAL unit:UNITS <period>", "number:FIRSTLAST|FINAL unit:UNITS this:UNIT|YEARWORD",
    general=True,
    reason="Counted inside the period. A week of a month may be its days 1 to 7 or a week from Monday, so both are offered unless they "
    "agree.",
    examples=[
        Example("first Tuesday of May 2023", "", "2023-05-02"),
        Example("the last day of March 2023", "", "2023-03-31"),
        Example("the last Monday of May 2023", "", "2023-05-29"),
        Example("the first week of May 2023", "", "2023-05-01/2023-05-07"),
        Example("the second week of June 2023", "", "refused D302"),
        Example("the first month of the year", "2023-05-22", "2023-01"),
    ],
)  # fmt: skip
def nth_in_a_period(match: Match) -> Evaluator | None:
    """Count days, weekdays, weeks, months or quarters inside a period."""
    token = match.token("number")
    number = -1 if token.kind in "l~" else match.number("number")
    weekday = match.number("weekday") if match.has("weekday") else None
    unit = "" if weekday is not None else unit_of(match)

    def change(_context: Context, period: Span) -> list[Span]:
        if period.start is None or period.end is None or period.precision not in PERIODS:
            return []
        if weekday is not None:
            if period.precision is Precision.WEEK:
                return []
            found = _nth_weekday(period, weekday, number)
        else:
            found = _nth_unit(period, unit, number)
        noun = WEEKDAY_NAMES[weekday] if weekday is not None else unit
        return [
            replace(span, why=span.why or f"{'the last' if number < 0 else f'number {number},'} {noun} in it")
            for span in found
        ]

    if match.has("this"):
        within = match.value("this") or "year"
        if within not in {"week", "month", "year", "decade"} or match.token("this").text in PLURALS:
            return None
        return caught(lambda context: change(context, unit_span(within, context.base)))
    return each(match.part("period"), change)


def _nth_weekday(period: Span, weekday: int, number: int) -> list[Span]:
    if period.start is None or period.end is None:
        return []
    if number > 0:
        first = period.start + timedelta(days=(weekday - period.start.weekday()) % 7)
        day = first + timedelta(days=7 * (number - 1))
    else:
        last = period.end - DAY
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    if not period.start <= day < period.end:
        return [
            struck(
                Span(None, None, Precision.UNSTATED),
                "D304",
                f"there is no {WEEKDAY_NAMES[weekday]} number {number} in it",
            )
        ]
    return [span_of_day(day)]


def _nth_unit(period: Span, unit: str, number: int) -> list[Span]:
    if period.start is None or period.end is None:
        return []
    if unit == "week" and period.precision in {
        Precision.MONTH,
        Precision.QUARTER,
        Precision.SEASON,
        Precision.YEAR,
    }:
        return _nth_week(period, number)
    if unit == "tenday":
        number = 3 if number < 0 else number
        bounds = thirds(period) if period.precision is Precision.MONTH and number in {1, 2, 3} else None
        return [] if bounds is None else [Span(bounds[number - 1], bounds[number], Precision.INTERVAL)]
    if unit not in {"day", "month", "quarter", "half", "year", "decade", "weekend"}:
        return []
    if unit == "weekend" and number < 0:
        span = unit_span(unit, period.end - DAY, 0)
        if span.end is not None and span.end > period.end:
            span = unit_span(unit, period.end - DAY, -1)
    elif number > 0:
        span = unit_span(unit, period.start, 0)
        if unit == "weekend" and span.start is not None and span.start < period.start:
            span = unit_span(unit, period.start, 1)
        span = unit_span(unit, span.start or period.start, number - 1)
    else:
        span = unit_span(unit, period.end - DAY, 0)
    if span.start is None or span.end is None or span.start < period.start or span.end > period.end + DAY:
        return [
            struck(Span(None, None, Precision.UNSTATED), "D304", f"there is no {unit} number {number} in it")
        ]
    return [span]


def _nth_week(period: Span, number: int) -> list[Span]:
    """A week of a month: seven days counted from its first, or a week from Monday. Both, unless they agree."""
    if period.start is None or period.end is None:
        return []
    if number > 0:
        start = period.start + timedelta(days=7 * (number - 1))
        counted = Span(
            start,
            min(start + 7 * DAY, period.end),
            Precision.WEEK,
            why=f"seven days, number {number} from its first day",
        )
        monday = week_span(period.start + (3 * DAY)).start or period.start
        calendar = because(
            week_span(monday + timedelta(days=7 * (number - 1))), "the calendar week, Monday to Sunday"
        )
    else:
        counted = Span(period.end - 7 * DAY, period.end, Precision.WEEK, why="its last seven days")
        calendar = because(week_span(period.end - 4 * DAY), "its last calendar week, Monday to Sunday")
    if counted.start is not None and counted.start >= period.end:
        return [struck(counted, "D304", f"there is no week number {number} in it")]
    return (
        [calendar] if (calendar.start, calendar.end) == (counted.start, counted.end) else [counted, calendar]
    )


@rule(
    "first-units-of-a-period", "The first nine months of 1989, the last two weeks of October",
    "number:FIRSTLAST|FINAL count:NUM unit:UNITS <period>", "number:FIRSTLAST count:NUM unit:UNITS", "number:FIRSTLAST count:NUM unit:UNITS this:UNIT|YEARWORD",
    "!FIRSTLAST <period> number:FIRSTLAST count:NUM unit:UNITS", "which:EARLIER count:NUM unit:UNITS <period>",
    reason="So many units from the beginning of the period, or up to its end. Without a period, those of the year, found as a bare month "
    "is; but where they ended within the last 92 days, nobody means the coming ones.",
    examples=[
        Example("the first nine months of 1989", "", "1989-01-01/1989-09-30"),
        Example("the last two weeks of October 1989", "", "1989-10-18/1989-10-31"),
        Example("first nine months", "1989-11-20", "1989-01-01/1989-09-30"),
        Example("first six months", "1989-11-20", "refused D302"),
        Example("first nine months", "1990-01-10", "refused D302"),
        Example("the first nine months of the year", "1989-11-20", "1989-01-01/1989-09-30"),
    ],
)  # fmt: skip
def first_units_of_a_period(match: Match) -> Evaluator | None:  # noqa: PLR0911 -- a list of cases, one after another
    """Name the first or last months or weeks of a period."""
    if not match.has("number") or match.number("number") not in {0, 1} or match.token("number").kind == "2":
        return None
    last = match.token("number").kind in "l~"
    unit, count = unit_of(match), match.number("count")
    if unit not in {"day", "week", "month", "quarter", "year"}:
        return None

    def cut(period: Span) -> Span:
        if period.start is None or period.end is None:
            return struck(period, "D304", "the period is open")
        start = step(period.end, unit, -count) if last else period.start
        end = period.end if last else step(period.start, unit, count)
        if start < period.start or end > period.end:
            return struck(period, "D304", f"the period has fewer than {count} {unit}s")
        return Span(start, end, Precision.INTERVAL, why=f"its {'last' if last else 'first'} {count} {unit}s")

    if match.has("period"):
        return each(
            match.part("period"),
            lambda _context, period: [cut(period)] if period.precision in PERIODS else [],
        )
    if match.has("this"):
        if match.value("this") != "year":
            return None
        return lambda context: [
            replace(
                cut(year_span(context.base.year)),
                why=f"the {'last' if last else 'first'} {count} {unit}s of the year of {context.anchor_text}",
            )
        ]
    if last or unit not in {"month", "quarter"}:
        return None

    return lambda context: _first_months(context, lambda year: cut(year_span(year)), f"first {count} {unit}s")


def _first_months(context: Context, make: Callable[[int], Span], noun: str) -> list[Span]:
    """Place the first months of a year: those just over, not the coming ones; while they run, those of the year before too."""
    spans = yearly(context, make, noun)
    over, base = spans[0].end, context.base
    if context.event or context.future or over is None:
        return spans
    if over > base:
        return [
            *spans,
            because(attempt(make, base.year - 1), f"the {noun} of the year before {context.anchor_text}"),
        ]
    return spans[:1] if base - over <= AHEAD else spans
