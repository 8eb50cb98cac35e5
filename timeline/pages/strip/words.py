"""The overview strip in words: what assistive technology reads out, the table of the same data, and the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import timedelta

from markupsafe import Markup

from timeline.align import Aligned, Clock, Group, Kind
from timeline.drawings.overview import Axis
from timeline.drawings.overview.layout import lanes_of
from timeline.drawings.words import Words
from timeline.pages import marks
from timeline.wording import counted_claims, zone_words

_MOST_ROWS = 60
"""Rows of the table, at most; a longer timeline is counted by month, then by year."""

_ALL = 3
"""Widths that the strip is drawn at."""

_KINDS = (Kind.TIME, Kind.PART, Kind.DAY, Kind.PERIOD, Kind.UP_TO, Kind.UNDATED)


def summary(aligned: Aligned, axis: Axis | None, words: Words) -> str:
    """Say in a few sentences what the strip shows."""
    total = counted_claims(words.wording, len(aligned.order), len(aligned.withdrawn))
    lanes = words.wording.joined(
        f"{lane.narrative.label} {words.number(lane.count)}" for lane in aligned.lanes
    )
    undated = sum(1 for spot in aligned.placed.values() if spot.kind is Kind.UNDATED)
    rest = words.wording.count("strip.without-date", undated) if undated else ""
    if axis is None:
        said = words.text("strip.summary", claims=total, lanes=lanes)
    else:
        first, last = words.day(axis.start), words.day(axis.end - timedelta(minutes=1))
        when = first if first == last else words.text("date.range", first=first, last=last)
        said = words.text("strip.summary-dated", claims=total, dates=when, lanes=lanes)
    return " ".join(filter(None, [said, rest, words.text("strip.table-follows")]))


def table(aligned: Aligned, words: Words) -> Markup:
    """Give the counts of the strip as a table that only assistive technology meets."""
    lane_of = lanes_of(aligned)
    rows = _periods(aligned, words)
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(lane.narrative.label) for lane in aligned.lanes
    )
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            period,
            Markup("").join(
                Markup("<td>{}</td>").format(
                    _counted(
                        Counter(aligned.placed[claim].kind for claim in claims if lane_of[claim] == lane.id),
                        words,
                    )
                )
                for lane in aligned.lanes
            ),
        )
        for period, claims in rows.items()
    )
    return Markup(
        '<div class="tl-hidden"><table class="tl-strip__table"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(words.text("strip.caption-of-table"), words.text("strip.date"), head, body)


def _counted(kinds: Mapping[Kind, int], words: Words) -> str:
    parts = (
        words.text(f"strip.kind-{kind}", number=words.number(kinds[kind]))
        for kind in _KINDS
        if kinds.get(kind)
    )
    return words.wording.joined(parts) or words.text("strip.none")


def _periods(aligned: Aligned, words: Words) -> dict[str, list[str]]:
    """Group the claims into as many periods as a table can hold."""
    rows: dict[str, list[str]] = {}
    for name in (_by_group, _by_month, _by_year):
        rows = {}
        for group in aligned.groups:
            rows.setdefault(name(group, words), []).extend(
                claim for row in group.rows for cell in row.cells for claim in cell.claims
            )
        if len(rows) <= _MOST_ROWS:
            break
    return rows


def _by_group(group: Group, words: Words) -> str:
    if group.day is None:
        return words.text("strip.undated")
    return words.periods.get(group.key) or words.wording.day(group.day, year=True)


def _by_month(group: Group, words: Words) -> str:
    return words.wording.month(group.day) if group.day else _by_group(group, words)


def _by_year(group: Group, words: Words) -> str:
    return str(group.day.year) if group.day else _by_group(group, words)


def zones(clock: Clock, words: Words) -> str:
    """Say on which clock the axis stands, where claims are read in several."""
    if not clock.mixed:
        return ""
    if clock.zone is None:
        return words.text("strip.several-zones")
    return words.text("strip.one-zone", zone=zone_words(words.wording, clock.zone))


def key(
    seen: Mapping[str, Collection[str]], words: Words, *, zone: str = "", unit: str = "", top: int = 0
) -> Markup:
    """Explain the marks that occur.

    Args:
        seen: What occurs, as in `timeline.drawings.overview.Overview`, with the widths at which it does.
        words: Of the timeline.
        zone: Words on the clock that the axis stands on.
        unit: What a column stands for.
        top: The highest column.
    """
    bar = Markup('<path class="tl-chart__bar" d="M0 4.5h28v5H0z"/>')
    box = Markup('<rect class="tl-chart__box" x=".5" y=".5" width="47" height="13" rx="3"/>')
    tail = Markup('<path class="tl-chart__tail" d="M11 7H2M5 4 2 7l3 3"/>')
    line = Markup('<path class="tl-chart__dispute" d="M1 12C1 4 23 10 23 2"/>')
    strike = Markup('<path class="tl-chart__strike" d="M1.7 7h13.6"/>')
    columns = Markup('<path class="tl-chart__column" d="M0 14V7h5v7zM6 14V2h5v12zM12 14V9h5v5z"/>')
    disc = Markup('<circle class="tl-chart__disc" cx="7" cy="7" r="4.5"/>')
    samples = {
        "time": (14, _dot(filled=True), words.text("key.time")),
        "exact": (14, _dot(filled=True), words.text("key.exact")),
        "part": (28, bar + _dot(14), words.text("key.part")),
        "box": (48, box + _dot(10) + _dot(24), words.text("key.box")),
        "up-to": (24, tail + _dot(17), words.text("key.up-to")),
        "withdrawn": (17, _dot(8.5) + strike, words.text("key.withdrawn")),
        "column": (17, columns, words.text(f"key.column-{unit or 'day'}", top=words.number(top))),
        "elsewhere": (14, _dot(), words.text("key.elsewhere")),
        "row": (14, disc, words.text("key.row")),
        "disputes": (24, line, words.text("key.disputes")),
        "on-demand": (24, line, words.text("key.on-demand")),
    }
    items = Markup("").join(
        Markup(
            '<li{3}><svg width="{0}" height="14" viewBox="0 0 {0} 14" aria-hidden="true">{1}</svg> {2}</li>'
        ).format(width, drawing, said, _widths(seen[name]))
        for name, (width, drawing, said) in samples.items()
        if name in seen
    )
    if zone:
        items += Markup("<li>{}</li>").format(zone)
    return Markup('<ul class="tl-strip__key">{}</ul>').format(items)


def _widths(names: Collection[str]) -> Markup:
    """Say at which widths an entry of the key is needed, where not at all of them."""
    if len(names) == _ALL:
        return Markup("")
    return Markup(' class="{}"').format(" ".join(f"tl-in-{name}" for name in names))


def _dot(x: float = 7, *, filled: bool = False) -> Markup:
    return marks.outline(1, x, 7, 4.6, 'fill="currentColor"' if filled else 'class="tl-hollow"')
