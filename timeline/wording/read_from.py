"""Read from: what a date was read from and what limits it, as the record tells it, in the words of a language.

What enters: the words of a language, and the anchor and limits of a dating, which carry sentences in English. What leaves:
plain text in which ids of claims stand in backticks. A sentence that is of none of the known forms stays as it is.
"""

from __future__ import annotations

import re

from timeline import dates
from timeline.model import AnchorUse, Source, Timeline
from timeline.wording.telling import Wording

_BY_EDITOR = re.compile(r"not (?P<side>before|after) (?P<text>.*), by the editor")

_BEFORE_PUBLICATION = re.compile(r"no later than the publication of the source \(.*\)")

_KNOWN_LIMITS = {
    "no earlier than what it says happened": "limit.after-what-it-says",
    "no later than it was said": "limit.before-it-was-said",
}


def anchor(words: Wording, use: AnchorUse, timeline: Timeline) -> str:
    """Say what a phrase was read from: "the publication of the source, 22 May 2023"."""
    if use.kind == "source" and (source := timeline.sources.get(use.id or "")) and source.published:
        return words.text("anchor.source", date=_short(words, source.published.resolution))
    event = timeline.events.get(use.id or "")
    if event is None:
        return use.text
    for known in (event.said.resolution, event.date.resolution):
        # The record tells which of the two it was only by its words.
        if use.text.endswith(dates.short(known, year=True)):
            return words.text(f"anchor.{use.kind}-at", event=event.id, date=_short(words, known))
    return words.text(f"anchor.{use.kind}", event=event.id)


def limit(words: Wording, text: str, source: Source | None) -> str:
    """Say what limits a date: an editor's limit, or what must hold.

    Args:
        words: The words of a language.
        text: The limit as the record tells it.
        source: The first source that the claim cites.
    """
    if match := _BY_EDITOR.fullmatch(text):
        return words.text(f"limit.not-{match['side']}", date=match["text"])
    if _BEFORE_PUBLICATION.fullmatch(text) and source and source.published:
        return words.text("limit.before-publication", date=_short(words, source.published.resolution))
    return words.text(_KNOWN_LIMITS[text]) if text in _KNOWN_LIMITS else text


def _short(words: Wording, found: dates.Resolution) -> str:
    return dates.short(found, year=True, words=words)
