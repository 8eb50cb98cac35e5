"""The registries: every narrative, source, speaker, place and topic, and how a value finds one.

What enters: the drafts of records that have files, and the values by which event files name them. What leaves: records
by id, those included that event files gave as free text, and the findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Literal, cast

from timeline import dates
from timeline.catalogue import Catalogue, folded, inline_id
from timeline.codes import links as codes
from timeline.dating import Dater, unknown_zone
from timeline.diagnostics import Diagnostic, Label, Span
from timeline.drafts import Drafts, PlaceDraft, RecordDraft, SourceDraft, SpeakerDraft
from timeline.model import NO_SIDE_ID, UNSTATED, Exactness, Narrative, Place, Source, Speaker, Topic
from timeline.records import all_names, names_of, narrative, texts, topic, words
from timeline.source import Scalar

RESERVED = frozenset({UNSTATED, "said", NO_SIDE_ID, "index"})
"""Words that mean something else where an id or an address stands."""


def heading(record: RecordDraft, names: Iterable[Scalar]) -> Span:
    """Give the place that shows best which record it is: its first name, or what it claims."""
    first = next((name.span for name in names), None)
    return first or record.fields.get("claim", Span(record.span.path))


class Registries:
    """The records of one project by id, and their findings."""

    def __init__(self, drafts: Drafts, found: list[Diagnostic]) -> None:
        self.drafts = drafts
        self.found = found
        self.catalogues = self.enter_records(drafts)
        self.addresses: dict[str, str] = {}
        self.narratives: dict[str, Narrative] = {}
        self.sources: dict[str, Source] = {}
        self.speakers: dict[str, Speaker] = {}
        self.places: dict[str, Place] = {}
        self.topics: dict[str, Topic] = {}

    def make_records(self, dater: Dater) -> None:
        """Make every record that has a file. Sources come last: their publishers are speakers."""
        self.narratives = {draft.id: narrative(draft) for draft in self.drafts.narratives}
        self.places = {draft.id: self.place(draft) for draft in self.drafts.places}
        self.check_places()
        self.topics = {draft.id: topic(draft) for draft in self.drafts.topics}
        self.speakers = {draft.id: self.speaker(draft) for draft in self.drafts.speakers}
        self.sources = {draft.id: self.source(draft, dater) for draft in self.drafts.sources}
        self.addresses = {one.url: one.id for one in reversed(self.sources.values()) if one.url}

    # -- finding what a value names --------------------------------------------------------------------------------

    def enter_records(self, drafts: Drafts) -> dict[str, Catalogue]:
        """Enter every record that has a file, so that values can name it."""
        named: dict[str, list[tuple[RecordDraft, list[Scalar]]]] = {
            "narratives": [(one, [one.label] if one.label else []) for one in drafts.narratives],
            "sources": [(one, [one.title] if one.title else []) for one in drafts.sources],
            "speakers": [(one, all_names(one)) for one in drafts.speakers],
            "places": [(one, all_names(one)) for one in drafts.places],
            "topics": [(one, [one.title] if one.title else []) for one in drafts.topics],
            "events": [(one, []) for one in drafts.events],
        }
        catalogues: dict[str, Catalogue] = {}
        for folder, records in named.items():
            catalogue = catalogues[folder] = Catalogue(folder)
            for record, names in records:
                if record.id in RESERVED:
                    self.found.append(
                        codes.RESERVED_ID.at(
                            Span(record.span.path),
                            f"`{record.id}` cannot be an id; the word has a meaning of its own",
                            hint="rename the file",
                        )
                    )
                catalogue.add(record.id, heading(record, names), [name.text for name in names])
            for record, names in records:
                catalogue.check_names(record.id, names, self.found)
                catalogue.add_aliases(record.id, record.aliases, self.found)
                self.found += [
                    codes.RESERVED_ID.at(
                        alias.span,
                        f"`{alias.text}` cannot be an id; the word has a meaning of its own",
                        hint="leave this alias out",
                    )
                    for alias in record.aliases
                    if alias.text in RESERVED
                ]
        for span in drafts.unread:
            path = PurePosixPath(span.path)
            catalogues[path.parent.name].unread.add(path.stem)
        return catalogues

    def find(self, folder: str, value: Scalar) -> str | None:
        """Find a record by id or name, or make an inline one."""
        key = self.addresses.get if folder == "sources" else (lambda _: None)
        return self.catalogues[folder].find(value, self.found, self.others(folder), key=key)

    def by_id(self, folder: str, value: Scalar, *, but_not: str = "") -> str | None:
        """Find a record by its id and nothing else."""
        return self.catalogues[folder].by_id(value, self.found, self.others(folder), but_not=but_not)

    def others(self, folder: str) -> dict[str, Catalogue]:
        """The other catalogues, to say that an id is of another kind."""
        return {name: catalogue for name, catalogue in self.catalogues.items() if name != folder}

    def found_all(self, folder: str, values: Iterable[Scalar]) -> tuple[str, ...]:
        """Find several records; each is named once, and `unstated` names none."""
        ids = [self.find(folder, value) for value in values if value.text.strip() != UNSTATED]
        return tuple(dict.fromkeys(record_id for record_id in ids if record_id is not None))

    # -- making records --------------------------------------------------------------------------------------------

    def place(self, draft: PlaceDraft) -> Place:
        """Make a place."""
        return Place(
            id=draft.id,
            span=draft.span,
            fields=draft.fields,
            aliases=texts(draft.aliases),
            note=words(draft.note),
            name=words(draft.name) or draft.id,
            names=names_of(draft.names),
            latitude=draft.latitude,
            longitude=draft.longitude,
            exactness=Exactness(draft.exactness) if draft.exactness else None,
            time_zone=self.zone(draft.time_zone),
            part_of=self.by_id("places", draft.part_of) if draft.part_of else None,
        )

    def check_places(self) -> None:
        """Find places that are parts of one another, and cut the circle so that nobody follows it for ever."""
        places = self.places
        for draft in self.drafts.places:
            path = [draft.id]
            while (above := places[path[-1]].part_of) is not None and above not in path:
                path.append(above)
            if above == draft.id and draft.part_of is not None:
                around = " → ".join(f"`{one}`" for one in [*path, above])
                self.found.append(
                    codes.PLACE_CYCLE.at(
                        draft.part_of.span,
                        f"these places contain one another: {around}",
                        hint="leave out the `part_of` that is wrong",
                        related=self.parts_of(path[1:]),
                    )
                )
                places[draft.id] = replace(places[draft.id], part_of=None)

    def parts_of(self, place_ids: Iterable[str]) -> tuple[Label, ...]:
        """Point at the `part_of` of some places."""
        written = {draft.id: draft.part_of for draft in self.drafts.places}
        return tuple(
            Label(part.span, f"`{place_id}` is part of `{part.text}`")
            for place_id in place_ids
            if (part := written[place_id]) is not None
        )

    def speaker(self, draft: SpeakerDraft) -> Speaker:
        """Make a speaker."""
        return Speaker(
            id=draft.id,
            span=draft.span,
            fields=draft.fields,
            aliases=texts(draft.aliases),
            note=words(draft.note),
            name=words(draft.name) or draft.id,
            names=names_of(draft.names),
            role=words(draft.role),
            narrative=self.by_id("narratives", draft.narrative) if draft.narrative else None,
        )

    def source(self, draft: SourceDraft, dater: Dater, *, inline: bool = False) -> Source:
        """Make a source, with the dates of its own record."""
        publisher = draft.publisher
        return Source(
            id=draft.id,
            span=draft.span,
            fields=draft.fields,
            inline=inline,
            aliases=texts(draft.aliases),
            note=words(draft.note),
            title=words(draft.title) or draft.url or draft.id,
            kind=draft.kind,
            author=words(draft.author),
            publisher=self.publisher(publisher) if publisher else None,
            url=draft.url,
            no_url=words(draft.no_url),
            published=dater.source_date(draft.published, draft.language),
            updated=dater.source_date(draft.updated, draft.language),
            captured=dater.source_date(draft.captured, draft.language),
            language=draft.language,
            archive_url=draft.archive_url,
            sha256=draft.sha256,
            file=words(draft.file),
            held=cast("Literal['public', 'on-request', 'withheld'] | None", draft.held),
        )

    def publisher(self, value: Scalar) -> str | None:
        """Find the publisher among the speakers; a name that is nobody's there stays a name."""
        speakers = self.catalogues["speakers"]
        if folded(value.text) in speakers.names or value.text in speakers.spans:
            return self.find("speakers", value)
        speakers.looks_like_another(value, self.found)
        return words(value)

    def own_source(self, own: SourceDraft, dater: Dater) -> str:
        """Enter a source that an event file describes on the spot; its address or title tells which one it is."""
        title = words(own.title) or own.url or ""
        if own.url and own.url in self.addresses:
            return self.addresses[own.url]
        source_id = inline_id(own.url or title)
        if source_id not in self.sources:
            values = {name: getattr(own, name) for name in own.__dataclass_fields__} | {"id": source_id}
            self.sources[source_id] = self.source(SourceDraft(**values), dater, inline=True)
            if own.url:
                self.addresses[own.url] = source_id
        return source_id

    def make_inline_records(self) -> None:
        """Make the records that event files gave as free text."""
        catalogues = self.catalogues
        for record_id, value in catalogues["speakers"].inline.items():
            self.speakers[record_id] = Speaker(
                id=record_id, span=value.span, inline=True, name=value.text.strip(), narrative=None
            )
        for record_id, value in catalogues["places"].inline.items():
            self.places[record_id] = Place(
                id=record_id, span=value.span, inline=True, name=value.text.strip()
            )
        for record_id, value in catalogues["topics"].inline.items():
            self.topics[record_id] = Topic(
                id=record_id, span=value.span, inline=True, title=value.text.strip()
            )
        for record_id, value in catalogues["sources"].inline.items():
            written = value.text.strip()
            address = written if written.lower().startswith(("https://", "http://")) else None
            self.sources[record_id] = Source(
                id=record_id, span=value.span, inline=True, title=value.text.strip(), url=address
            )

    def zone(self, value: Scalar | None) -> str | None:
        """Give a zone's name if there is such a zone."""
        if value is None or dates.zone_of(value.text) is not None:
            return None if value is None else value.text
        self.found.append(unknown_zone(value))
        return None

    def zone_of(self, places: Iterable[str]) -> str | None:
        """Give the zone that all of several places share, or inherit from what contains them."""
        zones = set()
        for place_id in places:
            place = self.places.get(place_id)
            while place is not None and place.time_zone is None and place.part_of is not None:
                place = self.places.get(place.part_of)
            zones.add(place.time_zone if place else None)
        return zones.pop() if len(zones) == 1 else None
