"""The plugin behaves as MkDocs users expect: strictness, clean failures, settings that the project may override."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.small_project import mkdocs, write_project

pytestmark = pytest.mark.slow

LONG = " ".join(["word"] * 61)
WARNING = {
    "content/events/bridge-stands.yml": "date: on the 21st\nplace: bridge\nclaim: Open.\n"
    f"source: {{id: gazette, excerpt: {LONG}}}\nby: harbour-master\n"
}
ERROR = {
    "content/events/bridge-stands.yml": "date: on the 41st\nplace: bridge\nclaim: Open.\nsource: gazett\n"
}


def build(tmp_path: Path, changes: Mapping[str, str | None], *arguments: str) -> tuple[int, str, Path]:
    project = write_project(tmp_path / "project", changes)
    done = mkdocs(project, "build", *arguments)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stderr, project / "site"


def test_errors_stop_a_build_with_a_clean_message(tmp_path: Path) -> None:
    status, said, site = build(tmp_path, ERROR)
    assert status == 1
    assert "content/events/bridge-stands.yml:4:9" in said
    assert "errors in content" in said or "error in content" in said
    assert not (site / "index.html").exists()


def test_warnings_are_shown_and_do_not_stop_a_build(tmp_path: Path) -> None:
    status, said, site = build(tmp_path, WARNING)
    assert status == 0, said
    assert "WARNING" in said
    assert (site / "index.html").is_file()


def test_warnings_stop_a_strict_build_as_those_of_mkdocs_do(tmp_path: Path) -> None:
    status, said, _ = build(tmp_path, WARNING, "--strict")
    assert status == 1
    assert "C502" in said


def test_notes_do_not_stop_a_strict_build(tmp_path: Path) -> None:
    status, said, site = build(tmp_path, {"docs/method.md": "# Our method\n"}, "--strict")
    assert status == 0, said
    assert "docs/method.md:1:1: P201" in said
    assert "Our method" in (site / "method" / "index.html").read_text(encoding="utf-8")


def test_a_project_may_be_without_handwritten_pages(tmp_path: Path) -> None:
    leave_out = dict.fromkeys(("docs/about.md", "docs/notes/index.md", "docs/picture.svg"))
    (tmp_path / "project" / "docs").mkdir(parents=True)
    status, said, site = build(tmp_path, leave_out, "--strict")
    assert status == 0, said
    assert (site / "index.html").is_file()


def test_a_readme_in_docs_takes_the_place_of_the_home_page(tmp_path: Path) -> None:
    status, said, site = build(tmp_path, {"docs/README.md": "# Home made\n"}, "--strict")
    assert status == 0, said
    assert "Home made" in (site / "index.html").read_text(encoding="utf-8")


def test_links_out_of_docs_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "project" / "docs").mkdir(parents=True)
    (tmp_path / "project" / "docs" / "secret.txt").symlink_to(tmp_path / "secret.txt")
    status, said, site = build(tmp_path, {})
    assert status == 0, said
    assert "symbolic links are not followed" in said
    assert not (site / "secret.txt").exists()


def test_another_theme_is_refused(tmp_path: Path) -> None:
    configuration = "site_name: x\ntheme: readthedocs\nplugins: [timeline]\n"
    status, said, _ = build(tmp_path, {"mkdocs.yml": configuration})
    assert status == 1
    assert "theme: material" in said


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    status, said, _ = build(tmp_path, {"timeline.yml": None})
    assert status == 1
    assert "has no timeline.yml" in said


def test_what_a_project_sets_itself_wins(tmp_path: Path) -> None:
    configuration = (
        "site_name: x\ntheme: {name: material, custom_dir: mine, features: [navigation.top], palette: {scheme: slate}}\n"
        "plugins: [search, timeline]\nextra: {scope: /elsewhere}\nmarkdown_extensions: [abbr]\nnav: [index.md, about.md]\n"
        "not_in_nav: '*'\n"
    )
    own = {"mkdocs.yml": configuration, "mine/404.html": "of our own"}
    status, said, site = build(tmp_path, own, "--strict")
    assert status == 0, said
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '"navigation.top"' in home
    assert 'data-md-color-scheme="slate"' in home
    assert "md-tabs" not in home
    assert (site / "404.html").read_text(encoding="utf-8") == "of our own"
    assert "Bridge &amp; harbour" in home
