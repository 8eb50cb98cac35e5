"""What each page says about itself to programs: JSON-LD in the terms of schema.org.

What enters: finished pages and the timeline behind them. What leaves: the same pages, each with one data block. Every
type and property is used as https://schema.org/docs/full.html defines it:

- A page is a `WebPage` of a `WebSite`. What it is about is its `mainEntity`, so that the words of a claim are never
  taken for those of the page: what the page changed stands on the page, what was said stands on the claim.
- `Claim`: `text`, who made it, the documents it occurs in (`appearance`), when it was said (`datePublished`), the time it
  speaks of (`temporalCoverage`) and its places (`contentLocation`). It is never a `ClaimReview`, and nothing is rated.
  schema.org has no relation between two claims, so none is stated here.
- `Event`: what a claim of the kind occurrence is about, as that claim has it, with a day only where the day is known.
- `Question` with each `suggestedAnswer` ("possibly incorrect", as schema.org says): a topic with answers. No
  `acceptedAnswer`.
- `Dataset`: the data files, on the page that lists them.

Whether a speaker or a publisher is a `Person` or an `Organization` is not on file, so their names stand as plain text.
Names that rest on an editor's judgement are given with its basis, not as `alternateName`. Of a removed claim nothing is
said. Addresses are full ones, and are left out where the project does not say where its site stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from timeline import wording
from timeline.align import is_withdrawn
from timeline.dates import Precision, Resolution
from timeline.escapes import json_script
from timeline.exports import DataFile, Edition, edition_of
from timeline.exports.writing import Json, coordinate
from timeline.model import Citation, Event, Name, Place, Source
from timeline.pages.here import FOLDERS, HOME, Here, page_path
from timeline.pages.page import Page
from timeline.text import plain, safe_url

CONTEXT = "https://schema.org"

COLLECTIONS = frozenset({"timeline", "index"})
"""Kinds of page that are a `CollectionPage`."""

DOCUMENTS = {
    "article": "Article",
    "book": "Book",
    "image": "ImageObject",
    "post": "SocialMediaPosting",
    "satellite": "ImageObject",
    "video": "VideoObject",
}
"""Of the kinds of source those that schema.org knows too; any other is a `CreativeWork`."""

A_DAY_OR_FINER = frozenset(
    {Precision.INSTANT, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}
)
CLOCK_TIMES = frozenset({Precision.INSTANT, Precision.MINUTE})

Node = dict[str, Json]


def with_linked_data(pages: Iterable[Page], here: Here, data: Iterable[DataFile]) -> Iterator[Page]:
    """Give every page its data block; pages that only lead elsewhere get none."""
    made = tuple(pages)
    describe = _Describing(here, {page.path: page for page in made}, tuple(data))
    for page in made:
        yield page if page.redirect else replace(page, linked_data=json_script(describe.page(page)))


class _Describing:
    """The timeline as nodes."""

    def __init__(self, here: Here, pages: Mapping[str, Page], data: tuple[DataFile, ...]) -> None:
        self.here = here
        self.timeline = here.timeline
        self.pages = pages
        self.data = data
        self.edition: Edition = edition_of(here.timeline)
        self.main: Mapping[str, Callable[[str], Node | None]] = {
            "claim": self.claim,
            "topic": self.topic,
            "source": lambda source: self.source(self.timeline.sources.get(source)),
            "speaker": self.speaker,
            "place": lambda place: self.place(self.timeline.places.get(place)),
            "narrative": self.narrative,
        }

    def page(self, page: Page) -> Node:
        """Describe a page."""
        node = _node(
            "CollectionPage" if page.kind in COLLECTIONS else "WebPage",
            name=plain(page.title),
            description=plain(page.description) or None,
            inLanguage=page.lang,
            url=self.edition.url(page.address),
            dateModified=page.day,
            isPartOf=None if page.path == HOME else self.site(),
            breadcrumb=self.breadcrumb(page),
            mainEntity=self.entity(page),
        )
        if page.path == HOME:
            node["mainEntity"] = self.site() | _without_nothing(about=self.subject())
        return {"@context": CONTEXT, **node}

    def entity(self, page: Page) -> Node | None:
        """Describe what a page is about, if it is one thing."""
        if page.kind == "data":
            return self.data_set()
        if page.kind == "claim":
            return self.claim(_stem(page))
        describe = self.main.get(page.kind)
        return describe(_stem(page)) if describe else None

    def site(self) -> Node:
        """Describe the whole."""
        return _node(
            "WebSite",
            name=self.edition.title,
            url=self.edition.url(""),
            inLanguage=self.edition.language,
            license=self.edition.licence_url,
        )

    def subject(self) -> Node | None:
        """Describe what the timeline is about: an event, named as the project names it."""
        if not self.here.aligned.order:
            return None
        return _node("Event", name=self.edition.title, location=self.places_of_all() or None)

    def places_of_all(self) -> list[Json]:
        """Name the places that most claims are about, the first ones first."""
        counted: dict[str, int] = {}
        for claim in self.here.aligned.order:
            for place in self.here.event(claim).places:
                counted[place] = counted.get(place, 0) + 1
        most = sorted(counted, key=lambda place: (-counted[place], place))[:1]
        return [node for place in most if (node := self.place(self.timeline.places.get(place)))]

    def breadcrumb(self, page: Page) -> Node | None:
        """Say where a page stands; each step needs a full address."""
        folder = page.path.rpartition("/")[0]
        steps = [HOME, f"{folder}/index.md", page.path] if folder else [HOME, page.path]
        shown = [self.pages[step] for step in dict.fromkeys(steps) if step in self.pages]
        if self.edition.site_url is None or len(shown) < 2:
            return None
        return _node(
            "BreadcrumbList",
            itemListElement=[
                _node(
                    "ListItem",
                    position=position,
                    name=plain(step.title),
                    item=self.edition.url(step.address),
                )
                for position, step in enumerate(shown, 1)
            ],
        )

    def claim(self, claim: str) -> Node | None:
        """Describe a claim; a removed one is nothing."""
        event = self.timeline.events.get(claim)
        if event is None or event.removed or claim not in self.here.aligned.placed:
            return None
        about: list[Json] = [self.occurrence(event)] if event.kind == "occurrence" else []
        about += [self.thing("topics", one.topic) for one in event.about if one.topic in self.timeline.topics]
        return _node(
            "Claim",
            identifier=event.id,
            name=wording.headline(event),
            text=plain(event.claim),
            url=self.edition.url(f"{FOLDERS['claims']}/{event.id}/"),
            author=_one([self.here.speaker(by).name for by in event.by]),
            datePublished=day_or_time(event.said.resolution),
            temporalCoverage=coverage(event.date.resolution),
            contentLocation=_one(self.places(event.places)),
            locationCreated=self.place(self.timeline.places.get(event.said_at[0])) if event.said_at else None,
            appearance=_one([node for one in event.citations if (node := self.cited(one))]),
            about=_one(about),
            keywords=_one([plain(tag) for tag in event.tags]),
            creativeWorkStatus="Withdrawn" if is_withdrawn(event) else None,
        )

    def occurrence(self, event: Event) -> Node:
        """Describe what a claim says to have happened, in its own words."""
        return _node(
            "Event",
            description=plain(event.claim),
            startDate=day_or_time(event.date.resolution),
            location=_one(self.places(event.places)),
        )

    def cited(self, citation: Citation) -> Node | None:
        """Describe the document that a claim occurs in."""
        return self.source(self.timeline.sources.get(citation.source))

    def source(self, source: Source | None) -> Node | None:
        """Describe a document."""
        if source is None:
            return None
        publisher = self.here.publisher(source)
        original = safe_url(source.url) if source.url else None
        archived = safe_url(source.archive_url) if source.archive_url else None
        return _node(
            DOCUMENTS.get(source.kind or "", "CreativeWork"),
            name=plain(source.title),
            url=original,
            author=plain(source.author) if source.author else None,
            publisher=publisher.name if publisher else None,
            datePublished=day_or_time(source.published.resolution) if source.published else None,
            dateModified=day_or_time(source.updated.resolution) if source.updated else None,
            inLanguage=source.language,
            archivedAt=archived,
            subjectOf=self.reference("sources", source.id),
        )

    def topic(self, topic: str) -> Node | None:
        """Describe a topic: a question with its possible answers, or a thing that claims are about."""
        record = self.timeline.topics.get(topic)
        if record is None:
            return None
        if not record.answers:
            return _node("Thing", name=plain(record.title), identifier=record.id)
        return _node(
            "Question",
            name=plain(record.title),
            text=plain(record.title),
            identifier=record.id,
            answerCount=len(record.answers),
            suggestedAnswer=[_node("Answer", text=plain(answer.label)) for answer in record.answers],
        )

    def speaker(self, speaker: str) -> Node | None:
        """Describe a speaker, of whom it is not on file whether it is a person or an organisation."""
        record = self.timeline.speakers.get(speaker)
        if record is None:
            return None
        return _node(
            "Thing",
            name=plain(record.name),
            identifier=record.id,
            description=plain(record.role) if record.role else None,
            **_names(record.names),
        )

    def narrative(self, narrative: str) -> Node | None:
        """Describe a lane."""
        lane = next((lane for lane in self.here.aligned.lanes if lane.id == narrative), None)
        if lane is None:
            return None
        record = lane.narrative
        return _node(
            "Thing",
            name=plain(record.label),
            identifier=record.id,
            description=plain(record.description) if record.description else None,
        )

    def place(self, place: Place | None) -> Node | None:
        """Describe a place, with coordinates no finer than they are known."""
        if place is None:
            return None
        above = self.timeline.places.get(place.part_of or "")
        return _node(
            "Place",
            name=plain(place.name),
            identifier=place.id,
            geo=_geo(place),
            containedInPlace=_node("Place", name=plain(above.name)) if above else None,
            subjectOf=self.reference("places", place.id),
            **_names(place.names),
        )

    def places(self, places: Iterable[str]) -> list[Json]:
        """Describe places on file."""
        return [node for place in places if (node := self.place(self.timeline.places.get(place)))]

    def thing(self, registry: str, record: str) -> Node:
        """Name a record that has a page."""
        return _node("Thing", name=self.here.topic(record).name, subjectOf=self.reference(registry, record))

    def reference(self, registry: str, record: str) -> Node | None:
        """Point to the page of a record."""
        page = self.pages.get(page_path(registry, record))
        url = self.edition.url(page.address) if page else None
        return _node("WebPage", url=url) if url else None

    def data_set(self) -> Node:
        """Describe the data files, after schema.org and what searches for data sets ask for."""
        bounds = [
            resolution
            for claim in self.here.aligned.order
            for resolution in [self.here.event(claim).date.resolution]
            if resolution.precision is not Precision.UNSTATED
        ]
        edition = self.edition
        return _node(
            "Dataset",
            name=edition.title,
            description=plain(self.timeline.settings.standfirst or edition.title),
            url=edition.url("data/"),
            version=edition.number,
            inLanguage=edition.language,
            license=edition.licence_url,
            creditText=edition.citation,
            isAccessibleForFree=True,
            temporalCoverage=span(bounds),
            spatialCoverage=_one(self.places_of_all()),
            distribution=[
                _node(
                    "DataDownload",
                    name=file.title,
                    description=file.use,
                    encodingFormat=file.media_type,
                    contentUrl=edition.url(file.path),
                    contentSize=f"{len(file.content)} B",
                )
                for file in self.data
                if file.format != "schema"
            ],
        )


def coverage(resolution: Resolution) -> str | None:
    """Write the time that a claim speaks of as ISO 8601: a day, a time, or an interval with `..` for an open end.

    schema.org: "a DateTime or ... a textual string indicating a time period in ISO 8601 time interval format".
    """
    if resolution.precision is Precision.UNSTATED:
        return None
    if resolution.precision in A_DAY_OR_FINER and resolution.precision is not Precision.PART_OF_DAY:
        return day_or_time(resolution)
    return span([resolution])


def span(resolutions: Iterable[Resolution]) -> str | None:
    """Write the time from the first beginning to the last end. Both are whole days, the last one included."""
    known = list(resolutions)
    starts = [one.earliest for one in known if one.earliest]
    ends = [one.latest for one in known if one.latest]
    if not starts and not ends:
        return None
    first = min(starts, key=_local).date().isoformat() if starts else ".."
    last = (_local(max(ends, key=_local)) - timedelta(microseconds=1)).date().isoformat() if ends else ".."
    return first if first == last else f"{first}/{last}"


def day_or_time(resolution: Resolution) -> str | None:
    """Write a date where its day is known, with a time only where the source gives one to the minute."""
    start = resolution.earliest
    if start is None or resolution.precision not in A_DAY_OR_FINER:
        return None
    if resolution.precision in CLOCK_TIMES and not resolution.approximate:
        return start.isoformat(timespec="minutes")
    end = resolution.latest
    if end is not None and end - start > timedelta(days=1, hours=1):  # a day of 25 hours is one day
        return None
    return start.date().isoformat()


def _local(moment: datetime) -> datetime:
    """Give the time on the clock of its own place: moments with and without a zone have no other order."""
    return moment.replace(tzinfo=None)


def _geo(place: Place) -> Node | None:
    north, east = coordinate(place.latitude, place.exactness), coordinate(place.longitude, place.exactness)
    if north is None or east is None:
        return None
    return _node("GeoCoordinates", latitude=north, longitude=east)


def _names(names: Iterable[Name]) -> Node:
    """Give other names; one that an editor found out is given with the reason."""
    listed = list(names)
    known = dict.fromkeys(plain(name.name) for name in listed if not name.basis)
    found = [f"{plain(name.name)}: {plain(name.basis)}" for name in listed if name.basis]
    return {"alternateName": _one(tuple(known)), "disambiguatingDescription": " ".join(found) or None}


def _one(values: Sequence[Json]) -> Json:
    """Give one value as itself, several as a list, and none as nothing."""
    return None if not values else values[0] if len(values) == 1 else list(values)


def _node(kind: str, **properties: Json) -> Node:
    return {"@type": kind, **_without_nothing(**properties)}


def _without_nothing(**properties: Json) -> Node:
    return {name: value for name, value in properties.items() if value is not None and value != []}


def _stem(page: Page) -> str:
    return page.path.rpartition("/")[2].removesuffix(".md")
