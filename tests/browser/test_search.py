import pytest

from tests.browser.conftest import Visitor


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("occupied by Russia", "/c/zelensky-troops-present/"),
        ("Prigozhin", "/p/prigozhin/"),
        ("Kramatorsk", "/l/kramatorsk/"),
    ],
)
def test_search_finds_a_claim_a_speaker_and_a_place(visit: Visitor, words: str, address: str) -> None:
    window = visit()
    page = window.go("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words)
    page.wait_for_selector(".md-search-result__link")
    links = page.eval_on_selector_all(".md-search-result__link", "all => all.map(one => one.pathname)")
    assert address in links
    assert window.complaints == []
