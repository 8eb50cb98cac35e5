"""A new timeline: its files, what may be said about it, and that it works by itself."""

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from timeline.commands import init as initialising
from timeline.commands.init import command
from timeline.compiler import compile_project
from timeline.contribute.starter import Choices, starter_files
from timeline.contribute.tool import LOCK, tool_files
from timeline.diagnostics import Severity
from timeline.source.folder import read_folder

ROOT = Path(__file__).resolve().parents[2]
TOOL = {"requirements.txt": b"timeline\n"}


packed_once = cache(tool_files)
"""The tool, which is the same for all new timelines of one run; one test packs it anew."""


@pytest.fixture(autouse=True)
def one_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(initialising, "tool_files", lambda: dict(packed_once()))


def init(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def content(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        path: text for path, text in files.items() if path == "timeline.yml" or path.startswith("content/")
    }


def test_the_worked_example_has_no_findings_at_all() -> None:
    build = compile_project(content(starter_files(Choices(title="Fire"), TOOL)))
    assert [f"{found.span} {found.code} {found.message}" for found in build.diagnostics] == []
    assert len(build.timeline.events) == 2


def test_every_blank_is_filled_in() -> None:
    most = Choices(
        title="Fire",
        time_zone="Europe/Lisbon",
        repository="https://github.com/me/fire",
        site_url="https://example.org/fire/",
        contact="corrections@example.org",
        owners=("@me",),
    )
    for choices in (
        Choices(title="Fire"),
        Choices(title="Fire", host="gitlab"),
        Choices(title="F", host="other"),
        most,
    ):
        for path, text in starter_files(choices, TOOL).items():
            blanks = re.findall(r"(?<![{$])\{[a-z_]+\}", text.decode())
            assert not blanks, f"{path}: {blanks}"


@pytest.mark.parametrize(
    "title", ['He said: "no" # {language}', "Пожежа: 50 % й «так»", "null", "a\\nb {title}", "— x", "@a"]
)
def test_a_title_comes_out_as_it_went_in(title: str) -> None:
    build = compile_project(content(starter_files(Choices(title=title), TOOL)))
    assert build.timeline.settings.title == title
    assert not [found for found in build.diagnostics if found.severity is Severity.ERROR]


def test_each_host_gets_its_own_files_and_no_other() -> None:
    github = starter_files(Choices(title="F"), TOOL)
    gitlab = starter_files(Choices(title="F", host="gitlab"), TOOL)
    other = starter_files(Choices(title="F", host="other"), TOOL)
    assert ".github/workflows/check.yml" in github
    assert ".gitlab-ci.yml" not in github
    assert {".gitlab-ci.yml", ".gitlab/issue_templates/Claim.md"} < set(gitlab)
    assert not [path for path in (*github, *other) if path.startswith(".gitlab/")]
    assert not [path for path in (*gitlab, *other) if path.startswith(".github/")]
    assert ".github/CODEOWNERS" not in github, "a file of owners without an owner would be an error there"
    assert (
        starter_files(Choices(title="F", owners=("@a", "@b/c")), TOOL)[".github/CODEOWNERS"]
        .decode()
        .endswith("* @a @b/c\n/content/\n/docs/\n")
    )


def test_without_the_example_the_timeline_is_empty_and_still_builds() -> None:
    files = starter_files(Choices(title="F", example=False), TOOL)
    assert not [path for path in files if path.startswith("content/")]
    assert compile_project(content(files)).diagnostics == ()


def test_the_wheel_is_whole_and_the_same_each_time() -> None:
    files = tool_files()
    assert files == tool_files()
    (path,) = (path for path in files if path.endswith(".whl"))
    lock = files["requirements.txt"].decode()
    assert f"./{path} --hash=sha256:{hashlib.sha256(files[path]).hexdigest()}\n" in lock
    assert lock.endswith(LOCK.read_text("utf-8"))
    assert "click==" in lock


def test_the_lock_of_a_new_timeline_is_a_part_of_ours() -> None:
    def pinned(text: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", text, re.MULTILINE))

    ours = pinned((ROOT / "requirements/runtime.txt").read_text("utf-8"))
    theirs = pinned(LOCK.read_text("utf-8"))
    assert theirs < ours
    assert {line.partition("==")[0] for line in ours - theirs} <= {"flit-core"}, (
        "only what builds the package is left out"
    )


def test_the_schemas_for_editors_are_schemas_and_every_setting_names_one() -> None:
    files = starter_files(Choices(title="F"), packed_once())
    schemas = {path for path in files if path.startswith("schema/")}
    for path in schemas:
        Draft202012Validator.check_schema(json.loads(files[path]))
    assert set(json.loads(files[".vscode/settings.json"])["yaml.schemas"]) == schemas


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    result = init(tmp_path)
    assert result.exit_code == 2
    assert "already has README.md; nothing was written" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--time-zone", "Europe/Lison"),
            "--time-zone: there is no time zone `Europe/Lison` (did you mean Europe/Lisbon?)",
        ),
        (("--contact", "me at example"), "--contact"),
        (("--contact", "me@localhost"), "--contact: this is no mail address"),
        (("--site-url", "javascript:alert(1)"), "--site-url"),
        (("--repository", "git@example.org:me/fire.git"), "--repository: this is not a web address"),
        (("--repository", "ftp://example.org/fire"), "--repository: this is not a web address"),
        (("--repository", "https://github.com/me/\u202efire"), "--repository"),
        (("--language", "German"), "--language"),
        (("--owner", "me"), "'me' is not an account such as @name"),
        (("--title", ""), "Wrote"),
    ],
)
def test_a_fault_in_an_option_is_named_before_anything_is_written(
    tmp_path: Path, options: tuple[str, str], said: str
) -> None:
    result = init(tmp_path / "new-timeline", *options)
    assert said in " ".join(result.output.split())
    assert result.exit_code == (0 if said == "Wrote" else 2)
    assert (tmp_path / "new-timeline").exists() == (said == "Wrote")


