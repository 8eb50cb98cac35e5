"""Wording: what pages call dates, counts, relations and gaps.

What enters: values of the timeline. What leaves: plain words, not escaped. No word here weighs one side against
another: there is no "denies", no "silent", no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from timeline import dates
from timeline.align import Aligned, Group, Kind, Lane, Placed, Row, Silence, Timing, Verb
from timeline.dates import Precision, Resolution
from timeline.model import NO_SIDE_ID, UNSTATED, Dating, Event, Figure
from timeline.pages.clock import offset_words
from timeline.text import plain

NO_RULING = "This site does not rule on what is true."
"""The sentence that every standfirst ends with."""

WHEN_SAID = "when said"
"""Phrase of a date that is the saying's own."""

NO_SPEAKER = "Speaker not named"

QUOTATION_MARKS = "\"'“”„‟«»‹›‘’"

VERBS = {
    Verb.DISPUTES: "Disputes",
    Verb.DISPUTED_BY: "Disputed by",
    Verb.CLARIFIES: "Clarifies",
    Verb.CLARIFIED_BY: "Clarified by",
    Verb.RETRACTS: "Retracts",
    Verb.RETRACTED_BY: "Retracted by",
    Verb.REPEATS: "Repeats",
    Verb.REPEATED_BY: "Repeated by",
    Verb.AGREES_WITH: "Agrees with",
    Verb.AGREED_WITH_BY: "Agreed with by",
    Verb.DIFFERS_FROM: "Differs from",
}

MARKS = {
    Verb.DISPUTES: "disputes",
    Verb.DISPUTED_BY: "disputes",
    Verb.CLARIFIES: "clarifies",
    Verb.CLARIFIED_BY: "clarifies",
    Verb.RETRACTS: "retracts",
    Verb.RETRACTED_BY: "retracts",
    Verb.REPEATS: "repeats",
    Verb.REPEATED_BY: "repeats",
    Verb.AGREES_WITH: "agrees_with",
    Verb.AGREED_WITH_BY: "agrees_with",
    Verb.DIFFERS_FROM: "differs_from",
}
"""The mark that is drawn for each."""

KINDS = {
    "occurrence": "occurrence (something that is said to have happened)",
    "state": "state (how something is said to have been)",
    "assessment": "assessment (a judgement)",
    "forecast": "forecast (something said of the future)",
}

ASK_PUBLISHED = (
    "As exactly as you know it, and no more exactly. Without it, words such as “on Monday” cannot be read."
)
ASK_CLAIM = "What was said, no more and no less."
ASK_BY = "Left out, the claim is nobody’s: only where the source names nobody."
ASK_DATE = (
    "Never work it out yourself: “on Monday”, “last night”, “2023-05-22” stay as they are, and the rules of the site read "
    "them from the day the source was published."
)
ASK_SAID = "In the source’s own words, such as “on the 22nd”; only if they tell."
"""What the form adds to the help of the table of fields."""

_PLURALS = {
    "dispute": "disputes",
    "other claim": "other claims",
    "more claim": "more claims",
    "answer": "answers",
    "topic": "topics",
}


def count(number: int, noun: str) -> str:
    """Count things: "1 claim", "24 claims"."""
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def count_claims(number: int, withdrawn: int) -> str:
    """Count claims, and say how many of them were withdrawn: "14 claims, 1 withdrawn"."""
    return f"{count(number, 'claim')}{f', {withdrawn:,} withdrawn' if withdrawn else ''}"


