"""What the search in the header reads: every record under all of its names, every claim, and the other pages.

What enters: the timeline as it is shown, the finished pages, and the hand-written ones. What leaves: one JSON file, which
a browser loads when somebody first uses the search. It holds the words as people read them; how they are compared is the
business of `assets/js/finding.js`. Claims name their speakers, places, topics and sources by number, so that a place is
found by each of its names, and with it the claims about it, while every name is written once.

Removed claims, and what only they mention, are not in the timeline that enters here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.drawings.marks import corners, wrapped
from timeline.links import address as address_of
from timeline.model import Record
from timeline.pages.here import FOLDERS, Here
from timeline.pages.marks import number
from timeline.pages.page import Kind, Page
from timeline.text import plain
from timeline.wording import wording_for

PATH = "search/index.json"
"""Where it stands in the site; `assets/js/search.js` knows it."""

OTHER_PAGES: frozenset[Kind] = frozenset({"add", "data", "index", "map", "method", "reference"})
"""Kinds of page that are found by their titles and headings; all else is found as a record."""

LONGEST = 4000
"""Characters of a hand-written page that are searched besides its headings."""

Entry = tuple[str, str, list[str], str]
"""Last part of the address, name, other names, and what is said beside it."""


def search_index(here: Here, pages: Iterable[Page], handwritten: Mapping[str, bytes]) -> bytes:
    """Write the index.

    Args:
        here: The home page's view of the whole.
        pages: The generated pages.
        handwritten: Hand-written pages: path under the docs folder -> Markdown.
    """
    made = list(pages)
    records = _records(here)
    numbers = {
        registry: {record.id: position for position, record in enumerate(inside)}
        for registry, inside in records.items()
    }
    titles = {page.path: plain(page.title) for page in made}
    groups = {
        registry: {
            "folder": FOLDERS[registry],
            "label": titles.get(f"{FOLDERS[registry]}/index.md", ""),
            "records": [_entry(registry, record, here) for record in inside],
        }
        for registry, inside in records.items()
    }
    words = wording_for(here.timeline.settings.language)
    groups["pages"] = {
        "folder": "",
        "label": words.text("search.pages"),
        "records": [*_generated(made), *_handwritten(handwritten)],
    }
    unnamed = next((event for event in map(here.event, here.aligned.order) if not event.by), None)
    document = {
        "words": {
            "claims": titles.get("c/index.md", ""),
            "nobody": here.speakers_text(unnamed) if unnamed else "",
            "nothing": words.text("search.nothing", query="{query}"),
            "all": words.text("search.all", n="{n}"),
        },
        "lanes": [
            {
                "label": plain(lane.narrative.short),
                "slot": wrapped(lane.slot),
                "points": " ".join(
                    f"{number(x)},{number(y)}" for x, y in corners(wrapped(lane.slot), radius=5.5)
                ),
            }
            for lane in here.aligned.lanes
        ],
        "groups": groups,
        "claims": _claims(here, numbers),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _records(here: Here) -> dict[str, list[Any]]:
    """List the records of each registry, those with most claims first."""
    timeline, order = here.timeline, here.aligned.order
    claims = [here.event(claim) for claim in order]
    counts = {
        "speakers": Counter(by for event in claims for by in {*event.by, *event.via}),
        "places": Counter(place for event in claims for place in {*event.places, *event.said_at}),
        "topics": Counter(about.topic for event in claims for about in event.about),
        "sources": Counter(citation.source for event in claims for citation in event.citations),
    }
    registries: dict[str, Mapping[str, Record]] = {
        "speakers": timeline.speakers,
        "places": timeline.places,
        "topics": timeline.topics,
        "sources": timeline.sources,
    }
    found: dict[str, list[Any]] = {
        registry: sorted(records.values(), key=lambda record: (-counts[registry][record.id], record.id))
        for registry, records in registries.items()
    }
    return {**found, "narratives": [lane.narrative for lane in here.aligned.lanes]}


def _entry(registry: str, record: Any, here: Here) -> Entry:  # noqa: ANN401 - a record of any registry
    """Write a record with all of its names, those included that rest on an editor's judgement."""
    others: Iterable[str] = ()
    beside: Iterable[str | None] = ()
    match registry:
        case "speakers":
            name, others, beside = record.name, (one.name for one in record.names), (record.role,)
        case "places":
            above = here.timeline.places.get(record.part_of or "")
            name, others = record.name, (one.name for one in record.names)
            beside = (above.name if above else None,)
        case "topics":
            name, others = record.title, (answer.label for answer in record.answers)
        case "sources":
            publisher = here.publisher(record)
            name, beside = record.title, (publisher.name if publisher else None, record.author)
        case _:
            name, others, beside = record.label, (record.short,), (record.description,)
    return (
        record.id,
        plain(name),
        [one for one in dict.fromkeys(map(plain, others)) if one != plain(name)],
        " · ".join(plain(one) for one in beside if one),
    )


