"""What all tests share: where the repository is, tests that do not depend on chance, and the mark of browser tests."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every time and no limit per example: a slow machine is no finding.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of this repository."""
    return Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test below tests/browser, so that none can be forgotten."""
    browser = Path(__file__).resolve().parent / "browser"
    for item in items:
        if browser in item.path.parents:
            item.add_marker(pytest.mark.browser)
