"""`timeline check-links`: whether the sources still answer at their addresses."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import click

from timeline.addresses import (
    Answer,
    Manners,
    Network,
    Outcome,
    addresses_in,
    as_report,
    ask_all,
    findings_of,
)
from timeline.commands.check import MACHINE_FORMATS
from timeline.commands.project import compile_folder, find_project, project_option, text_of
from timeline.diagnostics import Severity
from timeline.model import Timeline
from timeline.severities import with_wishes
from timeline.source.folder import read_folder

NETWORK = Network()
"""Tests put a network of their own in its place."""


@click.command("check-links")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *MACHINE_FORMATS]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write every answer as JSON, too.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail.")
@click.option(
    "--pause",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to one host.",
)
@project_option
def command(*, form: str, report: Path | None, strict: bool, pause: float, project: Path | None) -> None:
    """Ask every address in the content whether it still answers.

    This is the one command that asks other hosts for anything. It connects to public addresses alone, follows their
    redirects, keeps to robots.txt, and asks each host one address at a time.
    Exit status: 0 done (warnings allowed, save with --strict), 1 warnings with --strict, 2 wrong usage.
    """
    folder = find_project(project)
    inputs, _ = read_folder(folder)
    build = compile_folder(folder, site=False)
    addresses = addresses_in(inputs, without=_removed(build.timeline))
    answers = ask_all(
        [each.url for each in addresses], NETWORK, Manners(pause=pause), tell=_Progress(len(addresses))
    )
    found = with_wishes(findings_of(addresses, answers), build.timeline.settings.severities)
    if report is not None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        data = as_report(addresses, answers, asked=now)
        report.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    if form == "text":
        if found:
            click.echo(text_of(found, build, err=False))
    else:
        click.echo(MACHINE_FORMATS[form](found), nl=False)
    click.echo(_counts(answers), err=True)
    if len(answers) > 1 and all(answer.outcome is Outcome.UNREACHABLE for answer in answers.values()):
        click.echo("No host answered at all; is this machine on the web?", err=True)
    if strict and any(each.severity is not Severity.NOTE for each in found):
        raise click.exceptions.Exit(1)


def _removed(timeline: Timeline) -> set[str]:
    return {f"content/events/{event.id}.yml" for event in timeline.events.values() if event.removed}


def _counts(answers: dict[str, Answer]) -> str:
    counts = Counter(answer.outcome for answer in answers.values())
    named = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    return (
        f"Asked {len(answers)} {'address' if len(answers) == 1 else 'addresses'}: {named}"
        if answers
        else "The content names no address"
    )


class _Progress:
    """Counts the answers on a terminal, and keeps silent elsewhere."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.lock = Lock()

    def __call__(self, answer: Answer) -> None:  # noqa: ARG002 - how it answered is told at the end
        """Take note of one answer."""
        with self.lock:
            self.done += 1
            if sys.stderr.isatty():
                end = "\n" if self.done == self.total else ""
                click.echo(f"\r{self.done}/{self.total} addresses asked{end}", err=True, nl=False)
