"""The findings of one file while it is read.

What enters: offsets into the file's text. What leaves: diagnostics with lines and columns. What it refuses: to repeat
itself without end. After twenty findings of one code the rest are counted, so that a hostile file cannot drown a report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from timeline.codes import Code
from timeline.diagnostics import Diagnostic, Label, Span

LISTED_PER_CODE = 20


class Findings:
    """Collects the findings of one file and knows where its lines begin."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [0]
        offset = text.find("\n")
        while offset >= 0:
            self._starts.append(offset + 1)
            offset = text.find("\n", offset + 1)
        self._found: list[tuple[Code, Diagnostic]] = []
        self._count: Counter[str] = Counter()

    def span(self, start: int, end: int) -> Span:
        """Turn offsets in code points into a place; the end is exclusive.

        Only line feeds count as line ends: the other characters that some programs take for one are refused.
        """
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.path, line, column, end_line, end_column)

    def line_of(self, offset: int) -> int:
        """Number the line of an offset, from 1."""
        return self._place(offset)[0]

    def crowded(self, code: Code) -> bool:
        """Count one more of a code that has enough findings; False where it is still to be described and added.

        Asked before a description is made, so that 60,000 control characters cost little more than twenty.
        """
        if self._count[code.id] < LISTED_PER_CODE:
            return False
        self._count[code.id] += 1
        return True

    def add(
        self, code: Code, span: Span, message: str, *, hint: str = "", related: tuple[Label, ...] = ()
    ) -> None:
        """Note a finding."""
        if not self.crowded(code):
            self._count[code.id] += 1
            self._found.append((code, code.at(span, message, hint=hint, related=related)))

    def listed(self) -> tuple[Diagnostic, ...]:
        """All findings so far; the last one of a crowded code says how many more there are."""
        left: Counter[str] = Counter(self._count)
        result = []
        for code, found in self._found:
            left[code.id] -= 1
            last = self._count[code.id] - left[code.id] == LISTED_PER_CODE
            more = f" ({left[code.id]} more like this in the file)" if last and left[code.id] else ""
            result.append(replace(found, message=found.message + more))
        return tuple(result)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
