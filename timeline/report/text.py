"""Findings for people: the line, the place underlined, and what to do.

What enters: diagnostics and the text of the files they are about. What leaves: a report in the manner of compilers,
with a count at its end. Where a file's text is not at hand, the place is named and not drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.diagnostics import Diagnostic, Severity, Span, in_order
from timeline.report.cells import safe, strip

WIDTH = 100
"""Cells of a line where nobody says how wide the screen is."""

_NARROWEST = 40
_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_FRAME = "1;34"


def as_text(
    diagnostics: Iterable[Diagnostic],
    texts: Mapping[str, str],
    *,
    color: bool = False,
    width: int | None = None,
) -> str:
    """Show findings with the lines they are about.

    Args:
        diagnostics: In any order; exact repetitions are dropped.
        texts: The text of every file that was checked, by its path in the project.
        color: Whether to use ANSI colours.
        width: Cells of a line of the screen; longer source lines are trimmed around the place. None means 100.

    Returns:
        Lines, with a line end at the last one, which gives the count.
    """
    found = in_order(diagnostics)
    writer = _Writer(texts, color=color, width=max(width or WIDTH, _NARROWEST))
    blocks = [writer.block(each) for each in found]
    return "\n".join([*blocks, summary(found, len(texts)) + "\n"])


def summary(diagnostics: Iterable[Diagnostic], files: int) -> str:
    """Count findings in one line, such as `2 errors, 1 warning in 3 files`.

    Args:
        diagnostics: All findings; their files are counted.
        files: How many files were checked, for the case that nothing was found.
    """
    found = in_order(diagnostics)
    if not found:
        return f"No problems found in {_counted(files, 'file')}"
    severities = Counter(each.severity for each in found)
    counts = ", ".join(_counted(severities[each], each.value) for each in Severity if severities[each])
    return f"{counts} in {_counted(len({each.span.path for each in found}), 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of one line to be underlined. Offsets are code points from 0."""

    line: int
    start: int
    end: int
    sign: str
    message: str = ""


class _Writer:
    """Draws findings. Keeps the lines of each file, so that many findings in one cost no more than few."""

    def __init__(self, texts: Mapping[str, str], *, color: bool, width: int) -> None:
        self._texts = texts
        self._lines: dict[str, list[str]] = {}
        self._color = color
        self._width = width

    def block(self, found: Diagnostic) -> str:
        """One finding, ending with a line end."""
        tone = _COLORS[found.severity]
        here = [label for label in found.related if label.span.path == found.span.path]
        there = [label for label in found.related if label.span.path != found.span.path]
        marks = self._marks(found.span, "^")
        notes = []
        for label in here:
            added = self._marks(label.span, "-", label.message)
            marks += added
            if not added:
                notes.append(f"{safe(label.message)} ({safe(str(label.span))})")
        numbers = [mark.line for mark in marks] + [label.span.end_line for label in there]
        margin = len(str(max(numbers, default=1)))

        rows = [
            self._paint(f"{found.severity}[{safe(found.code)}]", tone)
            + self._paint(f": {safe(found.message)}", "1")
        ]
        rows.append(self._paint(f"{'':{margin}}--> ", _FRAME) + safe(str(found.span)))
        rows += self._drawing(found.span.path, marks, margin, tone)
        for label in there:
            rows.append(self._paint(f"{'':{margin}}::: ", _FRAME) + safe(str(label.span)))
            drawn = self._marks(label.span, "-", label.message)
            rows += self._drawing(label.span.path, drawn, margin, tone)
            if not drawn:
                notes.append(f"{safe(label.message)} ({safe(str(label.span))})")
        for kind, words in [
            *(("note", note) for note in notes),
            *([("hint", found.hint)] if found.hint else []),
        ]:
            first, *more = words.split("\n")
            rows.append(self._paint(f"{'':{margin}} = {kind}: ", _FRAME) + safe(first))
            rows += [" " * (margin + 9) + safe(each) for each in more]
        return "\n".join(rows) + "\n"

    def _drawing(self, path: str, marks: list[_Mark], margin: int, tone: str) -> list[str]:
        if not marks:
            return []
        bar = self._paint(f"{'':{margin}} |", _FRAME)
        rows = [bar]
        before = 0
        for number in sorted({mark.line for mark in marks}):
            if before and number > before + 1:
                rows.append(self._paint("...", _FRAME))
            before = number
            # The finding's own mark comes first, and a long line is trimmed around it.
            on_line = sorted(
                (mark for mark in marks if mark.line == number), key=lambda mark: mark.sign != "^"
            )
            drawn = strip(self._of(path)[number - 1], on_line[0].start, self._width - margin - 4)
            rows.append(f"{self._paint(f'{number:>{margin}} |', _FRAME)} {drawn.text}".rstrip())
            for mark in on_line:
                left, count = drawn.range_of(mark.start, mark.end)
                sign = f"{mark.sign * count} {safe(mark.message)}".rstrip()
                rows.append(f"{bar} {' ' * left}{self._paint(sign, tone if mark.sign == '^' else _FRAME)}")
        return [*rows, bar]

    def _marks(self, span: Span, sign: str, message: str = "") -> list[_Mark]:
        """The marks of a place: one, or that of the first and the last line.

        None where there is no such line, or where the place is the whole file.
        """
        if span == Span(span.path):
            return []
        lines = self._of(span.path)
        if not lines or not 1 <= span.line <= span.end_line <= len(lines):
            return []
        first = lines[span.line - 1]
        if span.line == span.end_line:
            return [_Mark(span.line, span.column - 1, span.end_column - 1, sign, message)]
        last = lines[span.end_line - 1]
        return [
            _Mark(span.line, span.column - 1, len(first), sign),
            _Mark(span.end_line, len(last) - len(last.lstrip()), span.end_column - 1, sign, message),
        ]

    def _of(self, path: str) -> list[str]:
        if path not in self._lines:
            text = self._texts.get(path, "")
            self._lines[path] = [line.removesuffix("\r") for line in text.split("\n")] if text else []
        return self._lines[path]

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._color else text
