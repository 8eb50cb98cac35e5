"""Where each claim stands in the overview strip, and as what: the rules that keep the strip from lying.

Enters: where claims are placed in time, and a scale. Leaves: for each lane its boxes, bars and shapes with coordinates.

- A time is a filled shape at its moment; no other shape has a place on the axis that means anything.
- A part of a day is a bar over its hours, with hollow shapes packed in its middle.
- A day whose time is not stated, or a longer period, is a box over the whole of it. The box hides the lines of the hours,
  and the claims stand packed in it as hollow shapes, without a place of their own; where the axis shows hours, words beside them say so.
- Where only the latest possible day is known, the shape in that day's box has an arrow tail that points back.
- What has no date stands in a column of its own, at the end.
- Where shapes find no room, or are more than 60, one shape with their number stands for them: in no lane sooner than in
  another of the same fullness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from timeline.align import Aligned, Kind, Placed
from timeline.pages.strip.scale import Scale, Span, breadth, day
from timeline.pages.words import long

PITCH = 15.0
"""Distance between two shapes of a block."""

TAIL = 10.0
"""Additional room of an arrow tail."""

ROW = 16.0
"""Height of a row of shapes."""

MOST = 60
"""Shapes of one lane in one box, at most; more become a number."""

_POINTS = {Kind.TIME: float("inf"), Kind.PART: 12.0, Kind.DAY: 30.0, Kind.UP_TO: 30.0, Kind.PERIOD: 15.0}
"""A narrower span is drawn as a point: the axis shows nothing finer, so it is as exact as the axis."""

_ROWS = 3
"""Rows of shapes in one box, at most."""

_BIN = 32.0
"""Where points crowd, each stretch of this width holds one shape and its number."""

_PADDING = 3.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A shape: for one claim, or with a number for several."""

    x: float
    y: float
    filled: bool
    tail: bool = False
    """Whether an arrow points back from it: then or earlier."""

    count: int = 1
    claim: str | None = None
    """The claim, where it stands for one."""


@dataclass(frozen=True, slots=True)
class Box:
    """A day or period of which no more is known, or the bar of a part of a day."""

    left: float
    right: float
    top: float
    height: float
    open_left: bool = False
    """Whether it began before the axis does."""

    open_right: bool = False
    """Whether it goes on after the end of the axis."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside the shapes of a box, where hours on the axis might make a reader take their place for a time."""

    x: float
    y: float
    text: str


NOTES = ("time not stated", "no time")
"""The fuller one where there is room for it."""


@dataclass(slots=True)
class LaneLayout:
    """What is drawn in one lane; y runs down from its top."""

    boxes: list[Box] = field(default_factory=list)
    bars: list[Box] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    undated: Box | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes, each of the same height."""

    height: float
    lanes: tuple[LaneLayout, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Claims that share one span: a block of shapes."""

    left: float
    right: float
    claims: tuple[Placed, ...]
    open: tuple[bool, bool] = (False, False)
    """Whether it runs off the axis at its start, and at its end."""


@dataclass(frozen=True, slots=True)
class _Tracks:
    """The pieces of a lane, by what they are drawn as."""

    points: list[Placed]
    bars: list[_Piece]
    days: list[_Piece]
    periods: list[_Piece]
    undated: list[Placed]


