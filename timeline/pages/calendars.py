"""Calendars of a large timeline: how many claims of each lane fall on a day of a month, or in a month of a year.

Enters: an `Aligned`, the pages that it is split into, and the page that prints the calendar. Leaves: values for a template.
All lanes have one scale. A claim is counted on a day only if its date lies within it or it is known that it is no later.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from markupsafe import Markup

from timeline.align import Aligned, Lane
from timeline.pages.marks import number
from timeline.pages.periods import Period, Periods, claims_of, last_day
from timeline.text import plain
from timeline.wording import Wording


class Address(Protocol):
    """Gives the address of a page as seen from another."""

    def __call__(self, path: str, fragment: str = "") -> str:
        """Give it."""
        ...


_LINE, _GAP = 4, 3
"""Height of a bar and the space below it, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A day or a month in a calendar; without a label a place that another month has."""

    label: str = ""
    name: str = ""
    """In full, for those who do not see the calendar."""

    id: str | None = None
    time: str = ""
    """The day or month as ISO 8601 has it, by which scripts find it."""

    url: str | None = None
    count: int = 0
    spoken: str = ""
    """The counts by lane in words, every lane named."""

    bars: Markup | None = None
    current: bool = False
    """Whether the claims stand on this page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """The calendar of a month."""

    title: str
    url: str | None
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The months of a year."""

    title: str
    time: str
    url: str | None
    count: int
    months: tuple[Slot, ...]


@dataclass(frozen=True)
class Calendars:
    """The calendars of a timeline."""

    aligned: Aligned
    lanes: Mapping[str, Lane]
    """The lane of each claim."""

    pages: Periods
    words: Wording

    @cached_property
    def days(self) -> Mapping[date, Counter[str]]:
        """Claims of each day by lane."""
        return {
            group.day: Counter(self.lanes[claim].id for claim in claims_of([group]))
            for group in self.aligned.groups
            if group.kind == "day" and group.day is not None
        }

    @cached_property
    def months(self) -> Mapping[date, Counter[str]]:
        """Claims of each month by lane: those of its days, and those of a period that lies within it."""
        counts: dict[date, Counter[str]] = {}
        for group in self.aligned.groups:
            if group.day is not None and _month(group.day) == _month(last_day(group)):
                counts.setdefault(_month(group.day), Counter()).update(
                    self.lanes[claim].id for claim in claims_of([group])
                )
        return counts

    def month(self, month: date, page: Period, to: Address) -> MonthView:
        """Lay out a month in weeks from Monday to Sunday.

        Args:
            month: Its first day.
            page: The period of the page that prints it: its own days are marked.
            to: Gives the address of a page, or of a part of it, as seen from there.
        """
        last = monthrange(month.year, month.month)[1]
        days = [month.replace(day=number) for number in range(1, last + 1)]
        top = max((max(self.days[day].values(), default=0) for day in days if day in self.days), default=0)
        slots = [Slot()] * month.weekday()
        for day in days:
            of = self.pages.of_day(day)
            slot = Slot(
                label=str(day.day),
                name=self.words.full(day),
                time=day.isoformat(),
                url=to(of.path, day.isoformat()) if of else None,
                current=bool(page.groups) and page.first <= day <= page.last,
            )
            slots.append(self._counted(slot, self.days.get(day), top))
        slots += [Slot()] * (-len(slots) % 7)
        above = self.pages.of("month", month)
        return MonthView(
            title=self.words.capital(self.words.month(month)),
            url=to(above.path) if above and above.path != page.path else None,
            weekdays=tuple(self.words.weekday(_MONDAY + timedelta(days=at)) for at in range(7)),
            weeks=tuple(tuple(slots[at : at + 7]) for at in range(0, len(slots), 7)),
        )

    def years(self, years: Iterable[Period], to: Address) -> tuple[YearView, ...]:
        """Lay out the months of years, all on one scale."""
        return tuple(self._year(year, to) for year in years)

    def _year(self, year: Period, to: Address) -> YearView:
        top = max((max(of.values(), default=0) for of in self.months.values()), default=0)
        slots = []
        for number_ in range(1, 13):
            month = year.first.replace(month=number_)
            of = self.pages.of("month", month)
            slot = Slot(
                label=self.words.month_alone(month),
                name=self.words.capital(self.words.month(month)),
                time=month.isoformat()[:7],
                url=to(of.path) if of else None,
            )
            slots.append(self._counted(slot, self.months.get(month), top))
        only_of_year = sum(
            len(page.claims) for page in self.pages.pages if (page.unit, page.first) == ("year", year.first)
        )
        return YearView(
            title=str(year.first.year),
            time=f"{year.first.year:04}",
            url=to(year.path),
            count=only_of_year + sum(slot.count for slot in slots),
            months=tuple(slots),
        )

    def _counted(self, slot: Slot, counts: Counter[str] | None, top: int) -> Slot:
        if not counts:
            return slot
        lanes = self.aligned.lanes
        return replace(
            slot,
            count=counts.total(),
            spoken=" · ".join(
                f"{self.words.number(counts[lane.id])} {plain(lane.narrative.short)}" for lane in lanes
            ),
            bars=bars([(lane.slot, counts[lane.id]) for lane in lanes], top),
        )


_MONDAY = date(2024, 1, 1)


def _month(day: date) -> date:
    return day.replace(day=1)


def bars(counts: Iterable[tuple[int, int]], top: int) -> Markup:
    """Draw one bar for each lane, all to one scale.

    Args:
        counts: The slot of each lane, and its claims.
        top: The count that is as long as the drawing is wide.
    """
    found = list(counts)
    height = len(found) * (_LINE + _GAP) - _GAP
    drawn = Markup("").join(
        Markup('<rect class="tl-slot-{}" y="{}" width="{}" height="{}"/>').format(
            slot, at * (_LINE + _GAP), number(100 * count / max(top, 1)), _LINE
        )
        for at, (slot, count) in enumerate(found)
        if count
    )
    return Markup(
        '<svg class="tl-bars" viewBox="0 0 100 {}" preserveAspectRatio="none" width="100" height="{}" aria-hidden="true">{}</svg>'
    ).format(height, height, drawn)
