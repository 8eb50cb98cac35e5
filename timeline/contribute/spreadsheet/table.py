"""A sheet as rows of cells, whatever kind of file it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.diagnostics import Span

Kind = Literal["text", "number", "date", "fault"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell."""

    text: str
    """As a person reads it; a date that the program keeps as one in ISO 8601, no finer than the sheet shows it."""

    kind: Kind = "text"
    """`fault`: an error of the program, or a formula without a value; the text says which."""


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the header."""

    number: int
    """As the program or an editor shows it, from 1."""

    cells: tuple[Cell, ...]

    def __getitem__(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows."""

    name: str
    """The file, and its sheet if it has several."""

    header: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """How the file was read, for the user: its encoding, what parts its columns, what is merged."""

    filled: frozenset[tuple[int, int]] = frozenset()
    """Row and column (from 0) of cells that got their value from a merged one."""

    def place(self, row: int, column: int = 0) -> Span:
        """Give the place of a cell; a finding's line is the row, and its column the column, both from 1."""
        return Span(self.name, row, column + 1, row, column + 2)


class UnreadableTableError(Exception):
    """The file cannot be read as a table; the message says why, and the hint what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 8_000
"""As for a value of a content file."""


def table_of(
    name: str,
    rows: Iterable[tuple[int, Sequence[Cell]]],
    *,
    known: Iterable[str],
    notes: tuple[str, ...] = (),
    filled: frozenset[tuple[int, int]] = frozenset(),
) -> Table:
    """Find the header and what stands under it.

    The header is the first row in which two cells are names of columns that are known, so that a title above the table is
    passed over; where there is none, the first row that is not empty.

    Args:
        name: The file, for findings.
        rows: Row numbers and cells.
        known: Names of columns, as `spelling` writes them.
        notes: How the file was read.
        filled: Cells that got their value from a merged one.

    Raises:
        UnreadableTableError: There is nothing, too much, or a header whose names repeat.
    """
    kept = [(number, tuple(cells)) for number, cells in rows if any(cell.text for cell in cells)]
    if not kept:
        raise UnreadableTableError("the table is empty")
    if len(kept) > MOST_ROWS or max(len(cells) for _, cells in kept) > MOST_COLUMNS:
        raise UnreadableTableError(
            f"the table has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns",
            "split it into several files",
        )
    names = set(known)
    at = next(
        (
            index
            for index, (_, cells) in enumerate(kept[:20])
            if sum(spelling(cell.text) in names for cell in cells) > 1
        ),
        0,
    )
    header_row, header_cells = kept[at]
    header = _header(header_cells, header_row)
    return Table(
        name, header, header_row, tuple(Row(number, cells) for number, cells in kept[at + 1 :]), notes, filled
    )


def _header(cells: Sequence[Cell], row: int) -> tuple[str, ...]:
    header = [" ".join(cell.text.split()) for cell in cells]
    while header and not header[-1]:
        header.pop()
    seen: set[str] = set()
    for number, name in enumerate(header):
        if name and name in seen:
            raise UnreadableTableError(
                f"row {row}: two columns are called “{name}”", "give each column a name of its own"
            )
        if not name:
            header[number] = letters(number)  # a column without a name is known by its letters
        seen.add(name)
    return tuple(header)


def letters(column: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def spelling(name: str) -> str:
    """Give a column's name without what people vary: case, spaces, hyphens, underscores, a remark in brackets."""
    return re.sub(r"[\W_]+", " ", re.sub(r"\(.*?\)", "", name)).strip().casefold()
