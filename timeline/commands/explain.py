"""`timeline explain`: how a date phrase is read, step by step, and what a diagnostic code means."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import Literal

import click

from timeline import dates
from timeline.codes import ALL, Code
from timeline.dates import Anchor, Refusal

WIDTH = 90


@click.command("explain")
@click.argument("what", metavar="[PHRASE | CODE]", required=False)
@click.option(
    "--anchor", metavar="DATE", help="The day or time that the phrase is read from, in ISO 8601 or EDTF."
)
@click.option(
    "--anchor-kind",
    type=click.Choice(["source", "event"]),
    default="source",
    show_default=True,
    help="Reports look back from a source; a story runs forward from an event.",
)
@click.option(
    "--zone", metavar="ZONE", help="IANA time zone that the phrase is read in, such as Europe/Kyiv."
)
@click.option("--lang", default="en", show_default=True, help="Language of the phrase.")
@click.option(
    "--tense",
    type=click.Choice(["past", "future"]),
    default="past",
    show_default=True,
    help="Whether the phrase speaks of what was or of what is to come.",
)
@click.option("--batch", is_flag=True, help="Read JSON lines from standard input, answer one line each.")
def command(  # noqa: PLR0913 - one argument for each option
    *,
    what: str | None,
    anchor: str | None,
    anchor_kind: Literal["source", "event"],
    zone: str | None,
    lang: str,
    tense: Literal["past", "future"],
    batch: bool,
) -> None:
    r"""Explain how a date phrase is read, or what a code means.

    Without arguments, list all codes. Exit status 1 where a phrase has no reading, or more than one.

    \b
    Examples:
      timeline explain "on the 21st" --anchor 2023-05-22
      timeline explain "around 5:26 am on the 22nd" --anchor 2023-05-22 --zone Europe/Kyiv
      timeline explain F201
    """
    if batch:
        _answer_lines()
        return
    if what is None:
        click.echo("\n".join(f"{code.id}  {code.severity:<7}  {code.name}" for code in ALL.values()))
        return
    code = _code(what)
    if code is not None:
        click.echo("\n".join(_about(code)))
        return
    if zone is not None and dates.zone_of(zone) is None:
        raise click.BadParameter(f"{zone!r} is no IANA time zone, such as Europe/Kyiv", param_hint="--zone")
    if lang not in dates.LANGUAGES:
        raise click.BadParameter(f"{lang!r} is not one of {', '.join(dates.LANGUAGES)}", param_hint="--lang")
    point = None if anchor is None else _anchor(anchor, anchor_kind, zone)
    explanation = dates.explain(what, point, zone=zone, language=lang, tense=tense)
    click.echo(explanation.as_text().rstrip("\n"))
    if isinstance(explanation.result, Refusal):
        raise click.exceptions.Exit(1)


def _anchor(text: str, kind: Literal["source", "event"], zone: str | None) -> Anchor:
    """Read the anchor, or say why it is none."""
    anchor = dates.parse_anchor(text, kind=kind, zone=zone)
    if isinstance(anchor, Refusal):
        raise click.BadParameter(anchor.message, param_hint="--anchor")
    return anchor


def _answer_lines() -> None:
    """Answer each line as soon as it is there, so that another program can talk to us through pipes."""
    for answer in dates.answer_lines(line.decode("utf-8", errors="replace") for line in sys.stdin.buffer):
        sys.stdout.buffer.write(answer.rstrip("\n").encode() + b"\n")
        sys.stdout.buffer.flush()


def _code(what: str) -> Code | None:
    return ALL.get(what.upper()) or next((code for code in ALL.values() if code.name == what.lower()), None)


def _about(code: Code) -> Iterator[str]:
    """Write what the docs page of codes says, for a terminal."""
    yield f"{code.id} {code.name} ({code.severity})"
    yield ""
    yield textwrap.fill(code.summary, WIDTH)
    for paragraph in code.explanation.split("\n\n"):
        yield ""
        yield textwrap.fill(" ".join(paragraph.split()), WIDTH)
    for title, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            yield ""
            yield f"{title}:"
            yield textwrap.indent(example.strip("\n"), "    ")
