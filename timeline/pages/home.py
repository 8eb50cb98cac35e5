"""The timeline home: everything side by side, in time order.

What enters: the page's view of the whole. What leaves: the page at the root of the site. It is complete without
JavaScript, and every claim stands on it whole exactly once; where they are too many for one page, on one of the pages of
months, weeks or days that it leads to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline import wording
from timeline.align import Cell, Group, Kind, Lane, Row, Timing
from timeline.pages.claim_view import ClaimLine, ClaimView, claim_line, claim_view
from timeline.pages.contents import contents
from timeline.pages.controls import Chip, controls
from timeline.pages.here import ADD, DATA, DISPUTES, FOLDERS, HOME, METHOD, Here, Named
from timeline.pages.page import Page
from timeline.pages.periods import claims_of
from timeline.pages.strip import strip
from timeline.pages.template import render
from timeline.text import clean, plain

FULL_DATES = 50
"""Claims of a page whose dates are explained in full; further ones give result and rule and lead to their own page."""

MOST_IN_CELL = 6
"""Claims in a cell before the ones in the middle are folded, the same for every lane."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the four facts of the masthead."""

    label: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell: claims, folded ones between the first and the last, references, or why it is empty."""

    lane: Lane
    heading: bool
    first: tuple[ClaimView, ...]
    folded: tuple[ClaimView, ...]
    last: tuple[ClaimView, ...]
    references: tuple[ClaimLine, ...]
    silence: str | None
    elsewhere: int
    disc: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row with its gutter and heading."""

    id: str
    label: str
    time: str
    time_note: str
    topic: Named | None
    counts: str
    disputed: bool
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A day, a period, or the claims without a date."""

    key: str
    title: str
    note: str
    count: str
    rows: tuple[RowView, ...]


def home_page(here: Here, day_ends: Sequence[Named] = (), known: Sequence[Chip] = ()) -> Page:
    """Make the timeline home: all claims, or an overview of the pages on which they stand.

    Args:
        here: The page.
        day_ends: Links to the pages of what had been said by the end of a day.
        known: What can be chosen among all claims, where they stand on several pages.
    """
    settings, aligned = here.timeline.settings, here.aligned
    paged = bool(here.periods.pages)
    body = timeline_body(
        here,
        () if paged else aligned.groups,
        known,
        facts=facts(here),
        title=settings.title,
        standfirst=without_ruling(here),
        overview=overview(here),
        contents=contents(here) if paged else None,
        day_ends=day_ends,
    )
    return Page(
        path=HOME,
        title=settings.title,
        description=plain(settings.standfirst or settings.title),
        body=body,
        kind="timeline",
        lang=here.words.language,
        lanes=len(aligned.lanes),
        wide=True,
        paged=paged,
    )


def timeline_body(
    here: Here,
    groups: Sequence[Group],
    known: Sequence[Chip] = (),
    place: Mapping[str, Sequence[int]] | None = None,
    **head: object,
) -> str:
    """Print groups side by side, under a head.

    Args:
        here: The page.
        groups: What stands whole on it.
        known: What can be chosen among all claims, where they stand on several pages.
        place: Where the page stands among them, for its scripts.
        head: What stands above them; a period has another head than the home page.
    """
    aligned = here.aligned
    whole = here.path == here.timeline_path  # which speaks of all claims, wherever they stand
    claims = aligned.order if whole else tuple(claims_of(groups)) or _inside(here, place)
    lanes = aligned.lanes if whole else tuple(_here(lane, claims, here) for lane in aligned.lanes)
    full = frozenset(claims[:FULL_DATES])
    given: dict[str, object] = {
        "facts": (),
        "standfirst": "",
        "overview": Markup(""),
        "contents": None,
        "period": None,
        "as_of": None,
        "notes": {},
        "day_ends": (),
    }
    offered = None if "as_of" in head else controls(here, claims if groups else (), known, place)
    return render(
        "home.html",
        here.words,
        **{**given, **head},
        claims=len(claims),
        all_claims=len(aligned.order),
        withdrawn=len(aligned.withdrawn.intersection(claims)),
        browse=browse(here),
        lanes=lanes,
        lane_urls={lane.id: here.url("narratives", lane.id) for lane in lanes},
        groups=[_group(group, here, full) for group in groups],
        stands=here.stands,
        add=here.to(ADD),
        method=here.to(METHOD),
        data=here.to(DATA),
        lane_order=lane_order(here),
        controls=replace(offered, lanes=lanes) if offered else None,
    )


def _inside(here: Here, place: Mapping[str, Sequence[int]] | None) -> tuple[str, ...]:
    """List the claims of a period whose finer pages hold all of them."""
    numbers = place.get("pages", ()) if place else ()
    pages = here.periods.pages
    return tuple(claim for number in numbers for claim in pages[number].claims)


def _here(lane: Lane, claims: Sequence[str], here: Here) -> Lane:
    """Count of a lane what stands on this page."""
    own = [claim for claim in claims if here.lanes_by_claim[claim] is lane]
    return replace(lane, count=len(own), withdrawn=len(here.aligned.withdrawn.intersection(own)))


def overview(here: Here) -> Markup:
    """Draw the overview strip; like all else here it may hold no line end that contributors wrote."""
    drawn = strip(here.aligned, language=here.timeline.settings.language, address=here.stands)
    return Markup(clean(drawn))  # noqa: S704 - finished markup, white space alone changed


def without_ruling(here: Here) -> str:
    """Give the standfirst without the sentence that every standfirst ends with, which is set behind it."""
    return (
        plain(here.timeline.settings.standfirst or "").removesuffix(here.words.text("site.no-ruling")).strip()
    )


def facts(here: Here) -> list[Fact]:
    """Count what the masthead states."""
    aligned, words = here.aligned, here.words
    counted: Mapping[str, int] = {
        "claims": len(aligned.order),
        "speakers": aligned.speakers,
        "disputes": len(aligned.disputes),
        "sources": aligned.sources,
    }
    facts_ = [
        Fact(words.count(f"fact.{noun}", number), words.number(number)) for noun, number in counted.items()
    ]
    if aligned.withdrawn:
        label = words.joined([facts_[0].label, words.count("withdrawn", len(aligned.withdrawn))])
        facts_[0] = replace(facts_[0], label=label)
    return facts_


def browse(here: Here) -> list[Named]:
    """Link the static index pages."""
    listed = [
        Named(here.words.text(f"browse.{registry}"), here.to(f"{FOLDERS[registry]}/index.md"))
        for registry in ("narratives", "places", "speakers", "sources", "topics")
        if registry != "topics" or here.timeline.topics
    ]
    printed = (
        [Named(here.words.text("browse.dossier"), here.to(here.dossier[0].file))] if here.dossier else []
    )
    if len(here.dossier) > 1:
        printed = [Named(here.words.text("browse.dossier"), here.to(DATA, "dossier"))]
    return [*listed, Named(here.words.text("browse.disputes"), here.to(DISPUTES)), *printed]


def lane_order(here: Here) -> str:
    """Say in which order the lanes stand, and why."""
    words = here.words
    if not here.aligned.lanes:
        return words.text("lane.none")
    names = words.text("sign.semicolon").join(
        words.set_apart(plain(lane.narrative.label)) for lane in here.aligned.lanes
    )
    how = "set" if here.timeline.settings.lanes else "given"
    return words.text(f"lane.order-{how}", lanes=names)


def _group(group: Group, here: Here, full: frozenset[str]) -> GroupView:
    return GroupView(
        key=group.key,
        title=wording.group_title(here.words, group),
        note="" if group.kind == "day" else here.words.text(f"group.{group.kind}"),
        count=_counted(group, here),
        rows=tuple(_row(row, number, group, here, full) for number, row in enumerate(group.rows, 1)),
    )


def _row(row: Row, number: int, group: Group, here: Here, full: frozenset[str]) -> RowView:
    up_to = _up_to(row, here)
    time, note = wording.gutter(here.words, row, group, up_to)
    if row.timing is Timing.COMMON:
        first = next(claim for cell in row.cells for claim in cell.claims)
        note = here.words.joined([note, here.zone_note(first, "date")])
    return RowView(
        id=f"{group.key}-row-{number}",
        label=here.words.joined(dict.fromkeys([wording.group_title(here.words, group), time])),
        time=time,
        time_note=note,
        topic=here.topic(row.topic) if row.topic else None,
        counts=wording.counts_by_lane(here.words, here.aligned.lanes, row, _withdrawn(row, here)),
        disputed=row.disputed,
        cells=tuple(
            _cell(cell, lane, row, group, here, up_to=bool(up_to), full=full)
            for cell, lane in zip(row.cells, here.aligned.lanes, strict=True)
        ),
    )


def _counted(group: Group, here: Here) -> str:
    """Count the claims of a group, and say of how many no more is known than that they are not later."""
    placed = [here.aligned.placed[claim] for row in group.rows for cell in row.cells for claim in cell.claims]
    up_to = sum(spot.kind is Kind.UP_TO for spot in placed)
    counted = wording.counted_claims(here.words, group.count, group.withdrawn)
    return here.words.joined([counted, here.words.count("group.up-to", up_to) if up_to else ""])


def _withdrawn(row: Row, here: Here) -> int:
    """Count the claims of a row that were withdrawn."""
    claims = {claim for cell in row.cells for claim in (*cell.claims, *cell.references)}
    return len(claims & here.aligned.withdrawn)


def _up_to(row: Row, here: Here) -> str:
    """Say the latest day of a row's claims, where that is all that is known of each of them."""
    claims = [claim for cell in row.cells for claim in cell.claims]
    if any(here.aligned.placed[claim].kind is not Kind.UP_TO for claim in claims):
        return ""
    shown = {here.when(claim) for claim in claims}
    return shown.pop() if len(shown) == 1 else here.words.text("row.that-day-or-earlier")


def _cell(  # noqa: PLR0913 - what a cell stands in
    cell: Cell, lane: Lane, row: Row, group: Group, here: Here, *, up_to: bool, full: frozenset[str]
) -> CellView:
    views = [claim_view(claim, here, brief_dates=claim not in full) for claim in cell.claims]
    first, folded, last = views, views[:0], views[:0]
    if len(views) > MOST_IN_CELL:
        first, folded, last = views[:3], views[3:-1], views[-1:]
    return CellView(
        lane=lane,
        heading=bool(row.topic or views),
        first=tuple(first),
        folded=tuple(folded),
        last=tuple(last),
        references=tuple(claim_line(claim, here) for claim in cell.references),
        silence=wording.silence(here.words, cell.silence, lane, group, up_to=up_to) if cell.silence else None,
        elsewhere=cell.silence.elsewhere if cell.silence else 0,
        disc=cell.disc,
    )
