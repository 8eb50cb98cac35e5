"""A real Chromium for the tests in this folder: the system's own, since none is ever downloaded."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, started once; `build.py test` says in TIMELINE_CHROMIUM where it is."""
    chromium = os.environ.get("TIMELINE_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium)
        yield started
        started.close()
