"""From all that the rules said of a phrase to the one answer, or to a refusal that lists every reading.

What enters: `Readings`. What leaves: a `Resolution` where a single reading stands, its zone attached and its rule named in
a sentence, else a `Refusal`.
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Final, NamedTuple

from timeline.dates import edtf
from timeline.dates.spans import Span
from timeline.dates.types import Precision, Reading, Refusal, Resolution
from timeline.dates.wording import reading_label
from timeline.dates.zones import localize

MAX_READINGS: Final = 12


class Readings(NamedTuple):
    """Everything the rules said about a phrase, before one is chosen: what `explain` shows."""

    phrase: str
    language: str
    standing: tuple[Span, ...]
    struck: tuple[Span, ...]
    zone: tzinfo | None
    refusal: Refusal | None = None
    """Set where the phrase could not be read at all, or the anchor is not exact enough."""

    used_anchor: bool = False


def conclude(readings: Readings) -> Resolution | Refusal:
    """Choose the only reading left, or refuse."""
    if readings.refusal is not None:
        options = readings.refusal.readings or tuple(
            as_reading(span) for span in readings.standing[:MAX_READINGS]
        )
        return readings.refusal._replace(readings=options)
    if len(readings.standing) == 1 and not (
        readings.struck and any(span.code == "D310" for span in readings.struck)
    ):
        return finish(readings.standing[0], readings.zone, readings.phrase)
    options = tuple(as_reading(span) for span in readings.standing[:MAX_READINGS])
    if len(readings.standing) > 1:
        return Refusal(
            "D302", f"“{shorten(readings.phrase)}” can be read in {len(readings.standing)} ways",
            "set `reading:` to one of: " + "; ".join(f"{option.edtf} ({option.label})" for option in options)
            + "; or to `undecided`, which spans them all",
            options,
        )  # fmt: skip
    first = min(readings.struck, key=lambda span: (span.code != "D310", span.code, span.struck))
    others = tuple(as_reading(span) for span in readings.struck if span.start is not None)
    return Refusal(
        first.code or "D304",
        f"“{shorten(readings.phrase)}”: {first.struck}",
        _HINTS.get(first.code, _HINTS["D304"]),
        others,
    )


BEYOND_HINT: Final = (
    "years 1 to 9998 can be computed with; of any other write `unstated`, give the year in a `note:`, "
    "or a bound that can be placed as `not_after:`"
)
"""For years that no timeline can hold."""

_HINTS: Final = {
    "D304": "check the phrase against the source; if the source itself errs, keep its words and set `reading:` with a basis",
    "D302": "keep the words of the source and set `reading:` to the day that is meant, with a basis that says whose holiday it is",
    "D306": "give the first day of the war as `story_start:` in timeline.yml, or set `reading:` with a basis",
    "D305": "check weekday and date against the source; if the source itself errs, keep its words and set `reading:` with a basis",
    "D308": "keep the words of the source and set `reading:` to the Gregorian date, with a basis",
    "D311": BEYOND_HINT,
    "D310": "the clocks were put forward over this time; set `reading:` to the time that is meant, with a basis",
}


def finish(span: Span, tz: tzinfo | None, phrase: str = "") -> Resolution:
    """Turn the only reading left into the answer, with its zone attached."""
    start, end = bounds(span, tz)
    rule = span.rule or "edtf"
    return Resolution(
        start, end, span.precision, rule, _sentence(span, phrase, rule), span.part, span.approximate,
        edtf.write(span), span.not_known or _NOT_KNOWN.get(span.precision, ()), span.warnings,
        span.uncertain,
    )  # fmt: skip


def bounds(span: Span, tz: tzinfo | None) -> tuple[datetime | None, datetime | None]:
    """Return the ends of a span with its zone attached: its own, else the one given; local times where there is none."""
    zone, start, end = span.zone or tz, span.start, span.end
    if zone is None:
        return start, end
    return (
        None if start is None else _aware(start, zone),
        None if end is None else _aware_end(end, zone, span),
    )


def _sentence(span: Span, phrase: str, rule: str) -> str:
    """Tell in one sentence how the words were read, and by which rule."""
    why = span.why or "the words name the date"
    if not phrase:
        text = why[:1].upper() + why[1:]
    elif why.startswith(_NOUNS) and not span.inner:
        text = f"“{shorten(phrase)}” is {why}"
    else:
        text = f"“{shorten(phrase)}”: {why}"
    inner = f" with {', '.join(reversed(dict.fromkeys(span.inner)))}" if span.inner else ""
    return f"{text}, by the rule {rule}{inner}."


_NOUNS: Final = (
    "the latest ", "the first ", "the night ", "the midnight ", "the winter ", "the weekend ", "the interval ", "the anchor", "the day ",
    "the week ", "the month ", "the quarter ", "the half ", "the year ", "the decade ", "the century ", "the season ",
    "the calendar ", "day ",
)  # fmt: skip
"""How a clause begins that names what the words are; any other follows a colon."""


_NOT_KNOWN: Final = {
    Precision.DAY: ("time of day",), Precision.WEEK: ("day of the week",), Precision.WEEKEND: ("which of the two days",),
    Precision.MONTH: ("day of the month",), Precision.YEAR: ("day and month",), Precision.SEASON: ("day and month",),
    Precision.QUARTER: ("day and month",), Precision.HALF: ("day and month",), Precision.DECADE: ("year",),
    Precision.CENTURY: ("year",), Precision.INTERVAL: ("when in the interval",), Precision.HOUR: ("minute",),
    Precision.UNSTATED: ("date",), Precision.PART_OF_DAY: ("clock time",),
}  # fmt: skip


def _aware(moment: datetime, zone: tzinfo) -> datetime:
    return moment if moment.tzinfo is not None else localize(moment, zone)


def _aware_end(moment: datetime, zone: tzinfo, span: Span) -> datetime:
    if moment.tzinfo is not None:
        return moment
    fold = span.warnings and span.precision in {
        Precision.MINUTE,
        Precision.HOUR,
        Precision.INSTANT,
        Precision.INTERVAL,
    }
    return localize(moment, zone).replace(fold=1) if fold else localize(moment, zone)


def shorten(text: str) -> str:
    """Cut a text for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."


def as_reading(span: Span) -> Reading:
    """Return a span as one of the readings that a refusal lists."""
    return Reading(paste(span), reading_label(span), span.struck or span.why)


def paste(span: Span) -> str:
    """Return a span as text that `reading:` accepts: EDTF, or an ISO 8601 interval where EDTF cannot say it."""
    written = edtf.write(span)
    if written is not None:
        return written
    if span.start is None or span.end is None:
        return "unstated"
    return f"{span.start:%Y-%m-%dT%H:%M}/{span.end:%Y-%m-%dT%H:%M}"
