"""Which claims of a large timeline stand on which page: one page for each month, week or day.

Enters: an `Aligned`, and how many claims a page may hold. Leaves: `Periods`: the pages in the order of time, with the
groups on each. Every claim stands on exactly one of them:

- Up to 250 claims all stand on the home page.
- Up to 2,000, each month has a page; where it would hold more than a page may, each of its weeks, as far as they lie in it.
- Above that each week has a page, from Monday to Sunday. Where a week would hold too many, each of its days has one.
- A claim whose date is wider than that stands on the page of the week, month or year that its date lies within, or with
  those of several years; one without an established date with its like.
- What is still too many for one page goes on to a second one.

A page that has been cited stays where it was when a timeline grows: there is a page of the week where its days have their
own, and one of the month where its weeks have.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from timeline.align import Aligned, Cell, Group, Row

MOST = 250
"""Claims on a page."""

BY_WEEK_FROM = 2001
"""Claims of a timeline from which weeks have pages, and not months."""

Unit = Literal["day", "week", "month", "year", "longer", "undated"]
Key = tuple[Unit, date]

_NO_DAY = date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A page of the timeline."""

    path: str
    """Of its Markdown file."""

    unit: Unit
    first: date
    """First day; of no meaning for `longer` and `undated`."""

    last: date
    """Last day."""

    groups: tuple[Group, ...]
    """What stands whole on it; none where finer pages hold all."""

    part: int = 1
    """Place among the pages of one period."""

    parts: int = 1

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that stand on it."""
        return tuple(claims_of(self.groups))


@dataclass(frozen=True)
class Periods:
    """All pages that a timeline is split into; none for one that stands on the home page."""

    pages: tuple[Period, ...] = ()
    """In the order of time, a wider period before what lies in it."""

    @cached_property
    def by_claim(self) -> Mapping[str, Period]:
        """The page of each claim."""
        return {claim: page for page in self.pages for claim in page.claims}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each page among all, by its path."""
        return {page.path: number for number, page in enumerate(self.pages)}

    @cached_property
    def _by_day(self) -> Mapping[Key, Period]:
        found: dict[Key, Period] = {}
        for page in reversed(self.pages):
            days = (page.last - page.first).days if page.unit == "week" else 0
            found |= {(page.unit, page.first + timedelta(days=at)): page for at in range(days + 1)}
        return found

    @cached_property
    def _groups(self) -> Mapping[str, Period]:
        return {group.key: page for page in reversed(self.pages) for group in page.groups}

    @cached_property
    def years(self) -> tuple[Period, ...]:
        """The pages of years."""
        return tuple(page for page in self.pages if page.unit == "year" and page.part == 1)

    def of(self, unit: Unit, day: date) -> Period | None:
        """The page of the year, month, week or day that a day lies in, if there is one."""
        start = {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}.get(unit, day)
        return self._by_day.get((unit, start))

    def of_day(self, day: date) -> Period | None:
        """The page on which the claims of a day stand, if it has any."""
        return self._groups.get(day.isoformat())

    def neighbours(self, page: Period) -> tuple[Period | None, Period | None]:
        """The pages before and after one.

        Those that hold claims of days follow one another; years and months that finer pages hold follow their like.
        """
        alike = [one for one in self.pages if one.parts == 1 or one.part == 1 or _leaf(one)]
        row = [one for one in alike if _kind(one) == _kind(page)]
        if page not in row:
            return None, None
        at = row.index(page)
        return row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None


