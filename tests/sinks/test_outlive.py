"""A preview goes on whatever happens to the files that it is made from, and is right again when they are."""

import logging
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from tests.small_project import PROJECT, write_project
from timeline.mkdocs_plugin.outlive import outlive_failures


class Rebuilds:
    """Stands in for MkDocs' rebuild: fails as it is told."""

    fault: Exception | None = None

    def __call__(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PluginError("no timeline.yml"), "no timeline.yml; the preview stays as it was"),
        (Abort("Aborted!"), "the preview stays as it was"),
        (TypeError("5 is\nno palette"), "TypeError: 5 is no palette; look at `theme`"),
    ],
)
def test_a_failure_is_one_line_and_the_next_rebuild_mends_it(
    fault: Exception, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, logger="mkdocs")
    rebuilds = Rebuilds()
    server = cast(
        "LiveReloadServer", SimpleNamespace(builder=rebuilds, error_handler=lambda code: b"%d" % code)
    )
    outlive_failures(server)
    assert server.error_handler(404) == b"404"
    rebuilds.fault = fault
    server.builder()
    (line,) = caplog.messages
    assert line.startswith(said)
    assert "\n" not in line
    assert b"could not be built" in (server.error_handler(404) or b"")
    caplog.set_level(logging.INFO, logger="mkdocs")
    rebuilds.fault = None
    server.builder()
    assert caplog.messages[-1] == "the preview is up to date again"
    assert server.error_handler(404) == b"404"


def started(log: Path) -> str:
    """Give the address once it is printed."""
    return wait_for(
        lambda: (re.search(r"^Serving on (\S+)$", log.read_text(), re.MULTILINE) or [None, ""])[1] or ""
    )


def wait_for(found: Callable[[], str]) -> str:
    """Ask again until there is an answer."""
    for _ in range(300):
        if answer := found():
            return answer
        time.sleep(0.1)
    pytest.fail("waited for 30 seconds")


def fetched(address: str) -> str:
    """Give a page, or nothing while there is none."""
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own preview
            return cast("bytes", answer.read()).decode()
    except (HTTPError, URLError):
        return ""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Serve the small project; give its folder and the log."""
    project = write_project(tmp_path / "project")
    log = tmp_path / "log"
    command = [sys.executable, "-P", "-m", "timeline.cli", "serve", "--addr", f"127.0.0.1:{free_port()}"]
    with log.open("w") as file:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(command, cwd=project, stdout=file, stderr=file, env=environment)
        try:
            yield project, log
        finally:
            # How fast a preview ends is not what these tests are about, and a busy machine may take its time.
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="interrupts as POSIX has them")
def test_a_live_preview_survives_broken_and_missing_settings(preview: tuple[Path, Path]) -> None:
    project, log = preview
    address = started(log)

    (project / "mkdocs.yml").write_text("site_name: [")
    wait_for(lambda: "the preview stays as it was" * ("the preview stays as it was" in log.read_text()))
    assert "Bridge" in fetched(address), "requests do not hang"
    (project / "mkdocs.yml").write_text(PROJECT["mkdocs.yml"])
    wait_for(lambda: "up to date again" * ("up to date again" in log.read_text()))

    (project / "timeline.yml").rename(project / "timeline.tmp")
    wait_for(lambda: "has no timeline.yml" * ("has no timeline.yml" in log.read_text()))
    assert "Bridge" in fetched(address)
    (project / "timeline.tmp").write_text("title: Anew\n")
    (project / "timeline.tmp").rename(project / "timeline.yml")
    wait_for(lambda: fetched(address) * ("Anew" in fetched(address)))
    assert "Traceback" not in log.read_text()
    assert "appear stuck" not in log.read_text()
