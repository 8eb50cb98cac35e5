"""Single answers put together to a record."""

from __future__ import annotations

from timeline.contribute.composing import about, one_or_list, relations, with_field, without


def test_a_field_becomes_a_mapping_when_it_has_more_to_say() -> None:
    record = with_field({}, "date", "last Friday")
    assert record == {"date": "last Friday"}
    assert with_field(record, "date.basis", "So it is.") == {
        "date": {"phrase": "last Friday", "basis": "So it is."}
    }
    assert with_field({"source": "report"}, "source.excerpt", "…") == {
        "source": {"id": "report", "excerpt": "…"}
    }
    assert with_field({"source": {"locator": "p. 1"}}, "source", "report") == {
        "source": {"id": "report", "locator": "p. 1"}
    }
    assert with_field({}, "answers.held", "It was held") == {"answers": {"held": "It was held"}}


def test_a_field_that_is_given_twice_becomes_a_list() -> None:
    once = with_field({}, "by", "mayor")
    assert with_field(once, "by", "chief") == {"by": ["mayor", "chief"]}
    assert with_field(with_field(once, "by", "chief"), "by", "port") == {"by": ["mayor", "chief", "port"]}


def test_an_empty_answer_changes_nothing() -> None:
    assert with_field({"by": "mayor"}, "via", "") == {"by": "mayor"}
    assert without({"by": "mayor", "via": "x"}, "via") == {"by": "mayor"}


def test_topics_and_relations_as_a_file_has_them() -> None:
    assert about([("a", "")]) == "a"
    assert about([("a", ""), ("b", "")]) == ["a", "b"]
    assert about([("a", "yes")]) == {"a": {"answer": "yes", "basis": "stated"}}
    assert about([("a", "yes"), ("b", "")]) == [{"a": {"answer": "yes", "basis": "stated"}}, "b"]
    assert relations([("disputes", "x")]) == [{"disputes": "x"}]
    assert one_or_list(["a"]) == "a"
    assert one_or_list(["a", "b"]) == ["a", "b"]
