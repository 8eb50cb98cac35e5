"""Parts of the day: "the evening of the 21st", "this morning", "the night of 21-22 May", "tonight"."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.dates.context import Context, EventMissing, monthly, weekly, yearly
from timeline.dates.rules.absolute import in_named_years
from timeline.dates.rules.base import each, undated
from timeline.dates.rules.clock import is_clock, on_day
from timeline.dates.rules.dayparts import part_name, part_spans
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    MOMENT,
    MONTH_NAMES,
    WEEKDAY_NAMES,
    ImpossibleDate,
    Span,
    day_span,
    day_text,
    midnight,
    replace,
    span_of_day,
)
from timeline.dates.types import Precision


@rule(
    "part-of-a-day", "Part of a day",
    "part:PART <day>", "<day> part:PART", "<day> IN|AT part:PART", "part:PART IN|AT <day>",
    general=True,
    reason="That part of that day, by convention: early morning 00:00 to 06:00, morning 06:00 to 12:00, afternoon 12:00 to 18:00, "
    "evening 18:00 to 24:00, night 21:00 to 06:00 of the next day.",
    examples=[
        Example("on the evening of the 21st", "2023-05-22", "2023-05-21T18:00/2023-05-22T00:00"),
        Example("In the early morning of the 22nd", "2023-05-22", "2023-05-22T00:00/2023-05-22T06:00"),
        Example("Friday evening", "2023-05-22", "2023-05-19T18:00/2023-05-20T00:00"),
        Example("before dawn on Monday", "2023-05-22", "2023-05-22T00:00/2023-05-22T06:00"),
        Example("вранці 24 лютого", "2022-02-21", "2022-02-24T06:00/2022-02-24T12:00", kind="event", language="uk"),
    ],
)  # fmt: skip
def part_of_a_day(match: Match) -> Evaluator | None:
    """Narrow a day to one of its parts."""
    part = part_name(match.value("part"))

    def change(context: Context, day: Span) -> list[Span]:
        if day.start is None:
            return []
        if day.precision is Precision.DAY:
            either = part == "night" and context.language in {
                "uk",
                "ru",
            }  # «ніч 22 червня» may begin or end that day
            return part_spans(day.start, "night hours" if either else part)
        if part == "early morning" and day.part == "morning":  # "the early hours of Friday morning"
            return part_spans(day.start.replace(hour=0), part)
        if (
            day.precision is Precision.INTERVAL
            and part in {"night", "night hours", "whole night"}
            and day.end == day.start + 2 * DAY
        ):
            return [night_between(day.start + DAY)]
        return []

    return each(match.part("day"), change)


def night_between(second: datetime) -> Span:
    """Return the night that ends on a day."""
    start = second - timedelta(hours=3)
    return Span(
        start, second + timedelta(hours=6), Precision.PART_OF_DAY, "night", approximate=True, not_known=("clock time",),
        why=f"the night that ends on {day_text(second)}, 21:00 to 06:00 by convention",
    )  # fmt: skip


@rule(
    "night-to-a-day", "The night that ends on a day",
    "night:NIGHT <day>", "night:NIGHT TO <day>", "<day> night:NIGHT",
    reason='"In the night to the 22nd", «в ніч на 22 травня»: the night that ends on that day, 21:00 to 06:00 by convention. "Overnight Thursday" '
    "may be the night that ends on it or the one that begins on it, so both are offered.",
    examples=[
        Example("overnight into Thursday", "1989-11-02", "1989-11-01T21:00/1989-11-02T06:00"),
        Example("overnight Thursday", "1989-11-02", "refused D302"),
        Example("в ніч на 22 травня 2023 року", "", "2023-05-21T21:00/2023-05-22T06:00", language="uk"),
        Example("в ночь на 22 мая 2023 года", "", "2023-05-21T21:00/2023-05-22T06:00", language="ru"),
    ],
)  # fmt: skip
def night_to_a_day(match: Match) -> Evaluator | None:
    """Name the night that ends on a day; of "overnight Friday" both nights."""
    told = match.value("night") == "to" or any(token.kind == "-" for token in match.tokens[:2])

    def change(_context: Context, day: Span) -> list[Span]:
        if day.start is None or day.precision is not Precision.DAY:
            return []
        return [night_between(day.start), *([] if told else [night_between(day.start + DAY)])]

    return each(match.part("day"), change)


@rule(
    "night-of-two-days",
    "The night between two days",
    "part:PART|NIGHT first:DAY TO|AND second:DAY month:MONTH year:YEAR? YEARWORD?",
    "part:PART month:MONTH first:DAY TO|AND second:DAY year:YEAR?",
    "part:PART FROM first:DAY TO|UNTIL? second:DAY month:MONTH year:YEAR? YEARWORD?",
    "part:PART FROM first:DAY TO|UNTIL? second:DAY",
    "part:PART FROM? first:DAY month:MONTH TO|UNTIL? second:DAY month2:MONTH year:YEAR? YEARWORD?",
    reason='"The night of 21-22 May" is one night, which ends on the second day.',
    examples=[Example("the night of 21-22 May 2023", "", "2023-05-21T21:00/2023-05-22T06:00")],
)
def night_of_two_days(match: Match) -> Evaluator | None:
    """Name the night between two days that follow one another."""
    first, second, month = match.number("first"), match.number("second"), match.number("month")
    later = match.number("month2", month)
    if match.value("part") not in {"night", "night-hours", "whole-night", "0"}:
        return None
    if (later == month and second != first + 1) or (
        later != month and (second != 1 or later != month % 12 + 1)
    ):
        return None
    if not month:
        return lambda context: [
            span
            if span.start is None
            else replace(night_between(span.start), struck=span.struck, code=span.code)
            for span in monthly(context, second, f"night to the {second}th")
        ]

    told = match.has("year")

    def make(year: int) -> Span:
        """A year in the words is that of the second day; one that is looked for is that of the first."""
        turned = later < month
        start = day_span(year + (turned and not told), later, second).start
        before = day_span(year - (turned and told), month, first)
        if start is None or before.end != start:
            raise ImpossibleDate(f"{second} {MONTH_NAMES[later]} is not the day after")
        return night_between(start)

    if told:
        return in_named_years(match, make)
    return lambda context: yearly(context, make, f"night to {second}")


@rule(
    "night-of-two-weekdays", "The night from Wednesday to Thursday",
    "part:PART|NIGHT FROM? first:WEEKDAY TO|AND|UNTIL? second:WEEKDAY", "first:WEEKDAY part:PART TO second:WEEKDAY",
    reason="One night, which ends on the second day; that day is read as a weekday.",
    examples=[
        Example("overnight Wednesday into Thursday", "1989-11-02", "1989-11-01T21:00/1989-11-02T06:00"),
        Example("Wednesday night into Thursday", "1989-11-02", "1989-11-01T21:00/1989-11-02T06:00"),
        Example("dans la nuit de dimanche à lundi", "2023-05-22", "2023-05-21T21:00/2023-05-22T06:00", language="fr"),
    ],
)  # fmt: skip
def night_of_two_weekdays(match: Match) -> Evaluator | None:
    """Name the night between two weekdays."""
    first, second = match.number("first"), match.number("second")
    if match.value("part") not in {"night", "night-hours", "whole-night", "0"} or second != (first + 1) % 7:
        return None

    def evaluate(context: Context) -> list[Span]:
        day = weekly(context, second, WEEKDAY_NAMES[second])[0].start
        return [] if day is None else [night_between(day)]

    return evaluate


@rule(
    "this-part-of-the-day",
    "This morning, this evening",
    "THIS part:PART",
    reason="That part of the anchor's own day.",
    examples=[Example("this morning", "2023-05-22", "2023-05-22T06:00/2023-05-22T12:00")],
)
def this_part_of_the_day(match: Match) -> Evaluator:
    """Name a part of the anchor's own day."""
    part = part_name(match.value("part"))
    return lambda context: part_spans(context.base, part)


