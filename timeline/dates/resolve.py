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
from timeline.dates.context import ALIKE, AnchorMissing, Context, EventMissing, Settings, Tense
from timeline.dates.lexicon import LANGUAGES
from timeline.dates.parse import expression_of
from timeline.dates.rules.table import Expression
from timeline.dates.spans import DAY, ImpossibleDate, Span, extent_text, replace, struck
from timeline.dates.tokens import MAX_LENGTH
from timeline.dates.types import Anchor, Precision, Reading, Refusal, Resolution
from timeline.dates.wording import reading_label
from timeline.dates.zones import localize, zone_hint, zone_of

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
    found = resolved(phrase, anchor, zone=zone, language=language, tense=tense, settings=settings)
    return advised(found, phrase, language) if isinstance(found, Refusal) else found


def resolved(  # noqa: PLR0913 -- each argument is a fact about the phrase
    phrase: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Resolution | Refusal:  # fmt: skip
    """Resolve a phrase as `resolve` does, without looking for what could be read of one that is not understood."""
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
                "D309", f"there is no time zone “{shorten(zone)}”", zone_hint(zone),
            ))  # fmt: skip
    elif anchor is not None and anchor.earliest is not None:
        tz = anchor.earliest.tzinfo
    if len(phrase) > MAX_LENGTH:
        return Readings(phrase, language, (), (), tz, Refusal(
            "D316", f"a date phrase has at most {MAX_LENGTH} characters, this one has {len(phrase)}", "give only the words that tell the date",
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
                          "give the source a publication date, or name an anchor")  # fmt: skip
        return Readings(phrase, language, (), (), tz, refusal)
    except EventMissing:
        refusal = Refusal("D307", f"“{shorten(phrase)}” is told from another event, not from a publication",
                          "name that event: `anchor: EVENT-ID`, or give a `reading:` with its basis")  # fmt: skip
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
        return finish(readings.standing[0], readings.zone, readings.phrase)
    options = tuple(_reading(span) for span in readings.standing[:MAX_READINGS])
    if len(readings.standing) > 1:
        return Refusal(
            "D302", f"“{shorten(readings.phrase)}” can be read in {len(readings.standing)} ways",
            "set `reading:` to one of: " + "; ".join(f"{option.edtf} ({option.label})" for option in options)
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


BEYOND_HINT: Final = (
    "years 1 to 9998 can be computed with; of any other write `unstated`, give the year in a `note:`, "
    "or a bound that can be placed as `not_after:`"
)
"""For years that no timeline can hold."""

_HINTS: Final = {
    "D304": "check the phrase against the source; if the source itself errs, keep its words and set `reading:` with a basis",
    "D305": "check weekday and date against the source; if the source itself errs, keep its words and set `reading:` with a basis",
    "D308": "keep the words of the source and set `reading:` to the Gregorian date, with a basis",
    "D311": BEYOND_HINT,
    "D310": "the clocks were put forward over this time; set `reading:` to the time that is meant, with a basis",
}


def finish(span: Span, tz: tzinfo | None, phrase: str = "") -> Resolution:
    """Turn the only reading left into the answer, with its zone attached."""
    zone = span.zone or tz
    start, end = span.start, span.end
    warnings = span.warnings
    if zone is not None:
        start = None if start is None else _aware(start, zone)
        end = None if end is None else _aware_end(end, zone, span)
    rule = span.rule or "edtf"
    return Resolution(
        start, end, span.precision, rule, _sentence(span, phrase, rule), span.part, span.approximate,
        edtf.write(span), span.not_known or _NOT_KNOWN.get(span.precision, ()), warnings,
        span.uncertain,
    )  # fmt: skip


def _sentence(span: Span, phrase: str, rule: str) -> str:
    """Tell in one sentence how the words were read, and by which rule."""
    why = span.why or "the words name the date"
    if not phrase:
        text = why[:1].upper() + why[1:]
    elif why.startswith(_NOUNS) and not span.inner:
        text = f"“{shorten(phrase)}” is {why}"
    else:
        text = f"“{shorten(phrase)}”: {why}"
    return f"{text}, by the rule {rule}{_with(span.inner)}."


_NOUNS: Final = (
    "the latest ", "the first ", "the night ", "the midnight ", "the winter ", "the weekend ", "the interval ", "the anchor", "the day ",
    "the week ", "the month ", "the quarter ", "the half ", "the year ", "the decade ", "the century ", "the season ",
    "the calendar ", "day ",
)  # fmt: skip
"""How a clause begins that names what the words are; any other follows a colon."""


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
    fold = span.warnings and span.precision in {
        Precision.MINUTE,
        Precision.HOUR,
        Precision.INSTANT,
        Precision.INTERVAL,
    }
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
    clocks = None if anchor is None or anchor.earliest is None else anchor.earliest.tzinfo
    zones = None if tz is None else (tz if clocks is None or clocks is UTC else clocks, tz)

    def context(base: datetime | None) -> Context:
        return Context(
            base,
            whole,
            event=event,
            future=tense == "future",
            settings=settings,
            label=label,
            language=language,
            zones=zones,
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
    unique = [replace(span, why=span.why.replace(ALIKE, "")) for span in unique]
    need = _precision_needed(unique)
    refusal = Refusal(
        "D303", f"“{{}}” comes out differently for different days of the anchor, which is known only to lie {_lying(start, end)}",
        f"the anchor must be known {need}; narrow the source's `published`, name another anchor, or set `reading:` with a basis",
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


def _lying(start: datetime, end: datetime) -> str:
    extent = extent_text(start, end)
    return extent if extent.startswith("between") else f"in {extent}"


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
    if text.isdigit() and (len(text) < 4 or len(text) in {5, 6, 7} or _is_clock(text)):
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
        return replace(span, rule="edtf", why=written_in_edtf(span))
    try:
        found = iso.parse(text)
    except ImpossibleDate as impossible:
        return struck(Span(None, None, Precision.UNSTATED, rule="iso-8601"), "D304", str(impossible))
    return None if found is None else replace(found, rule="iso-8601", why="written in ISO 8601")


def written_in_edtf(span: Span) -> str:
    """Say that a date is written in EDTF, and which of its marks say more than the days do."""
    if not span.uncertain:
        return "written in EDTF"
    mark = (
        "%” says that it is uncertain and approximate"
        if "%" in (span.edtf or "")
        else "?” says that it is uncertain"
    )
    return f"written in EDTF, where “{mark}"


def _is_clock(text: str) -> bool:
    """Tell four digits that are a time, such as 0526, from a year such as 0476: no source writes the year 526 so."""
    return text[0] == "0" and (len(text) > 4 or (int(text[:2]) < 24 and int(text[2:]) < 60))


def _not_understood(phrase: str, language: str) -> Refusal:
    if not phrase.strip():
        return Refusal("D301", "the date is empty", "write the words of the source, or `unstated`")
    if language not in LANGUAGES:
        return Refusal(
            "D312", f"“{shorten(phrase)}” is in a language that the resolver does not read (“{shorten(language)}”)",
            f"it reads {', '.join(LANGUAGES)}; in any other language only ISO 8601 and EDTF dates; set `reading:` with a basis",
        )  # fmt: skip
    return Refusal(
        "D301",
        f"no rule reads “{shorten(phrase)}” as a date",
        "use the source's own words for the date alone, an EDTF date, or set `reading:` with a basis",
    )


def advised(refusal: Refusal, phrase: str, language: str) -> Refusal:
    """Add to the hint of a phrase that no rule reads the longest part of it that can be read."""
    if refusal.code != "D301":
        return refusal
    part = _readable(phrase, language)
    if not part:
        return refusal
    return replaced(refusal, hint=f"of these words `{part}` can be read; {refusal.hint}")


def _readable(phrase: str, language: str) -> str:
    words = phrase.split()
    if len(words) > 24 or len(phrase) > MAX_LENGTH:
        return ""
    language = language if language in LANGUAGES else language.lower().partition("-")[0].partition("_")[0]
    for size in range(min(len(words) - 1, 8), 0, -1):
        for first in range(len(words) - size + 1):
            part = " ".join(words[first : first + size]).strip(",;:.()“”\"'!?")
            found = expression_of(part, language) if part else None
            if found is not None and any(token.kind in _DATING for token in found.tokens):
                return part
    return ""


_DATING: Final = frozenset("MWYDTdCIL$QSO")
"""Kinds of words that tell a date by themselves."""


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
