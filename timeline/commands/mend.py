"""The `--fix` of `check`: mends the form of files, one after the other, and says what it did."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import click

from timeline.commands.disk import replace
from timeline.contribute.mending import mend
from timeline.source.folder import read_folder


def mend_files(project: Path, wanted: Callable[[str], bool], *, show_only: bool) -> None:
    """Mend the content files of a project.

    Args:
        project: Its folder.
        wanted: Whether a file, by its path in the project, is to be mended.
        show_only: Print on standard output what would change, and change nothing.

    Raises:
        OSError: A file cannot be written; it is as it was.
    """
    inputs, _ = read_folder(project)
    for path, data in inputs.items():
        mended = mend(path, data) if wanted(path) else None
        if mended is None:
            continue
        if show_only:
            old, new = (each.decode().splitlines(keepends=True) for each in (data, mended.data))
            for line in unified_diff(old, new, path, path):
                click.echo(
                    line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", nl=False
                )
        elif (project / path).read_bytes() == data:  # nobody has written to it since
            replace(project / path, mended.data)
        click.echo(f"{path}: {'not written: ' if show_only else ''}{', '.join(mended.done)}", err=True)
