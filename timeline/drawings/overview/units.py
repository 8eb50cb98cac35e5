"""Units of an axis: where a day, a week or a month begins, and where the next one does.

All times are wall-clock times as read, without a zone. The calendar begins with the year 1 and ends with 9999.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Span = tuple[datetime, datetime]
"""Start and exclusive end."""

Unit = Literal["minute", "hour", "day", "week", "month", "year"]

_EPOCH = datetime(1, 1, 1)  # noqa: DTZ001
_LAST = datetime(9999, 12, 31)  # noqa: DTZ001
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """A distance between two lines of the axis."""

    unit: Unit
    count: int
    minutes: float
    """How long it is, on average."""

    room: float
    """Units of width that a label of this step needs."""


def ticks(span: Span, step: Step) -> Iterator[datetime]:
    """Give the moments of a step that lie in a span, both ends included."""
    start, end = span
    moment = beginning(start, step.unit, step.count)
    while moment <= end:
        if moment >= start:
            yield moment
        after = following(moment, step.unit, step.count)
        if after <= moment:
            return
        moment = after


def beginning(moment: datetime, unit: str, count: int) -> datetime:
    """Give the last moment of a step that is not later."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "minute":
        return moment.replace(minute=moment.minute - moment.minute % count, second=0, microsecond=0)
    if unit == "hour":
        return midnight.replace(hour=moment.hour - moment.hour % count)
    if unit == "day":
        return midnight
    if unit == "week":
        back = min(midnight.weekday(), (midnight - _EPOCH).days)
        return midnight - back * DAY
    if unit == "month":
        return midnight.replace(day=1, month=moment.month - (moment.month - 1) % count)
    return midnight.replace(day=1, month=1, year=max(moment.year - moment.year % count, 1))


def following(moment: datetime, unit: str, count: int) -> datetime:
    """Give the next moment of a step; the calendar ends with the year 9999."""
    if moment >= _LAST - DAY:
        return max(_LAST, moment)
    if unit == "month":
        months = moment.year * 12 + moment.month - 1 + count
        year, month = divmod(months, 12)
        return moment.replace(year=year, month=month + 1) if year <= 9999 else _LAST
    if unit == "year":
        year = moment.year - moment.year % count + count
        return moment.replace(year=year) if year <= 9999 else _LAST
    length = {
        "minute": timedelta(minutes=count),
        "hour": timedelta(hours=count),
        "day": timedelta(days=count),
        "week": timedelta(weeks=count),
    }[unit]
    return moment + min(length, _LAST - moment)
