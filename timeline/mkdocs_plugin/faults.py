"""Faults of themes, templates and other plugins, in one line.

What enters: an exception from anywhere below MkDocs. What leaves: its kind and words, the template that it comes from if
it does, and what to look at.
"""

from __future__ import annotations

import traceback

from mkdocs.exceptions import MkDocsException

_TEMPLATES = (".html", ".xml")


def in_one_line(error: BaseException) -> str:
    """Say what went wrong and where to look."""
    if isinstance(error, MkDocsException):
        return " ".join(error.format_message().split()).rstrip(".")
    words = " ".join(str(error).split())
    place = next(
        (
            f" ({frame.filename}, line {frame.lineno})"
            for frame in reversed(traceback.extract_tb(error.__traceback__))
            if frame.filename.endswith(_TEMPLATES)
        ),
        "",
    )
    advice = "look at `theme`, `extra` and `plugins` in mkdocs.yml, and at overrides of the theme"
    return f"{type(error).__name__}: {words}{place}; {advice}"
