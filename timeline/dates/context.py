"""What a rule may ask while it reads a phrase: the day it is read from, and which way the text points.

A phrase read from an interval is evaluated once for each of its days (see `resolve`), so rules see one day at a time:
`Context.base`. A rule that never asks for it is absolute and needs no anchor. Rules that carry the anchor's own
interval along ("currently", "the same day", "two days later") take `Context.whole` instead.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

from timeline.dates.spans import (
    DAY,
    MONTH_NAMES,
    WEEK,
    ImpossibleDate,
    Span,
    because,
    day_span,
    day_text,
    extent_text,
    replace,
    span_of_day,
    struck,
)
from timeline.dates.standpoint import Standpoint
from timeline.dates.types import Precision

Tense = Literal["past", "future"]

AHEAD = timedelta(days=92)
"""A month or a day and month that falls within so many days after a report may as well be meant: a quarter of a year."""


class AnchorMissing(Exception):  # noqa: N818 -- a finding about the words, not a fault of the program
    """A rule needs an anchor and there is none; never leaves this package."""


class EventMissing(Exception):  # noqa: N818
    """A rule reads on from another event, and the anchor is a publication; never leaves this package."""


class Settings(NamedTuple):
    """What a project settles once for all its phrases."""

    war_start: date | None = None
    """Day 1 of the war, for "day 452 of the war"."""

    country: str | None = None
    """ISO 3166 code, for holidays whose date differs by country, such as `UA`."""


class Context:
    """One day of the anchor, and the policy for it; made anew for every phrase, since it notes what the rules ask."""

    __slots__ = ("event", "future", "known", "language", "point", "settings", "told", "used")

    def __init__(self, point: Standpoint, future: bool, settings: Settings, language: str) -> None:  # noqa: FBT001
        self.point = point
        self.event = point.event
        self.future = future
        self.settings = settings
        self.language = language

        self.known: dict[object, tuple[list[Span], AnchorMissing | EventMissing | None]] = {}
        """What runs of the phrase read from here, or what they lack; kept by `Expression`."""

        self.used = False
        """Set as soon as a rule asks which day it is read from."""

        self.told = False
        """Set as soon as a rule takes the anchor's own interval along, which needs no single day of it."""

    def at(self, point: Standpoint, *, future: bool = False) -> Context:
        """Return a context with the same policy that is read from elsewhere."""
        return Context(point, future, self.settings, self.language)

    def on(self, day: datetime) -> Context:
        """Return the context of another day of the same anchor."""
        return self.at(self.point.on(day), future=self.future)

    def at_day(self, day: datetime | None) -> Context:
        """Return a context that looks back from another day, or that has no day at all."""
        return self.at(Standpoint(day, None if day is None else span_of_day(day)))

    def looking_ahead(self) -> Context:
        """Return the same context for words that say that the text speaks of the future."""
        return self.at(self.point, future=True)

    @property
    def base(self) -> datetime:
        """The day from which the phrase is read, at its midnight."""
        base = self.point.base
        if base is None:
            raise AnchorMissing
        self.used = True
        return base

    @property
    def instant(self) -> datetime:
        """The moment from which the phrase is read, for minutes and hours."""
        if self.point.moment is None:
            raise AnchorMissing
        self.used = True
        return self.point.moment

    @property
    def whole(self) -> Span:
        """The anchor's own interval and precision, both ends `None` where it is unstated."""
        if self.point.whole is None:
            raise AnchorMissing
        self.told = True
        return self.point.whole

    @property
    def story(self) -> Span:
        """The interval of the event from which the phrase reads on; refuses a publication."""
        if self.point.whole is None or not self.event:
            raise EventMissing
        self.told = True
        return self.point.whole

    @property
    def zones(self) -> tuple[tzinfo, tzinfo] | None:
        """The zone of the anchor's clocks and that of the answer's; `None` where no zone is known."""
        return self.point.zones

    @property
    def coarse(self) -> bool:
        """Whether the anchor touches more than one day, so that nothing can be counted from its day."""
        return self.point.coarse

    @property
    def whole_text(self) -> str:
        """The anchor in words as a whole, for what takes its interval along."""
        whole, label = self.whole, self.point.name
        if whole.start is None or whole.end is None:
            return f"{label or ('the event' if self.event else 'the anchor')}, which is not dated itself"
        extent = extent_text(whole.start, whole.end)
        extent = extent if self.coarse else day_text(whole.start)
        if label:
            return f"{label} ({extent})"
        return f"the anchor ({extent})" if extent.startswith("between") else extent

    @property
    def anchor_text(self) -> str:
        """The anchor in words, for explanations."""
        if self.point.base is None:
            raise AnchorMissing
        self.used = True
        return self.point.text


