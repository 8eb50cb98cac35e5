"""Records as their files give them: every field read and checked for form, nothing looked up yet.

Values that a later stage may have to point at stay `Scalar` nodes, which know their place in the file. A field that
was left out, or was wrong, is `None` or empty; what was wrong is already among the findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from timeline.diagnostics import Span
from timeline.source import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class DateDraft:
    """A date: a phrase, and what the editor adds to it."""

    span: Span
    phrase: Scalar | None = None
    anchor: Scalar | None = None
    zone: Scalar | None = None
    tense: str | None = None
    reading: Scalar | None = None
    not_before: Scalar | None = None
    not_after: Scalar | None = None
    basis: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDraft:
    """Another name, its language, and why the editor takes it for the same."""

    name: Scalar
    language: str | None = None
    basis: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDraft:
    """What every record may have."""

    id: str
    span: Span
    fields: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    """Where the value of each field stands."""

    aliases: tuple[Scalar, ...] = ()
    note: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft(RecordDraft):
    """A file of `content/sources/`, or a source's own fields in an event file."""

    title: Scalar | None = None
    kind: str | None = None
    author: Scalar | None = None
    publisher: Scalar | None = None
    url: str | None = None
    no_url: Scalar | None = None
    published: DateDraft | None = None
    updated: DateDraft | None = None
    captured: DateDraft | None = None
    language: str | None = None
    archive_url: str | None = None
    sha256: str | None = None
    file: Scalar | None = None
    held: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerDraft(RecordDraft):
    """A file of `content/speakers/`."""

    name: Scalar | None = None
    names: tuple[NameDraft, ...] = ()
    role: Scalar | None = None
    narrative: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft(RecordDraft):
    """A file of `content/places/`."""

    name: Scalar | None = None
    names: tuple[NameDraft, ...] = ()
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    exactness: str | None = None
    time_zone: Scalar | None = None
    part_of: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDraft(RecordDraft):
    """A file of `content/topics/`."""

    title: Scalar | None = None
    answers: tuple[tuple[Scalar, Scalar], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativeDraft(RecordDraft):
    """A file of `content/narratives/`."""

    label: Scalar | None = None
    short: Scalar | None = None
    description: Scalar | None = None
    reason: Scalar | None = None
    party: bool | None = None
    slot: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationDraft:
    """Where in which source a claim stands. Either `source` names a source, or `own` describes it on the spot."""

    span: Span
    source: Scalar | None = None
    own: SourceDraft | None = None
    locator: Scalar | None = None
    excerpt: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutDraft:
    """A topic, and perhaps the claim's answer to it."""

    topic: Scalar
    answer: Scalar | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDraft:
    """The value of `topic: answer`."""

    answer: Scalar
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationDraft:
    """How this claim addresses another."""

    kind: str
    target: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDraft:
    """A number, or a range that may be open at one end."""

    span: Span
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDraft:
    """Words that the source itself quotes."""

    text: Scalar | None = None
    language: str | None = None
    translation: Scalar | None = None
    translator: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneDraft:
    """The lane of one claim, and why the editor puts it there."""

    narrative: Scalar | None = None
    basis: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDraft:
    """That a claim was corrected, withdrawn or removed."""

    span: Span
    kind: str | None = None
    reason: Scalar | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDraft:
    """An entry of a claim's history."""

    date: str | None = None
    change: Scalar | None = None
    reason: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft(RecordDraft):
    """A file of `content/events/`: one claim."""

    title: Scalar | None = None
    date: DateDraft | None = None
    said: DateDraft | None = None
    said_at: tuple[Scalar, ...] = ()
    place: tuple[Scalar, ...] = ()
    claim: Scalar | None = None
    kind: str | None = None
    by: tuple[Scalar, ...] = ()
    via: tuple[Scalar, ...] = ()
    narrative: LaneDraft | None = None
    about: tuple[AboutDraft, ...] = ()
    relations: tuple[RelationDraft, ...] = ()
    figures: tuple[tuple[Scalar, FigureDraft], ...] = ()
    quote: QuoteDraft | None = None
    source: tuple[CitationDraft, ...] = ()
    tags: tuple[Scalar, ...] = ()
    status: StatusDraft | None = None
    history: tuple[ChangeDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsDraft:
    """`timeline.yml`."""

    span: Span
    title: Scalar | None = None
    standfirst: Scalar | None = None
    language: str | None = None
    time_zone: Scalar | None = None
    lanes: tuple[Scalar, ...] = ()
    severities: tuple[tuple[Scalar, str], ...] = ()
    site_url: str | None = None
    edit_url: str | None = None
    contact: str | None = None
    licence: Scalar | None = None
    citation: Scalar | None = None
    excerpts: Decimal | None = None
    pdf: bool | None = None
    paper: str | None = None
    story_start: str | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """Every record of a project, by folder and in the order of their paths."""

    settings: SettingsDraft | None = None
    events: tuple[EventDraft, ...] = ()
    sources: tuple[SourceDraft, ...] = ()
    speakers: tuple[SpeakerDraft, ...] = ()
    places: tuple[PlaceDraft, ...] = ()
    topics: tuple[TopicDraft, ...] = ()
    narratives: tuple[NarrativeDraft, ...] = ()
    unread: tuple[Span, ...] = ()
    """Files whose YAML could not be read. Their records exist, so what names them is no mistake."""

    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file, by path."""
