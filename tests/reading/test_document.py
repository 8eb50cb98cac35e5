"""What the reader makes of good files: text with places."""

from __future__ import annotations

import pytest

from timeline.diagnostics import Span
from timeline.source import Document, Mapping, Node, Scalar, Sequence, read_document

PATH = "content/events/x.yml"


def read(text: str) -> Document:
    document, found = read_document(PATH, text.encode())
    assert found == ()
    return document


def value(text: str, name: str = "claim") -> Node:
    root = read(text).root
    assert isinstance(root, Mapping)
    node = root.get(name)
    assert node is not None
    return node


def scalar(text: str, name: str = "claim") -> Scalar:
    node = value(text, name)
    assert isinstance(node, Scalar)
    return node


def place(span: Span) -> tuple[int, int, int, int]:
    assert span.path == PATH
    return span.line, span.column, span.end_line, span.end_column


def under(text: str, span: Span) -> str:
    """The stretch of the file that a place covers."""
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, *middle, last = lines[span.line - 1 : span.end_line]
    return "\n".join([first[span.column - 1 :], *middle, last[: span.end_column - 1]])


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "12:30",
        "2022-02-30",
        "0x1F",
        "~",
        "null",
        "1_000",
        "010",
        ".inf",
        "2023-05-21T10:00:00Z",
        "1e3",
        "=",
    ],
)
def test_every_scalar_is_text(written: str) -> None:
    assert scalar(f"claim: {written}\n").text == written


@pytest.mark.parametrize(
    ("text", "style", "reads", "covers"),
    [
        ("claim: the city  \n", "plain", "the city", "the city"),
        ("claim: the city # sure\n", "plain", "the city", "the city"),
        ("claim: 'it''s'\n", "single", "it's", "'it''s'"),
        ('claim: "a\\tb"\n', "double", "a\tb", '"a\\tb"'),
        ("claim: one\n  two\nplace: x\n", "plain", "one two", "one\n  two"),
        ("claim: |\n  one\n  two\n\n\nplace: x\n", "literal", "one\ntwo\n", "|\n  one\n  two"),
        ("claim: >-\n  one\n  two\n\n# end\n", "folded", "one two", ">-\n  one\n  two"),
        ("claim: 俄军 😀 x\n", "plain", "俄军 😀 x", "俄军 😀 x"),
    ],
)
def test_scalar_knows_its_words_and_place(text: str, style: str, reads: str, covers: str) -> None:
    node = scalar(text)
    assert (node.style, node.text) == (style, reads)
    assert under(text, node.span) == covers


def test_columns_count_code_points_and_survive_crlf() -> None:
    node = scalar("date: x\r\nplace: y\r\nclaim: 😀 ok\r\n")
    assert place(node.span) == (3, 8, 3, 12)
    assert node.text == "😀 ok"


def test_empty_value_stands_behind_its_colon() -> None:
    node = scalar("date: x\nclaim:   # nothing yet\nplace: y\n")
    assert (node.text, node.style, place(node.span)) == ("", "plain", (2, 7, 2, 7))


def test_collections_go_from_their_first_to_their_last_character() -> None:
    text = "by:\n- ukraine\n- name: x\n  role: y\n\ntags: [a, {b: c}, [d: e]]\nlast:\n"
    root = read(text).root
    assert isinstance(root, Mapping)
    assert under(text, root.span) == text.rstrip()
    by, tags = root.get("by"), root.get("tags")
    assert isinstance(by, Sequence)
    assert isinstance(tags, Sequence)
    assert under(text, by.span) == "- ukraine\n- name: x\n  role: y"
    assert under(text, by.items[1].span) == "name: x\n  role: y"
    assert [under(text, item.span) for item in tags.items] == ["a", "{b: c}", "[d: e]"]
    assert under(text, tags.span) == "[a, {b: c}, [d: e]]"
    assert [under(text, entry.key.span) for entry in root.entries] == ["by", "tags", "last"]
    assert root.get("none") is None


def test_document_start_and_end_marks_are_fine() -> None:
    assert scalar("---\nclaim: x\n...\n").text == "x"


def test_text_is_brought_to_nfc_and_a_note_says_so() -> None:
    document, (note,) = read_document(PATH, "claim: cafe\u0301 closed\n".encode())
    assert isinstance(document.root, Mapping)
    claim = document.root.get("claim")
    assert isinstance(claim, Scalar)
    assert claim.text == "caf\u00e9 closed"
    assert (note.code, note.severity) == ("R106", "note")
    assert place(claim.span) == (1, 8, 1, 20)
    assert claim.span_of(0, 4) == claim.span  # one character of text is not one of the file here


@pytest.mark.parametrize(
    "text",
    [
        "claim: the city is held\n",
        "claim: 'the city is held'\n",
        'claim: "the city is held"\n',
    ],
)
def test_word_in_a_scalar_can_be_underlined(text: str) -> None:
    assert under(text, scalar(text).span_of(4, 8)) == "city"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("claim: >-\n  the city\n", 4, 8),
        ("claim: the\n  city\n", 4, 8),
        ('claim: "the\\x20city"\n', 4, 8),
        ("claim: the city\n", 4, 99),
        ("claim: the city\n", 5, 4),
    ],
)
def test_word_that_cannot_be_found_gives_the_whole_scalar(text: str, start: int, end: int) -> None:
    node = scalar(text)
    assert node.span_of(start, end) == node.span


@pytest.mark.parametrize(
    "words",
    [
        "می‌خواهم",  # Persian, with a zero-width non-joiner
        "שלום\u200f עולם",  # Hebrew, with a direction mark
        "\u061cعربي\u200e",
        "👩‍👩‍👧 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿",  # a family and the flag of Scotland
        "Володимир Зеленський",
    ],
)
def test_marks_that_scripts_need_are_kept(words: str) -> None:
    assert scalar(f"claim: {words}\n").text == words
