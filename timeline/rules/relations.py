"""Rules on the relations between claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic, Label, Span
from timeline.model import Event, RelationKind, Timeline

LOOKING_BACK = frozenset({RelationKind.CLARIFIES, RelationKind.RETRACTS, RelationKind.REPEATS})
"""Only words that were there first can be clarified, taken back or repeated. Two sides may well dispute each other, or agree."""

ADDRESSING = frozenset({RelationKind.DISPUTES, RelationKind.CLARIFIES})
"""What nobody can do without words about the other claim."""


def circle(timeline: Timeline) -> Iterator[Diagnostic]:
    """Claims that clarify, retract or repeat others do not come back to where they began.

    Claims that look back at each other are all found; of longer circles, at least one wherever there is any.
    """
    back: dict[str, set[str]] = {
        event.id: {
            relation.target
            for relation in event.relations
            if relation.kind in LOOKING_BACK
            and relation.target in timeline.events
            and not timeline.events[relation.target].removed
        }
        for event in timeline.events.values()
        if not event.removed
    }
    pairs = {(one, other) for one, others in back.items() for other in others if one in back[other]}
    for one, other in sorted(pairs):
        if one < other:
            yield around(timeline, [one, other])
    longer = {
        one: {other for other in others if (one, other) not in pairs and other != one}
        for one, others in back.items()
    }
    for path in circles(longer):
        yield around(timeline, path)


def circles(back: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Follow claims to those they look back at, leaving out what leads nowhere, and give the circles that are met."""
    left = {one: set(others) for one, others in back.items()}
    pointing: dict[str, list[str]] = {}
    for one, others in left.items():
        for other in others:
            pointing.setdefault(other, []).append(one)
    ends = [one for one, others in left.items() if not others]
    while ends:
        end = ends.pop()
        del left[end]
        for one in pointing.get(end, []):
            left[one].discard(end)
            if not left[one]:
                ends.append(one)
    walked: set[str] = set()
    for start in sorted(left):
        path: dict[str, None] = {}
        here = start
        while here not in walked and here not in path:
            path[here] = None
            here = min(left[here])
        if here in path:
            names = list(path)
            circle = names[names.index(here) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
        walked.update(path)


def around(timeline: Timeline, path: list[str]) -> Diagnostic:
    """Report a circle at its first claim, with all others as related places."""
    first, *others = (timeline.events[one] for one in path)
    return codes.RELATION_CIRCLE.at(
        looking_back(first, path[1 % len(path)]),
        "these claims look back at one another: " + " → ".join(f"`{one}`" for one in [*path, path[0]]),
        hint="leave out the relation of the claim that was made first",
        related=tuple(
            Label(looking_back(other, then), f"the relation of `{other.id}`")
            for other, then in zip(others, [*path[2:], path[0]], strict=True)
        ),
    )


def looking_back(event: Event, target: str) -> Span:
    """Give the place of the relation by which a claim looks back at another."""
    written = (one.at for one in event.relations if one.kind in LOOKING_BACK and one.target == target)
    return next(written, None) or event.at("relations")


def without_words(timeline: Timeline) -> Iterator[Diagnostic]:
    """A claim that disputes or clarifies another shows the words by which it does."""
    for event in timeline.events.values():
        addressed = [relation for relation in event.relations if relation.kind in ADDRESSING]
        if addressed and not event.removed and not has_words(event):
            relation = addressed[0]
            yield codes.RELATION_WITHOUT_WORDS.at(
                relation.at or event.at("relations"),
                f"no words on file show that this claim {relation.kind} `{relation.target}`",
                hint="add the words to `quote`, or as `excerpt` to `source`; if there are none, leave the relation out",
            )


def has_words(event: Event) -> bool:
    """Tell whether the record holds any words of its source."""
    return event.quote is not None or any(citation.excerpt for citation in event.citations)
