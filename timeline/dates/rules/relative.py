"""Dates told from the anchor: "yesterday", "last week", "this year", "three months ago", "last Friday", "next May"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from timeline.dates.context import Context, attempt
from timeline.dates.rules.base import CLOCK_UNITS, NOTHING, each, step, unit_span
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    MONTH_NAMES,
    WEEK,
    WEEKDAY_NAMES,
    ImpossibleDate,
    Span,
    day_span,
    month_span,
    replace,
    season_of,
    season_span,
    span_of_day,
    struck,
    week_span,
    weekend_span,
)
from timeline.dates.types import Precision

SEASON_NAMES = ("", "spring", "summer", "autumn", "winter")


@rule(
    "named-day", "Today, yesterday, tomorrow",
    "day:DAYS", "weekday:WEEKDAY day:DAYS",
    reason="Counted in days from the anchor's own day, in the anchor's own zone.",
    examples=[
        Example("yesterday", "2023-05-22", "2023-05-21"),
        Example("today", "2023-05-22T09:00:00+03:00[Europe/Kyiv]", "2023-05-22"),
        Example("the day before yesterday", "2023-05-22", "2023-05-20"),
        Example("позавчора", "2023-05-22", "2023-05-20", language="uk"),
    ],
)  # fmt: skip
def named_day(match: Match) -> Evaluator:
    """Count days from the anchor."""
    shift = match.number("day")
    word = match.token("day").text
    return lambda context: [
        replace(span_of_day(context.base + shift * DAY), why=f"“{word}” counted from {context.anchor_text}")
    ]


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


@rule(
    "this-last-next-unit", "This, last and next week, month, quarter, year ...",
    "which:THIS|LASTS|NEXTS unit:UNITS",
    reason="The calendar unit that holds the anchor's day, the one before it, or the one after it. Weeks run from Monday to Sunday. "
    "A weekend is that of the anchor's week; the last weekend is the latest one that is over.",
    examples=[
        Example("the past year", "2023-05-22", "refused D302"),
        Example("last week", "2023-05-22", "2023-05-15/2023-05-21"),
        Example("this week", "2023-05-24", "2023-05-22/2023-05-28"),
        Example("last year", "2023-05-22", "2022"),
        Example("next month", "2023-12-22", "2024-01"),
        Example("last quarter", "2023-05-22", "2023-33"),
        Example("last weekend", "2023-05-22", "2023-05-20/2023-05-21"),
        Example("last year", "2023", "2022"),
        Example("минулого року", "2023-05-22", "2022", language="uk"),
    ],
)  # fmt: skip
def this_last_next_unit(match: Match) -> Evaluator | None:
    """Name a unit of the calendar near the anchor."""
    which, unit = match.token("which"), unit_of(match)
    if unit in {"second", "minute", "hour", "workday", "date", "halfday"}:
        return None
    shift = {"t": 0, "n": 1, "6": 1}.get(which.kind, -1)
    if which.kind == "v" or match.token("unit").text in PLURALS:
        return None
    running = None
    if which.kind == "p" and unit != "weekend":
        running = stretch(
            unit, 1, forward=False
        )  # "the past year": twelve months up to now, or the calendar year before
    if which.kind == "l" and unit == "decade":
        running = stretch(unit, 1, forward=False)
    if which.kind == "n" and unit == "day":
        return None

    def evaluate(context: Context) -> list[Span]:
        if shift == 0 and context.event and not context.future:
            return []  # of a story, see `same-day`
        base = context.base
        span = attempt(lambda number: unit_span(unit, base, number), shift)
        if unit == "weekend" and shift == -1 and base.weekday() == 6:
            span = weekend_span(base - WEEK)
        found = replace(
            span, why=f"the {unit} {('that holds', 'after', 'before')[shift]} {context.anchor_text}"
        )
        return [found] if running is None else [found, *running(context)]

    return evaluate


@rule(
    "the-weekend",
    "The weekend",
    "unit:UNIT",
    "DAYWORD|UNIT AT unit:UNIT",
    reason="In a report, the latest Saturday and Sunday that have begun by the anchor's day.",
    examples=[Example("over the weekend", "2023-05-23", "2023-05-20/2023-05-21")],
)
def the_weekend(match: Match) -> Evaluator | None:
    """Name the weekend that a report looks back on."""
    if match.value("unit") != "weekend":
        return None

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        span = weekend_span(base)
        if not (context.event or context.future) and span.start is not None and span.start > base:
            span = weekend_span(base - WEEK)
        return [replace(span, why=f"the weekend nearest to {context.anchor_text}")]

    return evaluate


@rule(
    "unit-after-next",
    "The week after next, the year before last",
    "unit:UNITS AFTER which:NEXT",
    "unit:UNITS BEFORE which:LAST",
    reason="Two units on, or two units back.",
    examples=[
        Example("the week after next", "2023-05-22", "2023-06-05/2023-06-11"),
        Example("the year before last", "2023-05-22", "2021"),
    ],
)
def unit_after_next(match: Match) -> Evaluator | None:
    """Name the unit two away from the anchor's."""
    unit, shift = unit_of(match), 2 if match.token("which").kind == "n" else -2
    return lambda context: [
        replace(
            attempt(lambda number: unit_span(unit, context.base, number), shift),
            why=f"two {unit}s from {context.anchor_text}",
        )
    ]


