"""Which characters may stand in content.

What enters: text. What leaves: the places of characters that may not stand in it, each with its name and the reason.
What it refuses: whatever a reviewer of a pull request would not see, or would see differently from what it is: control
characters, overrides and isolates of the writing direction, unusual line ends, private use, noncharacters, code points
that the Unicode of this Python does not know, byte order marks, and rows of marks or of invisible characters that no
script needs. What it keeps: the joiners and direction marks that Persian, Hebrew and
emoji need. Characters that are merely invisible get a warning, since some scripts use them honestly.

Everything is decided once per distinct character, so that the cost stays linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

STAND_IN = "\ufffd"
"""Takes the place of a refused character, so that the rest of the file can be read and columns stay right."""

_KEPT_CONTROLS = frozenset("\t\n\r")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = frozenset("\u0085\u2028\u2029")
_HIDING = frozenset(
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb\U000e0001\ufeff\u2061\u2062\u2063\u2064"
)
"""Deprecated format characters, the byte order mark wherever it stands, and the operators of formulas."""

BYTE_ORDER_MARK = "\ufeff"
_TAGS = range(0xE0020, 0xE0080)
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{3,6}\U000e007f")
"""Scotland, Wales and England are spelt with tag characters behind a black flag; elsewhere such text is hidden."""

_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2800\u3164\uffa0\ufffc\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0100-\U000e01ef"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]|(?<=[ -~])[\u200c\u200d](?=[ -~])")
"""A joiner between two ASCII characters joins nothing."""

_KEPT_UNSEEN = "\u061c\u180b-\u180d\u180f\u200c-\u200f\ufe00-\ufe0f"
"""Joiners, direction marks and variation selectors, which scripts need."""

_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Marks that are drawn above and below a letter, in the scripts that heap them."""

_ROWS = (
    (
        re.compile(f"(?<=[{_UNSEEN}{_KEPT_UNSEEN}]{{4}})[{_UNSEEN}{_KEPT_UNSEEN}]"),
        "follows four others that cannot be seen either, and such rows can hide a text",
    ),
    (
        re.compile(f"(?<=[{_MARKS}]{{8}})[{_MARKS}]"),
        "is heaped on eight other marks, and would cover the lines around it",
    ),
)
"""More in a row than any script needs: joiners of Arabic come in threes, points and accents of Hebrew in fours or fives."""

_CONTROL_NAMES = {
    "\0": "NULL",
    "\a": "BELL",
    "\b": "BACKSPACE",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


@dataclass(frozen=True, slots=True)
class Oddity:
    """A character that should not stand where it stands."""

    offset: int
    """In code points from the start of the text."""

    char: str
    reason: str
    """Completes "U+202E RIGHT-TO-LEFT OVERRIDE ..."."""

    @property
    def name(self) -> str:
        """Code point and Unicode name, such as `U+200B ZERO WIDTH SPACE`."""
        name = unicodedata.name(self.char, _CONTROL_NAMES.get(self.char, ""))
        return f"U+{ord(self.char):04X} {name}".rstrip()


def why_refused(char: str) -> str:
    """Say why a character may not stand in content; an empty string when it may.

    A line feed, tab and carriage return may; where a carriage return may stand is for `refused` to say.
    """
    category = unicodedata.category(char)
    if char in _KEPT_CONTROLS:
        return ""
    if char in _LINE_ENDS:
        return "breaks the line for some programs and not for others"
    if char in _DIRECTION:
        return "shows the text around it in another order than it has"
    if char in _HIDING or ord(char) in _TAGS:
        return "can hide text from a reader"
    if ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
        return "is not a character"
    return {
        "Cc": "is an invisible control character",
        "Cs": "is half of a character",
        "Co": "means something else, or nothing, on every machine",
        "Cn": "has no meaning in Unicode yet",
    }.get(category, "")


def refused(text: str, *, line_ends: bool) -> Iterator[Oddity]:
    """Find the characters that may not stand in content, in order. A byte order mark that a file starts with is not named.

    Args:
        text: A whole file, or the value of one scalar.
        line_ends: Whether a carriage return before a line feed is a line end (in a file it is, in a value it is not).
    """
    reasons = {char: reason for char in sorted(set(text)) if (reason := why_refused(char))}
    patterns = [f"[{re.escape(''.join(reasons))}]"] if reasons else []
    if "\r" in text:
        patterns.append("\r(?!\n)" if line_ends else "\r")
        reasons["\r"] = "is only half of a line end"
    found = [] if text.isascii() else [*_in_rows(text)]
    if patterns:
        in_flag = _in_flags(text) if any(ord(char) in _TAGS for char in reasons) else frozenset[int]()
        found += [
            Oddity(match.start(), match[0], reasons[match[0]])
            for match in re.finditer("|".join(patterns), text)
            if match.start() not in in_flag
        ]
    found.sort(key=lambda oddity: oddity.offset)
    opening = line_ends and text.startswith(BYTE_ORDER_MARK)
    yield from (oddity for oddity in found if not (opening and oddity.offset == 0))


def _in_rows(text: str) -> Iterator[Oddity]:
    for pattern, reason in _ROWS:
        for match in pattern.finditer(text):
            yield Oddity(match.start(), match[0], reason)


def _in_flags(text: str) -> frozenset[int]:
    return frozenset(offset for match in _FLAG.finditer(text) for offset in range(match.start(), match.end()))


def without_refused(text: str, *, line_ends: bool) -> str:
    """Replace every refused character by a visible stand-in of the same length."""
    chars = list(text)
    for oddity in refused(text, line_ends=line_ends):
        chars[oddity.offset] = STAND_IN
    return "".join(chars)


def invisible(text: str) -> Iterator[Oddity]:
    """Find characters that take no room on the screen and that the text could probably do without, in order."""
    for match in _INVISIBLE.finditer(text):
        yield Oddity(match.start(), match[0], "cannot be seen")
