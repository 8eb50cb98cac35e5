"""The charts of a topic's page: its answers, and figures that compete, as inline SVG.

Enters: the page's view of the whole. Leaves: finished markup for each width of page, hidden from assistive technology, since the
page has the same as a list and as tables. The geometry is `timeline.drawings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline import wording
from timeline.align import FigureTable, Kind, TopicView, Verb
from timeline.drawings.answers import Telling, answers
from timeline.drawings.figures import Figure, figures
from timeline.drawings.values import Drawing, Frame
from timeline.drawings.words import Words
from timeline.pages.here import Here
from timeline.pages.svg import svg
from timeline.text import clean, plain

_WIDE = (Frame("wide", 1172, 260), Frame("middle", 912, 220))
"""Widths at which answers are drawn; narrower pages have the list."""

_FRAMES = (Frame("wide", 1172, 236), Frame("middle", 912, 200), Frame("narrow", 358, 0))
"""Widths at which figures are drawn."""


@dataclass(frozen=True, slots=True)
class AnswersChart:
    """The chart of a topic's answers, with what must be said beside it."""

    markup: Markup
    unit: str
    left_out: int


def answers_chart(topic: TopicView, here: Here) -> AnswersChart | None:
    """Draw the answers to a topic; `None` where there is nothing to draw."""
    words = drawing_words(here)
    record = here.timeline.topics[topic.topic]
    given = [claim for answer in topic.answers for claim in (*answer.claims, *answer.inferred)]
    inferred = {claim for answer in topic.answers for claim in answer.inferred}
    telling = Telling(
        head=words.text("chart.answer"),
        labels={answer.id: plain(answer.label) for answer in record.answers},
        speakers={claim: here.speakers_text(here.event(claim)) for claim in given},
        remarks={claim: _remark(claim, here, words, inferred=claim in inferred) for claim in given},
        times={number: words.wording.count("chart.times", number) for number in range(2, len(given) + 1)},
        nobody=words.text("chart.nobody"),
        more={number: words.wording.count("chart.more", number) for number in range(1, len(given) + 1)},
    )
    drawn = [answers(topic, here.aligned, telling, words, frame) for frame in frames_for(here, _WIDE)]
    found = [one for one in drawn if one is not None]
    if len(found) < len(_WIDE):
        return None
    markup = Markup("").join(
        chart(one.drawing, f"tl-answers__drawing tl-answers__drawing--{frame.name}", here)
        for one, frame in zip(found, _WIDE, strict=True)
    )
    return AnswersChart(markup, found[0].unit, max(one.left_out for one in found))


def figures_chart(table: FigureTable, here: Here) -> Markup:
    """Draw the figures of one measure and unit; empty where they cannot stand on a scale."""
    words = drawing_words(here)
    given = _figures(table, here, words)
    drawn = [
        figures(given, here.aligned.lanes, frame, none=words.text("chart.no-figure"))
        for frame in frames_for(here, _FRAMES)
    ]
    return Markup("").join(
        chart(one, f"tl-figures__drawing tl-figures__drawing--{frame.name}", here)
        for one, frame in zip(drawn, _FRAMES, strict=True)
        if one is not None
    )


def frames_for(here: Here, frames: Sequence[Frame]) -> list[Frame]:
    """Put names at the right where the page runs from right to left."""
    return [replace(frame, mirrored=here.words.direction == "rtl") for frame in frames]


def drawing_words(here: Here) -> Words:
    """Give what drawings must know of the words of this timeline."""
    return Words(
        periods={
            group.key: wording.long(here.words, group.period) for group in here.aligned.groups if group.period
        },
        years=here.years,
        wording=here.words,
    )


def _remark(claim: str, here: Here, words: Words, *, inferred: bool) -> str:
    """Say of a claim what its column does not: a latest date, or that the editor inferred its answer."""
    remarks = []
    if here.aligned.placed[claim].kind is Kind.UP_TO:
        remarks.append(here.when(claim))
    if inferred:
        remarks.append(words.text("chart.inferred"))
    if claim in here.aligned.withdrawn:
        remarks.append(words.text("key.withdrawn"))
    return words.wording.joined(remarks)


def _figures(table: FigureTable, here: Here, words: Words) -> Sequence[Figure]:
    """Prepare the figures of a table: one for each that a claim gives, with what it revises."""
    said = words.wording
    numbers: dict[str, str] = {}
    found = []
    for claim in table.claims:
        before = _revised(claim, table, here)
        for one in here.event(claim).figures:
            if (one.measure, one.unit) != (table.measure, table.unit):
                continue
            shown = wording.figure(said, one)
            if before in numbers:
                shown = words.text("chart.revised", before=numbers[before or ""], after=shown)
            numbers[claim] = shown
            found.append(
                Figure(
                    claim=claim,
                    lane=here.lanes_by_claim[claim].id,
                    words=said.joined([shown, here.speakers_text(here.event(claim))]),
                    value=one.value,
                    minimum=one.minimum,
                    maximum=one.maximum,
                    revises=before,
                    withdrawn=claim in here.aligned.withdrawn,
                )
            )
    return found


def _revised(claim: str, table: FigureTable, here: Here) -> str | None:
    """Find the claim of the same lane whose figure a claim clarifies or retracts."""
    lane = here.lanes_by_claim[claim].id
    return next(
        (
            link.other
            for link in here.aligned.relations.get(claim, ())
            if link.verb in {Verb.CLARIFIES, Verb.RETRACTS}
            and link.other in table.claims
            and here.lanes_by_claim[link.other].id == lane
        ),
        None,
    )


def chart(drawing: Drawing, css: str, here: Here) -> Markup:
    """Write a drawing for a page, its marks leading to the pages of their claims."""
    attributes = Markup('class="tl-chart {}" aria-hidden="true"').format(css)
    drawn = svg(
        drawing, attributes, numbers=here.aligned.numbers, address=lambda claim: here.url("claims", claim)
    )
    return Markup(clean(drawn))  # noqa: S704 - finished markup, white space alone changed
