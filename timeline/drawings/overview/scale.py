"""The axis of the overview: which span it shows, where a moment stands on it, and which lines and words it bears.

Enters: the spans that claims are known to lie in, and a width. Leaves: a `Scale`. The axis is never finer than the
claims: where none has a time of day, there are no hours on it to be misread. It steps up from minutes to centuries, so
that lines and labels stay apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from timeline.drawings.overview.units import DAY, Span, Step, Unit, beginning, following, ticks
from timeline.drawings.values import Anchor
from timeline.drawings.words import Words, clock, fitting

_STEPS = (
    Step("minute", 5, 5, 70),
    Step("minute", 15, 15, 70),
    Step("hour", 1, 60, 70),
    Step("hour", 3, 180, 70),
    Step("hour", 6, 360, 70),
    Step("hour", 12, 720, 70),
    Step("day", 1, 1440, 28),
    Step("week", 1, 10080, 40),
    Step("month", 1, 43830, 36),
    Step("month", 3, 131490, 36),
    Step("year", 1, 525960, 40),
    Step("year", 5, 2629800, 40),
    Step("year", 10, 5259600, 40),
    Step("year", 50, 26298000, 40),
    Step("year", 100, 52596000, 40),
    Step("year", 200, 105192000, 40),
    Step("year", 500, 262980000, 40),
)
_TIMES_OF_DAY = frozenset({"minute", "hour"})
_GRID_ROOM = 0.5
"""Lines may stand twice as close as labels."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place on the axis."""

    x: float
    text: str
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Scale:
    """A span of time laid over a stretch of width."""

    start: datetime
    end: datetime
    left: float
    width: float
    grid: tuple[float, ...]
    """Where hairlines stand."""

    borders: tuple[float, ...]
    """Where the heads begin: stronger lines between days, months or years."""

    heads: tuple[Label, ...]
    """Above: the days of hours, the months of days, the years of months."""

    labels: tuple[Label, ...]
    """Below."""

    hours: bool
    """Whether times of day stand on the axis."""

    def x(self, moment: datetime) -> float:
        """Say where a moment stands; one outside the span stands at its edge."""
        return _place(moment, self.start, self.end, self.left, self.width)


_LONGER = 1.5
"""A period may make the axis longer by half; one that would stretch it further runs off its edge."""


def reach(spans: Sequence[Span], periods: Iterable[Span]) -> list[Span]:
    """Choose what the axis must reach: every day that is known, and those longer periods that do not dwarf them.

    A period that overlaps the axis and would stretch it much further is cut off at its edge, and drawn so.
    """
    chosen = list(spans)
    first = min((start for start, _ in spans), default=None)
    last = max((end for _, end in spans), default=None)
    for start, end in sorted(periods, key=lambda span: (span[1] - span[0], span)):
        if first is not None and last is not None:
            overlaps = start < last and end > first
            if overlaps and max(end, last) - min(start, first) > _LONGER * (last - first):
                continue
        first, last = min(start, first or start), max(end, last or end)
        chosen.append((start, end))
    return chosen


def span_of(spans: Sequence[Span], *, whole_days: bool) -> Span | None:
    """Give the span that an axis for these spans shows, rounded outwards to units that a reader expects.

    Args:
        spans: Starts and exclusive ends.
        whole_days: Whether some of them are days or longer, so that less than a day would cut them.

    Returns:
        `None` where there are no spans.
    """
    if not spans:
        return None
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    length = last - first
    if not whole_days and length <= timedelta(hours=6):
        unit, count = ("hour", 1)
    elif length <= timedelta(days=62):
        unit, count = ("day", 1)
    elif length <= timedelta(days=2200):
        unit, count = ("month", 1)
    elif length <= timedelta(days=40_000):
        unit, count = ("year", 1)
    else:
        unit, count = ("year", 10)
    start = beginning(first, unit, count)
    end = beginning(last, unit, count)
    return start, end if end == last and end > start else following(end, unit, count)


