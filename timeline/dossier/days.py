"""The days of the book: their rows, and in each row the lanes side by side.

What enters: the aligned groups. What leaves: the same as the template sets it. A row that is low enough is kept on one
page; a higher one may be broken between two claims, and then repeats its heads.
"""

from __future__ import annotations

from timeline import wording
from timeline.align import Cell, Group, Kind, Row, Timing
from timeline.dossier.claims import POINTER, claim_entry, claim_height, pointer, stands_across
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole

ONE_PAGE = 0.5
"""A row that is estimated to be lower than this part of a page is never broken."""

MOST_DAYS = 60
"""Days in the contents, at most; of more there the months stand."""

HEADS = 46.0
"""Height of a row's heads, points."""


def day_entries(whole: Whole) -> list[Json]:
    """Make the entries of all days, periods, and of what has no date."""
    return [_group(group, whole) for group in whole.here.groups]


def months(whole: Whole) -> list[Json]:
    """Name the months of the days for the contents, each with its first day, where the days are too many to stand there."""
    groups = whole.here.groups
    if len(groups) <= MOST_DAYS:
        return []
    made: dict[str, Json] = {}
    for group in groups:
        title = whole.words.month(group.day) if group.day else wording.group_title(whole.words, group)
        made.setdefault(whole.words.capital(title), group_label(group))
    return [{"title": title, "label": label} for title, label in made.items()]


def group_label(group: Group) -> str:
    """Name a group for links inside the book."""
    return f"day-{group.key}"


def _group(group: Group, whole: Whole) -> dict[str, Json]:
    rows = [
        row for row in group.rows if any(whole.prints(claim) for cell in row.cells for claim in cell.claims)
    ]
    return {
        "label": group_label(group),
        "title": wording.group_title(whole.words, group),
        "note": "" if group.kind == "day" else whole.text(f"{group.kind}-note"),
        "count": _counted(group, whole),
        "rows": [_row(row, number, group, whole) for number, row in enumerate(rows, 1)],
    }


def _counted(group: Group, whole: Whole) -> str:
    """Count the claims of a group, and say of how many no more is known than that they are not later."""
    placed = [
        whole.aligned.placed[claim] for row in group.rows for cell in row.cells for claim in cell.claims
    ]
    up_to = sum(spot.kind is Kind.UP_TO for spot in placed)
    counted = whole.counted(group.count, group.withdrawn)
    return whole.words.joined([counted, whole.words.count("dossier.or-earlier", up_to) if up_to else ""])


def _row(row: Row, number: int, group: Group, whole: Whole) -> dict[str, Json]:
    up_to = _up_to(row, whole)
    time, note = wording.gutter(whole.words, row, group, up_to)
    if row.timing is Timing.COMMON:
        first = next(claim for cell in row.cells for claim in cell.claims)
        note = ", ".join(filter(None, [note, whole.zone_note(whole.event(first), "date")]))
    heights = [_height(cell, whole) for cell in row.cells]
    high = sum(heights) if whole.paper.sequential else max(heights)
    return {
        "label": f"row-{group.key}-{number}",
        "topic": whole.heading.name(whole.topic(row.topic)) if row.topic else None,
        "time": " ".join(filter(None, [time, note])),
        "disputed": row.disputed and row.topic is not None,
        "across": [
            claim_entry(claim, whole)
            for cell in row.cells
            for claim in cell.claims
            if whole.prints(claim) and stands_across(claim, whole)
        ],
        "cells": [_cell(cell, row, group, whole, up_to=bool(up_to)) for cell in row.cells],
        "whole": high + HEADS < ONE_PAGE * whole.paper.height,
    }


def _height(cell: Cell, whole: Whole) -> float:
    """Estimate how high the claims of a cell are, points."""
    return sum(
        POINTER if stands_across(claim, whole) else claim_height(claim, whole) for claim in cell.claims
    )


def _up_to(row: Row, whole: Whole) -> str:
    """Say the latest day of a row's claims, where that is all that is known of each of them."""
    claims = [claim for cell in row.cells for claim in cell.claims]
    if any(whole.aligned.placed[claim].kind is not Kind.UP_TO for claim in claims):
        return ""
    shown = {whole.when(claim) for claim in claims}
    return shown.pop() if len(shown) == 1 else whole.text("that-day-or-earlier")


def _cell(cell: Cell, row: Row, group: Group, whole: Whole, *, up_to: bool) -> dict[str, Json]:
    lane = whole.aligned.lane(cell.lane)
    height = _height(cell, whole)
    made: dict[str, Json] = {
        "whole": height + HEADS < ONE_PAGE * whole.paper.height,
        "count": str(row.counts.get(cell.lane, 0)) if row.topic else "",
        "claims": [
            pointer(claim, whole) if stands_across(claim, whole) else claim_entry(claim, whole)
            for claim in cell.claims
            if whole.prints(claim)
        ],
    }
    if cell.references:
        made["see"] = whole.say("also-on-topic", claims=whole.numbers(cell.references))
    if cell.silence:
        made["silence"] = whole.cell.words(
            wording.silence(whole.words, cell.silence, lane, group, up_to=up_to)
        )
    return made
