"""`timeline check`: every finding at once."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.commands.mend import mend_files
from timeline.commands.project import (
    Unusable,
    compile_folder,
    counted,
    find_project,
    project_option,
    text_of,
)
from timeline.compiler import Build
from timeline.diagnostics import Diagnostic, Severity
from timeline.report import as_github, as_gitlab, as_json, as_sarif

MACHINE_FORMATS = {"github": as_github, "gitlab": as_gitlab, "json": as_json, "sarif": as_sarif}


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *MACHINE_FORMATS]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--fix", is_flag=True, help="First mend the form of files; what they say stays the same.")
@click.option("--diff", is_flag=True, help="With --fix: show what it would do, and do nothing.")
@project_option
def command(  # noqa: PLR0913 - one argument for each option
    *, paths: tuple[Path, ...], form: str, strict: bool, fix: bool, diff: bool, project: Path | None
) -> None:
    """Show every finding in the content.

    With PATH, only findings in these files and folders; the whole project is checked all the same.
    With --fix, spaces at the ends of lines, line ends, a byte order mark, Unicode NFC and the order of fields are mended
    first, with their comments. Exit status: 0 no errors (warnings allowed, save with --strict), 1 errors, 2 wrong usage.
    """
    folder = find_project(project)
    wanted = [_in_project(path, folder) for path in paths]
    if diff and not fix:
        raise click.UsageError("--diff belongs to --fix")
    if fix:
        mend_files(folder, lambda path: not wanted or _is_in(path, wanted), show_only=diff)
    if diff:
        return
    build = compile_folder(folder)
    found = tuple(each for each in build.diagnostics if not wanted or _is_in(each.span.path, wanted))
    if form == "text":
        click.echo(_as_text(found, build))
        if len(found) < len(build.diagnostics):
            click.echo(f"{counted(len(build.diagnostics) - len(found), 'finding')} in other files", err=True)
    else:
        click.echo(MACHINE_FORMATS[form](found), nl=False)
    forbidden = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(each.severity in forbidden for each in found):
        raise click.exceptions.Exit(1)


def _as_text(found: tuple[Diagnostic, ...], build: Build) -> str:
    return text_of(found, build, err=False)


def _in_project(path: Path, project: Path) -> str:
    """Turn a path as typed into one relative to the project; "" is the project itself."""
    absolute = path.absolute()
    if not absolute.exists() and (project / path).exists():
        absolute = project / path
    if not absolute.exists():
        raise Unusable(f"there is no file or folder {path}")
    try:
        relative = absolute.resolve().relative_to(project)
    except ValueError:
        raise Unusable(f"{path} is not in the project {project}") from None
    return "" if relative == Path() else relative.as_posix()


def _is_in(path: str, wanted: list[str]) -> bool:
    return any(not each or path == each or path.startswith(f"{each}/") for each in wanted)
