"""The map of the book: where the claims point, with the table that says the same, and what stands beside the map.

What enters: the places that claims name. What leaves: maps as numbers and strings, in points of the page, and the table. There
are no borders and no front lines, and no place is drawn more exactly than it is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.drawings.map import (
    Frame,
    Label,
    Lettering,
    MapDrawing,
    MapPlace,
    NotPlaced,
    Reason,
    Symbol,
    Word,
    map_places,
    maps,
)
from timeline.drawings.values import Point
from timeline.text import plain

LETTERING = Lettering(name=8.4, main=10.5, small=7.8, widest=96)
"""Sizes of type, points."""

LOWEST, HIGHEST = 240.0, 400.0
"""Height of a map, points."""


def atlas(whole: Whole) -> dict[str, Json] | None:
    """Draw the maps; nothing where no place that a claim names has coordinates."""
    found = map_places(whole.here, whole.timeline)
    if not found.placed:
        return None
    highest = min(HIGHEST, whole.paper.height - 150)
    frame = Frame(
        name="print",
        width=whole.paper.width,
        lowest=min(LOWEST, highest),
        highest=highest,
        beside=66,
        above=36,
    )
    sheets = maps(found.placed, frame, LETTERING, whole.words)
    names = {place.id: plain(place.name) for place in found.placed}
    return {
        "sheets": [
            {
                **_drawing(sheet),
                "alt": whole.text(
                    "map-drawn", places=", ".join(names[place] for place in sheet.places if place in names)
                ),
                "caption": _caption(sheet, names, whole) if len(sheets) > 1 else "",
            }
            for sheet in sheets
        ],
        "note": whole.text("map-note"),
        "rows": [_row(place, whole) for place in found.placed],
        "without": [_without(one, whole) for one in found.not_placed],
    }


def _caption(sheet: MapDrawing, names: dict[str, str], whole: Whole) -> str:
    main = names.get(sheet.main or "", "")
    return whole.text("map-around", place=main) if main else ""


def _row(place: MapPlace, whole: Whole) -> dict[str, Json]:
    known = place.exactness.value if place.exactness else "unknown"
    return {
        "number": str(place.number),
        "name": whole.narrow.words(place.name),
        "known": whole.text(f"map-{known}"),
        "counts": [whole.words.number(count) for _, count in place.counts],
    }


def _without(one: NotPlaced, whole: Whole) -> list[Json]:
    """Say why a place is not on the map."""
    name = whole.wide.name(one.place.name)
    if one.reason is Reason.INSIDE and one.place.part_of:
        return whole.say("map-inside", place=name, within=whole.wide.words(whole.place(one.place.part_of)))
    key = "map-only-said" if one.reason is Reason.ONLY_SAID else "map-no-coordinates"
    return whole.say(key, place=name)


def _drawing(sheet: MapDrawing) -> dict[str, Json]:
    return {
        "width": sheet.width,
        "height": sheet.height,
        "sea": _lines(sheet.sea),
        "land": _lines(sheet.land),
        "lakes": _lines(sheet.lakes),
        "coasts": _lines(sheet.coasts),
        "rivers": _lines(sheet.rivers),
        "graticule": _lines(sheet.graticule),
        "rings": [line for ring in sheet.rings for line in _lines(ring.lines)],
        "quiet": [
            *map(_word, sheet.degrees),
            *(_word(ring.label) for ring in sheet.rings if ring.label),
            *([_word(sheet.scale.label)] if sheet.scale else []),
        ],
        "scale": [sheet.scale.left, sheet.scale.right, sheet.scale.y] if sheet.scale else None,
        "nearer": _lines(nearer.outline for nearer in sheet.nearer),
        "symbols": [_symbol(symbol) for symbol in sheet.symbols],
        "labels": [
            _label(label)
            for label in (
                *(symbol.label for symbol in sheet.symbols),
                *(nearer.label for nearer in sheet.nearer),
            )
            if label is not None
        ],
    }


def _symbol(symbol: Symbol) -> dict[str, Json]:
    return {"x": symbol.x, "y": symbol.y, "dot": symbol.dot, "ring": symbol.ring, "dashed": symbol.dashed}


def _label(label: Label) -> dict[str, Json]:
    return {
        "words": [_word(word) for word in label.words],
        "leader": _points(label.leader) if label.leader else None,
        "counts": [
            {"slot": count.slot, "x": count.x, "y": count.y, "r": count.radius, "number": _word(count.number)}
            for count in label.counts
        ],
    }


def _word(word: Word) -> dict[str, Json]:
    return {"x": word.x, "y": word.y, "text": word.text, "size": word.size, "anchor": word.anchor}


def _lines(lines: Iterable[Iterable[Point]]) -> list[Json]:
    return [_points(line) for line in lines]


def _points(points: Iterable[Point]) -> list[Json]:
    """Round points to hundredths of a point: what a printer can show, and no more digits than that."""
    return [[round(x, 2), round(y, 2)] for x, y in points]