def _claims(here: Here, numbers: Mapping[str, Mapping[str, int]]) -> list[list[Any]]:
    """Write the claims in the order of time, with what they name by number."""
    lanes = {lane.id: position for position, lane in enumerate(here.aligned.lanes)}

    def known(registry: str, ids: Iterable[str]) -> list[int]:
        return [numbers[registry][one] for one in dict.fromkeys(ids) if one in numbers[registry]]

    found = []
    for claim in here.aligned.order:
        event = here.event(claim)
        words = [event.claim, *([event.quote.text, event.quote.translation] if event.quote else [])]
        text = " ".join(dict.fromkeys(plain(one) for one in words if one))
        found.append(
            [
                event.id,
                plain(event.title) if event.title else "",
                text,
                here.when(claim),
                lanes[here.lanes_by_claim[claim].id],
                known("speakers", event.by),
                known("places", (*event.places, *event.said_at)),
                known("topics", (about.topic for about in event.about)),
                known("sources", (citation.source for citation in event.citations)),
            ]
        )
    return found


def _generated(pages: Iterable[Page]) -> list[Entry]:
    """List the generated pages that are no record's."""
    return [
        (page.address, plain(page.title), _headings(page.body), plain(page.description))
        for page in pages
        if page.kind in OTHER_PAGES and page.listed
    ]


def _headings(body: str) -> list[str]:
    """Give the headings of a page that is written in Markdown, but its first."""
    found = re.findall(r"(?m)^#{2,6} (.+?)(?: \{#[^}]*\})?$", body)
    return [re.sub(r"\\(.)", r"\1", heading) for heading in found]


def _handwritten(pages: Mapping[str, bytes]) -> list[Entry]:
    """List the hand-written pages: title, headings, and the words of their beginning."""
    found: list[Entry] = []
    for path, content in sorted(pages.items()):
        text = content.decode("utf-8", errors="replace").replace("\r\n", "\n")
        front, text = _front_matter(text)
        titled = re.search(r"(?m)^title:[ \t]*(.+?)[ \t]*$", front)
        headings = [_words(heading) for heading in re.findall(r"(?m)^#{1,6} (.+?)(?: \{[^}]*\})?$", text)]
        name = _words(titled[1].strip("\"'")) if titled else next(iter(headings), path.removesuffix(".md"))
        rest = re.sub(r"(?ms)^(#{1,6} .*?$|```.*?^```$)", "", text)
        found.append(
            (address_of(path), name, [one for one in headings if one != name], _words(rest)[:LONGEST])
        )
    return found


def _front_matter(text: str) -> tuple[str, str]:
    """Part a hand-written page into its front matter and its words."""
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) > 0:
        return text[4 : end + 1], text[end + 5 :]
    return "", text


def _words(markdown: str) -> str:
    """Drop the commonest signs of Markdown; what is left is shown as text, so nothing depends on this but its look."""
    without = re.sub(r"!?\[([^\[\]]*)\]\([^()\s]*\)", r"\1", markdown)
    without = re.sub(r"(?m)<[^<>]*>|[`*_|>]|^[-=:| ]+$", " ", without)
    return plain(without)
