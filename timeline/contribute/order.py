"""The order in which a record's fields stand in its file, and which of them are numbers.

What enters: a record as plain data. What leaves: the same data, every mapping with known fields in the order in which
people read it (what, when, where, who says so, and at the end the source and the editor's own words), and numbers as
numbers where the tables of fields say that they are some. What it refuses: nothing. Fields that no table knows come last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from timeline.contribute.writing import Data
from timeline.fields import EVENT_FIELDS, RECORDS
from timeline.scalars import Number, Truth
from timeline.shapes import Either, Field, Fields, Keyed, OneOrMore, Shape, Wrapped
from timeline.values import FigureShape

EVENT_ORDER = (
    "title",
    "date",
    "said",
    "said_at",
    "place",
    "claim",
    "kind",
    "by",
    "via",
    "narrative",
    "about",
    "relations",
    "figures",
    "quote",
    "source",
    "tags",
    "note",
    "status",
    "history",
    "aliases",
)
"""As in the files of this repository. The table of fields begins with the required ones instead, as an explanation does."""

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def file_order(folder: str) -> tuple[str, ...]:
    """Give the names of a record's fields in the order in which they stand in its file."""
    return EVENT_ORDER if folder == "events" else tuple(field.name for field in RECORDS[folder])


def arranged(folder: str, data: Mapping[str, Data]) -> dict[str, Data]:
    """Put a record's fields in order, and theirs too.

    Args:
        folder: Whose record it is, such as `events`.
        data: Its fields in any order. Mappings whose keys the author chooses keep theirs.
    """
    table = EVENT_FIELDS if folder == "events" else RECORDS[folder]
    return _by_table(data, table, file_order(folder))


def _by_table(data: Mapping[str, Data], table: Sequence[Field], order: Sequence[str]) -> dict[str, Data]:
    shapes = {field.name: field.shape for field in table}
    names = sorted(data, key=lambda name: order.index(name) if name in shapes else len(order))
    return {name: _by_shape(data[name], shapes.get(name)) for name in names}


def _by_shape(value: Data, shape: Shape | None) -> Data:
    """Arrange one value; what has no shape stays as it is."""
    if isinstance(value, Mapping):
        return _mapping(value, shape)
    if isinstance(value, Sequence) and not isinstance(value, str):
        of = shape.of if isinstance(shape, OneOrMore) else shape
        return [_by_shape(item, of) for item in value]
    one = _scalar_shape(shape)
    if isinstance(one, Number) and isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    if isinstance(one, Truth) and value in {"true", "false"}:
        return value == "true"
    return value


def _mapping(data: Mapping[str, Data], shape: Shape | None) -> dict[str, Data]:
    match shape:
        case Fields(fields=fields):
            return _by_table(data, fields, [field.name for field in fields])
        case Keyed(value=of):
            return {key: _by_shape(each, of) for key, each in data.items()}
        case OneOrMore(of=of) | Wrapped(of=of):
            return _mapping(data, of)
    # Shapes that may be one of two things, and those with a form of their own, name their mapping so.
    inner = next(
        (getattr(shape, name) for name in ("mapping", "answered", "pair") if hasattr(shape, name)), None
    )
    return _mapping(data, inner) if isinstance(inner, Shape) else dict(data)


def _scalar_shape(shape: Shape | None) -> Shape | None:
    match shape:
        case OneOrMore(of=of) | Wrapped(of=of) | Either(scalar=of):
            return _scalar_shape(of)
        case FigureShape():
            return Number()
    return shape
