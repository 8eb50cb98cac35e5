"""Characters that no font can draw: found before anything is printed, replaced by their numbers, and told.

What enters: the book as data, and what the fonts cover. What leaves: the same book, in which every stretch of characters that
no font has is its code points in brackets, such as `[U+4E2D U+6587]`; and the characters. A reader sees that something
stands there and what it is; an empty box would say nothing, and leaving it out would hide that something is missing.

What takes no room is never missed: joiners, direction marks, variation selectors, soft hyphens, fillers. What the compiler
finds besides, such as a mark that no font joins with its letter, comes back as text and is replaced in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from timeline.codes import publishing
from timeline.diagnostics import Diagnostic, Span
from timeline.dossier.setting import Json

_TAKES_NO_ROOM = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff\\s]"
)
"""Unicode's default ignorable code points, as far as content may hold them, and white space."""

SHOWN = 8
"""Characters that one finding names."""

_NOT_DISPLAYED = re.compile(r"the text `\"(?P<text>.+?)\"` could not be displayed")
"""How the compiler reports what no font has, under a PDF standard."""


def lacking(book: Json, covered: Collection[int]) -> frozenset[str]:
    """Give the characters of a book that no font has."""
    used: set[str] = set()
    for text in _texts(book):
        used.update(text)
    return frozenset(char for char in used if ord(char) not in covered and not _TAKES_NO_ROOM.fullmatch(char))


def told(report: str) -> frozenset[str]:
    """Read what the compiler could not display: single characters, and letters with their marks."""
    return frozenset(match["text"] for match in _NOT_DISPLAYED.finditer(report))


def replaced(book: Json, missing: Collection[str]) -> Json:
    """Put code points in brackets into the place of what no font has."""
    if not missing:
        return book
    longest_first = sorted(missing, key=lambda text: (-len(text), text))
    pattern = re.compile(f"(?:{'|'.join(re.escape(text) for text in longest_first)})+")
    return _replaced(book, pattern)


def findings(missing: Collection[str], texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Say where the characters stand that no font has: one finding for each file.

    Args:
        missing: The characters, or letters with their marks.
        texts: The content files by path.
    """
    found = []
    left = set(missing)
    for path in sorted(texts):
        text = texts[path]
        here = sorted(
            ((text.index(one), one) for one in missing if one in text),
        )
        if here:
            left.difference_update(one for _, one in here)
            found.append(_finding(_span(path, text, *here[0]), [one for _, one in here]))
    if left:  # written with an escape of YAML, or words of ours
        found.append(_finding(Span("timeline.yml"), sorted(left)))
    return tuple(found)


def _finding(span: Span, missing: list[str]) -> Diagnostic:
    names = ", ".join(_name(one) for one in missing[:SHOWN])
    more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
    return publishing.NO_GLYPH.at(
        span,
        f"no font of the dossier has {names}{more}; the dossier prints {_stand_in(missing[0])} in its place",
        hint="put a font that has it into the folder fonts/ of the project (TTF or OTF), or write it otherwise",
    )


def _span(path: str, text: str, offset: int, found: str) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(path, line, column, line, column + len(found))


def _name(text: str) -> str:
    names = " + ".join(
        f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
        for char in unicodedata.normalize("NFC", text)
    )
    return f"“{text}” ({names})"


def _stand_in(text: str) -> str:
    return "[" + " ".join(f"U+{ord(char):04X}" for char in text) + "]"


def _texts(value: Json) -> Iterator[str]:
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            left += one
        elif isinstance(one, dict):
            left += one.values()


def _replaced(value: Json, pattern: re.Pattern[str]) -> Json:
    match value:
        case str():
            return pattern.sub(lambda match: _stand_in(match[0]), value)
        case list():
            return [_replaced(one, pattern) for one in value]
        case dict():
            return {key: _replaced(one, pattern) for key, one in value.items()}
        case _:
            return value
