"""The book as data: all that the template sets, in the order in which it stands.

What enters: the timeline, what is shown of it, and how it is to be printed. What leaves: a value that JSON can hold, made of
strings, numbers and lists alone. It is pure, and the template decides nothing but how things look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline import wording
from timeline.align import Aligned, Lane
from timeline.dossier.atlas import atlas
from timeline.dossier.corrections import corrections
from timeline.dossier.cover import cover, footer
from timeline.dossier.datings import datings
from timeline.dossier.days import day_entries, group_label, months
from timeline.dossier.documents import source_entries
from timeline.dossier.indexes import index_entries
from timeline.dossier.method import citation, method
from timeline.dossier.overview import overview_entry
from timeline.dossier.paper import BOTTOM, SHEETS, SIDE, TOP, Paper, Sheet
from timeline.dossier.parts import PartWords
from timeline.dossier.people import speaker_entries
from timeline.dossier.records import record_entries
from timeline.dossier.setting import Json, language_of
from timeline.dossier.topics import topic_entries
from timeline.dossier.volume_list import common_index, volume_entries
from timeline.dossier.whole import MOST_LINKED, Whole
from timeline.model import Timeline
from timeline.text import plain
from timeline.volumes import Volume
from timeline.wording import Wording, wording_for

_OTHERS = (
    "Noto Sans",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Sans Math",
    "Noto Emoji",
)

FONTS: Mapping[str, Sequence[str]] = {
    "serif": ("Source Serif 4", "Amiri", "Noto Serif Hebrew", *_OTHERS),
    "sans": ("Source Sans 3", "IBM Plex Sans Arabic", "Noto Sans Hebrew", *_OTHERS),
}
"""Families of type, the first that has a letter is taken."""


TEMPLATE_WORDS = (
    "outside",
    "page",
    "continued",
    "contents",
    "overview",
    "map",
    "days",
    "topics",
    "datings",
    "speakers",
    "sources",
    "corrections",
    "records",
    "method",
    "cite",
    "index",
    "across",
    "volumes",
    "volumes-note",
    "index-all",
    "column-volume",
    "column-days",
    "column-claims",
    "column-file",
    "index-places",
    "index-speakers",
    "column-number",
    "column-of",
    "column-given",
    "column-result",
    "column-how",
    "column-answer",
    "column-lane",
    "column-figure",
    "column-claim",
    "column-place",
    "column-known",
    "changed",
    "claims-by-lane",
    "no-excerpt",
    "no-corrections",
)
"""Messages that the template puts where they belong; those with `{title}`, `{page}` or `{pages}` it fills in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """How a timeline is printed."""

    sheet: Sheet = "a4"
    claims: frozenset[str] | None = None
    """What this volume prints of it; `None` for all."""

    volume: str = ""
    """What the cover says of this part, such as "Volume 2 of 3: May 2023"."""

    volume_of: Mapping[str, int] = field(default_factory=dict)
    """In which volume each claim stands, where there are several."""

    volumes: Sequence[Volume] = ()
    """All of them, where there are several."""

    part: PartWords | None = None
    """What a part of the timeline says about itself; `None` for the whole."""

    as_of: str = ""
    """The moment up to which claims are printed, in words, where they were selected by one."""

    fonts: Mapping[str, Sequence[str]] = field(default_factory=lambda: FONTS)
    """Families of type for `serif` and `sans`, in the order in which they are tried."""


