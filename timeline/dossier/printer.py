"""The whole way to the PDF: timeline -> volumes -> books -> characters that no font has -> press, or what was kept.

What enters: a timeline and what is shown of it, its volumes, and what the user chose. What leaves: the PDFs by name and
findings. What it refuses: nothing; a book that cannot be printed is a finding.

The time that a PDF states is that of the content: the last day on which a claim was recorded or changed, as feeds and
calendars have it. So two runs and two machines give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import version
from pathlib import Path

from timeline.align import Aligned
from timeline.codes import publishing
from timeline.compiler import Build
from timeline.diagnostics import Diagnostic, Span, in_order
from timeline.dossier import cache as kept_pdfs
from timeline.dossier import glyphs
from timeline.dossier.book import Printing, book
from timeline.dossier.coverage import SHIPPED, coverage, font_files
from timeline.dossier.paper import Sheet
from timeline.dossier.parts import PartWords
from timeline.dossier.press import PressError, press
from timeline.dossier.setting import Json
from timeline.exports.recorded import NOT_KNOWN, recorded
from timeline.model import Timeline
from timeline.severities import with_wishes
from timeline.volumes import Volume
from timeline.wording import Wording, volume_days, wording_for

TEMPLATE = Path(__file__).with_name("template")

PROJECT_FONTS = "fonts"
"""Folder of a project with fonts of its own, for scripts that the shipped ones lack."""

SHEETS: Mapping[str, Sheet] = {"a4": "a4", "letter": "us-letter"}
"""What `paper` and `--paper` call each sheet."""

_ATTEMPTS = 3
"""Times that a book is printed again after the compiler has named what it cannot display."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the printing stands."""

    volume: int
    """The one that begins, from 1."""

    volumes: int
    done: int
    """Claims in the volumes that are ready."""

    claims: int
    """In all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user chose."""

    sheet: Sheet = "a4"
    language: str | None = None
    """Of the words around the claims; the project's if left out."""

    fonts: Path | None = None
    """Folder of the project's own fonts."""

    cache: Path | None = field(default_factory=kept_pdfs.default_folder)
    progress: Callable[[Progress], None] = lambda _: None
    part: PartWords | None = None
    """What a part of a timeline says about itself; `None` for the whole."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out."""

    files: Mapping[str, bytes]
    """Name -> PDF."""

    diagnostics: tuple[Diagnostic, ...]


def print_dossier(
    timeline: Timeline,
    aligned: Aligned,
    volumes: Sequence[Volume],
    *,
    texts: Mapping[str, str],
    choices: Choices,
) -> Printed:
    """Print the volumes, one after the other.

    Args:
        timeline: Without the words of removed claims.
        aligned: The same, laid out.
        volumes: Of it.
        texts: The content files by path, to say where a character stands.
        choices: What the user chose.

    Raises:
        OSError: No process can be started.
    """
    words = wording_for(choices.language or timeline.settings.language)
    fonts = [SHIPPED, *([choices.fonts] if choices.fonts and choices.fonts.is_dir() else [])]
    stamp = timestamp(timeline)
    files: dict[str, bytes] = {}
    missing: set[str] = set()
    failed: list[Diagnostic] = []
    claims = sum(len(volume.claims) for volume in volumes)
    volume_of = (
        {claim: volume.number for volume in volumes for claim in volume.claims} if len(volumes) > 1 else {}
    )
    done = 0
    for volume in volumes:
        choices.progress(Progress(volume.number, len(volumes), done, claims))
        printing = Printing(
            sheet=choices.sheet,
            claims=frozenset(volume.claims) if len(volumes) > 1 else None,
            volume=volume_title(volume, volumes, words) if len(volumes) > 1 else "",
            volume_of=volume_of,
            volumes=volumes if len(volumes) > 1 else (),
            part=choices.part,
            as_of=choices.part.as_of if choices.part else "",
        )
        data: Json = book(timeline, aligned, words=words, printing=printing)
        try:
            files[volume.file], lacking = _printed(data, fonts, stamp, choices.cache)
        except PressError as error:
            failed.append(_failure(error, volume))
        else:
            missing |= lacking
        done += len(volume.claims)
    return Printed(files, (*failed, *(glyphs.findings(missing, texts) if missing else ())))


