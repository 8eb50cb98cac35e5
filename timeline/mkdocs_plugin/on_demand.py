"""A preview of a large timeline: a page is made and put into the site's folder when a browser first asks for it.

What enters: what MkDocs has at hand after it has built the other pages (its settings, files, navigation and templates), and the
timeline. What leaves: MkDocs' server, which makes what is asked for before it looks for the file. MkDocs empties the
folder at every rebuild, so nothing that is out of date is ever shown.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

# What MkDocs does for each page in turn; nothing public does it for one.
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from timeline.mkdocs_plugin.faults import in_one_line
from timeline.mkdocs_plugin.finished import page_file
from timeline.pages.on_demand import OnDemand

log = logging.getLogger("mkdocs.plugins.timeline")


@dataclass(frozen=True, slots=True)
class Shell:
    """What MkDocs puts round a page."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    templates: Any
    """MkDocs' own environment of Jinja."""


class Maker:
    """Makes the files of the site that nobody has asked for yet."""

    def __init__(
        self, shell: Shell, pages: OnDemand, before: OnDemand | None, handwritten: Iterable[str]
    ) -> None:
        """Take what is shown.

        Args:
            shell: Of the build that has just ended.
            pages: The timeline as it is.
            before: As it was before there were errors in it; its pages stand in for those that are lost meanwhile.
            handwritten: Addresses that hand-written pages hold.
        """
        self._shell = shell
        self._pages = pages
        self._before = before
        self._done = set(handwritten)
        self._lock = Lock()

    def make(self, wanted: str) -> None:
        """Put a page or a data file into the folder of the site, if the timeline has it and nobody has done so.

        Args:
            wanted: Path under the root of the site, as a browser asks for it.
        """
        is_file = "." in posixpath.basename(wanted)
        path = wanted if is_file or not wanted else f"{wanted.rstrip('/')}/"
        with self._lock:
            if path in self._done:
                return
            self._done.add(path)
            if is_file:
                self._make_file(path)
            else:
                self._make_page(path)

    def _make_file(self, path: str) -> None:
        content = self._pages.file(path)
        if content is not None:
            target = Path(self._shell.config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def _make_page(self, wanted: str) -> None:
        source = self._pages.page(wanted) or (self._before and self._before.page(wanted))
        if not source:
            return
        config = self._shell.config
        file = page_file(config, source)
        page = Page(None, file, config)
        _populate_page(page, config, self._shell.files)
        _build_page(
            page, config, self._shell.files.documentation_pages(), self._shell.nav, self._shell.templates
        )


def make_on_demand(server: LiveReloadServer, maker: Callable[[], Maker | None]) -> None:
    """Let a server make what it is asked for.

    Args:
        server: Of MkDocs.
        maker: Gives who makes the pages of the last build; none for a timeline that is built as a whole.
    """
    answer = server.serve_request

    def asked(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401 - as WSGI has it
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(server.mount_path) and not path.startswith("/livereload/"):
            with server._epoch_cond:  # noqa: SLF001 - a rebuild empties the folder, and MkDocs itself waits like this
                server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)  # noqa: SLF001
            if (making := maker()) is not None:
                try:
                    making.make(path[len(server.mount_path) :].lstrip("/").removesuffix("index.html"))
                except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
                    log.error("%s could not be made: %s", path, in_one_line(error))  # noqa: TRY400 - a line will do
        return answer(environ, start_response)

    server.set_app(asked)
