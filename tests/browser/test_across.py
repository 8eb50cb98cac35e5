"""A timeline on several pages: what is chosen on one holds for all, and agrees with `timeline.json`."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served
from tests.browser.states import Data, in_dispute, random_state, shown, values_of
from tests.browser.test_controls import axe
from tests.large_project import Size, claim, write
from tests.small_project import timeline
from timeline.commands.project import compile_folder
from timeline.compiler import Build

STATES = 30
"""On each of four pages."""

SIZE = Size(claims=260, days=75, topics=9, speakers=8, places=6)
MOMENTS = ("2022-02-01T00:00", "2022-02-20T14:30", "2022-03-01T00:00", "2022-04-02T00:00", "2022-06-01T00:00")
SPANS = ("2022-02-03T00:00", "2022-02-20T14:00", "2022-03-01T00:00", "2022-03-29T18:00", "2022-04-10T00:00")

SEEN = """queries => queries.map(query => {
    history.replaceState(null, "", location.pathname + query);
    dispatchEvent(new PopStateEvent("popstate"));
    const number = one => Number(/^\\d*/.exec(one?.textContent ?? "")[0]);
    return {
        claims: [...document.querySelectorAll(".tl-claim")].filter(one => one.checkVisibility()).map(one => one.id.slice(2)),
        head: number(document.querySelector(".tl-heads__count b")),
        days: Object.fromEntries([...document.querySelectorAll("[data-name]")].map(one => [one.dataset.time, number(one.querySelector("a > span"))])),
        pages: Object.fromEntries([...document.querySelectorAll(".tl-elsewhere li")].map(one => [new URL(one.querySelector("a").href).pathname, Number(one.lastChild.data)])),
        topics: Object.fromEntries([...document.querySelectorAll("[data-topic]")].map(one => [one.dataset.topic, [...one.querySelectorAll("b")].slice(0, -1).reduce((sum, b) => sum + Number(b.textContent), 0)])),
        links: [...document.querySelectorAll("[data-name] a, .tl-period a")].every(one => one.getAttribute("href").startsWith("#") || new URL(one.href).search === decodeURIComponent(location.search)),
    };
})"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # No date is as wide as the year, whose page then holds no claim itself.
    narrow = {
        f"content/events/claim-{number:05}.yml": claim(number, SIZE).replace(
            'date: "2022"', "date: 2 March 2022"
        )
        for number in (31, 228)
    }
    folder = write(tmp_path_factory.mktemp("paged"), SIZE, narrow)
    done = timeline(folder, "build", "--no-pdf")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def build(project: Path) -> Build:
    return compile_folder(project)


