"""What every part of the book knows: the aligned timeline, the wording, and how claims are named by their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from string import Formatter
from typing import Literal

from timeline import wording
from timeline.align import Aligned, Lane, home_zone
from timeline.dates import Resolution
from timeline.dossier.paper import Paper
from timeline.dossier.setting import Json, Setting, merged
from timeline.drawings.words import Words
from timeline.model import Event, Timeline
from timeline.text import plain
from timeline.wording import Wording

Side = Literal["date", "said"]
"""When something happened, or when it was said."""


MOST_LINKED = 200
"""Claims in a book up to which every mention of one leads to it."""


@dataclass(frozen=True)
class Whole:
    """The whole timeline, and how its book is set."""

    timeline: Timeline
    aligned: Aligned
    paper: Paper
    words: Wording
    claims: frozenset[str] | None = None
    """The claims that this volume prints; `None` for all."""

    volume_of: Mapping[str, int] = field(default_factory=dict)
    """In which volume each claim stands, where there are several."""

    @cached_property
    def wide(self) -> Setting:
        """For text in the full width of a page."""
        return Setting(direction=self.paper.direction, letters=self.paper.letters(self.paper.width))

    @cached_property
    def cell(self) -> Setting:
        """For text in the column of a lane."""
        return Setting(direction=self.paper.direction, letters=self.paper.letters(self.paper.column))

    @cached_property
    def heading(self) -> Setting:
        """For headings, which leave room for words at their end."""
        return Setting(direction=self.paper.direction, letters=34)

    @cached_property
    def display(self) -> Setting:
        """For the title of the book."""
        return Setting(direction=self.paper.direction, letters=22)

    @cached_property
    def narrow(self) -> Setting:
        """For text in the narrowest column of a table."""
        return Setting(direction=self.paper.direction, letters=18)

    @cached_property
    def lane_index(self) -> dict[str, int]:
        """Place of each claim's lane among the lanes."""
        at = {lane.id: index for index, lane in enumerate(self.aligned.lanes)}
        last = len(at) - 1
        return {claim: at.get(self.timeline.events[claim].narrative, last) for claim in self.aligned.order}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The claims that this volume prints, in time order."""
        if self.claims is None:
            return self.aligned.order
        return tuple(claim for claim in self.aligned.order if claim in self.claims)

    @cached_property
    def here(self) -> Aligned:
        """What this volume prints of the timeline, for drawings, counts and days; numbers and relations are those of the whole."""
        if self.claims is None:
            return self.aligned
        aligned, shown = self.aligned, set(self.order)
        days = {aligned.placed[claim].group for claim in self.order}
        counts = Counter(self.lane(claim).id for claim in self.order)
        withdrawn = Counter(self.lane(claim).id for claim in aligned.withdrawn & shown)
        return replace(
            aligned,
            order=self.order,
            placed={claim: aligned.placed[claim] for claim in self.order},
            groups=tuple(group for group in aligned.groups if group.key in days),
            disputes=tuple(pair for pair in aligned.disputes if shown.issuperset(pair)),
            withdrawn=aligned.withdrawn & shown,
            lanes=tuple(
                replace(lane, count=counts[lane.id], withdrawn=withdrawn[lane.id]) for lane in aligned.lanes
            ),
        )

    @cached_property
    def heights(self) -> dict[str, float]:
        """Estimated heights of claims, points, as far as they have been asked for."""
        return {}

    def prints(self, claim: str) -> bool:
        """Tell whether this volume prints a claim."""
        return claim in self.aligned.placed and (self.claims is None or claim in self.claims)

    def event(self, claim: str) -> Event:
        """A claim that is shown."""
        return self.timeline.events[claim]

    def lane(self, claim: str) -> Lane:
        """Its lane."""
        return self.aligned.lanes[self.lane_index[claim]]

    def number(self, claim: str, *, linked: bool = False) -> Json:
        """Refer to a claim by its number in brackets, which leads to it if this volume prints it.

        Every link costs memory while the book is set, so in a large one only those that are asked for are links.
        """
        number = self.aligned.numbers[claim]
        if self.prints(claim) and (linked or len(self.order) <= MOST_LINKED):
            return {"t": f"[{number}]", "n": number}
        if not self.prints(claim) and claim in self.volume_of:
            return self.text("in-volume", number=number, volume=self.volume_of[claim])
        return f"[{number}]"

    def numbers(self, claims: Iterable[str], *, linked: bool = False) -> list[Json]:
        """Refer to several claims in the order of their numbers, those that follow one another as a range."""
        found = sorted(claims, key=self.aligned.numbers.__getitem__)
        made: list[Json] = []
        for run in _runs(found, [self.aligned.numbers[claim] for claim in found]):
            if made:
                made.append(", ")
            made.append(self.number(run[0], linked=linked))
            if len(run) > 1:
                made += ["–" if len(run) > 2 else ", ", self.number(run[-1], linked=linked)]
        return made if linked or len(self.order) <= MOST_LINKED else merged(made)

    def who(self, claim: str) -> str:
        """Name who makes a claim, plainly."""
        named = [self.speaker(by) for by in self.event(claim).by]
        return self.words.listed(named) or self.words.text("dossier.no-speaker")

    def speaker(self, record: str) -> str:
        """Name a speaker as printed in the source."""
        speaker = self.timeline.speakers.get(record)
        return plain(speaker.name) if speaker else record

    def place(self, record: str) -> str:
        """Name a place as printed in the source."""
        place = self.timeline.places.get(record)
        return plain(place.name) if place else record

    def topic(self, record: str) -> str:
        """Name a topic."""
        topic = self.timeline.topics.get(record)
        return plain(topic.title) if topic else record

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """Number of each source in the list of sources, from 1."""
        return {source: number for number, source in enumerate(self.timeline.sources, 1)}

    @cached_property
    def several_sources(self) -> bool:
        """Whether claims have to say which source they are from."""
        return len(self.timeline.sources) > 1

    @cached_property
    def years(self) -> bool:
        """Whether short dates carry the year."""
        return wording.several_years(self.aligned)

    def when(self, claim: str) -> str:
        """When a claim is said to have happened, shortly; a time with its clock where that does not go without saying."""
        event = self.event(claim)
        shown = wording.when(
            self.words, event, self.aligned.placed[claim], year=self.years, known=self.limits_known(event)
        )
        return " ".join(filter(None, [shown, self.zone_note(event, "date")]))

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

    def home_zone(self, event: Event, side: Side) -> str | None:
        """The zone that a reader expects of a claim's date, or of its saying: the place's, else the project's."""
        return home_zone(event.places if side == "date" else event.said_at, self.timeline)

    def zone_note(self, event: Event, side: Side) -> str:
        """Which clock a time of a claim is on, where that does not go without saying."""
        dating = event.date if side == "date" else event.said
        return wording.zone_note(
            self.words, dating, self.home_zone(event, side), mixed=self.aligned.clock.mixed
        )

    @cached_property
    def drawing_words(self) -> Words:
        """What drawings must know of the words of this timeline."""
        periods = {
            group.key: wording.long(self.words, group.period) for group in self.aligned.groups if group.period
        }
        return Words(periods=periods, years=self.years, wording=self.words)

    def text(self, key: str, **values: object) -> str:
        """Say a message of the dossier."""
        return self.words.text(f"dossier.{key}", **values)

    def say(self, key: str, **values: Sequence[Json]) -> list[Json]:
        """Say a message of the dossier whose values are set texts."""
        made: list[Json] = []
        for before, name, _, _ in Formatter().parse(self.words.pattern(f"dossier.{key}")):
            made += [before] if before else []
            made += values[name] if name else []
        return made

    def counted(self, number: int, withdrawn: int = 0) -> str:
        """Count claims."""
        return wording.counted_claims(self.words, number, withdrawn)

    def lane_order(self) -> str:
        """Say in which order the lanes stand, and why."""
        names = "; ".join(plain(lane.narrative.label) for lane in self.aligned.lanes)
        if not names:
            return self.text("no-lanes")
        return self.text("lanes-by-project" if self.timeline.settings.lanes else "lanes-by-rule", lanes=names)


def _runs(claims: Sequence[str], numbers: Sequence[int]) -> list[list[str]]:
    made: list[list[str]] = []
    last = None
    for claim, number in zip(claims, numbers, strict=True):
        if last is not None and number == last + 1:
            made[-1].append(claim)
        else:
            made.append([claim])
        last = number
    return made
