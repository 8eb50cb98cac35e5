"""What a branch changes in the resolved timeline, as values: everything that a summary of it may say.

Words of contributors stand in them as they were written; whoever prints them escapes them. What was removed is not in
them at all (`timeline.contribute.changes.withheld`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.diagnostics import Diagnostic
from timeline.exports.writing import Json
from timeline.model import Dating

Side = Literal["date", "said"]
"""One of the two dates of a claim."""

NOT_SHOWN = "not shown: only a removed claim has these words"
"""What stands for words that must not be printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of one field, on one side of a comparison."""

    data: Json
    """As `timeline.json` has it."""

    words: str
    """For people: names where the data has ids; empty where there is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that says something else now."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A record that both sides have and of which fields say something else."""

    registry: str
    """`events`, `sources` and so on."""

    id: str
    path: str
    fields: tuple[FieldChange, ...]
    mentions: int = 0
    """How many claims name it now; 0 for a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A record that only one side has."""

    registry: str
    id: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A claim that was corrected, withdrawn, removed, or put back."""

    id: str
    path: str
    before: str | None
    after: Literal["corrected", "withdrawn", "removed"] | None
    """Nothing for a claim that was put back."""

    reason: str
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An id that became another one."""

    registry: str
    before: str
    after: str
    path: str
    """The file that has the new id."""

    how: Literal["alias", "merged", "filed", "lost"]
    """By an alias; by an alias of a record that was there before; free text that got a file; without an alias."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A date of a new claim, or one that the claim's own file changed."""

    claim: str
    side: Side
    lane: str
    path: str
    is_new: bool
    flagged: bool
    """Whether a new finding points at the claim's file."""

    after: Dating
    before: Dating | None = None
    before_shown: bool = True
    """Whether the phrase before may be printed."""

    saying: Dating | None = None
    """Of a date that is that of the saying: the saying, whose words were read."""

    read_from: str = ""
    """The date that the phrase was read from, in ISO 8601, where its rule needed one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why dates change of claims whose own files say the same as before."""

    kind: Literal["source", "claim", "place", "setting", "removed", "gone", "unknown"]
    id: str | None
    path: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redated:
    """A date that changed although nobody touched it."""

    claim: str
    side: Side
    lane: str
    through: tuple[str, ...]
    """Claims between this one and the cause, the nearest first."""

    before: Dating | None
    """Nothing where it would tell the day of a removed claim."""

    after: Dating


@dataclass(frozen=True, slots=True, kw_only=True)
class RedatedGroup:
    """All dates that changed for one reason, in time order; none where the reason changed no date."""

    causes: tuple[Cause, ...]
    dates: tuple[Redated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneMove:
    """Claims that stand in another lane because their speaker does."""

    speaker: str
    path: str
    before: str | None
    """Id of the lane; nothing for a speaker of no given side."""

    after: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelation:
    """A relation of a new claim."""

    claim: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many claims each lane has on a topic; withdrawn and removed claims are counted on neither side."""

    topic: str | None
    """Nothing for all claims together."""

    title: str
    before: Mapping[str, int]
    after: Mapping[str, int]
    """By lane, in lane order, zeros included."""

    disputes: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane as a summary names it."""

    id: str
    label: str
    short: str
    slot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something that only a comparison can find."""

    kind: Literal["renamed-without-alias", "deleted", "alias-dropped"]
    registry: str
    id: str
    path: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding of `check`, perhaps without its words."""

    found: Diagnostic
    is_new: bool
    shown: Literal["all", "place", "nothing"] = "all"
    """How much of it may be printed: words, or even a path, can tell what was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What is compared."""

    name: str
    commit: str | None = None
    """Full hash, where it is a commit."""

    empty: bool = False
    """Whether there is no timeline yet."""

    errors: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that differs between two resolved timelines."""

    base: Point
    head: Point
    lanes: tuple[Lane, ...]
    claims: int
    """Claims that are shown now."""

    new: tuple[Listed, ...]
    """Claims."""

    changed: tuple[Changed, ...]
    """Claims."""

    statuses: tuple[StatusChange, ...]
    moves: tuple[Move, ...]
    dates: tuple[DateRow, ...]
    redated: tuple[RedatedGroup, ...]
    lane_moves: tuple[LaneMove, ...]
    relations: tuple[NewRelation, ...]
    records_new: tuple[Listed, ...]
    records_changed: tuple[Changed, ...]
    records_gone: tuple[Listed, ...]
    records_withheld: int
    """Records that only removed claims named, and that are gone with them."""

    settings: tuple[FieldChange, ...]
    unread: tuple[Listed, ...]
    """Claims and records whose file cannot be read now."""

    readable: tuple[Listed, ...]
    """Those whose file could not be read at the base."""

    attention: tuple[Attention, ...]
    findings: tuple[Finding, ...]
    """Those that are new, and the errors that are not."""

    staying: Mapping[str, int]
    """Findings that were there before, by severity."""

    gone: Mapping[str, int]
    """Findings that are there no more, by severity."""

    balance: tuple[Balance, ...]
    reformatted: tuple[str, ...]
    """Files written in another way, of which nothing that they say changed."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing that readers see changes."""
        return not (
            self.new
            or self.changed
            or self.statuses
            or self.moves
            or self.dates
            or self.redated
            or self.lane_moves
            or self.records_new
            or self.records_changed
            or self.records_gone
            or self.records_withheld
            or self.settings
            or self.unread
            or self.readable
            or self.attention
            or self.balance
        )

    def count(self, severity: str, *, new: bool = True) -> int:
        """Count the new findings of a severity, or with `new` false all that are listed."""
        return sum(
            1 for one in self.findings if one.found.severity == severity and (one.is_new or not new)
        ) + (len(self.attention) if severity == "warning" else 0)
