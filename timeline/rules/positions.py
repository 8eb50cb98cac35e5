"""Rules on where places are."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic
from timeline.model import Timeline


def half_a_position(timeline: Timeline) -> Iterator[Diagnostic]:
    """A position has a latitude, a longitude and a statement of how exact the two are."""
    for place in timeline.places.values():
        given = {name: name in place.fields for name in ("latitude", "longitude", "exactness")}
        if not any(given.values()) or all(given.values()):
            continue
        missing = [name for name, there in given.items() if not there]
        there = next(name for name, is_there in given.items() if is_there)
        yield codes.HALF_A_POSITION.at(
            place.at(there),
            f"the position of `{place.id}` lacks " + " and ".join(f"`{name}`" for name in missing),
            hint="give `latitude`, `longitude` and `exactness` together, or none of them",
        )
