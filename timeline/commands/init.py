"""`timeline init`: a timeline of one's own, in a folder that is ready to become a repository."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import click

from timeline.commands.examples import write_examples
from timeline.commands.project import Unusable, find_project
from timeline.compiler import compile_project
from timeline.contribute.starter import EXAMPLE, Choices, Host, starter_files
from timeline.contribute.tool import tool_files
from timeline.diagnostics import Severity
from timeline.source.folder import CONTENT, SETTINGS

EXAMPLES = (
    ("a new timeline", 'init harbour-fire --title "Fire at the grain terminal, March 2024"'),
    (
        "with all that is known",
        "init fire --repository https://github.com/me/fire --time-zone Europe/Lisbon --contact me@example.org",
    ),
    ("the newest tool in an older timeline", "init harbour-fire --update"),
)

_OPTIONS = {"title": "--title", "language": "--language", "time_zone": "--time-zone"}
_OPTIONS |= {"site_url": "--site-url", "edit_url": "--repository", "contact": "--contact"}
"""Which option a line of `timeline.yml` comes from."""

_KNOWN_HOSTS: Mapping[str, Host] = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
_OWNER = re.compile(r"@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?|[^@\s]+@[^@\s]+")


class Init(click.Command):
    """The command with its examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the examples."""
        write_examples(ctx, formatter, EXAMPLES)


@click.command("init", cls=Init)
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="Title of the timeline.  [default: the folder's name]")
@click.option(
    "--language", metavar="TAG", default="en", show_default=True, help="Language of your own words."
)
@click.option("--time-zone", metavar="ZONE", help="IANA name of the zone of times whose place fixes none.")
@click.option("--site-url", metavar="URL", help="Where the site will stand.")
@click.option("--repository", metavar="URL", help="Web address of the repository.")
@click.option(
    "--host",
    type=click.Choice(["github", "gitlab", "forgejo", "other"]),
    help="Whose checks and forms to write.  [default: as --repository tells; without it, github]",
)
@click.option("--contact", metavar="ADDRESS", help="Mail or web address for corrections and removals.")
@click.option(
    "--owner", "owners", metavar="@NAME", multiple=True, help="Who must agree to changes of what runs."
)
@click.option("--no-example", is_flag=True, help="Leave out the made-up example.")
@click.option(
    "--update", is_flag=True, help="Renew the tool and its lock in an older timeline, and nothing else."
)
def command(  # noqa: PLR0913 - each is an option
    *,
    target: Path,
    title: str | None,
    language: str,
    time_zone: str | None,
    site_url: str | None,
    repository: str | None,
    host: str | None,
    contact: str | None,
    owners: tuple[str, ...],
    no_example: bool,
    update: bool,
) -> None:
    """Start a timeline of your own.

    DIR gets settings, a made-up example to learn from, checks for the code host, settings for editors, and this very
    version of the tool, pinned by hash. Files that are there already are never overwritten.
    """
    tool = _tool()
    if update:
        _update(target, tool)
        return
    choices = Choices(
        title=(title or target.resolve().name.replace("-", " ").replace("_", " ").strip()).strip(),
        language=language,
        time_zone=time_zone,
        host=cast("Host", host) if host else _host_of(repository),
        repository=repository.rstrip("/").removesuffix(".git") if repository else None,
        site_url=site_url,
        contact=contact,
        owners=_checked(owners),
        example=not no_example,
    )
    files = starter_files(choices, tool)
    _refuse_faults(files)
    _refuse_to_overwrite(target, files)
    _write(target, files)
    if no_example:
        (target / CONTENT / "events").mkdir(parents=True, exist_ok=True)
    _say_what_is_next(target, len(files))


def _host_of(repository: str | None) -> Host:
    """Tell the host from the repository's address; of one that nobody knows, no checks and no links are written."""
    if repository is None:
        return "github"
    name = urlsplit(repository).hostname or ""
    if not name or not repository.startswith(("https://", "http://")):
        raise click.BadParameter(
            "this is not a web address that starts with https:// or http://", param_hint="--repository"
        )
    known = _KNOWN_HOSTS.get(name) or ("gitlab" if name.startswith("gitlab.") else None)
    if known is None:
        click.echo(
            f"{name} is no code host that is known here; `--host` says whose checks to write", err=True
        )
    return known or "other"


def _tool() -> dict[str, bytes]:
    try:
        return tool_files()
    except PackageNotFoundError as error:
        raise Unusable(
            "this tool runs without having been installed, so it cannot pin itself; start it with "
            "`python3 build.py init`, or install it with pip"
        ) from error


def _checked(owners: tuple[str, ...]) -> tuple[str, ...]:
    for owner in owners:
        if not _OWNER.fullmatch(owner):
            raise click.BadParameter(
                f"{owner!r} is not an account such as @name, a team such as @organisation/team, or a mail address",
                param_hint="--owner",
            )
    return owners


def _refuse_faults(files: Mapping[str, bytes]) -> None:
    """Check the new timeline before anything is written; only an option can have put a fault into it."""
    content = {
        path: text for path, text in files.items() if path == SETTINGS or path.startswith(f"{CONTENT}/")
    }
    for found in compile_project(content, site=False).diagnostics:
        if found.severity is Severity.ERROR:
            lines = content[found.span.path].decode().splitlines()
            field = lines[found.span.line - 1].partition(":")[0]
            hint = f" ({found.hint})" if found.hint else ""
            raise click.BadParameter(
                f"{found.message}{hint}", param_hint=_OPTIONS.get(field, str(found.span))
            )


def _refuse_to_overwrite(target: Path, files: Mapping[str, bytes]) -> None:
    there = [path for path in files if (target / path).exists() or (target / path).is_symlink()]
    if there:
        several = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise Unusable(
            f"{target} already has {', '.join(there[:3])}{several}; nothing was written\n\n"
            "Choose a new folder, or move these files aside until the others are written. To renew the tool in a timeline that is there: add --update"
        )


def _update(target: Path, tool: Mapping[str, bytes]) -> None:
    """Renew what belongs to the tool, the new wheel first, so that an interruption leaves something that installs."""
    find_project(target)
    vendor = target / "vendor"
    old = set(vendor.glob("timeline-*.whl")) if vendor.is_dir() else set()
    changed = [path for path, content in tool.items() if not _holds(target / path, content)]
    _write(target, {path: tool[path] for path in changed})
    gone = sorted(old - {target / path for path in tool})
    for path in gone:
        path.unlink()
    names = [*changed, *(f"{path.relative_to(target).as_posix()} (removed)" for path in gone)]
    click.echo(
        f"Renewed: {', '.join(names)}" if names else "This timeline has this version of the tool already.",
        err=True,
    )
    if names:
        click.echo("Next: .venv/bin/pip install --require-hashes -r requirements.txt", err=True)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)


def _say_what_is_next(target: Path, count: int) -> None:
    click.echo(
        f"Wrote {count} files into {target}\n\n"
        "Next:\n"
        f"  cd {shlex.quote(str(target))}\n"
        "  python3 -m venv .venv\n"
        "  .venv/bin/pip install --require-hashes -r requirements.txt\n"
        "  .venv/bin/timeline serve\n\n"
        f"The files named {EXAMPLE}* are a made-up example. README.md lists what to do before you publish.",
        err=True,
    )
