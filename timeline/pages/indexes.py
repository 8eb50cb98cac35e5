"""Index pages: one plain table per registry, and one of all disputes.

What enters: the page's view of the whole. What leaves: a page for each registry, also where it is empty, since the
line "Browse by" of the home page leads to all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from timeline.model import Event
from timeline.pages import words
from timeline.pages.claim_view import ClaimLine, claim_line
from timeline.pages.date_view import publication
from timeline.pages.here import DISPUTES, Here
from timeline.pages.marks import shape
from timeline.pages.page import Page
from timeline.pages.template import render
from timeline.text import plain

Cell = Markup | str | int
Row = list[Cell]


def index_pages(here: Here) -> list[Page]:
    """Make all index pages."""
    # Where nothing is on file under topics, nothing leads there; every project has claims, sources and the like to come.
    topics = [_topics(here.at("t/index.md"))] if here.timeline.topics else []
    return [
        _claims(here.at("c/index.md")),
        *topics,
        _sources(here.at("s/index.md")),
        _speakers(here.at("p/index.md")),
        _places(here.at("l/index.md")),
        _narratives(here.at("n/index.md")),
        _disputes(here.at(DISPUTES)),
    ]


def _claims(here: Here) -> Page:
    rows: list[Row] = [
        [line.when, line.who, _lane(claim, here), _claim(line)]
        for claim in here.aligned.order
        for line in [claim_line(claim, here)]
    ]
    counted = words.count_claims(len(rows), len(here.aligned.withdrawn))
    lead = f"All claims in the order of time: {counted}." if rows else "All claims in the order of time."
    return _page(here, "Claims", lead, ["When", "Who", "Lane", "Claim"], rows, "No claims yet.")


def _topics(here: Here) -> Page:
    lanes = here.aligned.lanes
    rows: list[Row] = [
        [
            _link(here.url("topics", topic), plain(here.timeline.topics[topic].title)),
            *(view.counts[lane.id] for lane in lanes),
            view.disputes,
        ]
        for topic, view in here.aligned.topics.items()
    ]
    heads = ["Topic", *(plain(lane.narrative.short) for lane in lanes), "Disputes"]
    lead = (
        "What claims are about. The numbers are claims by lane; every lane is named, also where it has none. "
        "Withdrawn claims are not counted."
    )
    return _page(here, "Topics", lead, heads, rows, "No topics yet.")


def _sources(here: Here) -> Page:
    cited = _tally(here, lambda event: (citation.source for citation in event.citations))
    rows: list[Row] = [
        [
            here.source_numbers[source.id],
            _link(here.url("sources", source.id), plain(source.title)),
            publisher.name if (publisher := here.publisher(source)) else "not recorded",
            publication(source),
            cited[source.id],
        ]
        for source in here.timeline.sources.values()
    ]
    lead = "The documents that claims are taken from."
    return _page(
        here, "Sources", lead, ["No.", "Title", "Publisher", "Published", "Claims"], rows, "No sources yet."
    )


def _speakers(here: Here) -> Page:
    claims, passed_on = _tally(here, lambda event: event.by), _tally(here, lambda event: event.via)
    rows: list[Row] = []
    for speaker in here.timeline.speakers.values():
        lane = here.timeline.narratives.get(speaker.narrative or "")
        rows.append(
            [
                _link(here.url("speakers", speaker.id), plain(speaker.name)),
                plain(speaker.role) if speaker.role else "",
                plain(lane.label) if lane else "no side given",
                claims[speaker.id],
                passed_on[speaker.id],
            ]
        )
    lead = "Who makes claims, and who passes them on. Names stand as printed in the source."
    heads = ["Name", "Role", "Lane", "Claims", "Passed on"]
    return _page(here, "Speakers", lead, heads, rows, "No speakers yet.")


def _places(here: Here) -> Page:
    claims, said_here = _tally(here, lambda event: event.places), _tally(here, lambda event: event.said_at)
    rows: list[Row] = []
    for place in here.timeline.places.values():
        above = here.timeline.places.get(place.part_of or "")
        rows.append(
            [
                _link(here.url("places", place.id), plain(place.name)),
                plain(above.name) if above else "",
                claims[place.id],
                said_here[place.id],
            ]
        )
    lead = "Where claims say that things happened, and where they were made. Names stand as printed in the source."
    return _page(here, "Places", lead, ["Name", "Part of", "Claims", "Said here"], rows, "No places yet.")


def _narratives(here: Here) -> Page:
    rows: list[Row] = [
        [
            Markup("{} {}").format(
                shape(lane.slot), _link(here.url("narratives", lane.id), plain(lane.narrative.label))
            ),
            plain(lane.narrative.description) if lane.narrative.description else "",
            "yes" if lane.narrative.party else "no",
            f"{lane.count:,} ({lane.withdrawn:,} withdrawn)" if lane.withdrawn else lane.count,
        ]
        for lane in here.aligned.lanes
    ]
    lead = "The lanes of the timeline, in the order in which they stand."
    return _page(
        here, "Narratives", lead, ["Lane", "Who belongs", "Party", "Claims"], rows, "No narratives yet."
    )


def _disputes(here: Here) -> Page:
    rows: list[Row] = []
    for one, other in here.aligned.disputes:
        first, second = claim_line(one, here), claim_line(other, here)
        rows.append(
            [
                first.when,
                f"{first.who} ({plain(first.lane.narrative.short)})",
                _claim(first),
                f"{second.who} ({plain(second.lane.narrative.short)})",
                _claim(second),
            ]
        )
    lead = (
        "Claims whose own words dispute another claim on file. A different answer alone is no dispute; "
        "such answers stand side by side on the pages of topics."
    )
    heads = ["When", "Who", "Claim", "Disputes the claim of", "Disputed claim"]
    return _page(here, "Disputes", lead, heads, rows, "No claim on file disputes another one.")


def _page(here: Here, title: str, lead: str, heads: Sequence[str], rows: list[Row], empty: str) -> Page:  # noqa: PLR0913, PLR0917 - the parts of a page
    lang = here.timeline.settings.language
    body = render("index.html", lang=lang, title=title, lead=lead, heads=heads, rows=rows, empty=empty)
    return Page(path=here.path, title=title, description=lead, body=body, kind="index", lang=lang)


def _tally(here: Here, of: Callable[[Event], Iterable[str]]) -> Counter[str]:
    """Count the claims that mention each record."""
    return Counter(record for claim in here.aligned.order for record in set(of(here.event(claim))))


def _lane(claim: str, here: Here) -> Markup:
    lane = here.lanes_by_claim[claim]
    return Markup("{} {}").format(shape(lane.slot), plain(lane.narrative.label))


def _claim(line: ClaimLine) -> Markup:
    return Markup("{}{}").format(_link(line.url, line.title), " (withdrawn)" if line.withdrawn else "")


def _link(url: str, name: str) -> Markup:
    return Markup('<a href="{}" dir="auto">{}</a>').format(url, name)
