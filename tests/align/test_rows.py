"""What stands beside what. Each case: claims in the notation of `tests.builders`, and the rows that come out.

A printed group looks like this:

    2023-05-21 (3)
    control        | a      | b !    | -      | disputed
    (no topic) 18:00 |      | e      |        |

Cells stand in lane order: Russian, Ukrainian, others. `-` is a lane with no claim on the topic, `-2` one with two of them
in other groups, `(x)` a reference to a claim that stands whole elsewhere in the group, `<>` the disc between two cells.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import claim, timeline, with_date
from timeline.align import Aligned, Cell, Row, Timing, align
from timeline.model import Bound, Event, Status

Case = tuple[str, list[Event], str]


def with_said_bound(event: Event, day: str) -> Event:
    return replace(event, said=replace(event.said, not_after=Bound(text=day, event=None)))


CASES: list[Case] = [
    (
        "answers to one topic stand side by side, and empty cells say why",
        [claim("a", "21", "ru", about="control"), claim("b", "21", "ua", about="control")],
        """
        2023-05-21 (2)
        control: a | b | -
        """,
    ),
    (
        "a lane with claims on the topic on other days says how many",
        [
            claim("a", "21", "ru", about="control"),
            claim("b", "22", "ua", about="control"),
            claim("c", "23", "ua", about="control"),
        ],
        """
        2023-05-21 (1)
        control: a | -2 | -
        2023-05-22 (1)
        control: -1 | b | -
        2023-05-23 (1)
        control: -1 | c | -
        """,
    ),
    (
        "rows without a time of day come first, then by time",
        [
            claim("late", "21 18:00", "ua", about="evening"),
            claim("early", "21 05:00", "ua", about="morning"),
            claim("some-time", "21", "ru", about="whenever"),
        ],
        """
        2023-05-21 (3)
        whenever: some-time | - | -
        morning @05:00: - | early | -
        evening @18:00: - | late | -
        """,
    ),
    (
        "all claims of a topic in one day share one row, each with its own time",
        [
            claim("x", "21 05:00", "ua", about="plant"),
            claim("y", "21 18-24", "ru", about="plant"),
            claim("z", "21", "ua"),
        ],
        """
        2023-05-21 (3)
        (no topic):  | z |
        plant @own: y | x | -
        """,
    ),
    (
        "claims without a topic stand together only at one time, and leave no notes",
        [
            claim("a", "21", "ru"),
            claim("b", "21", "ua"),
            claim("c", "21 05:00", "ua"),
            claim("d", "21 05:00", "other"),
        ],
        """
        2023-05-21 (4)
        (no topic): a | b |
        (no topic) @05:00:  | c | d
        """,
    ),
    (
        "a claim about two topics stands whole in the first and is referred to in the second",
        [claim("a", "21", "ru", about=["plant", "control"]), claim("b", "21", "ua", about="control")],
        """
        2023-05-21 (2)
        plant: a | - | -
        control: (a) | b | -
        """,
    ),
    (
        "a dispute between neighbours puts the disc between them, and one across a lane does not",
        [
            claim("a", "21", "ru", about="control"),
            claim("b", "21", "ua", about="control", relations={"disputes": "a"}),
            claim("c", "21", "ru", about="plant"),
            claim("d", "21", "other", about="plant", relations={"disputes": "c"}),
        ],
        """
        2023-05-21 (4)
        control: a <> | b | - | disputed
        plant: c | - | d | disputed
        """,
    ),
    (
        "inside a cell: latest-possible-day first, then by the source's own order, paragraph 9 before 10",
        [
            claim("a", "21", "ua", about="t", at="paragraph 10"),
            claim("b", "21", "ua", about="t", at="paragraph 9"),
            claim("c", "21 05:00", "ua", about="t", at="paragraph 1"),
            claim("d", "?", "ua", about="t", said="21"),
        ],
        """
        2023-05-21 (4)
        t @own: - | d, b, a, c | -
        """,
    ),
    (
        "wider periods stand before the first day in them, undated claims last",
        [
            claim("day", "17", "ua"),
            claim("month", "2023-05", "ua"),
            claim("stretch", "16..18", "ua"),
            claim("never", "?", "ua"),
            claim("before", "15", "ua"),
        ],
        """
        2023-05 (1)
        (no topic):  | month |
        2023-05-15 (1)
        (no topic):  | before |
        2023-05-16..2023-05-18 (1)
        (no topic):  | stretch |
        2023-05-17 (1)
        (no topic):  | day |
        undated (1)
        (no topic):  | never |
        """,
    ),
    (
        "an open date goes to the latest day that the claim itself or its editor gives",
        [
            claim("said-limits", "?", "ua", said="22"),
            claim("editor-limits", "?", "ua", not_after="2023-05-21"),
            claim("other-claim-limits", "?", "ua", not_after="fixed"),
            claim("earlier-limit-wins", "?", "ua", said="23", not_after="2023-05-20"),
            claim("by-the-words", "..19", "ua"),
            claim("forecast", "?", "ua", said="22", kind="forecast"),
            claim("fixed", "18", "ua"),
        ],
        """
        2023-05-18 (2)
        (no topic):  | other-claim-limits |
        (no topic):  | fixed |
        2023-05-19 (1)
        (no topic):  | by-the-words |
        2023-05-20 (1)
        (no topic):  | earlier-limit-wins |
        2023-05-21 (1)
        (no topic):  | editor-limits |
        2023-05-22 (1)
        (no topic):  | said-limits |
        undated (1)
        (no topic):  | forecast |
        """,
    ),
    (
        "a part of a day that goes on over midnight belongs to the day in which it begins",
        [claim("night", "15 21-30", "ua"), claim("late", "15 23:30", "ru"), claim("early", "16 05:00", "ru")],
        """
        2023-05-15 (2)
        (no topic) @21:00:  | night |
        (no topic) @23:30: late |  |
        2023-05-16 (1)
        (no topic) @05:00: early |  |
        """,
    ),
    (
        "a saying of a night limits the date by the later of its days",
        [
            claim("a", "?", "ua", said="15 21-30"),
            claim("b", "?", "ua", not_after="night"),
            claim("night", "17 21-30"),
        ],
        """
        2023-05-16 (1)
        (no topic):  | a |
        2023-05-17 (1)
        (no topic) @21:00:  | night |
        2023-05-18 (1)
        (no topic):  | b |
        """,
    ),
    (
        "what limits the saying limits the date too, but for a forecast",
        [
            with_said_bound(claim("a", "?", "ua"), "2023-05-21"),
            with_said_bound(claim("f", "?", "ua", kind="forecast"), "2023-05-21"),
        ],
        """
        2023-05-21 (1)
        (no topic):  | a |
        undated (1)
        (no topic):  | f |
        """,
    ),
    (
        "limits from around it make no day: they are no statement of the claim",
        [
            with_date(claim("a", "..21", "ua"), limits=("no later than the source",)),
            with_date(claim("b", "20..22", "ua"), phrase="unstated"),
            claim("bad-bound", "?", "ua", not_after="2023-02-30"),
            claim("no-such-bound", "?", "ua", not_after="nowhere"),
            claim("since", "20..", "ua"),
        ],
        """
        undated (5)
        (no topic):  | a, b, bad-bound, no-such-bound, since |
        """,
    ),
    (
        "where all times of a group have offsets, instants are compared, else wall clocks",
        [claim("a", "21 05:00z", "ua"), claim("b", "21 04:00z", "ua")],
        """
        2023-05-21 (2)
        (no topic) @04:00:  | b |
        (no topic) @05:00:  | a |
        """,
    ),
    (
        "what a removed claim said is nowhere",
        [
            claim("a", "21", "ru", about="control"),
            claim("gone", "21", "ua", about="control", relations={"disputes": "a"}, status="removed"),
        ],
        """
        2023-05-21 (1)
        control: a | - | -
        """,
    ),
]


def removed(event: Event) -> Event:
    return replace(event, status=Status(kind="removed", reason="safety")) if event.status else event


@pytest.mark.parametrize(("events", "printed"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rows(events: list[Event], printed: str) -> None:
    aligned = align(timeline(*map(removed, events)))
    assert show(aligned) == [line.strip() for line in printed.strip().splitlines()]


def show(aligned: Aligned) -> list[str]:
    lines = []
    for group in aligned.groups:
        lines.append(f"{group.key} ({group.count})")
        lines += [show_row(row) for row in group.rows]
    return lines


def show_row(row: Row) -> str:
    time = ""
    if row.timing is Timing.OWN:
        time = " @own"
    if row.timing is Timing.COMMON and row.common and row.common.earliest:
        time = f" @{row.common.earliest:%H:%M}"
    cells = " | ".join(show_cell(cell) for cell in row.cells).rstrip()
    return f"{row.topic or '(no topic)'}{time}: {cells}{' | disputed' if row.disputed else ''}"


def show_cell(cell: Cell) -> str:
    parts = [*cell.claims, *(f"({claim})" for claim in cell.references)]
    if cell.silence:
        parts.append("-" if cell.silence.kind == "none-on-topic" else f"-{cell.silence.elsewhere}")
    return ", ".join(parts) + (" <>" if cell.disc else "")
