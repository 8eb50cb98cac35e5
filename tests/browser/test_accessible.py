from pathlib import Path

import pytest

from tests.browser.conftest import Scheme, Visitor
from tests.browser.places import KINDS, MAIN

AXE = Path(__file__).parent / "vendor" / "axe.min.js"

# Every rule of WCAG 2.0 to 2.2, A and AA, and axe's own good practice.
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(result => result.violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary.split("\\n")[1]}`)
))"""


@pytest.mark.parametrize(
    ("scheme", "width", "kinds"),
    [("light", 1440, KINDS), ("dark", 1440, MAIN), ("light", 390, MAIN), ("dark", 390, MAIN)],
    ids=["light-wide", "dark-wide", "light-narrow", "dark-narrow"],
)
def test_axe_finds_nothing(visit: Visitor, scheme: Scheme, width: int, kinds: dict[str, str]) -> None:
    window = visit(width, scheme)
    found = []
    for kind, address in kinds.items():
        if kind == "codes":
            continue  # as long as all others together, and made like the one of the fields
        page = window.go(address)
        page.evaluate(AXE.read_text(encoding="utf-8"))  # past the policy of the page
        found += [f"{kind}: {finding}" for finding in page.evaluate(RUN)]
    assert not found, "\n".join(found)


def test_an_open_date_is_accessible_too(visit: Visitor) -> None:
    page = visit(1440, "dark").go("")
    page.locator(".tl-date summary").first.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))  # past the policy of the page
    assert page.evaluate(RUN) == []


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


def test_focus_is_never_hidden_under_what_sticks(visit: Visitor) -> None:
    page = visit(1440).go("")
    page.locator(".tl-foot a").last.focus()
    hidden = []
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate(
            """() => {
                const heads = document.querySelector(".tl-heads").getBoundingClientRect();
                const here = document.activeElement;
                if (!here.closest(".tl-group")) return null;
                return here.getBoundingClientRect().top - heads.bottom;
            }"""
        )
        if top is not None and top < -1:
            hidden.append(top)
    assert not hidden
