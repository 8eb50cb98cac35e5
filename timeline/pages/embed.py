"""Bare pages that other sites can show in a frame: a claim, or a topic with its claims.

Enters: the page's view of the whole. Leaves: a page without header, navigation and search for each claim and topic, which
names the timeline and its edition and leads to the full page; and the line of code that shows it elsewhere.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Literal

from timeline.exports import edition_of
from timeline.pages.claim_view import claim_line, claim_view
from timeline.pages.here import HOME, Here, page_path
from timeline.pages.page import Page, address
from timeline.pages.template import render
from timeline.text import plain
from timeline.wording import headline

MOST_CLAIMS = 40
"""Claims of a topic in a frame; the full page has all of them."""

Framed = Literal["claims", "topics"]
FRAMED: tuple[Framed, ...] = ("claims", "topics")
"""Registries whose records have such a page."""

HEIGHT = {"claims": 420, "topics": 640}
"""Of the frame, px; what is longer scrolls."""


def embed_pages(here: Here) -> Iterator[Page]:
    """Make the pages to be framed."""
    for claim in here.aligned.order:
        yield embed_page("claims", claim, here)
    for topic in here.timeline.topics:
        yield embed_page("topics", topic, here)


def embed_page(registry: Framed, record: str, here: Here) -> Page:
    """Make the page of one claim or topic."""
    make = {"claims": _claim, "topics": _topic}[registry]
    return make(record, here.at(path(registry, record)))


def path(registry: str, record: str) -> str:
    """Name the Markdown file of a record's page for frames."""
    return f"embed/{page_path(registry, record)}"


def frame_code(registry: str, record: str, title: str, here: Here) -> str | None:
    """Write the line of HTML that shows a record on another site; nothing where the site's address is not known."""
    site = here.timeline.settings.site_url
    if not site:
        return None
    source = f"{site.rstrip('/')}/{address(path(registry, record))}"
    return (
        f'<iframe src="{html.escape(source)}" title="{html.escape(plain(title))}"'
        f' width="100%" height="{HEIGHT[registry]}" loading="lazy"></iframe>'
    )


def _claim(claim: str, here: Here) -> Page:
    event = here.event(claim)
    return _page(
        "embed-claim.html",
        here,
        title=headline(event),
        full=here.url("claims", claim),
        view=claim_view(claim, here, brief_dates=True),
    )


def _topic(topic: str, here: Here) -> Page:
    record = here.timeline.topics[topic]
    claims = here.aligned.topics[topic].claims
    return _page(
        "embed-topic.html",
        here,
        title=plain(record.title),
        full=here.url("topics", topic),
        lines=[claim_line(claim, here) for claim in claims[:MOST_CLAIMS]],
        count=len(claims),
    )


def _page(template: str, here: Here, *, title: str, full: str, **values: object) -> Page:
    settings = here.timeline.settings
    body = render(
        template,
        here.words,
        title=title,
        full=full,
        home=here.to(HOME),
        site=settings.title,
        edition=edition_of(here.timeline),
        **values,
    )
    return Page(
        path=here.path,
        title=title,
        description=f"{title} · {settings.title}",
        body=body,
        kind="embed",
        lang=here.words.language,
        search=False,
        listed=False,
    )
