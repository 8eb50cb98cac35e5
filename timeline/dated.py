"""Dates as files give them: a phrase, or a mapping when there is more to say."""

from __future__ import annotations

from typing import Any

from timeline.codes import dates as date_codes
from timeline.drafts import DateDraft
from timeline.scalars import Choice, Text
from timeline.shapes import Field, Fields, Findings, Shape
from timeline.source import Mapping, Node, Scalar, Sequence

LINE = Text(limit=300, one_line=True)
WORDS = Text()


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
