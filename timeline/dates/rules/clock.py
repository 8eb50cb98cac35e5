"""Clock times: "at around 5:26 am", "half past five", "noon", "at 1430 GMT on Friday"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from timeline.dates.context import Context
from timeline.dates.rules.base import each, nothing
from timeline.dates.rules.dayparts import PARTS, part_name
from timeline.dates.rules.table import Evaluator, Example, Expression, Match, rule
from timeline.dates.spans import DAY, Span, day_text, replace, struck
from timeline.dates.standpoint import Standpoint
from timeline.dates.types import Precision
from timeline.dates.zones import zone_of

_HALF_DAY: Final = {"am": (0, 12), "pm": (12, 24)}


def _hour_minute(match: Match) -> tuple[int, int, int, bool, bool] | None:  # noqa: PLR0911 -- one return for each case reads best
    """Return hour, minute, second, whether minutes were said, and whether the half of the day is open."""
    if match.has("clock"):
        numbers = [int(float(piece.replace(",", "."))) for piece in match.value("clock").split(":")]
        hour, minute, second = (*numbers, 0, 0)[:3]
        return hour, minute, second, True, False
    if match.has("pair"):
        hour, minute = (int(piece) for piece in re.split(r"[./]", match.value("pair")))
        return hour, minute, 0, True, False
    if match.has("compact"):
        number = match.number("compact")
        return number // 100, number % 100, 0, True, False
    if match.has("noon"):
        return (12, 0, 0, True, False) if match.value("noon") == "noon" else (24, 0, 0, True, False)
    hour = match.number("hour")
    if match.has("minute"):
        return hour, match.number("minute"), 0, True, False
    if hour >= 100:
        return hour // 100, hour % 100, 0, True, False
    # an hour that is said in words or in figures up to twelve may be either half of the day
    return hour, 0, 0, False, hour <= 12


CLOCK_PATTERNS: Final = (
    "about:ABOUT? clock:CLOCK OCLOCK? half:AMPM? zone:ZONE? about2:ABOUT?",
    "about:ABOUT? hour:NUM|A half:AMPM zone:ZONE?",
    "about:ABOUT? hour:NUM|A half:AMPM IN|AT? part:PART zone:ZONE?", "about:ABOUT? hour:NUM OCLOCK half:AMPM zone:ZONE?",
    "about:ABOUT? hour:NUM|ORD OCLOCK zone:ZONE?", "about:ABOUT? pair:PAIR half:AMPM zone:ZONE?",
    "about:ABOUT? pair:PAIR OCLOCK zone:ZONE?", "=AT about:ABOUT? pair:PAIR zone:ZONE?",
    "=AT about:ABOUT? hour:NUM|ORD zone:ZONE?",
    "about:ABOUT? compact:YEAR4 OCLOCK zone:ZONE?", "about:ABOUT? compact:YEAR4 zone:ZONE?", "=AT about:ABOUT? compact:YEAR4 zone:ZONE?",
    "about:ABOUT? clock:CLOCK noon_word:DAYWORD zone:ZONE?",
    "about:ABOUT? hour:NUM noon_word:DAYWORD zone:ZONE?",
    "about:ABOUT? noon:NOON zone:ZONE?", "about:ABOUT? compact:YEAR4 unit:UNIT zone:ZONE?", "about:ABOUT? clock:CLOCK unit:UNIT zone:ZONE?",
    "about:ABOUT? clock:CLOCK OCLOCK? IN|AT? part:PART zone:ZONE?", "about:ABOUT? hour:NUM|ORD IN|AT? part:PART zone:ZONE?",
    "about:ABOUT? hour:NUM|ORD OCLOCK IN|AT? part:PART zone:ZONE?",
    "about:ABOUT? clock:CLOCK half:AMPM? IN|AT? part:PART zone:ZONE?",
    "about:ABOUT? hour:NUM|ORD OCLOCK minute:NUM UNIT? part:PART? zone:ZONE?",
    "about:ABOUT? clock:CLOCK zone:ZONE sign:OFFSET|TO shift:NUM", "about:ABOUT? clock:CLOCK sign:OFFSET shift:NUM", "about:ABOUT? clock:CLOCK sign:OFFSET shift:CLOCK",
    "about:ABOUT? clock:CLOCK half:AMPM zone:ZONE sign:OFFSET|TO shift:NUM",
)  # fmt: skip


@rule(
    "clock-time", "Clock time", *CLOCK_PATTERNS,
    reason="The time on the anchor's own day, to the minute if minutes are said, else to the hour. An hour without \"am\", \"pm\", "
    "a part of the day or minutes may be either half of the day. A time that the clocks skipped is refused; one that came twice "
    "spans both. Midnight may begin or end a day, so both are offered.",
    examples=[
        Example("at around 5:26 am", "2023-05-22", "2023-05-22T05:26/2023-05-22T05:27"),
        Example("05:26", "2023-05-22", "2023-05-22T05:26/2023-05-22T05:27"),
        Example("0526", "2023-05-22", "2023-05-22T05:26/2023-05-22T05:27"),
        Example("8 pm", "2023-05-22", "2023-05-22T20:00/2023-05-22T21:00"),
        Example("at 5 o'clock", "2023-05-22", "refused D302"),
        Example("noon", "2023-05-22", "2023-05-22T12:00/2023-05-22T12:01"),
        Example("midnight", "2023-05-22", "refused D302"),
        Example("о 5:26", "2023-05-22", "2023-05-22T05:26/2023-05-22T05:27", language="uk"),
    ],
)  # fmt: skip
def clock_time(match: Match) -> Evaluator | None:  # noqa: PLR0911 -- one return for each case reads best
    """Read a clock time."""
    if match.has("compact") and not _may_be_a_time(match):
        return None
    if (
        match.has("hour")
        and match.token("hour").kind == "O"
        and not match.token("hour").text.endswith(("й", "ї"))
    ):
        return None  # "the 21st, evening" is a day; "о 5-й ранку" an hour
    if match.has("unit") and match.value("unit") != "hour":
        return None
    if match.has("pair") and "/" in match.value("pair"):
        return None  # "in 1/2 h" is a length of time
    if match.has("noon_word") and (
        match.token("noon_word").text != "дня"
        or (match.has("hour") and match.tokens[0].kind != "@" and not match.token("hour").text[0].isdigit())
    ):
        return None  # «о 3 дня» is three in the afternoon, «одного дня» is not one
    read = _hour_minute(match)
    if read is None:
        return None
    hour, minute, second, exact, open_half = read
    half = match.value("half") if match.has("half") else None
    part = part_name(match.value("part")) if match.has("part") else None
    if match.has("noon_word"):
        part = "daytime"
    if match.has("noon") and match.value("noon") == "midnight":
        return lambda context: _midnights(context, _zone(match))
    hours = _hours(hour, half, part, open_half=open_half and half is None and part is None)
    if minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        return None
    return clock_evaluator(
        hours, minute, second, exact=exact, seconds=match.has("clock") and match.value("clock").count(":") == 2,
        about=match.has("about") or match.has("about2"), zone=_zone(match),
    )  # fmt: skip


def _may_be_a_time(match: Match) -> bool:
    """Tell four figures that may be a time from a year; "around 1030" may be either, "circa 1030" not."""
    number = match.number("compact")
    if number < 1000 or match.has("zone") or {"o", "@", "U"} & {token.kind for token in match.tokens}:
        return True
    if not match.has("about"):
        return False
    word = match.token("about").text
    return word.startswith("at ") or (number < 1600 and word not in {"circa", "ca", "c"})


def _zone(match: Match) -> str | None:
    if match.has("shift") and match.token("shift").kind == "C":
        return f"+{match.value('shift')}"
    if match.has("shift"):
        return f"{'+' if match.value('sign') == '+' else '-'}{match.number('shift'):02}:00"
    return match.value("zone") if match.has("zone") else None


def _hours(hour: int, half: str | None, part: str | None, *, open_half: bool) -> list[int]:
    """The hours of the day that a clock hour may mean."""
    if half is not None and part is not None:
        first, last = PARTS[part]
        return [
            number
            for number in _hours(hour, half, None, open_half=False)
            if _within(number, first, last, part)
        ]
    if half is not None:
        return (
            [hour % 12 + _HALF_DAY[half][0]]
            if 1 <= hour <= 12
            else [hour]
            if (half == "pm" and 12 < hour < 24) or (half == "am" and hour == 0)
            else []
        )
    if part is not None:
        part = "night" if part == "night hours" else part
        first, last = PARTS[part]
        allowed = [
            number for number in {hour, (hour + 12) % 24, hour % 24} if _within(number, first, last, part)
        ]
        return sorted(set(allowed))
    if open_half:
        return sorted({hour % 24, (hour + 12) % 24}) if 1 <= hour <= 12 else [0]
    return [hour] if 0 <= hour <= 24 else []


def _within(hour: int, first: float, last: float, part: str) -> bool:
    if part in {"morning", "early morning"}:
        return hour < 12  # "four in the morning"
    if part == "night":
        return hour >= 20 or hour < 6
    if part == "whole night":
        return hour >= 18 or hour < 6
    if part == "evening":
        return hour >= 16  # "five in the evening"
    if part == "daytime":
        return 10 <= hour < 19
    return first <= hour <= last or first <= hour + 24 <= last


def clock_evaluator(  # noqa: PLR0913 -- each argument is a fact about the phrase
    hours: list[int], minute: int, second: int, *, exact: bool, seconds: bool, about: bool, zone: str | None
) -> Evaluator | None:
    """Return an evaluator for a clock time on the day that a context has."""
    if not hours:
        return lambda _context: [struck(nothing(), "D304", "a day has no such hour")]
    tz = zone_of(zone) if zone else None
    length = timedelta(seconds=1) if seconds else timedelta(minutes=1) if exact else timedelta(hours=1)
    precision = Precision.INSTANT if seconds else Precision.MINUTE if exact else Precision.HOUR

    def evaluate(context: Context) -> list[Span]:
        out = []
        for hour in hours:
            start = context.base + timedelta(hours=hour, minutes=minute, seconds=second)
            out.append(Span(
                start, start + length, precision, approximate=about, zone=tz,
                why=f"{start:%H:%M} on {day_text(context.base)}",
                not_known=("exact minute",) if about else (),
            ))  # fmt: skip
        return out

    return evaluate


def _midnights(context: Context, zone: str | None) -> list[Span]:
    """The midnight that begins a day, and the one that ends it."""
    tz = zone_of(zone) if zone else None
    return [
        Span(
            at,
            at + timedelta(minutes=1),
            Precision.MINUTE,
            zone=tz,
            why=f"the midnight that {word} {day_text(context.base)}",
        )
        for at, word in ((context.base, "begins"), (context.base + DAY, "ends"))
    ]


@rule(
    "clock-in-words", "Clock time in words",
    "about:ABOUT? HALFWORD PAST hour:NUM half:AMPM? IN|AT? part:PART? zone:ZONE?",
    "about:ABOUT? QUARTERWORD sign:PAST|TO hour:NUM half:AMPM? IN|AT? part:PART? zone:ZONE?",
    "about:ABOUT? A QUARTERWORD sign:PAST|TO hour:NUM half:AMPM? IN|AT? part:PART? zone:ZONE?",
    "about:ABOUT? minute:NUM UNIT? sign:PAST|TO hour:NUM half:AMPM? IN|AT? part:PART? zone:ZONE?",
    reason='As a clock time; without "am", "pm" or a part of the day it may be either half of the day.',
    examples=[
        Example("half past five in the morning", "2023-05-22", "2023-05-22T05:30/2023-05-22T05:31"),
        Example("a quarter to six pm", "2023-05-22", "2023-05-22T17:45/2023-05-22T17:46"),
        Example("half past five", "2023-05-22", "refused D302"),
    ],
)  # fmt: skip
def clock_in_words(match: Match) -> Evaluator | None:
    """Read a clock time such as "half past five"."""
    kinds = {token.kind for token in match.tokens}
    minute = match.number("minute") if match.has("minute") else 30 if "H" in kinds else 15
    if match.has("sign") and match.value("sign") not in {"past", "to", "after"}:
        return None
    if any(token.kind == "U" and token.value != "minute" for token in match.tokens):
        return None
    back = match.has("sign") and match.token("sign").kind == "-"
    if back and match.has("minute") and "U" not in kinds and match.token("minute").text.isdigit():
        return None  # "2 to 4 pm" is two hours; "five to six pm" may be a time
    half = match.value("half") if match.has("half") else None
    part = part_name(match.value("part")) if match.has("part") else None
    hour = match.number("hour")
    if not 1 <= hour <= 12 or not 1 <= minute < 60:
        return None
    hours = _hours(hour, half, part, open_half=half is None and part is None)
    if back:
        hours, minute = sorted({(number - 1) % 24 for number in hours}), 60 - minute
    return clock_evaluator(
        hours, minute, 0, exact=True, seconds=False, about=match.has("about"), zone=_zone(match)
    )


@rule(
    "hour-of-a-part",
    "Nine tomorrow morning, eight tonight",
    "!PART|TONIGHT|NIGHT hour:NUM <part>",
    "!PART|TONIGHT|NIGHT <part> about:ABOUT hour:NUM",
    "!PART|TONIGHT|NIGHT about:ABOUT hour:NUM <part>",
    reason="A bare number beside a part of a day is an hour that must lie in it.",
    examples=[
        Example("8 tonight", "2023-05-22", "2023-05-22T20:00/2023-05-22T21:00"),
        Example("9 tomorrow morning", "2023-05-22", "2023-05-23T09:00/2023-05-23T10:00"),
    ],
)
def hour_of_a_part(match: Match) -> Evaluator | None:
    """Place an hour in a part of a day that other words name."""
    hour, part = match.number("hour"), match.part("part")
    if not 1 <= hour <= 24 or part is None or any(token.kind in "MYU4G5" for token in match.tokens):
        return None
    inner = clock_evaluator(
        _hours(hour, None, None, open_half=hour <= 12),
        0,
        0,
        exact=False,
        seconds=False,
        about=match.has("about"),
        zone=None,
    )
    if inner is None:
        return None
    clock = Expression([(CLOCK_RULE, inner)], match.tokens)

    def change(context: Context, span: Span) -> list[Span]:
        return on_day(context, span, clock) if span.precision is Precision.PART_OF_DAY else []

    return each(part, change)


CLOCK_RULE: Final = clock_time
CLOCKS: Final = {"clock-time", "clock-in-words"}


def is_clock(expression: Expression | None) -> bool:
    """Tell whether a run of tokens is a clock time and nothing else."""
    return expression is not None and any(made.name in CLOCKS for made, _ in expression.parses)


@rule(
    "clock-time-on-a-day", "Clock time with its day",
    "!CLOCK|AMPM|OCLOCK|NOON|AT|HALFWORD|PAST|PART|ZONE <time> <day>",
    general=True,
    reason="The time on that day. A part of the day beside it must hold the time.",
    examples=[
        Example("5:26 am on the 22nd", "2023-05-24", "2023-05-22T05:26/2023-05-22T05:27"),
        Example("21 May 2023, 18:05", "", "2023-05-21T18:05/2023-05-21T18:06"),
        Example("at 5 o'clock on the morning of 22 May 2023", "", "2023-05-22T05:00/2023-05-22T06:00"),
        Example("24 лютого 2022 року о 5:00", "", "2022-02-24T05:00/2022-02-24T05:01", language="uk"),
    ],
)  # fmt: skip
def clock_time_on_a_day(match: Match) -> Evaluator | None:
    """Join a clock time and a day, in either order."""
    early, late = match.kinds("time"), match.kinds("day")
    if _may_be_clock(early, late) == _may_be_clock(late, early):
        return None  # neither or both of them can be a clock time: spared the reading
    time, day = match.part("time"), match.part("day")
    if time is None or day is None or is_clock(time) == is_clock(day):
        return None
    if is_clock(day):
        time, day = day, time
    clock = time

    def change(context: Context, span: Span) -> list[Span]:
        return on_day(context, span, clock)

    return each(day, change)


def _may_be_clock(kinds: str, beside: str) -> bool:
    """Tell from the kinds of its tokens whether a run may be a clock time."""
    if not _CLOCKISH.issuperset(kinds):
        return False
    if not _CLOCK_MARKS.isdisjoint(kinds):
        return True
    return _CLOCK_MARKS.isdisjoint(beside) and (
        "NP" in kinds or "OP" in kinds or "@" in kinds or "p" in kinds or "Yz" in kinds
    )


_CLOCK_MARKS: Final = frozenset("CmocH")
_CLOCKISH: Final = frozenset("-345@CHNOPUYacikmopuz")
"""The kinds of which the patterns of clock times consist."""


def on_day(context: Context, day: Span, clock: Expression) -> list[Span]:
    """Place a clock time on a day or within a part of it."""
    if day.start is None or day.precision not in {Precision.DAY, Precision.PART_OF_DAY}:
        return []
    out = []
    first = day.start.replace(hour=0, minute=0)
    days = [first, first + DAY] if day.end and day.end > first + DAY else [first]
    for base in days:
        inner = context.at(Standpoint(base, day, event=True))
        for span in clock.at(inner):
            if span.start is None:
                out.append(span)
            elif day.precision is Precision.PART_OF_DAY:
                if not any(done.start == other.start for done in [span] for other in out):
                    out.extend(_in_part(span, day, base, first))
            else:
                out.append(span)
    return [replace(span, rule="") for span in _settle(out, day)]


def _in_part(span: Span, day: Span, base: datetime, first: datetime) -> list[Span]:
    """Keep a time that lies in the part of the day, and turn one of an open half into it."""
    if span.start is None or day.start is None or day.end is None:
        return []
    lenient = timedelta(hours={"morning": 6, "evening": 2}.get(day.part or "", 0) if base == first else 0)
    if day.start - lenient <= span.start < day.end:
        return [span]
    later = span.start + timedelta(hours=12)
    if span.start.hour < 12 and base == first and day.start <= later < day.end and span.end is not None:
        return [
            replace(
                span,
                start=later,
                end=span.end + timedelta(hours=12),
                why=f"{later:%H:%M} on {day_text(base)}",
            )
        ]
    if base != first:
        return []
    return [struck(span, "D304", f"{span.start:%H:%M} is not in the {day.part}")]


def _settle(spans: list[Span], day: Span) -> list[Span]:
    standing = [span for span in spans if not span.struck]
    if day.precision is Precision.PART_OF_DAY and standing:
        return standing
    return spans
