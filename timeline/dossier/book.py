"""The book as data: all that the template sets, in the order in which it stands.

What enters: the timeline, what is shown of it, and how it is to be printed. What leaves: a value that JSON can hold, made of
strings, numbers and lists alone. It is pure, and the template decides nothing but how things look.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from timeline.align import Aligned
from timeline.dossier.corrections import corrections
from timeline.dossier.cover import cover, footer
from timeline.dossier.datings import datings
from timeline.dossier.days import day_entries
from timeline.dossier.documents import source_entries
from timeline.dossier.indexes import index_entries
from timeline.dossier.method import citation, method
from timeline.dossier.paper import BOTTOM, SHEETS, SIDE, TOP, Paper, Sheet
from timeline.dossier.people import speaker_entries
from timeline.dossier.records import record_entries
from timeline.dossier.setting import Json, language_of
from timeline.dossier.whole import Whole
from timeline.dossier.words import WORDS
from timeline.model import Timeline
from timeline.text import plain

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
    "serif": ("Source Serif 4", "Noto Naskh Arabic", "Noto Serif Hebrew", *_OTHERS),
    "sans": ("Source Sans 3", "Noto Sans Arabic", "Noto Sans Hebrew", *_OTHERS),
}
"""Families of type, the first that has a letter is taken."""


def book(
    timeline: Timeline,
    aligned: Aligned,
    *,
    sheet: Sheet = "a4",
    claims: Collection[str] | None = None,
    fonts: Mapping[str, Sequence[str]] = FONTS,
) -> dict[str, Json]:
    """Make the book.

    Args:
        timeline: Without the words of removed claims.
        aligned: The same, laid out. Numbers, counts and relations are those of the whole.
        sheet: The paper.
        claims: What this volume prints of it; `None` for all.
        fonts: Families of type for `serif` and `sans`, in the order in which they are tried.
    """
    paper = Paper(sheet, len(aligned.lanes))
    whole = Whole(timeline, aligned, paper, None if claims is None else frozenset(claims))
    return {
        "title": plain(timeline.settings.title),
        **language_of(timeline.settings.language),
        "direction": paper.direction,
        "words": dict(WORDS),
        "fonts": {name: list(families) for name, families in fonts.items()},
        "paper": _paper(paper),
        "lanes": [
            {
                "slot": lane.slot,
                "label": whole.cell.name(lane.narrative.label, bold=True),
                "short": plain(lane.narrative.short),
            }
            for lane in aligned.lanes
        ],
        "footer": footer(whole),
        "cover": cover(whole),
        "days": day_entries(whole),
        "datings": datings(whole),
        "speakers": speaker_entries(whole),
        "sources": source_entries(whole),
        "records": record_entries(whole),
        "corrections": corrections(whole),
        "method": method(whole),
        "cite": citation(whole),
        "index": index_entries(whole),
    }


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
