"""Contributor text as the template takes it: strings and runs of strings, never markup.

What enters: text of the timeline. What leaves: `Text`, which the template inserts as string values alone. A stretch whose
writing direction is not the book's carries its own, and a word that is longer than its column carries the places where it
may be broken: nothing is ever cut off at the edge of a column, and no character is added to a word to break it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.text import Run, clean, direction, plain, runs

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""What JSON can hold."""

Text = Json
"""A string; or a list of strings and of stretches `{"t": string or list of pieces, "em", "b", "url", "n", "dir", "lang"}`. Between the
pieces of one word a line may end. `n` is the number of a claim that the stretch leads to."""

WIDE = 60
"""Letters that the full width of a page surely holds."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?")
_ADDRESS_JOINT = re.compile(r"(?<=[/.?&=_#%+:-])")


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set in one place of the book."""

    direction: str = "ltr"
    """Of the book."""

    letters: int = WIDE
    """A longer word may have to be broken."""

    def words(self, text: str, *, language: str | None = None, bold: bool = False) -> list[Json]:
        """Set plain words, which have no markup; white space and what may stand in no output is dropped."""
        return self._stretches((Run(clean(text)),), language=language, bold=bold)

    def name(self, text: str, *, bold: bool = False) -> list[Json]:
        """Set a name or title without its markup."""
        return self.words(plain(text), bold=bold)

    def rich(self, text: str, *, language: str | None = None) -> list[Json]:
        """Set a contributor's text with its emphasis and links."""
        return self._stretches(runs(text), language=language)

    def paragraph(self, text: str, *, language: str | None = None, rich: bool = True) -> dict[str, Json]:
        """Set a text that stands in a paragraph of its own, which begins at its own side."""
        words = self.rich(text, language=language) if rich else self.words(text, language=language)
        found = direction(clean(text))
        return {"r": words, **({"dir": found} if found != self.direction else {})}

    def _stretches(
        self, pieces: Iterable[Run], *, language: str | None = None, bold: bool = False
    ) -> list[Json]:
        """Set runs; plain ones in the book's own direction and language stay strings."""
        pieces = tuple(pieces)
        found = direction("".join(piece.text for piece in pieces))
        more: dict[str, Json] = {"b": True} if bold else {}
        if found != self.direction:
            more["dir"] = found
        more |= language_of(language)
        made: list[Json] = []
        for piece in pieces:
            own = dict(more)
            if piece.emphasis:
                own["em"] = True
            if piece.url:
                own["url"] = piece.url
            for part in broken(piece.text, self.letters):
                if isinstance(part, str) and not own:
                    made.append(part)
                else:
                    made.append({"t": part, **own})
        return made


def language_of(tag: str | None) -> dict[str, Json]:
    """Take apart a BCP 47 tag: the language and region that a PDF can state."""
    match = _TAG.fullmatch(tag or "")
    if match is None:
        return {}
    return {"lang": match[1].lower(), **({"region": match[2].upper()} if match[2] else {})}


def broken(text: str, letters: int) -> list[str | list[Json]]:
    """Take a text apart into strings, and long words as lists of pieces between which a line may end."""
    if len(text) <= letters:
        return [text] if text else []
    made: list[str | list[Json]] = []
    plain_words: list[str] = []
    for word in re.split(r"(\s+)", text):
        if len(word) <= letters:
            plain_words.append(word)
            continue
        if any(plain_words):
            made.append("".join(plain_words))
        plain_words = []
        made.append(list(pieces_of(word, letters)))
    if any(plain_words):
        made.append("".join(plain_words))
    return made


def pieces_of(word: str, letters: int) -> Sequence[str]:
    """Break a long word, where it has joints behind these, and never inside of a character."""
    most = max(letters // 2, 4)
    joints = _ADDRESS_JOINT.split(word)
    made: list[str] = []
    for joint in joints:
        count = -(-len(joint) // most)
        size = -(-len(joint) // count) if count else 0
        start = 0
        while start < len(joint):
            end = min(start + size, len(joint))
            while end < len(joint) and _joined(joint, end):
                end += 1
            made.append(joint[start:end])
            start = end
    return made


def _joined(word: str, at: int) -> bool:
    """Tell whether what stands here belongs to the character before it."""
    return (
        unicodedata.category(word[at])[0] == "M"
        or "\u200d" in word[at - 1 : at + 1]
        or word[at] in "\ufe0e\ufe0f"
    )


def listed(items: Iterable[Sequence[Json]], between: str = ", ") -> list[Json]:
    """Join set texts."""
    made: list[Json] = []
    for item in items:
        if made and item:
            made.append(between)
        made.extend(item)
    return made


def merged(text: Sequence[Json]) -> list[Json]:
    """Put strings that stand beside one another into one: every stretch costs the printer."""
    made: list[Json] = []
    for item in text:
        last = made[-1] if made else None
        if isinstance(item, str) and isinstance(last, str):
            made[-1] = last + item
        elif item != "":
            made.append(item)
    return made
