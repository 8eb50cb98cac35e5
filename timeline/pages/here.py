"""What every page knows: the aligned timeline, and where the page itself stands, so that its links are relative.

What enters: an `Aligned` and its `Timeline`. What leaves: addresses of other pages as seen from one page, names with
links, and the records to print. A record that is not on file gives its id as a plain name, never a dead link.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from timeline import wording
from timeline.align import Aligned, Lane, home_zone
from timeline.dates import Resolution
from timeline.drawings.map.places import map_places
from timeline.model import Event, Source, Timeline
from timeline.pages.calendars import Calendars
from timeline.pages.page import link
from timeline.pages.periods import Periods, periods
from timeline.text import plain
from timeline.volumes import Volume
from timeline.wording import Wording, wording_for

FOLDERS = {
    "claims": "c",
    "topics": "t",
    "sources": "s",
    "speakers": "p",
    "places": "l",
    "narratives": "n",
}
"""Where the pages of each registry stand."""

HOME, DISPUTES, METHOD, MAP = "index.md", "by/disputes.md", "method.md", "map.md"
DATA, ADD = "data/index.md", "add.md"
CODES, FIELDS = "reference/codes.md", "reference/fields.md"


@dataclass(frozen=True, slots=True)
class Named:
    """A name, with the address of its page where it has one."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What a claim in one line says, whatever page it stands on."""

    title: str
    who: str
    when: str
    lane: Lane
    hollow: bool
    withdrawn: bool


@dataclass(frozen=True)
class Here:
    """One page's view of the whole."""

    aligned: Aligned
    timeline: Timeline
    path: str
    dossier: tuple[Volume, ...] = ()
    """The PDFs that there will be."""

    @cached_property
    def words(self) -> Wording:
        """The words of the interface, in the language of the project."""
        return wording_for(self.timeline.settings.language)

    @cached_property
    def years(self) -> bool:
        """Whether short dates carry the year."""
        return wording.several_years(self.aligned)

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """Number of each source, in the order of their ids."""
        return {source: number for number, source in enumerate(self.timeline.sources, 1)}

    @cached_property
    def lanes_by_claim(self) -> Mapping[str, Lane]:
        """Lane of each claim that is shown."""
        lanes = {lane.id: lane for lane in self.aligned.lanes}
        last = self.aligned.lanes[-1] if self.aligned.lanes else None
        found = {
            claim: lanes.get(self.timeline.events[claim].narrative, last) for claim in self.aligned.order
        }
        return {claim: lane for claim, lane in found.items() if lane is not None}

    @cached_property
    def lines(self) -> dict[str, LineFacts]:
        """What has been said of claims in one line so far. A claim of a large timeline stands in a hundred tables."""
        return {}

    @cached_property
    def has_map(self) -> bool:
        """Whether there is a page of the map: where no claim names a place with coordinates, there is none."""
        return bool(map_places(self.aligned, self.timeline).placed)

    @cached_property
    def periods(self) -> Periods:
        """The pages that a large timeline is split into."""
        return periods(self.aligned)

    @cached_property
    def calendars(self) -> Calendars:
        """How many claims fall on each of their days."""
        return Calendars(self.aligned, self.lanes_by_claim, self.periods, self.words)

    def label(self, name: str) -> str:
        """The head of a column, or the term of a fact."""
        return self.words.text(f"label.{name}")

    def at(self, path: str) -> Here:
        """The same timeline from another page."""
        there = Here(self.aligned, self.timeline, path, self.dossier)
        # What was computed once holds for every page.
        for name in (
            "words",
            "years",
            "source_numbers",
            "lanes_by_claim",
            "lines",
            "periods",
            "calendars",
            "has_map",
        ):
            there.__dict__[name] = getattr(self, name)
        return there

    def to(self, path: str, fragment: str = "") -> str:
        """Address of a page, as seen from here."""
        return link(self.path, path, fragment)

    def url(self, registry: str, record: str) -> str:
        """Address of a record's page."""
        return self.to(page_path(registry, record))

    def stands(self, claim: str) -> str:
        """Address of the place where a claim stands whole on the timeline."""
        page = self.periods.by_claim.get(claim)
        return self.to(page.path if page else self.timeline_path, f"c-{claim}")

    @cached_property
    def timeline_path(self) -> str:
        """The page on which all claims stand, where they stand on one."""
        return HOME

    def index(self, registry: str) -> str:
        """Address of a registry's index page."""
        return self.to(f"{FOLDERS[registry]}/index.md")

    def event(self, claim: str) -> Event:
        """A claim that is shown."""
        return self.timeline.events[claim]

    def when(self, claim: str, *, year: bool = False) -> str:
        """When a claim is said to have happened, shortly; with its year where the timeline spans several, or if asked."""
        event, placed = self.event(claim), self.aligned.placed[claim]
        known = self.limits_known(event)
        shown = wording.when(self.words, event, placed, year=year or self.years, known=known)
        return " ".join(filter(None, [shown, self.zone_note(claim, "date")]))

    def limits_known(self, event: Event) -> list[Resolution]:
        """Dates that may set a limit to a claim's: its saying, its sources' publication, what the editor names."""
        found = [event.said.resolution]
        sources = (self.timeline.sources.get(citation.source) for citation in event.citations)
        found += [source.published.resolution for source in sources if source and source.published]
        for dating in (event.date, event.said):
            for bound in (dating.not_before, dating.not_after):
                other = self.timeline.events.get(bound.event) if bound and bound.event else None
                if other is not None and not other.removed:
                    found += [other.said.resolution, other.date.resolution]
        return found

    def home_zone(self, claim: str, side: Literal["date", "said"]) -> str | None:
        """The zone that a reader expects of a claim's date, or of its saying: the place's, else the project's."""
        event = self.event(claim)
        return home_zone(event.places if side == "date" else event.said_at, self.timeline)

    def zone_note(self, claim: str, side: Literal["date", "said"]) -> str:
        """Which clock a time of a claim is on, where that does not go without saying."""
        event = self.event(claim)
        dating = event.date if side == "date" else event.said
        mixed = self.aligned.clock.mixed
        return wording.zone_note(self.words, dating, self.home_zone(claim, side), mixed=mixed)

    def speaker(self, record: str) -> Named:
        """A speaker, as printed in the source."""
        speaker = self.timeline.speakers.get(record)
        return Named(plain(speaker.name), self.url("speakers", record)) if speaker else Named(record)

    def place(self, record: str) -> Named:
        """A place, as printed in the source."""
        place = self.timeline.places.get(record)
        return Named(plain(place.name), self.url("places", record)) if place else Named(record)

    def topic(self, record: str) -> Named:
        """A topic."""
        topic = self.timeline.topics.get(record)
        return Named(plain(topic.title), self.url("topics", record)) if topic else Named(record)

    def publisher(self, source: Source) -> Named | None:
        """Who published a source: a speaker on file, or a name."""
        if source.publisher is None:
            return None
        if source.publisher in self.timeline.speakers:
            return self.speaker(source.publisher)
        return Named(plain(source.publisher))

    def speakers_text(self, event: Event) -> str:
        """The speakers of a claim in words."""
        return self.words.listed(self.speaker(by).name for by in event.by) or self.words.text(
            "claim.no-speaker"
        )


def page_path(registry: str, record: str) -> str:
    """Path of a record's page."""
    return f"{FOLDERS[registry]}/{record}.md"