@rule(
    "earlier-or-later-in-a-period",
    "Earlier this year, later this month",
    "EARLIER|LATER <period>",
    "which:EARLIER|LATER IN? unit:UNITS",
    reason="The period itself: that the day lies before, or after, the anchor does not make it more exact.",
    examples=[
        Example("earlier this year", "2023-05-22", "2023"),
        Example("later this month", "2023-05-22", "2023-05"),
    ],
)
def earlier_or_later(match: Match) -> Evaluator | None:
    """Name the period in which something came earlier or later."""
    if match.has("unit"):
        unit = unit_of(match)
        if unit in {"second", "minute", "hour", "date", "workday"}:
            return None
        return lambda context: [
            replace(
                attempt(lambda number: unit_span(unit, context.base, number), 0),
                why=f"the {unit} of {context.anchor_text}",
            )
        ]

    def change(context: Context, period: Span) -> list[Span]:
        if (
            period.precision in {Precision.INTERVAL, Precision.UNSTATED, *CLOCK_UNITS.values()}
            or period.start is None
        ):
            return []
        if period.end is None or (
            period.precision is not Precision.DAY and not period.start <= context.base < period.end
        ):
            return []
        side = "earlier" if match.tokens[0].kind == "e" or match.tokens[1].kind == "e" else "later"
        return [
            replace(
                period,
                not_known=(f"when in the {period.precision.value}; the words say {side} than the anchor",),
            )
        ]

    return each(match.part("period"), change)


@rule(
    "last-weekday", "Last, this and next Friday",
    "which:THIS|LASTS|NEXTS weekday:WEEKDAY", "weekday:WEEKDAY which:LAST|PAST|NEXT",
    reason="\"Last Friday\" is the Friday of last week; where Friday has already passed in the anchor's week, readers differ, and both "
    "are offered. \"Past\" is the latest before the anchor's day, \"coming\" the first after it, \"this\" that of the anchor's week.",
    examples=[
        Example("last Friday", "2023-05-22", "2023-05-19"),
        Example("last Friday", "2023-05-28", "refused D302"),
        Example("last Friday", "[2023-05-22..2023-05-31]", "refused D303"),
        Example("this Friday", "2023-05-22", "2023-05-26"),
        Example("next Friday", "2023-05-22", "refused D302"),
        Example("this past Friday", "2023-05-28", "2023-05-26"),
    ],
)  # fmt: skip
def last_weekday(match: Match) -> Evaluator:
    """Name a weekday near the anchor."""
    which, weekday = match.token("which"), match.number("weekday")
    name = WEEKDAY_NAMES[weekday]

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        monday = base - timedelta(days=base.weekday())
        here = monday + timedelta(days=weekday)
        before = base - timedelta(days=(base.weekday() - weekday - 1) % 7 + 1)
        after = base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
        chosen: list[tuple[datetime, str]]
        if which.kind == "t":
            chosen = [(here, f"the {name} of the week of")]
        elif which.kind == "p" and not context.event:
            chosen = [(before, f"the latest {name} before")]
        elif which.kind == "6":
            chosen = [(after, f"the first {name} after")]
        elif which.kind == "n":
            chosen = [(after, f"the first {name} after")]
            if here + WEEK != after:
                chosen.append((here + WEEK, f"the {name} of the week after"))
        else:
            chosen = [(before, f"the latest {name} before")]
            if here - WEEK != before:
                chosen.append((here - WEEK, f"the {name} of the week before"))
        return [replace(span_of_day(day), why=f"{why} {context.anchor_text}") for day, why in chosen]

    return evaluate


