"""The switch between light and dark: right before anything is drawn, kept, and worked by keyboard."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import Visitor

SCHEMES_DRAWN = """
window.drawn = [];
new MutationObserver(() => {
  const scheme = document.body?.getAttribute("data-md-color-scheme");
  if (scheme && document.querySelector(".md-main")) window.drawn.push(scheme);
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def kept(page: Page) -> object:
    return page.evaluate("JSON.parse(localStorage.getItem('/.__palette'))?.color.scheme ?? null")


def test_who_reads_in_the_dark_is_never_shown_a_white_page(visit: Visitor) -> None:
    window = visit(scheme="dark")
    window.page.add_init_script(SCHEMES_DRAWN)
    page = window.go("")
    assert set(page.evaluate("drawn")) == {"slate"}
    assert kept(page) is None, "nothing is stored before the reader has chosen"


def test_the_colours_follow_the_system_until_the_reader_chooses(visit: Visitor) -> None:
    page = visit().go("")
    assert scheme(page) == "default"
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.locator("[data-tl-palette] label:visible").click()
    assert scheme(page) == "default"
    assert kept(page) == "default"
    page.reload()
    assert scheme(page) == "default"


def test_the_switch_is_pressed_by_keyboard_and_shows_one_label(visit: Visitor) -> None:
    page = visit().go("")
    page.locator("[data-tl-palette] input:checked").focus()
    for wanted in ("slate", "default"):
        page.keyboard.press("Enter")
        assert scheme(page) == wanted
        assert page.locator("[data-tl-palette] label:visible").count() == 1
        assert page.evaluate("document.activeElement.checked")


def test_what_is_stored_may_be_nonsense(visit: Visitor) -> None:
    window = visit()
    for stored in ("{", "null", '{"index": 7}', '{"index": "x"}', "[]"):
        window.page.add_init_script(f"localStorage.setItem('/.__palette', {stored!r})")
        page = window.go("method/")
        assert scheme(page) == "default", stored
        assert page.locator("[data-tl-palette] label:visible").count() == 1, stored
    assert window.complaints == []