def listed(items: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    words = list(items)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def headline(event: Event, limit: int = 12) -> str:
    """Name a claim by its title, else by its first words."""
    if event.title:
        return plain(event.title)
    words = plain(event.claim).split(" ")
    return " ".join(words[:limit]) + ("…" if len(words) > limit else "")


def of_lane(lane: Lane) -> str:
    """Name a lane after "for": "the Russian side", "Others"."""
    label = plain(lane.narrative.label)
    if lane.id == NO_SIDE_ID:
        return "speakers of no given side"
    if label.casefold().endswith(" side"):
        return f"the {label}"
    return label if len(label) <= 30 else plain(lane.narrative.short)


def counts_by_lane(lanes: Sequence[Lane], row: Row, withdrawn: int = 0) -> str:
    """Count the claims of a row by lane, every lane named: "3 Russian · 0 Ukrainian"; withdrawn ones apart."""
    counts = [f"{row.counts.get(lane.id, 0)} {plain(lane.narrative.short)}" for lane in lanes]
    return " · ".join([*counts, *([f"{withdrawn} withdrawn"] if withdrawn else [])])


def silence(found: Silence, lane: Lane, group: Group, *, up_to: bool = False) -> str:
    """Say that a cell is empty, and no more than is true.

    Args:
        found: Why it is empty.
        lane: Its lane.
        group: Its day or period.
        up_to: Whether no claim of its row is known to be of that day.
    """
    if found.kind == "none-on-topic":
        return f"No claim on this topic recorded for {of_lane(lane)}."
    said = {
        "day": "No claim on this topic recorded for this day for",
        "period": "No claim on this topic recorded for this period for",
        "undated": "No undated claim on this topic recorded for",
    }[group.kind]
    said = "No claim on this topic recorded in this row for" if up_to else said
    return f"{said} {of_lane(lane)}; {count(found.elsewhere, 'other claim')} elsewhere."


def gutter(row: Row, group: Group, up_to: str = "") -> tuple[str, str]:
    """Say the time of a row: the time, and a remark such as "about".

    Args:
        row: The row.
        group: Its day or period.
        up_to: "16 April or earlier", where no more than that is known of any claim of the row.
    """
    if up_to:
        return up_to, ""
    if row.timing is Timing.COMMON and row.common is not None:
        label = dates.time_label(row.common)
        if label is not None:
            return label.text, label.note
        if row.common.earliest and row.common.latest:
            return f"{row.common.earliest:%H:%M}–{row.common.latest:%H:%M}", ""
    if row.timing is Timing.OWN:
        return "Several times", "given with each claim"
    return {"day": "Time of day not stated", "period": "Day not stated", "undated": "Date not established"}[
        group.kind
    ], ""


def group_title(group: Group) -> str:
    """Give the heading of a group."""
    if group.kind == "undated":
        return "Date not established"
    if group.period is not None:
        found = long(group.period)
        return found[:1].upper() + found[1:]
    return whole_day(group.day)


def whole_day(day: date | None) -> str:
    """Write a day in full: "Sunday 21 May 2023"."""
    return dates.long(_day(day)).removesuffix(", whole day") if day else ""


def short_day(day: date, *, year: bool) -> str:
    """Write a day shortly: "21 May"."""
    return dates.short(_day(day), year=year)


def short(found: Resolution, *, year: bool) -> str:
    """Write a date shortly: "21 May, evening"; "April 1916, uncertain"; "night of 15 to 16 April"."""
    crossing = _over_midnight(found, year=year)
    return _qualified(crossing or dates.short(found, year=year), found)


def long(found: Resolution) -> str:
    """Write a date in full."""
    crossing = _over_midnight(found, year=True)
    if crossing and found.earliest and found.latest:
        crossing = f"{crossing} ({found.earliest:%H:%M}–{found.latest:%H:%M})"
    return _qualified(crossing or dates.long(found), found)


def is_uncertain(found: Resolution) -> bool:
    """Tell whether a date is marked as uncertain, by the qualifiers "?" and "%" of EDTF."""
    return found.uncertain or any(sign in (found.edtf or "") for sign in "?%")


def _qualified(text: str, found: Resolution) -> str:
    return f"{text}, uncertain" if is_uncertain(found) and "uncertain" not in text else text


def _over_midnight(found: Resolution, *, year: bool) -> str:
    """Name a part of a day that goes on into the next day by both days; nothing for all other dates."""
    start, end = found.earliest, found.latest
    if found.precision is not Precision.PART_OF_DAY or start is None or end is None:
        return ""
    last = end - timedelta(microseconds=1)
    if last.date() == start.date():
        return ""
    first = str(start.day) if start.month == last.month else short_day(start.date(), year=False)
    return f"{found.part} of {first} to {short_day(last.date(), year=year)}"


def latest_day(day: date, found: Resolution, *, year: bool) -> str:
    """Name the latest day that a date can have; by its month or year where the words limit it by no more than that."""
    end = found.latest.replace(tzinfo=None) if found.latest else None
    if end is not None and end - timedelta(days=1) == datetime.combine(day, datetime.min.time()):
        whole = _whole_of(found.edtf or "", at_end=True)
        if whole:
            return f"{whole} or earlier"
    return f"{short_day(day, year=year)} or earlier"


def limit_words(limit: Resolution, known: Iterable[Resolution], *, full: bool, year: bool = True) -> str:
    """Word a limit: by the period that sets it, such as the month in which a source was published, else by its day."""
    behind = "or earlier" if limit.latest else "or later"
    whole = _whole_of(limit.edtf or "", at_end=bool(limit.latest))
    if whole:
        return f"{whole} {behind}"
    for one in known:
        ours, theirs = (limit.latest, one.latest) if limit.latest else (limit.earliest, one.earliest)
        if (
            one.precision in _PERIODS
            and ours
            and theirs
            and ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
        ):
            return f"{dates.short(one, year=True)} {behind}"
    shown = dates.long(limit) if full else dates.short(limit, year=year)
    return _with_clock(shown, limit, behind)


def _with_clock(shown: str, limit: Resolution, behind: str) -> str:
    """Put the clock behind a limit that is a time of day, if its zone is known."""
    moment = limit.latest or limit.earliest
    offset = moment.utcoffset() if moment else None
    if moment is None or offset is None or not shown.endswith(f"{moment:%H:%M} {behind}"):
        return shown
    return f"{shown.removesuffix(behind)}{offset_words(offset)} {behind}"


_PERIODS = frozenset(
    {Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR}
    | {Precision.DECADE, Precision.CENTURY}
)


def _whole_of(edtf: str, *, at_end: bool) -> str:
    """Word the month or year that limits an open EDTF interval; nothing where it is a day."""
    match = re.fullmatch(
        r"\.\./([0-9]{4})(?:-([0-9]{2}))?" if at_end else r"([0-9]{4})(?:-([0-9]{2}))?/\.\.", edtf
    )
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return ""
    start = datetime(int(match[1]) or 1, int(match[2] or 1), 1)  # noqa: DTZ001 - only its name is wanted
    precision = Precision.MONTH if match[2] else Precision.YEAR
    return dates.short(Resolution(start, start + timedelta(days=27), precision, "", ""), year=True)


def when(event: Event, placed: Placed, *, year: bool, known: Sequence[Resolution] = ()) -> str:
    """Say when the claimed thing happened, as shortly as a claim has room for.

    Args:
        event: The claim.
        placed: Where it stands.
        year: Whether days carry their year.
        known: Dates around it that may limit it, so that a limit is named as it was given.
    """
    if placed.kind is Kind.UP_TO and placed.start is not None:
        return latest_day(placed.start.date(), event.date.resolution, year=year)
    if placed.kind is Kind.UNDATED:
        shown_limits = "; ".join(
            limit_words(limit, known, full=False, year=year) for limit in limits(event.date.resolution)
        )
        return f"Date not established ({shown_limits})" if shown_limits else "Date not established"
    shown = short(event.date.resolution, year=year)
    shown = shown[:1].upper() + shown[1:]
    return f"{shown}, time not stated" if placed.kind is Kind.DAY else shown


def limits(found: Resolution) -> list[Resolution]:
    """Take an interval apart into its lower and upper limit, as far as they are known."""
    lower, upper = found._replace(latest=None), found._replace(earliest=None)
    return [limit for limit in (lower, upper) if limit.earliest or limit.latest]


def when_iso(day: str, *, year: bool = True) -> str:
    """Word an ISO 8601 day that a record carries."""
    try:
        return short_day(date.fromisoformat(day), year=year)
    except ValueError:
        return plain(day)


def said_apart(event: Event, placed: Placed, *, year: bool) -> str | None:
    """Say when a claim was made, if that is known and is not the day that it is about."""
    said = event.said.resolution
    if said.precision is Precision.UNSTATED or said.earliest is None or event.date.phrase == WHEN_SAID:
        return None
    same_day = (
        placed.kind in {Kind.DAY, Kind.TIME, Kind.PART} and placed.group == said.earliest.date().isoformat()
    )
    if same_day and said.precision is Precision.DAY:
        return None
    return f"said {short(said, year=year)}"


def when_said(dating: Dating, *, year: bool) -> str:
    """Say when a claim was made, as shortly as a record has room for."""
    if dating.resolution.precision is Precision.UNSTATED:
        return "not stated"
    return short(dating.resolution, year=year)


def result(dating: Dating, known: Sequence[Resolution] = ()) -> str:
    """Say what a date was resolved to; of one that is not stated, or open at an end, only its limits."""
    found = dating.resolution
    if limits(found) and (found.precision is Precision.UNSTATED or None in {found.earliest, found.latest}):
        return "; ".join(limit_words(limit, known, full=True) for limit in limits(found))
    shown = long(found)
    return shown[:1].upper() + shown[1:]


def not_known(dating: Dating) -> list[str]:
    """List what the words leave open, the zone included; each item is true of any date."""
    found = [item[:1].upper() + item[1:] for item in dating.resolution.not_known]
    has_end = dating.resolution.earliest or dating.resolution.latest
    named = any("zone" in item.lower() for item in found)
    if has_end is not None and dating.zone is None and has_end.tzinfo is None and not named:
        found.append("Time zone")
    return [f"{item.rstrip('.')}." for item in found]


def says_nothing(dating: Dating) -> bool:
    """Tell whether the source gives no words for a date."""
    return dating.phrase == UNSTATED


def wording(event: Event) -> str:
    """Tell whether the claim stands in the source's own quotation marks."""
    if event.quote is None:
        return "paraphrase"
    edges = f"{QUOTATION_MARKS} .…"
    if plain(event.claim).strip(edges) == plain(event.quote.text).strip(edges):
        return "direct quote"
    return "paraphrase with quoted words"


def figure(one: Figure) -> str:
    """Write a figure: "20 drones", "at least 3", "10 to 12"."""
    if one.value is not None:
        number = f"{one.value:f}"
    elif one.minimum is not None and one.maximum is not None:
        number = f"{one.minimum:f} to {one.maximum:f}"
    elif one.minimum is not None:
        number = f"at least {one.minimum:f}"
    elif one.maximum is not None:
        number = f"at most {one.maximum:f}"
    else:
        number = "not given"
    return f"{number} {plain(one.unit)}" if one.unit else number


def several_years(aligned: Aligned) -> bool:
    """Tell whether short dates must carry the year."""
    years = {
        moment.year
        for placed in aligned.placed.values()
        for moment in (placed.start, placed.end)
        if moment is not None
    }
    return len(years) > 1


def _day(day: date) -> Resolution:
    start = datetime.combine(day, datetime.min.time())
    return Resolution(start, start + timedelta(days=1), Precision.DAY, "day", "")
