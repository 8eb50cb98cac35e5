r"""A record as plain data -> the text of its YAML file.

What enters: a mapping of field -> text, list or mapping, as the content format has it, in the order in which it is to
stand (`timeline.contribute.order` puts it in the usual one). Numbers and truths may be given as such. What leaves: the
text of a file that our own guarded reader reads back as the same data, or the findings that say why it would not. What it
refuses: whatever the reader refuses.

The form on the site writes the same files in JavaScript, and `tests/contribute/yaml_cases.json` holds both to these rules.
A *text* is first put into Unicode NFC; characters are counted as code points; a *space* is U+0020.

1.  The file is one mapping in block style, UTF-8, two spaces for each level, lines ended by LF, the last one too. Where a
    schema is asked for, the first line is `# yaml-language-server: $schema=ADDRESS`. An empty record is `{}`.
2.  A mapping's entry is `KEY: VALUE`. If the value is a mapping or list that is not empty, it starts on the next line, one
    level deeper (a list too). An empty mapping is `{}`, an empty list `[]`.
3.  A list's item is `- VALUE`. If the value is a mapping or list that is not empty, its first line stands behind the
    hyphen, and all its other lines one level deeper than the hyphen.
4.  A number is written in decimal digits without exponent, a truth as `true` or `false`, both bare.
5.  A text that is a value is written in the first of these forms that fits it:

    a.  *Literal*, where it has a line feed: every line one level deeper than the line of the key or hyphen, empty lines
        empty, under `|-`, or `|` if the text ends with a line feed. It fits a text that has no tab, neither begins with a
        line feed nor ends with two, and in which no line ends with a blank and the first does not begin with one.
    b.  *On its line*, bare or, where it needs them (6), in quotes (7), if that line is at most 100 characters long.
    c.  *Folded*, under `>-`: lines one level deeper than the line of the key or hyphen, each of them filled with as many
        words as make it at most 100 characters long, and a longer word alone. A line ends only at a space that has a
        character that is no blank on either side. It fits a text that has such a space, no line feed, no tab, and no
        blank at either end.
    d.  Else on its line, as in b, however long that is. So is a key always.

    The line is the indentation, with `KEY: ` or hyphens, and the value. A *blank* is a space, tab, or one of U+00A0,
    U+1680, U+2000 to U+200A, U+202F, U+205F, U+3000, U+FEFF.
6.  A text needs quotes if it is empty; begins or ends with a blank; begins with one of ``- ? : , [ ] { } # & * ! | > ' " %
    @ ` `` or with three points; has a colon before a space or at its end, a `#` after a space, or any control character
    (below U+0020, or U+007F to U+009F); or if YAML 1.1 or 1.2 would take it for something else than text:

    -   in any case of letters: `null`, `~`, `true`, `false`, `yes`, `no`, `on`, `off`, `y`, `n`, `.inf`, `+.inf`, `-.inf`,
        `.nan`, `=`, `<<`;
    -   a number, also with colons as in `12:30`: `[-+]?[0-9.][0-9_.:]*([eE][-+]?[0-9_]*)?`, or
        `[-+]?0[xXoObB][0-9a-fA-F_]+`;
    -   a day, perhaps with a time: `[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}`, alone or before `T`, `t` or a space.
7.  The quotes are single ones, with `'` doubled, if the text has `"` or `\` and no control character; else double ones,
    with `\\`, `\"`, `\n`, `\t`, and every other control character as `\x` and two digits 0-9, A-F.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from timeline import source
from timeline.diagnostics import Diagnostic, has_errors
from timeline.source import read_document

Data: TypeAlias = "str | int | Decimal | Sequence[Data] | Mapping[str, Data]"
"""A piece of a record. A truth is an `int` to Python, and is told apart."""

WIDTH = 100
"""Columns of a line, in code points."""

SCHEMA_LINE = "# yaml-language-server: $schema="
"""What editors look for in the first line of a file."""

_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff"
_EDGE = re.compile(rf"^[{_BLANK}]|[{_BLANK}]\Z")
_BREAK = re.compile(rf"(?<=[^{_BLANK}]) (?=[^{_BLANK}])")
_SPECIAL = re.compile(r"""^(?:[-?:,\[\]{}#&*!|>'"%@`]|\.\.\.)|:(?= |\Z)| #|[\x00-\x1f\x7f-\x9f]""")
_WORDS = re.compile(r"(?:null|~|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|=|<<)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[0-9.][0-9_.:]*(?:[eE][-+]?[0-9_]*)?|[-+]?0[xXoObB][0-9a-fA-F_]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_LITERAL = re.compile(rf"(?![{_BLANK}\n])[^\t]*\n[^\t]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f]')


def write_record(
    path: str, data: Mapping[str, Data], *, schema: str = ""
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Write a record's file, and read it back.

    Args:
        path: Where it will stand, relative to the project. Only for findings.
        data: Its fields, in order.
        schema: Address of the JSON Schema that editors are to check the file against; none if left out.

    Returns:
        The text, and what our reader remarks about it (no errors). Or None, and why our reader would not read it as this
        data; the places of the findings are those in the text that would have been written.
    """
    text = yaml_text(data, schema=schema)
    document, found = read_document(path, text.encode("utf-8", "surrogatepass"))
    if document.root is not None and not has_errors(found) and plain_data(document.root) == as_text(data):
        return text, found
    assert has_errors(found), "the writer and the reader must agree"  # noqa: S101 - a mistake of ours, not of the data
    return None, found


def yaml_text(data: Mapping[str, Data], *, schema: str = "") -> str:
    """Write a record by the rules above, whether or not our reader accepts it."""
    lines = [SCHEMA_LINE + schema] if schema else []
    lines += _mapping(data, 0) if data else ["{}"]
    return "\n".join(lines) + "\n"


def plain_data(node: source.Node) -> Data:
    """Give what a file says as plain data: every value text."""
    match node:
        case source.Scalar():
            return node.text
        case source.Sequence():
            return [plain_data(item) for item in node.items]
        case source.Mapping():
            return {entry.key.text: plain_data(entry.value) for entry in node.entries}


def as_text(data: Data) -> Data:
    """Give data as the reader would: every value as text in Unicode NFC, numbers and truths too."""
    match data:
        case str() | int() | Decimal():
            return _text(data)
        case Mapping():
            return {_text(key): as_text(value) for key, value in data.items()}
        case _:
            return [as_text(item) for item in data]


def _text(value: str | int | Decimal) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else f"{Decimal(value):f}"


def _mapping(data: Mapping[str, Data], level: int) -> list[str]:
    """Write the entries of a mapping; every line with its indentation."""
    lines = []
    for name, value in data.items():
        lead = f"{'  ' * level}{_one_line(_text(name))}:"
        if isinstance(value, (Mapping, Sequence)) and not isinstance(value, str) and value:
            lines += [lead, *_collection(value, level + 1)]
        else:
            lines += _scalar(f"{lead} ", value, level + 1)
    return lines


def _sequence(items: Sequence[Data], level: int) -> list[str]:
    """Write the items of a list; what an item holds starts behind its hyphen."""
    lines = []
    for item in items:
        lead = f"{'  ' * level}- "
        if isinstance(item, (Mapping, Sequence)) and not isinstance(item, str) and item:
            first, *others = _collection(item, level + 1)
            lines += [lead + first[len(lead) :], *others]
        else:
            lines += _scalar(lead, item, level + 1)
    return lines


def _collection(value: Mapping[str, Data] | Sequence[Data], level: int) -> list[str]:
    return _mapping(value, level) if isinstance(value, Mapping) else _sequence(value, level)


def _scalar(lead: str, value: Data, level: int) -> list[str]:
    """Write a value that is no collection, or an empty one, behind its key or hyphen; a block stands on `level`."""
    match value:
        case str():
            return _words(lead, _text(value), level)
        case int() | Decimal():
            return [lead + _text(value)]
        case _:
            return [lead + ("{}" if isinstance(value, Mapping) else "[]")]


def _words(lead: str, text: str, level: int) -> list[str]:
    """Write a text in the form that suits it."""
    if _fits_literal(text):
        header = "|" if text.endswith("\n") else "|-"
        return [
            lead + header,
            *("  " * level + line if line else "" for line in text.removesuffix("\n").split("\n")),
        ]
    line = lead + _one_line(text)
    foldable = not _EDGE.search(text) and "\n" not in text and "\t" not in text and _BREAK.search(text)
    if len(line) <= WIDTH or not foldable:
        return [line]
    return [f"{lead}>-", *_folded(text, "  " * level)]


def _fits_literal(text: str) -> bool:
    return (
        _LITERAL.fullmatch(text) is not None
        and not text.endswith("\n\n")
        and not any(_EDGE.search(line[-1:]) for line in text.split("\n"))
    )


def _folded(text: str, indent: str) -> list[str]:
    """Fill lines with as many words as go on them."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(indent + word)
    return lines


def _one_line(text: str) -> str:
    """Write a text bare, or in quotes where it needs them."""
    if not needs_quotes(text):
        return text
    if ('"' in text or "\\" in text) and not _CONTROL.search(text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_ESCAPED.sub(_escape, text)}"'


def needs_quotes(text: str) -> bool:
    """Tell whether YAML would read a bare text as something else, or not at all."""
    return (
        not text
        or _EDGE.search(text) is not None
        or _SPECIAL.search(text) is not None
        or any(pattern.fullmatch(text) for pattern in (_WORDS, _NUMBER, _DAY))
    )


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"}.get(char) or f"\\x{ord(char):02X}"
