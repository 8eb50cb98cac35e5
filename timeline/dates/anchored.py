"""An expression read from an anchor: once for each of the anchor's days, which must all give the same.

What enters: an expression and an anchor, which may be an instant, a day or a longer interval. What leaves: every reading of
the rules, and a refusal where the anchor is not known exactly enough for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from timeline.dates.conclusion import MAX_READINGS, as_reading
from timeline.dates.context import ALIKE, MOMENT, Context, Settings, Tense
from timeline.dates.rules.table import Expression
from timeline.dates.spans import DAY, Span, extent_text, midnight, replace
from timeline.dates.types import Anchor, Precision, Refusal


def evaluate(  # noqa: PLR0913, PLR0917 -- each argument is a fact about the phrase
    expression: Expression,
    anchor: Anchor | None,
    tz: tzinfo | None,
    tense: Tense,
    settings: Settings,
    language: str,
) -> tuple[list[Span], Refusal | None, bool]:
    """Evaluate an expression once for every day of the anchor; the answers must agree."""
    if anchor is None:
        whole = start = end = clocks = None
        event, label = False, ""
    else:
        whole = _local(anchor, tz)
        start, end = whole.start, whole.end
        clocks = None if anchor.earliest is None else anchor.earliest.tzinfo
        event, label = anchor.kind == "event", anchor.label
    zones = None if tz is None else (tz if clocks is None or clocks is UTC else clocks, tz)
    known = start is not None and end is not None  # nothing can be counted from a day that is not known
    first = Context(
        start if known else None, whole, event=event, future=tense == "future", settings=settings, label=label,
        language=language, zones=zones,
    )  # fmt: skip
    spans = expression.at(first)
    if start is None or end is None or not first.coarse:
        return spans, None, first.used or first.told
    if not first.used:
        return spans, None, first.told
    answers = {_essence(spans): spans}
    days = {_essence(spans): [start]}
    for base in _days(start, end):
        again = expression.at(first.on(base))
        essence = _essence(again)
        answers.setdefault(essence, again)
        days.setdefault(essence, []).append(base)
        if len(answers) > MAX_READINGS:
            break
    if len(answers) == 1:
        return spans, None, True
    unique = _by_day(answers, days, start, end)
    need = _precision_needed(unique)
    refusal = Refusal(
        "D303", f"“{{}}” comes out differently for different days of the anchor, which is known only to lie {_lying(start, end)}",
        f"the anchor must be known {need}; narrow the source's `published`, name another anchor, or set `reading:` with a basis",
        tuple(as_reading(span) for span in unique),
    )  # fmt: skip
    return unique, refusal, True


Essence = tuple[object, ...]
"""What a set of readings says, without how it was come by."""


def _by_day(
    answers: Mapping[Essence, list[Span]],
    days: Mapping[Essence, list[datetime]],
    start: datetime,
    end: datetime,
) -> list[Span]:
    """Every reading once, each with the days of the anchor from which it comes."""
    first: dict[tuple[datetime | None, datetime | None], Span] = {}
    come_from: dict[tuple[datetime | None, datetime | None], list[datetime]] = {}
    for essence, spans in answers.items():
        for span in spans:
            if not span.struck:
                first.setdefault((span.start, span.end), span)
                come_from.setdefault((span.start, span.end), []).extend(days[essence])
    shown = f"({extent_text(start, end)}{ALIKE})"
    out = []
    for bounds, span in list(first.items())[:MAX_READINGS]:
        told = f"({extent_text(start, end)})"
        if end - start <= 62 * DAY:  # of a longer anchor not every day was tried
            told = f"(if that is {extent_text(midnight(min(come_from[bounds])), midnight(max(come_from[bounds])) + DAY)})"
        out.append(replace(span, why=span.why.replace(shown, told)))
    return out


def _essence(spans: list[Span]) -> Essence:
    return tuple(sorted((str(span.start), str(span.end), span.precision, span.struck) for span in spans))


def _days(start: datetime, end: datetime) -> list[datetime]:
    """The days of an anchor at which a phrase is tried: each of a month, of longer ones each week and month end."""
    last, start = end - MOMENT, midnight(start)
    count = (last - start).days
    if count <= 62:
        return [start + timedelta(days=number) for number in range(1, count + 1)]
    if count <= 3700:
        return [
            *(start + timedelta(days=number) for number in range(6, count, 6)),
            last.replace(hour=0, minute=0, second=0, microsecond=0),
        ]
    return [last.replace(hour=0, minute=0, second=0, microsecond=0)]


def _precision_needed(spans: list[Span]) -> str:
    return (
        "to the day"
        if len(spans) < 2 or any(span.precision not in {Precision.YEAR, Precision.DECADE} for span in spans)
        else "to the year"
    )


def _lying(start: datetime, end: datetime) -> str:
    extent = extent_text(start, end)
    return extent if extent.startswith("between") else f"in {extent}"


def _local(anchor: Anchor, tz: tzinfo | None) -> Span:
    """The anchor in local time: on the clocks of its own zone, or of the phrase's where it is given in UTC only."""
    earliest, latest = anchor.earliest, anchor.latest
    bounds = [bound for bound in (earliest, latest) if bound is not None and bound.tzinfo is not None]
    if bounds:
        # a whole day is that day of the calendar wherever it is read: a paper of 22 May is of 22 May in New York too
        days = all(bound.hour == bound.minute == bound.second == bound.microsecond == 0 for bound in bounds)
        there = None if days else tz
        earliest, latest = _wall(earliest, there), _wall(latest, there)
    return Span(earliest, latest, anchor.precision, anchor.part)


def _wall(moment: datetime | None, tz: tzinfo | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    if moment.tzinfo is UTC and tz is not None:
        moment = moment.astimezone(tz)
    return moment.replace(tzinfo=None)
