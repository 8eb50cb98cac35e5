"""Units counted from the anchor: "three months ago", "in two weeks", "the past 24 hours", "the rest of the year"."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.dates.context import Context
from timeline.dates.rules.base import (
    CLOCK_UNITS,
    PLURALS,
    caught,
    each,
    elapsed,
    step,
    stretch,
    undated,
    unit_of,
    unit_span,
    years_may_be_whole,
)
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    MOMENT,
    Span,
    because,
    midnight,
    replace,
    span_of_day,
)
from timeline.dates.types import Precision


def counted(count: int, unit: str) -> str:
    """Return a number of units in words: "1 day", "2 days"."""
    return f"{count} {unit}" if count == 1 else f"{count} {'centurie' if unit == 'century' else unit}s"


def moved(context: Context, unit: str, count: int) -> Span:
    """Return every unit that may lie a number of units away from an event that is not known to the day.

    An end that nobody knows stays open. It is no more exact than the unit: two days after a night is one of two days,
    and a year after May 2023 is 2024.
    """
    whole, clock = context.story, unit in CLOCK_UNITS
    side = "before" if count < 0 else "after"
    why = f"{counted(abs(count), unit)} {side} any {'moment' if clock else 'day'} of {context.whole_text}"
    if whole.start is None and whole.end is None:
        return Span(
            None, None, Precision.UNSTATED, why=f"{counted(abs(count), unit)} {side} {context.whole_text}"
        )
    precision = whole.precision if whole.start is None or whole.end is None else Precision.INTERVAL
    about = whole.approximate
    if clock:
        first, last = (None if end is None else step(end, unit, count) for end in (whole.start, whole.end))
        return Span(first, last, precision, why=why, approximate=about)
    left = None if whole.start is None else _unit_at(unit, step(midnight(whole.start), unit, count))
    right = None if whole.end is None else _unit_at(unit, step(midnight(whole.end - MOMENT), unit, count))
    if left is not None and right is not None and left.start == right.start:
        return replace(left, why=why, approximate=about)
    return Span(
        left.start if left else None, right.end if right else None, precision, why=why, approximate=about
    )


def _unit_at(unit: str, moment: datetime) -> Span:
    """Return the unit that holds a moment."""
    if unit in {"fortnight", "weekend"}:
        return unit_span("week" if unit == "fortnight" else "weekend", moment)
    return unit_span(unit, moment)


def shifted(context: Context, unit: str, count: int, *, origin: datetime | None = None) -> Span:
    """Return the unit that lies a number of units away, no more exact than the unit."""
    if unit in CLOCK_UNITS:
        whole = context.whole
        if origin is not None:
            moment = origin
        elif whole.start is not None and whole.end is not None and whole.end - whole.start <= DAY:
            moment = whole.start  # a night that touches two days has one beginning all the same
        else:
            moment = context.instant
        if origin is None and (whole.precision not in {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}):
            length = DAY if whole.end is None or whole.start is None else whole.end - whole.start
            start = step(moment, unit, count)
            return Span(start, start + length, Precision.INTERVAL)
        start, zone = step(moment, unit, count), None
        if origin is None:
            _, start, zone = elapsed(context, unit, count)
        width = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}[
            unit
        ]
        precision = CLOCK_UNITS[unit]
        start = start.replace(second=0, microsecond=0) if unit != "second" else start
        return Span(start, start + width, precision, approximate=unit == "hour", zone=zone)
    return _unit_at(unit, step(context.base if origin is None else origin, unit, count))


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
        Example("два года назад", "2023-05-22", "2021", language="ru"),
        Example("vor drei Tagen", "2023-05-22", "2023-05-19", language="de"),
        Example("hace tres días", "2023-05-22", "2023-05-19", language="es"),
    ],
)  # fmt: skip
def units_ago(match: Match) -> Evaluator | None:
    """Count units back from the anchor."""
    evaluate = count_units(match, -1, story=False)
    if evaluate is None or match.has("count") or match.token("unit").text in PLURALS:
        return evaluate
    told = evaluate
    # English has an article: a bare "year-ago" tells of a quarter or another period
    return lambda context: [] if context.language == "en" else told(context)


@rule(
    "ago-today", "A year ago today, two years ago this month",
    "count:COUNT? unit:UNITS AGO day:DAYS", "count:COUNT unit:UNITS AGO THIS same:UNITS",
    reason="The words name the day, or the month, that lies so far back from the anchor's own.",
    examples=[
        Example("a year ago today", "2023-05-22", "2022-05-22"),
        Example("a week ago yesterday", "2023-05-22", "2023-05-14"),
        Example("a year ago today", "2024-02-29", "refused D302"),
        Example("two years ago this month", "2023-05-22", "2021-05"),
    ],
)  # fmt: skip
def ago_today(match: Match) -> Evaluator | None:
    """Name the day or month so many years back."""
    unit, count, shift = (
        unit_of(match),
        match.number("count", 1),
        match.number("day") if match.has("day") else 0,
    )
    finer = "day" if match.has("day") else unit_of(match, "same")
    if unit not in {"week", "month", "year", "decade"} or finer == unit:
        return None
    if finer not in {"day", "week", "month"} or (match.has("count") and match.token("count").kind == "_"):
        return None

    def evaluate(context: Context) -> list[Span]:
        there = step(context.base + shift * DAY, unit, -count)
        why = f"the {finer} {counted(count, unit)} before that of {context.anchor_text}"
        spans = [because(unit_span(finer, there), why)]
        if finer == "day" and unit != "week" and there.day != (context.base + shift * DAY).day:
            spans.append(because(unit_span(finer, there, 1), f"{why}, which that month does not have"))
        return spans

    return caught(evaluate)


def count_units(match: Match, sign: int, *, story: bool) -> Evaluator | None:
    """Count units from the anchor, or from another event."""
    unit = unit_of(match)
    if unit in {"date", "workday", "halfday"}:
        return None
    if match.has("more"):
        return _compound(match, unit, sign)
    few = match.token("count").kind == "_" if match.has("count") else match.token("unit").text in PLURALS
    count = match.number("count", 1)
    about = match.has("about")

    def evaluate(context: Context) -> list[Span]:
        whole = context.story if story else None
        side = "before" if sign < 0 else "after"
        if whole is not None and (whole.start is None or whole.end is None):
            return [undated() if few else moved(context, unit, sign * count)]
        if few and unit in CLOCK_UNITS:  # a few minutes may lie on the same day
            near = context.whole
            early, late = (None, near.end) if sign < 0 else (near.start, None)
            return [Span(early, late, Precision.UNSTATED, why=f"some {unit}s {side} {context.whole_text}")]
        if few:
            if sign < 0:
                return [
                    Span(
                        None,
                        context.base if whole is None else whole.start,
                        Precision.UNSTATED,
                        why=f"some {unit}s before {context.whole_text}",
                    )
                ]
            return [
                Span(
                    context.base if whole is None else whole.end,
                    None,
                    Precision.UNSTATED,
                    why=f"some {unit}s after {context.whole_text}",
                )
            ]
        if whole is not None and whole.start is not None and whole.end is not None and context.coarse:
            return [replace(moved(context, unit, sign * count), approximate=about or whole.approximate)]
        span = shifted(context, unit, sign * count)
        return [
            replace(
                span,
                why=f"{counted(count, unit)} {side} {_from(context, unit)}",
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
        return [replace(span, why=f"counted {'back' if sign < 0 else 'on'} from {context.anchor_text}")]

    return caught(evaluate)


def _from(context: Context, unit: str) -> str:
    """The anchor in words; where hours are counted from a moment, with its time."""
    text = context.anchor_text
    whole = context.whole
    if unit not in CLOCK_UNITS or whole.start is None:
        return text
    if whole.precision in {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}:
        return f"{whole.start:%H:%M} on {text}" if text[:1].isdigit() else f"{text}, {whole.start:%H:%M}"
    return f"any moment of {text}"


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
            if any(token.kind in "DW" for token in match.tokens):  # "a week from Friday" is a Friday
                return [
                    because(span_of_day(step(origin.start, unit, count)), f"{counted(count, unit)} from it")
                ]
            return [shifted(context, unit, count, origin=origin.start)]

        if match.kinds("origin") == "W":
            return _from_a_weekday(match.number("origin"), unit, count)
        return each(match.part("origin"), change)
    if not match.has("count") and unit_of(match) == "weekend":
        return None  # "the coming weekend" may be this week's
    return count_units(match, 1, story=False)


def _from_a_weekday(weekday: int, unit: str, count: int) -> Evaluator:
    """Count from the coming weekday, whatever the text tells of: "a week from Friday" lies ahead."""

    def evaluate(context: Context) -> list[Span]:
        day = context.base + timedelta(days=(weekday - context.base.weekday() - 1) % 7 + 1)
        return [
            because(
                span_of_day(step(day, unit, count)),
                f"{counted(count, unit)} from the first such day after {context.anchor_text}",
            )
        ]

    return caught(evaluate)


@rule(
    "last-so-many-units", "The past 24 hours, the last three days",
    "which:LAST|PAST|PREV|LATEST count:COUNT unit:UNITS", "which:NEXT|COMING|FOLL count:COUNT unit:UNITS",
    "count:COUNT which:LAST|PAST|NEXT|PREV|COMING unit:UNITS", "=FOR unit:UNITS", "=FOR which:LAST|PAST unit:UNITS",
    reason="Hours and days are counted from the anchor's beginning back, up to the anchor's end; or forward from it. So are weeks, months and "
    'years, whose edges nobody counts to the day; but where a year has just ended, "the past two years" may be whole calendar years, so '
    "both are offered. Quarters are those of the calendar.",
    examples=[
        Example("over the past 24 hours", "2023-05-22T12:00:00", "2023-05-21T12:00/2023-05-22T12:00"),
        Example("the last three days", "2023-05-22", "2023-05-19/2023-05-22"),
        Example("the past two years", "2023-05-22", "2021-05-22~/2023-05-22~"),
        Example("the past two years", "2023-01-22", "refused D302"),
        Example("the past four quarters", "2023-05-22", "2022-04-01/2023-03-31"),
        Example("за минулу добу", "2023-05-22", "2023-05-21/2023-05-22", language="uk"),
    ],
)  # fmt: skip
def last_so_many_units(match: Match) -> Evaluator | None:
    """Name the stretch that leads up to the anchor."""
    unit, which = unit_of(match), match.token("which").kind if match.has("which") else "p"
    if (match.has("count") and match.token("count").kind == "_") or unit in {"date", "workday", "halfday"}:
        return None
    count = match.number("count", 1)
    forward = which in "n6f"
    if unit in {"day", *CLOCK_UNITS}:
        return stretch(unit, count, forward=forward)
    calendar = _calendar_stretch(unit, count, forward=forward)
    if unit in {"quarter", "half", "season", "weekend"}:
        return calendar
    running = stretch(unit, count, forward=forward, approximate=True)
    plain = match.has("count") and which != "v" and unit in {"week", "month", "year"}

    def evaluate(context: Context) -> list[Span]:
        if plain and not years_may_be_whole(context, unit, forward=forward):
            return running(context)
        return [*running(context), *calendar(context)]

    return evaluate


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


@rule(
    "rest-of-a-period",
    "The rest of the year, within three days",
    "WITHIN count:NUM|A unit:UNITS",
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
