"""Clock times of several zones on one axis.

Enters: an `Aligned`. Leaves: the same, its times moved to one clock, or left as they are read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timezone

from timeline.align import Aligned, Kind, Placed, in_zone


def on_one_clock(aligned: Aligned) -> Aligned:
    """Put clock times of several zones on the clock of one, so that their order on the axis is that of the instants.

    Where one of them carries no offset nothing is known of that order, and all stay as they are read. So they do where one
    of them would leave its day, under which it is listed everywhere else: the axis would contradict the page.
    """
    zone = aligned.clock.zone
    if zone is None or not aligned.clock.mixed:
        return aligned
    moved = {claim: _moved(spot, zone) for claim, spot in aligned.placed.items()}
    if any(_day(moved[claim]) != _day(spot) for claim, spot in aligned.placed.items()):
        return replace(aligned, clock=replace(aligned.clock, zone=None))
    return replace(aligned, placed=moved)


def _day(spot: Placed) -> object:
    return spot.start.date() if spot.start else None


def _moved(spot: Placed, zone: str) -> Placed:
    if spot.kind not in {Kind.TIME, Kind.PART} or spot.offset is None or not spot.start or not spot.end:
        return spot
    there = in_zone(spot.start.replace(tzinfo=timezone(spot.offset)), zone)
    if there is None:
        return spot
    start = there.replace(tzinfo=None)
    return replace(spot, start=start, end=start + (spot.end - spot.start))
