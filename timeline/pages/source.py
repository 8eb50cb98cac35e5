"""The page of one source: its excerpts in the order of the document, with the claims made from each beside it.

What enters: the page's view of the whole and a source's id. What leaves: its page, which says how the date of
publication is known, what is held, and where there is no address or archive copy. Only excerpts are ever shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from timeline.align import locator_key
from timeline.model import Citation, Dating, Source
from timeline.pages import words
from timeline.pages.claim import FactView
from timeline.pages.claim_view import ClaimLine, archived, claim_line, original
from timeline.pages.date_view import phrases, publication, source_date_steps
from timeline.pages.here import Here, page_path
from timeline.pages.page import Page
from timeline.pages.template import render
from timeline.text import clean, plain

HELD = {
    "public": "A copy is on file and public.",
    "on-request": "A copy is on file and shown on request.",
    "withheld": "A copy is on file and withheld.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside its passage."""

    line: ClaimLine
    number: int
    phrase: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An excerpt and the claims made from it."""

    locator: str
    excerpt: str | None
    phrases: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """How many claims of each lane stand in one place of the document."""

    locator: str
    numbers: tuple[int, ...]


def source_page(source: str, here: Here) -> Page:
    """Make the page of a source."""
    record, settings = here.timeline.sources[source], here.timeline.settings
    cited = citations_of(source, here)
    claims = list(dict.fromkeys(claim for claim, _ in cited))
    body = render(
        "source.html",
        lang=settings.language,
        kicker=_kicker(source, record, here),
        source=record,
        summary=_summary(claims, here),
        original=original(record),
        archived=archived(record),
        published=source_date_steps(record.published, here) if record.published else (),
        where=_where(cited, here),
        lanes=here.aligned.lanes,
        passages=_passages(cited, here),
        facts=_facts(source, record, here),
    )
    return Page(
        path=page_path("sources", source),
        title=plain(record.title),
        description=f"{plain(record.title)}: {words.count(len(claims), 'claim')}, {publication(record)}.",
        body=body,
        kind="source",
        lang=settings.language,
        edit=None if record.inline else record.path,
    )


def citations_of(source: str, here: Here) -> list[tuple[str, Citation]]:
    """List the claims taken from a source, in the order of the document."""
    found = [
        (claim, citation)
        for claim in here.aligned.order
        for citation in here.event(claim).citations
        if citation.source == source
    ]
    return sorted(found, key=lambda item: locator_key(item[1].locator))


def _kicker(source: str, record: Source, here: Here) -> str:
    parts = [f"Source {here.source_numbers[source]} of {len(here.source_numbers)}"]
    if record.kind:
        parts.append(plain(record.kind))
    if record.language:
        parts.append(f"language: {record.language}")
    return " · ".join(parts)


def _summary(claims: list[str], here: Here) -> str:
    verb = "comes" if len(claims) == 1 else "come"
    sentence = f"{words.count(len(claims), 'claim')} on this site {verb} from this document."
    second_hand = sum(1 for claim in claims if here.event(claim).via)
    if second_hand:
        outlets = dict.fromkeys(here.speaker(via).name for claim in claims for via in here.event(claim).via)
        reached = "reached" if second_hand != 1 else "has reached"
        sentence += f" {second_hand} of them {reached} it through others: {words.listed(outlets)}."
    return sentence


def _where(cited: list[tuple[str, Citation]], here: Here) -> list[Where]:
    """Count claims by place in the document and lane; nothing where no citation says its place."""
    where = [(plain(citation.locator or ""), here.lanes_by_claim[claim].id) for claim, citation in cited]
    places = sorted(dict.fromkeys(place for place, _ in where), key=lambda place: not place)
    if not any(places):
        return []
    counted = Counter(where)
    return [
        Where(place or "no place given", tuple(counted[place, lane.id] for lane in here.aligned.lanes))
        for place in places
    ]


def _passages(cited: list[tuple[str, Citation]], here: Here) -> list[Passage]:
    """Gather claims that share an excerpt."""
    gathered: dict[tuple[str, str], list[str]] = {}
    for claim, citation in cited:
        key = (plain(citation.locator or ""), clean(citation.excerpt or ""))
        gathered.setdefault(key, []).append(claim)
    return [
        Passage(
            locator,
            excerpt or None,
            tuple(dict.fromkeys(phrase for claim in claims for phrase in phrases(here.event(claim)))),
            tuple(_note(claim, here) for claim in dict.fromkeys(claims)),
        )
        for (locator, excerpt), claims in gathered.items()
    ]


def _note(claim: str, here: Here) -> Note:
    found = phrases(here.event(claim))
    shown = "; ".join(clean(phrase) for phrase in found) or "no date given"
    return Note(claim_line(claim, here), here.aligned.numbers[claim], shown)


def _facts(source: str, record: Source, here: Here) -> list[FactView]:
    """List what is known of the document and what is held of it."""
    facts = [FactView("ID", Markup("<code>{}</code>").format(source))]
    if record.author:
        facts.append(FactView("Author", plain(record.author)))
    publisher = here.publisher(record)
    if publisher:
        shown: Markup | str = (
            Markup('<a href="{}">{}</a>').format(publisher.url, publisher.name)
            if publisher.url
            else publisher.name
        )
        facts.append(FactView("Publisher", shown))
    facts.append(FactView("Published", _day(record.published)))
    if record.updated:
        facts.append(FactView("Updated", _day(record.updated)))
    if record.captured:
        facts.append(FactView("Captured", _day(record.captured)))
    if record.url:
        facts.append(FactView("Address", plain(record.url)))
    else:
        facts.append(FactView("Address", plain(record.no_url) if record.no_url else "none recorded"))
    facts.append(FactView("Archive", plain(record.archive_url) if record.archive_url else "not archived"))
    facts.append(
        FactView("Held", HELD[record.held] if record.held else "Not recorded whether a copy is held.")
    )
    if record.file:
        facts.append(FactView("File", plain(record.file)))
    if record.sha256:
        facts.append(FactView("SHA-256", Markup("<code>{}</code>").format(plain(record.sha256))))
    return facts


def _day(dating: Dating | None) -> str:
    if dating is None:
        return "not known"
    return words.result(dating) + (" (editor’s reading)" if dating.by_editor else "")
