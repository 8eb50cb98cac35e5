"""Checks that strike out readings which cannot be: times that the clocks skipped; and mark those that came twice."""

from __future__ import annotations

from datetime import timedelta, tzinfo

from timeline.dates.spans import Span, day_text, replace, struck
from timeline.dates.types import Precision
from timeline.dates.zones import is_fold, is_gap

_BY_CLOCK = {"range", "hours-of-a-day", "clock-range-on-a-day"}
"""Rules that give stretches whose ends may be clock times."""

_CLOCK = {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}
_DAYS = {Precision.DAY, Precision.PART_OF_DAY}


def clock_checks(span: Span, zone: tzinfo | None) -> Span:  # noqa: PLR0911 -- a list of cases, one after another
    """Strike out a clock time that its zone skipped, and warn of one that occurred twice."""
    if zone is None:
        return span
    if span.precision is Precision.INTERVAL and span.rule in _BY_CLOCK:
        return _stretch_checks(span, zone)
    if span.precision in _DAYS:
        return _day_checks(span, zone)
    if span.precision not in _CLOCK or span.start is None or span.start.tzinfo is not None:
        return span
    name = getattr(zone, "key", "the zone")
    if is_gap(span.start, zone):
        return struck(
            span, "D310", f"the clocks of {name} skipped {span.start:%H:%M} on {day_text(span.start)}"
        )
    if is_fold(span.start, zone):
        return replace(span, warnings=(
            *span.warnings,
            f"{span.start:%H:%M} on {day_text(span.start)} occurred twice in {name}, when the clocks were put back; both are in the interval",
        ))  # fmt: skip
    return span


def _day_checks(span: Span, zone: tzinfo) -> Span:
    """Strike out a day, or a part of one, that the clocks skipped as a whole: Samoa went without 30 December 2011."""
    if span.start is None or span.end is None or not is_gap(span.start, zone):
        return span
    if not is_gap(span.end - timedelta(microseconds=1), zone):
        return span
    name = getattr(zone, "key", "the zone")
    return struck(span, "D310", f"the clocks of {name} skipped all of {day_text(span.start)}")


def _stretch_checks(span: Span, zone: tzinfo) -> Span:
    """Check the two ends of a stretch of clock times; an end at the moment of the change is no time of its own."""
    name = getattr(zone, "key", "the zone")
    ends = (span.start, None if span.end is None else span.end - timedelta(microseconds=1))
    for said, moment in zip((span.start, span.end), ends, strict=True):
        if said is None or moment is None or said.tzinfo is not None or (said.hour, said.minute) == (0, 0):
            continue
        if is_gap(moment, zone):
            return struck(span, "D310", f"the clocks of {name} skipped {said:%H:%M} on {day_text(said)}")
        if is_fold(moment, zone):
            span = replace(span, warnings=(
                *span.warnings,
                f"{said:%H:%M} on {day_text(said)} occurred twice in {name}, when the clocks were put back; both are in the interval",
            ))  # fmt: skip
    return span
