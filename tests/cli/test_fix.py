"""`check --fix`: what it writes, what it says, and what it leaves alone."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.small_project import files_of, write_project
from timeline.cli import commands

STANDS = "content/events/bridge-stands.yml"
FELL = "content/events/bridge-fell.yml"
UNTIDY = "claim: The bridge is *open*. \nplace: bridge\ndate: on the 21st\nsource: gazette\n# his words\nby: harbour-master"
TIDY = "date: on the 21st\nplace: bridge\nclaim: The bridge is *open*.\n# his words\nby: harbour-master\nsource: gazette\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["check", *arguments], prog_name="timeline")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TIMELINE_PROJECT", raising=False)
    folder = write_project(tmp_path / "project", {FELL: None, STANDS: UNTIDY})
    monkeypatch.chdir(folder)
    assert run("--fix").exit_code == 0  # so that only what a test changes is there to be mended
    (folder / STANDS).write_text(UNTIDY, encoding="utf-8", newline="\n")
    return folder


def test_it_mends_says_so_and_checks(project: Path) -> None:
    before = files_of(project)
    result = run("--fix")
    assert result.exit_code == 0
    assert result.stderr == (
        f"{STANDS}: took away spaces at the ends of lines, ended the file with one line end, put the fields in order\n"
    )
    assert "in" in result.stdout, "the check's own words"
    assert files_of(project) == before | {STANDS: TIDY.encode()}
    assert run("--fix").stderr == "", "once is enough"


def test_diff_shows_and_writes_nothing(project: Path) -> None:
    before = files_of(project)
    result = run("--fix", "--diff")
    assert result.exit_code == 0
    assert f"{STANDS}: not written: took away spaces" in result.stderr
    assert "-claim: The bridge is *open*. \n" in result.stdout
    assert "+claim: The bridge is *open*.\n" in result.stdout
    assert "\\ No newline at end of file\n" in result.stdout
    assert files_of(project) == before


def test_only_what_is_asked_for_is_mended(project: Path) -> None:
    (project / "content/speakers/mayor.yml").write_bytes(b"narrative: town\nname: Mayor\n")
    run("content/speakers", "--fix")
    assert (project / "content/speakers/mayor.yml").read_bytes() == b"name: Mayor\nnarrative: town\n"
    assert (project / STANDS).read_text("utf-8") == UNTIDY


def test_findings_stay_findings_and_broken_files_stay_as_they_are(project: Path) -> None:
    (project / STANDS).write_bytes(b"claim: [ \ndate: x \n")
    result = run("--fix")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert (project / STANDS).read_bytes() == b"claim: [ \ndate: x \n"


def test_what_check_fix_mends_is_named_in_the_hint(project: Path) -> None:
    (project / STANDS).write_bytes(b"\xef\xbb\xbf" + TIDY.replace("open", "cafe\u0301").encode())
    said = run().stdout
    assert said.count("`check --fix`") == 2
    assert "R103" in said
    assert run("--fix").exit_code == 0
    assert "R103" not in run().stdout


@pytest.mark.usefixtures("project")
def test_diff_alone_is_wrong_usage() -> None:
    result = run("--diff")
    assert result.exit_code == 2
    assert "--diff belongs to --fix" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="modes are those of Unix")
def test_the_mode_of_a_file_stays(project: Path) -> None:
    (project / STANDS).chmod(0o640)
    run("--fix")
    assert (project / STANDS).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (project / "content/events").iterdir()] == ["bridge-stands.yml"], (
        "nothing is left over"
    )


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_is_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text(UNTIDY, "utf-8")
    (project / "content/events/link.yml").symlink_to(tmp_path / "elsewhere.yml")
    run("--fix")
    assert (tmp_path / "elsewhere.yml").read_text("utf-8") == UNTIDY
