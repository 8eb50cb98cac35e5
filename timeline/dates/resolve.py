"""Phrase and anchor to exactly one interval, or a refusal that lists every reading.

What enters: a phrase, an anchor, a zone, a language. What leaves: a `Resolution` or a `Refusal`, never an exception.
Every rule that fits gives its readings, checks strike out the impossible, and only a single one left is the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from timeline.dates import edtf, iso
from timeline.dates.checks import clock_checks
from timeline.dates.context import AnchorMissing, Context, EventMissing, Settings, Tense
from timeline.dates.lexicon import LANGUAGES
from timeline.dates.parse import expression_of
from timeline.dates.rules.table import Expression
from timeline.dates.spans import DAY, MONTH_NAMES, ImpossibleDate, Span, replace, struck
from timeline.dates.tokens import MAX_LENGTH
from timeline.dates.types import Anchor, Precision, Reading, Refusal, Resolution
from timeline.dates.wording import reading_label
from timeline.dates.zones import localize, zone_of

NO_SETTINGS: Final = Settings()
MAX_READINGS: Final = 12


@dataclass(slots=True)
class Readings:
    """Everything the rules said about a phrase, before one is chosen: what `explain` shows."""

    phrase: str
    language: str
    standing: tuple[Span, ...]
    struck: tuple[Span, ...]
    zone: tzinfo | None
    refusal: Refusal | None = None
    """Set where the phrase could not be read at all, or the anchor is not exact enough."""

    used_anchor: bool = False


def resolve(  # noqa: PLR0913 -- each argument is a fact about the phrase
    phrase: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Resolution | Refusal:  # fmt: skip
    """Resolve a phrase; never raises.

    Args:
        phrase: The words as the source gives them, or an EDTF or ISO 8601 date.
        anchor: The point from which a relative phrase is read; `None` where there is none.
        zone: IANA name of the zone whose clocks are meant, else that of the anchor; without either, answers are naive.
        language: Code of the phrase's language; one without a table of words accepts ISO 8601 and EDTF only.
        tense: Whether the text speaks of the past or of the future.
        settings: What the project settles, such as the first day of the war.
    """
    try:
        return conclude(
            readings_of(phrase, anchor, zone=zone, language=language, tense=tense, settings=settings)
        )
    except (
        ValueError,
        OverflowError,
        ImpossibleDate,
    ) as beyond:  # a last net; the checks should have caught it
        return Refusal(
            "D311", f"“{shorten(phrase)}” leads beyond the calendar that this tool computes with", str(beyond)
        )


def readings_of(  # noqa: C901, PLR0911, PLR0913 -- a list of cases, one after another
    phrase: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Readings:  # fmt: skip
    """Collect every reading of a phrase and strike out the impossible ones."""
    if language not in LANGUAGES:
        language = language.lower().partition("-")[0].partition("_")[0]
    tz = None
    if zone is not None:
        tz = zone_of(zone)
        if tz is None:
            return Readings(phrase, language, (), (), None, Refusal(
                "D309", f"there is no time zone “{shorten(zone)}”", "Use an IANA name such as Europe/Kyiv, or an offset such as +03:00",
            ))  # fmt: skip
    elif anchor is not None and anchor.earliest is not None:
        tz = anchor.earliest.tzinfo
    if len(phrase) > MAX_LENGTH:
        return Readings(phrase, language, (), (), tz, Refusal(
            "D316", f"a date phrase has at most {MAX_LENGTH} characters, this one has {len(phrase)}", "Give only the words that tell the date",
        ))  # fmt: skip
    explicit = _explicit(phrase) if phrase[:1] in _EXPLICIT_START else None
    if explicit is not None:
        return _sorted(phrase, language, [explicit], tz)
    expression = expression_of(phrase, language)
    if expression is None:
        return Readings(phrase, language, (), (), tz, _not_understood(phrase, language))
    try:
        spans, refusal, used = _evaluate(expression, anchor, tz, tense, settings, language)
    except AnchorMissing:
        refusal = Refusal("D306", f"“{shorten(phrase)}” can only be read from an anchor, and there is none",
                          "Give the source a publication date, or name an anchor")  # fmt: skip
        return Readings(phrase, language, (), (), tz, refusal)
    except EventMissing:
        refusal = Refusal("D307", f"“{shorten(phrase)}” is told from another event, not from a publication",
                          "Name that event: `anchor: EVENT-ID`, or give a `reading:` with its basis")  # fmt: skip
        return Readings(phrase, language, (), (), tz, refusal)
    if refusal is not None:
        return Readings(phrase, language, tuple(span for span in spans if not span.struck), (), tz,
                        replaced(refusal, message=refusal.message.replace("{}", shorten(phrase))), used)  # fmt: skip
    if not spans:
        return Readings(phrase, language, (), (), tz, _not_understood(phrase, language), used)
    return _sorted(phrase, language, spans, tz, used=used)


def _sorted(
    phrase: str, language: str, spans: list[Span], tz: tzinfo | None, *, used: bool = False
) -> Readings:
    """Check every reading against the clocks, drop repetitions, and part the standing from the struck."""
    if len(spans) == 1:  # nearly always
        span = spans[0] if spans[0].struck else clock_checks(spans[0], spans[0].zone or tz)
        if span.struck:
            return Readings(phrase, language, (), (span,), tz, None, used)
        return Readings(phrase, language, (span,), (), tz, None, used)
    standing: dict[tuple[object, ...], Span] = {}
    out: dict[tuple[object, ...], Span] = {}
    for span in spans:
        checked = span if span.struck else clock_checks(span, span.zone or tz)
        key = (checked.start, checked.end, checked.precision, checked.part, checked.zone, checked.struck)
        kept = out if checked.struck else standing
        known = kept.get(key)
        # two rules may say the same; the one that comes first by name is kept, so that their order never matters
        if known is None or (checked.approximate, checked.rule) < (known.approximate, known.rule):
            kept[key] = checked
    return Readings(phrase, language, tuple(standing.values()), tuple(out.values()), tz, None, used)


def conclude(readings: Readings) -> Resolution | Refusal:
    """Choose the only reading left, or refuse."""
    if readings.refusal is not None:
        options = readings.refusal.readings or tuple(
            _reading(span) for span in readings.standing[:MAX_READINGS]
        )
        return replaced(readings.refusal, readings=options)
    if len(readings.standing) == 1 and not (
        readings.struck and any(span.code == "D310" for span in readings.struck)
    ):
        return finish(readings.standing[0], readings.zone)
    options = tuple(_reading(span) for span in readings.standing[:MAX_READINGS])
    if len(readings.standing) > 1:
        return Refusal(
            "D302", f"“{shorten(readings.phrase)}” can be read in {len(readings.standing)} ways",
            "Set `reading:` to one of: " + "; ".join(f"{option.edtf} ({option.label})" for option in options)
            + "; or to `undecided`, which spans them all",
            options,
        )  # fmt: skip
    first = min(readings.struck, key=lambda span: (span.code != "D310", span.code, span.struck))
    others = tuple(_reading(span) for span in readings.struck if span.start is not None)
    return Refusal(
        first.code or "D304",
        f"“{shorten(readings.phrase)}”: {first.struck}",
        _HINTS.get(first.code, _HINTS["D304"]),
        others,
    )


_HINTS: Final = {
    "D304": "Check the phrase against the source; if the source itself errs, keep its words and set `reading:` with a basis",
    "D305": "Check weekday and date against the source; if the source itself errs, keep its words and set `reading:` with a basis",
    "D308": "Keep the words of the source and set `reading:` to the Gregorian date, with a basis",
    "D310": "The clocks were put forward over this time; set `reading:` to the time that is meant, with a basis",
}


def finish(span: Span, tz: tzinfo | None) -> Resolution:
    """Turn the only reading left into the answer, with its zone attached."""
    zone = span.zone or tz
    start, end = span.start, span.end
    warnings = span.warnings
    if zone is not None:
        start = None if start is None else _aware(start, zone)
        end = None if end is None else _aware_end(end, zone, span)
    rule = span.rule or "edtf"
    why = span.why[:1].upper() + span.why[1:] if span.why else "The words name the date"
    return Resolution(
        start, end, span.precision, rule, f"{why} (rule {rule}{_with(span.inner)}).", span.part, span.approximate,
        edtf.write(span), span.not_known or _NOT_KNOWN.get(span.precision, ()), warnings,
    )  # fmt: skip


def _with(names: tuple[str, ...]) -> str:
    return " with " + ", ".join(reversed(dict.fromkeys(names))) if names else ""


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
    fold = span.warnings and span.precision in {Precision.MINUTE, Precision.HOUR, Precision.INSTANT}
    return localize(moment, zone).replace(fold=1) if fold else localize(moment, zone)


def _evaluate(  # noqa: PLR0913, PLR0917 -- each argument is a fact about the phrase
    expression: Expression,
    anchor: Anchor | None,
    tz: tzinfo | None,
    tense: Tense,
    settings: Settings,
    language: str,
) -> tuple[list[Span], Refusal | None, bool]:
    """Evaluate an expression once for every day of the anchor; the answers must agree."""
    event = anchor is not None and anchor.kind == "event"
    label = "" if anchor is None else anchor.label
    whole = None if anchor is None else _local(anchor, tz)
    start = None if whole is None else whole.start
    end = None if whole is None else whole.end

    def context(base: datetime | None) -> Context:
        return Context(
            base,
            whole,
            event=event,
            future=tense == "future",
            settings=settings,
            label=label,
            language=language,
        )

    if start is None or end is None or end - start <= DAY:
        one = context(start)
        spans = expression.at(one)
        return spans, None, one.used
    first = context(start)
    spans = expression.at(first)
    if not first.used:
        return spans, None, False
    answers = {_essence(spans): spans}
    for base in _days(start, end):
        again = expression.at(context(base))
        answers.setdefault(_essence(again), again)
        if len(answers) > MAX_READINGS:
            break
    if len(answers) == 1:
        return spans, None, True
    every = [span for found in answers.values() for span in found if not span.struck]
    unique = list({(span.start, span.end): span for span in every}.values())[:MAX_READINGS]
    need = _precision_needed(unique)
    refusal = Refusal(
        "D303", f"“{{}}” comes out differently for different days of the anchor, which is known only to {_extent(start, end)}",
        f"The anchor must be known {need}; narrow the source's `published`, name another anchor, or set `reading:` with a basis",
        tuple(_reading(span) for span in unique),
    )  # fmt: skip
    return unique, refusal, True


def _essence(spans: list[Span]) -> tuple[object, ...]:
    return tuple(sorted((str(span.start), str(span.end), span.precision, span.struck) for span in spans))


def _days(start: datetime, end: datetime) -> list[datetime]:
    """The days of an anchor at which a phrase is tried: each of a month, of longer ones each week and month end."""
    last = end - timedelta(microseconds=1)
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


def _extent(start: datetime, end: datetime) -> str:
    last = end - timedelta(microseconds=1)
    return f"{start.day} {MONTH_NAMES[start.month]} {start.year} to {last.day} {MONTH_NAMES[last.month]} {last.year}"


def _local(anchor: Anchor, tz: tzinfo | None) -> Span:
    """The anchor in local time: on the clocks of its own zone, or of the phrase's where it is given in UTC only."""
    return Span(_wall(anchor.earliest, tz), _wall(anchor.latest, tz), anchor.precision, anchor.part, rule="")


