"""Aligned timeline -> pages.

What enters: an `Aligned` and the `Timeline` it was made from. What leaves: every generated page of the site, each a
pure function of few records, sorted by path. What it refuses: nothing; an empty timeline gives a site that says so.
Jinja stays inside this package, and contributor text reaches a page only through `timeline.text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.align import Aligned
from timeline.exports import DataFile, data_set
from timeline.model import Timeline
from timeline.pages.add import add_page
from timeline.pages.claim import claim_page
from timeline.pages.data import data_page
from timeline.pages.embed import embed_pages
from timeline.pages.filters import filter_files
from timeline.pages.here import ADD, DATA, HOME, MAP, Here, page_path
from timeline.pages.indexes import index_pages
from timeline.pages.linked_data import with_linked_data
from timeline.pages.map import map_page
from timeline.pages.method import method_page
from timeline.pages.page import Page, address, link
from timeline.pages.period_page import timeline_pages
from timeline.pages.redirect import redirect_pages
from timeline.pages.reference import codes_page, fields_page
from timeline.pages.registry import narrative_page, place_page, speaker_page
from timeline.pages.search_index import PATH as SEARCH_INDEX
from timeline.pages.search_index import search_index
from timeline.pages.source import source_pages
from timeline.pages.topic import topic_pages
from timeline.volumes import Volume

__all__ = ["SEARCH_INDEX", "Page", "address", "index_for_search", "link", "render", "rendered"]

_MAKERS = (
    ("claims", claim_page),
    ("speakers", speaker_page),
    ("places", place_page),
    ("narratives", narrative_page),
)


def render(
    aligned: Aligned,
    timeline: Timeline,
    data: Sequence[DataFile] | None = None,
    *,
    dossier: Sequence[Volume] = (),
) -> tuple[Page, ...]:
    """Make every page, as `rendered` does, without the files beside them."""
    return rendered(aligned, timeline, data, dossier=dossier)[0]


def rendered(
    aligned: Aligned,
    timeline: Timeline,
    data: Sequence[DataFile] | None = None,
    *,
    dossier: Sequence[Volume] = (),
) -> tuple[tuple[Page, ...], Mapping[str, bytes]]:
    """Make every page, and the files that scripts of a large timeline ask for: path under the site -> bytes.

    Args:
        aligned: The aligned timeline.
        timeline: What it was made from, without the words of removed claims.
        data: The data files, which the Data page lists; they are made here if left out.
        dossier: The PDFs that pages link to.
    """
    here = Here(aligned, timeline, HOME, tuple(dossier))
    files = data_set(timeline) if data is None else data
    records = {
        "claims": timeline.events,
        "speakers": timeline.speakers,
        "places": timeline.places,
        "narratives": {lane.id: lane for lane in aligned.lanes},
    }
    pages = [
        *timeline_pages(here),
        *index_pages(here),
        *map_page(here.at(MAP)),
        method_page(here.at("method.md")),
        data_page(here.at(DATA), files),
        add_page(here.at(ADD)),
        codes_page(here.words),
        fields_page(here.words),
    ]
    for registry, make in _MAKERS:
        pages += [make(record, here.at(page_path(registry, record))) for record in records[registry]]
    for topic in timeline.topics:
        pages += topic_pages(topic, here.at(page_path("topics", topic)))
    for source in timeline.sources:
        pages += source_pages(source, here.at(page_path("sources", source)))
    pages += redirect_pages(here)
    described = with_linked_data(pages, here, files)
    return tuple(sorted((*described, *embed_pages(here)), key=lambda page: page.path)), filter_files(here)


def index_for_search(
    aligned: Aligned, timeline: Timeline, pages: Iterable[Page], handwritten: Mapping[str, bytes]
) -> bytes:
    """Write what the search in the header reads.

    Args:
        aligned: The aligned timeline.
        timeline: What it was made from, without the words of removed claims.
        pages: The generated pages that the site has.
        handwritten: Hand-written pages: path under the docs folder -> Markdown.
    """
    return search_index(Here(aligned, timeline, HOME), pages, handwritten)
