"""Small things that every data file needs: JSON bytes, numbers, and coordinates no finer than they are known."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal

from timeline.geography.exactness import rounded
from timeline.model import Exactness

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""What JSON can hold."""


def as_json(document: Json) -> bytes:
    """Write JSON for people and machines alike: UTF-8, indented, keys in the order given, a final line break."""
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def number(value: Decimal | None) -> Json:
    """Turn a decimal into a JSON number; whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def bound(value: datetime | None) -> Json:
    """Write one end of an interval in ISO 8601, with an offset where a zone is known; `None` is open or unknown."""
    return None if value is None else value.isoformat()


def coordinate(degrees: Decimal | None, exactness: Exactness | None) -> Json:
    """Round a coordinate to what its stated exactness allows: a finer one could lead to somebody's door."""
    return number(rounded(degrees, exactness))
