"""The Data page lists every file as it is, and every field of the data."""

import html
import re

import pytest

from tests.builders import claim, timeline
from tests.pages.fixtures import small
from timeline.align import align
from timeline.exports import data_set
from timeline.exports.claim_fields import CLAIM
from timeline.exports.dating_fields import DATING
from timeline.exports.writing import Json
from timeline.model import Settings, Timeline
from timeline.pages import render
from timeline.pages.data import form, size
from timeline.wording import wording_for


def body(whole: Timeline) -> str:
    return next(page.body for page in render(align(whole), whole) if page.path == "data/index.md")


def words(whole: Timeline) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", "", body(whole)))


def test_every_file_is_linked_with_its_size_and_count() -> None:
    whole = small()
    written = body(whole)
    for file in data_set(whole):
        row = next(line for line in written.split("\n") if f'href="{file.name}"' in line and "<tr>" in line)
        assert size(wording_for("en"), len(file.content)) in row
        if file.rows is not None:
            assert f">{file.rows:,} {file.unit}" in row


def test_it_says_how_to_cite_and_under_which_licence() -> None:
    whole = timeline(
        claim("a"), settings=Settings(title="A", licence="CC-BY-4.0", citation="An <b>archive</b>")
    )
    text = words(whole)
    assert "An <b>archive</b> Edition 0123456789ab." in text
    assert "Creative Commons Attribution 4.0 International" in text
    assert whole.content_sha256 in text
    assert "<b>archive</b>" not in body(whole)
    assert "The project states none" in words(timeline())


def test_every_field_is_described() -> None:
    text = words(small())
    described = [(field.name, field.description) for field in CLAIM]
    described += [(field.name, field.description) for field in DATING]
    for name, description in described:
        assert name in text
        assert description.replace("`", "") in text


@pytest.mark.parametrize(
    ("schema", "shown"),
    [
        ({"type": "string"}, "text"),
        ({"type": "string", "minLength": 1}, "id"),
        ({"type": ["string", "null"], "format": "date"}, "day or null"),
        ({"type": "boolean"}, "true or false"),
        ({"type": ["number", "null"]}, "number or null"),
        ({"type": "array", "items": {"type": "string", "minLength": 1}}, "list of ids"),
        ({"type": "array", "items": {"$ref": "#/$defs/figure"}}, "list of figure"),
        ({"anyOf": [{"$ref": "#/$defs/quote"}, {"type": "null"}]}, "quote or null"),
        ({"enum": ["a", None]}, "`a`, null"),
        ({"const": "removed"}, "`removed`"),
        (True, "any"),
    ],
)
def test_form(schema: Json, shown: str) -> None:
    assert form(schema) == shown
