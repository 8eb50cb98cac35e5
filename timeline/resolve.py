"""Drafts to the timeline: what every value names, the lane of every claim, and every date.

What enters: drafts. What leaves: a `Timeline` of everything that could be made out, and the findings. A record with a
fault is kept as far as it goes, so that one run shows every fault; whoever publishes looks at the findings first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Literal, cast

from timeline import dates
from timeline.catalogue import Catalogue, folded, inline_id
from timeline.codes import links as codes
from timeline.dating import Context, Dater, Defaults, undated, unknown_zone
from timeline.diagnostics import Diagnostic, Label, Span
from timeline.drafts import (
    AboutDraft,
    CitationDraft,
    Drafts,
    EventDraft,
    PlaceDraft,
    RecordDraft,
    SettingsDraft,
    SourceDraft,
    SpeakerDraft,
)
from timeline.model import (
    NO_SIDE_ID,
    UNSTATED,
    About,
    Citation,
    Event,
    Exactness,
    Narrative,
    Place,
    Relation,
    RelationKind,
    Settings,
    Source,
    Speaker,
    Timeline,
    Topic,
)
from timeline.records import (
    NO_SIDE,
    References,
    all_names,
    digest,
    event,
    kind_left_open,
    names_of,
    narrative,
    texts,
    topic,
    words,
)
from timeline.shapes import did_you_mean
from timeline.source import Scalar

RESERVED = frozenset({UNSTATED, "said", NO_SIDE_ID, "index"})
"""Words that mean something else where an id or an address stands."""


def resolve(drafts: Drafts) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """Look up every reference, resolve every date, and put the timeline together."""
    resolver = Resolver(drafts)
    return resolver.timeline(), (*resolver.found, *resolver.dater.found)


def heading(record: RecordDraft, names: Iterable[Scalar]) -> Span:
    """Give the place that shows best which record it is: its first name, or what it claims."""
    first = next((name.span for name in names), None)
    return first or record.fields.get("claim", Span(record.span.path))


@dataclass(slots=True)
class Registries:
    """Records by id, inline ones included."""

    narratives: dict[str, Narrative] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)


class Resolver:
    """One run over the drafts of one project; its methods follow the order of the work."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.found: list[Diagnostic] = []
        self.settings = self.read_settings(drafts.settings)
        self.catalogues = self.enter_records(drafts)
        start = self.settings.story_start
        self.dater = Dater(
            Defaults(
                language=self.settings.language,
                time_zone=self.settings.time_zone,
                story_start=date.fromisoformat(start) if start else None,
            ),
            {draft.id: draft for draft in drafts.events},
            self.catalogues["events"].aliases,
        )
        self.addresses: dict[str, str] = {}
        self.records = Registries()

    # -- settings and catalogues -----------------------------------------------------------------------------------

    def read_settings(self, draft: SettingsDraft | None) -> Settings:
        """Make the settings; what was left out has its default."""
        if draft is None:
            return Settings()
        return Settings(
            title=words(draft.title) or "Timeline",
            standfirst=words(draft.standfirst),
            language=draft.language or "en",
            time_zone=self.zone(draft.time_zone),
            lanes=tuple(lane.text for lane in draft.lanes),
            severities={key.text: severity for key, severity in draft.severities},
            site_url=draft.site_url,
            edit_url=draft.edit_url,
            pdf=draft.pdf is not False,
            story_start=draft.story_start,
        )

    def zone(self, value: Scalar | None) -> str | None:
        """Give a zone's name if there is such a zone."""
        if value is None or dates.zone_of(value.text) is not None:
            return None if value is None else value.text
        self.found.append(unknown_zone(value))
        return None

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
            for record, _ in records:
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

    # -- the timeline ----------------------------------------------------------------------------------------------

    def timeline(self) -> Timeline:
        """Resolve everything, registries first, since events stand on them."""
        records = self.records
        records.narratives = {draft.id: narrative(draft) for draft in self.drafts.narratives}
        records.places = {draft.id: self.place(draft) for draft in self.drafts.places}
        self.check_places()
        records.topics = {draft.id: topic(draft) for draft in self.drafts.topics}
        records.speakers = {draft.id: self.speaker(draft) for draft in self.drafts.speakers}
        records.sources = {draft.id: self.source(draft) for draft in self.drafts.sources}
        self.addresses = {one.url: one.id for one in reversed(records.sources.values()) if one.url}
        drafts = {draft.id: draft for draft in self.drafts.events}
        references = {event_id: self.references(draft) for event_id, draft in drafts.items()}
        self.make_inline_records()
        datings = self.dater.event_dates(
            {event_id: self.context(drafts[event_id], references[event_id]) for event_id in drafts}
        )
        events = {
            event_id: event(
                drafts[event_id], references[event_id], *datings.get(event_id, (undated(), undated()))
            )
            for event_id in sorted(drafts)
        }
        return Timeline(
            settings=self.settings,
            narratives=self.lanes(events),
            sources=dict(sorted(records.sources.items())),
            speakers=dict(sorted(records.speakers.items())),
            places=dict(sorted(records.places.items())),
            topics=dict(sorted(records.topics.items())),
            events=events,
            content_sha256=digest(self.drafts.hashes),
        )

    # -- registries ------------------------------------------------------------------------------------------------

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
        places = self.records.places
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

    def source(self, draft: SourceDraft, *, inline: bool = False) -> Source:
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
            published=self.dater.source_date(draft.published, draft.language),
            updated=self.dater.source_date(draft.updated, draft.language),
            captured=self.dater.source_date(draft.captured, draft.language),
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
        return words(value)

    # -- what an event names ---------------------------------------------------------------------------------------

    def references(self, draft: EventDraft) -> References:
        """Look up everything that an event names."""
        by = self.found_all("speakers", draft.by)
        narrative_id, basis = self.lane(draft, by)
        return References(
            places=self.found_all("places", draft.place),
            said_at=self.found_all("places", draft.said_at),
            by=by,
            via=self.found_all("speakers", draft.via),
            citations=tuple(one for one in map(self.citation, draft.source) if one is not None),
            about=self.about(draft.about),
            relations=self.relations(draft),
            narrative=narrative_id,
            narrative_basis=basis,
        )

    def citation(self, draft: CitationDraft) -> Citation | None:
        """Find the source that a citation names, or make the one that it describes."""
        if draft.source is not None:
            source_id = self.find("sources", draft.source)
        else:
            source_id = self.own_source(draft.own) if draft.own is not None else None
        if source_id is None:
            return None
        return Citation(
            source=source_id,
            locator=words(draft.locator),
            excerpt=words(draft.excerpt),
            excerpt_at=draft.excerpt.span if draft.excerpt else None,
        )

    def own_source(self, own: SourceDraft) -> str:
        """Enter a source that an event file describes on the spot; its address or title tells which one it is."""
        title = words(own.title) or own.url or ""
        if own.url and own.url in self.addresses:
            return self.addresses[own.url]
        source_id = inline_id(own.url or title)
        if source_id not in self.records.sources:
            values = {name: getattr(own, name) for name in own.__dataclass_fields__} | {"id": source_id}
            self.records.sources[source_id] = self.source(SourceDraft(**values), inline=True)
            if own.url:
                self.addresses[own.url] = source_id
        return source_id

    def about(self, drafts: Iterable[AboutDraft]) -> tuple[About, ...]:
        """Look up the topics of a claim and its answers to them."""
        result: dict[str, About] = {}
        for draft in drafts:
            topic_id = self.find("topics", draft.topic)
            if topic_id is None:
                continue
            answer = self.answer(topic_id, draft.answer) if draft.answer else None
            result.setdefault(topic_id, About(topic=topic_id, answer=answer, inferred=draft.inferred))
        return tuple(result.values())

    def answer(self, topic_id: str, value: Scalar) -> str | None:
        """Look up an answer among those of its topic."""
        one = self.records.topics.get(topic_id)
        known = {answer.id: answer.label for answer in one.answers} if one else {}
        if value.text in known:
            return value.text
        if known:
            hint = did_you_mean(value.text, known) or "known answers: " + ", ".join(
                f"`{name}`" for name in known
            )
        else:
            hint = "give the topic a file with its `answers`, or leave the answer out"
        self.found.append(
            codes.UNKNOWN_ANSWER.at(value.span, f"the topic has no answer `{value.text}`", hint=hint)
        )
        return None

    def relations(self, draft: EventDraft) -> tuple[Relation, ...]:
        """Look up the claims that this one addresses."""
        relations: dict[Relation, None] = {}
        for one in draft.relations:
            target = self.by_id("events", one.target, but_not=draft.id)
            if target == draft.id:
                self.found.append(
                    codes.SELF_RELATION.at(
                        one.target.span,
                        "a claim cannot address itself",
                        hint="write the id of the claim that its words address, or leave the relation out",
                    )
                )
            elif target is not None:
                relation = Relation(kind=RelationKind(one.kind), target=target)
                relations[relation] = None
        return tuple(relations)

    def lane(self, draft: EventDraft, by: tuple[str, ...]) -> tuple[str, str | None]:
        """Choose the lane of a claim: its own, else that of its speakers; and why, where the editor chose."""
        if draft.narrative is not None and draft.narrative.narrative is not None:
            own = self.by_id("narratives", draft.narrative.narrative)
            return own or NO_SIDE_ID, words(draft.narrative.basis)
        lanes = {
            self.records.speakers[speaker].narrative: speaker
            for speaker in by
            if speaker in self.records.speakers
        }
        lanes.pop(None, None)
        if len(lanes) > 1:
            listed = ", ".join(f"`{speaker}` in `{lane}`" for lane, speaker in lanes.items())
            self.found.append(
                codes.SEVERAL_LANES.at(
                    draft.by[0].span,
                    f"the speakers stand in different lanes: {listed}",
                    hint=f"add `narrative: {min(str(lane) for lane in lanes)}` or another lane",
                )
            )
        return (next(iter(lanes)) if len(lanes) == 1 else None) or NO_SIDE_ID, None

    def make_inline_records(self) -> None:
        """Make the records that event files gave as free text."""
        records, catalogues = self.records, self.catalogues
        for record_id, value in catalogues["speakers"].inline.items():
            records.speakers[record_id] = Speaker(
                id=record_id, span=value.span, inline=True, name=value.text.strip(), narrative=None
            )
        for record_id, value in catalogues["places"].inline.items():
            records.places[record_id] = Place(
                id=record_id, span=value.span, inline=True, name=value.text.strip()
            )
        for record_id, value in catalogues["topics"].inline.items():
            records.topics[record_id] = Topic(
                id=record_id, span=value.span, inline=True, title=value.text.strip()
            )
        for record_id, value in catalogues["sources"].inline.items():
            address = value.text.strip() if value.text.strip().startswith(("https://", "http://")) else None
            records.sources[record_id] = Source(
                id=record_id, span=value.span, inline=True, title=value.text.strip(), url=address
            )

    # -- dates and lanes -------------------------------------------------------------------------------------------

    def context(self, draft: EventDraft, references: References) -> Context:
        """Gather what the dates of an event are read with."""
        cited = [
            self.records.sources[one.source]
            for one in references.citations
            if one.source in self.records.sources
        ]
        return Context(
            source=cited[0] if cited else None,
            date_zone=self.zone_of(references.places),
            said_zone=self.zone_of(references.said_at),
            forecast=(draft.kind or kind_left_open(draft)) == "forecast",
        )

    def zone_of(self, places: Iterable[str]) -> str | None:
        """Give the zone that all of several places share, or inherit from what contains them."""
        zones = set()
        for place_id in places:
            place = self.records.places.get(place_id)
            while place is not None and place.time_zone is None and place.part_of is not None:
                place = self.records.places.get(place.part_of)
            zones.add(place.time_zone if place else None)
        return zones.pop() if len(zones) == 1 else None

    def lanes(self, events: Mapping[str, Event]) -> dict[str, Narrative]:
        """Put the lanes in order: the project's own, else parties A to Z by label, then all others A to Z."""
        narratives = dict(self.records.narratives)
        own = {lane: place for place, lane in enumerate(self.known_lanes())}
        order = sorted(
            narratives.values(),
            key=lambda one: (own.get(one.id, len(own)), not one.party, folded(one.label), one.id),
        )
        if any(one.narrative == NO_SIDE_ID for one in events.values() if not one.removed):
            order.append(NO_SIDE)
        return {one.id: one for one in order}

    def known_lanes(self) -> tuple[str, ...]:
        """Look up the lanes that the settings put in order."""
        draft = self.drafts.settings
        lanes = [self.by_id("narratives", lane) for lane in draft.lanes] if draft else []
        return tuple(lane for lane in lanes if lane is not None)
