"""Where each claim stands in the overview, and as what: the rules that keep the overview from lying.

Enters: where claims are placed in time, and a scale. Leaves: for each lane its boxes, bars, marks and words.

A lane has two kinds of tracks, the same ones at the same height in every lane. The upper ones are cells of a table: one
for a day, or for a longer period, of which no more is known. Their ground hides every line of the axis, and claims stand
in them as a list does, from the left edge, below the name of the day. The lower ones alone have hours, with their lines and labels.

- A time is a filled mark at its moment; no other mark has a place on the axis that means anything.
- A part of a day is a bar over its hours, with hollow marks packed in its middle.
- A day whose time is not stated, or a longer period, is a cell over the whole of it, with hollow marks; where the axis
  shows hours, words beside them say so.
- Where only the latest possible day is known, the mark in that day's cell has an arrow that points back. Where the words
  give no day but a month or a year ("by May 2019"), the cell is that of the month, and has no left edge.
- What has no date stands in a column of its own, at the end.
- Where marks find no room, or are more than 60, one mark with their number stands for them: in no lane sooner than in
  another of the same fullness.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.align import Aligned, Kind, Placed
from timeline.drawings.overview.pieces import (
    INSET,
    PITCH,
    ROW,
    ROWS,
    TAIL,
    Piece,
    Tracks,
    binned,
    cell_height,
    is_bar,
    packed_in,
    rows_of,
    stacked,
    timed,
    tracks_of,
    width_of,
)
from timeline.drawings.overview.scale import Scale
from timeline.drawings.values import Box, Mark, Role, Text
from timeline.drawings.words import Words, breadth, fitting

_PADDING = 3.0


@dataclass(slots=True)
class LaneLayout:
    """What is drawn in one lane."""

    top: float
    boxes: list[Box] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes, each of the same height."""

    height: float
    hours: tuple[float, float]
    """Where, below the top of a lane, the tracks that have hours begin and end."""

    lanes: tuple[LaneLayout, ...]


def lay_out(  # noqa: PLR0913 - the frame and what stands in it
    aligned: Aligned,
    scale: Scale | None,
    *,
    top: float,
    undated: tuple[float, float],
    least: float,
    above: float = 0,
    words: Words | None = None,
) -> Layout:
    """Place every claim.

    Args:
        aligned: The timeline.
        scale: `None` where no claim has an established date.
        top: Where the first lane begins.
        undated: Left and right edge of the column of undated claims.
        least: Height of a lane at least.
        above: Room kept free at the top of each lane for its name.
        words: Of the timeline.
    """
    words = words or Words()
    members: dict[str, list[Placed]] = {lane.id: [] for lane in aligned.lanes}
    lane_of = lanes_of(aligned)
    for claim in aligned.order:
        members[lane_of[claim]].append(aligned.placed[claim])
    tracks = [tracks_of(placed, scale, words) for placed in members.values()]
    drawer = _Drawer(tracks, aligned.withdrawn, undated, scale, words)
    body = drawer.height
    height = max(body + 2 * _PADDING, least - above) + above
    start = above + (height - above - body) / 2
    lanes = tuple(drawer.lane(track, top + index * height, start) for index, track in enumerate(tracks))
    return Layout(height, (start + drawer.cells, height), lanes)


def lanes_of(aligned: Aligned) -> Mapping[str, str]:
    """Give the lane of every claim that is shown."""
    return {
        claim: cell.lane
        for group in aligned.groups
        for row in group.rows
        for cell in row.cells
        for claim in cell.claims
    }


