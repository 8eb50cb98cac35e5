"""Holidays, military date-time groups, days of the war, and calendars that are not computed with."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import Final

from timeline.dates.context import Context
from timeline.dates.rules.absolute import of_year
from timeline.dates.rules.base import fixed, nothing
from timeline.dates.rules.named import near
from timeline.dates.rules.table import Evaluator, Example, Match, rule
from timeline.dates.spans import DAY, ImpossibleDate, Span, because, day_span, replace, span_of_day, struck
from timeline.dates.types import Precision
from timeline.dates.zones import offset_of

_VICTORY: Final = {
    "UA": "05-08",
    "RU": "05-09",
    "FR": "05-08",
    "GB": "05-08",
    "US": "05-08",
    "BY": "05-09",
    "DE": "05-08",
}
"""Ukraine moved its day from 9 to 8 May in 2023; the law holds for later years, so earlier ones are refused."""

_INDEPENDENCE: Final = {
    "UA": "08-24",
    "US": "07-04",
    "PL": "11-11",
    "BY": "07-03",
    "MD": "08-27",
    "GE": "05-26",
    "IN": "08-15",
}

_WESTERN: Final = frozenset({"de", "fr", "es"})
"""Languages in which nobody takes Easter for that of the Orthodox churches; English reports on both."""

_FLOATING: Final = {
    # month, weekday, number; negative counts from the end of the month (United States Code, title 5, section 6103)
    "thanksgiving": (11, 3, 4), "labor": (9, 0, 1), "memorial": (5, 0, -1), "mlk": (1, 0, 3), "presidents": (2, 0, 3),
    "columbus": (10, 0, 2),
}  # fmt: skip


def _titled(words: str) -> str:
    """Write a holiday with capital letters, as its name is written."""
    return " ".join(
        word if word in {"in", "of", "the", "в", "у", "de"} else word[:1].upper() + word[1:]
        for word in words.split()
    )


def _dates(name: str, language: str) -> list[tuple[Callable[[int], Span], str]]:
    """Return the ways in which a holiday is dated: what gives its day in a year, and who keeps it so."""
    if name.startswith("easter"):
        shift = int(name.removeprefix("easter") or 0) * DAY
        western = (lambda year: span_of_day(_easter(year) + shift), "as Western churches count")
        if language in _WESTERN:
            return [western]
        return [
            western,
            (lambda year: span_of_day(_orthodox_easter(year) + shift), "as Orthodox churches count"),
        ]
    if name == "victory":
        return [
            (lambda year: day_span(year, 5, 8), "as in western Europe, and in Ukraine since 2023"),
            (lambda year: day_span(year, 5, 9), "as in Russia and Belarus, and in Ukraine before 2023"),
        ]
    return [(lambda year: _holiday(name, year), "")]


def _holiday(name: str, year: int) -> Span:
    if name == "unsettled":
        raise ImpossibleDate("its date differs by calendar, place or year", "D302")
    kind, _, country = name.partition("-") if name[0].isalpha() else (name, "", "")
    if kind in {"victory", "independence"}:
        day = (_VICTORY if kind == "victory" else _INDEPENDENCE).get(country)
        if day is None:
            raise ImpossibleDate("its date depends on the country, which the words do not name", "D302")
        if name == "victory-UA" and year == 2023:
            raise ImpossibleDate("Ukraine moved the day from 9 to 8 May in the middle of 2023", "D302")
        name = "05-09" if name == "victory-UA" and year < 2023 else day
    if name in _FLOATING:
        month, weekday, number = _FLOATING[name]
        return span_of_day(_nth(year, month, weekday, number))
    return day_span(year, int(name[:2]), int(name[3:]))


def _each_way(
    name: str, context: Context, place: Callable[[Callable[[int], Span]], list[Span]]
) -> list[Span]:
    """Place a holiday in every way in which it is dated; ways that agree are one."""
    country, language = context.settings.country, context.language
    if name in {"victory", "independence"} and country:
        name = f"{name}-{country}"
    out: list[Span] = []
    for make, who in _dates(name, language):
        for span in place(make):
            if not any(span.start == known.start and not span.struck for known in out):
                out.append(replace(span, why=f"{span.why}, {who}") if who and span.why else span)
    return out


def _nth(year: int, month: int, weekday: int, number: int) -> datetime:
    if number > 0:
        first = datetime(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = datetime(year, month + 1, 1) - DAY
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _orthodox_easter(year: int) -> datetime:
    """Easter Sunday of the Julian calendar, by its Gregorian day (Meeus, Astronomical Algorithms, 1991)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return datetime(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _easter(year: int) -> datetime:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher, in Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime(year, month, day + 1)


@rule(
    "holiday", "Holiday",
    "day:HOLIDAY year:YEAR YEARWORD?", "day:HOLIDAY", "day:HOLIDAY <year>", "weekday:WEEKDAY day:HOLIDAY",
    reason="Only holidays whose date is beyond dispute. Where countries or churches differ, as for Victory Day and Easter, each date is offered "
    "and none is chosen, unless the words name the country; Jewish, Muslim, Chinese and most Orthodox feasts are refused.",
    examples=[
        Example("Christmas Day 2022", "", "2022-12-25"),
        Example("New Year's Eve", "2023-01-10", "2022-12-31"),
        Example("Victory Day", "2023-05-22", "refused D302"),
        Example("Russia's Victory Day", "2023-05-22", "2023-05-09"),
        Example("Easter 2023", "", "refused D302"),
        Example("Easter 2017", "", "2017-04-16"),
    ],
)  # fmt: skip
def holiday(match: Match) -> Evaluator | None:
    """Name a holiday."""
    name, text = match.value("day"), match.token("day").text

    def evaluate(context: Context) -> list[Span]:
        def place(make: Callable[[int], Span]) -> list[Span]:
            inner = of_year(match, make, _titled(text))
            return [] if inner is None else inner(context)

        return _each_way(name, context, place)

    return evaluate


@rule(
    "last-holiday", "Last, this and next Christmas",
    "which:THIS|LASTS|NEXTS day:HOLIDAY",
    reason="As last, this and next with the name of a month.",
    examples=[
        Example("this Christmas", "2023-11-22", "2023-12-25"),
        Example("last Christmas", "2023-11-22", "2022-12-25"),
        Example("last Easter", "2023-11-22", "refused D302"),
    ],
)  # fmt: skip
def last_holiday(match: Match) -> Evaluator:
    """Name a holiday near the anchor."""
    name, text, which = match.value("day"), _titled(match.token("day").text), match.token("which").kind

    def evaluate(context: Context) -> list[Span]:
        return _each_way(name, context, lambda make: near(context, which, make, text, careful=True))

    return evaluate


_DTG: Final = re.compile(r"(\d\d)(\d\d)(\d\d)([a-z])(?:([a-z]{3})(\d\d(?:\d\d)?))?")
_DTG_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@rule(
    "date-time-group", "Military date-time group",
    "group:DTG", "group:DTG month:MONTH year:YEAR|NUM",
    reason="Day, hour, minute, zone letter, month and year (ACP 121): Z is UTC, A to M without J lie east of it, N to Y west. J, the local "
    "time, names no zone.",
    examples=[
        Example("212130ZMAY23", "", "2023-05-21T21:30+00:00/2023-05-21T21:31+00:00"),
        Example("212130C MAY 23", "", "2023-05-21T21:30+03:00/2023-05-21T21:31+03:00"),
    ],
)  # fmt: skip
def date_time_group(match: Match) -> Evaluator | None:
    """Read a date-time group."""
    found = _DTG.fullmatch(match.value("group"))
    if found is None:
        return None
    day, hour, minute, letter = int(found[1]), int(found[2]), int(found[3]), found[4]
    if match.has("month"):
        month, year_text = match.number("month"), match.token("year").text
    elif found[5] in _DTG_MONTHS:
        month, year_text = _DTG_MONTHS.index(found[5]) + 1, found[6]
    else:
        return None
    year = int(year_text) if len(year_text) == 4 else 1970 + (int(year_text) - 70) % 100

    def make() -> Span:
        if hour > 23 or minute > 59:
            raise ImpossibleDate(f"there is no time {hour:02}:{minute:02}")
        start = (day_span(year, month, day).start or datetime.min) + timedelta(hours=hour, minutes=minute)
        return Span(start, start + timedelta(minutes=1), Precision.MINUTE, zone=_military(letter))

    return fixed(make, "day, hour, minute, zone letter, month and year of a date-time group")


def _military(letter: str) -> tzinfo | None:
    if letter == "j":
        return None
    if letter == "z":
        return offset_of("+", 0, 0)
    east = "abcdefghiklm".find(letter) + 1
    return offset_of("+", east, 0) if east else offset_of("-", "nopqrstuvwxy".find(letter) + 1, 0)


@rule(
    "day-of-the-war",
    "Day N of the war",
    "DAYWORD number:NUM|ORD|YEAR WAR",
    "number:ORD|YEAR DAYWORD WAR",
    "DAYWORD number:NUM|YEAR4",
    "number:NUM DAYWORD WAR",
    reason="Counted from the first day of the war in the settings, which is day 1. Without that setting it is refused.",
    examples=[Example("day 452 of the war", "", "refused D306")],
)
def day_of_the_war(match: Match) -> Evaluator | None:
    """Count days of the war."""
    number = match.number("number")
    if number < 1 or match.tokens[0].value == "date":
        return None
    if match.tokens[0].text in {"día", "dia"} and not any(token.kind == "w" for token in match.tokens):
        return None  # "el día 21" is a day of the month

    def evaluate(context: Context) -> list[Span]:
        start = context.settings.war_start
        if start is None:
            return [struck(nothing(), "D306", "nothing says which day was the first of the war")]
        day = datetime(start.year, start.month, start.day) + timedelta(days=number - 1)
        return [because(span_of_day(day), f"day {number}, day 1 being {start}")]

    return evaluate


@rule(
    "other-calendar",
    "Another calendar",
    "<words> CALENDAR",
    "CALENDAR <words>",
    "<words> CALENDAR <more>",
    "calendar:CALENDAR",
    reason="Julian, Islamic, Hebrew, Persian, Republican, Buddhist and regnal dates are not converted: the day differs by place and by who counts. Give the Gregorian date.",
    examples=[
        Example("12 Ramadan 1444", "2023-05-22", "refused D308"),
        Example("25 октября 1917 года по старому стилю", "", "refused D308", language="ru"),
        Example("25 October 1917 old style", "", "refused D308"),
    ],
)
def other_calendar(match: Match) -> Evaluator:
    """Refuse a date of another calendar."""
    name = next(str(token.value) for token in match.tokens if token.kind == "J")
    return lambda _context: [struck(nothing(), "D308", f"this is a date of the {name} calendar")]


@rule(
    "edtf", "Written in EDTF",
    reason="The date is written out in EDTF, the Extended Date/Time Format (ISO 8601-2), such as 2023-05-21 or [2023-05-22..2023-05-31], and "
    "means what that standard says. Where it stands for words, or for none, the editor gives the basis.",
    examples=[
        Example("2023-05-21", "", "2023-05-21"),
        Example("1985-04-12/..", "", "1985-04-12/.."),
        Example("[2023-05-22..2023-05-31]", "", "[2023-05-22..2023-05-31]"),
        Example("2004-06~", "", "2004-06~"),
        Example("1989", "", "1989"),
    ],
)  # fmt: skip
def edtf_rule(_match: Match) -> Evaluator | None:
    """Documented here; `resolve` reads explicit dates before any words."""
    return None


@rule(
    "iso-8601", "Written in ISO 8601",
    reason="Dates and times of ISO 8601-1 and RFC 9557 that EDTF leaves out: times without seconds, week dates, dates without hyphens.",
    examples=[
        Example("2023-05-22T05:26", "", "2023-05-22T05:26/2023-05-22T05:27"),
        Example("2023-W21", "", "2023-05-22/2023-05-28"),
        Example("20230521", "", "2023-05-21"),
        Example("2022-02-30", "", "refused D304"),
    ],
)  # fmt: skip
def iso_rule(_match: Match) -> Evaluator | None:
    """Documented here; `resolve` reads explicit dates before any words."""
    return None


@rule(
    "editor-reading",
    "Editor’s reading",
    reason="Rules alone do not decide what the words mean. The editor reads them in one of the ways that the rules allow, says why, and the reading "
    "is shown as the editor's everywhere.",
)
def editor_reading(_match: Match) -> Evaluator | None:
    """Documented here; see `timeline.dates.reading_fits`."""
    return None


@rule(
    "undecided",
    "Undecided",
    reason="The words can be read in several ways and nobody can tell which is meant. The date spans all of them.",
)
def undecided(_match: Match) -> Evaluator | None:
    """Documented here; see `timeline.dates.reading_fits`."""
    return None
