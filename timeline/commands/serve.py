"""`timeline serve`: a live preview."""

from __future__ import annotations

import re
from pathlib import Path

import click

from timeline.commands.project import Unusable, find_project, project_option
from timeline.mkdocs_plugin.run import SiteError, log_to_stderr, serve_site

_ADDRESS = re.compile(r"(?P<host>[^\s/]*):(?P<port>\d{1,5})")


@click.command("serve")
@click.option(
    "--addr", metavar="HOST:PORT", default="127.0.0.1:8000", show_default=True, help="Where to listen."
)
@click.option("-v", "--verbose", is_flag=True, help="Show what MkDocs says.")
@project_option
def command(*, project: Path | None, addr: str, verbose: bool) -> None:
    """Show a live preview that follows every change.

    A file with errors does not end the preview: its findings stand on top of every page until it is mended.
    """
    folder = find_project(project, for_site=True)
    match = _ADDRESS.fullmatch(addr)
    if match is None or not 0 < int(match["port"]) < 65_536:
        raise click.BadParameter(f"{addr!r} is not HOST:PORT, such as 127.0.0.1:8000", param_hint="--addr")
    try:
        with log_to_stderr(verbose=verbose):
            serve_site(folder, addr)
    except SiteError as error:
        raise Unusable(str(error)) from error
    except OSError as error:
        raise Unusable(
            f"cannot listen on {addr}: {(error.strerror or str(error)).lower()}; choose another with --addr HOST:PORT"
        ) from error
