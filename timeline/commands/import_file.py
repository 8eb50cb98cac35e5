"""`timeline import`: claims from a spreadsheet."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from timeline.commands.examples import write_examples
from timeline.commands.project import Unusable, counted, find_project, project_option
from timeline.contribute.spreadsheet.columns import MEANINGS, Columns, MappingError, NumericOrder, columns_of
from timeline.contribute.spreadsheet.importing import Imported, read_table, tried
from timeline.contribute.spreadsheet.saved import SavedMapping, read_mapping, write_mapping
from timeline.contribute.spreadsheet.table import HowToRead, Table, UnreadableTableError
from timeline.contribute.trial import OnFile
from timeline.diagnostics import Severity
from timeline.report import as_json, as_text
from timeline.source.folder import read_folder

EXAMPLES = (
    ("what would become of a table", "import claims.xlsx --dry-run"),
    ("all from one document on file", "import claims.csv --constant source=bakhmut-article"),
    (
        "name columns, and keep that for the next time",
        'import claims.csv --column "Who=by" --save-mapping claims.yml',
    ),
    ("the good rows now, the others later", "import claims.csv --only-valid"),
)


class Import(click.Command):
    """The command with its examples, and with what a column can mean."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print both."""
        with formatter.section("A column can mean"):
            words = textwrap.wrap(", ".join(MEANINGS), width=formatter.width - 4)
            formatter.write("".join(f"  {line}\n" for line in words))
        write_examples(ctx, formatter, EXAMPLES)


@click.command("import", cls=Import)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--column",
    "wishes",
    metavar="NAME=MEANING",
    multiple=True,
    help="What a column means, if not as guessed.",
)
@click.option(
    "--constant",
    "constants",
    metavar="MEANING=TEXT",
    multiple=True,
    help="What holds for rows whose own cell is empty.",
)
@click.option(
    "--mapping",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Take both from a file.",
)
@click.option(
    "--save-mapping",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep both in a file.",
)
@click.option(
    "--numeric-dates",
    type=click.Choice(["day-first", "month-first"]),
    help="How the table writes dates such as 03/04/2023.",
)
@click.option("--sheet", metavar="NAME", help="Which sheet of an XLSX file.  [default: the first]")
@click.option(
    "--header-row", metavar="N", type=click.IntRange(1), help="Which row names the columns, if not as found."
)
@click.option("--encoding", metavar="NAME", help="Of a CSV file that is not UTF-8, such as cp1251.")
@click.option("--separator", metavar="SIGN", help="What parts the columns of a CSV file, if not as found.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--only-valid", is_flag=True, help="Write the rows without errors, although others have some.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How all is told.",
)
@project_option
def command(  # noqa: PLR0913 - each is an option
    *,
    file: Path,
    wishes: tuple[str, ...],
    constants: tuple[str, ...],
    mapping: Path | None,
    save_mapping: Path | None,
    numeric_dates: str | None,
    sheet: str | None,
    header_row: int | None,
    encoding: str | None,
    separator: str | None,
    dry_run: bool,
    only_valid: bool,
    form: str,
    project: Path | None,
) -> None:
    r"""Bring claims in from a spreadsheet (CSV or XLSX).

    What each column means is guessed from its name, and shown. Words stay as they are: a phrase that no rule can read, or a
    row without a source, is a finding with its row, and nothing is written until no row has errors. A column that no field
    fits goes into the note of its claim, under its name.
    Exit status: 0 written, 1 rows have errors, 2 wrong usage or no table.
    """
    folder = find_project(project)
    saved = _read_mapping(mapping) if mapping else SavedMapping()
    given = {**saved.columns, **_pairs(wishes, "--column")}
    always = {**saved.constants, **_pairs(constants, "--constant")}
    order = cast("NumericOrder | None", numeric_dates) or saved.numeric_dates
    try:
        table = read_table(
            file.name,
            _bytes(file),
            HowToRead(
                sheet=sheet,
                header_row=header_row,
                encoding=encoding,
                separator={"\\t": "\t"}.get(separator or "", separator),
            ),
        )
        columns = columns_of(table.header, given, constants=always, numeric_dates=order)
    except UnreadableTableError as error:
        raise Unusable(f"{file}: {error}" + (f"\n\n{error.hint}" if error.hint else "")) from error
    except MappingError as error:
        raise click.UsageError(str(error)) from error
    imported = tried(table, columns, OnFile(read_folder(folder)[0]))
    written = _chosen(imported, only_valid=only_valid)
    if form == "json":
        click.echo(_as_json(table, columns, imported, {} if dry_run else written))
    else:
        _show(table, columns, imported)
    if save_mapping is not None:
        save_mapping.write_text(write_mapping(table.header, columns), "utf-8")
    if dry_run:
        _say(_summary(imported, "would be written"), form)
        _show_one(imported, form)
    else:
        _write(folder, written)
        _say(_done(imported, written), form)
    if any(found.severity is Severity.ERROR for found in imported.findings):
        raise click.exceptions.Exit(1)


