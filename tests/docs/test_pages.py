"""The hand-written pages hold: links lead somewhere, commands exist, and what they tell to type in has no findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from timeline.cli import COMMANDS, commands
from timeline.commands.project import compile_folder
from timeline.compiler import Build, compile_project
from timeline.diagnostics import Diagnostic, Severity
from timeline.links import address

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "SECURITY.md",
    *sorted(DOCS.rglob("*.md")),
)
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
ONLY_IN_THE_REPOSITORY = {"test"}
"""Commands of `build.py` that the package does not have."""


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, *languages: str) -> list[str]:
    return [
        match["text"] for match in FENCE.finditer(page.read_text("utf-8")) if match["language"] in languages
    ]


@pytest.fixture(scope="module")
def build() -> Build:
    return compile_folder(ROOT)


# -- links


def anchor(heading: str) -> str:
    words = re.sub(r"[`*]", "", heading).lower()
    return re.sub(r"[^\w-]", "", words.replace(" ", "-"))


def rows_of(heading: str) -> list[list[str]]:
    """The rows of the table below a heading of the threat model, without its own heading."""
    section = (DOCS / "threat-model.md").read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_row_of_the_threat_model_names_a_test_that_exists() -> None:
    rows = rows_of("What a file could try")
    assert len(rows) >= 14
    for attack, _, tests in rows:
        named = re.findall(r"`(tests/[^`:]+\.py)(?:::(\w+))?`", tests)
        assert named, attack
        for path, function in named:
            assert (ROOT / path).is_file(), (attack, path)
            written = (ROOT / path).read_text("utf-8")
            assert f"def {function}(" in written if function else "\ndef test_" in written, (
                attack,
                path,
                function,
            )


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path, build: Build) -> None:
    prose = FENCE.sub("", page.read_text("utf-8"))
    for link in LINK.finditer(prose):
        target, _, part = link["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        place = (page.parent / target).resolve() if target else page
        assert place.is_relative_to(ROOT), link[0]
        if place.exists():
            if part:
                headings = HEADING.findall(place.read_text("utf-8"))
                assert part in {anchor(heading) for heading in headings}, link[0]
            continue
        assert place.is_relative_to(DOCS), f"{link[0]} leads nowhere"
        generated = place.relative_to(DOCS).as_posix()
        assert address(generated) in {address(one.path) for one in build.pages}, f"{link[0]} leads nowhere"


@pytest.mark.parametrize("page", [page for page in PAGES if page.is_relative_to(DOCS)], ids=name_of)
def test_pages_of_the_site_link_to_nothing_outside_of_it(page: Path) -> None:
    """What stands beside `docs/` is not on the site, so such a link would be dead there."""
    for link in LINK.finditer(FENCE.sub("", page.read_text("utf-8"))):
        target = link["target"].partition("#")[0]
        if target and not re.match(r"[a-z]+:", target):
            assert (page.parent / target).resolve().is_relative_to(DOCS), link[0]


# -- commands


def typed(page: Path) -> Iterator[str]:
    """Give every command line that a page shows, without comments."""
    text = page.read_text("utf-8")
    lines = [line for block in blocks(page, "", "sh", "bash", "console") for line in block.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    for line in (*lines, *spans):
        command = re.sub(r"\s+#.*", "", line).strip().removeprefix("$ ")
        if re.match(r"(?:python3 build\.py|timeline)(?: |$)", command):
            yield command


def test_the_commands_that_pages_show_are_found() -> None:
    assert "python3 build.py serve --project ../my-timeline" in typed(DOCS / "your-own-timeline.md")
    assert "python3 build.py explain D302" in typed(DOCS / "adding-a-claim.md")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_and_options_exist(page: Path) -> None:
    for line in typed(page):
        _, *words = line.removeprefix("python3 ").split()
        name = next((word for word in words if not word.startswith("-")), "build")
        if words and words[0].startswith("-"):
            name = "build"
        if name in {"COMMAND", "..."} | ONLY_IN_THE_REPOSITORY:
            continue
        assert name in COMMANDS, line
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        known = {option for each in command.params for option in each.opts} | {"--help", "--version"}
        assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known, line


# -- examples


def records(page: Path) -> dict[str, str]:
    """Give the files that a page shows: YAML blocks that begin with a path in a comment."""
    found = {}
    for block in blocks(page, "yaml"):
        path = re.match(r"# (?P<path>\S+\.yml)\n", block)
        if path:
            found[path["path"]] = block
    return found


def findings(files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Compile a project; a note is no mistake: a page that shows few records uses few and names no archive."""
    inputs = {path: text.encode() for path, text in files.items()}
    found = compile_project(inputs, site=False).diagnostics
    return tuple(one for one in found if one.severity is not Severity.NOTE)


ADDING = DOCS / "adding-a-claim.md"
FEW = {
    "content/sources/harbour-gazette-fire.yml",
    "content/events/port-authority-cause.yml",
    "content/speakers/port-authority.yml",
    "content/narratives/operators.yml",
    "content/topics/what-caused-the-fire.yml",
}
PLACE = {"content/places/grain-terminal.yml": "name: Grain terminal\n"}
"""The page names this file without showing it."""


def test_the_page_on_adding_a_claim_shows_whole_records() -> None:
    assert set(records(ADDING)) >= FEW


def test_the_records_of_the_page_on_adding_a_claim_have_no_findings() -> None:
    assert findings({"timeline.yml": "title: Fire\n", **records(ADDING)}) == ()


def test_each_other_example_of_the_page_on_adding_a_claim_has_no_findings() -> None:
    """Blocks without a path are another form of the record above them, or a field of it."""
    shown = records(ADDING)
    source, event = "content/sources/harbour-gazette-fire.yml", "content/events/port-authority-cause.yml"
    others = [block for block in blocks(ADDING, "yaml") if not block.startswith("# content/")]
    assert len(others) >= 2
    for block in others:
        if block.startswith("published:"):
            changed = {source: re.sub(r"^published:.*\n", block, shown[source], flags=re.MULTILINE)}
        else:
            changed = {event: block}
        assert findings({"timeline.yml": "title: Fire\n", **shown, **PLACE, **changed}) == ()


def test_the_claim_of_the_readme_has_no_findings() -> None:
    content = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("content/*/*.yml")
    }
    shown = records(ROOT / "README.md")
    assert shown
    assert not [
        one
        for one in findings({"timeline.yml": "title: Bakhmut\n", **content, **shown})
        if one.span.path in shown
    ]


def test_the_settings_of_a_timeline_of_ones_own_have_no_findings() -> None:
    settings, configuration = blocks(DOCS / "your-own-timeline.md", "yaml")
    assert findings({"timeline.yml": settings}) == ()
    assert "- timeline\n" in configuration
    assert findings({"timeline.yml": settings, **records(ADDING), **PLACE}) == ()
