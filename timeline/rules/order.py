"""Rules on the order of what happened, was said and was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from timeline import dates
from timeline.codes import checks as codes
from timeline.dates import Precision
from timeline.diagnostics import Diagnostic, Label
from timeline.model import Dating, Event, Timeline

MOST_FROM_UTC = timedelta(hours=16)
"""No local time was ever further from UTC, by the tz database: Manila until 1844 was 15:56 behind it, Alaska until 1867
15:02 ahead. Today no zone is more than 14 hours away."""


def surely_before(end: datetime | None, start: datetime | None) -> bool:
    """Tell whether an exclusive end is no later than a start.

    A time without an offset may be that of any zone on earth, so beside one that has an offset it counts as the latest
    end, or the earliest start, that it can be.
    """
    if end is None or start is None:
        return False
    if end.tzinfo is None and start.tzinfo is not None:
        return start - end.replace(tzinfo=UTC) >= MOST_FROM_UTC
    if start.tzinfo is None and end.tzinfo is not None:
        return start.replace(tzinfo=UTC) - end >= MOST_FROM_UTC
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
