"""Values with a form of their own: dates, names, figures, quotes, topics, relations, citations, status.

What enters and leaves is as in `timeline.shapes`; here a value is read into the draft of `timeline.drafts` that keeps it.
"""

from __future__ import annotations

from typing import Any

from timeline import text
from timeline.codes import dates as date_codes
from timeline.codes import fields as codes
from timeline.drafts import (
    AboutDraft,
    AnswerDraft,
    ChangeDraft,
    CitationDraft,
    DateDraft,
    FigureDraft,
    LaneDraft,
    NameDraft,
    QuoteDraft,
    RelationDraft,
    SourceDraft,
    StatusDraft,
)
from timeline.model import RelationKind
from timeline.shapes import (
    Address,
    Choice,
    Day,
    Either,
    Field,
    Fields,
    Findings,
    Id,
    IdOf,
    Keyed,
    Number,
    OneOrMore,
    Pattern,
    Reference,
    Shape,
    Text,
    Wrapped,
)
from timeline.source import Mapping, Node, Scalar, Sequence

LINE = Text(limit=300, one_line=True)
WORDS = Text()
LANGUAGE = Pattern("a language tag", r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "its tag, such as `en` or `uk`")
ADDRESS = Address(text.safe_url)


class Phrase(Text):
    """A date phrase, short enough to be one."""

    def describe(self) -> str:
        return "a date phrase such as `on the 21st`"

    def convert(self, node: Scalar, found: Findings) -> Scalar | None:
        """Refuse what is too long in the words of dates, which say what to do about it."""
        if len(node.text) <= self.limit:
            return super().convert(node, found)
        found.append(
            date_codes.PHRASE_TOO_LONG.at(
                node.span,
                f"a date phrase has at most {self.limit} characters, this one has {len(node.text):,}",
                hint="give only the words that tell the date; the sentence goes into the source's `excerpt`",
            )
        )
        return None


PHRASE = Phrase(limit=200, one_line=True)


def date_from_mapping(node: Mapping, values: dict[str, Any]) -> DateDraft:
    """Make a date, and keep where it stands."""
    return DateDraft(span=node.span, **values)


class DateShape(Shape):
    """A date: a phrase, or a mapping when there is more to say."""

    mapping = Fields(
        "a date",
        (
            Field(
                "phrase",
                PHRASE,
                "The source's own words, or `unstated`.",
                "phrase: last Friday",
                required=True,
            ),
            Field(
                "anchor",
                LINE,
                "The point from which the phrase is read: an event's id, a date, or `said` for this claim's own saying."
                " Left out, it is the source's publication.",
                "anchor: 2023-05-22",
            ),
            Field(
                "zone",
                LINE,
                "The time zone as an IANA name. Left out, it is the place's, then the project's.",
                "zone: Europe/Kyiv",
            ),
            Field(
                "tense",
                Choice(("past", "future")),
                "`future` where the words look ahead; reports look back otherwise.",
                "tense: future",
            ),
            Field(
                "reading",
                LINE,
                "The editor's reading in EDTF, where rules alone cannot decide; `undecided` spans all readings."
                " Needs a `basis`.",
                'reading: "2023-05-19"',
            ),
            Field(
                "not_before",
                LINE,
                "A lower limit known from elsewhere: an event's id or a date. Needs a `basis`.",
                'not_before: "2023-05-20"',
            ),
            Field(
                "not_after",
                LINE,
                "An upper limit known from elsewhere: an event's id or a date. Needs a `basis`.",
                'not_after: "2023-05-21"',
            ),
            Field(
                "basis",
                WORDS,
                "Why the editor reads or limits the date so.",
                "basis: The report is of that Friday.",
            ),
        ),
        date_from_mapping,
    )

    def describe(self) -> str:
        return f"{PHRASE.describe()}, or {self.mapping.describe()}"

    def read(self, node: Node, found: Findings) -> DateDraft | None:
        """Read either form, and ask for the basis of everything that is the editor's."""
        if isinstance(node, Sequence):
            self.refuse(node, found)
            return None
        if isinstance(node, Scalar):
            phrase = PHRASE.read(node, found)
            return None if phrase is None else DateDraft(span=node.span, phrase=phrase)
        draft: DateDraft = self.mapping.read(node, found)
        for field in (draft.reading, draft.not_before, draft.not_after):
            if field is not None and draft.basis is None:
                found.append(
                    date_codes.BASIS_MISSING.at(
                        field.span,
                        "an editor's reading or limit needs a `basis`",
                        hint="add `basis:` with the reason, on a line of its own beside it",
                    )
                )
                break
        return draft

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [PHRASE.json_schema(), self.mapping.json_schema()]}


