"""The search in the header, with the real content: what it finds, how it is led by keyboard, and what it says."""

import gzip
import json
import random
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Visit, Visitor

STATUS = ".md-search [role=status]"


def searched(window: Visit, words: str, address: str = "") -> Page:
    """Type words into the search of a page and wait until it has said what it found."""
    page = window.go(address)
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    page.wait_for_function(
        "() => document.querySelector('.tl-found__link') || /“/.test(document.querySelector('.md-search [role=status]').textContent)"
    )
    return page


def results(page: Page) -> dict[str, list[str]]:
    """Give the addresses that are shown, by group."""
    found: dict[str, list[str]] = page.eval_on_selector_all(
        ".tl-found__group",
        """all => Object.fromEntries(all.map(group => [
            group.querySelector("h2").firstChild.data.trim(),
            [...group.querySelectorAll("a")].map(link => link.pathname),
        ]))""",
    )
    return found


FINDABLE = [
    ("occupied by Russia", "Claims", "/c/zelensky-troops-present/"),
    ("prigoz", "Speakers", "/p/prigozhin/"),
    ("Пригожин", "Speakers", "/p/prigozhin/"),
    ("kramatorsk", "Places", "/l/kramatorsk/"),
    ("Бахмут", "Places", "/l/bakhmut/"),
    ("бахмуте", "Places", "/l/bakhmut/"),
    ("марʼїнка", "Places", "/l/marinka/"),
    ("Марїнка", "Places", "/l/marinka/"),
    ("広", "Places", "/l/hiroshima/"),
    ("Пригожин Бахмут", "Claims", "/c/prigozhin-control/"),
    ("who controlled", "Topics", "/t/who-controlled-bakhmut/"),
    ("untitled article", "Sources", "/s/bakhmut-article/"),
    ("ukrainian side", "Narratives", "/n/ukrainian-side/"),
    ("dates are worked out", "Other pages", "/method/"),
    ("neutrality", "Other pages", "/neutrality/"),
]
"""Words, and the group and address under which they must be found."""


def test_it_finds_each_kind_of_record_by_any_of_its_names(visit: Visitor) -> None:
    window = visit()
    page = searched(window, "anything at all")
    missed = []
    for words, group, address in FINDABLE:
        page.locator(".md-search__input").fill(words)
        if address not in results(page).get(group, []):
            missed.append((words, results(page)))
    assert not missed
    assert window.complaints == []


def test_what_was_typed_is_marked_and_the_other_name_is_shown(visit: Visitor) -> None:
    page = searched(visit(), "Бахмут пригож")
    claim = page.locator(".tl-found__link[href$='/c/prigozhin-control/']")
    assert "Bakhmut (Бахмут)" in claim.inner_text()
    assert claim.locator("mark").all_inner_texts() == ["Пригожин", "Бахмут"]


def test_links_lead_home_from_a_deep_page_and_under_a_path(visit: Visitor, site: str) -> None:
    page = searched(visit(), "Kramatorsk", "c/zelensky-troops-present/")
    assert page.locator(".tl-found__link").first.get_attribute("href") == f"{site}l/kramatorsk/"


def test_all_of_it_works_by_keyboard(visit: Visitor) -> None:
    window = visit()
    page = searched(window, "Zelensky")
    here = "document.activeElement.getAttribute('href')?.replace(/.*(?=\\/[a-z]\\/)/, '') ?? document.activeElement.tagName"
    first = [link for group in results(page).values() for link in group]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) == first[0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) == first[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(here) == "INPUT"
    page.keyboard.press("Escape")
    assert page.evaluate(here) != "INPUT"
    assert not page.locator(".tl-found").is_visible()
    page.keyboard.press("f")
    assert page.evaluate(here) == "INPUT"
    assert page.locator(".md-search__input").input_value() == "Zelensky"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first[0]}")
    assert window.complaints == []


def test_nothing_of_the_page_lies_over_it(visit: Visitor) -> None:
    page = searched(visit(), "Bakhmut")
    over = page.evaluate(
        """() => {
            const box = document.querySelector(".md-search__output").getBoundingClientRect();
            const found = new Set();
            for (let x = box.left + 4; x < box.right; x += 11)
                for (let y = box.top + 4; y < box.bottom; y += 11) {
                    const top = document.elementFromPoint(x, y);
                    if (!top?.closest(".md-search")) found.add(top?.outerHTML.slice(0, 80));
                }
            return [...found];
        }"""
    )
    assert over == []


