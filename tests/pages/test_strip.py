import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import claim, timeline
from tests.pages.sightings import aligned, at, parsed
from timeline.align import Aligned, Kind, align
from timeline.pages.strip import FRAMES, strip
from timeline.pages.strip.layout import Layout, lay_out
from timeline.pages.strip.scale import scale, span_of

DAY = "2023-05-21"
NEXT = "2023-05-22"


def drawn(laid: Aligned, *, times: bool = True, width: float = 1040) -> Layout:
    spots = [spot for spot in laid.placed.values() if spot.start and spot.end]
    span = span_of([(spot.start, spot.end) for spot in spots if spot.start and spot.end], whole_days=True)
    axis = scale(span, times=times, left=0, width=width) if span else None
    return lay_out(laid, axis, undated=(width + 8, width + 100), least=40)


def elements(markup: str, name: str) -> list[ET.Element]:
    return list(parsed(markup).iter(name))


def words(markup: str) -> str:
    return " ".join(parsed(markup).itertext())


def test_no_claims_no_strip() -> None:
    assert strip(aligned()) == ""


def test_a_time_is_a_filled_shape_at_its_moment() -> None:
    layout = drawn(aligned(at("a", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01")))
    (dot,) = layout.lanes[0].dots
    assert dot.filled
    assert dot.x == pytest.approx(520, abs=1)


def test_a_day_without_a_time_is_a_box_that_says_so() -> None:
    lane = drawn(aligned(at("a", Kind.DAY, DAY, times=3), at("b", Kind.DAY, NEXT))).lanes[0]
    (box,) = lane.boxes
    assert (box.left, box.right) == (1, 519)
    assert not any(dot.filled for dot in lane.dots)
    assert [note.text for note in lane.notes] == ["time not stated"]


def test_the_shapes_of_a_day_stand_close_together_whatever_their_number() -> None:
    for number in (1, 2, 9):
        places = [dot.x for dot in drawn(aligned(at("a", Kind.DAY, DAY, times=number))).lanes[0].dots]
        assert places[-1] - places[0] == 15 * (number - 1)


def test_many_shapes_wrap_and_more_become_a_number() -> None:
    few = drawn(aligned(at("a", Kind.DAY, DAY, times=5), at("a", Kind.DAY, NEXT)), width=120).lanes[0]
    assert len({dot.y for dot in few.dots if dot.x < 60}) == 2
    many = drawn(aligned(at("a", Kind.DAY, DAY, times=61)), width=5000).lanes[0]
    assert [dot.count for dot in many.dots] == [61]


def test_words_beside_the_shapes_need_room() -> None:
    narrow = drawn(aligned(at("a", Kind.DAY, DAY, times=3), at("a", Kind.DAY, NEXT, times=8)), width=290)
    assert [note.text for note in narrow.lanes[0].notes] == ["no time"]
    assert not drawn(aligned(at("a", Kind.DAY, DAY)), times=False).lanes[0].notes


def test_a_number_may_have_words_beside_it_too() -> None:
    lane = drawn(aligned(at("a", Kind.UP_TO, DAY, times=61))).lanes[0]
    assert [(dot.count, dot.tail) for dot in lane.dots] == [(61, True)]
    assert lane.notes[0].x > lane.dots[0].x + 9 + 14


def test_a_part_of_a_day_is_a_bar_over_its_hours_with_hollow_shapes() -> None:
    lane = drawn(aligned(at("a", Kind.PART, f"{DAY}T18:00", NEXT, times=2))).lanes[0]
    (bar,) = lane.bars
    assert (bar.left, bar.right) == (780, 1040)
    assert [dot.filled for dot in lane.dots] == [False, False]


def test_bars_that_overlap_do_not_cover_each_other() -> None:
    layout = drawn(
        aligned(at("a", Kind.PART, f"{DAY}T06:00", f"{DAY}T12:00"), at("a", Kind.PART, f"{DAY}T09:00", NEXT))
    )
    assert len({bar.top for bar in layout.lanes[0].bars}) == 2


def test_only_a_latest_day_has_an_arrow_that_points_back_and_stands_first() -> None:
    lane = drawn(aligned(at("a", Kind.DAY, DAY), at("a", Kind.UP_TO, DAY))).lanes[0]
    assert [dot.tail for dot in lane.dots] == [True, False]


def test_a_longer_period_is_a_box_over_all_of_it() -> None:
    lane = drawn(aligned(at("a", Kind.PERIOD, DAY, "2023-05-28"), at("b", Kind.DAY, "2023-05-30"))).lanes[0]
    (box,) = lane.boxes
    assert box.right - box.left == pytest.approx(1040 * 0.7 - 2)
    assert not lane.notes


def test_what_the_axis_cannot_part_is_a_point() -> None:
    lane = drawn(
        aligned(at("a", Kind.DAY, DAY), at("a", Kind.UP_TO, NEXT), at("b", Kind.DAY, "2024-05-21"))
    ).lanes[0]
    assert [(dot.filled, dot.tail) for dot in lane.dots] == [(True, False), (False, True)]
    assert not lane.boxes


def test_points_that_crowd_become_numbers_in_every_lane() -> None:
    crowd = [at("a", Kind.TIME, f"{DAY}T12:0{m}", f"{DAY}T12:0{m + 1}") for m in range(6)]
    layout = drawn(
        aligned(*crowd, at("b", Kind.TIME, f"{DAY}T15:00", f"{DAY}T15:01"), at("b", Kind.UP_TO, "2023-09-01"))
    )
    assert [dot.count for dot in layout.lanes[0].dots] == [6]
    assert [dot.count for dot in layout.lanes[1].dots] == [1, 1]


def test_an_undated_claim_stands_in_a_column_of_its_own() -> None:
    lane = drawn(aligned(at("a", Kind.UNDATED, times=2), at("b", Kind.DAY, DAY))).lanes[0]
    assert lane.undated is not None
    assert all(dot.x > 1048 and not dot.filled for dot in lane.dots)


def test_every_lane_is_equally_high_and_tracks_stand_level() -> None:
    layout = drawn(
        aligned(
            at("a", Kind.DAY, DAY, times=40),
            at("b", Kind.DAY, DAY),
            at("b", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01"),
        )
    )
    assert layout.lanes[0].boxes[0].top == layout.lanes[1].boxes[0].top
    assert len(layout.lanes) == 3


BAKHMUT = aligned(
    at("a", Kind.DAY, DAY, times=3),
    at("a", Kind.UP_TO, DAY),
    at("b", Kind.PART, f"{DAY}T18:00", NEXT),
    at("b", Kind.TIME, f"{NEXT}T05:26", f"{NEXT}T05:27"),
    at("c", Kind.UNDATED),
)


def test_one_drawing_for_each_width_of_page() -> None:
    drawings = elements(strip(BAKHMUT), "svg")
    assert [d.get("role") for d in drawings].count("img") == len(FRAMES) == 3


def test_the_key_explains_what_occurs_and_nothing_else() -> None:
    text = words(strip(BAKHMUT))
    for said in ("time known", "part of a day", "mean nothing", "or earlier", "Undated"):
        assert said in text
    assert "disputes" not in text
    assert "part of a day" not in words(strip(aligned(at("a", Kind.DAY, DAY))))


def test_the_summary_names_every_lane_zeros_included() -> None:
    (label,) = {d.get("aria-label") for d in elements(strip(BAKHMUT), "svg") if d.get("role")}
    assert label == (
        "Overview of 7 claims from 21 May 2023 to 22 May 2023, one row per lane: Lane A 4, Lane B 2, Lane C 1."
        " 1 without an established date. A table with the same counts follows."
    )
    (one,) = {
        d.get("aria-label") for d in elements(strip(aligned(at("a", Kind.DAY, DAY))), "svg") if d.get("role")
    }
    assert one is not None
    assert one.startswith(
        "Overview of 1 claim on 21 May 2023, one row per lane: Lane A 1, Lane B 0, Lane C 0."
    )


def test_the_table_has_the_same_data() -> None:
    (table,) = elements(strip(BAKHMUT), "table")
    rows = [[cell.text for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Date", "Lane A", "Lane B", "Lane C"],
        ["21 May 2023", "3 time of day not stated, 1 then or earlier", "1 in a part of the day", "none"],
        ["22 May 2023", "none", "1 at a known time", "none"],
        ["Date not established", "none", "none", "1 date not established"],
    ]


@pytest.mark.parametrize(("step", "first"), [(1, "May 2023"), (40, "2023")])
def test_a_long_timeline_is_counted_by_month_or_year(step: int, first: str) -> None:
    days = [date(2023, 5, 21) + timedelta(days=step * number) for number in range(90)]
    laid = aligned(*(at("a", Kind.DAY, day.isoformat()) for day in days), at("a", Kind.UNDATED))
    (table,) = elements(strip(laid), "table")
    assert list(table.iter("tr"))[1][0].text == first


def test_without_any_date_only_the_undated_are_drawn() -> None:
    markup = strip(aligned(at("a", Kind.UNDATED, times=2)))
    assert "tl-strip__box--undated" in markup
    assert "tl-strip__border" not in markup


TWO_TIMES = (
    at("a", Kind.TIME, f"{DAY}T06:00", f"{DAY}T06:01"),
    at("b", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01"),
)
ONE, OTHER = TWO_TIMES[0][0][0], TWO_TIMES[1][0][0]


def test_few_disputes_are_lines() -> None:
    markup = strip(aligned(*TWO_TIMES, disputes=[(ONE, OTHER)]))
    assert "tl-strip__link" in markup
    assert "disputes" in words(markup)


def test_disputes_that_cross_are_not_drawn() -> None:
    crossing = (
        at("b", Kind.TIME, f"{DAY}T06:30", f"{DAY}T06:31"),
        at("a", Kind.TIME, f"{DAY}T11:30", f"{DAY}T11:31"),
    )
    pairs = [(ONE, OTHER), (crossing[0][0][0], crossing[1][0][0])]
    assert "tl-strip__link" not in strip(aligned(*TWO_TIMES, *crossing, disputes=pairs))


def test_disputes_that_pass_over_another_claim_are_not_drawn() -> None:
    between = at("b", Kind.TIME, f"{DAY}T09:00", f"{DAY}T09:01")
    third = at("c", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01")
    laid = aligned(TWO_TIMES[0], between, third, disputes=[(ONE, third[0][0])])
    assert "tl-strip__link" not in strip(laid)


def test_disputes_of_one_claim_may_meet_in_it_and_one_on_the_spot_has_no_length() -> None:
    third = at("c", Kind.TIME, f"{DAY}T18:00", f"{DAY}T18:01")
    pairs = [(ONE, OTHER), (third[0][0], OTHER), (ONE, ONE)]
    assert "tl-strip__link" in strip(aligned(*TWO_TIMES, third, disputes=pairs))


def test_many_disputes_are_not_drawn() -> None:
    assert "tl-strip__link" not in strip(aligned(*TWO_TIMES, disputes=[(ONE, OTHER)] * 7))


def test_a_long_name_gives_way_to_its_short_form_or_is_cut() -> None:
    laid = aligned(at("a", Kind.DAY, DAY), lanes="a")
    narrative = replace(
        laid.lanes[0].narrative, label="Others: " + "bodies and press " * 5, short="Others <&>"
    )
    named = replace(laid, lanes=(replace(laid.lanes[0], narrative=narrative),))
    assert "Others &lt;&amp;&gt;</text>" in strip(named)
    endless = replace(named, lanes=(replace(laid.lanes[0], narrative=replace(narrative, short="O" * 80)),))
    assert "OOO…</text>" in strip(endless)


def test_the_strip_is_one_line_without_styles_and_the_same_twice() -> None:
    markup = strip(BAKHMUT)
    assert "\n" not in markup
    assert "style=" not in markup
    assert not re.search(r'"-?\d+\.\d{3,}', markup)
    assert markup == strip(BAKHMUT)


MONTH = at("a", Kind.PERIOD, "2023-05-22", "2023-06-01")


def test_a_long_period_runs_off_the_axis_rather_than_dwarf_the_days() -> None:
    markup = strip(aligned(at("b", Kind.DAY, DAY), at("b", Kind.DAY, NEXT), MONTH))
    assert "until 31 May 2023" in words(markup)
    assert "Monday 22 May" in words(markup)
    assert 'path class="tl-strip__box"' in markup


def test_a_month_that_runs_off_the_axis_is_named_as_a_month() -> None:
    built = timeline(claim("m", "2023-05"), *(claim(f"d{day}", str(day)) for day in (15, 16)))
    text = words(strip(align(built)))
    assert ">May 2023<" in strip(align(built))
    assert "from 1 May" not in text


def test_a_period_may_run_off_both_edges_or_the_first() -> None:
    week = [at("b", Kind.DAY, f"2023-05-{number}") for number in range(15, 25)]
    year = at("a", Kind.PERIOD, "2023-01-01", "2024-01-01")
    before = at("a", Kind.PERIOD, "2023-02-01", "2023-05-22")
    text = words(strip(aligned(*week, year, before)))
    assert "1 January 2023 to 31 December 2023" in text
    assert "from 1 February 2023" in text


def test_periods_alone_or_apart_from_every_day_make_the_axis_as_long_as_they_are() -> None:
    assert "until" not in words(strip(aligned(MONTH)))
    assert "until" not in words(strip(aligned(MONTH, at("b", Kind.DAY, "2023-04-01"))))
