"""The pages of speakers, places and narratives: what each is, why it is taken for that, and its claims.

What enters: the page's view of the whole and a record's id. What leaves: its page. A name stands as printed in the
source; that it is somebody's is shown behind it as the editor's judgement, with its basis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.exports.writing import coordinate
from timeline.model import NO_SIDE_ID, Event, Name, Place, Record, Speaker
from timeline.pages.claim import FactView
from timeline.pages.claim_view import ClaimLine, claim_line
from timeline.pages.here import MAP, Here, Named, page_path
from timeline.pages.map import locator_map
from timeline.pages.page import Kind, Page
from timeline.pages.template import render
from timeline.text import plain
from timeline.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: claims in a table, or names in a list, or why there are none."""

    id: str
    title: str
    lines: tuple[ClaimLine, ...] = ()
    items: tuple[Named, ...] = ()
    empty: str = ""
    more: int = 0
    """Claims that are not in the table, because the page would grow too long."""


MOST_LINES = 300
"""Claims in the table of a record; the list of all claims has those beyond it."""


def speaker_page(speaker: str, here: Here) -> Page:
    """Make the page of a speaker."""
    record = here.timeline.speakers[speaker]
    words, label = here.words, here.label
    facts = [FactView(label("id"), _code(speaker))]
    if record.narrative and record.narrative in here.timeline.narratives:
        facts.append(FactView(label("lane"), _narrative(record.narrative, here)))
    facts += _other_names(record.names, here)
    published = tuple(
        Named(plain(source.title), here.url("sources", source.id))
        for source in here.timeline.sources.values()
        if source.publisher == speaker
    )
    parts = [
        Part(
            id="claims",
            title=words.text("title.claims"),
            lines=_lines(here, lambda event: speaker in event.by),
            empty=words.text("speaker.no-claims"),
        ),
        Part(
            id="passed-on",
            title=words.text("speaker.passed-on"),
            lines=_lines(here, lambda event: speaker in event.via),
        ),
        Part(id="published", title=words.text("speaker.published"), items=published),
    ]
    return _page(
        "speaker",
        "speakers",
        record,
        plain(record.name),
        here,
        kicker=words.text("speaker.kicker"),
        lead=record.role or "",
        identifications=record.identifications,
        facts=facts,
        parts=parts,
    )


def place_page(place: str, here: Here) -> Page:
    """Make the page of a place."""
    record = here.timeline.places[place]
    words, label = here.words, here.label
    facts = [FactView(label("id"), _code(place)), FactView(label("coordinates"), coordinates(words, record))]
    if record.part_of:
        above = here.place(record.part_of)
        facts.append(FactView(label("part-of"), _link(above)))
    facts.append(FactView(label("time-zone"), record.time_zone or words.text("place.no-time-zone")))
    facts += _other_names(record.names, here)
    inside = tuple(here.place(other.id) for other in here.timeline.places.values() if other.part_of == place)
    parts = [
        Part(
            id="claims",
            title=words.text("place.claims"),
            lines=_lines(here, lambda event: place in event.places),
            empty=words.text("place.no-claims"),
        ),
        Part(
            id="said-here",
            title=words.text("place.said-here"),
            lines=_lines(here, lambda event: place in event.said_at),
        ),
        Part(id="inside", title=words.text("place.inside"), items=inside),
    ]
    return _page(
        "place",
        "places",
        record,
        plain(record.name),
        here,
        kicker=words.text("place.kicker"),
        identifications=record.identifications,
        facts=facts,
        parts=parts,
        locator=locator_map(record, here),
    )


