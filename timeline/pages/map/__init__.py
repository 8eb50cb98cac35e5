"""The map: where the claims point, with a list that says the same, and the places that stand beside the map.

What enters: the page's view of the whole. What leaves: the page, if any place that a claim names has coordinates; and for the
page of a place a small map of where it is. Everything is inline SVG that is made at build time: there are no tiles, and nothing
is asked of another host. Borders and front lines are never drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.drawings.map import (
    Frame,
    Lettering,
    MapDrawing,
    MapPlace,
    MapPlaces,
    NotPlaced,
    Reason,
    locator,
    map_places,
    maps,
)
from timeline.model import Exactness, Place
from timeline.pages.here import Here, Named
from timeline.pages.map.drawing import drawing, place_symbol
from timeline.pages.page import Page
from timeline.pages.parts import Part, in_parts
from timeline.pages.template import render
from timeline.text import plain

__all__ = ["locator_map", "map_page"]

NAMES = Lettering(name=14, main=18, small=13, widest=150)
NARROW_NAMES = Lettering(name=14, main=16, small=13, widest=112)

FRAMES = (
    (Frame(name="wide", width=812, lowest=520, highest=780, beside=118, above=60), NAMES, 5000),
    (Frame(name="middle", width=552, lowest=400, highest=600, beside=84, above=52), NAMES, 3000),
    (Frame(name="narrow", width=358, lowest=340, highest=480, beside=60, above=44), NARROW_NAMES, 1800),
    (Frame(name="tiny", width=288, lowest=300, highest=420, beside=52, above=44), NARROW_NAMES, 1200),
)
"""The widths that a map is drawn at: the style sheet shows the one that fits, never smaller than it was drawn."""

MOST_PLACES = 300
"""Places on a map."""

BESIDE = 4
"""Lanes whose numbers find room in a list beside the map; of more it stands below."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the list."""

    place: Named
    number: int
    symbol: str
    """How exactly it is known: a value of `Exactness`, or `unknown`."""

    known: str
    """The same in words."""

    identified: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """A place beside the map, and why."""

    place: Named
    reason: str
    note: str = ""
    """The editor's, where the record has one: it often says why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map at one width."""

    svg: Markup
    caption: str


@dataclass(frozen=True, slots=True)
class Width:
    """All maps of one width."""

    name: str
    sheets: tuple[Sheet, ...]


def map_page(here: Here) -> list[Page]:
    """Make the page of the map; none where no place that a claim names has coordinates.

    Of very many places, those that fewer claims name have maps of their own on further pages.
    """
    found = map_places(here.aligned, here.timeline)
    return in_parts(here, found.placed, lambda part: _page(found, part), MOST_PLACES) if found.placed else []


def _page(whole: MapPlaces, part: Part[MapPlace]) -> Page:
    here, words = part.here, part.here.words
    found = replace(whole, placed=part.items)
    drawn = [
        (frame.name, maps(found.placed, frame, lettering, words, most=most))
        for frame, lettering, most in FRAMES
    ]
    named = words.count("claims", found.claims)
    kicker = words.text("map.kicker", claims=named, places=words.count("map.places", len(whole.placed)))
    body = render(
        "map.html",
        words,
        title=part.title(words.text("map.title")),
        parts=part.links,
        kicker=kicker,
        summary=_summary(found, here),
        widths=[_width(name, sheets, found, here) for name, sheets in drawn],
        lanes=here.aligned.lanes,
        is_beside=len(here.aligned.lanes) <= BESIDE,
        rows=[_row(place, here) for place in found.placed],
        without=[_without(one, here) for one in found.not_placed] if part.is_first else [],
        numbered=_numbered(drawn),
        key=_key(found.placed),
        place_symbol=place_symbol,
        coarse=_coarse(drawn[0][1]),
    )
    return Page(
        path=here.path,
        title=part.title(words.text("map.title")),
        description=words.text("map.described", places=words.count("map.places", len(found.placed))),
        body=body,
        kind="map",
        lang=words.language,
    )


