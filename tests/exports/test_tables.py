"""The tables, read by the standard library's reader and compared cell by cell with the JSON."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from tests.exports.stories import (
    ANY_TIMELINE,
    STORIES,
    claims,
    document,
    every_story,
    flat,
    many,
    present,
    real,
    small,
    torture,
)
from timeline.escapes import read_cell
from timeline.exports import data_files, data_set
from timeline.model import Timeline

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

REGISTRIES = ("sources", "speakers", "places", "topics", "narratives")
STATED = ("schema_version", "content_sha256", "licence", "citation")


def read(written: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: read_cell(cell) for name, cell in row.items()} for row in rows]


def as_value(cell: str, expected: Any) -> Any:
    """Read a cell as somebody would who knows what type its column has."""
    if isinstance(expected, bool):
        return {"true": True, "false": False}[cell]
    if isinstance(expected, int | float):
        return json.loads(cell)
    if isinstance(expected, list):
        return json.loads(cell) if cell.startswith("[") else cell.split("|")
    return cell


def compare(cells: dict[str, str], expected: dict[str, Any]) -> None:
    assert set(present(expected)) <= set(cells)
    for name, cell in cells.items():
        if name in STATED:
            continue
        value = expected.get(name)
        if value is None or value == []:
            assert cell == "", name
        else:
            assert as_value(cell, value) == value, name


@every_story
def test_every_claim_comes_back(story: Any) -> None:
    whole = story()
    rows = read(data_files(whole)["data/claims.csv"])
    expected = claims(whole)
    assert [row["id"] for row in rows] == list(expected)
    for row in rows:
        compare(row, expected[row["id"]])


@settings(max_examples=30)
@given(ANY_TIMELINE)
def test_every_claim_of_any_timeline_comes_back(whole: Timeline) -> None:
    expected = claims(whole)
    for row in read(data_files(whole)["data/claims.csv"]):
        compare(row, expected[row["id"]])


@every_story
@pytest.mark.parametrize("registry", REGISTRIES)
def test_every_other_record_comes_back(story: Any, registry: str) -> None:
    whole = story()
    rows = read(data_files(whole)[f"data/{registry}.csv"])
    records = document(whole)[registry]
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        compare(row, dict(flat(record)))


@every_story
@pytest.mark.parametrize("kind", ["relations", "figures"])
def test_what_claims_list_comes_back(story: Any, kind: str) -> None:
    whole = story()
    rows = read(data_files(whole)[f"data/{kind}.csv"])
    records = [
        {"claim": one["id"], **inner} for one in document(whole)["claims"] for inner in one.get(kind, [])
    ]
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        compare(row, record)


@every_story
def test_tables_have_the_form_of_rfc_4180(story: Any) -> None:
    for file in data_set(story()):
        if not file.path.endswith(".csv"):
            continue
        assert file.content.startswith(b"\xef\xbb\xbf")
        assert file.content.endswith(b"\r\n")
        text = file.content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert rows[0] == [column.name for column in file.columns]
        assert len(rows) - 1 == file.rows


def test_no_cell_is_a_formula_wherever_the_cells_are_parted() -> None:
    for path, content in data_files(torture()).items():
        if path.endswith(".csv"):
            for delimiter in ",;\t":
                text = content.decode("utf-8-sig")
                for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
                    for cell in row:
                        assert cell.lstrip(' \t\r\n"')[:1] not in {
                            "=",
                            "+",
                            "-",
                            "@",
                            "＝",
                            "＋",
                            "－",
                            "＠",
                        }, path


def test_a_negative_coordinate_is_a_number() -> None:
    whole = small()
    place = whole.places["bridge"]
    assert place.latitude is not None
    south = replace(whole, places={"bridge": replace(place, latitude=-place.latitude)})
    (row,) = read(data_files(south)["data/places.csv"])
    assert row["latitude"] == "-48.12"


def test_each_row_states_edition_licence_and_citation() -> None:
    whole = real()
    for path, content in data_files(whole).items():
        if path.endswith(".csv"):
            for row in read(content):
                assert row["content_sha256"] == whole.content_sha256
                assert row["licence"] == "CC-BY-4.0"
                assert whole.content_sha256[:12] in row["citation"]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_package_describes_the_tables(story: Any) -> None:
    files = data_files(story())
    package = json.loads(files["data/datapackage.json"])
    assert [one["path"] for one in package["resources"]] == [
        path.removeprefix("data/") for path in files if path.endswith(".csv")
    ]
    for resource in package["resources"]:
        content = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        header = content.decode("utf-8-sig").split("\r\n", 1)[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_types_in_the_package_are_those_of_the_cells() -> None:
    files = data_files(many())
    checks: dict[str, Callable[[str], object]] = {
        "string": str,
        "number": float,
        "boolean": ["true", "false"].index,
        "array": json.loads,
    }
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        assert set(types.values()) <= set(checks)
        for row in read(files[f"data/{resource['path']}"]):
            for name, cell in row.items():
                if cell:
                    checks[types[name]](cell)  # raises where the cell is of another type


@pytest.mark.parametrize(
    "folder", ["events", "sources", "speakers", "places", "topics", "narratives", "settings"]
)
def test_schemas_for_editors_are_published_under_their_own_address(folder: str) -> None:
    schema = json.loads(data_files(torture())[f"data/schema/{folder}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"https://example.org/a/timeline/data/schema/{folder}.json"
    assert "$id" not in json.loads(data_files(small())[f"data/schema/{folder}.json"])
