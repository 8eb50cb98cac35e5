"""The JSON Schema for editors: it accepts what the validator accepts, and refuses what it refuses."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from timeline.fields import RECORDS
from timeline.schema import json_schema

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""


class Loader(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: a date is text."""


Loader.yaml_implicit_resolvers = {
    start: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for start, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

VALID = {"date": "on the 21st", "place": "bakhmut", "claim": "The city stands.", "source": "article"}


def load(text: str) -> Any:
    return yaml.load(text, Loader)  # noqa: S506 - a safe loader, less one type


def validator(folder: str) -> Draft202012Validator:
    schema = json_schema(folder)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("folder", RECORDS)
def test_every_record_of_the_real_content_is_accepted(folder: str, repository: Path) -> None:
    check = validator(folder)
    files = sorted((repository / "content" / folder).glob("*.yml"))
    assert files
    for file in files:
        assert [error.message for error in check.iter_errors(load(file.read_text("utf-8")))] == []


def test_the_real_settings_are_accepted(repository: Path) -> None:
    assert validator("settings").is_valid(load((repository / "timeline.yml").read_text("utf-8")))


@pytest.mark.parametrize("folder", [*RECORDS, "settings"])
def test_every_field_is_described_and_its_example_is_accepted(folder: str) -> None:
    schema = json_schema(folder)
    properties = {name: {**one, "$schema": schema["$schema"]} for name, one in schema["properties"].items()}
    assert all(one["description"] for one in properties.values())
    if folder == "settings":
        return
    for field in RECORDS[folder]:
        given = load(field.example)
        assert list(given) == [field.name]
        assert Draft202012Validator(properties[field.name]).is_valid(given[field.name]), field.example


REFUSED = {
    "an unknown field": "plaec: x",
    "a word that is not one of a few": "kind: fact",
    "a list where text stands": "title: [a]",
    "a figure with words": "figures: {drones: {value: about 20}}",
    "an unknown relation": "relations: [{denies: that}]",
    "an answer without its id": "about: {who: {basis: inferred}}",
    "a date without a phrase": "said: {zone: Europe/Kyiv}",
    "an id with capitals": "narrative: Ukrainian-Side",
    "a status without a reason": 'status: {kind: withdrawn, date: "2023-05-24"}',
    "a day in words": "history: [{date: [], change: x}]",
    "an address without a scheme": "source: {title: A, url: www.example.org}",
    "a language by its name": "quote: {text: x, language: English}",
    "an empty list": "tags: []",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_the_validator_refuses_is_refused(text: str) -> None:
    assert validator("events").is_valid(VALID)
    assert not validator("events").is_valid(VALID | load(text))


def test_a_missing_field_is_refused() -> None:
    assert not validator("events").is_valid(
        {name: value for name, value in VALID.items() if name != "source"}
    )
