"""An explanation in words: its steps, and their lines for a terminal.

What enters: an `Explanation`. What leaves: `Step`s, a heading and a few sentences each, and lines of a given width.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.dates.conclusion import shorten
from timeline.dates.format import long
from timeline.dates.tokens import MAX_LENGTH
from timeline.dates.types import Anchor, Precision, Refusal, Resolution
from timeline.dates.zones import zone_of

if TYPE_CHECKING:  # what is told knows how to tell itself
    from timeline.dates.explain import Considered, Explanation

LANGUAGE_NAMES: Final = {
    "en": "English", "uk": "Ukrainian", "ru": "Russian", "de": "German", "fr": "French", "es": "Spanish",
}  # fmt: skip

INDENT: Final = 2
NARROWEST: Final = 40
_BOLD, _GREEN, _RED, _YELLOW = "1", "1;32", "1;31", "1;33"
_TONES: Final = {"struck out": _RED, "refused": _RED, "warning": _YELLOW}
"""How lines that begin with these words are coloured, up to the colon."""


class Step(NamedTuple):
    """One step on the way from the words to the date."""

    title: str
    lines: tuple[str, ...]


def steps(told: Explanation) -> tuple[Step, ...]:
    """Tell an explanation step by step."""
    return (
        Step("Phrase", _phrase(told)),
        Step("Read from", _read_from(told)),
        Step(
            "Rules that fit",
            tuple(f"{rule.name} ({rule.title}). {rule.reason}" for rule in told.rules) or ("none",),
        ),
        Step("Readings considered", _readings(told)),
        Step("Result", _answer(told.result) if isinstance(told.result, Resolution) else _refused(told)),
    )


def as_lines(told: tuple[Step, ...], *, width: int, color: bool) -> str:
    """Write steps for a terminal, broken between words; what follows in a sentence is indented under its beginning."""
    from textwrap import wrap  # noqa: PLC0415 -- importing it takes time that only a terminal is worth

    out: list[str] = []
    for step in told:
        out.append(_toned(step.title, _BOLD, color=color))
        for line in step.lines:
            wrapped = wrap(
                line, max(width, NARROWEST), initial_indent=" " * INDENT, subsequent_indent=" " * 2 * INDENT,
                break_on_hyphens=False, break_long_words=False,
            )  # fmt: skip
            start, colon, _ = line.partition(":")
            tone = _TONES.get(start.partition(" (")[0]) if colon else None
            if tone is None and step.title == "Result" and line is step.lines[0]:
                wrapped = [_toned(each, _GREEN, color=color) for each in wrapped]
            elif tone is not None:
                wrapped[0] = wrapped[0].replace(start, _toned(start, tone, color=color), 1)
            out.extend(wrapped)
    return "\n".join(out) + "\n"


def _toned(text: str, tone: str, *, color: bool) -> str:
    return f"\x1b[{tone}m{text}\x1b[0m" if color else text


def _phrase(told: Explanation) -> tuple[str, ...]:
    if len(told.phrase) > MAX_LENGTH:
        return (f"“{shorten(told.phrase)}”, {len(told.phrase)} characters",)
    written = " ".join(told.phrase.split())
    name = LANGUAGE_NAMES.get(told.language, f"the language “{shorten(told.language)}”")
    # that capital letters do not count needs no telling
    same = told.read_as == written or told.read_as.casefold() == written.casefold()
    return (
        f"“{written}”, read as words in {name}"
        if not written or not all(sign in "0123456789-/.XTZ:+?~%[]{},Y" for sign in written)
        else f"“{written}”",
        *(() if same else (f"spelt for reading as “{told.read_as}”",)),
    )


def _read_from(told: Explanation) -> tuple[str, ...]:
    """Tell what the phrase is read from, how exactly that is known, on whose clocks, and which way the text points."""
    anchor = told.anchor
    needed = told.anchor_needed
    refused = isinstance(told.result, Refusal)
    lines = []
    if anchor is None:
        needs = isinstance(told.result, Refusal) and told.result.code in _ANCHORLESS
        lines.append(
            "nothing: no anchor is given, and the words need one"
            if needs
            else "nothing: no anchor is given"
            if refused
            else "nothing: no anchor is given, and the words name their date without one"
        )
    elif not needed and not refused:
        lines.append(f"{_anchor(anchor)}; not needed, since the words name their date without it")
    else:
        lines.append(_anchor(anchor) + (f"; {exactly}" if (exactly := _exactly(anchor)) else ""))
        lines.extend(_clocks(anchor, told.zone))
        if needed:
            lines.append(_direction(anchor, future=told.tense == "future"))
    lines.append(_zone(told))
    return tuple(lines)


_ANCHORLESS: Final = frozenset({"D306", "D307"})


def _anchor(anchor: Anchor) -> str:
    name = anchor.label.partition(", ")[0]  # the date may follow the name
    name = name or ("an event" if anchor.kind == "event" else "")
    if anchor.earliest is None and anchor.latest is None:
        return f"{name or 'an anchor'} whose own date is not established"
    words = long(Resolution(anchor.earliest, anchor.latest, anchor.precision, "", "", anchor.part))
    words = words.removesuffix(", whole day")
    moment = anchor.earliest
    if anchor.precision in _TIMES and moment is not None and moment.tzinfo is not None:
        words = f"{words} ({_offset(moment)})"
    return f"{name}: {words}" if name else words


_TIMES: Final = {Precision.INSTANT, Precision.MINUTE, Precision.HOUR}


def _exactly(anchor: Anchor) -> str:
    """Say how exactly an anchor is known, where its words do not."""
    if anchor.earliest is None and anchor.latest is None:
        return ""
    match anchor.precision:
        case Precision.DAY:
            return "known to the day"
        case Precision.INSTANT | Precision.MINUTE | Precision.HOUR:
            return f"known to the {'second' if anchor.precision is Precision.INSTANT else anchor.precision.value}"
        case _:
            return "known no more exactly than that"


def _clocks(anchor: Anchor, zone: str | None) -> list[str]:
    """Say which day it was where the phrase is read, if the anchor is told on other clocks."""
    moment = anchor.earliest
    tz = zone_of(zone) if zone else None
    if moment is None or moment.tzinfo is None or tz is None:
        return []
    there = moment.astimezone(tz)
    if moment.tzinfo is UTC:
        if anchor.precision not in _TIMES:
            return []
        shown = long(Resolution(there, there + timedelta(minutes=1), Precision.MINUTE, "", ""))
        return [f"on the clocks of {zone} that was {shown}"]
    if there.replace(tzinfo=None) == moment.replace(tzinfo=None):
        return []
    return [
        f"days are counted on the anchor's own clocks ({_name(moment.tzinfo, moment)}), not on those of {zone}"
    ]


def _name(zone: tzinfo, moment: datetime) -> str:
    return str(getattr(zone, "key", "")) or _offset(moment)


def _offset(moment: datetime) -> str:
    return f"UTC{moment.isoformat()[-6:]}" if moment.utcoffset() else "UTC"


def _zone(told: Explanation) -> str:
    """Say on whose clocks the answer is, and why."""
    found, moment = told.result, None if told.anchor is None else told.anchor.earliest
    given = zone_of(told.zone) if told.zone else None if moment is None else moment.tzinfo
    first = (found.earliest or found.latest) if isinstance(found, Resolution) else None
    if (
        first is not None
        and first.tzinfo is not None
        and (given is None or first.utcoffset() != first.astimezone(given).utcoffset())
    ):
        return f"the answer is on the clocks that the words name, {_name(first.tzinfo, first)}"
    if told.zone:
        return f"the answer is on the clocks of {told.zone}"
    if moment is not None and moment.tzinfo is not None:
        return f"the answer is on the clocks of the anchor, {_name(moment.tzinfo, moment)}"
    return "no time zone is known, so times are those of the place, without an offset"


def _direction(anchor: Anchor, *, future: bool) -> str:
    if future:
        return "the text speaks of what is to come: it points forward from there"
    if anchor.kind == "event":
        return "the words go on from an event: a story runs forward"
    return "a report looks back, its own day included"


def _readings(told: Explanation) -> tuple[str, ...]:
    lines = [_reading(reading) for reading in told.readings]
    standing = sum(reading.struck_out is None for reading in told.readings)
    if len(told.readings) > 1 or (told.readings and not standing):
        lines.append(
            "none is left" if not standing else "one is left" if standing == 1
            else f"{standing} are left, and the words do not say which is meant, so none is chosen"
        )  # fmt: skip
    return tuple(lines) or ("none",)


def _reading(reading: Considered) -> str:
    why = f": {reading.why}" if reading.why else ""
    if reading.struck_out is not None:
        why = f" ({reading.why})" if reading.why and not reading.why.startswith("the words name") else ""
        name = f"{reading.label}{why}, because " if reading.label else ""
        return f"struck out: {name}{reading.struck_out}"
    written = f", written {reading.edtf}" if reading.edtf not in {None, "unstated", reading.label} else ""
    return f"{reading.label}{written}{why}"


def _answer(found: Resolution) -> tuple[str, ...]:
    lines = [long(found), found.explanation, _bounds(found)]
    if found.precision is not Precision.UNSTATED:
        part = f" ({found.part})" if found.part else ""
        lines.append(f"precision: {_PRECISIONS.get(found.precision, found.precision.value)}{part}")
    if found.approximate:
        lines.append(
            "approximate: the hours of such a part of the day are a convention" if found.precision is Precision.PART_OF_DAY
            else "approximate: how far it may be off is not known"
        )  # fmt: skip
    if found.uncertain:
        lines.append("uncertain: the date itself is in doubt")
    if found.earliest is not None or found.latest is not None:
        lines.append(f"EDTF: {found.edtf}" if found.edtf else "EDTF: none, since it cannot say this")
    lines.extend(f"warning: {warning}" for warning in found.warnings)
    if found.not_known:
        lines.append(f"not known: {', '.join(found.not_known)}")
    return tuple(lines)


_PRECISIONS: Final = {
    Precision.INSTANT: "second", Precision.PART_OF_DAY: "part of the day", Precision.HALF: "half a year",
    Precision.INTERVAL: "the interval, and nothing more exact",
}  # fmt: skip


def _bounds(found: Resolution) -> str:
    """Write the two ends as data has them."""
    first, last = found.earliest, found.latest
    if first is None and last is None:
        return "no earliest and no latest moment is known"
    start = f"not before {first.isoformat()}" if first is not None else "no earliest moment is known"
    end = f"before {last.isoformat()}" if last is not None else "no latest moment is known"
    if first is not None and last is not None:
        return f"from {first.isoformat()} up to, not including, {last.isoformat()}"
    return f"{start}; {end}"


def _refused(told: Explanation) -> tuple[str, ...]:
    found = told.result
    assert isinstance(found, Refusal)  # noqa: S101 -- asked for refusals only
    hint = found.hint
    if found.code == "D302" and len(found.readings) > 1:  # the readings stand above
        hint = "an editor who knows sets `reading:` to one of those above, with a `basis:`; `reading: undecided` spans them all"
    return (
        f"refused ({found.code}): {found.message}",
        *((f"hint: {hint}",) if hint else ()),
    )
