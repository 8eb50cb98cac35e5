"""The rule on records that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic
from timeline.model import Dating, Record, Timeline


def never_used(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every record is used by a claim, or by another record. While there are no claims, nothing can be."""
    if not timeline.events:
        return
    used = uses(timeline)
    registries: dict[str, Mapping[str, Record]] = {
        "narrative": timeline.narratives,
        "source": timeline.sources,
        "speaker": timeline.speakers,
        "place": timeline.places,
        "topic": timeline.topics,
    }
    for word, records in registries.items():
        for record in records.values():
            if not record.inline and record.fields and record.id not in used[word]:
                name = next((name for name in ("name", "title", "label") if name in record.fields), "")
                yield codes.NEVER_USED.at(
                    record.at(name),
                    f"nothing on file uses the {word} `{record.id}`",
                    hint="delete the file if nothing should; else look for the claim that does not name it",
                )


def uses(timeline: Timeline) -> dict[str, set[str]]:
    """Give the ids that claims and records mention, by the word for their kind. Removed claims mention nothing."""
    events = [event for event in timeline.events.values() if not event.removed]
    speakers, places, sources = (
        timeline.speakers.values(),
        timeline.places.values(),
        timeline.sources.values(),
    )
    return {
        "narrative": {event.narrative for event in events}
        | {speaker.narrative for speaker in speakers if speaker.narrative},
        "source": {citation.source for event in events for citation in event.citations}
        | {source for event in events for source in anchors(event.date, event.said)},
        "speaker": {speaker for event in events for speaker in (*event.by, *event.via)}
        | {source.publisher for source in sources if source.publisher},
        "place": {place for event in events for place in (*event.places, *event.said_at)}
        | {place.part_of for place in places if place.part_of},
        "topic": {about.topic for event in events for about in event.about},
    }


def anchors(*datings: Dating) -> Iterator[str]:
    """Give the sources from whose publication dates are read."""
    for dating in datings:
        if dating.anchor is not None and dating.anchor.kind == "source" and dating.anchor.id is not None:
            yield dating.anchor.id
