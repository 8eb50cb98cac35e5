"""Ids that became other ids, and a timeline in which they already have.

What enters: the timelines of both sides. What leaves: the moves; and the timeline before with every id as it is now, so
that what follows compares like with like: a renamed claim is no change of the claims that name it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from timeline.catalogue import folded
from timeline.compiler import Build
from timeline.contribute.changes.values import Move
from timeline.model import Dating, Event, Narrative, Place, Record, Source, Speaker, Timeline, Topic
from timeline.removal import names_of

REGISTRIES = ("events", "sources", "speakers", "places", "topics", "narratives")
ALIKE = 0.75
"""Part of a file's text that has to be the same for two files to be taken for one that was renamed."""

ALIKE_HEADING = 0.7
"""Part of the claim, or of the name, that has to be the same too: small files are alike in all else."""

MOST_PAIRS = 400
"""Pairs of files whose whole texts are compared; beyond that only equal words tell a renamed file."""

Kept = TypeVar("Kept", bound=Record)
Ids = Mapping[str, Mapping[str, str]]
"""Registry -> old id -> new id."""


def moves(base: Build, head: Build) -> tuple[Move, ...]:
    """Find every id of the base that leads to another record now."""
    return tuple(
        sorted(
            (move for registry in REGISTRIES for move in _moves_in(registry, base, head)),
            key=lambda move: (REGISTRIES.index(move.registry), move.before),
        )
    )


def ids_of(found: Iterable[Move]) -> dict[str, dict[str, str]]:
    """Put moves into a form that can be looked up."""
    ids: dict[str, dict[str, str]] = {registry: {} for registry in REGISTRIES}
    for move in found:
        ids[move.registry][move.before] = move.after
    return ids


def records(timeline: Timeline, registry: str) -> Mapping[str, Record]:
    """Give the records of one registry."""
    found: Mapping[str, Record] = getattr(timeline, registry)
    return found


def _moves_in(registry: str, base: Build, head: Build) -> Iterator[Move]:
    before, after = records(base.timeline, registry), records(head.timeline, registry)
    gone = {
        id_: one
        for id_, one in before.items()
        if id_ not in after
        and (one.inline or one.path not in head.texts)  # a file that is there cannot be read
    }
    by_alias = {alias: one for one in after.values() for alias in one.aliases}
    for id_ in sorted(gone):
        if id_ in by_alias:
            there = by_alias[id_]
            yield Move(
                registry=registry,
                before=id_,
                after=there.id,
                path=there.path,
                how="merged" if there.id in before else "alias",
            )
    lost = {id_: one for id_, one in gone.items() if id_ not in by_alias}
    new = {
        id_: one
        for id_, one in after.items()
        if id_ not in before
        and not one.inline
        and one.path not in base.texts
        and not set(one.aliases) & set(before)
    }
    yield from _filed(registry, lost, new)
    yield from _renamed(
        registry,
        {id_: one for id_, one in lost.items() if not one.inline},
        new,
        base.texts,
        head.texts,
    )


def _filed(registry: str, lost: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Move]:
    """Find free text that got a file of its own."""
    by_name = {folded(name): one for one in new.values() for name in names_of(one) if registry != "events"}
    for id_, one in sorted(lost.items()):
        if not one.inline:
            continue
        there = next((by_name[folded(name)] for name in names_of(one) if folded(name) in by_name), None)
        if there is not None:
            yield Move(registry=registry, before=id_, after=there.id, path=there.path, how="filed")


def _renamed(
    registry: str,
    lost: Mapping[str, Record],
    new: Mapping[str, Record],
    texts_before: Mapping[str, str],
    texts_after: Mapping[str, str],
) -> Iterator[Move]:
    """Pair files that are gone with new ones that say the same, each once: equal words first, then much alike."""
    free = {id_: one for id_, one in new.items() if not (isinstance(one, Event) and one.removed)}
    waiting = {id_: one for id_, one in lost.items() if not (isinstance(one, Event) and one.removed)}
    for alike in (_same_words, _same_file(texts_before, texts_after, len(waiting) * len(free))):
        for id_, one in sorted(waiting.items()):
            there = next((other for _, other in sorted(free.items()) if alike(one, other)), None)
            if there is not None:
                del free[there.id], waiting[id_]
                yield Move(registry=registry, before=id_, after=there.id, path=there.path, how="lost")


def _same_words(one: Record, other: Record) -> bool:
    return bool(heading(one)) and folded(heading(one)) == folded(heading(other))


