"""Where in time a claim stands: its group, and its order within it.

What enters: a claim and the timeline it belongs to. What leaves: its `Placed` and sort keys. Local wall-clock time as
read decides the day; a date is never made finer than it is, and an upper limit is shown as a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from timeline.align.values import Kind, Placed
from timeline.dates import Precision, Resolution
from timeline.model import UNSTATED, Dating, Event, Timeline

UNDATED = "undated"
"""Key of the last group."""

_TIMES = frozenset({Precision.INSTANT, Precision.MINUTE, Precision.HOUR})
_PARTS = _TIMES | {Precision.PART_OF_DAY, Precision.INTERVAL}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class SortKey:
    """Total order of the claims of one group."""

    timed: int
    """0: only a latest day is known; 1: a day, its time not stated; 2: a time."""

    start: datetime
    end: datetime
    source: tuple[str, tuple[tuple[int, int, str], ...]]
    claim: str


def place(event: Event, timeline: Timeline) -> Placed:
    """Say where a claim stands on the timeline."""
    found = event.date.resolution
    day = beginning(found)
    if day is not None:
        kind = (
            Kind.TIME if found.precision in _TIMES else Kind.PART if found.precision in _PARTS else Kind.DAY
        )
        return Placed(
            claim=event.id,
            kind=kind,
            group=day.isoformat(),
            start=wall(found.earliest),
            end=wall(found.latest),
            offset=found.earliest.utcoffset() if found.earliest else None,
        )
    if has_period(event):
        return Placed(
            claim=event.id,
            kind=Kind.PERIOD,
            group=period_key(found),
            start=wall(found.earliest),
            end=wall(found.latest),
        )
    limit = latest_day(event, timeline)
    if limit is not None:
        start = datetime.combine(limit, datetime.min.time())
        return Placed(
            claim=event.id,
            kind=Kind.UP_TO,
            group=limit.isoformat(),
            start=start,
            end=start + _A_DAY,
            limited_by=_whole_limit(found, limit),
        )
    return Placed(
        claim=event.id, kind=Kind.UNDATED, group=UNDATED, start=wall(found.earliest), end=wall(found.latest)
    )


_NAMED = re.compile(r"the words name the (month|year); bounded from above, the date itself included")
"""How the date rules say that a limit is a whole month or year: "by May 2019"."""


def _whole_limit(found: Resolution, limit: date) -> tuple[datetime, datetime] | None:
    """Give the month or year that ends with a limit, where the words name it and no day."""
    written = re.fullmatch(r"\.\./[0-9]{4}(-[0-9]{2})?", found.edtf or "")
    named = _NAMED.search(found.explanation)
    latest = wall(found.latest)
    if latest is None or latest - _A_DAY != datetime.combine(limit, datetime.min.time()):
        return None
    if written is None and (named is None or found.rule != "limit-before"):
        return None
    month = bool(written[1]) if written else named is not None and named[1] == "month"
    return _start(limit, month=month), latest


def _start(limit: date, *, month: bool) -> datetime:
    """Give the start of the month, or of the year, that a day lies in."""
    first = limit.replace(day=1) if month else limit.replace(month=1, day=1)
    return datetime.combine(first, datetime.min.time())


def wall(moment: datetime | None) -> datetime | None:
    """Give the wall-clock time as read, without its offset."""
    return None if moment is None else moment.replace(tzinfo=None)


def single_day(found: Resolution) -> date | None:
    """Give the local day that a date lies within, if it lies within one and is a statement at all."""
    earliest, latest = wall(found.earliest), wall(found.latest)
    if earliest is None or latest is None or found.precision is Precision.UNSTATED:
        return None
    midnight = datetime.combine(earliest.date(), datetime.min.time())
    fits = latest - midnight <= _A_DAY and midnight <= earliest
    return earliest.date() if fits else None


def beginning(found: Resolution) -> date | None:
    """Give the local day that a date lies within, or in which a part of a day begins that goes on over midnight."""
    day = single_day(found)
    return day if day is not None or not _over_midnight(found) else found.earliest and found.earliest.date()


def last_day(found: Resolution) -> date | None:
    """Give the latest day of a date that lies within one, or within a night."""
    day = single_day(found)
    if day is not None or not _over_midnight(found) or found.latest is None:
        return day
    return (found.latest.replace(tzinfo=None) - timedelta(microseconds=1)).date()


def _over_midnight(found: Resolution) -> bool:
    """Tell whether a date is less than a day long and has a midnight inside it."""
    earliest, latest = wall(found.earliest), wall(found.latest)
    if earliest is None or latest is None or found.precision not in _PARTS:
        return False
    return latest - earliest < _A_DAY and latest.date() > earliest.date()


def has_period(event: Event) -> bool:
    """Tell whether the claim's own words give both ends of its date.

    An interval that only known facts around it limit, such as the source's publication, is no period of its own.
    """
    found = event.date.resolution
    if found.earliest is None or found.latest is None or found.precision is Precision.UNSTATED:
        return False
    return not (event.date.phrase == UNSTATED and found.precision is Precision.INTERVAL)


def period_key(found: Resolution) -> str:
    """Name a period longer than a day, fit for a fragment of an address."""
    first, last = wall(found.earliest), wall(found.latest)
    if first is None or last is None:
        return UNDATED
    start, end = first.date(), (last - timedelta(microseconds=1)).date()
    if found.precision is Precision.MONTH:
        return f"{start:%Y-%m}"
    if found.precision is Precision.YEAR:
        return f"{start:%Y}"
    kind = "" if found.precision is Precision.INTERVAL else f"-{found.part or found.precision}"
    return f"{start}..{end}{re.sub('[^a-z0-9]+', '-', kind.lower())}"


def latest_day(event: Event, timeline: Timeline) -> date | None:
    """Give the latest day that an open or unstated date can have, if the claim itself or its editor gives one.

    The source's publication is a limit too, but one that says nothing about the claim; it places nothing.
    """
    found = event.date.resolution
    days = _bound_day(event.date, timeline)
    if event.kind != "forecast":
        # Nothing is told before it happened, so the day of the saying limits it, or what limits the saying does.
        said = last_day(event.said.resolution)
        days += [said] if said else _bound_day(event.said, timeline)
    if (
        event.date.phrase != UNSTATED
        and not event.date.limits
        and found.earliest is None
        and found.latest is not None
    ):
        # The phrase is itself a limit: "by the 21st".
        days.append((found.latest.replace(tzinfo=None) - timedelta(microseconds=1)).date())
    return min(days, default=None)


def sort_key(event: Event, placed: Placed, *, utc: bool) -> SortKey:
    """Order claims of one group: those without a time of day first, then by time, then as the source has them."""
    timed = 2 if placed.kind in {Kind.TIME, Kind.PART} else 0 if placed.kind is Kind.UP_TO else 1
    start, end = placed.start, placed.end
    if start is None or end is None or placed.kind is Kind.UNDATED:
        # The limits of an undated claim order nothing.
        start, end = datetime.min, datetime.max  # noqa: DTZ901 - wall-clock time
    if utc and timed == 2:
        start, end = _utc(event.date.resolution.earliest, start), _utc(event.date.resolution.latest, end)
    return SortKey(timed, start, end, source_key(event), event.id)


def all_aware(events: list[Event]) -> bool:
    """Tell whether every one of these dates has an offset, so that instants can be compared."""
    return all(
        moment is not None and moment.tzinfo is not None
        for event in events
        for moment in (event.date.resolution.earliest, event.date.resolution.latest)
    )


def source_key(event: Event) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Order claims as their first source has them: paragraph 9 before paragraph 10."""
    if not event.citations:
        return ("", ())
    return (event.citations[0].source, locator_key(event.citations[0].locator))


