"""Markdown pages that keep the theme's own layout: headings of ours, and finished HTML under each.

What enters: sections. What leaves: Markdown, in which every heading is a Markdown one with an id, so that the theme
finds it for its table of contents, and all else stands in HTML blocks. A heading is never contributor text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.pages.template import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, and what stands under it."""

    level: int
    id: str
    title: str
    """Words of our own, plain."""

    html: str = ""


def write(sections: Iterable[Section]) -> str:
    """Write the sections as Markdown."""
    pieces = []
    for section in sections:
        title = re.sub(r"([\\`*_{}\[\]<>#|&])", r"\\\1", " ".join(section.title.split()))
        pieces.append(f"{'#' * section.level} {title} {{#{section.id}}}\n")
        if section.html:
            pieces.append(f'<div class="tl tl-prose">\n{section.html}\n</div>\n')
    return "\n".join(pieces).rstrip("\n")


def block(template: str, **values: object) -> str:
    """Fill one of the templates of these pages."""
    return render(template, **values)