@pytest.fixture(scope="module")
def data(project: Path) -> Data:
    found: Data = json.loads((project / "site" / "data" / "timeline.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project / "site") as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not [one for one in complaints if "ERR_FAILED" not in one]


def loaded(page: Page, address: str) -> None:
    """Open a page with a state, and wait until it knows of all claims."""
    page.goto(address)
    page.locator(".tl-timeline[data-live]").wait_for()
    page.wait_for_function("() => document.querySelector('.tl-elsewhere p')?.hasChildNodes()")


@pytest.mark.parametrize("where", ["", "2022/", "2022/03/", "2022/03/w10/"])
def test_random_states_count_on_every_page_what_the_data_say(
    page: Page, address: str, data: Data, build: Build, where: str
) -> None:
    stands = standing(build)
    chance = Random(11)  # noqa: S311 - the same states each time
    states = [random_state(data, chance, MOMENTS, SPANS) for _ in range(STATES)]
    states = [state for state in states if state.query]
    loaded(page, f"{address}{where}?place=place-1")
    here_stand = where in stands.values()
    nothing = 0
    for state, seen in zip(states, page.evaluate(SEEN, [state.query for state in states]), strict=True):
        left = shown(data, state, build.aligned.placed)
        here = [claim for claim in left if stands[claim] == where]
        nothing += not left
        assert sorted(seen["claims"]) == sorted(here), state.query
        counted = here if here_stand else [claim for claim in left if stands[claim].startswith(where)]
        assert seen["head"] == len(counted), state.query
        assert seen["links"], state.query
        elsewhere = Counter(f"/{stands[claim]}" for claim in left if stands[claim] != where)
        assert seen["pages"] == elsewhere, state.query
        cells = Counter(cell for claim in left for cell in cells_of(build.aligned.placed[claim].group))
        assert seen["days"] == {cell: cells[cell] for cell in seen["days"]}, state.query
        topics = Counter(
            topic
            for claim in data["claims"]
            if claim["id"] in left and stands[claim["id"]].startswith(where)
            for topic in values_of(claim, "topic")
        )
        assert seen["topics"] == {topic: topics[topic] for topic in seen["topics"]}, state.query
    assert nothing < len(states) / 2


def standing(build: Build) -> dict[str, str]:
    """Say at which address each claim stands, from the pages themselves."""
    pages = [page for page in build.pages if page.paged]
    return {claim: page.address for page in pages for claim in re.findall(r' id="c-([^"]+)"', page.body)}


def cells_of(group: str) -> set[str]:
    """Name the day and the month of a calendar in which the claims of a group are counted."""
    first, _, last = group.partition("..")
    if group.startswith("undated") or len(first) < len("2022-03") or (last or first)[:7] != first[:7]:
        return set()
    return {first[:7], first} - ({first} if last else set())


def test_a_link_keeps_what_is_chosen_and_the_other_page_shows_it(
    page: Page, address: str, data: Data
) -> None:
    page.goto(address)
    page.locator(".tl-timeline[data-live]").wait_for()
    lanes = Counter(claim["narrative"] for claim in data["claims"])
    assert page.locator(".tl-lanebar__count").all_text_contents() == [
        str(lanes[lane]) for lane in sorted(lanes)
    ]
    assert page.locator(".tl-chip__disputed small").inner_text() == str(len(in_dispute(data)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.locator(".tl-elsewhere").inner_text() == ""
    assert not [one for one in asked if "/filters/" in one], "nothing is asked for before somebody filters"
    page.locator("[data-chip=place] .tl-chip__button").click()
    box = page.locator("#tl-chip-place input[value=place-2]")
    box.check()
    assert sorted(one.rpartition("/filters/")[2] for one in asked if "/filters/" in one) == [
        "2022.json",
        "index.json",
        "others.json",
    ]
    total = sum("place-2" in claim["place"] for claim in data["claims"])
    assert page.locator(".tl-heads__count").inner_text().split("\n") == [f"{total} claims", "match, of 260"]
    assert (
        page.locator(".tl-elsewhere [role=status]").inner_text()
        == f"{total} claims match. They stand on these pages:"
    )
    page.locator(".tl-elsewhere a", has_text="February 2022").click()
    page.wait_for_url("**/2022/02/?place=place-2")
    page.wait_for_function("() => document.querySelector('.tl-elsewhere p').hasChildNodes()")
    here = page.locator(".tl-claim:visible").count()
    assert 0 < here < total
    note = page.locator(".tl-elsewhere [role=status]")
    assert note.inner_text() == f"{here} claims on this page match, {total - here} on other pages:"
    note.get_by_role("link").click()
    assert re.search(r"#2022-02-\d\d$", page.url)
    page.locator("[data-chip=who] .tl-chip__button").click()
    counts = page.locator("#tl-chip-who label small").all_inner_texts()
    assert len(counts) == SIZE.speakers
    assert all(re.fullmatch(r"\d+ of \d+", one) for one in counts)
    page.locator(".tl-clear-all").click()
    assert page.locator(".tl-elsewhere").inner_text() == ""
    assert page.locator("[data-time='2022-02-03'] a").get_attribute("href") == "#2022-02-03"
    page.go_back()
    page.go_back()
    page.go_back()
    page.wait_for_url(f"{address}?place=place-2")
    expect(page.locator(".tl-heads__count b")).to_have_text(f"{total} claims")


def test_values_that_only_other_pages_have_are_offered_and_said_by_name(
    page: Page, address: str, data: Data, build: Build
) -> None:
    stands = standing(build)
    undated = [claim for claim in data["claims"] if stands[claim["id"]] == "undated/"]
    own = values_of(undated[0], "place")[0]
    other = next(
        place
        for place in sorted(f"place-{number}" for number in range(SIZE.places))
        if all(place not in values_of(claim, "place") for claim in undated)
    )
    loaded(page, f"{address}undated/?place={other}")
    name = f"Pier {other.removeprefix('place-')}"
    empty = page.locator(".tl-empty")
    assert (
        empty.inner_text()
        == f"No claim on this page matches these filters. Clear the last one (Place: {name})."
    )
    assert page.locator("[data-chip=place] .tl-chip__button").inner_text().split("\n") == ["Place", "1 of 6"]
    page.locator("[data-chip=place] .tl-chip__button").click()
    names = page.locator("#tl-chip-place label span").all_inner_texts()
    assert names == sorted(names)
    assert (
        page.locator("#tl-chip-place label", has_text=name).locator("small").inner_text().startswith("0 of ")
    )
    page.locator(f"#tl-chip-place input[value={own}]").check()
    assert page.url.endswith(",".join(sorted([own, other])))
    assert page.locator(".tl-claim:visible").count()


def test_it_says_that_other_pages_are_not_known_and_leads_to_the_lists(page: Page, address: str) -> None:
    page.route("**/filters/2022.json", lambda route: route.abort())
    page.goto(f"{address}2022/02/?place=place-2")
    note = page.locator(".tl-elsewhere")
    note.get_by_text("Filters across pages are not available now.").wait_for()
    assert note.get_by_role("link", name="place", exact=True).get_attribute("href") == "../../l/"
    assert page.locator(".tl-claim:visible").count(), (
        "the claims of the page itself are filtered all the same"
    )
    page.unroute_all()
    page.locator(".tl-chip__disputed").click()
    page.locator(".tl-elsewhere ul").wait_for()


def test_the_window_on_the_overview_moves_from_page_to_page(page: Page, address: str) -> None:
    page.goto(f"{address}2022/03/w10/?lane=side-1")
    knob = page.get_by_role("slider", name="Page of the timeline")
    assert knob.get_attribute("aria-valuetext") == "Week of 7 March 2022, 20 claims"
    knob.focus()
    page.wait_for_function("() => document.querySelector('.tl-elsewhere p').hasChildNodes()")
    page.keyboard.press("ArrowRight")
    assert knob.get_attribute("aria-valuetext") == "Week of 14 March 2022"
    knob.blur()
    assert knob.get_attribute("aria-valuetext") == "Week of 7 March 2022, 20 claims"
    knob.focus()
    page.keyboard.press("Home")
    assert knob.get_attribute("aria-valuetext") == "February 2022"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}2022/02/?lane=side-1")
    box, area = knob.bounding_box(), page.locator(".tl-brush").last.bounding_box()
    assert box is not None
    assert area is not None
    share = float(
        page.evaluate(
            "getComputedStyle(document.querySelector('.tl-brush__window--page')).getPropertyValue('--tl-to')"
        )[:-1]
    )
    start = area["x"] + area["width"] * share / 200 + 2
    page.mouse.move(start, area["y"] + area["height"] / 2)
    page.mouse.down()
    page.mouse.move(area["x"] + area["width"] - 4, area["y"] + area["height"] / 2, steps=4)
    page.mouse.up()
    page.wait_for_url(f"{address}2022/04/?lane=side-1")


def test_a_page_of_a_year_counts_the_claims_of_its_pages(
    page: Page, address: str, data: Data, build: Build
) -> None:
    page.goto(f"{address}2022/")
    page.locator(".tl-timeline[data-live]").wait_for()
    stands = standing(build)
    lanes = Counter(claim["narrative"] for claim in data["claims"] if stands[claim["id"]].startswith("2022/"))
    expected = [str(lanes[lane]) for lane in sorted(lanes)]
    assert page.locator(".tl-lanebar__count").all_text_contents() == expected
    assert page.locator(".tl-head__count").all_inner_texts() == [f"{count} claims" for count in expected]


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}2022/03/")
    assert axe(page) == []
    for where in ("", "2022/03/w10/"):
        loaded(page, f"{address}{where}?place=place-1&asof=2022-03-10T14:00")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_a_script_every_page_is_reached(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    assert not page.locator(".tl-controls").is_visible()
    assert page.locator(".tl-browse").is_visible()
    page.locator("[data-time='2022-04'] a").click()
    assert page.url == f"{address}2022/04/"
    assert page.locator(".tl-claim").count() > 20


def test_disputed_claims_are_counted_over_all_pages(page: Page, address: str, data: Data) -> None:
    loaded(page, f"{address}2022/02/?disputed=1")
    assert page.locator(".tl-chip__disputed small").inner_text() == str(len(in_dispute(data)))
