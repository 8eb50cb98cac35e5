"""Dates written by editors rather than by sources: anchors, readings and bounds.

What enters: EDTF, ISO 8601 or RFC 9557 text. What leaves: an `Anchor` or a `Resolution`, or a `Refusal` that says why
the text is not one. `reading_fits` checks an editor's reading against the phrase, and `limit` cuts an open date by
bounds from elsewhere.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import Final, Literal

from timeline.dates import edtf, iso
from timeline.dates.conclusion import BEYOND_HINT, Readings, bounds, conclude, finish, shorten
from timeline.dates.context import Settings, Tense
from timeline.dates.resolve import NO_SETTINGS, readings_of, resolve, written_in_edtf
from timeline.dates.spans import ImpossibleDate, Span, named, replace
from timeline.dates.types import Anchor, Precision, Refusal, Resolution
from timeline.dates.wording import reading_label
from timeline.dates.zones import zone_hint, zone_of

UNDECIDED: Final = "undecided"
"""A `reading:` that spans every reading instead of choosing one."""


def parse_anchor(
    text: str, *, kind: Literal["source", "event"] = "source", label: str = "", zone: str | None = None
) -> Anchor | Refusal:
    """Read an anchor: an EDTF date or interval, an ISO 8601 date or time, or an RFC 9557 instant.

    Args:
        text: Such as `2023-05-22`, `[2023-05-22..2023-05-31]`, `2023-05-22T09:00:00+03:00[Europe/Kyiv]`.
        kind: Whether it is a publication, which looks back, or an event, from which a story runs on.
        label: How explanations name it.
        zone: Attached where the text has no zone of its own; a naive anchor gives naive answers.
    """
    found = _explicit(text, zone)
    if isinstance(found, Refusal):
        return found
    span, tz = found
    return Anchor(*bounds(span, tz), span.precision, span.part, kind, label)


def anchor_from(
    resolution: Resolution, *, kind: Literal["source", "event"] = "event", label: str = ""
) -> Anchor:
    """Return the date of one record as the anchor of another."""
    return Anchor(resolution.earliest, resolution.latest, resolution.precision, resolution.part, kind, label)


def resolution_from_edtf(text: str, *, zone: str | None = None) -> Resolution | Refusal:
    """Read an explicit date, as in `reading:`, `not_before:` or `published:`; `unstated` is one too."""
    found = _explicit(text, zone)
    return found if isinstance(found, Refusal) else finish(*found)


def _explicit(text: str, zone: str | None) -> tuple[Span, tzinfo | None] | Refusal:
    """Read an explicit date, and find the zone whose clocks it is on."""
    tz = None if zone is None else zone_of(zone)
    if zone is not None and tz is None:
        return Refusal("D309", f"there is no time zone “{shorten(zone)}”", zone_hint(zone))
    span = explicit_span(text)
    return span if isinstance(span, Refusal) else (span, tz)


def explicit_span(text: str) -> Span | Refusal:
    """Read an explicit date as a span of local time."""
    text = text.strip()
    if text == "unstated":
        return Span(None, None, Precision.UNSTATED, rule="unstated", why="the source does not say when")
    value = edtf.parse(text)
    if value is not None:
        span = value.span
        if span is None:
            return Refusal(
                "D311",
                f"the year of “{shorten(text)}” is beyond the calendar that this tool computes with",
                BEYOND_HINT,
            )
        return named(span, "edtf", written_in_edtf(span))
    try:
        found = iso.parse(text)
    except ImpossibleDate as impossible:
        return Refusal("D304", f"“{shorten(text)}”: {impossible}", "check the date")
    if found is None:
        return Refusal(
            "D313", f"“{shorten(text)}” is neither an EDTF date nor an ISO 8601 date or time",
            "write it like 2023-05-21, 2023-05, 2023-05-21/2023-05-23 or 2023-05-22T05:26",
        )  # fmt: skip
    return named(found, "iso-8601", "written in ISO 8601")


def reading_fits(  # noqa: PLR0913 -- each argument is a fact about the phrase
    phrase: str, reading: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Resolution | Refusal:  # fmt: skip
    """Check an editor's reading against a phrase.

    It is accepted where the phrase leaves the date open (several readings, an anchor that is not exact enough, bounds
    only, `unstated`) or where no rule reads the phrase. It is refused where it contradicts what the phrase says, and not
    needed where it says the same. `undecided` spans every reading that the rules allow.

    Returns:
        The resolution to use, with rule `editor-reading` or `undecided`, or that of the phrase where the reading only
        repeats it; or a refusal.
    """
    readings = readings_of(phrase, anchor, zone=zone, language=language, tense=tense, settings=settings)
    plain = conclude(readings)
    if isinstance(plain, Refusal) and plain.code in {"D309", "D316"}:
        return plain
    if reading.strip() == UNDECIDED:
        return _undecided(phrase, readings.standing, plain, zone or None, anchor)
    span = explicit_span(reading)
    if isinstance(span, Refusal):
        return span
    chosen = replace(span, rule="editor-reading", why=_editors(plain, readings))
    if isinstance(plain, Resolution):
        return _against_answer(phrase.strip(), chosen, plain, readings.zone)
    options = readings.standing
    if options and not any(_within(span, option) for option in options):
        return Refusal(
            "D314", f"the reading {shorten(reading)} is none of those that “{shorten(phrase)}” allows",
            "it allows " + "; ".join(reading_label(option) for option in options[:12]),
            plain.readings,
        )  # fmt: skip
    return finish(chosen, readings.zone)


def _editors(plain: Resolution | Refusal, readings: Readings) -> str:
    """Say that a reading is the editor's, and why the words need one."""
    if isinstance(plain, Resolution):
        return "the editor's reading, within what the words say"
    if len(readings.standing) > 1:
        allowed = " or ".join(reading_label(span) for span in readings.standing[:4])
        more = f", and {len(readings.standing) - 4} others" if len(readings.standing) > 4 else ""
        return f"the editor's reading; the words alone allow {allowed}{more}"
    if readings.struck and readings.struck[0].struck:
        return f"the editor's reading, since the words cannot be meant as they stand: {readings.struck[0].struck}"
    if plain.code in {"D306", "D307"}:
        return "the editor's reading, since there is nothing to read the words from"
    return "the editor's reading, since no rule reads the words"


