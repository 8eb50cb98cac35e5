"""The values that date resolution takes and gives.

An instant on a timeline is either *aware* (it carries an offset, because a zone is known) or *naive* (the local time
of a place whose zone nobody has stated). The two are never mixed within one value.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple


class Precision(StrEnum):
    """How exactly a date is known. Never finer than the words it was read from."""

    INSTANT = "instant"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNSTATED = "unstated"


class Anchor(NamedTuple):
    """The point from which a relative phrase is read: an instant, a day, or a coarser interval."""

    earliest: datetime | None
    latest: datetime | None
    """Exclusive."""

    precision: Precision
    part: str | None = None
    kind: Literal["source", "event"] = "source"
    """Reports look back from a `source`; a story runs forward from an `event`."""

    label: str = ""
    """How explanations name the anchor, such as "publication of the source"."""


class Reading(NamedTuple):
    """One way to read a phrase that several rules, or one rule and an imprecise anchor, leave open."""

    edtf: str
    """Can be pasted as `reading:`."""

    label: str
    """In words, such as "Friday 19 May 2023"."""

    why: str = ""
    """The rule that reads it so, or why a check struck it out."""


class Resolution(NamedTuple):
    """What a phrase was resolved to: an interval, how exact it is, and how it was worked out."""

    earliest: datetime | None
    """Inclusive; `None` where the start is open or not known."""

    latest: datetime | None
    """Exclusive; `None` where the end is open or not known."""

    precision: Precision
    rule: str
    """Name of the rule, such as `bare-day-number`."""

    explanation: str
    """One sentence that names the rule and the anchor in words."""

    part: str | None = None
    """For `part-of-day`: `evening`, `early morning` and so on."""

    approximate: bool = False
    edtf: str | None = None
    """EDTF (ISO 8601-2) where it can say the same, else `None`."""

    not_known: tuple[str, ...] = ()
    """What the words leave open, such as "time of day"."""

    warnings: tuple[str, ...] = ()
    """Things an editor should look at, such as a clock time that occurred twice."""

    uncertain: bool = False
    """Whether the date itself is in doubt, as EDTF says with `?` or `%`."""


class Refusal(NamedTuple):
    """A phrase that was not resolved, because no reading or more than one is left."""

    code: str
    """The diagnostic code, see `timeline.codes`."""

    message: str
    """One sentence without a final full stop."""

    hint: str = ""
    readings: tuple[Reading, ...] = ()
    """Every reading that the rules allow; empty where no rule reads the phrase."""
