"""Every rule by which a phrase is read, in the order of the documentation.

The order is for readers only: all rules that match are collected, and the answer does not depend on which came first.
"""

from __future__ import annotations

from timeline.dates.rules import absolute, clock, periods, ranges, relative, special, story
from timeline.dates.rules.table import RULES, Example, Rule

FAMILIES = (absolute, relative, periods, story, clock, ranges, special)
"""The modules of rules; importing them fills `RULES`."""

__all__ = ["FAMILIES", "RULES", "Example", "Rule"]
