"""What had been said by the end of a day, as pages that need no script."""

import re
from collections.abc import Mapping

import pytest

from tests import builders
from timeline.align import align
from timeline.model import Event
from timeline.pages import Page, render


def pages(*events: Event) -> Mapping[str, Page]:
    timeline = builders.timeline(*events)
    return {page.path: page for page in render(align(timeline), timeline)}


def claims_on(page: Page) -> list[str]:
    return re.findall(r'<article [^>]*id="c-([^"]+)"', page.body)


def test_each_day_on_which_something_was_said_has_a_page_of_its_end() -> None:
    made = pages(
        builders.claim("early", "20", said="21"),
        builders.claim("late", "20", said="23"),
        builders.claim("when", "20", said="?"),
    )
    assert [path for path in made if path.startswith("as-of/")] == [
        "as-of/2023-05-21.md",
        "as-of/2023-05-23.md",
    ]
    home = made["index.md"].body
    assert (
        'As of the end of</b> <a href="as-of/2023-05-21/">21 May</a> <a href="as-of/2023-05-23/">23 May</a>'
        in home
    )


def test_the_four_outcomes_are_worded() -> None:
    page = pages(
        builders.claim("early", "20", said="21"),
        builders.claim("between", "20", said="20..22"),
        builders.claim("late", "20", said="23", relations={"disputes": "early"}),
        builders.claim("unknown", "20", said="..22"),
    )["as-of/2023-05-21.md"]
    assert claims_on(page) == ["between", "early"]
    assert "<b>2 claims</b> of 4 possible" in page.body
    assert "2 of 4" in page.body
    perhaps = page.body[page.body.index('id="c-between"') : page.body.index('id="c-early"')]
    assert "may fall after 21 May 2023, 24:00" in perhaps
    assert "1 claim was made later." in page.body
    assert "1 claim is known only to have been made by a later moment" in page.body
    assert 'href="../../c/late/"' in page.body


def test_what_is_said_of_a_claim_later_is_not_on_it() -> None:
    made = pages(
        builders.claim("early", "20", said="21"),
        builders.claim("late", "20", said="23", relations={"disputes": "early"}),
    )
    assert "Disputed by" not in made["as-of/2023-05-21.md"].body
    assert "Disputed by" in made["as-of/2023-05-23.md"].body


def test_these_pages_can_be_found_from_outside_and_leave_the_site_s_own_search_to_the_claims() -> None:
    page = pages(builders.claim("early", "20", said="21"))["as-of/2023-05-21.md"]
    assert page.listed
    assert not page.search


@pytest.mark.slow
def test_a_timeline_of_many_days_has_a_page_for_the_last_day_of_each_month_at_most() -> None:
    days = [builders.claim(f"c-{day}", "?", said=f"{day}") for day in range(1, 31)]
    more = builders.claim("next", "?", said="2023-06")
    made = [path for path in pages(*days, more) if path.startswith("as-of/")]
    assert len(made) == 30


def test_the_strip_has_whole_marks_of_just_the_claims_that_are_shown() -> None:
    made = pages(
        builders.claim("early", "20", said="21"),
        builders.claim("late", "22", said="23", lane="ru"),
        builders.claim("between", "20", said="20..22"),
        builders.claim("by-then", "20", said="..22"),
        builders.claim("undated", "?", said="?"),
    )
    body = made["as-of/2023-05-21.md"].body
    wide = body[body.index("tl-strip__drawing--wide") : body.index("tl-strip__drawing--middle")]
    marks = dict(re.findall(r'<a href="[^"]*#?c[-/]([a-z-]+)/?" data-c="\d+"( class="[^"]+")?', wide))
    assert marks == {
        "early": "",
        "late": ' class="tl-out"',
        "between": ' class="tl-maybe"',
        "by-then": ' class="tl-out"',
        "undated": ' class="tl-out"',
    }
    assert '<text class="tl-strip__flagged"' in wide
    assert "21 May 2023, 24:00</text>" in wide
    assert "tl-out" not in made["index.md"].body
