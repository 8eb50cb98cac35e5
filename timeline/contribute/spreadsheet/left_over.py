"""What a row says that no field of its records took, so that nothing is dropped in silence.

What enters: the cells of a row with their meanings, the claim made of it, and the records that this names. What leaves: the
columns whose words stand in none of them. That happens where two columns speak of the same: a year beside a whole date, a
position for a place that has another one on file, an address for a source that is known by its address already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.contribute.spreadsheet.columns import DATE_PARTS, Columns
from timeline.contribute.spreadsheet.numbers import decimal
from timeline.contribute.spreadsheet.table import Row
from timeline.contribute.writing import Data

_OWN_WAY = frozenset({"note", "ignore", "tags", "figure", "id"})
"""Meanings whose words always find their place, or that are seen to where they are read."""


def left_over(
    row: Row, columns: Columns, claim: Mapping[str, Data], named: Mapping[str, Sequence[Data]]
) -> Iterator[int]:
    """Give the columns of a row whose words stand nowhere.

    Args:
        row: Its cells.
        columns: What they mean.
        claim: What was made of the row.
        named: Id -> the records of this id, new ones and those on file.
    """
    said = {_plain(word) for word in _with_named(claim, named)}
    date = _signs(" ".join(words_of(claim.get("date", ""))))
    for number, meaning in enumerate(columns.meanings):
        text = row[number].text
        if not text or meaning in _OWN_WAY:
            continue
        if meaning in DATE_PARTS:
            told = _signs(text) <= date
        elif meaning in {"latitude", "longitude"}:
            told = decimal(text) in said
        else:
            told = _plain(text) in said or all(
                _plain(part) in said for part in re.split(r"[;\n]", text) if part.strip()
            )
        if not told:
            yield number


def _with_named(claim: Data, named: Mapping[str, Sequence[Data]]) -> Iterator[str]:
    """Give the words of a claim, of the records that it names, and of those that these name."""
    for word in words_of(claim):
        yield word
        for record in named.get(word, ()):
            for other in words_of(record):
                yield other
                for third in named.get(other, ()):
                    yield from words_of(third)


def words_of(data: Data) -> Iterator[str]:
    """Give every text in a piece of data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from words_of(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from words_of(value)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _signs(text: str) -> set[str]:
    """Give the numbers and words of a date, as far as the ways to write them do not differ."""
    found = re.findall(r"\d+|[^\W\d]+", text.casefold())
    return {sign.lstrip("0") for sign in found} - {""}
