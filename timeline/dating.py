"""Dates of sources and events: which anchor, zone, reading and limits apply, and in which order.

What enters: date drafts, and what the references around them were resolved to. What leaves: a `Dating` for each, and
the findings. The words themselves are read by `timeline.dates`; here is only what a record adds to them.

Events may date one another (`anchor: EVENT-ID`, `not_before`, `not_after`). They are put in order first, so that the
longest chain needs no recursion, and a cycle is found before anything is read from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from timeline import dates
from timeline.codes import ALL as CODES
from timeline.codes import dates as date_codes
from timeline.codes import links as codes
from timeline.dates import Anchor, Precision, Refusal, Resolution
from timeline.diagnostics import Diagnostic, Label
from timeline.drafts import DateDraft, EventDraft
from timeline.model import UNSTATED, AnchorUse, Bound, Dating, Source
from timeline.shapes import did_you_mean, looks_like_id
from timeline.source import Scalar

WHEN_SAID = "when said"
"""The phrase by which a date is that of the saying."""

SAID = "said"
"""The anchor by which a date is read from the claim's own saying."""

Side = Literal["date", "said"]
Node = tuple[str, Side]
"""One of the two dates of one event."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the references around an event's dates were resolved to."""

    source: Source | None
    """The first source cited: phrases are read from its publication, in its language."""

    date_zone: str | None
    """The zone of the place where it happened."""

    said_zone: str | None
    """The zone of the place where it was said."""

    forecast: bool


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for the whole project."""

    language: str = "en"
    time_zone: str | None = None
    story_start: date | None = None


def undated() -> Dating:
    """Give the dating of what the source does not date."""
    return Dating(phrase=UNSTATED, resolution=dates.unstated())


def is_word(phrase: str, word: str) -> bool:
    """Tell whether a phrase is one of the project's own words, however it is spaced or capitalised."""
    return " ".join(phrase.split()).casefold() == word


