"""Rules on sources and how they are cited."""

from __future__ import annotations

from collections.abc import Iterator

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
