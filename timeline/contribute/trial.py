"""New records tried among those on file, before anything is written.

What enters: the project's files, and new records as plain data. What leaves: a `Trial`, that is the text of the new files,
the timeline with them in it, what every one of their dates was resolved to or why not, and the findings in them. They
have come the same way that `check` takes, so they are what `check` will say.

What it refuses: nothing. A record that is not finished yet is tried as far as it goes; so `new` can show how a date
resolves while the rest is still to be asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from timeline.contribute.order import arranged
from timeline.contribute.writing import Data, write_record
from timeline.dates import Refusal
from timeline.diagnostics import Diagnostic, Severity, Span, has_errors, in_order
from timeline.drafts import DateDraft, Drafts, EventDraft, RecordDraft
from timeline.model import Dating, Timeline
from timeline.resolve import Resolver
from timeline.rules import check
from timeline.schema import read_records
from timeline.severities import apply_severities
from timeline.source import Document, read_document

SCHEMAS = "data/schema"
"""Where a site publishes the JSON Schema of each folder."""


@dataclass(frozen=True, slots=True)
class DateTrial:
    """What became of one date."""

    dating: Dating
    refusal: Refusal | None
    """Why no rule could settle the phrase, with every reading that it allows."""

    problems: tuple[Diagnostic, ...]
    """All that is wrong with it, the refusal included."""


@dataclass(frozen=True, slots=True)
class Trial:
    """New records among those on file."""

    texts: Mapping[str, str]
    """The text of every new file that our reader would read, by its path in the project."""

    timeline: Timeline
    drafts: Drafts
    findings: tuple[Diagnostic, ...]
    """Those in the new files."""

    refusals: Mapping[Span, Refusal]

    @property
    def has_errors(self) -> bool:
        """Whether a new file must not be published so."""
        return has_errors(self.findings)

    def problems(self, path: str, field: str) -> tuple[Diagnostic, ...]:
        """Give the errors in one field of a new file; all that it has where its text could not be read at all."""
        if path not in self.texts:
            return self._errors(path)
        draft = self._draft(path)
        span = draft.fields.get(field) if draft is not None else None
        return tuple(one for one in self._errors(path) if span is not None and _within(one.span, span))

    def date(self, path: str, field: str) -> DateTrial | None:
        """Give what became of a date (`date`, `said`, `published` ...) of a new file; None where it could not be read."""
        draft = self._draft(path)
        written = getattr(draft, field, None)
        if draft is None or not isinstance(written, DateDraft):
            return None
        records = self.timeline.events if isinstance(draft, EventDraft) else self.timeline.sources
        dating = getattr(records.get(draft.id), field, None)
        if not isinstance(dating, Dating):
            return None
        return DateTrial(dating, self.refusals.get(written.span), self.problems(path, field))

    def _errors(self, path: str) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.findings if one.severity is Severity.ERROR and one.span.path == path)

    def _draft(self, path: str) -> RecordDraft | None:
        place = PurePosixPath(path)
        records: tuple[RecordDraft, ...] = getattr(self.drafts, place.parent.name)
        return next((one for one in records if one.id == place.stem), None)


class OnFile:
    """The project as it stands, read once."""

    def __init__(self, inputs: Mapping[str, bytes]) -> None:
        self.documents: tuple[Document, ...] = tuple(
            read_document(path, inputs[path])[0] for path in sorted(inputs)
        )
        self.timeline = self.tried({}).timeline

    @property
    def paths(self) -> frozenset[str]:
        """The path of every content file."""
        return frozenset(document.path for document in self.documents)

    def taken(self, folder: str) -> set[str]:
        """Give the ids that a folder's records have or once had; a file that could not be read has one too."""
        records = {
            "events": self.timeline.events,
            "sources": self.timeline.sources,
            "speakers": self.timeline.speakers,
            "places": self.timeline.places,
            "topics": self.timeline.topics,
            "narratives": self.timeline.narratives,
        }[folder].values()
        here = (PurePosixPath(path) for path in self.paths)
        return {alias for record in records for alias in record.aliases} | {
            path.stem for path in here if path.parent.name == folder
        }

    def schema(self, folder: str) -> str:
        """Give the address of the JSON Schema of a folder's records, or "" where the site has no address yet."""
        site = self.timeline.settings.site_url
        return f"{site.rstrip('/')}/{SCHEMAS}/{folder}.json" if site else ""

    def tried(
        self, records: Mapping[str, Mapping[str, Data]], *, rules: bool = False, schema: bool = False
    ) -> Trial:
        """Try new records.

        Args:
            records: Path -> fields, in any order.
            rules: Whether to compare them with the other records too, which takes longer.
            schema: Whether their files begin with the address of their JSON Schema.
        """
        texts: dict[str, str] = {}
        found: list[Diagnostic] = []
        documents = list(self.documents)
        for path, data in records.items():
            folder = PurePosixPath(path).parent.name
            text, remarks = write_record(
                path, arranged(folder, data), schema=self.schema(folder) if schema else ""
            )
            found += remarks
            if text is not None:
                texts[path] = text
                documents.append(read_document(path, text.encode())[0])
        drafts, malformed = read_records(documents)
        resolver = Resolver(drafts)
        timeline = resolver.timeline()
        unresolved = (*malformed, *resolver.found, *resolver.dater.found)
        crossed = check(timeline, whole=not has_errors(unresolved)) if rules else ()
        here = [one for one in (*unresolved, *crossed) if one.span.path in records]
        severities = drafts.settings.severities if drafts.settings else ()
        findings = apply_severities(in_order((*found, *here)), severities)
        return Trial(texts, timeline, drafts, tuple(findings), resolver.dater.refused)


def _within(inner: Span, outer: Span) -> bool:
    return (outer.line, outer.column) <= (inner.line, inner.column) and (
        inner.end_line,
        inner.end_column,
    ) <= (
        outer.end_line,
        outer.end_column,
    )
