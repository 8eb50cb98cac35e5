"""One day named in both calendars, "25 October (7 November) 1917", and calendars that are not computed with."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.dates.context import Context, attempt, yearly
from timeline.dates.rules.base import fixed, nothing
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import MONTH_NAMES, Span, because, day_span, day_text, span_of_day, struck
from timeline.dates.types import Precision


@rule(
    "day-in-both-calendars", "25 October (7 November) 1917",
    "first:DAY second:DAY month:MONTH year:YEAR? YEARWORD?",
    "pair:PAIR month:MONTH year:YEAR? YEARWORD?",
    "first:DAY month:MONTH TO? second:DAY month2:MONTH year:YEAR? YEARWORD?",
    "first:DAY month:MONTH year:YEAR YEARWORD? TO? second:DAY month2:MONTH year2:YEAR? YEARWORD?",
    "month:MONTH first:DAY second:DAY year:YEAR?",
    "month:MONTH first:DAY month2:MONTH second:DAY year:YEAR?",
    reason="Histories of the Russian Empire and its neighbours name a day by the Julian calendar and, in brackets or after a stroke, by the "
    "Gregorian. Two dates that lie exactly as far apart as the calendars did in that year are one day, and the answer is the "
    "Gregorian date, whichever comes first; any others are refused. Nothing is converted.",
    examples=[
        Example("25 October (7 November) 1917", "", "1917-11-07"),
        Example("27 червня (8 липня) 1709 року", "", "1709-07-08", language="uk"),
        Example("1/14 січня 1918 року", "", "1918-01-14", language="uk"),
        Example("25 жовтня (6 листопада) 1917 року", "", "refused D308", language="uk"),
        Example("25 октября (7 ноября)", "1917-10-10", "1917-11-07", kind="event", language="ru"),
    ],
)  # fmt: skip
def day_in_both_calendars(match: Match) -> Evaluator | None:
    """Take the Gregorian of two dates that name one day."""
    if any(token.kind == "-" and token.text != "/" for token in match.tokens):
        return None  # a dash makes it a stretch of days
    if match.has("pair"):
        first, second = (int(number) for number in match.value("pair").replace(".", "/").split("/"))
        if "/" not in match.value("pair"):
            return None
    else:
        first, second = match.number("first"), match.number("second")
    month = match.number("month")
    month2 = match.number("month2", month)
    if month == month2 and abs(second - first) < min(_DIFFERENCES.values()):
        return None  # «24, 25 лютого» are two days
    named = match.number("year2", match.number("year"))

    def both(year: int) -> Span:
        """Compare the two dates; the year is that of the later words."""
        year1 = (
            match.number("year") if match.has("year2") else year - (month > month2 + 6) + (month2 > month + 6)
        )
        left, right = day_span(year1, month, first).start, day_span(year, month2, second).start
        return _agreed(left, right) if left is not None and right is not None else nothing()

    if match.has("year"):
        if match.token("year").kind != "Y":
            return None
        return fixed(lambda: both(named), "one day in both calendars, of which the Gregorian date is taken")

    def evaluate(context: Context) -> list[Span]:
        noun = f"{first} {MONTH_NAMES[month]}, which is {second} {MONTH_NAMES[month2]}"
        return [
            because(attempt(both, span.start.year), span.why) if span.start is not None else span
            for span in yearly(context, lambda year: day_span(year, month2, second), noun)
        ]

    return evaluate


_DIFFERENCES = {15: 10, 16: 10, 17: 11, 18: 12, 19: 13, 20: 13}
"""Days between the calendars by the first figures of the year."""


def _agreed(left: datetime, right: datetime) -> Span:
    """Return the later of two dates that lie as far apart as the calendars; a struck-out span for any others."""
    early, late = sorted((left, right))
    turn = (early.month, early.day) < (
        2,
        29,
    )  # the difference grew after the Julian 28 February of 1700, 1800 and 1900
    century = early.year // 100 - (early.year % 100 == 0 and turn)
    if late - early == timedelta(days=_DIFFERENCES.get(century, 0)):
        return span_of_day(late)
    return struck(
        Span(None, None, Precision.UNSTATED),
        "D308",
        f"{day_text(left)} and {day_text(right)} are neither one day in both calendars nor a stretch of days",
    )
