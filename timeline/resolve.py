"""Drafts to the timeline: what every value names, the lane of every claim, and every date.

What enters: drafts. What leaves: a `Timeline` of everything that could be made out, and the findings. A record with a
fault is kept as far as it goes, so that one run shows every fault; whoever publishes looks at the findings first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from timeline.catalogue import folded
from timeline.codes import links as codes
from timeline.dating import Context, Dater, Defaults, undated
from timeline.diagnostics import Diagnostic
from timeline.drafts import (
    AboutDraft,
    CitationDraft,
    Drafts,
    EventDraft,
    SettingsDraft,
)
from timeline.ids import did_you_mean
from timeline.model import (
    NO_SIDE_ID,
    About,
    Citation,
    Event,
    Narrative,
    Relation,
    RelationKind,
    Settings,
    Timeline,
)
from timeline.records import (
    NO_SIDE,
    References,
    digest,
    event,
    kind_left_open,
    words,
)
from timeline.registries import Registries
from timeline.source import Scalar


def resolve(drafts: Drafts) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """Look up every reference, resolve every date, and put the timeline together."""
    resolver = Resolver(drafts)
    return resolver.timeline(), (*resolver.found, *resolver.dater.found)


class Resolver:
    """One run over the drafts of one project; its methods follow the order of the work."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.found: list[Diagnostic] = []
        self.registries = Registries(drafts, self.found)
        self.settings = self.read_settings(drafts.settings)
        start = self.settings.story_start
        self.dater = Dater(
            Defaults(
                language=self.settings.language,
                time_zone=self.settings.time_zone,
                story_start=date.fromisoformat(start) if start else None,
            ),
            {draft.id: draft for draft in drafts.events},
            self.registries.catalogues["events"].aliases,
        )

    def read_settings(self, draft: SettingsDraft | None) -> Settings:
        """Make the settings; what was left out has its default."""
        if draft is None:
            return Settings()
        return Settings(
            title=words(draft.title) or "Timeline",
            standfirst=words(draft.standfirst),
            language=draft.language or "en",
            time_zone=self.registries.zone(draft.time_zone),
            lanes=tuple(lane.text for lane in draft.lanes),
            severities={key.text: severity for key, severity in draft.severities},
            site_url=draft.site_url,
            edit_url=draft.edit_url,
            contact=draft.contact,
            licence=words(draft.licence),
            citation=words(draft.citation),
            excerpts=None if draft.excerpts is None else int(draft.excerpts),
            pdf=draft.pdf is not False,
            paper="letter" if draft.paper == "letter" else "a4",
            story_start=draft.story_start,
        )

    # -- the timeline ----------------------------------------------------------------------------------------------

    def timeline(self) -> Timeline:
        """Resolve everything, registries first, since events stand on them."""
        records = self.registries
        records.make_records(self.dater)
        drafts = {draft.id: draft for draft in self.drafts.events}
        references = {event_id: self.references(draft) for event_id, draft in drafts.items()}
        records.make_inline_records()
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

    # -- what an event names ---------------------------------------------------------------------------------------

    def references(self, draft: EventDraft) -> References:
        """Look up everything that an event names."""
        by = self.registries.found_all("speakers", draft.by)
        narrative_id, basis = self.lane(draft, by)
        return References(
            places=self.registries.found_all("places", draft.place),
            said_at=self.registries.found_all("places", draft.said_at),
            by=by,
            via=self.registries.found_all("speakers", draft.via),
            citations=tuple(one for one in map(self.citation, draft.source) if one is not None),
            about=self.about(draft.about),
            relations=self.relations(draft),
            narrative=narrative_id,
            narrative_basis=basis,
        )

    def citation(self, draft: CitationDraft) -> Citation | None:
        """Find the source that a citation names, or make the one that it describes."""
        if draft.source is not None:
            source_id = self.registries.find("sources", draft.source)
        else:
            source_id = self.registries.own_source(draft.own, self.dater) if draft.own is not None else None
        if source_id is None:
            return None
        return Citation(
            source=source_id,
            locator=words(draft.locator),
            excerpt=words(draft.excerpt),
            excerpt_at=draft.excerpt.span if draft.excerpt else None,
        )

    def about(self, drafts: Iterable[AboutDraft]) -> tuple[About, ...]:
        """Look up the topics of a claim and its answers to them."""
        result: dict[str, About] = {}
        for draft in drafts:
            topic_id = self.registries.find("topics", draft.topic)
            if topic_id is None:
                continue
            answer = self.answer(topic_id, draft.answer) if draft.answer else None
            at = (draft.answer or draft.topic).span
            result.setdefault(topic_id, About(topic=topic_id, answer=answer, inferred=draft.inferred, at=at))
        return tuple(result.values())

    def answer(self, topic_id: str, value: Scalar) -> str | None:
        """Look up an answer among those of its topic."""
        one = self.registries.topics.get(topic_id)
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
            target = self.registries.by_id("events", one.target, but_not=draft.id)
            if target == draft.id:
                self.found.append(
                    codes.SELF_RELATION.at(
                        one.target.span,
                        "a claim cannot address itself",
                        hint="write the id of the claim that its words address, or leave the relation out",
                    )
                )
            elif target is not None:
                relation = Relation(kind=RelationKind(one.kind), target=target, at=one.target.span)
                relations.setdefault(relation)
        return tuple(relations)

    def lane(self, draft: EventDraft, by: tuple[str, ...]) -> tuple[str, str | None]:
        """Choose the lane of a claim: its own, else that of its speakers; and why, where the editor chose."""
        if draft.narrative is not None and draft.narrative.narrative is not None:
            own = self.registries.by_id("narratives", draft.narrative.narrative)
            return own or NO_SIDE_ID, words(draft.narrative.basis)
        lanes = {
            self.registries.speakers[speaker].narrative: speaker
            for speaker in by
            if speaker in self.registries.speakers
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

    # -- dates and lanes -------------------------------------------------------------------------------------------

    def context(self, draft: EventDraft, references: References) -> Context:
        """Gather what the dates of an event are read with."""
        cited = [
            self.registries.sources[one.source]
            for one in references.citations
            if one.source in self.registries.sources
        ]
        return Context(
            source=cited[0] if cited else None,
            date_zone=self.registries.zone_of(references.places),
            said_zone=self.registries.zone_of(references.said_at),
            forecast=(draft.kind or kind_left_open(draft)) == "forecast",
        )

    def lanes(self, events: Mapping[str, Event]) -> dict[str, Narrative]:
        """Put the lanes in order: the project's own, else parties A to Z by label, then all others A to Z."""
        narratives = dict(self.registries.narratives)
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
        lanes = [self.registries.by_id("narratives", lane) for lane in draft.lanes] if draft else []
        return tuple(lane for lane in lanes if lane is not None)
