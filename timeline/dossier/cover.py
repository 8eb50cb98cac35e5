"""The front of the book: title, standfirst, span, counts by lane, edition."""

from __future__ import annotations

from timeline import wording
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.exports.edition import edition_of
from timeline.text import plain
from timeline.wording import wording_for


def cover(whole: Whole) -> dict[str, Json]:
    """Make the cover."""
    aligned, settings = whole.aligned, whole.timeline.settings
    edition = edition_of(whole.timeline)
    setting = whole.wide
    return {
        "title": whole.display.name(settings.title),
        "standfirst": whole.heading.paragraph(_standfirst(whole)) if _standfirst(whole) else None,
        "no_ruling": whole.text("no-ruling"),
        "span": _span(whole),
        "facts": [
            {"number": whole.words.number(number), "noun": noun}
            for number, noun in (
                _fact(whole, len(aligned.order), "claims", len(aligned.withdrawn)),
                _fact(whole, aligned.speakers, "speakers"),
                _fact(whole, len(aligned.disputes), "disputes"),
                _fact(whole, aligned.sources, "sources"),
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
        "order": whole.lane_order(),
        "edition": whole.text("edition", edition=edition.number),
        "hash": whole.text("hash", hash=edition.content_sha256),
        "site": edition.site_url,
        "licence": edition.licence_name,
    }


def _fact(whole: Whole, number: int, noun: str, withdrawn: int = 0) -> tuple[int, str]:
    named = whole.words.count(f"dossier.fact-{noun}", number)
    return number, whole.words.joined([named, whole.words.count("withdrawn", withdrawn) if withdrawn else ""])


def _standfirst(whole: Whole) -> str:
    """Give the standfirst without the sentence that every standfirst ends with: the book says it of itself."""
    standfirst = plain(whole.timeline.settings.standfirst or "")
    for words in (whole.words, wording_for(whole.timeline.settings.language)):
        standfirst = standfirst.removesuffix(words.text("site.no-ruling")).strip()
    return standfirst


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
    first, last = wording.whole_day(whole.words, days[0]), wording.whole_day(whole.words, days[-1])
    return first if first == last else whole.text("span", first=first, last=last)


def footer(whole: Whole, as_of: str) -> dict[str, Json]:
    """Make what stands at the foot of every page."""
    edition = edition_of(whole.timeline).number
    return {
        "title": _short(plain(whole.timeline.settings.title), whole),
        "edition": whole.text("edition-as-of", date=as_of, edition=edition)
        if as_of
        else whole.text("edition", edition=edition),
    }


def _short(title: str, whole: Whole) -> str:
    """Give a title as far as it fits into one line of the foot; the cover has all of it."""
    room = int(whole.paper.width / 13)
    return title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
