"""`timeline explain`: how a date phrase is read, step by step, what a diagnostic code means, and what a field holds.

Codes and fields are tried first. Whatever looks like a code (a letter and three digits) is meant as one.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import click

from timeline import dates
from timeline.codes import ALL, Code
from timeline.commands.batch import answer_input
from timeline.commands.describe import UnknownFieldError, describe
from timeline.commands.examples import write_examples
from timeline.commands.phrase import checked_language, checked_zone, find_point, show
from timeline.commands.project import project_option
from timeline.dates import Refusal

WIDTH = 90

EXAMPLES = (
    ("how a phrase is read", 'explain "on the 21st" --anchor 2023-05-22'),
    (
        "a time in a zone",
        'explain "around 5:26 am on the 22nd" --anchor 2023-05-22 --zone Europe/Kyiv',
    ),
    ("from an event of this timeline", 'explain "two days later" --anchor zelensky-troops-present'),
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
    "--anchor",
    metavar="DATE | ID",
    help="What the phrase is read from: a day or time in ISO 8601 or EDTF, or the id of an event or a source of this timeline.",
)
@click.option(
    "--anchor-kind",
    "--kind",
    "kind",
    type=click.Choice(["source", "event"]),
    help="Reports look back from a source; a story runs forward from an event.  [default: source, of an event's id event]",
)
@click.option(
    "--zone", metavar="ZONE", help="IANA time zone that the phrase is read in, such as Europe/Kyiv."
)
@click.option(
    "--lang",
    metavar="CODE",
    help="Language of the phrase.  [default: en, or that of the record named by --anchor]",
)
@click.option(
    "--tense",
    type=click.Choice(["past", "future"]),
    default="past",
    show_default=True,
    help="Whether the phrase speaks of what was or of what is to come.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option("--batch", is_flag=True, help="Read JSON lines from standard input, answer one line each.")
@project_option
def command(  # noqa: PLR0913 - one argument for each option
    *,
    what: str | None,
    anchor: str | None,
    kind: Literal["source", "event"] | None,
    zone: str | None,
    lang: str | None,
    tense: Literal["past", "future"],
    form: str,
    batch: bool,
    project: Path | None,
) -> None:
    """Explain a date phrase, a code or a field.

    A phrase is read step by step. Without arguments, list all codes. FIELD is the name of a folder, such as `events`, for all its fields, or
    `events.date` for one. Exit status 1 where a phrase has no reading, or more than one.
    """
    if batch:
        if what is not None or anchor or kind or zone or lang or tense != "past":
            raise click.UsageError(
                "with --batch each line names its own phrase, anchor, anchor_kind, zone, lang and tense"
            )
        answer_input()
        return
    if what is None:
        _list_codes(form)
        return
    code = _code(what.strip())
    if code is not None:
        click.echo(_as_json(code) if form == "json" else "\n".join(_about(code)))
        return
    lines = _field(what)
    if lines is not None:
        if form == "json":
            raise click.UsageError("--format json is for phrases and codes; fields are in the JSON Schema")
        click.echo("\n".join(lines))
        return
    checked_zone(zone)
    language = None if lang is None else checked_language(lang)
    point = find_point(anchor, kind, zone, project)
    explanation = dates.explain(
        what,
        point.anchor,
        zone=zone,
        language=language or point.language or "en",
        tense=tense,
        settings=point.settings,
    )
    show(explanation, form=form)
    if isinstance(explanation.result, Refusal):
        raise click.exceptions.Exit(1)


def _list_codes(form: str) -> None:
    if form == "json":
        listed = [
            {"id": code.id, "name": code.name, "severity": code.severity.value} for code in ALL.values()
        ]
        click.echo(json.dumps(listed, indent=2))
        return
    click.echo("\n".join(f"{code.id}  {code.severity:<7}  {code.name}" for code in ALL.values()))


def _as_json(code: Code) -> str:
    """Write a code as data, with the same words."""
    told = {
        "id": code.id, "name": code.name, "severity": code.severity.value, "summary": code.summary,
        "explanation": code.explanation, "wrong": code.wrong, "right": code.right,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=2)


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
