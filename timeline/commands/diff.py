"""`timeline diff`: what a branch changes in the resolved timeline."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Any

import click

from timeline.commands.examples import write_examples
from timeline.commands.git import Committed, Repository, repository_at
from timeline.commands.project import (
    Unusable,
    compile_folder,
    counted,
    find_project,
    project_option,
)
from timeline.compiler import Build, compile_project
from timeline.contribute.changes import Changes, Point, compare
from timeline.contribute.summary import LIMIT, json_summary, markdown_summary
from timeline.source.configuration import CONFIGURATION, check_configuration_text
from timeline.source.folder import CONTENT, SETTINGS, read_listing
from timeline.text import safe_url

EXAMPLES = (
    ("what this branch changes, since it left main", "diff main"),
    ("the same as JSON, between two tags and nothing in between", "diff v1 --head v2 --exact --format json"),
    ("two checkouts side by side, without git", "diff ../base --project ../head"),
    ("for the summary of a workflow, which may be larger than a comment", "diff origin/main --limit 1000000"),
)


class _Command(click.Command):
    """A command with examples below its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_examples(ctx, formatter, EXAMPLES)


def _address(_: click.Context, option: click.Parameter, given: str) -> str:
    """Take an address that may stand in a link, also one of this machine."""
    local = given.startswith(("http://127.0.0.1", "http://localhost"))
    if given and not (
        safe_url(given) or (local and given.isascii() and not set(given) & set(" <>()[]\\\"'|`"))
    ):
        raise click.BadParameter(f"{given!r} is no address such as https://example.org/preview", param=option)
    return (
        given.replace("(", "%28")
        .replace(")", "%29")
        .replace("|", "%7C")
        .replace("[", "%5B")
        .replace("]", "%5D")
    )


@click.command("diff", cls=_Command)
@click.argument("base", metavar="BASE")
@click.option("--head", metavar="REV", help="A revision to compare instead of the folder as it is.")
@click.option("--exact", is_flag=True, help="Compare with BASE itself, not with where the branches part.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="How the summary is written.",
)
@click.option(
    "--preview", metavar="URL", default="", callback=_address, help="Site built from the head, to link to."
)
@click.option(
    "--files",
    metavar="URL",
    default="",
    callback=_address,
    help="Address before a file's path, to link to lines.",
)
@click.option(
    "--limit",
    metavar="BYTES",
    type=click.IntRange(min=0),
    default=LIMIT,
    show_default=True,
    help="Longest Markdown; 0 for all of it.",
)
@click.option("--strict", is_flag=True, help="Let new warnings fail too.")
@project_option
def command(**options: Any) -> None:  # noqa: ANN401 - click's options, each typed by `_run`
    """Say what a branch changes, for whoever reviews it.

    What is compared is the resolved timeline: not the text of files, but what they mean.

    BASE is a revision of git (a branch, a tag, a commit), or a folder that holds another version of the timeline. With a
    revision, the summary tells what came since the branches parted, as code hosts compare them.

    The folder is compared as it stands, files that were not committed included. Nothing is checked out or written.

    Exit status: 0 no errors, 1 errors in the content (not those of BASE), 2 wrong usage.
    """
    _run(**options)


def _run(  # noqa: PLR0913 - one for each option
    *,
    base: str,
    head: str | None,
    exact: bool,
    form: str,
    preview: str,
    files: str,
    limit: int,
    strict: bool,
    project: Path | None,
) -> None:
    changes = _changes(base, head, project, exact=exact)
    if form == "json":
        click.echo(json_summary(changes), nl=False)
    else:
        everything = _everything(base, head, project, exact=exact)
        click.echo(
            markdown_summary(changes, preview=preview, files=files, limit=limit, command=everything).encode(),
            nl=False,
        )
    if changes.head.errors or (strict and changes.count("warning")):
        raise click.exceptions.Exit(1)


