"""How a date stands in the open data: the source's words beside what they were resolved to and why."""

from __future__ import annotations

from timeline.dates import Precision
from timeline.exports.fields import (
    FLAG,
    ID_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Field,
    choice,
    list_of,
    ref_or_null,
    write,
)
from timeline.exports.writing import Json, bound
from timeline.model import AnchorUse, Bound, Dating

ISO_8601: dict[str, Json] = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}(:\d{2})?)?$",
}
"""Schema of one end of an interval."""

ANCHOR: tuple[Field[AnchorUse], ...] = (
    Field(
        "kind",
        choice("source", "event", "said", "date"),
        "The source's publication, another claim's date, the claim's own saying, or a date that the editor gives.",
        lambda anchor: anchor.kind,
    ),
    Field("id", ID_OR_NULL, "Of the source or claim; null for a date.", lambda anchor: anchor.id),
    Field("text", TEXT, "The anchor in words.", lambda anchor: anchor.text),
)

LIMIT: tuple[Field[Bound], ...] = (
    Field("text", TEXT, "As written: the id of a claim, or a date in EDTF.", lambda limit: limit.text),
    Field("event", ID_OR_NULL, "The id of the claim, if it is one.", lambda limit: limit.event),
)

DATING: tuple[Field[Dating], ...] = (
    Field(
        "phrase",
        TEXT,
        "The source's words; `unstated` where it gives none; `when said` where the date is that of the saying.",
        lambda dating: dating.phrase,
    ),
    Field(
        "earliest",
        ISO_8601,
        "Start, inclusive, with offset where a zone is known; null where it is open or unknown.",
        lambda dating: bound(dating.resolution.earliest),
    ),
    Field(
        "latest",
        ISO_8601,
        "End, exclusive, with offset where a zone is known; null where it is open or unknown.",
        lambda dating: bound(dating.resolution.latest),
    ),
    Field(
        "edtf",
        TEXT_OR_NULL,
        "The same in EDTF (ISO 8601-2), where EDTF can say it.",
        lambda dating: dating.resolution.edtf,
    ),
    Field(
        "precision",
        choice(*(str(precision) for precision in Precision)),
        "How exactly the date is known; never finer than the source's words.",
        lambda dating: str(dating.resolution.precision),
    ),
    Field(
        "part",
        TEXT_OR_NULL,
        "For `part-of-day`: which part, such as `evening`.",
        lambda dating: dating.resolution.part,
    ),
    Field(
        "approximate", FLAG, 'Whether the source says "about".', lambda dating: dating.resolution.approximate
    ),
    Field(
        "anchor",
        ref_or_null("anchor"),
        "The point from which the phrase was read; null where it needs none.",
        lambda dating: None if dating.anchor is None else write(ANCHOR, dating.anchor),
    ),
    Field("rule", TEXT, "Name of the rule that read the phrase.", lambda dating: dating.resolution.rule),
    Field(
        "explanation",
        TEXT,
        "One sentence that names rule and anchor.",
        lambda dating: dating.resolution.explanation,
    ),
    Field(
        "reading",
        TEXT_OR_NULL,
        "The editor's reading in EDTF, where rules alone cannot decide; `undecided` spans all readings.",
        lambda dating: dating.reading,
    ),
    Field("basis", TEXT_OR_NULL, "Why the editor reads it so.", lambda dating: dating.basis),
    Field(
        "not_before",
        ref_or_null("limit"),
        "A lower limit that the editor gives.",
        lambda dating: None if dating.not_before is None else write(LIMIT, dating.not_before),
    ),
    Field(
        "not_after",
        ref_or_null("limit"),
        "An upper limit that the editor gives.",
        lambda dating: None if dating.not_after is None else write(LIMIT, dating.not_after),
    ),
    Field(
        "limits",
        list_of(TEXT),
        "Sentences that say which known facts limit an open date.",
        lambda dating: list(dating.limits),
    ),
    Field(
        "zone",
        TEXT_OR_NULL,
        "IANA time zone that the phrase was read in, if known.",
        lambda dating: dating.zone,
    ),
)
