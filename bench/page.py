"""How fast a page shows itself, beside a plain Material page of the same words.

    python bench/page.py [--rounds N] [--site DIR]

Builds this repository's site, and beside it one page of plain Material with the words of its home page; opens both in
Chromium with a processor four times slower and a line of 1.6 Mbit/s and 150 ms, turn by turn, and prints the median of each:
Largest Contentful Paint (ms), Total Blocking Time (ms, what tasks take beyond 50 ms), and kilobytes fetched.
The goal is to be no slower than plain Material.
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, and starts our own command and MkDocs

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent

PLAIN = "site_name: {title}\ntheme:\n  name: material\n  font: false\nplugins: [search]\n"

OBSERVE = """
window.seen = {paint: 0, blocked: 0};
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.paint = one.startTime; })
    .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.blocked += Math.max(0, one.duration - 50); })
    .observe({type: "longtask", buffered: true});
"""

SLOWER, BYTES_PER_SECOND, DELAY = 4, 200_000, 150


@dataclass(frozen=True, slots=True)
class Seen:
    """What one visit measured."""

    paint: float
    """Largest Contentful Paint, ms."""

    blocked: float
    """Total Blocking Time, ms."""

    octets: int
    """Fetched, each file as gzip would send it."""


class _Compressed(SimpleHTTPRequestHandler):
    """A server that sends text compressed, as web hosts do."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        packed = path.suffix not in {".woff2", ".png"}
        content = gzip.compress(content) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def visit(browser: Browser, address: str, width: int) -> Seen:
    """Open a page once, with nothing kept from before."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    fetched: list[int] = []
    page.on("requestfinished", lambda request: fetched.append(request.sizes()["responseBodySize"]))
    page.add_init_script(OBSERVE)
    line = context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    line.send("Network.enable")
    limits = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND, "latency": DELAY}
    line.send("Network.emulateNetworkConditions", {"offline": False, **limits})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    seen = page.evaluate("seen")
    context.close()
    return Seen(seen["paint"], seen["blocked"], sum(fetched))


def plain_page(site: Path, folder: Path) -> Path:
    """Build a page of plain Material with the words of the home page, paragraph by paragraph."""
    html = (site / "index.html").read_text("utf-8")
    main = html[html.index('<div class="tl ') : html.index("</article>\n", html.rindex("tl-foot"))]
    main = re.sub(r"<(svg|script|style)\b.*?</\1>", "", main, flags=re.DOTALL)
    blocks = re.split(r"</?(?:p|h[1-6]|li|td|th|dt|dd|div|section|article|summary|details)\b[^>]*>", main)
    words = [" ".join(re.sub(r"<[^>]+>", " ", block).split()) for block in blocks]
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN.format(title="Plain"), encoding="utf-8")
    text = "\n\n".join(re.sub(r"([\\`*_#<>\[\]|-])", r"\\\1", block) for block in words if block)
    (docs / "index.md").write_text(f"# Plain\n\n{text}\n", encoding="utf-8")
    run("-m", "mkdocs", "build", "--quiet", where=folder)
    return folder / "site"


def run(*command: str, where: Path) -> None:
    """Run a Python program."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *command], cwd=where, env=environment, check=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--site", type=Path, help="a built site, instead of this repository's")
    options = parser.parse_args()
    chromium = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = options.site or folder / "site"
        if options.site is None:
            run("-m", "timeline.cli", "build", "--project", str(ROOT), "--site-dir", str(site), where=folder)
        plain = plain_page(site, folder / "plain")
        with served(site) as ours, served(plain) as theirs, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for width in (1440, 390):
                seen: dict[str, list[Seen]] = {"timeline": [], "plain Material": []}
                for _ in range(options.rounds):
                    for which, address in (("timeline", ours), ("plain Material", theirs)):
                        seen[which].append(visit(browser, address, width))
                for which, visits in seen.items():
                    paint, blocked, octets = (
                        statistics.median(getattr(one, what) for one in visits)
                        for what in ("paint", "blocked", "octets")
                    )
                    print(
                        f"{width:5} px  {which:15} LCP {paint:6.0f} ms   TBT {blocked:5.0f} ms   {octets / 1000:5.0f} kB"
                    )
            browser.close()


if __name__ == "__main__":
    main()