def _numbered(drawn: Sequence[tuple[str, Sequence[MapDrawing]]]) -> str:
    """Tell whether numbers stand on the map instead of names: `always`, only on the `narrow` ones, or on none."""
    widths = {
        name
        for name, sheets in drawn
        for sheet in sheets
        for symbol in sheet.symbols
        if symbol.label is None or symbol.label.is_number
    }
    return "always" if widths & {"wide", "middle"} else "narrow" if widths else ""


LOCATOR = Frame(name="locator", width=300, lowest=190, highest=190, beside=40, above=30)


def locator_map(place: Place, here: Here) -> Markup:
    """Draw where a place is: a small map for its own page; empty where it has no coordinates."""
    found = locator(place, LOCATOR, NARROW_NAMES, here.words)
    if found is None:
        return Markup("")
    label = here.words.text("map.locator", place=plain(place.name))
    return drawing(
        found,
        Markup('class="tl-map__drawing tl-map__drawing--locator" role="img" aria-label="{}"').format(label),
    )


def _width(name: str, sheets: Sequence[MapDrawing], found: MapPlaces, here: Here) -> Width:
    def address(place: str) -> str:
        return here.url("places", place)

    attributes = Markup('class="tl-map__drawing" aria-hidden="true"')
    return Width(
        name,
        tuple(
            Sheet(drawing(sheet, attributes, address), _caption(sheet, sheets, found, here))
            for sheet in sheets
        ),
    )


def _caption(sheet: MapDrawing, sheets: Sequence[MapDrawing], found: MapPlaces, here: Here) -> str:
    """Say what a map shows, where there are several."""
    if len(sheets) == 1:
        return ""
    if len(sheet.places) == len(found.placed):
        return here.words.text("map.all")
    names = {place.id: place.name for place in found.placed}
    return here.words.text("map.around", place=names[sheet.main or sheet.places[0]])


def _summary(found: MapPlaces, here: Here) -> str:
    """Say in words what the drawing shows, for those who do not see it."""
    first = found.placed[0]
    lanes = here.aligned.lanes
    counts = here.words.joined(
        f"{here.words.number(count)} {plain(lane.narrative.short)}"
        for lane, (_, count) in zip(lanes, first.counts, strict=True)
    )
    return here.words.text(
        "map.summary",
        places=here.words.count("map.places", len(found.placed)),
        first=first.name,
        claims=here.words.count("claims", first.total),
        counts=counts,
    )


def _row(place: MapPlace, here: Here) -> Row:
    record = here.timeline.places[place.id]
    return Row(
        place=here.place(place.id),
        number=place.number,
        symbol=str(place.exactness or "unknown"),
        known=here.words.text(f"place.exactness.{place.exactness or 'unknown'}"),
        identified=here.words.joined(plain(name.name) for name in record.identifications),
        counts=tuple(count for _, count in place.counts),
    )


def _without(one: NotPlaced, here: Here) -> Without:
    words, place = here.words, one.place
    named, note = here.place(place.id), plain(place.note or "")
    if one.reason is Reason.ONLY_SAID:
        return Without(named, words.count("map.only-said", one.said))
    if one.reason is Reason.INSIDE and place.part_of:
        return Without(named, words.text("map.inside", place=here.place(place.part_of).name), note)
    return Without(named, words.text("map.no-coordinates"), note)


def _key(placed: Sequence[MapPlace]) -> tuple[str, ...]:
    """List the symbols that occur, the most exact first."""
    order = [str(exactness) for exactness in Exactness]
    known = {str(place.exactness or "unknown") for place in placed}
    return tuple(name for name in (*order, "unknown") if name in known)


def _coarse(sheets: Sequence[MapDrawing]) -> str:
    """Name what is missing from the main map since it is too coarse for it: `coast`, `rivers` or nothing."""
    return "" if sheets[0].has_rivers else "rivers" if sheets[0].has_coast else "coast"
