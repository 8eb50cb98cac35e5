"""Pages for frames, and the line of code that shows them."""

import re

from tests import builders
from timeline.align import align
from timeline.model import Settings, Status, Timeline
from timeline.pages import Page, render


def pages(timeline: Timeline) -> dict[str, Page]:
    return {page.path: page for page in render(align(timeline), timeline)}


def test_each_claim_and_topic_has_a_page_for_frames() -> None:
    made = pages(builders.timeline(builders.claim("one", about="control"), builders.claim("two")))
    found = [page for page in made.values() if page.kind == "embed"]
    assert sorted(page.path for page in found) == ["embed/c/one.md", "embed/c/two.md", "embed/t/control.md"]
    for page in found:
        assert not page.listed
        assert not page.search
        assert '\ntemplate: "embed.html"\n' in page.markdown()


def test_it_leads_back_and_names_the_edition() -> None:
    page = pages(builders.timeline(builders.claim("one")))["embed/c/one.md"]
    assert 'href="../../../c/one/"' in page.body
    assert 'href="../../../" dir="auto">A test</a>' in page.body
    assert "edition 0123456789ab" in page.body


def test_the_line_of_code_has_the_full_address() -> None:
    timeline = builders.timeline(
        builders.claim("one", about="control", title='"Held" & more'),
        settings=Settings(title="A test", site_url="https://example.org/a"),
    )
    made = pages(timeline)
    code = (
        "&lt;iframe src=&quot;https://example.org/a/embed/c/one/&quot;"
        " title=&quot;&amp;quot;Held&amp;quot; &amp;amp; more&quot; width=&quot;100%&quot; height=&quot;420&quot;"
        " loading=&quot;lazy&quot;&gt;&lt;/iframe&gt;"
    )
    assert code in made["c/one.md"].body
    assert "embed/t/control/" in made["t/control.md"].body


def test_without_an_address_of_the_site_there_is_no_line_of_code() -> None:
    assert "iframe" not in pages(builders.timeline(builders.claim("one")))["c/one.md"].body


def test_a_removed_claim_has_no_page_for_frames() -> None:
    gone = builders.claim("two", status=Status(kind="removed", reason="privacy"))
    made = pages(builders.timeline(builders.claim("one"), gone))
    assert "c/two.md" in made
    assert "embed/c/two.md" not in made


def test_a_topic_with_many_claims_shows_the_first_ones() -> None:
    many = [builders.claim(f"c-{number:02}", about="control") for number in range(45)]
    body = pages(builders.timeline(*many))["embed/t/control.md"].body
    assert len(re.findall(r"<tr><td", body)) == 40
    assert ">45 claims</a>" in body
