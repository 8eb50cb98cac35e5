"""Generated pages skip Markdown, and nobody could tell from the site."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from timeline.links import read_html
from timeline.mkdocs_plugin.finished import FinishedPage

pytestmark = pytest.mark.slow


def test_the_short_way_gives_what_markdown_gives(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = FinishedPage.render
    seen: list[str] = []

    def both(page: FinishedPage, config: MkDocsConfig, files: Files) -> None:
        Page.render(page, config, files)
        long, ids = page.content, page.present_anchor_ids
        page.present_anchor_ids = None
        short(page, config, files)
        assert page.content == long
        assert page.present_anchor_ids == ids == read_html(page.source.text).ids
        seen.append(page.file.src_uri)

    monkeypatch.setattr(FinishedPage, "render", both)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    assert {"index.md", "c/index.md", "c/bridge-fell.md", "t/bridge-open.md", "s/gazette.md"} <= set(seen)
    assert "about.md" not in seen  # written by hand
    assert "method.md" not in seen  # generated, with headings in Markdown
