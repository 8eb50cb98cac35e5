"""Limits and lengths: "by the 21st", "since 1989", "around 1950", "the nine months ended 30 September"."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.dates.context import Context
from timeline.dates.rules.base import each, step, unit_of, unit_span
from timeline.dates.rules.clock import CLOCKS
from timeline.dates.rules.counted import counted
from timeline.dates.rules.ranges import is_range
from timeline.dates.rules.table import Evaluator, Example, Expression, Match, rule
from timeline.dates.spans import (
    DAY,
    Span,
    replace,
    struck,
)
from timeline.dates.types import Precision


def _bare_unit(expression: Expression) -> bool:
    """Tell "after a week" (so much later) from "after the week of 10 April"."""
    return len(expression.tokens) == 1 and expression.tokens[0].kind in "UG45o"


@rule(
    "during",
    "During, in the course of",
    "=FOR <date>",
    general=True,
    reason='The period itself, where a language says "for" for "during": «за 2014 рік».',
    examples=[Example("за 2014 рік", "", "2014", language="uk")],
)
def during(match: Match) -> Evaluator | None:
    """Take a period that other words name."""
    long = {
        Precision.MONTH,
        Precision.QUARTER,
        Precision.SEASON,
        Precision.HALF,
        Precision.YEAR,
        Precision.INTERVAL,
        Precision.DAY,
    }
    inner = match.part("date")
    if inner is None or _bare_unit(inner):
        return None
    return each(inner, lambda _context, date: [date] if date.precision in long else [])


@rule(
    "limit-before", "By, before, until a date",
    "=BY <date>", "=BEFORE <date>", "=UNTIL <date>", "<date> which:BY", "=TO <date>", "=AGOPRE <date>",
    reason='"By" and "until" a date include it; "before" ends where it begins. Nothing says when it began.',
    examples=[
        Example("by 21 May 2023", "", "../2023-05-21"),
        Example("before 21 May 2023", "", "../2023-05-20"),
        Example("until 2014", "", "../2014-12-31"),
        Example("до 24 лютого 2022 року", "", "refused D302", language="uk"),
    ],
)  # fmt: skip
def limit_before(match: Match) -> Evaluator | None:
    """Bound a date from above."""
    word = match.token("which") if match.has("which") else match.tokens[0]
    inner = match.part("date")
    if word.kind == "<" and (word.text != "vor" or any(token.kind in "U4G5o" for token in match.tokens)):
        return None  # "vor drei Tagen" is a length of time
    inclusive = {"through", "thru", "bis", "bis zum"}
    if inner is None or is_range(inner) or (word.kind == "-" and word.text not in inclusive):
        return None

    dated = {"M", "I", "d"} & {token.kind for token in inner.tokens}

    def change(context: Context, date: Span) -> list[Span]:
        if date.start is None or date.end is None:
            return []
        if word.kind == "b" and dated and "the midnight that begins" in date.why:
            return []  # "shortly before midnight on 21 May" is late on that day
        if date.rule == "part-of-the-anchors-period" and _is_over(
            context, date.end, str(inner.tokens[-1].value)
        ):
            return []  # "by the end of the year" is never that of the year before
        if date.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}:
            day = (date.start - timedelta(seconds=1)).replace(hour=0, minute=0, second=0)
            return [
                Span(
                    day if word.kind == "b" else None,
                    date.start,
                    Precision.INTERVAL,
                    why="bounded from above",
                )
            ]
        including = Span(
            None, date.end, Precision.INTERVAL, why="bounded from above, the date itself included"
        )
        excluding = Span(
            None, date.start, Precision.INTERVAL, why="bounded from above, the date itself not included"
        )
        if word.value == "either":
            return [including, excluding]
        # "before the end of May": where the date itself is a convention, nothing is cut off on its account
        return [excluding if word.kind in "b<" and not date.approximate else including]

    return each(inner, change)


def _is_over(context: Context, end: datetime, unit: str) -> bool:
    """Tell whether a period ended before the anchor's own year, quarter or month began."""
    begin = unit_span(unit, context.base).start
    return begin is not None and end <= begin


