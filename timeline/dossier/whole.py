"""What every part of the book knows: the aligned timeline, the wording, and how claims are named by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.align import Aligned, Lane
from timeline.dossier.paper import Paper
from timeline.dossier.setting import Json, Setting
from timeline.model import Event, Timeline
from timeline.pages import words
from timeline.pages.here import HOME, Here
from timeline.text import plain


@dataclass(frozen=True)
class Whole:
    """The whole timeline, and how its book is set."""

    timeline: Timeline
    aligned: Aligned
    paper: Paper
    claims: frozenset[str] | None = None
    """The claims that this volume prints; `None` for all."""

    @cached_property
    def here(self) -> Here:
        """What pages know; dates and names are worded as there."""
        return Here(self.aligned, self.timeline, HOME)

    @cached_property
    def wide(self) -> Setting:
        """For text in the full width of a page."""
        return Setting(direction=self.paper.direction, letters=self.paper.letters(self.paper.width))

    @cached_property
    def cell(self) -> Setting:
        """For text in the column of a lane."""
        return Setting(direction=self.paper.direction, letters=self.paper.letters(self.paper.column))

    @cached_property
    def narrow(self) -> Setting:
        """For text in the narrowest column of a table."""
        return Setting(direction=self.paper.direction, letters=18)

    @cached_property
    def lane_index(self) -> dict[str, int]:
        """Place of each claim's lane among the lanes."""
        at = {lane.id: index for index, lane in enumerate(self.aligned.lanes)}
        return {claim: at[lane.id] for claim, lane in self.here.lanes_by_claim.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The claims that this volume prints, in time order."""
        if self.claims is None:
            return self.aligned.order
        return tuple(claim for claim in self.aligned.order if claim in self.claims)

    def prints(self, claim: str) -> bool:
        """Tell whether this volume prints a claim."""
        return claim in self.aligned.placed and (self.claims is None or claim in self.claims)

    def event(self, claim: str) -> Event:
        """A claim that is shown."""
        return self.timeline.events[claim]

    def lane(self, claim: str) -> Lane:
        """Its lane."""
        return self.here.lanes_by_claim[claim]

    def number(self, claim: str) -> dict[str, Json]:
        """Refer to a claim by its number in brackets, which leads to it if this volume prints it."""
        number = self.aligned.numbers[claim]
        return {"t": f"[{number}]", **({"n": number} if self.prints(claim) else {})}

    def numbers(self, claims: Iterable[str]) -> list[Json]:
        """Refer to several claims in the order of their numbers, those that follow one another as a range."""
        found = sorted(claims, key=self.aligned.numbers.__getitem__)
        made: list[Json] = []
        for run in _runs(found, [self.aligned.numbers[claim] for claim in found]):
            if made:
                made.append(", ")
            made.append(self.number(run[0]))
            if len(run) > 1:
                made += ["–" if len(run) > 2 else ", ", self.number(run[-1])]
        return made

    def who(self, claim: str) -> str:
        """Name who makes a claim, plainly."""
        return self.here.speakers_text(self.event(claim))

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

    def source_number(self, record: str) -> int:
        """Number of a source in the list of sources, from 1."""
        return self.here.source_numbers[record]

    @cached_property
    def several_sources(self) -> bool:
        """Whether claims have to say which source they are from."""
        return len(self.timeline.sources) > 1

    def counted(self, number: int, withdrawn: int = 0) -> str:
        """Count claims."""
        return words.count_claims(number, withdrawn)


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
