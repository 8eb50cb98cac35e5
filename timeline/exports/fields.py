"""A field of the open data: its name, JSON Schema, meaning and value, written down once.

The data file and its schema are both made from the same tuples of `Field`, so that neither can say what the other does
not know.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline.exports.writing import Json

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Field(Generic[Record]):
    """One property of an object in the data."""

    name: str
    schema: dict[str, Json]
    """JSON Schema of the value, without the description."""

    description: str
    value: Callable[[Record], Json]


def write(fields: Sequence[Field[Record]], record: Record) -> dict[str, Json]:
    """Make the JSON object of a record. Every field is present; what is not known is `null` or an empty list."""
    return {field.name: field.value(record) for field in fields}


def object_schema(fields: Sequence[Field[Record]], description: str) -> dict[str, Json]:
    """Make the JSON Schema of an object: all fields required, no others allowed."""
    return {
        "description": description,
        "type": "object",
        "properties": {field.name: {"description": field.description, **field.schema} for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


TEXT: dict[str, Json] = {"type": "string"}
TEXT_OR_NULL: dict[str, Json] = {"type": ["string", "null"]}
ID: dict[str, Json] = {"type": "string", "minLength": 1}
ID_OR_NULL: dict[str, Json] = {"type": ["string", "null"], "minLength": 1}
NUMBER_OR_NULL: dict[str, Json] = {"type": ["number", "null"]}
FLAG: dict[str, Json] = {"type": "boolean"}
DAY: dict[str, Json] = {"type": "string", "format": "date"}
DAY_OR_NULL: dict[str, Json] = {"type": ["string", "null"], "format": "date"}


def choice(*values: str | None) -> dict[str, Json]:
    """Schema of one of some fixed values."""
    return {"enum": list(values)}


def list_of(items: dict[str, Json]) -> dict[str, Json]:
    """Schema of a list."""
    return {"type": "array", "items": items}


def ref(name: str) -> dict[str, Json]:
    """Schema of a definition under `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def ref_or_null(name: str) -> dict[str, Json]:
    """Schema of a definition under `$defs`, or nothing."""
    return {"anyOf": [ref(name), {"type": "null"}]}
