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
from timeline.pages.data import data_page
from timeline.pages.embed import embed_pages
from timeline.pages.filters import filter_files
from timeline.pages.here import DATA, HOME, MAP, Here
from timeline.pages.linked_data import with_linked_data
from timeline.pages.makers import record_pages, records_with_pages, small_pages
from timeline.pages.map import map_page
from timeline.pages.page import Page, address, link
from timeline.pages.period_page import timeline_pages
from timeline.pages.search_index import PATH as SEARCH_INDEX
from timeline.pages.search_index import search_index
from timeline.volumes import Volume

__all__ = ["SEARCH_INDEX", "Page", "address", "index_for_search", "link", "render", "rendered"]


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
    pages = [
        *timeline_pages(here),
        *map_page(here.at(MAP)),
        data_page(here.at(DATA), files),
        *small_pages(here),
    ]
    for registry, records in records_with_pages(here).items():
        for record in records:
            pages += record_pages(registry, record, here)
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
