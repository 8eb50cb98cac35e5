"""`timeline new`: a claim, or another record, asked for or given by options, tried, shown, and written.

Standard output holds the paths of the files that were written, or with `--dry-run` their text, or JSON; questions, and how
the dates resolve, go to standard error.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import click

from timeline import dates
from timeline.catalogue import FOLDER_WORDS
from timeline.commands.asking import UNSAVED, Conversation, required_words
from timeline.commands.disk import create
from timeline.commands.examples import write_examples
from timeline.commands.given import FOLDERS, field_options, from_options, with_answers
from timeline.commands.new_source import with_new_source
from timeline.commands.project import compile_folder, find_project, project_option, text_of
from timeline.commands.settling import resolved
from timeline.commands.talk import StoppedError, is_terminal, say, yes
from timeline.contribute.composing import Record
from timeline.contribute.naming import claim_id, id_from, may_be_id
from timeline.contribute.trial import DateTrial, OnFile, Trial
from timeline.diagnostics import Diagnostic, Severity, has_errors
from timeline.fields import RECORDS
from timeline.report import as_json, as_text
from timeline.source.folder import CONTENT, read_folder

DATES = ("published", "said", "date")
"""Fields whose resolution is shown."""

EXIT_INTERRUPTED = 130

EXAMPLES = (
    ("answer questions", "new"),
    (
        "a claim without questions",
        'new --date "on Monday" --place Bakhmut --claim "It was so." --source bakhmut-article',
    ),
    ("a claim from an issue of the form", "new --from-issue issue.md"),
    ("a source", 'new source --title "A report" --url https://example.org/a --published "22 May 2023"'),
)


class New(click.Command):
    """The command with its examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the examples."""
        write_examples(ctx, formatter, EXAMPLES)


@click.command("new", cls=New)
@click.argument("what", type=click.Choice(list(FOLDERS)), default="claim")
@field_options
@click.option(
    "--set", "others", metavar="FIELD=TEXT", multiple=True, help="Any other field, such as date.anchor=said."
)
@click.option(
    "--from-issue",
    "issue",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Take answers from the text of an issue that the form for claims has made; - is standard input.",
)
@click.option(
    "--id", "own_id", metavar="ID", help="The file's name; else made from the speaker and the title."
)
@click.option("--ask", is_flag=True, help="Ask for all that is not given, even where enough is.")
@click.option("--dry-run", is_flag=True, help="Show the file, and write nothing.")
@click.option("--yes", "-y", "sure", is_flag=True, help="Write without asking once more.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the result is written.",
)
@project_option
def command(  # noqa: PLR0913 - one argument for each option
    *,
    what: str,
    others: tuple[str, ...],
    issue: str | None,
    own_id: str | None,
    ask: bool,
    dry_run: bool,
    sure: bool,
    form: str,
    project: Path | None,
    **given: str | tuple[str, ...] | None,
) -> None:
    """Write a new claim, or another record, after showing how its dates resolve.

    On a terminal it asks for what is missing; known sources, speakers, places and topics are offered, the near ones first.
    With options alone it asks nothing. A file that is there is never overwritten. Exit status: 0 written, 1 the record has
    errors, 2 wrong usage.
    """
    folder = FOLDERS[what]
    answers = with_answers(issue, folder, given)
    record = from_options(folder, answers, others)
    where = find_project(project)
    inputs, _ = read_folder(where)
    on_file = OnFile(inputs)
    record, sources = with_new_source(on_file, folder, record, answers)
    missing = [field.name for field in RECORDS[folder] if field.required and field.name not in record]
    _check_id(own_id, on_file.taken(folder))
    if missing and not ask and not is_terminal():
        raise click.UsageError(required_words(folder, missing))
    asked = ask or bool(missing)
    try:
        records = (
            _asked(on_file, folder, record, sources)
            if asked
            else {**sources, f"{CONTENT}/{folder}/{UNSAVED}.yml": record}
        )
        named = with_ids(on_file, folder, records, own_id)
        trial = on_file.tried(named, rules=True, schema=True)
        show = form == "text" and (asked or is_terminal()) and not dry_run
        _tell(trial, named, show=show)
        asks_more = not sure and (asked or is_terminal()) and not dry_run
        told = () if not (asks_more or dry_run or trial.has_errors) else _worth_telling(trial.findings, named)
        if told:
            say(as_text(told, trial.texts).rstrip("\n"))
        written = not dry_run and _agreed(trial, named, ask_first=asks_more)
    except (StoppedError, KeyboardInterrupt):
        say("\nNothing was written.")
        raise click.exceptions.Exit(EXIT_INTERRUPTED) from None
    if written:
        create(where, trial.texts)
    if form == "json":
        click.echo(_as_json(trial, named, written=written), nl=False)
    elif written:
        click.echo("\n".join(named))
    elif dry_run:
        click.echo("".join(trial.texts.values()), nl=False)
    failed = _checked(where, list(named), told) if written else trial.has_errors
    if failed:
        raise click.exceptions.Exit(1)


def _check_id(own_id: str | None, taken: Collection[str]) -> None:
    if own_id is not None and (why := may_be_id(own_id, taken)):
        raise click.BadParameter(why, param_hint="--id")


def _asked(on_file: OnFile, folder: str, record: Record, sources: Mapping[str, Record]) -> dict[str, Record]:
    talk = Conversation(on_file, folder, record)
    talk.others |= sources
    talk.hold()
    return {**talk.others, talk.path: talk.record}


def with_ids(
    on_file: OnFile, folder: str, records: Mapping[str, Record], own_id: str | None
) -> dict[str, Record]:
    """Name the record that has no id yet; those that were described on the way have theirs."""
    named: dict[str, Record] = {}
    for path, record in records.items():
        if not path.endswith(f"/{UNSAVED}.yml"):
            named[path] = record
            continue
        taken = on_file.taken(folder)
        words = str(
            next((record[name] for name in ("title", "name", "label", "claim") if name in record), "")
        )
        if folder == "events":
            by = record.get("by", "")
            first = by if isinstance(by, str) else str(by[0]) if isinstance(by, list) and by else ""
            record_id = own_id or claim_id(first, words, taken)
        else:
            record_id = own_id or id_from(words, taken, kind=FOLDER_WORDS[folder])
        named[f"{CONTENT}/{folder}/{record_id}.yml"] = record
    return named


# -- what comes of it --------------------------------------------------------------------------------------------------


def _tell(trial: Trial, records: Mapping[str, Record], *, show: bool) -> None:
    """Show how the dates resolve, and the files."""
    for path, record in records.items():
        for name in DATES:
            date = trial.date(path, name) if name in record else None
            if date is not None and not date.problems:
                say("\n  ".join([f"{name}: {resolved(date)[0]}", *resolved(date)[1:]]))
    if show:
        for path, text in trial.texts.items():
            say(f"\n{path}\n\n" + "".join(f"    {line}" for line in text.splitlines(keepends=True)))


def _worth_telling(found: Iterable[Diagnostic], paths: Collection[str]) -> tuple[Diagnostic, ...]:
    """Keep the errors and warnings in some files; that nothing uses a new record yet is no news."""
    return tuple(one for one in found if one.span.path in paths and one.severity is not Severity.NOTE)


def _agreed(trial: Trial, records: Mapping[str, Record], *, ask_first: bool) -> bool:
    """Whether the files are to be written; a text that our reader would not read never is."""
    if set(records) - set(trial.texts) or (trial.has_errors and not ask_first):
        say("Nothing was written.")
        return False
    if not ask_first:
        return True
    words = (
        "It has errors. Write it all the same, to mend it in an editor?" if trial.has_errors else "Write it?"
    )
    agreed = yes(words, default=not trial.has_errors)
    if not agreed:
        say("Nothing was written.")
    return agreed


def _checked(project: Path, paths: Sequence[str], told: Collection[Diagnostic]) -> bool:
    """Run the check that everybody runs, show what it finds in the new files, and say how to go on."""
    build = compile_folder(project, site=False)
    found = _worth_telling(build.diagnostics, paths)
    known = {(one.code, one.span, one.message) for one in told}
    news = tuple(one for one in found if (one.code, one.span, one.message) not in known)
    if news:
        say("\n" + text_of(news, build, err=True))
    else:
        say("\nThe check finds nothing" + (" more." if found else " wrong in it."))
    program = click.get_current_context().find_root().info_name or "timeline"
    say(f"\nNext:\n  {program} serve\n  git add {' '.join(paths)}")
    return has_errors(found)


def _as_json(trial: Trial, records: Mapping[str, Record], *, written: bool) -> str:
    files = []
    for path, record in records.items():
        dated = {name: trial.date(path, name) for name in DATES if name in record}
        files.append(
            {
                "path": path,
                "text": trial.texts.get(path),
                "dates": {name: _date_as_data(date) for name, date in dated.items() if date is not None},
            }
        )
    result = {"written": written, "files": files, "findings": json.loads(as_json(trial.findings))}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _date_as_data(date: DateTrial) -> dict[str, object]:
    resolution = None if date.problems else date.dating.resolution
    return {
        "phrase": date.dating.phrase,
        "words": dates.long(resolution) if resolution else None,
        "edtf": resolution.edtf if resolution else None,
        "rule": resolution.rule if resolution else None,
        "explanation": resolution.explanation if resolution else None,
        "readings": [reading.edtf for reading in date.refusal.readings] if date.refusal else [],
    }
