"""The window on the overview, keys, date panels, lanes and sheets: with real key presses and a real pointer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Scheme, Visitor
from tests.browser.test_accessible import AXE, RUN

FOCUS = "document.activeElement"


def url(page: Page) -> str:
    """Give the query of the address."""
    return page.url.partition("?")[2]


def axe(page: Page, within: str = "") -> list[str]:
    """Say what axe finds on the page, or within a part of it where a dialog hides the rest."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text(encoding="utf-8"))  # past the policy of the page
    run = RUN.replace("axe.run(document", f"axe.run(document.querySelector('{within}')") if within else RUN
    found: list[str] = page.evaluate(run)
    return found


def focused(page: Page) -> str:
    """Say which claim has focus."""
    found: str = page.evaluate(f"({FOCUS}.closest('.tl-claim') ?? {FOCUS}).id")
    return found


def uncovered(page: Page) -> bool:
    """Tell whether the top of what has focus is in view, below all that sticks."""
    return bool(
        page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const heads = [...document.querySelectorAll(".md-header, .tl-heads, .tl-lanebar")]
                    .filter(one => one.checkVisibility() && getComputedStyle(one).position !== "static"
                        && getComputedStyle(one).position !== "relative");
                return box.top >= Math.max(...heads.map(one => one.getBoundingClientRect().bottom)) - 1 && box.top < innerHeight;
            }"""
        )
    )


def test_the_handles_step_by_keys_and_filter_the_rows(visit: Visitor) -> None:
    window = visit()
    page = window.go("")
    first, last = page.get_by_role("slider", name="From"), page.get_by_role("slider", name="To")
    first.focus()
    page.keyboard.press("PageUp")
    assert url(page) == "from=2023-05-21T10:00"
    assert first.get_attribute("aria-valuetext") == "21 May 2023, 10:00"
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    assert url(page) == "from=2023-05-21T11:00"
    last.focus()
    page.keyboard.press("Home")
    assert url(page) == "from=2023-05-21T11:00&to=2023-05-21T12:00", "one step stays between the handles"
    page.keyboard.press("End")
    first.focus()
    page.keyboard.press("Home")
    assert url(page) == ""
    page.keyboard.press("End")
    assert url(page) == "from=2023-05-22T23:00"
    assert page.locator(".tl-claim:visible").count() < 26
    assert "without a date" in page.locator(".tl-closing").inner_text()
    page.go_back()
    page.go_back()
    page.go_back()
    assert url(page) == "", "the steps of one handle are one step back"
    assert window.complaints == []


def test_the_pointer_drags_handles_and_window_and_a_double_click_resets(visit: Visitor) -> None:
    window = visit()
    page = window.go("")
    area = page.locator(".tl-brush").bounding_box()
    assert area is not None
    middle = area["y"] + area["height"] / 2

    def drag(start: float, end: float, y: float = middle) -> None:
        page.mouse.move(area["x"] + start * area["width"], y)
        page.mouse.down()
        page.mouse.move(area["x"] + end * area["width"], y, steps=4)
        page.mouse.up()

    drag(0, 0.25)
    assert url(page) == "from=2023-05-21T12:00"
    drag(1, 0.5)
    assert url(page) == "from=2023-05-21T12:00&to=2023-05-22T00:00"
    free = area["y"] + area["height"] - 4  # no mark stands there
    drag(0.4, 0.65, free)
    assert url(page) == "from=2023-05-22T00:00&to=2023-05-22T12:00"
    thumb = page.evaluate(
        "getComputedStyle(document.querySelector('.tl-brush')).getPropertyValue('--tl-from')"
    )
    assert thumb == "50%"
    page.mouse.dblclick(area["x"] + 0.6 * area["width"], free)
    assert url(page) == ""
    page.locator(".tl-strip__drawing--wide [data-c]").first.click()
    assert "#c-" in page.url, "the marks lead to their claims still"
    assert window.complaints == []


def test_the_moment_has_a_handle_and_the_strip_is_hatched_after_it(visit: Visitor) -> None:
    page = visit().go("?asof=2023-05-21T18:00")
    page.get_by_role("slider", name="As of").focus()
    page.keyboard.press("ArrowLeft")
    assert url(page) == "asof=2023-05-21T17:00"
    assert page.locator(".tl-brush__flag").inner_text() == "21 May 2023, 17:00"
    area, after = page.locator(".tl-brush").bounding_box(), page.locator(".tl-brush__after").bounding_box()
    assert area is not None
    assert after is not None
    assert after["x"] - area["x"] == pytest.approx(area["width"] * 17 / 48, abs=1)
    assert page.locator(".tl-strip__drawing--wide .tl-out").count() > 10
    assert (
        page.locator(".tl-strip__drawing--wide .tl-maybe").count()
        == page.locator(".tl-claim--perhaps:visible").count()
    )


def test_keys_go_through_claims_lanes_and_topics_and_focus_is_never_hidden(visit: Visitor) -> None:
    window = visit()
    page = window.go("")
    order: list[str] = page.evaluate(
        "JSON.parse(document.getElementById('tl-data').textContent).claims.map(one => 'c-' + one.id)"
    )
    hidden = []
    for claim in order:
        page.keyboard.press("j")
        assert focused(page) == claim
        if not uncovered(page):
            hidden.append(claim)
    page.keyboard.press("j")
    assert focused(page) == order[-1]
    for claim in order[-2:-8:-1]:
        page.keyboard.press("k")
        assert focused(page) == claim
        if not uncovered(page):
            hidden.append(claim)
    assert not hidden
    assert page.evaluate(f"getComputedStyle({FOCUS}).outlineStyle") == "solid"

    page.locator("#c-zelensky-troops-present").evaluate("one => { one.tabIndex = -1; one.focus() }")
    page.keyboard.press("h")
    assert page.evaluate(f"{FOCUS}.closest('.tl-cell').classList.contains('tl-slot-1')")
    page.keyboard.press("l")
    assert focused(page) == "c-zelensky-troops-present"
    page.keyboard.press("q")
    titles = page.locator(".tl-row__title a").all_inner_texts()
    assert page.evaluate(f"{FOCUS}.textContent") == titles[1]
    assert uncovered(page)
    assert window.complaints == []


def test_keys_do_nothing_in_fields_and_can_be_switched_off(visit: Visitor) -> None:
    page = visit().go("")
    dialog = page.get_by_role("dialog", name="Keys of this page")
    page.keyboard.press("?")
    assert dialog.is_visible()
    assert dialog.locator("kbd").count() == 7
    page.keyboard.press("j")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.locator(".tl-as-of input").focus()
    page.keyboard.press("j")
    assert page.evaluate(f"{FOCUS}.type") == "datetime-local"
    page.keyboard.press("Tab")
    page.locator(".tl-keys__open").click()
    dialog.get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    assert url(page) == "keys=off"
    page.keyboard.press("?")
    page.keyboard.press("j")
    assert not dialog.is_visible()
    assert not focused(page).startswith("c-")


def test_a_date_panel_flips_where_there_is_no_room_and_never_covers_its_claim(visit: Visitor) -> None:
    window = visit()
    page = window.go("")
    sides = set()
    for claim in page.locator(".tl-claim").all()[1:20:3]:
        for y in (180, 640):
            claim.evaluate("(one, y) => scrollTo(0, one.getBoundingClientRect().top + scrollY - y)", y)
            summary = claim.locator(".tl-date > summary")
            summary.focus(timeout=2000)
            page.keyboard.press("Enter")
            page.wait_for_function("one => one.querySelector('.tl-date__close')", arg=claim.element_handle())
            places: dict[str, Any] = claim.evaluate(
                """one => {
                    const [claim, panel, date] = [one, one.querySelector(".tl-date__panel"), one.querySelector("summary")]
                        .map(each => each.getBoundingClientRect());
                    const text = one.querySelector(".tl-claim__text").getBoundingClientRect();
                    return {below: panel.top >= date.bottom, above: panel.bottom <= claim.top, width: panel.width,
                        inside: panel.left >= 0 && panel.right <= innerWidth, seen: panel.bottom <= innerHeight, text: text.top};
                }"""
            )
            assert places["below"] != places["above"]
            assert places["inside"]
            assert places["width"] == pytest.approx(390, abs=1)
            sides.add("above" if places["above"] else "below")
            assert page.locator(".tl-date[open]").count() == 1
            page.keyboard.press("Escape")
            assert page.locator(".tl-date[open]").count() == 0
            assert summary.evaluate(f"one => one === {FOCUS}")
    assert sides == {"above", "below"}
    assert window.complaints == []


def test_on_a_narrow_page_the_date_panel_is_a_sheet_with_a_button_that_closes_it(visit: Visitor) -> None:
    page = visit(390).go("")
    claim = page.locator(".tl-claim").nth(3)
    claim.locator(".tl-date > summary").scroll_into_view_if_needed()
    claim.locator(".tl-date > summary").click()
    close = page.get_by_role("button", name="Close")
    box, panel = close.bounding_box(), claim.locator(".tl-date__panel").bounding_box()
    assert box is not None
    assert panel is not None
    assert min(box["width"], box["height"]) >= 44
    assert panel["height"] <= 900 * 0.7 + 1
    assert panel["y"] + panel["height"] == pytest.approx(900, abs=1)
    summary = claim.locator(".tl-date > summary").bounding_box()
    assert summary is not None
    assert summary["y"] + summary["height"] <= panel["y"]
    close.click()
    assert page.locator(".tl-date[open]").count() == 0
    assert claim.locator(".tl-date > summary").evaluate(f"one => one === {FOCUS}")


def test_a_bar_of_lanes_stays_in_view_and_one_lane_stays_on(visit: Visitor) -> None:
    window = visit(390)
    page = window.go("")
    bar = page.locator(".tl-lanebar button")
    assert [text.split("\n") for text in bar.all_inner_texts()] == [
        ["Russian", "10"],
        ["Ukrainian", "13"],
        ["Others", "3"],
    ]
    for one in bar.all():
        box = one.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    bar.nth(0).click()
    assert url(page) == "lane=others,ukrainian-side" or url(page) == "lane=ukrainian-side,others"
    assert page.locator(".tl-claim.tl-slot-1:visible").count() == 0
    bar.nth(1).click()
    bar.nth(2).click()
    assert url(page) == "lane=others"
    assert bar.nth(2).get_attribute("aria-pressed") == "true"
    bar.nth(0).click()
    bar.nth(1).click()
    assert url(page) == ""
    page.evaluate("scrollTo(0, 3000)")
    header, stuck = page.locator(".md-header").bounding_box(), page.locator(".tl-lanebar").bounding_box()
    assert header is not None
    assert stuck is not None
    assert abs(stuck["y"] - header["height"]) <= 2
    for _ in range(12):
        page.keyboard.press("j")
        assert uncovered(page)
    assert window.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheets_fill_the_narrow_page_and_axe_finds_nothing_in_them(visit: Visitor, scheme: Scheme) -> None:
    window = visit(390, scheme)
    page = window.go("")
    opener = page.locator("[data-sheet=tl-filters]")
    assert opener.inner_text().split("\n") == ["Filter none set"] or "none set" in opener.inner_text()
    opener.click()
    dialog = page.get_by_role("dialog", name="Filter")
    box = dialog.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 900}
    dialog.get_by_role("button", name="Place").click()
    dialog.locator("input[value=bakhmut]").check()
    assert axe(page, ".tl-sheet") == []
    page.keyboard.press("Escape")  # the list first, then the sheet
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert opener.evaluate(f"one => one === {FOCUS}")
    assert "1 set" in opener.inner_text()
    assert url(page) == "place=bakhmut"
    page.locator("[data-sheet=tl-as-of]").click()
    page.locator(".tl-as-of input").fill("2023-05-21T18:00")
    assert axe(page, ".tl-sheet") == []
    page.get_by_role("button", name="Show the claims").click()
    assert "21 May 2023, 18:00" in page.locator("[data-sheet=tl-as-of]").inner_text()
    page.locator(".tl-date:visible summary").first.click()
    assert axe(page) == []
    assert window.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens_on_a_wide_page(visit: Visitor, scheme: Scheme) -> None:
    page = visit(1440, scheme).go("?asof=2023-05-21T18:00&place=bakhmut&from=2023-05-21T06:00")
    page.locator("[data-chip=lane] .tl-chip__button").click()
    assert axe(page, ".tl-tools") == []
    page.locator("[data-chip=lane] .tl-chip__button").click()
    page.locator(".tl-date:visible summary").first.click()
    page.get_by_role("button", name="List them").click()
    assert axe(page) == []
    page.keyboard.press("?")
    assert axe(page, ".tl-keys") == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_that_opens_makes_the_page_scroll_sideways(visit: Visitor, width: int) -> None:
    page = visit(width).go(
        "?asof=2023-05-21T18:00&place=bakhmut,avdiivka&from=2023-05-21T06:00&disputed=1&topic=x"
    )
    extent = "document.documentElement.scrollWidth"
    assert page.evaluate(extent) <= width
    if width < 960:
        page.locator("[data-sheet=tl-filters]").click()
    for opener in page.locator("[data-chip] .tl-chip__button").all():
        opener.click()
        assert page.evaluate(extent) <= width


def test_lanes_are_put_in_another_order_by_buttons(visit: Visitor) -> None:
    window = visit()
    page = window.go("")
    page.locator("[data-chip=lane] .tl-chip__button").click()
    page.get_by_role("button", name="Russian side: move one column towards the end").focus()
    page.keyboard.press("Enter")
    assert url(page) == "lanes=ukrainian-side,russian-side,others"
    assert page.evaluate(f"{FOCUS}.getAttribute('aria-label')").startswith("Russian side")
    page.keyboard.press("Enter")
    assert url(page) == "lanes=ukrainian-side,others,russian-side"
    page.go_back()
    page.go_back()
    assert url(page) == ""
    slots = page.locator(".tl-head").evaluate_all(
        "all => all.map(one => one.className.match(/slot-(\\d)/)[1])"
    )
    assert slots == ["1", "2", "3"]
    assert window.complaints == []


def test_some_of_seven_lanes_are_compared_in_columns_of_normal_width(visit: Visitor) -> None:
    window = visit(1440)
    page = window.go("lanes-7/")
    picks = page.locator("[data-compare]")
    assert picks.count() == 7
    picks.nth(4).click()
    assert page.locator(".tl-head:visible").count() == 7, "one alone is compared with nothing"
    picks.nth(1).click()
    assert url(page) == "lanes=lane-2,lane-5"
    assert page.locator(".tl-head:visible").count() == 2
    assert page.locator(".tl-heads__count").inner_text().split("\n") == [
        "7 claims",
        "shown of 21",
        "2 of 7 lanes shown",
    ]
    size = "one => getComputedStyle(one).fontSize"
    assert page.locator(".tl-claim__text:visible").first.evaluate(size) == "17.5px"
    assert page.locator(".tl-source:visible").count()
    widths = page.locator(".tl-head:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert max(widths) - min(widths) <= 1
    page.set_viewport_size({"width": 1000, "height": 900})
    assert page.locator(".tl-head:visible").count() == 2, "two columns have room where seven have none"
    for place in (0, 2):
        picks.nth(place).click()
    assert picks.nth(6).is_disabled()
    assert axe(page) == []
    assert window.complaints == []


def test_it_works_from_right_to_left_and_prints_without_controls(visit: Visitor) -> None:
    window = visit()
    page = window.go("?asof=2023-05-21T18:00")
    page.evaluate("document.documentElement.dir = 'rtl'")
    page.evaluate("dispatchEvent(new Event('resize'))")
    area = page.locator(".tl-brush").bounding_box()
    drawing = page.locator(".tl-strip__drawing--wide").bounding_box()
    assert area is not None
    assert drawing is not None
    assert drawing["x"] < area["x"] < drawing["x"] + drawing["width"]
    page.get_by_role("slider", name="From").focus()
    page.keyboard.press("ArrowRight")
    assert "from=2023-05-21T01:00" in url(page), "the axis is numeric and runs from left to right"
    page.locator(".tl-claim:visible .tl-date summary").first.click()
    panel = page.locator(".tl-date[open] .tl-date__panel").bounding_box()
    assert panel is not None
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 1440
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    page.emulate_media(media="print")
    for name in (".tl-controls", ".tl-lanebar", ".tl-brush__handle", ".tl-keys__open"):
        assert page.locator(f"{name}:visible").count() == 0
    assert page.locator(".tl-claim:visible").count()
    assert "possible" in page.locator(".tl-heads__count:visible").inner_text(), (
        "paper says that claims are left out"
    )
    assert window.complaints == []


def test_skip_links_lead_past_the_overview_and_to_the_first_day(visit: Visitor) -> None:
    page = visit().go("")
    skips = page.locator(".tl-skips a")
    skips.nth(1).focus()
    box = skips.nth(1).bounding_box()
    assert box is not None
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUS}.textContent").startswith("Narrative")
    skips.nth(0).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUS}.closest('.tl-group').id") == "2023-05-21"


def test_in_the_readers_own_colours_shapes_stay_apart_from_their_boxes(visit: Visitor) -> None:
    page = visit().go("?place=bakhmut")
    page.emulate_media(forced_colors="active")
    fill = "one => getComputedStyle(one).fill"
    box, words, mark = (
        page.locator(f".tl-strip__drawing--wide {one}").first.evaluate(fill)
        for one in (".tl-chart__box", ".tl-chart__note", ".tl-chart__name")
    )
    assert box != words
    assert mark == words
    chips = page.locator(".tl-chip__button")
    widths = {one.evaluate("one => getComputedStyle(one).borderTopWidth") for one in chips.all()}
    assert widths == {"1px", "3px"}, "a chip that is set is told by more than its colour"
