"""What the writer writes, our reader reads as the same data; and so does any other reader of YAML."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.codes import Code, reading
from timeline.contribute.order import EVENT_ORDER, arranged, file_order
from timeline.contribute.writing import WIDTH, as_text, plain_data, write_record, yaml_text
from timeline.fields import EVENT_FIELDS, RECORDS
from timeline.source import read_document
from timeline.source.characters import refused

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
CASES: list[dict[str, Any]] = json.loads((HERE / "yaml_cases.json").read_text("utf-8"), parse_float=Decimal)

AWKWARD = " \n\t\u00a0:#-?!&*|>'\"%@`[]{},.\\0123aeTtyn~=<é\u0301\u3000\U0001f525"
"""Characters that mean something to YAML somewhere, more often than chance would give them."""


def permitted(text: str) -> bool:
    return not any(refused(unicodedata.normalize("NFC", text), line_ends=False))


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(permitted)
awkward = st.text(AWKWARD, max_size=30).filter(permitted)
sentences = st.lists(words | awkward, max_size=30).map(" ".join)
texts = (
    words | awkward | sentences | st.sampled_from(["null", "No", "1e5", "12:30", "2023-05-22", "0x1F", "---"])
)
names = st.text(AWKWARD + "abc_", min_size=1, max_size=12).map(
    lambda name: unicodedata.normalize("NFC", name)
)
data = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)
records = st.dictionaries(names, data, min_size=1, max_size=4)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 80
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_is_written_exactly_so(case: dict[str, Any]) -> None:
    assert yaml_text(case["data"], schema=case.get("schema", "")) == case["text"]
    text, found = write_record("content/events/x.yml", case["data"], schema=case.get("schema", ""))
    if refusals := case.get("refused"):
        assert text is None
        assert sorted({each.code for each in found}) == refusals
    elif case["data"]:
        assert text == case["text"]


@given(records)
@example({"claim": "a " * 200})
@example({"claim": "\u0301" + "a " * 200})
@example({"claim": ["\n a"], "...": {"-": "---"}})
def test_our_reader_reads_back_the_same_data(record: dict[str, Any]) -> None:
    text = yaml_text(record)
    document, found = read_document("content/events/x.yml", text.encode())
    assert not [each for each in found if each.severity == "error"], (text, found)
    assert document.root is not None
    assert plain_data(document.root) == as_text(record)
    assert text.endswith("\n")
    assert not any(line != line.rstrip(" \t") for line in text.split("\n"))


@given(records)
def test_another_reader_reads_text_as_text(record: dict[str, Any]) -> None:
    """PyYAML's own rules for what is a number, a truth or a day are those of YAML 1.1."""
    assert yaml.safe_load(yaml_text(record)) == as_text(record)


@given(sentences)
def test_only_what_cannot_be_broken_is_wider_than_the_page(sentence: str) -> None:
    for line in yaml_text({"claim": sentence}).split("\n"):
        if len(line) > WIDTH and line.startswith("  "):
            assert "\n" in sentence or not any(
                left and right and left[-1:].isalnum() and right[:1].isalnum()
                for left, _, right in [line.strip().partition(" ")]
            )


@given(st.text(st.characters(exclude_categories=[]), max_size=30))
def test_it_writes_nothing_that_our_reader_would_not_read(text: str) -> None:
    written, found = write_record("content/events/x.yml", {"claim": text})
    if permitted(text):
        assert written is not None
    else:
        assert written is None
        assert any(each.severity == "error" for each in found)


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"claim": "a\u202eb"}, reading.REFUSED_CHARACTER),
        ({"claim": "\ud800"}, reading.NOT_UTF8),
        ({"claim": "word " * 2_000}, reading.TEXT_TOO_LONG),
        ({"a" * 2000: "b"}, reading.WRONG_INDENTATION),
        ({"": "b"}, reading.ODD_KEY),
        ({"é": "b", "e\u0301": "c"}, reading.DUPLICATE_KEY),
        ({f"k{number}": "x" * 700 for number in range(100)}, reading.FILE_TOO_LARGE),
        ({"a": [[[[[[[[["deep"]]]]]]]]]}, reading.TOO_DEEP),
    ],
)
def test_it_refuses_what_the_reader_refuses(record: dict[str, Any], code: Code) -> None:
    text, found = write_record("content/events/x.yml", record)
    assert text is None
    assert code.id in {each.code for each in found}


def test_every_record_of_this_repository_is_written_as_it_reads() -> None:
    paths = sorted(CONTENT.rglob("*.yml"))
    assert len(paths) > 70
    for path in paths:
        document, _ = read_document(path.name, path.read_bytes())
        assert document.root is not None
        said = plain_data(document.root)
        assert isinstance(said, dict)
        text, _ = write_record(path.name, arranged(path.parent.name, said))
        assert text is not None
        again, _ = read_document(path.name, text.encode())
        assert again.root is not None
        back = plain_data(again.root)
        assert isinstance(back, dict)
        assert back == said, path
        if path.parent.name == "events":
            assert list(back) == list(said), f"{path} has another order than what is written"


def test_the_order_of_an_event_holds_every_field() -> None:
    assert sorted(EVENT_ORDER) == sorted(field.name for field in EVENT_FIELDS)
    for folder, table in RECORDS.items():
        assert sorted(file_order(folder)) == sorted(field.name for field in table)


def test_fields_are_put_in_order_at_every_depth() -> None:
    record: dict[str, Any] = {
        "source": [{"excerpt": "He said so.", "locator": "page 1", "id": "report"}],
        "figures": {"drones": {"unit": "drones", "value": "20"}, "men": "3"},
        "claim": "It was so.",
        "unheard-of": "x",
        "relations": [{"disputes": "b"}],
        "said": {"basis": "Because.", "phrase": "unstated"},
        "history": [{"change": "c", "date": "2023-05-24"}],
        "about": {"topic": {"basis": "stated", "answer": "held"}},
        "title": "20",
    }
    put = arranged("events", record)
    assert list(put) == [
        "title",
        "said",
        "claim",
        "about",
        "relations",
        "figures",
        "source",
        "history",
        "unheard-of",
    ]
    assert as_text(put) == record
    assert yaml_text(put) == (
        'title: "20"\n'
        "said:\n  phrase: unstated\n  basis: Because.\n"
        "claim: It was so.\n"
        "about:\n  topic:\n    answer: held\n    basis: stated\n"
        "relations:\n  - disputes: b\n"
        "figures:\n  drones:\n    value: 20\n    unit: drones\n  men: 3\n"
        "source:\n  - id: report\n    locator: page 1\n    excerpt: He said so.\n"
        'history:\n  - date: "2023-05-24"\n    change: c\n'
        "unheard-of: x\n"
    )


def test_numbers_and_truths_are_bare_where_the_tables_say_so() -> None:
    assert yaml_text(arranged("places", {"longitude": "38.000", "latitude": "-0.5", "name": "7"})) == (
        'name: "7"\nlatitude: -0.5\nlongitude: 38.000\n'
    )
    assert yaml_text(arranged("narratives", {"party": "true", "short": "no", "label": "x"})) == (
        'label: x\nshort: "no"\nparty: true\n'
    )
    assert yaml_text(arranged("places", {"latitude": "007"})) == 'latitude: "007"\n'
