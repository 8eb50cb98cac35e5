"""Topics: who answered what, what changed, and which figures compete.

What enters: the claims that are shown, in time order. What leaves: one `TopicView` per topic. Answers that the editor
inferred are kept apart and never counted; nothing here says which answer is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.align.values import AnswerView, Change, FigureTable, TopicView, Verb
from timeline.align.when import certainly_before
from timeline.model import Event, RelationKind, Topic

_CHANGING = {RelationKind.CLARIFIES: Verb.CLARIFIES, RelationKind.RETRACTS: Verb.RETRACTS}


def view(  # noqa: PLR0913 - what a topic is told by
    topic: Topic,
    events: Mapping[str, Event],
    on_topic: Sequence[str],
    *,
    lanes: Mapping[str, str],
    lane_order: Sequence[str],
    disputes: Sequence[tuple[str, str]],
) -> TopicView:
    """Gather everything about one topic.

    Args:
        topic: The topic.
        events: All claims that are shown.
        on_topic: Those about this topic, in time order.
        lanes: Lane of each claim.
        lane_order: All lanes, also those that say nothing here.
        disputes: All stated disputes.
    """
    members = set(on_topic)
    return TopicView(
        topic=topic.id,
        claims=tuple(on_topic),
        counts=count_by_lane(
            [claim for claim in on_topic if not is_withdrawn(events[claim])], lanes, lane_order
        ),
        withdrawn=tuple(claim for claim in on_topic if is_withdrawn(events[claim])),
        answers=_answers(topic, [events[claim] for claim in on_topic]),
        changes=_changes(topic, events, on_topic, lanes),
        figures=_figures([events[claim] for claim in on_topic]),
        disputes=sum(1 for pair in disputes if members.intersection(pair)),
    )


def is_withdrawn(event: Event) -> bool:
    """Tell whether a claim is shown struck through and left out of counts."""
    return event.status is not None and event.status.kind == "withdrawn"


def count_by_lane(
    claims: Sequence[str], lanes: Mapping[str, str], lane_order: Sequence[str]
) -> dict[str, int]:
    """Count claims by lane, naming every lane, zero included."""
    counts = dict.fromkeys(lane_order, 0)
    for claim in claims:
        counts[lanes[claim]] += 1
    return counts


def _answers(topic: Topic, events: list[Event]) -> tuple[AnswerView, ...]:
    """Sort the claims by the answer they give; answers stand in the order in which each was first recorded."""
    given: dict[str, list[str]] = {}
    inferred: dict[str, list[str]] = {}
    for event in events:
        for about in event.about:
            if about.topic == topic.id and about.answer is not None:
                into = inferred if about.inferred else given
                into.setdefault(about.answer, []).append(event.id)
    known = [answer.id for answer in topic.answers]
    recorded = [answer for answer in dict.fromkeys([*given, *inferred]) if answer in known]
    rest = [answer for answer in known if answer not in recorded]
    return tuple(
        AnswerView(
            answer=answer, claims=tuple(given.get(answer, ())), inferred=tuple(inferred.get(answer, ()))
        )
        for answer in [*recorded, *rest]
    )


def _changes(
    topic: Topic, events: Mapping[str, Event], on_topic: Sequence[str], lanes: Mapping[str, str]
) -> tuple[Change, ...]:
    """Find what was clarified or retracted, and where one lane later gave another answer."""
    members = set(on_topic)
    stated = [
        Change(before=relation.target, after=event.id, verb=_CHANGING[relation.kind])
        for event in events.values()
        for relation in event.relations
        if relation.kind in _CHANGING and relation.target in events and members & {event.id, relation.target}
    ]
    pairs = {(change.before, change.after) for change in stated}
    later = [
        Change(before=before, after=after, verb=None)
        for before, after in _later_answers(topic, events, on_topic, lanes)
        if (before, after) not in pairs
    ]
    rank = {claim: place for place, claim in enumerate(on_topic)}
    end = len(rank)
    return tuple(
        sorted(
            [*stated, *later],
            key=lambda c: (rank.get(c.after, end), rank.get(c.before, end), c.after, c.before),
        )
    )


def _later_answers(
    topic: Topic, events: Mapping[str, Event], on_topic: Sequence[str], lanes: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Pair each answer with the last one that the same lane certainly gave before, where the two differ."""
    found: list[tuple[str, str]] = []
    given: dict[str, list[tuple[Event, str]]] = {}
    for claim in on_topic:
        event = events[claim]
        if is_withdrawn(event):
            continue
        for about in event.about:
            if about.topic != topic.id or about.answer is None or about.inferred:
                continue
            earlier = given.setdefault(lanes[claim], [])
            before = [
                (other, answer)
                for other, answer in earlier
                if certainly_before(other.date.resolution, event.date.resolution)
            ]
            if before and before[-1][1] != about.answer:
                found.append((before[-1][0].id, event.id))
            earlier.append((event, about.answer))
    return found


def _figures(events: list[Event]) -> tuple[FigureTable, ...]:
    """Find measures for which at least two claims carry a figure in the same unit."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for event in events:
        if is_withdrawn(event):
            continue
        for figure in event.figures:
            claims = found.setdefault((figure.measure, figure.unit), [])
            if event.id not in claims:
                claims.append(event.id)
    return tuple(
        FigureTable(measure=measure, unit=unit, claims=tuple(claims))
        for (measure, unit), claims in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
        if len(claims) > 1
    )