def volume_title(volume: Volume, volumes: Sequence[Volume], words: Wording) -> str:
    """Name a volume: "Volume 2 of 3: May 2023"."""
    return words.text(
        "dossier.volume", number=volume.number, volumes=len(volumes), days=volume_days(words, volume)
    )


def timestamp(timeline: Timeline) -> int:
    """Give the seconds since 1970 that the PDFs state as the time of their making."""
    days = (recorded(event, timeline) for event in timeline.events.values())
    day = max((day for day in days if day is not None), default=NOT_KNOWN)
    return int(datetime.combine(day, time(), UTC).timestamp())


def _printed(
    data: Json, fonts: Sequence[Path], stamp: int, cache_folder: Path | None
) -> tuple[bytes, frozenset[str]]:
    """Print one book; give the PDF and what no font has.

    Raises:
        PressError: The compiler gave up over something else.
    """
    missing = glyphs.lacking(data, coverage(fonts))
    for _ in range(_ATTEMPTS):
        text = json.dumps(glyphs.replaced(data, missing), ensure_ascii=False)
        key = kept_pdfs.key_of([text.encode(), str(stamp).encode(), *(_setup(folder) for folder in fonts)])
        pdf = kept_pdfs.kept(cache_folder, key)
        if pdf is not None:
            return pdf, missing
        try:
            pdf = press({**template(), "book.json": text}, fonts=fonts, timestamp=stamp).pdf
        except PressError as error:
            found = glyphs.told(error.where) - missing
            if not found:
                raise
            missing |= found
        else:
            kept_pdfs.keep(cache_folder, key, pdf)
            return pdf, missing
    raise PressError("characters that no font has remain, however often they are replaced")


@cache
def template() -> Mapping[str, str]:
    """The files of the template by name."""
    return {path.name: path.read_text("utf-8") for path in sorted(TEMPLATE.glob("*.typ"))}


@cache
def _setup(fonts: Path) -> bytes:
    """What a PDF depends on besides its book: the compiler, how it is called, the template and the fonts of a folder."""
    own = [
        Path(__file__).with_name("typesetter.py").read_bytes(),
        *(text.encode() for text in template().values()),
    ]
    files = [part for path in font_files(fonts) for part in (path.name.encode(), path.read_bytes())]
    return kept_pdfs.key_of([version("typst").encode(), *own, *files]).encode()


def _failure(error: PressError, volume: Volume) -> Diagnostic:
    where = " ".join(error.where.split())[:300]
    return publishing.DOSSIER_NOT_PRINTED.at(
        Span("timeline.yml"),
        f"{volume.file} could not be printed: {' '.join(str(error).split()).rstrip('.')}",
        hint="build without it by --no-pdf or `pdf: false` in timeline.yml, and please report this"
        + (f": {where}" if where else ""),
    )


def with_dossier(build: Build, choices: Choices | None = None) -> Build:
    """Print the dossier of a build whose pages link to one, unless that was done before.

    Args:
        build: Without errors.
        choices: What the user chose; what the project says of paper holds in any case.

    Raises:
        OSError: No process can be started.
    """
    if all(volume.file in build.files for volume in build.dossier):
        return build
    settings = build.timeline.settings
    chosen = replace(choices or Choices(), sheet=SHEETS[settings.paper])
    printed = print_dossier(build.timeline, build.aligned, build.dossier, texts=build.texts, choices=chosen)
    found = with_wishes(printed.diagnostics, settings.severities)
    return replace(
        build,
        files={**build.files, **printed.files},
        diagnostics=in_order((*build.diagnostics, *found)),
    )
