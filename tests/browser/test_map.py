"""The map as a browser draws it, in the fonts of the site."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit, Visitor

WIDTHS = (320, 390, 768, 1024, 1440)

# Every line of type of the drawing that is shown, with its box as it is painted.
WORDS = """all => all.map(one => {
    const box = one.getBoundingClientRect();
    return {text: one.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            size: parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a};
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_one_drawing_is_shown_and_its_type_is_never_too_small(look: Visit, width: int) -> None:
    page = look.go("map/", width)
    assert page.locator(".tl-map__drawing:visible").count() == 1
    words = page.locator(".tl-map__drawing:visible text").evaluate_all(WORDS)
    assert words
    assert min(word["size"] for word in words) >= 12.99


@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_lie_over_others_or_leave_the_drawing(look: Visit, width: int) -> None:
    page = look.go("map/", width)
    page.evaluate("document.fonts.ready")
    frame = page.locator(".tl-map__drawing:visible").bounding_box()
    assert frame
    words = page.locator(".tl-map__drawing:visible text").evaluate_all(WORDS)
    for word in words:
        assert word["left"] >= frame["x"] - 1, word
        assert word["right"] <= frame["x"] + frame["width"] + 1, word
    overlapping = [
        (one["text"], other["text"])
        for index, one in enumerate(words)
        for other in words[:index]
        # Boxes hold the room above and below letters, of which lines of one name share a little.
        if one["left"] < other["right"] - 1
        and other["left"] < one["right"] - 1
        and one["top"] + 0.2 * one["size"] < other["bottom"] - 0.2 * other["size"]
        and other["top"] + 0.2 * other["size"] < one["bottom"] - 0.2 * one["size"]
    ]
    assert not overlapping


def test_the_list_leads_to_every_place_and_the_drawing_stays_out_of_the_tab_order(visit: Visitor) -> None:
    page = visit(1440).go("map/")
    of_list = page.locator(".tl-map__list a").evaluate_all("all => all.map(one => one.href)")
    drawn = page.locator(".tl-map__drawing:visible a").evaluate_all("all => all.map(one => one.href.baseVal)")
    assert len(of_list) == len(drawn) == len(set(drawn))
    assert page.locator('.tl-map__drawing a:not([tabindex="-1"])').count() == 0
    page.locator(".tl-map__drawing:visible a").first.click()
    assert "/l/bakhmut/" in page.url


def test_the_tab_leads_to_the_map(visit: Visitor) -> None:
    page = visit(1440).go("")
    page.get_by_role("link", name="Map", exact=True).first.click()
    assert page.locator("h1").inner_text() == "Where the claims point"
