"""What the reader refuses, and where."""

from __future__ import annotations

import pytest

from timeline.diagnostics import Severity
from timeline.source import LARGEST, Mapping, read_document


def found(text: str | bytes) -> list[tuple[str, int, int]]:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return [(each.code, each.span.line, each.span.column) for each in read_document("x.yml", data)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # bytes and characters
        (b"claim: Kramators\xefk\n", [("R102", 1, 17)]),
        (b"\xff\xfec\0", [("R102", 1, 1)]),
        (b"a: b\nc: \xed\xa0\x80\n", [("R102", 2, 4)]),
        ("\ufeffclaim: x\n", [("R103", 1, 1)]),
        ("a: b\nclaim: x\0y\n", [("R104", 2, 9)]),
        ("claim: x\u0085y\u2028z\u2029\n", [("R104", 1, 9), ("R104", 1, 11), ("R104", 1, 13)]),
        ("claim: x\u202ey\u2066z\n", [("R104", 1, 9), ("R104", 1, 11)]),
        ("claim: x\ufffey\ufdd0z\U0001ffff\n", [("R104", 1, 9), ("R104", 1, 11), ("R104", 1, 13)]),
        ("claim: x\u0378y\ue000\n", [("R104", 1, 9), ("R104", 1, 11)]),
        ("claim: x\U000e0041\U000e0042\n", [("R104", 1, 9), ("R104", 1, 10)]),
        (
            "claim: x\U000e0041 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\n",
            [("R104", 1, 9)],
        ),
        ("claim: x\rplace: y: z\n", [("R104", 1, 9)]),
        ("claim: x\u200by\u00adz\n", [("R105", 1, 9), ("R105", 1, 11)]),
        ("claim: x\u200by\ufeff\n", [("R105", 1, 9), ("R104", 1, 11)]),
        ("claim: x\u2063y\n", [("R104", 1, 9)]),
        # rows of what cannot be seen, and heaps of marks
        ("claim: \u0645" + "\u200c\u200d" * 3 + "\u0645\n", [("R104", 1, 13), ("R104", 1, 14)]),
        ('claim: "\u0645' + "\\u200c" * 5 + '"\n', [("R104", 1, 8)]),
        ("claim: x" + "\u0301" * 9 + "\n", [("R104", 1, 17)]),
        ('claim: "x\\u202e\\x00"\n', [("R104", 1, 10), ("R104", 1, 16)]),
        ('claim: "\\N\\L\\P\\e\\0\\r\\a"\n', [("R104", 1, 9 + 2 * n) for n in range(7)]),
        ('claim: "fine\\n\\t\\u00e9 \\ud83d"\n', [("R104", 1, 24)]),
        # nothing to read
        ("", [("R107", 1, 1)]),
        ("\n\n# only a comment\n", [("R107", 1, 1)]),
        ("---\n", [("R107", 1, 1)]),
        # features of YAML
        ("a: &x 1\nb: *x\n", [("R120", 1, 4), ("R121", 2, 4)]),
        ("a: &x !t 1\nb: !<tag:x> 2\n", [("R120", 1, 4), ("R122", 1, 7), ("R122", 2, 4)]),
        ("a: !e!x 1\n", [("R122", 1, 4)]),
        ("%YAML 1.1\n%FOO\n---\na: 1\n", [("R123", 1, 1), ("R123", 2, 1)]),
        ("a: {<<: b}\n", [("R124", 1, 5)]),
        ("a: 1\n---\nb: 2\n", [("R125", 2, 1)]),
        ("a: 1\n...\nb: 2\n", [("R125", 3, 1)]),
        ("? [a]\n: 1\n? {b: c}\n: 2\n? |\n  d\n: 3\n", [("R126", 1, 3), ("R126", 3, 3), ("R126", 5, 3)]),
        ("{'': x}\n", [("R126", 1, 2)]),
        ("a: 1\n'a': 2\n\"a\": 3\n", [("R127", 2, 1), ("R127", 3, 1)]),
        # limits
        ("a: " + "[" * 8 + "]" * 8, [("R128", 1, 11)]),
        ("".join("  " * n + "a:\n" for n in range(9)) + " " * 18 + "b\n", [("R128", 9, 17)]),
        ("- a\n" * 2000, [("R129", 2000, 3)]),
        ("a: " + "x" * 8001, [("R130", 1, 4)]),
    ],
)
def test_is_refused_at_its_place(text: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 7 + "]" * 7,
        "- a\n" * 1999,
        "a: " + "x" * 8000,
        "a: x\n" + "#" * (LARGEST - 5),
        "'<<': b\n",
    ],
)
def test_limits_themselves_are_allowed(text: str) -> None:
    assert found(text) == []


def test_one_byte_too_many_is_too_large() -> None:
    document, (finding,) = read_document("x.yml", b"a" * (LARGEST + 1))
    assert (finding.code, document.root, document.text) == ("R101", None, "")


def test_repeated_field_names_both_places_and_the_first_counts() -> None:
    document, (finding,) = read_document("x.yml", b"place: Bakhmut\ndate: x\nplace: Kyiv\n")
    assert (finding.span.line, finding.related[0].span.line) == (3, 1)
    assert isinstance(document.root, Mapping)
    assert [entry.key.text for entry in document.root.entries] == ["place", "date"]


def test_refused_characters_do_not_hide_what_else_is_wrong() -> None:
    assert found("a: x\u202e\na: y\nb: &c z\n") == [("R104", 1, 5), ("R127", 2, 1), ("R120", 3, 4)]


def test_a_crowd_of_findings_is_cut_and_counted() -> None:
    text = "claim: " + "\u202e" * 50 + "\n"
    _, all_found = read_document("x.yml", text.encode())
    assert len(all_found) == 20
    assert all_found[-1].message.endswith("(30 more like this in the file)")
    assert "more like this" not in all_found[-2].message


def test_where_there_is_no_tree_there_is_an_error() -> None:
    document, all_found = read_document("x.yml", "# \u200b\n".encode())
    assert document.root is None
    assert {each.severity for each in all_found} == {Severity.ERROR, Severity.WARNING}
