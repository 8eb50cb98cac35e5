"""Findings about content, as values.

What enters: a place in a file, what is wrong there and what to do about it. What leaves: `Diagnostic` values, which
every stage returns beside its result, and their renderings for people, code hosts and machines.

A mistake in a contribution is an everyday thing, so nothing here is an exception: one run collects every finding in
every file, and the edges (command line, MkDocs plugin) decide how to show them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file. Lines and columns count from 1, columns in code points; the end is exclusive."""

    path: str
    """Relative to the project, with forward slashes."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Label:
    """A secondary place that helps to understand a finding, such as the first of two duplicates."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about content."""

    code: str
    """Such as `F201`; `timeline.codes` explains each."""

    severity: Severity
    span: Span
    message: str
    """One sentence without a final full stop, saying what is wrong."""

    hint: str = ""
    """What to do, if possible as text that can be typed in."""

    related: tuple[Label, ...] = ()

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """Findings are listed by file, then place, then code, so that two runs print the same."""
        return (self.span, self.code, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by place and drop exact repetitions."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: found.sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding is an error."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
