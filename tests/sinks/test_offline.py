"""A copy of the site that is read from the disk."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.small_project import timeline
from timeline.mkdocs_plugin.offline import for_disk


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("../c/x/", "../c/x/index.html"),
        ("../../", "../../index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../c/x/#date", "../c/x/index.html#date"),
        ("#date", "#date"),
        ("data/timeline.json", "data/timeline.json"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_name_files(link: str, written: str) -> None:
    assert for_disk(f'<a class="x" href="{link}">') == f'<a class="x" href="{written}">'


def test_nothing_is_left_that_browsers_load_from_a_server_alone() -> None:
    page = '<link rel="modulepreload" href="a.js">\n<script type="module" src="a.js"></script><script src="b.js"></script>'
    assert for_disk(page) == '<script src="b.js"></script>'


@pytest.fixture(scope="module")
def copy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("a copy") / "site"
    done = timeline(project, "build", "--offline", "--no-pdf", "--site-dir", str(target))
    assert done.returncode == 0, done.stderr
    assert "index.html to read it" in done.stderr
    return target


@pytest.mark.slow
def test_every_link_of_the_copy_leads_to_a_file(copy: Path) -> None:
    for path in copy.rglob("index.html"):
        page = path.read_text("utf-8")
        assert 'type="module"' not in page
        assert "A copy on disk: filters and search need a web server." in page or "embed" in path.parts
        for link in re.findall(r'\s(?:href|src)="([^"]*)"', page):
            if urlsplit(link).scheme or link.startswith("#"):
                continue
            target = Path(unquote(urlsplit(urljoin(path.as_uri(), link)).path))
            assert target.is_file(), (path, link)
