"""`timeline emit`: the site as a plain Markdown tree."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.commands.printing import printed
from timeline.commands.project import (
    DOCS,
    Unusable,
    compile_folder,
    find_project,
    project_option,
    stop_on_findings,
    what_is_in,
)
from timeline.dossier.card import with_card
from timeline.handwritten import handwritten_files
from timeline.tree import TreeRefusedError, tree, write_tree


@click.command("emit")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--no-pdf", is_flag=True, help="Leave out the dossier and the links to it.")
@project_option
def command(*, target: Path, project: Path | None, no_pdf: bool) -> None:
    """Write the site as a plain Markdown tree.

    The tree builds with MkDocs and Material alone, without this program, and gives the same site. DIR must be new,
    empty, or made by an earlier run; files that somebody else put there are never touched.
    """
    folder = find_project(project)
    build = compile_folder(folder, dossier=not no_pdf)
    stop_on_findings(build)
    build = printed(folder, build)
    files = tree(with_card(build), handwritten_files(folder / DOCS))
    try:
        write_tree(target, files)
    except TreeRefusedError as error:
        raise Unusable(str(error)) from error
    click.echo(f"Wrote {what_is_in(build)} as {len(files):,} files into {target}", err=True)
