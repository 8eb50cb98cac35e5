"""Invented timelines of any number of lanes, as Markdown files for the site under test."""

from __future__ import annotations

from tests.projects import read
from timeline.align import align
from timeline.pages import render

LONG = "A claim of some length, so that its words wrap in a narrow column and wrap again where seven stand side by side."


UNBROKEN = "Wasserwirtschaftsverwaltungsgesellschaft/Hochwasserschutzbeauftragtenversammlung"
"""Words without a place to break at, as the label of a lane may have them."""


def home_of(lanes: int) -> str:
    """Write the home page of a timeline in which the first lane says most and the last says nothing."""
    return _written("index.md", lanes)


def topic_of(lanes: int) -> str:
    """Write the page of the one topic of such a timeline, whose lanes have labels that cannot be broken."""
    return _written("t/who-held-it.md", lanes, UNBROKEN)


def _written(path: str, lanes: int, label: str = "Side number") -> str:
    texts = {"topics/who-held-it": "title: Who held the town?\n"}
    for lane in range(1, lanes + 1):
        texts[f"narratives/lane-{lane}"] = (
            f"label: {label} {lane}\nshort: Side {lane}\nparty: true\n"
            "description: Officials, forces and press that speak for this side and for nobody else\nreason: A test.\n"
        )
        texts[f"speakers/speaker-{lane}"] = (
            f"name: Speaker Number {lane}\nrole: spokesperson\nnarrative: lane-{lane}\n"
        )
        for claim in range(lanes - lane):
            texts[f"events/claim-{lane}-{claim}"] = (
                f'date: "2023-05-2{claim % 2 + 1}"\nplace: Bakhmut\nclaim: {LONG if claim % 2 else "Short."}\n'
                f"source: article\nby: speaker-{lane}\nabout: who-held-it\n"
                + (f"relations:\n  - disputes: claim-{lane - 1}-0\n" if lane > 1 and not claim else "")
            )
    timeline, _ = read(texts)
    aligned = align(timeline)
    (written,) = (page for page in render(aligned, timeline) if page.path == path)
    return written.markdown()