def _wall(moment: datetime | None, tz: tzinfo | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    if moment.tzinfo is UTC and tz is not None:
        moment = moment.astimezone(tz)
    return moment.replace(tzinfo=None)


_EXPLICIT_START: Final = frozenset("0123456789[{./Y-X?~% \t")


def _explicit(phrase: str) -> Span | None:
    """Read EDTF or ISO 8601, written as such: digits and the signs of these formats, nothing else."""
    text = phrase.strip()
    if not text or len(text) > 120 or not any(sign in "0123456789X" for sign in text):
        return None
    if text.isdigit() and (len(text) < 4 or text[0] == "0" or len(text) in {5, 6, 7}):
        return None
    value = edtf.parse(text)
    if value is not None:
        span = value.span
        if span is None:
            return struck(
                Span(None, None, Precision.UNSTATED, rule="edtf"),
                "D311",
                "the year is beyond the calendar that this tool computes with",
            )
        return replace(span, rule="edtf", why="written in EDTF")
    try:
        found = iso.parse(text)
    except ImpossibleDate as impossible:
        return struck(Span(None, None, Precision.UNSTATED, rule="iso-8601"), "D304", str(impossible))
    return None if found is None else replace(found, rule="iso-8601", why="written in ISO 8601")


def _not_understood(phrase: str, language: str) -> Refusal:
    if not phrase.strip():
        return Refusal("D301", "the date is empty", "Write the words of the source, or `unstated`")
    if language not in LANGUAGES:
        return Refusal(
            "D312", f"“{shorten(phrase)}” is in a language that the resolver does not read (“{shorten(language)}”)",
            f"It reads {', '.join(LANGUAGES)}; in any other language only ISO 8601 and EDTF dates. Set `reading:` with a basis",
        )  # fmt: skip
    return Refusal(
        "D301",
        f"no rule reads “{shorten(phrase)}” as a date",
        "Use the source's own words for the date alone, an EDTF date, or set `reading:` with a basis",
    )


def shorten(text: str) -> str:
    """Cut a text for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."


def _reading(span: Span) -> Reading:
    return Reading(paste(span), reading_label(span), span.struck or span.why)


def paste(span: Span) -> str:
    """Return a span as text that `reading:` accepts: EDTF, or an ISO 8601 interval where EDTF cannot say it."""
    written = edtf.write(span)
    if written is not None:
        return written
    if span.start is None or span.end is None:
        return "unstated"
    return f"{span.start:%Y-%m-%dT%H:%M}/{span.end:%Y-%m-%dT%H:%M}"
