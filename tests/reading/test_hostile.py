"""Nothing raises and nothing stalls, whatever the bytes; and what a YAML writer writes comes back as it was."""

from __future__ import annotations

import time
import unicodedata
from typing import TypeAlias

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.source import LARGEST, Document, Mapping, Node, Scalar, read_document

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

SECONDS = 5.0
"""Of processor time, on a slow machine and under coverage. The worst file takes a third of a second; anything quadratic
would take minutes."""

UNITS = [
    *(
        "[",
        "{",
        "- ",
        "? ",
        "!",
        "&a ",
        "*a ",
        '"',
        "'",
        ": ",
        "\U0001f600",
        "x",
        "#",
        "#\n",
        "|",
        "|\n",
        "%\n",
        "[],",
    ),
    *(
        "[a,",
        "{a: b},",
        " ",
        "\n",
        " \n",
        "a: ",
        "a:\n",
        "- a\n",
        "a: b\n",
        "\t",
        '"\\',
        "`",
        "---\n",
        "...\n",
        "!a ",
    ),
    *(
        "a: |\n  x\n",
        "\u202e",
        "\0",
        "\r",
        "\ufffe",
        "\ue000",
        "a\u0301",
        "<<: ",
        "? [",
        "a: 'b' ",
        "abc def\n",
        "]",
    ),
    *("\u200b", "\ufeff", "- - - -\n", " #", "\U000e0041", ">\n x\n", "\n\tz", '"\\u202e', "a: b: ", "'' "),
]


def read_all(data: bytes) -> Document:
    start = time.process_time()
    document, found = read_document("x.yml", data)
    assert time.process_time() - start < SECONDS
    lines = document.text.split("\n")
    for each in found:
        span = each.span
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 2
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert document.root is not None or any(each.severity == "error" for each in found)
    return document


@pytest.mark.parametrize("start", ["", "claim: ", "a:\n  - b: "])
@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_the_largest_file_of_one_thing_is_read_in_time(unit: str, start: str) -> None:
    read_all((start + unit * LARGEST).encode()[:LARGEST])


@pytest.mark.parametrize(
    "text",
    [
        "%YAML 1." + "1" * 60_000,
        "a: b" + " " * 60_000 + "c: d",
        "a: b" + " #" * 30_000 + ": d",
        "a: [" + "b,\n" * 20_000,
        "a: b\n" + "  c\n" * 16_000,
        'a: "b' + "\n" * 65_000,
        "a: b\n" + "  # c\n" * 10_000 + "c: d",
        "".join(" " * depth + "a:\n" for depth in range(350)),
        "a: |\n" + " " * 60_000 + "x",
        "a: !" + "%41" * 20_000,
        "!<" + "a" * 65_000,
        "-" * LARGEST,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_long_shapes_are_read_in_time(text: str) -> None:
    read_all(text.encode())


@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    read_all(data)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read_all(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=400)
@given(
    st.lists(
        st.sampled_from([*UNITS, "  ", "\n", "claim: ", "\n  ", ":", ",", "}", "\\x", "!<", "~", ">-\n  "]),
        max_size=30,
    )
)
def test_any_mixture_of_yaml_is_read(parts: list[str]) -> None:
    read_all("".join(parts).encode())


Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
words = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=40)
names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
trees = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def texts(node: Node | None) -> Plain:
    """The tree without its places."""
    if node is None or isinstance(node, Scalar):
        return node.text if node else ""
    if isinstance(node, Mapping):
        return {entry.key.text: texts(entry.value) for entry in node.entries}
    return [texts(item) for item in node.items]


def deep(tree: Plain) -> int:
    if isinstance(tree, str):
        return 0
    return 1 + max(map(deep, tree.values() if isinstance(tree, dict) else tree), default=0)


@given(st.dictionaries(names, trees, min_size=1, max_size=5), st.sampled_from([True, False, None]))
def test_reading_undoes_writing(tree: dict[str, Plain], flow: bool | None) -> None:  # noqa: FBT001 - PyYAML's own values
    written = yaml.dump(tree, Dumper=Dumper, default_flow_style=flow, allow_unicode=True)
    if deep(tree) <= 8:
        assert texts(read_document("x.yml", written.encode())[0].root) == tree


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=200))
def test_permitted_words_come_back_unchanged(text: str) -> None:
    written = yaml.dump({"claim": text}, Dumper=Dumper, allow_unicode=True)
    root = read_document("x.yml", written.encode())[0].root
    assert isinstance(root, Mapping)
    claim = root.get("claim")
    assert isinstance(claim, Scalar)
    assert claim.text == unicodedata.normalize("NFC", text)
