"""The command line: finds the command, loads its module, and turns every failure of the surroundings into one line.

What enters: arguments. What leaves: results on standard output, progress and findings on standard error (for `check`,
findings are the result), and an exit status: 0 done, 1 the content has errors, 2 wrong usage or a folder, file or
address that cannot be used, 130 interrupted.

The modules of commands are loaded only when they run, so that `check` does not wait for MkDocs.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from timeline import __version__
from timeline.commands.examples import write_examples

COMMANDS: Mapping[str, str] = {
    "build": "Check the content and build the site (the default).",
    "check": "Show every finding in the content.",
    "pdf": "Print the dossier: the timeline as a PDF to file, annotate and put on a table.",
    "serve": "Show a live preview that follows every change.",
    "new": "Write a new claim, or another record, after showing how its dates resolve.",
    "explain": "Explain a date phrase, a code or a field.",
    "diff": "Say what a branch changes, for whoever reviews it.",
    "emit": "Write the site as a plain Markdown tree.",
    "export": "Write the data files.",
    "check-links": "Ask every address in the content whether it still answers.",
    "import": "Bring claims in from a spreadsheet (CSV or XLSX).",
    "init": "Start a timeline of your own.",
}
"""Every command and what it does, in the order of the help text."""

_MODULES = {"check-links": "check_links", "import": "import_file"}
"""Where a command's name can be no name in Python."""

DEFAULT = "build"
EXIT_INTERRUPTED = 130
"""As a shell gives it for a program that Ctrl-C has ended."""

EXAMPLES = (
    ("build the site into site/", ""),
    ("findings in these files", "check content/events"),
    ("add a claim", "new"),
    ("how a date is read", 'explain "last Friday" --anchor 2023-05-22'),
    ("what a code means", "explain D301"),
    ("what a claim can say", "explain events"),
)


class Commands(click.Group):
    """The group of all commands, each loaded when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names in the order of the help text."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"timeline.commands.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; suggest one where the name is nearly right."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean '{near[0]}'?", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an interruption is no error of the content, so it has a status of its own."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nInterrupted", err=True)
            ctx.exit(EXIT_INTERRUPTED)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the examples."""
        write_examples(ctx, formatter, EXAMPLES)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take arguments without a command as those of the default one."""
        own = {name for option in self.params for name in option.opts} | {"--help", "-h"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args.insert(0, DEFAULT)
        return super().parse_args(ctx, args)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", "-V", message="timeline %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Compile competing accounts of contested events into a website and open data."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        ctx.color = False


def program() -> str:
    """Name the program as the user started it, for hints that can be typed in."""
    return "timeline" if Path(sys.argv[0]).stem == "timeline" else "python3 build.py"


def main() -> None:
    """Run the command that the arguments name, and exit."""
    # Material prints a box about MkDocs 2 otherwise; docs/decisions say in our own words what it is about.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        commands(prog_name=program())
    except OSError as error:
        click.echo(f"error: {_in_words(error)}", err=True)
        sys.exit(2)


def _in_words(error: OSError) -> str:
    """Say what the system refused, without its number."""
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


if __name__ == "__main__":
    main()