def periods(aligned: Aligned, most: int = MOST) -> Periods:
    """Split a timeline into pages.

    Args:
        aligned: The timeline.
        most: Claims on a page at most; fewer than `MOST` where their text makes pages heavy.
    """
    if len(aligned.order) <= most:
        return Periods()
    by_month = len(aligned.order) < BY_WEEK_FROM
    split = _Split(by_month=by_month)
    keyed = split.grouped(aligned)
    units: tuple[Unit, ...] = ("month", "week") if by_month else ("week",)
    for unit in units:
        split = replace(
            split,
            full=split.full
            | {key for key, groups in keyed.items() if key[0] == unit and _count(groups) > most},
        )
        keyed = split.grouped(aligned)
    for unit, day in list(keyed):
        for wider in split.around(unit, day):
            keyed.setdefault(wider, [])
    ordered = sorted(keyed, key=_order)
    return Periods(tuple(page for key in ordered for page in _pages(key, keyed[key], aligned, most, split)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Split:
    """How a timeline is split."""

    by_month: bool
    """Whether months have pages; a week is then only as long as it lies in its month."""

    full: frozenset[Key] = frozenset()
    """Months and weeks that are split further."""

    def grouped(self, aligned: Aligned) -> dict[Key, list[Group]]:
        """Sort the groups by page."""
        found: dict[Key, list[Group]] = {}
        for group in aligned.groups:
            found.setdefault(self.key(group), []).append(group)
        return found

    def key(self, group: Group) -> Key:
        """Name the page of a group: the finest one that its whole date lies in."""
        if group.day is None:
            return ("undated", _NO_DAY)
        first, last = group.day, last_day(group)
        for unit in ("day", "week", "month", "year"):
            wide: Unit = unit
            if self.has(wide, first) and self.start(wide, first) == self.start(wide, last):
                return (wide, self.start(wide, first))
        return ("longer", _NO_DAY)

    def has(self, unit: Unit, day: date) -> bool:
        """Whether the day, week, month or year that a day lies in has a page of its own."""
        if unit == "day":
            return ("week", self.start("week", day)) in self.full
        if unit == "week" and self.by_month:
            return ("month", self.start("month", day)) in self.full
        return True

    def start(self, unit: Unit, day: date) -> date:
        """Give the first day of the period that a day lies in."""
        match unit:
            case "week":
                monday = day - timedelta(days=min(day.weekday(), (day - date.min).days))
                return max(monday, day.replace(day=1)) if self.by_month else monday
            case "month":
                return day.replace(day=1)
            case "year":
                return day.replace(month=1, day=1)
            case _:
                return day

    def end(self, unit: Unit, first: date) -> date:
        """Give the last day of a period."""
        month = first.replace(day=monthrange(first.year, first.month)[1])
        match unit:
            case "week":
                sunday = first + timedelta(days=min(6 - first.weekday(), (date.max - first).days))
                return min(sunday, month) if self.by_month else sunday
            case "month":
                return month
            case "year":
                return first.replace(month=12, day=31)
            case _:
                return first

    def around(self, unit: Unit, day: date) -> Iterator[Key]:
        """Name the wider periods that have a page although all of their claims stand on finer ones."""
        if unit in {"longer", "undated", "year"}:
            return
        if unit == "day":
            yield ("week", self.start("week", day))
        for end in (day, self.end(unit, day)):  # a whole week may lie in two months, and in two years
            yield ("month", self.start("month", end))
            yield ("year", self.start("year", end))

    def path(self, unit: Unit, first: date) -> str:
        """Name the Markdown file of a period's first page."""
        year, month = f"{first.year:04}", f"{first.year:04}/{first:%m}"
        match unit:
            case "day":
                return f"{month}/{first:%d}.md"
            case "week":
                number = first.isocalendar()
                folder = month if self.by_month else f"{number.year:04}"
                return f"{folder}/w{number.week:02}.md"
            case "month":
                return f"{month}/index.md"
            case "year":
                return f"{year}/index.md"
            case _:
                return f"{unit}.md"


def _pages(key: Key, groups: Sequence[Group], aligned: Aligned, most: int, split: _Split) -> Iterator[Period]:
    """Make the page of a period, or several where one cannot hold its claims."""
    unit, first = key
    chunks = list(_chunks(groups, aligned, most)) or [()]
    path = split.path(unit, first)
    for part, chunk in enumerate(chunks, 1):
        yield Period(
            path=path if part == 1 else f"{path.removesuffix('.md').removesuffix('/index')}/p{part}.md",
            unit=unit,
            first=first,
            last=split.end(unit, first),
            groups=chunk,
            part=part,
            parts=len(chunks),
        )


def _chunks(groups: Iterable[Group], aligned: Aligned, most: int) -> Iterator[tuple[Group, ...]]:
    """Fill pages with rows in their order."""
    chunk: list[Group] = []
    room = most
    for group in groups:
        for row in group.rows:
            for piece in _pieces(row, aligned, most):
                size = _claims_in(piece)
                if size > room and chunk:
                    yield tuple(chunk)
                    chunk, room = [], most
                room -= size
                if chunk and chunk[-1].key == group.key:
                    chunk[-1] = _with_rows(group, (*chunk[-1].rows, piece), aligned)
                else:
                    chunk.append(_with_rows(group, (piece,), aligned))
    if chunk:
        yield tuple(chunk)


def _pieces(row: Row, aligned: Aligned, most: int) -> Iterator[Row]:
    """Take a row apart that no page could hold, in the order of its claims."""
    if _claims_in(row) <= most:
        yield row
        return
    order = sorted((claim for cell in row.cells for claim in cell.claims), key=aligned.numbers.__getitem__)
    for at in range(0, len(order), most):
        here = set(order[at : at + most])
        yield replace(row, cells=tuple(_part_of(cell, here, first=at == 0) for cell in row.cells))


def _part_of(cell: Cell, here: set[str], *, first: bool) -> Cell:
    return replace(
        cell,
        claims=tuple(claim for claim in cell.claims if claim in here),
        references=cell.references if first else (),
    )


def _with_rows(group: Group, rows: tuple[Row, ...], aligned: Aligned) -> Group:
    """Give a group some of its rows; whole, it stays as it is."""
    if rows == group.rows:
        return group
    claims = [claim for row in rows for cell in row.cells for claim in cell.claims]
    return replace(group, rows=rows, count=len(claims), withdrawn=len(aligned.withdrawn.intersection(claims)))


def claims_of(groups: Iterable[Group]) -> Iterator[str]:
    """Yield the claims that stand whole in groups."""
    for group in groups:
        for row in group.rows:
            for cell in row.cells:
                yield from cell.claims


def _claims_in(row: Row) -> int:
    return sum(len(cell.claims) for cell in row.cells)


def _count(groups: Iterable[Group]) -> int:
    return sum(group.count for group in groups)


def last_day(group: Group) -> date:
    """Give the last day of a group; of a day the day itself."""
    end = group.period.latest if group.period else None
    if end is None or group.day is None:
        return group.day or _NO_DAY
    return max(group.day, (end.replace(tzinfo=None) - timedelta(microseconds=1)).date())


def _order(key: Key) -> tuple[bool, bool, date, int]:
    unit, first = key
    width = ("year", "month", "week", "day").index(unit) if unit in {"year", "month", "week", "day"} else 0
    return (unit == "undated", unit == "longer", first, width)


def _leaf(page: Period) -> bool:
    """Whether claims of days stand on a page."""
    return any(group.kind == "day" for group in page.groups)


def _kind(page: Period) -> str:
    return "leaf" if _leaf(page) else page.unit
