"""Short English words for spans, used in readings and explanations before a resolution is formatted for a page."""

from __future__ import annotations

from datetime import datetime

from timeline.dates.spans import DAY, MONTH_NAMES, WEEKDAY_NAMES, Span, day_text
from timeline.dates.types import Precision


def reading_label(span: Span) -> str:
    """Return a reading in words, such as "Friday 19 May 2023" or "May 2023, uncertain"."""
    return f"{_label(span)}, uncertain" if span.uncertain else _label(span)


def _label(span: Span) -> str:  # noqa: C901, PLR0911, PLR0912 -- one return for each case reads best
    start, end = span.start, span.end
    if start is None or end is None:
        if start is None and end is None:
            return "not stated"
        if end is not None:
            return f"{_moment(end - DAY if _is_midnight(end) else end)} or earlier"
        return f"{_moment(start)} or later" if start is not None else ""
    day = f"{WEEKDAY_NAMES[start.weekday()]} {day_text(start)}"
    about = "about " if span.approximate and span.precision is not Precision.PART_OF_DAY else ""
    match span.precision:
        case Precision.DAY:
            return f"{about}{day}"
        case Precision.MONTH:
            return f"{about}{MONTH_NAMES[start.month]} {start.year}"
        case Precision.YEAR:
            return f"{about}{start.year}"
        case Precision.MINUTE | Precision.INSTANT:
            return f"{day}, {about}{start:%H:%M}"
        case Precision.HOUR:
            return f"{day}, {about}{start:%H:%M} to {end:%H:%M}"
        case Precision.PART_OF_DAY:
            return f"{day}, {span.part}"
        case Precision.SEASON if start.month in _SEASONS and start.day == 1:
            return f"{about}{_SEASONS[start.month]} {start.year} ({_days(start, end)})"
        case Precision.CENTURY | Precision.DECADE:
            return f"{about}{start.year} to {(end - DAY).year}"
        case Precision.WEEK | Precision.WEEKEND:
            return f"{about}{span.precision.value} of {_days(start, end)}"
        case _:
            return f"{about}{_days(start, end)}"


_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def _days(start: datetime, end: datetime) -> str:
    """Return the ends of a stretch, the second included; times only where it does not end at midnight."""
    if (start.hour, start.minute, end.hour, end.minute) != (0, 0, 0, 0):
        return f"{day_text(start)}, {start:%H:%M} to {day_text(end)}, {end:%H:%M}"
    if end - start == DAY:
        return day_text(start)
    return f"{day_text(start)} to {day_text(end - DAY)}"


def _moment(moment: datetime) -> str:
    return day_text(moment) if _is_midnight(moment) else f"{day_text(moment)}, {moment:%H:%M}"


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute) == (0, 0)
