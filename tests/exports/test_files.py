"""What holds for all data files: what they state, what is left of a removed claim, and that nothing but content decides."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import claim, timeline
from tests.exports.stories import every_story, many, real, torture
from timeline.exports import FORMATS, data_files, data_set, edition_of
from timeline.exports.edition import LICENCES
from timeline.model import Citation, Figure, Quote, Settings, Status, Timeline
from timeline.pages.data import size
from timeline.removal import without_removed
from timeline.wording import wording_for

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

SCHEMAS = {"data/timeline.schema.json"} | {f"data/schema/{name}.json" for name in ("events", "settings")}


@every_story
def test_each_file_states_edition_licence_citation_and_version(story: Any) -> None:
    whole: Timeline = story()
    edition = edition_of(whole)
    for file in data_set(whole):
        if file.format == "schema" or file.path in SCHEMAS or file.rows == 0:
            continue
        text = re.sub("\r\n ", "", file.content.decode("utf-8-sig"))
        stated = [
            edition.content_sha256,
            "1.1",
            edition.number,
            *([edition.licence] if edition.licence else []),
        ]
        assert [one for one in stated if one not in text] == [], file.path


def test_of_a_removed_claim_no_byte_is_left_but_its_id() -> None:
    words = claim(
        "gone",
        "19",
        title="Zebra",
        note="Zebra",
        by=["zebra"],
        places=("zebra",),
        about="zebra=zebra",
        quote=Quote(text="Zebra"),
        figures=(Figure(measure="Zebra"),),
        tags=("Zebra",),
        citations=(Citation(source="zebra", excerpt="Zebra"),),
        status=Status(kind="removed", reason="safety", date="2023-07-01"),
    )
    whole = without_removed(timeline(claim("a"), replace(words, claim="Zebra")))
    for path, content in data_files(whole).items():
        if not path.startswith("data/schema/"):
            assert not re.search(b"zebra", content, re.IGNORECASE), path
            assert b"2023-05-19" not in content, path
    holding = {path for path, content in data_files(whole).items() if re.search(rb"\bgone\b", content)}
    assert {"data/timeline.json", "data/claims.csv", "data/claims.geojson", "data/claims.ics"} <= holding
    assert b"/c/gone/" not in data_files(whole)["data/claims.atom"]


@every_story
def test_only_the_content_decides(story: Any) -> None:
    whole: Timeline = story()
    turned: dict[str, Any] = {
        registry: dict(reversed(getattr(whole, registry).items()))
        for registry in ("events", "sources", "speakers", "places", "topics")
    }
    shuffled = replace(whole, **turned)
    assert data_files(whole) == data_files(shuffled)


def test_every_format_can_be_chosen() -> None:
    assert {file.format for file in data_set(real())} == set(FORMATS)
    assert len({file.path for file in data_set(real())}) == len(data_set(real()))


def test_nothing_is_read_from_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    before = data_files(many())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert data_files(many()) == before


CITED = [
    (Settings(title="A *fire*"), "A fire. Edition 0123456789ab."),
    (
        Settings(title="A fire.", site_url="https://example.org/x/"),
        "A fire. https://example.org/x/. Edition 0123456789ab.",
    ),
    (Settings(title="A fire", citation="An Archive, Lisbon."), "An Archive, Lisbon. Edition 0123456789ab."),
]


@pytest.mark.parametrize(("settings", "citation"), CITED)
def test_citation(settings: Settings, citation: str) -> None:
    assert edition_of(timeline(settings=settings)).citation == citation


@pytest.mark.parametrize(
    ("given", "name", "url"),
    [
        ("CC-BY-4.0", *LICENCES["CC-BY-4.0"]),
        ("Ask us", "Ask us", None),
        (None, None, None),
    ],
)
def test_licence(given: str | None, name: str | None, url: str | None) -> None:
    edition = edition_of(timeline(settings=Settings(licence=given)))
    assert (edition.licence, edition.licence_name, edition.licence_url) == (given, name, url)


@pytest.mark.parametrize(
    ("octets", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (9999, "10.0 kB"),
        (98206, "98 kB"),
        (2_500_000, "2.5 MB"),
    ],
)
def test_sizes(octets: int, shown: str) -> None:
    assert size(wording_for("en"), octets) == shown


def test_the_package_is_a_data_package() -> None:
    package = json.loads(data_files(torture())["data/datapackage.json"])
    assert re.fullmatch(r"[a-z0-9][a-z0-9._/-]*", package["name"])
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "title": LICENCES["CC-BY-4.0"][0], "path": LICENCES["CC-BY-4.0"][1]}
    ]
    assert package["homepage"] == "https://example.org/a/timeline/"
