"""Values with a form of their own: names, figures, quotes, topics, relations, lanes, status, history.

What enters and leaves is as in `timeline.shapes`; here a value is read into the draft of `timeline.drafts` that keeps it.
"""

from __future__ import annotations

from typing import Any

from timeline.citing import LANGUAGE
from timeline.codes import fields as codes
from timeline.dated import LINE, WORDS
from timeline.drafts import (
    AboutDraft,
    AnswerDraft,
    ChangeDraft,
    FigureDraft,
    LaneDraft,
    NameDraft,
    QuoteDraft,
    RelationDraft,
    StatusDraft,
)
from timeline.model import RelationKind
from timeline.scalars import Choice, Day, Id, IdOf, Number, Reference
from timeline.shapes import Either, Field, Fields, Findings, Keyed, OneOrMore, Shape, Wrapped
from timeline.source import Mapping, Node, Scalar, Sequence

NAME = Either(
    Wrapped(LINE, lambda name: NameDraft(name=name)),
    Fields(
        "a name",
        (
            Field("name", LINE, "The name.", "name: Oleksandr Syrskyi", required=True),
            Field("language", LANGUAGE, "Its language.", "language: en"),
            Field(
                "basis",
                WORDS,
                "Why the editor takes it for the same person or place; the name is then shown as an identification.",
                "basis: He held the post that the article names.",
            ),
        ),
        lambda _, values: NameDraft(**values) if values.get("name") else None,
    ),
)
NAMES = OneOrMore(NAME)


QUOTE = Either(
    Wrapped(WORDS, lambda words: QuoteDraft(text=words)),
    Fields(
        "a quote",
        (
            Field(
                "text", WORDS, "The words, without quotation marks.", "text: I don’t think so.", required=True
            ),
            Field("language", LANGUAGE, "The language they are given in.", "language: en"),
            Field("translation", WORDS, "A translation.", "translation: Не думаю."),
            Field("translator", LINE, "Who translated.", "translator: the editor"),
        ),
        lambda _, values: QuoteDraft(**values),
    ),
)


def figure_from_mapping(node: Mapping, values: dict[str, Any]) -> FigureDraft:
    """Make a figure; `min` and `max` are Python's words, so the draft spells them out."""
    return FigureDraft(
        span=node.span,
        value=values.get("value"),
        minimum=values.get("min"),
        maximum=values.get("max"),
        unit=values.get("unit"),
    )


class FigureShape(Shape):
    """A number, or a mapping of a value or a range with its unit."""

    mapping = Fields(
        "a figure",
        (
            Field("value", Number(), "The number.", "value: 20"),
            Field("min", Number(), "The lower end of a range.", "min: 15"),
            Field("max", Number(), "The upper end of a range.", "max: 20"),
            Field("unit", LINE, "What is counted or measured.", "unit: drones"),
        ),
        figure_from_mapping,
    )

    def describe(self) -> str:
        return f"a number, or {self.mapping.describe()}"

    def read(self, node: Node, found: Findings) -> FigureDraft | None:
        """Read either form; a figure has a value, or one or both ends of a range."""
        if isinstance(node, Scalar):
            value = Number().read(node, found)
            return None if value is None else FigureDraft(span=node.span, value=value)
        figure: FigureDraft | None = self.mapping.read(node, found)
        if figure is None or not isinstance(node, Mapping):
            return None
        given = {entry.key.text for entry in node.entries} & {"value", "min", "max"}
        ranged = figure.minimum is not None and figure.maximum is not None
        if not given or ("value" in given and len(given) > 1):
            found.append(
                codes.BAD_FIGURE.at(
                    node.span,
                    "a figure has either `value`, or `min` and `max` or one of them",
                    hint="write `value: 20`, or `min: 15` and `max: 20`; `min` alone is “at least”",
                )
            )
            return None
        if ranged and figure.minimum > figure.maximum:  # type: ignore[operator]  # both are numbers here
            found.append(codes.BAD_FIGURE.at(node.span, "`min` is greater than `max`", hint="exchange them"))
            return None
        return figure if figure.value is not None or given != {"value"} else None

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [Number().json_schema(), self.mapping.json_schema()]}


ANSWER = Either(
    Wrapped(Id(), lambda answer: AnswerDraft(answer=answer)),
    Fields(
        "an answer",
        (
            Field("answer", Id(), "Id of the answer.", "answer: held", required=True),
            Field(
                "basis",
                Choice(("stated", "inferred")),
                "`stated` by the words, or `inferred` by the editor; inferred answers are labelled and not counted.",
                "basis: inferred",
            ),
        ),
        lambda _, values: (
            AnswerDraft(answer=values["answer"], inferred=values.get("basis") == "inferred")
            if values.get("answer")
            else None
        ),
    ),
)


