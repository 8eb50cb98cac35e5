"""Citations of a claim's record, in forms that can be copied."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest

from tests.builders import claim, timeline
from tests.pages.fixtures import small
from tests.pages.test_pages import pages_of
from timeline.model import Settings, Timeline


def blocks(built: Timeline, page: str) -> list[str]:
    """Give the citations to copy, which stand one after the other below their names."""
    body = pages_of(built)[page].body
    form = r'<summary>(?:BibTeX|CSL-JSON)</summary>\s*<pre class="tl-cite"[^>]*>(.*?)</pre>'
    return [html.unescape(found) for found in re.findall(form, body)]


def test_bibtex_names_who_speaks_the_claim_the_timeline_and_the_record() -> None:
    bibtex, _ = blocks(small(), "c/mayor-bridge.md")
    assert bibtex.splitlines()[0] == "@misc{mayor-bridge,"
    assert bibtex.splitlines()[-1] == "}"
    assert "  author = {{Mayr}}," in bibtex
    assert "  title = {{The bridge stands.}}," in bibtex
    assert "  howpublished = {{The bridge}}," in bibtex
    assert "Quoted in A bridge, agency" in bibtex.replace("Agency", "agency")
    assert "  url = {https://example.org/bridge/c/mayor-bridge/}" in bibtex


def test_csl_json_says_the_same() -> None:
    (item,) = json.loads(blocks(small(), "c/mayor-bridge.md")[1])
    assert item["author"] == [{"literal": "Mayr"}]
    assert item["title"] == "The bridge stands."
    assert item["URL"] == "https://example.org/bridge/c/mayor-bridge/"
    assert item["version"]


def test_nobody_is_named_where_the_source_names_nobody() -> None:
    bibtex, csl = blocks(small(), "c/unnamed.md")
    assert "author" not in bibtex
    assert "author" not in json.loads(csl)[0]


def test_words_cannot_break_out_of_a_field() -> None:
    hostile = claim("a", claim='100 % {of} \\input{x} "quoted" & </pre><script>')
    built = replace(timeline(hostile), settings=Settings(title="x", site_url="https://example.org"))
    bibtex, csl = blocks(built, "c/a.md")
    title = next(line for line in bibtex.splitlines() if "title" in line)
    assert title == (
        "  title = {{100 \\% {\\textbraceleft}of{\\textbraceright} {\\textbackslash}input{\\textbraceleft}x{\\textbraceright}"
        " {\\textquotedbl}quoted{\\textquotedbl} \\& </pre><script>}},"
    )
    assert json.loads(csl)[0]["title"] == '100 % {of} \\input{x} "quoted" & </pre><script>'
    assert "<script" not in pages_of(built)["c/a.md"].body.split('class="tl-cite__more"')[1]


@pytest.mark.parametrize("form", [0, 1])
def test_without_an_address_there_is_none(form: int) -> None:
    assert "http" not in blocks(timeline(claim("a")), "c/a.md")[form].lower()
