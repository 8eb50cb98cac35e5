"""Dates, numbers, lists and plurals by the rules of CLDR, which Babel holds.

What enters: a language tag. What leaves: text. Babel is loaded when the first date is written, since commands that write no
page can do without it. English is that of `en-GB`, day before month and no comma before "and", unless a tag names another
region; times of day are everywhere written from 00:00 to 24:00, since that is how the dates are kept.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel.core import Locale

Form = Literal[
    "day",
    "day-year",
    "full",
    "full-day",
    "month",
    "month-short",
    "month-year-short",
    "day-short",
    "month-alone",
    "weekday",
]
"""A day; with its year; with weekday and year; with weekday alone; a month with its year; shorter ones for narrow places; a month
without its year; a weekday, shortened."""

LOCALES = {"en": "en-GB"}
"""Which region's dates a bare tag gets where that is not the language's own default."""

FULL = {"en": "EEEE d MMMM y"}
"""Patterns for full dates that differ from Babel's: in newer releases of CLDR those of `en-GB` have no comma either."""


class Calendar:
    """The calendar and the numbers of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._days: dict[tuple[date, str], str] = {}
        self._plurals: dict[int, str] = {}

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data, of the language alone where it has none for the region."""
        from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - loaded when needed

        tag = LOCALES.get(self.language, self.language)
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale.parse(tag.split("-", maxsplit=1)[0])

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the script runs."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the twelve months as they stand in a date."""
        names = self.locale.months["format"]["wide"]
        return tuple(str(names[month]) for month in range(1, 13))

    @property
    def categories(self) -> frozenset[str]:
        """The plural categories that the language tells apart."""
        return frozenset({*self.locale.plural_form.tags, "other"})

    def plural(self, number: int) -> str:
        """Give the plural category of a number."""
        found = self._plurals.get(number)
        if found is None:
            found = self._plurals[number] = str(self.locale.plural_form(number))
        return found

    def number(self, number: int) -> str:
        """Write a whole number with the signs of the language."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - loaded when needed

        return str(format_decimal(number, locale=self.locale))

    def decimal(self, value: float, places: int) -> str:
        """Write a number rounded to some decimals."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - loaded when needed

        pattern = "0" if not places else f"0.{'0' * places}"
        return str(format_decimal(Decimal(f"{value:.{places}f}"), pattern, locale=self.locale))

    def listed(self, items: list[str]) -> str:
        """Join two or more words as a sentence does."""
        from babel.lists import format_list  # noqa: PLC0415 - loaded when needed

        return str(format_list(items, locale=self.locale))

    def language_name(self, tag: str) -> str:
        """Name the language of a tag, such as "Ukrainian" for `uk`; the tag itself if CLDR does not know it."""
        from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - loaded when needed

        try:
            found = Locale.parse(tag, sep="-").get_display_name(self.locale)
        except (UnknownLocaleError, ValueError):
            found = self.locale.languages.get(tag.partition("-")[0].lower())
        return str(found or tag)

    def city(self, zone: str) -> str:
        """Name the city of a time zone: of `Asia/Baghdad` "Baghdad"."""
        from babel.core import get_global  # noqa: PLC0415 - loaded when needed

        known = self.locale.time_zones
        found = known.get(zone) or known.get(get_global("zone_aliases").get(zone, zone)) or {}
        return str(found.get("city") or zone.rsplit("/", 1)[-1].replace("_", " "))

    def day(self, moment: date | datetime, form: Form) -> str:
        """Write a day or a month."""
        from babel.dates import format_date  # noqa: PLC0415 - loaded when needed

        day = moment.date() if isinstance(moment, datetime) else moment
        found = self._days.get((day, form))
        if found is None:
            found = self._days[day, form] = str(format_date(day, self.patterns[form], locale=self.locale))
        return found

    def days(self, first: date | datetime, last: date | datetime) -> str:
        """Write two days of one month."""
        from babel.dates import format_date  # noqa: PLC0415 - loaded when needed

        start, end = self._interval
        return "".join(
            str(format_date(day, pattern, locale=self.locale))
            for day, pattern in ((first, start), (last, end))
        )

    @cached_property
    def patterns(self) -> dict[Form, str]:
        """CLDR's patterns for each form; the name of a month stands in full in all that are not short."""
        formats, skeletons = self.locale.date_formats, self.locale.datetime_skeletons
        full, year = FULL.get(self.language, formats["full"].pattern), formats["long"].pattern
        day = _full_months((skeletons.get("MMMMd") or skeletons["MMMd"]).pattern)
        return {
            "day": day,
            "day-year": year,
            "full": full,
            "full-day": full.replace(year, day),
            "month": (skeletons.get("yMMMM") or skeletons["yMMM"]).pattern,
            "month-short": "LLL",
            "month-year-short": skeletons["yMMM"].pattern,
            "day-short": skeletons["MMMd"].pattern,
            "month-alone": "LLLL",
            "weekday": "ccc",
        }

    @cached_property
    def _interval(self) -> tuple[str, str]:
        """CLDR's pattern for two days of one month and year, its month in full."""
        start, end = self.locale.interval_formats["yMMMd"]["d"]
        return _full_months(start), _full_months(end)


def _full_months(pattern: str) -> str:
    """Write the name of the month in full where a pattern shortens it."""
    return re.sub("M{3,}", "MMMM", pattern)
