"""Claims in a calendar: iCalendar, RFC 5545.

One event for each claim whose date has both ends. Nothing is more exact than the source:

- Only a date that is read as a minute, an hour, an instant, or as an interval between clock times, has times. With a
  zone they are written in UTC; without one they float, as RFC 5545 calls it: the local time of a place whose zone nobody
  has stated.
- All else is whole days (`VALUE=DATE`): a day, the days of a week or a month, and the day or days that an evening touches.
- A claim whose date is open or not stated has no place in a calendar. They are counted at the top (`X-TIMELINE-LEFT-OUT`)
  and stand in every other data file.

No event has a STATUS: `CONFIRMED` would be a verdict. `X-TIMELINE-...` properties carry the columns of the CSV file, so
that the calendar is a complete copy of what it shows, and `X-EDTF` is the date in EDTF.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from timeline.dates import Precision, Resolution
from timeline.escapes import calendar_line, calendar_text
from timeline.exports.columns import CLAIM_COLUMNS, claim_row
from timeline.exports.edition import SCHEMA_VERSION, Edition, claim_address, edition_of
from timeline.exports.in_words import headline, paragraphs, places
from timeline.exports.recorded import NOT_KNOWN, recorded
from timeline.exports.tables import BETWEEN_IDS
from timeline.exports.writing import Json, coordinate
from timeline.model import Event, Timeline

CLOCK_TIMES = frozenset({Precision.INSTANT, Precision.MINUTE, Precision.HOUR})

Line = tuple[str, str]
"""Name and finished value of a property."""


def calendar(timeline: Timeline) -> bytes:
    """Write the calendar."""
    edition = edition_of(timeline)
    events = [timeline.events[event] for event in sorted(timeline.events)]
    shown = [event for event in events if in_calendar(event)]
    removed = [event.id for event in events if event.removed]
    left_out = len(events) - len(shown) - len(removed)
    about = (
        f"What was claimed to have happened when. A claim is somebody’s, never this calendar’s. {left_out} of"
        f" {len(events) - len(removed)} claims are left out, since their date is open or not stated. {edition.citation}"
    )
    lines: list[Line] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", f"-//timeline//Timeline data {SCHEMA_VERSION}//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", calendar_text(edition.title)),
        ("X-WR-CALNAME", calendar_text(edition.title)),
        ("DESCRIPTION", calendar_text(about)),
        ("X-WR-CALDESC", calendar_text(about)),
        *([("URL", edition.site_url)] if edition.site_url else []),
        ("X-TIMELINE-SCHEMA-VERSION", SCHEMA_VERSION),
        ("X-TIMELINE-CONTENT-SHA256", edition.content_sha256),
        *([("X-TIMELINE-LICENCE", calendar_text(edition.licence))] if edition.licence else []),
        ("X-TIMELINE-CITATION", calendar_text(edition.citation)),
        ("X-TIMELINE-LEFT-OUT", str(left_out)),
        *(("X-TIMELINE-REMOVED", event) for event in removed),
    ]
    for event in shown:
        lines += _event(event, timeline, edition)
    lines.append(("END", "VCALENDAR"))
    return "".join(calendar_line(name, value) for name, value in lines).encode()


def in_calendar(event: Event) -> bool:
    """Whether a claim's date has both ends, and has them from the source: limits of an unstated one are not its date."""
    resolution = event.date.resolution
    known = resolution.earliest is not None and resolution.latest is not None
    return not event.removed and known and resolution.precision is not Precision.UNSTATED


def _event(event: Event, timeline: Timeline, edition: Edition) -> Iterator[Line]:
    yield "BEGIN", "VEVENT"
    yield "UID", _uid(event, edition)
    day = recorded(event, timeline) or NOT_KNOWN
    yield "DTSTAMP", f"{day:%Y%m%d}T000000Z"
    yield "SEQUENCE", str(len(event.history))
    yield from _when(event.date.resolution)
    yield "SUMMARY", calendar_text(headline(event, timeline))
    yield "DESCRIPTION", calendar_text("\n".join(paragraphs(event, timeline)))
    if event.places:
        yield "LOCATION", calendar_text(places(event, timeline))
    yield from _geo(event, timeline)
    if (lane := timeline.narratives.get(event.narrative)) is not None:
        yield "CATEGORIES", calendar_text(lane.label)
    if (address := edition.url(claim_address(event.id))) is not None:
        yield "URL", address
    # Nobody is busy because somebody claims something.
    yield "TRANSP", "TRANSPARENT"
    if event.date.resolution.edtf:
        yield "X-EDTF", calendar_text(event.date.resolution.edtf)
    row = claim_row(event)
    for column in CLAIM_COLUMNS:
        value = row.get(column.name)
        if value is not None and value != []:
            name = column.name.upper().replace(".", "-").replace("_", "-")
            yield f"X-TIMELINE-{name};VALUE=TEXT", calendar_text(_text(value, is_ids=column.is_ids))
    yield "END", "VEVENT"


def _text(value: Json, *, is_ids: bool) -> str:
    if isinstance(value, str):
        return value
    if is_ids and isinstance(value, list):
        return BETWEEN_IDS.join(str(one) for one in value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _uid(event: Event, edition: Edition) -> str:
    """Make an id that no other calendar has: RFC 7986 advises against anything that changes, so it is the address."""
    if edition.site_url is None:
        return f"{event.id}@timeline.invalid"
    parts = urlsplit(edition.site_url)
    return calendar_text(f"{event.id}@{parts.netloc}{parts.path.rstrip('/')}")


def _when(resolution: Resolution) -> Iterator[Line]:
    start, end = resolution.earliest, resolution.latest
    if start is None or end is None:
        return
    if has_times(resolution):
        yield "DTSTART", _time(start)
        if end > start:
            yield "DTEND", _time(end)
        return
    # The end is exclusive in RFC 5545 too. An end within a day takes in that day.
    last = end.date() + timedelta(days=end.time() != time.min)
    yield "DTSTART;VALUE=DATE", f"{start.date():%Y%m%d}"
    yield "DTEND;VALUE=DATE", f"{max(last, start.date() + timedelta(days=1)):%Y%m%d}"


def has_times(resolution: Resolution) -> bool:
    """Whether the source gives times of the clock. Those of a part of a day are a convention, not the source's."""
    if resolution.precision is Precision.INTERVAL and not resolution.approximate:
        return any(
            one is not None and one.time() != time.min for one in (resolution.earliest, resolution.latest)
        )
    return resolution.precision in CLOCK_TIMES


def _time(moment: datetime) -> str:
    if moment.tzinfo is None:
        return f"{moment:%Y%m%dT%H%M%S}"
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _geo(event: Event, timeline: Timeline) -> Iterator[Line]:
    """Give the position of the claim's place, if it is one; no finer than the place states."""
    if len(event.places) != 1 or (place := timeline.places.get(event.places[0])) is None:
        return
    latitude = coordinate(place.latitude, place.exactness)
    longitude = coordinate(place.longitude, place.exactness)
    if latitude is not None and longitude is not None:
        yield "GEO", f"{latitude};{longitude}"
