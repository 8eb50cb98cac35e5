"""Maps of the places that claims name: pure geometry, for the page and for the dossier.

What enters: places with coordinates, the room for a drawing, and the words of a language. What leaves: `MapDrawing`s, most
claims first: as a rule one; where places lie far apart and some of them close together, nearer maps of those besides. Nothing
on them is finer than the places' stated exactness, no name lies over another, and there are no borders and no front lines.
What it refuses: nothing; without places there is no map.

    for drawing in maps(map_places(aligned, timeline).placed, PAPER, PAPER_LETTERING, wording_for("en")): ...
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.drawings.map import graticule as lines
from timeline.drawings.map.fitting import Frame, fit
from timeline.drawings.map.labels import block, body, label_all, set_block
from timeline.drawings.map.lettering import width_of
from timeline.drawings.map.nested import Nest, nested, position
from timeline.drawings.map.occupied import Occupied
from timeline.drawings.map.places import MapPlaces, NotPlaced, Reason, blur, map_places
from timeline.drawings.map.values import (
    CountMark,
    DistanceRing,
    Label,
    Lettering,
    MapDrawing,
    MapPlace,
    Nearer,
    ScaleBar,
    Symbol,
    Word,
)
from timeline.drawings.values import Anchor
from timeline.geography import Rectangle, View, outlines
from timeline.geography.exactness import rounded
from timeline.geography.outlines import COAST_SINCE, RIVERS_SINCE
from timeline.model import Exactness, Place
from timeline.wording import Wording

__all__ = [
    "CountMark",
    "DistanceRing",
    "Frame",
    "Label",
    "Lettering",
    "MapDrawing",
    "MapPlace",
    "MapPlaces",
    "Nearer",
    "NotPlaced",
    "Reason",
    "ScaleBar",
    "Symbol",
    "Word",
    "locator",
    "map_places",
    "maps",
]

DOT = 0.27
"""Radius of a dot, as a part of the size of names."""

RINGS = {Exactness.VICINITY: 0.5, Exactness.LOCALITY: 0.42, Exactness.REGION: 0.95}
"""Radius of the circle of a place, the same; at least, since where the map shows it to scale it is larger."""


FINENESS = 0.6
"""How far a coast may be from where it belongs, px or pt."""

LOCATOR_WIDTH = 1200.0
"""Kilometres."""


def maps(
    places: Sequence[MapPlace],
    frame: Frame,
    lettering: Lettering,
    words: Wording,
    most: int = 5000,
) -> tuple[MapDrawing, ...]:
    """Draw the maps of some places.

    Args:
        places: Most claims first.
        frame: The room of each map.
        lettering: Sizes of type, in the unit of the frame.
        words: The language.
        most: Points of a map's coasts, lakes and rivers, about.
    """
    if not places:
        return ()
    nests = nested(places, frame).all()
    nests.sort(key=lambda nest: (-nest.weight, -len(nest.places)))
    return tuple(_draw(nest, nests, lettering, words, most) for nest in nests)


def _draw(nest: Nest, nests: Sequence[Nest], lettering: Lettering, words: Wording, most: int) -> MapDrawing:
    view = nest.view
    symbols = [_symbol(place, view, lettering) for place in nest.own]
    main = max(nest.own, key=lambda place: (place.total, -place.number)) if nest.own else None
    grid, degrees = lines.graticule(view, lettering, words)
    rings = lines.distance_rings(position(main), view, lettering, words) if main else ()
    scale = lines.scale_bar(view, lettering, words)
    occupied = Occupied(Rectangle(3, 3, view.width - 3, view.height - 3))
    for word in degrees:
        occupied.take(_box(word))
    if scale:
        label = _box(scale.label)
        occupied.take(Rectangle(min(scale.left, label.left), label.top, scale.right, scale.y + 3))
    for symbol in symbols:
        reach = body(symbol, lettering) + 1
        occupied.take(
            Rectangle(symbol.x - reach, symbol.y - reach, symbol.x + reach, symbol.y + reach), symbol.place.id
        )
    nearer = tuple(_nearer(inner, nests.index(inner), view, lettering, occupied) for inner in nest.inner)
    symbols = label_all(symbols, main.id if main else None, lettering, occupied)
    kept = []
    for ring in rings:
        # A ring may go without its words, a place may not: words of rings take what room is left.
        if ring.label and not occupied.is_free(_box(ring.label)):
            kept.append(DistanceRing(kilometres=ring.kilometres, lines=ring.lines, label=None))
        else:
            kept.append(ring)
    earth = outlines(view, FINENESS, most)
    shorter = min(view.width, view.height) * view.kilometres
    return MapDrawing(
        width=view.width,
        height=view.height,
        kilometres=view.kilometres,
        sea=lines.globe(view) if shorter >= COAST_SINCE else (),
        land=earth.land,
        lakes=earth.lakes,
        coasts=earth.coasts,
        rivers=earth.rivers,
        graticule=grid,
        degrees=degrees,
        rings=tuple(kept),
        scale=scale,
        nearer=nearer,
        symbols=tuple(symbols),
        main=main.id if main else None,
        has_coast=shorter >= COAST_SINCE,
        has_rivers=shorter >= RIVERS_SINCE,
        places=tuple(place.id for place in nest.places),
    )


def locator(place: Place, frame: Frame, lettering: Lettering, words: Wording) -> MapDrawing | None:
    """Draw a small map of where a place is, without its name; `None` where it has no coordinates.

    Args:
        place: The place.
        frame: The room; its width shows some 1,200 km.
        lettering: Sizes of type, for the scale bar.
        words: The language.
    """
    north, east = rounded(place.latitude, place.exactness), rounded(place.longitude, place.exactness)
    if north is None or east is None:
        return None
    one = MapPlace(
        id=place.id, name="", north=north, east=east, exactness=place.exactness, counts=(), number=1
    )
    view = fit([position(one)], frame, LOCATOR_WIDTH)
    earth = outlines(view, FINENESS, 900)
    return MapDrawing(
        width=view.width,
        height=view.height,
        kilometres=view.kilometres,
        sea=lines.globe(view),
        land=earth.land,
        lakes=earth.lakes,
        coasts=earth.coasts,
        rivers=earth.rivers,
        scale=lines.scale_bar(view, lettering, words),
        symbols=(_symbol(one, view, lettering),),
        main=place.id,
        places=(place.id,),
    )


def _symbol(place: MapPlace, view: View, lettering: Lettering) -> Symbol:
    """Draw a place as exactly as it is known: a dot, a dot in a circle, or a circle alone."""
    x, y = view.place(*position(place))
    known = place.exactness
    ring = RINGS.get(known, RINGS[Exactness.LOCALITY]) if known else RINGS[Exactness.LOCALITY]
    least = 0.0 if known is Exactness.EXACT else ring * lettering.name
    to_scale = blur(known) / view.kilometres
    return Symbol(
        place=place,
        x=x,
        y=y,
        dot=DOT * lettering.name if known in {Exactness.EXACT, Exactness.VICINITY} else 0.0,
        ring=0.0 if known is Exactness.EXACT else max(least, to_scale),
        dashed=known is None or known is Exactness.REGION,
        label=None,
    )


def _nearer(inner: Nest, index: int, view: View, lettering: Lettering, occupied: Occupied) -> Nearer:
    """Draw the frame of a nearer map, with the name of its main place."""
    drawn = [view.place(*position(place)) for place in inner.places]
    spare = lettering.name * 0.6
    left, right = min(x for x, _ in drawn) - spare, max(x for x, _ in drawn) + spare
    top, bottom = min(y for _, y in drawn) - spare, max(y for _, y in drawn) + spare
    outline = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    main = max(inner.places, key=lambda place: (place.total, -place.number))
    form = block(f"{main.name} +{len(inner.places) - 1}", (), lettering.name, lettering, beside=False)
    occupied.take(Rectangle(left, top, right, bottom))
    spots: tuple[tuple[float, float, Anchor], ...] = (
        (right + 4, top, "start"),
        (left - 4 - form.width, top, "end"),
        ((left + right - form.width) / 2, bottom + 3, "middle"),
        ((left + right - form.width) / 2, top - 3 - form.height, "middle"),
    )
    frame = Rectangle(0, 0, view.width, view.height)
    for x, y, anchor in spots:
        room = Rectangle(x, y, x + form.width, y + form.height)
        if occupied.is_free(room) and room.right < frame.right:
            occupied.take(room)
            return Nearer(map=index, outline=outline, label=set_block(form, x, y, anchor, None))
    label = set_block(form, max(3, min(left, view.width - form.width - 3)), bottom + 3, "start", None)
    return Nearer(map=index, outline=outline, label=label)


def _box(word: Word) -> Rectangle:
    wide = width_of(word.text, word.size)
    left = word.x - {"start": 0.0, "middle": wide / 2, "end": wide}[word.anchor]
    return Rectangle(left - 2, word.y - word.size, left + wide + 2, word.y + word.size * 0.3)
