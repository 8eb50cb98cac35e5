"""`timeline export`: the data files."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.commands.project import (
    compile_folder,
    find_project,
    project_option,
    stop_on_findings,
    what_is_in,
)
from timeline.exports import FORMATS, data_set


class Formats(click.ParamType[frozenset[str]]):
    """Some of the formats, with commas between them."""

    name = "formats"

    def convert(
        self, value: str | frozenset[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[str]:
        """Take the list apart."""
        if not isinstance(value, str):
            return value
        chosen = [one.strip() for one in value.split(",") if one.strip()]
        for one in chosen:
            if one not in FORMATS:
                self.fail(f"there is no format '{one}'; choose among {', '.join(FORMATS)}", param, ctx)
        if not chosen:
            self.fail(f"choose among {', '.join(FORMATS)}", param, ctx)
        return frozenset(chosen)


@click.command("export")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format",
    "formats",
    metavar="FORMAT,...",
    type=Formats(),
    default=frozenset(FORMATS),
    show_default="all",
    help=f"What to write: {', '.join(FORMATS)}.",
)
@project_option
def command(*, target: Path, formats: frozenset[str], project: Path | None) -> None:
    """Write the data files.

    They go into DIR, which is made if need be: the whole timeline as JSON, tables as CSV, claims on a map as GeoJSON, a
    calendar, a feed, and the JSON Schemas of the files that contributors write. The site has the same files under data/.
    """
    build = compile_folder(find_project(project))
    stop_on_findings(build)
    files = [file for file in data_set(build.timeline) if file.format in formats]
    for file in files:
        (target / file.name).parent.mkdir(parents=True, exist_ok=True)
        (target / file.name).write_bytes(file.content)
    names = ", ".join(file.name for file in files)
    click.echo(f"Wrote {what_is_in(build)} into {target}: {names}", err=True)
