"""The pages' own policy in a real browser: normal use does not meet it, and what somebody slipped in does not run."""

from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, Visitor
from tests.browser.places import KINDS

LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", event =>
        window.violations.push(event.effectiveDirective + " " + event.blockedURI));
"""

PAGE = "c/zelensky-troops-present/index.html"

SLIPPED = "?slipped"
"""Behind the address of a page that was changed."""

INJECTED = {
    "an inline script": "<script>window.ran = true</script>",
    "an event handler": '<img src="/none.png" onerror="window.ran = true"><svg onload="window.ran = true"></svg>',
    "a script of another host": '<script src="http://127.0.0.1:{port}/evil.js"></script>',
    "a script in a data: address": '<script src="data:text/javascript,window.ran=true"></script>',
    "a frame with a script": '<iframe srcdoc="<script>parent.ran = true</script>"></iframe>',
    "an object": '<object data="data:text/html,<script>parent.ran=true</script>"></object>',
    "another base address": '<base href="http://127.0.0.1:{port}/">',
    "a style": "<style>body {{ display: none }}</style>",
    "a style of another host": '<link rel="stylesheet" href="http://127.0.0.1:{port}/evil.css">',
    "a picture of another host": '<img src="http://127.0.0.1:{port}/counted.png">',
}


REPORTED_TO_THE_FRAME = {"a frame with a script"}
"""The frame takes over the page's policy, and hears of the violation itself."""


class _Elsewhere(BaseHTTPRequestHandler):
    """Another host, whose script would run if the page let it."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/css" if self.path.endswith("css") else "text/javascript")
        self.end_headers()
        self.wfile.write(b"window.ran = true" if self.path.endswith("js") else b"body { display: none }")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        pass


@pytest.fixture
def elsewhere() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    handler = type("Elsewhere", (_Elsewhere,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


def listening(visit: Visitor) -> Visit:
    window = visit()
    window.page.add_init_script(LISTEN)
    return window


@pytest.fixture(scope="module")
def kept(kept: Visit) -> Visit:
    """Have every page of the window of this file listen."""
    kept.page.add_init_script(LISTEN)
    return kept


@dataclass
class Slipped:
    """What the window of this file is shown of a page, in place of what is on the disk."""

    clean: str
    shown: str


@pytest.fixture(scope="module")
def slipped(kept: Visit, folder: Path) -> Slipped:
    clean = (folder / PAGE).read_text("utf-8")
    page = Slipped(clean, clean)
    kept.page.route(
        lambda url: url.endswith(SLIPPED),
        lambda route: route.fulfill(body=page.shown, content_type="text/html; charset=utf-8"),
    )
    return page


def violations(page: Page) -> list[str]:
    page.wait_for_timeout(50)  # the events are sent after the fact
    found: list[str] = page.evaluate("window.violations")
    return found


@pytest.mark.parametrize("kind", [*KINDS, "architecture"])
def test_no_page_meets_the_policy(look: Visit, kind: str) -> None:
    page = look.go(KINDS.get(kind, "architecture/"))
    for summary in page.locator("article summary:visible").all()[:3]:
        summary.focus()  # an open panel may lie over the date below it
        page.keyboard.press("Enter")
    assert violations(page) == []
    assert look.complaints == []


def test_search_does_not_meet_the_policy(visit: Visitor) -> None:
    window = listening(visit)
    page = window.go("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("Kramatorsk")
    page.wait_for_selector(".tl-found__link")
    page.locator(".md-search__input").press("Enter")
    page.wait_for_load_state("load")
    assert violations(page) == []
    assert window.complaints == []


def test_the_colours_can_still_be_changed_and_are_remembered(visit: Visitor) -> None:
    window = listening(visit)
    page = window.go("")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    window.go(KINDS["claim"])
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert violations(page) == []
    assert window.complaints == []


def test_the_page_of_a_lost_address_does_not_meet_the_policy(look: Visit) -> None:
    page = look.go("404.html")
    assert page.locator("h1").inner_text() == "No page at this address"
    assert violations(page) == []
    assert look.complaints == []


@pytest.mark.parametrize("where", ["start of the page", "end of the page"])
@pytest.mark.parametrize("attack", INJECTED)
def test_what_was_slipped_into_the_file_does_not_run(
    look: Visit, slipped: Slipped, elsewhere: tuple[int, list[str]], attack: str, where: str
) -> None:
    port, asked = elsewhere
    planted = INJECTED[attack].replace("{port}", str(port)).replace("{{", "{").replace("}}", "}")
    tag = "</article>" if where == "end of the page" else '<meta charset="utf-8">'
    assert tag in slipped.clean
    slipped.shown = slipped.clean.replace(tag, f"{planted}{tag}", 1)
    page = look.go(f"c/zelensky-troops-present/{SLIPPED}")
    found = violations(page)
    assert page.evaluate("window.ran") is None
    assert page.locator("h1").is_visible()
    assert asked == []
    assert found or attack in REPORTED_TO_THE_FRAME


@pytest.mark.parametrize(
    "attack",
    [
        """const one = document.createElement('div'); one.setAttribute('onclick', 'window.ran = true');
        document.body.append(one); one.click()""",
        "const one = document.createElement('script'); one.textContent = 'window.ran = true'; document.body.append(one)",
        """document.body.insertAdjacentHTML('beforeend', '<a id=evil href="javascript:window.ran=true">x</a>');
        document.getElementById('evil').click()""",
        "setTimeout('window.ran = true', 0)",
    ],
    ids=["a handler", "a script", "a javascript: link", "a text as code"],
)
def test_what_a_page_is_made_to_hold_later_does_not_run(look: Visit, attack: str) -> None:
    page = look.go("")
    page.evaluate(f"() => {{ try {{ {attack} }} catch {{}} }}")
    assert violations(page)
    assert page.evaluate("window.ran") is None
