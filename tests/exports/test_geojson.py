"""Claims on a map, read by a library that knows RFC 7946 and compared claim by claim with the JSON."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import geojson  # type: ignore[import-untyped]  # it has none
import pytest
from hypothesis import given, settings

from tests.builders import claim, timeline
from tests.exports.stories import ANY_TIMELINE, claims, every_story, real
from timeline.exports import data_files
from timeline.model import Exactness, Place, Status, Timeline
from timeline.removal import without_removed

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""


def read(whole: Timeline) -> Any:
    collection = geojson.loads(data_files(whole)["data/claims.geojson"].decode())
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.is_valid, collection.errors()
    return collection


def check(whole: Timeline) -> None:
    expected = claims(whole)
    features = read(whole)["features"]
    assert [feature["id"] for feature in features] == list(expected)
    for feature in features:
        properties = dict(feature["properties"])
        added = {name: properties.pop(name, None) for name in ("places", "exactness")}
        row = expected[feature["id"]]
        assert {name: value for name, value in properties.items() if value is not None} == {
            name: value for name, value in row.items() if value is not None
        }
        if row.get("status.kind") == "removed":
            assert set(feature["properties"]) == {"id", "status.kind"}
            assert feature["geometry"] is None
        else:
            placed = [
                [place["longitude"], place["latitude"]]
                for place in added["places"]
                if place["longitude"] is not None and place["latitude"] is not None
            ]
            geometry = feature["geometry"]
            if not placed:
                assert geometry is None
            else:
                assert geometry.is_valid
                coordinates = geometry["coordinates"]
                assert ([coordinates] if geometry["type"] == "Point" else coordinates) == placed


@every_story
def test_every_claim_comes_back(story: Any) -> None:
    check(story())


@settings(max_examples=30)
@given(ANY_TIMELINE)
def test_every_claim_of_any_timeline_comes_back(whole: Timeline) -> None:
    check(whole)


def placed(**coordinates: tuple[str, str, Exactness | None]) -> Timeline:
    built = timeline(claim("a", places=(*coordinates, "nowhere")))
    places: dict[str, Place] = dict(built.places)
    for name, (longitude, latitude, exactness) in coordinates.items():
        places[name] = replace(
            places[name], longitude=Decimal(longitude), latitude=Decimal(latitude), exactness=exactness
        )
    return replace(built, places=places)


@pytest.mark.parametrize(
    ("exactness", "expected"),
    [
        (Exactness.EXACT, [-38.12346, 48.12346]),
        (Exactness.VICINITY, [-38.12, 48.12]),
        (Exactness.REGION, [-38.1, 48.1]),
        (None, [-38.12, 48.12]),
    ],
)
def test_longitude_comes_first_and_no_finer_than_it_is_known(
    exactness: Exactness | None, expected: list[float]
) -> None:
    (feature,) = read(placed(here=("-38.123456", "48.123456", exactness)))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": expected}
    assert feature["properties"]["exactness"] == (None if exactness is None else str(exactness))
    assert feature["properties"]["places"][1]["latitude"] is None


@pytest.mark.parametrize(
    ("one", "other", "coarsest"),
    [
        (Exactness.EXACT, Exactness.REGION, "region"),
        (Exactness.LOCALITY, Exactness.VICINITY, "locality"),
        (Exactness.EXACT, None, None),
    ],
)
def test_several_places_are_as_exact_as_the_coarsest(
    one: Exactness, other: Exactness | None, coarsest: str | None
) -> None:
    (feature,) = read(placed(here=("38", "48", one), there=("39", "49", other)))["features"]
    assert feature["geometry"] == {"type": "MultiPoint", "coordinates": [[38, 48], [39, 49]]}
    assert feature["properties"]["exactness"] == coarsest


def test_a_removed_claim_has_no_place() -> None:
    built = placed(here=("38", "48", Exactness.EXACT))
    gone = replace(built.events["a"], status=Status(kind="removed", reason="safety"))
    (feature,) = read(without_removed(replace(built, events={"a": gone})))["features"]
    assert json.loads(json.dumps(feature)) == {
        "type": "Feature",
        "id": "a",
        "geometry": None,
        "properties": {"id": "a", "status.kind": "removed"},
    }


def test_it_says_what_it_is() -> None:
    whole = real()
    collection = read(whole)
    assert collection["content_sha256"] == whole.content_sha256
    assert collection["licence"] == "CC-BY-4.0"
    assert collection["citation"].endswith(f"Edition {whole.content_sha256[:12]}.")
    assert collection["schema_version"] == "1.1"