def _changes(base: str, head: str | None, project: Path | None, *, exact: bool) -> Changes:
    folder = _project(project, head)
    repository = _repository(base, head, folder)
    other = _folder(base, repository)
    if other is not None and head is None:
        before = compile_folder(find_project(other))
        return compare(
            before,
            compile_folder(folder),
            base_point=Point(name=base),
            head_point=Point(name=str(project or ".")),
        )
    if repository is None:
        raise Unusable(
            f"there is no folder {base}, and {folder} is in no git repository\n\nName a folder that holds another version"
            " of the timeline, or go to a repository."
        )
    if other is not None:
        raise Unusable("--head names a revision, so BASE has to be one too, and it is a folder")
    now, name = _head(repository, folder, head)
    tip = repository.found(head) if head else repository.commit("HEAD")
    wanted = repository.found(base)
    if not exact and tip is not None:
        wanted = repository.merge_base(wanted, tip, (base, head or "HEAD"))
    committed = Committed(repository, wanted, base)
    before = _compiled(committed)
    return compare(
        before,
        now,
        base_point=Point(name=base, commit=wanted, empty=committed.is_empty),
        head_point=Point(name=name, commit=tip if head else None),
    )


def _repository(base: str, head: str | None, folder: Path) -> Repository | None:
    """Find the repository, unless two folders are compared."""
    if head is None and _is_surely_folder(base):
        return None
    try:
        return repository_at(folder)
    except Unusable:
        if head is None and Path(base).is_dir():  # then git is not needed
            return None
        raise


def _project(given: Path | None, head: str | None) -> Path:
    """Find the project's folder; with `--head` nothing of it needs to be on the disk."""
    if head is None:
        try:
            return find_project(given)
        except Unusable as error:
            there = given or Path.cwd()
            found = repository_at(there) if there.is_dir() else None
            if found is not None and found.bare:
                raise Unusable(
                    f"{there} is a bare repository, with no files to compare\n\nName what to compare with --head REV."
                ) from error
            raise
    folder = (given or Path.cwd()).resolve()
    if not folder.is_dir():
        raise Unusable(f"there is no folder {folder}")
    return folder


def _is_surely_folder(base: str) -> bool:
    """Whether a name can only be meant as a folder."""
    return (
        base in {".", ".."}
        or base.startswith(("./", "../", "/", f".{os.sep}", f"..{os.sep}"))
        or Path(base).is_absolute()
    )


def _folder(base: str, repository: Repository | None) -> Path | None:
    """Give the folder that BASE names, if it names one."""
    path = Path(base)
    if not path.is_dir():
        if _is_surely_folder(base):
            raise Unusable(f"there is no folder {base}")
        return None
    if _is_surely_folder(base) or repository is None or repository.commit(base) is None:
        return path
    if not ((path / SETTINGS).exists() or (path / CONTENT).exists()):
        return None
    raise Unusable(
        f"{base} is a folder and a revision\n\nWrite ./{base} for the folder, or refs/heads/{base} for the branch."
    )


def _head(repository: Repository, folder: Path, head: str | None) -> tuple[Build, str]:
    """Compile what is compared: a revision, or the folder as it stands."""
    if head is not None:
        committed = Committed(repository, repository.found(head), head)
        if committed.is_empty:
            where = f"{head}:{repository.prefix}" if repository.prefix else head
            raise Unusable(f"{where} has no timeline: neither {SETTINGS} nor {CONTENT}/")
        return _compiled(committed), head
    if repository.bare:
        raise Unusable(f"{folder} is a bare repository\n\nName what to compare with --head REV.")
    build = compile_folder(folder)
    _say_what_is_not_committed(repository, build)
    return build, "the folder as it is"


def _say_what_is_not_committed(repository: Repository, build: Build) -> None:
    """Tell on standard error what of the folder is part of no commit."""
    unmerged = repository.unmerged()
    untracked = [path for path in repository.untracked() if path in build.texts]
    if unmerged:
        click.echo(f"note: a merge is in progress; {counted(len(unmerged), 'file')} with conflicts", err=True)
    if untracked:
        listed = ", ".join(untracked[:5]) + (", …" if len(untracked) > 5 else "")
        click.echo(f"note: compared too, but not added to git: {listed}", err=True)


def _compiled(committed: Committed) -> Build:
    inputs, findings = read_listing(committed)
    has_configuration = committed.kind(CONFIGURATION) == "file"
    configuration = check_configuration_text(committed.read(CONFIGURATION)) if has_configuration else ()
    return compile_project(inputs, handwritten=committed.handwritten(), findings=(*findings, *configuration))


def _everything(base: str, head: str | None, project: Path | None, *, exact: bool) -> str:
    """Write the command that shows the whole summary."""
    program = click.get_current_context().find_root().info_name or "timeline"
    parts = [base, *(["--head", head] if head else []), *(["--exact"] if exact else [])]
    parts += ["--project", str(project)] if project else []
    return f"{program} diff {' '.join(map(shlex.quote, parts))} --limit 0"