@rule(
    "weekday-of-a-week",
    "Monday of last week",
    "weekday:WEEKDAY <week>",
    "<week> weekday:WEEKDAY",
    general=True,
    reason="That weekday of that week.",
    examples=[
        Example("Monday of last week", "2023-05-22", "2023-05-15"),
        Example("середа цього тижня", "2023-05-22", "2023-05-24", language="uk"),
    ],
)
def weekday_of_a_week(match: Match) -> Evaluator | None:
    """Name a weekday of a week that other words name."""
    weekday = match.number("weekday")

    def change(_context: Context, week: Span) -> list[Span]:
        if week.precision is not Precision.WEEK or week.start is None:
            return []
        return [replace(span_of_day(week.start + weekday * DAY), why=f"its {WEEKDAY_NAMES[weekday]}")]

    return each(match.part("week"), change)


@rule(
    "last-month-name", "Last, this and next May",
    "which:THIS|LASTS|NEXTS month:MONTH", "month:MONTH which:LAST|PAST|NEXT",
    reason="\"Last May\" is that of last year; where May has already passed in the anchor's year, readers differ, and both are offered. "
    "\"This\" is that of the anchor's year, \"past\" the latest that is over, \"coming\" the first that has not begun.",
    examples=[
        Example("last December", "2023-05-22", "2022-12"),
        Example("last March", "2023-05-22", "refused D302"),
        Example("this June", "2023-05-22", "2023-06"),
        Example("next January", "2023-05-22", "2024-01"),
    ],
)  # fmt: skip
def last_month_name(match: Match) -> Evaluator:
    """Name a month near the anchor."""
    which, month = match.token("which").kind, match.number("month")

    def make(year: int) -> Span:
        return month_span(year, month)

    return lambda context: near(context, which, make, MONTH_NAMES[month], careful=True)


@rule(
    "coming-month-and-day",
    "Next 5 June, this 21 May",
    "which:THIS|LASTS|NEXTS day:DAY month:MONTH",
    "which:THIS|LASTS|NEXTS month:MONTH day:DAY",
    reason="As last, this and next with the name of a month.",
    examples=[
        Example("the coming 5 June", "2023-05-22", "2023-06-05"),
        Example("this 21 May", "2023-05-24", "2023-05-21"),
        Example("last 3 December", "2023-05-22", "2022-12-03"),
    ],
)
def coming_month_and_day(match: Match) -> Evaluator:
    """Name a day of a year near the anchor."""
    which, month, day = match.token("which").kind, match.number("month"), match.number("day")

    def make(year: int) -> Span:
        return day_span(year, month, day)

    return lambda context: near(context, which, make, f"{day} {MONTH_NAMES[month]}", careful=True)


def near(
    context: Context, which: str, make: Callable[[int], Span], noun: str, *, careful: bool
) -> list[Span]:
    """Place "last", "this" and "next" before something that comes round once a year."""
    base = context.base
    here = attempt(make, base.year)
    if here.start is None or here.end is None:
        return [here]
    over, ahead = here.end <= base, here.start > base
    if which == "t":
        return [replace(here, why=f"the {noun} of the year of {context.anchor_text}")]
    if which in "n6":
        first = replace(
            attempt(make, base.year + (0 if ahead else 1)),
            why=f"the first {noun} after {context.anchor_text}",
        )
        if which == "n" and ahead and careful:
            return [
                first,
                replace(
                    attempt(make, base.year + 1), why=f"the {noun} of the year after {context.anchor_text}"
                ),
            ]
        return [first]
    latest = replace(
        attempt(make, base.year - (0 if over else 1)),
        why=f"the latest {noun} that was over by {context.anchor_text}",
    )
    if which != "p" and over and careful:
        return [
            latest,
            replace(attempt(make, base.year - 1), why=f"the {noun} of the year before {context.anchor_text}"),
        ]
    return [latest]


