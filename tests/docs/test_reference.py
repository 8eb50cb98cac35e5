"""Nothing that a contributor can meet is undocumented: every code and every field."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from timeline.codes import ALL, Code
from timeline.fields import RECORDS, SETTINGS_FIELDS
from timeline.pages.reference import fields_page
from timeline.shapes import Either, Field, Fields, Findings, Keyed, OneOrMore, Shape, Wrapped
from timeline.source import Mapping, read_document
from timeline.wording import wording_for

WITHOUT_EXAMPLE = {
    "R101": "a file of 64 KB",
    "R102": "bytes that are no text",
    "R103": "a mark that nobody can see",
    "R105": "a character that nobody can see",
    "R106": "two forms of a character that look the same",
    "R112": "a tab, which looks like spaces",
    "R129": "2,000 values",
    "R130": "8,000 characters",
    "R140": "a link of the file system",
    "R145": "a device or a file without permission",
    "C504": "eight files",
    "C521": "a claim that is not there",
    "P101": "a mistake in the program",
    "P102": "a mistake in the program",
    "P201": "a page of the project's own",
    "P303": "mkdocs.yml, which is no record",
    "P401": "a script that is not in this file",
    "P402": "a typesetter that gave up",
    **{code: "what a host on the web answers" for code in ALL if code.startswith("A")},
    **{code: "a table" for code in ALL if code.startswith("T")},
}
"""Codes that no few lines of YAML can show, and what they are about."""


@pytest.mark.parametrize("code", ALL.values(), ids=ALL)
def test_code_is_explained(code: Code) -> None:
    assert code.summary.endswith(".")
    assert code.explanation.endswith(".")
    assert len(code.explanation) > 80, "say why it matters and how to mend it"
    if code.id in WITHOUT_EXAMPLE:
        assert not code.wrong
        assert not code.right
    else:
        assert code.wrong
        assert code.right


def test_no_code_is_excused_that_is_none() -> None:
    assert set(ALL) >= set(WITHOUT_EXAMPLE)


def inside(shape: Shape, where: str, seen: tuple[Shape, ...] = ()) -> Iterator[tuple[str, Field]]:
    """Give the fields of the mappings that a shape may be, and what is in them."""
    if any(shape is one for one in seen):
        return
    match shape:
        case Fields(fields=fields):
            for field in fields:
                yield f"{where}.{field.name}", field
                yield from inside(field.shape, f"{where}.{field.name}", (*seen, shape))
        case Either(scalar=scalar, mapping=mapping):
            yield from inside(scalar, where, seen)
            yield from inside(mapping, where, seen)
        case OneOrMore(of=of) | Wrapped(of=of):
            yield from inside(of, where, seen)
        case Keyed(value=value):
            yield from inside(value, where, seen)
        case _:
            for attribute in ("mapping", "answered", "pair"):
                part = getattr(shape, attribute, None)
                if isinstance(part, Shape):
                    yield from inside(part, where, (*seen, shape))


FIELDS: dict[str, Field] = {
    where: field
    for kind, fields in {**RECORDS, "timeline.yml": SETTINGS_FIELDS}.items()
    for where, field in inside(Fields("a record", fields, lambda _, values: values), kind)
}
"""Every field by its path, those within dates, citations and so on included."""


def test_the_fields_within_fields_are_seen() -> None:
    assert {
        "events.date.not_before",
        "events.source.excerpt",
        "events.source.published.basis",
        "events.figures.unit",
        "events.quote.translation",
        "events.about.basis",
        "events.status.reason",
        "events.history.change",
        "events.narrative.basis",
        "speakers.names.basis",
        "timeline.yml.severities",
    } <= set(FIELDS)


@pytest.mark.parametrize("where", FIELDS)
def test_field_has_help_and_a_valid_example(where: str) -> None:
    field = FIELDS[where]
    assert field.help.endswith((".", "”"))
    document, found = read_document("example.yml", f"{field.example}\n".encode())
    assert found == ()
    assert isinstance(document.root, Mapping)
    (entry,) = document.root.entries
    assert entry.key.text == field.name
    findings: Findings = []
    assert field.shape.read(entry.value, findings) is not None
    assert findings == []


@pytest.mark.parametrize("where", FIELDS)
def test_field_stands_in_the_reference(where: str, reference: str) -> None:
    field = FIELDS[where]
    assert field.name in reference
    assert plain(field.help) in reference


@pytest.fixture(scope="module")
def reference() -> str:
    """The words of the generated reference of fields."""
    return plain(re.sub(r"<[^>]+>", "", html.unescape(fields_page(wording_for("en")).markdown())))


def plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())
