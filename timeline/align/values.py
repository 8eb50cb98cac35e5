"""What alignment gives: groups of rows of cells, and each topic, relation and count that pages print.

Everything is frozen and refers to records by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from timeline.dates import Resolution
from timeline.model import Narrative


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One side of the story, with the colour and shape it is drawn in."""

    narrative: Narrative
    slot: int
    """1 to 7."""

    count: int
    """Claims in this lane, withdrawn ones included."""

    withdrawn: int = 0
    """How many of them were withdrawn."""

    @property
    def id(self) -> str:
        """The narrative's id."""
        return self.narrative.id


class Kind(StrEnum):
    """How a claim's date stands on the timeline."""

    TIME = "time"
    """An instant, a minute or an hour of one day, perhaps about."""

    PART = "part"
    """A stretch of one day, such as its evening."""

    DAY = "day"
    """A day, its time not stated."""

    PERIOD = "period"
    """Longer than a day: a week, a month, a stretch of days."""

    UP_TO = "up-to"
    """Nothing but the latest possible day is known."""

    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a claim stands on the timeline."""

    claim: str
    kind: Kind
    group: str
    """Key of its group."""

    start: datetime | None
    """Wall-clock time as read, without offset; for `UP_TO` the start of the latest possible day."""

    end: datetime | None
    """Exclusive."""

    limited_by: tuple[datetime, datetime] | None = None
    """For `UP_TO`: the month or year that is the latest possible one, where the words give that and no day
    ("by May 2019"). Its last day is where the claim is listed, and no date of the claim."""

    offset: timedelta | None = None
    """Of the start from UTC; `None` where nobody has stated the zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The zones of a timeline's clock times."""

    zone: str | None = None
    """The zone in which all of them can stand on one axis: the project's, else the one that most of them are read in.
    `None` where one of them carries no offset, so that instants cannot be compared."""

    mixed: bool = False
    """Whether one of them is read in another zone than its place's, the project's, or that of the others."""


class Verb(StrEnum):
    """A relation as seen from one of its two claims."""

    DISPUTES = "disputes"
    DISPUTED_BY = "disputed-by"
    CLARIFIES = "clarifies"
    CLARIFIED_BY = "clarified-by"
    RETRACTS = "retracts"
    RETRACTED_BY = "retracted-by"
    REPEATS = "repeats"
    REPEATED_BY = "repeated-by"
    AGREES_WITH = "agrees-with"
    AGREED_WITH_BY = "agreed-with-by"
    DIFFERS_FROM = "differs-from"
    """Computed from coded answers, not stated by anybody; no dispute, and not counted as one."""


@dataclass(frozen=True, slots=True)
class Link:
    """One relation of a claim."""

    verb: Verb
    other: str
    """The other claim."""

    topic: str | None = None
    """For a computed difference: the topic on which the answers differ."""

    @property
    def computed(self) -> bool:
        """Whether nobody stated it."""
        return self.verb is Verb.DIFFERS_FROM


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a cell of a topic row is empty, worded so that it is never untrue."""

    kind: Literal["none-on-topic", "elsewhere"]
    """The lane has no claim on this topic at all, or has some in other groups."""

    elsewhere: int = 0
    """How many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The claims of one lane in one row."""

    lane: str
    claims: tuple[str, ...] = ()
    """Shown whole."""

    references: tuple[str, ...] = ()
    """Claims about this topic too that stand whole in another row of this group."""

    silence: Silence | None = None
    disc: bool = False
    """A claim here and one in the next cell dispute each other: the not-equal sign stands on the line between."""


class Timing(StrEnum):
    """What the gutter of a row says."""

    NOT_STATED = "not-stated"
    COMMON = "common"
    OWN = "own"
    """The claims differ in it, and each shows its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Claims side by side: on one topic, or without a topic at one time."""

    topic: str | None
    timing: Timing
    common: Resolution | None
    """The date that all claims of the row share, where `timing` is `COMMON`."""

    cells: tuple[Cell, ...]
    """One per lane, in lane order."""

    disputed: bool
    counts: Mapping[str, int]
    """Claims on the topic in this group by lane, zeros included; references count too, withdrawn claims do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A day, a longer period, or everything whose date is not established."""

    key: str
    """Such as `2023-05-21`, `2023-05`, `2023-05-16..2023-05-18`, `undated`: fit for a fragment."""

    kind: Literal["day", "period", "undated"]
    day: date | None
    """The day, or the first day of the period."""

    period: Resolution | None
    """For a period: the date that its claims share, so that it can be worded."""

    rows: tuple[Row, ...]
    count: int
    """Claims that stand whole in this group, withdrawn ones included."""

    withdrawn: int = 0
    """How many of them were withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer to a topic, and who gave it."""

    answer: str
    claims: tuple[str, ...]
    """Coded from the claim's words, in time order; claims that were withdrawn are among them and must not be counted."""

    inferred: tuple[str, ...]
    """Coded by the editor's inference; not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """That something said on a topic was changed later, and how."""

    before: str
    after: str
    verb: Verb | None
    """`CLARIFIES` or `RETRACTS` where the later claim says so; `None` for a later, different answer of one lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """Figures of one measure and unit that at least two claims give."""

    measure: str
    unit: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """All about one topic."""

    topic: str
    claims: tuple[str, ...]
    """In time order, withdrawn ones included."""

    counts: Mapping[str, int]
    """By lane, zeros included; withdrawn claims are not counted."""

    withdrawn: tuple[str, ...]
    """The claims among them that were withdrawn."""

    answers: tuple[AnswerView, ...]
    """In the order in which each was first recorded; answers that nobody gave come last."""

    changes: tuple[Change, ...]
    figures: tuple[FigureTable, ...]
    disputes: int
    """Stated disputes in which at least one of the two claims is on this topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """The whole timeline, laid out."""

    lanes: tuple[Lane, ...]
    groups: tuple[Group, ...]
    topics: Mapping[str, TopicView]
    relations: Mapping[str, tuple[Link, ...]]
    """By claim: stated relations first, disputes before others, then computed differences; each in time order."""

    to_removed: Mapping[str, tuple[Link, ...]]
    """By claim, for those that have any: stated relations to claims that were removed. They are not counted."""

    placed: Mapping[str, Placed]
    order: tuple[str, ...]
    """Every claim that is shown, in time order."""

    numbers: Mapping[str, int]
    """Place of each claim in that order, from 1."""

    disputes: tuple[tuple[str, str], ...]
    """Stated ones: the claim that disputes, the claim that is disputed."""

    removed: tuple[str, ...]
    """Claims of which only the tombstone may be shown."""

    withdrawn: frozenset[str]
    """Claims that are shown struck through, and counted apart."""

    speakers: int
    """Distinct speakers of the claims shown."""

    sources: int
    """Distinct sources of the claims shown."""

    clock: Clock = Clock()

    def lane(self, narrative: str) -> Lane:
        """The lane of a narrative; claims of no known narrative stand in the last lane."""
        return next((lane for lane in self.lanes if lane.id == narrative), self.lanes[-1])