DATE = DateShape()


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


def source_draft(record_id: str, node: Mapping, values: dict[str, Any]) -> SourceDraft:
    """Make a source from its fields, wherever they stand."""
    places = {entry.key.text: entry.value.span for entry in node.entries}
    return SourceDraft(id=record_id, span=node.span, fields=places, **values)


SOURCE_FIELDS = (
    Field(
        "title",
        LINE,
        "As printed, or a description by the editor where it has none.",
        "title: Report of 22 May",
        required=True,
    ),
    Field(
        "kind",
        Choice(("article", "post", "video", "image", "satellite", "document", "interview", "book")),
        "What kind of document it is.",
        "kind: article",
    ),
    Field("author", LINE, "Who wrote or made it, as printed.", "author: Jane Doe"),
    Field("publisher", LINE, "Who published it: a speaker's id or a name.", "publisher: Example News"),
    Field("url", ADDRESS, "Where it was published.", "url: https://example.org/report"),
    Field("no_url", WORDS, "Why it has no address.", "no_url: Printed leaflet."),
    Field(
        "published",
        DATE,
        "When it was published: a date, or an interval with its basis. Relative phrases are read from here.",
        'published: "2023-05-22"',
    ),
    Field("updated", DATE, "When it was last changed by its publisher.", 'updated: "2023-05-24"'),
    Field("captured", DATE, "When our copy was made.", 'captured: "2023-05-24"'),
    Field(
        "language", LANGUAGE, "The language it is written in; date phrases are read in it.", "language: uk"
    ),
    Field(
        "archive_url",
        ADDRESS,
        "A public archive's copy.",
        "archive_url: https://web.archive.org/web/2023/https://example.org/report",
    ),
    Field(
        "sha256",
        Pattern(
            "a SHA-256 checksum",
            "[0-9a-f]{64}",
            "64 characters of 0-9 and a-f, as `sha256sum FILE` prints them",
        ),
        "Checksum of the copy that we hold.",
        "sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    Field("file", LINE, "What was hashed, by name.", "file: article.txt"),
    Field("held", Choice(("public", "on-request", "withheld")), "Who may see our copy.", "held: on-request"),
)

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


def citation_from_mapping(node: Mapping, values: dict[str, Any]) -> CitationDraft:
    """Make a citation of a source on file, or of one that is described on the spot."""
    named, locator, excerpt = (values.pop(name, None) for name in ("id", "locator", "excerpt"))
    own = source_draft("", node, values) if named is None and values else None
    return CitationDraft(span=node.span, source=named, own=own, locator=locator, excerpt=excerpt)


class CitationShape(Shape):
    """A source by id, name or address; or a mapping with the place in it and the words that carry the claim."""

    mapping = Fields(
        "a source",
        (
            Field("id", Reference("sources"), "The source's id, title or address.", "id: bakhmut-article"),
            Field("locator", LINE, "Paragraph, page or minute.", "locator: paragraph 4"),
            Field(
                "excerpt",
                Text(limit=2_000),
                "The words that carry the claim and its date.",
                "excerpt: He said on the 21st that …",
            ),
            *(
                Field(f.name, f.shape, f"{f.help} Only for a source without a file of its own.", f.example)
                for f in SOURCE_FIELDS
            ),
        ),
        citation_from_mapping,
    )

    def describe(self) -> str:
        return f"a source's id, title or address, or {self.mapping.describe()}"

    def read(self, node: Node, found: Findings) -> CitationDraft | None:
        """Read either form; a mapping names a source or describes one, not both."""
        if isinstance(node, Scalar):
            named = Reference("sources").read(node, found)
            return None if named is None else CitationDraft(span=node.span, source=named)
        citation: CitationDraft | None = self.mapping.read(node, found)
        if citation is None or not isinstance(node, Mapping):
            return None
        given = {entry.key.text for entry in node.entries}
        own = given & {field.name for field in SOURCE_FIELDS}
        if "id" in given and own:
            extra = next(entry.key for entry in node.entries if entry.key.text in own)
            found.append(
                codes.SOURCE_TWICE.at(
                    extra.span,
                    f"`{extra.text}` belongs to the source's own file, since `id` names one",
                    hint="move it there, or leave out `id`",
                )
            )
        elif "id" not in given and not {"title", "url"} & given:
            found.append(
                codes.MISSING_FIELD.at(
                    node.span, "a source needs `id`, or `title` or `url`", hint="add `id: SOURCE-ID`"
                )
            )
            return None
        return citation

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [Reference("sources").json_schema(), self.mapping.json_schema()]}


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
