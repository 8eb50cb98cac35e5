"""The overview of the book: every claim in one picture, drawn as the site draws it, for the width of the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.align import Kind
from timeline.dossier.drawing import UNITS_WIDE, drawn
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.drawings.overview import Axis, Frame, Overview, overview
from timeline.drawings.values import Drawing
from timeline.text import plain

NAMES, UNDATED, LANE = 150.0, 110.0, 40.0
"""Width of the column of lane names, and of that of undated claims; height of a lane; units of the drawing."""

KEY = ("time", "exact", "part", "box", "up-to", "withdrawn", "column", "elsewhere", "disputes", "row")
"""Marks that the key explains, in this order."""


def overview_entry(whole: Whole) -> dict[str, Json] | None:
    """Draw the overview, with a key of the marks that occur; nothing where there is no claim."""
    frame = Frame(
        "print",
        whole.paper.width * UNITS_WIDE,
        NAMES,
        UNDATED,
        LANE,
        mirrored=whole.paper.direction == "rtl",
    )
    found = overview(whole.here, frame, whole.drawing_words)
    if found is None:
        return None
    drawing = found.drawing if found.linked else _without_curves(found.drawing)
    return {
        "drawing": drawn(drawing, _summary(found.axis, whole)),
        "key": [{"mark": mark, "text": _explained(mark, found, whole)} for mark in KEY if mark in found.seen],
    }


def _without_curves(drawing: Drawing) -> Drawing:
    """Leave out curves that would tangle: on paper nobody can ask for those of one claim."""
    return replace(drawing, parts=tuple(replace(part, curves=()) for part in drawing.parts))


def _explained(mark: str, found: Overview, whole: Whole) -> str:
    if mark == "column":
        return whole.words.text(f"key.column-{found.unit or 'day'}", top=whole.words.number(found.top))
    return whole.words.text(f"key.{mark}")


def _summary(axis: Axis | None, whole: Whole) -> str:
    """Say in a few sentences what the drawing shows."""
    aligned, words = whole.here, whole.words
    total = whole.counted(len(aligned.order), len(aligned.withdrawn))
    lanes = words.joined(
        f"{plain(lane.narrative.label)} {words.number(lane.count)}" for lane in aligned.lanes
    )
    undated = sum(1 for spot in aligned.placed.values() if spot.kind is Kind.UNDATED)
    rest = words.count("strip.without-date", undated) if undated else ""
    if axis is None:
        return " ".join(filter(None, [words.text("strip.summary", claims=total, lanes=lanes), rest]))
    first, last = (words.day(moment, year=True) for moment in (axis.start, axis.end - timedelta(minutes=1)))
    dates = first if first == last else words.text("date.range", first=first, last=last)
    said = words.text("strip.summary-dated", claims=total, dates=dates, lanes=lanes)
    return " ".join(filter(None, [said, rest]))