@rule(
    "bare-part-of-the-day", "Part of the day alone",
    "part:PART", "LATER part:PART", "SAME|THAT part:PART", "part:PART SAME",
    reason="It needs the day of another event; from a publication it could be any day's.",
    examples=[
        Example("in the evening", "2023-05-21", "2023-05-21T18:00/2023-05-22T00:00", kind="event"),
        Example("in the evening", "2023-05-21", "refused D307"),
    ],
)  # fmt: skip
def bare_part_of_the_day(match: Match) -> Evaluator:
    """Name a part of the day of another event."""
    part = part_name(match.value("part"))

    def evaluate(context: Context) -> list[Span]:
        if context.story.start is None:
            return [undated()]
        return part_spans(context.base, part)

    return evaluate


@rule(
    "next-part-of-the-day", "The next morning, the previous evening",
    "which:FOLL|NEXT|PREV|COMING part:PART",
    reason="That part of the day after, or before, the day of another event.",
    examples=[
        Example("the next morning", "2023-05-21", "2023-05-22T06:00/2023-05-22T12:00", kind="event"),
        Example("the previous evening", "2023-05-21", "2023-05-20T18:00/2023-05-21T00:00", kind="event"),
    ],
)  # fmt: skip
def next_part_of_the_day(match: Match) -> Evaluator:
    """Name a part of the day next to that of another event."""
    part, shift = part_name(match.value("part")), -1 if match.token("which").kind == "v" else 1

    def evaluate(context: Context) -> list[Span]:
        story = context.story
        if story.start is None or story.end is None:
            return [undated()]
        if context.coarse:
            first, last = midnight(story.start) + shift * DAY, midnight(story.end - MOMENT) + shift * DAY
            days = (span_of_day(first), span_of_day(last))
            if story.end - story.start <= DAY:
                days = (part_spans(first, part)[0], part_spans(last, part)[-1])
            why = f"{part} of the day {'before' if shift < 0 else 'after'} any day of {context.whole_text}"
            return [Span(days[0].start, days[1].end, Precision.INTERVAL, why=why)]
        return part_spans(context.base + shift * DAY, part)

    return evaluate


