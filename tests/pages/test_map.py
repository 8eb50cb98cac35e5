"""The page of the map: the drawing, the list that says the same, and what is not placed."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import claim, timeline
from timeline.align import align
from timeline.model import Exactness, Place, Status, Timeline
from timeline.pages import Page, render
from timeline.pages.here import MAP, Here
from timeline.pages.map import map_page


def placed(
    whole: Timeline, positions: dict[str, tuple[float, float]], known: Exactness | None = Exactness.LOCALITY
) -> Timeline:
    """Give places coordinates."""
    places = dict(whole.places)
    for place, (north, east) in positions.items():
        places[place] = replace(
            places[place], latitude=Decimal(str(north)), longitude=Decimal(str(east)), exactness=known
        )
    return replace(whole, places=places)


def pages(whole: Timeline) -> dict[str, Page]:
    return {page.path: page for page in render(align(whole), whole)}


def map_alone(whole: Timeline) -> Page:
    """Make the page of the map and no other."""
    (page,) = map_page(Here(align(whole), whole, MAP))
    return page


def list_of(page: Page) -> list[tuple[str, ...]]:
    """The rows of the list: name of the place, and the numbers of its lanes."""
    table = re.search(r'<table class="tl-map__list">.*?</table>', page.body, re.DOTALL)
    assert table
    rows = []
    for row in re.findall(r"<tr>(.*?)</tr>", table[0])[1:]:
        name = re.search(r"<a[^>]*>(.*?)</a>", row)
        assert name
        rows.append((name[1], *re.findall(r"<td>(\d+)</td>", row)))
    return rows


THREE = timeline(
    claim("a", "21", lane="ru", places=("bakhmut",)),
    claim("b", "21", lane="ua", places=("bakhmut", "lyman")),
    claim("c", "21", lane="ua", places=("kyiv-road",)),
    claim("d", "21", lane="ua", places=("lyman",), said_at=("hiroshima",)),
)
POSITIONS = {"bakhmut": (48.5951, 38.0), "lyman": (48.985, 37.808), "hiroshima": (34.4, 132.5)}


def test_without_coordinates_there_is_no_map_and_no_small_one() -> None:
    made = pages(THREE)
    assert "map.md" not in made
    assert "tl-map" not in made["l/bakhmut.md"].body


def test_only_places_that_claims_are_about_make_a_map() -> None:
    assert "map.md" not in pages(placed(THREE, {"hiroshima": (34.4, 132.5)}))


def test_the_list_has_every_place_with_the_claims_of_every_lane() -> None:
    page = pages(placed(THREE, POSITIONS))["map.md"]
    lanes = [lane.id for lane in align(THREE).lanes]
    wanted = {"Bakhmut": {"ru": 1, "ua": 1}, "Lyman": {"ua": 2}}
    assert [
        (place, *(str(counts.get(lane, 0)) for lane in lanes)) for place, counts in wanted.items()
    ] == list_of(page)


def test_withdrawn_claims_are_not_counted() -> None:
    events = {
        **THREE.events,
        "b": replace(THREE.events["b"], status=Status(kind="withdrawn", reason="Wrong.")),
    }
    page = pages(placed(replace(THREE, events=events), POSITIONS))["map.md"]
    assert [sum(map(int, row[1:])) for row in list_of(page)] == [1, 1]


def test_what_is_not_placed_has_a_reason() -> None:
    whole = placed(THREE, POSITIONS)
    places = dict(whole.places)
    places["kyiv-road"] = replace(places["kyiv-road"], part_of="bakhmut", note="Which road is not said.")
    body = pages(replace(whole, places=places))["map.md"].body
    beside = body[body.index('id="not-placed"') :]
    assert "it is part of Bakhmut" in beside
    assert "Which road is not said." in beside
    assert re.search(r"Hiroshima</a></b> 1 claim was made here; none is about this place", beside)


def test_marks_lead_to_the_pages_of_their_places_at_every_width() -> None:
    made = pages(placed(THREE, POSITIONS))
    drawings = re.findall(r"<svg viewBox[^>]*tl-map__drawing.*?</svg>", made["map.md"].body)
    assert len(drawings) == 4
    for drawing in drawings:
        assert sorted(re.findall(r'href="([^"]+)"', drawing)) == ["../l/bakhmut/", "../l/lyman/"]


@pytest.mark.parametrize(
    ("known", "drawn", "not_drawn"),
    [
        (Exactness.EXACT, ["tl-map__dot"], ["tl-map__within", "tl-map__around"]),
        (Exactness.VICINITY, ["tl-map__dot", "tl-map__within"], ["tl-map__around"]),
        (Exactness.LOCALITY, ["tl-map__within"], ["tl-map__dot", "tl-map__around"]),
        (Exactness.REGION, ["tl-map__around"], ["tl-map__dot", "tl-map__within"]),
        (None, ["tl-map__around"], ["tl-map__dot", "tl-map__within"]),
    ],
)
def test_the_key_names_the_symbols_that_occur(
    known: Exactness | None, drawn: list[str], not_drawn: list[str]
) -> None:
    body = pages(placed(THREE, POSITIONS, known))["map.md"].body
    assert all(css in body for css in drawn)
    assert not any(css in body for css in not_drawn)
    key = re.search(r'<p class="tl-map__key">.*?</p>', body)
    assert key
    assert key[0].count("<svg") == 1


def test_coordinates_are_nowhere_finer_than_they_are_known() -> None:
    rough, fine = {"bakhmut": (48.6, 38.0)}, {"bakhmut": (48.5951, 38.0012)}
    one, other = (pages(placed(THREE, positions))["map.md"].body for positions in (rough, fine))
    assert one == other


def test_names_are_escaped() -> None:
    whole = placed(THREE, POSITIONS)
    places = {**whole.places, "lyman": replace(whole.places["lyman"], name="<b onclick=x>Lyman</b> & Krasny")}
    for path in ("map.md", "l/lyman.md"):
        body = pages(replace(whole, places=places))[path].body
        assert "onclick=x>Lyman" not in body.replace("&lt;b onclick=x&gt;", "")
        assert "<b onclick" not in body


def test_several_maps_have_captions() -> None:
    far = {"bakhmut": (48.6, 38.0), "lyman": (48.99, 37.81), "kyiv-road": (48.7, 37.6)}
    whole = timeline(*THREE.events.values(), claim("e", "21", lane="ua", places=("tokyo",)))
    body = pages(placed(whole, {**far, "tokyo": (35.7, 139.7)}))["map.md"].body
    assert "Around Bakhmut" in body
    assert "A frame marks the part that another map shows larger" in body


def test_the_small_map_of_a_place_is_small() -> None:
    made = pages(placed(THREE, {**POSITIONS, "lyman": (60.4, 5.3)}))  # among fjords
    for place in ("bakhmut", "lyman", "hiroshima"):
        svg = re.search(r"<svg[^>]*tl-map__drawing--locator.*?</svg>", made[f"l/{place}.md"].body)
        assert svg
        assert len(svg[0].encode()) < 15_000
        assert f"Map of where {place.title()} is" in svg[0]


@pytest.mark.slow
@pytest.mark.parametrize("spread", [0.02, 2.0, 60.0], ids=["one city", "a region", "the world"])
def test_maps_of_seven_hundred_places_stay_below_four_hundred_kilobytes(spread: float) -> None:
    number_of_places = 700
    dice = random.Random(7)  # noqa: S311 - the same places every time
    claims = [
        claim(f"c{number}", "21", lane=dice.choice(["ru", "ua", "other"]), places=(f"place-{number}",))
        for number in range(number_of_places)
    ]
    positions = {
        f"place-{number}": (
            round(max(-70, min(75, 48 + dice.gauss(0, spread * 0.7))), 3),
            round((37 + dice.gauss(0, spread) + 180) % 360 - 180, 3),
        )
        for number in range(number_of_places)
    }
    whole = placed(timeline(*claims), positions)
    named = {
        place.id: replace(place, name=f"Hospital of Saint Nicholas {place.id}")
        for place in whole.places.values()
    }
    whole = replace(whole, places=named)
    made = map_page(Here(align(whole), whole, MAP))
    assert [page.path for page in made][:3] == ["map.md", "map/2.md", "map/3.md"]
    listed = [row[0] for page in made for row in list_of(page)]
    assert len(set(listed)) == len(listed) == number_of_places, "each place stands on one of them"
    assert max(len(page.body.encode()) for page in made) < 385_000, "the shell of the page is some 15 KB"
    assert 'href="2/"' in made[0].body
    assert 'href="../"' in made[1].body


def test_an_inline_place_without_a_record_is_not_placed() -> None:
    whole = placed(THREE, POSITIONS)
    assert isinstance(whole.places["kyiv-road"], Place)
    assert "No coordinates on file." in pages(whole)["map.md"].body
