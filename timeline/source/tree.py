"""YAML text to node tree, guarded.

What enters: text whose characters have been checked. What leaves: the node tree of its one document, with the place of
every value. What it refuses, before anything is built from it: anchors, aliases, tags, directives, merge keys, second
documents, names of fields that are not words, repeated fields, and whatever exceeds the limits below.

It walks the parser events of PyYAML's own Python scanner. The C scanner is never used: deep nesting crashes it. Events
arrive one by one, the scanner looks at most 1,024 characters ahead of them, and the first value past a limit ends
the walk, so time and memory stay in proportion to the length of the file.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol, TypeGuard

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from timeline.codes import Code, reading
from timeline.diagnostics import Label, Span
from timeline.source.characters import refused, why_refused, without_refused
from timeline.source.findings import Findings
from timeline.source.mistakes import Problem, explain, quoted_value
from timeline.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Style

DEPTH = 8
"""Levels of lists and mappings, the record itself being the first."""

VALUES = 2_000
"""Scalars, lists and mappings of a file, names of fields included."""

LENGTH = 8_000
"""Code points of one scalar."""

_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_TOKENS: dict[str, tuple[Code, str]] = {
    "anchor": (reading.ANCHOR, "the anchor `{}` is not accepted"),
    "alias": (reading.ALIAS, "the alias `{}` is not accepted"),
    "tag": (reading.TAG, "the tag `{}` is not accepted"),
    "directive": (reading.DIRECTIVE, "the directive `{}` is not accepted"),
}


class _Mark(Protocol):
    """What is needed of PyYAML's places."""

    index: int


def _offset(mark: _Mark | None) -> int:
    """Events of a parser always carry marks; only those that a program makes itself have none."""
    return 0 if mark is None else mark.index


class _StopError(Exception):
    """Ends the walk after a finding that makes the rest unreadable."""


class _TooDeepError(Exception):
    """The scanner has met more open brackets than any record may have."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of YAML that is refused for what it is."""

    kind: str
    start: int
    end: int