def scale(span: Span, *, times: bool, left: float, width: float, words: Words | None = None) -> Scale:
    """Lay a span over a width.

    Args:
        span: Start and end.
        times: Whether the axis may show times of day, because some claim has one.
        left: Where the axis starts.
        width: How wide it is.
        words: Of the timeline; they say whether names of days carry their year.
    """
    start, end = span
    words = words or Words()
    if start.year != (end - DAY / 2).year:
        words = replace(words, years=True)
    per_minute = width / max((end - start) / timedelta(minutes=1), 1)
    steps = [step for step in _STEPS if times or step.unit not in _TIMES_OF_DAY]
    step = next((step for step in steps if step.minutes * per_minute >= step.room), steps[-1])
    finer = [
        other
        for other in steps[: steps.index(step) + 1]
        if other.minutes * per_minute >= other.room * _GRID_ROOM
    ]

    def at(moment: datetime) -> float:
        return _place(moment, start, end, left, width)

    above = _above(step)
    heads = _heads(above, span, at, words) if above else ()
    # Where days stand above and no hours below, the days are the axis.
    days_only = step.unit == "day" and per_minute * 1440 >= 64
    return Scale(
        start=start,
        end=end,
        left=left,
        width=width,
        grid=tuple(at(moment) for moment in ticks(span, (finer or [step])[0])),
        borders=tuple(
            at(moment)
            for moment in ticks(span, Step("day", 1, 1440, 0) if days_only else above or step)
            if start < moment < end
        ),
        heads=_heads(Step("day", 1, 1440, 0), span, at, words) if days_only else heads,
        labels=() if days_only else tuple(_labels(step, span, at, words)),
        hours=step.unit in _TIMES_OF_DAY,
    )


def _above(step: Step) -> Step | None:
    """Give the unit that is named above the axis for a step below it."""
    if step.unit in _TIMES_OF_DAY:
        return Step("day", 1, 1440, 56)
    if step.unit in {"day", "week"}:
        return Step("month", 1, 43830, 56)
    if step.unit == "month":
        return Step("year", 1, 525960, 40)
    return None


def _heads(step: Step, span: Span, at: Callable[[datetime], float], words: Words) -> tuple[Label, ...]:
    """Name each day, month or year above the axis, where there is room for its name."""
    made = []
    start, end = span
    first = beginning(start, step.unit, step.count)
    moments = [first, *(moment for moment in ticks(span, step) if moment > first)]
    for moment in moments:
        if moment >= end:
            break
        left, right = at(max(moment, start)), at(min(following(moment, step.unit, step.count), end))
        text = _head(moment, step.unit, right - left, words)
        if text:
            made.append(Label(left + 4, text, "start"))
    return tuple(made)


def _head(moment: datetime, unit: Unit, room: float, words: Words) -> str:
    """Word a head as fully as its room allows; a name without room is left out."""
    choices = {
        "day": words.day_heads(moment, years=words.years),
        "month": words.month_heads(moment),
        "year": (str(moment.year),),
    }[unit]
    return fitting(choices, room - 8)


def _labels(step: Step, span: Span, at: Callable[[datetime], float], words: Words) -> Iterator[Label]:
    """Word the labels below the axis: times and round years at their line, days, months and years inside their cell."""
    start, end = span
    if step.unit in _TIMES_OF_DAY:
        for moment in ticks(span, step):
            yield Label(at(moment), clock(moment, at_end=moment == end))
        return
    if step.unit == "week" or (step.unit == "year" and step.count > 1):
        for moment in ticks(span, step):
            if at(end) - at(moment) >= step.room / 2:
                yield Label(at(moment), str(moment.year if step.unit == "year" else moment.day))
        return
    moment = beginning(start, step.unit, step.count)
    while moment < end:
        after = following(moment, step.unit, step.count)
        left, right = at(max(moment, start)), at(min(after, end))
        if right - left >= step.room * 0.6:
            text = {
                "day": str(moment.day),
                "month": words.month_brief(moment),
                "year": str(moment.year),
            }[step.unit]
            # A label for three months stands under the first of them.
            yield Label(left, text, "start") if step.count > 1 else Label((left + right) / 2, text)
        if after <= moment:
            break
        moment = after


def _place(moment: datetime, start: datetime, end: datetime, left: float, width: float) -> float:
    share = (moment - start) / (end - start)
    return left + width * min(max(share, 0.0), 1.0)