@rule(
    "limit-after", "Since, after, from a date",
    "=SINCE <date>", "=AFTER <date>", "=VAGUE <date>", "=FROM <date>", "=START <date>",
    reason='"Since" and "from" a date include it; "after" begins where it ends. Nothing says when it ended.',
    examples=[
        Example("since 20 May 2023", "", "2023-05-20/.."),
        Example("after 20 May 2023", "", "2023-05-21/.."),
        Example("з 24 лютого 2022 року", "", "2022-02-24/..", language="uk"),
    ],
)  # fmt: skip
def limit_after(match: Match) -> Evaluator | None:
    """Bound a date from below."""
    after = match.tokens[0].kind in "AV"
    if match.tokens[0].kind == "V" and not match.tokens[0].text.endswith(" after"):
        return None  # "shortly after noon" is a limit; "later Friday" is not
    if match.tokens[0].text in {"через", "спустя", "vom", "von"}:
        return None  # a length of time after, or a day that something is dated by
    inner = match.part("date")
    if inner is None or is_range(inner) or _bare_unit(inner):
        return None

    dated = {"M", "I", "d"} & {token.kind for token in inner.tokens}

    def change(_context: Context, date: Span) -> list[Span]:
        if date.start is None or date.end is None:
            return []
        if after and dated and "the midnight that ends" in date.why:
            return []  # "shortly after midnight on 21 May" is early on that day
        if after and date.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}:
            day = date.start.replace(hour=0, minute=0, second=0)
            return [Span(date.start, day + DAY, Precision.INTERVAL, why="bounded from below, on its day")]
        return [
            Span(
                date.end if after and not date.approximate else date.start,
                None,
                Precision.INTERVAL,
                why="bounded from below",
            )
        ]

    return each(inner, change)


@rule(
    "announced",
    "Will on Friday, due 1 June",
    "=WILL <date>",
    "<date> WILL",
    general=True,
    reason="The words themselves say that the date lies ahead, so it is read as with `tense: future`.",
    examples=[
        Example("due 1 June", "2023-05-22", "2023-06-01"),
        Example("will be on Friday", "2023-05-22", "2023-05-26"),
    ],
)
def announced(match: Match) -> Evaluator | None:
    """Read a date that the words say lies ahead."""
    inner = match.part("date")
    if inner is None:
        return None
    date = inner

    def evaluate(context: Context) -> list[Span]:
        ahead = context.looking_ahead()
        spans = [replace(span, rule="", inner=(*span.inner, span.rule)) for span in date.at(ahead)]
        context.used = context.used or ahead.used
        return spans

    return evaluate


@rule(
    "approximate",
    "About, around",
    "=ABOUT <date>",
    "<date> ABOUT",
    reason="The same interval, marked approximate; how far it may be off is not known.",
    examples=[Example("around 1950", "", "1950~"), Example("about 21 May 2023", "", "2023-05-21~")],
)
def approximate(match: Match) -> Evaluator | None:
    """Mark a date approximate."""
    inner = match.part("date")
    if match.tokens[0].text.startswith("at ") and match.kinds("date") == "Y":
        return None  # "at around 1030" is a time
    if inner is None or any(
        made.name in CLOCKS or made.name in {"units-ago", "units-later", "approximate"}
        for made, _ in inner.parses
    ):
        return None
    return each(inner, lambda _context, date: [replace(date, why="", approximate=True)])


@rule(
    "period-ended",
    "The nine months ended 30 September",
    "count:COUNT? unit:UNITS ENDED <date>",
    "count:NUM unit:UNITS START <date>",
    "CALENDAR? ORDINAL CALENDAR? unit:QUARTERWORD ENDED <date>",
    "CALENDAR unit:UNITS ENDED <date>",
    "half:HALF ENDED <date>",
    "half:HALFWORD UNIT? ENDED|TO|UNTIL <date>",
    "CALENDAR year:YEAR4 ENDED <date>",
    "!MONTH|NUMERIC|PAIR count:COUNT? unit:UNITS to:TO <date>",
    reason="So many units that end with the date, or begin with it. A quarter or year that is told by its last day needs no calendar but ours.",
    examples=[
        Example("the fiscal second quarter ended Sept. 30", "1989-11-02", "1989-07-01/1989-09-30"),
        Example("fiscal 1989 ended June 30", "1989-11-02", "1988-07-01/1989-06-30"),
        Example("the 12 months to June", "1989-11-02", "1988-07-01/1989-06-30"),
        Example("the nine months ended September 30, 1989", "", "1989-01-01/1989-09-30"),
        Example("the quarter ended June 30, 1989", "", "1989-04-01/1989-06-30"),
    ],
)
def period_ended(match: Match) -> Evaluator | None:
    """Name the stretch that ends with a date."""
    unit = "half" if match.has("half") else "year" if match.has("year") else unit_of(match)
    count = match.number("count", 1)
    year = match.number("year")
    if match.has("to") and match.value("to") != "to":
        return None  # a hyphen is none, and the "до" of other languages is another thing
    ended = not any(token.kind == "^" for token in match.tokens)
    if unit in {"date", "workday", "halfday", "second", "minute", "hour"}:
        return None

    def change(_context: Context, date: Span) -> list[Span]:
        if date.start is None or date.end is None or date.precision not in {Precision.DAY, Precision.MONTH}:
            return []
        if year and date.start.year != year:
            return [struck(date, "D304", f"it is not in {year}")]
        if ended:
            return [
                Span(
                    step(date.end, unit, -count),
                    date.end,
                    Precision.INTERVAL,
                    why=f"{counted(count, unit)} up to it",
                )
            ]
        return [
            Span(
                date.start,
                step(date.start, unit, count),
                Precision.INTERVAL,
                why=f"{counted(count, unit)} from it",
            )
        ]

    return each(match.part("date"), change)