def heading(record: Record) -> str:
    """Give the words by which people know a record."""
    match record:
        case Event():
            return record.claim
        case Speaker() | Place():
            return record.name
        case Source() | Topic():
            return record.title
        case Narrative():
            return record.label
        case _:
            return ""


def _same_file(
    before: Mapping[str, str], after: Mapping[str, str], pairs: int
) -> Callable[[Record, Record], bool]:
    def alike(one: Record, other: Record) -> bool:
        if pairs > MOST_PAIRS:
            return False
        if SequenceMatcher(None, folded(heading(one)), folded(heading(other))).ratio() < ALIKE_HEADING:
            return False
        text, there = before.get(one.path, ""), after.get(other.path, "")
        matcher = SequenceMatcher(None, text.split(), there.split(), autojunk=False)
        return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE

    return alike


# -- the timeline before, with the ids of now -----------------------------------------------------------------------


def followed(timeline: Timeline, ids: Ids) -> Timeline:
    """Give a timeline in which every id is what it became. A record that was merged into another one is left out."""
    if not any(ids.values()):
        return timeline
    events, sources, speakers = ids["events"], ids["sources"], ids["speakers"]
    places, topics, narratives = ids["places"], ids["topics"], ids["narratives"]
    return replace(
        timeline,
        settings=replace(
            timeline.settings, lanes=tuple(narratives.get(lane, lane) for lane in timeline.settings.lanes)
        ),
        narratives=_rekeyed(timeline.narratives, narratives),
        topics=_rekeyed(timeline.topics, topics),
        places=_rekeyed({id_: _place(place, places) for id_, place in timeline.places.items()}, places),
        speakers=_rekeyed(
            {id_: _speaker(speaker, narratives) for id_, speaker in timeline.speakers.items()}, speakers
        ),
        sources=_rekeyed(
            {id_: _source(source, speakers) for id_, source in timeline.sources.items()}, sources
        ),
        events=_rekeyed({id_: _event(event, ids) for id_, event in timeline.events.items()}, events),
    )


def _rekeyed(found: Mapping[str, Kept], ids: Mapping[str, str]) -> dict[str, Kept]:
    made: dict[str, Kept] = {}
    for id_, record in found.items():
        later = ids.get(id_, id_)
        if later == id_ or later not in found:
            made[later] = record if later == id_ else replace(record, id=later)
    return made


def _place(place: Place, places: Mapping[str, str]) -> Place:
    return replace(place, part_of=places.get(place.part_of, place.part_of)) if place.part_of else place


def _speaker(speaker: Speaker, narratives: Mapping[str, str]) -> Speaker:
    lane = speaker.narrative
    return replace(speaker, narrative=narratives.get(lane, lane)) if lane else speaker


def _source(source: Source, speakers: Mapping[str, str]) -> Source:
    publisher = source.publisher
    return replace(source, publisher=speakers.get(publisher, publisher)) if publisher else source


def _event(event: Event, ids: Ids) -> Event:
    def each(registry: str, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids[registry].get(value, value) for value in values))

    return replace(
        event,
        places=each("places", event.places),
        said_at=each("places", event.said_at),
        by=each("speakers", event.by),
        via=each("speakers", event.via),
        narrative=ids["narratives"].get(event.narrative, event.narrative),
        about=tuple(replace(one, topic=ids["topics"].get(one.topic, one.topic)) for one in event.about),
        relations=tuple(
            replace(one, target=ids["events"].get(one.target, one.target)) for one in event.relations
        ),
        citations=tuple(
            replace(one, source=ids["sources"].get(one.source, one.source)) for one in event.citations
        ),
        date=_dating(event.date, ids),
        said=_dating(event.said, ids),
    )


def _dating(dating: Dating, ids: Ids) -> Dating:
    """Follow the ids that a date was read from, those in its sentences included."""
    events = ids["events"]
    anchor = dating.anchor
    if anchor is not None and anchor.id is not None:
        known = ids["sources"] if anchor.kind == "source" else events
        anchor = replace(anchor, id=known.get(anchor.id, anchor.id), text=_sentence(anchor.text, events))
    limits = {
        name: replace(bound, event=events.get(bound.event, bound.event))
        for name in ("not_before", "not_after")
        if (bound := getattr(dating, name)) is not None and bound.event
    }
    explanation = _sentence(dating.resolution.explanation, events)
    resolution = dating.resolution._replace(explanation=explanation)
    return replace(dating, anchor=anchor, resolution=resolution, **limits)


def _sentence(text: str, events: Mapping[str, str]) -> str:
    return re.sub(r"`([^`]+)`", lambda match: f"`{events.get(match[1], match[1])}`", text)
