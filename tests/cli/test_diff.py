"""`diff` with real git repositories: every way in which two versions can be named, and what can stand in the way."""

import json
import os
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.contribute.branches import BASE, Repository, changed, claim, event
from tests.small_project import timeline
from timeline.cli import commands

GAZETTE = "content/sources/gazette.yml"
LATER = {GAZETTE: BASE[GAZETTE].replace("2023-05-22", "2023-06-23")}
STANDS = BASE["content/events/bridge-stands.yml"]
NOTHING = "Nothing that readers see changes."


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit(BASE)
    return made


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def diff(folder: Path, *arguments: str, **environment: str) -> Done:
    home = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LANGUAGE": "de"}
    with chdir(folder):
        result = CliRunner().invoke(
            commands, ["diff", *arguments], prog_name="timeline", env={**home, **environment}
        )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def told(folder: Path, *arguments: str, **environment: str) -> dict[str, Any]:
    """Give the JSON form; a wrong use is the test's fault."""
    done = diff(folder, *arguments, "--format", "json", **environment)
    assert done.returncode in {0, 1}, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in found]


def refused(folder: Path, *arguments: str, **environment: str) -> str:
    done = diff(folder, *arguments, **environment)
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


# -- what is compared


@pytest.mark.slow
def test_a_branch_as_a_reviewer_gets_it(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "work")
    repository.write(LATER)
    repository.write(
        event(
            "bridge-stands", STANDS + "status: {kind: withdrawn, reason: Entered twice., date: 2026-01-02}\n"
        )
    )
    fell = BASE["content/events/bridge-fell.yml"] + "aliases: [bridge-fell]\n"
    repository.write({"content/events/bridge-fell.yml": None, **event("bridge-collapsed", fell)})
    for number in (4, 5, 6):
        repository.write(event(f"claim-{number}", claim(f"on the {number}th", words=f"Claim {number}.")))
    repository.commit({})
    done = diff(repository.folder, "main")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.startswith(
        "## Timeline check: passed\n\n**3 new claims, 1 withdrawn, 1 renamed, 2 dated anew.**"
    )
    assert "changed from **2023-05-22 (day)** to **2023-06-23 (day)**: 2 claims are dated anew" in done.stdout
    assert "Changed claim" not in done.stdout
    assert "reformatted" not in done.stdout
    assert diff(repository.folder, "main").stdout == done.stdout


@pytest.mark.slow
def test_what_came_to_the_base_since_is_not_the_branchs_doing(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "work")
    repository.commit(event("mine", claim()))
    repository.git("switch", "--quiet", "main")
    repository.commit(event("theirs", claim(words="Theirs.")))
    repository.git("switch", "--quiet", "work")
    found = told(repository.folder, "main")
    assert ids(found["new"]) == ["mine"]
    assert found["attention"] == []
    assert found["base"]["commit"] == repository.git("merge-base", "main", "work")
    exact = told(repository.folder, "main", "--exact")
    assert [one["kind"] for one in exact["attention"]] == ["deleted"]
    repository.git("merge", "--quiet", "--no-edit", "main")
    assert ids(told(repository.folder, "main")["new"]) == ["mine"], "after a merge of the base too"


@pytest.mark.slow
def test_the_folder_is_compared_as_it_stands(repository: Repository) -> None:
    repository.write({".gitignore": "content/events/ignored.yml\n"})
    repository.write({**event("untracked", claim()), **event("ignored", claim(words="Ignored."))})
    done = diff(repository.folder, "main", "--format", "json")
    assert ids(json.loads(done.stdout)["new"]) == ["ignored", "untracked"]
    assert done.stderr == (
        "note: compared too, but not added to git: content/events/ignored.yml, content/events/untracked.yml\n"
    )
    status = repository.git("status", "--porcelain")
    diff(repository.folder, "main")
    assert repository.git("status", "--porcelain") == status