@rule(
    "tonight", "Tonight, last night, overnight",
    "which:TONIGHT", "which:NIGHT", "which:TONIGHT AT <time>", "<time> which:TONIGHT",
    reason='"Tonight" and "last night" run from 18:00 to 06:00 by convention. "Overnight" in a report is the night that ends '
    "on the anchor's day.",
    examples=[
        Example("last night", "2023-05-22", "2023-05-21T18:00/2023-05-22T06:00"),
        Example("tonight", "2023-05-22", "2023-05-22T18:00/2023-05-23T06:00"),
        Example("overnight", "2023-05-22", "2023-05-21T21:00/2023-05-22T06:00"),
    ],
)  # fmt: skip
def tonight(match: Match) -> Evaluator | None:
    """Name the night before or after the anchor."""
    token = match.token("which")
    if token.kind == "9" and token.value == "to":
        return None

    def evaluate(context: Context) -> list[Span]:
        if token.kind == "9":
            if context.event:
                raise EventMissing
            return [night_between(context.base)]
        start = context.base + int(str(token.value)) * DAY + timedelta(hours=18)
        return [Span(
            start, start + timedelta(hours=12), Precision.PART_OF_DAY, "night", approximate=True, not_known=("clock time",),
            why=f"18:00 to 06:00 by convention, from {context.anchor_text}",
        )]  # fmt: skip

    if not match.has("time"):
        return evaluate
    clock = match.part("time")
    if clock is None or not is_clock(clock):
        return None
    return lambda context: [span for part in evaluate(context) for span in on_day(context, part, clock)]
