"""Parts of periods: "early May", "the second half of June", "the end of the month", "the turn of the century"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from timeline.dates.context import Context, attempt
from timeline.dates.rules.base import PERIODS, each, unit_of, unit_span
from timeline.dates.rules.dayparts import PARTS, part_span
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import (
    DAY,
    Span,
    century_span,
    half_span,
    year_span,
)
from timeline.dates.types import Precision


@rule(
    "half-of-a-period", "Half of a month, of a period",
    "half:HALF <period>",
    reason="The days up to the middle of the period, or those after it: a month is halved after its 15th day.",
    examples=[
        Example("the second half of May 2023", "", "2023-05-16/2023-05-31"),
        Example("first half of last year", "2023-05-22", "2022-40"),
        Example("у першій половині березня 2014 року", "", "2014-03-01/2014-03-15", language="uk"),
    ],
)  # fmt: skip
def half_of_a_period(match: Match) -> Evaluator | None:
    """Halve a period that other words name."""
    number = match.number("half")
    if match.count("period") == 1 and match.tokens[-1].kind == "Y":
        return None

    def change(_context: Context, period: Span) -> list[Span]:
        if period.start is None or period.end is None or period.precision not in {*PERIODS, Precision.DAY}:
            return []
        start, end = period.start, period.end
        match period.precision:
            case Precision.DAY:
                return [part_span(start, "morning" if number == 1 else "afternoon")]
            case Precision.YEAR:
                return [half_span(start.year, number)]
            case Precision.MONTH:
                middle = start + timedelta(days=15)
            case Precision.DECADE:
                middle = start.replace(year=start.year + 5)
            case Precision.CENTURY:
                middle = start.replace(year=start.year + 50)
            case Precision.QUARTER | Precision.SEASON | Precision.HALF:
                middle = start + (end - start) / 2
                middle = middle.replace(hour=0)
            case _:
                return []
        first, last = (start, middle) if number == 1 else (middle, end)
        return [Span(first, last, Precision.INTERVAL, why=f"its {('first', 'second')[number - 1]} half")]

    return each(match.part("period"), change)


EDGES: Final = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2, "close": 2}


@rule(
    "part-of-a-period", "Early, mid and late; beginning, middle and end",
    "edge:EDGE <period>", "<period> edge:EDGE", "edge:VAGUE <period>",
    general=True,
    reason="Thirds, by convention: of a month its days 1 to 10, 11 to 20, 21 to the end; of a year January to April, May to August, "
    "September to December; of a decade its first three years, the four in the middle, the last three; of any other period its "
    "thirds. Early on a day is 00:00 to 06:00, late 18:00 to 24:00.",
    examples=[
        Example("early May 2023", "", "2023-05-01~/2023-05-10~"),
        Example("mid-November 2022", "", "2022-11-11~/2022-11-20~"),
        Example("late 1989", "", "1989-09-01~/1989-12-31~"),
        Example("the end of last year", "2023-05-22", "2022-09-01~/2022-12-31~"),
        Example("на початку квітня", "2014-03-01", "2014-04-01~/2014-04-10~", kind="event", language="uk"),
    ],
)  # fmt: skip
def part_of_a_period(match: Match) -> Evaluator | None:
    """Name a third of a period that other words name."""
    word = match.value("edge")
    if match.token("edge").kind == "V":
        if match.token("edge").text not in _LAST_DAYS:
            return None
        word = "end"  # «останні дні вересня» are not recent days
    third = EDGES[word]

    def change(_context: Context, period: Span) -> list[Span]:  # noqa: PLR0911 -- one return for each case reads best
        if period.start is None or period.end is None:
            return []
        if period.precision is Precision.PART_OF_DAY and word in {"early", "late"}:
            finer = f"{word} {period.part}"
            return [part_span(period.start.replace(hour=0), finer)] if finer in PARTS else []
        if period.precision is Precision.DAY:
            if word in {"start", "close"}:
                return []  # "beginning Monday" is no part of it; "Friday's close" is that of an exchange
            if word == "mid":
                return [part_span(period.start, "midday")]
            return [part_span(period.start, "early morning" if third == 0 else "evening")]
        bounds = thirds(period)
        if bounds is None:
            return []
        start, end = bounds[third], bounds[third + 1]
        return [
            Span(
                start,
                end,
                Precision.INTERVAL,
                approximate=True,
                why=f"its {('first', 'middle', 'last')[third]} third, by convention",
            )
        ]

    return each(match.part("period"), change)


_LAST_DAYS: Final = frozenset(
    ["останні дні", "останніх днів", "останніми днями", "последние дни", "последних дней"]
)


def thirds(period: Span) -> tuple[datetime, datetime, datetime, datetime] | None:  # noqa: PLR0911 -- one return for each case reads best
    """Return the four bounds of the thirds of a period, on whole days."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    match period.precision:
        case Precision.MONTH:
            return start, start + 10 * DAY, start + 20 * DAY, end
        case Precision.YEAR:
            return start, start.replace(month=5), start.replace(month=9), end
        case Precision.DECADE:
            return start, start.replace(year=start.year + 3), start.replace(year=start.year + 7), end
        case Precision.CENTURY:
            return start, start.replace(year=start.year + 33), start.replace(year=start.year + 67), end
        case Precision.WEEK:
            return start, start + 2 * DAY, start + 4 * DAY, end
        case Precision.QUARTER | Precision.SEASON:
            return start, month_start(start, 1), month_start(start, 2), end
        case Precision.HALF:
            return start, month_start(start, 2), month_start(start, 4), end
        case _:
            return None


