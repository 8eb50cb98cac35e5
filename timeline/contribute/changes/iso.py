"""Dates in ISO 8601 for reviewers, as exactly as they are known and no more.

What enters: a dating. What leaves: the date, and a remark on how it is known, such as "day" or "about".
"""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.dates import Precision, Resolution
from timeline.model import Dating

_TIMES = frozenset({Precision.INSTANT, Precision.MINUTE})
_TICK = timedelta(microseconds=1)


def iso(found: Resolution) -> tuple[str, str]:
    """Write a date, and in a few words how it is known: `("2023-05-21", "day")`, `("2023-05-22 or earlier", "")`."""
    if found.earliest is None and found.latest is None:
        return "date not established", ""
    doubts = [
        *(["about"] if found.approximate else []),
        *(["uncertain"] if found.uncertain or any(sign in (found.edtf or "") for sign in "?%") else []),
    ]
    text, exact = _interval(found)
    return text, ", ".join([*doubts, *([exact] if exact and not (doubts and exact == "day") else [])])


def _interval(found: Resolution) -> tuple[str, str]:  # noqa: PLR0911 - one return for each case reads best
    start, end, precision = found.earliest, found.latest, found.precision
    if end is None:
        return f"{_from(start)} or later", ""
    if start is None:
        return f"{_until(end)} or earlier", ""
    if precision is Precision.UNSTATED:
        return f"between {_from(start)} and {_until(end)}", "limits only"
    if precision in _TIMES:
        return f"{_day(start)} {_clock(start)}{_offset(start)}", ""
    last = end - _TICK if end > start else end
    match precision:
        case Precision.DAY:
            return _day(start), "day"
        case Precision.MONTH:
            return _day(start)[:7], "month"
        case Precision.YEAR:
            return _day(start)[:4], "year"
    if _is_midnight(start) and _is_midnight(end) and precision is not Precision.PART_OF_DAY:
        whole = f"{_day(start)} to {_day(last)}" if start.date() != last.date() else _day(start)
        return whole, "" if precision is Precision.INTERVAL else precision.value
    remark = found.part or ("" if precision in {Precision.HOUR, Precision.INTERVAL} else precision.value)
    if start.date() == last.date():
        closing = "24:00" if _is_midnight(end) else _clock(end)
        return f"{_day(start)} {_clock(start)}–{closing}{_offset(start)}", remark
    return f"{_day(start)} {_clock(start)} to {_day(end)} {_clock(end)}{_offset(start)}", remark


def worded(dating: Dating | None) -> str:
    """Write a date with its remark on one line; nothing where there is none."""
    if dating is None:
        return ""
    text, remark = iso(dating.resolution)
    return f"{text} ({remark})" if remark else text


def both(before: Dating, after: Dating) -> tuple[str, str]:
    """Write two dates so that they differ: with their zones where nothing else tells them apart."""
    first, second = worded(before), worded(after)
    if first != second:
        return first, second
    return _zoned(first, before), _zoned(second, after)


def _zoned(text: str, dating: Dating) -> str:
    known = dating.resolution.earliest or dating.resolution.latest
    zone = dating.zone or (_offset(known) if known else "") or "zone not known"
    return f"{text}, {zone}"


def _from(start: datetime | None) -> str:
    if start is None:
        return ""
    return _day(start) if _is_midnight(start) else f"{_day(start)} {_clock(start)}{_offset(start)}"


def _until(end: datetime) -> str:
    return _day(end - _TICK) if _is_midnight(end) else f"{_day(end)} {_clock(end)}{_offset(end)}"


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}" if not moment.second else f"{moment:%H:%M:%S}"


def _offset(moment: datetime) -> str:
    """Write the offset where a zone is known, behind the clock: `+03:00`."""
    return "" if moment.utcoffset() is None else moment.isoformat()[-6:]
