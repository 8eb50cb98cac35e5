"""How much room words take: an estimate by classes of characters, a little too wide rather than too narrow.

What enters: words and a size. What leaves: a width in the same unit; or the words, broken into lines.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NARROW = frozenset("iljItf.,:;'’|!()[]-·")
_WIDE = frozenset("mwMWЖШЩЮФжшщюфмы@%&—")
_BROAD_SCRIPTS = ((0x0530, 0x058F), (0x0900, 0x10FF), (0x1780, 0x17FF), (0x1C90, 0x1CBF))
"""Armenian, the scripts of India and South-East Asia, Georgian, Khmer."""

_LINES = 3
"""Lines of a name, at most."""


def width_of(text: str, size: float) -> float:
    """Estimate the width of one line of type."""
    return sum(map(_width, text)) * size


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    """Width of a character of Source Sans 3 at size 1, semibold; of other scripts that of their Noto Sans."""
    code = ord(character)
    classes = (
        (unicodedata.category(character) in {"Cf", "Mn", "Me"}, 0.0),
        (unicodedata.east_asian_width(character) in {"W", "F"}, 1.02),
        (any(first <= code <= last for first, last in _BROAD_SCRIPTS), 0.72),
        (character == " ", 0.22),
        (character in _NARROW, 0.29),
        (character in _WIDE, 0.86),
        (character.isupper(), 0.6),
    )
    return next((width for is_of, width in classes if is_of), 0.53)


def broken(text: str, size: float, widest: float) -> tuple[str, ...]:
    """Break a name into lines at its blanks, of about one length; what is longer than three lines ends in an ellipsis.

    Args:
        text: The name.
        size: Of the type.
        widest: Width of a line, at most.
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size) <= widest:
            lines[-1] = joined
        else:
            lines.append(word)
    lines = [_cut(line, size, widest * 1.4) for line in lines]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]}…"]
    return tuple(lines) or ("",)


def _cut(line: str, size: float, widest: float) -> str:
    if width_of(line, size) <= widest:
        return line
    while line and width_of(f"{line}…", size) > widest:
        line = line[:-1]
    return f"{line}…"
