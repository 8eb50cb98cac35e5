import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import claim, timeline
from tests.sightings import aligned, at, parsed
from timeline.align import Kind, align
from timeline.pages.strip import FRAMES, strip

DAY = "2023-05-21"
NEXT = "2023-05-22"


def elements(markup: str, name: str) -> list[ET.Element]:
    return list(parsed(markup).iter(name))


def summary(markup: str) -> str:
    (found,) = elements(markup, "p")
    return found.text or ""


def at_once(markup: str) -> bool:
    """Tell whether disputes are drawn whatever the reader points at."""
    of_one_claim = re.sub(r'<(a|g)( href="[^"]*")? data-c=.*?</\1>', "", markup)
    return "tl-chart__dispute" in of_one_claim.partition('<p class="tl-hidden">')[2]


def words(markup: str) -> str:
    return " ".join(parsed(markup).itertext())


def test_no_claims_no_strip() -> None:
    assert strip(aligned()) == ""


BAKHMUT = aligned(
    at("a", Kind.DAY, DAY, times=3),
    at("a", Kind.UP_TO, DAY),
    at("b", Kind.PART, f"{DAY}T18:00", NEXT),
    at("b", Kind.TIME, f"{NEXT}T05:26", f"{NEXT}T05:27"),
    at("c", Kind.UNDATED),
)


def test_one_drawing_for_each_width_of_page() -> None:
    drawings = [drawing for drawing in elements(strip(BAKHMUT), "svg") if drawing.get("data-from")]
    assert len(drawings) == len(FRAMES) == 3
    assert {drawing.get("aria-hidden") for drawing in drawings} == {"true"}


def test_the_key_explains_what_occurs_and_nothing_else() -> None:
    text = words(strip(BAKHMUT))
    for said in ("time known", "part of a day", "listed, not timed", "or earlier", "Undated"):
        assert said in text
    assert "disputes" not in text
    assert "part of a day" not in words(strip(aligned(at("a", Kind.DAY, DAY))))


def test_the_summary_names_every_lane_zeros_included() -> None:
    assert summary(strip(BAKHMUT)) == (
        "Overview of 7 claims, 21 May 2023 to 22 May 2023, one row per lane: Lane A 4, Lane B 2, Lane C 1."
        " 1 without an established date. A table with the same counts follows."
    )
    assert summary(strip(aligned(at("a", Kind.DAY, DAY)))).startswith(
        "Overview of 1 claim, 21 May 2023, one row per lane: Lane A 1, Lane B 0, Lane C 0."
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
    assert "tl-chart__undated" in markup
    assert "tl-chart__border" not in markup


TWO_TIMES = (
    at("a", Kind.TIME, f"{DAY}T06:00", f"{DAY}T06:01"),
    at("b", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01"),
)
ONE, OTHER = TWO_TIMES[0][0][0], TWO_TIMES[1][0][0]


def test_few_disputes_are_drawn_at_once() -> None:
    markup = strip(aligned(*TWO_TIMES, disputes=[(ONE, OTHER)]))
    assert at_once(markup)
    assert "disputes" in words(markup)
    assert "point at" not in words(markup)


def test_disputes_that_cross_are_drawn_for_one_claim_at_a_time() -> None:
    crossing = (
        at("b", Kind.TIME, f"{DAY}T06:30", f"{DAY}T06:31"),
        at("a", Kind.TIME, f"{DAY}T11:30", f"{DAY}T11:31"),
    )
    pairs = [(ONE, OTHER), (crossing[0][0][0], crossing[1][0][0])]
    markup = strip(aligned(*TWO_TIMES, *crossing, disputes=pairs))
    assert not at_once(markup)
    assert markup.count("tl-chart__dispute") == len(FRAMES) * 2 * len(pairs) + 1
    assert "disputes: point at a claim" in words(markup)


def test_a_dispute_that_would_pass_over_another_claim_is_drawn_on_demand() -> None:
    between = at("b", Kind.TIME, f"{DAY}T09:00", f"{DAY}T09:01")
    third = at("c", Kind.TIME, f"{DAY}T12:00", f"{DAY}T12:01")
    assert not at_once(strip(aligned(TWO_TIMES[0], between, third, disputes=[(ONE, third[0][0])])))


def test_disputes_of_one_claim_may_meet_in_it() -> None:
    third = at("c", Kind.TIME, f"{DAY}T18:00", f"{DAY}T18:01")
    assert at_once(strip(aligned(*TWO_TIMES, third, disputes=[(ONE, OTHER), (third[0][0], OTHER)])))


def test_more_than_a_few_disputes_are_drawn_for_one_claim_at_a_time() -> None:
    assert not at_once(strip(aligned(*TWO_TIMES, disputes=[(ONE, OTHER)] * 7)))


def test_more_than_forty_disputes_are_a_row_of_their_own() -> None:
    markup = strip(aligned(*TWO_TIMES, disputes=[(ONE, OTHER)] * 41))
    assert "tl-chart__dispute" not in markup
    discs = [disc for disc in elements(markup, "circle") if disc.get("data-n")]
    assert [(disc.get("data-n"), disc.get("data-key")) for disc in discs] == [("41", DAY)] * len(FRAMES)


def test_a_mark_leads_to_its_claim_and_bears_its_number() -> None:
    laid = replace(aligned(*TWO_TIMES), numbers={ONE: 1, OTHER: 2})
    markup = strip(laid, address=lambda claim: f"#c-{claim}")
    links = {(link.get("href"), link.get("data-c")) for link in elements(markup, "a")}
    assert links == {(f"#c-{ONE}", "1"), (f"#c-{OTHER}", "2")}
    # The claims themselves are in the tab order.
    assert {link.get("tabindex") for link in elements(markup, "a")} == {"-1"}


def test_the_drawing_says_which_stretch_is_which_time() -> None:
    wide = next(one for one in elements(strip(aligned(*TWO_TIMES)), "svg") if one.get("data-from"))
    assert (wide.get("data-from"), wide.get("data-to")) == (f"{DAY}T00:00", f"{NEXT}T00:00")
    assert (wide.get("data-left"), wide.get("data-right")) == ("184.5", "1323.5")


def test_from_251_claims_each_lane_has_columns_on_one_scale() -> None:
    laid = aligned(
        at("a", Kind.DAY, DAY, times=200),
        at("b", Kind.DAY, NEXT, times=50),
        at("b", Kind.UP_TO, NEXT),
        at("c", Kind.PERIOD, DAY, "2023-05-23"),
    )
    markup = strip(laid)
    columns = [one for one in elements(markup, "rect") if one.get("data-n")]
    assert [(one.get("data-key"), one.get("data-n")) for one in columns[:2]] == [(DAY, "200"), (NEXT, "50")]
    heights = [float(one.get("height") or 0) for one in columns[:2]]
    assert heights[0] == pytest.approx(4 * heights[1])
    assert "claims per day; top of each lane = 200" in words(markup)
    # What certainly lies in no single day is counted at the end, where no column claims it.
    assert sum(int(one.get("data-n") or 0) for one in columns) == 250 * len(FRAMES)
    assert "not in one column" in words(markup)


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
    assert 'path class="tl-chart__box"' in markup


def test_a_period_that_runs_off_a_narrow_cell_is_not_taken_for_a_claim_of_its_day() -> None:
    days = [at("b", Kind.DAY, f"2023-05-{day}") for day in range(20, 23)]
    narrow = strip(aligned(*days, MONTH)).partition("tl-strip__drawing--narrow")[2]
    assert ">– 31 May<" in narrow


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
