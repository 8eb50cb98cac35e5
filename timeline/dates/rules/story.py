"""Dates told from another event or left open: "the same day", "two days later", "after losing Bakhmut", "currently"."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from timeline.dates.context import Context, attempt
from timeline.dates.rules.base import PLURALS, each, nothing, step, undated, unit_of, unit_span
from timeline.dates.rules.counted import count_units, counted, moved, shifted
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import DAY, MOMENT, Span, because, midnight, replace, span_of_day, struck
from timeline.dates.types import Precision

"""What is counted from an event whose own date nobody knows."""


@rule(
    "same-day", "The same day, that day, the same week",
    "which:SAME|THAT|THIS unit:UNITS", "unit:DAYWORD|UNITS", "which:THIS|SAME|THAT SAME|THAT unit:UNITS",
    reason="The day (week, year) of another event. If that event is dated less exactly than to the day, its whole interval; of a night, "
    "which touches two days, either of them; if it is undated, so is this.",
    examples=[
        Example("On the same day", "2023-05-21", "2023-05-21", kind="event"),
        Example("that day", "2023-05", "2023-05", kind="event"),
        Example("the same year", "2023-05-21", "2023", kind="event"),
        Example("the same day", "2023-05-21", "refused D307"),
        Example("того ж дня", "2014-05-21", "2014-05-21", kind="event", language="uk"),
    ],
)  # fmt: skip
def same_day(match: Match) -> Evaluator | None:
    """Take the day, or another unit, of the event."""
    unit = unit_of(match)
    if unit in {"second", "minute", "hour", "workday", "date", "halfday", "weekend"}:
        return None
    this = match.has("which") and match.token("which").kind == "t"
    if match.tokens[0].text in _THROUGHOUT and unit != "day":
        return None  # «протягом тижня» tells how long
    # "days", "two": a bare plural is a length of time, not a date
    if match.token("unit").text in PLURALS:
        return None

    def evaluate(context: Context) -> list[Span]:
        if this and not context.event:
            return []  # "this week" of a report is that of its anchor, see `this-last-next-unit`
        whole = context.story
        if whole.start is None or whole.end is None:
            return [replace(whole, why=undated().why)]
        span = attempt(lambda number: unit_span(unit, whole.start or context.base, number), 0)
        if span.end is not None and span.end < whole.end:
            if whole.end - whole.start > DAY:
                return [replace(whole, why=f"the whole of {context.whole_text}")]
            last = attempt(lambda number: unit_span(unit, (whole.end or context.base) - MOMENT, number), 0)
            return [
                Span(span.start, last.end, Precision.INTERVAL, why=f"either {unit} of {context.whole_text}")
            ]
        return [replace(span, why=f"the {unit} of {context.whole_text}")]

    return evaluate


_THROUGHOUT: Final = frozenset(["протягом", "впродовж", "упродовж", "в течение", "на протяжении"])


@rule(
    "next-or-previous-day", "The next day, the previous week, the following year",
    "which:FOLL|PREV unit:UNITS", "which:NEXT unit:DAYWORD", "=FOR unit:UNITS which:EARLIER", "unit:DAYWORD|UNITS which:BEFORE|AFTER|LATER|EARLIER|FOLL|PREV",
    "which:NEXT|FOLL|PREV SAME? unit:DAYWORD",
    reason="The day (week, year) after or before that of another event. If that event is not known to the day, it may be next to any day of it; "
    "an end that nobody knows stays open.",
    examples=[
        Example("the next day", "2023-05-21", "2023-05-22", kind="event"),
        Example("the day before", "2023-05-21", "2023-05-20", kind="event"),
        Example("the following year", "2023-05-21", "2024", kind="event"),
        Example("the next day", "2023-05-21", "refused D307"),
        Example("наступного дня", "2014-05-21", "2014-05-22", kind="event", language="uk"),
    ],
)  # fmt: skip
def next_day(match: Match) -> Evaluator | None:
    """Take the unit next to that of the event."""
    unit, which = unit_of(match), match.token("which").kind
    if unit in {"second", "minute", "hour", "workday", "date", "halfday"}:
        return None
    shift = -1 if which in "vbe" else 1
    if match.token("unit").text in PLURALS:
        return None

    def evaluate(context: Context) -> list[Span]:
        whole = context.story
        if whole.start is None or whole.end is None:
            return [moved(context, unit, shift)]
        span = attempt(lambda number: unit_span(unit, whole.start or context.base, number), 0)
        if span.end is not None and span.end < whole.end:
            return [moved(context, unit, shift)]
        beside = attempt(lambda number: unit_span(unit, whole.start or context.base, number), shift)
        return [
            replace(
                beside, why=f"the {unit} {'before' if shift < 0 else 'after'} that of {context.whole_text}"
            )
        ]

    return evaluate


@rule(
    "next-day-and-its-date", "The next day, 7 April",
    "which:FOLL|PREV|SAME|THAT|NEXT|THIS unit:DAYWORD <date>",
    reason="The words name the day twice; they must agree.",
    examples=[
        Example("the next day, 7 April", "2014-04-06", "2014-04-07", kind="event"),
        Example("the next day, 9 April", "2014-04-06", "refused D304", kind="event"),
    ],
)  # fmt: skip
def next_day_and_its_date(match: Match) -> Evaluator | None:
    """Check a date against the day that the words tell from the event."""
    if match.token("which").text in {"напередодні", "накануне"} or unit_of(match) != "day":
        return None  # "on the eve of" a day is another thing
    if match.token("which").kind == "t" and not any(token.kind == "M" for token in match.tokens):
        return None  # "this day 5" counts days
    if not any(token.kind in "MdI" for token in match.tokens):
        return None
    shift = {"f": 1, "n": 1, "v": -1}.get(match.token("which").kind, 0)

    def change(context: Context, date: Span) -> list[Span]:
        if date.precision is not Precision.DAY or date.start is None:
            return []
        day = context.story.start if context.event else context.base
        if day is None or context.coarse or midnight(day) + shift * DAY == date.start:
            return [date]
        return [
            struck(
                date,
                "D304",
                f"it is not the {('same', 'next', 'previous')[shift]} day of {context.anchor_text}",
            )
        ]

    return each(match.part("date"), change)


@rule(
    "following-weekday", "The following Friday",
    "which:FOLL weekday:WEEKDAY", "weekday:WEEKDAY which:FOLL",
    reason="The first such day after that of another event.",
    examples=[
        Example("the following Friday", "2023-05-22", "2023-05-26", kind="event"),
        Example("the following Friday", "2023-05-22", "refused D307"),
    ],
)  # fmt: skip
def following_weekday(match: Match) -> Evaluator:
    """Name the first such weekday after the event."""
    weekday = match.number("weekday")

    def evaluate(context: Context) -> list[Span]:
        if context.story.start is None:
            return [undated()]
        base = context.base
        day = base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
        return [because(span_of_day(day), f"the first such day after {context.anchor_text}")]

    return evaluate


@rule(
    "units-later", "Two days later, a year earlier",
    "count:COUNT unit:UNITS which:LATER|EARLIER|BEFORE|AFTER", "=FOR count:COUNT unit:UNITS which:EARLIER", "=AFTER count:COUNT unit:UNITS", "=LATER count:COUNT? unit:UNITS", "=AFTER unit:UNITS",
    "about:ABOUT count:COUNT unit:UNITS which:LATER|EARLIER|BEFORE|AFTER",
    reason="Counted from another event, no more exact than the unit. If that event is not known to the day, it is counted from every day of "
    "it; an end that nobody knows stays open.",
    examples=[
        Example("two days later", "2023-05-21", "2023-05-23", kind="event"),
        Example("two days later", "2023-05", "2023-05-03/2023-06-02", kind="event"),
        Example("three weeks earlier", "2023-05-22", "2023-05-01/2023-05-07", kind="event"),
        Example("two days later", "2023-05-21", "refused D307"),
        Example("через два дні", "2014-05-21", "2014-05-23", kind="event", language="uk"),
        Example("за два дні до того", "2014-05-21", "2014-05-19", kind="event", language="uk"),
    ],
)  # fmt: skip
def units_later(match: Match) -> Evaluator | None:
    """Count units from another event."""
    sign = 1
    if match.has("which"):
        sign = -1 if match.token("which").kind in "eb" else 1
    evaluate = count_units(match, sign, story=True)
    if evaluate is not None and sign < 0 and unit_of(match) in {"month", "year", "quarter"}:
        # reports compare with "a year earlier", which is told from their own time
        ago = count_units(match, sign, story=False)
        return lambda context: (evaluate if context.event else ago or evaluate)(context)
    return evaluate


@rule(
    "units-before-a-date", "Two days before 21 May",
    "count:COUNT unit:UNITS which:BEFORE|AFTER|LATER|EARLIER|UNTIL <date>", "=FOR count:COUNT? unit:UNITS which:UNTIL|BEFORE <date>", "unit:UNITS which:BEFORE|AFTER|UNTIL <date>",
    general=True,
    reason="Counted from the date that the words name, no more exact than the unit or that date.",
    examples=[
        Example("two days after 21 May 2023", "", "2023-05-23"),
        Example("the day before 21 May 2023", "", "2023-05-20"),
        Example("two months after May 2023", "", "2023-07"),
    ],
)  # fmt: skip
def units_before_a_date(match: Match) -> Evaluator | None:
    """Count units from a date that the words name."""
    unit, count = unit_of(match), match.number("count", 1)
    if match.has("count") and match.token("count").kind == "_":
        return None
    sign = -1 if match.token("which").kind in "bex" else 1

    def change(context: Context, origin: Span) -> list[Span]:
        if origin.start is None or origin.end is None:
            return []
        if origin.precision is Precision.DAY or (
            origin.precision is Precision.MONTH and unit in {"month", "year"}
        ):
            span = shifted(context, unit, sign * count, origin=origin.start)
            return [replace(span, why=f"{counted(count, unit)} {'before' if sign < 0 else 'after'} it")]
        return [
            Span(
                step(origin.start, unit, sign * count),
                step(origin.end, unit, sign * count),
                Precision.INTERVAL,
                why=f"the whole of it moved {'back' if sign < 0 else 'on'} by {counted(count, unit)}",
            )
        ]

    return each(match.part("date"), change)


@rule(
    "after-something", "After or before something that is not a date",
    "=AFTER <words>", "=BEFORE <words>", "=VAGUE AFTER <words>",
    general=True,
    reason='"After losing Bakhmut" dates nothing by itself. Read from another event it gives a bound: no earlier than that event '
    'begins, or, with "before", no later than it ends.',
    examples=[
        Example("after losing Bakhmut", "2023-05-21", "2023-05-21/..", kind="event"),
        Example("before losing Bakhmut", "2023-05-21", "../2023-05-21", kind="event"),
        Example("after losing Bakhmut", "2023-05-21", "refused D307"),
    ],
)  # fmt: skip
def after_something(match: Match) -> Evaluator | None:
    """Bound a date by the event that the words are told from."""
    first, last = 0, len(match.tokens)
    words = match.tokens[last - match.count("words") :]
    if match.tokens[first].text in {"через", "спустя"}:
        return None  # so much later, or because of something
    if not any(token.kind == "X" for token in words) or match.part("words") is not None:
        return None
    before = match.tokens[first].kind == "b"

    def evaluate(context: Context) -> list[Span]:
        whole = context.story
        if before:
            return [Span(None, whole.end, Precision.UNSTATED, why=f"no later than {context.whole_text}")]
        return [Span(whole.start, None, Precision.UNSTATED, why=f"no earlier than {context.whole_text}")]

    return evaluate


def _whole(context: Context) -> str:
    """Say that the anchor's own extent is meant."""
    return f"the time of {context.whole_text}"


