"""Markdown pages that keep the theme's own layout: headings of ours, and finished HTML under each.

What enters: sections. What leaves: Markdown, in which every heading is a Markdown one with an id, so that the theme
finds it for its table of contents, and all else stands in HTML blocks. A heading is never contributor text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.pages.template import is_english, render
from timeline.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, and what stands under it."""

    level: int
    id: str
    title: str
    """Words of our own, plain."""

    html: str = ""

    english_title: bool = False
    """Whether its heading alone is English on pages of all languages."""

    in_english: bool = False
    """Whether its words are English on pages of all languages: references for contributors."""


def write(sections: Iterable[Section], words: Wording) -> str:
    """Write the sections as Markdown."""
    foreign = "" if is_english(words) else ' lang="en" dir="ltr"'
    pieces = []
    for section in sections:
        title = re.sub(r"([\\`*_{}\[\]<>#|&])", r"\\\1", " ".join(section.title.split()))
        marked = foreign if section.in_english else ""
        # The title of a page has a message.
        heading = foreign if section.english_title or (section.in_english and section.level > 1) else ""
        pieces.append(f"{'#' * section.level} {title} {{#{section.id}{heading}}}\n")
        if section.html:
            pieces.append(f'<div class="tl tl-prose"{marked}>\n{section.html}\n</div>\n')
    return "\n".join(pieces).rstrip("\n")


def block(template: str, words: Wording, **values: object) -> str:
    """Fill one of the templates of these pages."""
    return render(template, words, **values)
