from tests.browser.conftest import Visitor
from tests.browser.places import KINDS


def test_no_page_asks_another_host_or_complains(visit: Visitor) -> None:
    window = visit()
    for address in KINDS.values():
        window.go(address)
    assert window.complaints == []


def test_a_latin_page_loads_about_80_kb_of_fonts(visit: Visitor) -> None:
    window = visit()
    loaded: dict[str, int] = {}
    window.page.on(
        "response",
        lambda answer: (
            loaded.update({answer.url.rsplit("/", 1)[1]: len(answer.body())})
            if answer.url.endswith(".woff2")
            else None
        ),
    )
    window.go("").wait_for_load_state("networkidle")
    assert {"source-serif-4-latin.woff2", "source-sans-3-latin.woff2"} == set(loaded)
    assert sum(loaded.values()) < 85_000
