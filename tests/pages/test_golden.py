"""Whole pages of a small timeline, as they are written. After a change that is meant:

UPDATE_GOLDEN=1 python -m pytest tests/pages/test_golden.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.pages.fixtures import small
from timeline.align import align
from timeline.pages import render

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"

WRITTEN = [
    "index.md",
    "c/mayor-bridge.md",
    "c/gone.md",
    "c/old-bridge.md",
    "t/bridge.md",
    "s/article.md",
    "p/mayor.md",
    "l/bridge.md",
    "n/ua.md",
    "by/disputes.md",
]


@pytest.mark.parametrize("path", WRITTEN)
def test_page(path: str) -> None:
    timeline = small()
    page = next(page for page in render(align(timeline), timeline) if page.path == path)
    golden = GOLDEN / path.replace("/", "-")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page.markdown(), encoding="utf-8")
    assert page.markdown() == golden.read_text(encoding="utf-8")