@pytest.mark.slow
def test_revisions_of_every_kind_name_the_same(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("tag", "--annotate", "--message", "first", "v1")
    repository.git("update-ref", "refs/remotes/origin/main", first)
    repository.commit(event("more", claim()))
    for base in (first, first[:9], "v1", "HEAD~1", "origin/main", "refs/tags/v1"):
        found = told(repository.folder, base)
        assert (found["base"]["commit"], ids(found["new"])) == (first, ["more"]), base
    repository.git("checkout", "--quiet", "--detach", "v1")
    assert told(repository.folder, "v1")["empty"]
    assert ids(told(repository.folder, "v1", "--head", "main")["new"]) == ["more"]


@pytest.mark.slow
def test_two_folders_need_no_git(tmp_path: Path) -> None:
    for name, files in (("base", BASE), ("head", changed(event("more", claim())))):
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, encoding="utf-8")
    for base in ("base", "./base", str(tmp_path / "base")):
        found = told(tmp_path, base, "--project", "head", PATH="")
        assert ids(found["new"]) == ["more"]
        assert found["base"]["commit"] is None
    assert "there is no folder ./nowhere" in refused(tmp_path, "./nowhere", "--project", "head")
    assert "has no timeline.yml" in refused(tmp_path, "./base/content", "--project", "head")
    assert "git repository" in refused(
        tmp_path, "main", "--project", "head", GIT_CEILING_DIRECTORIES=str(tmp_path)
    )
    assert "git is needed" in refused(tmp_path, "main", "--project", "head", PATH="")


@pytest.mark.slow
def test_a_project_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    made = Repository(tmp_path / "all")
    under = "people/é timeline"
    made.commit({"README.md": "x"})
    made.commit({**BASE, "content/events/Bad Name.yml": "x: y\n"}, under=under)
    made.commit(event("more", claim()), under=under)
    folder = made.folder / under
    found = told(folder, "HEAD~1")
    assert ids(found["new"]) == ["more"]
    assert found["findings"]["listed"] == [] or {one["new"] for one in found["findings"]["listed"]} == {False}
    assert told(made.folder, "HEAD~1", "--project", under)["new"] == found["new"]
    assert told(folder, "HEAD~1", "--head", "HEAD")["new"] == found["new"]
    first = told(folder, "HEAD~2")
    assert first["base"]["empty"]
    assert ids(first["new"]) == ["bridge-fell", "bridge-stands", "more"]
    assert "has no timeline" in refused(folder, "HEAD", "--head", "HEAD~2", "--exact")


@pytest.mark.slow
def test_a_bare_repository(repository: Repository, tmp_path: Path) -> None:
    repository.commit(event("more", claim()))
    bare = tmp_path / "bare.git"
    repository.git("clone", "--quiet", "--bare", ".", str(bare))
    assert "--head REV" in refused(bare, "main~1")
    assert ids(told(bare, "main~1", "--head", "main")["new"]) == ["more"]


@pytest.mark.slow
def test_a_renamed_folder_or_name_that_is_both(repository: Repository) -> None:
    repository.write({f"main/{path}": text for path, text in BASE.items()})
    said = refused(repository.folder, "main")
    assert "./main" in said
    assert "refs/heads/main" in said
    assert told(repository.folder, "./main")["empty"]
    assert told(repository.folder, "refs/heads/main")["empty"]


# -- what stands in the way


@pytest.mark.slow
def test_an_unknown_revision_names_what_is_near(repository: Repository) -> None:
    repository.git("branch", "feature")
    repository.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    assert "Did you mean feature?" in refused(repository.folder, "featuer")
    assert "Did you mean origin/trunk?" in refused(repository.folder, "trunk")
    for odd in ("--upload-pack=x", "a..b", "HEAD:content", "x\ny", "@{-1}", "main^{tree}"):
        assert "there is no revision" in refused(repository.folder, "--", odd)


