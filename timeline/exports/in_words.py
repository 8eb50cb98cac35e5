"""A claim in a few plain lines, for programs that show text to people: calendars and feed readers.

Every line says whose words it gives; the headline never stands there as if it were a fact. Not escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.exports.edition import claim_address, edition_of
from timeline.model import UNSTATED, Dating, Event, Place, Relation, Speaker, Timeline
from timeline.text import plain

NOBODY = "a speaker who is not named"


def headline(event: Event, timeline: Timeline) -> str:
    """Say who claims what, in one line."""
    gone = "Withdrawn claim" if event.status is not None and event.status.kind == "withdrawn" else "Claim"
    return f"{gone} by {speakers(event, timeline)}: {plain(event.title or event.claim)}"


def speakers(event: Event, timeline: Timeline) -> str:
    """Name the speakers."""
    return _names(event.by, timeline.speakers) or NOBODY


def places(event: Event, timeline: Timeline) -> str:
    """Name the places; empty where they are not stated."""
    return _names(event.places, timeline.places)


def paragraphs(event: Event, timeline: Timeline) -> list[str]:
    """Say all that is shown of a claim."""
    lines = [plain(event.claim)]
    if event.quote is not None:
        lines.append(f"Words that the source quotes: “{plain(event.quote.text)}”")
    lines.append(f"Said by: {speakers(event, timeline)}{_through(event, timeline)}")
    lines.append(f"Date: {_dated(event.date)}")
    lines.append(f"Said: {_dated(event.said)}")
    if event.places:
        lines.append(f"Place: {places(event, timeline)}")
    lines += [
        f"Figure: {_figure(figure.measure, figure.value, figure.minimum, figure.maximum, figure.unit)}"
        for figure in event.figures
    ]
    lines += [_relation(relation, timeline) for relation in event.relations]
    for citation in event.citations:
        source = timeline.sources.get(citation.source)
        where = f", {plain(citation.locator)}" if citation.locator else ""
        address = f", {source.url}" if source is not None and source.url else ""
        lines.append(f"Source: {plain(source.title) if source else citation.source}{where}{address}")
    if event.status is not None:
        day = f" on {event.status.date}" if event.status.date else ""
        lines.append(f"{event.status.kind.capitalize()}{day}: {plain(event.status.reason)}")
    lines += [f"{change.date}: {plain(change.change)}" for change in event.history]
    return lines


def _names(ids: Iterable[str], records: Mapping[str, Speaker] | Mapping[str, Place]) -> str:
    return ", ".join(plain(records[one].name) if one in records else one for one in ids)


def _through(event: Event, timeline: Timeline) -> str:
    return f", through {_names(event.via, timeline.speakers)}" if event.via else ""


def _dated(dating: Dating) -> str:
    """Give the source's words and what they were read as, and the editor's part in it as the editor's."""
    resolution = dating.resolution
    if dating.phrase == UNSTATED:
        parts = ["not stated"]
    else:
        parts = [f"“{plain(dating.phrase)}”", plain(resolution.explanation)]
    if dating.reading is not None:
        parts.append(f"The editor reads it as {dating.reading}.")
    parts += [f"{limit[:1].upper()}{limit[1:].rstrip('.')}." for limit in map(plain, dating.limits)]
    if dating.basis is not None:
        parts.append(f"The editor’s reason: {plain(dating.basis)}")
    return ". ".join(part for part in (parts[0], " ".join(parts[1:])) if part)


def _figure(measure: str, value: object, minimum: object, maximum: object, unit: str | None) -> str:
    number = (
        value
        if value is not None
        else f"{'' if minimum is None else minimum} to {'' if maximum is None else maximum}"
    )
    return f"{plain(measure)}: {str(number).strip()}{f' {plain(unit)}' if unit else ''}"


def _relation(relation: Relation, timeline: Timeline) -> str:
    """Name the other claim; of a removed one only its address is left."""
    other = timeline.events.get(relation.target)
    kind = str(relation.kind).replace("_", " ").capitalize()
    if other is None or other.removed:
        return f"{kind}: a claim that was removed"
    address = edition_of(timeline).url(claim_address(other.id))
    return f"{kind}: {headline(other, timeline)}{f' ({address})' if address else ''}"
