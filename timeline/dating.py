"""Dates of sources and events: which anchor, zone, reading and limits apply, and in which order.

What enters: date drafts, and what the references around them were resolved to. What leaves: a `Dating` for each, and
the findings. The words themselves are read by `timeline.dates`; here is only what a record adds to them.

Events may date one another (`anchor: EVENT-ID`, `not_before`, `not_after`). They are put in order first, so that the
longest chain needs no recursion, and a cycle is found before anything is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Literal

from timeline import dates
from timeline.codes import ALL as CODES
from timeline.codes import dates as date_codes
from timeline.codes import links as codes
from timeline.dates import Anchor, Precision, Refusal, Resolution
from timeline.diagnostics import Diagnostic, Label, Span
from timeline.drafts import DateDraft, EventDraft
from timeline.ids import did_you_mean, looks_like_id
from timeline.limits import Limit, limited, limited_by
from timeline.model import REMOVED_CLAIM, UNSTATED, AnchorUse, Bound, Dating, Source
from timeline.source import Scalar

WHEN_SAID = "when said"
"""The phrase by which a date is that of the saying."""

SAID = "said"
"""The anchor by which a date is read from the claim's own saying."""

Side = Literal["date", "said"]
BOTH: tuple[Side, Side] = ("date", "said")
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

    def __init__(
        self, defaults: Defaults, events: Mapping[str, EventDraft], aliases: Mapping[str, str]
    ) -> None:
        self.defaults = defaults
        self.events = events
        self.aliases = aliases
        self.settings = dates.Settings(war_start=defaults.story_start)
        self.found: list[Diagnostic] = []
        self.refused: dict[Span, Refusal] = {}
        """Where dates stand that were refused, and why. What is read from them is not blamed too."""

        self.done: dict[Node, Dating] = {}

    # -- sources ---------------------------------------------------------------------------------------------------

    def source_date(self, draft: DateDraft | None, language: str | None) -> Dating | None:
        """Resolve a date of a source's own record, which stands on nothing else."""
        if draft is None:
            return None
        zone = self.zone(draft, None)
        resolution = self.read(draft, None, zone, language or self.defaults.language)
        return self.finish(draft, resolution, None, zone)

    # -- events ----------------------------------------------------------------------------------------------------

    def event_dates(self, contexts: Mapping[str, Context]) -> dict[str, tuple[Dating, Dating]]:
        """Resolve the date and the saying of every event, each after those that it is read from."""
        for event_id, side in self.in_order():
            self.done[event_id, side] = self.event_date(self.events[event_id], side, contexts[event_id])
        return {
            event_id: limited(
                self.done[event_id, "date"],
                self.done[event_id, "said"],
                contexts[event_id].source,
                forecast=contexts[event_id].forecast,
            )
            for event_id in self.events
        }

    def in_order(self) -> tuple[Node, ...]:
        """Put all dates in an order in which each can be read; cut and report every cycle."""
        needs = {
            (event_id, side): self.needs(event, side)
            for event_id, event in sorted(self.events.items())
            for side in BOTH
        }
        while True:
            graph: TopologicalSorter[Node] = TopologicalSorter(needs)
            try:
                return tuple(graph.static_order())
            except CycleError as cycle:
                self.cut(cycle.args[1], needs)

    def needs(self, event: EventDraft, side: Side) -> dict[Node, Scalar]:
        """List the dates that one date is read from, each with the words that say so."""
        draft = event.date if side == "date" else event.said
        if draft is None:
            return {}
        links: dict[Node, Scalar] = {}
        if side == "date" and draft.phrase is not None and is_word(draft.phrase.text, WHEN_SAID):
            links[event.id, "said"] = draft.phrase
        for word in (draft.anchor, draft.not_before, draft.not_after):
            if word is None:
                continue
            if word is draft.anchor and side == "date" and is_word(word.text, SAID):
                links[event.id, "said"] = word
            elif (other := self.event_named(word)) is not None:
                links[other.id, side_of(other, side)] = word
        return links

    def cut(self, path: list[Node], needs: dict[Node, dict[Node, Scalar]]) -> None:
        """Report one cycle by its full path, and drop the link that closes it."""
        around = path[::-1]  # graphlib lists what is needed before what needs it
        first = min(range(len(around) - 1), key=around.__getitem__)
        around = [*around[first:-1], *around[: first + 1]]
        links = [(needs[before][after], before, after) for before, after in pairwise(around)]
        del needs[around[0]][around[1]]
        names = list(dict.fromkeys(event_id for event_id, _ in around))
        if len(names) == 1:
            message = f"the date of `{names[0]}` is read from itself"
        else:
            message = "these dates are read from one another: " + " → ".join(
                f"`{name}`" for name in [*names, names[0]]
            )
        related = tuple(
            Label(word.span, f"`{before[0]}` is read from `{after[0]}`") for word, before, after in links[1:]
        )
        hint = f"give {'it' if len(names) == 1 else 'one of them'} a date of its own"
        self.found.append(date_codes.DATE_CYCLE.at(links[0][0].span, message, hint=hint, related=related))

    def event_date(self, event: EventDraft, side: Side, context: Context) -> Dating:
        """Resolve one date of one event; every date that it is read from is done."""
        draft = event.date if side == "date" else event.said
        if draft is None or draft.phrase is None:
            return undated()
        if side == "date" and is_word(draft.phrase.text, WHEN_SAID):
            said = self.done.get((event.id, "said"), undated())
            saying = AnchorUse(kind="said", id=event.id, text="the claim's own saying")
            resolution = said.resolution._replace(
                rule="when-said",
                explanation="A state as of the saying, so it has the date of the saying.",
            )
            return self.finish(draft, resolution, saying, said.zone)
        zone = self.zone(draft, context.date_zone if side == "date" else context.said_zone)
        if is_word(draft.phrase.text, UNSTATED):
            return self.finish(draft, self.read(draft, None, zone, self.defaults.language), None, zone)
        anchor, use = self.anchor(event, draft, side, context, zone)
        language = (context.source.language if context.source else None) or self.defaults.language
        lost = self.lost(event, draft, side, anchor, context.source)
        return self.finish(draft, self.read(draft, anchor, zone, language, lost=lost), use, zone)

    def lost(
        self, event: EventDraft, draft: DateDraft, side: Side, anchor: Anchor | None, source: Source | None
    ) -> bool:
        """Tell whether there is nothing to read from because of a fault that has a finding of its own."""
        if draft.anchor is None:
            if source is None:
                return True
            written = source.fields.get("published")
            return written is not None and (source.published is None or written in self.refused)
        other = event if is_word(draft.anchor.text, SAID) else self.event_named(draft.anchor)
        if anchor is None or other is None:
            return anchor is None
        read_from = other.said if other is event or side_of(other, side) == "said" else other.date
        return read_from is not None and read_from.span in self.refused

    # -- the parts of one date -------------------------------------------------------------------------------------

    def zone(self, draft: DateDraft, of_place: str | None) -> str | None:
        """Choose the zone: the date's own, else the place's, else the project's."""
        if draft.zone is None:
            return of_place or self.defaults.time_zone
        if dates.zone_of(draft.zone.text) is not None:
            return draft.zone.text
        self.found.append(unknown_zone(draft.zone))
        return of_place or self.defaults.time_zone

    def anchor(
        self, event: EventDraft, draft: DateDraft, side: Side, context: Context, zone: str | None
    ) -> tuple[Anchor | None, AnchorUse | None]:
        """Find the point from which the phrase is read."""
        if draft.anchor is None:
            return publication_anchor(context.source)
        word = draft.anchor
        if is_word(word.text, SAID) and side == "date":
            said = self.done.get((event.id, "said"), undated()).resolution
            text = f"the claim's own saying, {dates.short(said, year=True)}"
            use = AnchorUse(kind="said", id=event.id, text=text)
            return dates.anchor_from(said, kind="source", label=text), use
        given = dates.parse_anchor(word.text, kind="source", label=f"the date {word.text}", zone=zone)
        if isinstance(given, Anchor):
            return given, AnchorUse(kind="date", id=None, text=word.text)
        other = self.event_named(word)
        if other is None:
            self.found.append(no_such_event(word, self.events, given, anchor=True))
            return None, None
        if is_removed(other):  # "two days later" would tell its day, and its file is to be emptied anyway
            return None, AnchorUse(kind="event", id=other.id, text=REMOVED_CLAIM)
        resolution = self.done.get((other.id, side_of(other, side)), undated()).resolution
        text = f"the event `{other.id}`, {dates.short(resolution, year=True)}"
        use = AnchorUse(kind="event", id=other.id, text=text)
        return dates.anchor_from(resolution, kind="event", label=text), use

    def event_named(self, word: Scalar) -> EventDraft | None:
        """Give the event that a word names, if it names one."""
        return self.events.get(self.aliases.get(word.text, word.text))

    def read(
        self,
        draft: DateDraft,
        anchor: Anchor | None,
        zone: str | None,
        language: str,
        *,
        lost: bool = False,
    ) -> Resolution:
        """Resolve the words, with the editor's reading where there is one; a refusal becomes a finding.

        That an anchor is missing is none where it is `lost`, since its own finding says why.
        """
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
            self.refused[draft.span] = answer
            if lost and answer.code in {date_codes.ANCHOR_MISSING.id, date_codes.EVENT_ANCHOR_NEEDED.id}:
                return dates.unstated()
            at = draft.reading if draft.reading is not None else draft.phrase
            self.found.append(CODES[answer.code].at(at.span, answer.message, hint=hint_of(answer, draft)))
            return dates.unstated()
        if draft.reading is not None and answer.rule not in {"editor-reading", "undecided"}:
            self.found.append(
                date_codes.READING_NOT_NEEDED.at(
                    draft.reading.span,
                    f"the phrase is read as {answer.edtf or dates.short(answer, year=True)} by itself, by the "
                    f"rule {answer.rule}",
                    hint="drop `reading:`, and `basis:` if it says nothing else",
                )
            )
        for warning in answer.warnings:
            self.found.append(
                date_codes.DOUBLED_TIME.at(draft.phrase.span, warning, hint=either_time(answer))
            )
        return answer

    def finish(
        self, draft: DateDraft, resolution: Resolution, use: AnchorUse | None = None, zone: str | None = None
    ) -> Dating:
        """Apply the editor's limits and put the dating together."""
        limits: list[str] = []
        bounds: dict[Limit, Bound | None] = {"not_before": None, "not_after": None}
        words: tuple[tuple[Limit, Scalar | None], ...] = (
            ("not_before", draft.not_before),
            ("not_after", draft.not_after),
        )
        for name, word in words:
            if word is None:
                continue
            moment, event_id = self.bound(word, name)
            bounds[name] = Bound(text=word.text, event=event_id)
            if moment is None:
                continue
            cut = limited_by(resolution, name, moment)
            if isinstance(cut, Refusal):
                others = (draft.phrase, draft.not_before if name == "not_after" else None)
                related = tuple(Label(one.span, "beside this") for one in others if one is not None)
                self.found.append(
                    CODES[cut.code].at(word.span, cut.message, hint=lowered(cut.hint), related=related)
                )
            else:
                resolution = cut
                limits.append(f"{name.replace('_', ' ')} {word.text}, by the editor")
        return Dating(
            phrase=draft.phrase.text if draft.phrase else UNSTATED,
            resolution=resolution,
            anchor=use,
            zone=zone,
            reading=draft.reading.text if draft.reading else None,
            not_before=bounds["not_before"],
            not_after=bounds["not_after"],
            basis=draft.basis.text.strip() if draft.basis else None,
            limits=tuple(limits),
        )

    def bound(self, word: Scalar, name: Limit) -> tuple[datetime | None, str | None]:
        """Find the moment that a limit means, and the event that gives it."""
        given = dates.parse_anchor(word.text)
        if isinstance(given, Anchor):
            return (given.earliest if name == "not_before" else given.latest), None
        other = self.event_named(word)
        if other is None:
            self.found.append(no_such_event(word, self.events, given))
            return None, None
        if is_removed(other):  # the limit is the editor's own, and would tell the day of the removed claim
            return None, other.id
        known = [self.done[other.id, side] for side in BOTH if (other.id, side) in self.done]
        # The limited date depends on just one of the two, by `side_of`, so that one is done; the other may be too.
        known.sort(key=lambda dating: dating.resolution.precision is Precision.UNSTATED)
        resolution = known[0].resolution if known else dates.unstated()
        return (resolution.earliest if name == "not_before" else resolution.latest), other.id


