"""Stretches and limits: "from 16 to 18 May", "2014-2018", "between A and B", "by the 21st", "since 1989", "around 1950"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from timeline.dates.context import AnchorMissing, Context, EventMissing, yearly
from timeline.dates.rules.base import NOTHING, each, fixed, step
from timeline.dates.rules.clock import CLOCKS, is_clock, on_day
from timeline.dates.rules.relative import unit_of
from timeline.dates.rules.table import Evaluator, Example, Expression, Match, rule
from timeline.dates.spans import (
    DAY,
    MONTH_NAMES,
    ImpossibleDate,
    Span,
    day_span,
    decade_span,
    month_span,
    replace,
    struck,
    year_span,
)
from timeline.dates.tokens import Token
from timeline.dates.types import Precision


def between(first: Span, last: Span) -> Span:
    """Return the stretch from the beginning of one span to the end of another, or a struck-out one."""
    if first.struck or last.struck:
        return first if first.struck else last
    if first.start is None or last.end is None or last.start is None or first.end is None:
        return struck(NOTHING, "D304", "one end of the range is open")
    clocks = {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}
    end = last.start if last.precision in clocks and first.precision in clocks else last.end
    if end <= first.start:
        return struck(NOTHING, "D304", "the range would end before it begins")
    return Span(
        first.start, end, Precision.INTERVAL, approximate=first.approximate or last.approximate,
        zone=first.zone or last.zone, warnings=(*first.warnings, *last.warnings),
        why="; ".join(dict.fromkeys(why for why in ("from the first date to the end of the last", first.why, last.why) if why)),
    )  # fmt: skip


def _range(make: Callable[[], tuple[Span, Span]]) -> Span:
    try:
        first, last = make()
    except ImpossibleDate as impossible:
        return struck(NOTHING, "D304", str(impossible))
    return between(first, last)


@rule(
    "days-of-a-month", "From the 16th to the 18th of May",
    "first:DAY TO|AND second:DAY month:MONTH year:YEAR? YEARWORD?", "FROM|SINCE first:DAY TO|UNTIL second:DAY month:MONTH year:YEAR? YEARWORD?",
    "BETWEEN first:DAY AND|TO second:DAY month:MONTH year:YEAR? YEARWORD?", "month:MONTH first:DAY TO|AND second:DAY year:YEAR?",
    "FROM|SINCE month:MONTH first:DAY TO|UNTIL second:DAY year:YEAR?", "BETWEEN month:MONTH first:DAY AND|TO second:DAY year:YEAR?",
    "first:DAY TO|AND second:DAY TO month:MONTH TO year:YEAR", "pair:PAIR month:MONTH year:YEAR? YEARWORD?",
    reason="The days from the first to the last, both included; the month and year hold for both.",
    examples=[
        Example("16-18 May 2023", "", "2023-05-16/2023-05-18"),
        Example("May 16 to 18", "2023-05-22", "2023-05-16/2023-05-18"),
        Example("з 5 по 7 травня 2014 року", "", "2014-05-05/2014-05-07", language="uk"),
    ],
)  # fmt: skip
def days_of_a_month(match: Match) -> Evaluator | None:
    """Name a stretch of days inside a month."""
    first, second, month = match.number("first"), match.number("second"), match.number("month")
    if match.has("pair"):
        first, second = (int(number) for number in match.value("pair").replace(".", "/").split("/"))
        if second != first + 1:
            return None
    if (
        any(token.kind == "&" for token in match.tokens)
        and "B" not in {token.kind for token in match.tokens}
        and second != first + 1
    ):
        return None

    def make(year: int) -> Span:
        return _range(lambda: (day_span(year, month, first), day_span(year, month, second)))

    if match.has("year") and match.token("year").kind == "Y":
        return fixed(lambda: make(match.number("year")), "the days from the first to the last")
    return lambda context: yearly(context, make, f"{first} to {second} {MONTH_NAMES[month]}")


@rule(
    "days-of-two-months", "From 28 April to 3 May 2023",
    "FROM|SINCE|BETWEEN? first:DAY month:MONTH TO|UNTIL|AND second:DAY month2:MONTH year:YEAR YEARWORD?",
    "FROM|SINCE|BETWEEN? month:MONTH first:DAY TO|UNTIL|AND month2:MONTH second:DAY year:YEAR",
    reason="The year stands once and holds for both, unless the months run over New Year, when the first is of the year before.",
    examples=[
        Example("28 April - 3 May 2023", "", "2023-04-28/2023-05-03"),
        Example("28 December - 3 January 2023", "", "2022-12-28/2023-01-03"),
    ],
)  # fmt: skip
def days_of_two_months(match: Match) -> Evaluator | None:
    """Name a stretch of days over two months of a known year."""
    if match.token("year").kind != "Y":
        return None
    if any(token.kind == "&" for token in match.tokens) and match.tokens[0].kind != "B":
        return None
    month, month2, year = match.number("month"), match.number("month2"), match.number("year")
    begin = year if month <= month2 else year - 1
    return fixed(
        lambda: _range(
            lambda: (
                day_span(begin, month, match.number("first")),
                day_span(year, month2, match.number("second")),
            )
        ),
        "the days from the first to the last",
    )


@rule(
    "days-of-two-months-without-a-year", "From 10 August to 12 November",
    "FROM|SINCE|BETWEEN? first:DAY month:MONTH TO|UNTIL|AND second:DAY month2:MONTH",
    "FROM|SINCE|BETWEEN? month:MONTH first:DAY TO|UNTIL|AND month2:MONTH second:DAY",
    reason="A stretch of days, in a year that is found as for a month and day, by the first of them.",
    examples=[
        Example("August 10 - September 12", "2023-10-22", "2023-08-10/2023-09-12"),
        Example("30 квітня — 2 травня", "2014-03-02", "2014-04-30/2014-05-02", kind="event", language="uk"),
    ],
)  # fmt: skip
def days_of_two_months_without_a_year(match: Match) -> Evaluator | None:
    """Name a stretch of days over two months of some year."""
    if any(token.kind == "&" for token in match.tokens) and match.tokens[0].kind != "B":
        return None
    month, month2, first, second = (
        match.number("month"),
        match.number("month2"),
        match.number("first"),
        match.number("second"),
    )

    def make(year: int) -> Span:
        return _range(
            lambda: (day_span(year, month, first), day_span(year + (month2 < month), month2, second))
        )

    return lambda context: yearly(
        context, make, f"{first} {MONTH_NAMES[month]} to {second} {MONTH_NAMES[month2]}"
    )


@rule(
    "hours-of-a-day",
    "From 3 to 4 pm",
    "first:NUM TO second:NUM half:AMPM",
    "FROM|SINCE first:NUM TO|UNTIL second:NUM half:AMPM",
    "BETWEEN first:NUM AND|TO second:NUM half:AMPM",
    "first:CLOCK TO second:NUM|CLOCK half:AMPM",
    "FROM|SINCE first:CLOCK TO|UNTIL second:NUM|CLOCK half:AMPM",
    "BETWEEN first:CLOCK AND|TO second:NUM|CLOCK half:AMPM",
    reason="The half of the day is said once: it holds for both times, unless the first would then come after the last.",
    examples=[
        Example("from 3 to 4 pm", "2023-05-22", "2023-05-22T15:00/2023-05-22T16:00"),
        Example("11-1 pm", "2023-05-22", "2023-05-22T11:00/2023-05-22T13:00"),
    ],
)
def hours_of_a_day(match: Match) -> Evaluator | None:
    """Name a stretch between two clock times that share their half of the day."""
    ends = [_minutes(match.token(name)) for name in ("first", "second")]
    if any(minutes is None for minutes in ends):
        return None
    first, second = (minutes or 0 for minutes in ends)
    shift = 12 * 60 if match.value("half") == "pm" else 0
    last = second % (12 * 60) + shift
    begin = first % (12 * 60) + shift
    if begin >= last:
        begin -= 12 * 60
    if not 0 <= begin < last:
        return None
    return lambda context: [
        Span(
            context.base + timedelta(minutes=begin),
            context.base + timedelta(minutes=last),
            Precision.INTERVAL,
            why="from the first time to the last",
        )
    ]


def _minutes(token: Token) -> int | None:
    """Minutes after midnight or noon of a clock hour; `None` beyond twelve."""
    hour, _, minute = str(token.value).partition(":")
    if not hour.isdigit() or not 1 <= int(hour) <= 12 or (minute and not minute.isdigit()):
        return None
    return int(hour) * 60 + int(minute or 0)


@rule(
    "bare-days",
    "From the 16th to the 18th",
    "first:ORD TO|AND second:ORD",
    "FROM|SINCE|BETWEEN first:DAY TO|UNTIL|AND second:ORD",
    "first:NUM TO second:ORD",
    "FROM|SINCE first:ORD TO|UNTIL second:ORD",
    reason="Each is read as a bare day number; the first must not come after the last.",
    examples=[Example("the 16-18th", "2023-05-22", "2023-05-16/2023-05-18")],
)
def bare_days(match: Match) -> Evaluator | None:
    """Name a stretch of days of the anchor's month or the one before."""
    first, second = match.number("first"), match.number("second")
    if not 1 <= first < second <= 31 or (match.tokens[1].kind == "&" and second != first + 1):
        return None

    def evaluate(context: Context) -> list[Span]:
        base = context.base
        back = 1 if second > base.day and not context.event and not context.future else 0
        month = base.year * 12 + base.month - 1 - back
        year, number = month // 12, month % 12 + 1
        span = _range(lambda: (day_span(year, number, first), day_span(year, number, second)))
        spans = [replace(span, why=f"the latest such days by {context.anchor_text}")]
        if context.event and first < base.day and not context.coarse:
            after = month + 1
            again = _range(
                lambda: (
                    day_span(after // 12, after % 12 + 1, first),
                    day_span(after // 12, after % 12 + 1, second),
                )
            )
            spans.append(replace(again, why=f"the first such days after {context.anchor_text}"))
        return spans

    return evaluate


@rule(
    "months-of-a-year",
    "January to March 1989",
    "first:MONTH TO|UNTIL|AND second:MONTH year:YEAR YEARWORD?",
    "FROM|SINCE|BETWEEN first:MONTH TO|UNTIL|AND second:MONTH year:YEAR YEARWORD?",
    "year:YEAR YEARWORD? first:MONTH TO second:MONTH",
    reason="The year holds for both months, unless they run over New Year, when the first is of the year before.",
    examples=[
        Example("January-March 1989", "", "1989-01-01/1989-03-31"),
        Example("квітень-травень 2014 року", "", "2014-04-01/2014-05-31", language="uk"),
    ],
)
def months_of_a_year(match: Match) -> Evaluator | None:
    """Name a stretch of months of a known year."""
    first, second, year = match.number("first"), match.number("second"), match.number("year")
    if match.token("year").kind != "Y":
        return None
    if (
        "&" in {token.kind for token in match.tokens}
        and match.tokens[0].kind != "B"
        and second != first % 12 + 1
    ):
        return None
    begin = year if first <= second else year - 1
    return fixed(
        lambda: _range(lambda: (month_span(begin, first), month_span(year, second))),
        "from the first month to the end of the last",
    )


@rule(
    "two-months",
    "April and May, from March to May",
    "first:MONTH TO|UNTIL|AND second:MONTH",
    "FROM|SINCE|BETWEEN first:MONTH TO|UNTIL|AND second:MONTH",
    "first:MONTH TO|AND second:MONTH <year>",
    reason="A stretch of months, in a year that is found as for a bare month, by the first of them.",
    examples=[
        Example("from March to May", "2023-06-22", "2023-03-01/2023-05-31"),
        Example("у квітні-травні", "2014-03-02", "2014-04-01/2014-05-31", kind="event", language="uk"),
    ],
)
def two_months(match: Match) -> Evaluator | None:
    """Name a stretch of months without a year."""
    first, second = match.number("first"), match.number("second")
    if (
        "&" in {token.kind for token in match.tokens}
        and match.tokens[0].kind != "B"
        and second != first % 12 + 1
    ):
        return None

    def make(year: int) -> Span:
        return _range(lambda: (month_span(year, first), month_span(year + (second < first), second)))

    if match.has("year"):
        if match.count("year") == 1:
            return None

        def change(_context: Context, year: Span) -> list[Span]:
            return (
                [make(year.start.year)] if year.start is not None and year.precision is Precision.YEAR else []
            )

        return each(match.part("year"), change)
    return lambda context: yearly(context, make, f"{MONTH_NAMES[first]} to {MONTH_NAMES[second]}")


@rule(
    "years",
    "2014-2018, from 1989 to 1991",
    "YEARWORD|UNIT? first:YEAR TO|UNTIL second:YEAR YEARWORD?",
    "first:YEAR4 TO second:NUM YEARWORD?",
    "FROM|SINCE first:YEAR YEARWORD? TO|UNTIL second:YEAR YEARWORD?",
    "BETWEEN first:YEAR YEARWORD? AND|TO second:YEAR YEARWORD?",
    "first:YEAR4 AND second:YEAR4 YEARWORD?",
    reason='From the beginning of the first year to the end of the last. "1941-45" shares its century.',
    examples=[
        Example("2014-2018", "", "2014-01-01/2018-12-31"),
        Example("1941-45", "", "1941-01-01/1945-12-31"),
        Example("2014—2015 роки", "", "2014-01-01/2015-12-31", language="uk"),
    ],
)
def years(match: Match) -> Evaluator | None:
    """Name a stretch of years."""
    first, second = match.number("first"), match.number("second")
    kinds = {token.kind for token in match.tokens}
    if match.token("first").kind != "Y":
        return None
    if match.token("second").kind != "Y":
        if len(match.token("second").text.lstrip("'")) != 2:
            return None
        second += first // 100 * 100
        if second <= first or (match.token("second").kind == "N" and second % 100 <= 12):
            return None
    if "&" in kinds and "B" not in kinds and second != first + 1:
        return None
    return fixed(
        lambda: _range(lambda: (year_span(first), year_span(second))),
        "from the first year to the end of the last",
    )


@rule(
    "decades",
    "From the 1960s to the 1980s",
    "first:DECADE TO|UNTIL second:DECADE YEARWORD?",
    "FROM|SINCE first:DECADE TO|UNTIL second:DECADE YEARWORD?",
    reason="From the beginning of the first decade to the end of the last.",
    examples=[Example("the 1960s to the 1980s", "", "1960-01-01/1989-12-31")],
)
def decades(match: Match) -> Evaluator | None:
    """Name a stretch of decades."""
    first, second = match.number("first"), match.number("second")
    second = second if second >= 1000 else first // 100 * 100 + second
    if first < 1000:
        return None
    return fixed(
        lambda: _range(lambda: (decade_span(first), decade_span(second))),
        "from the first decade to the end of the last",
    )


@rule(
    "range", "From one date to another",
    "<first> TO|UNTIL <last>", "=FROM|SINCE <first> TO|UNTIL <last>", "=BETWEEN <first> AND|TO <last>",
    general=True,
    reason="From the beginning of the first date to the end of the last; two clock times are the ends themselves. Each is read by its "
    "own rule, and pairs that would end before they begin are struck out.",
    examples=[
        Example("between 22 May 2023 and 31 May 2023", "", "2023-05-22/2023-05-31"),
        Example("from 10 May 2023 to June 2023", "", "2023-05-10/2023-06-30"),
        Example("from yesterday to today", "2023-05-22", "2023-05-21/2023-05-22"),
    ],
)  # fmt: skip
def range_rule(match: Match) -> Evaluator | None:
    """Join two dates."""
    first, last = match.part("first"), match.part("last")
    if first is None or last is None or is_clock(first) != is_clock(last):
        return None
    if _own_rule(first) or _own_rule(last):
        return None

    def evaluate(context: Context) -> list[Span]:
        pairs = [
            between(start, end) for end in last.at(context) for start in _first_of_range(first, end, context)
        ]
        standing = [pair for pair in pairs if not pair.struck]
        return standing or pairs[:1]

    return evaluate


def _first_of_range(first: Expression, end: Span, context: Context) -> list[Span]:
    """Read the first date by itself; if it needs an anchor, it is the latest such date by the end of the range."""
    alone = context.at_day(None)
    try:
        return first.at(alone)
    except (AnchorMissing, EventMissing):
        pass
    if (
        end.start is None
        or end.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}
        or end.zone is not None
    ):
        return first.at(context)
    if not any(token.kind in "MWS5Q/uO" for token in first.tokens) or any(
        token.kind in "tlnp6DTg" for token in first.tokens
    ):
        return first.at(context)
    return [
        span
        for span in first.at(context.at_day(end.start))
        if span.struck or (span.start is not None and span.start <= end.start)
    ]


_RANGES: Final = {
    "range", "days-of-a-month", "days-of-two-months", "days-of-two-months-without-a-year", "bare-days", "months-of-a-year", "two-months", "years", "decades", "limit-before",
    "limit-after", "vague", "hours-of-a-day", "numeric-range", "night-of-two-days", "after-something", "unstated",
}  # fmt: skip


def _own_rule(expression: Expression) -> bool:
    """Tell whether an end of a range is itself a range or a limit."""
    return any(made.name in _RANGES for made, _ in (*expression.parses, *expression.general))


@rule(
    "clock-range-on-a-day",
    "From 9 to 11:30 on a day",
    "<day> <times>",
    reason="Both times lie on that day.",
    examples=[Example("22 May 2023, between 05:00 and 06:30", "", "2023-05-22T05:00/2023-05-22T06:30")],
)
def clock_range_on_a_day(match: Match) -> Evaluator | None:
    """Place a stretch of clock times on a day, in either order."""
    day, times = match.part("day"), match.part("times")
    if day is None or times is None:
        return None
    if _clock_range(day):
        day, times = times, day
    if not _clock_range(times) or _clock_range(day) or is_clock(day):
        return None
    clock = times
    return each(day, lambda context, span: on_day(context, span, clock))


def _clock_range(expression: Expression) -> bool:
    kinds = {token.kind for token in expression.tokens}
    return (
        bool(kinds & set("Cmoc"))
        and {made.name for made, _ in (*expression.parses, *expression.general)}
        <= {"range", "hours-of-a-day"}
        and kinds <= set("CmocNFBqx&-@iPkz")
    )


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
    "=BY <date>", "=BEFORE <date>", "=UNTIL <date>", "<date> which:BY", "=TO <date>",
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
    if inner is None or _own_rule(inner) or (word.kind == "-" and word.text not in {"through", "thru"}):
        return None

    def change(_context: Context, date: Span) -> list[Span]:
        if date.start is None or date.end is None:
            return []
        if date.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}:
            day = date.start.replace(hour=0, minute=0, second=0)
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
        return [excluding if word.kind == "b" else including]

    return each(inner, change)


