"""Templates: values -> compact HTML.

What enters: the name of a template and the values that it prints. What leaves: one HTML block without indentation or
blank lines, fit to stand in a Markdown file. Everything is escaped unless `timeline.text` has made it, and a template
that names a value it was not given fails.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache, partial
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from timeline import text
from timeline.pages.marks import disc, relation, shape
from timeline.wording import Wording, counted_claims


def render(template: str, words: Wording, **values: object) -> str:
    """Fill a template and give its HTML, one line per line of the template that says something.

    Args:
        template: The name of its file.
        words: The words of the interface: `t(key)` says a message, `n(key, number)` one that counts, and `rich(key)` one
            with emphasis, code and links in it.
        values: What it prints besides.
    """
    written = _environment(words).get_template(template).render(**values)
    if words.own:  # what has a direction of its own is content
        language = Markup(' lang="{}"').format(words.own)
        written = _CONTENT.sub(
            lambda tag: f"{tag[0][:-1]}{language}>" if " lang=" not in tag[0] else tag[0], written
        )
    return "\n".join(line for line in (line.strip() for line in written.split("\n")) if line)


_CONTENT = re.compile(r'<[^<>]* dir="auto"[^<>]*>')
"""Opening tags of content."""


def inline(words_: str) -> Markup:
    """Contributor text with emphasis and links."""
    return Markup(text.inline_html(words_))  # noqa: S704 - this is the one way out for contributor text


def plain(words_: str) -> str:
    """Contributor text without markup; the template escapes it."""
    return text.plain(words_)


def marked(words_: str, phrases: tuple[str, ...]) -> Markup:
    """Words of a source, with phrases highlighted."""
    return Markup(text.marked(words_, phrases))  # noqa: S704 - escaped by timeline.text


def preformatted(code: str) -> Markup:
    """Code for a `<pre>`, its line ends as references, so that it stands on one line of the block."""
    return Markup(html.escape(code.strip("\n")).replace("\n", "&#10;"))  # noqa: S704 - escaped here


def with_code(words_: str) -> Markup:
    """Text of our own with `code` in backticks."""
    pieces = re.split(r"`([^`\n]+)`", words_)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if index % 2 else piece for index, piece in enumerate(pieces)
    )


def is_english(words: Wording) -> bool:
    """Tell whether a page is in English anyway."""
    return words.language.split("-", maxsplit=1)[0] == "en"


def in_english(words: Wording, text: Markup | str) -> Markup:
    """Mark words that we have in English only as such, on a page in another language."""
    if is_english(words) or not text:
        return escape(text)
    return Markup('<span lang="en" dir="ltr">{}</span>').format(text)


def rich(words: Wording, key: str, number: int | None = None, /, **values: object) -> Markup:
    """Say a message with `code`, `**emphasis**` and `[links](name)` in it.

    Values are put in as text, unless they are markup already. A link leads to the value of its name, with the attributes
    for another site where that address is not a relative one; where the value is empty the words stand alone.
    """
    if number is not None:
        values = {"n": words.number(number), **values}
    pieces = _MARKED.split(words.pattern(key, number))
    return Markup("").join(_piece(piece, values) for piece in pieces if piece)


_MARKED = re.compile(r"(`[^`]+`|\*\*.+?\*\*|\[[^\]]+\]\([a-z_]+\)|\{[a-z_]+\})")


def _piece(piece: str, values: Mapping[str, object]) -> Markup:
    """Write one piece of a message."""
    if piece[0] == "{" and piece[-1] == "}":
        return escape(values[piece[1:-1]])
    if piece[0] == "`" and piece[-1] == "`":
        return Markup("<code>{}</code>").format(_inner(piece[1:-1], values))
    if piece.startswith("**"):
        return Markup("<b>{}</b>").format(_inner(piece[2:-2], values))
    if match := re.fullmatch(r"\[([^\]]+)\]\(([a-z_]+)\)", piece):
        shown, target = _inner(match[1], values), str(values[match[2]] or "")
        if not target:
            return shown
        away = Markup(' rel="nofollow noopener"') if re.match("[a-z]+:", target) else ""
        return Markup('<a href="{}"{}>{}</a>').format(target, away, shown)
    return escape(piece)


def _inner(text: str, values: Mapping[str, object]) -> Markup:
    return Markup("").join(_piece(piece, values) for piece in _MARKED.split(text) if piece)


@lru_cache(maxsize=8)
def _environment(words: Wording) -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_load),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(
        code=with_code,
        inline=inline,
        marked=marked,
        plain=plain,
        pre=preformatted,
    )
    environment.globals.update(
        counted=partial(counted_claims, words),
        disc=disc,
        foreign=Markup("") if is_english(words) else Markup(' lang="en"'),
        english=partial(in_english, words),
        n=words.count,
        number=words.number,
        relation=relation,
        rich=partial(rich, words),
        root=Markup('lang="{}" dir="{}"').format(words.language, words.direction),
        shape=shape,
        t=words.text,
    )
    return environment


def _load(name: str) -> str:
    return (resources.files("timeline.pages") / "templates" / name).read_text(encoding="utf-8")
