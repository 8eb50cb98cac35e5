"""The page of one claim: who said it, when, through whom it reached us, and what others say about it.

What enters: the page's view of the whole and a claim's id. What leaves: its page; for a removed claim the tombstone,
which keeps the address and carries none of its words or names.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Citation, Event, Status
from timeline.pages import words
from timeline.pages.claim_view import ClaimView, archived, claim_view, relation_views, source_label
from timeline.pages.date_view import date_view, phrases, publication
from timeline.pages.here import ADD, Here, Named, page_path
from timeline.pages.page import Page
from timeline.pages.template import render
from timeline.text import plain, safe_url

HAPPENED = {
    "occurrence": "When it is said to have happened",
    "state": "When it is said to have held",
    "assessment": "What time it speaks of",
    "forecast": "What time it speaks of",
}

REASONS = {
    "safety": "to protect somebody’s safety",
    "privacy": "to protect somebody’s privacy",
    "legal": "for legal reasons",
    "copyright": "for reasons of copyright",
}
"""Why a claim may have been removed, in words that give nothing away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One stop of a claim on its way to us."""

    role: str
    name: str
    url: str | None = None
    note: str = ""
    held: bool = False
    outside: bool = False
    """Whether its address is on another site."""


@dataclass(frozen=True, slots=True)
class FactView:
    """A labelled fact of the record."""

    label: str
    text: Markup | str


@dataclass(frozen=True, slots=True)
class TopicAnswer:
    """A topic that the claim is about, and its answer."""

    named: Named
    answer: str | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the record's history."""

    date: str
    day: str
    change: str
    reason: str | None


def claim_page(claim: str, here: Here) -> Page:
    """Make the page of a claim."""
    event = here.timeline.events[claim]
    if event.removed:
        return tombstone(event, here)
    view = claim_view(claim, here)
    said = date_view(event, "said", here)
    relations = relation_views(claim, here)
    settings = here.timeline.settings
    body = render(
        "claim.html",
        lang=settings.language,
        view=view,
        chains=[_chain(event, citation, here) for citation in event.citations or (None,)],
        happened_title=HAPPENED[event.kind],
        said=said,
        phrases=phrases(event),
        quote=event.quote,
        relations=relations,
        computed=any(relation.computed for relation in relations),
        history=[
            Entry(entry.date, words.when_iso(entry.date), entry.change, entry.reason)
            for entry in event.history
        ],
        topics=_topics(event, here),
        record=_record(event, view, said.short, here),
        note=event.note,
        lane_basis=event.narrative_basis,
        citation_text=cite(event, view, here),
        edit=event.path,
        edit_url=edit_address(settings.edit_url, event.path),
        add=here.to(ADD),
    )
    return Page(
        path=page_path("claims", claim),
        title=words.headline(event),
        description=f"{view.line.who}, {view.line.when}: {plain(event.claim)}",
        body=body,
        kind="claim",
        lang=settings.language,
        edit=event.path,
        date=max((entry.date for entry in event.history), default=None),
    )


def tombstone(event: Event, here: Here) -> Page:
    """Make the page of a removed claim: its address, that it was removed, and the kind of reason."""
    status = event.status
    reason = REASONS.get(status.reason, "") if status else ""
    day = status.date if status else None
    lang = here.timeline.settings.language
    body = render(
        "tombstone.html",
        lang=lang,
        reason=reason,
        day=words.when_iso(day) if day else None,
        home=here.index("claims"),
    )
    return Page(
        path=page_path("claims", event.id),
        title="Removed claim",
        description="This claim was removed.",
        body=body,
        kind="claim",
        lang=lang,
        date=day,
        search=False,
        listed=False,
    )


def edit_address(base: str | None, path: str) -> str | None:
    """Give the address at which a record's file is edited, if the project has one and it may be linked."""
    return safe_url(f"{base.rstrip('/')}/{path}") if base else None


