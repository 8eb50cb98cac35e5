"""The words that stand in drawings, and how much room they take.

What enters: moments and counts. What leaves: plain text, in several lengths where room decides. Nothing here is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from timeline.wording import Wording, wording_for
from timeline.wording.calendar import Form

_LETTER = 7.2
"""How wide a letter of the type of axes is, px at 13 px; generous, since fonts differ."""

_NAME_LETTER = 7.0
"""The same for names, which stand alone."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a timeline.

    Args:
        periods: By key of its group: the period in words, such as "May 2023".
        years: Whether days carry their year, because the timeline spans several.
        wording: In which language.
    """

    periods: Mapping[str, str] = field(default_factory=dict)
    years: bool = False
    wording: Wording = field(default_factory=lambda: wording_for("en"))

    @property
    def not_stated(self) -> tuple[str, ...]:
        """What stands beside the claims of a day; the fuller one where there is room for it."""
        return (self.wording.text("chart.time-not-stated"), self.wording.text("chart.no-time"))

    def day(self, moment: datetime) -> str:
        """Write a date in full: `21 May 2023`."""
        return self.wording.day(moment, year=True)

    def day_heads(self, moment: datetime, *, years: bool) -> tuple[str, ...]:
        """Name a day as the head of a column, fullest first."""
        forms: tuple[Form, ...] = (
            ("full", "day-year", "day-short") if years else ("full-day", "day", "day-short")
        )
        return self._heads(moment, *forms)

    def month_heads(self, moment: datetime) -> tuple[str, ...]:
        """Name a month as the head of a column, fullest first."""
        return self._heads(moment, "month", "month-year-short")

    def _heads(self, moment: datetime, *forms: Form) -> tuple[str, ...]:
        """Write a head in each of some forms; it begins with a capital letter also where names of days have none."""
        return tuple(self.wording.capital(self.wording.calendar.day(moment, form)) for form in forms)

    def month_brief(self, moment: datetime) -> str:
        """Name a month shortly."""
        return self.wording.calendar.day(moment, "month-short")

    def beyond(self, start: datetime, end: datetime, *, before: bool, after: bool) -> tuple[str, ...]:
        """Word where a period that runs off the axis begins or ends, fullest first; its end is exclusive."""
        final = end - timedelta(minutes=1)
        first, last = self.day(start), self.day(final)
        if before and after:
            return (self.wording.text("date.range", first=first, last=last),)
        if before:
            return (self.wording.text("chart.from", date=first), f"{self._brief(start)} –")
        return (self.wording.text("chart.until", date=last), f"– {self._brief(final)}")

    def _brief(self, moment: datetime) -> str:
        """Write a date where there is hardly any room for it: `21 May`, the year only if it is needed."""
        return self.wording.calendar.day(moment, "day-year" if self.years else "day-short")

    def or_earlier(self, start: datetime, end: datetime) -> str:
        """Name the month or year that is the latest possible time; its end is exclusive."""
        month = end - start <= timedelta(days=31)
        return self.wording.text("date.earlier", date=self.wording.month(start) if month else str(start.year))

    def number(self, value: int) -> str:
        """Write a count: `1,234`."""
        return self.wording.number(value)

    def text(self, key: str, **values: str) -> str:
        """Give a message."""
        return self.wording.text(key, **values)


def breadth(text: str) -> float:
    """Estimate how wide words are in the type of an axis, px."""
    return _LETTER * len(text)


def fitting(choices: tuple[str, ...], room: float) -> str:
    """Give the first of some words, fullest first, that fits; nothing if none does."""
    return next((text for text in choices if breadth(text) <= room), "")


def shortened(text: str, short: str, room: float) -> str:
    """Give a name as fully as its room allows; cut, if even the short form is too long."""
    letters = max(int(room / _NAME_LETTER), 2)
    return next((name for name in (text, short) if len(name) <= letters), short[: letters - 1].rstrip() + "…")


def clock(moment: datetime, *, at_end: bool = False) -> str:
    """Write a time of day, in every language alike: midnight at the end of a day is 24:00."""
    return "24:00" if at_end and (moment.hour, moment.minute) == (0, 0) else f"{moment:%H:%M}"
