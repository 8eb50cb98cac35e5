"""What the options of `new` give: one for most fields, `--set` for all others, `--from-issue` for many at once.

What enters: the values of options. What leaves: a record as plain data. What it refuses: a field that the kind of record
does not have, with the words of a command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from timeline.catalogue import FOLDER_WORDS
from timeline.commands.project import Unusable
from timeline.commands.talk import say
from timeline.contribute.composing import Record, about, relations, with_field
from timeline.contribute.issue import TwiceError, read_issue
from timeline.fields import RECORDS
from timeline.source import LARGEST

Given = Mapping[str, str | tuple[str, ...] | None]
"""The values of options by their names in Python."""

FOLDERS = {"claim": "events"} | {word: folder for folder, word in FOLDER_WORDS.items() if folder != "events"}
"""What may be made, and where it stands."""

NOT_OF_THE_RECORD = "-"
"""Instead of a way to a field: the option is of another record, see `new_source`."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option that gives one field."""

    name: str
    metavar: str
    help: str
    path: str = ""
    """Of the field, if it is not that of the option's own name."""

    many: bool = False

    @property
    def field(self) -> str:
        """The way to the field in a record."""
        return self.path or self.name.replace("-", "_")


OPTIONS = (
    Option(
        "date", "PHRASE", "When it happened or held, in the source's own words, `when said` or `unstated`."
    ),
    Option("place", "PLACE", "Where it happened: an id, a name or `unstated`. May be repeated.", many=True),
    Option("claim", "TEXT", "What is claimed, as a sentence."),
    Option("source", "SOURCE", "The document that we hold: an id, title or address."),
    Option("source-title", "TEXT", "Title of a source that is not on file.", NOT_OF_THE_RECORD),
    Option(
        "source-published", "PHRASE", "When a source that is not on file was published.", NOT_OF_THE_RECORD
    ),
    Option("by", "SPEAKER", "Who says so. May be repeated.", many=True),
    Option("via", "SPEAKER", "Through whom it reached the source. May be repeated.", many=True),
    Option("said", "PHRASE", "When it was said, if the words tell."),
    Option("said-at", "PLACE", "Where it was said.", many=True),
    Option("about", "TOPIC[=ANSWER]", "What it is about, and its answer. May be repeated.", many=True),
    Option(
        "relation", "KIND=CLAIM", "Such as disputes=OTHER-CLAIM. May be repeated.", "relations", many=True
    ),
    Option(
        "kind",
        "KIND",
        "Of a claim: occurrence, state, assessment or forecast; of a source: article, post ...",
    ),
    Option("locator", "TEXT", "Where in the source it stands, such as `paragraph 4`.", "source.locator"),
    Option("excerpt", "TEXT", "The words of the source that carry it.", "source.excerpt"),
    Option("narrative", "LANE", "The lane, if not the speaker's; or the lane of a speaker."),
    Option("title", "TEXT", "A short headline; or the title of a source or topic."),
    Option("name", "TEXT", "Name of a speaker or place."),
    Option("role", "TEXT", "Office or description of a speaker."),
    Option("label", "TEXT", "Name of a lane."),
    Option("url", "ADDRESS", "Address of a source."),
    Option("published", "PHRASE", "When a source was published."),
    Option("publisher", "TEXT", "Who published a source."),
    Option("language", "TAG", "Language of a source, such as `en`."),
    Option("note", "TEXT", "The editor's remark."),
)


def field_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that give fields."""
    for each in reversed(OPTIONS):
        function = click.option(
            f"--{each.name}",
            each.name.replace("-", "_"),
            metavar=each.metavar,
            multiple=each.many,
            help=each.help,
        )(function)
    return function


def from_options(folder: str, given: Given, others: Sequence[str]) -> Record:
    """Put a record together from options.

    Raises:
        click.UsageError: An option is for another kind of record, or cannot be read.
    """
    known = {field.name for field in RECORDS[folder]}
    record: Record = {}
    for option in OPTIONS:
        value = given[option.name.replace("-", "_")]
        if not value or option.path == NOT_OF_THE_RECORD:
            continue
        values = (value,) if isinstance(value, str) else value
        name = option.field.partition(".")[0]
        if name not in known or (name == "source" and folder != "events"):
            noun = next(word for word, one in FOLDERS.items() if one == folder)
            raise click.UsageError(f"--{option.name} is no field of a {noun}")
        if name == "about":
            record["about"] = about([_topic(one) for one in values])
        elif name == "relations":
            record["relations"] = relations([_pair(one, "--relation") for one in values])
        else:
            for each in values:
                record = with_field(record, option.field, each.strip())
    for other in others:
        path, value = _pair(other, "--set")
        if path.partition(".")[0] not in known:
            raise click.BadParameter(
                f"there is no field {path!r}; `explain {folder}` lists them", param_hint="--set"
            )
        record = with_field(record, path, value)
    return record


def with_answers(issue: str | None, folder: str, given: Given) -> Given:
    """Fill in what an issue answers and no option has given.

    Raises:
        click.BadParameter: It answers nothing, or one question twice.
        Unusable: There is no such file.
    """
    if issue is None:
        return given
    if folder != "events":
        raise click.UsageError("--from-issue is for claims")
    try:
        with click.open_file(issue, encoding="utf-8") as file:
            handed_in = read_issue(file.read(LARGEST))
    except OSError as error:
        raise Unusable(f"{issue}: {(error.strerror or str(error)).lower()}") from error
    except TwiceError as error:
        raise click.BadParameter(str(error), param_hint="--from-issue") from error
    except UnicodeDecodeError as error:
        raise click.BadParameter("the file is not UTF-8 text", param_hint="--from-issue") from error
    if not handed_in.answers:
        raise click.BadParameter(
            "no heading `### Claim` or the like has an answer", param_hint="--from-issue"
        )
    for label in handed_in.unknown:
        say(f"not taken over: “{label}”")
    many = {option.name for option in OPTIONS if option.many}
    answers = {name: (text,) if name in many else text for name, text in handed_in.answers.items()}
    return {name: value or answers.get(name) for name, value in given.items()}


def _pair(text: str, option: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise click.BadParameter(f"{text!r} is not of the form NAME=TEXT", param_hint=option)
    return name.strip(), value.strip()


def _topic(text: str) -> tuple[str, str]:
    topic, _, answer = text.rpartition("=")
    return (topic.strip(), answer.strip()) if topic else (text.strip(), "")
