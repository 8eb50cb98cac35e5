"""Phrase and anchor to exactly one interval, or a refusal that lists every reading.

What enters: a phrase, an anchor, a zone, a language. What leaves: a `Resolution` or a `Refusal`, never an exception.
Every rule that fits gives its readings, checks strike out the impossible, and only a single one left is the answer.
"""

from __future__ import annotations

from datetime import tzinfo
from typing import Final

from timeline.dates import edtf, iso
from timeline.dates.advice import advised
from timeline.dates.anchored import evaluate
from timeline.dates.checks import clock_checks
from timeline.dates.conclusion import Readings, conclude, shorten
from timeline.dates.context import AnchorMissing, EventMissing, Settings, Tense
from timeline.dates.lexicon import LANGUAGES
from timeline.dates.parse import expression_of
from timeline.dates.spans import ImpossibleDate, Span, named, struck
from timeline.dates.standpoint import Place
from timeline.dates.tokens import MAX_LENGTH
from timeline.dates.types import Anchor, Precision, Refusal, Resolution
from timeline.dates.zones import zone_hint, zone_of

NO_SETTINGS: Final = Settings()


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
    place = place_of(anchor, zone)
    if isinstance(place, Refusal):
        return place
    found = resolved(phrase, place, language=language, tense=tense, settings=settings)
    return advised(found, phrase, language) if isinstance(found, Refusal) else found


def resolved(
    phrase: str, place: Place, *, language: str, tense: Tense, settings: Settings
) -> Resolution | Refusal:
    """Resolve a phrase as `resolve` does, without looking for what could be read of one that is not understood."""
    try:
        return conclude(_read(phrase, place, language, tense, settings))
    except (
        ValueError,
        OverflowError,
        ImpossibleDate,
    ) as beyond:  # a last net; the checks should have caught it
        return Refusal(
            "D311", f"“{shorten(phrase)}” leads beyond the calendar that this tool computes with", str(beyond)
        )


def place_of(anchor: Anchor | None, zone: str | None) -> Place | Refusal:
    """Return an anchor in the zone that is named, else in its own; a refusal where no zone has the name."""
    if zone is None:
        return Place(anchor, None if anchor is None or anchor.earliest is None else anchor.earliest.tzinfo)
    tz = zone_of(zone)
    if tz is None:
        return Refusal("D309", f"there is no time zone “{shorten(zone)}”", zone_hint(zone))
    return Place(anchor, tz)


def readings_of(  # noqa: PLR0913 -- each argument is a fact about the phrase
    phrase: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Readings:  # fmt: skip
    """Collect every reading of a phrase and strike out the impossible ones."""
    place = place_of(anchor, zone)
    if isinstance(place, Refusal):
        return Readings(phrase, _main_language(language), (), (), None, place)
    return _read(phrase, place, language, tense, settings)


def _main_language(code: str) -> str:
    """Return the language of a code such as `en-GB`."""
    return code.lower().partition("-")[0].partition("_")[0]


def _read(  # noqa: PLR0911 -- a list of cases, one after another
    phrase: str, place: Place, language: str, tense: Tense, settings: Settings
) -> Readings:
    tz = place.tz
    if language not in LANGUAGES:
        language = _main_language(language)
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
        spans, refusal, used = evaluate(expression, place.point, tense, settings, language)
    except AnchorMissing:
        refusal = Refusal("D306", f"“{shorten(phrase)}” can only be read from an anchor, and there is none",
                          "give the source a publication date, or name an anchor")  # fmt: skip
        if place.anchor is not None:
            name = place.anchor.label.partition(", ")[0] or "the anchor"
            refusal = Refusal("D306", f"“{shorten(phrase)}” can only be read from a day, and that of {name} is not known",
                              "name an anchor that is dated, or set `reading:` with a basis")  # fmt: skip
        return Readings(phrase, language, (), (), tz, refusal)
    except EventMissing:
        refusal = Refusal("D307", f"“{shorten(phrase)}” is told from another event, not from a publication",
                          "name that event: `anchor: EVENT-ID`, or give a `reading:` with its basis")  # fmt: skip
        return Readings(phrase, language, (), (), tz, refusal)
    if refusal is not None:
        return Readings(phrase, language, tuple(span for span in spans if not span.struck), (), tz,
                        refusal._replace(message=refusal.message.replace("{}", shorten(phrase))), used)  # fmt: skip
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


_EXPLICIT_START: Final = frozenset("0123456789[{./Y-X?~% \t")
_DIGITS: Final = frozenset("0123456789X")


def _explicit(phrase: str) -> Span | None:
    """Read EDTF or ISO 8601, written as such: digits and the signs of these formats, nothing else."""
    text = phrase.strip()
    if not text or len(text) > 120 or _DIGITS.isdisjoint(text):
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
        return named(span, "edtf", written_in_edtf(span))
    try:
        found = iso.parse(text)
    except ImpossibleDate as impossible:
        return struck(Span(None, None, Precision.UNSTATED, rule="iso-8601"), "D304", str(impossible))
    return None if found is None else named(found, "iso-8601", "written in ISO 8601")


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
