"""What had been said by a moment: the one rule for the dossier, for pages and for the script of the site.

It compares when claims were *said*, never when what they tell is said to have happened.

The moment *M*. It is the end of what was asked for: of a day the midnight after it, of a minute the end of that minute. So
"as of 21 May" includes all of that day, and "as of 18:00" what was said at 18:00.

The saying, an interval *[earliest, latest)* in which either end may be unknown: that of `said`, as it was resolved. If `said`
is not stated, its ends are the limits that are known (no earlier than what the claim tells of, save for forecasts; no
later than the publication of its source; an editor's).

The outcome, by the first of these rules that holds:

1. `latest <= M`: **said** by then, whenever within the interval it was.
2. `earliest >= M`: said **later**.
3. Both ends are known, from words of the source or an editor's reading and not from limits alone: it **may fall after**
   the moment, such as a saying of which the day is known and the time is not.
4. Otherwise it **cannot be placed**, such as a saying of which only the latest date is known.

Comparing: two times that both carry an offset from UTC are compared as instants. Otherwise nobody has stated a zone for one
of them, and they are compared as they stand on the clock and calendar, as everywhere in a timeline.

What had been said is not what was on file: corrections and withdrawals of the record, made later, show as they do today.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.dates import Precision, Refusal, parse_anchor
from timeline.model import UNSTATED, Dating, Event


class Outcome(StrEnum):
    """How a claim stands to a moment."""

    SAID = "said"
    MAY_FALL_AFTER = "may-fall-after"
    CANNOT_BE_PLACED = "cannot-be-placed"
    LATER = "later"


SHOWN = frozenset({Outcome.SAID, Outcome.MAY_FALL_AFTER})
"""The claims that are shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that was asked for."""

    text: str
    """As given: a day, or a time, in ISO 8601 or EDTF."""

    start: datetime
    """Where what was given begins, with an offset if one was given."""

    end: datetime
    """What is compared: where it ends."""

    is_time: bool
    """Whether a time of day was given."""


def moment(text: str) -> Moment | Refusal:
    """Read a moment, such as `2023-05-21` or `2023-05-21T18:00+03:00`."""
    found = parse_anchor(text)
    if isinstance(found, Refusal):
        return found
    if found.earliest is None or found.latest is None:
        return Refusal(
            code="D313", message=f"“{text}” has no beginning or no end", hint="give a day or a time"
        )
    return Moment(text, found.earliest, found.latest, found.precision in _TIMES)


_TIMES = frozenset({Precision.INSTANT, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})


def outcome(said: Dating, by: Moment) -> Outcome:
    """Say how a saying stands to a moment."""
    earliest, latest = said.resolution.earliest, said.resolution.latest
    if latest is not None and _no_later(latest, by.end):
        return Outcome.SAID
    if earliest is not None and _no_later(by.end, earliest):
        return Outcome.LATER
    if earliest is not None and latest is not None and by_words(said):
        return Outcome.MAY_FALL_AFTER
    return Outcome.CANNOT_BE_PLACED


def outcomes(events: Iterable[Event], by: Moment) -> dict[str, Outcome]:
    """Say how each claim stands to a moment; by id, removed claims left out."""
    return {event.id: outcome(event.said, by) for event in events if not event.removed}


def by_words(said: Dating) -> bool:
    """Tell whether the ends of a saying come from the words of the source or an editor's reading, not from limits alone."""
    if said.resolution.precision is Precision.UNSTATED:
        return False
    return said.phrase != UNSTATED or said.by_editor


def _no_later(first: datetime, second: datetime) -> bool:
    if (first.tzinfo is None) != (second.tzinfo is None):
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return first <= second
