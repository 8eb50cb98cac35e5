"""An anchor as the rules see it: in local time, on the clocks of the answer.

What enters: an anchor, and the zone of the answer. What leaves: a `Place`, which may serve every phrase that is read from
there, with the `Standpoint` that the rules ask.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from timeline.dates.spans import MOMENT, Span, day_text, extent_text, midnight
from timeline.dates.types import Anchor

ALIKE = "; every day in it gives the same"
"""Said of an anchor that is an interval; taken out again where its days turn out to differ."""


class Standpoint:
    """One day of an anchor, or none, and the whole of it. Treated as immutable."""

    __slots__ = ("base", "coarse", "event", "label", "moment", "text", "whole", "zones")

    def __init__(  # noqa: PLR0913 -- each argument is a fact about the anchor
        self, moment: datetime | None, whole: Span | None, *, event: bool = False, label: str = "",
        zones: tuple[tzinfo, tzinfo] | None = None, text: str = "",
    ) -> None:  # fmt: skip
        self.moment = moment
        """The day, and the anchor's own time of it if it has one; `None` where nothing can be counted from it."""

        self.base = None if moment is None else midnight(moment)
        self.whole = whole
        """The anchor's own interval and precision, both ends `None` where it is unstated."""

        self.event = event
        """Whether it is an event, from which a story runs on, and not a publication."""

        self.label = label
        self.zones = zones
        """The zone of the anchor's clocks and that of the answer's; `None` where no zone is known."""

        self.coarse = (
            whole is None
            or whole.start is None
            or whole.end is None
            or whole.start.date() != (whole.end - MOMENT).date()  # a night touches two days
        )
        """Whether it touches more than one day, so that nothing can be counted from its day."""

        self.text = text or self._worded()
        """The anchor by its name and its extent; of an interval no day is singled out."""

    def on(self, day: datetime) -> Standpoint:
        """Return another day of the same anchor, which must be an interval."""
        return Standpoint(
            day, self.whole, event=self.event, label=self.label, zones=self.zones, text=self.text
        )

    @property
    def name(self) -> str:
        """The anchor by its label alone, "the publication of the source"; empty where it has none."""
        label = self.label.partition(", ")[0]  # the date may follow the name
        return label if not label or label.startswith(("the ", "a ")) else f"the {label}"

    def _worded(self) -> str:
        whole, label = self.whole, self.name
        if whole is not None and whole.start is not None and whole.end is not None and self.coarse:
            return f"{label or 'the anchor'} ({extent_text(whole.start, whole.end)}{ALIKE})"
        day = "" if self.base is None else day_text(self.base)
        return f"{label} ({day})" if label else day


class Place:
    """An anchor and the zone of the answer; where they stand in time is worked out once, when a phrase first needs it."""

    __slots__ = ("_point", "anchor", "tz")

    def __init__(self, anchor: Anchor | None, tz: tzinfo | None) -> None:
        self.anchor = anchor
        self.tz = tz
        """The zone of the answer; `None` for local times."""

        self._point: Standpoint | None = None

    @property
    def point(self) -> Standpoint:
        """The anchor in local time; raises `OverflowError` where `datetime` does not reach."""
        if self._point is None:
            self._point = _standpoint(self.anchor, self.tz)
        return self._point


def _standpoint(anchor: Anchor | None, tz: tzinfo | None) -> Standpoint:
    """Return an anchor on the clocks of its own zone, or of the answer's where it is given in UTC only."""
    if anchor is None:
        return Standpoint(None, None, zones=None if tz is None else (tz, tz))
    whole = _local(anchor, tz)
    clocks = None if anchor.earliest is None else anchor.earliest.tzinfo
    return Standpoint(
        None if whole.end is None else whole.start,  # nothing can be counted from a day that is not known
        whole,
        event=anchor.kind == "event",
        label=anchor.label,
        zones=None if tz is None else (tz if clocks is None or clocks is UTC else clocks, tz),
    )


def _local(anchor: Anchor, tz: tzinfo | None) -> Span:
    earliest, latest = anchor.earliest, anchor.latest
    bounds = [bound for bound in (earliest, latest) if bound is not None and bound.tzinfo is not None]
    if bounds:
        # a whole day is that day of the calendar wherever it is read: a paper of 22 May is of 22 May in New York too
        days = all(bound.hour == bound.minute == bound.second == bound.microsecond == 0 for bound in bounds)
        there = None if days else tz
        earliest, latest = _wall(earliest, there), _wall(latest, there)
    return Span(earliest, latest, anchor.precision, anchor.part)


def _wall(moment: datetime | None, tz: tzinfo | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    if moment.tzinfo is UTC and tz is not None:
        moment = moment.astimezone(tz)
    return moment.replace(tzinfo=None)
