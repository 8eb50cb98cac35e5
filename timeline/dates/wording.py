"""Short English words for spans, used in readings and explanations before a resolution is formatted for a page."""

from __future__ import annotations

from timeline.dates.spans import DAY, MONTH_NAMES, WEEKDAY_NAMES, Span, day_text
from timeline.dates.types import Precision


def reading_label(span: Span) -> str:
    """Return a reading in words, such as "Friday 19 May 2023" or "May 2023, uncertain"."""
    return f"{_label(span)}, uncertain" if span.uncertain else _label(span)


def _label(span: Span) -> str:  # noqa: PLR0911 -- one return for each case reads best
    start, end = span.start, span.end
    if start is None or end is None:
        if start is None and end is None:
            return "not stated"
        return (
            f"{day_text(end - DAY)} or earlier"
            if end is not None
            else f"{day_text(start)} or later"
            if start is not None
            else ""
        )
    match span.precision:
        case Precision.DAY:
            return f"{WEEKDAY_NAMES[start.weekday()]} {day_text(start)}"
        case Precision.MONTH:
            return f"{MONTH_NAMES[start.month]} {start.year}"
        case Precision.YEAR:
            return str(start.year)
        case Precision.MINUTE | Precision.HOUR | Precision.INSTANT:
            return f"{day_text(start)}, {start:%H:%M}"
        case Precision.PART_OF_DAY:
            return f"{day_text(start)}, {span.part}"
        case _ if (start.hour, start.minute, end.hour, end.minute) != (0, 0, 0, 0):
            return f"{day_text(start)}, {start:%H:%M} to {day_text(end)}, {end:%H:%M}"
        case _:
            return f"{day_text(start)} to {day_text(end - DAY)}"
