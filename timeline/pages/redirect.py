"""Pages at old addresses that lead to the new ones.

What enters: the aliases of records. What leaves: one small page for each, with a visible link. That the reader is sent
on at once, and that search engines learn the new address, is for the theme, which writes the head of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.model import Record, Timeline
from timeline.pages.here import Here, page_path
from timeline.pages.page import Page, link
from timeline.pages.template import render


def redirect_pages(here: Here) -> Iterator[Page]:
    """Make a page for every old id that no record has now."""
    words = here.words
    for registry, records in registries(here.timeline).items():
        seen = set(records)
        for record in records.values():
            for alias in record.aliases:
                if alias in seen:
                    continue
                seen.add(alias)
                path = page_path(registry, alias)
                target = link(path, page_path(registry, record.id))
                yield Page(
                    path=path,
                    title=words.text("moved.title"),
                    description=words.text("moved.described"),
                    body=render("redirect.html", words, target=target),
                    kind="redirect",
                    lang=words.language,
                    search=False,
                    listed=False,
                    redirect=target,
                )


def registries(timeline: Timeline) -> Mapping[str, Mapping[str, Record]]:
    """All records by registry, under the names that pages use."""
    return {
        "claims": timeline.events,
        "topics": timeline.topics,
        "sources": timeline.sources,
        "speakers": timeline.speakers,
        "places": timeline.places,
        "narratives": timeline.narratives,
    }
