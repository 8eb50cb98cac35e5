"""Claims on a map: GeoJSON, RFC 7946.

One feature for each claim. Its geometry is the place where the claimed thing happened: a point, or several where the
claim names several placed ones. A claim without a placed one is a feature without a geometry, so that nothing is lost.
Coordinates are rounded to the exactness that the place states, which is among the properties.
"""

from __future__ import annotations

import json

from timeline.exports.columns import CLAIM_COLUMNS, Column, claim_row
from timeline.exports.edition import ABOUT_ALL, edition_of
from timeline.exports.fields import Field, choice, list_of, write
from timeline.exports.registry_fields import PLACE
from timeline.exports.writing import Json
from timeline.model import Event, Exactness, Place, Timeline

PLACED: tuple[Field[Place], ...] = tuple(
    field for field in PLACE if field.name in {"id", "name", "latitude", "longitude", "exactness"}
)
"""What a feature says of each of its places."""

COARSEST_FIRST = (Exactness.REGION, Exactness.LOCALITY, Exactness.VICINITY, Exactness.EXACT)

OF_PLACES = (
    Column(
        "places",
        "The claim's places with id, name, latitude, longitude and exactness; coordinates are null where unknown.",
        list_of({"type": "object"}),
    ),
    Column(
        "exactness",
        "How exactly the geometry is known: the coarsest of its places; null where there is no geometry or nobody said.",
        choice(*(str(exactness) for exactness in Exactness), None),
    ),
)

PROPERTIES = (*CLAIM_COLUMNS, *OF_PLACES)
"""Of every feature but a removed claim's."""


def geojson(timeline: Timeline) -> bytes:
    """Write the claims as one feature collection, with what it says about the whole as members of its own.

    Each feature stands on a line of its own, so that two editions can be compared.
    """
    features = ",\n".join(
        _compact(_feature(timeline.events[event], timeline)) for event in sorted(timeline.events)
    )
    whole: Json = {"type": "FeatureCollection", **write(ABOUT_ALL, edition_of(timeline)), "features": []}
    return f"{_compact(whole).removesuffix(']}')}\n{features}\n]}}\n".encode()


def _compact(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _feature(event: Event, timeline: Timeline) -> Json:
    row = claim_row(event)
    if event.removed:
        return {"type": "Feature", "id": event.id, "geometry": None, "properties": row}
    places = [timeline.places[place] for place in event.places if place in timeline.places]
    placed = [place for place in places if _position(place)]
    properties: dict[str, Json] = {column.name: row.get(column.name) for column in CLAIM_COLUMNS}
    properties["places"] = [write(PLACED, place) for place in places]
    properties["exactness"] = _coarsest(placed)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry([position for place in placed for position in _position(place)]),
        "properties": properties,
    }


def _position(place: Place) -> list[Json]:
    written = write(PLACED, place)
    longitude, latitude = written["longitude"], written["latitude"]
    return [] if longitude is None or latitude is None else [[longitude, latitude]]


def _geometry(positions: list[Json]) -> Json:
    if not positions:
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": positions[0]}
    return {"type": "MultiPoint", "coordinates": positions}


def _coarsest(placed: list[Place]) -> Json:
    """Give the coarsest exactness; null as soon as one place does not state its own."""
    stated = {place.exactness for place in placed}
    if None in stated:
        return None
    return next((str(exactness) for exactness in COARSEST_FIRST if exactness in stated), None)
