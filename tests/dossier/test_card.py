"""The picture for previews of links."""

import io
import json
from collections.abc import Mapping

import pytest
from PIL import Image

from tests.small_project import PROJECT
from timeline.compiler import Build, compile_project
from timeline.dossier.card import COLOURS, card, card_data, with_card
from timeline.site import CARD

SEVEN = {
    f"content/narratives/side-{number}.yml": f"label: Side {number} of the dispute\n" for number in range(5)
} | {
    f"content/events/of-side-{number}.yml": "date: on the 21st\nplace: bridge\nclaim: So it is.\nsource: gazette\n"
    f"narrative: side-{number}\n"
    for number in range(5)
}


def built(changes: Mapping[str, str]) -> Build:
    files = {**PROJECT, **changes}
    return compile_project(
        {path: text.encode() for path, text in files.items() if not path.startswith("docs/")}
    )


def drawn(build: Build) -> Image.Image:
    return Image.open(io.BytesIO(card(build.aligned, build.timeline))).convert("RGB")


def test_it_has_the_size_that_previews_ask_for_and_the_colours_of_the_lanes() -> None:
    build = built(SEVEN)
    assert len(build.aligned.lanes) == 7
    picture = drawn(build)
    assert picture.size == (1200, 630)
    raw = picture.tobytes()
    pixels = {raw[at : at + 3].hex() for at in range(0, 1200 * 630 * 3, 3)}
    assert {colour.removeprefix("#") for colour in COLOURS} <= pixels


def test_the_same_words_give_the_same_bytes() -> None:
    first, second = built({}), built({})
    assert card(first.aligned, first.timeline) == card(second.aligned, second.timeline)


@pytest.mark.parametrize(
    "title",
    ["A", "باخموت: من قال ماذا ومتى", "What was said about it " * 20, "W" * 300, '"#eval(1) $x$ *b* \\n'],
)
def test_no_title_reaches_its_edges(title: str) -> None:
    settings = f"title: {json.dumps(title, ensure_ascii=False)}\nstandfirst: {json.dumps(title, ensure_ascii=False)}\n"
    picture = drawn(built({"timeline.yml": f"{settings}site_url: https://example.org/{'path/' * 12}\n"}))
    for box in ((0, 15, 60, 630), (1140, 15, 1200, 630), (0, 615, 1200, 630)):
        assert picture.crop(box).getcolors(1) == [((box[2] - box[0]) * (box[3] - box[1]), (255, 255, 255))], (
            box
        )


def test_there_is_one_where_the_site_has_an_address() -> None:
    assert CARD in with_card(built({})).files
    assert CARD not in with_card(built({"timeline.yml": "title: Bridge\n"})).files


def test_nothing_of_a_removed_claim_is_on_it() -> None:
    gone = {"content/events/bridge-fell.yml": "status: {kind: removed, reason: safety}\n"}
    build = built(gone)
    data = json.dumps(card_data(build.aligned, build.timeline))
    assert '"1 claim"' in data
    assert "fell" not in data
    assert "Mayor" not in data
