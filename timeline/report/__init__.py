"""Findings as text, GitHub annotations, GitLab code quality, JSON or SARIF.

What enters: diagnostics in any order, and for text the files they are about. What leaves: one string, sorted by place,
the same for the same findings. What it refuses: to let content act on whoever shows it. Control characters,
overrides of the writing direction and line ends in messages, paths and source lines are shown as `<U+202E>`, so nothing
can forge a terminal's output or a workflow command of a code host.
"""

from __future__ import annotations

from timeline.report.machines import as_github, as_gitlab, as_json, as_sarif
from timeline.report.text import as_text, summary

__all__ = ["as_github", "as_gitlab", "as_json", "as_sarif", "as_text", "summary"]
