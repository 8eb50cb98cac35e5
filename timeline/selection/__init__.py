"""Parts of a timeline, and what had been said by a moment.

What enters: a timeline and what was asked for. What leaves: a part of it that stands alone, with counts of what is left out.
"""

from __future__ import annotations

from timeline.selection.as_of import SHOWN, Moment, Outcome, moment, outcome, outcomes
from timeline.selection.part import Asked, Part, Reason, part, unknown

__all__ = [
    "SHOWN",
    "Asked",
    "Moment",
    "Outcome",
    "Part",
    "Reason",
    "moment",
    "outcome",
    "outcomes",
    "part",
    "unknown",
]
