"""Checks that strike out readings which cannot be: times that the clocks skipped; and mark those that came twice."""

from __future__ import annotations

from datetime import tzinfo

from timeline.dates.spans import Span, day_text, replace, struck
from timeline.dates.types import Precision
from timeline.dates.zones import is_fold, is_gap

_CLOCK = {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}


def clock_checks(span: Span, zone: tzinfo | None) -> Span:
    """Strike out a clock time that its zone skipped, and warn of one that occurred twice."""
    if span.precision not in _CLOCK or span.start is None or zone is None or span.start.tzinfo is not None:
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
