import json
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor


@pytest.fixture(scope="module")
def claims(folder: Path) -> list[dict[str, object]]:
    data = json.loads((folder / "data" / "timeline.json").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = data["claims"]
    return found


@pytest.mark.parametrize("width", [390, 1440])
def test_every_claim_is_on_the_home_page(visit: Visitor, claims: list[dict[str, object]], width: int) -> None:
    page = visit(width, scripts=False).go("")
    for claim in claims:
        assert page.locator(f"article#c-{claim['id']} .tl-claim__text").is_visible()
    assert page.locator("article.tl-claim").count() == len(claims)


def test_every_relation_is_written_out_at_both_ends(visit: Visitor, claims: list[dict[str, object]]) -> None:
    page = visit(scripts=False).go("")
    missing = []
    for claim in claims:
        relations = claim["relations"]
        assert isinstance(relations, list)
        for relation in relations:
            target = next(value for key, value in relation.items() if key != "kind")
            for one, other in ((claim["id"], target), (target, claim["id"])):
                link = f"article#c-{one} .tl-relations a[href*='{other}']"
                more = f"article#c-{one} .tl-relations a[href$='#relations']"
                if not page.locator(f"{link}, {more}").count():
                    missing.append(f"{one} -> {other}")
    assert not missing


def test_every_date_opens_and_shows_its_steps(visit: Visitor, claims: list[dict[str, object]]) -> None:
    page = visit(scripts=False).go("")
    for claim in claims[:8]:
        date = page.locator(f"article#c-{claim['id']} .tl-date")
        date.locator("summary").click()
        assert date.locator(".tl-steps dd").first.is_visible()
        date.locator("summary").click()


def test_nothing_dead_is_shown(visit: Visitor) -> None:
    page = visit(scripts=False).go("")
    assert not page.locator(".md-search__input").is_visible()
    assert not page.locator("[data-tl-palette]").is_visible()
    assert page.locator(".tl-browse").is_visible()
    assert page.locator(".tl-strip__drawing--wide").is_visible()
