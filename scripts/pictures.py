"""Make the pictures in the README from the real site: `docs/.pictures/*.png`.

What enters: this repository's content. What leaves: five small pictures of the site and the dossier as they are now. The
folder begins with a dot, so that MkDocs does not publish it. Chromium and the packages of the tests are needed:

    .venv/bin/python scripts/pictures.py
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, and starts our own command

from __future__ import annotations

import io
import os
import shutil
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
from typing import Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / ".pictures"

COLOURS = 256
"""Of a picture: pages have few, and the file is half as large."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page."""

    name: str
    address: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    scale: float = 1
    scroll: int = 0
    """Pixels from the top."""


SHOTS = (
    Shot("home", "", 1280, 860),
    Shot("home-dark", "", 1280, 860, scheme="dark"),
    Shot("topic", "t/who-controlled-bakhmut/", 1280, 860),
    Shot("mobile", "", 390, 760, scale=1.5, scroll=640),
)

DOSSIER_PAGE, DOSSIER_SCALE = 3, 1.4
"""The page of the dossier that is shown, counted from 0, and its size in pixels for each point."""


class _Quiet(SimpleHTTPRequestHandler):
    """A server that does not write a line for every request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def photographed(browser: Browser, site: str, shot: Shot) -> Image.Image:
    """Take a picture of a page."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        device_scale_factor=shot.scale,
        color_scheme=shot.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(site + shot.address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.mouse.wheel(0, shot.scroll)
    page.wait_for_timeout(300)
    picture = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    return picture


def printed(pdf: Path) -> Image.Image:
    """Draw a page of the dossier."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[min(DOSSIER_PAGE, len(document) - 1)]
    picture: Image.Image = page.render(scale=DOSSIER_SCALE).to_pil()
    return picture


def keep(name: str, picture: Image.Image) -> None:
    """Write a picture with few colours."""
    PICTURES.mkdir(exist_ok=True)
    path = PICTURES / f"{name}.png"
    few = picture.convert("RGB").quantize(
        COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    few.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {few.width} by {few.height}, {path.stat().st_size // 1000} kB")


def main() -> None:
    """Build the site and make every picture."""
    chromium = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        command = ["-m", "timeline.cli", "build", "--project", str(ROOT), "--site-dir", str(site)]
        subprocess.run(
            [sys.executable, *command], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
        )
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for shot in SHOTS:
                keep(shot.name, photographed(browser, address, shot))
            browser.close()
        for pdf in sorted(site.glob("*.pdf"))[:1]:
            keep("dossier", printed(pdf))


if __name__ == "__main__":
    main()
