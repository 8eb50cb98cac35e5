"""Which days stand in which volume: nothing lost, nothing twice, never more than asked for unless one day is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import claim, timeline
from tests.dossier.books import printed, read, said, squeezed, strings
from timeline.align import Aligned, align
from timeline.dossier.book import Printing, book
from timeline.model import Settings, Timeline
from timeline.volumes import file_name, volumes
from timeline.wording import volume_days, wording_for

MAY = timeline(
    *(claim(f"day-{day}-{number}", str(day)) for day in (1, 2, 9, 20) for number in range(3)),
    claim("month", "2023-05"),
    claim("june", "2023-06"),
    claim("next-year", "2024-01"),
    claim("never", "?"),
)


def parts(content: Timeline, most: int) -> list[tuple[str, str, int]]:
    found = volumes(align(content), Settings(title="The harbour"), most=most)
    return [(one.file, one.unit, len(one.claims)) for one in found]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (16, [("the-harbour.pdf", "whole", 16)]),
        (15, [("the-harbour-2023.pdf", "year", 14), ("the-harbour-2024.pdf", "year", 2)]),
        (
            13,
            [
                ("the-harbour-2023-05.pdf", "month", 13),
                ("the-harbour-2023-06.pdf", "month", 1),
                ("the-harbour-2024.pdf", "year", 2),
            ],
        ),
        (
            7,
            [
                ("the-harbour-2023-05-01-to-2023-05-02.pdf", "days", 7),
                ("the-harbour-2023-05-09-to-2023-05-20.pdf", "days", 6),
                ("the-harbour-2023-06.pdf", "month", 1),
                ("the-harbour-2024.pdf", "year", 2),
            ],
        ),
    ],
)
def test_the_longest_units_that_are_small_enough(most: int, expected: list[tuple[str, str, int]]) -> None:
    assert parts(MAY, most) == expected


@pytest.mark.parametrize("most", [1, 2, 3, 5, 7, 13, 15, 16])
def test_every_claim_stands_in_one_volume_in_the_order_of_the_whole(most: int) -> None:
    aligned = align(MAY)
    found = volumes(aligned, MAY.settings, most=most)

    assert sorted(one for volume in found for one in volume.claims) == sorted(aligned.order)
    assert [volume.number for volume in found] == list(range(1, len(found) + 1))
    assert len({volume.file for volume in found}) == len(found)


def test_an_empty_timeline_has_none_and_undated_claims_alone_have_one() -> None:
    assert volumes(align(timeline()), Settings()) == ()
    assert parts(timeline(claim("a", "?")), 500) == [("the-harbour.pdf", "whole", 1)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bakhmut, 21–22 May 2023", "bakhmut-21-22-may-2023"),
        ("Бахмут 2023", "dossier"),
        ("x" * 300, "x" * 60),
    ],
)
def test_the_file_is_named_after_the_title_where_every_system_can_write_it(title: str, name: str) -> None:
    assert file_name(Settings(title=title)) == name


def test_a_volume_says_what_it_holds_in_words() -> None:
    words = wording_for("en")
    found = volumes(align(MAY), MAY.settings, most=7)

    assert [volume_days(words, one) for one in found] == [
        "1 May 2023 to 2 May 2023",
        "9 May 2023 to 20 May 2023",
        "June 2023",
        "2024",
    ]


def of_volumes(content: Timeline, most: int) -> tuple[Aligned, list[Printing]]:
    aligned = align(content)
    found = volumes(aligned, content.settings, most=most)
    volume_of = {claim: one.number for one in found for claim in one.claims}
    return aligned, [Printing(claims=frozenset(one.claims), volume_of=volume_of) for one in found]


def test_a_relation_to_another_volume_names_it_and_keeps_the_number() -> None:
    content = timeline(
        claim("a", "1", about="bridge=open"),
        claim("b", "20", about="bridge=shut", lane="ru", relations={"disputes": "a"}),
    )
    aligned, printings = of_volumes(content, 1)
    second = book(content, aligned, printing=printings[1])

    assert "[1] in volume 1" in " ".join(strings(second))
    assert aligned.numbers == {"a": 1, "b": 2}
    assert "Claim a." not in " ".join(strings(second))


def test_every_volume_lists_all_and_the_last_one_has_the_index_of_all() -> None:
    content = timeline(
        claim("a", "1", by=["mayor"]), claim("b", "20", lane="ru"), claim("c", "30", by=["mayor"])
    )
    aligned = align(content)
    found = volumes(aligned, content.settings, most=1)
    books: list[Any] = [
        book(content, aligned, printing=Printing(claims=frozenset(one.claims), volumes=found))
        for one in found
    ]

    for one in books:
        assert [(row["number"], row["claims"]) for row in one["volumes"]] == [
            ("1", "1"),
            ("2", "2"),
            ("3", "3"),
        ]
    assert [one["index-all"] is not None for one in books] == [False, False, True]
    speakers = {said(entry["name"]): entry["volumes"] for entry in books[2]["index-all"]["speakers"]}
    assert speakers["Mayor"] == "1, 3"


def test_a_volume_draws_its_own_days_and_counts_its_own_claims() -> None:
    content = timeline(claim("a", "1"), claim("b", "20", lane="ru"))
    _, printings = of_volumes(content, 1)
    second: Any = book(content, align(content), printing=printings[1])

    assert [day["title"] for day in second["days"]] == ["Saturday 20 May 2023"]
    assert "1 claim" in second["overview"]["drawing"]["alt"]


def test_volumes_are_printed_each_with_its_own_claims() -> None:
    content = timeline(claim("a", "1", relations={"disputes": "b"}), claim("b", "20", lane="ru"))
    aligned = align(content)
    found = volumes(aligned, content.settings, most=1)
    for one, file in zip(found, ("2023-05-01-to-2023-05-01", "2023-05-20-to-2023-05-20"), strict=True):
        pdf = printed(content, Printing(claims=frozenset(one.claims), volumes=found))
        everything = squeezed(" ".join(read(pdf)))
        assert squeezed(f"Claim {one.claims[0]}.") in everything
        assert squeezed(file) in everything
