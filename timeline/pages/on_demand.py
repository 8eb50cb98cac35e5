"""The pages of a large timeline, each made when somebody asks for it: what a preview shows.

Enters: an aligned timeline. Leaves: the page at an address, the same that `render` makes of it, save for what only
programs read (JSON-LD). A page costs a few milliseconds and all of them half a minute, so a preview that made all of
them after every change could not be worked with.

What it takes on trust: that no page of a period is heavier than the one with the most claims. Each is weighed when the site
is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial

from timeline.align import Aligned
from timeline.exports import DataFile, data_set
from timeline.model import Timeline
from timeline.pages.controls import Chip, chips
from timeline.pages.data import data_page
from timeline.pages.embed import FRAMED, embed_page
from timeline.pages.filters import filter_files
from timeline.pages.here import DATA, FOLDERS, HOME, MAP, Here
from timeline.pages.home import home_page
from timeline.pages.makers import record_pages, records_with_pages, small_pages
from timeline.pages.map import map_page
from timeline.pages.page import Page, address
from timeline.pages.period_page import drawn_whole, period_page, weigh
from timeline.pages.periods import Period
from timeline.pages.strip import Strip

REGISTRIES: Mapping[str, str] = {folder: registry for registry, folder in FOLDERS.items()}
"""Which records stand in which folder."""


class OnDemand:
    """A large timeline, page by page."""

    def __init__(self, aligned: Aligned, timeline: Timeline) -> None:
        self._here = Here(aligned, timeline, HOME)
        self._made: dict[str, Page] = {}

    @staticmethod
    def suits(aligned: Aligned, timeline: Timeline) -> bool:
        """Whether a timeline is so large that it stands on several pages."""
        return bool(Here(aligned, timeline, HOME).periods.pages)

    def page(self, wanted: str) -> Page | None:
        """Make the page at an address.

        Args:
            wanted: A directory URL relative to the root of the site, such as `c/zelensky-troops-present/`.
        """
        if wanted not in self._made:
            self._made |= {page.address: page for page in self._making(wanted)}
        return self._made.get(wanted)

    def file(self, path: str) -> bytes | None:
        """Write a data file, or one that scripts ask for: by its path under the site."""
        if path.startswith("filters/"):
            return self._filters.get(path)
        if path.startswith("data/"):
            return next((file.content for file in self._data if file.path == path), None)
        return None

    @cached_property
    def small(self) -> tuple[Page, ...]:
        """Pages that need not wait."""
        return small_pages(self._split)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Markdown paths of the pages that navigation can name."""
        single = (HOME, DATA, *((MAP,) if self._here.has_map else ()))
        return (*single, *(page.path for page in self.small))

    def _making(self, wanted: str) -> Iterable[Page]:
        """Make what stands at an address: one page, or all those of one record."""
        if wanted in self._whole:
            return self._whole[wanted]()
        if wanted.startswith(address(MAP)):
            return map_page(self._split.at(MAP))
        folder, _, rest = wanted.removeprefix("embed/").partition("/")
        registry, record = REGISTRIES.get(folder), rest.partition("/")[0]
        if registry is None or record not in records_with_pages(self._here)[registry]:
            return self.small
        if wanted.startswith("embed/"):
            return [embed_page(each, record, self._split) for each in FRAMED if each == registry]
        return record_pages(registry, record, self._split)

    @cached_property
    def _whole(self) -> Mapping[str, Callable[[], Iterable[Page]]]:
        """The pages that are about the timeline as a whole, and those of its periods."""
        here = self._split
        return {
            address(HOME): lambda: [home_page(here, known=self._known)],
            address(DATA): lambda: [data_page(here.at(DATA), self._data)],
            **{address(period.path): partial(self._period, period) for period in here.periods.pages},
        }

    def _period(self, period: Period) -> list[Page]:
        return [period_page(period, self._drawn, self._split.at(period.path), self._known)]

    @cached_property
    def _known(self) -> tuple[Chip, ...]:
        return tuple(chips(self._here, self._here.aligned.order))

    @cached_property
    def _split(self) -> Here:
        """The timeline once it is known which claim stands on which page."""
        weigh(self._here, self._known)
        return self._here

    @cached_property
    def _filters(self) -> Mapping[str, bytes]:
        return filter_files(self._split)

    @cached_property
    def _drawn(self) -> Strip | None:
        return drawn_whole(self._here)

    @cached_property
    def _data(self) -> tuple[DataFile, ...]:
        return data_set(self._here.timeline)
