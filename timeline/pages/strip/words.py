"""The overview strip in words: what assistive technology reads out, the table of the same data, and the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import timedelta

from markupsafe import Markup

from timeline.align import Aligned, Clock, Group, Kind
from timeline.drawings.overview import Axis
from timeline.drawings.overview.layout import lanes_of
from timeline.drawings.words import MONTHS, day, per_unit
from timeline.pages import marks
from timeline.pages.clock import zone_words
from timeline.pages.words import long

_MOST_ROWS = 60
"""Rows of the table, at most; a longer timeline is counted by month, then by year."""

_KINDS = {
    Kind.TIME: "at a known time",
    Kind.PART: "in a part of the day",
    Kind.DAY: "time of day not stated",
    Kind.PERIOD: "no day stated",
    Kind.UP_TO: "then or earlier",
    Kind.UNDATED: "date not established",
}


def plural(number: int, noun: str) -> str:
    """Count a noun: `1 claim`, `2 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(aligned: Aligned, axis: Axis | None) -> str:
    """Say in a few sentences what the strip shows."""
    total = plural(len(aligned.order), "claim")
    if aligned.withdrawn:
        total += f" ({len(aligned.withdrawn):,} withdrawn)"
    when = ""
    if axis:
        first, last = day(axis.start), day(axis.end - timedelta(minutes=1))
        when = f" on {first}" if first == last else f" from {first} to {last}"
    lanes = ", ".join(f"{lane.narrative.label} {lane.count:,}" for lane in aligned.lanes)
    undated = sum(1 for spot in aligned.placed.values() if spot.kind is Kind.UNDATED)
    rest = f" {undated:,} without an established date." if undated else ""
    return (
        f"Overview of {total}{when}, one row per lane: {lanes}.{rest} A table with the same counts follows."
    )


def table(aligned: Aligned) -> Markup:
    """Give the counts of the strip as a table that only assistive technology meets."""
    lane_of = lanes_of(aligned)
    rows = _periods(aligned)
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(lane.narrative.label) for lane in aligned.lanes
    )
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            period,
            Markup("").join(
                Markup("<td>{}</td>").format(
                    _counted(
                        Counter(aligned.placed[claim].kind for claim in claims if lane_of[claim] == lane.id)
                    )
                )
                for lane in aligned.lanes
            ),
        )
        for period, claims in rows.items()
    )
    return Markup(
        '<div class="tl-hidden"><table class="tl-strip__table"><caption>Claims by lane and date, and how exactly the date is known</caption>'
        '<thead><tr><th scope="col">Date</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(head, body)


def _counted(kinds: Mapping[Kind, int]) -> str:
    parts = [f"{kinds[kind]:,} {words}" for kind, words in _KINDS.items() if kinds.get(kind)]
    return ", ".join(parts) or "none"


def _periods(aligned: Aligned) -> dict[str, list[str]]:
    """Group the claims into as many periods as a table can hold."""
    rows: dict[str, list[str]] = {}
    for name in (_by_group, _by_month, _by_year):
        rows = {}
        for group in aligned.groups:
            rows.setdefault(name(group), []).extend(
                claim for row in group.rows for cell in row.cells for claim in cell.claims
            )
        if len(rows) <= _MOST_ROWS:
            break
    return rows


def _by_group(group: Group) -> str:
    if group.day is None:
        return "Date not established"
    return (
        long(group.period) if group.period else f"{group.day.day} {MONTHS[group.day.month]} {group.day.year}"
    )


def _by_month(group: Group) -> str:
    return f"{MONTHS[group.day.month]} {group.day.year}" if group.day else _by_group(group)


def _by_year(group: Group) -> str:
    return str(group.day.year) if group.day else _by_group(group)


def zones(clock: Clock) -> str:
    """Say on which clock the axis stands, where claims are read in several."""
    if not clock.mixed:
        return ""
    if clock.zone is None:
        return "times of several zones, each as it is given"
    return f"all times in {zone_words(clock.zone)}"


def key(seen: Collection[str], *, zone: str = "", unit: str = "", top: int = 0) -> Markup:
    """Explain the marks that occur.

    Args:
        seen: As in `timeline.drawings.overview.Overview`.
        zone: Words on the clock that the axis stands on.
        unit: What a column stands for.
        top: The highest column.
    """
    bar = Markup('<path class="tl-chart__bar" d="M0 4.5h28v5H0z"/>')
    box = Markup('<rect class="tl-chart__box" x=".5" y=".5" width="47" height="13" rx="3"/>')
    tail = Markup('<path class="tl-chart__tail" d="M11 7H2M5 4 2 7l3 3"/>')
    line = Markup('<path class="tl-chart__dispute" d="M1 12C1 4 23 10 23 2"/>')
    strike = Markup('<path class="tl-chart__strike" d="M0 7h17"/>')
    columns = Markup('<path class="tl-chart__column" d="M0 14V7h5v7zM6 14V2h5v12zM12 14V9h5v5z"/>')
    disc = Markup('<circle class="tl-chart__disc" cx="7" cy="7" r="4.5"/>')
    samples = {
        "time": (14, _dot(filled=True), "time known"),
        "exact": (14, _dot(filled=True), "date known"),
        "part": (28, bar + _dot(14), "part of a day"),
        "box": (48, box + _dot(10) + _dot(24), "only the day or period known: listed, not timed"),
        "up-to": (24, tail + _dot(17), "or earlier"),
        "withdrawn": (17, _dot(8.5) + strike, "withdrawn"),
        "column": (17, columns, per_unit(unit, top)),
        "elsewhere": (14, _dot(), f"no single {unit} known"),
        "row": (14, disc, "disputes, by area" if unit else "disputes over time, by area"),
        "disputes": (24, line, "disputes"),
        "on-demand": (24, line, "disputes: point at a claim"),
    }
    items = Markup("").join(
        Markup(
            '<li><svg width="{0}" height="14" viewBox="0 0 {0} 14" aria-hidden="true">{1}</svg> {2}</li>'
        ).format(width, drawing, words)
        for name, (width, drawing, words) in samples.items()
        if name in seen
    )
    if zone:
        items += Markup("<li>{}</li>").format(zone)
    return Markup('<ul class="tl-strip__key">{}</ul>').format(items)


def _dot(x: float = 7, *, filled: bool = False) -> Markup:
    return marks.outline(1, x, 7, 4.6, 'fill="currentColor"' if filled else 'class="tl-hollow"')