@rule(
    "last-season",
    "Last, this and next summer",
    "which:THIS|LASTS|NEXTS season:SEASON",
    "season:SEASON which:LAST|PAST|NEXT",
    reason="The latest such season that is over, that of the anchor's year, or the first that has not begun. Seasons are the three "
    "months of the northern hemisphere: spring is March to May.",
    examples=[
        Example("last summer", "2023-05-22", "2022-22"),
        Example("this spring", "2023-05-22", "2023-21"),
    ],
)
def last_season(match: Match) -> Evaluator:
    """Name a season near the anchor."""
    which, season = match.token("which").kind, match.number("season")

    def evaluate(context: Context) -> list[Span]:
        if season == 4 and which == "t":
            year, now = season_of(context.base)
            if now != 4 and context.base.month < 9:
                return [
                    replace(season_span(number, 4), why="the winter before or after")
                    for number in (context.base.year - 1, context.base.year)
                ]
            return [
                replace(
                    season_span(year if now == 4 else context.base.year, 4),
                    why=f"the winter of {context.anchor_text}",
                )
            ]
        if season == 4 and which not in "n6":
            end = context.base
            year = end.year - 1 if end.month >= 3 else end.year - 2
            return [
                replace(season_span(year, 4), why=f"the latest winter that was over by {context.anchor_text}")
            ]
        return near(
            context, which, lambda year: season_span(year, season), SEASON_NAMES[season], careful=False
        )

    return evaluate


def shifted(context: Context, unit: str, count: int, *, origin: datetime | None = None) -> Span:
    """Return the unit that lies a number of units away, no more exact than the unit."""
    if unit in CLOCK_UNITS:
        moment = context.instant if origin is None else origin
        whole = context.whole
        if origin is None and (whole.precision not in {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}):
            length = DAY if whole.end is None or whole.start is None else whole.end - whole.start
            start = step(moment, unit, count)
            return Span(start, start + length, Precision.INTERVAL)
        start = step(moment, unit, count)
        width = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}[
            unit
        ]
        precision = CLOCK_UNITS[unit]
        start = start.replace(second=0, microsecond=0) if unit != "second" else start
        return Span(start, start + width, precision, approximate=unit == "hour")
    base = context.base if origin is None else origin
    if unit in {"fortnight", "weekend"}:
        return unit_span("week" if unit == "fortnight" else "weekend", step(base, unit, count))
    return unit_span(unit, step(base, unit, count))


@rule(
    "units-ago", "So many days, weeks, months or years ago",
    "count:COUNT unit:UNITS AGO", "unit:UNITS AGO", "AGOPRE count:COUNT? unit:UNITS", "about:ABOUT count:COUNT unit:UNITS AGO",
    "count:COUNT unit:UNITS EARLIER AGO", "more:NUM|A first:UNITS AND? count:COUNT unit:UNITS AGO",
    reason='No more exact than the unit: "three years ago" is a year, "a month ago" a month, "two weeks ago" the week that holds '
    'that day, "two days ago" a day. "A few" gives bounds only.',
    examples=[
        Example("two days ago", "2023-05-22", "2023-05-20"),
        Example("a week ago", "2023-05-22", "2023-05-15/2023-05-21"),
        Example("three months ago", "2023-05-22", "2023-02"),
        Example("a year ago", "2023-05-22", "2022"),
        Example("два роки тому", "2023-05-22", "2021", language="uk"),
        Example("il y a trois jours", "2023-05-22", "2023-05-19", language="fr"),
    ],
)  # fmt: skip
def units_ago(match: Match) -> Evaluator | None:
    """Count units back from the anchor."""
    return count_units(match, -1, story=False)


