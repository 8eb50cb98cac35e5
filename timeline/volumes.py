"""The volumes of the dossier: which days stand in which PDF, and what each is called.

What enters: an aligned timeline. What leaves: its volumes in time order, one for a timeline that one book can hold. It is
known before anything is printed, so that pages can link to each volume and claims can say in which one another claim stands.

A timeline of more than `MOST` claims is parted by years; if one of these is too large, all of it by quarters, or by
months. A month that is still too large is parted into stretches of days. A day is never parted, and nothing is left
out: claims whose period is longer than a volume stand where the timeline has them, before the first day of their period, and
claims without a date close the last volume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline.align import Aligned, Group
from timeline.ids import slug
from timeline.model import Settings
from timeline.text import plain

MOST = 1000
"""Claims that one volume should hold: some 300 pages."""

LONGEST_NAME = 60
"""Characters of a file's name that come from the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One PDF of the dossier."""

    number: int
    """From 1."""

    file: str
    """Its name in the site."""

    first: date | None
    """First day; `None` where nothing in it has one."""

    last: date | None
    """Last day that begins a group of it."""

    unit: str
    """`whole`, `year`, `quarter`, `month` or `days`."""

    claims: tuple[str, ...]
    """In time order."""


def volumes(aligned: Aligned, settings: Settings, *, most: int = MOST) -> tuple[Volume, ...]:
    """Part a timeline into volumes; none where there are no claims."""
    if not aligned.order:
        return ()
    name = file_name(settings)
    unit, parts = _parted(aligned.groups, most)
    many = len(parts) > 1
    made = []
    for number, groups in enumerate(parts, 1):
        days = [group.day for group in groups if group.day is not None]
        first, last = (days[0], days[-1]) if days else (None, None)
        own = unit if unit != "month" or _count(groups) == _count_month(aligned.groups, groups) else "days"
        mark = f"-{_mark(own, first, last)}" if many else ""
        made.append(
            Volume(
                number=number,
                file=f"{name}{mark}.pdf",
                first=first,
                last=last,
                unit=own if many else "whole",
                claims=tuple(claim for group in groups for claim in claims_of(group)),
            )
        )
    return tuple(made)


def file_name(settings: Settings) -> str:
    """Name the dossier after its title, as far as that has letters that every system's file names can hold."""
    made = slug(plain(settings.title))[:LONGEST_NAME].strip("-")
    return made if any(char.isalpha() for char in made) else "dossier"


def claims_of(group: Group) -> tuple[str, ...]:
    """The claims that stand whole in a group, in the order of its rows and lanes."""
    return tuple(claim for row in group.rows for cell in row.cells for claim in cell.claims)


def _parted(groups: Sequence[Group], most: int) -> tuple[str, list[list[Group]]]:
    """Part groups by the longest unit whose parts are all small enough, at last by stretches of days."""
    if _count(groups) <= most:
        return "whole", [list(groups)]
    for unit in ("year", "quarter"):
        parts = _by(_KEYS[unit], groups)
        if all(_count(part) <= most for part in parts):
            return unit, parts
    months = _by(_KEYS["month"], groups)
    return "month", [small for month in months for small in _stretches(month, most)]


def _by(key: Callable[[date], tuple[int, ...]], groups: Iterable[Group]) -> list[list[Group]]:
    """Part groups; those without a day join the ones before them."""
    parts: list[list[Group]] = []
    for day, part in groupby(groups, lambda group: key(group.day) if group.day else None):
        if day is None and parts:
            parts[-1].extend(part)
        else:
            parts.append(list(part))
    return parts


_KEYS: dict[str, Callable[[date], tuple[int, ...]]] = {
    "year": lambda day: (day.year,),
    "quarter": lambda day: (day.year, (day.month - 1) // 3),
    "month": lambda day: (day.year, day.month),
}


def _stretches(groups: Sequence[Group], most: int) -> list[list[Group]]:
    parts: list[list[Group]] = [[]]
    for _, one_day in groupby(groups, lambda group: group.day):
        day = list(one_day)
        if parts[-1] and _count(parts[-1]) + _count(day) > most and day[0].day is not None:
            parts.append([])
        parts[-1] += day
    return parts


def _count(groups: Iterable[Group]) -> int:
    return sum(group.count for group in groups)


def _count_month(groups: Iterable[Group], of: Sequence[Group]) -> int:
    """How many claims the month has in which some groups stand."""
    month = next((_KEYS["month"](group.day) for group in of if group.day), None)
    undated = sum(group.count for group in of if group.day is None)
    return undated + sum(group.count for group in groups if group.day and _KEYS["month"](group.day) == month)


def _mark(unit: str, first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "undated"
    if unit == "year":
        return f"{first:%Y}"
    if unit == "quarter":
        return f"{first:%Y}-q{(first.month - 1) // 3 + 1}"
    return f"{first:%Y-%m}" if unit == "month" else f"{first}-to-{last}"
