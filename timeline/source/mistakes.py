"""YAML's complaints in plain words.

What enters: a file's text and the place where YAML gave up. What leaves: the mistake that a contributor most likely
made there, with its code, its place, and a hint that can be typed in. What it refuses: nothing. Where no rule knows
better, YAML's own words are passed on.

The rules are tried in order; each looks at the complaint and at the lines around it, and answers None when it is not
its mistake. They read single lines with plain patterns, so their cost stays in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.codes import Code, reading

_SHOWN = 160
"""Longest value, in code points, that a hint repeats as a whole."""

MAPPINGS = frozenset(
    {
        "about",
        "answers",
        "captured",
        "date",
        "figures",
        "history",
        "names",
        "narrative",
        "published",
        "quote",
        "relations",
        "said",
        "severities",
        "source",
        "status",
        "updated",
    }
)
"""Fields whose value may be a mapping, so that a colon in it need not be meant as text. A test holds them against the
tables of fields, which this module may not know."""

_FIELD = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[^\W\d][\w-]*)(?P<colon> *:)(?: +(?P<value>\S.*)?|$)")
_GLUED = re.compile(r" *(?:- +)*(?P<key>[^\W\d][\w-]*):(?!//)(?P<value>\S.*)")
_BARE = re.compile(r" *(?P<key>[a-z][a-z_]*) +(?P<value>\S.*)")
_ESCAPE = re.compile(r"\\(?:x\w{0,2}|u\w{0,4}|U\w{0,8}|.)")
_COMMENT = re.compile(r"(?<!\s)\s+#.*")
"""The look behind keeps a long run of spaces from being tried again at each of them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Where YAML gave up, and its words for it. Offsets are code points from the start of the file."""

    words: str
    index: int
    context: str
    context_index: int | None

    @property
    def start(self) -> int:
        """Where the thing starts that YAML was reading, such as an opening quotation mark."""
        return self.index if self.context_index is None else self.context_index


@dataclass(frozen=True, slots=True)
class Mistake:
    """What the contributor most likely got wrong."""

    code: Code
    start: int
    end: int
    message: str
    hint: str = ""
    related: tuple[tuple[int, int, str], ...] = ()
    """Start, end and message of other places."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the file, without its line end."""

    start: int
    text: str

    @property
    def first(self) -> int:
        """Offset of the first character that is not a space or tab."""
        return self.start + len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def end(self) -> int:
        """Offset behind the last character that is not a space."""
        return self.start + len(self.text.rstrip())


def explain(text: str, problem: Problem) -> Mistake:
    """Find the mistake behind a complaint."""
    rules: tuple[Callable[[str, Problem], Mistake | None], ...] = (
        _tab,
        _unclosed_quote,
        _bad_escape,
        _unclosed_bracket,
        _special_start,
        _missing_colon,
        _colon_in_value,
        _text_after_value,
        _indentation,
    )
    for rule in rules:
        if mistake := rule(text, problem):
            return mistake
    index = _visible(text, problem.index)
    related: tuple[tuple[int, int, str], ...] = ()
    if problem.context_index is not None and problem.context_index < index:
        related = ((problem.context_index, problem.context_index + 1, f"{problem.context} that starts here"),)
    words = re.sub(r"\s+", " ", problem.words)
    return Mistake(
        reading.NOT_YAML,
        index,
        index + 1,
        f"this is not valid YAML: {words}",
        "look at this line and the one above for a missing quotation mark, colon, bracket or space",
        related,
    )