def month_start(moment: datetime, shift: int) -> datetime:
    """Return the first day of a month so many months on."""
    month = moment.year * 12 + moment.month - 1 + shift
    return datetime(month // 12, month % 12 + 1, 1)


@rule(
    "parts-of-two-centuries",
    "The end of the 19th and the beginning of the 20th century",
    "edge:EDGE first:ORDINAL TO|AND edge2:EDGE second:ORDINAL unit:UNIT",
    reason="From the beginning of the first third to the end of the last, by convention; the word for century is said once.",
    examples=[
        Example("кінець XIX — початок XX століття", "", "1867-01-01~/1932-12-31~", language="uk"),
    ],
)
def parts_of_two_centuries(match: Match) -> Evaluator | None:
    """Join the parts of two centuries."""
    first, second = match.number("first"), match.number("second")
    if match.value("unit") != "century" or not 1 <= first < second <= 30:
        return None
    bounds, bounds2 = thirds(century_span(first)), thirds(century_span(second))
    if bounds is None or bounds2 is None:
        return None
    start, end = bounds[EDGES[match.value("edge")]], bounds2[EDGES[match.value("edge2")] + 1]
    return lambda _context: [
        Span(
            start, end, Precision.INTERVAL, approximate=True, why="thirds of the two centuries, by convention"
        )
    ]


@rule(
    "part-of-the-anchors-period",
    "At the beginning of the year, at the end of the month",
    "edge:EDGE unit:UNITS",
    reason="A third, by convention, of the week, month or year that holds the anchor's day. In a report of its first days the one before may "
    "be meant, and so may the quarter before in any report, so both are offered.",
    examples=[
        Example("at the end of the month", "2023-05-22", "2023-05-21~/2023-05-31~", kind="event"),
        Example("the end of the year", "2023-05-22", "2023-09-01~/2023-12-31~"),
        Example("the end of the year", "2023-01-12", "refused D302"),
        Example("the end of the quarter", "1989-11-02", "refused D302"),
    ],
)
def part_of_the_anchors_period(match: Match) -> Evaluator | None:
    """Name a third of the anchor's own week, month or year."""
    unit, third = unit_of(match), EDGES[match.value("edge")]
    if unit in {"second", "minute", "hour", "day", "workday", "date", "halfday", "weekend", "fortnight"}:
        return None

    def evaluate(context: Context) -> list[Span]:
        out = []
        for shift in (0, -1) if _may_be_the_one_before(context, unit, third) else (0,):
            bounds = thirds(attempt(lambda number: unit_span(unit, context.base, number), shift))
            if bounds is None:
                return []
            why = f"the {('first', 'middle', 'last')[third]} third of the {unit} {'before that ' * -shift}of {context.anchor_text}, by convention"
            out.append(Span(bounds[third], bounds[third + 1], Precision.INTERVAL, approximate=True, why=why))
        return out

    return evaluate


def _may_be_the_one_before(context: Context, unit: str, third: int) -> bool:
    """Tell whether a report may mean the period before its own: of a quarter always, of others while they have just begun."""
    if context.event or context.future or third == 0:
        return False
    period = unit_span(unit, context.base)
    if unit == "quarter" or period.start is None or period.end is None:
        return unit == "quarter"
    return 6 * (context.base - period.start) < period.end - period.start


@rule(
    "turn-of-a-period",
    "The turn of the year",
    "TURN unit:UNITS|YEARWORD",
    "TURN <period>",
    reason="The days around the beginning of the period: readers differ on which turn is meant, so only a named century or year is read.",
    examples=[Example("the turn of the 20th century", "", "refused D302")],
)
def turn_of_a_period(match: Match) -> Evaluator | None:
    """Offer both turns of a century or year."""
    if match.has("unit"):
        return None

    def change(_context: Context, period: Span) -> list[Span]:
        if (
            period.start is None
            or period.end is None
            or period.precision not in {Precision.CENTURY, Precision.YEAR, Precision.DECADE}
        ):
            return []
        width = 5 if period.precision is Precision.CENTURY else 1
        spans = []
        for middle, why in ((period.start.year, "around its beginning"), (period.end.year, "around its end")):
            start, end = year_span(middle - width).start, year_span(middle + width - 1).end
            spans.append(Span(start, end, Precision.INTERVAL, approximate=True, why=why))
        return spans

    return each(match.part("period"), change)