@pytest.mark.slow
def test_a_shallow_clone_says_what_to_type(repository: Repository, tmp_path: Path) -> None:
    repository.git("switch", "--quiet", "--create", "work")
    repository.commit(event("more", claim()))
    repository.git("switch", "--quiet", "main")
    repository.commit(event("theirs", claim(words="Theirs.")))
    shallow = tmp_path / "shallow"
    repository.git(
        "clone",
        "--quiet",
        "--depth=1",
        "--no-single-branch",
        "--branch=work",
        f"file://{repository.folder}",
        str(shallow),
    )
    said = refused(shallow, "origin/main")
    assert "git fetch --unshallow origin" in said
    assert "fetch-depth: 0" in said
    assert ids(told(shallow, "origin/main", "--exact")["new"]) == ["more"]
    assert "--unshallow" in refused(shallow, "HEAD~1")
    assert "git fetch --depth=1 origin nowhere`" in refused(shallow, "origin/nowhere")
    Repository.git(_at(shallow), "fetch", "--quiet", "--unshallow", "origin")
    assert ids(told(shallow, "origin/main")["new"]) == ["more"]


def _at(folder: Path) -> Repository:
    made = Repository.__new__(Repository)
    made.folder = folder
    return made


@pytest.mark.slow
def test_branches_without_a_common_commit(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--orphan", "other")
    repository.commit(BASE, "another beginning")
    assert "have no commit in common" in refused(repository.folder, "main")
    assert told(repository.folder, "main", "--exact")["empty"]


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    made = Repository(tmp_path / "new")
    made.write(BASE)
    assert "This repository has no commit yet." in refused(made.folder, "main")


def test_a_merge_in_progress(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "work")
    repository.commit(event("bridge-stands", STANDS.replace("20th", "19th")))
    repository.git("switch", "--quiet", "main")
    repository.commit(event("bridge-stands", STANDS.replace("20th", "18th")))
    with pytest.raises(AssertionError):
        repository.git("merge", "work")
    done = diff(repository.folder, "main")
    assert done.returncode == 1
    assert "a merge is in progress; 1 file with conflicts" in done.stderr
    assert "`content/events/bridge-stands.yml`, line 1" in done.stdout
    assert "deleted" not in done.stdout


def test_files_of_large_file_storage_are_named(repository: Repository) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    repository.commit(event("big", pointer))
    repository.commit(event("big", claim()))
    said = refused(repository.folder, "HEAD~1")
    assert "content/events/big.yml is kept by Git LFS" in said
    assert "git worktree add" in said


def test_odd_files_of_a_commit_are_found_as_on_the_disk(repository: Repository) -> None:
    """Links, submodules, large files, bad names: the same findings out of git as from the folder, so that none is new."""
    outside = repository.folder.parent / "secret.yml"
    outside.write_text(claim(words="A secret."), encoding="utf-8")
    events = repository.folder / "content" / "events"
    (events / "link.yml").symlink_to(outside)
    (events / "large.yml").write_text("claim: " + "x" * 70_000, encoding="utf-8")
    (events / "with space.yml").write_text("x: y\n", encoding="utf-8")
    (events / 'a\tb\n"c.yml').write_text("x: y\n", encoding="utf-8")
    (repository.folder / "content" / "odd").mkdir()
    with open(os.fsencode(events) + b"/\xff\xfe.yml", "wb") as file:  # noqa: PTH123 - a name that is no text
        file.write(b"x: y\n")
    (repository.folder / "content" / "odd" / "x.yml").write_text("x: y\n", encoding="utf-8")
    repository.commit({})
    commit = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/events/module.yml")
    repository.git("commit", "--quiet", "--message", "a submodule")
    (events / "module.yml").mkdir()
    found = told(repository.folder, "HEAD")
    paths = {one["path"] for one in found["findings"]["listed"] if not one["new"]}
    assert {
        "content/events/link.yml",
        "content/events/large.yml",
        "content/events/\\udcff\\udcfe.yml",
    } <= paths
    new = {one["path"] for one in found["findings"]["listed"] if one["new"]}
    assert new <= {"content/events/module.yml"}, "a folder on the disk, a commit in git"
    assert found["empty"]
    assert "A secret" not in json.dumps(found)


def test_a_strangers_repository_starts_no_program(repository: Repository, tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho ran >> {trace}\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "filter.evil.smudge",
                 "filter.evil.clean", "core.editor", "credential.helper"):  # fmt: skip
        repository.git("config", name, str(program))
    repository.git("config", "core.hooksPath", str(tmp_path))
    (tmp_path / "post-checkout").symlink_to(program)
    (tmp_path / "post-index-change").symlink_to(program)
    repository.write({**event("more", claim()), ".gitattributes": "*.yml filter=evil\n"})
    assert ids(told(repository.folder, "main")["new"]) == ["more"]
    assert not trace.exists()


def test_variables_of_a_hook_do_not_lead_elsewhere(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.commit({"README.md": "x"})
    repository.write(event("more", claim()))
    found = told(
        repository.folder,
        "main",
        GIT_DIR=str(other.folder / ".git"),
        GIT_WORK_TREE=str(other.folder),
        GIT_INDEX_FILE="x",
    )
    assert ids(found["new"]) == ["more"]


def test_a_repository_of_another_user_is_explained(repository: Repository) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a repository away")
    for path in [repository.folder, *repository.folder.rglob("*")]:
        os.chown(path, 12345, 12345, follow_symlinks=False)
    said = refused(repository.folder, "main")
    assert "another user owns it" in said
    assert "safe.directory" in said


# -- the outcome


@pytest.mark.slow
def test_errors_of_the_head_fail_and_those_of_the_base_do_not(repository: Repository) -> None:
    repository.commit(event("bridge-fell", "date: [on the 21st\n"))
    assert diff(repository.folder, "HEAD~1").returncode == 1
    repository.commit(event("bridge-fell", BASE["content/events/bridge-fell.yml"]))
    done = diff(repository.folder, "HEAD~1")
    assert done.returncode == 0
    assert "`HEAD~1` itself has 1 error" in done.stdout
    assert "could not be read before: `bridge-fell`" in done.stdout


@pytest.mark.slow
def test_new_warnings_fail_only_when_asked(repository: Repository) -> None:
    repository.git("rm", "--quiet", "content/events/bridge-fell.yml")
    assert diff(repository.folder, "main").returncode == 0
    assert diff(repository.folder, "main", "--strict").returncode == 1
    assert diff(repository.folder, "main", "--strict", "--format", "json").returncode == 1


def test_the_empty_state(repository: Repository) -> None:
    repository.write(event("bridge-stands", f"# a remark\n{STANDS}"))
    done = diff(repository.folder, "main")
    assert f"**{NOTHING}**" in done.stdout
    assert "1 file reformatted; nothing that it says changed." in done.stdout
    assert "|" not in done.stdout


def test_options_are_checked(repository: Repository) -> None:
    for url in ("javascript:alert(1)", "https://example.org/) [x](https://evil.example", "ftp://example.org"):
        assert "is no address" in refused(repository.folder, "main", "--preview", url)
    repository.write(event("more", claim()))
    done = diff(
        repository.folder,
        "main",
        "--preview",
        "https://preview.example.org/x",
        "--files",
        "https://code.example.org/blob/1",
    )
    assert "[`more`](https://preview.example.org/x/c/more/)" in done.stdout
    assert "[Preview this timeline](https://preview.example.org/x)" in done.stdout


@pytest.mark.slow
def test_the_command_that_shows_everything_is_named_where_rows_are_left_out(repository: Repository) -> None:
    for number in range(60):
        repository.write(event(f"claim-{number:02}", claim(words=f"Claim {number}.")))
    whole = diff(repository.folder, "main", "--limit", "0").stdout
    assert "<details><summary>10 more rows</summary>" in whole
    cut = diff(repository.folder, "main", "--limit", "4000").stdout
    assert len(cut.encode()) <= 4000
    assert "diff main --limit 0" in cut
    assert "left out here" in cut


@pytest.mark.slow
def test_the_program_prints_utf8_and_line_feeds_alone(repository: Repository) -> None:
    repository.write(event("more", claim(words="Ждёмо “це”.")))
    done = timeline(repository.folder, "diff", "main", PYTHONIOENCODING="ascii", GIT_CONFIG_GLOBAL=os.devnull)
    assert done.returncode == 0, done.stderr
    assert "“on the 21st”" in done.stdout
