"""The language in which rules say which phrases they read, and the index that finds the patterns of a phrase.

A pattern is a line of token kinds, such as `weekday:WEEKDAY? day:DAY month:MONTH year:YEAR`:

    KIND         one token of that kind (`tokens.KINDS`) or class (`CLASSES`)
    KIND?        the same, may be missing
    A|B          one of several kinds
    name:KIND    the token is handed to the rule under that name
    <name>       any run of tokens that itself reads as a date, handed over as an `Expression`
    !A|B         somewhere in the phrase there is a token of one of these kinds (it saves trying in vain)

Every pattern matches a whole phrase and may begin with a preposition ("in", "at"), unless it starts with `=`.

What enters the index: a signature, which is the kinds of a phrase's tokens as letters. What leaves: the patterns that
cover it, and where their named parts are. Hundreds of patterns are told apart at once: each is one bit of a number,
and each place of the signature strikes out those that cannot have its kind there. Only what is left is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.dates.tokens import KINDS, MAX_TOKENS

CLASSES: Final[dict[str, str]] = {
    **KINDS,
    "DAY": "NO",
    "YEAR": "Yy",
    "COUNT": "Na_",
    "ORDINAL": "O2",
    "UNITS": "U2G45o",
    "LASTS": "lp;v",
    "NEXTS": "n6",
    "FIRSTLAST": "O2l",
}
"""Every kind, and classes of kinds that patterns name together, as the letters of signatures."""

Places = dict[str, tuple[int, int]]
"""Where the named parts of a pattern are in a signature: the first place, and the one after the last."""


class Item(NamedTuple):
    """One token of a pattern."""

    letters: str
    optional: bool
    name: str
    """Empty where the token is not handed to the rule."""


@lru_cache(maxsize=1024)
def _item(text: str) -> Item:
    optional = text[-1] == "?"
    name, _, kinds = (text[:-1] if optional else text).rpartition(":")
    return Item(_letters(kinds), optional, name)


def _letters(kinds: str) -> str:
    return "".join([CLASSES[kind] for kind in kinds.split("|")])


_PREPOSITION: Final = Item(_letters("IN|AT"), optional=True, name="")


class Pattern:
    """A pattern, taken apart: stretches of items, with runs of unknown length between them."""

    __slots__ = ("runs", "somewhere", "stretches")

    def __init__(self, text: str) -> None:
        stretches: list[list[Item]] = [[] if text[0] == "=" else [_PREPOSITION]]
        runs, somewhere = [], []
        for item in text.removeprefix("=").split():
            if item[0] == "<":
                runs.append(item[1:-1])
                stretches.append([])
            elif item[0] == "!":
                somewhere.append(_letters(item[1:]))
            else:
                stretches[-1].append(_item(item))
        self.stretches = [tuple(stretch) for stretch in stretches]
        self.runs = runs
        for stretch in stretches[1:] if runs else ():
            somewhere.extend(item.letters for item in stretch if not item.optional)
        self.somewhere = [frozenset(letters) for letters in somewhere]
        """A signature has a kind of each of these; what its two ends tell is left to the index."""

    def lengths(self) -> range:
        """Return how many tokens a phrase may have that the pattern covers."""
        items = [item for stretch in self.stretches for item in stretch]
        least = len(self.runs) + sum(not item.optional for item in items)
        return range(max(least, 1), MAX_TOKENS + 1 if self.runs else len(items) + 1)

    def places(self, signature: str) -> list[Places]:
        """Return the places of the named parts, for every way in which the pattern covers the whole signature.

        A missing token is tried last, so of two ways to fill a stretch the one that takes more tokens counts.
        """
        places = Places()
        end = _fitted(self.stretches[0], signature, 0, None if self.runs else len(signature), places)
        if end is None:
            return []
        return self._with_runs(signature, 0, end, places) if self.runs else [places]

    def _with_runs(self, signature: str, number: int, start: int, known: Places) -> list[Places]:
        """Cover the signature from `start` by a run and all that follows it in the pattern."""
        size, stretch, last = len(signature), self.stretches[number + 1], number + 1 == len(self.runs)
        out: list[Places] = []
        for end in range(max(start + 1, size - len(stretch)) if last else start + 1, size + 1):
            places = {**known, self.runs[number]: (start, end)}
            after = _fitted(stretch, signature, end, size if last else None, places)
            if after is not None:
                out.extend([places] if last else self._with_runs(signature, number + 1, after, places))
        return out


def _fitted(
    stretch: tuple[Item, ...], signature: str, start: int, end: int | None, places: Places
) -> int | None:
    """Fit a stretch, note the places of its named items, and return where it ends; `None` where it does not fit."""
    if not stretch:
        return start if end is None or start == end else None
    letters, optional, name = stretch[0]
    if start < len(signature) and signature[start] in letters:
        after = _fitted(stretch[1:], signature, start + 1, end, places)
        if after is not None:
            if name:
                places[name] = (start, start + 1)
            return after
    return _fitted(stretch[1:], signature, start, end, places) if optional else None


_DEPTH: Final = 4
"""How many places from either end of a signature the index looks at: hardly a phrase has more than twice as many."""


class Index:
    """All patterns, by what their phrases may have at each place and how long they may be."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._by_length = [0] * (MAX_TOKENS + 1)
        for number, pattern in enumerate(patterns):
            for length in pattern.lengths():
                self._by_length[length] |= 1 << number
        self._from_start = _allowed([(pattern.stretches[0], bool(pattern.runs)) for pattern in patterns])
        self._from_end = _allowed([(pattern.stretches[-1][::-1], bool(pattern.runs)) for pattern in patterns])

    def covering(self, signature: str) -> list[tuple[int, Places]]:
        """Return the numbers of all patterns that cover a signature, with the places of their named parts."""
        left = self._by_length[len(signature)]
        for place, letter in zip(self._from_start, signature, strict=False):
            left &= place[letter]
        for place, letter in zip(self._from_end, reversed(signature), strict=False):
            left &= place[letter]
        out: list[tuple[int, Places]] = []
        while left:
            lowest = left & -left
            left ^= lowest
            number = lowest.bit_length() - 1
            pattern = self._patterns[number]
            for letters in pattern.somewhere:
                if letters.isdisjoint(signature):
                    break
            else:
                out.extend([(number, places) for places in pattern.places(signature)])
        return out


def _allowed(ends: Sequence[tuple[Sequence[Item], bool]]) -> list[dict[str, int]]:
    """Return for each place, counted from one end, which patterns may have each kind there.

    Args:
        ends: The items of each pattern from that end on, and whether a run follows them, which may hold anything.
    """
    places = [dict.fromkeys(KINDS.values(), 0) for _ in range(_DEPTH)]
    anything = [0] * _DEPTH
    for number, (items, run_follows) in enumerate(ends):
        first = 0
        for last, item in enumerate(items):
            for place in places[first : last + 1]:
                for letter in item.letters:
                    place[letter] |= 1 << number
            first += not item.optional
        for depth in range(first, _DEPTH) if run_follows else ():
            anything[depth] |= 1 << number
    return [
        {letter: bits | free for letter, bits in place.items()}
        for place, free in zip(places, anything, strict=True)
    ]
