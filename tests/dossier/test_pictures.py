"""Pages of the book look as approved. `UPDATE_GOLDEN=1` draws the pictures anew: look at them before they are committed."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.dossier.books import many_lanes, printed
from tests.pages.fixtures import small
from timeline.dossier.book import Printing

APPROVED = Path(__file__).parent / "pictures"
SCALE = 0.8
"""Pixels per point."""

BOOKS = {
    "small": lambda: printed(small()),
    "arabic": lambda: printed(small(), language="ar"),
    "lanes": lambda: printed(many_lanes(claims=24), Printing(sheet="us-letter")),
}
PAGES = [
    ("small", 1, "cover"),
    ("small", 2, "overview"),
    ("small", 3, "map"),
    ("small", 4, "days"),
    ("small", 5, "charts"),
    ("arabic", 2, "arabic-overview"),
    ("arabic", 5, "arabic-charts"),
    ("lanes", 4, "seven-lanes"),
]

_printed: dict[str, bytes] = {}


@pytest.mark.parametrize(("which", "number", "name"), PAGES)
def test_the_page_looks_as_approved(which: str, number: int, name: str) -> None:
    if which not in _printed:
        _printed[which] = BOOKS[which]()
    page = pypdfium2.PdfDocument(BytesIO(_printed[which]))[number - 1]
    picture = page.render(scale=SCALE).to_pil().convert("L")
    path = APPROVED / f"{name}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        picture.quantize(16).save(path, optimize=True)
    approved = Image.open(path).convert("L")
    assert picture.size == approved.size
    # Blurred by a pixel, so that another renderer's edges of letters do not count, but a moved line does.
    soft = ImageFilter.GaussianBlur(1.5)
    apart = ImageChops.difference(picture.filter(soft), approved.filter(soft))
    assert ImageStat.Stat(apart).mean[0] < 0.6
    assert sum(apart.histogram()[48:]) < 0.001 * picture.width * picture.height
