"""Wording: what pages call dates, counts, relations and gaps.

What enters: values of the timeline. What leaves: plain words, not escaped. No word here weighs one side against
another: there is no "denies", no "silent", no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from timeline import dates
from timeline.align import Aligned, Group, Kind, Lane, Placed, Row, Silence, Timing, Verb
from timeline.dates import Precision, Resolution
from timeline.model import UNSTATED, Dating, Event, Figure
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
    if label.casefold().endswith(" side"):
        return f"the {label}"
    return label if len(label) <= 30 else plain(lane.narrative.short)


def counts_by_lane(lanes: Sequence[Lane], row: Row, withdrawn: int = 0) -> str:
    """Count the claims of a row by lane, every lane named: "3 Russian · 0 Ukrainian"; withdrawn ones apart."""
    counts = [f"{row.counts.get(lane.id, 0)} {plain(lane.narrative.short)}" for lane in lanes]
    return " · ".join([*counts, *([f"{withdrawn} withdrawn"] if withdrawn else [])])


def silence(found: Silence, lane: Lane, group: Group) -> str:
    """Say that a cell is empty, and no more than is true."""
    if found.kind == "none-on-topic":
        return f"No claim on this topic recorded for {of_lane(lane)}."
    when = {"day": "for this day ", "period": "for this period ", "undated": "without an established date "}[
        group.kind
    ]
    return f"No claim on this topic recorded {when}for {of_lane(lane)}; {count(found.elsewhere, 'other claim')} elsewhere."


def gutter(row: Row, group: Group) -> tuple[str, str]:
    """Say the time of a row: the time, and a remark such as "about"."""
    if row.timing is Timing.COMMON and row.common is not None:
        label = dates.time_label(row.common)
        if label is not None:
            return label.text, label.note
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
        found = dates.long(group.period)
        return found[:1].upper() + found[1:]
    return whole_day(group.day)


def whole_day(day: date | None) -> str:
    """Write a day in full: "Sunday 21 May 2023"."""
    return dates.long(_day(day)).removesuffix(", whole day") if day else ""


def short_day(day: date, *, year: bool) -> str:
    """Write a day shortly: "21 May"."""
    return dates.short(_day(day), year=year)


def when(event: Event, placed: Placed, *, year: bool) -> str:
    """Say when the claimed thing happened, as shortly as a claim has room for."""
    if placed.kind is Kind.UP_TO and placed.start is not None:
        return f"{short_day(placed.start.date(), year=year)} or earlier"
    if placed.kind is Kind.UNDATED:
        known = "; ".join(dates.short(limit, year=year) for limit in limits(event.date.resolution))
        return f"Date not established ({known})" if known else "Date not established"
    shown = dates.short(event.date.resolution, year=year)
    shown = shown[:1].upper() + shown[1:]
    return f"{shown}, time not stated" if placed.kind is Kind.DAY else shown


def limits(found: Resolution) -> list[Resolution]:
    """Take an interval apart into its lower and upper limit, as far as they are known."""
    lower, upper = replace(found, latest=None), replace(found, earliest=None)
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
    return f"said {dates.short(said, year=year)}"


def when_said(dating: Dating, *, year: bool) -> str:
    """Say when a claim was made, as shortly as a record has room for."""
    if dating.resolution.precision is Precision.UNSTATED:
        return "not stated"
    return dates.short(dating.resolution, year=year)


def result(dating: Dating) -> str:
    """Say what a date was resolved to; of one that is not stated only its limits."""
    found = dating.resolution
    if found.precision is Precision.UNSTATED and limits(found):
        return "; ".join(dates.long(limit) for limit in limits(found))
    shown = dates.long(found)
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
