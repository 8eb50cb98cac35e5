"""The overview strip: every claim of a timeline in one picture, as inline SVG that is written at build time.

Enters: an `Aligned`. Leaves: markup for the head of the home page: the same drawing at three widths, of which the style
sheet shows one, a key of the marks that occur, a summary in words, and a table of the same data. The drawings themselves are
hidden from assistive technology, which has the summary, the table and the claims. What it refuses: nothing; without
claims it is empty. The geometry is `timeline.drawings.overview`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from markupsafe import Markup

from timeline.align import Aligned
from timeline.drawings.map.lettering import width_of
from timeline.drawings.overview import Axis, Frame, Overview, on_one_clock, overview
from timeline.drawings.words import Words
from timeline.pages.marks import number
from timeline.pages.strip import words
from timeline.pages.svg import EVERYTHING, Shown, svg
from timeline.wording import long, several_years, wording_for

__all__ = ["FRAMES", "Strip", "stretch", "strip"]

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
    drawn = Strip.of(aligned, language=language, address=address)
    return drawn.markup() if drawn else Markup("")


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of a timeline, drawn once for all of its pages."""

    top: Markup
    """Caption, key and summary."""

    drawings: tuple[tuple[Markup, Axis | None], ...]
    """One for each frame, without the end of its element."""

    table: Markup

    @classmethod
    def of(  # noqa: PLR0913 - what a strip depends on
        cls,
        aligned: Aligned,
        *,
        language: str = "en",
        address: Callable[[str], str] | None = None,
        whole: bool = True,
        caption: str = "",
        shown: Shown = EVERYTHING,
    ) -> Strip | None:
        """Draw it; `None` where there are no claims.

        Args:
            aligned: The timeline.
            language: Of the words.
            address: Gives the address of a claim as seen from the page.
            whole: Whether it stands on the page of all claims. On that of a period it leads elsewhere, and is drawn twice
                and not three times, since the page is for its claims.
            caption: In place of the usual one.
            shown: Which of the claims the page shows.
        """
        wording = wording_for(language)
        frames = tuple(
            replace(frame, mirrored=wording.direction == "rtl")
            for frame in FRAMES
            if whole or frame.name != "middle"
        )
        known = Words(
            periods={group.key: long(wording, group.period) for group in aligned.groups if group.period},
            years=several_years(aligned),
            wording=wording,
        )
        drawn = [found for frame in frames if (found := overview(aligned, frame, known))]
        if not drawn:
            return None
        widest = drawn[0]
        seen = {
            name: tuple(
                width
                for found, frame in zip(drawn, frames, strict=True)
                if name in found.seen
                for width in ((frame.name,) if whole or frame.name != "wide" else ("wide", "middle"))
            )
            for name in frozenset().union(*(found.seen for found in drawn))
        }
        zone = words.zones(on_one_clock(aligned).clock, known) if seen.keys() & {"time", "part"} else ""
        top = Markup(
            '<div class="tl-strip__top"><figcaption class="tl-strip__caption">{}</figcaption>{}</div>'
            '<p class="tl-hidden">{}</p>'
        ).format(
            caption or known.text("strip.caption"),
            words.key(seen, known, zone=zone, unit=widest.unit, top=widest.top),
            words.summary(aligned, widest.axis, known),
        )
        return cls(
            top,
            tuple(
                (_drawing(found, frame, aligned, address, shown=shown), found.axis)
                for found, frame in zip(drawn, frames, strict=True)
            ),
            words.table(aligned, known),
        )

    def markup(self) -> Markup:
        """Write it for the page that holds all claims, or leads to all of them."""
        drawings = Markup("").join(drawing + _END for drawing, _ in self.drawings)
        return Markup('<figure class="tl-strip">{}{}{}</figure>').format(self.top, drawings, self.table)

    def around(self, first: date, last: date) -> Markup:
        """Write it for a page of some days, which are marked; the table stands on the home page.

        Args:
            first: The first day.
            last: The last day.
        """
        drawings = Markup("").join(
            drawing + _window(axis, first, last) + _END for drawing, axis in self.drawings
        )
        return Markup('<figure class="tl-strip tl-strip--part" data-page="{} {}">{}{}</figure>').format(
            *stretch(first, last), self.top, drawings
        )

    def until(self, end: datetime, flag: str) -> Markup:
        """Write it for a page of what had been said by a moment: what comes after it is hatched.

        Args:
            end: The moment, on the clock as read.
            flag: The moment in words.
        """
        drawings = Markup("").join(
            drawing + _after(axis, end, flag, at) + _END for at, (drawing, axis) in enumerate(self.drawings)
        )
        return Markup('<figure class="tl-strip tl-strip--until">{}{}</figure>').format(self.top, drawings)


