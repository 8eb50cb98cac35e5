"""Content files as text with places: the one guarded way in.

What enters: the bytes of a file. What leaves: a `Document` with a tree of `Scalar`, `Mapping` and `Sequence`, in which
every value is text and knows its place, and the findings. What it refuses: more than 64 KB, anything but UTF-8,
characters that a reviewer could not see, and every feature of YAML beyond plain records (see `timeline.source.tree`).

Nothing raises, whatever the bytes are, and one run finds as much as broken syntax allows. `timeline.source.folder`
finds the files; this module and those below it never touch the disk.
"""

from __future__ import annotations

from timeline.codes import reading
from timeline.diagnostics import Diagnostic, Span, has_errors, in_order
from timeline.source.characters import BYTE_ORDER_MARK, invisible, refused, without_refused
from timeline.source.findings import Findings
from timeline.source.nodes import Document, Entry, Mapping, Node, Scalar, Sequence, Style, scalars
from timeline.source.tree import read_tree

LARGEST = 65_536
"""Bytes that a content file may have."""


def read_document(path: str, data: bytes) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read one content file.

    Args:
        path: Where the file stands, relative to the project, with forward slashes. Only for findings.
        data: All its bytes. For a file that is too large, `LARGEST + 1` of them are enough.

    Returns:
        The document, whose root is None unless there was a whole tree to read, and what is wrong with it, in order of
        place. Where the root is None, at least one finding is an error.
    """
    if len(data) > LARGEST:
        message = f"the file is larger than {LARGEST:,} bytes and is not read"
        return Document(path, "", None), (
            reading.FILE_TOO_LARGE.at(Span(path), message, hint="split it into one file per record"),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error)
    findings = Findings(path, text)
    body = _checked(text, findings)
    # Where a lone carriage return was meant as a line end, the lines are not the author's, nor would the findings be.
    root = None if "\r" in text.replace("\r\n", "") else read_tree(body, findings)
    if isinstance(root, Scalar) and not root.text and root.style == "plain":
        root = None
    if root is None and not has_errors(findings.listed()):
        findings.add(reading.EMPTY_FILE, Span(path), "the file says nothing", hint="fill it in, or delete it")
    return Document(path, text, root), in_order(findings.listed())


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> tuple[Document, tuple[Diagnostic, ...]]:
    text = data.decode("utf-8", errors="replace")
    findings = Findings(path, text)
    at = len(data[: error.start].decode("utf-8"))
    hint = 'save the file with the encoding "UTF-8"'
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        hint += "; it looks like UTF-16"
    message = f"the byte 0x{data[error.start]:02X} is not UTF-8 text"
    findings.add(reading.NOT_UTF8, findings.span(at, at + 1), message, hint=hint)
    return Document(path, text, None), findings.listed()


def _checked(text: str, findings: Findings) -> str:
    """Report characters that may not stand in content, and put a visible stand-in in their places."""
    if text.startswith(BYTE_ORDER_MARK):
        message = "the file starts with a byte order mark"
        findings.add(
            reading.BYTE_ORDER_MARK,
            findings.span(0, 1),
            message,
            hint='save it as "UTF-8", without BOM; `check --fix` does it',
        )
    for oddity in refused(text, line_ends=True):
        if findings.crowded(reading.REFUSED_CHARACTER):
            continue
        span = findings.span(oddity.offset, oddity.offset + 1)
        hint = "save the file with line ends LF or CRLF" if oddity.char == "\r" else "delete it"
        findings.add(reading.REFUSED_CHARACTER, span, f"{oddity.name} {oddity.reason}", hint=hint)
    for oddity in invisible(text):
        if findings.crowded(reading.INVISIBLE_CHARACTER):
            continue
        span = findings.span(oddity.offset, oddity.offset + 1)
        hint = "delete it unless the script of the text needs it"
        findings.add(reading.INVISIBLE_CHARACTER, span, f"{oddity.name} {oddity.reason}", hint=hint)
    return without_refused(text, line_ends=True)


__all__ = [
    "LARGEST",
    "Document",
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Style",
    "read_document",
    "scalars",
]
