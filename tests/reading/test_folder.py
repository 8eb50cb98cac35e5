"""Which files of a project are read, and what is said about the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline.source import LARGEST
from timeline.source.folder import read_folder

EVENTS = "content/events"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for registry in ("events", "sources"):
        (tmp_path / "content" / registry).mkdir(parents=True)
    return tmp_path


def put(project: Path, path: str, text: str = "claim: x\n") -> None:
    target = project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def found(project: Path) -> list[tuple[str, str, str]]:
    return [(each.code, each.span.path, each.hint) for each in read_folder(project)[1]]


def test_records_and_settings_are_read_in_order(project: Path) -> None:
    put(project, "content/sources/article.yml", "title: y\n")
    put(project, f"{EVENTS}/b-2.yml")
    put(project, f"{EVENTS}/a.yml")
    put(project, "timeline.yml", "title: t\n")
    files, findings = read_folder(project)
    assert list(files) == [
        f"{EVENTS}/a.yml",
        f"{EVENTS}/b-2.yml",
        "content/sources/article.yml",
        "timeline.yml",
    ]
    assert files["timeline.yml"] == b"title: t\n"
    assert findings == ()


def test_an_empty_project_is_empty(tmp_path: Path) -> None:
    assert read_folder(tmp_path) == ({}, ())


def test_hidden_files_and_backups_are_ignored(project: Path) -> None:
    for name in (".DS_Store", ".a.yml.swp", "a.yml~", "a.yml.bak", "#a.yml#", "Thumbs.db", "README.md"):
        put(project, f"{EVENTS}/{name}")
        put(project, f"content/{name}")
    assert read_folder(project) == ({}, ())


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("Troops Present.yml", "R141", "`troops-present.yml`"),
        ("a_b.yml", "R141", "`a-b.yml`"),
        ("-a.yml", "R141", "`a.yml`"),
        ("Kyïv.yml", "R141", "`kyiv.yml`"),
        ("бахмут.yml", "R141", "lower-case letters"),
        ("nul.yml", "R141", "`nul-1.yml`"),
        ("a" * 101 + ".yml", "R141", "`" + "a" * 100 + ".yml`"),
        ("a.yaml", "R144", "`a.yml`"),
        ("a.YML", "R144", "`a.yml`"),
        ("a.yml.txt", "R144", "`a.yml`"),
        ("a.json", "R144", "`a.yml`"),
        ("a", "R144", "`a.yml`"),
        ("a\nb.yml", "R141", "`a-b.yml`"),
        ("photo.jpg", "R144", "`photo-jpg.yml`"),
    ],
)
def test_odd_name_is_refused_with_a_better_one(project: Path, name: str, code: str, hint: str) -> None:
    put(project, f"{EVENTS}/{name}")
    [(got, path, told)] = found(project)
    assert (got, path) == (code, f"{EVENTS}/{name}")
    assert hint in told
    assert read_folder(project)[0] == {}


def test_name_that_is_not_utf8_can_be_printed(project: Path) -> None:
    try:
        (project / EVENTS / os.fsdecode(b"caf\xe9.yml")).write_bytes(b"")
    except OSError:
        pytest.skip("this file system only has UTF-8 names")
    [(code, path, _)] = found(project)
    assert (code, path) == ("R141", f"{EVENTS}/caf\\udce9.yml")


def test_names_that_differ_only_in_case_or_ending_are_refused(project: Path) -> None:
    for name in ("a.yml", "a.yaml"):
        put(project, f"{EVENTS}/{name}")
    assert [(code, path) for code, path, _ in found(project)] == [
        ("R144", f"{EVENTS}/a.yaml"),
        ("R142", f"{EVENTS}/a.yml"),
    ]


def test_files_where_nothing_is_read_are_refused(project: Path) -> None:
    put(project, "content/event/a.yml")
    put(project, "content/other/a.yml")
    put(project, "content/a.yml")
    put(project, f"{EVENTS}/may/a.yml")
    assert [(code, path) for code, path, _ in found(project)] == [
        ("R143", path) for path in ("content/a.yml", "content/event", f"{EVENTS}/may", "content/other")
    ]
    hint = {path: hint for _, path, hint in found(project)}["content/event"]
    assert hint == "move its files into `content/events`"


def test_a_folder_whose_name_is_nearly_right_is_renamed_where_the_right_one_is_not_there(
    project: Path,
) -> None:
    put(project, "content/place/a.yml")
    assert [(code, hint) for code, _, hint in found(project)] == [("R143", "rename it to `content/places`")]


@pytest.mark.parametrize("name", ["nul", "com1"])
def test_a_name_that_windows_cannot_hold_says_so(project: Path, name: str) -> None:
    put(project, f"{EVENTS}/{name}.yml")
    (finding,) = read_folder(project)[1]
    assert finding.message == f"Windows cannot hold a file of the name {name}, whatever its ending"


def test_links_are_never_followed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yml").write_text("claim: secret\n", "utf-8")
    (project / EVENTS / "file.yml").symlink_to(outside / "secret.yml")
    (project / EVENTS / "dangling.yml").symlink_to(outside / "nothing")
    (project / EVENTS / "folder").symlink_to(outside)
    (project / "content" / "places").symlink_to(outside)
    (project / "timeline.yml").symlink_to(outside / "secret.yml")
    files, findings = read_folder(project)
    assert files == {}
    assert {each.code for each in findings} == {"R140"}
    assert len(findings) == 5


def test_a_link_in_place_of_all_content_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(tmp_path)
    assert [code for code, _, _ in found(tmp_path)] == ["R140"]


def test_what_is_not_an_ordinary_file_is_not_opened(project: Path) -> None:
    os.mkfifo(project / EVENTS / "pipe.yml")
    (project / "timeline.yml").mkdir()
    assert [(code, path) for code, path, _ in found(project)] == [
        ("R145", f"{EVENTS}/pipe.yml"),
        ("R145", "timeline.yml"),
    ]


def test_content_that_is_a_file_is_unreadable(tmp_path: Path) -> None:
    put(tmp_path, "content")
    assert [(code, path) for code, path, _ in found(tmp_path)] == [("R145", "content")]


def test_a_file_that_vanishes_is_unreadable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(project, f"{EVENTS}/a.yml")

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert [code for code, _, _ in found(project)] == ["R145"]


def test_of_a_huge_file_no_more_is_read_than_needed(project: Path) -> None:
    put(project, f"{EVENTS}/a.yml", "#" * (10 * LARGEST))
    assert len(read_folder(project)[0][f"{EVENTS}/a.yml"]) == LARGEST + 1
