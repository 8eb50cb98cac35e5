"""Claims -> days, rows and lanes: what stands beside what, what differs from what, and where nothing is recorded.

What enters: a resolved `Timeline`. What leaves: an `Aligned`, from which pages, strip and exports are written without
any further comparing of dates. What it refuses: nothing; it is total, so that a broken project can still be shown, and
its order is total too, so that the same content gives the same bytes. Claims that were removed leave nothing behind
but their ids among the tombstones.
"""

from __future__ import annotations

from timeline.align.clock import home_zone, in_zone, offset_in
from timeline.align.stage import align
from timeline.align.topics import is_withdrawn
from timeline.align.values import (
    Aligned,
    AnswerView,
    Cell,
    Change,
    Clock,
    FigureTable,
    Group,
    Kind,
    Lane,
    Link,
    Placed,
    Row,
    Silence,
    Timing,
    TopicView,
    Verb,
)
from timeline.align.when import locator_key

__all__ = [
    "Aligned",
    "AnswerView",
    "Cell",
    "Change",
    "Clock",
    "FigureTable",
    "Group",
    "Kind",
    "Lane",
    "Link",
    "Placed",
    "Row",
    "Silence",
    "Timing",
    "TopicView",
    "Verb",
    "align",
    "home_zone",
    "in_zone",
    "is_withdrawn",
    "locator_key",
    "offset_in",
]
