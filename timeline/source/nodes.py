"""The node tree: what a content file says, as text with places.

What enters: the pieces that the reader has recognised. What leaves: frozen `Scalar`, `Mapping` and `Sequence` values.
What it refuses: any meaning. A scalar is text and stays text: `no` is not false, `12:30` is not 750 and `2022-02-30`
is nobody's date until a later stage reads it as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline.diagnostics import Span

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]
"""How the author wrote a scalar: bare, in quotation marks, or as a block under `|` or `>`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. An empty value (`key:`) is a plain scalar with the text "" and the place after the colon."""

    text: str
    """As the author wrote it, with quotation marks, escapes and folding undone, in Unicode NFC."""

    span: Span
    """With the quotation marks; a block goes from its indicator to its last visible character."""

    style: Style = "plain"

    def span_of(self, start: int, end: int) -> Span:
        """Find the place of `text[start:end]` in the file, so that a finding can underline one word.

        Args:
            start: Offset of the first character in `text`, from 0.
            end: Offset behind the last character.

        Returns:
            The exact place where one character of text is one character of the file: plain or quoted, on one line,
            without escapes. Else the place of the whole scalar.
        """
        margin = {"plain": 0, "single": 1, "double": 1}.get(self.style)
        span = self.span
        if margin is None or span.line != span.end_line or not 0 <= start <= end <= len(self.text):
            return span
        if span.end_column - span.column != len(self.text) + 2 * margin:
            return span
        first = span.column + margin
        return Span(span.path, span.line, first + start, span.line, first + end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order of the file. Keys are unique: a repeated one has been reported and left out."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, name: str) -> Node | None:
        """Find the value of a key, or None where the key is missing."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list, in the order of the file."""

    items: tuple[Node, ...]
    span: Span


Node: TypeAlias = Scalar | Mapping | Sequence


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Give every scalar in a node, keys too, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for entry in node.entries:
                yield entry.key
                yield from scalars(entry.value)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read."""

    path: str
    """Relative to the project, with forward slashes."""

    text: str
    """The file's own text, so that findings can show the line; bytes that are not UTF-8 stand as U+FFFD."""

    root: Node | None
    """None when the file is empty or could not be read; a finding then says so."""
