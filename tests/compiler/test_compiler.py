"""The whole flow in memory: what goes in, what comes out, and what is found on the way."""

import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_project import PROJECT
from timeline.codes import reading
from timeline.compiler import Build, _broken_links, _same_addresses, compile_project
from timeline.diagnostics import Severity, Span
from timeline.exports import DATA_FILE
from timeline.pages import Page

INPUTS = {
    path: text.encode() for path, text in PROJECT.items() if path.startswith(("content/", "timeline.yml"))
}


def compiled(*handwritten: str, changes: Mapping[str, str] | None = None) -> Build:
    changed = {path: text.encode() for path, text in (changes or {}).items()}
    return compile_project({**INPUTS, **changed}, handwritten=handwritten)


def page(path: str, **fields: Any) -> Page:
    return Page(
        **{"path": path, "title": path, "description": "", "body": "<p>x</p>", "kind": "claim", **fields}
    )


def test_a_project_compiles_to_pages_data_and_navigation() -> None:
    build = compiled()
    assert build.diagnostics == ()
    assert {"index.md", "c/bridge-fell.md", "t/bridge-open.md", "s/gazette.md"} <= set(build.sources)
    assert DATA_FILE in build.files
    assert build.nav[0] == {"Timeline": "index.md"}
    assert build.texts["timeline.yml"].startswith("title: Bridge")


def test_the_order_of_the_inputs_does_not_matter() -> None:
    backwards = compile_project(dict(reversed(INPUTS.items())))
    assert list(backwards.sources.items()) == list(compiled().sources.items())


def test_findings_of_all_stages_come_sorted() -> None:
    build = compiled(
        changes={
            "content/speakers/mayor.yml": "name: Mayor\nnarrative: [",
            "content/events/unread.yml": "date: on the 21st\nplace: bridge\nclaim: x\nsource: gazett\n",
        }
    )
    assert build.has_errors
    spans = [found.span for found in build.diagnostics]
    assert spans == sorted(spans)
    assert {span.path for span in spans} >= {"content/speakers/mayor.yml", "content/events/unread.yml"}


def test_findings_of_the_reader_of_the_folder_are_kept() -> None:
    found = compiled().diagnostics or ()
    mark = _page_finding()
    assert compile_project(INPUTS, findings=[mark]).diagnostics == (*found, mark)


def _page_finding() -> Any:
    return next(_same_addresses([page("c/a.md"), page("c/a.md")]))


def test_nothing_is_said_of_what_is_missing_while_the_folder_holds_what_was_not_read() -> None:
    path = "content/events/bridge-fell.yml"
    left = {
        name: text.encode() for name, text in PROJECT.items() if name.startswith("content/") and name != path
    }
    absent = {"C520", "C521"}
    assert absent <= {one.code for one in compile_project(left).diagnostics}
    unread = reading.UNREADABLE_FILE.at(Span(path), "this cannot be read as an ordinary file or folder")
    assert not absent & {one.code for one in compile_project(left, findings=iter([unread])).diagnostics}


def test_a_broken_project_still_gives_what_can_be_read() -> None:
    build = compiled(changes={"content/events/bridge-fell.yml": "date: on the 21st\nclaim: ["})
    assert build.has_errors
    assert "c/bridge-stands.md" in build.sources


def test_a_handwritten_page_stands_in_for_a_generated_one() -> None:
    build = compiled("method.md", "assets/timeline/favicon.svg")
    assert [(found.code, found.severity, found.span.path) for found in build.diagnostics] == [
        ("P201", Severity.NOTE, "docs/assets/timeline/favicon.svg"),
        ("P201", Severity.NOTE, "docs/method.md"),
    ]
    assert "method.md" not in build.sources
    assert {"method.md"} <= {path for tab in build.nav if isinstance(tab, dict) for path in _paths(tab)}


def _paths(tab: dict[str, Any]) -> list[str]:
    (inside,) = tab.values()
    return [inside] if isinstance(inside, str) else list(inside)


def test_a_project_may_write_its_own_sitemap() -> None:
    assert "sitemap.xml" not in compiled("sitemap.xml").files


def test_the_sitemap_lists_handwritten_pages_too() -> None:
    listed = compiled("about.md", "picture.svg").files["sitemap.xml"].decode()
    assert "<loc>https://example.org/bridge/about/</loc>" in listed
    assert "<loc>https://example.org/bridge/c/bridge-fell/</loc>" in listed
    assert "picture" not in listed


def test_a_page_that_only_leads_elsewhere_is_not_in_the_sitemap() -> None:
    stands = PROJECT["content/events/bridge-stands.yml"] + "aliases: [bridge-holds]\n"
    inputs = {**INPUTS, "content/events/bridge-stands.yml": stands.encode()}
    build = compile_project(inputs)
    assert build.diagnostics == ()
    assert "c/bridge-holds.md" in build.sources
    assert b"bridge-holds" not in build.files["sitemap.xml"]


def test_two_pages_of_one_address_are_reported_with_both_records() -> None:
    (found,) = _same_addresses(
        [page("c/a.md", edit="content/events/b.yml"), page("c/a.md", edit="content/events/a.yml")]
    )
    assert found.code == "P102"
    assert found.span == Span("content/events/a.yml")
    assert [label.span.path for label in found.related] == ["content/events/b.yml"]


def test_a_broken_link_is_reported_with_its_record() -> None:
    pages = [
        page("c/a.md", body='<a href="../b/">b</a>', edit="content/events/a.yml"),
        page("reference/codes.md", body="# Codes\n\n## F201\n", is_markdown=True),
        page("index.md", body='<a href="reference/codes/#f201">F201</a>'),
    ]
    (found,) = _broken_links(pages, [])
    assert (found.code, found.span.path) == ("P101", "content/events/a.yml")
    assert found.message.startswith('the page /c/a/ links to "../b/"')


def test_an_empty_project_compiles() -> None:
    build = compile_project({"timeline.yml": b"title: My own\n"})
    assert build.diagnostics == ()
    assert "My own" in build.sources["index.md"].decode()


def test_nothing_at_all_compiles() -> None:
    assert "index.md" in compile_project({}).sources


@pytest.mark.slow
@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(sorted(INPUTS)), st.binary(max_size=60), max_size=3))
def test_no_bytes_make_it_raise(noise: dict[str, bytes]) -> None:
    compile_project({**INPUTS, **noise})


def test_the_compiler_knows_nothing_of_mkdocs() -> None:
    code = "import sys; sys.modules['mkdocs'] = None; import timeline.commands.check, timeline.tree"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
