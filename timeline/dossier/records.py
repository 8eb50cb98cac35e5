"""What the records say besides: quotations, figures, notes, tags, and the ids by which the site names the claims.

A claim's entry in its lane is short. Here stands the rest, so that the book holds all that the site does.
"""

from __future__ import annotations

from timeline.dossier.setting import Json, listed
from timeline.dossier.whole import Whole
from timeline.model import Event, Quote
from timeline.pages import words
from timeline.text import plain


def record_entries(whole: Whole) -> list[Json]:
    """Make the entries of all claims that the book prints, in the order of their numbers."""
    return [_entry(claim, whole) for claim in whole.order]


def _entry(claim: str, whole: Whole) -> dict[str, Json]:
    event, setting = whole.event(claim), whole.wide
    parts: list[list[Json]] = []
    if event.title:
        parts.append([*setting.name(event.title), "."])
    parts.append([f"{event.kind.capitalize()}, {words.wording(event)}."])
    parts += _quote(event.quote, whole)
    parts += [
        [*setting.name(one.measure), ": ", *setting.words(words.figure(one)), "."] for one in event.figures
    ]
    parts += _answers(event, whole)
    if event.narrative_basis:
        parts.append(["Lane, the editor’s inference: ", *setting.rich(event.narrative_basis)])
    if event.tags:
        parts.append(["Tags (editor’s): ", *listed([setting.name(tag) for tag in event.tags]), "."])
    if event.note:
        parts.append(["Editor’s note: ", *setting.rich(event.note)])
    return {"claim": [whole.number(claim)], "id": setting.words(claim), "text": listed(parts, " ")}


def _quote(quote: Quote | None, whole: Whole) -> list[list[Json]]:
    """Give the words that the source quotes, with their translation."""
    if quote is None:
        return []
    setting = whole.wide
    shown: list[Json] = [
        "Quoted by the source: “",
        *setting.words(plain(quote.text), language=quote.language),
        "”.",
    ]
    if quote.translation:
        by = ["translated by ", *setting.name(quote.translator)] if quote.translator else ["translation"]
        shown += [" (", *by, ": “", *setting.name(quote.translation), "”)"]
    return [shown]


def _answers(event: Event, whole: Whole) -> list[list[Json]]:
    """Say which answers the claim was coded as giving."""
    shown: list[list[Json]] = []
    for about in event.about:
        topic = whole.timeline.topics.get(about.topic)
        answer = topic.answer(about.answer) if topic and about.answer else None
        if answer is not None:
            inferred = " (inferred by the editor, not counted)" if about.inferred else ""
            shown.append(
                [
                    "Answer to “",
                    *whole.wide.name(whole.topic(about.topic)),
                    "”: ",
                    *whole.wide.name(answer.label),
                    f"{inferred}.",
                ]
            )
    return shown
