"""`timeline export`: the data files."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from timeline.commands.project import (
    compile_folder,
    find_project,
    project_option,
    stop_on_findings,
    what_is_in,
)
from timeline.exports import data_files


@click.command("export")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@project_option
def command(*, target: Path, project: Path | None) -> None:
    """Write the data files.

    timeline.json and its JSON Schema go into DIR, which is made if need be.
    """
    build = compile_folder(find_project(project))
    stop_on_findings(build)
    target.mkdir(parents=True, exist_ok=True)
    files = {PurePosixPath(path).name: content for path, content in data_files(build.timeline).items()}
    for name, content in files.items():
        (target / name).write_bytes(content)
    click.echo(f"Wrote {what_is_in(build)} into {target}: {', '.join(files)}", err=True)
