"""How a phrase was resolved: all that was weighed on the way from the words to the date.

What enters: the same as for `resolve`. What leaves: an `Explanation`, which `steps` tells as a person would and
`as_data` gives as plain data. Somebody who knows nothing of the code can say from it alone why the date is what it is.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.dates import rules
from timeline.dates.advice import advised
from timeline.dates.conclusion import Readings, conclude, paste
from timeline.dates.context import Settings, Tense
from timeline.dates.parse import expression_of
from timeline.dates.resolve import NO_SETTINGS, readings_of
from timeline.dates.spans import Span
from timeline.dates.telling import Step, as_lines, steps
from timeline.dates.tokens import MAX_LENGTH, normalise
from timeline.dates.types import Anchor, Refusal, Resolution
from timeline.dates.wording import reading_label


class RuleUsed(NamedTuple):
    """A rule that read the phrase, or a part of it."""

    name: str
    """Such as `bare-day-number`."""

    title: str
    reason: str
    """Why such words are read so."""


class Considered(NamedTuple):
    """One reading that the rules allowed."""

    edtf: str | None
    """As `reading:` would take it; `None` where the words name no interval at all."""

    label: str
    """In words, such as "Sunday 21 May 2023"; empty where the words name no interval at all."""

    why: str
    """How the words were read, as a clause."""

    rules: tuple[str, ...]
    """Names of the rules that read them so, the one for the whole phrase first."""

    struck_out: str | None
    """Why it cannot be meant; `None` while it stands."""


class Explanation(NamedTuple):
    """All that was weighed, and what came out."""

    phrase: str
    read_as: str
    """The phrase as the rules saw it: small letters, plain apostrophes and spaces."""

    language: str
    anchor: Anchor | None
    anchor_needed: bool
    """Whether the date would be another one if the anchor were."""

    zone: str | None
    tense: Tense
    rules: tuple[RuleUsed, ...]
    readings: tuple[Considered, ...]
    """Those that stand first, then those that were struck out."""

    result: Resolution | Refusal

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in words, each with a heading."""
        return steps(self)

    def as_text(self, *, width: int = 100, color: bool = False) -> str:
        """Return the steps for a terminal.

        Args:
            width: Cells of a line; longer lines are broken between words.
            color: Whether to use ANSI colours.
        """
        return as_lines(self.steps, width=width, color=color)

    def as_data(self) -> dict[str, object]:
        """Return all of it as plain data, ready for JSON.

        The keys are `phrase`, `read_as`, `language`, `tense`, `zone`, `anchor` (`null`, or `label`, `kind`, `earliest`,
        `latest`, `precision`, `part`, `needed`), `rules` (`name`, `title`, `reason`), `readings` (`edtf`, `label`,
        `why`, `rules`, `struck_out`), and `result`: what a line of a batch has, and for an answer also `uncertain`,
        `not_known` and `warnings`, for a refusal also `code`, `message` and `hint`.
        """
        from timeline.dates.batch import as_data  # noqa: PLC0415 -- it reads JSON, which the rest does not need

        found = self.result
        more: dict[str, object] = (
            {"code": found.code, "message": found.message, "hint": found.hint}
            if isinstance(found, Refusal)
            else {
                "uncertain": found.uncertain,
                "not_known": list(found.not_known),
                "warnings": list(found.warnings),
            }
        )
        return {
            "phrase": self.phrase,
            "read_as": self.read_as,
            "language": self.language,
            "tense": self.tense,
            "zone": self.zone,
            "anchor": None if self.anchor is None else _anchor_data(self.anchor, needed=self.anchor_needed),
            "rules": [{"name": rule.name, "title": rule.title, "reason": rule.reason} for rule in self.rules],
            "readings": [
                {
                    "edtf": reading.edtf,
                    "label": reading.label,
                    "why": reading.why,
                    "rules": list(reading.rules),
                    "struck_out": reading.struck_out,
                }
                for reading in self.readings
            ],
            "result": {**as_data(found), **more},
        }


def explain(  # noqa: PLR0913 -- each argument is a fact about the phrase
    phrase: str, anchor: Anchor | None, *, zone: str | None = None, language: str = "en", tense: Tense = "past",
    settings: Settings = NO_SETTINGS,
) -> Explanation:  # fmt: skip
    """Tell how a phrase is resolved; takes the same arguments as `resolve`, and never raises either."""
    readings = readings_of(phrase, anchor, zone=zone, language=language, tense=tense, settings=settings)
    result = conclude(readings)
    if isinstance(result, Refusal):
        result = advised(result, phrase, readings.language)
    explicit = any(span.rule in _NOTATIONS for span in (*readings.standing, *readings.struck))
    return Explanation(
        phrase=phrase,
        read_as=phrase.strip() if explicit or len(phrase) > MAX_LENGTH else normalise(phrase),
        language=readings.language,
        anchor=anchor,
        anchor_needed=readings.used_anchor,
        zone=zone,
        tense=tense,
        rules=_rules(readings),
        readings=(
            *(_considered(span) for span in readings.standing),
            *(_considered(span) for span in readings.struck),
        ),
        result=result,
    )


_NOTATIONS: Final = frozenset({"edtf", "iso-8601"})
"""Rules that read the text as it is written, capital letters included."""


def _considered(span: Span) -> Considered:
    placed = span.start is not None or span.end is not None or not span.struck
    return Considered(
        paste(span) if placed else None,
        reading_label(span) if placed else "",
        span.why,
        tuple(name for name in (span.rule, *reversed(span.inner)) if name),
        span.struck or None,
    )


def _rules(readings: Readings) -> tuple[RuleUsed, ...]:
    """The rules that gave a reading; where none did, those that know the words but could not place them."""
    names = [
        name
        for span in (*readings.standing, *readings.struck)
        for name in (span.rule, *reversed(span.inner))
        if name
    ]
    if not names and len(readings.phrase) <= MAX_LENGTH:
        expression = expression_of(readings.phrase, readings.language)
        names = [] if expression is None else [rule.name for rule in expression.rules()]
    by_name = {rule.name: rule for rule in rules.RULES}
    return tuple(
        RuleUsed(name, by_name[name].title, by_name[name].reason)
        for name in dict.fromkeys(names)
        if name in by_name
    )


def _anchor_data(anchor: Anchor, *, needed: bool) -> dict[str, object]:
    return {
        "label": anchor.label,
        "kind": anchor.kind,
        "earliest": None if anchor.earliest is None else anchor.earliest.isoformat(),
        "latest": None if anchor.latest is None else anchor.latest.isoformat(),
        "precision": anchor.precision.value,
        "part": anchor.part,
        "needed": needed,
    }
