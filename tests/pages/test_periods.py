"""Every claim stands on exactly one page, and no page holds too many."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests import builders
from timeline.align import Aligned, align
from timeline.dates import Precision
from timeline.dates.types import Resolution
from timeline.pages.periods import Periods, periods


def on(days: list[str], **more: Any) -> Aligned:
    """Lay out claims on dates: `2023-05-21`, `2023-05`, `2023`, `2023-05-02..2023-05-04`, `?`."""
    events = [
        builders.with_date(builders.claim(f"c-{number:04}", "?", **more), resolution=read(day), phrase=day)
        if day != "?"
        else builders.claim(f"c-{number:04}", "?")
        for number, day in enumerate(days)
    ]
    return align(builders.timeline(*events))


def read(day: str) -> Resolution:
    first, _, last = day.partition("..")
    parts = [int(part) for part in first.split("-")]
    start = date(*[*parts, 1, 1][:3])
    if last:
        end, precision = date.fromisoformat(last) + timedelta(days=1), Precision.INTERVAL
    elif len(parts) == 3:
        end, precision = start + timedelta(days=1), Precision.DAY
    elif len(parts) == 2:
        end, precision = (start + timedelta(days=31)).replace(day=1), Precision.MONTH
    else:
        end, precision = start.replace(year=start.year + 1), Precision.YEAR
    return builders.resolution("?")._replace(
        earliest=midnight(start), latest=midnight(end), precision=precision
    )


def midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def spread(number: int, first: date, step: timedelta) -> list[str]:
    return [(first + index * step).isoformat() for index in range(number)]


def addresses(found: Periods) -> dict[str, int]:
    return {page.path: len(page.claims) for page in found.pages}


def every_claim_once(found: Periods, aligned: Aligned) -> bool:
    return Counter(claim for page in found.pages for claim in page.claims) == Counter(aligned.order)


def test_up_to_250_claims_stand_on_the_home_page() -> None:
    assert periods(on(spread(250, date(2023, 1, 1), timedelta(days=1)))).pages == ()


def test_above_that_each_month_has_a_page_and_each_year_one_above_them() -> None:
    aligned = on(spread(251, date(2022, 12, 20), timedelta(hours=12)))
    found = periods(aligned)
    assert addresses(found) == {
        "2022/index.md": 0,
        "2022/12/index.md": 24,
        "2023/index.md": 0,
        "2023/01/index.md": 62,
        "2023/02/index.md": 56,
        "2023/03/index.md": 62,
        "2023/04/index.md": 47,
    }
    assert every_claim_once(found, aligned)


def test_wider_dates_stand_on_the_page_of_what_they_lie_within() -> None:
    wide = [
        "2023",
        "2023-02",
        "2023-01-02..2023-01-04",
        "2022-12-30..2023-01-02",
        "2023-01-30..2023-02-02",
        "?",
    ]
    aligned = on([*spread(250, date(2023, 1, 1), timedelta(hours=8)), *wide])
    found = periods(aligned)
    stands = {claim: page.path for claim, page in found.by_claim.items()}
    assert [stands[f"c-{number:04}"] for number in range(250, 256)] == [
        "2023/index.md",
        "2023/02/index.md",
        "2023/01/index.md",
        "longer.md",
        "2023/index.md",
        "undated.md",
    ]
    assert every_claim_once(found, aligned)


def test_above_2000_claims_each_week_has_a_page_and_a_full_week_one_for_each_day() -> None:
    calm = spread(1_800, date(2021, 1, 4), timedelta(hours=12))
    busy = spread(300, date(2023, 5, 22), timedelta(minutes=30))
    aligned = on([*calm, *busy, "2023-05", "2023-05-23..2023-05-24"])
    found = periods(aligned)
    held = addresses(found)
    assert max(held.values()) <= 250
    assert held["2021/w01.md"] == 14
    assert held["2023/05/22.md"] > 40
    assert held["2023/05/index.md"] == 1
    assert held["2023/w21.md"] == 1
    assert every_claim_once(found, aligned)


def test_a_month_that_no_page_can_hold_is_split_into_its_weeks() -> None:
    aligned = on(spread(400, date(2023, 5, 1), timedelta(hours=1)))
    assert addresses(periods(aligned)) == {
        "2023/index.md": 0,
        "2023/05/index.md": 0,
        "2023/05/w18.md": 168,
        "2023/05/w19.md": 168,
        "2023/05/w20.md": 64,
    }


def test_a_day_that_no_page_can_hold_goes_on_on_a_second_one() -> None:
    aligned = on(["2023-05-22"] * 600, about="control")
    found = periods(aligned)
    held = addresses(found)
    assert [held[path] for path in ("2023/05/22.md", "2023/05/22/p2.md", "2023/05/22/p3.md")] == [
        250,
        250,
        100,
    ]
    assert every_claim_once(found, aligned)


def test_neighbours_are_the_next_pages_with_claims() -> None:
    aligned = on([*["2023-05-22"] * 150, *["2023-09-01"] * 150])
    found = periods(aligned)
    may, september = found.of_day(date(2023, 5, 22)), found.of_day(date(2023, 9, 1))
    assert may is not None
    assert september is not None
    assert found.neighbours(may) == (None, september)
    assert found.neighbours(september) == (may, None)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-30"])
def test_the_ends_of_the_calendar_have_pages_too(day: str) -> None:
    aligned = on([day] * 300)
    assert every_claim_once(periods(aligned), aligned)
