"""Answers and figures of the topics: who gave which answer, what was changed later, which numbers stand beside one another.

What enters: the topics as they are aligned. What leaves: an entry for each that has coded answers, changes or competing figures, in the order
in which the book first comes to them. An answer that the editor inferred is listed apart, and nothing says which is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from timeline import wording
from timeline.align import AnswerView, Change, FigureTable, TopicView
from timeline.dossier.charts import answers_chart, figures_chart
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole


def topic_entries(whole: Whole) -> list[Json]:
    """Make the entries."""
    met = {
        row.topic: None
        for group in whole.here.groups
        for row in group.rows
        if row.topic and any(whole.prints(claim) for cell in row.cells for claim in cell.claims)
    }
    found = [_in_this_volume(whole.aligned.topics[topic], whole) for topic in met]
    return [_entry(topic, whole) for topic in found if _has_more(topic)]


def _in_this_volume(topic: TopicView, whole: Whole) -> TopicView:
    """Leave to each volume the claims that it prints: else every one would repeat the answers of all the others."""
    if whole.claims is None:
        return topic

    def printed(claims: Iterable[str]) -> tuple[str, ...]:
        return tuple(claim for claim in claims if whole.prints(claim))

    claims = printed(topic.claims)
    lanes = Counter(whole.lane(claim).id for claim in claims if claim not in topic.withdrawn)
    return replace(
        topic,
        claims=claims,
        counts={lane: lanes[lane] for lane in topic.counts},
        withdrawn=printed(topic.withdrawn),
        answers=tuple(
            replace(answer, claims=printed(answer.claims), inferred=printed(answer.inferred))
            for answer in topic.answers
        ),
        changes=tuple(change for change in topic.changes if whole.prints(change.after)),
        figures=tuple(
            replace(table, claims=claims) for table in topic.figures if (claims := printed(table.claims))
        ),
    )


def _has_more(topic: TopicView) -> bool:
    given = any(answer.claims or answer.inferred for answer in topic.answers)
    return given or bool(topic.changes or topic.figures)


def _entry(topic: TopicView, whole: Whole) -> dict[str, Json]:
    counts = [whole.words.number(topic.counts.get(lane.id, 0)) for lane in whole.aligned.lanes]
    return {
        "title": whole.heading.name(whole.topic(topic.topic)),
        "counts": [*counts],
        "chart": answers_chart(topic, whole) if topic.answers else None,
        "answers": [_answer(answer, topic.topic, whole) for answer in topic.answers],
        "changes": [_change(change, whole) for change in topic.changes],
        "figures": [_figures(table, whole) for table in topic.figures],
    }


def _answer(answer: AnswerView, topic: str, whole: Whole) -> dict[str, Json]:
    """Give one answer with the claims of each lane that give it."""
    record = whole.timeline.topics[topic].answer(answer.answer)
    lanes: list[list[Json]] = []
    for index in range(len(whole.aligned.lanes)):
        coded = [claim for claim in answer.claims if whole.lane_index[claim] == index]
        inferred = [claim for claim in answer.inferred if whole.lane_index[claim] == index]
        cell = whole.numbers(coded)
        if inferred:
            cell += [*([", "] if cell else []), *whole.say("inferred", claims=whole.numbers(inferred))]
        lanes.append(cell)
    label = record.label if record else answer.answer
    return {"label": whole.narrow.name(label), "lanes": [*lanes]}


def _change(change: Change, whole: Whole) -> list[Json]:
    """Say what was changed later, and how."""
    key = {"clarifies": "change-clarifies", "retracts": "change-retracts"}.get(
        str(change.verb or ""), "change-answer"
    )
    return whole.say(
        key,
        who=whole.wide.words(whole.who(change.after)),
        after=[whole.number(change.after)],
        before=[whole.number(change.before)],
    )


def _figures(table: FigureTable, whole: Whole) -> dict[str, Json]:
    """Give every lane a row at least, so that a lane without a figure is seen to have none."""
    title = whole.wide.name(table.measure)
    if table.unit:
        title = whole.say("in-unit", measure=title, unit=whole.wide.name(table.unit))
    rows: list[Json] = []
    for index in range(len(whole.aligned.lanes)):
        of_lane: list[Json] = [
            {
                "lane": index,
                "figure": whole.narrow.words(wording.figure(whole.words, one)),
                "who": [*whole.heading.words(whole.who(claim)), " ", whole.number(claim)],
            }
            for claim in table.claims
            if whole.lane_index[claim] == index
            for one in whole.event(claim).figures
            if (one.measure, one.unit) == (table.measure, table.unit)
        ]
        rows += of_lane or [{"lane": index, "figure": [whole.text("no-figure")], "who": []}]
    return {"title": title, "chart": figures_chart(table, whole), "rows": rows}