def narrative_page(narrative: str, here: Here) -> Page:
    """Make the page of a narrative."""
    lane = here.aligned.lane(narrative)
    record = lane.narrative
    speakers = tuple(
        here.speaker(speaker.id)
        for speaker in here.timeline.speakers.values()
        if lane_of_speaker(speaker, here) == narrative
    )
    words, label = here.words, here.label
    facts = [
        FactView(label("id"), _code(narrative)),
        FactView(label("is-party"), words.text("record.yes" if record.party else "record.no")),
        FactView(label("short-name"), plain(record.short)),
    ]
    if record.reason:
        facts.append(FactView(label("why-this-lane"), plain(record.reason)))
    parts = [
        Part(
            id="claims",
            title=words.text("title.claims"),
            lines=_lines(here, lambda event: here.lanes_by_claim[event.id] is lane),
            empty=words.text("lane.empty"),
        ),
        Part(
            id="speakers",
            title=words.text("lane.speakers"),
            items=speakers,
            empty=words.text("lane.no-speakers"),
        ),
    ]
    made_here = narrative == NO_SIDE_ID and narrative not in here.timeline.narratives
    return _page(
        "narrative",
        "narratives",
        record,
        plain(record.label),
        here,
        kicker=words.text("lane.kicker"),
        lead=record.description or "",
        slot=lane.slot,
        facts=facts,
        parts=parts,
        has_file=not made_here,
    )


def lane_of_speaker(speaker: Speaker, here: Here) -> str:
    """Give the lane that a speaker belongs to; a speaker of no known side belongs to the lane of no side."""
    known = speaker.narrative is not None and speaker.narrative in here.timeline.narratives
    return speaker.narrative if known and speaker.narrative else NO_SIDE_ID


def coordinates(words: Wording, place: Place) -> str:
    """Write coordinates no finer than their stated exactness."""
    north, east = coordinate(place.latitude, place.exactness), coordinate(place.longitude, place.exactness)
    if north is None or east is None:
        return words.text("place.no-coordinates")
    known = words.text(f"place.exactness.{place.exactness or 'unknown'}")
    return words.text("place.coordinates", north=north, east=east, known=known)


def _page(  # noqa: PLR0913 - the parts of a page
    kind: Kind,
    registry: str,
    record: Record,
    title: str,
    here: Here,
    *,
    kicker: str,
    facts: list[FactView],
    parts: Iterable[Part],
    lead: str = "",
    identifications: tuple[Name, ...] = (),
    slot: int | None = None,
    locator: Markup | None = None,
    has_file: bool = True,
) -> Page:
    """Fill the template that the three share."""
    shown = [part for part in parts if part.lines or part.items or part.empty]
    body = render(
        "record.html",
        here.words,
        kind=kind,
        kicker=kicker,
        title=title,
        slot=slot,
        lead=lead,
        identifications=identifications,
        parts=[
            replace(part, lines=part.lines[:MOST_LINES], more=max(0, len(part.lines) - MOST_LINES))
            for part in shown
        ],
        facts=facts,
        note=record.note,
        all_claims=here.index("claims"),
        locator=locator,
        all_places=here.to(MAP) if here.has_map else None,
    )
    claims = here.words.count("record.described", len(shown[0].lines), title=title)
    return Page(
        path=page_path(registry, record.id),
        title=title,
        description=claims + (f" {plain(lead)}" if lead else ""),
        body=body,
        kind=kind,
        lang=here.words.language,
        edit=record.path if has_file and not record.inline else None,
    )


def _lines(here: Here, belongs: Callable[[Event], bool]) -> tuple[ClaimLine, ...]:
    return tuple(claim_line(claim, here) for claim in here.aligned.order if belongs(here.event(claim)))


def _other_names(names: Iterable[Name], here: Here) -> list[FactView]:
    """List names that rest on no judgement: other languages and spellings."""
    return [
        FactView(
            here.words.text("label.also-in", language=here.words.language_name(name.language))
            if name.language
            else here.label("also"),
            plain(name.name),
        )
        for name in names
        if not name.basis
    ]


def _narrative(narrative: str, here: Here) -> Markup:
    label = plain(here.timeline.narratives[narrative].label)
    return _link(Named(label, here.url("narratives", narrative)))


def _link(named: Named) -> Markup:
    if named.url is None:
        return Markup("{}").format(named.name)
    return Markup('<a href="{}">{}</a>').format(named.url, named.name)


def _code(text: str) -> Markup:
    return Markup("<code>{}</code>").format(text)