def count_units(match: Match, sign: int, *, story: bool) -> Evaluator | None:
    """Count units from the anchor, or from another event."""
    unit = unit_of(match)
    if unit in {"date", "workday", "halfday"}:
        return None
    if match.has("more"):
        return _compound(match, unit, sign)
    few = match.has("count") and match.token("count").kind == "_"
    count = match.number("count", 1)
    about = match.has("about")

    def evaluate(context: Context) -> list[Span]:
        whole = context.story if story else None
        side = "before" if sign < 0 else "after"
        if whole is not None and (whole.start is None or whole.end is None):
            return [NOTHING]
        if few:
            if sign < 0:
                return [
                    Span(
                        None,
                        context.base if whole is None else whole.start,
                        Precision.UNSTATED,
                        why=f"some {unit}s before the anchor",
                    )
                ]
            return [
                Span(
                    context.base if whole is None else whole.end,
                    None,
                    Precision.UNSTATED,
                    why=f"some {unit}s after the anchor",
                )
            ]
        if whole is not None and whole.start is not None and whole.end is not None and context.coarse:
            moved = Span(
                step(whole.start, unit, sign * count), step(whole.end, unit, sign * count), Precision.INTERVAL
            )
            return [
                replace(moved, why=f"{count} {unit}(s) {side} the whole of the anchor", approximate=about)
            ]
        span = shifted(context, unit, sign * count)
        return [
            replace(
                span,
                why=f"{count} {unit}{'s' if count != 1 else ''} {side} {context.anchor_text}",
                approximate=about or span.approximate,
            )
        ]

    return caught(evaluate)


def _compound(match: Match, unit: str, sign: int) -> Evaluator:
    """Count "a year and two months": no more exact than the smaller unit."""
    first = unit_of(match, "first")

    def evaluate(context: Context) -> list[Span]:
        origin = step(context.base, first, sign * match.number("more", 1))
        span = shifted(context, unit, sign * match.number("count", 1), origin=origin)
        return [replace(span, why=f"counted back from {context.anchor_text}")]

    return caught(evaluate)


def caught(evaluate: Evaluator) -> Evaluator:
    """Turn a date beyond the calendar into a struck-out reading."""

    def safe(context: Context) -> list[Span]:
        try:
            return evaluate(context)
        except (ImpossibleDate, OverflowError) as impossible:
            return [struck(NOTHING, "D304", str(impossible) or "the date is beyond the calendar")]

    return safe


@rule(
    "in-so-many-units", "In three days, in two weeks",
    "=IN count:COUNT unit:UNITS", "count:COUNT unit:UNITS FROM <origin>", "=COMING count:COUNT? unit:UNITS",
    "=IN about:ABOUT count:COUNT unit:UNITS", "IN count:COUNT unit:UNITS LATER",
    reason='Counted forward from the anchor, no more exact than the unit. In a story, "in two weeks" may also tell how long something '
    "took, so it is read only where the text points forward or the words are told from the anchor.",
    examples=[
        Example("in three days", "2023-05-22", "2023-05-25"),
        Example("in two years", "2023-05-22", "2025"),
    ],
)  # fmt: skip
def in_so_many_units(match: Match) -> Evaluator | None:
    """Count units forward from the anchor."""
    if match.tokens[0].kind == "i" and match.tokens[0].text not in {"in", "dans", "en", "dentro de"}:
        return None
    if match.has("origin"):
        count, unit = match.number("count", 1), unit_of(match)

        def change(context: Context, origin: Span) -> list[Span]:
            if origin.start is None or origin.precision not in {
                Precision.DAY,
                Precision.INSTANT,
                Precision.MINUTE,
            }:
                return []
            return [shifted(context, unit, count, origin=origin.start)]

        return each(match.part("origin"), change)
    return count_units(match, 1, story=False)


@rule(
    "last-so-many-units", "The past 24 hours, the last three days",
    "which:LAST|PAST|PREV|LATEST count:COUNT unit:UNITS", "which:NEXT|COMING|FOLL count:COUNT unit:UNITS",
    "count:COUNT which:LAST|PAST|NEXT|PREV|COMING unit:UNITS", "=FOR unit:UNITS", "=FOR which:LAST|PAST unit:UNITS",
    reason="Hours and days are counted from the anchor's beginning back, up to the anchor's end; or forward from it. \"The last two "
    'years" may be so many years up to the day, or whole calendar years, so both are offered.',
    examples=[
        Example("over the past 24 hours", "2023-05-22T12:00:00", "2023-05-21T12:00/2023-05-22T12:00"),
        Example("the last three days", "2023-05-22", "2023-05-19/2023-05-22"),
        Example("the past two years", "2023-05-22", "refused D302"),
        Example("за минулу добу", "2023-05-22", "2023-05-21/2023-05-22", language="uk"),
    ],
)  # fmt: skip
def last_so_many_units(match: Match) -> Evaluator | None:
    """Name the stretch that leads up to the anchor."""
    unit, which = unit_of(match), match.token("which").kind if match.has("which") else "p"
    if (match.has("count") and match.token("count").kind == "_") or unit in {"date", "workday", "halfday"}:
        return None
    count = match.number("count", 1)
    running = stretch(unit, count, forward=which in "n6f")
    if unit in {"day", *CLOCK_UNITS}:
        return running
    calendar = _calendar_stretch(unit, count, forward=which in "n6f")
    return lambda context: [*running(context), *calendar(context)]


