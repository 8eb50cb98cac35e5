"""Dates that are never guessed: a phrase and its anchor give exactly one interval, or a refusal with every reading.

The public face of the package; it could stand alone and needs nothing of the rest but codes and diagnostics.

    >>> from timeline.dates import parse_anchor, resolve, short
    >>> anchor = parse_anchor("[2023-05-22..2023-05-31]", label="publication of the article")
    >>> found = resolve("on the evening of the 21st", anchor, zone="Europe/Kyiv")
    >>> found.edtf, found.precision, short(found)
    (None, <Precision.PART_OF_DAY: 'part-of-day'>, '21 May, evening')
    >>> resolve("last Friday", anchor).code
    'D303'

Nothing here raises on bad input, reads a clock or a file of the machine's own zones, or guesses.
"""

from __future__ import annotations

from timeline.dates import edtf
from timeline.dates.batch import answer_line, answer_lines
from timeline.dates.context import Settings
from timeline.dates.explain import Considered, Explanation, RuleUsed, explain
from timeline.dates.explicit import (
    UNDECIDED,
    anchor_from,
    limit,
    parse_anchor,
    reading_fits,
    resolution_from_edtf,
    unstated,
)
from timeline.dates.format import MESSAGES, TimeLabel, Words, long, machine_value, short, time_label
from timeline.dates.lexicon import LANGUAGES
from timeline.dates.resolve import resolve
from timeline.dates.rules import RULES, Example, Rule
from timeline.dates.rules.dayparts import PARTS
from timeline.dates.telling import Step
from timeline.dates.types import Anchor, Precision, Reading, Refusal, Resolution
from timeline.dates.zones import zone_hint, zone_of

__all__ = [
    "LANGUAGES", "MESSAGES", "PARTS", "RULES", "UNDECIDED", "Anchor", "Considered", "Example", "Explanation", "Precision", "Reading", "Refusal",
    "Resolution", "Rule", "RuleUsed", "Settings", "Step", "TimeLabel", "Words", "anchor_from", "answer_line", "answer_lines", "edtf", "explain", "limit", "long",
    "machine_value", "parse_anchor", "reading_fits", "resolution_from_edtf", "resolve", "short", "time_label",
    "unstated", "zone_hint", "zone_of",
]  # fmt: skip
