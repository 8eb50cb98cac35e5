"""A page that a preview makes when it is asked for is the page that a build makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.large_project import Size, files
from timeline.compiler import Build, compile_project
from timeline.pages import Page
from timeline.pages.on_demand import OnDemand

SIZE = Size(claims=300, days=60, topics=6, speakers=5, places=4)


@pytest.fixture(scope="module")
def whole() -> Build:
    inputs = {
        path: text.encode()
        for path, text in files(SIZE).items()
        if path.endswith("yml") and path != "mkdocs.yml"
    }
    return compile_project(inputs, dossier=False)


def demanded(build: Build) -> OnDemand:
    return OnDemand(build.aligned, build.timeline)


def plain(page: Page | None) -> Page | None:
    return page and replace(page, linked_data="")


@pytest.mark.slow
def test_every_page_of_a_build_can_be_asked_for_and_is_the_same(whole: Build) -> None:
    pages = demanded(whole)
    assert {page.kind for page in whole.pages} >= {
        "timeline",
        "claim",
        "topic",
        "source",
        "map",
        "data",
        "embed",
    }
    different = [page.path for page in whole.pages if pages.page(page.address) != plain(page)]
    assert different == []


def test_one_page_does_not_need_the_others(whole: Build) -> None:
    for page in whole.pages[:: len(whole.pages) // 5]:
        assert demanded(whole).page(page.address) == plain(page), page.path


@pytest.mark.parametrize(
    "address",
    [
        "c/nobody/",
        "nowhere/",
        "c/",
        "embed/",
        "embed/s/gazette-1/",
        "t/topic-1/99/",
        "../c/claim-00001/",
        "c//",
        "/",
    ],
)
def test_what_a_build_does_not_have_is_not_made(whole: Build, address: str) -> None:
    known = {page.address for page in whole.pages}
    assert (demanded(whole).page(address) is not None) == (address in known)


def test_navigation_finds_what_it_finds_in_a_build(whole: Build) -> None:
    named = {path for _, path in _flat(whole.nav)}
    assert named <= set(demanded(whole).paths) <= {page.path for page in whole.pages}


def test_the_data_files_are_those_of_a_build(whole: Build) -> None:
    pages = demanded(whole)
    files = {path: content for path, content in whole.files.items() if path.startswith(("data/", "filters/"))}
    assert {path.partition("/")[0] for path in files} == {"data", "filters"}
    assert {path: pages.file(path) for path in files} == files
    assert pages.file("data/../timeline.yml") is None


def test_only_a_timeline_on_several_pages_is_made_so(whole: Build) -> None:
    assert OnDemand.suits(whole.aligned, whole.timeline)
    small = compile_project({"timeline.yml": b"title: A test\n"})
    assert not OnDemand.suits(small.aligned, small.timeline)


def _flat(nav: object) -> list[tuple[str, str]]:
    if isinstance(nav, str):
        return [("", nav)]
    if isinstance(nav, list):
        return [one for each in nav for one in _flat(each)]
    assert isinstance(nav, dict)
    return [(title, path) for title, inner in nav.items() for _, path in _flat(inner)]
