"""Limits around a date: an editor's, and what must hold because nothing is reported before it was said.

What enters: a resolved date and a moment that is known from elsewhere. What leaves: the date cut by it, or a refusal.
What is unstated stays so; limits around it are no date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from timeline import dates
from timeline.dates import Precision, Refusal, Resolution
from timeline.model import Dating, Source

Limit = Literal["not_before", "not_after"]


def limited(
    happened: Dating, said: Dating, source: Source | None, *, forecast: bool
) -> tuple[Dating, Dating]:
    """Limit what is unstated by what must hold: nothing is reported before it was said, or said before it happened.

    A forecast may be said before its date, so neither limits the other there; it is still no later on file than its
    source.
    """
    published = source.published.resolution.latest if source and source.published else None
    publication = f"no later than the publication of the source ({spell(source)})"
    said = narrowed(said, "not_after", published, publication)
    if not forecast:
        said = narrowed(
            said, "not_before", happened.resolution.earliest, "no earlier than what it says happened"
        )
        happened = narrowed(happened, "not_after", said.resolution.latest, "no later than it was said")
        happened = narrowed(happened, "not_after", published, publication)
    return happened, said


def spell(source: Source | None) -> str:
    """Give a source's publication in words."""
    return (
        dates.short(source.published.resolution, year=True)
        if source and source.published
        else "date not known"
    )


def comparable(moment: datetime, resolution: Resolution, name: Limit) -> datetime:
    """Bring a limit to the kind of time that a date has: with an offset or without.

    Between the two kinds a time cannot be compared to better than a day, so the limit is widened to whole days.
    """
    like = resolution.earliest or resolution.latest
    if like is None or (like.tzinfo is None) == (moment.tzinfo is None):
        return moment
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=like.tzinfo)
    if name == "not_before" or moment.replace(tzinfo=None) == midnight.replace(tzinfo=None):
        return midnight
    return midnight + timedelta(days=1)


def limited_by(resolution: Resolution, name: Limit, moment: datetime) -> Resolution | Refusal:
    """Cut a date by one limit. What is unstated stays so: limits around it are no date."""
    moment = comparable(moment, resolution, name)
    cut = dates.limit(resolution, **{name: moment})
    if isinstance(cut, Refusal) or resolution.precision is not Precision.UNSTATED:
        return cut
    return cut._replace(
        precision=Precision.UNSTATED,
        edtf=one_within(cut.earliest, cut.latest),
        explanation=resolution.explanation,
        not_known=resolution.not_known,
    )


def one_within(earliest: datetime | None, latest: datetime | None) -> str | None:
    """Say in EDTF that a day is one of those within limits: `[..2023-05-21]` (ISO 8601-2, one of a set)."""
    first = earliest.date().isoformat() if earliest else ""
    last = (latest - timedelta(microseconds=1)).date().isoformat() if latest else ""
    return f"[{first}..{last}]" if first or last else None


def narrowed(dating: Dating, name: Limit, moment: datetime | None, sentence: str) -> Dating:
    """Limit an unstated date by a fact, where the fact says more than is known already.

    Where the two contradict each other nothing is cut; that is for a check across records to say.
    """
    resolution = dating.resolution
    if moment is None or resolution.precision is not Precision.UNSTATED:
        return dating
    moment = comparable(moment, resolution, name)
    known = resolution.earliest if name == "not_before" else resolution.latest
    if known is not None and (moment <= known if name == "not_before" else moment >= known):
        return dating
    cut = limited_by(resolution, name, moment)
    if isinstance(cut, Refusal):
        return dating
    return replace(dating, resolution=cut, limits=(*dating.limits, sentence))
