"""Timelines that the tests of pages share: a small one that shows every state, and a hostile one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from tests.builders import claim, dating, timeline
from timeline.diagnostics import Span
from timeline.model import (
    AnchorUse,
    Change,
    Citation,
    Exactness,
    Figure,
    Name,
    Place,
    Quote,
    Settings,
    Source,
    Speaker,
    Status,
    Timeline,
)

EXCERPT = "The mayor stated on the 21st that the bridge stands, and that nobody had crossed it."


@cache
def small() -> Timeline:
    """A timeline that shows most states once, small enough to be read as a page."""
    stands = claim(
        "mayor-bridge",
        "21",
        "ua",
        about=["bridge=stands", "crossing"],
        said="21",
        by=["mayor"],
        via=("agency",),
        places=("bridge", "town"),
        said_at=("town",),
        claim="The bridge *stands*.",
        quote=Quote(
            text="The bridge stands.", language="uk", translation="It stands.", translator="the source"
        ),
        citations=(Citation(source="article", locator="paragraph 2", excerpt=EXCERPT),),
        aliases=("old-bridge",),
        history=(Change(date="2023-05-24", change="Place added", reason="It was left out"),),
        status=Status(kind="corrected", reason="The place was missing.", date="2023-05-24"),
        tags=("bridges",),
        note="See also [the map](https://example.org/map).",
        figures=(Figure(measure="spans", value=Decimal(4), unit="spans"),),
    )
    stands = replace(
        stands,
        date=replace(
            stands.date,
            phrase="on the 21st",
            anchor=AnchorUse(kind="source", id="article", text="the publication of the source, 22 May 2023"),
        ),
    )
    fallen = claim(
        "general-bridge",
        "21",
        "ru",
        about="bridge=fell",
        by=["general"],
        relations={"disputes": "mayor-bridge"},
        title="The bridge fell",
        figures=(Figure(measure="spans", minimum=Decimal(2), unit="spans"),),
    )
    unnamed = claim(
        "unnamed", "?", "ua", about="bridge=fell?", by=[], said="22", narrative_basis="It speaks for them."
    )
    withdrawn = claim(
        "withdrawn",
        "22 05:26z",
        "other",
        about="crossing",
        status=Status(kind="withdrawn", reason="Taken back.", date="2023-05-25"),
    )
    gone = claim(
        "gone", "22", "ru", by=["witness"], status=Status(kind="removed", reason="safety", date="2023-05-26")
    )
    never = claim("never", "?", "ru", said="?", kind="forecast")
    events = [stands, fallen, unnamed, withdrawn, replace(gone, claim="", citations=(), by=()), never]
    built = timeline(*events)
    return replace(
        built,
        settings=Settings(
            title="The bridge",
            standfirst="Who said what of the bridge. This site does not rule on what is true.",
            site_url="https://example.org/bridge/",
            edit_url="https://example.org/edit/main",
        ),
        sources={
            "article": Source(
                id="article",
                span=Span("content/sources/article.yml"),
                title="A bridge",
                kind="article",
                author="A. Writer",
                publisher="agency",
                url="https://example.org/bridge",
                published=dating("22", basis="It says so."),
                updated=dating("23"),
                captured=dating("23"),
                language="en",
                archive_url="https://archive.example.org/bridge",
                sha256="ab" * 32,
                file="article.txt",
                held="on-request",
                note="The end is lost.",
            )
        },
        speakers=dict(built.speakers)
        | {
            "mayor": Speaker(
                id="mayor",
                span=Span("content/speakers/mayor.yml"),
                name="Mayr",
                names=(
                    Name(name="A. Mayor", language="en", basis="The only mayor there."),
                    Name(name="Мер", language="uk"),
                    Name(name="The Mayor"),
                ),
                role="Mayor of the town",
                narrative="ua",
            )
        },
        places={
            "bridge": Place(
                id="bridge",
                span=Span("content/places/bridge.yml"),
                name="Bridge",
                latitude=Decimal("48.59512"),
                longitude=Decimal("38.00012"),
                exactness=Exactness.LOCALITY,
                part_of="town",
                names=(Name(name="Міст", basis="The only one there."),),
            ),
            "town": Place(
                id="town",
                span=Span("content/events/mayor-bridge.yml"),
                name="Town",
                inline=True,
                time_zone="Europe/Kyiv",
            ),
        },
    )
