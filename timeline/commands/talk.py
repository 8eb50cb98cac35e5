"""Questions and answers on a terminal, or over a pipe.

What enters: questions. What leaves: answers, without the spaces around them. Questions go to standard error unless both ends
are a terminal, so that standard output holds results alone. Where the answers end, or on Ctrl-C, `StoppedError` is raised.
"""

from __future__ import annotations

import sys

import click


class StoppedError(Exception):
    """Nobody answers any more."""


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def say(text: str = "") -> None:
    """Tell something."""
    click.echo(text, err=True)


def ask(question: str, default: str = "") -> str:
    """Ask for one line; an empty answer is the default."""
    shown = f"{question} [{default}]: " if default else f"{question}: "
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            answer = input(shown)  # with the line editing of the system, which has to know the question
        else:
            click.echo(shown, err=True, nl=False)
            answer = input()
    except (EOFError, KeyboardInterrupt):
        raise StoppedError from None
    if not sys.stdin.isatty():
        say()  # a pipe does not show the line end that a person types
    return answer.strip() or default


def ask_lines(question: str) -> str:
    """Ask for a text that may be pasted in several lines; an empty line ends it. Lines are joined by spaces."""
    lines: list[str] = []
    while line := ask(question if not lines else "  ... (Enter ends)"):
        lines.append(line)
    return " ".join(lines)


def yes(question: str, *, default: bool) -> bool:
    """Ask whether to do something."""
    while True:
        answer = ask(f"{question} {'[Y/n]' if default else '[y/N]'}").lower()
        if answer in {"", "y", "yes", "n", "no"}:
            return default if not answer else answer.startswith("y")
        say("Please answer y or n.")
