"""The pages of speakers, places and narratives: what each is, why it is taken for that, and its claims.

What enters: the page's view of the whole and a record's id. What leaves: its page. A name stands as printed in the
source; that it is somebody's is shown behind it as the editor's judgement, with its basis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from timeline.exports.writing import coordinate
from timeline.model import NO_SIDE_ID, Event, Name, Place, Record, Speaker
from timeline.pages import words
from timeline.pages.claim import FactView
from timeline.pages.claim_view import ClaimLine, claim_line
from timeline.pages.here import Here, Named, page_path
from timeline.pages.page import Kind, Page
from timeline.pages.template import render
from timeline.text import plain

EXACTNESS = {
    "exact": "exact",
    "vicinity": "the vicinity",
    "locality": "the locality",
    "region": "the region",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: claims in a table, or names in a list, or why there are none."""

    id: str
    title: str
    lines: tuple[ClaimLine, ...] = ()
    items: tuple[Named, ...] = ()
    empty: str = ""


def speaker_page(speaker: str, here: Here) -> Page:
    """Make the page of a speaker."""
    record = here.timeline.speakers[speaker]
    facts = [FactView("ID", _code(speaker))]
    if record.narrative and record.narrative in here.timeline.narratives:
        facts.append(FactView("Lane", _narrative(record.narrative, here)))
    facts += _other_names(record.names)
    published = tuple(
        Named(plain(source.title), here.url("sources", source.id))
        for source in here.timeline.sources.values()
        if source.publisher == speaker
    )
    parts = [
        Part(
            id="claims",
            title="Claims",
            lines=_lines(here, lambda event: speaker in event.by),
            empty="No claim by this speaker is on file.",
        ),
        Part(
            id="passed-on", title="Claims passed on", lines=_lines(here, lambda event: speaker in event.via)
        ),
        Part(id="published", title="Sources published", items=published),
    ]
    return _page(
        "speaker",
        "speakers",
        record,
        plain(record.name),
        here,
        kicker="Speaker, named as printed in the source",
        lead=record.role or "",
        identifications=record.identifications,
        facts=facts,
        parts=parts,
    )


def place_page(place: str, here: Here) -> Page:
    """Make the page of a place."""
    record = here.timeline.places[place]
    facts = [FactView("ID", _code(place)), FactView("Coordinates", coordinates(record))]
    if record.part_of:
        above = here.place(record.part_of)
        facts.append(FactView("Part of", _link(above)))
    facts.append(FactView("Time zone", record.time_zone or "not recorded"))
    facts += _other_names(record.names)
    inside = tuple(here.place(other.id) for other in here.timeline.places.values() if other.part_of == place)
    parts = [
        Part(
            id="claims",
            title="Claims about this place",
            lines=_lines(here, lambda event: place in event.places),
            empty="No claim about this place is on file.",
        ),
        Part(id="said-here", title="Said here", lines=_lines(here, lambda event: place in event.said_at)),
        Part(id="inside", title="Places in it", items=inside),
    ]
    return _page(
        "place",
        "places",
        record,
        plain(record.name),
        here,
        kicker="Place, named as printed in the source",
        identifications=record.identifications,
        facts=facts,
        parts=parts,
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
    facts = [
        FactView("ID", _code(narrative)),
        FactView("Party to the dispute", "yes" if record.party else "no"),
        FactView("Short name", plain(record.short)),
    ]
    if record.reason:
        facts.append(FactView("Why this lane exists", plain(record.reason)))
    parts = [
        Part(
            id="claims",
            title="Claims",
            lines=_lines(here, lambda event: here.lanes_by_claim[event.id] is lane),
            empty="No claims recorded in this lane.",
        ),
        Part(
            id="speakers",
            title="Speakers of this lane",
            items=speakers,
            empty="No speaker belongs to this lane so far.",
        ),
    ]
    made_here = narrative == NO_SIDE_ID and narrative not in here.timeline.narratives
    return _page(
        "narrative",
        "narratives",
        record,
        plain(record.label),
        here,
        kicker="Narrative: a lane of the timeline",
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


def coordinates(place: Place) -> str:
    """Write coordinates no finer than their stated exactness."""
    north, east = coordinate(place.latitude, place.exactness), coordinate(place.longitude, place.exactness)
    if north is None or east is None:
        return "none recorded"
    known = f" ({EXACTNESS[place.exactness]})" if place.exactness else " (exactness not stated)"
    return f"{north}, {east}{known}"


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
    has_file: bool = True,
) -> Page:
    """Fill the template that the three share."""
    settings = here.timeline.settings
    shown = [part for part in parts if part.lines or part.items or part.empty]
    body = render(
        "record.html",
        kind=kind,
        lang=settings.language,
        kicker=kicker,
        title=title,
        slot=slot,
        lead=lead,
        identifications=identifications,
        parts=shown,
        facts=facts,
        note=record.note,
    )
    claims = words.count(len(shown[0].lines), "claim")
    return Page(
        path=page_path(registry, record.id),
        title=title,
        description=f"{title}: {claims} on this timeline." + (f" {plain(lead)}" if lead else ""),
        body=body,
        kind=kind,
        lang=settings.language,
        edit=record.path if has_file and not record.inline else None,
    )


def _lines(here: Here, belongs: Callable[[Event], bool]) -> tuple[ClaimLine, ...]:
    return tuple(claim_line(claim, here) for claim in here.aligned.order if belongs(here.event(claim)))


def _other_names(names: Iterable[Name]) -> list[FactView]:
    """List names that rest on no judgement: other languages and spellings."""
    return [
        FactView(f"Also ({name.language})" if name.language else "Also", plain(name.name))
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
