"""Text on a grid of character cells.

What enters: text from content. What leaves: what a terminal may show for it, and how many cells that takes, so that
marks line up below Chinese characters, emoji and combining accents. What it refuses: to pass on a character that
cannot be seen or that acts on the terminal; it becomes `<U+202E>`.

Widths follow East_Asian_Width (Unicode Standard Annex 11). Terminals differ about joined emoji; each part counts here.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from timeline.source.characters import invisible, why_refused

TAB = "    "
ELLIPSIS = "…"


def shown(char: str) -> str:
    """What stands on the screen for a character."""
    if char == "\t":
        return TAB
    if char in "\n\r" or why_refused(char) or any(invisible(char)):
        return f"<U+{ord(char):04X}>"
    return char


def safe(text: str) -> str:
    """The text on one line, with every character that acts or hides spelt out."""
    return "".join(map(shown, text))


def cells(text: str) -> int:
    """The number of cells that shown text takes."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a line that is shown."""

    text: str
    _edges: tuple[int, ...]
    """Cell at which each shown character starts, and that behind the last one."""

    _first: int
    """Offset in the line of the first shown character."""

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Find the cells of `line[start:end]`, as the first one and their number, at least one.

        Characters outside the shown part are marked at its edge.
        """
        last = len(self._edges) - 1
        left = self._edges[min(max(start - self._first, 0), last)]
        right = self._edges[min(max(end - self._first, 0), last)]
        return left, max(right - left, 1)


def strip(line: str, focus: int, room: int) -> Strip:
    """Lay out a line, trimmed to the room around a place.

    Args:
        line: One line without its line end.
        focus: Offset of the character that must be seen, from 0.
        room: Cells to fill.

    Returns:
        The whole line if it fits, else a part of it with an ellipsis at each cut. Only characters near the focus
        are looked at, so a very long line costs no more than a short one.
    """
    focus = min(focus, len(line))
    first = focus
    used = 0
    # A third of the room goes to what stands before the place; the bound on characters stops endless combining marks.
    while first > 0 and focus - first < room and used + cells(shown(line[first - 1])) <= room // 3:
        first -= 1
        used += cells(shown(line[first]))
    if len(line) <= room and sum(cells(shown(char)) for char in line) <= room:
        first, used = 0, 0
    head = ELLIPSIS if first else ""
    edges = [len(head)]
    pieces = [head]
    last = first
    while last < len(line) and last - first < 3 * room:
        piece = shown(line[last])
        if edges[-1] + cells(piece) > room:
            break
        pieces.append(piece)
        edges.append(edges[-1] + cells(piece))
        last += 1
    if last < len(line):
        pieces.append(ELLIPSIS)
    return Strip("".join(pieces), tuple(edges), first)