def test_it_closes_when_the_focus_moves_on(visit: Visitor) -> None:
    page = searched(visit(), "prigozhin control")
    for _ in range(12):
        page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.md-search') !== null")
    assert not page.locator("#__search").is_checked()


def test_the_rest_of_a_long_group_is_one_step_away(visit: Visitor) -> None:
    page = searched(visit(), "Bakhmut")
    claims = page.locator(".tl-found__group", has=page.get_by_role("heading", name=re.compile("^Claims")))
    total = int(claims.locator(".tl-found__count").inner_text())
    assert claims.locator("a").count() < total
    claims.get_by_role("button", name=f"Show all {total}").press("Enter")
    assert claims.locator("a").count() == total
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_it_says_what_it_found_and_that_it_found_nothing(visit: Visitor) -> None:
    page = searched(visit(), "bakhmut kupyansk")
    assert re.fullmatch(r"([A-Z][a-z ]+ \d+( · )?)+", page.locator(STATUS).inner_text())
    page.keyboard.insert_text(" zzz")
    page.get_by_text("Nothing on file for “bakhmut kupyansk zzz”.").wait_for()
    assert page.locator(".tl-found__link").count() == 0


def test_it_says_that_it_could_not_be_loaded_and_leads_to_the_list(visit: Visitor) -> None:
    window = visit()
    window.page.route("**/search/index.json", lambda route: route.abort())
    page = window.go("c/zelensky-troops-present/")
    page.locator(".md-search__input").fill("bakhmut")
    page.get_by_text("The search could not be loaded.").wait_for()
    assert page.get_by_role("link", name="All claims in one list").get_attribute("href") == "../"
    page.unroute_all()
    page.locator(".md-search__input").fill("bakhmut ")
    page.wait_for_selector(".tl-found__link")
    assert not page.get_by_role("link", name="All claims in one list").is_visible()


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "$& $1 {query}",
    "(((((",
    "[zzz-q]\\zzzz",
    "\u202ezzzz",
    "\u0000",
    "z" * 5000,
)
"""What no claim holds, and what would do harm if it were read as anything but words."""


def test_whatever_is_typed_is_only_words(visit: Visitor) -> None:
    window = visit(390)
    page = searched(window, "zzzz")
    for words in HOSTILE:
        page.locator(".md-search__input").fill(words)
        assert page.locator(STATUS).inner_text().startswith(f"Nothing on file for “{words[:3]}"), words
        assert page.locator(".tl-found *").count() == 0
    page.wait_for_function("() => document.documentElement.scrollWidth === 390")
    page.keyboard.press("Escape")
    assert window.complaints == []


ATTACHED = ["القاهرة تنفي", "והעיר בחמות", "بخموت"]
"""Texts of claims, in which an article or a preposition stands before a word without a blank."""


def test_words_are_found_behind_articles_and_prepositions_that_are_written_together(
    visit: Visitor, folder: Path
) -> None:
    index = json.loads((folder / "search" / "index.json").read_text("utf-8"))
    index["claims"] = [[f"x{place}", "", text, "", 0, [], [], [], []] for place, text in enumerate(ATTACHED)]
    found = (
        visit()
        .go("")
        .evaluate(
            """async index => {
            const {searcher, marked} = await import('./assets/timeline/js/finding.js');
            const search = searcher(index);
            return ["قاهره", "עיר", "بَخموت"].map(query => {
                const {groups, terms} = search(query);
                const claims = groups.find(group => group.key === "claims").show(0, 9);
                return [claims.map(one => one.address), marked(claims[0].name, terms)];
            });
        }""",
            index,
        )
    )
    assert [addresses for addresses, _ in found] == [["c/x0/"], ["c/x1/"], ["c/x2/"]]
    assert [pieces[1] for _, pieces in found] == ["القاهرة", "והעיר", "بخموت"]


def test_an_address_can_carry_the_words(visit: Visitor) -> None:
    page = visit().go("?q=Kramatorsk")
    page.wait_for_selector(".tl-found__link")
    assert "/l/kramatorsk/" in results(page)["Places"]