@rule(
    "limit-after", "Since, after, from a date",
    "=SINCE <date>", "=AFTER <date>", "=FROM <date>", "=START <date>",
    reason='"Since" and "from" a date include it; "after" begins where it ends. Nothing says when it ended.',
    examples=[
        Example("since 20 May 2023", "", "2023-05-20/.."),
        Example("after 20 May 2023", "", "2023-05-21/.."),
        Example("з 24 лютого 2022 року", "", "2022-02-24/..", language="uk"),
    ],
)  # fmt: skip
def limit_after(match: Match) -> Evaluator | None:
    """Bound a date from below."""
    after = match.tokens[0].kind == "A"
    inner = match.part("date")
    if inner is None or _own_rule(inner) or _bare_unit(inner):
        return None

    def change(_context: Context, date: Span) -> list[Span]:
        if date.start is None or date.end is None:
            return []
        if after and date.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}:
            day = date.start.replace(hour=0, minute=0, second=0)
            return [Span(date.start, day + DAY, Precision.INTERVAL, why="bounded from below, on its day")]
        return [Span(date.end if after else date.start, None, Precision.INTERVAL, why="bounded from below")]

    return each(inner, change)


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
    reason="So many units that end with the date, or begin with it.",
    examples=[
        Example("the nine months ended September 30, 1989", "", "1989-01-01/1989-09-30"),
        Example("the quarter ended June 30, 1989", "", "1989-04-01/1989-06-30"),
    ],
)
def period_ended(match: Match) -> Evaluator | None:
    """Name the stretch that ends with a date."""
    unit, count = unit_of(match), match.number("count", 1)
    ended = any(token.kind == "Z" for token in match.tokens)
    if unit in {"date", "workday", "halfday", "second", "minute", "hour"}:
        return None

    def change(_context: Context, date: Span) -> list[Span]:
        if date.start is None or date.end is None or date.precision not in {Precision.DAY, Precision.MONTH}:
            return []
        if ended:
            return [
                Span(
                    step(date.end, unit, -count),
                    date.end,
                    Precision.INTERVAL,
                    why=f"{count} {unit}(s) up to it",
                )
            ]
        return [
            Span(
                date.start,
                step(date.start, unit, count),
                Precision.INTERVAL,
                why=f"{count} {unit}(s) from it",
            )
        ]

    return each(match.part("date"), change)


