"""Weekdays, months and seasons told from the anchor: "last Friday", "this May", "next summer", "Monday of last week"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from timeline.dates.context import Context, EventMissing, attempt
from timeline.dates.rules.base import each, undated, unit_of
from timeline.dates.rules.relative import SEASON_NAMES
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    MONTH_NAMES,
    WEEK,
    WEEKDAY_NAMES,
    Span,
    because,
    day_span,
    month_span,
    season_of,
    season_span,
    span_of_day,
    week_span,
    weekend_span,
)
from timeline.dates.types import Precision


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
        Example("the previous Friday", "2023-05-22", "refused D307"),
    ],
)  # fmt: skip
def last_weekday(match: Match) -> Evaluator:
    """Name a weekday near the anchor."""
    which, weekday = match.token("which"), match.number("weekday")
    name = WEEKDAY_NAMES[weekday]

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        monday = base - base.weekday() * DAY
        here = monday + weekday * DAY
        before = base - ((base.weekday() - weekday - 1) % 7 + 1) * DAY
        after = base + ((weekday - base.weekday() - 1) % 7 + 1) * DAY
        chosen: list[tuple[datetime, str]]
        if which.kind == "t":
            chosen = [(here, f"the {name} of the week of")]
        elif which.kind == "v" and not context.event:
            raise EventMissing  # "the previous Friday" is told from another day
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
        return [because(span_of_day(day), f"{why} {context.anchor_text}") for day, why in chosen]

    return evaluate


@rule(
    "weekday-of-a-week",
    "Monday of last week",
    "!UNITS weekday:WEEKDAY <week>",
    "!UNITS <week> weekday:WEEKDAY",
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
    if any(token.kind == "g" for token in match.tokens):
        return None  # see `weekday-weeks-ago`

    def change(_context: Context, week: Span) -> list[Span]:
        if week.precision is not Precision.WEEK or week.start is None:
            return []
        return [because(span_of_day(week.start + weekday * DAY), f"its {WEEKDAY_NAMES[weekday]}")]

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
        return [because(here, f"the {noun} of the year of {context.anchor_text}")]
    if which in "n6":
        first = because(
            attempt(make, base.year + (0 if ahead else 1)), f"the first {noun} after {context.anchor_text}"
        )
        if which == "n" and ahead and careful:
            return [
                first,
                because(attempt(make, base.year + 1), f"the {noun} of the year after {context.anchor_text}"),
            ]
        return [first]
    latest = because(
        attempt(make, base.year - (0 if over else 1)),
        f"the latest {noun} that was over by {context.anchor_text}",
    )
    if which != "p" and over and careful:
        return [
            latest,
            because(attempt(make, base.year - 1), f"the {noun} of the year before {context.anchor_text}"),
        ]
    return [latest]


@rule(
    "last-season",
    "Last, this and next summer",
    "which:THIS|LASTS|NEXTS season:SEASON",
    "which:SAME|THAT|FOLL season:SEASON",
    "THIS which:SAME season:SEASON",
    "season:SEASON which:LAST|PAST|NEXT",
    reason='"Last summer" is the latest that is over, "this summer" that of the anchor\'s year, "next summer" the first that has not '
    'begun. "Last summer" said within 92 days after a summer may be that one or the one before, so both are offered. Seasons are '
    "the three months of the northern hemisphere: spring is March to May.",
    examples=[
        Example("last summer", "2023-05-22", "2022-22"),
        Example("this spring", "2023-05-22", "2023-21"),
        Example("last summer", "2023-09-22", "refused D302"),
    ],
)
def last_season(match: Match) -> Evaluator:
    """Name a season near the anchor."""
    which, season = match.token("which").kind, match.number("season")

    def evaluate(context: Context) -> list[Span]:
        if which in "shf":
            return _season_of_the_story(context, season, following=which == "f")
        if season == 4 and which == "t":
            year, now = season_of(context.base)
            if now != 4 and context.base.month < 9:
                return [
                    because(season_span(number, 4), "the winter before or after")
                    for number in (context.base.year - 1, context.base.year)
                ]
            return [
                because(
                    season_span(year if now == 4 else context.base.year, 4),
                    f"the winter of {context.anchor_text}",
                )
            ]
        if season == 4 and which not in "n6":
            end = context.base
            year = end.year - 1 if end.month >= 3 else end.year - 2
            return [
                because(season_span(year, 4), f"the latest winter that was over by {context.anchor_text}")
            ]
        here = season_span(context.base.year, season).end
        fresh = here is not None and timedelta(0) <= context.base - here <= timedelta(days=31)
        return near(
            context, which, lambda year: season_span(year, season), SEASON_NAMES[season], careful=fresh
        )

    return evaluate


def _season_of_the_story(context: Context, season: int, *, following: bool) -> list[Span]:
    """«Тієї ж осені»: the season that holds the event, else that of its year; a winter only where the event lies in it."""
    if context.story.start is None:
        return [undated()]
    year, now = season_of(context.base)
    if following:
        ahead = year if season > now else year + 1
        return [because(season_span(ahead, season), f"the first such season after {context.anchor_text}")]
    if season == 4 and now != 4:
        return [
            because(season_span(number, 4), "the winter before or after")
            for number in (context.base.year - 1, context.base.year)
        ]
    return [
        because(
            season_span(year if season == 4 else context.base.year, season),
            f"the {SEASON_NAMES[season]} of {context.anchor_text}",
        )
    ]


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
        if day.start is None:
            return []
        if unit == "weekend" and (day.start, day.end) == (
            weekend_span(day.start).start,
            weekend_span(day.start).end,
        ):
            return [weekend_span(day.start)]  # "the weekend of 7-8 September"
        if day.precision is not Precision.DAY:
            return []
        return [week_span(day.start) if unit == "week" else weekend_span(day.start)]

    return each(match.part("day"), change)
