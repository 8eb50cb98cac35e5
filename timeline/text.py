"""Contributor text -> safe inline HTML, plain text, attributes: the only way out for it into pages.

What enters: text that strangers wrote, normalised but otherwise untouched. What leaves: finished, escaped HTML with
emphasis and http(s) links alone; plain text; attribute values. What it refuses: every other markup (it stays as the
characters that were typed), control characters and overrides of the writing direction (dropped here once more, whatever
was checked before), addresses that are not plainly http(s). Other outputs have their escapes in `timeline.escapes`.

Line ends and runs of white space become one space, so that no text can open a new block in the page around it. Every
pattern stops at the character that could start it again, so that the cost is linear in the length of the text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

import nh3

_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Controls, writing-direction overrides and isolates, halves of characters, noncharacters."""

_SPACES = re.compile("[\\s\u0085\u2028\u2029]+")
"""What collapses to one space; includes the line ends that only some programs know."""

_LINK = r"(?<!!)\[(?P<label>[^\[\]]{1,300})\]\((?P<url>[^\s()\[\]]{1,2000})\)"
_EMPHASIS = r"(?<!\w)\*(?=[^\s*])(?P<words>[^*]*[^\s*])\*(?!\w)"
"""Only round whole words: `5*3*2` is a product, and losing its signs would make another number of it."""

_MARKUP = re.compile(f"{_LINK}|{_EMPHASIS}")
_LINK_ALONE = re.compile(_LINK)

_URL = re.compile(r"https?://[^\s\\\"'<>`{}|^]+", re.IGNORECASE)
_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_PRIVATE_ENDS = frozenset(
    [
        "localhost",
        "localdomain",
        "local",
        "internal",
        "lan",
        "home",
        "corp",
        "intranet",
        "private",
        "arpa",
        "test",
        "invalid",
    ]
)
_DIFFERS = frozenset("ß\u03c2\u200c\u200d")
"""Python's IDNA drops or replaces these, browsers keep them: the host shown would not be the host opened."""

_TAGS = {"a", "em"}
_ATTRIBUTES = {"a": {"href"}}
_REL = "nofollow noopener"


@lru_cache(maxsize=16_384)
def clean(text: str) -> str:
    """Drop what may stand in no output, and put one space where white space stands."""
    return _SPACES.sub(" ", _DROPPED.sub("", text)).strip()


def host(url: str) -> str | None:
    """Give the host that an address leads to, in ASCII, if it is a public name.

    Refuses IP addresses in any spelling, `localhost` and its like, names without a dot, and names in which Latin letters
    are mixed with those of another alphabet. A name with letters beyond ASCII has to be in its plainest form (NFKC, lower
    case, letters, digits and hyphens), since browsers and Python differ on how any other is brought to it.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        shown = parts.hostname or ""
        name = shown.encode("idna").decode("ascii").rstrip(".")
        if _mixes_alphabets(name) or not (shown.isascii() or _plainest(shown, parts.netloc)):
            return None
    except (UnicodeError, ValueError):
        return None
    labels = name.split(".")
    if "@" in parts.netloc or port == 0 or len(labels) < 2 or len(name) > 253:
        return None
    if not all(_HOST_LABEL.fullmatch(label) for label in labels):
        return None
    # A last label that begins with a digit is how browsers recognise IPv4 addresses: 127.1, 0x7f.1, 1.2.3.4.
    if labels[-1][0].isdigit() or labels[-1] in _PRIVATE_ENDS:
        return None
    return name


def _plainest(name: str, written: str) -> bool:
    """Tell whether a host's name beyond ASCII is one that every program turns into the same ASCII."""
    return (
        name in written  # as typed, not brought to lower case by the parser
        and unicodedata.normalize("NFKC", name) == name
        and not _DIFFERS & set(name)
        and all(char in "-." or unicodedata.category(char)[0] in "LMN" for char in name)
    )


def _mixes_alphabets(name: str) -> bool:
    """Tell whether a label of a host's name in ASCII stands for Latin letters mixed with Cyrillic, Greek or the like.

    Such a label can hardly be meant but to look like another; Japanese, Chinese and Korean names mix alphabets honestly.
    """
    for label in name.split("."):
        if not label.startswith("xn--"):
            continue
        scripts = {
            unicodedata.name(char, "").split(" ")[0]
            for char in label[4:].encode().decode("punycode")
            if char.isalpha()
        }
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}:
            return True
    return False


def safe_url(url: str) -> str | None:
    """Give an address back if it may be linked, else `None`.

    The raw characters are checked before anything parses them: parsers drop tabs and line ends, and browsers read a
    backslash as a slash.
    """
    if len(url) > 2000 or not _URL.fullmatch(url) or _DROPPED.search(url):
        return None
    return url if host(url) else None