@rule(
    "numeric-range",
    "14-15.10.2018",
    "first:NUM TO date:NUMERIC",
    "first:NUM TO date:PAIR",
    "FROM|SINCE first:NUM TO|UNTIL date:NUMERIC",
    "first:PAIR TO date:NUMERIC",
    reason="The month and year of the last day hold for the first.",
    examples=[
        Example("14-15.10.2018", "", "2018-10-14/2018-10-15"),
        Example("28.04-03.05.2018", "", "2018-04-28/2018-05-03"),
    ],
)
def numeric_range(match: Match) -> Evaluator | None:
    """Name a stretch of days in numbers."""
    parts = match.value("date").split(".")
    if match.token("first").kind == "u":
        start = (
            [int(piece) for piece in match.value("first").split(".")] if "." in match.value("first") else []
        )
    else:
        start = [match.number("first"), *([int(parts[1])] if len(parts) > 1 else [])]
    if len(parts) < 2 or len(start) != 2:
        return None
    day, month = int(parts[0]), int(parts[1])

    def make(year: int) -> Span:
        return _range(lambda: (day_span(year, start[1], start[0]), day_span(year, month, day)))

    if len(parts) == 3 and len(parts[2]) == 4:
        return fixed(lambda: make(int(parts[2])), "the days from the first to the last")
    if len(parts) == 3:
        return None
    return lambda context: (
        yearly(context, make, f"{start[0]} to {day} {MONTH_NAMES[month]}") if 1 <= month <= 12 else []
    )
