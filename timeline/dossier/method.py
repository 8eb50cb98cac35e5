"""The method in short, and how to cite the book."""

from __future__ import annotations

from timeline.dossier.setting import Json, listed
from timeline.dossier.whole import Whole
from timeline.exports.edition import edition_of

READING = (
    "numbers",
    "no-time",
    "earlier",
    "undated",
    "said",
    "silence",
    "disputes",
    "differs",
    "inferred",
)
"""What a reader has to know of the words that the book uses, by message."""


def method(whole: Whole) -> dict[str, Json]:
    """Make the section on method."""
    contact = whole.timeline.settings.contact
    return {
        "introduction": [whole.text("method-what"), whole.text("method-claims")],
        "order": whole.lane_order(),
        "lanes": [_lane(index, whole) for index in range(len(whole.aligned.lanes))],
        "reading": [
            {"term": whole.text(f"read-{name}"), "text": whole.text(f"read-{name}-text")} for name in READING
        ],
        "dates": [whole.text("method-dates"), whole.text("method-order")],
        "contact": whole.say("contact", contact=whole.wide.words(contact)) if contact else None,
    }


def _lane(index: int, whole: Whole) -> dict[str, Json]:
    """Say who belongs to a lane, and why it exists."""
    record = whole.aligned.lanes[index].narrative
    parts: list[list[Json]] = [
        whole.wide.rich(record.description) if record.description else [whole.text("no-description")]
    ]
    if record.reason:
        parts.append(whole.say("why-lane", reason=whole.wide.rich(record.reason)))
    parts.append([whole.text("is-party" if record.party else "is-no-party")])
    return {"lane": index, "text": listed(parts, " ")}


def citation(whole: Whole) -> dict[str, Json]:
    """Say how to cite the book and a claim in it."""
    edition = edition_of(whole.timeline)
    licence: list[Json] = []
    if edition.licence_name:
        name: Json = edition.licence_name
        if edition.licence_url:
            name = {"t": edition.licence_name, "url": edition.licence_url}
        licence = whole.say("licence", licence=[name])
    return {
        "text": whole.wide.words(edition.citation),
        "claim": whole.text("cite-claim", section=whole.text("records")),
        "site": whole.wide.words(edition.site_url) if edition.site_url else [],
        "licence": licence,
        "hash": whole.text("hash", hash=edition.content_sha256),
    }
