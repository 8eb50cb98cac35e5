"""What leads to the claims of a large timeline: calendars, topics, and links to the pages before, behind and inside.

Enters: the page's view of the whole. Leaves: values for the templates `contents.html` and `period.html`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.align import Lane
from timeline.pages.calendars import MonthView, YearView
from timeline.pages.here import Here, Named
from timeline.pages.periods import Period, Unit

MOST_TOPICS = 20
"""Topics that a page lists before it leads to the page of all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic, and how many claims of each lane are about it."""

    id: str
    named: Named
    counts: tuple[tuple[Lane, int], ...]
    disputes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The topics of some claims."""

    lines: tuple[TopicLine, ...]
    more: int
    """Topics that are not listed."""

    loose: int
    """Claims that are about no topic."""

    all: str | None
    """Address of the page of all topics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the home page of a large timeline has in place of claims."""

    years: tuple[YearView, ...]
    others: tuple[tuple[Named, int, int], ...]
    """Pages of what stands in no year: how many claims each has, and its place among all pages."""

    topics: Topics


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """The head of a page of the timeline."""

    title: str
    count: int
    """Claims of the period, on this page and on others."""

    before: Named | None
    after: Named | None
    above: tuple[Named, ...]
    month: MonthView | None
    year: YearView | None
    inside: tuple[tuple[Named, int, int], ...]
    """Finer pages, with the number of their claims and their place among all pages."""

    numbers: tuple[int, ...]
    """Places among all pages: of this one, then of those whose claims lie in its period."""

    topics: Topics


def contents(here: Here) -> Contents:
    """Prepare the overview of the home page."""
    pages = here.periods
    return Contents(
        # A week that begins in one year may hold claims of the next alone: a year without any is not listed.
        years=tuple(year for year in here.calendars.years(pages.years, here.to) if year.count),
        others=tuple(
            (Named(title(page, here), here.to(page.path)), len(page.claims), pages.numbers[page.path])
            for page in pages.pages
            if page.unit in {"longer", "undated"}
        ),
        topics=topics(here.aligned.order, here),
    )


def period_view(page: Period, here: Here) -> PeriodView:
    """Prepare the head of a page of the timeline."""
    pages = here.periods
    before, after = pages.neighbours(page)
    inside = [one for one in pages.pages if _is_inside(one, page)]
    year = pages.of("year", page.first) if page.unit == "year" else None
    month = {"month": page.first, "day": page.first.replace(day=1)}.get(page.unit)
    if page.unit == "week":  # as ISO 8601 gives a week to a year: by its Thursday
        month = (page.first + (page.last - page.first) / 2).replace(day=1)
    claims = list(page.claims) + [claim for one in inside for claim in one.claims]
    return PeriodView(
        title=title(page, here),
        count=len(claims),
        before=Named(_shortly(before, here), here.to(before.path)) if before else None,
        after=Named(_shortly(after, here), here.to(after.path)) if after else None,
        above=tuple(_above(page, here)),
        month=here.calendars.month(month, page, here.to) if month else None,
        year=next(iter(here.calendars.years([year], here.to)), None) if year else None,
        inside=tuple(
            (Named(_shortly(one, here), here.to(one.path)), len(one.claims), pages.numbers[one.path])
            for one in inside
            if one.claims and one.unit != "month"
        ),
        numbers=tuple(map(pages.numbers.__getitem__, (page.path, *(one.path for one in inside)))),
        topics=topics(claims, here),
    )


def _is_inside(one: Period, page: Period) -> bool:
    """Whether a page holds claims of a wider one's period."""
    if page.part > 1 or one is page or one.unit in {"longer", "undated"}:
        return False
    if one.path != page.path and (one.unit, one.first) == (page.unit, page.first):
        return True
    widths = ("day", "week", "month", "year")
    if page.unit not in widths or widths.index(one.unit) >= widths.index(page.unit):
        return False
    return page.first <= one.first <= page.last


def _above(page: Period, here: Here) -> Iterable[Named]:
    """Name the wider periods, the widest last."""
    units: tuple[Unit, ...] = ("day", "week", "month", "year")
    if page.unit in units:
        for unit in units[units.index(page.unit) + 1 :]:
            wider = here.periods.of(unit, page.first)
            if wider is not None:
                yield Named(title(wider, here), here.to(wider.path))
    yield Named(here.words.text("paging.all"), here.to("index.md"))


def title(page: Period, here: Here) -> str:
    """Name a period in full."""
    words = here.words
    match page.unit:
        case "day":
            named = words.full(page.first)
        case "week":
            named = words.text("paging.week", date=words.day(page.first, year=True))
        case "month":
            named = words.month(page.first)
        case "year":
            named = str(page.first.year)
        case "longer":
            named = words.text("paging.longer")
        case _:
            named = words.text("row.undated")
    named = words.capital(named)
    if page.parts > 1:
        return words.text(
            "paging.part", period=named, part=words.number(page.part), parts=words.number(page.parts)
        )
    return named


def _shortly(page: Period, here: Here) -> str:
    """Name a period by its days, for a link."""
    words = here.words
    if page.unit == "day" and page.parts == 1:
        return words.day(page.first, year=True)
    if page.unit == "week" and page.parts == 1:
        if page.first.month == page.last.month:
            midnight = datetime.min.time()
            return words.days(datetime.combine(page.first, midnight), datetime.combine(page.last, midnight))
        same_year = page.first.year == page.last.year
        return words.text(
            "date.range",
            first=words.day(page.first, year=not same_year),
            last=words.day(page.last, year=True),
        )
    return title(page, here)


def topics(claims: Sequence[str], here: Here) -> Topics:
    """Count the claims of each lane by topic; withdrawn ones are not counted."""
    counts: dict[str, Counter[str]] = {}
    about: dict[str, list[str]] = {}
    loose = 0
    for claim in claims:
        if claim in here.aligned.withdrawn:
            continue
        found = [one.topic for one in here.event(claim).about if one.topic in here.timeline.topics]
        about[claim] = list(dict.fromkeys(found))
        loose += not found
        for topic in about[claim]:
            counts.setdefault(topic, Counter())[here.lanes_by_claim[claim].id] += 1
    disputes: Counter[str] = Counter()
    for pair in here.aligned.disputes:
        disputes.update({topic for claim in pair for topic in about.get(claim, ())})
    ordered = sorted(counts, key=lambda topic: (-counts[topic].total(), here.topic(topic).name, topic))
    return Topics(
        lines=tuple(
            TopicLine(
                id=topic,
                named=here.topic(topic),
                counts=tuple((lane, counts[topic][lane.id]) for lane in here.aligned.lanes),
                disputes=disputes[topic],
            )
            for topic in ordered[:MOST_TOPICS]
        ),
        more=max(0, len(ordered) - MOST_TOPICS),
        loose=loose,
        all=here.index("topics") if here.timeline.topics else None,
    )
