"""An expression read from an anchor: once for each of the anchor's days, which must all give the same.

What enters: an expression and the standpoint of an anchor, which may be an instant, a day or a longer interval. What
leaves: every reading of the rules, and a refusal where the anchor is not known exactly enough for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from timeline.dates.conclusion import MAX_READINGS, as_reading
from timeline.dates.context import Context, Settings, Tense
from timeline.dates.rules.table import Expression
from timeline.dates.spans import DAY, MOMENT, Span, extent_text, midnight, replace
from timeline.dates.standpoint import ALIKE, Standpoint
from timeline.dates.types import Precision, Refusal


def evaluate(
    expression: Expression, point: Standpoint, tense: Tense, settings: Settings, language: str
) -> tuple[list[Span], Refusal | None, bool]:
    """Evaluate an expression once for every day of the anchor; the answers must agree."""
    first = Context(point, tense == "future", settings, language)
    spans = expression.at(first)
    if not first.used or not point.coarse or point.whole is None:
        return spans, None, first.used or first.told
    start, end = point.whole.start, point.whole.end
    if start is None or end is None:
        return spans, None, True
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
