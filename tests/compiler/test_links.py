"""Every link inside the site leads somewhere, or is reported with the reason."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from timeline.compiler import compile_project
from timeline.links import (
    LINK_ATTRIBUTES,
    REFERENCE_ATTRIBUTES,
    Outline,
    address,
    missing,
    read_html,
    read_markdown,
)
from timeline.source.folder import read_folder

ADDRESSES = [
    ("index.md", ""),
    ("README.md", ""),
    ("c/index.md", "c/"),
    ("c/troops-present.md", "c/troops-present/"),
    ("method.md", "method/"),
    ("data/timeline.json", "data/timeline.json"),
]


@pytest.mark.parametrize(("path", "expected"), ADDRESSES)
def test_a_page_has_a_directory_url(path: str, expected: str) -> None:
    assert address(path) == expected


SITE = {
    "index.md": '<h2 id="2023-05-21">Sunday</h2><h2 id="день">День</h2>',
    "c/one.md": '<p id="date">one</p>',
    "c/index.md": "<p>all</p>",
}
FILES = ["data/timeline.json", "assets/logo.svg", "decisions/0001-two-sinks.md"]

FOUND = [
    ("c/one.md", "../../"),
    ("c/one.md", "../../#2023-05-21"),
    ("c/one.md", "../../#%D0%B4%D0%B5%D0%BD%D1%8C"),
    ("c/one.md", "#date"),
    ("c/one.md", "../"),
    ("c/one.md", "."),
    ("c/one.md", ".."),
    ("c/one.md", "../../data/timeline.json"),
    ("c/one.md", "../../decisions/0001-two-sinks/#any-heading-of-a-hand-written-page"),
    ("index.md", "./"),
    ("index.md", "c/one/"),
    ("index.md", "c/one/?lanes=a#date"),
    ("index.md", "assets/logo.svg#icon"),
    ("index.md", "https://example.org/nowhere"),
    ("index.md", "mailto:editor@example.org"),
    ("index.md", "//example.org/x"),
]

LOST = [
    ("c/one.md", "../two/", "no page or file"),
    ("c/one.md", "../../#2023-05-22", 'no part with the id "2023-05-22"'),
    ("c/one.md", "#dates", 'no part with the id "dates"'),
    ("index.md", "c/one", "no page or file"),
    ("index.md", "c/one.md", "no page or file"),
    ("index.md", "../elsewhere/", "leads out of the site"),
    ("index.md", "/c/one/", "starts at the root"),
]


def reasons(page: str, link: str) -> list[str]:
    outlines = {path: read_html(body) for path, body in SITE.items()}
    outlines[page].links.append(link)
    return [lost.reason for lost in missing(outlines, FILES)]


@pytest.mark.parametrize(("page", "link"), FOUND)
def test_a_link_that_leads_somewhere(page: str, link: str) -> None:
    assert reasons(page, link) == []


@pytest.mark.parametrize(("page", "link", "reason"), LOST)
def test_a_link_that_leads_nowhere(page: str, link: str, reason: str) -> None:
    (found,) = reasons(page, link)
    assert reason in found


def test_links_of_all_kinds_are_collected_once_each() -> None:
    html = '<a href="a/">a</a><img src="b.svg"><svg><use xlink:href="#c"/></svg><a href="a/">again</a><a href>no value</a>'
    lost = [(each.page, each.link) for each in missing({"index.md": read_html(html)}, ["b.svg"])]
    assert lost == [("index.md", "a/"), ("index.md", "#c")]


def test_a_label_must_exist_on_the_same_page() -> None:
    html = '<section aria-labelledby="here gone"><h3 id="here">x</h3></section>'
    (lost,) = missing({"index.md": read_html(html)}, [])
    assert (lost.link, lost.reason) == ("#gone", 'no part of this page has the id "gone"')


def test_headings_of_a_markdown_page_are_its_ids() -> None:
    outline = read_markdown(
        '# Date rules\n\n## `D1` Bare day {#d1}\n\n## What is not known?\n\n<p id="raw">x</p>\n'
    )
    assert outline.ids == {"date-rules", "d1", "what-is-not-known", "raw"}


class Parser(HTMLParser):
    """Reads a page the slow and general way."""

    def __init__(self) -> None:
        super().__init__()
        self.outline = Outline()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        for name, value in attrs:
            if value is not None and name in LINK_ATTRIBUTES:
                self.outline.links.append(value)
            elif value is not None and name == "id":
                self.outline.ids.add(value)
            elif value is not None and name in REFERENCE_ATTRIBUTES:
                self.outline.references.extend(value.split())


def test_real_pages_are_read_as_a_parser_for_any_html_reads_them(repository: Path) -> None:
    inputs, _ = read_folder(repository)
    pages = compile_project(inputs).pages
    assert len(pages) > 50
    for page in pages:
        parser = Parser()
        parser.feed(page.body)
        assert read_html(page.body) == parser.outline, page.path


def test_values_are_unescaped_whatever_their_quotation_marks() -> None:
    outline = read_html("<a id='x' href='a/?b=1&amp;c=2'>href=\"no\" id=\"no\"</a>")
    assert (outline.links, outline.ids) == (["a/?b=1&c=2"], {"x"})
