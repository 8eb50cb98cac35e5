"""Examples below the help text of a command, each with the program's name, so that it can be typed as it stands."""

from __future__ import annotations

from collections.abc import Iterable

import click


def write_examples(
    ctx: click.Context, formatter: click.HelpFormatter, examples: Iterable[tuple[str, str]]
) -> None:
    """Print examples, what each does on the line above it.

    Args:
        ctx: Where the name of the program is found.
        formatter: What the help text is written to.
        examples: What each does, and what is typed behind the name of the program.
    """
    program = ctx.find_root().info_name or "timeline"
    with formatter.section("Examples"):
        for does, typed in examples:
            formatter.write(f"{'':{formatter.current_indent}}# {does}\n")
            formatter.write(f"{'':{formatter.current_indent}}{f'{program} {typed}'.rstrip()}\n")
