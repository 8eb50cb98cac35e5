"""What all tests share: where the repository is, tests that do not depend on chance, and the mark of browser tests."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.once import ONE_OF_SEVERAL

# The same examples every time and no limit per example: a slow machine is no finding.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

# What is printed in one run of the tests is kept for that run alone, for its other processes and the programs that tests
# start too.
if not ONE_OF_SEVERAL:
    os.environ["TIMELINE_CACHE"] = tempfile.mkdtemp(prefix="timeline-tests-")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # What a shell starts in the background ignores Ctrl-C, and so would every program that a test starts and interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_unconfigure() -> None:
    """Take away what was kept."""
    if not ONE_OF_SEVERAL:
        shutil.rmtree(os.environ["TIMELINE_CACHE"], ignore_errors=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of this repository."""
    return Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test below tests/browser, so that none can be forgotten, and allow the mark nowhere else."""
    browser = Path(__file__).resolve().parent / "browser"
    for item in items:
        if browser in item.path.parents:
            item.add_marker(pytest.mark.browser)
        elif item.get_closest_marker("browser"):
            raise pytest.UsageError(f"{item.nodeid}: tests in a browser belong below {browser}")
