"""Files of our own, one attack each, in `corpus/`: what their name says happens to them.

`refused-*` get the error that `expected.json` names, on its line. `inert-*` are words like any other and come out as such.
`warned-*` are words with something in them that cannot be seen. `accepted-*` look odd only to those who do not read the
script. Attacks on reading that have a code of their own are among the golden files too.
"""

from __future__ import annotations

import html
import json
import re
import time
from pathlib import Path

import pytest

from tests.hostile.test_taint import Inert
from tests.small_project import PROJECT, files_of, timeline, write_project
from timeline.diagnostics import Diagnostic, Severity, has_errors
from timeline.resolve import resolve
from timeline.rules import check
from timeline.schema import read_records
from timeline.source import read_document
from timeline.text import safe_url

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

CORPUS = Path(__file__).parent / "corpus"
FILES = {path.stem: path for path in sorted(CORPUS.glob("*.yml"))}
EXPECTED: dict[str, str] = json.loads((CORPUS / "expected.json").read_text("utf-8"))
SECONDS = 10.0
WHERE = "content/events/this.yml"
LEAST_REFUSED, LEAST_ACCEPTED = 60, 16


def of_group(group: str) -> list[str]:
    return [name for name in FILES if name.startswith(f"{group}-")]


def found_in(name: str) -> list[Diagnostic]:
    """Check a file of the corpus within the small project; give what is found in it.

    No pages are made: they find nothing about content, and those of all files that are accepted are made together below.
    """
    files = {
        path: text.encode() for path, text in PROJECT.items() if path.startswith(("content/", "timeline.yml"))
    }
    files[WHERE] = FILES[name].read_bytes()
    started = time.process_time()
    read = [read_document(path, data) for path, data in sorted(files.items())]
    unreadable = [one for _, found in read for one in found]
    drafts, malformed = read_records([document for document, _ in read])
    resolved, unresolved = resolve(drafts)
    earlier = (*unreadable, *malformed, *unresolved)
    every = (*earlier, *check(resolved, whole=not has_errors(earlier)))
    assert time.process_time() - started < SECONDS
    return [one for one in every if one.span.path == WHERE and one.severity is not Severity.NOTE]


@pytest.mark.parametrize("name", of_group("refused"))
def test_an_attack_is_refused_for_its_reason_on_its_line(name: str) -> None:
    errors = [one for one in found_in(name) if one.severity is Severity.ERROR]
    assert EXPECTED[name.removeprefix("refused-")] in [f"{one.code}:{one.span.line}" for one in errors]


@pytest.mark.parametrize("name", [*of_group("inert"), *of_group("accepted")])
def test_mere_words_are_accepted(name: str) -> None:
    """Words that are odd for an excerpt or a title may be advised against, but not as words."""
    assert [one for one in found_in(name) if not one.code.startswith("C5")] == []


@pytest.mark.parametrize("name", of_group("warned"))
def test_what_cannot_be_seen_is_pointed_at(name: str) -> None:
    assert [one.code for one in found_in(name)] == ["R105"]


def test_the_corpus_is_whole() -> None:
    assert set(EXPECTED) == {name.removeprefix("refused-") for name in of_group("refused")}
    assert len(EXPECTED) >= LEAST_REFUSED
    assert len(of_group("accepted")) >= LEAST_ACCEPTED


def test_a_site_of_all_that_is_accepted_has_no_live_attack(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    accepted = [name for name in FILES if not name.startswith("refused-")]
    for name in accepted:
        (project / "content" / "events" / f"{name}.yml").write_bytes(FILES[name].read_bytes())
    done = timeline(project, "build", "--site-dir", str(project / "site"))
    assert done.returncode == 0, done.stderr
    pages = {path: text for path, text in files_of(project / "site").items() if path.endswith(".html")}
    assert {f"c/{name}/index.html" for name in accepted} <= set(pages)
    for path, content in pages.items():
        text = content.decode()
        assert Inert(text).live == [], path
        for outside in re.findall(r'(?:href|src)="(https?:[^"]*)"', text):
            address = html.unescape(outside)
            if (
                path == "add/index.html"
            ):  # an empty template stands behind the address of the code host, which makes it long
                address = address.partition("?")[0]
            assert safe_url(address), (path, outside)
        for attack in ("<script>alert", "<img src=x", "<svg/onload", 'href="https://evil.example'):
            assert attack not in text.replace('href="https://evil.example/" rel', ""), (path, attack)
