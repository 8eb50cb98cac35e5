"""Drawings in a real browser: what a reader sees at once, on demand, and instead."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit, Visitor
from tests.sightings import aligned, at
from timeline.align import Kind
from timeline.pages.strip import strip

TOPIC = "t/who-controlled-bakhmut/"
SMALLEST = """all => Math.min(...all.map(one => parseFloat(getComputedStyle(one).fontSize)
    * one.ownerSVGElement.getBoundingClientRect().width / one.ownerSVGElement.viewBox.baseVal.width))"""


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_leads_to_its_claim(visit: Visitor, *, scripts: bool) -> None:
    page = visit(1440, scripts=scripts).go("")
    mark = page.locator(".tl-strip__drawing--wide a[href='#c-zelensky-troops-present']")
    mark.locator("polygon").click()
    assert page.url.endswith("#c-zelensky-troops-present")
    assert page.locator("#c-zelensky-troops-present").is_visible()


def test_marks_are_no_stops_of_the_tab_key(visit: Visitor) -> None:
    page = visit(1440).go("")
    assert page.locator(".tl-strip__drawing a").count() > 0
    assert page.locator(".tl-strip__drawing a:not([tabindex='-1'])").count() == 0


def test_disputes_that_would_tangle_are_shown_for_the_claim_under_the_pointer(visit: Visitor) -> None:
    day = "2023-05-21"
    spots = [
        at(lane, Kind.TIME, f"{day}T{hour}:00", f"{day}T{hour}:01") for lane in "ab" for hour in ("06", "12")
    ]
    (left, right), (below, beside) = [[spots[row + place][0][0] for place in (0, 1)] for row in (0, 2)]
    tangled = aligned(*spots, disputes=[(left, beside), (below, right)])
    page = visit(1440).go("")
    page.locator(".tl-strip").first.evaluate("(one, html) => { one.outerHTML = html }", str(strip(tangled)))
    drawing = page.locator(".tl-strip__drawing:visible")
    curves = drawing.locator(".tl-chart__dispute")
    assert curves.count() > 0
    assert not any(curve.is_visible() for curve in curves.all())
    mark = drawing.locator("[data-c]:has(> .tl-chart__dispute)").first
    mark.locator("> :is(circle, polygon)").hover()
    assert (
        mark.locator("> .tl-chart__dispute").first.evaluate("one => getComputedStyle(one).visibility")
        == "visible"
    )


def test_the_list_beside_the_chart_comes_to_sight_with_the_focus(visit: Visitor) -> None:
    page = visit(1440).go(TOPIC)
    assert page.locator(".tl-answers > svg:visible").count() == 1
    first = page.locator(".tl-answers__list a").first
    before = first.bounding_box()
    first.focus()
    after = first.bounding_box()
    assert before is not None
    assert after is not None
    listed = page.locator(".tl-answers__list").bounding_box()
    assert listed is not None
    assert listed["height"] > 100


def test_on_a_narrow_page_the_answers_are_a_list(visit: Visitor) -> None:
    page = visit(390).go(TOPIC)
    assert page.locator(".tl-answers > svg:visible").count() == 0
    assert page.locator(".tl-answer").first.is_visible()


@pytest.mark.parametrize("width", [320, 390, 800, 960, 1220, 1440])
def test_words_in_drawings_are_no_smaller_than_13_px(look: Visit, width: int) -> None:
    for address in ("", TOPIC, "s/bakhmut-article/"):
        page = look.go(address, width)
        texts = page.locator(".tl-chart:visible text")
        if texts.count():
            assert texts.evaluate_all(SMALLEST) >= 12.99, (address, width)


def test_a_citation_is_taken_with_one_click(visit: Visitor) -> None:
    page = visit(1440, scripts=True).go("c/zelensky-troops-present/")
    page.get_by_text("BibTeX").click()
    block = page.locator("pre.tl-cite").first
    block.click(position={"x": 30, "y": 12})
    taken = page.evaluate("String(getSelection())")
    assert taken.startswith("@misc{zelensky-troops-present,")
    assert taken.rstrip().endswith("}")