def _against_answer(phrase: str, chosen: Span, plain: Resolution, tz: object) -> Resolution | Refusal:
    """Compare a reading with the only answer that the rules give."""
    made = finish(chosen, tz if tz is not None else None)  # type: ignore[arg-type]
    if _same(made.earliest, plain.earliest) and _same(made.latest, plain.latest):
        return plain  # the words say it by themselves, so it is not the editor's
    open_date = (
        plain.earliest is None
        or plain.latest is None
        or plain.precision in {Precision.UNSTATED, Precision.INTERVAL}
        or bool(plain.warnings)  # a time that the clocks showed twice: an offset says which is meant
    )
    if open_date and _inside(made, plain):
        return made
    said = reading_label(Span(_naive(plain.earliest), _naive(plain.latest), plain.precision, plain.part))
    words, name = shorten(phrase), chosen.edtf or reading_label(chosen)
    meaning = "" if said in words or words in said else f", which is {said}"
    if _inside(made, plain):
        message = f"the reading {name} is finer than “{words}”{meaning}"
    else:
        message = f"the reading {name} contradicts “{words}”{meaning}"
    return Refusal(
        "D314", message,
        "drop the reading; what is known from elsewhere goes into `not_before:` and `not_after:`",
    )  # fmt: skip


def _undecided(
    phrase: str,
    standing: tuple[Span, ...],
    plain: Resolution | Refusal,
    zone: str | None,
    anchor: Anchor | None,
) -> Resolution | Refusal:
    starts = [span.start for span in standing]
    ends = [span.end for span in standing]
    if isinstance(plain, Resolution) or len(standing) < 2:
        return Refusal(
            "D314", f"“{shorten(phrase)}” leaves nothing undecided", "drop `reading: undecided`, or give the reading itself",
            () if isinstance(plain, Resolution) else plain.readings,
        )  # fmt: skip
    start = None if None in starts else min(start for start in starts if start is not None)
    end = None if None in ends else max(end for end in ends if end is not None)
    names = " or ".join(reading_label(span) for span in standing[:4])
    tz = (
        zone_of(zone)
        if zone
        else anchor.earliest.tzinfo
        if anchor is not None and anchor.earliest is not None
        else None
    )
    return finish(
        Span(
            start,
            end,
            Precision.INTERVAL,
            rule="undecided",
            why=f"the editor leaves open which is meant: {names}",
        ),
        tz,
    )