def cite(event: Event, view: ClaimView, here: Here) -> str:
    """Word a citation of this record as plain text; the address is left out where the site has none.

    Only words that the source itself quotes stand in quotation marks.
    """
    settings = here.timeline.settings
    said = f"“{plain(event.claim)}”" if view.quoted else plain(event.claim)
    recorded = {"direct quote": "quoted in", "paraphrase": "paraphrase as recorded in"}.get(
        view.wording, f"{view.wording}, as recorded in"
    )
    named = words.listed(_cited(citation, here) for citation in event.citations) or "no source"
    parts = [
        f"{view.line.who}: {said} ({recorded} {named}).",
        f"Date claimed: {here.when(event.id, year=True)}.",
        *([_status(event.status)] if event.status else []),
        f"In: {plain(settings.title)}.",
        f"Record {event.id}, content {here.timeline.content_sha256[:12]}."
        if here.timeline.content_sha256
        else f"Record {event.id}.",
    ]
    if settings.site_url and safe_url(settings.site_url):
        parts.append(f"{settings.site_url.rstrip('/')}/c/{event.id}/")
    return " ".join(parts)


def _cited(citation: Citation, here: Here) -> str:
    """Name a source in a citation: title, publisher, day, place in it."""
    source = here.timeline.sources.get(citation.source)
    if source is None:
        return citation.source
    publisher = here.publisher(source)
    parts = [plain(source.title), publisher.name if publisher else "", publication(source)]
    return ", ".join(filter(None, [*parts, plain(citation.locator) if citation.locator else ""]))


def _status(status: Status) -> str:
    """Say that a claim was withdrawn or corrected, and when."""
    return f"{status.kind.capitalize()}{f' {words.when_iso(status.date)}' if status.date else ''}."


def _chain(event: Event, citation: Citation | None, here: Here) -> list[Station]:
    """List the stations between the speaker and us, for one source."""
    named = [here.speaker(by) for by in event.by]
    first = (
        named[0] if len(named) == 1 else Named(words.listed(one.name for one in named) or words.NO_SPEAKER)
    )
    places = words.listed(here.place(where).name for where in event.said_at)
    stations = [
        Station(role="Speaker", name=first.name, url=first.url, note=f"Said at: {places}." if places else "")
    ]
    for via in event.via:
        outlet = here.speaker(via)
        stations.append(
            Station(role="Reported by", name=outlet.name, url=outlet.url, note="Not itself on file.")
        )
    source = here.timeline.sources.get(citation.source) if citation else None
    if citation is None or source is None:
        return [*stations, Station(role="Our source", name="No source recorded")]
    copy = archived(source)
    held = source.held is not None or source.sha256 is not None
    copies = {
        "public": "A copy is on file.",
        "on-request": "A copy is on file and shown on request.",
        "withheld": "A copy is on file and withheld.",
        None: "A copy is on file." if held else "No copy on file is recorded.",
    }
    stations.append(
        Station(
            role="Our source",
            name=source_label(citation.source, here),
            url=here.url("sources", citation.source),
            note=f"{plain(source.title)}, {publication(source)}. {copies[source.held]}{'' if copy else ' Not archived.'}",
            held=held,
        )
    )
    if copy:
        stations.append(Station(role="Archived copy", name="Saved page", url=copy, held=True, outside=True))
    return stations


def _topics(event: Event, here: Here) -> list[TopicAnswer]:
    found = []
    for about in event.about:
        topic = here.timeline.topics.get(about.topic)
        answer = topic.answer(about.answer) if topic and about.answer else None
        found.append(
            TopicAnswer(here.topic(about.topic), plain(answer.label) if answer else None, about.inferred)
        )
    return found


def _record(event: Event, view: ClaimView, said: str, here: Here) -> list[FactView]:
    """List what the record holds."""
    facts = [
        FactView("ID", Markup("<code>{}</code>").format(event.id)),
        FactView("Kind", words.KINDS[event.kind]),
        FactView("Date", view.date.short),
        FactView("Said", said),
        FactView("Place", words.listed(place.name for place in view.places) or "not stated"),
    ]
    if view.said_at:
        facts.append(FactView("Said at", words.listed(place.name for place in view.said_at)))
    facts.append(FactView("Wording", view.wording))
    facts += [FactView(f"Figure: {plain(one.measure)}", words.figure(one)) for one in event.figures]
    if event.tags:
        facts.append(FactView("Tags (editor’s)", words.listed(plain(tag) for tag in event.tags)))
    facts.append(
        FactView(
            "Lane",
            Markup('<a href="{}">{}</a>').format(
                here.url("narratives", view.line.lane.id), plain(view.line.lane.narrative.label)
            ),
        )
    )
    return facts