def yearly(context: Context, make: Callable[[int], Span], noun: str) -> list[Span]:
    """Place something that comes round once a year, such as a month or a day and month.

    Args:
        context: The anchor's day and the policy.
        make: Gives the occurrence of a year; may raise `ImpossibleDate`.
        noun: The thing in words, such as "21 May".
    """
    base = context.base
    if context.event and not context.future:
        return _in_the_year_of_the_story(context, make, noun)
    this_year = attempt(make, base.year)
    if context.future:
        ahead = this_year if this_year.struck or _end(this_year) > base else attempt(make, base.year + 1)
        return [because(ahead, f"the first {noun} on or after {context.anchor_text}")]
    begun = this_year.start is not None and this_year.start <= base
    past = this_year if begun or this_year.struck else attempt(make, base.year - 1)
    spans = [because(past, f"the latest {noun} on or before {context.anchor_text}")]
    if begun and (base + AHEAD + WEEK).year == base.year:
        return spans  # what belongs to the next year begins at most a week before it
    coming = attempt(make, base.year + 1) if begun else this_year
    if coming.start is not None and base < coming.start <= base + AHEAD:
        spans.append(because(coming, f"the {noun} within {AHEAD.days} days after {context.anchor_text}"))
    return spans


def _in_the_year_of_the_story(context: Context, make: Callable[[int], Span], noun: str) -> list[Span]:
    """A story runs forward within its year; of a date more than half a year past, the coming one is offered too."""
    base, whole = context.base, context.point.whole
    begin = base if whole is None or whole.start is None else whole.start
    end = base if whole is None or whole.end is None else whole.end
    last = end - timedelta(microseconds=1)
    if context.coarse and begin.year != last.year:
        inside = _inside(context, make, noun, begin, end)
        if inside:
            return inside
    same = attempt(make, base.year)
    spans = [because(same, f"{noun} in the year of {context.anchor_text}")]
    if same.start is not None and same.start < begin - 2 * AHEAD:
        spans.append(because(attempt(make, base.year + 1), f"the first {noun} after {context.anchor_text}"))
    return spans


def _inside(
    context: Context, make: Callable[[int], Span], noun: str, begin: datetime, end: datetime
) -> list[Span]:
    """Find the dates inside an anchor that runs over New Year, such as a winter; each where there are a few."""
    if end.year - begin.year > 1:
        return []
    found = [attempt(make, year) for year in (begin.year, end.year)]
    return [
        because(span, f"the {noun} in {context.anchor_text}")
        for span in found
        if span.start is not None and begin <= span.start < end
    ]


def weekly(context: Context, weekday: int, noun: str) -> list[Span]:
    """Place a bare weekday: in a report the latest on or before it, in a story the first on or after the event."""
    base = context.base
    if context.event or context.future:
        span = span_of_day(base + (weekday - base.weekday()) % 7 * DAY)
        return [because(span, f"the first {noun} on or after {context.anchor_text}")]
    span = span_of_day(base - (base.weekday() - weekday) % 7 * DAY)
    return [because(span, f"the latest {noun} on or before {context.anchor_text}")]


def monthly(context: Context, day: int, noun: str) -> list[Span]:
    """Place a bare day number: in a report the latest on or before it, in a story the one in the event's month."""
    base = context.base
    if not 1 <= day <= 31:
        return []

    def make(shift: int) -> Span:
        month = base.year * 12 + base.month - 1 + shift
        return day_span(month // 12, month % 12 + 1, day)

    if context.event and not context.future:
        spans = [because(attempt(make, 0), f"the {noun} in the month of {context.anchor_text}")]
        if day < base.day and not context.coarse:
            spans.append(because(attempt(make, 1), f"the first {noun} after {context.anchor_text}"))
        return spans
    if context.future:
        shift = 0 if day >= base.day else 1
        return [because(attempt(make, shift), f"the first {noun} on or after {context.anchor_text}")]
    shift = 0 if day <= base.day else -1
    found = because(attempt(make, shift), f"the latest {noun} on or before {context.anchor_text}")
    if not found.struck:
        return [found]
    # "the 31st" read on 2 March: February has none. The neighbours are named, and none of them is chosen.
    others = [attempt(make, step) for step in (shift - 1, shift + 1)]
    return [found, *(
        replace(other, struck="it is not the latest month, which has no such day", code="D304",
                why=f"the {noun} of {MONTH_NAMES[other.start.month]}")
        for other in others if other.start is not None
    )]  # fmt: skip


def attempt(make: Callable[[int], Span], number: int) -> Span:
    """Make a span, or a struck-out one where the calendar has no such date."""
    try:
        return make(number)
    except ImpossibleDate as impossible:
        return struck(Span(None, None, Precision.UNSTATED), impossible.code, str(impossible))


def _end(span: Span) -> datetime:
    return span.end or datetime.max