def _within(span: Span, option: Span) -> bool:
    if option.start is not None and (span.start is None or span.start < option.start):
        return False
    return option.end is None or (span.end is not None and span.end <= option.end)


def _inside(made: Resolution, outer: Resolution) -> bool:
    first, last = _comparable(made.earliest, outer.earliest), _comparable(made.latest, outer.latest)
    if outer.earliest is not None and (first is None or first[0] < first[1]):
        return False
    return outer.latest is None or (last is not None and last[0] <= last[1])


def _comparable(one: datetime | None, other: datetime | None) -> tuple[datetime, datetime] | None:
    """Two bounds that can be compared: both aware, or both by their local time."""
    if one is None or other is None:
        return None
    if one.tzinfo is not None and other.tzinfo is not None:
        return one.astimezone(UTC), other.astimezone(
            UTC
        )  # two times of one zone are compared by their clocks otherwise
    if (one.tzinfo is None) != (other.tzinfo is None):
        return one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one, other


def _same(one: datetime | None, other: datetime | None) -> bool:
    compared = _comparable(one, other)
    return one is other if compared is None else compared[0] == compared[1]


def _naive(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=None)


def limit(
    resolution: Resolution, *, not_before: datetime | None = None, not_after: datetime | None = None
) -> Resolution | Refusal:
    """Cut a date by bounds that are known from elsewhere.

    An open or coarse date becomes the part of it that lies inside the bounds, with precision `interval` (`unstated`
    while an end stays open); a day or anything finer is only checked against them, and kept.

    Args:
        resolution: What the phrase was resolved to.
        not_before: Inclusive: the `earliest` of the bounding event or date.
        not_after: Exclusive: the `latest` of the bounding event or date.

    Returns:
        The narrowed date, or a refusal with code D315 when nothing of it lies inside the bounds.
    """
    start, end = resolution.earliest, resolution.latest
    first, last = _later(start, not_before), _earlier(end, not_after)
    compared = _comparable(first, last)
    if compared is not None and compared[0] >= compared[1]:
        return Refusal(
            "D315", "the bounds leave nothing of the date", "check `not_before` and `not_after` against the phrase and against each other",
        )  # fmt: skip
    if (first, last) == (start, end) or resolution.precision in _FINE:
        return resolution
    precision = Precision.INTERVAL if first is not None and last is not None else Precision.UNSTATED
    span = Span(_naive(first), _naive(last), precision, approximate=resolution.approximate)
    return resolution._replace(earliest=first, latest=last, precision=precision, part=None, edtf=edtf.write(span),
        explanation=f"{resolution.explanation} Limited by bounds from elsewhere.", not_known=("when in the interval",),
    )  # fmt: skip


_FINE: Final = {Precision.INSTANT, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    compared = _comparable(one, other)
    if compared is None:
        return one if other is None else other
    return one if compared[0] >= compared[1] else other


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    compared = _comparable(one, other)
    if compared is None:
        return one if other is None else other
    return one if compared[0] <= compared[1] else other


def unstated(zone: str | None = None) -> Resolution:
    """Return the date of which nothing is known."""
    found = resolve("unstated", None, zone=zone)
    if isinstance(found, Resolution):
        return found
    return Resolution(
        None,
        None,
        Precision.UNSTATED,
        "unstated",
        "The source does not say when (rule unstated).",
        not_known=("date",),
    )