@rule(
    "now", "Currently, now, at the moment",
    "word:NOW",
    reason="The anchor's own interval, as exactly as the anchor is known. \"Then\" and \"at that time\" need another event.",
    examples=[
        Example("Currently", "2023-05-22", "2023-05-22"),
        Example("currently", "[2023-05-22..2023-05-31]", "2023-05-22/2023-05-31"),
        Example("зараз", "2023-05-22", "2023-05-22", language="uk"),
    ],
)  # fmt: skip
def now(match: Match) -> Evaluator:
    """Take the anchor's own interval."""
    if match.value("word") == "then":
        return lambda context: [replace(context.story, why=_whole(context))]
    return lambda context: [replace(context.whole, why=_whole(context))]


@rule(
    "vague", "Recently, later, soon",
    "word:VAGUE", "word:LATER", "word:EARLIER", "word:PAST", "word:LASTS|NEXTS FEW UNITS",
    reason='Bounds only, never a day: "recently" is no later than the anchor, "later" and "soon" no earlier.',
    examples=[
        Example("recently", "2023-05-22", "../2023-05-22"),
        Example("later", "2023-05-21", "2023-05-21/..", kind="event"),
        Example("the past few days", "2023-05-22", "../2023-05-22"),
        Example("нещодавно", "2023-05-22", "../2023-05-22", language="uk"),
    ],
)  # fmt: skip
def vague(match: Match) -> Evaluator:
    """Bound a date by the anchor."""
    token = match.token("word")
    forward = token.kind in "rn6" or token.value in {"later", "soon"}

    def evaluate(context: Context) -> list[Span]:
        whole = context.whole
        if forward:
            return [
                Span(
                    whole.start,
                    None,
                    Precision.UNSTATED,
                    why=f"no earlier than {context.whole_text}",
                    not_known=("how much later",),
                )
            ]
        return [
            Span(
                None,
                whole.end,
                Precision.UNSTATED,
                why=f"no later than {context.whole_text}",
                not_known=("how much earlier",),
            )
        ]

    return evaluate


@rule(
    "unstated",
    "Not stated",
    "STATED",
    reason="The source gives no words for this date. Nothing is put in their place: only what limits the date from elsewhere is shown, and as a "
    "limit.",
    examples=[Example("unstated", "", "unstated")],
)
def unstated(_match: Match) -> Evaluator:
    """Leave the date open."""
    return lambda _context: [replace(nothing("the source does not say when"), not_known=("date",))]
