"""A mapping of columns that is kept in a file, so that the next table of the same kind needs no more words.

What enters: YAML under the same guard as content. What leaves: what the user said of columns. What it refuses: keys that it
does not know.

    columns: {What happened: claim, Officer: ignore}
    constants: {source: bakhmut-article}
    numeric_dates: day-first
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from timeline.contribute.spreadsheet.columns import Columns, MappingError, NumericOrder
from timeline.contribute.writing import Data, plain_data, yaml_text
from timeline.diagnostics import has_errors
from timeline.source import read_document

_KEYS = ("columns", "constants", "numeric_dates")


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """What a file says of the columns."""

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    numeric_dates: NumericOrder | None = None


def read_mapping(path: str, data: bytes) -> SavedMapping:
    """Read a mapping.

    Raises:
        MappingError: It is no such file; the message says where.
    """
    document, found = read_document(path, data)
    if document.root is None or has_errors(found):
        raise MappingError("; ".join(f"line {one.span.line}: {one.message}" for one in found))
    says = plain_data(document.root)
    if not isinstance(says, Mapping) or set(says) - set(_KEYS):
        raise MappingError(f"a mapping has {', '.join(f'`{key}`' for key in _KEYS)} and nothing else")
    order = says.get("numeric_dates")
    if order not in {None, "day-first", "month-first"}:
        raise MappingError("`numeric_dates` is day-first or month-first")
    return SavedMapping(
        _words(says, "columns"), _words(says, "constants"), cast("NumericOrder | None", order)
    )


def _words(says: Mapping[str, Data], key: str) -> dict[str, str]:
    part = says.get(key, {})
    if not isinstance(part, Mapping) or not all(isinstance(value, str) for value in part.values()):
        raise MappingError(f"`{key}` is a mapping of words to words")
    return {name: str(value) for name, value in part.items()}


def write_mapping(header: Iterable[str], columns: Columns) -> str:
    """Write what all columns mean, guessed or said."""
    says: dict[str, Data] = {"columns": dict(zip(header, columns.meanings, strict=True))}
    if columns.constants:
        says["constants"] = dict(columns.constants)
    if columns.numeric_dates:
        says["numeric_dates"] = columns.numeric_dates
    return yaml_text(says)
