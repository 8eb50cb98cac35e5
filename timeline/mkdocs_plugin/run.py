"""Starts MkDocs for our own commands: one build into a folder, or a live preview.

What enters: a project folder. What leaves: a site, whole or not at all: it is built in a folder beside the old one and
takes its place at the end. What it refuses: to replace a folder that does not look like a site.

MkDocs speaks through its log; only warnings and errors are passed on, unless more is asked for.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from timeline.compiler import Build
from timeline.exports import DATA_FILE
from timeline.mkdocs_plugin.faults import in_one_line
from timeline.mkdocs_plugin.plugin import TimelinePlugin
from timeline.source.configuration import CONFIGURATION

log = logging.getLogger("mkdocs.timeline")
"""Heard under `--verbose` alone, except for warnings."""


class SiteError(Exception):
    """The site cannot be built or served here; the message says why in one line."""


class BuildFailedError(Exception):
    """MkDocs gave up over the pages themselves; its log has said why."""


def build_site(project: Path, site: Path, build: Build, *, strict: bool, offline: bool = False) -> None:
    """Build the site from a compiled project.

    Args:
        project: The folder with `mkdocs.yml`.
        site: Where the site goes. An older site there is replaced once the new one is whole.
        build: The compiled project, without errors.
        strict: Fail on any warning of MkDocs.
        offline: Make a copy that a browser reads from the disk.

    Raises:
        SiteError: MkDocs cannot read its settings, or the folder holds something that is no site.
        BuildFailedError: MkDocs gave up over the pages.
        OSError: Something cannot be written.
    """
    site = site.resolve()
    _refuse_other_folders(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    new = site.with_name(f"{site.name}.new-{os.getpid()}")
    try:
        new.mkdir()
        with docs_folder(project) as docs, _failures():
            config = load_config(
                str(project / CONFIGURATION), site_dir=str(new), strict=strict or None, **docs
            )
            plugin = _plugin(config)
            plugin.given, plugin.offline = build, offline
            try:
                _run(config)
            finally:
                plugin.given, plugin.offline = None, False  # MkDocs keeps plugins for the life of the process
        _put_in_place(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def serve_site(project: Path, listen: str | None) -> None:
    """Serve a live preview until it is interrupted.

    Raises:
        SiteError: MkDocs gave up, or its settings leave out our plugin.
        OSError: The address cannot be listened on.
    """
    with docs_folder(project) as docs, _failures():
        _plugin(load_config(str(project / CONFIGURATION), **docs))
        mkdocs_serve.serve(str(project / CONFIGURATION), dev_addr=listen, **docs)


@contextmanager
def docs_folder(project: Path) -> Iterator[dict[str, Any]]:
    """Lend MkDocs an empty docs folder where the project has none: it insists, but git does not keep empty folders."""
    if (project / "docs").exists() or "docs_dir" in (project / CONFIGURATION).read_text(
        "utf-8", errors="replace"
    ):
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="timeline-docs-") as folder:
        yield {"docs_dir": folder}


@contextmanager
def _failures() -> Iterator[None]:
    """Turn MkDocs' ways of giving up into one, and every fault of a theme, a template or another plugin.

    Their fault could as well be ours, which only the traceback tells; `--verbose` shows it.
    """
    try:
        yield
    except MkDocsException as error:
        raise SiteError(error.format_message()) from error
    except (OSError, SiteError, BuildFailedError):
        raise
    except Exception as error:
        log.info("%s", traceback.format_exc())
        raise SiteError(f"MkDocs cannot build the site: {in_one_line(error)}") from error


def _run(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    except Abort as error:
        raise BuildFailedError(error.format_message()) from error
    except UnicodeDecodeError as error:  # of a hand-written page; MkDocs has named it
        raise BuildFailedError("a file in docs/ is not UTF-8 text") from error
    finally:
        config.plugins.on_shutdown()


def _plugin(config: MkDocsConfig) -> TimelinePlugin:
    plugin = config.plugins.get("timeline")
    if not isinstance(plugin, TimelinePlugin):
        raise SiteError("mkdocs.yml does not list the plugin `timeline`; add it under `plugins:`")
    return plugin


def _refuse_other_folders(site: Path) -> None:
    """Refuse to replace what is not a site of ours: `--site-dir ~` must not cost anybody a home folder."""
    if site.exists() and not site.is_dir():
        raise SiteError(f"{site} is a file; choose a folder for the site")
    if site.is_dir() and any(site.iterdir()) and not (site / DATA_FILE).is_file():
        raise SiteError(f"{site} is not empty and holds no timeline site; choose another folder, or empty it")


def _put_in_place(new: Path, site: Path) -> None:
    """Swap the new site for the old one; on failure the old one stays."""
    if not site.exists():
        new.rename(site)
        return
    old = site.with_name(f"{site.name}.old-{os.getpid()}")
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


_TIME = re.compile(r"^\[[0-9:]+\] ")
"""What MkDocs' preview puts before each of its lines."""


class _Lines(logging.Formatter):
    """Writes a log line as our own messages are written: `warning: ...`."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one record."""
        message = _TIME.sub("", record.getMessage())
        return message if record.levelno == logging.INFO else f"{record.levelname.lower()}: {message}"


def _is_wanted(record: logging.LogRecord) -> bool:
    """Whether a line is for everybody: warnings, errors, where the preview stands, and what our plugin says."""
    return (
        record.levelno >= logging.WARNING
        or record.name == "mkdocs.plugins.timeline"
        or _TIME.sub("", record.getMessage()).startswith("Serving on ")
    )


@contextmanager
def log_to_stderr(*, verbose: bool) -> Iterator[None]:
    """Pass on to standard error what matters in MkDocs' log; with `verbose`, everything that it says."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(_Lines())
    if not verbose:
        handler.addFilter(_is_wanted)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)
