"""New and changed claims as a feed: Atom, RFC 4287.

The latest come first, by the day that `recorded` gives; ties stand in the order of their ids. A removed claim is a
tombstone of RFC 6721, an `at:deleted-entry`, which tells readers to forget it. Beside its words every entry carries the
whole claim as data, in elements of a namespace of our own that are named like the fields of `timeline.json`; what is null
or empty there is left out.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date

from timeline.escapes import xml_attribute, xml_text
from timeline.exports.claim_fields import CLAIM
from timeline.exports.edition import STATED, Edition, claim_address, edition_of
from timeline.exports.fields import write
from timeline.exports.in_words import headline, paragraphs
from timeline.exports.recorded import NOT_KNOWN, recorded, stamp
from timeline.exports.writing import Json
from timeline.model import Event, Timeline
from timeline.text import plain

ENTRIES = 250
"""At most so many, since every reader fetches the whole feed again and again; all claims stand in the other files."""

NAMESPACE = "urn:uuid:68122380-1755-5722-91e5-db9db3444253"
"""Of our own elements. It says nothing by itself and belongs to no host, so that it never changes."""


def feed(timeline: Timeline, address: str) -> bytes:
    """Write the feed.

    Args:
        timeline: Without the words of removed claims.
        address: Where the feed will stand, relative to the site.
    """
    edition = edition_of(timeline)
    days = {event.id: recorded(event, timeline) or NOT_KNOWN for event in timeline.events.values()}
    removed = sorted(event.id for event in timeline.events.values() if event.removed)
    shown = latest(timeline, days)
    updated = max((days[event] for event in (*shown, *removed)), default=None)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        (
            f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:t="{NAMESPACE}"'
            f' xml:lang="{xml_attribute(edition.language)}">'
        ),
        _text("id", _id(edition, "")),
        _text("title", edition.title),
        _text("subtitle", "New and changed claims. A claim is somebody’s, never this feed’s."),
        _text("updated", stamp(updated)),
        f"<author>{_text('name', f'The contributors to {edition.title}')}</author>",
        _text("rights", _rights(edition)),
        _text("generator", "Timeline"),
        _link("alternate", edition, "", address, "text/html"),
        *([_link("self", edition, address, address, "application/atom+xml")] if edition.site_url else []),
        *(
            [f'<link rel="license" href="{xml_attribute(edition.licence_url)}"/>']
            if edition.licence_url
            else []
        ),
        *_elements(write(STATED, edition)),
    ]
    for event in shown:
        lines += _entry(timeline.events[event], timeline, edition, days[event], address)
    lines += [
        f'<at:deleted-entry ref="{xml_attribute(_id(edition, claim_address(event)))}" when="{stamp(days[event])}"/>'
        for event in removed
    ]
    lines.append("</feed>")
    return ("\n".join(lines) + "\n").encode()


def latest(timeline: Timeline, days: dict[str, date]) -> list[str]:
    """Give the ids of the claims in the feed, the latest first."""
    present = sorted(event.id for event in timeline.events.values() if not event.removed)
    return sorted(present, key=lambda event: days[event], reverse=True)[:ENTRIES]


def in_feed(claims: int) -> int:
    """Say how many of so many claims stand in the feed."""
    return min(claims, ENTRIES)


def _entry(event: Event, timeline: Timeline, edition: Edition, day: date, address: str) -> Iterator[str]:
    page = claim_address(event.id)
    yield "<entry>"
    yield _text("id", _id(edition, page))
    yield _text("title", headline(event, timeline))
    yield _text("updated", stamp(day))
    yield _link("alternate", edition, page, address, "text/html")
    for relation in event.relations:
        yield _link("related", edition, claim_address(relation.target), address, "text/html")
    yield f'<category term="{xml_attribute(event.kind)}"/>'
    if (lane := timeline.narratives.get(event.narrative)) is not None:
        yield f'<category term="{xml_attribute(lane.id)}" label="{xml_attribute(plain(lane.label))}"/>'
    yield f'<content type="text">{xml_text(chr(10).join(paragraphs(event, timeline)))}</content>'
    yield "<t:claim>"
    yield from _elements(write(CLAIM, event))
    yield "</t:claim>"
    yield "</entry>"


def _text(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>"


def _link(rel: str, edition: Edition, target: str, address: str, kind: str) -> str:
    """Link to a page: by its full address where the site's is known, else from where the feed stands."""
    up = "../" * address.count("/")
    href = edition.url(target) or f"{up}{target}" or "./"
    return f'<link rel="{rel}" type="{kind}" href="{xml_attribute(href)}"/>'


def _id(edition: Edition, page: str) -> str:
    """Make an id that stays: the address, or where the site has none a name made from the claim's id alone."""
    return edition.url(page) or f"urn:uuid:{uuid.uuid5(uuid.UUID(NAMESPACE.removeprefix('urn:uuid:')), page)}"


def _rights(edition: Edition) -> str:
    licence = edition.licence_name or "No licence is stated"
    return f"{licence}. Quotations and excerpts are their authors’. {edition.citation}"


def _elements(fields: dict[str, Json]) -> Iterator[str]:
    """Write an object of the data, one element for each value."""
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield f"<t:{name}>"
                yield from _elements(one)
                yield f"</t:{name}>"
            elif one is not None:
                yield f"<t:{name}>{xml_text(_plain(one))}</t:{name}>"


def _plain(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
