"""`timeline pdf`: only the dossier, of the whole timeline or of a part of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from timeline.align import align
from timeline.commands.disk import write_whole
from timeline.commands.examples import write_examples
from timeline.commands.printing import progress
from timeline.commands.project import (
    compile_folder,
    counted,
    fails,
    find_project,
    project_option,
    show_findings,
    stop_on_findings,
)
from timeline.compiler import Build
from timeline.dates import Refusal
from timeline.diagnostics import Diagnostic
from timeline.dossier.parts import described, part_name
from timeline.dossier.printer import PROJECT_FONTS, SHEETS, Choices, print_dossier
from timeline.ids import did_you_mean
from timeline.selection import Asked, Moment, moment, part, unknown
from timeline.severities import with_wishes
from timeline.volumes import file_name, volumes
from timeline.wording import LANGUAGES, wording_for

EXAMPLES = (
    ("the whole timeline, as the site has it", "pdf"),
    ("one topic, on American paper", "pdf --topic who-controlled-bakhmut --paper letter"),
    ("what each side says happened in two days", "pdf --from 2023-05-21 --to 2023-05-22"),
    ("what had been said by a moment", "pdf --as-of 2023-05-21T18:00 --output by-six.pdf"),
)


class Moments(click.ParamType[Moment]):
    """A day, a month, a year or a time."""

    name = "date"

    def convert(
        self, value: str | Moment, param: click.Parameter | None, ctx: click.Context | None
    ) -> Moment:
        """Read it as dates are read in content."""
        if isinstance(value, Moment):
            return value
        found = moment(value)
        if isinstance(found, Refusal):
            self.fail(f"{found.message}; {found.hint}" if found.hint else found.message, param, ctx)
        return found


class WithExamples(click.Command):
    """A command with examples below its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the examples."""
        write_examples(ctx, formatter, EXAMPLES)


MOMENT = Moments()


@click.command("pdf", cls=WithExamples)
@click.option("--topic", "topics", metavar="ID", multiple=True, help="Only claims about this topic.")
@click.option("--narrative", "narratives", metavar="ID", multiple=True, help="Only claims in this lane.")
@click.option("--source", "sources", metavar="ID", multiple=True, help="Only claims from this source.")
@click.option(
    "--from", "start", metavar="DATE", type=MOMENT, help="Only claims whose date can be this or later."
)
@click.option(
    "--to", "end", metavar="DATE", type=MOMENT, help="Only claims whose date can be this or earlier."
)
@click.option(
    "--as-of",
    metavar="MOMENT",
    type=MOMENT,
    help="Only what had been said by this day or time; what nobody can place is counted and left out.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(sorted(LANGUAGES)),
    help="Language of the words around the claims.  [default: the project's]",
)
@click.option(
    "--paper",
    type=click.Choice(list(SHEETS)),
    help="Paper.  [default: `paper` in timeline.yml, else a4]",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where the PDF goes: a file, or a folder that is there.  [default: named after the title, where you stand]",
)
@project_option
def command(  # noqa: PLR0913 - one argument for each option
    *,
    topics: tuple[str, ...],
    narratives: tuple[str, ...],
    sources: tuple[str, ...],
    start: Moment | None,
    end: Moment | None,
    as_of: Moment | None,
    language: str | None,
    paper: str | None,
    output: Path | None,
    project: Path | None,
) -> None:
    """Print the dossier: the timeline as a PDF to file, annotate and put on a table.

    Of several topics (lanes, sources), claims of any of them are printed; options of different kinds must all hold. What is
    left out is counted on the cover. A timeline of more than 700 claims comes in volumes, each a file of its own.
    """
    _refuse_backwards(start, end)
    folder = find_project(project)
    build = compile_folder(folder, dossier=False, site=False)
    asked = Asked(topics=topics, narratives=narratives, sources=sources, start=start, end=end, as_of=as_of)
    _refuse_unknown(asked, build)
    stop_on_findings(build)
    settings = build.timeline.settings
    chosen = part(build.timeline, build.aligned, asked)
    timeline, aligned = build.timeline, build.aligned
    if not asked.everything:
        timeline, aligned = chosen.timeline, align(chosen.timeline)
    if not aligned.order:
        raise click.ClickException(
            "no claim belongs to this part; nothing was written"
            if build.aligned.order
            else "the timeline has no claims yet; nothing was written"
        )
    books = volumes(aligned, settings)
    words = wording_for(language or settings.language)
    with progress() as bar:
        result = print_dossier(
            timeline,
            aligned,
            books,
            texts=build.texts,
            choices=Choices(
                sheet=SHEETS[paper or settings.paper],
                language=language,
                fonts=folder / PROJECT_FONTS,
                progress=bar.show,
                part=None if asked.everything else described(chosen, words),
            ),
        )
    found = _with(build, with_wishes(result.diagnostics, settings.severities))
    show_findings(found)
    if fails(found, strict=False):
        click.echo("Nothing was written.", err=True)
        raise click.exceptions.Exit(1)
    name = file_name(settings) + ("" if asked.everything else f"-{part_name(asked)}")
    written = _write(result.files, file_name(settings), name, output)
    left_out = sum(chosen.left_out.values())
    note = f" ({counted(left_out, 'claim')} left out)" if left_out else ""
    click.echo(
        f"Printed {counted(len(aligned.order), 'claim')}{note} into {', '.join(written)}",
        err=True,
    )


def _refuse_backwards(start: Moment | None, end: Moment | None) -> None:
    """Refuse a stretch that ends before it begins."""
    if start and end and start.start.replace(tzinfo=None) >= end.end.replace(tzinfo=None):
        raise click.BadParameter(f"{start.text} is later than --to {end.text}", param_hint="--from")


def _refuse_unknown(asked: Asked, build: Build) -> None:
    """Refuse ids that are not on file, with the nearest that is."""
    for kind, given, known in unknown(asked, build.timeline):
        hint = did_you_mean(given, known) or _some(known)
        raise click.BadParameter(
            f"there is no {kind} `{given}`{'; ' if hint else ''}{hint}", param_hint=f"--{kind}"
        )


def _some(known: Iterable[str]) -> str:
    """List ids to choose from, where they are few."""
    ids = sorted(known)
    return f"choose among {', '.join(ids)}" if 0 < len(ids) <= 12 else ""


def _with(build: Build, found: tuple[Diagnostic, ...]) -> Build:
    return replace(build, diagnostics=found)


def _write(files: Mapping[str, bytes], old: str, name: str, output: Path | None) -> list[str]:
    """Write the PDFs; give their paths as the user may type them."""
    folder, stem = Path(), name
    if output is not None and output.is_dir():
        folder = output
    elif output is not None:
        folder, stem = output.parent, output.name.removesuffix(".pdf")
    written = []
    for file, pdf in files.items():
        target = folder / f"{stem}{file.removeprefix(old)}"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, pdf)
        written.append(
            os.path.relpath(target) if target.resolve().is_relative_to(Path.cwd()) else str(target)
        )
    return written
