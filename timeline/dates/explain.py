"""How a phrase was resolved, told as a person would tell it.

What enters: the same as for `resolve`. What leaves: an `Explanation`, a list of steps with a heading each, which can be
printed or handed on as data. Somebody who knows nothing of the code can say from it alone why the date is what it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates import rules
from timeline.dates.conclusion import conclude, paste, shorten
from timeline.dates.context import Settings, Tense
from timeline.dates.format import long
from timeline.dates.parse import expression_of
from timeline.dates.resolve import NO_SETTINGS, advised, readings_of
from timeline.dates.tokens import MAX_LENGTH, normalise
from timeline.dates.types import Anchor, Precision, Refusal, Resolution
from timeline.dates.wording import reading_label


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way from the words to the date."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All steps, and what came out."""

    phrase: str
    steps: tuple[Step, ...]
    result: Resolution | Refusal

    def as_text(self) -> str:
        """Return the steps for a terminal."""
        out = []
        for step in self.steps:
            out.append(step.title)
            out.extend(f"  {line}" for line in step.lines)
        return "\n".join(out) + "\n"

    def as_data(self) -> dict[str, object]:
        """Return the steps and the answer as plain data."""
        from timeline.dates.batch import as_data  # noqa: PLC0415 -- it reads JSON, which the rest does not need

        steps = [{"title": step.title, "lines": list(step.lines)} for step in self.steps]
        return {"phrase": self.phrase, "steps": steps, "result": as_data(self.result)}


def explain(  # noqa: PLR0913 -- each argument is a fact about the phrase
    phrase: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Explanation:  # fmt: skip
    """Tell step by step how a phrase is resolved; takes the same arguments as `resolve`."""
    readings = readings_of(phrase, anchor, zone=zone, language=language, tense=tense, settings=settings)
    result = conclude(readings)
    if isinstance(result, Refusal):
        result = advised(result, phrase, readings.language)
    steps = [
        Step("Phrase", _phrase_lines(phrase, language)),
        Step(
            "Read from",
            _anchor_lines(anchor, zone, tense, used=readings.used_anchor or isinstance(result, Refusal)),
        ),
    ]
    names = [
        name
        for span in (*readings.standing, *readings.struck)
        for name in (span.rule, *reversed(span.inner))
        if name
    ]
    matched = _matched(phrase, readings.language)
    by_name = {rule.name: rule for rule in rules.RULES}
    lines = [
        f"{name}: {by_name[name].reason}"
        if name in by_name
        else f"{name}: the words are written in that format"
        for name in dict.fromkeys([*names, *matched])
    ]
    steps.append(Step("Rules that fit", tuple(lines) or ("none",)))
    considered = [f"{paste(span)}: {reading_label(span)}{_why(span.why)}" for span in readings.standing]
    considered += [
        f"struck out: {_struck_name(span.start is not None, reading_label(span))}{span.struck}"
        for span in readings.struck
    ]
    steps.append(Step("Readings considered", tuple(considered) or ("none",)))
    steps.append(Step("Result", _result_lines(result)))
    return Explanation(phrase, tuple(steps), result)


def _struck_name(dated: bool, label: str) -> str:  # noqa: FBT001 -- a line of text, not a switch
    return f"{label}, because " if dated else ""


def _why(text: str) -> str:
    return f", {text}" if text else ""


def _phrase_lines(phrase: str, language: str) -> tuple[str, ...]:
    if len(phrase) > MAX_LENGTH:
        return (f"“{shorten(phrase)}”, {len(phrase)} characters",)
    read = normalise(phrase)
    return (
        f"“{phrase.strip()}”",
        *((f"read as “{read}”",) if read != phrase.strip() else ()),
        f"language: {language}",
    )


def _anchor_lines(anchor: Anchor | None, zone: str | None, tense: Tense, *, used: bool) -> tuple[str, ...]:
    lines = []
    if anchor is None:
        lines.append("no anchor")
    else:
        name = anchor.label.partition(", ")[0]  # the date may follow the name
        known = long(Resolution(anchor.earliest, anchor.latest, anchor.precision, "", "", anchor.part))
        lines.append(f"{known}{f' ({name})' if name else ''}, known to the {anchor.precision.value}"
                     if anchor.precision is not Precision.UNSTATED else "an anchor whose own date is not stated")  # fmt: skip
        lines.append(
            "a story runs forward from it" if anchor.kind == "event"
            else "a report looks back from it, its own day included" if tense == "past" else "the text points forward from it"
        )  # fmt: skip
        if not used:
            lines.append("the phrase did not need its day")
    if zone:
        lines.append(f"zone: {zone}")
    return tuple(lines)


def _matched(phrase: str, language: str) -> list[str]:
    if len(phrase) > MAX_LENGTH:
        return []
    expression = expression_of(phrase, language)
    return [] if expression is None else [rule.name for rule, _ in expression.parses]


def _result_lines(result: Resolution | Refusal) -> tuple[str, ...]:
    if isinstance(result, Refusal):
        return (
            f"refused ({result.code}): {result.message}",
            *((f"hint: {result.hint}",) if result.hint else ()),
        )
    lines = [long(result)]
    first = "open" if result.earliest is None else result.earliest.isoformat()
    last = "open" if result.latest is None else result.latest.isoformat()
    lines.append(
        f"from {first} up to, not including, {last}; precision: {result.precision.value}{', approximate' if result.approximate else ''}"
    )
    if result.edtf:
        lines.append(f"EDTF: {result.edtf}")
    lines.append(result.explanation)
    lines.extend(f"warning: {warning}" for warning in result.warnings)
    if result.not_known:
        lines.append(f"not known: {', '.join(result.not_known)}")
    return tuple(lines)
