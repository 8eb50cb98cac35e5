"""Parts of the day are conventions, fixed in `PARTS` and always marked approximate: nobody's evening begins at 18:00 sharp."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from timeline.dates.spans import Span, because, day_text, replace
from timeline.dates.types import Precision

PARTS: Final[dict[str, tuple[float, float]]] = {
    "early morning": (0, 6), "dawn": (4, 7), "morning": (6, 12), "late morning": (9, 12), "midday": (11, 14),
    "early afternoon": (12, 15), "afternoon": (12, 18), "late afternoon": (15, 18), "early evening": (18, 21),
    "evening": (18, 24), "dusk": (18, 21), "late evening": (21, 24), "night": (21, 30), "whole night": (18, 30), "late night": (22, 26),
    "daytime": (6, 18),
}  # fmt: skip
"""Hours of each part, counted from the midnight that begins its day; more than 24 is the day after.

A `whole night` has its evening: English says "8 o'clock last night", and "Tuesday night" read on Wednesday is the same night
as "last night". Languages with an evening of their own, and a night that is told by two days, begin it at 21:00.
"""


def part_spans(day: datetime, part: str) -> list[Span]:
    """Return the readings of a part of a day: «вночі 24 лютого» is the night that begins it, or the one that follows it."""
    if part != "night hours":
        return [part_span(day, part)]
    early = part_span(day, "early morning")
    return [
        replace(
            early,
            part="night",
            why=f"the night hours that begin {day_text(day)}, 00:00 to 06:00 by convention",
        ),
        because(
            part_span(day, "night"), f"the night that follows {day_text(day)}, 21:00 to 06:00 by convention"
        ),
    ]


def part_span(day: datetime, part: str) -> Span:
    """Return a part of a day, by convention."""
    first, last = PARTS[part]
    start, end = day + timedelta(hours=first), day + timedelta(hours=last)
    part = part.removeprefix("whole ")
    why = f"{part} is taken as {int(first):02}:00 to {int(last) % 24 or 24:02}:00, by convention"
    return Span(start, end, Precision.PART_OF_DAY, part, approximate=True, why=why, not_known=("clock time",))


def part_name(value: str) -> str:
    """Return the name of a part of the day from the value of its token."""
    return value.replace("-", " ")
