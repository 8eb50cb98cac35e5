"""The page of one topic: answers, the words of each lane side by side, what changed, which figures compete.

What enters: the page's view of the whole and a topic's id. What leaves: its page. Answers that the editor inferred are
marked so and not counted, and nothing here says which answer is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline import wording
from timeline.align import AnswerView, Change, FigureTable, Lane, TopicView
from timeline.pages.charts import answers_chart, figures_chart
from timeline.pages.claim_view import (
    ClaimLine,
    ClaimView,
    RelationView,
    RemovedView,
    claim_line,
    claim_view,
    relation_views,
    removed_views,
)
from timeline.pages.embed import frame_code
from timeline.pages.here import Here, page_path
from timeline.pages.page import Page
from timeline.pages.template import render
from timeline.text import plain


@dataclass(frozen=True, slots=True)
class Given:
    """A claim that gives an answer, with the relations that somebody stated."""

    line: ClaimLine
    relations: tuple[RelationView, ...]
    removed: tuple[RemovedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPart:
    """One answer, and who gave it."""

    id: str
    label: str
    claims: tuple[Given, ...]
    inferred: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The words of one lane."""

    lane: Lane
    name: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ChangePart:
    """What was said before and after."""

    before: ClaimLine
    after: ClaimLine
    how: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in its lane, or that the lane gives none."""

    lane: Lane
    line: ClaimLine | None
    figure: str


@dataclass(frozen=True, slots=True)
class FigurePart:
    """Figures of one measure and unit."""

    title: str
    rows: tuple[FigureRow, ...]
    chart: Markup


def topic_page(topic: str, here: Here) -> Page:
    """Make the page of a topic."""
    record, found = here.timeline.topics[topic], here.aligned.topics[topic]
    summary = summarise(found, here)
    answers = [_answer(answer, topic, here) for answer in found.answers]
    given = [answer for answer in found.answers if set(answer.claims) - here.aligned.withdrawn]
    body = render(
        "topic.html",
        here.words,
        number=list(here.timeline.topics).index(topic) + 1,
        total=len(here.timeline.topics),
        frame=frame_code("topics", topic, record.title, here),
        title=record.title,
        summary=summary,
        note=record.note,
        answers=answers,
        chart=answers_chart(found, here),
        answers_title=here.words.count("topic.answers-given", len(given))
        if given
        else here.words.text("topic.answers"),
        one_lane=len(
            {
                here.lanes_by_claim[claim].id
                for answer in given
                for claim in answer.claims
                if claim not in here.aligned.withdrawn
            }
        )
        == 1,
        lanes=here.aligned.lanes,
        columns=[
            Column(
                lane,
                wording.of_lane(here.words, lane),
                tuple(
                    claim_view(claim, here) for claim in found.claims if here.lanes_by_claim[claim] is lane
                ),
            )
            for lane in here.aligned.lanes
        ],
        changes=[_change(change, here) for change in found.changes],
        figures=[_figures(table, here) for table in found.figures],
    )
    return Page(
        path=page_path("topics", topic),
        title=plain(record.title),
        description=f"{plain(record.title)} {summary}",
        body=body,
        kind="topic",
        lang=here.words.language,
        edit=None if record.inline else record.path,
        lanes=len(here.aligned.lanes),
    )


def summarise(found: TopicView, here: Here) -> str:
    """Say in two or three sentences how many claims there are, what they answer, and how often one disputes another."""
    if not found.claims:
        return here.words.text("topic.no-claims")
    words = here.words
    standing = [claim for claim in found.claims if claim not in here.aligned.withdrawn]
    speakers = {by for claim in standing for by in here.event(claim).by}
    counted_by = {
        "claims": words.count("claims", len(standing)),
        "speakers": words.count("by-speakers", len(speakers)),
    }
    sentences = [words.text("topic.claims-by" if speakers else "topic.claims", **counted_by)]
    counts = words.joined(
        f"{words.number(found.counts[lane.id])} {plain(lane.narrative.short)}" for lane in here.aligned.lanes
    )
    sentences.append(words.text("topic.by-lane", counts=counts))
    if found.withdrawn:
        sentences.append(words.count("topic.withdrawn", len(found.withdrawn)))
    counted = [set(answer.claims).intersection(standing) for answer in found.answers]
    answering = set().union(*counted)
    if answering:
        different = sum(1 for claims in counted if claims)
        answers = words.count("topic.different-answers", different)
        sentences.append(words.count("topic.give", len(answering), answers=answers))
    if found.disputes:
        sentences.append(words.count("topic.disputes", found.disputes))
    return " ".join(sentences)


def _answer(answer: AnswerView, topic: str, here: Here) -> AnswerPart:
    record = here.timeline.topics[topic].answer(answer.answer)
    return AnswerPart(
        id=answer.answer,
        label=plain(record.label) if record else answer.answer,
        claims=tuple(_given(claim, here) for claim in answer.claims),
        inferred=tuple(_given(claim, here) for claim in answer.inferred),
    )


def _given(claim: str, here: Here) -> Given:
    stated = tuple(relation for relation in relation_views(claim, here) if not relation.computed)
    return Given(claim_line(claim, here), stated, removed_views(claim, here))


def _change(change: Change, here: Here) -> ChangePart:
    return ChangePart(
        claim_line(change.before, here),
        claim_line(change.after, here),
        here.words.text(f"topic.how.{change.verb or 'later'}"),
    )


def _figures(table: FigureTable, here: Here) -> FigurePart:
    """Give every lane a row at least, so that a lane without a figure is seen to have none."""
    rows = []
    for lane in here.aligned.lanes:
        of_lane = [
            FigureRow(lane, claim_line(claim, here), wording.figure(here.words, one))
            for claim in table.claims
            if here.lanes_by_claim[claim] is lane
            for one in here.event(claim).figures
            if (one.measure, one.unit) == (table.measure, table.unit)
        ]
        rows += of_lane or [FigureRow(lane, None, "")]
    title = plain(table.measure)
    if table.unit:
        title = here.words.text("topic.figures-in", measure=title, unit=plain(table.unit))
    return FigurePart(title, tuple(rows), figures_chart(table, here))
