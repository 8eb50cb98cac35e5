"""What a page is, its address, and how it becomes a Markdown file.

What enters: finished HTML and a few plain facts. What leaves: front matter and one HTML block that Python-Markdown
carries over untouched. Titles and descriptions are escaped here, because the theme prints them as HTML, and angle
brackets in them are replaced by look-alikes, because the theme also takes titles apart and prints them once more
unescaped.
"""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

from timeline.escapes import theme_title
from timeline.text import clean, plain

Kind = Literal[
    "timeline",
    "topic",
    "claim",
    "source",
    "speaker",
    "place",
    "narrative",
    "index",
    "map",
    "data",
    "method",
    "reference",
    "add",
    "redirect",
    "embed",
]
"""What a page is about; the theme picks its layout by it."""

WITH_SIDEBARS = frozenset({"data", "method", "reference"})
"""Kinds that keep the theme's own table of contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site, a pure function of a few records."""

    path: str
    """Of its Markdown file, such as `c/zelensky-troops-present.md`."""

    title: str
    """Plain text, not escaped."""

    description: str
    """Plain text, one line, not escaped."""

    body: str
    """One HTML block without blank lines; for `markdown=True` Markdown with such blocks in it."""

    kind: Kind
    lang: str = "en"
    edit: str | None = None
    """YAML file behind the page, relative to the project."""

    date: str | None = None
    """ISO 8601 day that the content itself gives, for the sitemap."""

    search: bool = True
    lanes: int = 0
    """Lanes that stand side by side on it; 0 where none do."""

    wide: bool = False
    paged: bool = False
    """Whether it is one of the pages that a large timeline stands on, or leads to them."""

    is_markdown: bool = False
    redirect: str | None = None
    """Relative address that the page leads to; the theme makes the refresh from it."""

    listed: bool = True
    """Whether search engines are to know it: not what only leads elsewhere, stands in for a removed record, or is
    made to be framed by other pages."""

    linked_data: str = ""
    """What the page says about itself to programs: JSON-LD, escaped for a `<script>`."""

    @property
    def address(self) -> str:
        """Directory URL relative to the root of the site."""
        return address(self.path)

    @property
    def day(self) -> str | None:
        """`date`, if it is one."""
        return self.date if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", self.date or "") else None

    @property
    def data_block(self) -> str:
        """The element that carries `linked_data`. Browsers do not run it, so the policy of the page does not meet it."""
        return f'<script type="application/ld+json">{self.linked_data}</script>' if self.linked_data else ""

    @property
    def text(self) -> str:
        """The Markdown behind the front matter, without its last line end; blocks of HTML, save for `is_markdown`."""
        return f"{self.body}\n\n{self.data_block}" if self.data_block else self.body

    def markdown(self) -> str:
        """Write the page as a Markdown file. Front matter values are JSON, which YAML reads as it is."""
        about = {
            "kind": self.kind,
            "lang": self.lang,
            "edit": clean(self.edit) if self.edit else None,
            "date": self.day,
            "lanes": self.lanes or None,
            "wide": self.wide or None,
            "paged": self.paged or None,
            "redirect": self.redirect,
            "unlisted": None if self.listed else True,
        }
        meta: dict[str, object] = {"title": _escaped(self.title), "description": _escaped(self.description)}
        if self.kind not in WITH_SIDEBARS:
            meta["hide"] = ["navigation", "toc"]
        if self.kind == "embed":
            meta["template"] = "embed.html"
        if not self.search:
            meta["search"] = {"exclude": True}
        meta["timeline"] = {key: value for key, value in about.items() if value is not None}
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
        return f"---\n{front}---\n{self.text}\n"


@lru_cache(maxsize=65536)
def address(path: str) -> str:
    """Turn the path of a Markdown file into its directory URL: `c/x.md` is `c/x/`, `t/index.md` is `t/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{folder}/{name}/" if folder else f"{name}/"


def link(from_page: str, to_page: str, fragment: str = "") -> str:
    """Write the relative address from one page to another, or to a part of it.

    Args:
        from_page: Path of the Markdown file that holds the link.
        to_page: Path of the Markdown file that it leads to, or of another file of the site.
        fragment: An id on that page.
    """
    here = address(from_page)
    there = address(to_page) if to_page.endswith(".md") else to_page
    part = f"#{_quoted(fragment)}" if fragment else ""
    if here == there and part:
        return part
    return f"{_relative(here, there)}{part}"


@lru_cache(maxsize=4096)
def _relative(here: str, there: str) -> str:
    """Write the relative address from one directory URL to another, or to a file, as `posixpath.relpath` would.

    A page of a large timeline holds hundreds of links, and most of them lead from one folder to another.
    """
    up, down = here.split("/")[:-1], there.split("/")
    target = down[:-1] if down[-1] == "" else down
    shared = 0
    for one, other in zip(up, target, strict=False):
        if one != other:
            break
        shared += 1
    relative = "/".join([".."] * (len(up) - shared) + target[shared:]) or "."
    slash = "/" if down[-1] == "" else ""
    return f"{_quoted(relative)}{slash}"


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path, safe=SAFE + "/")


_PLAIN = re.compile(r"[A-Za-z0-9_.~:/-]*")
"""What `quote` leaves as it is, which is nearly every address."""

SAFE = ".~:-"
"""Characters that addresses and fragments keep as they are."""


def _escaped(text: str) -> str:
    """Prepare a title or description for a theme that prints it as HTML."""
    return theme_title(plain(text))