class _Stream(Reader, Scanner, Parser):
    """PyYAML's parser up to its events, without resolver, composer and constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        self.refused: list[_Piece] = []

    def next_event(self) -> yaml.Event:
        event: yaml.Event = self.get_event()  # type: ignore[no-untyped-call] # the stubs leave it open
        return event

    def _note(self, kind: str) -> None:
        token = self.tokens[-1]
        self.refused.append(_Piece(kind, token.start_mark.index, token.end_mark.index))

    def fetch_anchor(self) -> None:
        super().fetch_anchor()
        self._note("anchor")

    def fetch_alias(self) -> None:
        super().fetch_alias()
        self._note("alias")

    def fetch_tag(self) -> None:
        super().fetch_tag()
        self._note("tag")

    def fetch_directive(self) -> None:
        # Skipped like a comment: what it says must not change how the rest is read.
        start = self.index
        while self.peek() not in "\0\r\n":
            self.forward()
        self.refused.append(_Piece("directive", start, self.index))

    def fetch_flow_collection_start(self, TokenClass: object) -> None:  # noqa: N803 - PyYAML's name
        # The scanner's own cost grows with the number of open brackets, so they are counted before it sees them.
        if self.flow_level >= DEPTH:
            raise _TooDeepError
        super().fetch_flow_collection_start(TokenClass)


def read_tree(text: str, findings: Findings) -> Node | None:
    """Read the one YAML document of a file.

    Args:
        text: The file's text, of the same length as that in `findings`, without refused characters.
        findings: Takes what is wrong, with the place in the file.

    Returns:
        The node tree; None when there is none or when it could not be read to its end.
    """
    stream = _Stream(text)
    walk = _Walk(stream, findings)
    problem: Problem | None = None
    root: Node | None = None
    try:
        root = walk.document()
    except _StopError:
        pass
    except _TooDeepError:
        walk.too_deep(findings.span(stream.index, stream.index + 1))
    except yaml.MarkedYAMLError as error:
        problem = _problem(error)
    except (ValueError, OverflowError, IndexError):
        # An escape with a number that is no code point: PyYAML leaves that to `chr`, which raises without a place.
        problem = Problem(
            "found a character number that does not exist",
            stream.index,
            "while scanning a double-quoted",
            None,
        )
    for piece in stream.refused:
        _refuse(piece, text, findings)
    refused_lines = {findings.line_of(piece.start) for piece in stream.refused}
    # What follows an anchor or a tag often does not parse either; the first finding on the line says it all.
    if problem and findings.line_of(min(problem.index, len(text))) not in refused_lines:
        mistake = explain(text, problem)
        related = tuple(Label(findings.span(start, end), message) for start, end, message in mistake.related)
        span = findings.span(mistake.start, mistake.end)
        findings.add(mistake.code, span, mistake.message, hint=mistake.hint, related=related)
    return None if problem else root


def _problem(error: yaml.MarkedYAMLError) -> Problem:
    mark, context_mark = error.problem_mark, error.context_mark
    context_index = None if context_mark is None else context_mark.index
    index = mark.index if mark is not None else context_index or 0
    return Problem(str(error.problem), index, str(error.context or ""), context_index)


def _refuse(piece: _Piece, text: str, findings: Findings) -> None:
    code, message = _TOKENS[piece.kind]
    if findings.crowded(code):
        return
    shown = text[piece.start : piece.end].rstrip()
    shown = shown if len(shown) <= 40 else shown[:40] + "..."
    hint = {
        "anchor": "delete it",
        "alias": "write the value out",
        "tag": "delete it; every value is read as text",
        "directive": "delete the line, or indent it if it belongs to a text",
    }[piece.kind]
    if piece.kind != "directive" and (typed := quoted_value(text, piece.start)):
        hint += f"; if it is meant as text, write `{typed}`"
    findings.add(code, findings.span(piece.start, piece.end), message.format(shown), hint=hint)


class _Walk:
    """One pass over the events of a file."""

    def __init__(self, stream: _Stream, findings: Findings) -> None:
        self._stream = stream
        self._findings = findings
        self._text = findings.text
        self._values = 0

    def document(self) -> Node | None:
        self._next(yaml.StreamStartEvent)
        if self._stream.check_event(yaml.StreamEndEvent):
            return None
        self._next(yaml.DocumentStartEvent)
        root = self._node(1)
        self._next(yaml.DocumentEndEvent)
        if not self._stream.check_event(yaml.StreamEndEvent):
            mark = _offset(self._stream.next_event().start_mark)
            self._findings.add(
                reading.SECOND_DOCUMENT,
                self._findings.span(mark, min(mark + 3, len(self._text))),
                "a second document starts here and is not read",
                hint="move it into a file of its own, or delete this line",
            )
        return root

    def too_deep(self, span: Span) -> None:
        self._findings.add(
            reading.TOO_DEEP,
            span,
            f"lists and mappings are nested more than {DEPTH} levels deep",
            hint="if brackets or hyphens are meant as text, put the value in quotation marks",
        )

    def _next(self, kind: type[yaml.Event]) -> yaml.Event:
        event = self._stream.next_event()
        assert isinstance(event, kind)  # noqa: S101 - the grammar of YAML's event stream
        return event

    def _node(self, depth: int) -> Node:
        event = self._stream.next_event()
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        self._values += 1
        if self._values > VALUES:
            span = self._findings.span(start, end)
            self._findings.add(
                reading.TOO_MANY_VALUES,
                span,
                f"the file holds more than {VALUES:,} values",
                hint="split it into one file per record",
            )
            raise _StopError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, start, end)
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", self._findings.span(start, end))
        if depth > DEPTH:
            self.too_deep(self._findings.span(start, start + 1))
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(start, depth)
        return self._mapping(start, depth)

    def _sequence(self, start: int, depth: int) -> Sequence:
        items = []
        last = self._findings.span(start, start)
        while not self._stream.check_event(yaml.SequenceEndEvent):
            items.append(self._node(depth + 1))
            last = items[-1].span
        return Sequence(tuple(items), self._whole(start, last))

    def _mapping(self, start: int, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        last = self._findings.span(start, start)
        while not self._stream.check_event(yaml.MappingEndEvent):
            key = self._node(depth + 1)
            value = self._node(depth + 1)
            last = max(key.span, value.span, key=lambda span: (span.end_line, span.end_column))
            if self._sound(key, entries):
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), self._whole(start, last))

    def _sound(self, key: Node, entries: dict[str, Entry]) -> TypeGuard[Scalar]:
        if not isinstance(key, Scalar) or key.style in {"literal", "folded"} or not key.text:
            what = "is missing" if isinstance(key, Scalar) and not key.text else "must be one word"
            self._findings.add(
                reading.ODD_KEY,
                key.span,
                f"the name of this field {what}",
                hint="write `name: value`; if this is meant as text, put it in quotation marks",
            )
            return False
        if key.text == "<<" and key.style == "plain":
            self._findings.add(
                reading.MERGE_KEY, key.span, "the merge key `<<` is not accepted", hint="write the fields out"
            )
            return False
        if first := entries.get(key.text):
            self._findings.add(
                reading.DUPLICATE_KEY,
                key.span,
                f"the field `{key.text}` stands twice",
                hint="delete one of the two",
                related=(Label(first.key.span, "it stands here first"),),
            )
            return False
        return True

    def _whole(self, start: int, last: Span) -> Span:
        """A collection goes from its start to its closing bracket, or to the end of its last value."""
        event = self._stream.next_event()
        end = _offset(event.end_mark)
        if _offset(event.start_mark) < end and self._text[end - 1] in "]}":
            return self._findings.span(start, end)
        first = self._findings.span(start, start)
        return Span(first.path, first.line, first.column, last.end_line, last.end_column)

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Scalar:
        text = event.value
        style = _STYLES.get(event.style, "plain")
        raw = self._text[start:end]
        if style in {"literal", "folded"}:
            end = start + len(raw.rstrip())
        span = self._findings.span(start, end)
        if style == "double" and "\\" in raw and (found := list(refused(text, line_ends=False))):
            self._escapes(raw, start)
            if (row := found[0]).char != "\r" and not why_refused(row.char):
                self._findings.add(
                    reading.REFUSED_CHARACTER, span, f"{row.name} {row.reason}", hint="delete these escapes"
                )
            text = without_refused(text, line_ends=False)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
            self._findings.add(
                reading.NOT_NFC,
                span,
                "this text is not in Unicode NFC and is read as if it were",
                hint="`check --fix` puts it into NFC",
            )
        if len(text) > LENGTH:
            self._findings.add(
                reading.TEXT_TOO_LONG,
                span,
                f"this text has {len(text):,} characters, and {LENGTH:,} are allowed",
                hint="shorten it, and link to the whole text as a source",
            )
            text = text[:LENGTH]
        return Scalar(text, span, style)

    def _escapes(self, raw: str, start: int) -> None:
        """Point at the very escapes that stand for refused characters."""
        for match in _ESCAPE.finditer(raw):
            number = match[1] or match[2] or match[3]
            code = int(number, 16) if number else Scanner.ESCAPE_REPLACEMENTS.get(match[4], " ")
            char = chr(code) if isinstance(code, int) else code
            reason = "is only half of a line end" if char == "\r" else why_refused(char)
            if reason:
                self._findings.add(
                    reading.REFUSED_CHARACTER,
                    self._findings.span(start + match.start(), start + match.end()),
                    f"the escape `{match[0]}` stands for U+{ord(char):04X}, which {reason}",
                    hint="delete it, or type the visible character that is meant",
                )
