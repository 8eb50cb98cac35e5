"""Small steps that several families of rules share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from timeline.dates.context import Context, attempt
from timeline.dates.rules.table import Evaluator, Expression, Match
from timeline.dates.spans import (
    DAY,
    WEEK,
    WEEKDAY_NAMES,
    ImpossibleDate,
    Span,
    because,
    century_span,
    day_text,
    decade_span,
    half_span,
    month_span,
    quarter_span,
    replace,
    season_of,
    season_span,
    span_of_day,
    struck,
    week_span,
    weekend_span,
    year_span,
)
from timeline.dates.types import Precision
from timeline.dates.zones import is_fold, localize


def nothing(why: str = "") -> Span:
    """Make a reading that has no date; a new one each time, since a rule writes its name on what it gives."""
    return Span(None, None, Precision.UNSTATED, why=why)


def undated() -> Span:
    """Make the reading of words that count from an event whose own date is open."""
    return nothing("as undated as the event that it is told from")


PERIODS = {
    Precision.YEAR, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.DECADE, Precision.CENTURY,
    Precision.WEEK, Precision.WEEKEND,
}  # fmt: skip
"""Stretches longer than a day that have an early and a late part."""


def fixed(make: Callable[[], Span], why: str) -> Evaluator:
    """Return an evaluator for words that need no anchor."""
    span = because(attempt(lambda _: make(), 0), why)
    return lambda _context: [span]


def each(expression: Expression | None, change: Callable[[Context, Span], list[Span]]) -> Evaluator | None:
    """Return an evaluator that changes every reading of an inner expression; struck-out ones pass through."""
    if expression is None:
        return None

    def evaluate(context: Context) -> list[Span]:
        out: list[Span] = []
        for inner in expression.at(context):
            if inner.struck:
                out.append(inner)
                continue
            try:
                changed = change(context, inner)
            except (ImpossibleDate, OverflowError) as impossible:
                changed = [struck(nothing(), "D304", str(impossible))]
            for span in changed:
                why = f"{inner.why}; {span.why}" if span.why and inner.why else span.why or inner.why
                # a clock time in an evening is as exact as it is said; an evening of about 1950 is not
                about = span.approximate or (inner.approximate and span.precision not in CLOCK_PRECISIONS)
                out.append(replace(
                    span, why=why, rule="", approximate=about, zone=span.zone or inner.zone,
                    warnings=(*inner.warnings, *span.warnings), inner=(*inner.inner, *((inner.rule,) if inner.rule else ())),
                ))  # fmt: skip
        return out

    return evaluate


def with_weekday(spans: list[Span], weekday: int | None) -> list[Span]:
    """Strike out the days that are not the weekday which the words name."""
    if weekday is None:
        return spans
    return [
        span
        if span.struck or span.start is None or span.start.weekday() == weekday
        else struck(
            span, "D305",
            f"{day_text(span.start)} is a {WEEKDAY_NAMES[span.start.weekday()]}, not a {WEEKDAY_NAMES[weekday]}",
        )
        for span in spans
    ]  # fmt: skip


def unit_span(unit: str, moment: datetime, shift: int = 0) -> Span:  # noqa: C901, PLR0911 -- a list of cases, one after another
    """Return the day, week, month ... that lies `shift` units after the one that holds a local time."""
    match unit:
        case "day":
            return span_of_day(moment + shift * DAY)
        case "week" | "fortnight":
            return week_span(moment + shift * (2 * WEEK if unit == "fortnight" else WEEK))
        case "weekend":
            return weekend_span(moment + shift * WEEK)
        case "month":
            return month_span(moment.year, moment.month + shift)
        case "quarter":
            return quarter_span(moment.year, (moment.month - 1) // 3 + 1 + shift)
        case "half":
            return half_span(moment.year, (moment.month - 1) // 6 + 1 + shift)
        case "season":
            year, season = season_of(moment)
            number = year * 4 + season - 1 + shift
            return season_span(number // 4, number % 4 + 1)
        case "year":
            return year_span(moment.year + shift)
        case "decade":
            return decade_span(moment.year // 10 * 10 + 10 * shift)
        case "century":
            return century_span(moment.year // 100 + 1 + shift)
        case _:
            raise ImpossibleDate(f"a {unit} is not a stretch of the calendar")


_FIXED = {
    "day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY, "weekend": 7 * DAY, "tenday": 10 * DAY,
    "hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1),
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}

CLOCK_PRECISIONS = {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}

CLOCK_UNITS = {"hour": Precision.HOUR, "minute": Precision.MINUTE, "second": Precision.INSTANT}


@lru_cache(maxsize=1)
def _relativedelta() -> Callable[..., timedelta]:
    """Import `dateutil.relativedelta` when it is first needed: it takes a fifth of the package's import time."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    return relativedelta  # type: ignore[return-value]  # it adds to a datetime as a timedelta does


