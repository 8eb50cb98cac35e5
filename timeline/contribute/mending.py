"""What `check --fix` can mend in a file without changing what it says.

What enters: the bytes of a content file. What leaves: its bytes mended, and what was done, in words. What it refuses: a file
that our reader does not read without an error (but for a byte order mark), and every step after which the file would not
say exactly the same.

In order: a byte order mark is taken away; line ends become LF; spaces at the ends of lines go, save inside quotations and
blocks, where they may belong to the text; the file ends with one line end; texts are put into Unicode NFC; and the fields of
a record stand in the usual order, each with the comments on the lines right above it, on its own lines and below it up to an empty line.
Comments stay as they are, byte for byte, but for spaces behind them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from timeline.codes import reading
from timeline.contribute.order import file_order
from timeline.contribute.writing import Data, plain_data
from timeline.diagnostics import Severity
from timeline.fields import RECORDS
from timeline.source import Document, Mapping, read_document, scalars

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that says the same in better form."""

    data: bytes
    done: tuple[str, ...]
    """What was done, such as "put the fields in order"."""


def mend(path: str, data: bytes) -> Mended | None:
    """Mend a file.

    Args:
        path: Where it stands, relative to the project; its folder tells the order of the fields.
        data: All its bytes.

    Returns:
        None where there is nothing to mend, or nothing that may be.
    """
    said = _said(path, data)
    if said is None:
        return None
    steps: tuple[tuple[str, Callable[[Document], str]], ...] = (
        ("took away the byte order mark", lambda document: document.text.removeprefix(_MARK)),
        ("put line ends as LF", lambda document: document.text.replace("\r\n", "\n")),
        ("took away spaces at the ends of lines", _without_trailing_spaces),
        ("ended the file with one line end", lambda document: document.text.rstrip("\n") + "\n"),
        ("put texts into Unicode NFC", _in_nfc),
        ("put the fields in order", _in_order),
    )
    done: list[str] = []
    for words, step in steps:
        document, _ = read_document(path, data)
        better = step(document).encode()
        if better != data and _said(path, better) == said:
            data = better
            done.append(words)
    return Mended(data, tuple(done)) if done else None


def _said(path: str, data: bytes) -> Data | None:
    """Give what a file says; None where our reader does not read it whole."""
    document, found = read_document(path, data)
    wrong = [
        one for one in found if one.severity is Severity.ERROR and one.code != reading.BYTE_ORDER_MARK.id
    ]
    return plain_data(document.root) if isinstance(document.root, Mapping) and not wrong else None


def _without_trailing_spaces(document: Document) -> str:
    """Strip every line save those of blocks and of quotations over several lines."""
    kept = {
        number
        for scalar in scalars(document.root)
        if scalar.style != "plain" and scalar.span.line != scalar.span.end_line
        for number in range(scalar.span.line, scalar.span.end_line + (scalar.style in {"literal", "folded"}))
    }
    lines = document.text.split("\n")
    return "\n".join(
        line if number in kept else line.rstrip(" \t") for number, line in enumerate(lines, start=1)
    )


def _in_nfc(document: Document) -> str:
    """Normalise the texts where they stand; what is between them, comments above all, stays as it is."""
    starts = [0, *(match.end() for match in re.finditer("\n", document.text))]
    text = document.text
    for scalar in sorted(scalars(document.root), key=lambda one: one.span, reverse=True):
        start = starts[scalar.span.line - 1] + scalar.span.column - 1
        end = starts[scalar.span.end_line - 1] + scalar.span.end_column - 1
        text = text[:start] + unicodedata.normalize("NFC", text[start:end]) + text[end:]
    return text


def _in_order(document: Document) -> str:
    """Sort the fields of a record, each with its comments; a field that no table knows stays behind the one before it."""
    folder = PurePosixPath(document.path).parent.name
    root = document.root
    if not isinstance(root, Mapping) or folder not in RECORDS or not _in_block_style(root):
        return document.text
    if re.search(r"^(?:---|\.\.\.)", document.text, re.MULTILINE):
        return document.text
    lines = document.text.removesuffix("\n").split("\n")
    order = file_order(folder)
    starts = [_first_line(lines, root, number) for number in range(len(root.entries))]
    parts: list[tuple[tuple[int, int], list[str]]] = []
    rank = -1
    for number, entry in enumerate(root.entries):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        rank = order.index(entry.key.text) if entry.key.text in order else rank
        parts.append(((rank, number), lines[starts[number] : end]))
    head = lines[: starts[0]]
    ordered = sorted(parts, key=lambda one: one[0])
    if ordered == parts:
        return document.text
    return "\n".join([*head, *(line for _, part in ordered for line in part)]).rstrip("\n") + "\n"


def _in_block_style(root: Mapping) -> bool:
    """Whether every field begins a line of its own."""
    places = [entry.key.span for entry in root.entries]
    return all(place.column == 1 for place in places) and len({place.line for place in places}) == len(places)


def _first_line(lines: list[str], root: Mapping, number: int) -> int:
    """Find the line, from 0, with which a field begins: the first of the comments right above it, else its own."""
    line = root.entries[number].key.span.line - 1
    above = root.entries[number - 1].value.span.end_line if number else 0
    while line > above and lines[line - 1].startswith("#") and not _for_editors(lines, line - 1):
        line -= 1
    return line


def _for_editors(lines: list[str], number: int) -> bool:
    """Whether a comment is the first line, by which editors know the schema of the whole file."""
    return number == 0 and "yaml-language-server" in lines[0]
