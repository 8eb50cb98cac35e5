"""The plugin behaves as MkDocs users expect: strictness, clean failures, settings that the project may override."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from tests.small_project import mkdocs, write_project
from timeline.mkdocs_plugin import TimelinePlugin

pytestmark = pytest.mark.slow

LONG = " ".join(["word"] * 61)
WARNING = {
    "content/events/bridge-stands.yml": "date: on the 21st\nplace: bridge\nclaim: Open.\n"
    f"source: {{id: gazette, excerpt: {LONG}}}\nby: harbour-master\n"
}
ERROR = {
    "content/events/bridge-stands.yml": "date: on the 41st\nplace: bridge\nclaim: Open.\nsource: gazett\n"
}


def configured(project: Path, *, serving: bool = False, strict: bool = False) -> MkDocsConfig:
    """Load the settings as MkDocs does before each build."""
    config = load_config(str(project / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
    return config


class Builder:
    """Builds the small project with MkDocs in this process: status, what was logged, and the site."""

    def __init__(self, tmp_path: Path, log: pytest.LogCaptureFixture) -> None:
        self.tmp_path = tmp_path
        self.log = log
        log.set_level(logging.INFO, logger="mkdocs")

    def __call__(self, changes: Mapping[str, str | None], *, strict: bool = False) -> tuple[int, str, Path]:
        project = write_project(self.tmp_path / "project", changes)
        self.log.clear()
        status = 0
        try:
            mkdocs_build.build(configured(project, strict=strict))
        except Abort:
            status = 1
        said = "\n".join(f"{record.levelname} {record.getMessage()}" for record in self.log.records)
        return status, said, project / "site"


@pytest.fixture
def build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Builder:
    return Builder(tmp_path, caplog)


def test_errors_stop_a_build_with_a_clean_message(build: Builder) -> None:
    status, said, site = build(ERROR)
    assert status == 1
    assert "content/events/bridge-stands.yml:4:9" in said
    assert "errors in content" in said or "error in content" in said
    assert not (site / "index.html").exists()


def test_warnings_are_shown_and_do_not_stop_a_build(build: Builder) -> None:
    status, said, site = build(WARNING)
    assert status == 0, said
    assert "WARNING" in said
    assert (site / "index.html").is_file()


def test_warnings_stop_a_strict_build_as_those_of_mkdocs_do(build: Builder) -> None:
    status, said, _ = build(WARNING, strict=True)
    assert status == 1
    assert "C502" in said


def test_notes_do_not_stop_a_strict_build(build: Builder) -> None:
    status, said, site = build({"docs/method.md": "# Our method\n"}, strict=True)
    assert status == 0, said
    assert "docs/method.md:1:1: P201" in said
    assert "Our method" in (site / "method" / "index.html").read_text(encoding="utf-8")


def test_a_project_may_be_without_handwritten_pages(build: Builder, tmp_path: Path) -> None:
    leave_out = dict.fromkeys(("docs/about.md", "docs/notes/index.md", "docs/picture.svg"))
    (tmp_path / "project" / "docs").mkdir(parents=True)
    status, said, site = build(leave_out, strict=True)
    assert status == 0, said
    assert (site / "index.html").is_file()


def test_a_readme_in_docs_takes_the_place_of_the_home_page(build: Builder) -> None:
    status, said, site = build({"docs/README.md": "# Home made\n"}, strict=True)
    assert status == 0, said
    assert "Home made" in (site / "index.html").read_text(encoding="utf-8")


def test_links_out_of_docs_are_not_followed(build: Builder, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "project" / "docs").mkdir(parents=True)
    (tmp_path / "project" / "docs" / "secret.txt").symlink_to(tmp_path / "secret.txt")
    status, said, site = build({})
    assert status == 0, said
    assert "symbolic links are not followed" in said
    assert not (site / "secret.txt").exists()


def test_another_theme_is_refused(build: Builder) -> None:
    configuration = "site_name: x\ntheme: readthedocs\nplugins: [timeline]\n"
    status, said, _ = build({"mkdocs.yml": configuration})
    assert status == 1
    assert "theme: material" in said


def test_a_folder_without_settings_is_refused(build: Builder) -> None:
    status, said, _ = build({"timeline.yml": None})
    assert status == 1
    assert "has no timeline.yml" in said


def test_what_a_project_sets_itself_wins(build: Builder) -> None:
    configuration = (
        "site_name: x\ntheme: {name: material, custom_dir: mine, features: [navigation.top], palette: {scheme: slate}}\n"
        "plugins: [search, timeline]\nextra: {scope: /elsewhere}\nmarkdown_extensions: [abbr]\nnav: [index.md, about.md]\n"
        "not_in_nav: '*'\n"
    )
    own = {"mkdocs.yml": configuration, "mine/404.html": "of our own"}
    status, said, site = build(own, strict=True)
    assert status == 0, said
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '"navigation.top"' in home
    assert 'data-md-color-scheme="slate"' in home
    assert "md-tabs" not in home
    assert (site / "404.html").read_text(encoding="utf-8") == "of our own"
    assert "Bridge &amp; harbour" in home


def test_plain_mkdocs_ends_without_a_traceback(tmp_path: Path) -> None:
    done = mkdocs(write_project(tmp_path, ERROR), "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "content/events/bridge-stands.yml:4:9" in done.stderr


def test_a_preview_shows_what_can_be_read_and_what_is_wrong(build: Builder, tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    page = project / "site" / "c" / "bridge-fell" / "index.html"
    findings = project / "site" / "findings" / "index.html"

    mkdocs_build.build(configured(project, serving=True), serve_url="http://127.0.0.1:1/")
    assert "tl-findings" not in page.read_text(encoding="utf-8")
    assert not findings.exists()

    (project / "content/events/bridge-fell.yml").write_text("date: on the 21st\nclaim: [")
    mkdocs_build.build(configured(project, serving=True), serve_url="http://127.0.0.1:1/")
    assert "The bridge fell" in page.read_text(encoding="utf-8"), "the last good version stays"
    assert "tl-findings" in page.read_text(encoding="utf-8")
    assert "content/events/bridge-fell.yml:2" in findings.read_text(encoding="utf-8")

    write_project(project)
    build.log.clear()
    mkdocs_build.build(configured(project, serving=True), serve_url="http://127.0.0.1:1/")
    assert "tl-findings" not in page.read_text(encoding="utf-8")
    assert not findings.exists()
    assert "no errors are left" in build.log.text


def test_a_preview_keeps_its_own_address(tmp_path: Path) -> None:
    config = configured(write_project(tmp_path), serving=True)
    config.site_url = "http://127.0.0.1:1/"
    config = config.plugins.on_config(config)
    assert config.site_url == "http://127.0.0.1:1/"


def test_a_preview_watches_content_and_settings(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    config = configured(project, serving=True)

    class Watcher:
        watched: dict[str, bool] = {}  # noqa: RUF012 - lives as long as this test
        builder = error_handler = serve_request = None

        def watch(self, path: str, *, recursive: bool = True) -> None:
            self.watched[path] = recursive

        def set_app(self, app: object) -> None:
            self.app = app

    server = Watcher()
    plugin = config.plugins["timeline"]
    assert isinstance(plugin, TimelinePlugin)
    plugin.on_serve(cast("LiveReloadServer", server), config=config, builder=None)
    assert server.watched[str(project / "content")]
    assert server.watched[str(project)] is False, (
        "timeline.yml and mkdocs.yml, also when they are gone for a moment"
    )


def test_files_without_settings_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(PluginError):
        TimelinePlugin()._built()


def test_an_old_address_sends_readers_on(build: Builder) -> None:
    moved = {
        "content/events/bridge-fell.yml": "date: on the 21st\nplace: bridge\nclaim: The bridge fell.\n"
        "source: gazette\nby: mayor\naliases: [bridge-collapsed]\n"
    }
    status, said, site = build(moved, strict=True)
    assert (status, said.count("ERROR")) == (0, 0)
    old = (site / "c" / "bridge-collapsed" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../bridge-fell/">' in old
    assert '<meta name="robots" content="noindex">' in old
    assert "bridge-collapsed" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert (
        'http-equiv="refresh"'
        not in (site / "c" / "bridge-fell" / "index.html").read_text(encoding="utf-8").split("X-UA")[0]
    )
