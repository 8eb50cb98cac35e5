"""What a timeline page offers to choose from, and what its scripts know about each claim.

What enters: the page's view of the whole. What leaves: the chips with their options, for the template, and one block of
JSON. The scripts only enhance: the block repeats what the page says in words, by number, so that nothing is fetched. Its words
are those of the interface language, since no script holds any.

A claim stands under a place, speaker, source or topic that it names itself. One that names none stands under "unstated".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup

from timeline.align import Lane, is_withdrawn
from timeline.drawings.overview import on_one_clock
from timeline.escapes import json_script
from timeline.model import UNSTATED, Event
from timeline.pages.here import Here
from timeline.selection.as_of import by_words
from timeline.text import plain

LABEL_LENGTH = 80
"""Characters of a name that is offered."""

COMPARE_FROM = 5
"""Number of lanes from which some of them can be picked for columns of normal width."""

KEYS = ("j", "k", "l", "h", "q", "?", "Escape")
"""The single keys, in the order in which the page lists them."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a chip offers."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Chip:
    """One way to filter: the name of its parameter in the address, and what can be chosen."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """All controls of a timeline page."""

    chips: tuple[Chip, ...]
    disputes: int
    """Claims that dispute another or are disputed."""

    offers_disputed: bool
    lanes: tuple[Lane, ...]
    compare: bool
    keys: tuple[tuple[str, str], ...]
    """Each single key, and what it does."""

    data: Markup
    """JSON for a `<script>` element."""


def controls(
    here: Here,
    claims: Sequence[str],
    known: Sequence[Chip] = (),
    place: Mapping[str, Sequence[int]] | None = None,
) -> Controls | None:
    """Make the controls of a timeline page; none where there are no claims to choose from.

    Args:
        here: The page.
        claims: Those that stand on it.
        known: What can be chosen among all claims, where they stand on several pages. What no claim of this page has is not
            listed on it; scripts add it once somebody asks.
        place: Where the page stands among them, for its scripts.
    """
    if not (claims or known):
        return None
    words = here.words
    # In time order, which on a page of some days is not that of its rows and cells.
    claims = sorted(claims, key=here.aligned.numbers.__getitem__)
    offered = chips(here, claims, always=[chip.key for chip in known])
    if not claims:
        offered = tuple(replace(chip, options=chip.options * (chip.key == "lane")) for chip in known)
    disputed = {claim for pair in here.aligned.disputes for claim in pair}.intersection(
        claims or here.aligned.order
    )
    data = _data(here, claims, offered, across=bool(known))
    if known:
        data = {**data, "paged": {**(place or {}), "sizes": {chip.key: len(chip.options) for chip in known}}}
    return Controls(
        chips=offered,
        disputes=len(disputed),
        offers_disputed=bool(here.aligned.disputes if known else disputed),
        lanes=here.aligned.lanes,
        compare=len(here.aligned.lanes) >= COMPARE_FROM,
        keys=tuple((key, words.text(f"keys.{_name(key)}")) for key in KEYS),
        data=Markup(json_script(data)),  # noqa: S704 - escaped for a script element
    )


def chips(here: Here, claims: Sequence[str], always: Sequence[str] = ()) -> tuple[Chip, ...]:
    """Say what can be chosen among some claims.

    Args:
        here: The page.
        claims: The claims.
        always: Keys of the chips that stand there even if these claims leave nothing to choose.
    """
    timeline, words = here.timeline, here.words
    lanes = [(lane.id, plain(lane.narrative.label)) for lane in here.aligned.lanes]
    named: Mapping[str, Iterable[tuple[str, str]]] = {
        "lane": lanes,
        "place": _by_name((one.id, plain(one.name)) for one in timeline.places.values()),
        "who": _by_name((one.id, plain(one.name)) for one in timeline.speakers.values()),
        "source": _by_name((one.id, plain(one.title)) for one in timeline.sources.values()),
        "topic": _by_name((one.id, plain(one.title)) for one in timeline.topics.values()),
    }
    values = [_values(here.event(claim), here) for claim in claims]
    found = []
    for key, names in named.items():
        counts: dict[str, int] = {}
        for claim in values:
            for value in claim[key]:
                counts[value] = counts.get(value, 0) + 1
        known = dict(names)
        # A lane without claims is offered too, so that no lane is missing; other records only if a claim names them.
        listed = [value for value in known if value in counts or key == "lane"]
        listed += sorted(value for value in counts if value not in known and value != UNSTATED)
        if UNSTATED in counts:
            known[UNSTATED] = words.text(f"filter.no-{key}")
            listed.append(UNSTATED)
        options = tuple(
            Option(value, _short(known.get(value, value)), counts.get(value, 0)) for value in listed
        )
        if len(options) > 1 or (options and options[0].id != UNSTATED) or key in always:
            found.append(Chip(key, words.text(f"filter.{key}"), options))
    return tuple(found)


def _by_name(records: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(records, key=lambda one: (one[1].casefold(), one[0]))


def _short(name: str) -> str:
    return name if len(name) <= LABEL_LENGTH else f"{name[:LABEL_LENGTH].rstrip()}…"


def _values(event: Event, here: Here) -> Mapping[str, tuple[str, ...]]:
    """Say under what a claim stands, by parameter."""
    found = {
        "lane": (here.lanes_by_claim[event.id].id,),
        "place": event.places,
        "who": event.by,
        "source": tuple(citation.source for citation in event.citations),
        "topic": tuple(about.topic for about in event.about),
    }
    return {key: tuple(dict.fromkeys(values)) or (UNSTATED,) for key, values in found.items()}


def known_of(here: Here, claims: Sequence[str], offered: Sequence[Chip]) -> list[dict[str, object]]:
    """Say what scripts know of claims, in their order; `assets/js/visible.js` says what each value is.

    Args:
        here: The page.
        claims: In the order of time; claims that they dispute are named by their place in it, from 1.
        offered: The chips, in whose lists their values are places.
    """
    places = {chip.key: {option.id: place for place, option in enumerate(chip.options)} for chip in offered}
    aligned = on_one_clock(here.aligned)
    disputes: dict[str, list[int]] = {}
    disputed = {claim for pair in aligned.disputes for claim in pair}
    numbers = {claim: number for number, claim in enumerate(claims, 1)}
    for one, other in aligned.disputes:
        if other in numbers:
            disputes.setdefault(one, []).append(numbers[other])

    def of(claim: str) -> dict[str, object]:
        event, spot = here.event(claim), aligned.placed[claim]
        undated = spot.group == "undated" or spot.start is None or spot.end is None
        found: dict[str, object] = {
            key: [places[key][value] for value in values]
            for key, values in _values(event, here).items()
            if key in places
        }
        found |= {
            "id": claim,
            "date": None if undated else [_minutes(spot.start), _minutes(spot.end)],
            "said": [_minutes(event.said.resolution.earliest), _minutes(event.said.resolution.latest)],
        }
        if not by_words(event.said):
            found["limits"] = True
        if claim in disputed:
            found["disputes"] = disputes.get(claim, [])
        if is_withdrawn(event):
            found["withdrawn"] = True
        return found

    return [of(claim) for claim in claims]


def _data(
    here: Here, claims: Sequence[str], offered: Sequence[Chip], *, across: bool
) -> Mapping[str, object]:
    words = here.words
    return {
        "language": words.language,
        "direction": words.direction,
        "chips": {
            chip.key: {
                "label": chip.label,
                "ids": [one.id for one in chip.options],
                "names": [one.label for one in chip.options],
            }
            for chip in offered
        },
        "lanes": [{"id": lane.id, "short": plain(lane.narrative.short)} for lane in here.aligned.lanes],
        "claims": known_of(here, claims, offered),
        "months": words.calendar.months,
        "pattern": words.calendar.patterns["day-year"],
        "words": {
            key.removeprefix("script."): message
            for key, message in words.messages.items()
            if key.startswith("script.") and (across or not key.startswith("script.across-"))
        },
    }


def _minutes(moment: datetime | None) -> str | None:
    """Write a wall-clock moment to the minute, so that texts compare as the moments do."""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes") if moment else None


def _name(key: str) -> str:
    return "help" if key == "?" else key.lower()