class _Drawer:
    """Draws lanes alike: every lane has the same tracks at the same height, whether it fills them or not."""

    def __init__(
        self,
        tracks: Sequence[Tracks],
        withdrawn: frozenset[str],
        undated: tuple[float, float],
        scale: Scale | None,
        words: Words,
    ) -> None:
        """Measure the tracks."""
        self.withdrawn = withdrawn
        self.words = words
        self.undated = undated
        self.notes = words.not_stated if scale and scale.hours else ()
        self.scale = scale
        cells = [_cells(track) for track in tracks]
        deep = max((len(rows) for rows in cells), default=0)
        self.rows = [
            cell_height(
                max(
                    (rows_of(piece) for rows in cells for pieces in rows[row : row + 1] for piece in pieces),
                    default=1,
                )
            )
            for row in range(deep)
        ]
        self.crowded = any(len(timed(track.points, [])) > ROWS for track in tracks)
        hours = max((len(self._hours(track)) for track in tracks), default=0)
        self.cells = sum(self.rows) + _PADDING * len(self.rows)
        alone = max((rows_of(Piece(*undated, tuple(track.undated))) for track in tracks), default=0)
        self.alone = cell_height(alone)
        body = self.cells + hours * ROW
        self.height = max(body if hours else body - _PADDING, self.alone)

    def lane(self, track: Tracks, top: float, start: float) -> LaneLayout:
        """Draw one lane, whose tracks start some way below its top."""
        drawn = LaneLayout(top)
        y = top + start
        for height, pieces in zip(self.rows, _cells(track), strict=False):
            for piece in pieces:
                self._box(drawn, piece, y, height, self.notes if piece in track.days else piece.beyond)
            y += height + _PADDING
        y = top + start + self.cells
        for row, pieces in enumerate(self._hours(track)):
            middle = y + row * ROW + ROW / 2
            for piece in pieces:
                self._timed(drawn, piece, middle)
        if track.undated:
            left, right = self.undated
            box = Box(
                left=left,
                top=top + start,
                width=right - left,
                height=self.alone or cell_height(1),
                role=Role.UNDATED,
            )
            drawn.boxes.append(box)
            self._list(drawn, Piece(left, right, tuple(track.undated)), box.top + box.height / 2)
        return drawn

    def _hours(self, track: Tracks) -> list[list[Piece]]:
        """Share what has a time among rows."""
        if not self.crowded or self.scale is None:
            return timed(track.points, track.bars)
        return [
            *([binned(track.points, self.scale.left)] if track.points else [[]]),
            *timed([], track.bars),
        ]

    def _timed(self, drawn: LaneLayout, piece: Piece, middle: float) -> None:
        """Draw a time at its moment, or a part of a day over its hours."""
        if not is_bar(piece):
            self._point(drawn, piece, middle)
            return
        drawn.boxes.append(
            Box(left=piece.left, top=middle - 2.5, width=piece.right - piece.left, height=5, role=Role.BAR)
        )
        centre = (piece.left + piece.right) / 2
        packed = packed_in(piece, 1)
        if not packed:
            number = self.words.number(len(piece.claims))
            self._several(drawn, piece.claims, centre - (PITCH + breadth(number)) / 2 + PITCH / 2, middle)
            return
        first = centre - len(piece.claims) * PITCH / 2 + PITCH / 2
        for index, one in enumerate(piece.claims):
            drawn.marks.append(self._mark((one,), first + index * PITCH, middle))

    def _point(self, drawn: LaneLayout, piece: Piece, middle: float) -> None:
        x = (piece.left + piece.right) / 2
        if len(piece.claims) == 1:
            drawn.marks.append(self._mark(piece.claims, x, middle, filled=True))
        else:
            self._several(drawn, piece.claims, x, middle, filled=True)

    def _box(
        self, drawn: LaneLayout, piece: Piece, top: float, height: float, notes: tuple[str, ...]
    ) -> None:
        """Draw a day or period with its claims in a list, and words beside them where their place may mislead."""
        before, after = piece.open
        drawn.boxes.append(
            Box(
                left=piece.left + 1,
                top=top,
                width=piece.right - piece.left - 2,
                height=height,
                role=Role.BOX,
                open_left=before,
                open_right=after,
            )
        )
        end = self._list(drawn, piece, top + height / 2)
        if end is None:
            return
        edge = self.scale.left + self.scale.width if self.scale else piece.right
        right = edge if piece.limit else piece.right
        note = fitting(notes, right - end - 2 * _PADDING)
        if note:
            drawn.texts.append(Text(x=end + 3, y=top + height / 2 + 4.5, text=note, role=Role.NOTE))

    def _list(self, drawn: LaneLayout, piece: Piece, middle: float) -> float | None:
        """Draw the claims of a cell from its left edge, and say where they end if that is in one row."""
        left = piece.left + INSET
        packed = packed_in(piece, ROWS)
        if not packed:
            tail = TAIL if _limits_only(piece.claims) else 0
            return self._several(drawn, piece.claims, left + tail + PITCH / 2, middle)
        x = left
        for index, row in enumerate(packed):
            x = left
            y = middle + (index - (len(packed) - 1) / 2) * ROW
            for spot in row:
                x += width_of(spot)
                drawn.marks.append(self._mark((spot,), x - PITCH / 2, y))
        return x if len(packed) == 1 else None

    def _several(
        self, drawn: LaneLayout, claims: tuple[Placed, ...], x: float, y: float, *, filled: bool = False
    ) -> float:
        """Draw one mark and the number that it stands for, and say where they end."""
        drawn.marks.append(self._mark(claims, x, y, filled=filled))
        number = self.words.number(len(claims))
        drawn.texts.append(Text(x=x + 9, y=y + 4.5, text=number, role=Role.NUMBER))
        return x + 9 + breadth(number)

    def _mark(self, spots: tuple[Placed, ...], x: float, y: float, *, filled: bool = False) -> Mark:
        only_limits = _limits_only(spots)
        return Mark(
            x=x,
            y=y,
            claims=tuple(spot.claim for spot in spots),
            filled=filled and not only_limits,
            tail=only_limits,
            withdrawn=all(spot.claim in self.withdrawn for spot in spots),
        )


def _cells(track: Tracks) -> list[list[Piece]]:
    """Share the cells of a lane among rows: days first, so that they stand level in all lanes."""
    return stacked([*track.days, *track.periods])


def _limits_only(spots: tuple[Placed, ...]) -> bool:
    return all(spot.kind is Kind.UP_TO for spot in spots)
