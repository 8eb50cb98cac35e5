"""Rules on lanes."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic, Label
from timeline.model import Timeline

MOST_LANES = 7
"""As many as can be told apart by colour and shape, and read side by side."""


def too_many(timeline: Timeline) -> Iterator[Diagnostic]:
    """There are no more lanes than can be read side by side."""
    lanes = [lane for lane in timeline.narratives.values() if not lane.inline]
    if len(lanes) > MOST_LANES:
        yield codes.TOO_MANY_LANES.at(
            lanes[MOST_LANES].at("label"),
            f"there are {len(lanes)} lanes; at most {MOST_LANES} can be read side by side",
            hint="bring narratives together that tell the same story",
            related=tuple(Label(lane.at("label"), "another lane") for lane in lanes[MOST_LANES + 1 :]),
        )
