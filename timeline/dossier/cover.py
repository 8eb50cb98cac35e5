"""The front of the book: title, standfirst, span, counts by lane, edition."""

from __future__ import annotations

from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.exports.edition import edition_of
from timeline.pages import words
from timeline.pages.home import lane_order, without_ruling
from timeline.text import plain


def cover(whole: Whole) -> dict[str, Json]:
    """Make the cover."""
    aligned, settings = whole.aligned, whole.timeline.settings
    edition = edition_of(whole.timeline)
    setting = whole.wide
    return {
        "title": setting.name(settings.title),
        "standfirst": setting.paragraph(without_ruling(settings)) if without_ruling(settings) else None,
        "no_ruling": words.NO_RULING,
        "span": _span(whole),
        "facts": [
            {"number": f"{number:,}", "noun": noun}
            for number, noun in (
                _fact(len(aligned.order), "claim", len(aligned.withdrawn)),
                _fact(aligned.speakers, "speaker"),
                _fact(len(aligned.disputes), "dispute"),
                _fact(aligned.sources, "source"),
            )
        ],
        "lanes": [
            {
                "lane": index,
                "text": setting.rich(lane.narrative.description) if lane.narrative.description else [],
                "count": whole.counted(lane.count, lane.withdrawn),
            }
            for index, lane in enumerate(aligned.lanes)
        ],
        "order": lane_order(settings, aligned.lanes),
        "edition": edition.number,
        "sha256": edition.content_sha256,
        "site": edition.site_url,
        "licence": edition.licence_name,
    }


def _fact(number: int, noun: str, withdrawn: int = 0) -> tuple[int, str]:
    counted = words.count(number, noun).split(" ", 1)[1]
    return number, counted + (f", {withdrawn:,} withdrawn" if withdrawn else "")


def _span(whole: Whole) -> str:
    """Say from which day to which the dated claims reach."""
    days = sorted(
        day.date()
        for spot in whole.aligned.placed.values()
        for day in (spot.start,)
        if day is not None and spot.group != "undated"
    )
    if not days:
        return ""
    first, last = days[0], days[-1]
    return words.whole_day(first) if first == last else f"{words.whole_day(first)} to {words.whole_day(last)}"


def footer(whole: Whole) -> dict[str, Json]:
    """Make what stands at the foot of every page."""
    edition = edition_of(whole.timeline).number
    return {"title": plain(whole.timeline.settings.title), "edition": f"Edition {edition}"}
