"""What had been said by the end of a day: the timeline once more, without what was said later.

Enters: the home page's view of the whole. Leaves: a page for each day on which something was said, so that no script is
needed to ask. Which claims count as said by then is `timeline.selection`'s to tell. What it refuses: timelines that do not
fit on the home page, where each such page would be as large as the site. Of more than `MOST_DAYS` days only the last ones
of months, or of years, get a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from markupsafe import Markup

from timeline.align import align
from timeline.model import Event
from timeline.pages.claim_view import ClaimLine, claim_line
from timeline.pages.here import HOME, Here, Named
from timeline.pages.home import facts, timeline_body, without_ruling
from timeline.pages.page import Page
from timeline.pages.periods import Periods
from timeline.pages.strip import Strip
from timeline.pages.svg import Shown
from timeline.selection import Asked, Moment, Outcome, moment, outcomes, part
from timeline.text import clean

MOST_DAYS = 31
"""Days that have a page; each is as long as the home page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """What the page says of the moment."""

    possible: str
    """How many claims there could be, in words."""

    lanes: Mapping[str, str]
    """By lane: how many of its claims are shown."""

    unplaced: tuple[ClaimLine, ...]
    later: tuple[ClaimLine, ...]
    whole: str
    """Address of the whole timeline."""


def as_of_pages(here: Here) -> Iterator[Page]:
    """Make the page of every day end that has one."""
    for day in days(here):
        yield _page(day, here)


def as_of_links(here: Here) -> list[Named]:
    """Link these pages."""
    return [Named(here.words.day(day, year=here.years), here.to(path(day))) for day in days(here)]


def path(day: date) -> str:
    """Name the Markdown file of a day's page."""
    return f"as-of/{day}.md"


def days(here: Here) -> list[date]:
    """Give the days whose end has a page, in order."""
    if here.periods.pages:
        return []
    found = sorted({day for claim in here.aligned.order if (day := _said_on(here.event(claim)))})
    for width in (7, 4):  # of the month, of the year, in ISO 8601
        if len(found) > MOST_DAYS:
            found = sorted({f"{day}"[:width]: day for day in found}.values())
    return found if len(found) <= MOST_DAYS else []


def _said_on(event: Event) -> date | None:
    """Give the day on which a claim was made, if it is known to be one day."""
    earliest, latest = event.said.resolution.earliest, event.said.resolution.latest
    if earliest is None or latest is None:
        return None
    last = (latest.replace(tzinfo=None) - timedelta(microseconds=1)).date()
    return last if earliest.date() == last else None


def _page(day: date, whole: Here) -> Page:
    at = moment(day.isoformat())
    if not isinstance(at, Moment):  # pragma: no cover - every day is a moment
        raise TypeError(at)
    there = whole.at(path(day))
    here, perhaps = _part(at, there)
    said = outcomes(whole.timeline.events.values(), at)
    words = whole.words
    shown = words.text("script.moment", date=words.day(day, year=True), time="24:00")
    notes = {claim: words.text("script.may-fall", time=shown) for claim in perhaps}
    lanes = {
        lane.id: words.text(
            "script.lane-some", k=words.number(_count(here, lane.id)), n=words.number(lane.count)
        )
        for lane in whole.aligned.lanes
    }
    caption = words.text("script.caption-as-of", moment=shown)
    body = timeline_body(
        here,
        here.aligned.groups,
        facts=facts(there),
        title=whole.timeline.settings.title,
        standfirst=without_ruling(whole),
        overview=_overview(day, (caption, shown), here, there, perhaps),
        notes=notes,
        as_of=AsOf(
            possible=words.text("script.of-possible", n=words.number(len(whole.aligned.order))),
            lanes=lanes,
            unplaced=_lines(Outcome.CANNOT_BE_PLACED, said, there),
            later=_lines(Outcome.LATER, said, there),
            whole=there.to(HOME),
        ),
    )
    title = f"{whole.timeline.settings.title}: {caption}"
    return Page(
        path=path(day),
        title=title,
        description=title,
        body=body,
        kind="timeline",
        lang=words.language,
        lanes=len(whole.aligned.lanes),
        wide=True,
        search=False,
    )


def _part(at: Moment, there: Here) -> tuple[Here, frozenset[str]]:
    """Take the claims that had been said, as a page of their own sees them, and those that may have been said after it."""
    taken = part(there.timeline, there.aligned, Asked(as_of=at))
    here = Here(align(taken.timeline), taken.timeline, there.path)
    here.__dict__.update(
        years=there.years,
        source_numbers=there.source_numbers,
        periods=Periods(),
        timeline_path=there.path,
    )
    perhaps = frozenset(taken.may_fall_after)
    for claim in perhaps:
        claim_line(claim, here)
        here.lines[claim] = replace(here.lines[claim], hollow=True)
    return here, perhaps


def _count(here: Here, lane: str) -> int:
    return sum(one.count for one in here.aligned.lanes if one.id == lane)


def _lines(asked: Outcome, said: Mapping[str, Outcome], there: Here) -> tuple[ClaimLine, ...]:
    claims: Iterable[str] = there.aligned.order
    return tuple(claim_line(claim, there) for claim in claims if said[claim] is asked)


def _overview(day: date, said: tuple[str, str], here: Here, there: Here, perhaps: frozenset[str]) -> Markup:
    """Draw the whole, with what had not been said by the moment pale."""
    (caption, flag), shown = said, frozenset(here.aligned.order)
    drawn = Strip.of(
        there.aligned,
        language=there.timeline.settings.language,
        address=lambda claim: here.stands(claim) if claim in shown else there.stands(claim),
        caption=caption,
        shown=Shown(pale=frozenset(there.aligned.order) - shown, perhaps=perhaps),
    )
    end = datetime.combine(day, datetime.min.time()) + timedelta(days=1)
    return Markup(clean(drawn.until(end, flag))) if drawn else Markup("")  # noqa: S704 - finished markup, white space alone changed
