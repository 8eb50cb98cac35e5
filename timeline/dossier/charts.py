"""The charts of a topic, for the width of the paper: its answers by day, and figures that compete.

What enters: a topic as it is aligned. What leaves: drawings with the words that stand for them; beside them the book always
has a table of the same data.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import wording
from timeline.align import FigureTable, Kind, TopicView, Verb
from timeline.dossier.drawing import UNITS_WIDE, drawn
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.drawings.answers import Telling, answers
from timeline.drawings.figures import Figure, figures
from timeline.drawings.values import Frame
from timeline.text import plain

ANSWERS, NAMES = 200.0, 170.0
"""Width of the column of answers, and of that of lane names; units of the drawing."""


def answers_chart(topic: TopicView, whole: Whole) -> dict[str, Json] | None:
    """Draw the answers to a topic; `None` where there are none, or they span too much."""
    say = whole.words
    record = whole.timeline.topics[topic.topic]
    given = [claim for answer in topic.answers for claim in (*answer.claims, *answer.inferred)]
    inferred = {claim for answer in topic.answers for claim in answer.inferred}
    telling = Telling(
        head=say.text("chart.answer"),
        labels={answer.id: plain(answer.label) for answer in record.answers},
        speakers={claim: f"[{whole.aligned.numbers[claim]}] {whole.who(claim)}" for claim in given},
        remarks={claim: _remark(claim, whole, inferred=claim in inferred) for claim in given},
        times={number: say.count("chart.times", number) for number in range(2, len(given) + 1)},
        nobody=say.text("chart.nobody"),
        more={number: say.count("chart.more", number) for number in range(1, len(given) + 1)},
    )
    frame = _frame(ANSWERS, whole)
    found = answers(topic, whole.aligned, telling, whole.drawing_words, frame)
    if found is None:
        return None
    return drawn(found.drawing, whole.text("answers-drawn", topic=plain(record.title)))


def figures_chart(table: FigureTable, whole: Whole) -> dict[str, Json] | None:
    """Draw the figures of one measure and unit; `None` where they cannot stand on a scale."""
    frame = _frame(NAMES, whole)
    drawing = figures(
        _figures(table, whole), whole.aligned.lanes, frame, none=whole.words.text("chart.no-figure")
    )
    if drawing is None:
        return None
    return drawn(drawing, whole.text("figures-drawn", measure=plain(table.measure)))


def _frame(names: float, whole: Whole) -> Frame:
    return Frame("print", whole.paper.width * UNITS_WIDE, names, mirrored=whole.paper.direction == "rtl")


def _remark(claim: str, whole: Whole, *, inferred: bool) -> str:
    """Say of a claim what its column does not: a latest date, or that the editor inferred its answer."""
    return whole.words.joined(
        (
            whole.when(claim) if whole.aligned.placed[claim].kind is Kind.UP_TO else "",
            whole.words.text("chart.inferred") if inferred else "",
            whole.words.text("key.withdrawn") if claim in whole.aligned.withdrawn else "",
        )
    )


def _figures(table: FigureTable, whole: Whole) -> Sequence[Figure]:
    """Prepare the figures of a table: one for each that a claim gives, with what it revises."""
    numbers: dict[str, str] = {}
    found = []
    for claim in table.claims:
        before = _revised(claim, table, whole)
        for one in whole.event(claim).figures:
            if (one.measure, one.unit) != (table.measure, table.unit):
                continue
            shown = wording.figure(whole.words, one)
            if before in numbers:
                shown = whole.words.text("chart.revised", before=numbers[before or ""], after=shown)
            numbers[claim] = shown
            found.append(
                Figure(
                    claim=claim,
                    lane=whole.lane(claim).id,
                    words=whole.words.joined([shown, f"{whole.who(claim)} [{whole.aligned.numbers[claim]}]"]),
                    value=one.value,
                    minimum=one.minimum,
                    maximum=one.maximum,
                    revises=before,
                    withdrawn=claim in whole.aligned.withdrawn,
                )
            )
    return found


def _revised(claim: str, table: FigureTable, whole: Whole) -> str | None:
    """Find the claim of the same lane whose figure a claim clarifies or retracts."""
    return next(
        (
            link.other
            for link in whole.aligned.relations.get(claim, ())
            if link.verb in {Verb.CLARIFIES, Verb.RETRACTS}
            and link.other in table.claims
            and whole.lane_index[link.other] == whole.lane_index[claim]
        ),
        None,
    )