def in_quotes(value: str) -> str:
    """Write text as a quoted YAML scalar, with double quotes where that needs no escapes."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def quoted_value(text: str, index: int) -> str:
    """The field on the line of an offset, with its whole value in quotation marks, or "" where there is no such field."""
    line = _line(text, index)
    field = _FIELD.match(line.text)
    if not field or not field["value"]:
        return ""
    return _typed(field["key"], field["value"])


def _typed(key: str, value: str) -> str:
    value = _COMMENT.sub("", value.strip())
    if len(value) > _SHOWN:
        value = value[:_SHOWN].rstrip() + " ..."
    return f"{key}: {in_quotes(value)}"


def _line(text: str, index: int) -> _Line:
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return _Line(start, text[start : end if end >= 0 else len(text)].rstrip("\r"))


def _above(text: str, line: _Line) -> _Line | None:
    """The next line above that is neither empty nor a comment."""
    while line.start > 0:
        line = _line(text, line.start - 1)
        if line.text.strip() and not line.text.lstrip().startswith("#"):
            return line
    return None


def _visible(text: str, index: int) -> int:
    """The place itself, or the last visible character where YAML gave up only at the end of the file."""
    index = min(index, len(text) - 1)
    if text[index:].strip():
        return index
    return max(len(text.rstrip()) - 1, 0)


def _tab(text: str, problem: Problem) -> Mistake | None:
    for index in (problem.index, problem.start):
        line = _line(text, index)
        place = text.find("\t", line.start, line.first)
        if place < 0 and text[problem.index : problem.index + 1] == "\t":
            place = problem.index
        if place >= 0:
            end = place + len(text[place:]) - len(text[place:].lstrip("\t"))
            message = "a tab stands where YAML allows only spaces"
            return Mistake(reading.TAB, place, end, message, "replace the tab by spaces, two for each level")
    return None


def _unclosed_quote(text: str, problem: Problem) -> Mistake | None:
    if problem.context != "while scanning a quoted scalar":
        return None
    start = problem.start
    line = _line(text, start)
    mark = text[start]
    hint = f"close it with {mark} at the end of the value"
    value = text[start + 1 : line.end]
    if value and mark not in value and len(value) <= _SHOWN:
        hint = f"close it: `{line.text.strip()}{mark}`"
    return Mistake(reading.UNCLOSED_QUOTE, start, start + 1, "this quotation mark is never closed", hint)


def _bad_escape(text: str, problem: Problem) -> Mistake | None:
    if not problem.context.startswith("while scanning a double-quoted"):
        return None
    start = max(text.rfind("\\", 0, problem.index + 1), 0)
    found = _ESCAPE.match(text, start)
    end = found.end() if found else min(start + 1, len(text))
    return Mistake(
        reading.BAD_ESCAPE,
        start,
        end,
        f"`{text[start:end]}` is not an escape that YAML knows",
        "use single quotes, where a backslash is a backslash, or write it twice: `\\\\`",
    )


def _unclosed_bracket(text: str, problem: Problem) -> Mistake | None:
    if not problem.context.startswith("while parsing a flow"):
        return None
    # For a mapping inside brackets YAML's mark may stand behind the bracket, even at the end of the file.
    start = max(text.rfind("[", 0, problem.start + 1), text.rfind("{", 0, problem.start + 1), 0)
    closing = "]" if text[start] == "[" else "}"
    hint = f"close it with {closing}"
    if typed := quoted_value(text, start):
        hint += f"; if it is meant as text, write `{typed}`"
    at = _visible(text, problem.index)
    return Mistake(
        reading.UNCLOSED_BRACKET,
        start,
        start + 1,
        f"this bracket is not closed, or a comma is missing before its {closing}",
        hint,
        ((at, at + 1, "it is still open here"),) if at > start else (),
    )


def _special_start(text: str, problem: Problem) -> Mistake | None:
    words, context = problem.words, problem.context
    if words.startswith("sequence entries"):
        line = _line(text, problem.index)
        field = _FIELD.match(line.text)
        name = field["key"] if field else "tags"
        hint = f"start the list on a line of its own, below `{name}:`"
        if typed := quoted_value(text, problem.index):
            hint += f"; if it is meant as text, write `{typed}`"
        return Mistake(
            reading.SPECIAL_START, problem.index, problem.index + 1, "a list cannot start on this line", hint
        )
    at = problem.start
    if words.startswith("found character"):
        at = problem.index
    elif not context.startswith(
        ("while scanning an a", "while scanning a block", "while scanning a tag", "while parsing a tag")
    ):
        if not words.startswith("expected the node content"):
            return None
        at = problem.index
    if at >= len(text) or text[at].isspace():
        return None
    typed = quoted_value(text, at)
    hint = f"put it in quotation marks: `{typed}`" if typed else "put the whole value in quotation marks"
    if text[at] in "|>":
        hint += f", or start the text on the next line, below {text[at]}"
    return Mistake(reading.SPECIAL_START, at, at + 1, f"a value cannot start with {text[at]} here", hint)


def _missing_colon(text: str, problem: Problem) -> Mistake | None:
    line: _Line | None
    if problem.words == "could not find expected ':'":
        line = _line(text, problem.start)
    elif problem.words == "mapping values are not allowed here" and _own_colon(text, problem.index):
        line = _above(text, _line(text, problem.index))
    else:
        return None
    if line is None or _FIELD.match(line.text):
        return None
    found = _GLUED.match(line.text)
    message = "there must be a space between the colon and the value"
    if not found:
        found = _BARE.match(line.text)
        message = "this line has no colon behind the name of its field"
    if found and len(line.text) <= _SHOWN:
        key, value = found["key"], found["value"]
        start = line.start + found.start("key")
        if found.re is _GLUED or len(value.split()) <= 3:
            return Mistake(
                reading.MISSING_COLON, start, start + len(key), message, f"write `{key}: {value.rstrip()}`"
            )
    return Mistake(
        reading.MISSING_COLON,
        line.first,
        line.end,
        "this line is neither a field nor a part of the one above",
        "write `name: value`, or indent the line by two spaces if the text above goes on here",
    )


def _own_colon(text: str, index: int) -> bool:
    """Whether a colon is the one behind the name of its line's field."""
    line = _line(text, index)
    field = _FIELD.match(line.text)
    return field is not None and line.start + field.end("colon") - 1 == index


