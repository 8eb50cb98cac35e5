"""The recipes of docs/publishing.md hold: under a path of a host, at any depth, for old addresses, without rules of the host's."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.small_project import PROJECT, timeline, write_project

BASE = "/archive/bakhmut/"
CHANGES = {
    "timeline.yml": f"title: Bridge\nsite_url: https://example.org{BASE}\n",
    "content/events/bridge-stands.yml": PROJECT["content/events/bridge-stands.yml"] + "aliases: [old-name]\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = write_project(tmp_path_factory.mktemp("published"), CHANGES)
    done = timeline(project, "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


class StaticHost(SimpleHTTPRequestHandler):
    """What every static host does: folders by their index, and 404.html for what is not there. It knows one path alone."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BASE) if path.startswith(BASE) else "nothing-here"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(BASE):
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        pass


def plain_host(folder: Path) -> Iterator[str]:
    def handler(*arguments: object) -> StaticHost:
        return StaticHost(*arguments, directory=str(folder))  # type: ignore[arg-type]

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def nginx_host(folder: Path, work: Path, recipe: str) -> Iterator[str]:
    """Start nginx with the very lines of the recipe."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    if program is None:
        pytest.skip("no nginx here; on Debian: apt-get install nginx-light")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    location = recipe.replace("/srv/bakhmut/site/", f"{folder}/")
    assert str(folder) in location
    temporary = "".join(
        f"{kind}_temp_path {work}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    types = "types { text/html html; text/css css; text/javascript js; font/woff2 woff2; image/svg+xml svg; }"
    (work / "nginx.conf").write_text(
        f"daemon off;\npid {work}/pid;\nerror_log {work}/error.log;\nevents {{}}\nuser root;\n"
        f"http {{\n{types}\naccess_log off;\n{temporary}server {{\nlisten 127.0.0.1:{port};\n{location}\n}}\n}}\n"
    )
    process = subprocess.Popen([program, "-c", str(work / "nginx.conf"), "-e", str(work / "error.log")])
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=30)


@pytest.fixture(scope="module", params=["any static host", "nginx", "nginx with pages to frame"])
def host(
    request: pytest.FixtureRequest, folder: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    text = (repository / "docs/publishing.md").read_text("utf-8")
    site, frames = re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)
    assert "frame-ancestors" in frames
    recipes = {"nginx": site, "nginx with pages to frame": frames}
    if request.param in recipes:
        yield from nginx_host(folder, tmp_path_factory.mktemp("nginx"), recipes[request.param])
    else:
        yield from plain_host(folder)


@pytest.mark.browser
def test_a_site_works_under_a_path_at_any_depth_and_for_old_addresses(browser: Browser, host: str) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)

    page.goto(f"{host}{BASE}c/bridge-stands/", wait_until="networkidle")
    assert failed == []
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    page.wait_for_url(f"{host}{BASE}")

    answer = page.goto(f"{host}{BASE}c/bridge-stands/not/there/", wait_until="networkidle")
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    assert failed == [f"{host}{BASE}c/bridge-stands/not/there/"], "the page that says so has its styles"
    styles = "() => [...document.styleSheets].filter(each => each.cssRules.length).length"
    assert page.evaluate(styles) > 1

    page.goto(f"{host}{BASE}c/old-name/")
    page.wait_for_url(f"{host}{BASE}c/bridge-stands/")
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("host", ["nginx with pages to frame"], indirect=True)
def test_only_pages_for_frames_may_be_framed(host: str) -> None:
    allowed = {}
    for path in ("", "c/bridge-stands/", "embed/c/bridge-stands/", "embed/c/never/"):
        try:
            answer = urlopen(f"{host}{BASE}{path}")  # noqa: S310 - our own server
        except HTTPError as error:
            answer = error
        with answer:
            allowed[path] = answer.headers["Content-Security-Policy"]
    assert allowed[""] == allowed["c/bridge-stands/"] == "frame-ancestors 'none'"
    assert allowed["embed/c/bridge-stands/"] == allowed["embed/c/never/"] == "frame-ancestors *"


@pytest.mark.browser
@pytest.mark.parametrize("host", ["nginx with pages to frame"], indirect=True)
def test_a_page_of_another_site_shows_the_line_that_was_copied_and_no_other_page(
    browser: Browser, host: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{host}{BASE}c/bridge-stands/")
    line = page.locator("pre").filter(has_text="<iframe").text_content() or ""
    assert "https://example.org" in line
    ours = line.replace("https://example.org", host)
    other = f'<iframe src="{host}{BASE}c/bridge-stands/"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html>{ours}{other}", encoding="utf-8")
    with served(tmp_path) as newsroom:
        page.goto(newsroom, wait_until="load")
        _, framed, refused = page.frames
        assert framed.locator("article, blockquote").first.is_visible()
        assert not framed.locator("header, nav, input").count(), "it is bare"
        assert refused.url.startswith("chrome-error:")
        with page.context.expect_page() as opened:
            framed.get_by_role("link").last.click()
        assert opened.value.url.startswith(f"{host}{BASE}"), "links lead out of the frame"
    page.context.close()


@pytest.mark.browser
def test_the_python_recipe_serves_the_site(folder: Path, repository: Path) -> None:
    assert "python3 -m http.server -d site" in (repository / "docs/publishing.md").read_text("utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "http.server", "--help"], capture_output=True, text=True, check=True
    )
    assert "-d" in done.stdout
    assert (folder / "index.html").is_file()