def book(
    timeline: Timeline,
    aligned: Aligned,
    *,
    words: Wording | None = None,
    printing: Printing | None = None,
) -> dict[str, Json]:
    """Make the book.

    Args:
        timeline: Without the words of removed claims.
        aligned: The same, laid out. Numbers, counts and relations are those of the whole.
        words: Of the interface; those of the project's own language if left out.
        printing: The sheet, the volume and the fonts.
    """
    printing = printing or Printing()
    words = words or wording_for(timeline.settings.language)
    paper = Paper(printing.sheet, len(aligned.lanes), words.direction)
    whole = Whole(timeline, aligned, paper, words, printing.claims, printing.volume_of)
    made: dict[str, Json] = {
        "title": plain(timeline.settings.title),
        **language_of(words.language),
        "direction": paper.direction,
        "words": {key: words.pattern(f"dossier.{key}") for key in TEMPLATE_WORDS},
        "fonts": {name: list(families) for name, families in printing.fonts.items()},
        "paper": _paper(paper),
        "lanes": [
            {
                "slot": lane.slot,
                "label": whole.narrow.name(lane.narrative.label, bold=True),
                "short": whole.narrow.name(lane.narrative.short),
                "head": _lane_head(lane, whole),
            }
            for lane in aligned.lanes
        ],
        "footer": footer(whole, printing.as_of),
        "cover": {**cover(whole), "volume": printing.volume, "part": _part_lines(whole, printing.part)},
        "outside": _outside(whole, printing.part),
        "overview": overview_entry(whole),
        "map": atlas(whole),
        "days": day_entries(whole),
        "topics": topic_entries(whole),
        "datings": datings(whole),
        "speakers": speaker_entries(whole),
        "sources": source_entries(whole),
        "records": record_entries(whole),
        "corrections": corrections(whole),
        "method": method(whole),
        "cite": citation(whole),
        "index": index_entries(whole),
        "volumes": volume_entries(printing.volumes, whole),
        "index-all": common_index(printing.volumes, whole),
        "months": months(whole),
        "linked": len(whole.order) <= MOST_LINKED,
    }
    return made | {"marks": _marks(made, whole), "sections": [*_sections(made, whole)]}


SECTIONS = (
    "volumes",
    "overview",
    "map",
    "days",
    "topics",
    "datings",
    "speakers",
    "sources",
    "corrections",
    "outside",
    "records",
    "method",
    "cite",
    "index",
    "index-all",
)
"""The sections in their order."""


def _sections(made: Mapping[str, Json], whole: Whole) -> list[str]:
    """List the sections that have something to say."""
    of_claims = {"overview", "map", "days", "topics", "datings", "speakers", "sources", "records", "index"}
    silent = {name for name in of_claims if not made[name] or not whole.order}
    silent |= {name for name in ("outside", "volumes", "index-all") if not made[name]}
    return [section for section in SECTIONS if section not in silent]


def _marks(made: Mapping[str, Json], whole: Whole) -> list[Json]:
    """List the sections and days in their order, for the running heads."""
    marks: list[Json] = []
    for section in _sections(made, whole):
        marks.append({"label": f"section-{section}", "title": whole.text(section)})
        if section == "days":
            marks += [
                {"label": group_label(group), "title": wording.group_title(whole.words, group)}
                for group in whole.here.groups
            ]
    return marks


def _lane_head(lane: Lane, whole: Whole) -> list[Json]:
    """Name a lane above its column in one line: by its label, or its short name where that is too long."""
    room = int(whole.paper.column / (whole.paper.sans * 0.56)) - 6
    label = plain(lane.narrative.label)
    return whole.cell.words(label if len(label) <= room else plain(lane.narrative.short), bold=True)


def _part_lines(whole: Whole, part: PartWords | None) -> list[Json]:
    """Give the sentences of the cover about a part of the timeline."""
    if part is None:
        return []
    lines: list[Json] = [list(whole.wide.words(line)) for line in part.held]
    may = [claim for claim in part.may_fall_after if whole.prints(claim)]
    if may:
        before, after = whole.words.text("selection.may-fall-after", claims="\n").split("\n")
        lines.append([before, *whole.numbers(may, linked=True), after])
    return lines


def _outside(whole: Whole, part: PartWords | None) -> list[Json]:
    """List the relations that lead out of a part of the timeline."""
    return [
        {"claim": [whole.number(claim, linked=True)], "text": whole.wide.words(text)}
        for claim, text in (part.outside if part else ())
        if whole.prints(claim)
    ]


def _paper(paper: Paper) -> dict[str, Json]:
    width, height = SHEETS[paper.sheet]
    return {
        "width": height if paper.landscape else width,
        "height": width if paper.landscape else height,
        "top": TOP,
        "side": SIDE,
        "bottom": BOTTOM,
        "gap": paper.gap,
        "column": paper.column,
        "serif": paper.serif,
        "sans": paper.sans,
        "sequential": paper.sequential,
    }
