"""The machine-readable timeline, `data/timeline.json`.

Records are sorted by id, narratives by lane. A removed claim is a tombstone, and a speaker, place, topic or source that
only removed claims mention is left out together with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from timeline.exports.claim_fields import CLAIM, TOMBSTONE
from timeline.exports.edition import ABOUT_ALL, edition_of
from timeline.exports.fields import write
from timeline.exports.registry_fields import NARRATIVE, PLACE, SOURCE, SPEAKER, TOPIC
from timeline.exports.writing import Json
from timeline.model import Event, Record, Timeline

Kept = TypeVar("Kept", bound=Record)


def timeline_document(timeline: Timeline) -> Json:
    """Write a timeline as one JSON document."""
    return {
        "$schema": "timeline.schema.json",
        **write(ABOUT_ALL, edition_of(timeline)),
        "narratives": [write(NARRATIVE, narrative) for narrative in timeline.narratives.values()],
        "sources": [write(SOURCE, source) for source in _sorted(timeline.sources.values())],
        "speakers": [write(SPEAKER, speaker) for speaker in _sorted(timeline.speakers.values())],
        "places": [write(PLACE, place) for place in _sorted(timeline.places.values())],
        "topics": [write(TOPIC, topic) for topic in _sorted(timeline.topics.values())],
        "claims": [_claim(event) for event in sorted(timeline.events.values(), key=lambda event: event.id)],
    }


def _claim(event: Event) -> Json:
    return write(TOMBSTONE, event) if event.removed else write(CLAIM, event)


def _sorted(records: Iterable[Kept]) -> list[Kept]:
    return sorted(records, key=lambda record: record.id)
