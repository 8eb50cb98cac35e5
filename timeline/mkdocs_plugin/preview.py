"""What a preview shows while content has errors: a note on top of every page, and a page of all findings.

What enters: findings and the texts of the files. What leaves: HTML, escaped. Neither is ever part of a published site,
since a site with errors is not published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from timeline.diagnostics import Diagnostic, Severity
from timeline.links import address

FINDINGS_PAGE = "findings.md"
"""Where the page of findings stands under the docs folder."""

SHOWN_IN_BANNER = 3
"""Findings that the note on top of a page quotes."""


def banner(diagnostics: Iterable[Diagnostic], url: str) -> str:
    """Write the note on top of a page.

    Args:
        diagnostics: All findings.
        url: Address of the page, relative to the site.
    """
    errors = [found for found in diagnostics if found.severity is Severity.ERROR]
    root = "../" * url.count("/")
    shown = "".join(f"<li>{_line(found)}</li>" for found in errors[:SHOWN_IN_BANNER])
    count = f"{len(errors)} error{'' if len(errors) == 1 else 's'} in content"
    return (
        '<div class="admonition failure tl-findings" role="alert">'
        f'<p class="admonition-title">{count}: this page may be incomplete or out of date</p>'
        f'<ul>{shown}</ul><p><a href="{root}{address(FINDINGS_PAGE)}">All findings</a></p></div>'
    )


def findings_page(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> str:
    """Write the page of all findings, as Markdown that holds one block of HTML."""
    items = "".join(_item(found, texts) for found in diagnostics)
    body = f'<div class="tl tl-page tl-findings"><h1>Findings</h1>{items}</div>'
    return f"---\ntitle: Findings\nsearch:\n  exclude: true\n---\n{body}\n"


def _item(found: Diagnostic, texts: Mapping[str, str]) -> str:
    kind = {Severity.ERROR: "failure", Severity.WARNING: "warning", Severity.NOTE: "note"}[found.severity]
    related = "".join(f"<li>{escape(f'{label.span}: {label.message}')}</li>" for label in found.related)
    return (
        f'<div class="admonition {kind}"><p class="admonition-title">{_line(found)}</p>'
        + _excerpt(found, texts)
        + (f"<ul>{related}</ul>" if related else "")
        + (f"<p>{escape(found.hint)}</p>" if found.hint else "")
        + "</div>"
    )


def _line(found: Diagnostic) -> str:
    return (
        f"<code>{escape(str(found.span))}</code> {escape(f'{found.severity} {found.code}: {found.message}')}"
    )


def _excerpt(found: Diagnostic, texts: Mapping[str, str]) -> str:
    """The line that the finding is about, with its place marked."""
    lines = texts.get(found.span.path, "").splitlines()
    if not 0 < found.span.line <= len(lines):
        return ""
    line = lines[found.span.line - 1]
    start = found.span.column - 1
    end = found.span.end_column - 1 if found.span.end_line == found.span.line else len(line)
    before, marked, after = (escape(part) for part in (line[:start], line[start:end], line[end:]))
    return f"<pre><code>{found.span.line} | {before}<mark>{marked}</mark>{after}</code></pre>"
