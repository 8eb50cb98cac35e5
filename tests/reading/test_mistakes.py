"""Broken YAML, in the words of a person: the code, the place, and what the hint tells to type."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.commands.describe import TABLES
from timeline.shapes import inner_fields
from timeline.source import read_document
from timeline.source.mistakes import MAPPINGS, in_quotes


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "hint"),
    [
        ("claim: He said: no\n", "R111", 1, 15, '`claim: "He said: no"`'),
        (
            "about: why: rain\n",
            "R111",
            1,
            11,
            "a mapping, put `why: rain` on the next line, indented; if it is text",
        ),
        ("quote: one\n  that is so: no\n", "R111", 2, 13, '`quote: "one that is so: no"`'),
        ('claim: He said: "no" # sure\n', "R111", 1, 15, "`claim: 'He said: \"no\"'`"),
        ("claim: He said\n  this: no, that: yes\n", "R115", 2, 3, "in one column"),
        ("claim: He said\n  that he knew: no\n", "R111", 2, 15, '`claim: "He said that he knew: no"`'),
        ("claim: " + "word " * 99 + "so: no\n", "R111", 1, 505, 'word ..."`'),
        ("- a\n- he: said: no\n", "R111", 2, 11, '`he: "said: no"`'),
        ("'a b': c: d\n", "R111", 1, 9, "in double quotes"),
        ("claim:\tx\n", "R112", 1, 7, "by spaces"),
        ("source:\n\ttitle: x\n", "R112", 2, 1, "by spaces"),
        ("claim: one\n \ttwo: x\n", "R112", 2, 2, "by spaces"),
        ("date: x\nplace:Bakhmut\nclaim: y\n", "R113", 2, 1, "`place: Bakhmut`"),
        ("place:Bakhmut\nclaim: y\n", "R113", 1, 1, "`place: Bakhmut`"),
        ("date: x\n\n# where\nplace Bakhmut\nclaim: y\n", "R113", 4, 1, "`place: Bakhmut`"),
        ("claim: one\nand this is how it goes on\nplace: y\n", "R113", 2, 1, "indent the line"),
        ('claim: "The city\nplace: x\n', "R114", 1, 8, '`claim: "The city"`'),
        ('claim: "The city\nplace: "Kyiv"\n', "R114", 1, 8, '`claim: "The city"`'),
        ("claim: '" + "x" * 200, "R114", 1, 8, "close it with '"),
        ('claim: "x\n---\ny"\n', "R114", 1, 8, '`claim: "x"`'),
        ("date: x\n place: y\n", "R115", 2, 2, "in one column"),
        (" date: x\nplace: y\n", "R115", 2, 1, "in one column"),
        ("a:\n   b: c\n  d: e\n", "R115", 3, 3, "in one column"),
        ("by: @x\n", "R116", 1, 5, '`by: "@x"`'),
        ("by: `x`\n", "R116", 1, 5, '`by: "`x`"`'),
        ("note: %5\n", "R116", 1, 7, '`note: "%5"`'),
        ("claim: *so* he said\n", "R116", 1, 8, '`claim: "*so* he said"`'),
        ("claim: & so on\n", "R116", 1, 8, '`claim: "& so on"`'),
        ("claim: [A] b\n", "R116", 1, 8, '`claim: "[A] b"`'),
        ("claim: , b\n", "R116", 1, 8, '`claim: ", b"`'),
        ("claim: - b\n", "R116", 1, 8, "below `claim:`"),
        ("[x]: - b\n", "R116", 1, 6, "below `tags:`"),
        ("claim: > 5 men\n", "R116", 1, 8, "on the next line"),
        ("- 'a': @b\n", "R116", 1, 8, "the whole value"),
        ('claim: "A" b\n', "R117", 1, 12, "`claim: '\"A\" b'`"),
        ("claim: 'A' b: c\n", "R117", 1, 12, "`claim: \"'A' b: c\"`"),
        ("tags: [a, b\nplace: x\n", "R118", 1, 7, "close it with ]"),
        ("a: {b: c\n", "R118", 1, 4, "close it with }"),
        ("{{#x", "R118", 1, 2, "close it with }"),
        ('note: "C:\\data"\n', "R119", 1, 10, "single quotes"),
        ('note: "\\uZZ"\n', "R119", 1, 8, "single quotes"),
        ('note: "\\U00110000"\n', "R119", 1, 8, "single quotes"),
        (": x\n", "R126", 1, 1, "`name: value`"),
        ("a: b\n}\n", "R110", 2, 1, "the one above"),
    ],
)
def test_mistake_is_named(text: str, code: str, line: int, column: int, hint: str) -> None:
    document, all_found = read_document("x.yml", text.encode())
    assert [(each.code, each.span.line, each.span.column) for each in all_found] == [(code, line, column)]
    assert document.root is None
    assert hint in all_found[0].hint


@pytest.mark.parametrize("words", ["plain", "it's", 'say "x"', "both \"x\" and 'y'", "back\\slash"])
def test_suggested_quotation_reads_as_the_words(words: str) -> None:
    document, all_found = read_document("x.yml", in_quotes(words).encode())
    assert all_found == ()
    assert getattr(document.root, "text", None) == words


def test_fields_that_may_hold_a_mapping_are_those_of_the_tables() -> None:
    def may_be_one(schema: dict[str, Any]) -> bool:
        parts = [*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())]
        return schema.get("type") == "object" or any(may_be_one(part) for part in parts)

    found = set()
    tables = list(TABLES.values())
    for table in tables:
        for field in table:
            if may_be_one(field.shape.json_schema()):
                found.add(field.name)
            within = inner_fields(field.shape)
            if within and within not in tables:
                tables.append(within)
    assert found == MAPPINGS
