"""When: dates of claims in words, as shortly as a claim has room for or in full, and what is not known of them.

What enters: the words of a language, resolutions, and where claims are placed. What leaves: plain text. Which words a date
takes is decided in `timeline.dates` and here, for all languages alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from timeline import dates
from timeline.align import Aligned, Kind, Placed
from timeline.dates import Precision, Resolution
from timeline.model import UNSTATED, Dating, Event
from timeline.text import plain
from timeline.wording.telling import Wording
from timeline.wording.zones import offset_words

WHEN_SAID = "when said"
"""Phrase of a date that is the saying's own."""

_PERIODS = frozenset(
    {Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR}
    | {Precision.DECADE, Precision.CENTURY}
)

_SIDE_OF_ANCHOR = re.compile(r"when in the (?P<period>\w+); the words say (?P<side>earlier|later) than .*")
"""What `timeline.dates` says is not known of "earlier in May"."""


def short(words: Wording, found: Resolution, *, year: bool) -> str:
    """Write a date shortly: "21 May, evening"; "April 1916, uncertain"; "night of 15 to 16 April"."""
    crossing = _over_midnight(words, found, year=year)
    return _qualified(words, crossing, found, dates.short(found, year=year, words=words))


def long(words: Wording, found: Resolution) -> str:
    """Write a date in full."""
    crossing = _over_midnight(words, found, year=True)
    if crossing and found.earliest and found.latest:
        crossing = f"{crossing} ({found.earliest:%H:%M}–{found.latest:%H:%M})"
    return _qualified(words, crossing, found, dates.long(found, words=words))


def is_uncertain(found: Resolution) -> bool:
    """Tell whether a date is marked as uncertain, by the qualifiers "?" and "%" of EDTF."""
    return found.uncertain or any(sign in (found.edtf or "") for sign in "?%")


def _qualified(words: Wording, crossing: str, found: Resolution, otherwise: str) -> str:
    """Say of an uncertain date that it is; where `dates` has worded it, it has said so of those that it knows."""
    said = found.uncertain and not crossing
    text = crossing or otherwise
    return words.say("uncertain", date=text) if is_uncertain(found) and not said else text


def _over_midnight(words: Wording, found: Resolution, *, year: bool) -> str:
    """Name a part of a day that goes on into the next day by both days; nothing for all other dates."""
    start, end = found.earliest, found.latest
    if found.precision is not Precision.PART_OF_DAY or start is None or end is None:
        return ""
    last = end - timedelta(microseconds=1)
    if last.date() == start.date():
        return ""
    first = str(start.day) if start.month == last.month else words.day(start, year=False)
    part = words.part(found.part or "")
    return words.text("when.over-midnight", part=part, first=first, last=words.day(last, year=year))


def latest_day(words: Wording, day: date, found: Resolution, *, year: bool) -> str:
    """Name the latest day that a date can have; by its month or year where the words limit it by no more than that."""
    end = found.latest.replace(tzinfo=None) if found.latest else None
    if end is not None and end - timedelta(days=1) == datetime.combine(day, datetime.min.time()):
        whole = _whole_of(words, found.edtf or "", at_end=True)
        if whole:
            return words.say("earlier", date=whole)
    return words.say("earlier", date=words.day(day, year=year))


def limit_words(
    words: Wording, limit: Resolution, known: Iterable[Resolution], *, full: bool, year: bool = True
) -> str:
    """Word a limit: by the period that sets it, such as the month in which a source was published, else by its day."""
    side = "earlier" if limit.latest else "later"
    whole = _whole_of(words, limit.edtf or "", at_end=bool(limit.latest))
    if whole:
        return words.say(side, date=whole)
    for one in known:
        ours, theirs = (limit.latest, one.latest) if limit.latest else (limit.earliest, one.earliest)
        if (
            one.precision in _PERIODS
            and ours
            and theirs
            and ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
        ):
            return words.say(side, date=dates.short(one, year=True, words=words))
    moment = limit.latest or limit.earliest
    offset = moment.utcoffset() if moment else None
    if moment is not None and offset is not None and (moment.hour or moment.minute) and not limit.uncertain:
        day = words.full(moment) if full else words.day(moment, year=year)
        timed = words.say("time", date=day, time=f"{moment:%H:%M} {offset_words(offset)}")
        return words.say(side, date=timed)
    return dates.long(limit, words=words) if full else dates.short(limit, year=year, words=words)


