"""`timeline build`: check, then site, data files and dossier."""

from __future__ import annotations

import os
import shlex
import time
from pathlib import Path

import click

from timeline.commands.printing import printed
from timeline.commands.project import (
    Unusable,
    compile_folder,
    find_project,
    project_option,
    stop_on_findings,
    what_is_in,
)
from timeline.mkdocs_plugin.run import BuildFailedError, SiteError, build_site, log_to_stderr


@click.command("build")
@click.option("--strict", is_flag=True, help="Let warnings stop the build too.")
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the site goes.  [default: site in the project, site-offline with --offline]",
)
@click.option("-v", "--verbose", is_flag=True, help="Show what MkDocs says.")
@click.option("--no-pdf", is_flag=True, help="Leave out the dossier and the links to it.")
@click.option(
    "--offline",
    is_flag=True,
    help="Make a copy that a browser reads from the disk, without filters and search.",
)
@project_option
def command(  # noqa: PLR0913 - its options
    *,
    project: Path | None,
    site_dir: Path | None,
    strict: bool,
    verbose: bool,
    no_pdf: bool,
    offline: bool,
) -> None:
    """Check the content and build the site (the default).

    Data files and the dossier are part of it. The old site stays in place until the new one is whole. Errors in the content stop the build.
    """
    start = time.monotonic()
    folder = find_project(project, for_site=True)
    site = site_dir or folder / ("site-offline" if offline else "site")
    build = compile_folder(folder, dossier=not no_pdf)
    stop_on_findings(build, strict=strict)
    build = printed(folder, build, strict=strict)
    try:
        with log_to_stderr(verbose=verbose):
            build_site(folder, site, build, strict=strict, offline=offline)
    except BuildFailedError as error:
        raise click.ClickException(str(error)) from error
    except SiteError as error:
        raise Unusable(str(error)) from error
    seconds = time.monotonic() - start
    shown = Path(os.path.relpath(site)) if site.resolve().is_relative_to(Path.cwd()) else site
    click.echo(
        f"Built {what_is_in(build)} into {shown}{os.sep} in {seconds:.1f} s; "
        + (
            f"open {shown / 'index.html'} to read it"
            if offline
            else f"run `{_next_step(project)}` to look at it"
        ),
        err=True,
    )


def _next_step(project: Path | None) -> str:
    """Give the command that shows this project, as it is typed where the user stands."""
    where = "" if project is None else f" --project {shlex.quote(str(project))}"
    return f"{click.get_current_context().find_root().info_name} serve{where}"
