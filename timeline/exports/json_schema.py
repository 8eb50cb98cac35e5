"""The JSON Schema of `data/timeline.json`, made from the same field tables as the data.

JSON Schema 2020-12. Every property that can occur is listed and required, and nothing else is allowed, so that a reader
of the data can rely on the whole shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.exports.claim_fields import (
    ABOUT,
    CHANGE,
    CITATION,
    CLAIM,
    FIGURE,
    QUOTE,
    RELATION,
    STATUS,
    TOMBSTONE,
)
from timeline.exports.dating_fields import ANCHOR, DATING, LIMIT
from timeline.exports.edition import ABOUT_ALL
from timeline.exports.fields import TEXT, Field, list_of, object_schema, ref
from timeline.exports.registry_fields import ANSWER, NAME, NARRATIVE, PLACE, SOURCE, SPEAKER, TOPIC
from timeline.exports.writing import Json

DEFINITIONS: Mapping[str, tuple[tuple[Field[Any], ...], str]] = {
    "about": (ABOUT, "That a claim is about a topic, and how it answers it."),
    "anchor": (ANCHOR, "The point from which a phrase was read."),
    "answer": (ANSWER, "One possible answer to a topic's question."),
    "change": (CHANGE, "One change to a claim."),
    "citation": (CITATION, "Where in a source the claim stands."),
    "claim": (CLAIM, "A statement; somebody's, never this site's."),
    "dating": (DATING, "A date as the source gives it, what it was resolved to, and how."),
    "figure": (FIGURE, "A number that a claim gives: a value, or a range that may be open at one end."),
    "limit": (LIMIT, "A limit that is known from elsewhere."),
    "name": (NAME, "Another name of a speaker or place."),
    "narrative": (NARRATIVE, "A lane: one side of the story."),
    "place": (PLACE, "Where a claimed thing happened, or where something was said."),
    "quote": (QUOTE, "Words that the source itself quotes."),
    "relation": (RELATION, "A typed link from one claim to another."),
    "source": (SOURCE, "A document that the project holds."),
    "speaker": (SPEAKER, "Who makes a claim, or passes one on."),
    "status": (STATUS, "That a claim was corrected or withdrawn."),
    "tombstone": (TOMBSTONE, "What is left of a removed claim."),
    "topic": (TOPIC, "An occurrence or a question that several claims are about."),
}
"""Every object of the data: its fields and what it is."""


def schema_document(address: str | None) -> Json:
    """Write the JSON Schema of the data file.

    Args:
        address: Where it will stand, if that is known.
    """
    properties: dict[str, Json] = {
        "$schema": {"description": "Address of this schema, relative to the data.", **TEXT},
        **{field.name: {"description": field.description, **field.schema} for field in ABOUT_ALL},
        "narratives": {"description": "In the order of the lanes.", **list_of(ref("narrative"))},
        "sources": {"description": "Sorted by id.", **list_of(ref("source"))},
        "speakers": {"description": "Sorted by id.", **list_of(ref("speaker"))},
        "places": {"description": "Sorted by id.", **list_of(ref("place"))},
        "topics": {"description": "Sorted by id.", **list_of(ref("topic"))},
        "claims": {
            "description": "Sorted by id; a removed claim is a tombstone.",
            "type": "array",
            "items": {"oneOf": [ref("claim"), ref("tombstone")]},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": address} if address else {}),
        "title": "Timeline",
        "description": "Who said what, when, through whom, and when it is said to have happened.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": {name: object_schema(fields, text) for name, (fields, text) in DEFINITIONS.items()},
    }
