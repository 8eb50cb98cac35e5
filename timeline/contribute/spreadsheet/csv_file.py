"""A CSV file -> rows of cells.

What enters: bytes, and what the user knows of them. What leaves: rows with the number of the line on which each begins. What it
refuses: to guess an encoding. Bytes that are not UTF-8 could be any of a dozen others, each of which gives other words, so
the user is asked, and told which ones are likely.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from charset_normalizer import from_bytes

from timeline.contribute.spreadsheet.table import LONGEST_CELL, Cell, UnreadableTableError

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, those that begin like another one first (RFC 3629, Unicode 16, section 2.6)."""


def read_csv(
    data: bytes, *, encoding: str | None = None, separator: str | None = None
) -> tuple[Iterator[tuple[int, Sequence[Cell]]], tuple[str, ...]]:
    """Read a CSV file (RFC 4180, and the separators that programs use where the comma is a decimal point).

    Returns:
        The rows, and how the file was read.

    Raises:
        UnreadableTableError: It cannot be decoded, is no text, or cannot be parted into columns.
    """
    text, used = _decoded(data, encoding)
    parted_by = separator or _separator(text)
    notes = (f"read as {used}, with {SEPARATORS.get(parted_by, repr(parted_by))} between columns",)
    return iter(list(_rows(text, parted_by))), notes


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    name = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(name)
    except LookupError:
        raise UnreadableTableError(
            f"there is no encoding `{name}`", "such as utf-8, cp1252, cp1251"
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if encoding:
            raise UnreadableTableError(f"line {line} is not {name}", "try another --encoding") from None
        raise UnreadableTableError(f"line {line} is not UTF-8", _likely(data)) from None
    if "\0" in text:
        raise UnreadableTableError("this is no text", "save it as CSV, or give the .xlsx file itself")
    return text.removeprefix("\ufeff"), "UTF-8" if name in {"utf-8", "utf-8-sig"} else name


def _likely(data: bytes) -> str:
    """Say which encodings would give words, each with the first line that is not ASCII read so."""
    line = next((line for line in data.splitlines() if not line.isascii()), b"")
    first = next((at for at, byte in enumerate(line) if byte > 127), 0)
    line = line[max(0, first - 30) :][:200]
    likely: dict[str, str] = {}
    for name in ("cp1252", "cp1251", *(match.encoding for match in from_bytes(data[:50_000]))):
        try:
            sample = line.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if sample.isprintable() or "\t" in sample:
            likely.setdefault(sample[:60], name)
    lines = [f"  --encoding {name}   {sample}" for sample, name in likely.items()]
    return "save it as UTF-8, or name its encoding; so its first such line would read:\n" + "\n".join(
        lines[:4]
    )


def _separator(text: str) -> str:
    """Find what parts the columns: what stands in the first line most often, outside quotes."""
    counts: Counter[str] = Counter()
    inside = False
    for sign in text[:20_000].lstrip("\r\n"):
        if sign == '"':
            inside = not inside
        elif not inside and sign in "\r\n":
            break
        elif not inside and sign in SEPARATORS:
            counts[sign] += 1
    return counts.most_common(1)[0][0] if counts else ","


def _rows(text: str, separator: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for fields in reader:
            yield begins, [_cell(field, begins) for field in fields]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableTableError(
            f"line {begins}: {error}",
            "a quotation mark inside quotes is written twice; look at the quotes from there on",
        ) from None


def _cell(field: str, line: int) -> Cell:
    if len(field) > LONGEST_CELL:
        raise UnreadableTableError(
            f"line {line}: a cell has {len(field):,} characters, and {LONGEST_CELL:,} are allowed",
            "is a closing quotation mark missing?",
        )
    text = field.strip()
    return Cell(text, "fault") if text in FAULTS else Cell(text)


FAULTS = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#ERROR!", "#SPILL!"})
"""What spreadsheet programs write where a formula failed."""