def locator_key(locator: str | None) -> tuple[tuple[int, int, str], ...]:
    """Order places in a document by the numbers in them; what has no place stands first."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", locator or "")
    return tuple((0, int(part), "") if part[0] in "0123456789" else (1, 0, part) for part in parts)


def certainly_before(first: Resolution, second: Resolution) -> bool:
    """Tell whether one date ends before another begins; where intervals overlap, order is not known."""
    if first.latest is None or second.earliest is None:
        return False
    if (first.latest.tzinfo is None) != (second.earliest.tzinfo is None):
        # A naive local time can be up to 14 hours off in either direction.
        return first.latest.replace(tzinfo=None) + _A_DAY <= second.earliest.replace(tzinfo=None)
    return first.latest <= second.earliest


def _bound_day(dating: Dating, timeline: Timeline) -> list[date]:
    """Read the day of an editor's upper bound: another claim's date, or a day in ISO 8601."""
    bound = dating.not_after
    if bound is None:
        return []
    if bound.event is not None:
        other = timeline.events.get(bound.event)
        day = last_day(other.date.resolution) if other is not None and not other.removed else None
        return [day] if day else []
    try:
        return (
            [date.fromisoformat(bound.text)]
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", bound.text)
            else []
        )
    except ValueError:
        return []


def _utc(moment: datetime | None, default: datetime) -> datetime:
    """Convert to UTC and drop the offset, so that keys of all kinds compare."""
    return default if moment is None else moment.astimezone(UTC).replace(tzinfo=None)
