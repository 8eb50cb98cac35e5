"""A table tried among the records on file: what it would become, and what is wrong with each of its rows.

What enters: the bytes of a file, what the user says of it, and the project. What leaves: texts of new files by path, and every
finding at the row and column that it comes from. The findings of the checks are those that `check` would have for the new
files; nothing is judged here that is not judged there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from timeline.codes import spreadsheets as codes
from timeline.contribute.spreadsheet.columns import KNOWN, Columns
from timeline.contribute.spreadsheet.csv_file import read_csv
from timeline.contribute.spreadsheet.made import Made
from timeline.contribute.spreadsheet.records import FIELDS, records_of
from timeline.contribute.spreadsheet.table import HowToRead, Table, letters, table_of
from timeline.contribute.spreadsheet.xlsx_file import is_xlsx, read_xlsx
from timeline.contribute.trial import OnFile
from timeline.contribute.writing import Data, as_text, plain_data
from timeline.diagnostics import Diagnostic, Severity, in_order
from timeline.fields import RECORDS

_FIELD = re.compile(r"([a-z_]+):")


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table would become."""

    texts: Mapping[str, str]
    """New files by path; those of rows with errors too."""

    findings: tuple[Diagnostic, ...]
    claims: int
    """Claims among the new files."""

    faulty: frozenset[str]
    """Paths of files that have errors."""

    needs: Mapping[str, frozenset[str]]
    """Path of a claim -> paths of the other new records that it names, and of those that these name."""

    left_out: int
    """Rows of which no claim could be made."""

    def valid(self) -> dict[str, str]:
        """Give the claims without errors, and of the other records those that they name.

        A claim that needs a faulty record is faulty itself.
        """
        sound = {
            path: text
            for path, text in self.texts.items()
            if path.startswith("content/events/")
            and path not in self.faulty
            and not self.needs[path] & self.faulty
        }
        named = frozenset[str]().union(*(self.needs[path] for path in sound))
        return {path: text for path, text in self.texts.items() if path in sound or path in named}


def read_table(name: str, data: bytes, how: HowToRead) -> Table:
    """Read a spreadsheet's file, whatever its name says that it is.

    Raises:
        UnreadableTableError: It is none, or not without more being said.
    """
    if is_xlsx(data):
        rows, notes, filled, title = read_xlsx(data, sheet=how.sheet)
        whole = f"{name} [{title}]" if title else name
        table = table_of(whole, rows, known=KNOWN, notes=notes, header_row=how.header_row)
        return replace(table, filled=filled)
    rows, notes = read_csv(data, encoding=how.encoding, separator=how.separator)
    return table_of(name, rows, known=KNOWN, notes=notes, header_row=how.header_row)


def tried(table: Table, columns: Columns, project: OnFile) -> Imported:
    """Make records of a table and check them among those on file."""
    taken = {folder: project.taken(folder) for folder in RECORDS}
    on_file = {
        document.path: plain_data(document.root)
        for document in project.documents
        if document.root is not None and document.path.count("/") > 1
    }
    made = records_of(table, columns, project.timeline, taken, on_file)
    known = _without_known(made, on_file, table)
    trial = project.tried(made.records, rules=True, schema=True)
    at_rows = [_at_row(found, trial.texts, made, table, columns) for found in trial.findings]
    faulty = {found.span.path for found in trial.findings if found.severity is Severity.ERROR}
    findings = in_order(_each_once((*made.findings, *known, *_merged(table, columns), *at_rows)))
    claims = sum(path.startswith("content/events/") for path in trial.texts)
    return Imported(trial.texts, findings, claims, frozenset(faulty), made.needs(), made.left_out)


def _without_known(made: Made, records: Mapping[str, Data], table: Table) -> list[Diagnostic]:
    """Take out claims that a file records already, word for word."""
    on_file = {_compared(data): path for path, data in records.items() if path.startswith("content/events/")}
    found = []
    for path in [path for path in made.records if path.startswith("content/events/")]:
        same = on_file.get(_compared(as_text(made.records[path])))
        if same:
            row = made.rows.pop(path)
            del made.records[path]
            found.append(codes.ON_FILE.at(table.place(row), f"row {row} is {same} already and is left out"))
    return found


def _compared(data: Data) -> str:
    """Write what a record says, whatever the order of its fields."""
    return json.dumps(data, sort_keys=True)


def _merged(table: Table, columns: Columns) -> Iterable[Diagnostic]:
    for row in table.rows:
        for column in sorted(column for number, column in table.filled if number == row.number):
            if row[column].text and column < len(columns.meanings) and columns.meanings[column] != "ignore":
                words = f"row {row.number}, column {letters(column)}: a merged cell, read as “{row[column].text[:60]}” here, too"
                yield codes.MERGED_CELL.at(table.place(row.number, column), words)


def _at_row(
    found: Diagnostic, texts: Mapping[str, str], made: Made, table: Table, columns: Columns
) -> Diagnostic:
    """Put a finding about a new file at the row, and the column if there is one, that it comes from."""
    path = found.span.path
    row = made.rows[path]
    field = _field_at(texts.get(path, ""), found.span.line)
    column = next(
        (number for number, meaning in enumerate(columns.meanings) if FIELDS.get(meaning, meaning) == field),
        None,
    )
    folder = PurePosixPath(path).parent.name
    what = "" if folder == "events" else f", {folder.removesuffix('s')} {PurePosixPath(path).stem}"
    where = f"row {row}{what}" + (f", `{field}`" if field else "")
    return replace(
        found,
        span=table.place(row, column or 0),
        message=f"{where}: {found.message}",
        hint=_HINTS.get(found.code, found.hint),
        related=(),
    )


_HINTS = {
    "C503": "add a column `exactness` (exact, vicinity, locality or region), or give it for all rows: `--constant exactness=...`",
    "D301": "leave the source's own words for the date alone, or add columns `reading` (EDTF) and `basis` (why it is read so); "
    "words in another language are read once the source has it: `--constant source_language=de`",
    "D302": "if the table always writes them alike, say so with `--numeric-dates`; else add columns `reading` (EDTF) and `basis`",
}
"""What to do in a table where that differs from what to do in a file."""


def _field_at(text: str, line: int) -> str:
    """Name the field of the record that a line of its file belongs to."""
    for each in reversed(text.split("\n")[:line]):
        if match := _FIELD.match(each):
            return match[1]
    return ""


def _each_once(found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    return dict.fromkeys(found)
