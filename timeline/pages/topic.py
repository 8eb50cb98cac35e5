"""The page of one topic: answers, the words of each lane side by side, what changed, which figures compete.

What enters: the page's view of the whole and a topic's id. What leaves: its page, and further ones if it has many claims. Answers that the editor inferred are
marked so and not counted, and nothing here says which answer is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline import wording
from timeline.align import AnswerView, Change, FigureTable, Lane, TopicView
from timeline.pages.charts import answers_chart, figures_chart
from timeline.pages.claim_view import (
    MOST_RELATIONS,
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
from timeline.pages.here import Here
from timeline.pages.page import Page
from timeline.pages.parts import Part, in_parts
from timeline.pages.template import render
from timeline.text import plain


@dataclass(frozen=True, slots=True)
class Given:
    """A claim that gives an answer, with the relations that somebody stated."""

    line: ClaimLine
    relations: tuple[RelationView, ...]
    more: int
    """Stated relations beyond these, for which the claim's own page is."""

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
    has_claims: bool
    """Whether the lane has claims on the topic, on this page or on others."""


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


MOST_CLAIMS = 150
"""Claims on a page of a topic; further ones stand on further pages."""

MOST_DRAWN = 60
"""Figures up to which they are drawn; the table has more."""


def topic_pages(topic: str, here: Here) -> list[Page]:
    """Make the page of a topic; where it has many claims, they go on on further pages, in the order of time."""
    return in_parts(here, here.aligned.topics[topic].claims, lambda part: _page(topic, part), MOST_CLAIMS)


def _page(topic: str, part: Part[str]) -> Page:
    here = part.here
    record, found = here.timeline.topics[topic], here.aligned.topics[topic]
    shown = set(part.items)
    summary = summarise(found, here)
    given = [answer for answer in found.answers if set(answer.claims) - here.aligned.withdrawn]
    body = render(
        "topic.html",
        here.words,
        number=list(here.timeline.topics).index(topic) + 1,
        total=len(here.timeline.topics),
        frame=frame_code("topics", topic, record.title, here) if part.is_first else None,
        title=record.title,
        summary=summary,
        note=record.note,
        parts=part.links,
        answers=[_answer(answer, topic, shown, here) for answer in found.answers if _stands(answer, part)],
        chart=answers_chart(found, here) if part.is_first else None,
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
                tuple(claim_view(claim, here) for claim in part.items if here.lanes_by_claim[claim] is lane),
                any(here.lanes_by_claim[claim] is lane for claim in found.claims),
            )
            for lane in here.aligned.lanes
        ],
        changes=[_change(change, here) for change in found.changes if change.after in shown],
        figures=[one for table in found.figures for one in [_figures(table, part)] if one.rows],
    )
    return Page(
        path=here.path,
        title=part.title(plain(record.title)),
        description=f"{plain(record.title)} {summary}",
        body=body,
        kind="topic" if part.is_first else "index",
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


def _stands(answer: AnswerView, part: Part[str]) -> bool:
    """Whether a page names an answer: the first one also those that nobody gave."""
    claims = {*answer.claims, *answer.inferred}
    return bool(claims.intersection(part.items)) or (part.is_first and not claims)


def _answer(answer: AnswerView, topic: str, shown: set[str], here: Here) -> AnswerPart:
    record = here.timeline.topics[topic].answer(answer.answer)
    return AnswerPart(
        id=answer.answer,
        label=plain(record.label) if record else answer.answer,
        claims=tuple(_given(claim, here) for claim in answer.claims if claim in shown),
        inferred=tuple(_given(claim, here) for claim in answer.inferred if claim in shown),
    )


def _given(claim: str, here: Here) -> Given:
    number = sum(not link.computed for link in here.aligned.relations[claim])
    stated = tuple(one for one in relation_views(claim, here, MOST_RELATIONS) if not one.computed)
    more = number - len(stated)
    return Given(claim_line(claim, here), stated, more, removed_views(claim, here))


def _change(change: Change, here: Here) -> ChangePart:
    return ChangePart(
        claim_line(change.before, here),
        claim_line(change.after, here),
        here.words.text(f"topic.how.{change.verb or 'later'}"),
    )


def _figures(table: FigureTable, part: Part[str]) -> FigurePart:
    """Give every lane a row at least, so that a lane without a figure is seen to have none."""
    here, rows = part.here, []
    for lane in here.aligned.lanes:
        claims = [claim for claim in table.claims if here.lanes_by_claim[claim] is lane]
        rows += [
            FigureRow(lane, claim_line(claim, here), wording.figure(here.words, one))
            for claim in claims
            if claim in part.items
            for one in here.event(claim).figures
            if (one.measure, one.unit) == (table.measure, table.unit)
        ]
        if not claims and part.is_first:
            rows.append(FigureRow(lane, None, ""))
    title = plain(table.measure)
    if table.unit:
        title = here.words.text("topic.figures-in", measure=title, unit=plain(table.unit))
    drawn = part.is_first and len(table.claims) <= MOST_DRAWN
    return FigurePart(title, tuple(rows), figures_chart(table, here) if drawn else Markup(""))
