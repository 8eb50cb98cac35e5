"""The page of one claim: who said it, when, through whom it reached us, and what others say about it.

What enters: the page's view of the whole and a claim's id. What leaves: its page; for a removed claim the tombstone,
which keeps the address and carries none of its words or names.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline import wording
from timeline.model import Citation, Event
from timeline.pages.cite import citations
from timeline.pages.claim_view import ClaimView, archived, claim_view, relation_views, source_label
from timeline.pages.date_view import date_view, phrases, publication
from timeline.pages.embed import frame_code
from timeline.pages.here import ADD, DATA, Here, Named, page_path
from timeline.pages.method import contact_link
from timeline.pages.page import Page
from timeline.pages.template import render
from timeline.text import plain, safe_url

MOST_RELATIONS = 300
"""Relations in the table of a claim; the data files have those beyond it."""


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
    relations = relation_views(claim, here, MOST_RELATIONS)
    settings = here.timeline.settings
    body = render(
        "claim.html",
        here.words,
        view=view,
        chains=[_chain(event, citation, here) for citation in event.citations or (None,)],
        happened_title=here.words.text(f"claim.when.{event.kind}"),
        said=said,
        phrases=phrases(event),
        quote=event.quote,
        relations=relations,
        more_relations=max(0, len(here.aligned.relations[claim]) - MOST_RELATIONS),
        data=here.to(DATA),
        computed=any(relation.computed for relation in relations),
        history=[
            Entry(entry.date, wording.when_iso(here.words, entry.date), entry.change, entry.reason)
            for entry in event.history
        ],
        topics=_topics(event, here),
        record=_record(event, view, said.short, here),
        note=event.note,
        lane_basis=event.narrative_basis,
        citations=citations(event, view, here),
        frame=frame_code("claims", claim, view.line.title, here),
        together=event.date.phrase == wording.WHEN_SAID,
        contact_link=contact_link(settings.contact),
        edit=event.path,
        edit_url=edit_address(settings.edit_url, event.path),
        add=here.to(ADD),
    )
    return Page(
        path=page_path("claims", claim),
        title=wording.headline(event),
        description=here.words.text(
            "claim.described", who=view.line.who, when=view.line.when, claim=plain(event.claim)
        ),
        body=body,
        kind="claim",
        lang=here.words.language,
        edit=event.path,
        date=max((entry.date for entry in event.history), default=None),
    )


def tombstone(event: Event, here: Here) -> Page:
    """Make the page of a removed claim: its address, that it was removed, and the kind of reason."""
    status = event.status
    day = status.date if status else None
    values = {}
    if status and f"removed.reason.{status.reason}" in here.words.messages:
        values["reason"] = here.words.text(f"removed.reason.{status.reason}")
    if day:
        values["day"] = wording.when_iso(here.words, day)
    notice = here.words.text(f"removed.{'-'.join(['notice', *sorted(values)])}", **values)
    body = render("tombstone.html", here.words, notice=notice, home=here.index("claims"))
    return Page(
        path=page_path("claims", event.id),
        title=here.words.text("removed.title"),
        description=here.words.text("removed.described"),
        body=body,
        kind="claim",
        lang=here.words.language,
        date=day,
        search=False,
        listed=False,
    )


def edit_address(base: str | None, path: str) -> str | None:
    """Give the address at which a record's file is edited, if the project has one and it may be linked."""
    return safe_url(f"{base.rstrip('/')}/{path}") if base else None


def _chain(event: Event, citation: Citation | None, here: Here) -> list[Station]:
    """List the stations between the speaker and us, for one source."""
    words = here.words
    first = here.speaker(event.by[0]) if len(event.by) == 1 else Named(here.speakers_text(event))
    places = words.listed(here.place(where).name for where in event.said_at)
    note = words.text("chain.said-at", places=places) if places else ""
    stations = [Station(role=words.text("chain.speaker"), name=first.name, url=first.url, note=note)]
    for via in event.via:
        outlet = here.speaker(via)
        role, note = words.text("chain.reported-by"), words.text("chain.not-on-file")
        stations.append(Station(role=role, name=outlet.name, url=outlet.url, note=note))
    source = here.timeline.sources.get(citation.source) if citation else None
    if citation is None or source is None:
        return [*stations, Station(role=words.text("chain.source"), name=words.text("chain.no-source"))]
    copy = archived(source)
    held = source.held is not None or source.sha256 is not None
    known = source.held or ("public" if held else "unknown")
    parts = [
        words.text("chain.source-published", title=plain(source.title), published=publication(words, source)),
        words.text(f"chain.held.{known}"),
        "" if copy else words.text("chain.not-archived"),
    ]
    stations.append(
        Station(
            role=words.text("chain.source"),
            name=source_label(citation.source, here),
            url=here.url("sources", citation.source),
            note=" ".join(filter(None, parts)),
            held=held,
        )
    )
    if copy:
        role, name = words.text("label.archived-copy"), words.text("chain.saved-page")
        stations.append(Station(role=role, name=name, url=copy, held=True, outside=True))
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
    words, label = here.words, here.label
    facts = [
        FactView(label("id"), Markup("<code>{}</code>").format(event.id)),
        FactView(label("kind"), words.text(f"kind.{event.kind}")),
        FactView(label("date"), view.date.short),
        FactView(label("said"), said),
        FactView(
            label("place"),
            words.listed(place.name for place in view.places) or words.text("when.not-stated"),
        ),
    ]
    if view.said_at:
        facts.append(FactView(label("said-at"), words.listed(place.name for place in view.said_at)))
    facts.append(FactView(label("wording"), view.wording))
    facts += [
        FactView(words.text("label.figure-of", measure=plain(one.measure)), wording.figure(words, one))
        for one in event.figures
    ]
    if event.history:
        changed = words.count("claim.changed", len(event.history))
        facts.append(FactView(label("changed"), Markup('<a href="#history">{}</a>').format(changed)))
    if event.tags:
        facts.append(FactView(label("tags"), words.listed(plain(tag) for tag in event.tags)))
    facts.append(
        FactView(
            label("lane"),
            Markup('<a href="{}">{}</a>').format(
                here.url("narratives", view.line.lane.id), plain(view.line.lane.narrative.label)
            ),
        )
    )
    return facts
