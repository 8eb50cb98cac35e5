"""Each command: what it prints where, and the status that it ends with."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.exceptions import Abort

from tests.small_project import files_of, timeline, write_project
from timeline import __version__
from timeline.cli import COMMANDS, commands, main, program

BROKEN = {
    "content/events/bridge-stands.yml": "date: on the 21st\nplace: bridge\nclaim: Open.\nsource: gazett\n",
    "content/speakers/mayor.yml": "name: Mayor\nnarrative: town\ncolour: red\n",
}
LONG = " ".join(["word"] * 61)
DOUBTFUL = {
    "content/events/bridge-stands.yml": "date: on the 21st\nplace: bridge\nclaim: Open.\n"
    f"source: {{id: gazette, excerpt: {LONG}}}\nby: harbour-master\n"
}


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(commands, list(arguments), input=stdin, prog_name="timeline")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TIMELINE_PROJECT", raising=False)
    folder = write_project(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def change(project: Path, changes: Mapping[str, str | None]) -> None:
    write_project(project, changes)


# -- the group -----------------------------------------------------------------------------------------------------


def test_help_lists_every_command_with_its_own_first_line() -> None:
    said = run("--help").stdout
    for name, summary in COMMANDS.items():
        assert name in said
        assert summary in run(name, "--help").stdout


def test_every_command_explains_itself_and_its_options() -> None:
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Usage: timeline" in result.stdout


def test_the_version() -> None:
    assert run("--version").stdout == f"timeline {__version__}\n"


def test_a_mistyped_command_gets_a_suggestion() -> None:
    result = run("chek")
    assert result.exit_code == 2
    assert "Did you mean 'check'?" in result.stderr


def test_a_mistyped_option_gets_a_suggestion() -> None:
    result = run("check", "--strct")
    assert result.exit_code == 2
    assert "--strict" in result.stderr


@pytest.mark.usefixtures("project")
def test_options_alone_belong_to_build() -> None:
    assert "there is no folder" in run("--project", "nowhere").stderr


# -- finding the project -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["timeline.yml", "content"])
def test_a_folder_that_is_no_project_gets_words_on_what_to_create(tmp_path: Path, missing: str) -> None:
    (tmp_path / "timeline.yml").write_text("title: x\n")
    if missing == "timeline.yml":
        (tmp_path / "timeline.yml").unlink()
    result = run("check", "--project", str(tmp_path))
    assert result.exit_code == 2
    assert f"has no {missing}" in result.stderr
    assert "content/events/" in result.stderr
    assert not result.stdout


def test_a_site_needs_mkdocs_yml_too(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": None})
    result = run("build", "--project", str(tmp_path))
    assert result.exit_code == 2
    assert "has no mkdocs.yml" in result.stderr
    assert run("check", "--project", str(tmp_path)).exit_code == 0


def test_the_project_of_the_front_door_is_used_where_there_is_none(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(project, BROKEN)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert run("check").exit_code == 2
    monkeypatch.setenv("TIMELINE_PROJECT", str(project))
    assert run("check").exit_code == 1
    own = write_project(tmp_path / "own")
    monkeypatch.chdir(own)
    assert run("check").exit_code == 0


# -- check ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_check_of_a_clean_project() -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "No problems found" in result.stdout


def test_check_shows_every_finding_and_fails(project: Path) -> None:
    change(project, BROKEN)
    result = run("check")
    assert result.exit_code == 1
    assert "content/events/bridge-stands.yml:4:9" in result.stdout
    assert "content/speakers/mayor.yml:3:1" in result.stdout
    assert "in 2 files" in result.stdout
    assert "\x1b" not in result.stdout, "no colours away from a terminal"


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", ["content/speakers", "content/speakers/mayor.yml", "./content/speakers/../speakers/", "."]
)
def test_check_shows_the_findings_in_some_files(project: Path, path: str) -> None:
    change(project, BROKEN)
    result = run("check", path)
    assert result.exit_code == 1
    assert "mayor.yml" in result.stdout
    assert ("bridge-stands.yml" in result.stdout) == (path == ".")


def test_check_of_a_clean_part_passes_and_mentions_the_rest(project: Path) -> None:
    change(project, BROKEN)
    result = run("check", "content/sources")
    assert result.exit_code == 0
    assert re.search(r"\d+ findings in other files", result.stderr)


def test_check_takes_paths_relative_to_the_project_too(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check", "--project", str(project), "content/sources").exit_code == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("path", "why"), [("nowhere.yml", "there is no file"), ("/", "is not in the project")]
)
def test_check_of_something_else_is_wrong_usage(path: str, why: str) -> None:
    result = run("check", path)
    assert result.exit_code == 2
    assert why in result.stderr


def test_warnings_pass_unless_they_are_forbidden(project: Path) -> None:
    change(project, DOUBTFUL)
    assert "1 warning" in run("check").stdout
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


def test_check_for_programs(project: Path) -> None:
    change(project, BROKEN)
    listed = run("check", "--format", "json")
    assert listed.exit_code == 1
    found = json.loads(listed.stdout)
    assert [item["path"] for item in found] == sorted(item["path"] for item in found)
    keys = {
        "code",
        "severity",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "message",
        "hint",
        "related",
    }
    assert set(found[0]) == keys
    assert json.loads(run("check", "--format", "sarif").stdout)["version"] == "2.1.0"
    assert "::error file=content/events/bridge-stands.yml" in run("check", "--format", "github").stdout
    result = run("check", "--format", "xml")
    assert result.exit_code == 2


def test_severities_of_the_project_are_applied(project: Path) -> None:
    code = json.loads(run("check", "--format", "json", *_with(project, DOUBTFUL)).stdout)[0]["code"]
    change(project, {**DOUBTFUL, "timeline.yml": f"title: x\nseverities:\n  {code}: error\n"})
    assert run("check").exit_code == 1
    change(project, {**DOUBTFUL, "timeline.yml": f"title: x\nseverities:\n  {code}: off\n"})
    left = json.loads(run("check", "--format", "json").stdout)
    assert code not in [one["code"] for one in left]


def _with(project: Path, changes: Mapping[str, str | None]) -> tuple[str, ...]:
    change(project, changes)
    return ()


# -- build, emit, export -------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_build_says_what_it_built_and_where(project: Path) -> None:
    result = run("build", "--strict")
    assert result.exit_code == 0, result.stderr
    assert re.search(
        r"Built 2 claims, 2 speakers, 1 source into site. in \d+\.\d s; run `timeline serve`", result.stderr
    )
    assert not result.stdout
    assert (project / "site" / "index.html").is_file()
    assert not list(project.glob("*site.*"))


@pytest.mark.slow
def test_build_keeps_the_old_site_until_the_new_one_is_whole(project: Path) -> None:
    assert run("build").exit_code == 0
    (project / "site" / "old.txt").write_text("old")
    change(project, BROKEN)
    result = run("build")
    assert result.exit_code == 1
    assert "Nothing was written." in result.stderr
    assert (project / "site" / "old.txt").is_file()
    change(project, {})
    assert run("build").exit_code == 0
    assert not (project / "site" / "old.txt").exists()


def test_a_strict_build_fails_on_warnings(project: Path) -> None:
    change(project, DOUBTFUL)
    assert run("build", "--strict").exit_code == 1
    assert not (project / "site").exists()


@pytest.mark.slow
def test_a_strict_build_fails_on_warnings_of_mkdocs(project: Path) -> None:
    change(project, {"docs/about.md": "# About\n\n[nowhere](nowhere.md)\n"})
    result = run("build", "--strict")
    assert result.exit_code == 1
    assert "nowhere.md" in result.stderr
    assert not (project / "site").exists()
    assert not list(project.glob("*site.*"))


def test_a_handwritten_page_that_is_no_text_is_named(project: Path) -> None:
    (project / "docs" / "about.md").write_bytes(b"\xff\xfe")
    result = run("build")
    assert result.exit_code == 1
    assert "about.md" in result.stderr
    assert "not UTF-8" in result.stderr
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("name", ["filled", "file"])
def test_build_never_replaces_what_is_no_site(project: Path, name: str) -> None:
    (project / "filled").mkdir()
    (project / "filled" / "thesis.txt").write_text("years of work")
    (project / "file").write_text("a file")
    result = run("build", "--site-dir", name)
    assert result.exit_code == 2
    assert "choose" in result.stderr
    assert (project / "filled" / "thesis.txt").is_file()


@pytest.mark.slow
def test_build_shows_what_mkdocs_says_when_asked(project: Path) -> None:
    assert "Cleaning site directory" in run("build", "-v").stderr
    assert (project / "site").is_dir()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "step"),
    [
        ((), "timeline serve"),
        (("--project", "../project"), "timeline serve --project ../project"),
        (("--project", "../a b"), "timeline serve --project '../a b'"),
    ],
)
def test_the_next_step_shows_the_site_that_was_built(
    project: Path, given: tuple[str, ...], step: str
) -> None:
    write_project(project.parent / "a b")
    assert f"; run `{step}` to look at it" in run("build", *given).stderr


@pytest.mark.slow
def test_what_was_built_is_counted_as_the_pages_count_it(project: Path) -> None:
    unheard = "name: Somebody\nnarrative: town\n"
    change(project, {"content/speakers/unheard.yml": unheard})
    assert "Built 2 claims, 2 speakers, 1 source" in run("build").stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "theme",
    ["{name: material, palette: 5}", "{name: material, features: 7}", "{name: material, custom_dir: own}"],
)
def test_a_theme_that_cannot_be_drawn_is_one_line(project: Path, theme: str) -> None:
    settings = f"site_name: x\ntheme: {theme}\nplugins: [search, timeline]\n"
    change(project, {"mkdocs.yml": settings, "own/main.html": '{% extends "base.html" %}{% block x'})
    result = run("build")
    assert result.exit_code == 2
    *_, last = result.stderr.splitlines()
    assert last.startswith("error: MkDocs cannot build the site: ")
    assert ".html, line " in last
    assert "mkdocs.yml" in last
    assert "Traceback" not in result.stderr
    assert not list(project.glob("*site*"))
    assert "Traceback" in run("build", "-v").stderr


def test_an_interrupted_build_says_so_and_leaves_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.commands.build.build", interrupt)
    result = run("build")
    assert result.exit_code == 130
    assert result.stderr == "\nInterrupted\n"
    assert not list(project.glob("*site*"))


def test_what_plain_mkdocs_needs_is_said_where_a_project_is_begun(tmp_path: Path) -> None:
    assert "docs/" in run("check", "--project", str(tmp_path)).stderr


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ("site_name: x\ntheme: material\n", "mkdocs.yml:1:1"),
        ("site_name: x\nplugins: [search]\n", "mkdocs.yml:2:1"),
        ("site_name: x\nplugins:\n  - search\n  - timelime: {}\n", "mkdocs.yml:2:1"),
    ],
)
def test_check_warns_of_what_build_refuses(project: Path, settings: str, place: str) -> None:
    change(project, {"mkdocs.yml": settings})
    result = run("check")
    assert result.exit_code == 0
    assert "warning[P303]" in result.stdout
    assert place in result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [
        "plugins:\n  - search\n  - timeline: {}\n",
        "plugins: {search: {}, timeline: {}}\n",
        "plugins: [timeline]\n",
        "INHERIT: ../base.yml\n",
        "site_name: !ENV [A, b]\nplugins: [",
        "- a\n",
        "",
        None,
    ],
)
def test_check_says_nothing_of_other_settings(project: Path, settings: str | None) -> None:
    (project / "mkdocs.yml").unlink()
    change(project, {"mkdocs.yml": settings})
    assert "P303" not in run("check").stdout


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_site_needs_our_plugin(project: Path, command: str) -> None:
    change(project, {"mkdocs.yml": "site_name: x\ntheme: material\n"})
    result = run(command)
    assert result.exit_code == 2
    assert "does not list the plugin" in result.stderr


def test_build_of_a_broken_mkdocs_yml(project: Path) -> None:
    change(project, {"mkdocs.yml": "site_name: x\ntheme: material\nplugins: [timeline, nosuch]\n"})
    result = run("build")
    assert result.exit_code == 2
    assert "nosuch" in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.slow
def test_a_project_of_one_s_own_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "timeline.yml").write_text("title: My own\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: material\nplugins: [search, timeline]\n")
    result = run("build", "--strict", "--project", str(tmp_path))
    assert result.exit_code == 0, result.stderr
    assert "Built 0 claims, 0 speakers, 0 sources" in result.stderr
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "My own" in home
    assert "No claims yet" in home


def test_export_writes_the_data_files(project: Path) -> None:
    result = run("export", "out/data")
    assert result.exit_code == 0, result.stderr
    written = files_of(project / "out" / "data")
    assert {"timeline.json", "claims.csv", "claims.geojson", "claims.ics", "claims.atom"} <= set(written)
    assert {"timeline.schema.json", "datapackage.json", "schema/events.json"} <= set(written)
    change(project, BROKEN)
    assert run("export", "elsewhere").exit_code == 1
    assert not (project / "elsewhere").exists()


def test_export_writes_the_chosen_formats(project: Path) -> None:
    result = run("export", "some", "--format", "ics, geojson")
    assert result.exit_code == 0, result.stderr
    assert set(files_of(project / "some")) == {"claims.ics", "claims.geojson"}
    assert "claims.geojson, claims.ics" in result.stderr


@pytest.mark.parametrize("chosen", ["xls", "csv,xls", ","])
def test_export_refuses_what_is_no_format(project: Path, chosen: str) -> None:
    result = run("export", "some", "--format", chosen)
    assert result.exit_code == 2
    assert "json, csv, geojson, ics, atom, schema" in result.stderr
    assert not (project / "some").exists()


def test_emit_refuses_foreign_folders(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "thesis.txt").write_text("years of work")
    result = run("emit", "mine")
    assert result.exit_code == 2
    assert "not empty" in result.stderr


def test_emit_says_what_it_wrote(project: Path) -> None:
    result = run("emit", "tree")
    assert result.exit_code == 0
    assert re.search(r"Wrote 2 claims, 2 speakers, 1 source as \d+ files into tree", result.stderr)
    assert (project / "tree" / "docs" / "about.md").is_file()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("address", ["8000", "localhost:99999", "localhost:0", "http://localhost:8000/"])
def test_serve_needs_an_address_to_listen_on(address: str) -> None:
    result = run("serve", "--addr", address)
    assert result.exit_code == 2
    assert "HOST:PORT" in result.stderr


@pytest.mark.slow
def test_an_unwritable_place_is_one_line_and_no_traceback(project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for arguments in (
        ["build", "--site-dir", str(tmp_path / "file" / "site")],
        ["export", str(tmp_path / "file" / "x")],
    ):
        done = timeline(project, *arguments)
        assert done.returncode == 2
        assert done.stderr.startswith("error: ")
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") == 1


# -- the program itself --------------------------------------------------------------------------------------------


def test_serve_hands_over_to_mkdocs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(
        "mkdocs.commands.serve.serve", lambda file, **options: asked.update(file=file, **options)
    )
    assert run("serve").exit_code == 0
    assert asked == {"file": str(project / "mkdocs.yml"), "dev_addr": "127.0.0.1:8000"}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(98, "Address already in use"), "cannot listen on 127.0.0.1:8000: address already in use"),
        (Abort("Aborted with a configuration error!"), "Aborted with a configuration error!"),
    ],
)
def test_serve_says_what_is_wrong_in_one_line(
    fault: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise fault

    monkeypatch.setattr("mkdocs.commands.serve.serve", fail)
    result = run("serve")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {said}")


@pytest.mark.slow
def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build").exit_code == 0
    (project / "site" / "old.txt").write_text("old")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise OSError(28, "No space left on device", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    assert isinstance(run("build").exception, OSError)
    assert (project / "site" / "old.txt").is_file()
    assert not list(project.glob("site.*"))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "Permission denied", "site"), "error: site: permission denied"),
        (OSError(28, "No space left on device"), "error: no space left on device"),
        (OSError("gone"), "error: gone"),
    ],
)
def test_a_failure_of_the_surroundings_is_one_line(
    fault: OSError, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: Any) -> None:
        raise fault

    monkeypatch.setattr("timeline.cli.commands", fail)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"{said}\n"


@pytest.mark.parametrize(
    ("started", "named"), [("/usr/bin/timeline", "timeline"), ("timeline/cli.py", "python3 build.py")]
)
def test_hints_name_the_program_as_it_was_started(
    started: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [started])
    assert program() == named


@pytest.mark.parametrize("no_color", ["", "1"])
def test_colours_on_a_terminal_unless_they_are_unwanted(
    project: Path, monkeypatch: pytest.MonkeyPatch, no_color: str
) -> None:
    change(project, BROKEN)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    result = CliRunner().invoke(commands, ["check"], color=True)
    assert ("\x1b[" in result.stdout) == (not no_color)


def test_a_command_that_is_nothing_like_any_other_gets_no_suggestion() -> None:
    result = run("xyzzy")
    assert result.exit_code == 2
    assert "Did you mean" not in result.stderr
