"""Rules on sources and how they are cited."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.catalogue import folded
from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic
from timeline.model import Timeline

LONGEST_EXCERPT = 60
"""In words. Long enough to carry a claim and its date, short enough to be a quotation and not a copy."""


def no_address(timeline: Timeline) -> Iterator[Diagnostic]:
    """A source has an address, or says why it has none."""
    for source in timeline.sources.values():
        if not {"url", "no_url"} & source.fields.keys() and source.url is None:
            yield codes.NO_ADDRESS.at(
                source.fields.get("title", source.span),
                f"the source `{source.id}` has no address"
                if not source.inline
                else "this source has no address",
                hint="add `url`, or `no_url` with the reason why there is none"
                if source.fields
                else f"write its address instead, or describe it: `{{title: {source.title}, no_url: why}}`",
            )


def long_excerpt(timeline: Timeline) -> Iterator[Diagnostic]:
    """An excerpt is no longer than it need be."""
    for event in timeline.events.values():
        for citation in event.citations:
            count = len((citation.excerpt or "").split())
            if count > LONGEST_EXCERPT:
                yield codes.LONG_EXCERPT.at(
                    citation.excerpt_at or event.at("source"),
                    f"the excerpt has {count} words",
                    hint=f"keep the words that carry the claim and its date, at most {LONGEST_EXCERPT}",
                )


def publisher_between(timeline: Timeline) -> Iterator[Diagnostic]:
    """The publisher of the source that we hold is no link of the chain before it."""
    for event in timeline.events.values():
        publishers = {
            folded(timeline.sources[citation.source].publisher or "") for citation in event.citations
        }
        for speaker_id in event.via:
            name = timeline.speakers[speaker_id].name
            if {folded(speaker_id), folded(name)} & publishers:
                yield codes.PUBLISHER_BETWEEN.at(
                    event.at("via"),
                    f"{name} published the source itself, so the claim did not reach the source through it",
                    hint="leave it out of `via`",
                )


def no_archive_copy(timeline: Timeline) -> Iterator[Diagnostic]:
    """A document on the web is kept somewhere else too. A bare address in an event file is left alone: it is a beginning."""
    for source in timeline.sources.values():
        if source.url is None or "url" not in source.fields:
            continue
        if source.archive_url is None and not (source.sha256 and source.file):
            yield codes.NO_ARCHIVE_COPY.at(
                source.at("url"),
                "no copy of this document is on file",
                hint="add `archive_url`, or keep the file and add `file` and `sha256`",
            )
