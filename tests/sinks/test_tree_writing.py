"""`emit` writes into its own folders only, and touches nobody else's files."""

from pathlib import Path

import pytest

from timeline.handwritten import handwritten_files, handwritten_paths
from timeline.site import Setting
from timeline.tree import MARKER, TreeRefusedError, _yaml, write_tree

FILES = {"mkdocs.yml": b"one", "docs/c/a.md": b"a", "docs/c/b.md": b"b"}


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def test_a_new_folder_gets_the_files(tmp_path: Path) -> None:
    write_tree(tmp_path / "deep" / "tree", FILES)
    assert everything(tmp_path / "deep" / "tree") == FILES


def test_a_second_run_renews_the_tree_and_deletes_what_is_no_longer_part_of_it(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    write_tree(tmp_path, {"mkdocs.yml": b"two"})
    assert everything(tmp_path) == {"mkdocs.yml": b"two"}
    assert not (tmp_path / "docs").exists()


def test_foreign_files_stay(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    (tmp_path / "docs" / "c" / "mine.md").write_bytes(b"mine")
    write_tree(tmp_path, {"mkdocs.yml": b"two"})
    assert everything(tmp_path) == {"mkdocs.yml": b"two", "docs/c/mine.md": b"mine"}


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(TreeRefusedError, match="not empty"):
        write_tree(tmp_path, FILES)
    assert everything(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("a file")
    with pytest.raises(TreeRefusedError, match="is a file"):
        write_tree(tmp_path / "x", FILES)


def test_a_foreign_file_in_the_way_is_refused(tmp_path: Path) -> None:
    write_tree(tmp_path, {"mkdocs.yml": b"one"})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "new.md").write_text("mine")
    with pytest.raises(TreeRefusedError, match="was not written by emit"):
        write_tree(tmp_path, {"mkdocs.yml": b"two", "docs/new.md": b"theirs"})
    assert everything(tmp_path) == {"mkdocs.yml": b"one", "docs/new.md": b"mine"}


def test_a_list_that_somebody_wrote_cannot_delete_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / MARKER).write_text(f"../outside.txt\n{outside}\n..\\outside.txt\n\n")
    write_tree(tree, FILES)
    assert outside.read_text() == "mine"


def test_links_are_not_written_through(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    write_tree(tree, {"mkdocs.yml": b"one"})
    (tmp_path / "elsewhere").mkdir()
    (tree / "docs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TreeRefusedError, match="symbolic link"):
        write_tree(tree, FILES)
    assert everything(tmp_path / "elsewhere") == {}


def test_settings_become_yaml_that_any_reader_takes_for_the_same() -> None:
    yaml = pytest.importorskip("yaml")
    settings: dict[str, Setting] = {
        "site_name": 'no: "quotes" # and \\ signs, день',
        "flag": False,
        "nothing": None,
        "empty": [],
        "none": {},
        "nav": [{"Timeline": "index.md"}, {"Method": ["method.md", {"Yes": ["a.md"]}]}, "last.md"],
        "theme": {"palette": [{"scheme": "default", "toggle": {"icon": "x", "name": "y"}}], "on": "off"},
    }
    assert yaml.safe_load("\n".join(_yaml(settings))) == settings


def test_handwritten_files_are_found_without_hidden_ones_and_links(tmp_path: Path) -> None:
    for path in ("index.md", "a/b.md", ".hidden/x.md", ".y.md", "templates/z.html", "a/templates/ok.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / "secret.md").symlink_to("/etc/hostname")
    (tmp_path / "folder").symlink_to("/etc")
    assert handwritten_paths(tmp_path) == ("a/b.md", "a/templates/ok.md", "index.md")
    assert handwritten_files(tmp_path)["a/b.md"] == b"a/b.md"
    assert handwritten_paths(tmp_path / "missing") == ()
