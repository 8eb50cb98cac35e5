"""One language's words: messages by key, counts, numbers, lists, and the parts that dates are worded with.

What enters: a language tag. What leaves: a `Wording`. An unknown language gets the nearest that there is, else English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Literal

from timeline.wording.calendar import Calendar
from timeline.wording.messages import Message, messages_for, nearest

Direction = Literal["ltr", "rtl"]

_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00aa-\u02b8\u0370-\u0587]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that give a text its direction, of the scripts that names on a timeline are likely to stand in."""


@dataclass(frozen=True, eq=False)
class Wording:
    """The words of one language. There is one for each, so two are the same if they are one object.

    It is what `timeline.dates` asks of the words for dates: `say`, `day`, `full`, `month`, `days` and `part`.
    """

    language: str
    """The tag that pages carry as `lang`."""

    messages: Mapping[str, Message] = field(repr=False)

    own: str = ""
    """The language of the project's own words, where there are no words of the interface in it."""

    @cached_property
    def calendar(self) -> Calendar:
        """Dates, numbers and plurals by CLDR, loaded when first needed."""
        return Calendar(self.language)

    @cached_property
    def direction(self) -> Direction:
        """Which way the script runs."""
        return self.calendar.direction

    def text(self, key: str, /, **values: object) -> str:
        """Say a message. Its values are put in as they are.

        Raises:
            KeyError: There is no such message, or it names a value that was not given.
        """
        message = self.pattern(key)
        return message.format_map(self._set_apart(values)) if "{" in message else message

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Say a message that counts, in the form that the number takes; `{n}` in it is the number."""
        return self.pattern(key, number).format_map({"n": self.number(number), **self._set_apart(values)})

    def pattern(self, key: str, number: int | None = None) -> str:
        """Give a message as it is written, its values not put in; one that counts in the form for a number."""
        message = self.messages[key]
        if isinstance(message, str):
            return message
        category = "other" if number is None else self.calendar.plural(number)
        return message.get(category) or message["other"]

    def number(self, number: int) -> str:
        """Write a whole number, such as "2,000"."""
        return str(number) if 0 <= number < 1000 else self.calendar.number(number)

    def decimal(self, value: float, places: int) -> str:
        """Write a number rounded to some decimals, such as "1.4"."""
        return self.calendar.decimal(value, places)

    def listed(self, items: Iterable[str]) -> str:
        """Join words as a sentence does: "a, b and c"."""
        words = [self.set_apart(item) for item in items]
        return self.calendar.listed(words) if len(words) > 1 else "".join(words)

    def joined(self, items: Iterable[str]) -> str:
        """Join words by commas alone; what is empty is left out."""
        return self.messages_comma.join(self.set_apart(item) for item in items if item)

    @cached_property
    def messages_comma(self) -> str:
        """The sign between items of a list, with its blank."""
        return self.text("sign.comma")

    def set_apart(self, words: str) -> str:
        """Keep words that run the other way from mixing with those around them, as Unicode has it for plain text (UAX 9)."""
        if self.direction == "ltr" and words.isascii():
            return words
        other = _LEFT_TO_RIGHT if self.direction == "rtl" else _RIGHT_TO_LEFT
        return f"\u2068{words}\u2069" if other.search(words) and words[0] != "\u2068" else words

    def _set_apart(self, values: Mapping[str, object]) -> Mapping[str, object]:
        return {
            name: self.set_apart(value) if isinstance(value, str) else value for name, value in values.items()
        }

    def capital(self, words: str) -> str:
        """Begin with a capital letter, in scripts that have them."""
        return words[:1].upper() + words[1:]

    # What `timeline.dates` words dates with

    def say(self, key: str, /, **values: str) -> str:
        """Word what is said of a date."""
        return self.text(f"date.{key}", **values)

    def day(self, moment: date | datetime, *, year: bool) -> str:
        """Write a day, such as "21 May" or "21 May 2023"."""
        return self.calendar.day(moment, "day-year" if year else "day")

    def full(self, moment: date | datetime) -> str:
        """Write a day with its weekday and year."""
        return self.calendar.day(moment, "full")

    def month(self, moment: date | datetime) -> str:
        """Write a month with its year."""
        return self.calendar.day(moment, "month")

    def month_alone(self, moment: date | datetime) -> str:
        """Name a month without its year."""
        return self.capital(self.calendar.day(moment, "month-alone"))

    def weekday(self, moment: date | datetime) -> str:
        """Name a day of the week, shortened."""
        return self.capital(self.calendar.day(moment, "weekday"))

    def days(self, first: datetime, last: datetime) -> str:
        """Write two days of one month."""
        return self.calendar.days(first, last)

    def language_name(self, tag: str) -> str:
        """Name the language of a tag, such as "Ukrainian" for `uk`."""
        return self.calendar.language_name(tag)

    def part(self, name: str) -> str:
        """Name a part of the day; one that has no message keeps its English name."""
        key = f"part.{name.replace(' ', '-')}"
        return self.text(key) if key in self.messages else name


@lru_cache(maxsize=32)
def wording_for(language: str) -> Wording:
    """Give the words of a language.

    Args:
        language: A language tag, such as `uk` or `de-AT`, which has the words of `de` and dates of its own. One without
            words gets English ones, and the wording says so in its `language`.
    """
    found = nearest(language)
    return Wording(language if found else "en", messages_for(found or "en"), "" if found else language)
