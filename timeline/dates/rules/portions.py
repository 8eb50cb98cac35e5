"""Parts of periods: "early May", "the second half of June", "the first Tuesday of May", "the first nine months of 1989"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from timeline.dates.context import AHEAD, Context, attempt, yearly
from timeline.dates.rules.base import PERIODS, each, step, unit_of, unit_span
from timeline.dates.rules.clock import PARTS, part_span
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    WEEKDAY_NAMES,
    Span,
    half_span,
    replace,
    span_of_day,
    struck,
    week_span,
    year_span,
)
from timeline.dates.types import Precision


@rule(
    "half-of-a-period", "Half of a month, of a period",
    "half:HALF <period>",
    reason="The days up to the middle of the period, or those after it: a month is halved after its 15th day.",
    examples=[
        Example("the second half of May 2023", "", "2023-05-16/2023-05-31"),
        Example("first half of last year", "2023-05-22", "2022-40"),
        Example("у першій половині березня 2014 року", "", "2014-03-01/2014-03-15", language="uk"),
    ],
)  # fmt: skip
def half_of_a_period(match: Match) -> Evaluator | None:
    """Halve a period that other words name."""
    number = match.number("half")
    if match.count("period") == 1 and match.tokens[-1].kind == "Y":
        return None

    def change(_context: Context, period: Span) -> list[Span]:
        if period.start is None or period.end is None or period.precision not in {*PERIODS, Precision.DAY}:
            return []
        start, end = period.start, period.end
        match period.precision:
            case Precision.DAY:
                return [part_span(start, "morning" if number == 1 else "afternoon")]
            case Precision.YEAR:
                return [half_span(start.year, number)]
            case Precision.MONTH:
                middle = start + timedelta(days=15)
            case Precision.DECADE:
                middle = start.replace(year=start.year + 5)
            case Precision.CENTURY:
                middle = start.replace(year=start.year + 50)
            case Precision.QUARTER | Precision.SEASON | Precision.HALF:
                middle = start + (end - start) / 2
                middle = middle.replace(hour=0)
            case _:
                return []
        first, last = (start, middle) if number == 1 else (middle, end)
        return [Span(first, last, Precision.INTERVAL, why=f"its {('first', 'second')[number - 1]} half")]

    return each(match.part("period"), change)


EDGES: Final = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


@rule(
    "part-of-a-period", "Early, mid and late; beginning, middle and end",
    "edge:EDGE <period>", "<period> edge:EDGE",
    general=True,
    reason="Thirds, by convention: of a month its days 1 to 10, 11 to 20, 21 to the end; of a year January to April, May to August, "
    "September to December; of a decade its first three years, the four in the middle, the last three; of any other period its "
    "thirds. Early on a day is 00:00 to 06:00, late 18:00 to 24:00.",
    examples=[
        Example("early May 2023", "", "2023-05-01~/2023-05-10~"),
        Example("mid-November 2022", "", "2022-11-11~/2022-11-20~"),
        Example("late 1989", "", "1989-09-01~/1989-12-31~"),
        Example("the end of last year", "2023-05-22", "2022-09-01~/2022-12-31~"),
        Example("на початку квітня", "2014-03-01", "2014-04-01~/2014-04-10~", kind="event", language="uk"),
    ],
)  # fmt: skip
def part_of_a_period(match: Match) -> Evaluator | None:
    """Name a third of a period that other words name."""
    word = match.value("edge")
    third = EDGES[word]

    def change(_context: Context, period: Span) -> list[Span]:  # noqa: PLR0911 -- one return for each case reads best
        if period.start is None or period.end is None:
            return []
        if period.precision is Precision.PART_OF_DAY and word in {"early", "late"}:
            finer = f"{word} {period.part}"
            return [part_span(period.start.replace(hour=0), finer)] if finer in PARTS else []
        if period.precision is Precision.DAY:
            if word == "start":
                return []  # "beginning Monday" is no part of it
            if word == "mid":
                return [part_span(period.start, "midday")]
            return [part_span(period.start, "early morning" if third == 0 else "evening")]
        bounds = thirds(period)
        if bounds is None:
            return []
        start, end = bounds[third], bounds[third + 1]
        return [
            Span(
                start,
                end,
                Precision.INTERVAL,
                approximate=True,
                why=f"its {('first', 'middle', 'last')[third]} third, by convention",
            )
        ]

    return each(match.part("period"), change)


def thirds(period: Span) -> tuple[datetime, datetime, datetime, datetime] | None:  # noqa: PLR0911 -- one return for each case reads best
    """Return the four bounds of the thirds of a period, on whole days."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    match period.precision:
        case Precision.MONTH:
            return start, start + 10 * DAY, start + 20 * DAY, end
        case Precision.YEAR:
            return start, start.replace(month=5), start.replace(month=9), end
        case Precision.DECADE:
            return start, start.replace(year=start.year + 3), start.replace(year=start.year + 7), end
        case Precision.CENTURY:
            return start, start.replace(year=start.year + 33), start.replace(year=start.year + 67), end
        case Precision.WEEK:
            return start, start + 2 * DAY, start + 4 * DAY, end
        case Precision.QUARTER | Precision.SEASON:
            return start, month_start(start, 1), month_start(start, 2), end
        case Precision.HALF:
            return start, month_start(start, 2), month_start(start, 4), end
        case _:
            return None


