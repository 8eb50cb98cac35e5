"""Rows: what the timeline calls its groups, rows, lanes and gaps.

What enters: the words of a language, and groups, rows and lanes of an `Aligned`. What leaves: plain text. An empty cell says
that nothing is recorded, and no more than is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline import dates
from timeline.align import Group, Lane, Row, Silence, Timing
from timeline.model import NO_SIDE_ID
from timeline.text import plain
from timeline.wording.telling import Wording
from timeline.wording.when import long


def of_lane(words: Wording, lane: Lane) -> str:
    """Name a lane inside a sentence: "the Russian side", "Others"."""
    label = plain(lane.narrative.label)
    if lane.id == NO_SIDE_ID:
        return words.text("lane.no-side-inside")
    if label.casefold().endswith(" side"):
        return words.text("lane.side-inside", label=label)
    return label if len(label) <= 30 else plain(lane.narrative.short)


def counts_by_lane(words: Wording, lanes: Sequence[Lane], row: Row, withdrawn: int = 0) -> str:
    """Count the claims of a row by lane, every lane named: "3 Russian · 0 Ukrainian"; withdrawn ones apart."""
    counts = [
        words.set_apart(f"{words.number(row.counts.get(lane.id, 0))} {plain(lane.narrative.short)}")
        for lane in lanes
    ]
    return " · ".join([*counts, *([words.count("withdrawn", withdrawn)] if withdrawn else [])])


def silence(words: Wording, found: Silence, lane: Lane, group: Group, *, up_to: bool = False) -> str:
    """Say that a cell is empty, and no more than is true.

    Args:
        words: The words of a language.
        found: Why it is empty.
        lane: Its lane.
        group: Its day or period.
        up_to: Whether no claim of its row is known to be of that day.
    """
    name = of_lane(words, lane)
    if found.kind == "none-on-topic":
        return words.text("silence.topic", lane=name)
    return words.count(f"silence.{'row' if up_to else group.kind}", found.elsewhere, lane=name)


def gutter(words: Wording, row: Row, group: Group, up_to: str = "") -> tuple[str, str]:
    """Say the time of a row: the time, and a remark such as "about".

    Args:
        words: The words of a language.
        row: The row.
        group: Its day or period.
        up_to: "16 April or earlier", where no more than that is known of any claim of the row.
    """
    if up_to:
        return up_to, ""
    if row.timing is Timing.COMMON and row.common is not None:
        label = dates.time_label(row.common, words=words)
        if label is not None:
            return label.text, label.note
        if row.common.earliest and row.common.latest:
            return f"{row.common.earliest:%H:%M}–{row.common.latest:%H:%M}", ""
    if row.timing is Timing.OWN:
        return words.text("row.several-times"), words.text("row.with-each-claim")
    return words.text(f"row.{group.kind}"), ""


def group_title(words: Wording, group: Group) -> str:
    """Give the heading of a group."""
    if group.kind == "undated":
        return words.text("when.not-established")
    if group.period is not None:
        return words.capital(long(words, group.period))
    return whole_day(words, group.day)


def whole_day(words: Wording, day: date | None) -> str:
    """Write a day in full: "Sunday 21 May 2023"."""
    return words.capital(words.full(day)) if day else ""