def step(moment: datetime, unit: str, count: int) -> datetime:
    """Return a local time moved by a number of units; the last day of a shorter month stands for a missing one."""
    try:
        if unit in _FIXED:
            return moment + _FIXED[unit] * count
        return moment + _relativedelta()(months=_MONTHS[unit] * count)
    except (ValueError, OverflowError, KeyError):
        raise ImpossibleDate(f"{count} {unit}s from {day_text(moment)} is beyond the calendar") from None


def elapsed(context: Context, unit: str, count: int) -> tuple[datetime, datetime, tzinfo | None]:
    """Return the anchor's moment and the one so many hours, minutes or seconds away, on clocks that both share.

    Hours pass by instants and not by clocks: three hours before five on the morning the clocks jumped it was one.
    """
    moment = context.instant
    moved = step(moment, unit, count)
    if context.zones is None:
        return moment, moved, None
    clocks, zone = context.zones
    then = localize(moment, clocks).astimezone(UTC)
    now = then + (moved - moment)
    if (
        clocks is zone
        and localize(moved, zone).astimezone(UTC) == now
        and not (is_fold(moved, zone) or is_fold(moment, zone))
    ):
        return moment, moved, None
    offset = timezone(now.astimezone(zone).utcoffset() or timedelta(0))
    return then.astimezone(offset).replace(tzinfo=None), now.astimezone(offset).replace(tzinfo=None), offset


def caught(evaluate: Evaluator) -> Evaluator:
    """Turn a date beyond the calendar into a struck-out reading."""

    def safe(context: Context) -> list[Span]:
        try:
            return evaluate(context)
        except (ImpossibleDate, OverflowError) as impossible:
            return [struck(nothing(), "D304", str(impossible) or "the date is beyond the calendar")]

    return safe


def stretch(unit: str, count: int, *, forward: bool, approximate: bool = False) -> Evaluator:
    """Return an evaluator for so many units up to the anchor, or from it; nobody counts the days of "the past two years"."""

    def evaluate(context: Context) -> list[Span]:
        clock = unit in CLOCK_UNITS
        whole = context.whole
        exact = whole.precision in {Precision.INSTANT, Precision.MINUTE}
        if exact and clock:
            start, end, zone = elapsed(context, unit, count if forward else -count)
            if zone is not None and context.zones is not None:  # each end on the clocks of its own hour
                start, end = (
                    moment.replace(tzinfo=zone).astimezone(context.zones[1]).replace(tzinfo=None)
                    for moment in (start, end)
                )
            first, last = (start, end) if forward else (end, start)
            why = f"{count} {unit}{'s' if count != 1 else ''} {'from' if forward else 'up to'} {context.anchor_text}"
            return [Span(first, last, Precision.INTERVAL, why=why)]
        start, end = context.base, context.base + DAY
        why = f"{count} {unit}{'s' if count != 1 else ''} {'from' if forward else 'up to'} {context.anchor_text}"
        if forward:
            return [Span(start, step(end, unit, count), Precision.INTERVAL, approximate=approximate, why=why)]
        return [Span(step(start, unit, -count), end, Precision.INTERVAL, approximate=approximate, why=why)]

    return caught(evaluate)


def years_may_be_whole(context: Context, unit: str, *, forward: bool) -> bool:
    """Tell whether "the past two years" may mean calendar years: early in a year; looking ahead, late in it.

    In January "the past year" may be the one that has just ended; in November nobody means that. Months and weeks differ
    from those of the calendar by less than their approximate edges where it matters.
    """
    month = context.base.month
    return unit == "year" and (month >= 10 if forward else month <= 3)


PLURALS = frozenset(
    [
        "days",
        "weeks",
        "weekends",
        "months",
        "quarters",
        "years",
        "decades",
        "centuries",
        "days'",
        "weeks'",
        "months'",
        "years'",
        "seconds",
        "minutes",
        "hours",
        "дні",
        "днів",
        "днями",
        "днях",
        "тижнів",
        "тижнями",
        "тижнях",
        "місяців",
        "місяцями",
        "місяцях",
        "роки",
        "років",
        "роками",
        "роках",
        "кварталів",
        "кварталами",
        "дни",
        "дней",
        "днями",
        "днях",
        "недель",
        "неделями",
        "неделях",
        "месяцы",
        "месяцев",
        "месяцами",
        "месяцах",
        "годы",
        "лет",
        "годами",
        "годах",
        "кварталов",
        "tage",
        "tagen",
        "wochen",
        "monaten",
        "jahren",
        "jahre",
        "monate",
        "jours",
        "semaines",
        "ans",
        "années",
        "días",
        "semanas",
        "meses",
        "años",
    ]
)
"""A unit in the plural and without a number is a length of time, not a date. Forms that are also singular are left out."""


def unit_of(match: Match, name: str = "unit") -> str:
    """Return the unit of a named token; the ordinal "second" is also a unit."""
    token = match.token(name)
    return "second" if token.kind == "2" else str(token.value)