def is_removed(event: EventDraft) -> bool:
    """Tell whether a claim was removed, so that nothing may be told of it."""
    return event.status is not None and event.status.kind == "removed"


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


def no_such_event(
    word: Scalar, events: Mapping[str, EventDraft], refusal: Refusal, *, anchor: bool = False
) -> Diagnostic:
    """Say that an anchor or a limit is no event, or where it was meant as one, why it is no date."""
    if is_word(word.text, SAID):
        return codes.UNKNOWN_ID.at(
            word.span,
            "`said` stands for the claim's own saying, from which only its `date` can be read",
            hint="leave the anchor out to read from the source's publication, or write the id of an event or a date",
        )
    if not looks_like_id(word.text) or not re.search("[a-z]", word.text):
        return CODES[refusal.code].at(
            word.span, refusal.message, hint=meant(word, events) or lowered(refusal.hint)
        )
    return codes.UNKNOWN_ID.at(
        word.span,
        f"there is no event `{word.text}`",
        hint=did_you_mean(word.text, list(events))
        or "write the id of an event, or a date such as 2023-05-22"
        + ("; without an anchor, a phrase is read from the publication of its source" if anchor else ""),
    )


def meant(word: Scalar, events: Mapping[str, EventDraft]) -> str:
    """Suggest the id or the date that was probably meant by words that are neither."""
    if word.text.lower() in events:
        return f"did you mean `{word.text.lower()}`?"
    found = dates.resolve(word.text, None)
    return f"did you mean `{found.edtf}`?" if isinstance(found, Resolution) and found.edtf else ""


