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


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToRead:
    """What the user knows of a file."""

    sheet: str | None = None
    header_row: int | None = None
    encoding: str | None = None
    separator: str | None = None


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
    header_row: int | None = None,
) -> Table:
    """Find the header and what stands under it.

    The header is the row, among the first twenty, in which the most cells are names of columns that are known, at least two;
    so a title above the table, and a row that only groups the columns, are passed over, which a note tells. Where there is
    none, it is the first row that is not empty.

    Args:
        name: The file, for findings.
        rows: Row numbers and cells.
        known: Names of columns, as `spelling` writes them.
        notes: How the file was read.
        header_row: The number of the row that is the header, if the user knows.

    Raises:
        UnreadableTableError: There is no such row, nothing, too much, or a header whose names repeat.
    """
    kept = [(number, tuple(cells)) for number, cells in rows if any(cell.text for cell in cells)]
    if not kept:
        raise UnreadableTableError("the table is empty")
    if len(kept) > MOST_ROWS or max(len(cells) for _, cells in kept) > MOST_COLUMNS:
        raise UnreadableTableError(
            f"the table has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns",
            "split it into several files",
        )
    at = _found_header(kept, set(known)) if header_row is None else _wanted_header(kept, header_row)
    number, cells = kept[at]
    rows_below = tuple(Row(number, cells) for number, cells in kept[at + 1 :])
    return Table(name, _header(cells, number), number, rows_below, (*notes, *map(_passed_over, kept[:at])))


def _found_header(rows: Sequence[tuple[int, Sequence[Cell]]], known: set[str]) -> int:
    counts = [len({spelling(cell.text) for cell in cells} & known) for _, cells in rows[:20]]
    return counts.index(max(counts)) if max(counts) > 1 else 0


def _wanted_header(rows: Sequence[tuple[int, Sequence[Cell]]], wanted: int) -> int:
    for index, (number, _) in enumerate(rows):
        if number == wanted:
            return index
    raise UnreadableTableError(
        f"row {wanted} is empty or does not exist", "count from 1, as the program does"
    )


def _passed_over(row: tuple[int, Sequence[Cell]]) -> str:
    words = " | ".join(dict.fromkeys(cell.text for cell in row[1] if cell.text))
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    return f"row {row[0]} stands above the header and is left out: {shown}"


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
