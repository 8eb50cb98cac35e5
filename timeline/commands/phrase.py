"""`timeline explain PHRASE`: how a phrase is read, from a day that is given or from a record of the project.

What enters: what was typed. What leaves: the explanation as text or JSON, and what is known of the anchor from the
project's files. What it refuses: an anchor, a zone or a language that is none, with the nearest that is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

import click

from timeline import dates
from timeline.commands.project import Unusable, find_project, screen
from timeline.dates import Anchor, Explanation, Refusal, Settings
from timeline.dates.telling import LANGUAGE_NAMES
from timeline.ids import did_you_mean, looks_like_id
from timeline.model import Timeline
from timeline.removal import without_removed
from timeline.resolve import resolve
from timeline.schema import read_records
from timeline.source import read_document
from timeline.source.folder import read_folder

Kind = Literal["source", "event"]
WIDEST: Final = 100


NOTHING_SETTLED: Final = Settings()


@dataclass(frozen=True, slots=True)
class Point:
    """What a phrase is read from, and what the anchor's own record says of the words."""

    anchor: Anchor | None = None
    language: str | None = None
    settings: Settings = NOTHING_SETTLED


def find_point(word: str | None, kind: Kind | None, zone: str | None, project: Path | None) -> Point:
    """Read an anchor: a date, or the id of an event or a source of the project."""
    if word is None:
        return Point()
    given = dates.parse_anchor(word, kind=kind or "source", zone=zone)
    if isinstance(given, Anchor):
        return Point(given)
    if not looks_like_id(word) or not re.search("[a-z]", word):
        hint = f"; {given.hint}" if given.hint else ""
        raise click.BadParameter(f"{given.message}{hint}", param_hint="--anchor")
    try:
        timeline = _timeline(find_project(project))
    except Unusable as nowhere:
        raise click.BadParameter(
            f"“{word}” is no date, and there is no timeline here whose event or source it could be: "
            "stand in its folder, or name it with --project",
            param_hint="--anchor",
        ) from nowhere
    return _record(word, kind, timeline)


def _timeline(project: Path) -> Timeline:
    """Read a project as far as its dates; what is wrong with it is for `check` to say."""
    inputs, _ = read_folder(project)
    documents = [read_document(path, inputs[path])[0] for path in sorted(inputs)]
    return without_removed(resolve(read_records(documents)[0])[0])


def _record(word: str, kind: Kind | None, timeline: Timeline) -> Point:
    """Find the event or the source that is meant."""
    settings = timeline.settings
    start = Settings(war_start=date.fromisoformat(settings.story_start) if settings.story_start else None)
    if word in timeline.events:
        event = timeline.events[word]
        cited = timeline.sources.get(event.citations[0].source) if event.citations else None
        language = (cited.language if cited else None) or settings.language
        label = f"the event `{word}`"
        return Point(
            dates.anchor_from(event.date.resolution, kind=kind or "event", label=label), language, start
        )
    if word in timeline.sources:
        source = timeline.sources[word]
        if source.published is None:
            raise click.BadParameter(
                f"the source `{word}` has no `published`, so nothing can be read from it",
                param_hint="--anchor",
            )
        label = f"the publication of `{word}`"
        point = dates.anchor_from(source.published.resolution, kind=kind or "source", label=label)
        return Point(point, source.language or settings.language, start)
    advice = did_you_mean(word, [*timeline.events, *timeline.sources])
    raise click.BadParameter(
        f"there is no event or source `{word}`" + (f"; {advice}" if advice else ""), param_hint="--anchor"
    )


def checked_zone(zone: str | None) -> None:
    """Refuse a zone that does not exist."""
    if zone is not None and dates.zone_of(zone) is None:
        raise click.BadParameter(
            f"there is no time zone “{zone}”; {dates.zone_hint(zone)}", param_hint="--zone"
        )


def checked_language(language: str) -> str:
    """Take any code of a language; of one without words, only ISO 8601 and EDTF are read, and the explanation says so."""
    if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*", language):
        return language
    names = {name.lower(): code for code, name in LANGUAGE_NAMES.items()}
    found = names.get(language.lower())
    advice = f"did you mean {found}?" if found else f"these are read: {', '.join(dates.LANGUAGES)}"
    raise click.BadParameter(f"“{language}” is no code of a language; {advice}", param_hint="--lang")


def show(explanation: Explanation, *, form: str) -> None:
    """Print an explanation; what could be typed instead goes to standard error."""
    if form == "json":
        click.echo(json.dumps(explanation.as_data(), ensure_ascii=False, indent=2))
        return
    color, width = screen()
    text = explanation.as_text(width=min(width or WIDEST, WIDEST), color=color)
    click.echo(text.rstrip("\n"), color=color or None)
    advice = _advice(explanation)
    if advice:
        click.echo(advice, err=True)


def _advice(explanation: Explanation) -> str:
    """What could be typed for a refusal that the command line can mend."""
    found, anchor = explanation.result, explanation.anchor
    if not isinstance(found, Refusal):
        return ""
    if found.code == "D306" and anchor is None and not explanation.readings:
        return "To read it from a day, add it: --anchor 2023-05-22, or the id of an event or a source of this timeline."
    if found.code == "D307":
        return "If it is told from an event, say so: --anchor EVENT-ID, or --anchor 2023-05-21 --anchor-kind event."
    return ""
