"""Claims of one lane gathered into pieces: what shares a span, and how pieces share rows without covering one another.

Enters: where claims are placed in time, and a scale. Leaves: pieces with their left and right edge, in rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.align import Kind, Placed
from timeline.drawings.overview.scale import Scale
from timeline.drawings.overview.units import Span
from timeline.drawings.words import Words, breadth

PITCH = 15.0
"""Distance between two marks of a list."""

TAIL = 10.0
"""Additional room of an arrow that points back."""

ROW = 16.0
"""Height of a row of marks."""

MOST = 60
"""Marks of one lane in one cell, at most; more become a number."""

_POINTS = {Kind.TIME: float("inf"), Kind.PART: 12.0, Kind.DAY: 30.0, Kind.UP_TO: 30.0, Kind.PERIOD: 15.0}
"""A narrower span is drawn as a point: the axis shows nothing finer, so it is as exact as the axis."""

ROWS = 3
"""Rows of marks in one cell, at most."""

_BIN = 32.0
"""Where points crowd, each stretch of this width holds one mark and its number."""

INSET = 4.0
"""Between the edge of a cell and its first mark."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Claims that share one span."""

    left: float
    right: float
    claims: tuple[Placed, ...]
    open: tuple[bool, bool] = (False, False)
    """Whether it runs off its cell at its start, and at its end."""

    beyond: tuple[str, ...] = ()
    """Words for a period that runs off the axis, the fullest first."""

    limit: bool = False
    """Whether it is the latest possible month or year of its claims."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """The pieces of a lane, by what they are drawn as."""

    points: list[Piece]
    bars: list[Piece]
    days: list[Piece]
    periods: list[Piece]
    undated: list[Placed]


def span_of_claim(spot: Placed) -> Span | None:
    """Give the span that a claim is drawn over: that of its date, or of the day, month or year that limits it."""
    if spot.kind is Kind.UNDATED or spot.start is None or spot.end is None:
        return None
    return spot.limited_by or (spot.start, spot.end)


def is_period(spot: Placed) -> bool:
    """Tell whether a claim is drawn over more than a day."""
    return spot.kind is Kind.PERIOD or spot.limited_by is not None


def is_bar(piece: Piece) -> bool:
    """Tell whether a piece is a part of a day that is long enough to be drawn as one."""
    return piece.right - piece.left > _POINTS[Kind.PART] and piece.claims[0].kind is Kind.PART


def tracks_of(placed: Iterable[Placed], scale: Scale | None, words: Words) -> Tracks:
    """Sort the claims of a lane by how they are drawn."""
    points: list[Piece] = []
    undated: list[Placed] = []
    spans: dict[str, dict[tuple[Span, bool], list[Placed]]] = {"bars": {}, "days": {}, "periods": {}}
    for spot in placed:
        span = span_of_claim(spot)
        if scale is None or span is None:
            undated.append(spot)
            continue
        left, right = scale.x(span[0]), scale.x(span[1])
        kind = Kind.PERIOD if is_period(spot) else spot.kind
        if right - left <= _POINTS[kind] and spot.limited_by is None:
            middle = (left + right) / 2
            points.append(Piece(middle - PITCH / 2, middle + PITCH / 2, (spot,)))
            continue
        name = {Kind.PART: "bars", Kind.PERIOD: "periods"}.get(kind, "days")
        spans[name].setdefault((span, spot.limited_by is not None), []).append(spot)

    def pieces(name: str) -> list[Piece]:
        if scale is None:
            return []
        return [
            _piece(tuple(claims), span, scale, limit=limit, words=words)
            for (span, limit), claims in sorted(spans[name].items(), key=lambda item: item[0])
        ]

    return Tracks(
        sorted(points, key=lambda piece: (piece.left, piece.claims[0].claim)),
        pieces("bars"),
        pieces("days"),
        pieces("periods"),
        undated,
    )


def _piece(claims: tuple[Placed, ...], span: Span, scale: Scale, *, limit: bool, words: Words) -> Piece:
    start, end = span
    off = (start < scale.start, end > scale.end)
    beyond: tuple[str, ...] = ()
    if limit:
        beyond = (words.or_earlier(start, end),)
    elif any(off):
        before, after = off
        own = words.periods.get(claims[0].group)
        beyond = (*((own,) if own else ()), *words.beyond(start, end, before=before, after=after))
    return Piece(scale.x(start), scale.x(end), claims, (off[0] or limit, off[1]), beyond, limit)


def stacked(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Put cells, one after the other, into as few rows as they need so that none covers another."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        span = (piece.left, _end(piece))
        row = next(
            (row for row in rows if not any(_overlap(span, (other.left, _end(other))) for other in row)), None
        )
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return rows


def _end(piece: Piece) -> float:
    """Give the right edge of a cell, or of what stands in it where that is wider."""
    inside = PITCH + _number(piece) if len(piece.claims) > 1 else 0
    if piece.limit:
        # Without its words, the cell of a month would be taken for that of a day.
        inside = sum(width_of(spot) for spot in piece.claims) + breadth(piece.beyond[0])
    return max(piece.right, piece.left + INSET + inside)


def timed(points: Sequence[Piece], bars: Sequence[Piece]) -> list[list[Piece]]:
    """Put times and parts of days into as few rows as they need: a mark may stand on another's bar, not on its mark."""
    rows: list[list[Piece]] = []
    for piece in sorted([*bars, *points], key=lambda one: (one.left, one.claims[0].claim)):
        row = next((row for row in rows if not any(_collide(piece, other) for other in row)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return rows


def _collide(one: Piece, other: Piece) -> bool:
    bars = is_bar(one) and is_bar(other) and _overlap((one.left, one.right), (other.left, other.right))
    return bars or _overlap(_extent(one), _extent(other))


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] - 0.01 and other[0] < one[1] - 0.01


def _extent(piece: Piece) -> tuple[float, float]:
    """Give where the marks of a piece stand that has a time."""
    if not is_bar(piece):
        return (piece.left, piece.right)
    packed = packed_in(piece, 1)
    half = len(piece.claims) * PITCH / 2 if packed else PITCH + _number(piece)
    centre = (piece.left + piece.right) / 2
    return (centre - half, centre + half)


def binned(points: Sequence[Piece], left: float) -> list[Piece]:
    """Gather points that crowd, one piece for each stretch of the axis."""
    bins: dict[int, list[Piece]] = {}
    for piece in points:
        x = (piece.left + piece.right) / 2
        bins.setdefault(int((x - left) // _BIN), []).append(piece)
    gathered = []
    for place, pieces in sorted(bins.items()):
        edge = left + place * _BIN
        x = (pieces[0].left + pieces[0].right) / 2
        x = min(max(x, edge + PITCH / 2), edge + _BIN - PITCH / 2) if len(pieces) == 1 else edge + PITCH / 2
        claims = tuple(claim for piece in pieces for claim in piece.claims)
        gathered.append(replace(pieces[0], left=x - PITCH / 2, right=x + PITCH / 2, claims=claims))
    return gathered


def _number(piece: Piece) -> float:
    """Estimate how wide the number of a piece is, with the signs that part thousands."""
    return breadth(f"{len(piece.claims):,}")


def cell_height(rows: int) -> float:
    """Give the height of a cell of some rows of marks."""
    return rows * ROW + 2 if rows else 0


def rows_of(piece: Piece) -> int:
    """Count the rows that a cell needs in its width; a number needs one."""
    return (len(packed_in(piece, ROWS)) or 1) if piece.claims else 0


def packed_in(piece: Piece, rows: int) -> list[list[Placed]]:
    """Share the claims of a cell among as few rows as fit into its width; none if they do not fit."""
    room = piece.right - piece.left - 2 * INSET
    if len(piece.claims) == 1:
        return [list(piece.claims)]
    claims = sorted(piece.claims, key=lambda spot: spot.kind is not Kind.UP_TO)
    for count in range(1, rows + 1):
        share = -(-len(claims) // count)
        shared = [claims[start : start + share] for start in range(0, len(claims), share)]
        if all(sum(width_of(spot) for spot in row) <= room for row in shared) and len(claims) <= MOST:
            return shared
    return []


def width_of(spot: Placed) -> float:
    """Give the room of a claim's mark in a list."""
    return PITCH + (TAIL if spot.kind is Kind.UP_TO else 0)
