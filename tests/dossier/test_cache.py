"""What was printed is kept: taken only if it is what was put there, and nothing grows for ever."""

import os
from pathlib import Path

import pytest

from timeline.dossier.cache import KEPT, VARIABLE, default_folder, keep, kept, key_of


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet" / "there"
    keep(folder, "a", b"%PDF-1.7")

    assert kept(folder, "a") == b"%PDF-1.7"
    assert kept(folder, "b") is None


def test_what_was_changed_behind_our_back_does_not(tmp_path: Path) -> None:
    keep(tmp_path, "a", b"%PDF-1.7 of ours")
    entry = (tmp_path / "a").read_bytes()
    for forged in (entry.replace(b"ours", b"theirs"), entry[:-1], b"", b"%PDF-1.7", b"\xff\n%PDF"):
        (tmp_path / "a").write_bytes(forged)
        assert kept(tmp_path, "a") is None


def test_the_oldest_go(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        keep(tmp_path, f"{number:02}", b"%PDF")
        os.utime(tmp_path / f"{number:02}", (number, number))
    keep(tmp_path, "last", b"%PDF")

    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == KEPT
    assert "last" in names
    assert "00" not in names


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep(tmp_path / "file", "a", b"%PDF")

    assert kept(tmp_path / "file", "a") is None
    keep(None, "a", b"%PDF")
    assert kept(None, "a") is None


def test_a_key_tells_where_one_part_ends() -> None:
    assert key_of([b"ab", b"c"]) != key_of([b"a", b"bc"])
    assert key_of([b"ab", b"c"]) == key_of([b"ab", b"c"])


def test_it_stands_outside_of_any_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    found = default_folder()

    assert found is not None
    assert found.is_absolute()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine"))
    assert default_folder() == tmp_path / "mine" / "dossier"
    monkeypatch.setenv(VARIABLE, "")
    assert default_folder() is None
