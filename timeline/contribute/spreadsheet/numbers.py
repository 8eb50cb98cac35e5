"""Numbers in cells: positions and figures, as far as they are plain to see."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.contribute.writing import Data

_COMMA = re.compile(r"-?\d{1,3},\d+")
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?")


def decimal(text: str) -> str:
    """Write the decimal comma of a position as a point; a position has no thousands, so it can be nothing else."""
    return text.replace(",", ".") if _COMMA.fullmatch(text) else text


def figure(text: str) -> Data | None:
    """Give a number or a range such as 15-20; None where more, or less, is written, such as `about 15`."""
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    least, most = match.groups()
    return {"min": least, "max": most} if most else {"value": least}


def position(place: Mapping[str, Data], other: Mapping[str, Data]) -> str:
    """Write where a place is, so that it differs from where another record of it says."""
    words = f"{place['latitude']}, {place['longitude']}"
    if words == f"{other['latitude']}, {other['longitude']}":
        words += f" ({place.get('exactness', 'no exactness')})"
    return words
