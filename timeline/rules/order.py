"""Rules on the order of what happened, was said and was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from timeline import dates
from timeline.codes import checks as codes
from timeline.dates import Precision
from timeline.diagnostics import Diagnostic, Label
from timeline.model import Dating, Event, Timeline


def surely_before(end: datetime | None, start: datetime | None) -> bool:
    """Tell whether an exclusive end is no later than a start, and both are times of the same kind.

    A time without an offset cannot be compared with one that has it to better than a day, so nothing is said of those.
    """
    if end is None or start is None or (end.tzinfo is None) != (start.tzinfo is None):
        return False
    return end <= start


def stated(dating: Dating) -> bool:
    """Tell whether a date is known at all."""
    return dating.resolution.precision is not Precision.UNSTATED


def said_before_it_happened(timeline: Timeline) -> Iterator[Diagnostic]:
    """Only a forecast is said before its date."""
    for event in timeline.events.values():
        if event.kind == "forecast" or not (stated(event.date) and stated(event.said)):
            continue
        if surely_before(event.said.resolution.latest, event.date.resolution.earliest):
            yield codes.SAID_BEFORE_DATE.at(
                event.at("said"),
                f"said {spell(event.said)}, before its date, {spell(event.date)}",
                hint="mend one of the dates, or write `kind: forecast`",
                related=(Label(event.at("date"), "the date of what is claimed"),),
            )


def said_after_publication(timeline: Timeline) -> Iterator[Diagnostic]:
    """A source cannot report what was said after it was published."""
    for event in timeline.events.values():
        if not stated(event.said):
            continue
        for published in publications(timeline, event):
            if surely_before(published.resolution.latest, event.said.resolution.earliest):
                yield codes.SAID_AFTER_PUBLICATION.at(
                    event.at("said"),
                    f"said {spell(event.said)}, after its source was published, {spell(published)}",
                    hint="mend this date, or the source's `published`; if it was changed later, cite that version",
                )


def happened_after_publication(timeline: Timeline) -> Iterator[Diagnostic]:
    """A source cannot report what happened after it was published; it can only foretell it."""
    for event in timeline.events.values():
        if event.kind == "forecast" or not stated(event.date) or event.date.phrase == "when said":
            continue
        for published in publications(timeline, event):
            if surely_before(published.resolution.latest, event.date.resolution.earliest):
                yield codes.DATE_AFTER_PUBLICATION.at(
                    event.at("date"),
                    f"its date, {spell(event.date)}, is after its source was published, {spell(published)}",
                    hint="mend one of the dates, or write `kind: forecast`",
                )
                break


def captured_before_publication(timeline: Timeline) -> Iterator[Diagnostic]:
    """A copy cannot be made of what was not yet published."""
    for source in timeline.sources.values():
        captured, published = source.captured, source.published
        if captured is None or published is None:
            continue
        if surely_before(captured.resolution.latest, published.resolution.earliest):
            yield codes.CAPTURED_BEFORE_PUBLICATION.at(
                source.at("captured"),
                f"captured {spell(captured)}, before it was published, {spell(published)}",
                hint="mend one of the dates",
                related=(Label(source.at("published"), "the date of publication"),),
            )


def publications(timeline: Timeline, event: Event) -> Iterator[Dating]:
    """Give the dates from which each source of a claim stands as it does: its last change, else its publication."""
    for citation in event.citations:
        source = timeline.sources[citation.source]
        dating = source.updated or source.published
        if dating is not None:
            yield dating


def spell(dating: Dating) -> str:
    """Give a date in words."""
    return dates.short(dating.resolution, year=True)
