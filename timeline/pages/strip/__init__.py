"""The overview strip: every claim of a timeline in one picture, as inline SVG that is written at build time.

Enters: an `Aligned`. Leaves: markup for the head of the home page: the same drawing at three widths, of which the style
sheet shows one, a key of the marks that occur, and a table of the same data for those who do not see it. The picture
shows no time that no source gives; `layout` has the rules. What it refuses: nothing; without claims it is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timezone

from markupsafe import Markup

from timeline.align import Aligned, Kind, Placed, in_zone
from timeline.pages import marks
from timeline.pages.strip import words
from timeline.pages.strip.layout import Box, Dot, LaneLayout, Layout, lay_out
from timeline.pages.strip.links import links
from timeline.pages.strip.scale import Scale, Span, reach, scale, span_of
from timeline.pages.words import several_years

__all__ = ["strip"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One of the widths that the strip is drawn at. Units are px where the page is as wide as the drawing."""

    name: str
    width: float
    names: float
    """Width of the column of lane names; 0 puts them above their lanes."""

    undated: float
    """Width of the column of undated claims, if there are any."""

    lane: float
    """Height of a lane, at least."""


FRAMES = (
    Frame("wide", 1324, 184, 108, 40),
    Frame("middle", 912, 150, 100, 40),
    Frame("narrow", 358, 0, 62, 34),
)

_HEAD = 22.0
"""Room for the names of days above the lanes."""

_FOOT = 24.0
"""Room for the hours below them."""

_RADIUS = 5.0


def strip(aligned: Aligned) -> Markup:
    """Draw the strip of a timeline; empty where it has no claims."""
    if not aligned.order:
        return Markup("")
    aligned = on_one_clock(aligned)
    spots = [spot for spot in aligned.placed.values() if spot.kind is not Kind.UNDATED]
    days = [
        (spot.start, spot.end) for spot in spots if spot.kind is not Kind.PERIOD and spot.start and spot.end
    ]
    periods = [
        (spot.start, spot.end) for spot in spots if spot.kind is Kind.PERIOD and spot.start and spot.end
    ]
    times = any(spot.kind in {Kind.TIME, Kind.PART} for spot in spots)
    span = span_of(
        reach(days, periods), whole_days=any(spot.kind not in {Kind.TIME, Kind.PART} for spot in spots)
    )
    drawings, seen = [], set[str]()
    for frame in FRAMES:
        drawing, marks_in_it = _drawing(aligned, frame, span, times=times)
        drawings.append(drawing)
        seen |= marks_in_it
    return Markup(
        '<figure class="tl-strip"><div class="tl-strip__top">'
        '<figcaption class="tl-strip__caption">All claims by time</figcaption>{}</div>{}{}</figure>'
    ).format(
        words.key(seen, words.zones(aligned.clock) if times else ""),
        Markup("").join(drawings),
        words.table(aligned),
    )


def on_one_clock(aligned: Aligned) -> Aligned:
    """Put clock times of several zones on the clock of one, so that their order on the axis is that of the instants.

    Where one of them carries no offset nothing is known of that order, and all stay as they are read.
    """
    zone = aligned.clock.zone
    if zone is None or not aligned.clock.mixed:
        return aligned
    return replace(aligned, placed={claim: _moved(spot, zone) for claim, spot in aligned.placed.items()})


def _moved(spot: Placed, zone: str) -> Placed:
    if spot.kind not in {Kind.TIME, Kind.PART} or spot.offset is None or not spot.start or not spot.end:
        return spot
    there = in_zone(spot.start.replace(tzinfo=timezone(spot.offset)), zone)
    if there is None:
        return spot
    start = there.replace(tzinfo=None)
    return replace(spot, start=start, end=start + (spot.end - spot.start))


def _drawing(aligned: Aligned, frame: Frame, span: Span | None, *, times: bool) -> tuple[Markup, set[str]]:
    """Draw the strip for one width, and say which marks occur in it."""
    has_undated = any(spot.kind is Kind.UNDATED for spot in aligned.placed.values())
    undated_width = frame.undated if has_undated else 0
    axis = None
    if span:
        left, width = frame.names + 0.5, frame.width - frame.names - undated_width - 1
        axis = scale(span, times=times, left=left, width=width, years=several_years(aligned))
    undated = (frame.width - undated_width + 8 if axis else frame.names, frame.width - 1)
    layout = lay_out(aligned, axis, undated=undated, least=frame.lane, above=0 if frame.names else 18)
    back = _axis(axis, frame, layout)
    if has_undated:
        back += _text(sum(undated) / 2, _HEAD - 7, "Undated", "middle", "tl-strip__head")
    places: dict[str, tuple[float, float]] = {}
    lanes = Markup("")
    for index, (lane, drawn) in enumerate(zip(aligned.lanes, layout.lanes, strict=True)):
        top = _HEAD + index * layout.height
        places |= {dot.claim: (dot.x, top + dot.y) for dot in drawn.dots if dot.claim}
        room = (frame.names or frame.width) - 30
        name = words.label(lane.narrative.label, lane.narrative.short, room)
        y = top + (layout.height / 2 if frame.names else 11)
        lanes += Markup('<g class="tl-slot-{}">{}{}{}</g>').format(
            lane.slot,
            marks.outline(lane.slot, 7, y, 5.5, 'fill="currentColor"'),
            _text(20, y + 4.5, name, "start", "tl-strip__name"),
            _lane(drawn, lane.slot, top),
        )
    disputes = links(aligned, places)
    for link in disputes:
        ends = (marks.number(value) for value in (*link.start, *link.end))
        back += Markup('<path class="tl-strip__link" d="M{} {} {} {}"/>').format(*ends)
    size = [marks.number(value) for value in (frame.width, _bottom(layout) + _FOOT)]
    drawing = Markup(
        '<svg class="tl-strip__drawing tl-strip__drawing--{}" viewBox="0 0 {} {}" width="{}" height="{}"'
        ' role="img" aria-label="{}">{}{}</svg>'
    ).format(frame.name, *size, *size, words.summary(aligned, span), back, lanes)
    seen = _seen(layout, hours=axis is not None and axis.hours)
    return drawing, seen | {"link"} if disputes else seen


