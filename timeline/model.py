"""The timeline as values: what the compiler knows once every file was read, checked and resolved.

Everything is frozen, and records refer to one another by id; `Timeline` looks them up. Text is the contributor's,
normalised to NFC and otherwise untouched: only `timeline.text` turns it into something that may be printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from timeline.dates import Resolution
from timeline.diagnostics import Span

REMOVED_CLAIM = "a claim that was removed"
"""What stands for a removed claim in the words about another one."""

UNSTATED = "unstated"
"""The word for what a source does not give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Another name of a speaker or place."""

    name: str
    language: str | None = None
    """BCP 47, where known."""

    basis: str | None = None
    """Why the editor takes this to be the same person or place. Such a name is shown as an identification."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has."""

    id: str
    span: Span
    """Where the record stands: its file, or for an inline record the value that gave it."""

    inline: bool = False
    """True for a record that an event file gave as free text; it has no file of its own."""

    aliases: tuple[str, ...] = ()
    """Old ids, whose addresses redirect here."""

    note: str | None = None
    """The editor's, always marked as such."""

    fields: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    """Where the value of each field stands, for findings."""

    def at(self, name: str) -> Span:
        """Give the place of a field's value, or of the record's first line where it has no such field."""
        start = Span(self.span.path, self.span.line, self.span.column, self.span.line, self.span.column + 1)
        return self.fields.get(name, start)

    @property
    def path(self) -> str:
        """The YAML file to edit, relative to the project."""
        return self.span.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative(Record):
    """A lane: one side of the story."""

    label: str
    short: str
    description: str | None = None
    """Who belongs here."""

    reason: str | None = None
    """Why the lane exists."""

    party: bool = False
    """A party to the dispute; parties stand first, A to Z, then all others."""

    slot: int | None = None
    """1 to 7: the colour and shape, where the project moves the lane from the slot that its place in the order gives."""


NO_SIDE_ID = "no-side-given"
"""Id of the lane of claims for which no side is known. Shown last, and only if needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Record):
    """Who makes a claim, or passes one on."""

    name: str
    """As printed in the source."""

    names: tuple[Name, ...] = ()
    role: str | None = None
    narrative: str | None = None

    @property
    def identifications(self) -> tuple[Name, ...]:
        """The names that rest on an editor's judgement."""
        return tuple(name for name in self.names if name.basis)


