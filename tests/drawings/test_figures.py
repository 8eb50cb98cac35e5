"""Figures that compete, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sightings import aligned
from timeline.drawings.figures import Figure, figures
from timeline.drawings.values import Drawing, Frame, Line, Mark, Role

LANES = aligned().lanes
WIDE, NARROW = Frame("wide", 1172, 236), Frame("narrow", 358, 0)


def chart(*found: Figure, frame: Frame = WIDE) -> Drawing:
    drawing = figures(found, LANES, frame, none="No figure recorded")
    assert drawing is not None
    return drawing


def one(lane: str, value: int | None = None, least: int | None = None, most: int | None = None) -> Figure:
    numbers = [None if number is None else Decimal(number) for number in (value, least, most)]
    return Figure(
        claim=f"{lane}-{value}-{least}-{most}",
        lane=lane,
        words=f"{value}, somebody",
        value=numbers[0],
        minimum=numbers[1],
        maximum=numbers[2],
    )


def marks(drawing: Drawing) -> list[Mark]:
    return [mark for part in drawing.parts for mark in part.marks if mark.claims]


def lines(drawing: Drawing, role: Role) -> Sequence[Line]:
    return [line for part in drawing.parts for line in part.lines if line.role is role]


def labels(drawing: Drawing) -> list[tuple[str, float]]:
    return [(text.text, text.x) for part in drawing.parts for text in part.texts if text.role is Role.LABEL]


def test_one_scale_from_zero_for_all_lanes() -> None:
    drawing = chart(one("a", 120), one("b", 60))
    ticks = labels(drawing)
    assert ticks[0] == ("0", 236)
    assert ticks[-1][0] == "120"
    first, second = marks(drawing)
    assert first.x - 236 == pytest.approx(2 * (second.x - 236))


def test_a_lane_without_a_figure_keeps_its_row() -> None:
    drawing = chart(one("a", 120), one("b", 60))
    notes = [text.text for part in drawing.parts for text in part.texts if text.role is Role.NOTE]
    assert notes == ["No figure recorded"]


def test_a_range_is_a_line_with_ends_and_an_open_one_is_dashed_to_the_edge() -> None:
    drawing = chart(one("a", least=40, most=60), one("b", least=70), one("c", most=30))
    assert len(lines(drawing, Role.RANGE)) == 3
    at_least, at_most = lines(drawing, Role.OPEN)
    assert at_least.points[1][0] == WIDE.width - 16
    assert at_most.points[0][0] == WIDE.names


def test_an_arrow_leads_from_a_figure_to_its_revision_on_one_level() -> None:
    before = one("a", 120)
    after = Figure(claim="later", lane="a", words="120, then 135", value=Decimal(135), revises=before.claim)
    drawing = chart(before, after)
    stroke, head = lines(drawing, Role.ARROW)
    first, second = marks(drawing)
    assert first.y == second.y
    assert first.x < stroke.points[0][0] < stroke.points[1][0] < second.x
    assert head.points[1] == stroke.points[1]
    values = [text.text for part in drawing.parts for text in part.texts if text.role is Role.VALUE]
    assert values == ["120, then 135"]


def test_words_that_would_meet_stand_on_levels_of_their_own() -> None:
    drawing = chart(one("a", 50), one("a", 52))
    assert len({mark.y for mark in marks(drawing)}) == 2


def test_nothing_that_can_stand_on_a_scale_from_zero_is_no_chart() -> None:
    assert figures([one("a", 0), one("b", 0)], LANES, WIDE, none="") is None
    assert figures([one("a", -3), one("b", 4)], LANES, WIDE, none="") is None
    assert figures([], LANES, WIDE, none="") is None


@given(
    st.lists(st.decimals(0, 10**12, places=2), min_size=1, max_size=6).filter(lambda found: max(found) > 0),
    st.sampled_from([WIDE, NARROW]),
)
def test_any_figures_stand_inside_on_a_scale_of_few_round_numbers(found: list[Decimal], frame: Frame) -> None:
    given_ = [
        Figure(claim=str(place), lane="abc"[place % 3], words="x", value=value)
        for place, value in enumerate(found)
    ]
    drawing = chart(*given_, frame=frame)
    ticks = labels(drawing)
    assert 2 <= len(ticks) <= 13
    assert len({text for text, _ in ticks}) == len(ticks)
    assert all(0 <= mark.x <= frame.width and 0 <= mark.y <= drawing.height for mark in marks(drawing))
    assert max(mark.x for mark in marks(drawing)) <= ticks[-1][1] + 0.01
