"""A real Chromium before the real site: built once from this repository's own content, and served from this machine.

The site is the emitted tree, built by MkDocs and Material alone; other tests hold it to the same bytes as the site that
the plugin builds. Beside it stand invented timelines of two to seven lanes under `/lanes-2/` and so on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.lanes import home_of, topic_of
from tests.once import once_for_all

SWITCHES = (
    "--no-sandbox",  # the tests may run as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

LANES = range(2, 8)

Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, started once; `build.py test` says in TIMELINE_CHROMIUM where it is."""
    chromium = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield started
        started.close()


@pytest.fixture(scope="session")
def folder(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site, once for all processes, and return its folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}

    def run(*command: str, where: Path) -> None:
        subprocess.run([sys.executable, "-m", *command], cwd=where, env=environment, check=True)

    def build(tree: Path) -> None:
        run("timeline.cli", "emit", str(tree), "--project", str(repository), where=repository)
        for lanes in LANES:
            page = tree / "docs" / f"lanes-{lanes}.md"
            page.write_text(home_of(lanes), encoding="utf-8")
            page.with_name(f"topic-{lanes}.md").write_text(topic_of(lanes), encoding="utf-8")
        run("mkdocs", "build", "--quiet", where=tree)

    return once_for_all(tmp_path_factory, "tree-for-the-browser", build) / "site"


class _Quiet(SimpleHTTPRequestHandler):
    """A server that does not write a line for every request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """Serve the site and return its address, with a slash at the end."""
    with served(folder) as address:
        yield address


CONTROLS_AT_WORK = "html:not(:has(#tl-data)), .tl-timeline[data-live]"
"""A page without a timeline, or one whose script has made its controls: it does so bit by bit after the page is there."""


@dataclass
class Visit:
    """An open page, and what it did that it should not have."""

    page: Page
    site: str
    scripts: bool = True
    complaints: list[str] = field(default_factory=list)
    """Errors that the page wrote to the console, and requests to other hosts."""

    def go(self, address: str, width: int | None = None) -> Page:
        """Open a page of the site, in a window of another width where one is given, and wait until its controls are at work."""
        if width is not None:
            self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(self.site + address, wait_until="load")
        if self.scripts:
            self.page.wait_for_selector(CONTROLS_AT_WORK, state="attached")
        return self.page


Visitor = Callable[..., Visit]


def opened(context: BrowserContext, site: str, *, scripts: bool = True) -> Visit:
    """Open a window, and watch what its pages do."""
    one = Visit(context.new_page(), site, scripts=scripts)

    def watch_request(url: str) -> None:
        if not url.startswith((site, "data:", "blob:")):
            one.complaints.append(f"asked {url}")

    one.page.on("request", lambda request: watch_request(request.url))
    one.page.on(
        "console",
        lambda said: one.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    return one


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visitor]:
    """Return a function that opens a window on the site, which knows nothing of any other."""
    contexts: list[BrowserContext] = []

    def visited(width: int = 1440, scheme: Scheme = "light", *, scripts: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return opened(context, site, scripts=scripts)

    yield visited
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def kept(browser: Browser, site: str) -> Iterator[Visit]:
    """Open one window for a file."""
    context = browser.new_context(reduced_motion="reduce")
    yield opened(context, site)
    context.close()


@pytest.fixture
def look(kept: Visit) -> Visit:
    """Return a wide, light window that tests of this file looked at other pages in: a page loads there in half the time.

    For tests that change nothing but what the next page puts right again: no routes, no listeners, nothing stored.
    """
    kept.page.set_viewport_size({"width": 1440, "height": 900})
    kept.complaints.clear()
    return kept
