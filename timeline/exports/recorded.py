"""On which day a claim was last recorded or changed, as far as the content itself tells.

Feeds and calendars must say when an entry was last changed. No clock is read and no git: the same content gives the same
bytes. So the answer is, in this order:

1. the latest day of the claim's `history` and `status`, whose first entry may well say `change: added`;
2. the day on which our copy of a source was taken (`captured`), else the source was changed (`updated`) or published
   (`published`): the last day that each can mean, and of several sources the latest. The claim cannot have been recorded
   before there was something to record; it may have been later, and nobody says;
3. nothing: then a file that must name a day names 1 January 1970, which nobody can take for one of ours.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.model import Dating, Event, Timeline

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

NOT_KNOWN = date(1970, 1, 1)


def recorded(event: Event, timeline: Timeline) -> date | None:
    """Give the day of the last known change of a claim."""
    written = [change.date for change in event.history]
    if event.status is not None and event.status.date is not None:
        written.append(event.status.date)
    days = [date.fromisoformat(day) for day in written if _ISO_DAY.fullmatch(day)]
    if days:
        return max(days)
    held = [
        day
        for citation in event.citations
        if (source := timeline.sources.get(citation.source)) is not None
        and (day := _first(source.captured, source.updated, source.published)) is not None
    ]
    return max(held, default=None)


def _first(*datings: Dating | None) -> date | None:
    """Give the last day that the first known one of some dates can mean."""
    for dating in datings:
        if dating is not None and dating.resolution.latest is not None:
            return (dating.resolution.latest - timedelta(microseconds=1)).date()
    return None


def stamp(day: date | None) -> str:
    """Write a day as RFC 3339 asks for it: its beginning in UTC, since no time is known."""
    return f"{(day or NOT_KNOWN).isoformat()}T00:00:00Z"