def unknown_zone(word: Scalar) -> Diagnostic:
    """Say that a time zone does not exist."""
    return date_codes.UNKNOWN_ZONE.at(
        word.span, f"there is no time zone `{word.text}`", hint=dates.zone_hint(word.text)
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


def lowered(sentence: str) -> str:
    """Begin with a small letter, as all hints do, unless the first word is a name."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def either_time(doubled: Resolution) -> str:
    """Say how to choose between the two times that one clock showed."""
    if doubled.earliest is None or doubled.earliest.tzinfo is None:
        return ""
    first, second = (doubled.earliest.replace(fold=fold).isoformat()[-6:] for fold in (0, 1))
    return f'if it is known which, write `zone: "{first}"` or `zone: "{second}"`'


SHOWN = 6
"""How many readings a hint lists, so that it can be taken in."""


def hint_of(refusal: Refusal, draft: DateDraft) -> str:
    """Turn the readings of a refusal into something that can be pasted."""
    if not refusal.readings or draft.reading is not None or refusal.code == date_codes.SKIPPED_TIME.id:
        return lowered(refusal.hint)
    shown = "; ".join(
        f'`reading: "{reading.edtf}"` ({reading.label})' for reading in refusal.readings[:SHOWN]
    )
    if len(refusal.readings) > SHOWN:
        shown += f"; and {len(refusal.readings) - SHOWN} more, which `explain` lists"
    hint = f"if the editor can tell, add a reading with its basis: {shown}"
    return f"{hint}; else `reading: undecided`" if len(refusal.readings) > 1 else hint
