"""Large and empty timelines: no table of claims makes a page too heavy, nothing is lost by that, and no link is dead."""

import re
from decimal import Decimal

from tests import builders
from timeline.align import align
from timeline.diagnostics import Span
from timeline.model import Place
from timeline.pages import render

LIMIT = 400_000


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