def _calendar_stretch(unit: str, count: int, *, forward: bool) -> Evaluator:
    """Return an evaluator for so many whole weeks, months or years before or after the anchor's."""

    def evaluate(context: Context) -> list[Span]:
        first, last = (1, count) if forward else (-count, -1)
        start, end = unit_span(unit, context.base, first), unit_span(unit, context.base, last)
        return [
            Span(
                start.start,
                end.end,
                Precision.INTERVAL,
                why=f"{count} whole {unit}s {'after' if forward else 'before'} that of {context.anchor_text}",
            )
        ]

    return caught(evaluate)


def stretch(unit: str, count: int, *, forward: bool) -> Evaluator:
    """Return an evaluator for so many units up to the anchor, or from it."""

    def evaluate(context: Context) -> list[Span]:
        clock = unit in CLOCK_UNITS
        whole = context.whole
        exact = whole.precision in {Precision.INSTANT, Precision.MINUTE}
        start = context.instant if exact and clock else context.base
        end = start if exact and clock else context.base + DAY
        why = f"{count} {unit}{'s' if count != 1 else ''} {'from' if forward else 'up to'} {context.anchor_text}"
        if forward:
            return [Span(start, step(end, unit, count), Precision.INTERVAL, why=why)]
        return [Span(step(start, unit, -count), end, Precision.INTERVAL, why=why)]

    return caught(evaluate)


@rule(
    "rest-of-a-period",
    "The rest of the year, within three days",
    "WITHIN count:NUM unit:UNITS",
    "which:TODATE <period>",
    "which:TODATE unit:UNITS",
    reason='"Within three days" runs from the anchor on; "the rest of the year" from the anchor to the end of the period.',
    examples=[
        Example("the rest of the year", "2023-05-22", "2023-05-22/2023-12-31"),
        Example("within three days", "2023-05-22", "2023-05-22/2023-05-25"),
    ],
)
def within_or_rest(match: Match) -> Evaluator | None:
    """Name the stretch that leads on from the anchor."""
    if match.has("count"):
        return stretch(unit_of(match), match.number("count"), forward=True)
    if match.has("unit"):
        unit = unit_of(match)
        if unit in {"date", "workday", "halfday", *CLOCK_UNITS}:
            return None
        return lambda context: [
            Span(
                context.base,
                unit_span(unit, context.base).end,
                Precision.INTERVAL,
                why=f"from {context.anchor_text} to the end of its {unit}",
            )
        ]

    def change(context: Context, period: Span) -> list[Span]:
        if period.start is None or period.end is None or not period.start <= context.base < period.end:
            return []
        return [
            Span(context.base, period.end, Precision.INTERVAL, why=f"from {context.anchor_text} to its end")
        ]

    return each(match.part("period"), change)


@rule(
    "week-of-a-day",
    "The week of 10 April",
    "unit:UNITS <day>",
    "unit:UNITS START|FROM|ENDED <day>",
    general=True,
    reason="The week, weekend, month or year that holds the day, Monday to Sunday for a week.",
    examples=[Example("the week of 10 April 2023", "", "2023-04-10/2023-04-16")],
)
def week_of_a_day(match: Match) -> Evaluator | None:
    """Name the week or weekend that holds a day."""
    unit = unit_of(match)
    if unit not in {"week", "weekend"} or any(token.kind in "^FZ" for token in match.tokens[1:2]):
        return None

    def change(_context: Context, day: Span) -> list[Span]:
        if day.start is None or day.precision is not Precision.DAY:
            return []
        return [week_span(day.start) if unit == "week" else weekend_span(day.start)]

    return each(match.part("day"), change)