def _bottom(layout: Layout) -> float:
    return _HEAD + layout.height * len(layout.lanes)


def _axis(axis: Scale | None, frame: Frame, layout: Layout) -> Markup:
    """Draw what is behind the claims: hairlines, names of days, hours."""
    bottom = _bottom(layout)
    n = marks.number
    parts = []
    for index in range(len(layout.lanes) + 1):
        y = _HEAD + index * layout.height
        parts.append(f"M0 {n(y)}H{n(frame.width)}")
    if axis:
        parts += [f"M{n(x)} {n(_HEAD)}V{n(bottom)}" for x in axis.grid]
    drawn = Markup('<path class="tl-strip__grid" d="{}"/>').format("".join(parts))
    if axis:
        edges = (axis.left, *axis.borders, axis.left + axis.width)
        lines = "".join(f"M{n(x)} {n(_HEAD - 14)}V{n(bottom + 5)}" for x in edges)
        drawn += Markup('<path class="tl-strip__border" d="{}"/>').format(lines)
        for head in axis.heads:
            drawn += _text(head.x, _HEAD - 7, head.text, head.anchor, "tl-strip__head")
        for label in axis.labels:
            # A label at an edge of the drawing stays inside it.
            at_end = label.x > frame.width - 16
            anchor = "end" if at_end else "start" if label.x < 16 else label.anchor
            drawn += _text(label.x, bottom + 18, label.text, anchor, "tl-strip__label")
    return drawn


def _lane(lane: LaneLayout, slot: int, top: float) -> Markup:
    n = marks.number
    drawn = Markup("")
    for box in lane.boxes:
        drawn += _box(box, top)
    if lane.undated:
        box = lane.undated
        drawn += Markup(
            '<rect class="tl-strip__box tl-strip__box--undated" x="{}" y="{}" width="{}" height="{}" rx="3"/>'
        ).format(n(box.left), n(top + box.top), n(box.right - box.left), n(box.height))
    for bar in lane.bars:
        drawn += Markup('<path class="tl-strip__bar" d="M{} {}H{}v{}H{}z"/>').format(
            n(bar.left), n(top + bar.top), n(bar.right), n(bar.height), n(bar.left)
        )
    for note in lane.notes:
        drawn += _text(note.x, top + note.y + 4.5, note.text, "start", "tl-strip__note")
    for dot in lane.dots:
        drawn += _dot(dot, slot, top + dot.y)
    return drawn


def _box(box: Box, top: float) -> Markup:
    """Draw the box of a day or period; where it runs off the axis it has no edge."""
    n = marks.number
    x, y, width, height = n(box.left), n(top + box.top), n(box.right - box.left), n(box.height)
    if not (box.open_left or box.open_right):
        return Markup('<rect class="tl-strip__box" x="{}" y="{}" width="{}" height="{}" rx="3"/>').format(
            x, y, width, height
        )
    left, right, up, down = n(box.left), n(box.right), n(top + box.top), n(top + box.top + box.height)
    if box.open_left and box.open_right:
        path = f"M{left} {up}H{right}M{left} {down}H{right}"
    else:
        near, far = (left, right) if box.open_left else (right, left)
        path = f"M{near} {up}H{far}V{down}H{near}"
    return Markup('<path class="tl-strip__box" d="{}"/>').format(path)


def _dot(dot: Dot, slot: int, y: float) -> Markup:
    n = marks.number
    drawn = Markup("")
    if dot.tail:
        drawn += Markup('<path class="tl-strip__tail" d="M{} {}h-9m3-3-3 3 3 3"/>').format(n(dot.x - 6), n(y))
    radius = _RADIUS if dot.filled else _RADIUS - 0.5
    drawn += marks.outline(
        slot, dot.x, y, radius, 'fill="currentColor"' if dot.filled else 'class="tl-hollow"'
    )
    if dot.count > 1:
        drawn += _text(dot.x + 9, y + 4.5, f"{dot.count:,}", "start", "tl-strip__number")
    return drawn


def _text(x: float, y: float, text: str, anchor: str, css: str) -> Markup:
    where = Markup("") if anchor == "start" else Markup(' text-anchor="{}"').format(anchor)
    return Markup('<text class="{}" x="{}" y="{}"{}>{}</text>').format(
        css, marks.number(x), marks.number(y), where, text
    )


def _seen(layout: Layout, *, hours: bool) -> set[str]:
    """Say which marks a drawing holds, for the key."""
    dots = [dot for lane in layout.lanes for dot in lane.dots]
    found = {
        "time" if hours else "exact": any(dot.filled for dot in dots),
        "part": any(lane.bars for lane in layout.lanes),
        "box": any(lane.boxes for lane in layout.lanes),
        "up-to": any(dot.tail for dot in dots),
    }
    return {name for name, there in found.items() if there}
