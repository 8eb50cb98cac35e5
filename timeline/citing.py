"""Sources as files give them: their own fields, and how a claim cites one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from timeline import text
from timeline.codes import fields as codes
from timeline.dated import DATE, LINE, WORDS
from timeline.drafts import CitationDraft, SourceDraft
from timeline.scalars import Address, Choice, Pattern, Reference, Text
from timeline.shapes import Field, Fields, Findings, Shape
from timeline.source import Mapping, Node, Scalar

LANGUAGE = Pattern("a language tag", r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "its tag, such as `en` or `uk`")
ADDRESS = Address(text.safe_url)

_ADDRESS_LIKE = re.compile(
    r"\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}"
    r"|\s*(?:https?|javascript|vbscript|data|file|blob|ftp|mailto|tel|sms|intent|feed|jar|about|view-source)\s*:\S",
    re.IGNORECASE,
)
"""What nobody would give a document for a title."""


@dataclass(frozen=True, slots=True)
class SourceReference(Reference):
    """A source by id, title or address. What looks like an address has to be one that may be linked."""

    def convert(self, node: Scalar, found: Findings) -> Scalar | None:
        """Refuse an address that may not be linked, which would else become a source of that title."""
        if not _ADDRESS_LIKE.match(node.text):
            return super(SourceReference, self).convert(node, found)
        return None if ADDRESS.convert(node, found) is None else node


SOURCE = SourceReference("sources")


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
            Field("id", SOURCE, "The source's id, title or address.", "id: bakhmut-article"),
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
            named = SOURCE.read(node, found)
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
        return {"anyOf": [SOURCE.json_schema(), self.mapping.json_schema()]}
