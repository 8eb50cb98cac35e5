"""A preview that outlives a rebuild that fails: broken settings, a file that is gone for a moment, a broken template.

What enters: MkDocs' server. What leaves: the same server, which after a failure says in one line what is wrong, goes on
to answer (with the site as it was, as far as that is still there) and rebuilds at the next change. Left to itself it
would print a traceback and let every request hang.
"""

from __future__ import annotations

import logging
import traceback
from html import escape

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from timeline.mkdocs_plugin.faults import in_one_line

log = logging.getLogger("mkdocs.plugins.timeline")

WAITING = "the preview stays as it was until this is mended"


def outlive_failures(server: LiveReloadServer) -> None:
    """Guard the rebuilds of a server; the first build is over when this is called."""
    rebuild = server.builder
    look_up = server.error_handler
    failure = ""

    def guarded() -> None:
        nonlocal failure
        before, failure = failure, ""
        try:
            rebuild()
        except Abort as error:  # MkDocs has logged why
            failure = in_one_line(error)
            log.error(WAITING)  # noqa: TRY400 - it is not our traceback that helps here
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
            failure = in_one_line(error)
            trace = traceback.format_exc()
            logging.getLogger("mkdocs.timeline").info("%s", trace)
            log.error("%s; %s", failure, WAITING)  # noqa: TRY400 - the traceback is for `--verbose`
        if before and not failure:
            log.info("the preview is up to date again")

    def page(code: int) -> bytes | None:
        return _page(failure) if failure else look_up(code)

    server.builder = guarded
    server.error_handler = page


def _page(failure: str) -> bytes:
    """Stand in for a page that the failure has cost; it asks again by itself."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
        f"<title>Not built</title></head><body><h1>This page could not be built</h1><p>{escape(failure)}</p></body></html>"
    ).encode()