def lay_out(
    aligned: Aligned, scale: Scale | None, *, undated: tuple[float, float], least: float, above: float = 0
) -> Layout:
    """Place every claim.

    Args:
        aligned: The timeline.
        scale: `None` where no claim has an established date.
        undated: Left and right edge of the column of undated claims.
        least: Height of a lane at least.
        above: Room kept free at the top of each lane for its name.
    """
    names = {group.key: long(group.period) for group in aligned.groups if group.period}
    members: dict[str, list[Placed]] = {lane.id: [] for lane in aligned.lanes}
    lane_of = lanes_of(aligned)
    for claim in aligned.order:
        members[lane_of[claim]].append(aligned.placed[claim])
    tracks = [_tracks(placed, scale) for placed in members.values()]
    # Every lane has the same tracks at the same height, whether it fills them or not.
    point_rows = max((_point_rows(track, scale) for track in tracks), default=0)
    bar_rows = max((len(_stacked(track.bars)) for track in tracks), default=0)
    day_rows = max((_rows_of(piece) for track in tracks for piece in track.days), default=0)
    period_rows = max((len(_stacked(track.periods)) for track in tracks), default=0)
    deep = max((_rows_of(piece) for track in tracks for piece in track.periods), default=0)
    undated_rows = max((_rows_of(_Piece(*undated, tuple(track.undated))) for track in tracks), default=0)
    crowded = point_rows > _ROWS
    heights = (
        (1 if crowded else point_rows) * ROW,
        bar_rows * ROW,
        _box_height(day_rows),
        period_rows * (_box_height(deep) + _PADDING),
    )
    body = max(sum(heights) + _PADDING * sum(1 for height in heights if height), _box_height(undated_rows))
    height = max(body + 2 * _PADDING, least - above) + above
    top = above + (height - above - body) / 2
    lanes = []
    for track in tracks:
        lane = LaneLayout()
        y = top
        _draw_points(lane, track.points, scale, y, crowded=crowded)
        y += heights[0] + (_PADDING if heights[0] else 0)
        for row, pieces in enumerate(_stacked(track.bars)):
            for piece in pieces:
                middle = y + row * ROW + ROW / 2
                lane.bars.append(Box(piece.left, piece.right, middle - 2.5, 5))
                lane.dots += _block(piece, middle, rows=1)
        y += heights[1] + (_PADDING if heights[1] else 0)
        for piece in track.days:
            _draw_box(lane, piece, y, heights[2], NOTES if scale and scale.hours else ())
        y += heights[2] + (_PADDING if heights[2] else 0)
        for row, pieces in enumerate(_stacked(track.periods)):
            for piece in pieces:
                _draw_box(
                    lane,
                    piece,
                    y + row * (_box_height(deep) + _PADDING),
                    _box_height(deep),
                    _beyond(piece, names),
                )
        if track.undated:
            box = _box_height(undated_rows)
            piece = _Piece(*undated, tuple(track.undated))
            lane.undated = Box(*undated, top + (body - box) / 2, box)
            lane.dots += _block(piece, top + body / 2, rows=_ROWS)
        lanes.append(lane)
    return Layout(height, tuple(lanes))


def lanes_of(aligned: Aligned) -> Mapping[str, str]:
    """Give the lane of every claim that is shown."""
    return {
        claim: cell.lane
        for group in aligned.groups
        for row in group.rows
        for cell in row.cells
        for claim in cell.claims
    }


def _tracks(placed: Iterable[Placed], scale: Scale | None) -> _Tracks:
    """Sort the claims of a lane by how they are drawn."""
    points: list[Placed] = []
    undated: list[Placed] = []
    spans: dict[str, dict[Span, list[Placed]]] = {"bars": {}, "days": {}, "periods": {}}
    for spot in placed:
        if scale is None or spot.kind is Kind.UNDATED or spot.start is None or spot.end is None:
            undated.append(spot)
            continue
        left, right = scale.x(spot.start), scale.x(spot.end)
        if right - left <= _POINTS[spot.kind]:
            points.append(spot)
            continue
        name = {Kind.PART: "bars", Kind.PERIOD: "periods"}.get(spot.kind, "days")
        spans[name].setdefault((spot.start, spot.end), []).append(spot)

    def pieces(name: str) -> list[_Piece]:
        if scale is None:
            return []
        return [
            _Piece(scale.x(start), scale.x(end), tuple(claims), (start < scale.start, end > scale.end))
            for (start, end), claims in sorted(spans[name].items())
        ]

    return _Tracks(points, pieces("bars"), pieces("days"), pieces("periods"), undated)


