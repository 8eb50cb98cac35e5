"""The picture that other sites show beside a link to this one: title, lanes and address, 1200 by 630 pixels.

What enters: a build. What leaves: a PNG, the same bytes for the same title and lanes. One picture serves the whole site, so
that it costs a build the same whatever its size. Where the project does not say where its site stands, nobody could load a
picture, and none is made.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from timeline.align import Aligned
from timeline.compiler import Build
from timeline.dossier.book import FONTS
from timeline.dossier.press import PressError, press
from timeline.dossier.setting import Json, language_of
from timeline.drawings.marks import corners, wrapped
from timeline.model import Timeline
from timeline.site import CARD
from timeline.text import direction, plain
from timeline.wording import wording_for

COLOURS = ("#6f3fa0", "#00746b", "#965500", "#2f58ee", "#202f11", "#371a32", "#3705a2")
"""Of the lanes, by slot, on white."""

FONTS_HERE = Path(__file__).with_name("fonts")

LONGEST_TITLE, LONGEST_STANDFIRST, LONGEST_LABEL = 240, 260, 60
"""Characters that the picture has room for at most."""


def with_card(build: Build) -> Build:
    """Add the picture to what a project compiles to.

    A site without it is whole, so where Typst cannot be run its pages just show no picture.
    """
    if build.timeline.settings.site_url is None or CARD in build.files:
        return build
    try:
        made = card(build.aligned, build.timeline)
    except (PressError, OSError):
        return build
    return replace(build, files={**build.files, CARD: made})


def card(aligned: Aligned, timeline: Timeline) -> bytes:
    """Make the picture.

    Raises:
        PressError: The compiler gave up.
        OSError: No process can be started.
    """
    template = Path(__file__).with_name("template").joinpath("card.typ").read_text(encoding="utf-8")
    data = json.dumps(card_data(aligned, timeline), ensure_ascii=False)
    return press({"main.typ": template, "card.json": data}, fonts=[FONTS_HERE], timestamp=0, form="png").pdf


def card_data(aligned: Aligned, timeline: Timeline) -> Json:
    """Choose the words of the picture."""
    settings = timeline.settings
    words = wording_for(settings.language)
    address = (settings.site_url or "").partition("://")[2].rstrip("/")
    return {
        "fonts": {name: list(families) for name, families in FONTS.items()},
        "language": language_of(settings.language).get("lang", "en"),
        "direction": words.direction,
        "title": _text(settings.title, LONGEST_TITLE),
        "standfirst": _text(settings.standfirst or "", LONGEST_STANDFIRST),
        "lanes": [
            {
                "label": _short(plain(lane.narrative.label), LONGEST_LABEL),
                "short": _short(plain(lane.narrative.short), LONGEST_LABEL),
                "count": words.count("claims", lane.count),
                "colour": COLOURS[wrapped(lane.slot) - 1],
                "corners": [[x, y] for x, y in corners(wrapped(lane.slot))],
            }
            for lane in aligned.lanes
        ],
        "counts": words.count("claims", len(aligned.order)),
        "address": _short(address, LONGEST_LABEL),
    }


def _text(text: str, longest: int) -> Json:
    """Give a text with the direction of its own script."""
    return {"text": _short(plain(text), longest), "direction": direction(plain(text))}


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
