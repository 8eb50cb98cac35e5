import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LANES, Visit, Visitor
from tests.browser.places import KINDS

WIDTHS = (320, 390, 768, 1024, 1440)


def widths(page: Page, selector: str) -> list[float]:
    measured: list[float] = page.eval_on_selector_all(
        selector, "all => all.map(one => one.getBoundingClientRect().width)"
    )
    return measured


@pytest.mark.parametrize("lanes", LANES)
def test_all_lanes_have_the_same_width(look: Visit, lanes: int) -> None:
    page = look.go(f"lanes-{lanes}/")
    rows = page.locator(".tl-row:has(.tl-row__title)").count()
    assert rows
    for row in range(rows):
        measured = widths(page, f":nth-match(.tl-row:has(.tl-row__title), {row + 1}) > .tl-cell")
        assert len(measured) == lanes
        assert max(measured) - min(measured) <= 1
    bar = page.locator(".tl-heads").bounding_box()
    assert bar is not None
    assert bar["height"] <= 110
    heads = widths(page, ".tl-head")
    assert max(heads) - min(heads) <= 1
    assert min(heads) >= 160


@pytest.mark.parametrize("lanes", LANES)
def test_cells_stand_below_the_head_of_their_lane(look: Visit, lanes: int) -> None:
    page = look.go(f"lanes-{lanes}/")
    starts = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    heads = page.eval_on_selector_all(".tl-head", starts)
    row = page.locator(".tl-row:has(.tl-row__title)").first.locator("> .tl-cell")
    assert row.evaluate_all(starts) == heads


def test_the_tab_of_a_page_is_marked_also_where_the_page_stands_in_no_navigation(visit: Visitor) -> None:
    window = visit()
    tabs = {"topic": "Topics", "claim": "Claims", "source": "Sources", "as of": "Timeline", "data": "Method"}
    for kind, name in tabs.items():
        active = window.go(KINDS[kind]).locator(".md-tabs [aria-current]")
        assert active.count() == 1
        assert active.inner_text() == name
    assert window.go(KINDS["place"]).locator(".md-tabs [aria-current]").count() == 0


def test_lanes_can_be_told_apart_in_grey_too(visit: Visitor) -> None:
    page = visit(1440).go("lanes-7/")
    page.evaluate(
        "document.querySelectorAll('.tl-head .tl-shape').forEach(one => { one.style.color = '#555' })"
    )
    shapes = page.locator(".tl-head .tl-shape")
    drawn = [shapes.nth(lane).screenshot() for lane in range(shapes.count())]
    assert len(drawn) == 7
    assert len(set(drawn)) == 7


def test_more_than_four_lanes_are_printed_on_the_long_side(visit: Visitor) -> None:
    window = visit(1440)
    sizes = {}
    for lanes in (4, 5):
        printed = window.go(f"lanes-{lanes}/").pdf(prefer_css_page_size=True, format="A4")
        box = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", printed)
        assert box is not None
        sizes[lanes] = float(box[1]) > float(box[2])
    assert sizes == {4: False, 5: True}


def test_no_page_scrolls_sideways(look: Visit) -> None:
    too_wide = []
    for address in (*KINDS.values(), *(f"{kind}-{lanes}/" for lanes in LANES for kind in ("lanes", "topic"))):
        page = look.go(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            extent = page.evaluate("document.documentElement.scrollWidth")
            if extent > width:
                too_wide.append(f"{address} is {extent} px wide in {width}")
    assert not too_wide


def test_at_four_hundred_per_cent_the_page_is_a_narrow_one(look: Visit) -> None:
    page = look.go("", 320)
    assert page.locator(".tl-claim__lane").first.is_visible()
    assert page.locator(".tl-strip__drawing:visible").count() == 1


def test_an_empty_cell_takes_no_room_in_one_column(look: Visit) -> None:
    page = look.go("", 390)
    empty = page.locator(".tl-cell--empty")
    assert empty.count()
    assert not [height for height in empty.evaluate_all("all => all.map(one => one.offsetHeight)") if height]


@pytest.mark.parametrize("width", [390, 1440])
def test_the_skip_link_of_a_missing_page_leads_to_its_words(look: Visit, width: int) -> None:
    page = look.go("404.html", width)
    assert page.locator(".md-skip").get_attribute("href") == "#tl-content"
    assert page.locator("#tl-content").count() == 1


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1240, 1440])
def test_no_type_is_smaller_than_13_px(look: Visit, width: int) -> None:
    page = look.go("", width)
    small = page.evaluate(
        """() => {
            const found = new Set();
            const walker = document.createTreeWalker(document.querySelector(".tl"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !parent.checkVisibility()) continue;
                if (parent.closest(".tl-hidden")) continue;
                const drawing = parent.closest("svg.tl-strip__drawing");
                const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
                const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
                if (size < 12.95) found.add(`${size} ${parent.className.baseVal ?? parent.className}`);
            }
            return [...found];
        }"""
    )
    assert not small


def test_lane_heads_stay_below_the_header(look: Visit) -> None:
    page = look.go("")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    head, header = page.locator(".tl-heads").bounding_box(), page.locator(".md-header").bounding_box()
    assert head is not None
    assert header is not None
    assert abs(head["y"] - header["height"]) <= 1


def test_a_date_opens_below_itself_and_does_not_cover_its_claim(visit: Visitor) -> None:
    page = visit(1440).go("")
    claim = page.locator(".tl-claim").first
    claim.locator(".tl-date summary").click()
    panel, text = (
        claim.locator(".tl-date__panel").bounding_box(),
        claim.locator(".tl-claim__text").bounding_box(),
    )
    assert panel is not None
    assert text is not None
    assert panel["y"] >= text["y"] + text["height"]
    assert panel["width"] == pytest.approx(390, abs=1)


@pytest.mark.parametrize("width", [390, 1440])
def test_every_date_panel_stays_on_the_page(look: Visit, width: int) -> None:
    page = look.go("", width)
    page.evaluate("document.querySelectorAll('.tl-date').forEach(one => one.open = true)")
    outside = page.eval_on_selector_all(
        ".tl-date__panel",
        "all => all.map(one => one.getBoundingClientRect()).filter(box => box.left < 0 || box.right > innerWidth).length",
    )
    assert outside == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_one_date_is_open_at_a_time_and_a_narrow_page_has_a_bar_to_close_it(visit: Visitor) -> None:
    page = visit(390, scripts=False).go("")
    page.locator(".tl-date summary").nth(0).click()
    page.locator(".tl-date summary").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator(".tl-date[open]").count() == 1
    page.mouse.click(195, 890)
    assert page.locator(".tl-date[open]").count() == 0
