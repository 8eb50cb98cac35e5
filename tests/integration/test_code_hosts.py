"""What runs on a code host, in this repository and in a new timeline: valid, pinned, and with no more rights than it needs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from timeline.contribute.starter import Choices, Host, starter_files
from timeline.exports import data_files
from timeline.model import Timeline

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
KINDS = {
    ".github/workflows/": "vendor.github-workflows",
    ".github/dependabot.yml": "vendor.dependabot",
    ".github/ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    ".github/ISSUE_TEMPLATE/claim.yml": "vendor.github-issue-forms",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


def ours() -> dict[str, bytes]:
    hidden = [*ROOT.glob(".github/**/*"), *ROOT.glob(".pre-commit-*")]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in hidden if path.is_file()}


def theirs(host: Host) -> dict[str, bytes]:
    choices = Choices(title="F", host=host, owners=("@me",), repository="https://github.com/me/f")
    return {
        path: text for path, text in starter_files(choices, {}).items() if path.startswith((".git", ".pre"))
    }


@pytest.fixture(params=["ours", "github", "gitlab"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return ours() if request.param == "ours" else theirs(request.param)


@pytest.fixture
def folder(files: dict[str, bytes], tmp_path: Path) -> Path:
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("files", ["ours", "github"], indirect=True)
def test_an_auditor_of_workflows_finds_nothing(folder: Path) -> None:
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--persona", "auditor", "--collect=all", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.slow
def test_every_file_is_what_its_host_expects(folder: Path, files: dict[str, bytes]) -> None:
    looked_at = 0
    for prefix, schema in KINDS.items():
        mine = [str(folder / path) for path in files if path.startswith(prefix)]
        if mine:
            looked_at += len(mine)
            done = subprocess.run(
                [BIN / "check-jsonschema", "--builtin-schema", schema, *mine],
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
    assert looked_at


def workflows(files: dict[str, bytes]) -> dict[str, str]:
    return {path: text.decode() for path, text in files.items() if path.startswith(".github/workflows/")}


def test_actions_are_pinned_by_hash_and_alike_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for files in (ours(), theirs("github")):
        for path, text in workflows(files).items():
            for action, pin in re.findall(r"uses: (\S+?)@(.*)", text):
                assert re.fullmatch(r"[0-9a-f]{40} # v[0-9.]+", pin), f"{path}: {action}@{pin}"
                pins.setdefault(action, set()).add(pin)
    assert pins
    assert all(len(different) == 1 for different in pins.values())


def test_a_workflow_has_no_right_that_a_job_does_not_ask_for(files: dict[str, bytes]) -> None:
    for path, text in workflows(files).items():
        read = yaml.safe_load(text)
        assert read["permissions"] == {}, path
        assert "pull_request_target" not in text, path
        for job in read["jobs"].values():
            assert set(job["permissions"]) <= {"contents", "pages", "id-token"}, path
            assert job["permissions"].get("contents", "read") == "read", path
            for step in job["steps"]:
                assert "${{" not in step.get("run", ""), f"{path}: an expression in a shell line"
                if "checkout" in step.get("uses", ""):
                    assert step["with"]["persist-credentials"] is False, path


def test_a_proposal_is_checked_by_the_tool_of_its_base(files: dict[str, bytes]) -> None:
    for path, text in workflows(files).items():
        if not path.endswith("check.yml"):
            continue
        steps = yaml.safe_load(text)["jobs"]["content"]["steps"]
        runs = "\n".join(step["run"] for step in steps if "run" in step)
        assert not re.search(r"(^|\s)head/\S*(build\.py|timeline|requirements)", runs), path
        assert "check --project head --format github" in runs
        assert "diff base --project head" in runs


def test_the_form_for_a_claim_is_the_same_in_a_new_timeline() -> None:
    form = ".github/ISSUE_TEMPLATE/claim.yml"
    assert ours()[form] == theirs("github")[form]


def test_owners_guard_all_that_runs() -> None:
    lines = [
        line.split() for line in ours()[".github/CODEOWNERS"].decode().splitlines() if line and line[0] != "#"
    ]
    assert lines[0][0] == "*"
    assert lines[0][1:], "somebody owns everything"
    assert [line[0] for line in lines if len(line) == 1] == ["/content/", "/docs/"]


def test_the_settings_for_editors_name_schemas_that_a_build_makes() -> None:
    text = (ROOT / ".vscode/settings.json").read_text("utf-8")
    named = set(re.findall(r'"site/(data/schema/\w+\.json)"', text))
    assert named == {path for path in data_files(Timeline()) if path.startswith("data/schema/")}
