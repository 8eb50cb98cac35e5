"""Filters, the moment "as of" and the order of lanes: in the address, on the page, and agreeing with `timeline.json`."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import CONTROLS_AT_WORK, Visitor
from tests.browser.states import MOMENTS, Data, in_dispute, random_state, shown, told, values_of
from timeline.commands.project import compile_folder
from timeline.compiler import Build
from timeline.dates import Refusal
from timeline.selection import Outcome, moment, outcome

STATES = 100

SHOWN = """() => Object.fromEntries([...document.querySelectorAll(".tl-claim")].filter(one => one.checkVisibility())
    .map(one => [one.id.slice(2), one.classList.contains("tl-claim--perhaps") ? "perhaps" : "said"]))"""


@pytest.fixture(scope="module")
def data(folder: Path) -> Data:
    found: Data = json.loads((folder / "data" / "timeline.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def build(repository: Path) -> Build:
    return compile_folder(repository, site=False)


def visible(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(SHOWN)
    return found


def go_to(page: Page, query: str) -> None:
    """Go to a state as the back button does, without loading the page anew."""
    page.evaluate(
        "query => { history.pushState(null, '', location.pathname + query); dispatchEvent(new PopStateEvent('popstate')) }",
        query,
    )


def test_a_hundred_random_states_show_what_the_data_say(visit: Visitor, data: Data, build: Build) -> None:
    window = visit()
    page = window.go("")
    chance = Random(7)  # noqa: S311 - the same states each time
    states = [random_state(data, chance) for _ in range(STATES)]
    seen = page.evaluate(
        """queries => queries.map(query => {
            history.replaceState(null, "", location.pathname + query);
            dispatchEvent(new PopStateEvent("popstate"));
            const text = selector => document.querySelector(selector).textContent;
            return [(SHOWN)(), text(".tl-heads__count b"), !document.querySelector(".tl-empty").hidden];
        })""".replace("SHOWN", SHOWN),
        [state.query for state in states],
    )
    expected = [shown(data, state, build.aligned.placed) for state in states]
    assert seen == [
        [claims, f"{len(claims)} claim{'' if len(claims) == 1 else 's'}", not claims] for claims in expected
    ]
    assert max(map(len, expected)) > 10
    assert 5 < sum(not claims for claims in expected) < STATES / 2
    assert window.complaints == []


def test_the_data_and_the_rule_of_all_outputs_tell_the_same_of_a_moment(data: Data, build: Build) -> None:
    words = {
        Outcome.SAID: "said",
        Outcome.MAY_FALL_AFTER: "perhaps",
        Outcome.LATER: "later",
        Outcome.CANNOT_BE_PLACED: "unplaced",
    }
    for given in MOMENTS:
        # In an address midnight is the end of the day before, which elsewhere is asked for as that day.
        day = (datetime.fromisoformat(given) - timedelta(days=1)).date().isoformat()
        asked = moment(day if given.endswith("T00:00") else given)
        assert not isinstance(asked, Refusal)
        for claim in data["claims"]:
            assert told(claim, given) == words[outcome(build.timeline.events[claim["id"]].said, asked)]


def test_a_deep_link_shows_its_state_and_every_count_follows(visit: Visitor, data: Data) -> None:
    window = visit()
    page = window.go("?place=bakhmut&lane=russian-side")
    expected = [
        one for one in data["claims"] if one["narrative"] == "russian-side" and "bakhmut" in one["place"]
    ]
    assert sorted(visible(page)) == sorted(one["id"] for one in expected)
    assert page.locator(".tl-heads__count").inner_text().split("\n") == [
        f"{len(expected)} claims",
        "shown of 26",
    ]
    assert page.locator(".tl-head__count").all_inner_texts() == [
        f"{len(expected)} of 10",
        "0 of 13",
        "0 of 3",
    ]
    chip = page.locator("[data-chip=place] .tl-chip__button")
    assert chip.inner_text().split("\n") == ["Place", "1 of 16"]
    assert chip.get_attribute("aria-pressed") == "true"
    assert page.locator("[data-chip=who] .tl-chip__button").get_attribute("aria-pressed") == "false"
    kept = page.locator(".tl-group:visible .tl-row:visible")
    assert kept.count()
    for row in kept.all():
        assert row.locator(".tl-claim:visible").count()
    assert (
        page.locator(".tl-row__counts:visible")
        .first.inner_text()
        .startswith("2 of 3 Russian · 0 of 1 Ukrainian · 0 Others")
    )
    assert page.locator(".tl-not-shown:visible").first.inner_text() == "1 claim not shown"
    assert window.complaints == []


def test_ticking_boxes_writes_the_address_and_back_and_forward_work(visit: Visitor, data: Data) -> None:
    window = visit()
    page = window.go("?h=word#2023-05-22")
    everything = visible(page)
    opener = page.locator("[data-chip=place] .tl-chip__button")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.locator("#tl-chip-place input[value=bakhmut]").check()
    first = visible(page)
    assert first != everything
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent").startswith("Place")
    assert not page.locator("#tl-chip-place").is_visible()
    page.locator(".tl-chip__disputed").click()
    second = visible(page)
    assert set(second) == in_dispute(data) & set(first)
    assert page.url.endswith("?h=word&place=bakhmut&disputed=1#2023-05-22")
    page.go_back()
    assert visible(page) == first
    page.go_back()
    assert visible(page) == everything
    page.go_forward()
    page.go_forward()
    assert visible(page) == second
    page.reload()
    page.wait_for_selector(CONTROLS_AT_WORK, state="attached")
    assert visible(page) == second
    page.locator(".tl-clear-all").click()
    assert visible(page) == everything
    assert page.url.endswith("?h=word#2023-05-22")
    assert window.complaints == []


def test_boxes_count_what_they_would_show_and_those_without_claims_are_disabled(
    visit: Visitor, data: Data
) -> None:
    page = visit().go("?lane=ukrainian-side")
    page.locator("[data-chip=who] .tl-chip__button").click()
    ours = [one for one in data["claims"] if one["narrative"] == "ukrainian-side"]
    for label in page.locator("#tl-chip-who label").all():
        box = label.locator("input")
        expected = sum(box.input_value() in values_of(one, "who") for one in ours)
        assert label.locator("small").inner_text() == str(expected)
        assert box.is_disabled() == (expected == 0)
    assert page.locator("#tl-chip-who label small").filter(has_text=re.compile("^0$")).count() > 3


def test_where_nothing_is_left_the_page_says_what_to_clear(visit: Visitor) -> None:
    page = visit().go("?lane=ukrainian-side&place=unheard-of")
    empty = page.locator(".tl-empty")
    assert empty.inner_text() == "No claim matches these filters. Clear the last one (Place: unheard-of)."
    assert page.locator(".tl-group:visible").count() == 0
    empty.get_by_role("button").click()
    assert len(visible(page)) == 13
    assert page.url.endswith("?lane=ukrainian-side")
    go_to(page, "?asof=2023-05-20T12:00")
    assert (
        empty.inner_text() == "Nothing on file had been said by then. The first claim is dated 21 May 2023."
    )


def test_as_of_words_all_four_outcomes(visit: Visitor, data: Data) -> None:
    window = visit()
    page = window.go("?asof=2023-05-22T00:00")
    head = page.locator(".tl-heads__count").inner_text().split("\n")
    said = len(visible(page))
    assert head == [f"{said} claims", "of 26 possible"]
    assert set(visible(page).values()) == {"said"}
    assert page.locator(".tl-strip__caption").inner_text() == "What had been said by 21 May 2023, 24:00"
    go_to(page, "?asof=2023-05-21T18:00")
    assert set(visible(page).values()) == {"perhaps"}
    assert page.locator(".tl-perhaps:visible").first.inner_text() == "may fall after 18:00"
    closing = page.locator(".tl-closing")
    unplaced = [one for one in data["claims"] if told(one, "2023-05-21T18:00") == "unplaced"]
    assert (
        f"{len(unplaced)} claims cannot be placed: it is not known whether they had been made by then."
        in closing.inner_text()
    )
    closing.get_by_role("button", name="List them").click()
    assert closing.locator("li").count() == len(unplaced)
    assert closing.locator("li a").first.get_attribute("href").startswith("c/")  # type: ignore[union-attr]
    before = len(visible(page))
    closing.get_by_role("button", name="Show them").click()
    assert len(visible(page)) == len(data["claims"]) - len(unplaced)
    assert page.locator(".tl-claim--later .tl-later").first.inner_text() == "made later"
    closing.get_by_role("button", name="Hide them").click()
    assert len(visible(page)) == before
    page.get_by_role("button", name="Show everything").click()
    assert len(visible(page)) == len(data["claims"])
    assert "asof" not in page.url
    assert window.complaints == []


def test_the_moment_can_be_typed(visit: Visitor) -> None:
    page = visit().go("")
    field = page.locator(".tl-as-of input")
    assert page.locator(".tl-as-of__words").inner_text() == "22 May 2023, 24:00"
    field.fill("2023-05-21T18:30")
    field.blur()
    assert page.url.endswith("?asof=2023-05-21T18:30")
    assert page.locator(".tl-as-of__words").inner_text() == "21 May 2023, 18:30"


def test_the_order_of_lanes_is_kept_in_the_address(visit: Visitor) -> None:
    page = visit().go("?lanes=ukrainian-side,others,russian-side")
    names = page.locator(".tl-head__name")
    assert [name.split(":")[0] for name in names.all_inner_texts()] == [
        "Ukrainian side",
        "Others",
        "Russian side",
    ]
    cells = "all => all.map(one => [...one.querySelectorAll(':scope > .tl-cell')].map(cell => cell.className.match(/slot-\\d/)[0]))"
    assert {tuple(row) for row in page.locator(".tl-row").evaluate_all(cells)} == {
        ("slot-2", "slot-3", "slot-1")
    }
    assert page.locator(".tl-disc:visible").count() == 0  # the two lanes are no neighbours now
    go_to(page, "?lanes=others,ukrainian-side,russian-side")
    assert page.locator(".tl-disc:visible").count() == 1


HARMLESS = (
    "?lane=<b>x</b>&place=../..&asof=2023-02-30&from=yesterday&to=1&disputed=yes&lanes=,,&topic=%00",
    "?place=%&topic=%E0%A4%A&%=%&%&&==",
    "?__proto__=x&constructor=y&hasOwnProperty=1",
    "?asof=99999-01-01&from=0000-00-00T00:00&to=2023-05-21T25:00",
    "?asof=2023-05-21T18:00&asof=&place=bakhmut&place=&lanes=russian-side,russian-side",
)
"""Addresses that choose nothing, whatever they look like."""

NOTHING_LEFT = ("?place=__proto__,constructor", f"?who={'a' * 6000}", "?from=9999-12-31&to=0001-01-01")


def test_nonsense_in_an_address_does_no_harm(visit: Visitor, data: Data) -> None:
    window = visit()
    page = window.go(HARMLESS[0])
    assert len(visible(page)) == len(data["claims"])
    for query in HARMLESS:
        go_to(page, query)
        assert len(visible(page)) == len(data["claims"]), query
    for query in NOTHING_LEFT:
        go_to(page, query)
        assert not visible(page)
        assert page.locator(".tl-empty").inner_text().startswith("No claim matches these filters.")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    go_to(page, "")
    assert len(visible(page)) == len(data["claims"])
    assert window.complaints == []


def test_pure_functions_of_the_state(visit: Visitor) -> None:
    page = visit().go("")
    found: dict[str, Any] = page.evaluate(
        """async () => {
            const {choose, everything, parse, serialise, without} = await import("./assets/timeline/js/state.js");
            const {outcome} = await import("./assets/timeline/js/visible.js");
            const set = choose(choose(everything(), "place", {ids: ["a"]}), "lane", {ids: ["b", "c"]});
            return {
                order: set.order,
                written: serialise(set, "?q=1&place=old"),
                again: choose(set, "place", {ids: ["d"]}).order,
                removed: serialise(without(set, "lane"), ""),
                day: parse("asof=2023-05-21").asof,
                from: parse("from=2023-05-21").from,
                leap: parse("asof=2023-02-29").asof,
                round: ["?place=a,b&disputed=1&from=2023-05-21T06:00&asof=2023-05-22T00:00&lanes=x,y&keys=off", ""]
                    .filter(query => serialise(parse(query), "") !== query),
                outcomes: [["a", "b"], ["a", "d"], ["c", "d"], [null, "d"], [null, "b"], ["a", null], [null, null], ["bT00:00", "c"]]
                    .map(said => outcome({said}, "bT00:00")),
                limits: [["a", "d"], ["c", "d"], ["a", "b"]].map(said => outcome({said, limits: true}, "bT00:00")),
                minutes: ["T18:00", "T17:59", "T00:00"].map(time => outcome({said: ["2023-05-21T18:00", "2023-05-21T18:01"]}, "2023-05-21" + time)),
            };
        }"""
    )
    assert found == {
        "order": ["place", "lane"],
        "written": "?q=1&place=a&lane=b,c",
        "again": ["lane", "place"],
        "removed": "?place=a",
        "day": "2023-05-22T00:00",
        "from": "2023-05-21T00:00",
        "leap": "",
        "round": [],
        "limits": ["unplaced", "later", "said"],
        "minutes": ["said", "later", "later"],
        "outcomes": ["said", "perhaps", "later", "unplaced", "said", "unplaced", "unplaced", "later"],
    }
    expect(page.locator(".tl-controls")).to_be_visible()