_END = Markup("</svg>")


def stretch(first: date, last: date) -> tuple[str, str]:
    """Write start and exclusive end of some days, as scripts read moments."""
    end = last + timedelta(days=last < date.max)
    return f"{first.isoformat()}T00:00", f"{end.isoformat()}T00:00"


def _drawing(
    found: Overview,
    frame: Frame,
    aligned: Aligned,
    address: Callable[[str], str] | None,
    *,
    shown: Shown,
) -> Markup:
    """Write one drawing, without the end of its element."""
    attributes = Markup(
        'class="tl-chart tl-strip__drawing tl-strip__drawing--{}" aria-hidden="true"{}'
    ).format(frame.name, _range(found.axis))
    drawn = svg(
        found.drawing,
        attributes,
        numbers=aligned.numbers,
        address=address,
        on_demand="on-demand" in found.seen,
        shown=shown,
    )
    return drawn.removesuffix(_END)


def _after(axis: Axis | None, end: datetime, flag: str, at: int) -> Markup:
    """Hatch what comes after a moment, behind a line with a flag that tells the moment."""
    if axis is None or end >= axis.end:
        return Markup("")
    x = axis.left + max((end - axis.start) / (axis.end - axis.start), 0) * (axis.right - axis.left)
    room = width_of(flag, 13) + 14
    left = min(max(x - room / 2, 0), axis.right - room)
    return Markup(
        '<pattern id="tl-after-{at}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0V6"/></pattern>'
        '<rect class="tl-strip__after" x="{x}" y="{top}" width="{width}" height="{height}" fill="url(#tl-after-{at})"/>'
        '<path class="tl-strip__moment" d="M{x} {above}V{below}"/>'
        '<rect class="tl-strip__flag" x="{left}" y="{below}" width="{room}" height="21" rx="2"/>'
        '<text class="tl-strip__flagged" x="{middle}" y="{baseline}" text-anchor="middle">{flag}</text>'
    ).format(
        at=at,
        x=number(x),
        top=number(axis.top),
        width=number(axis.right - x),
        height=number(axis.bottom - axis.top),
        above=number(axis.top - 6),
        below=number(axis.bottom + 4),
        left=number(left),
        room=number(room),
        middle=number(left + room / 2),
        baseline=number(axis.bottom + 19),
        flag=flag,
    )


def _window(axis: Axis | None, first: date, last: date) -> Markup:
    """Mark the stretch of time that the page is about, at least as wide as can be seen."""
    if axis is None:
        return Markup("")
    length = (axis.end - axis.start).total_seconds()
    places = []
    for moment in (
        datetime.combine(first, datetime.min.time()),
        datetime.combine(last, datetime.max.time()),
    ):
        share = (moment - axis.start).total_seconds() / length if length else 0
        places.append(axis.left + min(max(share, 0), 1) * (axis.right - axis.left))
    width = max(places[1] - places[0], 3)
    left = min(places[0], axis.right - width)
    return Markup('<rect class="tl-strip__window" x="{}" y="{}" width="{}" height="{}"/>').format(
        number(left), number(axis.top), number(width), number(axis.bottom - axis.top)
    )


def _range(axis: Axis | None) -> Markup:
    """Say for scripts which stretch of the drawing is which stretch of time, in the drawing's units."""
    if axis is None:
        return Markup("")
    edges = [number(value) for value in (axis.left, axis.right, axis.top, axis.bottom)]
    return Markup(
        ' data-from="{}" data-to="{}" data-left="{}" data-right="{}" data-top="{}" data-bottom="{}"'
    ).format(axis.start.isoformat(timespec="minutes"), axis.end.isoformat(timespec="minutes"), *edges)
