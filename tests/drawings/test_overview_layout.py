"""Where claims stand in the overview: nobody may read a time that no source gives."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.sightings import aligned, at
from timeline.align import Aligned, Kind
from timeline.drawings.overview.layout import Layout, lay_out
from timeline.drawings.overview.pieces import span_of_claim
from timeline.drawings.overview.scale import scale, span_of
from timeline.drawings.values import Box, Role

DAY = "2023-05-21"
NEXT = "2023-05-22"


def drawn(laid: Aligned, *, times: bool = True, width: float = 1040) -> Layout:
    spans = [span for spot in laid.placed.values() if (span := span_of_claim(spot))]
    span = span_of(spans, whole_days=True)
    axis = scale(span, times=times, left=0, width=width) if span else None
    return lay_out(laid, axis, top=0, undated=(width + 8, width + 100), least=40)


def boxes(layout: Layout, role: Role, lane: int = 0) -> list[Box]:
    return [box for box in layout.lanes[lane].boxes if box.role is role]


def notes(layout: Layout) -> list[str]:
    return [text.text for text in layout.lanes[0].texts if text.role is Role.NOTE]


def test_a_time_is_a_filled_mark_at_its_moment() -> None:
    layout = drawn(aligned(at("a", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01")))
    (mark,) = layout.lanes[0].marks
    assert mark.filled
    assert mark.x == pytest.approx(520, abs=1)


def test_a_day_without_a_time_is_a_box_that_says_so() -> None:
    lane = drawn(aligned(at("a", Kind.DAY, DAY, times=3), at("b", Kind.DAY, NEXT))).lanes[0]
    (box,) = lane.boxes
    assert (box.left, box.right) == (1, 519)
    assert not any(mark.filled for mark in lane.marks)
    assert [text.text for text in lane.texts] == ["time not stated"]


@pytest.mark.parametrize("width", [290, 1040, 3000])
def test_the_marks_of_a_day_stand_in_a_list_from_its_edge_and_not_at_an_hour(width: float) -> None:
    lane = drawn(aligned(at("a", Kind.DAY, DAY, times=2), at("b", Kind.DAY, NEXT)), width=width).lanes[0]
    assert [mark.x - lane.boxes[0].left for mark in lane.marks] == pytest.approx([10.5, 25.5])


def test_hours_have_tracks_of_their_own_below_the_cells_of_days() -> None:
    layout = drawn(aligned(at("a", Kind.DAY, DAY), at("b", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01")))
    top, bottom = layout.hours
    (cell,) = boxes(layout, Role.BOX)
    assert cell.bottom <= top < layout.lanes[1].marks[0].y - layout.height < bottom


def test_a_mark_may_stand_on_a_bar_but_not_on_its_mark() -> None:
    evening = at("a", Kind.PART, f"{DAY}T18:00", NEXT)
    apart = drawn(aligned(evening, at("a", Kind.TIME, f"{DAY}T18:30", f"{DAY}T18:31")))
    assert len({mark.y for mark in apart.lanes[0].marks}) == 1
    over = drawn(aligned(evening, at("a", Kind.TIME, f"{DAY}T21:00", f"{DAY}T21:01")))
    assert len({mark.y for mark in over.lanes[0].marks}) == 2


def test_by_a_month_is_no_day() -> None:
    laid = aligned(at("a", Kind.UP_TO, "2019-05-31"), at("b", Kind.DAY, "2019-05-01"))
    month = datetime(2019, 5, 1), datetime(2019, 6, 1)
    placed = {
        claim: replace(spot, limited_by=month if spot.kind is Kind.UP_TO else None)
        for claim, spot in laid.placed.items()
    }
    layout = drawn(replace(laid, placed=placed), times=False)
    (cell,) = boxes(layout, Role.BOX)
    assert (cell.left, cell.right, cell.open_left) == (1, 1039, True)
    assert notes(layout) == ["May 2019 or earlier"]
    assert layout.lanes[0].marks[0].tail


def test_a_withdrawn_claim_is_struck_through() -> None:
    laid = aligned(at("a", Kind.DAY, DAY, times=2))
    first, _ = laid.order
    layout = drawn(replace(laid, withdrawn=frozenset({first})))
    assert [mark.withdrawn for mark in layout.lanes[0].marks] == [True, False]


def test_the_marks_of_a_day_stand_close_together_whatever_their_number() -> None:
    for number in (1, 2, 9):
        places = [mark.x for mark in drawn(aligned(at("a", Kind.DAY, DAY, times=number))).lanes[0].marks]
        assert places[-1] - places[0] == 15 * (number - 1)


def test_many_marks_wrap_and_more_become_a_number() -> None:
    few = drawn(aligned(at("a", Kind.DAY, DAY, times=5), at("a", Kind.DAY, NEXT)), width=120).lanes[0]
    assert len({mark.y for mark in few.marks if mark.x < 60}) == 2
    many = drawn(aligned(at("a", Kind.DAY, DAY, times=61)), width=5000).lanes[0]
    assert [mark.count for mark in many.marks] == [61]


def test_words_beside_the_marks_need_room() -> None:
    narrow = drawn(aligned(at("a", Kind.DAY, DAY, times=3), at("a", Kind.DAY, NEXT, times=8)), width=290)
    assert notes(narrow) == ["no time"]
    assert not notes(drawn(aligned(at("a", Kind.DAY, DAY)), times=False))


def test_a_number_may_have_words_beside_it_too() -> None:
    lane = drawn(aligned(at("a", Kind.UP_TO, DAY, times=61))).lanes[0]
    assert [(mark.count, mark.tail) for mark in lane.marks] == [(61, True)]
    note = next(text for text in lane.texts if text.role is Role.NOTE)
    assert note.x > lane.marks[0].x + 9 + 14


def test_a_part_of_a_day_is_a_bar_over_its_hours_with_hollow_marks() -> None:
    lane = drawn(aligned(at("a", Kind.PART, f"{DAY}T18:00", NEXT, times=2))).lanes[0]
    (bar,) = lane.boxes
    assert bar.role is Role.BAR
    assert (bar.left, bar.right) == (780, 1040)
    assert [mark.filled for mark in lane.marks] == [False, False]


def test_bars_that_overlap_do_not_cover_each_other() -> None:
    layout = drawn(
        aligned(at("a", Kind.PART, f"{DAY}T06:00", f"{DAY}T12:00"), at("a", Kind.PART, f"{DAY}T09:00", NEXT))
    )
    assert len({bar.top for bar in boxes(layout, Role.BAR)}) == 2


def test_only_a_latest_day_has_an_arrow_that_points_back_and_stands_first() -> None:
    lane = drawn(aligned(at("a", Kind.DAY, DAY), at("a", Kind.UP_TO, DAY))).lanes[0]
    assert [mark.tail for mark in lane.marks] == [True, False]


def test_a_longer_period_is_a_box_over_all_of_it() -> None:
    lane = drawn(aligned(at("a", Kind.PERIOD, DAY, "2023-05-28"), at("b", Kind.DAY, "2023-05-30"))).lanes[0]
    (box,) = lane.boxes
    assert box.right - box.left == pytest.approx(1040 * 0.7 - 2)
    assert not lane.texts


def test_what_the_axis_cannot_part_is_a_point() -> None:
    lane = drawn(
        aligned(at("a", Kind.DAY, DAY), at("a", Kind.UP_TO, NEXT), at("b", Kind.DAY, "2024-05-21"))
    ).lanes[0]
    assert [(mark.filled, mark.tail) for mark in lane.marks] == [(True, False), (False, True)]
    assert not lane.boxes


def test_points_that_crowd_become_numbers_in_every_lane() -> None:
    crowd = [at("a", Kind.TIME, f"{DAY}T12:0{m}", f"{DAY}T12:0{m + 1}") for m in range(6)]
    layout = drawn(
        aligned(*crowd, at("b", Kind.TIME, f"{DAY}T15:00", f"{DAY}T15:01"), at("b", Kind.UP_TO, "2023-09-01"))
    )
    assert [mark.count for mark in layout.lanes[0].marks] == [6]
    assert [mark.count for mark in layout.lanes[1].marks] == [1, 1]


def test_an_undated_claim_stands_in_a_column_of_its_own() -> None:
    lane = drawn(aligned(at("a", Kind.UNDATED, times=2), at("b", Kind.DAY, DAY))).lanes[0]
    assert [box.role for box in lane.boxes] == [Role.UNDATED]
    assert all(mark.x > 1048 and not mark.filled for mark in lane.marks)


def test_every_lane_is_equally_high_and_tracks_stand_level() -> None:
    layout = drawn(
        aligned(
            at("a", Kind.DAY, DAY, times=40),
            at("b", Kind.DAY, DAY),
            at("b", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01"),
        )
    )
    first, second = (lane.boxes[0].top - lane.top for lane in layout.lanes[:2])
    assert first == second
    assert len(layout.lanes) == 3
