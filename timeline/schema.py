"""Documents to drafts: every record read field by field, with every finding in every file.

What enters: documents of the guarded reader. What leaves: drafts, and the findings. What a record refers to is not
looked up here; that is `timeline.resolve`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from timeline.codes import fields as codes
from timeline.diagnostics import Diagnostic, Span
from timeline.drafts import (
    Drafts,
    EventDraft,
    NarrativeDraft,
    PlaceDraft,
    RecordDraft,
    SettingsDraft,
    SourceDraft,
    SpeakerDraft,
    TopicDraft,
)
from timeline.fields import RECORDS, SETTINGS_FIELDS, SINGULAR
from timeline.shapes import Field, Fields, Findings
from timeline.source import Document, Mapping

SETTINGS_FILE = "timeline.yml"

DRAFTS: dict[str, type[RecordDraft]] = {
    "events": EventDraft,
    "sources": SourceDraft,
    "speakers": SpeakerDraft,
    "places": PlaceDraft,
    "topics": TopicDraft,
    "narratives": NarrativeDraft,
}


def read_records(documents: Iterable[Document]) -> tuple[Drafts, tuple[Diagnostic, ...]]:
    """Read every document of a project.

    A document that the reader gave up (its `root` is `None` although it has text) already has its finding and is left
    out here.
    """
    found: Findings = []
    settings: SettingsDraft | None = None
    records: dict[str, list[Any]] = {folder: [] for folder in RECORDS}
    unread: list[Span] = []
    hashes: dict[str, str] = {}
    for document in sorted(documents, key=lambda one: one.path):
        hashes[document.path] = hashlib.sha256(document.text.encode()).hexdigest()
        folder = PurePosixPath(document.path).parent.name
        if document.path == SETTINGS_FILE:
            settings = read_settings(document, found)
        elif folder in RECORDS:
            draft = read_record(document, folder, found)
            if draft is not None:
                records[folder].append(draft)
            else:
                unread.append(Span(document.path))
    drafts = {folder: tuple(one) for folder, one in records.items()}
    return Drafts(settings, **drafts, unread=tuple(unread), hashes=hashes), tuple(found)


def read_settings(document: Document, found: Findings) -> SettingsDraft | None:
    """Read `timeline.yml`."""
    root = mapping_of(document, "`timeline.yml`", SETTINGS_FIELDS, found)
    if root is None:
        return None

    def make(node: Mapping, values: dict[str, Any]) -> SettingsDraft:
        values.pop("schema", None)
        return SettingsDraft(span=node.span, **values)

    draft: SettingsDraft = Fields("`timeline.yml`", SETTINGS_FIELDS, make).read(root, found)
    return draft


def read_record(document: Document, folder: str, found: Findings) -> RecordDraft | None:
    """Read one file of one folder. Its stem is its id, which the folder's reader has checked."""
    stem = PurePosixPath(document.path).stem
    root = mapping_of(document, SINGULAR[folder], RECORDS[folder], found)
    if root is None:
        return None

    def make(node: Mapping, values: dict[str, Any]) -> RecordDraft:
        places = {entry.key.text: entry.value.span for entry in node.entries}
        return DRAFTS[folder](id=stem, span=node.span, fields=places, **values)

    seen: Findings = []
    draft: RecordDraft = Fields(SINGULAR[folder], RECORDS[folder], make).read(root, seen)
    if isinstance(draft, EventDraft) and draft.status is not None and draft.status.kind == "removed":
        # Of a removed claim nothing but its tombstone may be left, so that its file can be emptied of words.
        seen = [
            one for one in seen if one.code != codes.MISSING_FIELD.id or "needs a field `" not in one.message
        ]
    found += seen
    return draft


def mapping_of(document: Document, words: str, fields: tuple[Field, ...], found: Findings) -> Mapping | None:
    """Give the document's mapping, or say that it is something else."""
    if isinstance(document.root, Mapping):
        return document.root
    if document.root is not None:
        found.append(
            codes.NOT_A_RECORD.at(
                document.root.span,
                f"{words} is a mapping of fields, one `name: value` a line",
                hint=f"start with a line such as `{next(one.example for one in fields if one.required)}`",
            )
        )
    return None


def json_schema(folder: str) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one kind of record, for editors."""
    fields = SETTINGS_FIELDS if folder == "settings" else RECORDS[folder]
    shape = Fields("a record", fields, lambda _, values: values)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.json_schema()}
