"""What strangers write is nowhere in the site more than words.

Every field of every record holds attacks on all that might read it, each field with a number of its own. The site is
built once, as anybody would, and every file of it is parsed as its readers parse it.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.hostile.planting import planted_project
from tests.small_project import files_of, timeline

pytestmark = pytest.mark.slow

MARK = re.compile(r"m17x\d+x")
HARMLESS_ATTRIBUTES = {
    "content",
    "title",
    "alt",
    "aria-label",
    "value",
    "id",
    "for",
    "lang",
    "datetime",
    "name",
}
ADDRESSES = {"href", "src", "action", "formaction", "cite", "poster", "xlink:href"}
TEXT_FILES = {".html", ".json", ".xml", ".csv", ".txt", ".atom", ".ics", ".geojson"}


class Planter:
    """Gives each place its own attacks, and remembers which mark stands where."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def __call__(self, where: str) -> str:
        mark = f"m17x{len(self.places)}x"
        self.places[mark] = where
        return (
            f'=cmd|{mark} <script>{mark}</script><img src=x onerror={mark}>" onmouseover="{mark}" x=\''
            f"' onfocus='{mark} javascript:{mark} {{{{{mark}}}}} {{%{mark}%}} [x](javascript:{mark})"
            f" ]]>{mark} --><svg onload={mark}> `{mark}` {{: onclick={mark}}}"
        )


@pytest.fixture(scope="module")
def planter() -> Planter:
    return Planter()


