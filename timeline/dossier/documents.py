"""The sources of the book: each document with its full address, its archive copy, its hash, and the words it was cited for.

What enters: the sources of the claims that the book prints. What leaves: their entries in the order of their numbers. The excerpts stand
in the order of the document, each with the numbers of the claims that rest on it.
"""

from __future__ import annotations

from collections import defaultdict

from timeline import wording
from timeline.align import locator_key
from timeline.dossier.datings import explained
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.model import Citation, Dating, Source
from timeline.text import clean, plain, safe_url

ASIDE = 74.0
"""Width of what stands beside an excerpt, points."""

MOST_ASIDE = 2
"""Lines that stand beside an excerpt; more would reach below it, and stand above it instead."""

Passage = dict[tuple[str, str], list[str]]


def source_entries(whole: Whole) -> list[Json]:
    """Make the entries of all sources of the claims that the book prints."""
    cited: defaultdict[str, list[tuple[str, Citation]]] = defaultdict(list)
    for claim in whole.order:
        for citation in whole.event(claim).citations:
            cited[citation.source].append((claim, citation))
    return [
        _entry(source, cited[source.id], whole)
        for source in whole.timeline.sources.values()
        if source.id in cited or whole.claims is None
    ]


def _entry(source: Source, cited: list[tuple[str, Citation]], whole: Whole) -> dict[str, Json]:
    return {
        "number": whole.source_numbers[source.id],
        "title": whole.heading.words(plain(source.title), language=source.language),
        "facts": _facts(source, whole),
        "note": whole.say("editors-note", note=whole.wide.rich(source.note)) if source.note else [],
        "passages": _passages(cited, source, whole),
    }


def _facts(source: Source, whole: Whole) -> list[Json]:
    """List what is known of the document and what is held of it."""
    setting = whole.wide
    facts: list[tuple[str, list[Json]]] = []
    if source.author:
        facts.append(("author", setting.name(source.author)))
    if source.publisher:
        facts.append(("publisher", setting.name(whole.speaker(source.publisher))))
    if source.kind:
        facts.append(("kind", setting.name(source.kind)))
    facts.append(("published", _dated(source.published, whole)))
    if source.updated:
        facts.append(("updated", _dated(source.updated, whole)))
    if source.captured:
        facts.append(("captured", _dated(source.captured, whole)))
    facts.append(("address", _address(source.url, source.no_url or whole.text("no-address"), whole)))
    facts.append(("archive", _address(source.archive_url, whole.text("not-archived"), whole)))
    held = whole.text(f"held-{source.held or 'unknown'}")
    facts.append(("held", [held]))
    if source.file:
        facts.append(("file", setting.words(source.file)))
    if source.sha256:
        facts.append(("sha256", setting.words(source.sha256)))
    facts.append(("record", setting.words(source.id)))
    return [
        {"term": "SHA-256" if term == "sha256" else whole.text(f"term-{term}"), "text": text}
        for term, text in facts
    ]


def _address(url: str | None, missing: str, whole: Whole) -> list[Json]:
    """Print an address in full; a link only where it may be one."""
    if not url:
        return whole.wide.name(missing)
    address = safe_url(url)
    words_ = whole.wide.words(url)
    if address is None:
        return words_
    return [{**(one if isinstance(one, dict) else {"t": one}), "url": address} for one in words_]


def _dated(dating: Dating | None, whole: Whole) -> list[Json]:
    """Say when, and how that is known."""
    if dating is None:
        return [whole.text("date-not-known")]
    found = wording.result(whole.words, dating)
    if dating.by_editor:
        found = whole.text("as-editor-reads", date=found)
    shown = whole.say("as-recorded", date=[found], phrase=whole.wide.words(dating.phrase))
    for limit in dating.limits:
        shown += [" ", *explained(limit[:1].upper() + limit[1:] + ".", whole)]
    if dating.basis:
        shown += [" ", *whole.say("editors-basis", basis=whole.wide.rich(dating.basis))]
    return shown


def _passages(cited: list[tuple[str, Citation]], source: Source, whole: Whole) -> list[Json]:
    """Gather claims that share an excerpt."""
    gathered: Passage = {}
    for claim, citation in sorted(cited, key=lambda item: locator_key(item[1].locator)):
        key = (plain(citation.locator or ""), clean(citation.excerpt or ""))
        gathered.setdefault(key, []).append(claim)
    made: list[Json] = []
    bare: dict[str, list[str]] = {}

    def aside(locator: str) -> bool:
        return whole.paper.lines(locator, ASIDE, whole.paper.sans) <= MOST_ASIDE

    for (locator, excerpt), claims in gathered.items():
        if not excerpt:
            bare.setdefault(locator, []).extend(claims)
            continue
        made.append(
            {
                "where": whole.narrow.words(locator),
                "aside": aside(locator),
                "claims": whole.numbers(dict.fromkeys(claims)),
                "excerpt": whole.wide.paragraph(excerpt, language=source.language, rich=False),
            }
        )
    for locator, claims in bare.items():
        where: list[Json] = whole.narrow.words(locator) if locator else [whole.text("no-place-in-source")]
        made.append(
            {
                "where": where,
                "aside": aside(locator),
                "claims": whole.numbers(dict.fromkeys(claims)),
                "excerpt": None,
            }
        )
    return made
