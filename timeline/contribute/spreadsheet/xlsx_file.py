"""An XLSX file -> rows of cells.

What enters: bytes, and perhaps the name of a sheet. What leaves: rows as people see them: a date no finer than its cell shows
it, and the value of a merged cell in each of the cells that it covers. What it refuses: files that would unpack to far more
than they are, documents that declare entities, and everything that is no table: macros and formulas are never run.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles.numbers import is_date_format
from openpyxl.worksheet.worksheet import Worksheet

from timeline.contribute.spreadsheet.csv_file import FAULTS
from timeline.contribute.spreadsheet.table import EMPTY, LONGEST_CELL, Cell, UnreadableTableError

MOST_BYTES = 200_000_000
"""Unpacked, all parts together."""


def is_xlsx(data: bytes) -> bool:
    """Whether a file is a ZIP archive, as all of these are."""
    return data.startswith(b"PK\x03\x04")


def read_xlsx(
    data: bytes, *, sheet: str | None = None
) -> tuple[Iterator[tuple[int, Sequence[Cell]]], tuple[str, ...], frozenset[tuple[int, int]], str]:
    """Read one sheet.

    Returns:
        Its rows, how it was read, which cells were filled from a merged one, and its name where the file has several.

    Raises:
        UnreadableTableError: It is no such file, has no such sheet, or is not to be trusted.
    """
    _refuse_traps(data)
    try:
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data), data_only=False)
    except Exception as error:  # noqa: BLE001 - its reader raises whatever a broken part makes it raise
        raise UnreadableTableError(
            f"it cannot be read as XLSX ({type(error).__name__})",
            "open it in a spreadsheet program and save it anew",
        ) from None
    names = [each.title for each in values.worksheets]
    if not names:
        raise UnreadableTableError("it has no sheet with cells")
    visible = [each.title for each in values.worksheets if each.sheet_state == "visible"]
    name = sheet or (visible or names)[0]
    if name not in names:
        raise UnreadableTableError(f"there is no sheet “{name}”", f"it has: {', '.join(names)}")
    notes = (
        [f"read sheet “{name}” of {len(names)}; --sheet chooses another"]
        if len(names) > 1 and not sheet
        else []
    )
    one = values[name]
    merged = {
        (row, column): (area.min_row, area.min_col)
        for area in one.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col) and area.max_row > area.min_row
    }
    hidden = [f"row {number}" for number, each in sorted(one.row_dimensions.items()) if each.hidden]
    hidden += [f"column {name}" for name, each in sorted(one.column_dimensions.items()) if each.hidden]
    if hidden:
        more = f" and {len(hidden) - 10} more" if len(hidden) > 10 else ""
        notes.append(f"hidden, and read like the rest: {', '.join(hidden[:10])}{more}")
    rows = list(_rows(one, formulas[name], merged))
    filled = frozenset((row, column - 1) for row, column in merged)
    return iter(rows), tuple(notes), filled, name if len(names) > 1 else ""


def _refuse_traps(data: bytes) -> None:
    """Look before anything is unpacked or parsed: sizes as the archive states them, and declared entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise UnreadableTableError(
                    "it would unpack to more than 200 MB", "save the sheet alone, as CSV"
                )
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        if b"<!DOCTYPE" in stream.read(4096):
                            raise UnreadableTableError(
                                "it declares entities of its own, which no spreadsheet program does"
                            )
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableTableError(
            f"it is damaged or locked ({error})",
            "open it in a spreadsheet program and save it anew, without a password",
        ) from None


def _rows(
    sheet: Worksheet, formulas: Worksheet, merged: dict[tuple[int, int], tuple[int, int]]
) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = []
        for column, found in enumerate(row, start=1):
            at = merged.get((number, column), (number, column))
            one = sheet.cell(*at) if at != (number, column) else found
            cells.append(_cell(one, formulas.cell(*at).value))
        while cells and cells[-1] == EMPTY:
            cells.pop()
        yield number, cells


def _cell(cell: object, formula: object) -> Cell:
    value = getattr(cell, "value", None)
    if value is None:
        is_formula = isinstance(formula, str) and formula.startswith("=")
        return Cell("a formula without a value", "fault") if is_formula else EMPTY
    shown = cell.number_format if isinstance(cell, SheetCell) else ""
    match value:
        case bool():
            return Cell("true" if value else "false")
        case datetime() | date() | time() | timedelta():
            return Cell(as_shown(value, shown), "date")
        case int() | float():
            return Cell(_number(value, shown), "number")
        case _:
            text = str(value).strip()
            if len(text) > LONGEST_CELL:
                raise UnreadableTableError(
                    f"a cell has {len(text):,} characters, and {LONGEST_CELL:,} are allowed", "shorten it"
                )
            return Cell(text, "fault") if text in FAULTS else Cell(text)


def _number(value: float, shown: str) -> str:
    if "%" in shown and not is_date_format(shown):
        return f"{value * 100:.15g}%"
    return f"{value:.15g}"


def as_shown(value: datetime | date | time | timedelta, shown: str) -> str:
    """Write a date in ISO 8601, with those of its parts that its cell shows.

    A program that is given “May 2023” keeps the first of that month and shows the month; to write the first would invent a day.
    """
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    parts = _parts(shown)
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    written = f"{value.year:04}"
    if not parts or "m" in parts or "d" in parts:
        written += f"-{value.month:02}"
    if not parts or "d" in parts:
        written += f"-{value.day:02}"
    has_time = isinstance(value, datetime) and (value.hour or value.minute or value.second)
    if isinstance(value, datetime) and has_time and (not parts or "h" in parts):
        written += value.strftime("T%H:%M:%S" if value.second else "T%H:%M")
    return written


def _parts(shown: str) -> set[str]:
    """Find which parts of a date a number format shows (ECMA-376 part 1, 18.8.31): y, m, d, h."""
    code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", shown.lower().partition(";")[0])
    if not is_date_format(shown):
        return set()
    # An m beside hours or seconds is minutes.
    code = re.sub(r"(h+[^a-z]*)m+", r"\1", code)
    code = re.sub(r"m+([^a-z]*s)", r"\1", code)
    return {sign for sign in "ymdh" if sign in code}