@pytest.fixture(scope="module")
def site(planter: Planter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("tainted")
    for path, text in planted_project(planter).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8", newline="\n")
    done = timeline(project, "build", "--site-dir", str(project / "site"))
    assert done.returncode == 0, done.stderr
    return project / "site"


OFFERED = {"td": {"data-label"}, "option": {"data-answers"}}
"""Attributes of some elements that hold words: headings of narrow tables, and what the form offers to be picked."""


class Inert(HTMLParser):
    """Finds marks where they could do something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.live: list[str] = []
        self.data_blocks: list[str] = []
        self._script: dict[str, str | None] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = self.get_starttag_text() or tag
        if MARK.search(tag):
            self.live.append(shown)
        if tag == "script":
            self._script = dict(attrs)
        refreshes = ("http-equiv", "refresh") in attrs
        for name, value in attrs:
            marked = MARK.search(value or "") is not None
            if name.startswith("on") or name in {"style", "srcdoc"} or MARK.search(name):
                self.live.append(shown)
            elif name in ADDRESSES:
                if urlsplit((value or "").strip()).scheme not in {"", "http", "https"}:
                    self.live.append(shown)
            elif marked and (refreshes or name not in HARMLESS_ATTRIBUTES | OFFERED.get(tag, set())):
                self.live.append(shown)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is None:
            return
        if (self._script.get("type") or "").endswith("json"):
            self.data_blocks.append(data)
        elif MARK.search(data):
            self.live.append(data)

    def handle_comment(self, data: str) -> None:
        if MARK.search(data):
            self.live.append(data)

    def handle_decl(self, decl: str) -> None:
        if MARK.search(decl):
            self.live.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.handle_decl(data)


def of_type(site: Path, ending: str) -> Iterator[tuple[str, str]]:
    for path, content in files_of(site).items():
        if path.endswith(ending):
            yield path, content.decode("utf-8")


def test_pages_hold_it_as_words(site: Path) -> None:
    for path, text in of_type(site, ".html"):
        page = Inert(text)
        assert page.live == [], path
        for block in page.data_blocks:
            json.loads(block)


def test_no_template_and_no_markdown_was_made_of_it(site: Path, planter: Planter) -> None:
    mark = next(mark for mark, where in planter.places.items() if where == "events.claim")
    page = (site / "c" / "planted" / "index.html").read_text("utf-8")
    assert f"{{{{{mark}}}}} {{%{mark}%}} [x](javascript:{mark})" in page
    assert f"`{mark}` {{: onclick={mark}}}" in page


def test_data_files_are_json(site: Path) -> None:
    for _, text in of_type(site, ".json"):
        json.loads(text)


def test_search_has_it_as_words_and_addresses_are_ours(site: Path) -> None:
    """That the page shows words of the index as text is shown in tests/browser/test_search.py."""
    index = json.loads((site / "search" / "index.json").read_text("utf-8"))
    assert any(MARK.search(claim[2]) for claim in index["claims"])
    assert not (site / "search" / "search_index.json").exists(), (
        "Material's search puts its index into pages as HTML"
    )
    entries = [*index["claims"], *(entry for group in index["groups"].values() for entry in group["records"])]
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9/-]*", entry[0])


def test_xml_is_well_formed_and_holds_it_as_text(site: Path) -> None:
    for path, text in of_type(site, ".xml"):
        root = ET.fromstring(text)  # noqa: S314 - written by us a moment ago
        for element in root.iter():
            assert not MARK.search(element.tag), path


def test_a_feed_holds_it_as_text_alone(site: Path) -> None:
    """A feed reader renders what is marked as HTML, and follows links."""
    for path, text in of_type(site, ".atom"):
        root = ET.fromstring(text)  # noqa: S314 - written by us a moment ago
        assert MARK.search(text), path
        for element in root.iter():
            assert not MARK.search(element.tag), path
            assert element.get("type", "text") not in {"html", "xhtml"} or not MARK.search(
                "".join(element.itertext())
            ), path
            assert not re.match(
                r"\s*(?:javascript|data|vbscript):", element.get("href", ""), re.IGNORECASE
            ), path


def test_a_calendar_holds_it_in_values_alone(site: Path) -> None:
    for path, text in of_type(site, ".ics"):
        assert MARK.search(text), path
        for line in re.sub("\r\n[ \t]", "", text).split("\r\n"):
            assert not MARK.search(line.partition(":")[0]), f"{path}: {line[:80]}"


def test_a_map_holds_it_as_strings(site: Path) -> None:
    for path, text in of_type(site, ".geojson"):
        assert MARK.search(json.dumps(json.loads(text), ensure_ascii=False)), path


def test_no_cell_of_a_table_is_a_formula(site: Path) -> None:
    for path, text in of_type(site, ".csv"):
        for row in csv.reader(text.splitlines()):
            assert not [cell for cell in row if MARK.search(cell) and cell[:1] in "=+-@\t"], path


def test_no_other_file_and_no_path_holds_it(site: Path) -> None:
    for path, content in files_of(site).items():
        if Path(path).suffix not in {
            *TEXT_FILES,
            ".pdf",
        }:  # the dossier is read in tests/dossier/test_hostile.py
            assert not MARK.search(content.decode("utf-8", "replace")), path
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", path), path


def test_it_was_planted_in_every_field_and_came_out(site: Path, planter: Planter) -> None:
    """What is not printed at all would make these tests pass for nothing."""
    everything = "".join(text for ending in TEXT_FILES for _, text in of_type(site, ending))
    shown = set(MARK.findall(everything))
    lost = {where for mark, where in planter.places.items() if mark not in shown}
    assert lost == set()


def test_the_data_hold_the_words_as_they_were_written(site: Path, planter: Planter) -> None:
    mark = next(mark for mark, where in planter.places.items() if where == "events.claim")
    data = json.loads((site / "data" / "timeline.json").read_text("utf-8"))
    claim = next(claim["claim"] for claim in data["claims"] if claim["id"] == "planted")
    assert claim.startswith(f"=cmd|{mark} <script>{mark}</script>")


def test_the_site_carries_its_policy_on_tainted_pages_too(site: Path) -> None:
    for path, text in of_type(site, ".html"):
        assert text.index('http-equiv="Content-Security-Policy"') < text.index("<meta charset"), path
