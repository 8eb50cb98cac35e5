"""Records as flat rows: the columns that CSV, GeoJSON and the calendar have in common.

The columns follow from the fields of the JSON data: a value that is an object becomes several columns, `date.earliest`
for the `earliest` of `date`. A list stays one value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.exports.claim_fields import CLAIM, TOMBSTONE
from timeline.exports.fields import ID, Field, write
from timeline.exports.json_schema import DEFINITIONS
from timeline.exports.writing import Json
from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    """Such as `date.earliest`."""

    description: str
    schema: dict[str, Json]
    """JSON Schema of its values, which may be null where an object around them is."""

    @property
    def is_ids(self) -> bool:
        """Whether its values are lists of ids."""
        return self.schema.get("type") == "array" and self.schema.get("items") == ID

    @property
    def kind(self) -> str:
        """Say of what type its values are in a flat file, as Frictionless Table Schema calls it."""
        if self.is_ids:
            return "string"
        given = self.schema.get("type", "string")
        types = [one for one in (given if isinstance(given, list) else [given]) if one != "null"]
        return str(types[0])


def columns(fields: Sequence[Field[Any]], prefix: str = "", about: str = "") -> tuple[Column, ...]:
    """Make the columns of a kind of record."""
    return tuple(_columns(fields, prefix, about))


def _columns(fields: Sequence[Field[Any]], prefix: str, about: str) -> Iterator[Column]:
    for field in fields:
        inner = _object(field.schema)
        if inner is None:
            yield Column(f"{prefix}{field.name}", f"{about}{field.description}", field.schema)
        else:
            yield from _columns(inner, f"{prefix}{field.name}.", f"{about}{field.description} ")


def _object(schema: dict[str, Json]) -> tuple[Field[Any], ...] | None:
    """Give the fields of the object that a schema names, if it names one."""
    one_of = schema.get("anyOf", [schema])
    first = one_of[0] if isinstance(one_of, list) else None
    name = first.get("$ref") if isinstance(first, dict) else None
    return DEFINITIONS[name.removeprefix("#/$defs/")][0] if isinstance(name, str) else None


CLAIM_COLUMNS = columns(CLAIM)


def flat(record: Mapping[str, Json], prefix: str = "") -> dict[str, Json]:
    """Write a record of the JSON data as a flat row. The columns of an object that is null are not there."""
    row: dict[str, Json] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            row |= flat(value, f"{prefix}{name}.")
        else:
            row[f"{prefix}{name}"] = value
    return row


def claim_row(event: Event) -> dict[str, Json]:
    """Write a claim as a flat row; a removed one has its status where others have theirs, and nothing else."""
    if not event.removed:
        return flat(write(CLAIM, event))
    left = write(TOMBSTONE, event)
    return {"id": left["id"], "status.kind": left["status"]}
