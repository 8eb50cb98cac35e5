"""Words of a source with the claims made from them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import claim, timeline
from tests.pages.test_pages import pages_of
from timeline.model import Citation, Event, Timeline
from timeline.pages.annotate import Piece, Region, annotate, region

EXCERPT = "The mayor stated on the 21st that the bridge stands, and that nobody had crossed it."


def underlined(pieces: tuple[Piece, ...], claim: str) -> str:
    return "".join(piece.text for piece in pieces if piece.claim == claim)


def test_underlined_are_the_words_that_a_claim_follows() -> None:
    found = region("a", "The bridge stands.", EXCERPT, EXCERPT)
    pieces = annotate(EXCERPT, [found], ["on the 21st"])
    assert underlined(pieces, "a") == "the bridge stands"
    assert [piece.text for piece in pieces if piece.highlighted] == ["on the 21st"]
    assert [piece.text for piece in pieces if "a" in piece.ends] == ["the bridge stands"]


def test_a_claim_that_follows_no_words_underlines_all_that_was_read() -> None:
    found = region("a", "Міст стоїть.", EXCERPT, EXCERPT)
    assert (found.start, found.end) == (0, len(EXCERPT))


def test_a_claim_keeps_to_its_own_part_of_a_longer_excerpt() -> None:
    own = "and that nobody had crossed it."
    found = region("a", "Something else entirely.", EXCERPT, own)
    assert EXCERPT[found.start : found.end] == own


def test_claims_that_share_words_each_have_their_number_at_their_end() -> None:
    pieces = annotate("one two three four", [Region("a", 0, 13), Region("b", 4, 18)], [])
    assert [(piece.text, piece.claim, piece.ends) for piece in pieces] == [
        ("one ", "a", ()),
        ("two three", "a", ("a",)),
        (" four", "b", ("b",)),
    ]


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
    st.lists(st.text(max_size=5), max_size=3),
)
def test_no_word_is_lost_or_told_twice(text: str, spans: list[tuple[int, int]], phrases: list[str]) -> None:
    words = " ".join(text.split())
    regions = [
        Region(str(number), min(first, last, len(words)), min(max(first, last), len(words)))
        for number, (first, last) in enumerate(spans)
    ]
    pieces = annotate(words, regions, phrases)
    assert "".join(piece.text for piece in pieces) == "".join(piece.text for piece in annotate(words, [], []))


def cited(name: str, place: str, excerpt: str = "", **more: Any) -> Event:
    return claim(
        name, citations=(Citation(source="article", locator=place, excerpt=excerpt or None),), **more
    )


def source(built: Timeline) -> str:
    return pages_of(built)["s/article.md"].body


def test_an_excerpt_inside_another_is_annotated_there() -> None:
    body = source(
        timeline(
            cited("whole", "paragraph 1", EXCERPT, claim="The bridge stands."),
            cited("part", "paragraph 1", "nobody had crossed it.", claim="Nobody had crossed it."),
        )
    )
    assert body.count("tl-annotated") == 1
    assert re.findall(r"<sup>(\d)</sup>", body) == ["2", "1"]


def test_bands_show_where_in_the_document_claims_stand() -> None:
    body = source(timeline(cited("a", "paragraph 1"), cited("b", "paragraph 4", lane="ru")))
    assert body.count("tl-bands__drawing") == 3
    assert body.count("tl-chart__column") == 6
    mixed = source(timeline(cited("a", "paragraph 1"), cited("b", "the last page")))
    assert "tl-bands" not in mixed


def test_a_project_may_limit_how_much_of_a_source_is_quoted() -> None:
    built = timeline(cited("a", "paragraph 1", "One of them."), cited("b", "paragraph 2", "Two of them."))
    assert "Words from 2 places are quoted here." in source(built)
    less = source(replace(built, settings=replace(built.settings, excerpts=1)))
    assert "Words from 1 of 2 places are quoted here; this project quotes no more of one source." in less
    assert "Two of them." not in less
    assert "Not quoted here." in less
    # The claim itself is still listed, and leads to its page.
    assert 'href="../../c/b/"' in less
