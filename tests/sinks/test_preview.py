"""`serve` survives a broken file, says what is wrong, and recovers when it is mended."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.large_project import Size, write
from tests.small_project import PROJECT, write_project
from timeline.codes import publishing
from timeline.diagnostics import Label, Span
from timeline.mkdocs_plugin.preview import banner, findings_page

EVENT = "content/events/bridge-fell.yml"
PATIENCE = 60
"""Seconds; two busy cores rebuild the small project in two or three."""


@pytest.fixture
def address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def preview(tmp_path: Path, address: str) -> Iterator[Path]:
    project = write_project(tmp_path / "project")
    command = [sys.executable, "-P", "-m", "timeline.cli", "serve", "--addr", address]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(command, cwd=project, stdout=log, stderr=log) as server,
    ):
        yield project
        server.terminate()


def wait_for(url: str, text: str, *, absent: bool = False) -> str:
    """Ask until the page has the text, or no longer has it."""
    page = ""
    for _ in range(PATIENCE * 4):
        time.sleep(0.25)
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
                page = str(answer.read(), "utf-8")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            continue
        if (text in page) is not absent:
            return page
    pytest.fail(f"{url}: {'still' if absent else 'never'} {text!r}")


@pytest.mark.slow
def test_a_broken_file_is_reported_and_the_preview_goes_on(preview: Path, address: str) -> None:
    page = f"http://{address}/c/bridge-fell/"
    wait_for(page, "The bridge fell")

    (preview / EVENT).write_text("date: on the 21st\nplace: [bridge\n")
    shown = wait_for(page, "this page may be incomplete")
    assert "The bridge fell" in shown, "the last good version stays"
    assert EVENT in wait_for(f"http://{address}/findings/", "<h1")
    assert "this page may be incomplete" in wait_for(f"http://{address}/", "<h1")

    (preview / EVENT).write_text(PROJECT[EVENT].replace("The bridge fell", "The bridge has fallen"))
    mended = wait_for(page, "The bridge has fallen")
    assert "this page may be incomplete" not in mended


@pytest.mark.slow
def test_a_large_timeline_is_shown_page_by_page(tmp_path: Path, address: str) -> None:
    project = write(tmp_path / "project", Size(claims=300, days=60, topics=6, speakers=5, places=4))
    (project / "docs").mkdir()
    (project / "docs/map.md").write_text("# Our own map\n")
    claim = project / "content/events/claim-00007.yml"
    text = claim.read_text()
    root = f"http://{address}/"
    command = [sys.executable, "-P", "-m", "timeline.cli", "serve", "--addr", address]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(command, cwd=project, stdout=log, stderr=log) as server,
    ):
        try:
            home = wait_for(root, "300 claims")
            assert 'href="t/"' in home, "navigation leads to pages that nobody has asked for yet"
            assert "Claim number 7" in wait_for(f"{root}c/claim-00007", "<h1"), "without its last slash, too"
            assert "Who held pier" in wait_for(f"{root}t/topic-1/", "<h1")
            assert "Our own map" in wait_for(f"{root}map/", "<h1")
            assert '"claim-00007"' in wait_for(f"{root}data/timeline.json", "claims")
            for nothing in ("c/nobody/", "data/nothing.json", "data/../../timeline.yml"):
                with pytest.raises(urllib.error.HTTPError, match="404"):
                    urllib.request.urlopen(root + nothing, timeout=20)  # noqa: S310 - our own server

            claim.write_text(text.replace("Claim number 7", "Changed words"))
            wait_for(f"{root}c/claim-00007/", "Changed words")
            claim.write_text("date: [\n")
            shown = wait_for(f"{root}c/claim-00007/", "this page may be incomplete")
            assert "Changed words" in shown, "the last good version stays"
            claim.write_text(text)
            wait_for(f"{root}c/claim-00007/", "Claim number 7")
            assert "this page may be incomplete" not in wait_for(root, "300 claims")
        finally:
            server.terminate()


FINDING = publishing.BROKEN_INTERNAL_LINK.at(
    Span("content/events/a.yml", 2, 8, 2, 11),
    "no <b>such</b> page",
    hint="use `x` & y",
    related=(Label(Span("content/events/b.yml", 1, 1), "the <other>"),),
)


def test_the_banner_leads_to_the_page_of_findings_from_everywhere() -> None:
    assert 'href="findings/"' in banner([FINDING], "")
    assert 'href="../../findings/"' in banner([FINDING], "c/a/")
    assert "2 errors in content" in banner([FINDING, FINDING], "")


def test_findings_are_escaped_and_drawn() -> None:
    page = findings_page([FINDING], {"content/events/a.yml": "date: x\nclaim: <i>\n"})
    assert "no &lt;b&gt;such&lt;/b&gt; page" in page
    assert "the &lt;other&gt;" in page
    assert "<code>2 | claim: <mark>&lt;i&gt;</mark></code>" in page


def test_a_finding_without_text_at_hand_is_named_and_not_drawn() -> None:
    assert "<pre>" not in findings_page([FINDING], {})


def test_a_finding_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    finding = publishing.BROKEN_INTERNAL_LINK.at(Span("a.yml", 1, 3, 2, 2), "x")
    assert "1 | ab<mark>cd</mark>" in findings_page([finding], {"a.yml": "abcd\nef\n"})
