"""What a diagnostic code is."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.diagnostics import Diagnostic, Label, Severity, Span


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding, with the explanation that `explain CODE` and the docs page print."""

    id: str
    """A letter for the stage and three digits: `F201`."""

    name: str
    """Kebab-case, for people: `unknown-field`."""

    severity: Severity
    summary: str
    """One sentence: what the code means."""

    explanation: str
    """Why it matters and how to mend it. Plain text, blank lines between paragraphs."""

    wrong: str = ""
    """A short YAML example that gets this finding."""

    right: str = ""
    """The same, mended."""

    def at(self, span: Span, message: str, *, hint: str = "", related: tuple[Label, ...] = ()) -> Diagnostic:
        """Make a finding of this kind at a place."""
        return Diagnostic(self.id, self.severity, span, message, hint, related)
