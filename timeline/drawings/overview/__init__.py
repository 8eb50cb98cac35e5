"""The overview: every claim of a timeline in one picture, drawn for one width.

Enters: an `Aligned`. Leaves: an `Overview`: its drawing, the axis that a reader may choose a range on, and which kinds of
marks occur. The picture shows no time that no source gives; `layout` has the rules. What it refuses: nothing; without
claims it is empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from timeline.align import Aligned, Kind, Lane
from timeline.drawings import marks
from timeline.drawings.overview import columns as counted
from timeline.drawings.overview.columns import FROM, Columns
from timeline.drawings.overview.layout import Layout, lay_out
from timeline.drawings.overview.links import MOST, clear, curves
from timeline.drawings.overview.pieces import span_of_claim
from timeline.drawings.overview.scale import Scale, reach, scale, span_of
from timeline.drawings.overview.units import DAY, Span, Step, following
from timeline.drawings.overview.zones import on_one_clock
from timeline.drawings.values import Box, Disc, Drawing, Frame, Line, Mark, Part, Point, Role, Sign, Text
from timeline.drawings.words import Words, fitting, shortened

__all__ = ["Axis", "Frame", "Overview", "on_one_clock", "overview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The stretch of the drawing on which a place is a time."""

    start: datetime
    """Wall-clock time as read, without a zone."""

    end: datetime
    left: float
    """Where `start` stands, in the drawing's units."""

    right: float
    top: float
    """Where the first lane begins."""

    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The overview, drawn."""

    drawing: Drawing
    axis: Axis | None
    """`None` where no claim has an established date."""

    seen: frozenset[str]
    """Marks that occur, for a key: `time` (filled, on an axis with hours), `exact` (filled, on a coarser one), `part`, `box`,
    `up-to`, `withdrawn`, `column`, `elsewhere`, `disputes` (curves that are drawn), `on-demand` (curves that would tangle), `row`."""

    linked: bool
    """Whether all disputes are clear enough to be drawn at once; otherwise a printer shows those of one claim on demand, or none."""

    unit: str = ""
    """For columns: what one stands for, such as `week`."""

    top: int = 0
    """For columns: the count that is as high as a lane."""


_HEAD = 22.0
"""Room for the names of days above the lanes."""

_FOOT = 24.0
"""Room for the hours below them."""

_NARROWER_FROM, _NARROWER = 5, 26.0
"""From five lanes their rows are narrower."""

_COLUMN_LANE = 50.0
"""Height of a lane of columns."""

_DISPUTES = 26.0
"""Height of the row of disputes."""


def overview(aligned: Aligned, frame: Frame, words: Words) -> Overview | None:
    """Draw the overview of a timeline; `None` where it has no claims.

    Args:
        aligned: The timeline, whole or a part of it.
        frame: The width to draw for.
        words: Words of this timeline.
    """
    if not aligned.order:
        return None
    aligned = on_one_clock(aligned)
    span = _span(aligned)
    if span is not None and len(aligned.order) >= FROM:
        return _in_columns(aligned, frame, span, words)
    return _in_marks(aligned, frame, span, words)


def _span(aligned: Aligned) -> Span | None:
    """Choose what the axis shows."""
    spans = [(spot, span) for spot in aligned.placed.values() if (span := span_of_claim(spot))]
    # A month or year that is the latest possible one reaches back anyway: its last day is enough.
    days = [
        (span[1] - DAY, span[1]) if spot.limited_by else span
        for spot, span in spans
        if spot.kind is not Kind.PERIOD
    ]
    periods = [span for spot, span in spans if spot.kind is Kind.PERIOD]
    return span_of(
        reach(days, periods), whole_days=any(spot.kind not in {Kind.TIME, Kind.PART} for spot, _ in spans)
    )


def _has_times(aligned: Aligned) -> bool:
    return any(spot.kind in {Kind.TIME, Kind.PART} for spot in aligned.placed.values())


def _in_marks(aligned: Aligned, frame: Frame, span: Span | None, words: Words) -> Overview:
    """Draw one mark for each claim."""
    has_undated = any(spot.kind is Kind.UNDATED for spot in aligned.placed.values())
    axis = _scale(aligned, frame, span, words, end=frame.undated if has_undated else 0)
    undated = (frame.width - (frame.undated if has_undated else 0) + 8 if axis else frame.names, frame.width)
    if frame.mirrored:
        undated = (0, frame.width - undated[0])
    least = min(frame.lane, _NARROWER) if len(aligned.lanes) >= _NARROWER_FROM else frame.lane
    layout = lay_out(
        aligned,
        axis,
        top=_HEAD,
        undated=undated,
        least=least,
        above=0 if frame.names else 18,
        words=words,
    )
    bottom = _HEAD + layout.height * len(layout.lanes)
    tracks = [(lane.top, lane.top + layout.height) for lane in layout.lanes]
    hours = [(top + layout.hours[0], top + layout.hours[1]) for top, _ in tracks]
    back = _back(axis, frame, tracks, grid=hours if axis and axis.hours else tracks)
    if has_undated:
        back = replace(
            back,
            texts=(
                *back.texts,
                Text(
                    x=undated[1] - 4 if frame.mirrored else undated[0] + 4,
                    y=_HEAD - 7,
                    text=words.text("chart.undated"),
                    role=Role.HEAD,
                    anchor=frame.anchor,
                ),
            ),
        )
    spots = {claim: (mark.x, mark.y) for lane in layout.lanes for mark in lane.marks for claim in mark.claims}
    parts = [back, *_lanes(aligned, frame, layout)]
    drawn = curves(aligned, spots)
    linked = clear(aligned, drawn, _alone(layout))
    # Over the cells and under the marks, so that no mark is covered.
    parts.insert(1 + len(layout.lanes), Part(curves=drawn))
    seen = _seen(layout, hours=axis is not None and axis.hours)
    if drawn:
        seen |= {"disputes" if linked else "on-demand"}
    height = bottom
    if len(aligned.disputes) > MOST and axis:
        row, height = _dispute_row(aligned, axis, frame, bottom, words)
        parts.append(row)
        seen |= {"row"}
    return Overview(
        drawing=Drawing(
            width=frame.width, height=height + _FOOT, parts=_labelled(axis, frame, height, parts)
        ),
        axis=_axis(axis, height),
        seen=frozenset(seen),
        linked=linked,
    )


def _scale(aligned: Aligned, frame: Frame, span: Span | None, words: Words, *, end: float) -> Scale | None:
    if span is None:
        return None
    left, width = (end if frame.mirrored else frame.names) + 0.5, frame.width - frame.names - end - 1
    return scale(span, times=_has_times(aligned), left=left, width=width, words=words)


def _axis(axis: Scale | None, bottom: float) -> Axis | None:
    if axis is None:
        return None
    return Axis(
        start=axis.start,
        end=axis.end,
        left=axis.left,
        right=axis.left + axis.width,
        top=_HEAD,
        bottom=bottom,
    )


def _alone(layout: Layout) -> Mapping[str, Point]:
    """Give the places of marks that stand for one claim."""
    return {
        mark.claims[0]: (mark.x, mark.y) for lane in layout.lanes for mark in lane.marks if mark.count == 1
    }


def _back(
    axis: Scale | None,
    frame: Frame,
    tracks: list[tuple[float, float]],
    grid: list[tuple[float, float]],
) -> Part:
    """Draw what is behind the claims: hairlines between lanes, lines of the axis, names of days."""
    rules = [*(top for top, _ in tracks), tracks[-1][1]] if tracks else []
    lines = [Line(points=((0, y), (frame.width, y)), role=Role.GRID) for y in rules]
    if axis is None or not tracks:
        return Part(lines=tuple(lines))
    lines += [Line(points=((x, top), (x, bottom)), role=Role.GRID) for top, bottom in grid for x in axis.grid]
    edges = (axis.left, *axis.borders, axis.left + axis.width)
    lines += [Line(points=((x, _HEAD - 14), (x, tracks[-1][1] + 5)), role=Role.BORDER) for x in edges]
    heads = tuple(
        Text(x=head.x, y=_HEAD - 7, text=head.text, role=Role.HEAD, anchor=head.anchor) for head in axis.heads
    )
    return Part(lines=tuple(lines), texts=heads)


def _labelled(axis: Scale | None, frame: Frame, bottom: float, parts: list[Part]) -> tuple[Part, ...]:
    """Add the words below the axis; one at an edge of the drawing stays inside it."""
    if axis is None:
        return tuple(parts)
    labels = tuple(
        Text(
            x=label.x,
            y=bottom + 18,
            text=label.text,
            role=Role.LABEL,
            anchor="end" if label.x > frame.width - 16 else "start" if label.x < 16 else label.anchor,
        )
        for label in axis.labels
    )
    return (*parts, Part(texts=labels))


def _lanes(aligned: Aligned, frame: Frame, layout: Layout) -> list[Part]:
    """Draw the lanes: first every cell, then every name and mark, so that what joins marks runs between."""
    below, above = [], []
    for lane, drawn in zip(aligned.lanes, layout.lanes, strict=True):
        middle = drawn.top + (layout.height / 2 if frame.names else 11)
        below.append(Part(slot=lane.slot, lane=lane.id, boxes=tuple(drawn.boxes)))
        above.append(_named(lane, frame, middle))
        above.append(Part(slot=lane.slot, lane=lane.id, marks=tuple(drawn.marks), texts=tuple(drawn.texts)))
    return [*below, *above]


def _named(lane: Lane, frame: Frame, middle: float, boxes: Sequence[Box] = ()) -> Part:
    """Name a lane, in the middle of its row or above it; over its columns, if any."""
    # Without a column of its own a name stands where the handle of the strip's window does, and gives way to it.
    aside = 0 if frame.names else 6
    room = (frame.names or frame.width) - 30 - aside
    name = shortened(lane.narrative.label, lane.narrative.short, room)
    return Part(
        slot=lane.slot,
        lane=lane.id,
        boxes=tuple(boxes),
        texts=(Text(x=frame.at(20 + aside), y=middle + 4.5, text=name, role=Role.NAME, anchor=frame.anchor),),
        marks=(Mark(x=frame.at(7 + aside), y=middle, radius=5.5, claims=()),),
    )


def _dispute_row(aligned: Aligned, axis: Scale, frame: Frame, top: float, words: Words) -> tuple[Part, float]:
    """Draw disputes as a row of discs below the lanes, one for each stretch of time."""
    unit = counted.unit_for((axis.start, axis.end), axis.width / 4)
    return _discs(counted.count(aligned, unit), axis, frame, top, words), top + _DISPUTES


def _discs(found: Columns, axis: Scale, frame: Frame, top: float, words: Words) -> Part:
    middle = top + _DISPUTES / 2
    most = max(found.disputes.values(), default=0)
    discs = tuple(
        Disc(
            x=_middle(start, found.unit, axis),
            y=middle,
            radius=counted.radius(number, most),
            count=number,
            key=start.date().isoformat(),
        )
        for start, number in sorted(found.disputes.items())
    )
    # Without a column of names the sign alone stands for the word: the key has it.
    name = Text(
        x=frame.at(20),
        y=middle + 4.5,
        text=words.text("chart.disputes"),
        role=Role.NAME,
        anchor=frame.anchor,
    )
    text = (name,) if frame.names else ()
    sign = () if not frame.names else (Sign(x=frame.at(7), y=middle, kind=marks.DISPUTES, radius=6.5),)
    rule = Line(points=((0, top + _DISPUTES), (frame.width, top + _DISPUTES)), role=Role.GRID)
    return Part(lines=(rule,), texts=text, signs=sign, discs=discs)


def _middle(start: datetime, unit: Step, axis: Scale) -> float:
    return (axis.x(start) + axis.x(following(start, unit.unit, unit.count))) / 2


def _in_columns(aligned: Aligned, frame: Frame, span: Span, words: Words) -> Overview:
    """Draw counts, on one scale for all lanes."""
    width = frame.width - frame.names
    # Whether anything is left over depends on the unit, and the room for columns on what is left over.
    found = counted.count(aligned, counted.unit_for(span, width - frame.undated))
    rest = any(found.elsewhere.values())
    axis = scale(
        span,
        times=False,
        left=(frame.undated * rest if frame.mirrored else frame.names) + 0.5,
        width=width - (frame.undated if rest else 0) - 1,
        words=words,
    )
    above = 0 if frame.names else 18
    height = _COLUMN_LANE + above
    tracks = [(_HEAD + index * height, _HEAD + (index + 1) * height) for index in range(len(aligned.lanes))]
    back = _back(axis, frame, tracks, grid=tracks)
    parts = [back]
    for lane, (top, bottom) in zip(aligned.lanes, tracks, strict=True):
        boxes = tuple(
            _column(start, found, lane.id, axis, (bottom, height - above - 6))
            for start in sorted(found.counts[lane.id])
        )
        middle = top + (height / 2 if frame.names else 11)
        part = _named(lane, frame, middle, boxes)
        parts.append(_left_over(part, found.elsewhere[lane.id], frame, bottom - (height - above) / 2, words))
    head = fitting((words.text("chart.no-column"), words.text("chart.no-column-brief")), frame.undated)
    if rest:
        x = frame.undated - 12 if frame.mirrored else frame.width - frame.undated + 12
        parts.append(Part(texts=(Text(x=x, y=_HEAD - 7, text=head, role=Role.HEAD, anchor=frame.anchor),)))
    end = tracks[-1][1]
    seen = {"column"} | ({"elsewhere"} if rest else set[str]())
    if aligned.disputes:
        parts.append(_discs(found, axis, frame, end, words))
        end += _DISPUTES
        seen |= {"row"}
    return Overview(
        drawing=Drawing(width=frame.width, height=end + _FOOT, parts=_labelled(axis, frame, end, parts)),
        axis=_axis(axis, end),
        seen=frozenset(seen),
        linked=False,
        unit={10: "decade", 100: "century"}.get(found.unit.count, found.unit.unit),
        top=found.top,
    )


def _column(start: datetime, found: Columns, lane: str, axis: Scale, foot: tuple[float, float]) -> Box:
    """Draw a count; `foot` is where the column stands, and how high the highest of all is."""
    bottom, height = foot
    number = found.counts[lane][start]
    left = axis.x(start)
    right = axis.x(following(start, found.unit.unit, found.unit.count))
    high = height * number / max(found.top, 1)
    gap = min(1.0, (right - left) / 4)
    return Box(
        left=left + gap / 2,
        top=bottom - high,
        width=right - left - gap,
        height=high,
        role=Role.COLUMN,
        key=start.date().isoformat(),
        count=number,
    )


def _left_over(part: Part, claims: tuple[str, ...], frame: Frame, middle: float, words: Words) -> Part:
    """Count at the end of a lane what no column can hold."""
    if not claims:
        return part
    x = 12 if frame.mirrored else frame.width - frame.undated + 20
    return replace(
        part,
        marks=(*part.marks, Mark(x=x, y=middle, claims=claims, filled=False)),
        texts=(
            *part.texts,
            Text(x=x + 9, y=middle + 4.5, text=words.number(len(claims)), role=Role.NUMBER),
        ),
    )


def _seen(layout: Layout, *, hours: bool) -> set[str]:
    """Say which marks a drawing holds, for the key."""
    dots = [mark for lane in layout.lanes for mark in lane.marks]
    boxes = [box for lane in layout.lanes for box in lane.boxes]
    found = {
        "time" if hours else "exact": any(dot.filled for dot in dots),
        "part": any(box.role is Role.BAR for box in boxes),
        "box": any(box.role is Role.BOX for box in boxes),
        "up-to": any(dot.tail for dot in dots),
        "withdrawn": any(dot.withdrawn for dot in dots),
    }
    return {name for name, there in found.items() if there}
