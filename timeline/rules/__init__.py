"""Checks across records: what no single value can show.

What enters: the resolved timeline. What leaves: findings. Each rule is one function that yields what it finds; none of
them rules on who is right, and disagreement between speakers is content, not a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.diagnostics import Diagnostic
from timeline.model import Timeline
from timeline.rules import (
    answers,
    citations,
    duplicates,
    figures,
    lanes,
    order,
    positions,
    registry,
    relations,
    removal,
    topics,
)

Rule = Callable[[Timeline], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    citations.no_address,
    citations.long_excerpt,
    positions.half_a_position,
    lanes.too_many,
    order.said_before_it_happened,
    order.said_after_publication,
    answers.contradicts_himself,
    order.happened_after_publication,
    order.captured_before_publication,
    removal.words_of_a_removed_claim,
    citations.publisher_between,
    relations.circle,
    relations.without_words,
    duplicates.nearly_the_same,
    positions.swapped,
    positions.far_from_container,
    positions.finer_than_known,
    figures.unlike_units,
    topics.single_answer,
    topics.answer_never_given,
    registry.never_used,
    citations.no_archive_copy,
    removal.dated_by_a_removed_claim,
)
"""Every rule, in the order of its code."""

OF_THE_WHOLE: frozenset[Rule] = frozenset({topics.answer_never_given, registry.never_used})
"""Rules on what is nowhere: while a file cannot be read or names what does not exist, it may be there."""


def check(timeline: Timeline, *, whole: bool = True) -> tuple[Diagnostic, ...]:
    """Run every rule. Of the file of a removed claim nothing is said but that it still holds words.

    Args:
        timeline: As far as it could be resolved.
        whole: Whether everything could be read and every value found.
    """
    removed = {event.path for event in timeline.events.values() if event.removed}
    return tuple(
        found
        for rule in RULES
        if whole or rule not in OF_THE_WHOLE
        for found in rule(timeline)
        if found.span.path not in removed or rule is removal.words_of_a_removed_claim
    )
