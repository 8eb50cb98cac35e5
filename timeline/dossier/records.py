"""What the records say besides: quotations, figures, notes, tags, and the ids by which the site names the claims.

A claim's entry in its lane is short. Here stands the rest, so that the book holds all that the site does.
"""

from __future__ import annotations

from timeline import wording
from timeline.dossier.setting import Json, listed
from timeline.dossier.whole import Whole
from timeline.model import Event, Quote
from timeline.text import plain


def record_entries(whole: Whole) -> list[Json]:
    """Make the entries of all claims that the book prints, in the order of their numbers."""
    return [_entry(claim, whole) for claim in whole.order]


def _entry(claim: str, whole: Whole) -> dict[str, Json]:
    event, setting = whole.event(claim), whole.wide
    parts: list[list[Json]] = []
    if event.title:
        parts.append([*setting.name(event.title), "."])
    kind, quoted = whole.text(event.kind), whole.words.text(f"quotation.{wording.quotation(event)}")
    parts.append([whole.text("kind-and-wording", kind=kind, wording=quoted)])
    parts += _quote(event.quote, whole)
    parts += [
        whole.say(
            "figure",
            measure=setting.name(one.measure),
            figure=setting.words(wording.figure(whole.words, one)),
        )
        for one in event.figures
    ]
    parts += _answers(event, whole)
    if event.narrative_basis:
        parts.append(whole.say("lane-basis", basis=setting.rich(event.narrative_basis)))
    if event.tags:
        parts.append(whole.say("tags", tags=listed([setting.name(tag) for tag in event.tags])))
    if event.note:
        parts.append(whole.say("editors-note", note=setting.rich(event.note)))
    return {"claim": [whole.number(claim)], "id": setting.words(claim), "text": listed(parts, " ")}


def _quote(quote: Quote | None, whole: Whole) -> list[list[Json]]:
    """Give the words that the source quotes, with their translation."""
    if quote is None:
        return []
    setting = whole.wide
    shown = whole.say("quoted-words", text=setting.words(plain(quote.text), language=quote.language))
    if quote.translation is None:
        return [shown]
    text = setting.name(quote.translation)
    if quote.translator is None:
        return [shown, whole.say("translated", text=text)]
    return [shown, whole.say("translated-by", name=setting.name(quote.translator), text=text)]


def _answers(event: Event, whole: Whole) -> list[list[Json]]:
    """Say which answers the claim was coded as giving."""
    shown: list[list[Json]] = []
    for about in event.about:
        topic = whole.timeline.topics.get(about.topic)
        answer = topic.answer(about.answer) if topic and about.answer else None
        if answer is not None:
            shown.append(
                whole.say(
                    "answer-inferred" if about.inferred else "answer",
                    topic=whole.wide.name(whole.topic(about.topic)),
                    answer=whole.wide.name(answer.label),
                )
            )
    return shown
