"""The book as data: everything of the timeline is in it, as it was written, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.builders import claim, timeline
from tests.dossier.books import TYPST, hostile, many_lanes, said, strings
from tests.escapes.hostile import MARKUP
from tests.pages.fixtures import small
from timeline.align import Aligned, align
from timeline.dossier.book import Printing, book
from timeline.dossier.setting import Json
from timeline.model import Timeline
from timeline.text import clean, plain


def entries(made: dict[str, Json]) -> list[dict[str, Any]]:
    """All claims of a book: in their lanes, or across all of them."""
    rows = [row for day in json.loads(json.dumps(made["days"])) for row in day["rows"]]
    in_lanes = [one for row in rows for cell in row["cells"] for one in cell["claims"]]
    return [one for one in in_lanes if "across" not in one] + [one for row in rows for one in row["across"]]


def made_of(content: Timeline, printing: Printing | None = None) -> tuple[dict[str, Json], Aligned]:
    aligned = align(content)
    return book(content, aligned, printing=printing), aligned


def test_every_claim_stands_in_it_once_by_its_number_with_its_words() -> None:
    content = many_lanes()
    made, aligned = made_of(content)
    found = {one["n"]: one for one in entries(made)}
    assert len(entries(made)) == len(found) == len(aligned.order)
    for name, number in aligned.numbers.items():
        assert plain(content.events[name].claim) in said(found[number]["text"])


def test_a_claim_longer_than_a_page_of_its_lane_stands_across_all_lanes() -> None:
    content = timeline(claim("long", claim="word " * 400), claim("short", lane="ru"))
    made, aligned = made_of(content)
    rows: Any = made["days"]
    row = rows[0]["rows"][0]
    pointers = [one for cell in row["cells"] for one in cell["claims"] if "across" in one]

    assert [one["n"] for one in row["across"]] == [one["n"] for one in pointers] == [aligned.numbers["long"]]
    assert said(row["across"][0]["text"]).count("word") == 400
    assert row["whole"]


def test_no_two_places_of_a_book_have_one_label() -> None:
    """The eleventh row of May 2023 is not 11 May 2023."""
    in_may = [claim(f"may-{number}", "2023-05", about=f"topic-{number}") for number in range(12)]
    made: Any = made_of(timeline(*in_may, claim("eleventh", "11")))[0]
    labels = [mark["label"] for mark in made["marks"]]
    labels += [row["label"] for day in made["days"] for row in day["rows"]]

    assert len(made["days"][0]["rows"]) == 12
    assert len(labels) == len(set(labels))


def test_what_all_dates_of_a_rule_share_is_said_once() -> None:
    content = timeline(*(claim(f"day-{day}", str(day)) for day in range(10, 14)))
    made: Any = made_of(content)[0]["datings"]
    (group,) = made["groups"]

    assert "Time zone" in said(group["all"])
    assert not any("Time zone" in said(remark) for row in group["rows"] for remark in row["more"])


def test_every_relation_stands_on_both_claims_with_the_number_of_the_other() -> None:
    made, aligned = made_of(many_lanes())
    found = {one["n"]: " ".join(said(line["text"]) for line in one["relations"]) for one in entries(made)}
    assert aligned.disputes
    for disputing, disputed in aligned.disputes:
        one, other = aligned.numbers[disputing], aligned.numbers[disputed]
        assert "disputes" in found[one]
        assert "disputed by" in found[other]
        numbers = {number for text in (found[one], found[other]) for number in _numbers(text)}
        assert {one, other} <= numbers


def _numbers(text: str) -> set[int]:
    """The numbers in brackets, with those inside of ranges."""
    found: set[int] = set()
    for part in text.replace(", [", " [").split(" "):
        ends = [int(end) for end in part.replace("]–[", " ").strip("[],").split(" ") if end.isdigit()]
        if part.startswith("[") and ends:
            found |= set(range(ends[0], ends[-1] + 1))
    return found


def test_sources_speakers_places_and_ids_are_all_told() -> None:
    content = small()
    made, _ = made_of(content)
    whole = " ".join(strings(made))
    for event in content.events.values():
        assert event.id in whole
    for source in content.sources.values():
        assert source.sha256 in strings(made)
        assert {source.url, source.archive_url} <= set(strings(made))
    for name in ("Mayr", "A. Mayor", "The only mayor there.", "Bridge", "Place added", "It was left out"):
        assert any(name in text for text in strings(made))


def test_of_a_removed_claim_only_the_tombstone_is_left() -> None:
    made, _ = made_of(small())
    assert any("gone" in said(one) for one in made["corrections"]["removed"])  # type: ignore[call-overload, index, union-attr]
    assert not any("witness" in text for text in strings(made))


def test_hostile_strings_stay_as_they_are() -> None:
    made, _ = made_of(hostile())
    texts = {said(one["text"]) for one in entries(made)}
    for text in (*MARKUP, *TYPST):
        assert plain(text) in texts or f"“{clean(text)}”" in texts


def test_no_address_is_a_link_that_may_not_be_one() -> None:
    bad = claim("bad", "21", claim="See [this](javascript:alert) and [that](https://example.org/x).")
    source = replace(next(iter(small().sources.values())), url="javascript:alert(1)", archive_url="file:///x")
    content = replace(timeline(bad), sources={"article": source})
    made, _ = made_of(content)

    def urls(value: Json) -> list[Json]:
        if isinstance(value, list):
            return [url for one in value for url in urls(one)]
        if isinstance(value, dict):
            own = [value["url"]] if "url" in value else []
            return own + [url for one in value.values() for url in urls(one)]
        return []

    assert set(map(str, urls(made))) <= {"https://example.org/x"}
    assert "javascript:alert(1)" in strings(made)


def test_a_volume_prints_its_own_claims_and_keeps_the_numbers_of_the_whole() -> None:
    content = many_lanes()
    aligned = align(content)
    part = frozenset(aligned.order[20:40])
    made = book(content, aligned, printing=Printing(claims=part))
    assert {one["n"] for one in entries(made)} == {aligned.numbers[name] for name in part}
    linked = {
        number
        for text in json.dumps(made).split('"n": ')[1:]
        for number in [int(text.split(",")[0].split("}")[0])]
    }
    assert linked <= {aligned.numbers[name] for name in part}


def test_the_same_timeline_gives_the_same_book_and_nothing_but_json() -> None:
    first, second = made_of(many_lanes())[0], made_of(many_lanes())[0]
    assert json.dumps(first, allow_nan=False) == json.dumps(second, allow_nan=False)


def test_a_timeline_without_claims_makes_a_book() -> None:
    made, _ = made_of(timeline())
    assert made["days"] == []
    assert made["sections"] == ["corrections", "method", "cite"]
