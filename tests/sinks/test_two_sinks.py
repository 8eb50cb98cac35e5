"""Both sinks give the same site, byte by byte, wherever and whenever it is built."""

import shutil
from pathlib import Path

import pytest

from tests.small_project import files_of, mkdocs, timeline, write_project

pytestmark = pytest.mark.slow


def same(one: Path, other: Path) -> None:
    first, second = files_of(one), files_of(other)
    assert list(first) == list(second)
    assert [path for path in first if first[path] != second[path]] == []


@pytest.fixture(scope="module")
def tree(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("emitted") / "tree"
    done = timeline(project, "emit", str(target))
    assert done.returncode == 0, done.stderr
    return target


def test_the_tree_builds_without_our_package_and_gives_the_same_site(
    site: Path, tree: Path, tmp_path: Path
) -> None:
    done = mkdocs(tree, "build", "--strict", "--site-dir", str(tmp_path / "site"), hide_timeline=True)
    assert done.returncode == 0, done.stderr
    same(site, tmp_path / "site")


def test_the_tree_names_no_plugin(tree: Path) -> None:
    configuration = (tree / "mkdocs.yml").read_text("utf-8")
    assert "\nplugins: []\n" in configuration
    assert "\nhooks:" not in configuration


def test_without_our_package_the_project_itself_does_not_build(project: Path, tmp_path: Path) -> None:
    done = mkdocs(project, "build", "--site-dir", str(tmp_path / "site"), hide_timeline=True)
    assert done.returncode != 0


def test_our_own_command_gives_the_same_site(site: Path, project: Path, tmp_path: Path) -> None:
    done = timeline(project, "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    same(site, tmp_path / "site")


def test_another_folder_time_zone_locale_and_day_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    elsewhere = write_project(tmp_path / "elsewhere é")
    for path in (elsewhere / "content").rglob("*.yml"):
        path.touch()
    target = tmp_path / "site"
    done = mkdocs(
        elsewhere,
        *("build", "--strict", "--site-dir", str(target)),
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="7",
        SOURCE_DATE_EPOCH="86400",
    )
    assert done.returncode == 0, done.stderr
    same(site, target)


def test_the_tree_too_is_the_same_in_another_time_zone(tree: Path, tmp_path: Path) -> None:
    project = write_project(tmp_path / "elsewhere")
    done = timeline(project, "emit", str(tmp_path / "tree"), TZ="America/Caracas", PYTHONHASHSEED="9")
    assert done.returncode == 0, done.stderr
    same(tree, tmp_path / "tree")


def test_the_site_has_what_it_should(site: Path) -> None:
    for path in (
        "index.html",
        "404.html",
        "c/bridge-fell/index.html",
        "about/index.html",
        "picture.svg",
        "data/timeline.json",
        "data/timeline.schema.json",
        "search/index.json",
        "sitemap.xml",
    ):
        assert (site / path).is_file(), path
    assert not (site / "sitemap.xml.gz").exists(), "its time stamp would be that of the build"


def test_pages_lead_to_the_yaml_file_behind_them(site: Path) -> None:
    page = (site / "c/bridge-fell/index.html").read_text(encoding="utf-8")
    assert 'href="https://code.example.org/edit/main/content/events/bridge-fell.yml"' in page


def test_every_page_leads_to_the_feed(site: Path) -> None:
    for page, up in (("index.html", ""), ("c/bridge-fell/index.html", "../../")):
        head = (site / page).read_text(encoding="utf-8").split("</head>")[0]
        assert (
            f'<link rel="alternate feed" type="application/atom+xml" title="New and changed claims" href="{up}data/claims.atom">'
            in head
        )
        assert 'rel="alternate"' not in head, "the theme would take it for another language"
    assert (site / "data/claims.atom").is_file()


def test_contributor_text_stays_text(site: Path) -> None:
    for path, content in files_of(site).items():
        if path.endswith(".html"):
            assert b"<script>alert" not in content, path
    assert b"<code>not a fence" not in (site / "c/bridge-stands/index.html").read_bytes()
    assert b"Bridge &amp; harbour" in (site / "index.html").read_bytes()


def test_search_finds_claims_and_speakers(site: Path) -> None:
    index = (site / "search/index.json").read_text(encoding="utf-8")
    assert '["bridge-fell",' in index
    assert "Harbour master" in index


def test_no_page_asks_another_host(site: Path) -> None:
    for path, content in files_of(site).items():
        if path.endswith(".html"):
            for asking in (b'src="http', b"fonts.googleapis", b"api.github.com", b'rel="preconnect"'):
                assert asking not in content, (path, asking)


def test_an_emitted_tree_can_be_emitted_again(tree: Path, project: Path, tmp_path: Path) -> None:
    shutil.copytree(tree, tmp_path / "tree")
    done = timeline(project, "emit", str(tmp_path / "tree"))
    assert done.returncode == 0, done.stderr
    same(tree, tmp_path / "tree")


def test_every_page_says_what_links_to_it_show(site: Path) -> None:
    head = (site / "c/bridge-fell/index.html").read_text(encoding="utf-8").split("</head>")[0]
    for line in (
        '<link rel="canonical" href="https://example.org/bridge/c/bridge-fell/">',
        '<meta property="og:title" content="The bridge fell ‹script›alert(1)‹/script›.">',
        '<meta property="og:type" content="article">',
        '<meta property="og:site_name" content="Bridge &amp; harbour">',
        '<meta property="og:url" content="https://example.org/bridge/c/bridge-fell/">',
        '<meta property="og:image" content="https://example.org/bridge/assets/timeline/card.png">',
        '<meta name="twitter:card" content="summary_large_image">',
    ):
        assert line in head, line
    for path in site.rglob("*.html"):
        if "embed" in path.relative_to(site).parts:  # framed, never linked to
            continue
        page = path.read_text(encoding="utf-8")
        assert page.count('<meta property="og:title"') == 1, path
        assert page.count('<meta property="og:description"') == 1, path
        assert page.count('<meta name="description"') == 1, path
    about = (site / "about/index.html").read_text(encoding="utf-8")
    assert '<meta property="og:title" content="About">' in about
