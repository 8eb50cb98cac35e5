"""Relations as seen from both of their claims, and differences that nobody stated.

What enters: the claims that are shown. What leaves: each claim's links. "Differs from" is computed where two claims
give different coded answers to one topic; it is left out where the two are related by words already, where an answer
is the editor's inference, and where one speaker gave both, which is a change and not a difference.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from timeline.align.topics import is_withdrawn
from timeline.align.values import Link, Verb
from timeline.model import Event, RelationKind

_VERBS = {
    RelationKind.DISPUTES: (Verb.DISPUTES, Verb.DISPUTED_BY),
    RelationKind.CLARIFIES: (Verb.CLARIFIES, Verb.CLARIFIED_BY),
    RelationKind.RETRACTS: (Verb.RETRACTS, Verb.RETRACTED_BY),
    RelationKind.REPEATS: (Verb.REPEATS, Verb.REPEATED_BY),
    RelationKind.AGREES_WITH: (Verb.AGREES_WITH, Verb.AGREED_WITH_BY),
}
MOST_COMPARED = 50
"""Claims with an answer to one topic up to which each is set against every other. Beyond it the list on a claim would be
longer than anybody reads, and grows with the square of their number; the topic's own page sets the answers side by side.
"""

_ORDER = {verb: place for place, verb in enumerate(Verb)}


def links(events: Mapping[str, Event], order: Sequence[str]) -> dict[str, tuple[Link, ...]]:
    """Give every claim its relations, stated ones first, each kind in the order of the claims."""
    found: dict[str, list[Link]] = {claim: [] for claim in order}
    related: set[frozenset[str]] = set()
    for event in events.values():
        for relation in event.relations:
            if relation.target not in events or relation.target == event.id:
                continue
            here, there = _VERBS[relation.kind]
            found[event.id].append(Link(here, relation.target))
            found[relation.target].append(Link(there, event.id))
            related.add(frozenset({event.id, relation.target}))
    for first, second, topic in differences(events, order):
        if frozenset({first, second}) not in related:
            found[first].append(Link(Verb.DIFFERS_FROM, second, topic))
            found[second].append(Link(Verb.DIFFERS_FROM, first, topic))
            related.add(frozenset({first, second}))
    rank = {claim: place for place, claim in enumerate(order)}
    return {
        claim: tuple(sorted(dict.fromkeys(links), key=lambda link: (_ORDER[link.verb], rank[link.other])))
        for claim, links in found.items()
    }


def to_removed(events: Mapping[str, Event], removed: Collection[str]) -> dict[str, tuple[Link, ...]]:
    """Give the stated relations of each claim to claims of which only a tombstone is left, by id."""
    found = {
        claim: tuple(
            sorted(
                {
                    Link(_VERBS[relation.kind][0], relation.target)
                    for relation in event.relations
                    if relation.target in removed
                },
                key=lambda link: (_ORDER[link.verb], link.other),
            )
        )
        for claim, event in events.items()
    }
    return {claim: links for claim, links in found.items() if links}


def disputes(events: Mapping[str, Event], order: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give every stated dispute once, in the order of the claims that dispute."""
    rank = {claim: place for place, claim in enumerate(order)}
    pairs = {
        (event.id, relation.target)
        for event in events.values()
        for relation in event.relations
        if relation.kind is RelationKind.DISPUTES
        and relation.target in events
        and relation.target != event.id
    }
    return tuple(sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]])))


def differences(events: Mapping[str, Event], order: Sequence[str]) -> list[tuple[str, str, str]]:
    """Find pairs of claims by different sides or speakers whose coded answers to one topic differ."""
    answered: dict[str, list[tuple[Event, str]]] = {}
    for claim in order:
        event = events[claim]
        if is_withdrawn(event):
            continue
        for about in event.about:
            if about.answer is not None and not about.inferred:
                answered.setdefault(about.topic, []).append((event, about.answer))
    return [
        (first.id, second.id, topic)
        for topic, given in sorted(answered.items())
        if len(given) <= MOST_COMPARED
        for (first, one), (second, other) in combinations(given, 2)
        if one != other and first.id != second.id and _different_voices(first, second)
    ]


def _different_voices(first: Event, second: Event) -> bool:
    """Tell whether two claims are certainly not one speaker's."""
    if set(first.by) & set(second.by):
        return False
    return first.narrative != second.narrative or bool(first.by and second.by)
