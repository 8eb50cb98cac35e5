"""Rules on the answers that claims give to topics."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic, Label
from timeline.model import About, Event, RelationKind, Timeline
from timeline.rules.order import surely_before


def contradicts_himself(timeline: Timeline) -> Iterator[Diagnostic]:
    """One speaker gives one answer at a time, or retracts or clarifies the other.

    Answers that the editor inferred are left out: those differ by the editor's judgement, not by the speaker's words.
    """
    told: dict[tuple[str, str], list[tuple[Event, About]]] = {}
    for event in timeline.events.values():
        for about in () if taken_back(event) else event.about:
            if about.answer is not None and not about.inferred:
                for speaker in event.by:
                    told.setdefault((speaker, about.topic), []).append((event, about))
    for (speaker, topic), claims in sorted(told.items()):
        for (one, first), (other, second) in combinations(claims, 2):
            if first.answer != second.answer and overlap(one, other) and not explained(one, other):
                yield codes.CONTRADICTS_HIMSELF.at(
                    second.at or other.at("about"),
                    f"`{speaker}` answers `{topic}` with `{second.answer}` here and with `{first.answer}` in `{one.id}`",
                    hint="if the words say so, add `retracts` or `clarifies` to `relations`; else look at the dates",
                    related=(Label(first.at or one.at("about"), "the other answer"),),
                )


def taken_back(event: Event) -> bool:
    """Tell whether a claim was withdrawn or removed: its answer does not stand any more."""
    return event.status is not None and event.status.kind in {"withdrawn", "removed"}


def overlap(one: Event, other: Event) -> bool:
    """Tell whether two claims may be about the same time."""
    first, second = one.date.resolution, other.date.resolution
    return not (surely_before(first.latest, second.earliest) or surely_before(second.latest, first.earliest))


def explained(one: Event, other: Event) -> bool:
    """Tell whether either claim retracts or clarifies the other."""
    kinds = {RelationKind.RETRACTS, RelationKind.CLARIFIES}
    links = [(relation.kind, relation.target) for relation in one.relations if relation.target == other.id]
    links += [(relation.kind, relation.target) for relation in other.relations if relation.target == one.id]
    return any(kind in kinds for kind, _ in links)
