"""Templates: values -> compact HTML.

What enters: the name of a template and the values that it prints. What leaves: one HTML block without indentation or
blank lines, fit to stand in a Markdown file. Everything is escaped unless `timeline.text` has made it, and a template
that names a value it was not given fails.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from timeline import text
from timeline.pages import words
from timeline.pages.marks import disc, relation, shape


def render(template: str, **values: object) -> str:
    """Fill a template and give its HTML, one line per line of the template that says something."""
    written = _environment().get_template(template).render(**values)
    return "\n".join(line for line in (line.strip() for line in written.split("\n")) if line)


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


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_load),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(
        code=with_code,
        count=words.count,
        counted=words.count_claims,
        inline=inline,
        marked=marked,
        plain=plain,
        pre=preformatted,
    )
    environment.globals.update(disc=disc, relation=relation, shape=shape)
    return environment


def _load(name: str) -> str:
    return (resources.files("timeline.pages") / "templates" / name).read_text(encoding="utf-8")
