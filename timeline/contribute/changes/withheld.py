"""Keeps what was removed out of a comparison: neither side may tell it, the one before least of all.

What enters: the timelines of both sides, and which claims became which. What leaves: the base without the claims that
the branch removes, as if they had been removed before; and a judge of texts, which knows their words and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from timeline.compiler import Build
from timeline.contribute.changes.values import NOT_SHOWN, Value
from timeline.model import Event, Timeline
from timeline.removal import mentions, names_of, without_removed

REGISTRIES = ("sources", "speakers", "places", "topics", "narratives")
SHORTEST = 3
"""Characters of a word that is looked for in texts; shorter ones are in every text."""

NAME = 4
"""Characters of a part of a speaker's name, such as a surname, that tells by itself who is meant."""


@dataclass(frozen=True)
class Withheld:
    """The words that no summary may carry."""

    words: frozenset[str]
    ids: frozenset[tuple[str, str]]
    """Registry and id of each record that only removed claims name."""

    paths: frozenset[str]
    """The files of removed claims, about which nothing but their place is told."""

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        long = sorted({" ".join(word.split()) for word in self.words}, key=lambda word: (-len(word), word))
        found = [re.escape(word).replace(r"\ ", r"\s+") for word in long if len(word) >= SHORTEST]
        return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE) if found else None

    def tells(self, *texts: str) -> bool:
        """Tell whether one of some texts has such words."""
        pattern = self._pattern
        return pattern is not None and any(pattern.search(text) for text in texts)

    def value(self, value: Value) -> Value:
        """Give a value, or what stands for it."""
        flat = repr(value.data)
        return Value(data=None, words=NOT_SHOWN) if self.tells(value.words, flat) else value


def withheld(base: Timeline, head: Build, ids: Mapping[str, Mapping[str, str]]) -> tuple[Timeline, Withheld]:
    """Empty the claims of the base that the head removes, and gather what they alone told.

    Args:
        base: The timeline before.
        head: The build of the timeline now.
        ids: Registry -> old id -> new id.
    """
    now, moved = head.timeline.events, ids["events"]
    gone = [
        event
        for event in base.events.values()
        if not event.removed
        and (later := now.get(moved.get(event.id, event.id))) is not None
        and later.removed
    ]
    marked = {event.id: replace(event, status=now[moved.get(event.id, event.id)].status) for event in gone}
    before = mentions(gone, base)
    alive = mentions((event for event in now.values() if not event.removed), head.timeline)
    old = frozenset(
        (registry, id_)
        for registry in REGISTRIES
        for id_ in getattr(before, registry)
        if (later := ids[registry].get(id_, id_)) not in getattr(alive, registry)
        and not (
            registry == "narratives" and later in head.timeline.narratives
        )  # a party, or a live speaker's
    )
    words = {
        word
        for registry, id_ in old
        if (record := getattr(base, registry).get(id_)) is not None
        for word in names_of(record)
    }
    still = {
        word
        for registry in REGISTRIES
        for id_ in getattr(alive, registry)
        if (record := getattr(head.timeline, registry).get(id_)) is not None
        for word in names_of(record)
    }
    words |= {word for event in gone for word in _words(event)}
    words |= {
        part
        for registry, id_ in old
        if registry == "speakers" and (speaker := base.speakers.get(id_)) is not None
        for name in (speaker.name, *(one.name for one in speaker.names))
        for part in re.findall(r"\w+", name)
        if len(part) >= NAME
    }
    removed = {event.path for event in now.values() if event.removed} | {event.path for event in gone}
    emptied = without_removed(replace(base, events={**base.events, **marked}))
    return emptied, Withheld(
        words=frozenset(words | head.withheld) - still,
        ids=old | {(registry, ids[registry].get(id_, id_)) for registry, id_ in old},
        paths=frozenset(removed),
    )


def _words(event: Event) -> Iterable[str]:
    """Give the texts of a claim, which another file may repeat."""
    texts = [event.claim, event.title, event.note]
    texts += [citation.excerpt for citation in event.citations]
    if event.quote is not None:
        texts += [event.quote.text, event.quote.translation]
    return [text for text in texts if text]
