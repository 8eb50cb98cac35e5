"""Checks every link inside the site before anything is written.

What enters: the generated pages as HTML (or as Markdown where a page is written in it), and the paths of every other
file of the site. What leaves: one `Missing` per `href`, `src` or `#fragment` that leads nowhere. Links to other hosts
are not followed, and the parts of hand-written pages are not known here: MkDocs checks those.

MkDocs neither rewrites nor checks links inside HTML blocks, which is what generated pages are made of, so nobody else
would notice a broken one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urlsplit

LINK_ATTRIBUTES = frozenset({"href", "src", "xlink:href", "poster"})
"""Attributes that hold one address."""

REFERENCE_ATTRIBUTES = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "for"})
"""Attributes that hold ids of the same page, separated by blanks."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A link that leads nowhere."""

    page: str
    """Markdown path of the page that holds the link."""

    link: str
    """As it stands on the page."""

    reason: str
    """What is missing, in words."""


@dataclass(slots=True)
class Outline:
    """What matters of a page here: the links that it holds and the ids that can be linked to."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    references: list[str] = field(default_factory=list)


_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
"""A start tag. The pages come from our own templates, which escape angle brackets in every value."""

_ATTRIBUTE = re.compile(
    r"""\s(?P<name>[a-z:-]+)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""",
)


def read_html(html: str) -> Outline:
    """Collect the links and ids of a page's HTML.

    A parser for any HTML takes ten times as long, a quarter of a whole check of a large project; a test holds this one
    to the same findings on real pages.
    """
    outline = Outline()
    for tag in _TAG.finditer(html):
        for attribute in _ATTRIBUTE.finditer(tag[0]):
            name, value = attribute["name"], unescape(attribute["double"] or attribute["single"] or "")
            if name in LINK_ATTRIBUTES:
                outline.links.append(value)
            elif name == "id":
                outline.ids.add(value)
            elif name in REFERENCE_ATTRIBUTES:
                outline.references.extend(value.split())
    return outline


_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.+?)\s*(?:\{[^}]*#(?P<id>[\w-]+)[^}]*\})?\s*$", re.MULTILINE)


def read_markdown(markdown: str) -> Outline:
    """Collect ids of a page that is written in Markdown; its links are MkDocs' to check, save those in HTML."""
    outline = read_html(markdown)
    for heading in _HEADING.finditer(markdown):
        outline.ids.add(heading["id"] or _slug(heading["text"]))
    return outline


def _slug(heading: str) -> str:
    """The id that Python-Markdown gives a heading without one."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def address(path: str) -> str:
    """Turn the path of a Markdown page into its directory URL, relative to the site's root: `c/x.md` is `c/x/`."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name in {"index", "README"}:
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def missing(outlines: Mapping[str, Outline], others: Collection[str]) -> Iterator[Missing]:
    """Yield every link that leads nowhere.

    Args:
        outlines: The generated pages by Markdown path.
        others: Paths of all other files of the site, hand-written pages included.
    """
    pages = {address(path): outline for path, outline in outlines.items()}
    known = {address(path) for path in others}
    for path, outline in outlines.items():
        here = address(path)
        for reference in dict.fromkeys(outline.references):
            if reference not in outline.ids:
                yield Missing(path, f"#{reference}", f'no part of this page has the id "{reference}"')
        for link in dict.fromkeys(outline.links):
            reason = _why_missing(link, here, pages, known)
            if reason:
                yield Missing(path, link, reason)


def _why_missing(link: str, here: str, pages: Mapping[str, Outline], known: Collection[str]) -> str:
    """Say why a link leads nowhere; empty where it leads somewhere or off the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    if parts.path.startswith("/"):
        return "it starts at the root of the host, so it breaks when the site stands in a folder"
    target = _join(here, unquote(parts.path))
    if target is None:
        return "it leads out of the site"
    if target in pages:
        fragment = unquote(parts.fragment)
        if fragment and fragment not in pages[target].ids:
            return f'that page has no part with the id "{fragment}"'
        return ""
    return "" if target in known else "no page or file of the site has this address"


def _join(here: str, path: str) -> str | None:
    """Resolve a relative address against the directory URL of a page; `None` where it leaves the site."""
    if not path:
        return here
    joined = posixpath.normpath(posixpath.join("/root", posixpath.dirname(here), path))
    if joined == "/root":
        return ""
    if not joined.startswith("/root/"):
        return None
    is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return joined.removeprefix("/root/") + ("/" if is_folder else "")
