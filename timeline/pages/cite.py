"""How to cite a claim's record: in words, as BibTeX, and as CSL-JSON for reference managers.

Enters: a claim and the page that prints it. Leaves: text to be copied. Who speaks is the author, and the timeline what the
record stands in; that the words are a paraphrase, and where they were found, is said each time. No clock is read, so the day
of access is the reader's to add. A reader finds the same state of the content by its hash.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from timeline import wording
from timeline.escapes import bibtex_text
from timeline.model import Citation, Event
from timeline.pages.claim_view import ClaimView
from timeline.pages.date_view import publication
from timeline.pages.here import Here
from timeline.text import plain, safe_url


@dataclass(frozen=True, slots=True)
class Citations:
    """A citation in three forms."""

    plain: str
    address: str | None
    """Of the record, where the site says its own."""

    bibtex: str
    csl: str


def citations(event: Event, view: ClaimView, here: Here) -> Citations:
    """Make the citations of a claim's record."""
    return Citations(
        in_words(event, view, here), _address(event, here), _bibtex(event, here), _csl(event, here)
    )


def in_words(event: Event, view: ClaimView, here: Here) -> str:
    """Word a citation of this record as plain text, without its address.

    Only words that the source itself quotes stand in quotation marks.
    """
    settings = here.timeline.settings
    words = here.words
    said = plain(event.claim)
    if view.quoted:
        said = f"{words.text('sign.opens')}{said}{words.text('sign.closes')}"
    named = words.listed(_cited(citation, here) for citation in event.citations) or words.text(
        "cite.no-source"
    )
    content = here.timeline.content_sha256[:12]
    parts = [
        words.text(f"cite.{wording.quotation(event)}", who=view.line.who, claim=said, sources=named),
        words.text("cite.date", date=here.when(event.id, year=True)),
        *filter(None, [view.status_kind]),
        words.text("cite.site", title=plain(settings.title)),
        words.text("cite.record-of-content", id=event.id, content=content)
        if content
        else words.text("cite.record", id=event.id),
    ]
    return " ".join(parts)


def _cited(citation: Citation, here: Here) -> str:
    """Name a source in a citation: title, publisher, day, place in it."""
    source = here.timeline.sources.get(citation.source)
    if source is None:
        return citation.source
    publisher = here.publisher(source)
    parts = [plain(source.title), publisher.name if publisher else "", publication(here.words, source)]
    return here.words.joined([*parts, plain(citation.locator) if citation.locator else ""])


def _address(event: Event, here: Here) -> str | None:
    """Give the address of a claim's page, if the site has one that may be linked."""
    site = here.timeline.settings.site_url
    return f"{site.rstrip('/')}/c/{event.id}/" if site and safe_url(site) else None


def _note(event: Event, here: Here) -> str:
    """Say whose words they are, and what date they claim."""
    words = here.words
    named = words.listed(_cited(citation, here) for citation in event.citations) or words.text(
        "cite.no-source"
    )
    found = words.text(f"cite.note-{wording.quotation(event)}", sources=named)
    return f"{found} {words.text('cite.date', date=here.when(event.id, year=True))}"


def _speakers(event: Event, here: Here) -> list[str]:
    return [here.speaker(by).name for by in event.by]


def _bibtex(event: Event, here: Here) -> str:
    """Write an entry for BibTeX; names and titles are kept as they are by the braces within braces."""
    settings = here.timeline.settings
    authors = " and ".join(f"{{{bibtex_text(name)}}}" for name in _speakers(event, here))
    content = here.timeline.content_sha256[:12]
    address = _address(event, here)
    fields = {
        "author": authors,
        "title": f"{{{bibtex_text(plain(event.claim))}}}",
        "howpublished": f"{{{bibtex_text(plain(settings.title))}}}",
        "note": bibtex_text(_note(event, here)),
        "version": content,
        # A reader of BibTeX takes an address as it is, and ours has no sign that acts.
        "url": address or "",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{event.id},", ",\n".join(lines), "}"])


def _csl(event: Event, here: Here) -> str:
    """Write an item of CSL-JSON, a list of one as reference managers import it."""
    settings = here.timeline.settings
    item = {
        "id": event.id,
        "type": "entry",
        "title": plain(event.claim),
        "author": [{"literal": name} for name in _speakers(event, here)],
        "container-title": plain(settings.title),
        "note": _note(event, here),
        "version": here.timeline.content_sha256[:12],
        "URL": _address(event, here),
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1)
