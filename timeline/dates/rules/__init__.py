"""Every rule by which a phrase is read, in the order of the documentation.

The order is for readers only: all rules that match are collected, and the answer does not depend on which came first.
"""

from __future__ import annotations

from timeline.dates.rules import (
    absolute,
    calendars,
    clock,
    compared,
    counted,
    hours,
    limits,
    lists,
    long_ranges,
    named,
    numeric,
    ordinals,
    parts,
    periods,
    portions,
    ranges,
    relative,
    special,
    story,
)
from timeline.dates.rules.table import RULES, Example, Rule

FAMILIES = (
    absolute, numeric, relative, named, counted, periods, portions, ordinals, story, clock, parts, ranges, long_ranges, lists, hours, limits, calendars,
    compared, special,
)  # fmt: skip
"""The modules of rules; importing them fills `RULES`."""

__all__ = ["FAMILIES", "RULES", "Example", "Rule"]
