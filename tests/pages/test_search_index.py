"""What the search reads. What it finds in it is shown in tests/browser/test_search.py."""

import gzip
import json
from typing import Any

from tests.small_project import PROJECT
from timeline.compiler import compile_project
from timeline.resources import asset_files

SPEAKER = (
    "name: Mayor\nnarrative: town\nnames: [Міський голова, {name: Jo Doe, basis: The gazette says so.}]\n"
)


def index(changes: dict[str, str], written: dict[str, bytes] | None = None) -> Any:
    inputs = {
        path: text.encode() for path, text in {**PROJECT, **changes}.items() if path.startswith("content/")
    }
    settings = (changes.get("timeline.yml") or PROJECT["timeline.yml"]).encode()
    build = compile_project(
        {**inputs, "timeline.yml": settings}, handwritten=list(written or {}), written=written
    )
    return json.loads(build.files["search/index.json"])


def test_a_record_stands_under_all_of_its_names_and_claims_name_it_by_number() -> None:
    made = index({"content/speakers/mayor.yml": SPEAKER})
    speakers = made["groups"]["speakers"]
    assert speakers["folder"] == "p"
    assert speakers["label"] == "Speakers"
    mayor = speakers["records"].index(["mayor", "Mayor", ["Міський голова", "Jo Doe"], ""])
    (claim,) = [claim for claim in made["claims"] if claim[0] == "bridge-fell"]
    assert claim[5] == [mayor]
    assert made["lanes"][claim[4]]["label"] == "Town"
    assert [made["groups"]["places"]["records"][place][1] for place in claim[6]] == ["The bridge"]
    assert made["groups"]["topics"]["records"][claim[7][0]][2] == ["Open", "Closed"]


def test_hand_written_pages_are_found_by_title_headings_and_words() -> None:
    page = b"---\ntitle: 'Who we are'\n---\n# About us\n\nWe *are* [neighbours](a.md).\n\n## Money {#m}\n\n```\n## no\n```\n"
    made = index({}, {"about/index.md": page, "notes.md": b"Nothing but words.\n"})
    pages = {entry[0]: entry[1:] for entry in made["groups"]["pages"]["records"]}
    assert pages["about/"] == ["Who we are", ["About us", "Money", "no"], "We are neighbours."]
    assert pages["notes/"] == ["notes", [], "Nothing but words."]
    assert pages["method/"][0] == "Method"


def test_an_empty_project_has_an_empty_index() -> None:
    build = compile_project({"timeline.yml": b"title: Bridge\n"})
    made = json.loads(build.files["search/index.json"])
    assert made["claims"] == []
    assert made["groups"]["speakers"]["records"] == []


def test_the_scripts_of_the_search_are_light() -> None:
    scripts = [asset_files()[f"assets/timeline/js/{name}.js"] for name in ("search", "finding")]
    assert sum(len(gzip.compress(script)) for script in scripts) <= 6_300