@pytest.mark.parametrize(
    ("repository", "edit_url", "checks"),
    [
        ("https://github.com/me/fire", "https://github.com/me/fire/edit/main/", ".github"),
        ("https://gitlab.com/us/old/fire/", "https://gitlab.com/us/old/fire/-/edit/main/", ".gitlab-ci.yml"),
        ("https://gitlab.example.org/me/fire.git", "https://gitlab.example.org/me/fire/-/edit/main/", ".gitlab-ci.yml"),
        ("https://codeberg.org/me/fire", "https://codeberg.org/me/fire/_edit/main/", ""),
        ("https://git.example.org/me/fire", None, ""),
    ],
)  # fmt: skip
def test_the_repository_tells_whose_links_and_checks_to_write(
    tmp_path: Path, repository: str, edit_url: str | None, checks: str
) -> None:
    result = init(tmp_path / "fire", "--repository", repository)
    assert result.exit_code == 0
    assert compile_project(read_folder(tmp_path / "fire")[0]).timeline.settings.edit_url == edit_url
    written = {path.name for path in (tmp_path / "fire").iterdir()}
    assert {".github", ".gitlab-ci.yml"} & written == ({checks} if checks else set())
    assert ("is no code host that is known here" in result.output) == (edit_url is None)


def test_what_to_type_next_survives_a_name_with_spaces(tmp_path: Path) -> None:
    assert f"cd '{tmp_path / 'grain terminal'}'" in init(tmp_path / "grain terminal").output


def test_an_update_renews_the_tool_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "fire"
    assert init(folder, "--no-example").exit_code == 0
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (wheel,) = (folder / "vendor").iterdir()
    wheel.rename(wheel.with_name("timeline-0.0.9-py3-none-any.whl"))
    (folder / "requirements.txt").write_text("./vendor/timeline-0.0.9-py3-none-any.whl\n")
    (folder / "README.md").write_text("mine")
    result = init(folder, "--update")
    assert result.exit_code == 0, result.output
    assert "timeline-0.0.9-py3-none-any.whl (removed)" in result.output
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after.pop(folder / "README.md") == b"mine"
    assert after == {path: text for path, text in before.items() if path.name != "README.md"}
    assert "has this version of the tool already" in init(folder, "--update").output


def test_an_update_needs_a_timeline(tmp_path: Path) -> None:
    result = init(tmp_path / "nothing", "--update")
    assert result.exit_code == 2
    assert "there is no folder" in result.output


@pytest.mark.slow
def test_a_new_timeline_is_built_by_the_tool_that_it_brings(tmp_path: Path) -> None:
    folder = tmp_path / "fire"
    assert init(folder, "--title", "Fire", "--contact", "corrections@example.org").exit_code == 0
    (wheel,) = (folder / "vendor").iterdir()
    installed = tmp_path / "installed"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--target",
        str(installed),
    ]
    subprocess.run([*pip, str(wheel)], check=True, cwd=folder)
    environment = {**os.environ, "PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}
    where = "import timeline, timeline.cli; print(timeline.__file__); timeline.cli.main()"
    built = subprocess.run(
        [sys.executable, "-P", "-c", where, "build", "--strict"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith(str(installed)), "it is the wheel that built it, and not this checkout"
    assert "Fire" in (folder / "site/index.html").read_text("utf-8")
    assert 'href="mailto:corrections@example.org"' in (folder / "site/method/index.html").read_text("utf-8")
    again = subprocess.run(
        [sys.executable, "-P", "-c", where, "init", "../again"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 0, again.stderr
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(tmp_path / "again/vendor" / wheel.name) as other:
        ours, theirs = ({name: file.read(name) for name in file.namelist()} for file in (one, other))
    assert ours == theirs, "a timeline can pass the tool on"