def _stacked(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Put pieces into as few rows as they need so that none covers another, nor the number in another."""
    rows: list[list[_Piece]] = []
    for piece in pieces:
        row = next((row for row in rows if _end(row[-1]) <= piece.left + 0.01), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return rows


def _end(piece: _Piece) -> float:
    """Give the right edge of a piece, or of the number in it where that is wider."""
    number = breadth(f"{len(piece.claims):,}") + 2 * PITCH if len(piece.claims) > 1 else 0
    return max(piece.right, (piece.left + piece.right + number) / 2)


def _point_rows(tracks: _Tracks, scale: Scale | None) -> int:
    """Count the rows that the points of a lane need."""
    if scale is None or not tracks.points:
        return 0
    return len(
        _stacked([_Piece(x - PITCH / 2, x + PITCH / 2, (spot,)) for x, spot in _at(tracks.points, scale)])
    )


def _at(points: Iterable[Placed], scale: Scale) -> list[tuple[float, Placed]]:
    """Give the points from left to right, each in the middle of its short span."""
    return sorted(
        ((_middle(spot, scale), spot) for spot in points), key=lambda item: (item[0], item[1].claim)
    )


def _middle(spot: Placed, scale: Scale) -> float:
    start, end = spot.start or scale.start, spot.end or scale.end
    return (scale.x(start) + scale.x(end)) / 2


def _draw_points(
    lane: LaneLayout, points: Sequence[Placed], scale: Scale | None, top: float, *, crowded: bool
) -> None:
    """Draw times at their moment; where they crowd, one shape and a number for each stretch of the axis."""
    if scale is None or not points:
        return
    placed = _at(points, scale)
    if not crowded:
        pieces = [_Piece(x - PITCH / 2, x + PITCH / 2, (spot,)) for x, spot in placed]
        for row, stacked in enumerate(_stacked(pieces)):
            for piece in stacked:
                spot = piece.claims[0]
                middle = (piece.left + piece.right) / 2
                up_to = spot.kind is Kind.UP_TO
                lane.dots.append(
                    Dot(middle, top + row * ROW + ROW / 2, filled=not up_to, tail=up_to, claim=spot.claim)
                )
        return
    bins: dict[int, list[tuple[float, Placed]]] = {}
    for x, spot in placed:
        bins.setdefault(int((x - scale.left) // _BIN), []).append((x, spot))
    for place, members in sorted(bins.items()):
        left = scale.left + place * _BIN
        alone = len(members) == 1
        x = min(max(members[0][0], left + PITCH / 2), left + _BIN - PITCH / 2) if alone else left + PITCH / 2
        up_to = all(spot.kind is Kind.UP_TO for _, spot in members)
        lane.dots.append(
            Dot(
                x,
                top + ROW / 2,
                filled=not up_to,
                tail=up_to,
                count=len(members),
                claim=members[0][1].claim if alone else None,
            )
        )


def _beyond(piece: _Piece, names: Mapping[str, str]) -> tuple[str, ...]:
    """Name a period that runs off the axis, or word where it begins or ends."""
    start, end = piece.claims[0].start, piece.claims[0].end
    if start is None or end is None or not any(piece.open):
        return ()
    if piece.claims[0].group in names:
        return (names[piece.claims[0].group],)
    first, last = day(start), day(end - timedelta(minutes=1))
    if all(piece.open):
        return (f"{first} to {last}",)
    return (f"from {first}" if piece.open[0] else f"until {last}",)


def _draw_box(
    lane: LaneLayout, piece: _Piece, top: float, height: float, notes: tuple[str, ...] = ()
) -> None:
    """Draw a day or period with its claims packed in the middle, and words beside them where they may mislead."""
    lane.boxes.append(Box(piece.left + 1, piece.right - 1, top, height, *piece.open))
    middle = top + height / 2
    dots = _block(piece, middle, rows=_ROWS)
    if notes and len({dot.y for dot in dots}) == 1:
        left, right = dots[0].x - PITCH / 2, dots[-1].x + PITCH / 2
        left -= TAIL if dots[0].tail else 0
        right += breadth(f"{dots[-1].count:,}") if dots[-1].count > 1 else 0
        room = piece.right - piece.left - 4 * _PADDING - (right - left)
        note = next((text for text in notes if breadth(text) <= room), None)
        if note:
            shift = -breadth(note) / 2
            dots = [replace(dot, x=dot.x + shift) for dot in dots]
            lane.notes.append(Note(right + shift + 2, middle, note))
    lane.dots += dots


def _box_height(rows: int) -> float:
    return rows * ROW + 2 if rows else 0


def _rows_of(piece: _Piece) -> int:
    """Count the rows that a block needs in its width; a number needs one."""
    return (len(_packed(piece, _ROWS)) or 1) if piece.claims else 0


def _packed(piece: _Piece, rows: int) -> list[list[Placed]]:
    """Share the claims of a block among as few rows as fit into its width; none if they do not fit."""
    room = piece.right - piece.left - 2 * _PADDING
    if len(piece.claims) == 1:
        return [list(piece.claims)]
    claims = sorted(piece.claims, key=lambda spot: spot.kind is not Kind.UP_TO)
    for count in range(1, rows + 1):
        share = -(-len(claims) // count)
        shared = [claims[start : start + share] for start in range(0, len(claims), share)]
        if all(sum(_width(spot) for spot in row) <= room for row in shared) and len(claims) <= MOST:
            return shared
    return []


def _width(spot: Placed) -> float:
    return PITCH + (TAIL if spot.kind is Kind.UP_TO else 0)


def _block(piece: _Piece, middle: float, *, rows: int) -> list[Dot]:
    """Pack the shapes of a block round the middle of its span."""
    centre = (piece.left + piece.right) / 2
    packed = _packed(piece, rows)
    if not packed:
        number = len(piece.claims)
        half = (PITCH + breadth(str(number))) / 2
        up_to = all(spot.kind is Kind.UP_TO for spot in piece.claims)
        return [Dot(centre - half + PITCH / 2, middle, filled=False, tail=up_to, count=number)]
    dots = []
    for index, row in enumerate(packed):
        x = centre - sum(_width(spot) for spot in row) / 2
        y = middle + (index - (len(packed) - 1) / 2) * ROW
        for spot in row:
            width = _width(spot)
            dots.append(
                Dot(x + width - PITCH / 2, y, filled=False, tail=spot.kind is Kind.UP_TO, claim=spot.claim)
            )
            x += width
    return dots
