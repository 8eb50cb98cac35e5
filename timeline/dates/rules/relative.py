"""Dates told from the anchor: "yesterday", "last week", "this year", "three months ago", "last Friday", "next May"."""

from __future__ import annotations

from timeline.dates.context import Context, EventMissing, attempt
from timeline.dates.rules.base import (
    CLOCK_UNITS,
    PLURALS,
    each,
    stretch,
    unit_of,
    unit_span,
    with_weekday,
    years_may_be_whole,
)
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    WEEK,
    Span,
    because,
    replace,
    span_of_day,
    weekend_span,
)
from timeline.dates.types import Precision


def _period_of_the_anchor(unit: str) -> Evaluator:
    """The unit that holds the anchor's day; "later in the day" is told from what was just spoken of."""

    def evaluate(context: Context) -> list[Span]:
        if unit == "day" and not context.event:
            raise EventMissing
        span = attempt(lambda number: unit_span(unit, context.base, number), 0)
        return [because(span, f"the {unit} of {context.anchor_text}")]

    return evaluate


_RUNNING = {"day", "week", "month", "year", "decade", "century"}
"""Units that may be counted from any day; quarters and halves are those of the calendar."""

_BEFORE_OR_AFTER = {"раніше", "пізніше", "раньше", "ранее", "позже", "позднее"}

SEASON_NAMES = ("", "spring", "summer", "autumn", "winter")


@rule(
    "named-day", "Today, yesterday, tomorrow",
    "day:DAYS", "weekday:WEEKDAY day:DAYS", "day:DAYS weekday:WEEKDAY",
    reason="Counted in days from the anchor's own day, in the anchor's own zone.",
    examples=[
        Example("yesterday", "2023-05-22", "2023-05-21"),
        Example("today", "2023-05-22T09:00:00+03:00[Europe/Kyiv]", "2023-05-22"),
        Example("the day before yesterday", "2023-05-22", "2023-05-20"),
        Example("today, Monday", "2023-05-22", "2023-05-22"),
        Example("позавчора", "2023-05-22", "2023-05-20", language="uk"),
        Example("вчера", "2023-05-22", "2023-05-21", language="ru"),
        Example("gestern", "2023-05-22", "2023-05-21", language="de"),
        Example("hier", "2023-05-22", "2023-05-21", language="fr"),
        Example("ayer", "2023-05-22", "2023-05-21", language="es"),
    ],
)  # fmt: skip
def named_day(match: Match) -> Evaluator:
    """Count days from the anchor."""
    shift = match.number("day")
    weekday = match.number("weekday") if match.has("weekday") else None
    return lambda context: with_weekday(
        [because(span_of_day(context.base + shift * DAY), f"{_away(shift)} {context.anchor_text}")],
        weekday,
    )


def _away(shift: int) -> str:
    """Say how many days a day lies from the anchor's."""
    if abs(shift) < 2:
        return ("the day of", "the day after", "the day before")[shift]
    return f"{abs(shift)} days {'before' if shift < 0 else 'after'}"


