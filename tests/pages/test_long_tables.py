"""Large and empty timelines: no table of claims makes a page too heavy, nothing is lost by that, and no link is dead."""

import re
from decimal import Decimal

import pytest

from tests import builders
from timeline.align import align
from timeline.diagnostics import Span
from timeline.model import Place
from timeline.pages import render

LIMIT = 400_000


@pytest.mark.slow
def test_a_thousand_claims_of_one_speaker_and_lane() -> None:
    timeline = builders.timeline(
        *(
            builders.claim(
                f"c-{number:04}", f"{number % 28 + 1}", relations={"disputes": "c-0000"} if number else ()
            )
            for number in range(900)
        )
    )
    pages = {page.path: page for page in render(align(timeline), timeline)}
    timeline_pages = [
        page for page in pages.values() if page.kind in {"timeline", "index", "speaker", "narrative"}
    ]
    assert max(len(page.body.encode()) for page in timeline_pages) < LIMIT
    listed = [
        claim
        for path in ("c/index.md", "c/index/2.md", "c/index/3.md")
        for claim in re.findall(r'<a href="[^"]*?(c-\d{4})/"', pages[path].body)
    ]
    assert sorted(listed) == sorted(timeline.events)
    assert '<b aria-current="page">1–400</b> <a href="index/2/">401–800</a>' in pages["c/index.md"].body
    assert "600 more claims, later in time, are not in this table." in pages["n/ua.md"].body
    stands = re.findall(
        r'<article [^>]*id="c-(c-\d{4})"',
        "".join(page.body for page in pages.values() if page.kind == "timeline"),
    )
    assert sorted(stands) == sorted(timeline.events)


@pytest.mark.slow
def test_a_topic_and_a_source_of_many_claims_go_on_on_further_pages() -> None:
    number = 400
    timeline = builders.timeline(
        *(
            builders.claim(
                f"c-{at:04}",
                f"{at % 28 + 1}",
                lane="ru" if at < number - 10 else "ua",
                about=f"control=a{at % 3}",
                at=f"paragraph {at // 2 + 1}",
                by=(f"speaker-{at}",),
                relations={"disputes": "c-0000"} if at else (),
            )
            for at in range(number)
        )
    )
    pages = {page.path: page for page in render(align(timeline), timeline)}
    assert max(len(page.body.encode()) for page in pages.values() if page.kind != "add") < LIMIT
    for stem, parts, marker in (
        ("t/control", 3, 'id="c-'),
        ("s/article", 2, 'class="tl-ref tl-slot-[12]" href="'),
    ):
        paths = [f"{stem}.md", *(f"{stem}/{at}.md" for at in range(2, parts + 1))]
        assert [path for path in pages if path.startswith(stem)] == paths
        shown = [
            re.findall(rf'<(?:article|a) [^>]*?{marker}[^"]*?(c-\d{{4}})', pages[path].body) for path in paths
        ]
        assert sorted(claim for page in shown for claim in page) == sorted(timeline.events)
        assert f'<b aria-current="page">1–{len(shown[0])}</b>' in pages[paths[0]].body
        assert pages[paths[1]].title.endswith(f", part 2 of {parts}")
    assert (
        "No claim on this page for the Ukrainian side; other pages"
        in pages["t/control.md"].body + pages["t/control/2.md"].body
    )
    assert "No claim on this topic recorded for Others." in pages["t/control.md"].body
    listed = re.findall('<tr><td data-label="Relation">', pages["c/c-0000.md"].body)
    assert len(listed) == 300
    assert f'and {number - 1 - 300} more · <a href="../../data/">' in pages["c/c-0000.md"].body


def test_a_thousand_places_are_listed_on_several_pages() -> None:
    places = {
        f"pier-{at:04}": Place(id=f"pier-{at:04}", span=Span("content/places/pier.yml"), name=f"Pier {at}")
        for at in range(900)
    }
    timeline = builders.timeline(places=places)
    pages = [page for page in render(align(timeline), timeline) if page.path.startswith("l/index")]
    assert [page.path for page in pages] == ["l/index.md", "l/index/2.md", "l/index/3.md"]
    assert sorted(set(re.findall(r"pier-\d{4}", "".join(page.body for page in pages)))) == sorted(places)


def test_a_place_that_no_claim_names_leads_to_no_map() -> None:
    place = Place(
        id="pier",
        span=Span("content/places/pier.yml"),
        name="Pier",
        latitude=Decimal("48.5"),
        longitude=Decimal("37.5"),
    )
    timeline = builders.timeline(places={"pier": place})
    pages = {page.path: page for page in render(align(timeline), timeline)}
    assert "map.md" not in pages
    assert "map/" not in pages["l/pier.md"].body