def inline_html(text: str) -> str:
    """Render one line of contributor text: `*emphasis*` and `[link](https://...)`, and nothing else.

    The host of a link is printed behind it, so that a reader sees where it leads. An address that may not be linked
    leaves its markup standing as it was typed.
    """
    rendered = _render(clean(text), _MARKUP)
    return nh3.clean(
        rendered, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=_REL, url_schemes={"http", "https"}
    )


def plain(text: str) -> str:
    """Give the words without markup: for titles, feeds, search and citations. Not escaped."""

    def words(match: re.Match[str]) -> str:
        if match["url"] is not None:
            return match["label"] if safe_url(match["url"]) else match[0]
        return _LINK_ALONE.sub(words_of_link, match["words"])

    def words_of_link(match: re.Match[str]) -> str:
        return match["label"] if safe_url(match["url"]) else match[0]

    return _MARKUP.sub(words, clean(text))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of contributor text for outputs that are no HTML: the words, and what the author wanted of them."""

    text: str
    """Plain, not escaped."""

    emphasis: bool = False
    url: str | None = None
    """An address that may be linked."""


def runs(text: str) -> tuple[Run, ...]:
    """Take one line of contributor text apart into what `inline_html` would print: emphasis, links with their hosts.

    An address that may not be linked leaves its markup standing as it was typed.
    """
    return tuple(_joined(_runs(clean(text), _MARKUP, emphasis=False)))


def _runs(text: str, markup: re.Pattern[str], *, emphasis: bool) -> Iterator[Run]:
    at = 0
    for match in markup.finditer(text):
        yield Run(text[at : match.start()], emphasis)
        groups = match.groupdict()
        if groups["url"] is None:
            yield from _runs(groups["words"], _LINK_ALONE, emphasis=True)
        else:
            address = safe_url(groups["url"])
            name = host(address) if address else None
            if address is None or name is None:
                yield Run(match[0], emphasis)
            else:
                yield Run(groups["label"], emphasis, address)
                yield Run(f" ({name})", emphasis)
        at = match.end()
    yield Run(text[at:], emphasis)


def _joined(pieces: Iterable[Run]) -> Iterator[Run]:
    """Put neighbours of one kind together, and leave out empty ones."""
    last: Run | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and (last.emphasis, last.url) == (piece.emphasis, piece.url):
            last = replace(last, text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def attribute(text: str) -> str:
    """Give the words for an attribute between double quotes, escaped."""
    return html.escape(plain(text), quote=True)


def places_of(words: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Find the first place of each phrase in clean words: start and end, in their order; longer phrases come first."""
    places: list[tuple[int, int]] = []
    for phrase in sorted({clean(phrase) for phrase in phrases if clean(phrase)}, key=lambda p: (-len(p), p)):
        pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
        match = pattern.search(words)
        if match and not any(match.start() < end and start < match.end() for start, end in places):
            places.append(match.span())
    return sorted(places)


def marked(text: str, phrases: Iterable[str]) -> str:
    """Render words of a source, which have no markup of ours, with the first place of each phrase in `<mark>`."""
    words = clean(text)
    pieces, at = [], 0
    for start, end in places_of(words, phrases):
        pieces += [html.escape(words[at:start]), "<mark>", html.escape(words[start:end]), "</mark>"]
        at = end
    return nh3.clean("".join([*pieces, html.escape(words[at:])]), tags={"mark"}, attributes={}, link_rel=None)


def direction(text: str) -> str:
    """Tell the writing direction of a text by its first strong character: `ltr` or `rtl`."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _render(text: str, markup: re.Pattern[str]) -> str:
    """Escape a text around its markup."""
    pieces, at = [], 0
    for match in markup.finditer(text):
        pieces.append(html.escape(text[at : match.start()]))
        groups = match.groupdict()
        if groups["url"] is not None:
            pieces.append(_link(match))
        else:
            pieces.append(f"<em>{_render(groups['words'], _LINK_ALONE)}</em>")
        at = match.end()
    return "".join([*pieces, html.escape(text[at:])])


def _link(match: re.Match[str]) -> str:
    """Render a link with its host, or the characters as they were typed."""
    address = safe_url(match["url"])
    name = host(address) if address else None
    if address is None or name is None:
        return html.escape(match[0])
    return f'<a href="{html.escape(address)}">{html.escape(match["label"])}</a> ({html.escape(name)})'


def link_addresses(text: str) -> tuple[str, ...]:
    """Give the addresses behind the `[link](https://...)` in a text, in order, those that may not be linked too."""
    return tuple(match["url"] for match in _LINK_ALONE.finditer(clean(text)))
