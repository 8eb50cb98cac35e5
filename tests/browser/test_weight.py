"""What the first page costs to load. How fast it shows itself is for bench/page.py: machines are noisy."""

import gzip
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Visitor

FIRST_PAINT = 250_000
"""Bytes, as gzip sends them; fonts and pictures are compressed as they are."""

PACKED = {".woff2", ".png"}


@pytest.mark.parametrize("width", [1440, 390])
def test_the_home_page_is_light(visit: Visitor, width: int) -> None:
    window = visit(width)
    answers: list[Response] = []
    window.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright wraps functions alone
    window.go("").wait_for_load_state("networkidle")
    sizes = {}
    for answer in answers:
        content = answer.body()
        name = PurePosixPath(urlsplit(answer.url).path)
        sizes[str(name)] = len(content if name.suffix in PACKED else gzip.compress(content))
    assert len(sizes) > 8
    assert sum(sizes.values()) <= FIRST_PAINT, sorted(sizes.items(), key=lambda one: -one[1])[:8]