def _colon_in_value(text: str, problem: Problem) -> Mistake | None:
    if problem.words != "mapping values are not allowed here":
        return None
    line = _line(text, problem.index)
    if _own_colon(text, problem.index):
        above = _above(text, line)
        related = ((above.first, above.end, "it reads as more text of this line"),) if above else ()
        return _misplaced(line, related)
    parts: list[str] = []
    at: _Line | None = line
    while at and not (field := _FIELD.match(at.text)) and len(parts) < 5:
        parts.insert(0, at.text.strip())
        at = _above(text, at)
    hint = "put the whole value in double quotes"
    if at and field:
        value = " ".join([field["value"] or "", *parts]).strip()
        hint = f"put the whole value in quotation marks: `{_typed(field['key'], value)}`"
        if field["key"] in MAPPINGS and not parts and len(value) <= _SHOWN:
            hint = f"if it is a mapping, put `{value}` on the next line, indented; if it is text, {hint}"
    message = "a colon and a space inside a value need quotation marks around the value"
    return Mistake(reading.COLON_IN_VALUE, problem.index, problem.index + 1, message, hint)


def _text_after_value(text: str, problem: Problem) -> Mistake | None:
    if problem.words not in {
        "expected <block end>, but found '<scalar>'",
        "expected '<document start>', but found '<scalar>'",
    }:
        return None
    line = _line(text, problem.index)
    field = _FIELD.match(line.text)
    if not field or not field["value"] or field["value"][0] not in "\"'[{":
        return None
    start = line.start + field.start("value")
    typed = _typed(field["key"], field["value"])
    above = _above(text, line)
    opened = _FIELD.match(above.text) if above else None
    if above and opened and opened["value"] and opened["value"][0] == field["value"][0] in "\"'":
        first = above.start + opened.start("value")
        if opened["value"].count(field["value"][0]) == 1:
            # The quotation that was opened above has swallowed the start of this line.
            return _unclosed_quote(text, Problem("", first, "while scanning a quoted scalar", None))
    if field["value"][0] in "[{":
        hint = f"put it in quotation marks: `{typed}`"
        message = (
            f"a value that starts with `{field['value'][0]}` is a list or a mapping, and text follows it"
        )
        return Mistake(reading.SPECIAL_START, start, start + 1, message, hint)
    return Mistake(
        reading.TEXT_AFTER_QUOTE,
        problem.index,
        line.end,
        "text goes on after the closing quotation mark",
        f"put quotation marks of the other kind around the whole value: `{typed}`",
        ((start, problem.index, "the quotation ends here"),),
    )


def _indentation(text: str, problem: Problem) -> Mistake | None:
    if not problem.words.startswith(("expected <block end>", "expected '<document start>'")):
        return None
    line = _line(text, problem.index)
    if line.first != problem.index or line.text.strip()[:1] in "]},":
        return None
    if line.text.strip().startswith(":"):
        hint = "write `name: value`; if this is meant as text, put it in quotation marks"
        return Mistake(reading.ODD_KEY, line.first, line.first + 1, "the name of this field is missing", hint)
    if problem.context_index is not None:
        return _misplaced(line, ((problem.start, problem.start + 1, "the record or list starts here"),))
    above = _above(text, line)
    if above and above.text.startswith("..."):
        message = "text follows the end of the document and is not read"
        hint = "move it into a file of its own, or delete the line of three dots"
        return Mistake(reading.SECOND_DOCUMENT, line.first, line.end, message, hint)
    return _misplaced(line, ((above.first, above.end, "it does not fit this line"),)) if above else None


def _misplaced(line: _Line, related: tuple[tuple[int, int, str], ...]) -> Mistake:
    return Mistake(
        reading.WRONG_INDENTATION,
        line.first,
        line.end,
        "this line does not start in the column of the lines it belongs with",
        "start the names of fields that belong together in one column",
        related,
    )
