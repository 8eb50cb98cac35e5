"""Claims: their names, how they are worded in the source, their figures, and the verbs of their relations.

What enters: the words of a language and a claim. What leaves: plain text.
"""

from __future__ import annotations

from typing import Literal

from timeline.align import Verb
from timeline.model import Event, Figure
from timeline.text import plain
from timeline.wording.telling import Wording

QUOTATION_MARKS = "\"'“”„‟«»‹›‘’"

Quotation = Literal["direct", "partly", "paraphrase"]
"""Whether a claim stands in the source's own quotation marks, has some of its words from there, or none."""

MARKS = {
    Verb.DISPUTES: "disputes",
    Verb.DISPUTED_BY: "disputes",
    Verb.CLARIFIES: "clarifies",
    Verb.CLARIFIED_BY: "clarifies",
    Verb.RETRACTS: "retracts",
    Verb.RETRACTED_BY: "retracts",
    Verb.REPEATS: "repeats",
    Verb.REPEATED_BY: "repeats",
    Verb.AGREES_WITH: "agrees_with",
    Verb.AGREED_WITH_BY: "agrees_with",
    Verb.DIFFERS_FROM: "differs_from",
}
"""The mark that is drawn for each."""


def verb(words: Wording, kind: Verb) -> str:
    """Say how one claim stands to another: "Disputes", "Disputed by"."""
    return words.text(f"verb.{kind.name.lower().replace('_', '-')}")


def counted_claims(words: Wording, number: int, withdrawn: int) -> str:
    """Count claims, and say how many of them were withdrawn: "14 claims, 1 withdrawn"."""
    return words.joined(
        [words.count("claims", number), words.count("withdrawn", withdrawn) if withdrawn else ""]
    )


def headline(event: Event, limit: int = 12) -> str:
    """Name a claim by its title, else by its first words."""
    if event.title:
        return plain(event.title)
    words = plain(event.claim).split(" ")
    return " ".join(words[:limit]) + ("…" if len(words) > limit else "")


def quotation(event: Event) -> Quotation:
    """Tell whether the claim stands in the source's own quotation marks."""
    if event.quote is None:
        return "paraphrase"
    edges = f"{QUOTATION_MARKS} .…"
    if plain(event.claim).strip(edges) == plain(event.quote.text).strip(edges):
        return "direct"
    return "partly"


def figure(words: Wording, one: Figure) -> str:
    """Write a figure: "20 drones", "at least 3", "10 to 12"."""
    if one.value is not None:
        number = f"{one.value:f}"
    elif one.minimum is not None and one.maximum is not None:
        number = words.text("figure.between", least=f"{one.minimum:f}", most=f"{one.maximum:f}")
    elif one.minimum is not None:
        number = words.text("figure.at-least", number=f"{one.minimum:f}")
    elif one.maximum is not None:
        number = words.text("figure.at-most", number=f"{one.maximum:f}")
    else:
        number = words.text("figure.none")
    return f"{number} {plain(one.unit)}" if one.unit else number
