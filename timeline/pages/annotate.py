"""Words of a source with the claims that were made from them: what is underlined, what is highlighted, and where numbers stand.

Enters: an excerpt, and for each claim its words. Leaves: pieces of the excerpt, one after the other. Underlined are the words
that a claim follows most closely, or the whole excerpt where it follows none, since then the editor has read all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from timeline.text import clean, places_of

_LEAST = 3
"""Words in a row that are no accident."""


@dataclass(frozen=True, slots=True)
class Region:
    """The words of an excerpt that one claim comes from."""

    claim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an excerpt that are set alike."""

    text: str
    claim: str | None
    """The claim that underlines them; of several, the one that begins first."""

    highlighted: bool
    """Whether they set a date."""

    ends: tuple[str, ...]
    """The claims whose words end here: their numbers stand behind it."""


def region(claim: str, words: str, excerpt: str, within: str) -> Region:
    """Find the words of an excerpt that a claim follows.

    Args:
        claim: Its id.
        words: Its words, as plain text.
        excerpt: The whole excerpt that is shown, clean.
        within: The claim's own excerpt, clean; it stands in the other.
    """
    offset = max(excerpt.find(within), 0)
    found = _nearest(words, within)
    start, end = found or (0, len(within))
    return Region(claim, offset + start, min(offset + end, len(excerpt)))


def annotate(excerpt: str, regions: Sequence[Region], phrases: Iterable[str]) -> tuple[Piece, ...]:
    """Cut an excerpt at every edge of a region and of a phrase that sets a date."""
    words = clean(excerpt)
    marks = places_of(words, phrases)
    edges = {0, len(words)}
    for start, end in [*((one.start, one.end) for one in regions), *marks]:
        edges |= {start, end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(words))
    order = sorted(regions, key=lambda one: (one.start, one.end))
    return tuple(
        Piece(
            text=words[start:end],
            claim=next((one.claim for one in order if one.start <= start and end <= one.end), None),
            highlighted=any(first <= start and end <= last for first, last in marks),
            ends=tuple(one.claim for one in order if one.end == end),
        )
        for start, end in pairwise(cuts)
    )


def _nearest(words: str, excerpt: str) -> tuple[int, int] | None:
    """Find the stretch of an excerpt that holds at least half of some words, several in a row at a time."""
    said = [word.casefold() for word in re.findall(r"\w+", words)]
    places = [(found[0].casefold(), *found.span()) for found in re.finditer(r"\w+", excerpt)]
    blocks = [
        block
        for block in SequenceMatcher(
            None, said, [word for word, *_ in places], autojunk=False
        ).get_matching_blocks()
        if block.size >= min(_LEAST, len(said) or 1)
    ]
    if not blocks or 2 * sum(block.size for block in blocks) < len(said):
        return None
    last = blocks[-1]
    return places[blocks[0].b][1], places[last.b + last.size - 1][2]
