"""Checks across records: what no single value can show.

What enters: the resolved timeline. What leaves: findings. Each rule is one function that yields what it finds; none of
them rules on who is right, and disagreement between speakers is content, not a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.diagnostics import Diagnostic
from timeline.model import Timeline
from timeline.rules import answers, citations, lanes, order, positions, removal

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
)
"""Every rule, in the order of its code."""


def check(timeline: Timeline) -> tuple[Diagnostic, ...]:
    """Run every rule."""
    return tuple(found for rule in RULES for found in rule(timeline))
