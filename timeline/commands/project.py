"""What the commands share: finding the project's folder, compiling it, and showing what was found.

What enters: `--project`, or where the user stands. What leaves: a folder that holds a timeline, a `Build`, findings on
standard error. What it refuses: a folder without `timeline.yml` or `content/`, with words on what to create.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from timeline.compiler import Build, compile_project
from timeline.diagnostics import Diagnostic, Severity
from timeline.handwritten import handwritten_pages, handwritten_paths
from timeline.report import as_text
from timeline.source.configuration import CONFIGURATION, check_configuration
from timeline.source.folder import CONTENT, SETTINGS, read_folder

DOCS = "docs"
DEFAULT_PROJECT = "TIMELINE_PROJECT"
"""Environment variable that `build.py` sets, so that it works from any folder."""

NEW_PROJECT = """a timeline needs
  timeline.yml     with a line such as `title: My timeline`
  mkdocs.yml       with the lines `site_name: Timeline`, `theme: material` and `plugins: [timeline]`
  content/events/  with one file per claim; it may be empty at first
and, only where `mkdocs build` is run by itself,
  docs/            with pages of your own; MkDocs insists on this folder, and it may be empty"""

Function = TypeVar("Function", bound=Callable[..., Any])


class Unusable(click.ClickException):
    """The surroundings do not allow what was asked for: a folder, a file or an address. Exit status 2."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Print one line, and what to do below it."""
        click.echo(f"error: {self.format_message()}", file=file, err=True)


def project_option(function: Function) -> Function:
    """Add `--project`."""
    return click.option(
        "--project",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Folder with timeline.yml, mkdocs.yml and content/.  [default: where you stand]",
    )(function)


def find_project(given: Path | None, *, for_site: bool = False) -> Path:
    """Find the project's folder and see that it is one.

    Args:
        given: The value of `--project`.
        for_site: Whether `mkdocs.yml` is needed too.

    Raises:
        Unusable: It is not.
    """
    here = Path.cwd()
    elsewhere = os.environ.get(DEFAULT_PROJECT)
    standing = Path(elsewhere) if elsewhere and not (here / SETTINGS).exists() else here
    project = (given or standing).resolve()
    if not project.is_dir():
        raise Unusable(f"there is no folder {project}")
    needed = (SETTINGS, CONTENT, CONFIGURATION) if for_site else (SETTINGS, CONTENT)
    for name in needed:
        if not (project / name).exists():
            raise Unusable(
                f"{project} has no {name}\n\n"
                f"Go to the folder of a timeline, or name it with --project DIR. To start one: {NEW_PROJECT}"
            )
    return project


def compile_folder(project: Path, *, dossier: bool = True, site: bool = True) -> Build:
    """Read and compile a project; with `dossier`, its pages link to one, unless the project wants none; without `site`, there are none."""
    inputs, findings = read_folder(project)
    return compile_project(
        inputs,
        handwritten=handwritten_paths(project / DOCS),
        written=handwritten_pages(project / DOCS),
        findings=(*findings, *check_configuration(project)),
        dossier=dossier,
        site=site,
    )


def show_findings(build: Build, *, notes: bool = False) -> None:
    """Print findings to standard error, notes only where they are asked for."""
    found = tuple(each for each in build.diagnostics if notes or each.severity is not Severity.NOTE)
    if found:
        click.echo(text_of(found, build, err=True), err=True)


def text_of(found: tuple[Diagnostic, ...], build: Build, *, err: bool) -> str:
    """Write findings for people, with colours where the stream is a terminal that wants them."""
    color, width = screen(err=err)
    return as_text(found, build.texts, color=color, width=width).rstrip("\n")


def screen(*, err: bool = False) -> tuple[bool, int | None]:
    """Tell whether a stream wants colours, and how wide it is; `None` where it is no terminal.

    `NO_COLOR` forbids colours (https://no-color.org), `FORCE_COLOR` asks for them where there is no terminal too.
    """
    stream = sys.stderr if err else sys.stdout
    terminal = stream.isatty()
    wanted = terminal and os.environ.get("TERM") != "dumb"
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0"}
    color = (wanted or forced) and not os.environ.get("NO_COLOR")
    return color, shutil.get_terminal_size().columns if terminal else None


def fails(build: Build, *, strict: bool) -> bool:
    """Whether findings forbid publishing: errors always, warnings under `--strict`, notes never."""
    forbidden = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(found.severity in forbidden for found in build.diagnostics)


def stop_on_findings(build: Build, *, strict: bool = False) -> None:
    """Print findings and end with status 1 where they forbid publishing."""
    show_findings(build)
    if fails(build, strict=strict):
        click.echo("Nothing was written.", err=True)
        raise click.exceptions.Exit(1)


def counted(number: int, noun: str) -> str:
    """Write a number and its noun: `1 source`, `26 claims`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def what_is_in(build: Build) -> str:
    """Count what a build holds as its pages do, in words."""
    shown = build.aligned
    return (
        f"{counted(len(shown.order), 'claim')}, {counted(shown.speakers, 'speaker')}, "
        f"{counted(shown.sources, 'source')}"
    )
