"""`timeline explain`: how a date phrase is read, step by step, what a diagnostic code means, and what a field holds.

Codes and fields are tried first. Whatever looks like a code (a letter and three digits) is meant as one.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Literal

import click

from timeline import dates
from timeline.codes import ALL, Code
from timeline.commands.describe import UnknownFieldError, describe
from timeline.commands.examples import write_examples
from timeline.dates import Anchor, Refusal

WIDTH = 90

EXAMPLES = (
    ("how a phrase is read", 'explain "on the 21st" --anchor 2023-05-22'),
    (
        "a time in a zone",
        'explain "around 5:26 am on the 22nd" --anchor 2023-05-22 --zone Europe/Kyiv',
    ),
    ("what a finding means", "explain F201"),
    ("the fields of a claim", "explain events"),
    ("one field", "explain events.source"),
)


class Explain(click.Command):
    """The command with its examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the examples."""
        write_examples(ctx, formatter, EXAMPLES)


@click.command("explain", cls=Explain)
@click.argument("what", metavar="[PHRASE | CODE | FIELD]", required=False)
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
    """Explain a date phrase, a code or a field.

    A phrase is read step by step. Without arguments, list all codes. FIELD is the name of a folder, such as `events`, for all its fields, or
    `events.date` for one. Exit status 1 where a phrase has no reading, or more than one.
    """
    if batch:
        _answer_lines()
        return
    if what is None:
        click.echo("\n".join(f"{code.id}  {code.severity:<7}  {code.name}" for code in ALL.values()))
        return
    code = _code(what.strip())
    lines = list(_about(code)) if code is not None else _field(what)
    if lines is not None:
        click.echo("\n".join(lines))
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
    for line in sys.stdin.buffer:
        answer = _answer(line.decode("utf-8", errors="replace"))
        # Half a surrogate pair, which UTF-8 cannot hold, is written as JSON's own escape for it.
        sys.stdout.buffer.write(answer.encode("utf-8", errors="backslashreplace") + b"\n")
        sys.stdout.buffer.flush()


def _answer(line: str) -> str:
    """Answer one line, an empty one too: whoever asks counts on as many answers as lines."""
    if not line.strip():
        return _no_answer("the line is empty")
    answer = dates.answer_line(line).rstrip("\n")
    if "NaN" in answer or "Infinity" in answer:  # perhaps a number that Python reads and JSON does not know
        try:
            json.loads(answer, parse_constant=_refuse)
        except ValueError as error:
            return _no_answer(f"the line is not JSON: {error}")
    return answer


def _no_answer(why: str) -> str:
    return json.dumps({"id": None, "error": why, "readings": []})


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number of JSON")


def _field(what: str) -> list[str] | None:
    """Describe a field, or say that there is none of that name."""
    try:
        return describe(what)
    except UnknownFieldError as error:
        raise click.UsageError(str(error)) from error


def _code(what: str) -> Code | None:
    """Find the code that is meant; a phrase is never a letter and three digits."""
    found = ALL.get(what.upper()) or next((code for code in ALL.values() if code.name == what.lower()), None)
    if found is None and re.fullmatch(r"[A-Za-z][0-9]{3}", what):
        near = get_close_matches(what.upper(), ALL)
        advice = f"did you mean {' or '.join(near)}?" if near else "`explain` alone lists all"
        raise click.UsageError(f"there is no code {what.upper()}; {advice}")
    return found


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