def _whole_of(words: Wording, edtf: str, *, at_end: bool) -> str:
    """Word the month or year that limits an open EDTF interval; nothing where it is a day."""
    match = re.fullmatch(
        r"\.\./([0-9]{4})(?:-([0-9]{2}))?" if at_end else r"([0-9]{4})(?:-([0-9]{2}))?/\.\.", edtf
    )
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return ""
    start = date(int(match[1]) or 1, int(match[2] or 1), 1)
    return words.month(start) if match[2] else str(start.year)


def when(
    words: Wording, event: Event, placed: Placed, *, year: bool, known: Sequence[Resolution] = ()
) -> str:
    """Say when the claimed thing happened, as shortly as a claim has room for.

    Args:
        words: The words of a language.
        event: The claim.
        placed: Where it stands.
        year: Whether days carry their year.
        known: Dates around it that may limit it, so that a limit is named as it was given.
    """
    if placed.limited_by is not None:
        start, end = placed.limited_by
        month = end - start <= timedelta(days=31)
        return words.say("earlier", date=words.month(start) if month else str(start.year))
    if placed.kind is Kind.UP_TO and placed.start is not None:
        return latest_day(words, placed.start.date(), event.date.resolution, year=year)
    if placed.kind is Kind.UNDATED:
        shown_limits = words.text("sign.semicolon").join(
            limit_words(words, limit, known, full=False, year=year) for limit in limits(event.date.resolution)
        )
        if shown_limits:
            return words.text("when.not-established-but", limits=shown_limits)
        return words.text("when.not-established")
    shown = words.capital(short(words, event.date.resolution, year=year))
    return words.text("when.no-time", date=shown) if placed.kind is Kind.DAY else shown


def limits(found: Resolution) -> list[Resolution]:
    """Take an interval apart into its lower and upper limit, as far as they are known."""
    lower, upper = found._replace(latest=None), found._replace(earliest=None)
    return [limit for limit in (lower, upper) if limit.earliest or limit.latest]


def when_iso(words: Wording, day: str, *, year: bool = True) -> str:
    """Word an ISO 8601 day that a record carries."""
    try:
        return words.day(date.fromisoformat(day), year=year)
    except ValueError:
        return plain(day)


def said_apart(words: Wording, event: Event, placed: Placed, *, year: bool) -> str | None:
    """Say when a claim was made, if that is known and is not the day that it is about."""
    said = event.said.resolution
    if said.precision is Precision.UNSTATED or said.earliest is None or event.date.phrase == WHEN_SAID:
        return None
    same_day = (
        placed.kind in {Kind.DAY, Kind.TIME, Kind.PART} and placed.group == said.earliest.date().isoformat()
    )
    if same_day and said.precision is Precision.DAY:
        return None
    return words.text("when.said", date=short(words, said, year=year))


def when_said(words: Wording, dating: Dating, *, year: bool) -> str:
    """Say when a claim was made, as shortly as a record has room for."""
    if dating.resolution.precision is Precision.UNSTATED:
        return words.text("when.not-stated")
    return short(words, dating.resolution, year=year)


def result(words: Wording, dating: Dating, known: Sequence[Resolution] = ()) -> str:
    """Say what a date was resolved to; of one that is not stated, or open at an end, only its limits."""
    found = dating.resolution
    if limits(found) and (found.precision is Precision.UNSTATED or None in {found.earliest, found.latest}):
        return words.text("sign.semicolon").join(
            limit_words(words, limit, known, full=True) for limit in limits(found)
        )
    return words.capital(long(words, found))


def not_known(words: Wording, dating: Dating) -> list[str]:
    """List what the words leave open, the zone included; each item is true of any date."""
    told = dating.resolution.not_known
    found = [words.capital(_gap(words, item)) for item in told]
    has_end = dating.resolution.earliest or dating.resolution.latest
    named = any("zone" in item.lower() for item in told)
    if has_end is not None and dating.zone is None and has_end.tzinfo is None and not named:
        found.append(words.text("label.time-zone"))
    return [f"{item.rstrip('.')}." for item in found]


def _gap(words: Wording, item: str) -> str:
    """Say in another language what `timeline.dates` says is not known."""
    if match := _SIDE_OF_ANCHOR.fullmatch(item):
        period = words.text(f"period.{match['period']}")
        return words.text(f"gap.{match['side']}-in-the-period", period=period)
    key = f"gap.{item.replace(' ', '-')}"
    return words.text(key) if key in words.messages else item


def says_nothing(dating: Dating) -> bool:
    """Tell whether the source gives no words for a date."""
    return dating.phrase == UNSTATED


def several_years(aligned: Aligned) -> bool:
    """Tell whether short dates must carry the year."""
    years = {
        moment.year
        for placed in aligned.placed.values()
        for moment in (placed.start, placed.end)
        if moment is not None
    }
    return len(years) > 1
