"""Every kind of page for people who read by ear, by keyboard, at four times the size, or in colours of their own."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, Visitor
from tests.browser.places import KINDS, MAIN

AXE = Path(__file__).parent / "vendor" / "axe.min.js"

# Every rule of WCAG 2.0 to 2.2, A and AA, and axe's own good practice; or the rules that are named.
RUN = """only => axe.run(document, {resultTypes: ["violations"], ...(only ? {runOnly: only} : {})}).then(
    result => result.violations.flatMap(rule => rule.nodes.map(
        node => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary.split("\\n")[1]}`
    ))
)"""

LOOKS = [(1440, "default"), (1440, "slate"), (390, "default"), (390, "slate")]
"""Widths and colour schemes."""

CHECKED = {
    **{
        kind: address for kind, address in KINDS.items() if kind != "codes"
    },  # made like the one of the fields
    "seven lanes": "lanes-7/",
    "topic of seven lanes": "topic-7/",
    "missing": "404.html",
}


def findings(page: Page, *rules: str) -> list[str]:
    """Ask axe; it is put into the page past the page's policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, list(rules) or None)
    return found


@pytest.mark.parametrize("kind", CHECKED)
def test_axe_finds_nothing_in_any_look(look: Visit, kind: str) -> None:
    """Colours are the only thing that a dark page can get wrong when the light one of the same width is right."""
    page = look.go(CHECKED[kind])
    found = []
    for width, scheme in LOOKS[:2] if kind == "fields" else LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        rules = ["color-contrast"] if scheme == "slate" else []
        found += [f"{width} {scheme}: {finding}" for finding in findings(page, *rules)]
    assert not found, "\n".join(found)


def test_an_open_date_and_an_open_search_are_accessible_too(visit: Visitor) -> None:
    page = visit(1440, "dark").go("")
    page.locator(".tl-date summary").first.click()
    assert findings(page) == []
    page.keyboard.press("/")
    page.keyboard.insert_text("Бахмут")
    page.wait_for_selector(".tl-found__link")
    assert findings(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert findings(page) == []


def test_reading_order_of_the_home_page(visit: Visitor) -> None:
    """What a screen reader hears: the way round, the title, the overview in words, then day, topic, lane, claim."""
    tree = visit(1440).go("").locator("body").aria_snapshot()
    order = [
        tree.index(part)
        for part in (
            "- banner:",
            "- search",
            '- navigation "Tabs"',
            "- main:",
            "[level=1]",
            "Overview of 26 claims",
            "- table ",
            '- heading "Sunday 21 May 2023 ',
            '- heading "Who controlled Bakhmut?" [level=3]',
            '- article "Russian side, Russia',
            '- article "Ukrainian side, Zelensky',
            "No claim on this topic recorded for",
            '- heading "Monday 22 May 2023 ',
            "- contentinfo",
        )
    ]
    assert order == sorted(order)
    assert tree.count("[level=1]") == 1


def test_reading_order_is_day_topic_lane_claim(visit: Visitor) -> None:
    page = visit(1440).go("")
    tree = page.locator(".tl-group").first.aria_snapshot()
    order = [tree.index(role) for role in ("heading", "[level=2]", "[level=3]", "article")]
    assert order == sorted(order)


def test_the_skip_link_is_the_first_stop_and_leads_past_the_header(visit: Visitor) -> None:
    page = visit(1440).go("")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#tl-content"
    assert page.locator(":focus").is_visible()


# Focuses everything that takes the focus, down the page and up again, and names what something else lies over.
COVERED = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
        .filter(one => one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}));
    const found = new Set();
    for (const one of [...all, ...[...all].reverse()]) {
        one.focus();
        if (document.activeElement !== one || getComputedStyle(one).pointerEvents === "none") continue; // handles of the brush
        const boxes = [...one.getClientRects()].filter(box => box.width > 2 && box.height > 2);
        const seen = boxes.some(box => [0.1, 0.5, 0.9].some(part => {
            const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
            return top && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one);
        }));
        if (boxes.length && !seen) found.add(one.outerHTML.slice(0, 120));
    }
    return [...found];
}"""


@pytest.mark.parametrize("kind", [*MAIN, "method", "seven lanes"])
def test_focus_is_never_hidden_under_what_sticks(look: Visit, kind: str) -> None:
    page = look.go({**KINDS, **CHECKED}[kind])
    hidden = []
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 700})
        hidden += [f"{width}: {one}" for one in page.evaluate(COVERED)]
    assert not hidden, "\n".join(hidden)


def test_nothing_moves_for_those_who_ask_for_less_motion(visit: Visitor) -> None:
    page = visit(1440).go("")  # every window of these tests asks for it
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
            const style = getComputedStyle(one);
            return style.transitionDuration.split(", ").some(time => parseFloat(time) > 0)
                || style.animationName !== "none" || style.scrollBehavior === "smooth";
        }).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert moving == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stay_visible_in_colours_of_the_readers_own(visit: Visitor, scheme: str) -> None:
    page = visit(1440).page
    page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    page.goto(visit().site)
    invisible = page.evaluate(
        """() => {
            const probe = document.createElement("i");
            probe.style.color = "Canvas";
            document.body.append(probe);
            const paper = getComputedStyle(probe).color;
            const lost = [];
            for (const drawing of document.querySelectorAll(".tl-shape, .tl-mark, .tl-disc, .tl-strip__drawing .tl-strip__mark")) {
                if (!drawing.checkVisibility()) continue;
                const inside = drawing.querySelectorAll("circle, polygon, path").length
                    ? [...drawing.querySelectorAll("circle, polygon, path")] : [drawing];
                const drawn = inside.some(part => {
                    const style = getComputedStyle(part);
                    return ![paper, "none"].includes(style.fill) || ![paper, "none"].includes(style.stroke);
                });
                if (!drawn) lost.push(drawing.outerHTML.slice(0, 160));
            }
            return lost;
        }"""
    )
    assert invisible == []


def test_text_can_be_spaced_and_enlarged_without_loss(visit: Visitor) -> None:
    """WCAG 1.4.4 and 1.4.12: letters twice the size and lines further apart neither scroll sideways nor cut words off."""
    page = visit(1280).go("")
    page.evaluate(
        """() => {
            const rules = new CSSStyleSheet();
            rules.replaceSync(`html { font-size: 200% !important } .tl * { line-height: 1.5 !important;
                letter-spacing: 0.12em !important; word-spacing: 0.16em !important }`);
            document.adoptedStyleSheets = [rules];
        }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    cut = page.eval_on_selector_all(
        ".tl-claim__text, .tl-row__title, .tl-title",
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent.slice(0, 60))",
    )
    assert cut == []


def test_the_navigation_of_a_narrow_page_opens_by_keyboard(visit: Visitor) -> None:
    """Four times enlarged, a wide page is a narrow one, and its tabs are in the drawer."""
    page = visit(320).go("")
    drawer = page.get_by_role("navigation", name="Navigation")
    assert not drawer.is_visible()
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    drawer.wait_for(state="visible")
    assert drawer.get_by_role("link", name="Topics").is_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    assert not page.locator(".tl-drawer").is_visible(), "a wide page has tabs"