class AboutShape(Shape):
    """A topic, a mapping of topics to answers, or a list of such."""

    answered = Keyed(Reference("topics"), ANSWER, "a mapping of topics to answers")

    def describe(self) -> str:
        return "a topic (its id or free text), `topic: answer`, or a list of such"

    def read(self, node: Node, found: Findings) -> tuple[AboutDraft, ...]:
        """Read every form into a flat tuple."""
        if isinstance(node, Sequence):
            return tuple(about for item in node.items for about in self.read_one(item, found))
        return self.read_one(node, found)

    def read_one(self, node: Node, found: Findings) -> tuple[AboutDraft, ...]:
        """Read one topic, or one mapping of topics to answers."""
        if isinstance(node, Mapping):
            pairs = self.answered.read(node, found) or ()
            return tuple(
                AboutDraft(topic=topic, answer=answer.answer, inferred=answer.inferred)
                for topic, answer in pairs
            )
        if isinstance(node, Sequence):
            self.refuse(node, found)
            return ()
        topic = Reference("topics").read(node, found)
        return () if topic is None else (AboutDraft(topic=topic),)

    def json_schema(self) -> dict[str, Any]:
        one = [Reference("topics").json_schema(), self.answered.json_schema()]
        return {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}]}


class RelationsShape(Shape):
    """A list of `kind: event-id`."""

    kinds = tuple(RelationKind)
    pair = Keyed(Choice(kinds), OneOrMore(IdOf("events")), "a relation such as `disputes: EVENT-ID`")

    def describe(self) -> str:
        return "a list of relations such as `- disputes: EVENT-ID`"

    def read(self, node: Node, found: Findings) -> tuple[RelationDraft, ...]:
        """Read a list of mappings, or one mapping."""
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(
            RelationDraft(kind=kind, target=target)
            for item in items
            for kind, targets in self.pair.read(item, found) or ()
            for target in targets
        )

    def json_schema(self) -> dict[str, Any]:
        targets = OneOrMore(IdOf("events")).json_schema()
        one = {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(self.kinds, targets),
        }
        return {"anyOf": [one, {"type": "array", "items": one}]}


REMOVAL_REASONS = ("safety", "privacy", "legal", "copyright")
"""Why a claim may be removed. A word of its own could give away what the removal is to protect."""


class StatusShape(Shape):
    """What became of a claim, why and when."""

    mapping = Fields(
        "a status",
        (
            Field(
                "kind",
                Choice(("corrected", "withdrawn", "removed")),
                "What became of the claim.",
                "kind: withdrawn",
                required=True,
            ),
            Field(
                "reason",
                WORDS,
                "Why, in a sentence; for `removed` one of `safety`, `privacy`, `legal`, `copyright`.",
                "reason: The source took it back.",
                required=True,
            ),
            Field("date", Day(), "When, as year-month-day.", 'date: "2023-05-24"', required=True),
        ),
        lambda node, values: StatusDraft(span=node.span, **values),
    )

    def describe(self) -> str:
        return self.mapping.describe()

    def read(self, node: Node, found: Findings) -> StatusDraft | None:
        """Read the mapping; the reason of a removal is one of a few words."""
        status: StatusDraft | None = self.mapping.read(node, found)
        if status is not None and status.kind == "removed" and status.reason is not None:
            Choice(REMOVAL_REASONS).read(status.reason, found)
        return status

    def json_schema(self) -> dict[str, Any]:
        return self.mapping.json_schema()


HISTORY = OneOrMore(
    Fields(
        "a history entry",
        (
            Field("date", Day(), "When, as year-month-day.", 'date: "2023-05-24"', required=True),
            Field("change", WORDS, "What changed.", "change: Place corrected.", required=True),
            Field("reason", WORDS, "Why.", "reason: The source was corrected."),
        ),
        lambda _, values: ChangeDraft(**values),
    )
)

LANE = Either(
    Wrapped(IdOf("narratives"), lambda lane: LaneDraft(narrative=lane)),
    Fields(
        "a lane",
        (
            Field("id", IdOf("narratives"), "The lane's id.", "id: russian-side", required=True),
            Field(
                "basis",
                WORDS,
                "Why the editor puts the claim there.",
                "basis: The text continues the official's words.",
            ),
        ),
        lambda _, values: LaneDraft(narrative=values.get("id"), basis=values.get("basis")),
    ),
)