def _bytes(file: Path) -> bytes:
    if file.suffix.lower() in {".xls", ".ods", ".numbers"}:
        raise Unusable(f"{file}: save it as .xlsx or .csv first; those are the two that can be read")
    return file.read_bytes()


def _pairs(given: tuple[str, ...], option: str) -> dict[str, str]:
    pairs = {}
    for each in given:
        name, equals, meaning = each.rpartition("=") if option == "--column" else each.partition("=")
        if not equals or not name or not meaning:
            raise click.BadParameter(
                f"“{each}” has no {'NAME=MEANING' if option == '--column' else 'MEANING=TEXT'}",
                param_hint=option,
            )
        pairs[name.strip()] = meaning.strip()
    return pairs


def _read_mapping(path: Path) -> SavedMapping:
    try:
        return read_mapping(path.name, path.read_bytes())
    except MappingError as error:
        raise Unusable(f"{path}: {error}") from error


def _chosen(imported: Imported, *, only_valid: bool) -> Mapping[str, str]:
    """Choose what is written: all or nothing, or the rows without errors and the records that these name."""
    has_errors = any(found.severity is Severity.ERROR for found in imported.findings)
    if not has_errors:
        return imported.texts
    return imported.valid() if only_valid else {}


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write new files; one that has come to be there meanwhile is left alone."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _show(table: Table, columns: Columns, imported: Imported) -> None:
    """Show how the table was read, what each column means, and the findings."""
    click.echo(f"{table.name}: {counted(len(table.rows), 'row')} under row {table.header_row}")
    for note in table.notes:
        click.echo(f"  {note}")
    click.echo("")
    width = max(len(name) for name in (*table.header, "Column"))
    click.echo(f"{'Column':<{width}}  Means")
    for number, name in enumerate(table.header):
        why = ""
        if number in columns.unknown:
            why = f'   no field fits; `--column "{name}=ignore"` leaves it out'
        elif number in columns.guessed:
            why = "   guessed"
        click.echo(f"{name:<{width}}  {columns.meanings[number]}{why}")
    for meaning, text in columns.constants.items():
        click.echo(f"{'(every row)':<{width}}  {meaning}: {text}")
    click.echo("")
    shown = tuple(found for found in imported.findings if found.severity is not Severity.NOTE)
    if shown:
        click.echo(as_text(shown, {}, color=False, width=None).rstrip("\n"))
    notes = len(imported.findings) - len(shown)
    if notes:
        click.echo(f"{counted(notes, 'note')}; `--format json` lists them")


def _show_one(imported: Imported, form: str) -> None:
    """Show the first file as it would be written."""
    path = next((path for path in imported.texts if path.startswith("content/events/")), None)
    if form == "text" and path:
        click.echo(f"\n{path}\n\n{textwrap.indent(imported.texts[path], '  ')}", nl=False)


def _summary(imported: Imported, verb: str) -> str:
    others = len(imported.texts) - imported.claims
    left = f"; {counted(imported.left_out, 'row')} left out" if imported.left_out else ""
    return f"{counted(imported.claims, 'claim')} and {counted(others, 'other record')} {verb}{left}"


def _done(imported: Imported, written: Mapping[str, str]) -> str:
    claims = sum(path.startswith("content/events/") for path in written)
    if not written:
        return (
            "Nothing was written, since rows have errors. Mend them in the table and import it again, or write the others "
            "with --only-valid."
            if imported.texts or imported.left_out
            else "Nothing was written."
        )
    left = imported.claims - claims + imported.left_out
    rest = f"; {counted(left, 'row')} with errors left out" if left else ""
    return f"Wrote {counted(claims, 'claim')} and {counted(len(written) - claims, 'other record')} into content/{rest}. Next: check"


def _say(words: str, form: str) -> None:
    click.echo(words, err=form == "json")


def _as_json(table: Table, columns: Columns, imported: Imported, written: Mapping[str, str]) -> str:
    return json.dumps(
        {
            "table": table.name,
            "notes": list(table.notes),
            "columns": [
                {
                    "name": name,
                    "meaning": columns.meanings[number],
                    "guessed": number in columns.guessed,
                    "known": number not in columns.unknown,
                }
                for number, name in enumerate(table.header)
            ],
            "constants": dict(columns.constants),
            "findings": json.loads(as_json(imported.findings)),
            "files": sorted(imported.texts),
            "written": sorted(written),
        },
        ensure_ascii=False,
        indent=2,
    )
