"""The overview strip: every claim of a timeline in one picture, as inline SVG that is written at build time.

Enters: an `Aligned`. Leaves: markup for the head of the home page: the same drawing at three widths, of which the style
sheet shows one, a key of the marks that occur, a summary in words, and a table of the same data. The drawings themselves are
hidden from assistive technology, which has the summary, the table and the claims. What it refuses: nothing; without
claims it is empty. The geometry is `timeline.drawings.overview`.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from timeline.align import Aligned
from timeline.drawings.overview import Axis, Frame, Overview, on_one_clock, overview
from timeline.drawings.words import Words
from timeline.pages.marks import number
from timeline.pages.strip import words
from timeline.pages.svg import svg
from timeline.wording import long, several_years, wording_for

__all__ = ["FRAMES", "strip"]

FRAMES = (
    Frame("wide", 1324, 184, 108, 40),
    Frame("middle", 912, 150, 100, 40),
    Frame("narrow", 358, 0, 62, 34),
)


def strip(aligned: Aligned, *, language: str = "en", address: Callable[[str], str] | None = None) -> Markup:
    """Draw the strip of a timeline; empty where it has no claims.

    Args:
        aligned: The timeline.
        language: Of the words.
        address: Gives the address of a claim as seen from the page, so that its mark leads there.
    """
    wording = wording_for(language)
    known = Words(
        periods={group.key: long(wording, group.period) for group in aligned.groups if group.period},
        years=several_years(aligned),
        wording=wording,
    )
    drawn = [found for frame in FRAMES if (found := overview(aligned, frame, known))]
    if not drawn:
        return Markup("")
    drawings = Markup("").join(
        _drawing(found, frame, aligned, address) for found, frame in zip(drawn, FRAMES, strict=True)
    )
    widest = drawn[0]
    seen = {
        name: tuple(frame.name for found, frame in zip(drawn, FRAMES, strict=True) if name in found.seen)
        for name in frozenset().union(*(found.seen for found in drawn))
    }
    zone = words.zones(on_one_clock(aligned).clock, known) if seen.keys() & {"time", "part"} else ""
    return Markup(
        '<figure class="tl-strip"><div class="tl-strip__top">'
        '<figcaption class="tl-strip__caption">{}</figcaption>{}</div>'
        '<p class="tl-hidden">{}</p>{}{}</figure>'
    ).format(
        known.text("strip.caption"),
        words.key(seen, known, zone=zone, unit=widest.unit, top=widest.top),
        words.summary(aligned, widest.axis, known),
        drawings,
        words.table(aligned, known),
    )


def _drawing(found: Overview, frame: Frame, aligned: Aligned, address: Callable[[str], str] | None) -> Markup:
    attributes = Markup(
        'class="tl-chart tl-strip__drawing tl-strip__drawing--{}" aria-hidden="true"{}'
    ).format(frame.name, _range(found.axis))
    return svg(
        found.drawing,
        attributes,
        numbers=aligned.numbers,
        address=address,
        on_demand="on-demand" in found.seen,
    )


def _range(axis: Axis | None) -> Markup:
    """Say for scripts which stretch of the drawing is which stretch of time, in the drawing's units."""
    if axis is None:
        return Markup("")
    edges = [number(value) for value in (axis.left, axis.right, axis.top, axis.bottom)]
    return Markup(
        ' data-from="{}" data-to="{}" data-left="{}" data-right="{}" data-top="{}" data-bottom="{}"'
    ).format(axis.start.isoformat(timespec="minutes"), axis.end.isoformat(timespec="minutes"), *edges)
