"""How commands print the dossier: with a bar where somebody watches, and with findings of their own.

What enters: a build whose pages link to a dossier. What leaves: the same build with the PDFs among its files, or an end with
status 1 and words. The bar stands on standard error and only on a terminal; it counts claims, since the typesetter does not
tell which page it is at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from timeline.commands.project import fails, show_findings
from timeline.compiler import Build
from timeline.dossier.printer import PROJECT_FONTS, Choices, Progress, with_dossier

WIDTH = 24
"""Of the bar, in characters."""


def printed(folder: Path, build: Build, *, strict: bool = False) -> Build:
    """Print the dossier of a build; on errors, show them and end."""
    with progress() as bar:
        done = with_dossier(build, Choices(fonts=folder / PROJECT_FONTS, progress=bar.show))
    new = tuple(found for found in done.diagnostics if found not in build.diagnostics)
    found = replace(done, diagnostics=new)
    show_findings(found)
    if fails(found, strict=strict):
        click.echo("Nothing was written.", err=True)
        raise click.exceptions.Exit(1)
    return done


class Bar:
    """One line that says where the printing stands."""

    def __init__(self) -> None:
        self.shown = ""

    def show(self, at: Progress) -> None:
        """Say which volume begins."""
        if not sys.stderr.isatty():
            return
        part = at.done / at.claims if at.claims else 0.0
        filled = round(part * WIDTH)
        volume = f"volume {at.volume} of {at.volumes}, " if at.volumes > 1 else ""
        line = (
            f"Printing the dossier [{'#' * filled}{'.' * (WIDTH - filled)}] "
            f"{volume}{at.done:,} of {at.claims:,} claims"
        )
        self._write(line)

    def clear(self) -> None:
        """Take the line away."""
        if self.shown:
            self._write("")

    def _write(self, line: str) -> None:
        click.echo(f"\r{line.ljust(len(self.shown))}", err=True, nl=False)
        if not line:
            click.echo("\r", err=True, nl=False)
        self.shown = line


@contextmanager
def progress() -> Iterator[Bar]:
    """Show a bar while something is printed."""
    bar = Bar()
    try:
        yield bar
    finally:
        bar.clear()
