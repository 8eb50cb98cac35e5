"""The volumes of the dossier: which days stand in which PDF, and what each is called.

What enters: an aligned timeline. What leaves: its volumes in time order, one for a timeline that one book can hold. It is
known before anything is printed, so that pages can link to each volume and claims can say in which one another claim stands.

A timeline of more than `MOST` claims is parted by years. A year that is too large is parted into stretches of months, as
long as fit, and a month that is too large into stretches of days. A day is never parted, and nothing is left
out: claims whose period is longer than a volume stand where the timeline has them, before the first day of their period, and
claims without a date close the last volume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline.align import Aligned, Group
from timeline.ids import slug
from timeline.model import Settings
from timeline.text import plain

MOST = 700
"""Claims that one volume should hold: some 200 pages, and half a gigabyte while it is set."""

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
    """`whole`, `year`, `months`, `month` or `days`."""

    claims: tuple[str, ...]
    """In time order."""


def volumes(aligned: Aligned, settings: Settings, *, most: int = MOST) -> tuple[Volume, ...]:
    """Part a timeline into volumes; none where there are no claims."""
    if not aligned.order:
        return ()
    name = file_name(settings)
    parts = [*_parted(aligned.groups, most)]
    made = []
    for number, (unit, groups) in enumerate(parts, 1):
        days = [group.day for group in groups if group.day is not None]
        first, last = (days[0], days[-1]) if days else (None, None)
        made.append(
            Volume(
                number=number,
                file=f"{name}-{_mark(unit, first, last)}.pdf" if len(parts) > 1 else f"{name}.pdf",
                first=first,
                last=last,
                unit=unit,
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


def _parted(groups: Sequence[Group], most: int) -> Iterator[tuple[str, list[Group]]]:
    """Part groups by the longest units that are small enough; give each part with its unit."""
    if _count(groups) <= most:
        yield "whole", list(groups)
        return
    for year in _by(lambda day: (day.year,), groups):
        if _count(year) <= most:
            yield "year", year
            continue
        months = _by(lambda day: (day.year, day.month), year)
        for run in _runs(months, most):
            if len(run) > 1 or _count(run[0]) <= most:
                yield "months" if len(run) > 1 else "month", [group for month in run for group in month]
            else:
                days = _by(lambda day: (day.year, day.month, day.day), run[0])
                for stretch in _runs(days, most):
                    yield "days", [group for day in stretch for group in day]


def _runs(parts: Iterable[list[Group]], most: int) -> list[list[list[Group]]]:
    """Put parts together as long as they are small enough."""
    runs: list[list[list[Group]]] = []
    room = 0
    for part in parts:
        room -= _count(part)
        if runs and room >= 0:
            runs[-1].append(part)
        else:
            runs.append([part])
            room = most - _count(part)
    return runs


def _by(key: Callable[[date], tuple[int, ...]], groups: Iterable[Group]) -> list[list[Group]]:
    """Part groups; those without a day join the ones before them."""
    parts: list[list[Group]] = []
    for day, part in groupby(groups, lambda group: key(group.day) if group.day else None):
        if day is None and parts:
            parts[-1].extend(part)
        else:
            parts.append(list(part))
    return parts


def _count(groups: Iterable[Group]) -> int:
    return sum(group.count for group in groups)


def _mark(unit: str, first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "undated"
    if unit == "year":
        return f"{first:%Y}"
    if unit in {"month", "months"}:
        return f"{first:%Y-%m}" if unit == "month" else f"{first:%Y-%m}-to-{last:%Y-%m}"
    return f"{first}-to-{last}"
