"""The rule on claims that were entered twice.

Only claims with the same speakers and a source in common are set against each other, and of those only the ones that
share one of their rarest words: two sets of words of which 85 in 100 are common must (the rarest few of each decide).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from timeline.catalogue import folded
from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic, Label
from timeline.model import Event, Timeline
from timeline.rules.answers import overlap

ALIKE = 0.85
"""Of all words of two claims, the part that both have. One word in twenty may be another, or a few more be left out."""

MOST_COMPARED = 25
"""Claims, the nearest in date, with which one claim is compared. Only claims made from one template have more that are
candidates, and those differ in their names and numbers."""

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")

_NEGATIONS = """
not no never nobody none nothing neither nor cannot
не ні нет нету нема немає ни никто ніхто никогда ніколи
pas nicht kein keine לא אין لا لم
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Words that turn a claim into its opposite, in the languages that most claims of this kind are written in."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as the set of its words."""

    event: Event
    words: frozenset[str]
    telling: frozenset[str]
    """Numbers and names: where each of two claims has one that the other has not, they are about different things."""


def nearly_the_same(timeline: Timeline) -> Iterator[Diagnostic]:
    """A claim is on file once; who says it again repeats it, and a relation says so."""
    groups: dict[tuple[frozenset[str], str], list[Wording]] = {}
    for event in sorted(timeline.events.values(), key=lambda event: (begins(event), event.id)):
        if event.claim and not (event.status and event.status.kind in {"removed", "withdrawn"}):
            wording = wording_of(event)
            for source in {citation.source for citation in event.citations}:
                groups.setdefault((frozenset(event.by), source), []).append(wording)
    reported: set[str] = set()
    for group in groups.values():
        for one, other in pairs(group):
            if other.id not in reported:
                reported.add(other.id)
                yield codes.NEAR_DUPLICATE.at(
                    other.at("claim"),
                    f"this says nearly the same as `{one.id}`, by the same speaker and from the same source",
                    hint="keep one of the two; if it was said twice, add `repeats` to `relations`",
                    related=(Label(one.at("claim"), "the other claim"),),
                )


def begins(event: Event) -> str:
    """Give a key that puts claims near those of nearly the same date."""
    resolution = event.date.resolution
    bound = resolution.earliest or resolution.latest
    return bound.isoformat() if bound else ""


def wording_of(event: Event) -> Wording:
    """Take a claim apart into words."""
    written = WORD.findall(event.claim)
    telling = frozenset(folded(word) for word in written if word[0].isdigit() or word[0].isupper())
    return Wording(event, frozenset(folded(word) for word in written), telling)


def pairs(group: Sequence[Wording]) -> Iterator[tuple[Event, Event]]:
    """Give each claim that is nearly the same as an earlier one, with that one."""
    if len(group) < 2:
        return
    counts = Counter(word for wording in group for word in wording.words)
    holding: dict[str, list[Wording]] = {}
    for wording in group:
        rarest = sorted(wording.words, key=lambda word: (counts[word], word))
        rarest = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
        same = next((other for other in candidates(rarest, holding) if alike(wording, other)), None)
        if same is not None:
            yield same.event, wording.event
        for word in rarest:
            holding.setdefault(word, []).append(wording)


def candidates(rarest: Sequence[str], holding: dict[str, list[Wording]]) -> Iterator[Wording]:
    """Give the earlier claims that share one of these words, the latest first."""
    seen: set[str] = set()
    for word in rarest:
        for other in reversed(holding.get(word, [])[-MOST_COMPARED:]):
            if other.event.id not in seen:
                seen.add(other.event.id)
                yield other
                if len(seen) == MOST_COMPARED:
                    return


def alike(one: Wording, other: Wording) -> bool:
    """Tell whether two claims of one speaker are the same one in nearly the same words."""
    common = len(one.words & other.words)
    if common < ALIKE * (len(one.words) + len(other.words) - common):
        return False
    mine, theirs = one.words - other.words, other.words - one.words
    if (mine | theirs) & NEGATIONS or any(word.endswith(("n't", "n’t")) for word in mine | theirs):
        return False
    if mine & one.telling and theirs & other.telling:
        return False
    return overlap(one.event, other.event) and not set_apart(one.event, other.event)


def set_apart(one: Event, other: Event) -> bool:
    """Tell whether the editor already says how two claims differ: by a relation, their places, answers or figures."""
    if any(relation.target == other.id for relation in one.relations):
        return True
    if any(relation.target == one.id for relation in other.relations):
        return True
    if one.places and other.places and not set(one.places) & set(other.places):
        return True
    answers = {(about.topic, about.answer) for about in one.about if about.answer}
    others = {(about.topic, about.answer) for about in other.about if about.answer}
    if {topic for topic, _ in answers - others} & {topic for topic, _ in others - answers}:
        return True
    return bool(one.figures and other.figures and set(one.figures) != set(other.figures))
