"""A timeline in Arabic whose claims run both ways, as a real site: the page is mirrored, and words of either side stay whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened, served
from tests.browser.test_accessible import findings
from tests.once import once_for_all
from tests.small_project import timeline

PROJECT = {
    "timeline.yml": "title: معركة الجسر\nlanguage: ar\ntime_zone: Asia/Baghdad\nsite_url: https://example.org/bridge/\n",
    "mkdocs.yml": "site_name: x\ntheme: material\nplugins: [timeline]\n",
    "content/narratives/north.yml": "label: الجانب الشمالي\nshort: الشمالي\nparty: true\n",
    "content/narratives/south.yml": "label: Southern side\nshort: South\nparty: true\n",
    "content/speakers/amin.yml": "name: أمين الحسن\nrole: قائد القوات\nnarrative: north\n",
    "content/speakers/smith.yml": "name: John Smith\nrole: spokesman\nnarrative: south\n",
    "content/places/bridge.yml": "name: الجسر الكبير\nlatitude: 33.31\nlongitude: 44.36\nexactness: exact\n",
    "content/places/town.yml": "name: Old Town\nlatitude: 33.5\nlongitude: 44.9\nexactness: locality\n",
    "content/topics/who.yml": "title: من سيطر على الجسر؟\nanswers:\n  north: الشمال سيطر عليه\n  south: The south holds it\n",
    "content/sources/report.yml": (
        "title: Report on the bridge\nurl: https://example.org/report\npublished: 2023-05-23\nlanguage: en\n"
    ),
    "content/events/entered.yml": (
        "claim: قواتنا دخلت الجسر وعدد الشاحنات 25.\ndate: 2023-05-21 09:30\nsaid: unstated\nplace: bridge\nby: amin\n"
        "source: {id: report, excerpt: قواتنا دخلت الجسر وعدد الشاحنات 25.}\nabout:\n  who: north\n"
        "figures:\n  شاحنات: {value: 25}\n"
    ),
    "content/events/ours.yml": (
        'claim: "The bridge (الجسر) is still ours."\ndate: 2023-05-21\nsaid: unstated\nplace: [bridge, town]\nby: smith\n'
        'source: {id: report, excerpt: "The bridge (الجسر) is still ours."}\nabout:\n  who: south\n'
        "figures:\n  شاحنات: {value: 3}\n"
    ),
}

ADDRESSES = ("", "t/who/", "c/ours/", "s/report/", "map/", "p/smith/")


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    def build(folder: Path) -> None:
        for name, text in PROJECT.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        done = timeline(folder, "build", "--no-pdf")
        assert done.returncode == 0, done.stderr

    folder = once_for_all(tmp_path_factory, "right-to-left", build)
    with served(folder / "site") as address:
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, base_url=address, reduced_motion="reduce"
        )
        window = opened(context, address)
        yield window.page
        assert window.complaints == []
        context.close()


def right(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"]


def test_no_page_scrolls_sideways_and_axe_finds_nothing(page: Page) -> None:
    for address in ADDRESSES:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"/{address}")
        assert page.locator("html").evaluate("one => getComputedStyle(document.body).direction") == "rtl"
        assert findings(page) == [], address
        for width in (320, 390, 768, 1024):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


def test_lanes_begin_at_the_right_with_their_names(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/")
    heads = page.locator(".tl-head")
    starts = [right(page, f":nth-match(.tl-head, {one})") for one in range(1, heads.count() + 1)]
    assert starts == sorted(starts, reverse=True)
    words = """one => { const range = document.createRange(); range.selectNodeContents(one);
        return range.getBoundingClientRect().right }"""
    for lane in range(heads.count()):
        name = heads.nth(lane).locator(".tl-head__name")
        shape = heads.nth(lane).locator(".tl-shape").bounding_box()
        assert shape is not None
        assert 0 <= shape["x"] - name.evaluate(words) < 16, "a name stands beside its shape"


def test_names_of_columns_stand_where_the_page_begins_whatever_their_cells_say(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/t/who/")
    cells = page.locator(".tl-table td[data-label][dir]:not(.tl-number)")
    assert cells.count() > 1
    for one in range(cells.count()):
        cell = cells.nth(one)
        assert cell.evaluate("one => getComputedStyle(one, '::before').right") == "0px"
        assert cell.evaluate("one => parseFloat(getComputedStyle(one).paddingRight)") > 60


def test_sentences_of_the_interface_run_with_the_page_whatever_they_quote(page: Page) -> None:
    page.goto("/c/ours/")
    for selector in (".tl-chain__note", "p.tl-cite"):
        assert page.locator(selector).last.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".tl-cite bdi").inner_text() == "https://example.org/bridge/c/ours/"
