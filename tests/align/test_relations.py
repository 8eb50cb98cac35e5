"""Relations seen from both of their claims, and differences that nobody stated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import claim, timeline
from timeline.align import Verb, align
from timeline.align.relations import MOST_COMPARED
from timeline.model import Event, Status

A = claim("a", "21", "ru", about="control=all")
B = claim("b", "22", "ua", about="control=none")

CASES: list[tuple[str, list[Event], dict[str, list[str]]]] = [
    ("different answers differ, both ways", [A, B], {"a": ["differs-from b"], "b": ["differs-from a"]}),
    ("equal answers do not", [A, replace(B, about=A.about)], {"a": [], "b": []}),
    (
        "an inferred answer gives no difference",
        [A, claim("b", "22", "ua", about="control=none?")],
        {"a": [], "b": []},
    ),
    (
        "nor does a withdrawn claim",
        [A, replace(B, status=Status(kind="withdrawn", reason="wrong"))],
        {"a": [], "b": []},
    ),
    (
        "a stated relation takes its place",
        [A, claim("b", "22", "ua", about="control=none", relations={"disputes": "a"})],
        {"a": ["disputed-by b"], "b": ["disputes a"]},
    ),
    (
        "one speaker does not differ from himself, not even in another lane",
        [
            claim("a", "21", "ru", about="control=all", by=["x"]),
            claim("b", "22", "ua", about="control=none", by=["x"]),
        ],
        {"a": [], "b": []},
    ),
    (
        "two unnamed speakers of one lane may be one and the same",
        [
            claim("a", "21", "ua", about="control=all", by=[]),
            claim("b", "22", "ua", about="control=none", by=[]),
        ],
        {"a": [], "b": []},
    ),
    (
        "two named speakers of one lane differ",
        [
            claim("a", "21", "ua", about="control=all", by=["x"]),
            claim("b", "22", "ua", about="control=none", by=["y"]),
        ],
        {"a": ["differs-from b"], "b": ["differs-from a"]},
    ),
    (
        "every kind is seen from both ends, disputes first",
        [
            A,
            claim(
                "b",
                "22",
                "ua",
                relations=[
                    {"agrees_with": "a"},
                    {"repeats": "a"},
                    {"clarifies": "a"},
                    {"retracts": "a"},
                    {"disputes": "a"},
                ],
            ),
        ],
        {
            "a": ["disputed-by b", "clarified-by b", "retracted-by b", "repeated-by b", "agreed-with-by b"],
            "b": ["disputes a", "clarifies a", "retracts a", "repeats a", "agrees-with a"],
        },
    ),
    (
        "what leads nowhere, or back to itself, is passed over",
        [claim("a", "21", relations=[{"disputes": "nowhere"}, {"disputes": "a"}])],
        {"a": []},
    ),
]


@pytest.mark.parametrize(("events", "seen"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_links(events: list[Event], seen: dict[str, list[str]]) -> None:
    aligned = align(timeline(*events))
    assert {
        claim: [f"{link.verb} {link.other}" for link in links] for claim, links in aligned.relations.items()
    } == seen


def test_only_stated_disputes_are_counted_and_each_once() -> None:
    events = [
        A,
        B,
        claim("c", "22", "ua", relations=[{"disputes": "a"}, {"disputes": "a"}, {"agrees_with": "b"}]),
    ]
    aligned = align(timeline(*events))
    assert aligned.disputes == (("c", "a"),)
    assert [link.computed for link in aligned.relations["a"]] == [False, True]
    assert aligned.relations["a"][1].topic == "control"


def test_a_relation_to_a_removed_claim_is_gone() -> None:
    gone = replace(B, status=Status(kind="removed", reason="safety"))
    aligned = align(timeline(claim("a", "21", relations={"disputes": "b"}), gone))
    assert aligned.relations == {"a": ()}
    assert aligned.disputes == ()
    assert aligned.removed == ("b",)
    assert "b" not in aligned.placed


def test_every_verb_has_a_place_in_the_order() -> None:
    assert len(set(Verb)) == 11


def test_very_many_answers_are_left_to_the_page_of_the_topic() -> None:
    def both(count: int) -> int:
        sides = [
            claim(f"c{n}", "21", ("ru", "ua")[n % 2], about=f"control={('all', 'none')[n % 2]}")
            for n in range(count)
        ]
        return sum(len(links) for links in align(timeline(*sides)).relations.values())

    assert both(MOST_COMPARED) == MOST_COMPARED**2 // 2
    assert both(MOST_COMPARED + 1) == 0
