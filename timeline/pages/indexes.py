"""Index pages: one plain table per registry, and one of all disputes.

What enters: the page's view of the whole. What leaves: a page for each registry, also where it is empty, since the
line "Browse by" of the home page leads to all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from timeline import wording
from timeline.model import Event, Place, Source, Speaker
from timeline.pages.claim_view import ClaimLine, claim_line
from timeline.pages.date_view import publication
from timeline.pages.here import DISPUTES, Here, Named
from timeline.pages.marks import shape
from timeline.pages.page import Page
from timeline.pages.parts import Part, in_parts
from timeline.pages.template import render
from timeline.text import plain

Cell = Markup | str | int

MOST_ROWS = 400
"""Rows of a table; further ones stand on further pages."""

Row = list[Cell]


def index_pages(here: Here) -> list[Page]:
    """Make all index pages."""
    # Where nothing is on file under topics, nothing leads there; every project has claims, sources and the like to come.
    timeline, topics = here.timeline, list(here.aligned.topics)
    return [
        *in_parts(here.at("c/index.md"), here.aligned.order, _claims, MOST_ROWS),
        *(in_parts(here.at("t/index.md"), topics, _topics, MOST_ROWS) if topics else []),
        *in_parts(here.at("s/index.md"), list(timeline.sources.values()), _sources, MOST_ROWS),
        *in_parts(here.at("p/index.md"), list(timeline.speakers.values()), _speakers, MOST_ROWS),
        *in_parts(here.at("l/index.md"), list(timeline.places.values()), _places, MOST_ROWS),
        _narratives(here.at("n/index.md")),
        *in_parts(here.at(DISPUTES), here.aligned.disputes, _disputes, MOST_ROWS),
    ]


def _claims(part: Part[str]) -> Page:
    here = part.here
    rows: list[Row] = [
        [line.when, line.who, _lane(claim, here), _claim(line, here)]
        for claim in part.items
        for line in [claim_line(claim, here)]
    ]
    counted = wording.counted_claims(here.words, len(here.aligned.order), len(here.aligned.withdrawn))
    text = here.words.text
    lead = text("index.claims", counted=counted) if rows else text("index.claims-none")
    return _page(here, "claims", lead, ["when", "who", "lane", "claim"], rows, parts=part.links)


def _topics(part: Part[str]) -> Page:
    here = part.here
    lanes = here.aligned.lanes
    rows: list[Row] = [
        [
            _link(here.url("topics", topic), plain(here.timeline.topics[topic].title)),
            *(view.counts[lane.id] for lane in lanes),
            view.disputes,
        ]
        for topic in part.items
        for view in [here.aligned.topics[topic]]
    ]
    heads = [here.label("topic"), *(plain(lane.narrative.short) for lane in lanes), here.label("disputes")]
    return _page(here, "topics", here.words.text("index.topics"), heads, rows, named=True, parts=part.links)


def _sources(part: Part[Source]) -> Page:
    here = part.here
    cited = _tally(here, lambda event: (citation.source for citation in event.citations))
    rows: list[Row] = [
        [
            here.source_numbers[source.id],
            _link(here.url("sources", source.id), plain(source.title)),
            publisher.name
            if (publisher := here.publisher(source))
            else here.words.text("source.not-recorded"),
            publication(here.words, source),
            cited[source.id],
        ]
        for source in part.items
    ]
    heads = ["number", "title", "publisher", "published", "claims"]
    return _page(here, "sources", here.words.text("index.sources"), heads, rows, parts=part.links)


def _speakers(part: Part[Speaker]) -> Page:
    here = part.here
    claims, passed_on = _tally(here, lambda event: event.by), _tally(here, lambda event: event.via)
    rows: list[Row] = []
    for speaker in part.items:
        lane = here.timeline.narratives.get(speaker.narrative or "")
        rows.append(
            [
                _link(here.url("speakers", speaker.id), plain(speaker.name)),
                plain(speaker.role) if speaker.role else "",
                plain(lane.label) if lane else here.words.text("speaker.no-side"),
                claims[speaker.id],
                passed_on[speaker.id],
            ]
        )
    heads = ["name", "role", "lane", "claims", "passed-on"]
    return _page(here, "speakers", here.words.text("index.speakers"), heads, rows, parts=part.links)


def _places(part: Part[Place]) -> Page:
    here = part.here
    claims, said_here = _tally(here, lambda event: event.places), _tally(here, lambda event: event.said_at)
    rows: list[Row] = []
    for place in part.items:
        above = here.timeline.places.get(place.part_of or "")
        rows.append(
            [
                _link(here.url("places", place.id), plain(place.name)),
                plain(above.name) if above else "",
                claims[place.id],
                said_here[place.id],
            ]
        )
    heads = ["name", "part-of", "claims", "said-here"]
    return _page(here, "places", here.words.text("index.places"), heads, rows, parts=part.links)


def _narratives(here: Here) -> Page:
    rows: list[Row] = [
        [
            Markup("{} {}").format(
                shape(lane.slot), _link(here.url("narratives", lane.id), plain(lane.narrative.label))
            ),
            plain(lane.narrative.description) if lane.narrative.description else "",
            here.words.text("record.yes" if lane.narrative.party else "record.no"),
            here.words.text(
                "index.count-withdrawn",
                count=here.words.number(lane.count),
                withdrawn=here.words.count("withdrawn", lane.withdrawn),
            )
            if lane.withdrawn
            else lane.count,
        ]
        for lane in here.aligned.lanes
    ]
    heads = ["lane", "who-belongs", "party", "claims"]
    return _page(here, "narratives", here.words.text("index.narratives"), heads, rows)


def _disputes(part: Part[tuple[str, str]]) -> Page:
    here = part.here
    rows: list[Row] = []
    for one, other in part.items:
        first, second = claim_line(one, here), claim_line(other, here)
        rows.append(
            [
                first.when,
                f"{first.who} ({plain(first.lane.narrative.short)})",
                _claim(first, here),
                f"{second.who} ({plain(second.lane.narrative.short)})",
                _claim(second, here),
            ]
        )
    heads = ["when", "who", "claim", "disputes-the-claim-of", "disputed-claim"]
    return _page(here, "disputes", here.words.text("index.disputes"), heads, rows, parts=part.links)


def _page(  # noqa: PLR0913 - the parts of a page
    here: Here,
    name: str,
    lead: str,
    heads: Sequence[str],
    rows: list[Row],
    *,
    named: bool = False,
    parts: Sequence[Named] = (),
) -> Page:
    """Make an index; its heads are names of labels, unless they are names already."""
    words = here.words
    title, empty = words.text(f"title.{name}"), words.text(f"index.no-{name}")
    shown = heads if named else [here.label(head) for head in heads]
    body = render(
        "index.html", words, title=title, lead=lead, heads=shown, rows=rows, empty=empty, parts=parts
    )
    return Page(path=here.path, title=title, description=lead, body=body, kind="index", lang=words.language)


def _tally(here: Here, of: Callable[[Event], Iterable[str]]) -> Counter[str]:
    """Count the claims that mention each record."""
    return Counter(record for claim in here.aligned.order for record in set(of(here.event(claim))))


def _lane(claim: str, here: Here) -> Markup:
    lane = here.lanes_by_claim[claim]
    return Markup('<span class="tl-lane-name tl-slot-{}">{} <b>{}</b></span>').format(
        lane.slot, shape(lane.slot), plain(lane.narrative.label)
    )


def _claim(line: ClaimLine, here: Here) -> Markup:
    behind = f" {here.words.text('claim.withdrawn-after')}" if line.withdrawn else ""
    return Markup("{}{}").format(_link(line.url, line.title), behind)


def _link(url: str, name: str) -> Markup:
    return Markup('<a href="{}" dir="auto">{}</a>').format(url, name)
