"""Which function makes which pages: the one list for a build, which makes them all, and a preview, which makes some.

Enters: a view of the whole. Leaves: the pages of one record, and those that cost next to nothing. The timeline itself, the
map and the Data page are not here: whoever wants them decides when to pay for them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from timeline.pages.add import add_page
from timeline.pages.claim import claim_page
from timeline.pages.here import ADD, METHOD, Here, page_path
from timeline.pages.indexes import index_pages
from timeline.pages.method import method_page
from timeline.pages.page import Page
from timeline.pages.redirect import redirect_pages
from timeline.pages.reference import codes_page, fields_page
from timeline.pages.registry import narrative_page, place_page, speaker_page
from timeline.pages.source import source_pages
from timeline.pages.topic import topic_pages

_MAKERS: Mapping[str, Callable[[str, Here], Iterable[Page]]] = {
    "claims": lambda record, here: [claim_page(record, here)],
    "topics": topic_pages,
    "sources": source_pages,
    "speakers": lambda record, here: [speaker_page(record, here)],
    "places": lambda record, here: [place_page(record, here)],
    "narratives": lambda record, here: [narrative_page(record, here)],
}


def records_with_pages(here: Here) -> Mapping[str, Collection[str]]:
    """List the ids of all records that have pages, by registry; lanes are those that are shown."""
    timeline = here.timeline
    return {
        "claims": timeline.events,
        "topics": timeline.topics,
        "sources": timeline.sources,
        "speakers": timeline.speakers,
        "places": timeline.places,
        "narratives": {lane.id: lane for lane in here.aligned.lanes},
    }


def record_pages(registry: str, record: str, here: Here) -> Iterable[Page]:
    """Make the pages of a record: one, or several where it has very many claims.

    Args:
        registry: As `records_with_pages` names it.
        record: Its id; it is one of those.
        here: The view from anywhere.
    """
    return _MAKERS[registry](record, here.at(page_path(registry, record)))


def small_pages(here: Here) -> tuple[Page, ...]:
    """Make the pages that cost next to nothing: indexes, method, form, reference, moved records."""
    return (
        *index_pages(here),
        method_page(here.at(METHOD)),
        add_page(here.at(ADD)),
        codes_page(here.words),
        fields_page(here.words),
        *redirect_pages(here),
    )