def test_words_of_the_index_are_never_markup(visit: Visitor, folder: Path) -> None:
    evil = "<img src=x onerror=alert(1)> </script>"
    index = json.loads((folder / "search" / "index.json").read_text("utf-8"))
    index["groups"]["places"]["records"] = [["x", f"{evil} harbour", [evil], evil]]
    index["claims"] = [["x", f"harbour {evil}", evil, evil, 0, [], [0], [], []]]
    window = visit()
    window.page.route("**/search/index.json", lambda route: route.fulfill(json=index))
    page = searched(window, "harbour")
    assert page.locator(".tl-found__link").all_inner_texts()[0].startswith(f"{evil} harbour")
    assert page.locator(".tl-found img, .tl-found script").count() == 0
    assert window.complaints == []


def test_nothing_is_loaded_before_it_is_used(visit: Visitor) -> None:
    window = visit()
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    page = window.go("")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search/" in url or "finding" in url or "worker" in url]
    page.locator(".md-search__input").focus()
    page.wait_for_load_state("networkidle")
    assert {url.rsplit("/", 1)[1] for url in asked} >= {"finding.js", "index.json"}


def test_without_scripts_there_is_no_box(visit: Visitor) -> None:
    page = visit(scripts=False).go("")
    assert not page.locator(".md-search").is_visible()
    for index in ("p/", "l/", "s/", "t/", "n/"):
        assert page.locator(f".tl a[href$='{index}']").first.is_visible(), index


FOLDED = {
    "ÉCOLE": "ecole",
    "Łódź": "lodz",
    "Straße": "strasse",
    "Знам’янка": "знамянка",
    "Київ": "київ".replace("ї", "і\u0308"),
    "ёлка": "елка",
    "край": "краи\u0306",
    "مُحَمَّد": "محمد",
    "القاهرة": "القاهره",
    "إلى": "الي",
    "ґанок": "ганок",
    "İSTANBUL": "istanbul",
    "Ὀδυσσεύς": "οδυσσευσ",
    "کی": "كي",
    "צה״ל": "צהל",
    "Ａ１": "a1",
}


def test_words_are_compared_without_accents_but_letters_stay_letters(visit: Visitor) -> None:
    page = visit().go("")
    made = page.evaluate(
        "async words => { const {fold} = await import('./assets/timeline/js/finding.js'); return words.map(fold); }",
        [*FOLDED, "и", "і", "й", "ї"],
    )
    assert made[:-4] == list(FOLDED.values())
    assert len(set(made[-4:])) == 4, "letters of their own"


def large(folder: Path, claims: int) -> dict[str, Any]:
    """The index of this site, with many claims made of the words of the hand-written pages."""
    index: dict[str, Any] = json.loads((folder / "search" / "index.json").read_text("utf-8"))
    words = " ".join(page[3] for page in index["groups"]["pages"]["records"]).split()
    pick = random.Random(7)  # noqa: S311 - the same words every time
    index["claims"] = [
        [
            f"claim-{number}-{pick.choice(words).lower()}",
            "",
            " ".join(pick.choices(words, k=28)),
            f"{pick.randrange(1, 29)} May 2023, time not stated",
            pick.randrange(3),
            [pick.randrange(20)],
            [pick.randrange(15)],
            [pick.randrange(8)],
            [0],
        ]
        for number in range(claims)
    ]
    return index


def test_the_index_of_three_thousand_claims_is_small_and_finds_them(visit: Visitor, folder: Path) -> None:
    index = large(folder, 3000)
    assert len(gzip.compress(json.dumps(index, ensure_ascii=False).encode())) <= 300_000
    page = visit().go("")
    found = page.evaluate(
        """async index => {
            const {searcher, marked} = await import('./assets/timeline/js/finding.js');
            const search = searcher(index);
            return ["a", "ba", "Бахмут", "zelensky source", "claim of the day", "qqqqqq", "record files"].map(query => {
                const { groups, terms } = search(query);
                for (const group of groups)
                    for (const one of group.show(0, 8)) marked(`${one.name} ${one.detail.join()}`, terms);
                return groups.length;
            });
        }""",
        index,
    )
    assert [count > 0 for count in found] == [True, True, True, True, True, False, True]
