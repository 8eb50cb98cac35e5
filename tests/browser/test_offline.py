"""The copy of the site that is read from the disk, in a browser without a server."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def home(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("offline") / "site"
    command = (sys.executable, "-m", "timeline.cli", "build", "--offline", "--no-pdf")
    subprocess.run(
        [*command, "--project", str(repository), "--site-dir", str(target)], cwd=repository, check=True
    )
    return target / "index.html"


@pytest.fixture
def page(browser: Browser, home: Path) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(home.as_uri())
    return page


def test_it_reads_as_without_scripts_and_says_what_needs_a_server(page: Page) -> None:
    assert page.get_by_text("filters and search need a web server").is_visible()
    assert page.locator(".tl-browse").is_visible()
    assert page.locator(".tl-controls, .tl-lanebar").first.bounding_box() is None, (
        "no place is kept for what does not work"
    )
    assert page.locator("article.tl-claim").count() > 20
    date = page.locator(".tl-date").first
    date.locator("summary").click()
    assert date.locator(".tl-steps").is_visible()


def test_styles_and_fonts_come_from_the_disk(page: Page) -> None:
    family = page.locator(".tl-title").first.evaluate("el => getComputedStyle(el).fontFamily")
    assert "Source Serif" in family
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)") > 0
    columns = page.locator(".tl-row").first.evaluate("el => getComputedStyle(el).display")
    assert columns == "grid"


def test_links_lead_from_page_to_page(page: Page, home: Path) -> None:
    page.locator(".tl-row__title a").first.click()
    assert page.url.startswith((home.parent / "t").as_uri())
    page.locator("a[href*='/c/']").first.click()
    assert page.url.startswith((home.parent / "c").as_uri())
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    assert page.url == home.as_uri()
    page.get_by_role("link", name="21 May", exact=True).first.click()
    assert page.locator("h1").first.is_visible()
    assert "as-of/2023-05-21/index.html" in page.url


def test_the_navigation_of_a_narrow_page_opens(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".md-header__button[for=__drawer]:visible").click()
    topics = page.locator(".md-sidebar--primary").get_by_role("link", name="Topics")
    topics.click()
    assert page.url.endswith("/t/index.html")


def test_nothing_fails_on_the_console(browser: Browser, home: Path) -> None:
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(home.as_uri())
    page.goto((home.parent / "method" / "index.html").as_uri())
    assert said == []
