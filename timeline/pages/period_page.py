"""The timeline: the home page, and the pages of the months, weeks and days of a large one.

Enters: the home page's view of the whole. Leaves: the home page, and a page for each period, its claims side by side as on
the home page of a small timeline, under a calendar and the topics of its claims.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from timeline.pages.as_of import as_of_links, as_of_pages
from timeline.pages.contents import PeriodView, period_view
from timeline.pages.controls import Chip, chips
from timeline.pages.here import Here
from timeline.pages.home import home_page, timeline_body
from timeline.pages.page import Page
from timeline.pages.parts import FEWEST, HEAVIEST
from timeline.pages.periods import MOST, Period, periods
from timeline.pages.strip import Strip
from timeline.text import clean


def timeline_pages(here: Here) -> tuple[Page, ...]:
    """Make the home page, and the pages of a timeline that is split into periods.

    Claims with much text or many relations fill a page before they are 250; then fewer stand on each.
    """
    most = MOST
    known = chips(here, here.aligned.order)
    while True:
        _split(here, most)
        made, fitting = _made(here, most, known)
        if fitting >= most or most <= FEWEST:
            return made
        most = max(FEWEST, fitting)


def _made(here: Here, most: int, known: Sequence[Chip]) -> tuple[tuple[Page, ...], int]:
    """Make the pages, the fullest first; stop at one that is too heavy, and say how many claims a page can hold."""
    made: list[Page] = []
    if not here.periods.pages:
        home = home_page(here, as_of_links(here))
        fitting = _fitting(home, len(here.aligned.order), most)
        return (home, *(as_of_pages(here) if fitting >= most else ())), fitting
    drawn = drawn_whole(here)
    for period in sorted(here.periods.pages, key=lambda period: -len(period.claims)):
        made.append(period_page(period, drawn, here.at(period.path), known))
        fitting = _fitting(made[-1], len(period.claims), most)
        if fitting < most and most > FEWEST:
            return (), fitting
    return (home_page(here, known=known), *made), most


def weigh(here: Here, known: Sequence[Chip]) -> None:
    """Split a timeline into periods as `timeline_pages` does, by its fullest page alone."""
    most = MOST
    while True:
        _split(here, most)
        fullest = max(here.periods.pages, key=lambda period: len(period.claims), default=None)
        if fullest is None:
            return
        page = period_page(fullest, drawn_whole(here), here.at(fullest.path), known)
        fitting = _fitting(page, len(fullest.claims), most)
        if fitting >= most or most <= FEWEST:
            return
        most = max(FEWEST, fitting)


def _split(here: Here, most: int) -> None:
    here.__dict__["periods"] = periods(here.aligned, most)
    here.__dict__.pop("calendars", None)


def drawn_whole(here: Here) -> Strip | None:
    """Draw the overview in which each period is marked."""
    return Strip.of(here.aligned, language=here.timeline.settings.language, whole=False)


def _fitting(page: Page, claims: int, most: int) -> int:
    """Say how many claims a page can hold if they are like those of this one."""
    size = len(page.body.encode())
    return most if size <= HEAVIEST else min(most - 1, int(claims * HEAVIEST / size * 0.95))


def period_page(period: Period, drawn: Strip | None, here: Here, known: Sequence[Chip] = ()) -> Page:
    """Make the page of a period."""
    view = period_view(period, here)
    settings = here.timeline.settings
    return Page(
        path=period.path,
        title=f"{view.title} · {settings.title}",
        description=here.words.joined([settings.title, view.title, here.words.count("claims", view.count)]),
        body=timeline_body(
            here,
            period.groups,
            known,
            {"pages": view.numbers},
            period=view,
            title=view.title,
            overview=_overview(period, view, drawn),
        ),
        kind="timeline",
        lang=here.words.language,
        lanes=len(here.aligned.lanes),
        wide=True,
        paged=True,
    )


def _overview(period: Period, view: PeriodView, drawn: Strip | None) -> Markup:
    """Draw the whole with the period marked; a page of a year has its months instead."""
    if view.month is None or drawn is None:
        return Markup("")
    return Markup(clean(drawn.around(period.first, period.last)))  # noqa: S704 - finished markup, white space alone changed
