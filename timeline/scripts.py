"""Scripts as browsers get them: without comments, which tell their types and are half of their size, and without indents.

Enters: the text of an ES module. Leaves: the same program, token for token, every statement on a line of its own still.
Strings, templates and regular expressions are read as what they are, so that what only looks like a comment inside of them
stays. A script that these rules cannot read for certain is served as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, NoReturn


class Token(NamedTuple):
    """A piece of a script; of a template each stretch of its text, backquote or braces included, is one."""

    kind: str
    """`space`, `line`, `comment`, `word`, `string`, `template`, `regex` or `sign`."""

    text: str


class UnreadableScriptError(ValueError):
    """A script, or a part of one, whose meaning these rules leave open."""


_PIECE = re.compile(
    r"""(?P<space>[ \t]+)|(?P<line>\r?\n)
    |(?P<comment>//[^\r\n]*|/\*(?s:.*?)\*/)
    |(?P<word>[\w$\#]+)
    |(?P<string>"(?:[^"\\\r\n]|\\(?s:.))*"|'(?:[^'\\\r\n]|\\(?s:.))*')
    |(?P<sign>\+\+|--|=>|[-+*%&|^!~<>=?:;,.(){}\[\]])""",
    re.VERBOSE,
)
_REGEX = re.compile(r"/(?:[^/\\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+/\w*")
_TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\(?s:.)|\$(?!\{))*(?:`|\$\{)")

_BEFORE_VALUES = frozenset(
    [
        "await",
        "case",
        "delete",
        "do",
        "else",
        "in",
        "instanceof",
        "of",
        "return",
        "throw",
        "typeof",
        "void",
        "yield",
    ]
)
"""Words after which a slash begins a regular expression, and is no division."""

_CONDITIONS = frozenset({"if", "while", "for"})
"""Words whose brackets a statement follows."""

_TIGHT = frozenset(",;(){}[]:?=!<>&|*%'\"`")
"""Signs beside which a blank means nothing; beside a plus or minus it parts it from another."""

_OPEN = frozenset([*",;({[:?=<>&|", "=>"])
"""Signs behind which a line end means nothing either: none of them ends a statement that has no semicolon."""


def served(script: str) -> str:
    """Leave out comments, indents and blanks that mean nothing.

    Args:
        script: An ES module.
    """
    try:
        return _written(tokens(script))
    except UnreadableScriptError:
        return script


def tokens(script: str) -> Iterator[Token]:
    """Take a script apart; all pieces together are the script.

    Args:
        script: An ES module.

    Raises:
        UnreadableScriptError: A piece is of no kind that is known, does not end, or is a slash behind a brace, which may divide
            an object or begin a regular expression behind a block.
    """
    reader = _Reader(script)
    at = 0
    while at < len(script):
        token = reader.token(at)
        yield token
        at += len(token.text)
    if reader.brackets:
        raise UnreadableScriptError(reader.brackets[-1])


class _Reader:
    """What has to be known of all before a place to tell what stands there."""

    def __init__(self, script: str) -> None:
        self.script = script
        self.last = Token("sign", ";")
        """The last token that is neither blank nor comment."""

        self.after_dot = False
        """Whether it is the name of a property, which may be any word."""

        self.after_condition = False
        """Whether it closes the bracket of a condition, which a statement follows."""

        self.brackets: list[str] = []
        """What stands before each bracket that is open."""

    def token(self, at: int) -> Token:
        """Read the token that begins at a place."""
        token = self._piece(at)
        if token.kind == "sign" and token.text in {"(", "[", "{"}:
            self.brackets.append(self.last.text)
        elif token.kind == "sign" and token.text in {")", "]", "}"}:
            opened = self.brackets.pop() if self.brackets else _unreadable(token.text)
            self.after_condition = token.text == ")" and opened in _CONDITIONS
            if opened == "${":
                token = self._template(at)
        if token.kind == "template" and token.text.endswith("${"):
            self.brackets.append("${")
        if token.kind not in {"space", "line", "comment"}:
            self.after_dot = self.last.text == "."
            self.last = token
        return token

    def _piece(self, at: int) -> Token:
        found = _PIECE.match(self.script, at)
        if found is not None:
            return Token(found.lastgroup or "", found[0])
        if self.script[at] == "`":
            return self._template(at)
        if self.script[at] == "/" and self.last.text != "}":
            return Token("sign", "/") if self._divides() else _read(_REGEX, "regex", self.script, at)
        return _unreadable(self.script[at : at + 20])

    def _template(self, at: int) -> Token:
        """Read the text of a template from its backquote or brace up to the next value in it or to its end."""
        return _read(_TEMPLATE, "template", self.script, at)

    def _divides(self) -> bool:
        """Whether a slash that stands next divides, as behind a value, or begins a regular expression."""
        kind, text = self.last
        if kind == "word":
            return self.after_dot or text not in _BEFORE_VALUES
        if kind == "template":
            return text.endswith("`")
        if text == ")":
            return not self.after_condition
        return kind in {"string", "regex"} or text in {"]", "++", "--"}


def _read(pattern: re.Pattern[str], kind: str, script: str, at: int) -> Token:
    found = pattern.match(script, at)
    return Token(kind, found[0]) if found else _unreadable(script[at : at + 20])


def _unreadable(piece: str) -> NoReturn:
    raise UnreadableScriptError(piece)


def _are_apart(one: str, other: str) -> bool:
    """Whether two tokens stay two without a blank, by the last sign of the first and the first of the second."""
    return bool({one, other} & _TIGHT) or (one != other and bool({one, other} & {"+", "-"}))


def _written(pieces: Iterable[Token]) -> str:
    """Put the pieces together again, with one blank or line end where several stood."""
    made: list[str] = []
    blank = ""
    for kind, text in pieces:
        if kind in {"space", "line", "comment"}:
            # A comment over several lines ends a statement as a line end does.
            blank = "\n" if "\n" in (text, blank) or (kind == "comment" and "\n" in text) else " "
            continue
        if (made and blank == "\n" and made[-1] not in _OPEN and text not in {"}", ")", "]"}) or (
            made and blank == " " and not _are_apart(made[-1][-1], text[0])
        ):
            made.append(blank)
        made.append(text)
        blank = ""
    return "".join([*made, "\n"])
