"""Records of the timeline from their drafts: the values that need no looking up.

What enters: a draft, and for an event what was looked up for it. What leaves: a frozen record of `timeline.model`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from timeline.diagnostics import Span
from timeline.drafts import (
    EventDraft,
    FigureDraft,
    NameDraft,
    NarrativeDraft,
    PlaceDraft,
    QuoteDraft,
    SpeakerDraft,
    TopicDraft,
)
from timeline.model import (
    NO_SIDE_ID,
    About,
    Answer,
    Change,
    Citation,
    Dating,
    Event,
    Figure,
    Name,
    Narrative,
    Quote,
    Relation,
    Status,
    Topic,
)
from timeline.schema import SETTINGS_FILE
from timeline.source import Scalar


def words(value: Scalar | None) -> str | None:
    """Give a scalar's text without the white space around it."""
    return None if value is None else value.text.strip()


def names_of(drafts: Iterable[NameDraft]) -> tuple[Name, ...]:
    """Make the names of a speaker or place."""
    return tuple(
        Name(name=one.name.text.strip(), language=one.language, basis=words(one.basis)) for one in drafts
    )


@dataclass(slots=True)
class References:
    """What one event file names, looked up."""

    places: tuple[str, ...] = ()
    said_at: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    about: tuple[About, ...] = ()
    relations: tuple[Relation, ...] = ()
    narrative: str = NO_SIDE_ID
    narrative_basis: str | None = None


NO_SIDE = Narrative(
    id=NO_SIDE_ID,
    span=Span(SETTINGS_FILE),
    inline=True,
    label="No side given",
    short="No side",
    description="Claims for which no side is given.",
    reason="Neither the claim nor its speaker names a lane.",
)
"""The lane of claims for which no side is known."""


def all_names(draft: SpeakerDraft | PlaceDraft) -> list[Scalar]:
    """List every name of a speaker or place."""
    return [name for name in (draft.name, *(one.name for one in draft.names)) if name is not None]


def texts(values: Iterable[Scalar]) -> tuple[str, ...]:
    """Give the texts of scalars."""
    return tuple(value.text for value in values)


def digest(hashes: Mapping[str, str]) -> str:
    """Give one SHA-256 for all files together: of their paths and checksums, in order of path."""
    lines = "".join(f"{checksum}  {path}\n" for path, checksum in sorted(hashes.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def narrative(draft: NarrativeDraft) -> Narrative:
    """Make a lane."""
    label = words(draft.label) or draft.id
    return Narrative(
        id=draft.id,
        span=draft.span,
        fields=draft.fields,
        aliases=texts(draft.aliases),
        note=words(draft.note),
        label=label,
        short=words(draft.short) or label,
        description=words(draft.description),
        reason=words(draft.reason),
        party=draft.party is True,
        slot=int(draft.slot) if draft.slot is not None else None,
    )


def topic(draft: TopicDraft) -> Topic:
    """Make a topic."""
    return Topic(
        id=draft.id,
        span=draft.span,
        fields=draft.fields,
        aliases=texts(draft.aliases),
        note=words(draft.note),
        title=words(draft.title) or draft.id,
        answers=tuple(
            Answer(id=key.text, label=label.text.strip(), at=key.span) for key, label in draft.answers
        ),
    )


def figure(measure: Scalar, draft: FigureDraft) -> Figure:
    """Make a figure."""
    return Figure(
        measure=measure.text.strip(),
        value=draft.value,
        minimum=draft.minimum,
        maximum=draft.maximum,
        unit=words(draft.unit),
        at=(draft.unit or measure).span,
    )


def quote(draft: QuoteDraft | None) -> Quote | None:
    """Make a quote."""
    if draft is None or draft.text is None:
        return None
    return Quote(
        text=draft.text.text.strip(),
        language=draft.language,
        translation=words(draft.translation),
        translator=words(draft.translator),
    )


def status(draft: EventDraft) -> Status | None:
    """Make the status of a claim."""
    given = draft.status
    if given is None or given.kind is None:
        return None
    kind = cast("Literal['corrected', 'withdrawn', 'removed']", given.kind)
    return Status(kind=kind, reason=words(given.reason) or "", date=given.date)


def kind_left_open(draft: EventDraft) -> str:
    """Give the kind of a claim that has none: an occurrence, but if its kind could not be read it may be any.

    Only a forecast may have any date, so that a misspelt `forecast` is not blamed for its dates as well.
    """
    return "forecast" if "kind" in draft.fields else "occurrence"


def event(draft: EventDraft, references: References, happened: Dating, said: Dating) -> Event:
    """Make a claim."""
    return Event(
        id=draft.id,
        span=draft.span,
        fields=draft.fields,
        aliases=texts(draft.aliases),
        note=words(draft.note),
        title=words(draft.title),
        claim=words(draft.claim) or "",
        kind=cast(
            "Literal['occurrence', 'state', 'assessment', 'forecast']", draft.kind or kind_left_open(draft)
        ),
        date=happened,
        said=said,
        places=references.places,
        by=references.by,
        via=references.via,
        said_at=references.said_at,
        narrative=references.narrative,
        narrative_basis=references.narrative_basis,
        about=references.about,
        relations=references.relations,
        figures=tuple(figure(measure, one) for measure, one in draft.figures),
        quote=quote(draft.quote),
        citations=references.citations,
        tags=texts(draft.tags),
        status=status(draft),
        history=tuple(
            Change(date=one.date, change=words(one.change) or "", reason=words(one.reason))
            for one in draft.history
            if one.date is not None
        ),
    )
