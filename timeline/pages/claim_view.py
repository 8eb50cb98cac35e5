"""A claim as pages print it, whole or in one line.

What enters: a claim's id and the page that prints it. What leaves: a `ClaimView`, in which every word is chosen and
every link is relative to that page, so that templates only set it.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import wording
from timeline.align import Kind, Lane, is_withdrawn
from timeline.model import Citation, Event, Source, Status
from timeline.pages.date_view import DateView, date_view
from timeline.pages.here import Here, LineFacts, Named
from timeline.text import plain, safe_url

MOST_RELATIONS = 3
"""Relations on a claim before "and 4 more". A single one more takes no more room than the words that would stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """A speaker on a claim."""

    name: str
    url: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """One relation, from this claim to another."""

    verb: str
    mark: str
    computed: bool
    topic: Named | None
    other: ClaimLine


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedView:
    """A relation to a claim that was removed: nothing is told of it, and the link leads to its tombstone."""

    verb: str
    mark: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """Where a claim stands in a source."""

    label: str
    title: str
    url: str | None
    language: str | None
    locator: str | None
    excerpt: str | None
    original: str | None
    archived: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in one line, for tables and relations."""

    id: str
    url: str
    title: str
    who: str
    when: str
    lane: Lane
    hollow: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim whole."""

    line: ClaimLine
    anchor: str
    label: str
    number: int
    text: str
    speakers: tuple[SpeakerView, ...]
    via: tuple[Named, ...]
    said_at: tuple[Named, ...]
    said: str | None
    places: tuple[Named, ...]
    relations: tuple[RelationView, ...]
    more_relations: int
    removed: tuple[RemovedView, ...]
    citations: tuple[CitationView, ...]
    date: DateView
    wording: str
    quoted: bool
    """The claim is the source's own quotation and stands in quotation marks, which its text does not have."""

    quote_language: str | None
    status: Status | None
    status_line: str
    """What the status is, and since when, as a line above the claim."""

    status_kind: str
    lane_by_editor: bool


def claim_line(claim: str, here: Here) -> ClaimLine:
    """Prepare a claim for one line."""
    found = here.lines.get(claim)
    if found is None:
        event = here.event(claim)
        found = here.lines[claim] = LineFacts(
            title=wording.headline(event),
            who=here.speakers_text(event),
            when=here.when(claim),
            lane=here.lanes_by_claim[claim],
            hollow=here.aligned.placed[claim].kind is not Kind.TIME,
            withdrawn=is_withdrawn(event),
        )
    return ClaimLine(
        id=claim,
        url=here.url("claims", claim),
        title=found.title,
        who=found.who,
        when=found.when,
        lane=found.lane,
        hollow=found.hollow,
        withdrawn=found.withdrawn,
    )


def claim_view(claim: str, here: Here, *, brief_dates: bool = False) -> ClaimView:
    """Prepare a claim to be printed whole.

    Args:
        claim: Its id; it must be shown.
        here: The page that prints it.
        brief_dates: Leave all but result and rule to the claim's own page, to keep a long page light.
    """
    event = here.event(claim)
    line = claim_line(claim, here)
    quotation = wording.quotation(event)
    count = len(here.aligned.relations[claim])
    more = count - MOST_RELATIONS if count > MOST_RELATIONS + 1 else 0
    return ClaimView(
        line=line,
        anchor=f"c-{claim}",
        label=here.words.joined([plain(line.lane.narrative.label), line.who, line.when]),
        number=here.aligned.numbers[claim],
        text=event.claim,
        speakers=tuple(_speaker(by, here) for by in event.by),
        via=tuple(here.speaker(via) for via in event.via),
        said_at=tuple(here.place(where) for where in event.said_at),
        said=_said(event, here),
        places=tuple(here.place(where) for where in event.places),
        relations=relation_views(claim, here, count - more),
        more_relations=more,
        removed=removed_views(claim, here),
        citations=tuple(citation_view(citation, here) for citation in event.citations),
        date=date_view(event, "date", here, brief=brief_dates),
        wording=here.words.text(f"quotation.{quotation}"),
        quoted=quotation == "direct" and plain(event.claim)[:1] not in wording.QUOTATION_MARKS,
        quote_language=event.quote.language if event.quote else None,
        status=event.status,
        status_line=_status(event, here, above=True),
        status_kind=_status(event, here),
        lane_by_editor=event.narrative_basis is not None,
    )


def relation_views(claim: str, here: Here, most: int | None = None) -> tuple[RelationView, ...]:
    """Prepare the relations of a claim, all of them or only as many as are shown."""
    return tuple(
        RelationView(
            verb=wording.verb(here.words, link.verb),
            mark=wording.MARKS[link.verb],
            computed=link.computed,
            topic=here.topic(link.topic) if link.topic else None,
            other=claim_line(link.other, here),
        )
        for link in here.aligned.relations[claim][:most]
    )


def removed_views(claim: str, here: Here) -> tuple[RemovedView, ...]:
    """Prepare a claim's relations to claims that were removed."""
    return tuple(
        RemovedView(
            verb=wording.verb(here.words, link.verb),
            mark=wording.MARKS[link.verb],
            url=here.url("claims", link.other),
        )
        for link in here.aligned.to_removed.get(claim, ())
    )


def citation_view(citation: Citation, here: Here) -> CitationView:
    """Prepare a citation."""
    source = here.timeline.sources.get(citation.source)
    return CitationView(
        label=source_label(citation.source, here),
        title=plain(source.title) if source else citation.source,
        url=here.url("sources", citation.source) if source else None,
        language=source.language if source else None,
        locator=plain(citation.locator) if citation.locator else None,
        excerpt=citation.excerpt,
        original=original(source),
        archived=archived(source),
    )


def source_label(source: str, here: Here) -> str:
    """Name a source shortly: "Source 1"."""
    number = here.source_numbers.get(source)
    return here.words.text("source.number", number=number) if number else here.words.text("source.one")


def original(source: Source | None) -> str | None:
    """Address of the document itself, if it may be linked."""
    return safe_url(source.url) if source and source.url else None


def archived(source: Source | None) -> str | None:
    """Address of its archive copy, if it may be linked."""
    return safe_url(source.archive_url) if source and source.archive_url else None


def _status(event: Event, here: Here, *, above: bool = False) -> str:
    """Say that a claim was withdrawn or corrected, and when."""
    if event.status is None:
        return ""
    key = f"status.line.{event.status.kind}" if above else f"status.{event.status.kind}"
    if event.status.date is None:
        return here.words.text(key)
    return here.words.text(f"{key}-on", day=wording.when_iso(here.words, event.status.date))


def _said(event: Event, here: Here) -> str | None:
    """Say when a claim was made, if not on the day that it is about."""
    shown = wording.said_apart(here.words, event, here.aligned.placed[event.id], year=here.years)
    return " ".join(filter(None, [shown, here.zone_note(event.id, "said")])) if shown else None


def _speaker(record: str, here: Here) -> SpeakerView:
    named = here.speaker(record)
    speaker = here.timeline.speakers.get(record)
    role = plain(speaker.role) if speaker and speaker.role else None
    return SpeakerView(name=named.name, url=named.url, role=role)
