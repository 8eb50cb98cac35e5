"""Issues as code hosts write them, and claims made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tests.small_project import write_project
from timeline.cli import commands
from timeline.contribute.issue import LABELS, TwiceError, read_issue

ISSUE = """\
### Claim

The bridge was
closed at noon.

### Date

on the 21st

### Place

bridge

### Source

gazette

### Who says so

Firefighter

### Through whom

_No response_

### When it was said

_No response_

### Where in the source

page 2

### Excerpt

Closed: at noon.

It was.
"""
FORM = Path(__file__).parents[2] / "timeline/contribute/starter/files/dot-github/ISSUE_TEMPLATE/claim.yml"


def test_answers_stand_below_their_headings() -> None:
    issue = read_issue(ISSUE.replace("\n", "\r\n"))
    assert issue.unknown == ()
    assert issue.answers == {
        "claim": "The bridge was closed at noon.",
        "date": "on the 21st",
        "place": "bridge",
        "source": "gazette",
        "by": "Firefighter",
        "locator": "page 2",
        "excerpt": "Closed: at noon.\n\nIt was.",
    }


def test_every_question_of_the_form_is_known() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    labels = [part["attributes"]["label"] for part in form["body"] if "label" in part["attributes"]]
    assert len(labels) > 8
    assert {label.lower() for label in labels} <= set(LABELS)


def test_what_is_not_taken_over_is_named() -> None:
    issue = read_issue(
        "Hello\n\n### Claim\n\nSo.\n\n### Phone number\n\n123\n\n### Left out\n\n_No response_\n"
    )
    assert dict(issue.answers) == {"claim": "So."}
    assert issue.unknown == ("Phone number",)


def test_two_answers_to_one_question_are_refused() -> None:
    with pytest.raises(TwiceError, match="twice"):
        read_issue("### Claim\n\nA.\n\n### claim\n\nB.\n")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_project(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def test_a_claim_from_an_issue(project: Path) -> None:
    result = CliRunner().invoke(
        commands, ["new", "--from-issue", "-", "--kind", "state", "--by", "mayor"], input=ISSUE
    )
    assert result.exit_code == 0, result.output
    (path,) = result.stdout.splitlines()
    assert (project / path).read_text("utf-8").partition("\n")[2] == (
        "date: on the 21st\nplace: bridge\nclaim: The bridge was closed at noon.\nkind: state\nby: mayor\n"
        "source:\n  id: gazette\n  locator: page 2\n  excerpt: |-\n    Closed: at noon.\n\n    It was.\n"
    )


def with_source(source: str) -> str:
    described = "### Title of the source\n\nA report\n\n### When the source was published\n\n23 May 2023\n"
    return ISSUE.replace("on the 21st", "on Monday").replace("\ngazette\n", f"\n{source}\n\n{described}")


def test_a_source_that_is_not_on_file_is_made_so_that_dates_are_read_from_it(project: Path) -> None:
    """The Monday is that before the day of the new source, which gets a file; the claim cites it, and keeps the place in it."""
    result = CliRunner().invoke(
        commands, ["new", "--from-issue", "-"], input=with_source("https://example.org/a")
    )
    assert result.exit_code == 0, result.output
    source, claim = result.stdout.splitlines()
    assert source == "content/sources/a-report.yml"
    said = (project / source).read_text("utf-8")
    assert said.endswith("title: A report\nurl: https://example.org/a\npublished: 23 May 2023\n")
    assert "source:\n  id: a-report\n  locator: page 2\n" in (project / claim).read_text("utf-8")
    assert "Monday 22 May 2023" in result.stderr


def test_a_source_on_file_is_not_described_anew(project: Path) -> None:
    before = (project / "content/sources/gazette.yml").read_bytes()
    result = CliRunner().invoke(
        commands, ["new", "--from-issue", "-", "--date", "2023-05-21"], input=with_source("gazette")
    )
    assert "“gazette” is on file: its title and publication are not taken over" in result.stderr
    assert (project / "content/sources/gazette.yml").read_bytes() == before


@pytest.mark.usefixtures("project")
def test_only_the_source_of_a_claim_can_be_described() -> None:
    result = CliRunner().invoke(commands, ["new", "speaker", "--name", "A", "--source-title", "B"])
    assert (result.exit_code, "describe the --source of a claim" in result.stderr) == (2, True)


def test_the_template_for_gitlab_asks_what_the_form_for_github_asks() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    labels = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
    template = FORM.parents[2] / "dot-gitlab/issue_templates/Claim.md"
    asked = [line[4:] for line in template.read_text("utf-8").splitlines() if line.startswith("### ")]
    assert asked == labels
    assert read_issue(template.read_text("utf-8")).answers == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hello\n", "no heading `### Claim`"),
        ("### Claim\n\nA.\n\n### Claim\n\nB.\n", "twice"),
        ("### Claim\n\nA.\n", "a claim needs --date, --place and --source"),
    ],
)
def test_an_issue_that_says_too_little_or_too_much(project: Path, text: str, told: str) -> None:
    (project / "issue.md").write_text(text, "utf-8")
    result = CliRunner().invoke(commands, ["new", "--from-issue", "issue.md"])
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_issue_makes_claims_only(project: Path) -> None:
    (project / "issue.md").write_text(ISSUE, "utf-8")
    result = CliRunner().invoke(commands, ["new", "source", "--from-issue", "issue.md"])
    assert (result.exit_code, "is for claims" in result.stderr) == (2, True)


def test_an_issue_that_is_not_there_or_no_text(project: Path) -> None:
    missing = CliRunner().invoke(commands, ["new", "--from-issue", "issue.md"])
    assert (missing.exit_code, "issue.md" in missing.stderr) == (2, True)
    (project / "issue.md").write_bytes(b"### Claim\n\n\xff\n")
    wrong = CliRunner().invoke(commands, ["new", "--from-issue", "issue.md"])
    assert (wrong.exit_code, "not UTF-8" in wrong.stderr) == (2, True)
