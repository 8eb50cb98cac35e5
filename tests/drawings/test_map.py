"""Maps: every place in its frame, no name over another, distances that are right, nothing finer than it is known."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations, permutations

import pytest

from timeline.drawings.map import Frame, Label, Lettering, MapDrawing, MapPlace, maps
from timeline.drawings.map.lettering import width_of
from timeline.geography import Position, distance
from timeline.model import Exactness
from timeline.wording import wording_for

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

WIDE = Frame(name="wide", width=864, lowest=480, highest=760, beside=100, above=56)
NARROW = Frame(name="narrow", width=358, lowest=300, highest=460, beside=52, above=44)
LETTERING = Lettering(name=14, main=18, small=13, widest=150)
Row = tuple[str, float, float, tuple[int, ...]]


def places(rows: list[Row], exactness: Exactness | None = Exactness.LOCALITY) -> list[MapPlace]:
    ordered = sorted(rows, key=lambda row: -sum(row[3]))
    return [
        MapPlace(
            id=f"place-{number}",
            name=name,
            north=Decimal(str(north)),
            east=Decimal(str(east)),
            exactness=exactness,
            counts=tuple(enumerate(counts, 1)),
            number=number,
        )
        for number, (name, north, east, counts) in enumerate(ordered, 1)
    ]


def city(number: int, spread: float) -> list[Row]:
    dice = random.Random(5)  # noqa: S311 - the same places every time
    return [
        (
            f"{dice.choice(['School', 'Market', 'Hospital'])} of the {dice.choice(['Resistance', 'Republic'])} {index}",
            round(31.5 + dice.gauss(0, spread), 4),
            round(34.46 + dice.gauss(0, spread), 4),
            (*tuple(dice.choice([0, 1, 2, 12]) for _ in range(4)), 1),
        )
        for index in range(number)
    ]


DONBAS: list[Row] = [
    ("Bakhmut", 48.595, 38.0, (6, 8, 2)),
    ("Marinka", 47.942, 37.504, (1, 1, 0)),
    ("Avdiivka", 48.139, 37.742, (1, 1, 0)),
    ("Zaporizhia Nuclear Power Plant", 47.507, 34.586, (0, 1, 1)),
    ("Kupyansk", 49.71, 37.615, (0, 1, 0)),
    ("Slavyansk", 48.853, 37.605, (1, 0, 0)),
    ("Kramatorsk", 48.738, 37.584, (1, 0, 0)),
    ("Konstantinovka", 48.528, 37.708, (1, 0, 0)),
    ("Red Lyman", 48.985, 37.811, (0, 1, 0)),
]
FIJI: list[Row] = [("Suva", -18.14, 178.44, (2, 1)), ("Vanua Balavu", -17.23, -178.93, (1, 0))]
WORLD: list[Row] = [
    ("Kyiv", 50.45, 30.52, (3, 5)),
    ("Washington", 38.9, -77.03, (0, 4)),
    ("القاهرة", 30.04, 31.24, (1, 0)),
    ("Wellington", -41.29, 174.78, (0, 1)),
]
SETS: dict[str, list[Row]] = {
    "a region": DONBAS,
    "a region and a place far away": [*DONBAS, ("Hiroshima", 34.385, 132.455, (0, 2, 0))],
    "Fiji, across the 180th meridian": FIJI,
    "Svalbard": [("Longyearbyen", 78.22, 15.65, (1,)), ("Ny-Ålesund", 78.92, 11.93, (1,))],
    "round the South Pole": [("Amundsen–Scott", -90, 0, (1,)), ("Vostok", -78.46, 106.84, (1,))],
    "several continents": WORLD,
    "one place": DONBAS[:1],
    "two at one point": [("Bakhmut", 48.595, 38.0, (2, 1)), ("Artyomovsk", 48.595, 38.0, (1, 0))],
    "sixty in one city": city(60, 0.02),
    "three hundred in one city": city(300, 0.05),
    "long names": [(f"{name} {'of the very long name ' * 5}", n, e, c) for name, n, e, c in DONBAS],
    "one word too long": [("A" * 90, 48.6, 38.0, (1,)), ("Б" * 90, 48.5, 38.1, (1,))],
    "without claims of one lane": [("Nowhere", 0, 0, (0, 0))],
}


@cache
def drawn(name: str, frame: Frame = WIDE) -> tuple[MapDrawing, ...]:
    return maps(places(SETS[name]), frame, LETTERING, wording_for("en"))


def labels(drawing: MapDrawing) -> Iterator[Label]:
    yield from (symbol.label for symbol in drawing.symbols if symbol.label)
    yield from (nearer.label for nearer in drawing.nearer)


def overlap(one: Label, other: Label) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def test_no_places_no_map() -> None:
    assert maps([], WIDE, LETTERING, wording_for("en")) == ()


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", SETS)
def test_every_place_stands_once_and_in_its_frame(name: str, frame: Frame) -> None:
    found = drawn(name, frame)
    ids = [symbol.place.id for drawing in found for symbol in drawing.symbols]
    assert sorted(ids) == sorted(place.id for place in places(SETS[name]))
    for drawing in found:
        assert drawing.width == frame.width
        for symbol in drawing.symbols:
            assert 0 < symbol.x < drawing.width
            assert 0 < symbol.y < drawing.height


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", SETS)
def test_labels_lie_in_the_frame_and_never_over_one_another(name: str, frame: Frame) -> None:
    for drawing in drawn(name, frame):
        found = list(labels(drawing))
        for label in found:
            assert label.left >= 0
            assert label.top >= 0
            assert label.left + label.width <= drawing.width
            assert label.top + label.height <= drawing.height
        assert not [(a.words, b.words) for a, b in combinations(found, 2) if overlap(a, b)]


@pytest.mark.parametrize("name", SETS)
def test_no_label_hides_another_place(name: str) -> None:
    for drawing in drawn(name):
        for symbol in drawing.symbols:
            for label in labels(drawing):
                covered = (
                    label.left < symbol.x < label.left + label.width
                    and label.top < symbol.y < label.top + label.height
                )
                assert not covered, (symbol.place.name, label.words)


@pytest.mark.parametrize("name", SETS)
def test_the_words_and_counts_of_a_label_are_inside_it(name: str) -> None:
    for drawing in drawn(name):
        for symbol in drawing.symbols:
            label = symbol.label
            if label is None:
                continue
            shown = [mark.slot for mark in label.counts]
            assert shown == (
                [] if label.is_number else [slot for slot, count in symbol.place.counts if count]
            )
            for mark in label.counts:
                assert label.left <= mark.x - mark.radius
                assert mark.number.x <= label.left + label.width
                assert label.top <= mark.y <= label.top + label.height


@pytest.mark.parametrize("name", SETS)
def test_counts_stand_beside_or_below_the_name_and_never_in_it(name: str) -> None:
    for drawing in drawn(name, NARROW):
        for symbol in drawing.symbols:
            for mark in symbol.label.counts if symbol.label else ():
                for word in symbol.label.words if symbol.label else ():
                    if not word.y - word.size < mark.y < word.y:
                        continue
                    wide = width_of(word.text, word.size)
                    left = word.x - {"start": 0.0, "middle": wide / 2, "end": wide}[word.anchor]
                    end = mark.number.x + width_of(mark.number.text, mark.number.size)
                    assert end <= left or mark.x - mark.radius >= left + wide, (symbol.place.name, word.text)


def test_a_place_that_finds_no_room_for_its_name_bears_its_number() -> None:
    (drawing,) = drawn("three hundred in one city")
    numbers = [symbol for symbol in drawing.symbols if symbol.label and symbol.label.is_number]
    assert numbers
    for symbol in numbers:
        assert symbol.label
        assert [word.text for word in symbol.label.words] == [str(symbol.place.number)]


@pytest.mark.parametrize("name", SETS)
def test_rings_are_at_the_distance_that_they_say(name: str) -> None:
    for drawing in drawn(name):
        main = next((symbol for symbol in drawing.symbols if symbol.place.id == drawing.main), None)
        assert main
        for ring in drawing.rings:
            for line in ring.lines:
                for x, y in line:
                    # True in the middle of the map, and nearly so elsewhere.
                    pixels = ((x - main.x) ** 2 + (y - main.y) ** 2) ** 0.5
                    assert pixels * drawing.kilometres == pytest.approx(ring.kilometres, rel=0.05)
            if ring.label:
                assert ring.label.text in {f"{ring.kilometres:,.0f} km", f"{ring.kilometres * 1000:.0f} m"}


def test_rings_of_the_seed_are_round_lengths_about_bakhmut() -> None:
    (drawing,) = drawn("a region")
    assert drawing.main == "place-1"
    assert [ring.kilometres for ring in drawing.rings] == [50, 100]


@pytest.mark.parametrize("name", ["a region", "one place", "Svalbard", "sixty in one city"])
def test_the_scale_bar_is_as_long_as_it_says(name: str) -> None:
    (drawing,) = drawn(name)
    assert drawing.scale
    kilometres = (drawing.scale.right - drawing.scale.left) * drawing.kilometres
    text = drawing.scale.label.text
    said = float(text.split()[0].replace(",", "")) / (1000 if text.endswith(" m") else 1)
    assert kilometres == pytest.approx(said)
    first, second = drawing.symbols[0], drawing.symbols[-1]
    apart = distance(
        Position(float(first.place.north), float(first.place.east)),
        Position(float(second.place.north), float(second.place.east)),
    )
    pixels = ((first.x - second.x) ** 2 + (first.y - second.y) ** 2) ** 0.5
    assert pixels * drawing.kilometres == pytest.approx(apart, rel=0.01, abs=0.01)


def test_a_map_of_the_world_has_no_scale_and_no_rings() -> None:
    (drawing, *_) = drawn("several continents")
    assert drawing.scale is None
    assert drawing.rings == ()


def test_a_far_place_does_not_shrink_the_others() -> None:
    near, far = drawn("a region and a place far away")
    assert {symbol.place.name for symbol in near.symbols} == {row[0] for row in DONBAS}
    assert [symbol.place.name for symbol in far.symbols] == ["Hiroshima"]
    assert [nearer.map for nearer in far.nearer] == [0]
    assert set(far.places) > set(near.places)


def test_islands_on_both_sides_of_the_180th_meridian_stand_side_by_side() -> None:
    (drawing,) = drawn("Fiji, across the 180th meridian")
    suva, balavu = drawing.symbols
    assert suva.x < balavu.x
    assert (balavu.x - suva.x) * drawing.kilometres == pytest.approx(280, abs=25)


EXACTNESS = [
    (Exactness.EXACT, True, False, False),
    (Exactness.VICINITY, True, True, False),
    (Exactness.LOCALITY, False, True, False),
    (Exactness.REGION, False, True, True),
    (None, False, True, True),
]


@pytest.mark.parametrize(("exactness", "dot", "ring", "dashed"), EXACTNESS)
def test_a_place_is_drawn_as_exactly_as_it_is_known(
    exactness: Exactness | None, *, dot: bool, ring: bool, dashed: bool
) -> None:
    (drawing,) = maps(places(DONBAS[:3], exactness), WIDE, LETTERING, wording_for("en"))
    for symbol in drawing.symbols:
        assert (symbol.dot > 0, symbol.ring > 0, symbol.dashed) == (dot, ring, dashed)


def test_what_is_known_to_a_kilometre_is_drawn_no_smaller_on_a_near_map() -> None:
    rows: list[Row] = [("A", 48.595, 38.0, (1,)), ("B", 48.6, 38.01, (1,)), ("C", 48.59, 38.01, (1,))]
    exact, locality = places(rows[:2], Exactness.EXACT), places(rows[2:], Exactness.LOCALITY)
    (drawing,) = maps([*exact, *locality], WIDE, LETTERING, wording_for("en"))
    symbol = next(symbol for symbol in drawing.symbols if symbol.place.name == "C")
    assert symbol.ring * drawing.kilometres == pytest.approx(0.556, abs=0.01)


def test_the_same_places_give_the_same_maps() -> None:
    again = maps(places(SETS["sixty in one city"]), WIDE, LETTERING, wording_for("en"))
    assert again == drawn("sixty in one city")


def test_degrees_and_lengths_are_worded() -> None:
    (drawing,) = drawn("a region")
    texts = {word.text for word in drawing.degrees}
    assert {"37°E", "48°N"} <= texts
    (far,) = drawn("Fiji, across the 180th meridian")
    assert "180°" in {word.text for word in far.degrees}
    assert any(text.endswith("S") for text in (word.text for word in far.degrees))


def test_no_label_touches_the_symbol_of_another_place() -> None:
    near = LETTERING.small / 2
    (drawing,) = drawn("a region")
    for symbol, other in permutations(drawing.symbols, 2):
        label = symbol.label
        assert label is not None
        reach = other.dot + near
        touched = (
            label.left - reach < other.x < label.left + label.width + reach
            and label.top - reach < other.y < label.top + label.height + reach
        )
        assert not touched, (symbol.place.name, other.place.name)
