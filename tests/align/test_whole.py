"""Lanes, topics and counts; and what must hold for any timeline."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import claim, narrative, timeline, with_date
from timeline.align import Aligned, Change, Kind, Verb, align
from timeline.dates import Precision
from timeline.model import NO_SIDE_ID, Event, Figure, Status


def test_a_claim_may_have_the_id_of_a_lane() -> None:
    aligned = align(timeline(claim("ru", "21", "ua", about="t"), claim("other", "22", "ru", about="t")))
    assert [len(row.cells) for group in aligned.groups for row in group.rows] == [3, 3]
    assert aligned.topics["t"].counts == {"ru": 1, "ua": 1, "other": 0}


def test_nothing_at_all() -> None:
    aligned = align(timeline(lanes=[]))
    assert (aligned.groups, aligned.lanes, aligned.order, aligned.speakers) == ((), (), (), 0)


def test_lanes_without_claims_stay() -> None:
    assert [(lane.id, lane.slot, lane.count) for lane in align(timeline()).lanes] == [
        ("ru", 1, 0),
        ("ua", 2, 0),
        ("other", 3, 0),
    ]


def test_claims_of_no_known_side_get_a_lane_of_their_own_at_the_end() -> None:
    aligned = align(timeline(claim("a", "21", "ru"), claim("b", "21", "nobodys")))
    assert [lane.id for lane in aligned.lanes] == ["ru", "ua", "other", NO_SIDE_ID]
    assert aligned.lane("nobodys").id == NO_SIDE_ID
    assert aligned.lane("ru").count == 1


def test_a_lane_can_be_moved_to_another_slot_and_slots_repeat_only_beyond_seven() -> None:
    lanes = [f"l{number}" for number in range(9)]
    moved = {lane: narrative(lane) for lane in lanes}
    moved["l0"] = replace(moved["l0"], slot=3)
    aligned = align(timeline(lanes=lanes, narratives=moved))
    assert [lane.slot for lane in aligned.lanes] == [3, 1, 2, 4, 5, 6, 7, 1, 2]


def test_answers_stand_as_first_recorded_and_inferred_ones_apart() -> None:
    built = timeline(
        claim("late", "23", "ru", about="control=none"),
        claim("first", "21", "ua", about="control=some"),
        claim("guess", "22", "other", about="control=all?"),
        claim("open", "22", "other", about="control"),
    )
    view = align(built).topics["control"]
    assert [(answer.answer, answer.claims, answer.inferred) for answer in view.answers] == [
        ("some", ("first",), ()),
        ("none", ("late",), ()),
        ("all", (), ("guess",)),
    ]
    assert view.counts == {"ru": 1, "ua": 1, "other": 2}
    assert view.claims == ("first", "guess", "open", "late")


def test_what_changed() -> None:
    built = timeline(
        claim("before", "21", "ua", about="control=held"),
        claim("after", "22", "ua", about="control=lost"),
        claim("same-day", "22", "ua", about="control=held"),
        claim("clarifies", "22", "ru", about="control", relations={"clarifies": "before"}),
        claim("other-lane", "22", "ru", about="control=lost"),
        claim("retracts", "23", "ua", about="control=unknown", relations={"retracts": "after"}),
    )
    assert align(built).topics["control"].changes == (
        Change(before="before", after="after", verb=None),
        Change(before="before", after="clarifies", verb=Verb.CLARIFIES),
        Change(before="after", after="retracts", verb=Verb.RETRACTS),
        Change(before="same-day", after="retracts", verb=None),
    )


def test_a_naive_and_an_aware_date_are_ordered_only_when_a_day_lies_between() -> None:
    close = timeline(claim("a", "21 05:00", "ua", about="t=x"), claim("b", "21 15:00z", "ua", about="t=y"))
    apart = timeline(claim("a", "21", "ua", about="t=x"), claim("b", "23 15:00z", "ua", about="t=y"))
    assert align(close).topics["t"].changes == ()
    assert [change.after for change in align(apart).topics["t"].changes] == ["b"]


def test_undated_answers_change_nothing() -> None:
    built = timeline(claim("a", "?", "ua", about="t=x"), claim("b", "21", "ua", about="t=y"))
    assert align(built).topics["t"].changes == ()


def test_figures_compete_when_two_claims_share_measure_and_unit() -> None:
    def drones(number: int, unit: str | None = "drones") -> tuple[Figure, ...]:
        return (Figure(measure="shot down", value=Decimal(number), unit=unit),)

    built = timeline(
        claim("a", "21", "ru", about="t", figures=drones(3) + drones(4)),
        claim("b", "21", "ua", about="t", figures=drones(20)),
        claim("c", "21", "ua", about="t", figures=drones(20, None)),
    )
    tables = align(built).topics["t"].figures
    assert [(table.measure, table.unit, table.claims) for table in tables] == [
        ("shot down", "drones", ("a", "b"))
    ]


def test_kinds_of_dates() -> None:
    written = {
        "time": "~21 05:26",
        "part": "21 18-24",
        "day": "21",
        "period": "2023-05",
        "up-to": "..21",
        "undated": "?",
    }
    built = timeline(*(claim(name, date) for name, date in written.items()))
    assert {claim: str(spot.kind) for claim, spot in align(built).placed.items()} == {
        name: name for name in written
    }
    assert set(written) == set(Kind)


def test_periods_have_readable_keys() -> None:
    events = [claim("a", "2023-05"), claim("b", "16..18")]

    def as_(name: str, precision: Precision) -> Event:
        found = events[1].date.resolution._replace(precision=precision)
        return with_date(replace(events[1], id=name), resolution=found)

    weekend, year = as_("w", Precision.WEEKEND), as_("y", Precision.YEAR)
    keys = [group.key for group in align(timeline(*events, weekend, year)).groups]
    assert keys == ["2023-05", "2023", "2023-05-16..2023-05-18", "2023-05-16..2023-05-18-weekend"]


NAMES = [f"c{number}" for number in range(8)]
DATES = [
    "21",
    "22",
    "21 05:26",
    "21 05:26z",
    "~22 06:00z",
    "21 18-24",
    "2023-05",
    "16..18",
    "..21",
    "20..",
    "?",
]
GONE = Status(kind="removed", reason="safety")
KINDS = ["disputes", "clarifies", "retracts", "repeats", "agrees_with"]


@st.composite
def timelines(draw: st.DrawFn) -> list[Event]:
    made = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=8)):
        event = claim(
            name,
            draw(st.sampled_from(DATES)),
            draw(st.sampled_from(["ru", "ua", "other", "nobodys"])),
            about=draw(st.lists(st.sampled_from(["t", "t=x", "u=y", "u=z", "u=z?"]), max_size=2)),
            said=draw(st.sampled_from(["?", "21", "22"])),
            by=draw(st.lists(st.sampled_from(["p", "q"]), max_size=2, unique=True)),
            relations=[{draw(st.sampled_from(KINDS)): draw(st.sampled_from(NAMES))}]
            if draw(st.booleans())
            else (),
        )
        status = draw(st.sampled_from([None, None, None, GONE, replace(GONE, kind="withdrawn")]))
        made.append(replace(event, status=status))
    return made


def whole(aligned: Aligned) -> list[str]:
    return [
        claim for group in aligned.groups for row in group.rows for cell in row.cells for claim in cell.claims
    ]


@given(timelines())
def test_what_always_holds(events: list[Event]) -> None:
    aligned = align(timeline(*events))
    shown = [event.id for event in events if not event.removed]
    # every claim stands whole exactly once, and every count adds up
    assert sorted(whole(aligned)) == sorted(shown) == sorted(aligned.order)
    assert (
        sum(group.count for group in aligned.groups)
        == sum(lane.count for lane in aligned.lanes)
        == len(shown)
    )
    assert sorted(aligned.numbers.values()) == list(range(1, len(shown) + 1))
    for group in aligned.groups:
        for row in group.rows:
            assert [cell.lane for cell in row.cells] == [lane.id for lane in aligned.lanes]
            assert set(row.counts) == {lane.id for lane in aligned.lanes}
            for cell in row.cells:
                empty = not cell.claims and not cell.references
                assert (cell.silence is not None) == (empty and row.topic is not None)
    # every relation is seen from both ends
    pairs = {(claim, link.other) for claim, links in aligned.relations.items() for link in links}
    assert pairs == {(other, claim) for claim, other in pairs}


@given(timelines(), st.randoms())
def test_the_order_of_the_files_does_not_matter(events: list[Event], random: object) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random
    assert align(timeline(*events)) == align(timeline(*shuffled))
    mixed = timeline(*events)
    mixed = replace(mixed, events={event.id: event for event in shuffled})
    assert align(mixed).order == align(timeline(*events)).order
