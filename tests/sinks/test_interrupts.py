"""A preview ends when it is told to, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from mkdocs.livereload import LiveReloadServer

from tests.sinks.test_outlive import free_port, started
from tests.small_project import write_project
from timeline.mkdocs_plugin.interrupts import end_on_signals


@pytest.fixture(autouse=True)
def handlers_stay_as_they_were() -> Iterator[None]:
    """Give the signals back to pytest."""
    before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


class Dropped:
    """Something that the garbage collector takes."""


def interrupted_where_exceptions_are_lost() -> None:
    """Rebuild, and be interrupted in a callback from which no exception comes out."""
    one = Dropped()
    watched = weakref.ref(one, lambda _: signal.raise_signal(signal.SIGINT))
    del one
    assert watched() is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_a_rebuild_loses_ends_the_preview_after_it() -> None:
    server = cast("LiveReloadServer", SimpleNamespace(builder=interrupted_where_exceptions_are_lost))
    end_on_signals(server)
    with pytest.raises(KeyboardInterrupt):
        server.builder()


def test_a_rebuild_in_peace_goes_on() -> None:
    done: list[int] = []
    server = cast("LiveReloadServer", SimpleNamespace(builder=lambda: done.append(1)))
    end_on_signals(server)
    server.builder()
    assert done == [1]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_a_preview_that_is_told_to_end_removes_its_folder(told: signal.Signals, tmp_path: Path) -> None:
    project, temporary, log = write_project(tmp_path / "project"), tmp_path / "temporary", tmp_path / "log"
    temporary.mkdir()
    command = [sys.executable, "-P", "-m", "timeline.cli", "serve", "--addr", f"127.0.0.1:{free_port()}"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(temporary)}
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=project, stdout=file, stderr=file, env=environment)
    try:
        started(log)
        assert list(temporary.iterdir()), "the preview stands in a folder of its own"
        process.send_signal(told)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
    assert not list(temporary.iterdir())
    assert "Traceback" not in log.read_text()