def month_start(moment: datetime, shift: int) -> datetime:
    """Return the first day of a month so many months on."""
    month = moment.year * 12 + moment.month - 1 + shift
    return datetime(month // 12, month % 12 + 1, 1)


@rule(
    "part-of-the-anchors-period",
    "At the beginning of the year, at the end of the month",
    "edge:EDGE unit:UNITS",
    reason="A third, by convention, of the week, month or year that holds the anchor's day.",
    examples=[Example("at the end of the month", "2023-05-22", "2023-05-21~/2023-05-31~", kind="event")],
)
def part_of_the_anchors_period(match: Match) -> Evaluator | None:
    """Name a third of the anchor's own week, month or year."""
    unit, third = unit_of(match), EDGES[match.value("edge")]
    if unit in {"second", "minute", "hour", "day", "workday", "date", "halfday", "weekend", "fortnight"}:
        return None

    def evaluate(context: Context) -> list[Span]:
        period = attempt(lambda number: unit_span(unit, context.base, number), 0)
        bounds = thirds(period)
        if bounds is None:
            return []
        why = f"the {('first', 'middle', 'last')[third]} third of the {unit} of {context.anchor_text}, by convention"
        return [Span(bounds[third], bounds[third + 1], Precision.INTERVAL, approximate=True, why=why)]

    return evaluate


@rule(
    "nth-in-a-period", "First Tuesday of May, last day of March, second week of June",
    "number:FIRSTLAST weekday:WEEKDAY <period>", "number:FIRSTLAST unit:UNITS <period>",
    general=True,
    reason="Counted inside the period. A week of a month may be its days 1 to 7 or a week from Monday, so both are offered unless they "
    "agree.",
    examples=[
        Example("first Tuesday of May 2023", "", "2023-05-02"),
        Example("the last day of March 2023", "", "2023-03-31"),
        Example("the last Monday of May 2023", "", "2023-05-29"),
        Example("the first week of May 2023", "", "2023-05-01/2023-05-07"),
        Example("the second week of June 2023", "", "refused D302"),
    ],
)  # fmt: skip
def nth_in_a_period(match: Match) -> Evaluator | None:
    """Count days, weekdays, weeks, months or quarters inside a period."""
    token = match.token("number")
    number = -1 if token.kind == "l" else match.number("number")
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
        calendar = replace(
            week_span(monday + timedelta(days=7 * (number - 1))), why="the calendar week, Monday to Sunday"
        )
    else:
        counted = Span(period.end - 7 * DAY, period.end, Precision.WEEK, why="its last seven days")
        calendar = replace(week_span(period.end - 4 * DAY), why="its last calendar week, Monday to Sunday")
    if counted.start is not None and counted.start >= period.end:
        return [struck(counted, "D304", f"there is no week number {number} in it")]
    return (
        [calendar] if (calendar.start, calendar.end) == (counted.start, counted.end) else [counted, calendar]
    )


@rule(
    "first-units-of-a-period", "The first nine months of 1989, the last two weeks of October",
    "number:FIRSTLAST count:NUM unit:UNITS <period>", "number:FIRSTLAST count:NUM unit:UNITS", "number:FIRSTLAST count:NUM unit:UNITS this:UNIT|YEARWORD",
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
    last = match.token("number").kind == "l"
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
            replace(attempt(make, base.year - 1), why=f"the {noun} of the year before {context.anchor_text}"),
        ]
    return spans[:1] if base - over <= AHEAD else spans


@rule(
    "turn-of-a-period",
    "The turn of the year",
    "TURN unit:UNITS|YEARWORD",
    "TURN <period>",
    reason="The days around the beginning of the period: readers differ on which turn is meant, so only a named century or year is read.",
    examples=[Example("the turn of the 20th century", "", "refused D302")],
)
def turn_of_a_period(match: Match) -> Evaluator | None:
    """Offer both turns of a century or year."""
    if match.has("unit"):
        return None

    def change(_context: Context, period: Span) -> list[Span]:
        if (
            period.start is None
            or period.end is None
            or period.precision not in {Precision.CENTURY, Precision.YEAR, Precision.DECADE}
        ):
            return []
        width = 5 if period.precision is Precision.CENTURY else 1
        spans = []
        for middle, why in ((period.start.year, "around its beginning"), (period.end.year, "around its end")):
            start, end = year_span(middle - width).start, year_span(middle + width - 1).end
            spans.append(Span(start, end, Precision.INTERVAL, approximate=True, why=why))
        return spans

    return each(match.part("period"), change)