class Exactness(StrEnum):
    """How exactly a place's coordinates are known; they are never published finer than this."""

    EXACT = "exact"
    VICINITY = "vicinity"
    LOCALITY = "locality"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """Where a claimed thing happened, or where something was said."""

    name: str
    names: tuple[Name, ...] = ()
    latitude: Decimal | None = None
    """Degrees north, WGS 84."""

    longitude: Decimal | None = None
    """Degrees east, WGS 84."""

    exactness: Exactness | None = None
    time_zone: str | None = None
    """IANA name."""

    part_of: str | None = None
    """Id of the place that contains this one."""

    @property
    def identifications(self) -> tuple[Name, ...]:
        """The names that rest on an editor's judgement."""
        return tuple(name for name in self.names if name.basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorUse:
    """What a phrase was read from."""

    kind: Literal["source", "event", "said", "date"]
    """The source's publication, another event, the claim's own saying, or a date that the editor gives."""

    id: str | None
    """Of the source or event; `None` for a date."""

    text: str
    """The anchor in words, such as "publication of the source, 22 to 31 May 2023"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A limit that is known from elsewhere: `not_before` or `not_after`."""

    text: str
    """As written: an event's id or an EDTF date."""

    event: str | None
    """The event's id, if it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date as the source gives it, what it was resolved to, and how."""

    phrase: str
    """The source's words; `unstated` where it gives none; `when said` where the date is that of the saying."""

    resolution: Resolution
    anchor: AnchorUse | None = None
    zone: str | None = None
    """IANA name of the zone that the phrase was read in, where one is known."""

    reading: str | None = None
    """The editor's, in EDTF, or `undecided`."""

    not_before: Bound | None = None
    not_after: Bound | None = None
    basis: str | None = None
    """Why the editor reads it so."""

    limits: tuple[str, ...] = ()
    """Sentences that say which known facts limit an open interval, such as "no later than the source's publication"."""

    @property
    def by_editor(self) -> bool:
        """Whether the resolution rests on an editor's reading rather than on the phrase and a rule."""
        return self.reading is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A document that we hold."""

    title: str
    kind: str | None = None
    author: str | None = None
    publisher: str | None = None
    """A speaker's id, when the publisher is one on file; otherwise its name."""

    url: str | None = None
    no_url: str | None = None
    """Why there is no address."""

    published: Dating | None = None
    updated: Dating | None = None
    captured: Dating | None = None
    language: str | None = None
    archive_url: str | None = None
    sha256: str | None = None
    file: str | None = None
    """What was hashed."""

    held: Literal["public", "on-request", "withheld"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One possible answer to a topic's question."""

    id: str
    label: str

    at: Span | None = field(default=None, compare=False, repr=False)
    """Where its id stands, for findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """An occurrence, or a question with its possible answers, that several claims are about."""

    title: str
    answers: tuple[Answer, ...] = ()

    def answer(self, answer_id: str) -> Answer | None:
        """The answer with this id."""
        return next((answer for answer in self.answers if answer.id == answer_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where in a source a claim stands."""

    source: str
    locator: str | None = None
    """Paragraph, page or minute."""

    excerpt: str | None = None
    """The words that carry the claim and its date."""

    excerpt_at: Span | None = field(default=None, compare=False, repr=False)
    """Where the excerpt stands, for findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """That a claim is about a topic, and how it answers it."""

    topic: str
    answer: str | None = None
    inferred: bool = False
    """True where the editor infers the answer; it is labelled and left out of counts."""

    at: Span | None = field(default=None, compare=False, repr=False)
    """Where the answer stands, or else the topic, for findings."""


class RelationKind(StrEnum):
    """How the words of one claim address another."""

    DISPUTES = "disputes"
    CLARIFIES = "clarifies"
    RETRACTS = "retracts"
    REPEATS = "repeats"
    AGREES_WITH = "agrees_with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed link from one claim to another."""

    kind: RelationKind
    target: str

    at: Span | None = field(default=None, compare=False, repr=False)
    """Where the other claim's id stands, for findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a claim gives: a value, or a range that may be open at one end."""

    measure: str
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str | None = None

    at: Span | None = field(default=None, compare=False, repr=False)
    """Where the unit stands, or else the measure, for findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that the source itself quotes."""

    text: str
    language: str | None = None
    translation: str | None = None
    translator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """That a claim was corrected, withdrawn or removed."""

    kind: Literal["corrected", "withdrawn", "removed"]
    reason: str
    date: str | None = None
    """ISO 8601 day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of a claim's history."""

    date: str
    """ISO 8601 day."""

    change: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One claim: a statement that is always somebody's, never the site's."""

    claim: str
    date: Dating
    said: Dating
    """`phrase` is `unstated` where the file gives no `said`; it is never copied from the date."""

    title: str | None = None
    kind: Literal["occurrence", "state", "assessment", "forecast"] = "occurrence"
    places: tuple[str, ...] = ()
    """Ids; empty where the place is unstated."""

    by: tuple[str, ...] = ()
    """Ids of the speakers; empty where the source names none."""

    via: tuple[str, ...] = ()
    """Ids of the speakers through whom the claim reached the source, first the one nearest to the speaker."""

    said_at: tuple[str, ...] = ()
    narrative: str = NO_SIDE_ID
    narrative_basis: str | None = None
    """Set where the lane is the editor's inference."""

    about: tuple[About, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    quote: Quote | None = None
    citations: tuple[Citation, ...] = ()
    """At least one, save where the claim was removed."""

    tags: tuple[str, ...] = ()
    status: Status | None = None
    history: tuple[Change, ...] = ()

    @property
    def removed(self) -> bool:
        """Whether only the tombstone may be shown: no output carries the words or names of a removed claim."""
        return self.status is not None and self.status.kind == "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`timeline.yml`."""

    title: str = "Timeline"
    standfirst: str | None = None
    language: str = "en"
    time_zone: str | None = None
    lanes: tuple[str, ...] = ()
    """Narrative ids in the project's own order; empty for the order of the rule, and pages say which it is."""

    severities: Mapping[str, str] = field(default_factory=dict)
    """Code or code name -> `error`, `warning`, `note` or `off`; never for the codes that keep readers safe."""

    site_url: str | None = None
    edit_url: str | None = None
    """Address that a record's path is appended to, for "edit this record" links."""

    contact: str | None = None
    """Mail or web address where people can ask for a correction or a removal."""

    licence: str | None = None
    """Of the project's own words and data: an SPDX identifier, or its name."""

    citation: str | None = None
    """How to cite the timeline, without its edition."""

    excerpts: int | None = None
    """Paragraphs of one source that its page quotes at most; `None` for every excerpt on record."""

    pdf: bool = True
    """Whether there is a dossier."""

    paper: Literal["a4", "letter"] = "a4"
    """Of the dossier."""

    story_start: str | None = None
    """The day that "day N of the war" counts from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All of it. The mappings are ordered by id, `narratives` by lane, `events` by id."""

    settings: Settings = field(default_factory=Settings)
    narratives: Mapping[str, Narrative] = field(default_factory=dict)
    """In lane order: parties A to Z by label, all others A to Z, "no side given" last and only if needed."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    content_sha256: str = ""
    """Of all content files together."""
