"""Laid-out timelines for the strip, made directly from where claims stand in time."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import datetime, timedelta

from timeline.align import Aligned, Cell, Group, Kind, Lane, Placed, Row, Timing
from timeline.diagnostics import Span
from timeline.model import Narrative

Sighting = tuple[str, str, Kind, str, str]
"""Claim, lane, kind, start and end; the last two empty where there is no date."""


def parsed(markup: str) -> ET.Element:
    """Read markup that we wrote ourselves."""
    return ET.fromstring(markup)  # noqa: S314


def at(lane: str, kind: Kind, start: str = "", end: str = "", times: int = 1) -> list[Sighting]:
    """Place some claims of a lane alike; a day needs no end."""
    if start and not end:
        end = (datetime.fromisoformat(start) + timedelta(days=1)).isoformat()
    return [(f"{lane}-{kind}-{start}-{number}", lane, kind, start, end) for number in range(times)]


def aligned(
    *sightings: list[Sighting], lanes: str = "abc", disputes: Iterable[tuple[str, str]] = ()
) -> Aligned:
    """Lay claims out in lanes that are named by one letter each."""
    claims = [sighting for several in sightings for sighting in several]
    placed = {claim: _placed(claim, kind, start, end) for claim, _, kind, start, end in claims}
    members: dict[str, list[str]] = {}
    for claim, spot in placed.items():
        members.setdefault(spot.group, []).append(claim)
    lane_of = {claim: lane for claim, lane, *_ in claims}
    return Aligned(
        lanes=tuple(
            Lane(
                narrative=Narrative(id=lane, span=Span("lane.yml"), label=f"Lane {lane.upper()}", short=lane),
                slot=slot,
                count=list(lane_of.values()).count(lane),
            )
            for slot, lane in enumerate(lanes, 1)
        ),
        groups=tuple(_group(key, members[key], placed, lane_of, lanes) for key in sorted(members)),
        topics={},
        relations={},
        to_removed={},
        placed=placed,
        order=tuple(placed),
        numbers={},
        disputes=tuple(disputes),
        removed=(),
        withdrawn=frozenset(),
        speakers=1,
        sources=1,
    )


def _placed(claim: str, kind: Kind, start: str, end: str) -> Placed:
    if not start:
        return Placed(claim=claim, kind=kind, group="undated", start=None, end=None)
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    return Placed(claim=claim, kind=kind, group=start[:10], start=first, end=last)


def _group(
    key: str, claims: list[str], placed: dict[str, Placed], lane_of: dict[str, str], lanes: str
) -> Group:
    cells = tuple(
        Cell(lane=lane, claims=tuple(claim for claim in claims if lane_of[claim] == lane)) for lane in lanes
    )
    start = placed[claims[0]].start
    return Group(
        key=key,
        kind="day" if start else "undated",
        day=start.date() if start else None,
        period=None,
        rows=(
            Row(topic=None, timing=Timing.NOT_STATED, common=None, cells=cells, disputed=False, counts={}),
        ),
        count=len(claims),
    )