@rule(
    "this-last-next-unit", "This, last and next week, month, quarter, year ...",
    "which:THIS|LASTS|NEXTS unit:UNITS", "unit:UNITS which:LAST|NEXT",
    reason="The calendar unit that holds the anchor's day, the one before it, or the one after it. Weeks run from Monday to Sunday. "
    "A weekend is that of the anchor's week; the last weekend is the latest one that is over. \"The past year\" runs up to the anchor's day; "
    'where a year has just ended, that one is offered too. While a weekend of the running week is ahead, "next weekend" may be it. "The last year", with its article, may be either.',
    examples=[
        Example("the past year", "2023-05-22", "2022-05-22~/2023-05-22~"),
        Example("the past year", "2023-01-22", "refused D302"),
        Example("the last year", "2023-05-22", "refused D302"),
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
    if unit in {"second", "minute", "hour", "workday", "date", "halfday", "tenday"}:
        return None
    shift = {"t": 0, "n": 1, "6": 1}.get(which.kind, -1)
    final = unit == "day" and which.text.startswith(("останн", "последн"))  # the last day of something
    if which.kind == "v" or match.token("unit").text in PLURALS or final:
        return None
    running = None
    loose = which.kind == "6" or which.value == "running" or (which.kind == "l" and unit == "decade")
    if unit in _RUNNING and (which.kind == "p" or (loose and unit != "century")):
        running = stretch(unit, 1, forward=shift > 0, approximate=True)
    if (which.kind == "n" and unit == "day") or unit == "fortnight":
        return None  # a fortnight has no place in the calendar

    def evaluate(context: Context) -> list[Span]:
        if shift == 0 and context.event and not context.future:
            return []  # of a story, see `same-day`
        base = context.base
        ahead = (
            which.kind == "6" and unit == "weekend" and base.weekday() < 5
        )  # the coming weekend is this week's
        span = attempt(lambda number: unit_span(unit, base, number), 0 if ahead else shift)
        if unit == "weekend" and shift == -1 and base.weekday() == 6:
            span = weekend_span(base - WEEK)
        found = because(span, f"the {unit} {('that holds', 'after', 'before')[shift]} {context.anchor_text}")
        return _beside_the_calendar(context, which.kind, unit, found, running)

    return evaluate


def _beside_the_calendar(
    context: Context, which: str, unit: str, found: Span, running: Evaluator | None
) -> list[Span]:
    """The calendar's unit, or so long up to the anchor or from it, or both where English leaves it open."""
    english = context.language == "en"
    if which == "n" and unit == "weekend" and english:
        return _next_weekends(context, found)
    if running is None or (which == "n" and context.event) or (which == "6" and not english):
        return [found]
    if which == "p" and english and unit in {"week", "month", "year"}:
        whole = years_may_be_whole(context, unit, forward=False)
        return [found, *running(context)] if whole else running(context)
    return [found, *running(context)]


def _next_weekends(context: Context, after: Span) -> list[Span]:
    """While this week's is still ahead, "next weekend" may be it, as "next Friday" may."""
    if context.base.weekday() >= 5:
        return [after]
    return [because(weekend_span(context.base), f"the first weekend after {context.anchor_text}"), after]


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
    if match.value("unit") != "weekend" or match.token("unit").text in PLURALS:
        return None

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        span = weekend_span(base)
        if not (context.event or context.future) and span.start is not None and span.start > base:
            span = weekend_span(base - WEEK)
        return [because(span, f"the weekend nearest to {context.anchor_text}")]

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
        because(
            attempt(lambda number: unit_span(unit, context.base, number), shift),
            f"two {unit}s from {context.anchor_text}",
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
        Example("earlier this summer", "2023-11-22", "2023-22"),
        Example("later in the day", "2023-05-22", "refused D307"),
    ],
)
def earlier_or_later(match: Match) -> Evaluator | None:
    """Name the period in which something came earlier or later."""
    if match.tokens[0].text == "спустя":
        return None  # a length of time after, not a period
    if match.tokens[0].text in _BEFORE_OR_AFTER and not {"t", "s", "h"} & set(match.signature):
        return None  # «раніше 2014 року» is before that year, not early in it
    if match.has("unit"):
        unit = unit_of(match)
        if unit in {"second", "minute", "hour", "date", "workday"}:
            return None
        return _period_of_the_anchor(unit)

    def change(context: Context, period: Span) -> list[Span]:
        if (
            period.precision in {Precision.INTERVAL, Precision.UNSTATED, *CLOCK_UNITS.values()}
            or period.start is None
        ):
            return []
        side = "earlier" if match.tokens[0].kind == "e" or match.tokens[1].kind == "e" else "later"
        if period.end is None or period.precision is Precision.PART_OF_DAY:
            return []
        if side == "earlier" and period.precision is not Precision.DAY and period.start > context.base:
            return []
        return [
            replace(
                period,
                not_known=(f"when in the {period.precision.value}; the words say {side} than the anchor",),
            )
        ]

    return each(match.part("period"), change)