class Dater:
    """Resolves dates, and keeps the findings of all of them."""

    def __init__(self, defaults: Defaults) -> None:
        self.defaults = defaults
        self.settings = dates.Settings(war_start=defaults.story_start)
        self.found: list[Diagnostic] = []
        self.done: dict[Node, Dating] = {}

    # -- sources ---------------------------------------------------------------------------------------------------

    def source_date(self, draft: DateDraft | None, language: str | None) -> Dating | None:
        """Resolve a date of a source's own record, which stands on nothing else."""
        if draft is None:
            return None
        zone = self.zone(draft, None)
        resolution = self.read(draft, None, zone, language or self.defaults.language)
        return self.finish(draft, resolution, None, zone, limits=())

    # -- events ----------------------------------------------------------------------------------------------------

    def event_dates(
        self, events: Mapping[str, EventDraft], contexts: Mapping[str, Context], aliases: Mapping[str, str]
    ) -> dict[str, tuple[Dating, Dating]]:
        """Resolve the date and the saying of every event, each after those that it is read from."""
        graph = self.in_order(events, aliases)
        for event_id, side in graph.static_order():
            draft = getattr(events[event_id], side)
            self.done[event_id, side] = self.event_date(
                events[event_id], draft, side, contexts[event_id], events, aliases
            )
        return {
            event_id: self.limited(
                self.done[event_id, "date"], self.done[event_id, "said"], contexts[event_id]
            )
            for event_id in events
        }

    def in_order(
        self, events: Mapping[str, EventDraft], aliases: Mapping[str, str]
    ) -> TopologicalSorter[Node]:
        """Put all dates in an order in which each can be read; cut and report every cycle."""
        needs = {
            (event_id, side): self.needs(event_id, event, side, events, aliases)
            for event_id, event in sorted(events.items())
            for side in ("date", "said")
        }
        while True:
            graph: TopologicalSorter[Node] = TopologicalSorter(
                {node: set(links) for node, links in needs.items()}
            )
            try:
                graph.prepare()
            except CycleError as cycle:
                self.cut(cycle.args[1], needs, events)
            else:
                return TopologicalSorter({node: set(links) for node, links in needs.items()})

    def needs(
        self,
        event_id: str,
        event: EventDraft,
        side: Side,
        events: Mapping[str, EventDraft],
        aliases: Mapping[str, str],
    ) -> dict[Node, Scalar]:
        """List the dates that one date is read from, each with the words that say so."""
        draft: DateDraft | None = getattr(event, side)
        if draft is None:
            return {}
        links: dict[Node, Scalar] = {}
        if side == "date" and draft.phrase is not None and is_word(draft.phrase.text, WHEN_SAID):
            links[event_id, "said"] = draft.phrase
        for word in (draft.anchor, draft.not_before, draft.not_after):
            if word is None:
                continue
            if side == "date" and word is draft.anchor and word.text == SAID:
                links[event_id, "said"] = word
            else:
                other = event_named(word, events, aliases)
                if other is not None:
                    links[other, side_of(events[other], side)] = word
        return links

    def cut(
        self, path: list[Node], needs: dict[Node, dict[Node, Scalar]], events: Mapping[str, EventDraft]
    ) -> None:
        """Report one cycle by its full path, and drop the link that closes it."""
        steps = path[::-1]  # graphlib lists what is needed before what needs it
        before, after = min(zip(steps, steps[1:], strict=False))
        start = steps.index(before)
        around = [*steps[start:-1], *steps[:start], before]
        words = needs[before].pop(after)
        names = [node[0] for node in around]
        if len(set(names)) == 1:
            message = f"the date and the saying of `{names[0]}` are each read from the other"
        else:
            message = "these dates are read from one another: " + " → ".join(f"`{name}`" for name in names)
        related = tuple(
            Label(needs[one][two].span, f"`{one[0]}` is read from `{two[0]}` here")
            for one, two in zip(around[1:], around[2:], strict=False)
            if two in needs[one]
        )
        self.found.append(
            codes.DATE_CYCLE.at(
                words.span, message, hint="give one of them a date of its own", related=related
            )
        )

    def event_date(
        self,
        event: EventDraft,
        draft: DateDraft | None,
        side: Side,
        context: Context,
        events: Mapping[str, EventDraft],
        aliases: Mapping[str, str],
    ) -> Dating:
        """Resolve one date of one event; every date that it is read from is done."""
        if draft is None or draft.phrase is None:
            return undated()
        zone = self.zone(draft, context.date_zone if side == "date" else context.said_zone)
        if side == "date" and is_word(draft.phrase.text, WHEN_SAID):
            said = self.done.get((event.id, "said"), undated())
            resolution = dates.when_said(said.resolution)
            use = AnchorUse(kind="said", id=event.id, text="the claim's own saying")
            return self.finish(draft, resolution, use, said.zone, limits=(), events=events, aliases=aliases)
        anchor, use = self.anchor(event, draft, side, context, zone, events, aliases)
        language = (context.source.language if context.source else None) or self.defaults.language
        resolution = self.read(draft, anchor, zone, language)
        return self.finish(draft, resolution, use, zone, limits=(), events=events, aliases=aliases)

    # -- the parts of one date -------------------------------------------------------------------------------------

    def zone(self, draft: DateDraft, of_place: str | None) -> str | None:
        """Choose the zone: the date's own, else the place's, else the project's."""
        if draft.zone is None:
            return of_place or self.defaults.time_zone
        if dates.check_zone(draft.zone.text):
            return draft.zone.text
        self.found.append(unknown_zone(draft.zone))
        return of_place or self.defaults.time_zone

    def anchor(
        self,
        event: EventDraft,
        draft: DateDraft,
        side: Side,
        context: Context,
        zone: str | None,
        events: Mapping[str, EventDraft],
        aliases: Mapping[str, str],
    ) -> tuple[Anchor | None, AnchorUse | None]:
        """Find the point from which the phrase is read."""
        if draft.anchor is None:
            return publication_anchor(context.source)
        word = draft.anchor
        if word.text == SAID and side == "date":
            said = self.done.get((event.id, "said"), undated()).resolution
            text = f"the claim's own saying, {dates.short(said, year=True)}"
            return dates.anchor_from(said, kind="source", label=text), AnchorUse(
                kind="said", id=event.id, text=text
            )
        given = dates.parse_anchor(word.text, kind="source", label=f"the date {word.text}", zone=zone)
        if isinstance(given, Anchor):
            return given, AnchorUse(kind="date", id=None, text=word.text)
        other = event_named(word, events, aliases)
        if other is None:
            self.found.append(no_such_event(word, events, "anchor"))
            return None, None
        resolution = self.done.get((other, side_of(events[other], side)), undated()).resolution
        text = f"the event `{other}`, {dates.short(resolution, year=True)}"
        return dates.anchor_from(resolution, kind="event", label=text), AnchorUse(
            kind="event", id=other, text=text
        )

    def read(self, draft: DateDraft, anchor: Anchor | None, zone: str | None, language: str) -> Resolution:
        """Resolve the words, with the editor's reading where there is one; a refusal becomes a finding."""
        if draft.phrase is None:
            return dates.unstated()
        tense: Literal["past", "future"] = "future" if draft.tense == "future" else "past"
        phrase = draft.phrase.text
        if draft.reading is not None:
            answer = dates.reading_fits(
                phrase,
                draft.reading.text,
                anchor,
                zone=zone,
                language=language,
                tense=tense,
                settings=self.settings,
            )
        elif is_word(phrase, UNSTATED):
            answer = dates.unstated()
        else:
            answer = dates.resolve(
                phrase, anchor, zone=zone, language=language, tense=tense, settings=self.settings
            )
        if isinstance(answer, Refusal):
            at = draft.reading if draft.reading is not None else draft.phrase
            self.found.append(CODES[answer.code].at(at.span, answer.message, hint=hint_of(answer, draft)))
            return dates.unstated()
        for warning in answer.warnings:
            self.found.append(date_codes.DOUBLED_HOUR.at(draft.phrase.span, warning))
        return answer

    def finish(
        self,
        draft: DateDraft,
        resolution: Resolution,
        use: AnchorUse | None,
        zone: str | None,
        *,
        limits: tuple[str, ...],
        events: Mapping[str, EventDraft] | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> Dating:
        """Apply the editor's limits and put the dating together."""
        bounds: dict[str, Bound | None] = {"not_before": None, "not_after": None}
        for name in ("not_before", "not_after"):
            word: Scalar | None = getattr(draft, name)
            if word is None:
                continue
            limit, event = self.bound(word, name, events or {}, aliases or {})
            bounds[name] = Bound(text=word.text, event=event)
            if limit is None:
                continue
            cut = limited_by(resolution, name, limit)
            if isinstance(cut, Refusal):
                self.found.append(CODES[cut.code].at(word.span, cut.message, hint=cut.hint))
            else:
                resolution = cut
                known = f"`{event}`" if event else word.text
                limits = (
                    *limits,
                    f"{'not before' if name == 'not_before' else 'not after'} {known}, by the editor",
                )
        return Dating(
            phrase=draft.phrase.text if draft.phrase else UNSTATED,
            resolution=resolution,
            anchor=use if uses_anchor(resolution) else None,
            zone=zone,
            reading=draft.reading.text if draft.reading else None,
            not_before=bounds["not_before"],
            not_after=bounds["not_after"],
            basis=draft.basis.text if draft.basis else None,
            limits=limits,
        )

    def bound(
        self, word: Scalar, name: str, events: Mapping[str, EventDraft], aliases: Mapping[str, str]
    ) -> tuple[datetime | None, str | None]:
        """Find the moment that a limit means, and the event that gives it."""
        given = dates.parse_anchor(word.text)
        if isinstance(given, Anchor):
            return (given.earliest if name == "not_before" else given.latest), None
        other = event_named(word, events, aliases)
        if other is None:
            self.found.append(no_such_event(word, events, name))
            return None, None
        side: Side = "date" if (other, "date") in self.done else "said"
        known = [
            self.done[node].resolution for node in ((other, "said"), (other, "date")) if node in self.done
        ]
        for resolution in known:
            moment = resolution.earliest if name == "not_before" else resolution.latest
            if moment is not None and resolution.precision is not Precision.UNSTATED:
                return moment, other
        resolution = self.done[other, side].resolution if (other, side) in self.done else dates.unstated()
        return (resolution.earliest if name == "not_before" else resolution.latest), other

    # -- what one date says about the other ------------------------------------------------------------------------

    def limited(self, happened: Dating, said: Dating, context: Context) -> tuple[Dating, Dating]:
        """Limit what is unstated by what must hold: nothing is reported before it was said, or said before it happened.

        A forecast may be said before its date, so neither limits the other there; it is still no later on file than its
        source.
        """
        published = (
            context.source.published.resolution.latest
            if context.source and context.source.published
            else None
        )
        publication = f"no later than the publication of the source ({spell(context.source)})"
        known_said = said.resolution.latest
        if not context.forecast:
            happened = narrowed(happened, "not_after", known_said, "no later than it was said")
            happened = narrowed(happened, "not_after", published, publication)
            said = narrowed(
                said, "not_before", happened.resolution.earliest, "no earlier than what it says happened"
            )
        said = narrowed(said, "not_after", published, publication)
        return happened, said


def spell(source: Source | None) -> str:
    """Give a source's publication in words."""
    return (
        dates.short(source.published.resolution, year=True)
        if source and source.published
        else "date not known"
    )


def uses_anchor(resolution: Resolution) -> bool:
    """Tell whether the answer rests on an anchor; an unstated or complete date does not."""
    return resolution.rule not in dates.WITHOUT_ANCHOR


def side_of(event: EventDraft, side: Side) -> Side:
    """Choose which of another event's dates counts: for a saying its saying, if that is dated, else what it dates."""
    if side == "date":
        return "date"
    said = event.said
    dated = (
        said is not None
        and said.phrase is not None
        and (not is_word(said.phrase.text, UNSTATED) or said.reading)
    )
    return "said" if dated else "date"


def event_named(word: Scalar, events: Mapping[str, EventDraft], aliases: Mapping[str, str]) -> str | None:
    """Give the id of the event that a word names, if it names one."""
    name = aliases.get(word.text, word.text)
    return name if name in events else None


def no_such_event(word: Scalar, events: Mapping[str, EventDraft], field: str) -> Diagnostic:
    """Say that an anchor or a limit is neither a date nor an event."""
    near = did_you_mean(word.text, list(events)) if looks_like_id(word.text) else ""
    return codes.UNKNOWN_ID.at(
        word.span,
        f"`{field}` is neither a date nor the id of an event: `{word.text}`",
        hint=near or "write a date such as 2023-05-22, or an event's id",
    )


def unknown_zone(word: Scalar) -> Diagnostic:
    """Say that a time zone does not exist."""
    return date_codes.UNKNOWN_ZONE.at(
        word.span,
        f"there is no time zone `{word.text}`",
        hint="write an IANA name such as Europe/Kyiv, or UTC+3",
    )


def publication_anchor(source: Source | None) -> tuple[Anchor | None, AnchorUse | None]:
    """Read from the publication of the source, if that is known."""
    if source is None or source.published is None:
        return None, None
    resolution = source.published.resolution
    text = f"the publication of the source, {dates.short(resolution, year=True)}"
    return dates.anchor_from(resolution, kind="source", label=text), AnchorUse(
        kind="source", id=source.id, text=text
    )


def hint_of(refusal: Refusal, draft: DateDraft) -> str:
    """Turn the readings of a refusal into something that can be pasted."""
    if not refusal.readings or draft.reading is not None:
        return refusal.hint
    shown = "; ".join(f'`reading: "{reading.edtf}"` ({reading.label})' for reading in refusal.readings[:6])
    return f"if the editor can tell, add a reading with its basis: {shown}; else `reading: undecided`"


def comparable(moment: datetime, resolution: Resolution, zone: str | None = None) -> datetime:
    """Bring a limit to the kind of time that a date has: with an offset or without.

    A time without an offset is taken in the zone of the other, since both are told of the same place.
    """
    like = resolution.earliest or resolution.latest
    if like is None or (like.tzinfo is None) == (moment.tzinfo is None):
        return moment
    return moment.replace(tzinfo=like.tzinfo)


def limited_by(resolution: Resolution, name: str, moment: datetime) -> Resolution | Refusal:
    """Cut a date by one limit."""
    moment = comparable(moment, resolution)
    return dates.limit(resolution, **{name: moment})  # type: ignore[arg-type]  # one of two keywords


def narrowed(dating: Dating, name: str, moment: datetime | None, sentence: str) -> Dating:
    """Limit an unstated date by a fact, where the fact says more than is known already."""
    resolution = dating.resolution
    if moment is None or resolution.precision is not Precision.UNSTATED:
        return dating
    moment = comparable(moment, resolution)
    known = resolution.earliest if name == "not_before" else resolution.latest
    other = resolution.latest if name == "not_before" else resolution.earliest
    if known is not None and (moment <= known if name == "not_before" else moment >= known):
        return dating
    if other is not None and (moment >= other if name == "not_before" else moment <= other):
        return dating  # the two contradict each other; that is for a check across records to say
    cut = dates.limit(resolution, **{name: moment})  # type: ignore[arg-type]  # one of two keywords
    if isinstance(cut, Refusal):
        return dating
    return replace(dating, resolution=cut, limits=(*dating.limits, sentence))
