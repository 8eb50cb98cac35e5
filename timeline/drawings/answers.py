"""The answers to one topic as a chart: rows are answers, columns are days, marks are claims with their speakers beside them.

Enters: a topic's view, and who speaks in each claim. Leaves: an `Answers`, or `None` where nothing can be set side by
side: no coded answers, or answers over more stretches of time than a page has room for. Rows follow the order in which each answer was
first recorded. Columns are the days on which answers stand; where they are many, months or years: a place inside a column means
nothing. A dispute is a bracket with the sign on it, a clarification or retraction an arrow; brackets that would run through other claims are
left out and counted, since every claim says itself what it disputes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from timeline.align import Aligned, AnswerView, Kind, TopicView, Verb
from timeline.drawings import marks
from timeline.drawings.curves import sampled
from timeline.drawings.mirror import mirrored
from timeline.drawings.values import Curve, Drawing, Frame, Line, Mark, Part, Point, Role, Sign, Text
from timeline.drawings.words import Words, fitting

MOST_COLUMNS = 6
"""Columns at most; more days are gathered into months, then years, then decades."""

MOST_IN_CELL = 6
"""Lines of a cell at most; the last one then counts the rest."""

MOST_BRACKETS = 4
"""Disputes up to which all are drawn."""

_HEAD = 32.0
_LINE = 27.0
"""Height of a line of a cell: a mark and its speaker."""

_PADDING = 11.0
_PITCH = 19.0
"""Between two marks of one speaker."""

_RADIUS = 5.6
_INSET = 24.0
"""Between the edge of a column and its first mark."""

_CHANNEL = 30.0
"""Between two brackets that run down side by side."""

_LETTER = 6.9
"""How wide a letter of a speaker's name is, at 14.5 px."""

_SEEN_LETTER = 6.6
"""The same as it is on most screens: where a bracket may begin."""

_MORE = 18.0
"""Height of a second line of words."""

_ANSWER_LETTER = 8.6
_ANSWER_LINE = 23.0
_DISC = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The chart of a topic."""

    drawing: Drawing
    unit: str
    """What a column is: `day`, `month`, `year` or `decade`. A day that nobody's answer stands under has none."""

    left_out: int
    """Disputes and clarifications between these claims that are not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the chart says of each claim.

    Args:
        head: Words above the answers.
        labels: By answer: its words.
        speakers: By claim: who speaks.
        remarks: By claim: what stands behind the speaker, such as "by 21 May" or "inferred"; may be left out.
        times: Words for a speaker who gives an answer more than once, by their number: "twice".
        nobody: Words for an answer that nobody gave.
        more: Words for claims that a cell has no room for, by their number.
    """

    head: str
    labels: Mapping[str, str]
    speakers: Mapping[str, str]
    remarks: Mapping[str, str]
    times: Mapping[int, str]
    nobody: str
    more: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a cell: claims of one lane in which the same speaker says the same."""

    lane: str
    words: tuple[str, ...]
    """One line, or two."""

    claims: tuple[str, ...]

    @property
    def height(self) -> float:
        """Of its line or lines."""
        return _LINE + (len(self.words) - 1) * _MORE


@dataclass(slots=True)
class _Spot:
    """Where an entry stands."""

    column: int
    row: int
    y: float
    left: float
    """Of its first mark."""

    right: float
    """Of its first line of words."""

    bottom: float
    """Of its words."""


def answers(
    topic: TopicView, aligned: Aligned, telling: Telling, words: Words, frame: Frame
) -> Answers | None:
    """Draw the answers to a topic; `None` where there are none or they span too much.

    Args:
        topic: The topic.
        aligned: The timeline that it stands in.
        telling: What is said of each claim.
        words: Of the timeline.
        frame: The width to draw for, and the room of the answers in it.
    """
    given = [claim for answer in topic.answers for claim in _given(answer)]
    if not given:
        return None
    found = _columns(dict.fromkeys(given), aligned)
    if found is None:
        return None
    unit, columns = found
    chart = _Chart(topic, aligned, telling, columns, frame)
    heads = [fitting(_heads(key, unit, words), chart.column - 20) or key for key in columns.heads]
    drawing = chart.drawn(heads)
    return Answers(
        drawing=mirrored(drawing) if frame.mirrored else drawing,
        unit=unit,
        left_out=chart.left_out,
    )


def _given(answer: AnswerView) -> tuple[str, ...]:
    """List the claims that give an answer, those that the editor inferred behind the others."""
    return (*answer.claims, *answer.inferred)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Stretches of time, in their order, and which one each claim stands in."""

    heads: tuple[str, ...]
    """A day as in ISO 8601 or the start of one, the key of a group, or `undated`."""

    of: Mapping[str, int]


_UNITS = ("day", "month", "year", "decade")


def _columns(claims: Mapping[str, None], aligned: Aligned) -> tuple[str, _Columns] | None:
    """Choose the finest stretches of time of which there are not too many."""
    order = {group.key: place for place, group in enumerate(aligned.groups)}
    groups = {claim: aligned.groups[order[aligned.placed[claim].group]] for claim in claims}
    for unit in _UNITS:
        keys: dict[str, int] = {}
        of: dict[str, str] = {}
        for claim, group in groups.items():
            of[claim] = _key(group.day, group.key, unit)
            keys[of[claim]] = min(keys.get(of[claim], len(order)), order[group.key])
        if len(keys) <= MOST_COLUMNS:
            heads = tuple(sorted(keys, key=lambda key: keys[key]))
            return unit, _Columns(heads, {claim: heads.index(key) for claim, key in of.items()})
    return None


def _key(day: date | None, group: str, unit: str) -> str:
    if day is None:
        return "undated"
    return {
        "day": group,
        "month": f"{day:%Y-%m}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10 * 10:04}s",
    }[unit]


def _heads(key: str, unit: str, words: Words) -> tuple[str, ...]:
    """Name a column, fullest first."""
    if key == "undated":
        return (words.text("strip.undated"), words.text("chart.undated"))
    if unit == "decade":
        return (words.text("date.decade", year=key.removesuffix("s")), key)
    if unit == "year":
        return (key,)
    if unit == "month":
        return words.month_heads(datetime.fromisoformat(f"{key}-01"))
    if key in words.periods:
        named = words.wording.capital(words.periods[key])
        return (named, key)
    return words.day_heads(datetime.fromisoformat(key), years=words.years)


class _Chart:
    """Lays out one chart."""

    def __init__(
        self,
        topic: TopicView,
        aligned: Aligned,
        telling: Telling,
        columns: _Columns,
        frame: Frame,
    ) -> None:
        """Fill the cells, and give each row the height that its fullest cell needs."""
        self.aligned, self.telling, self.columns = aligned, telling, columns
        self.width, self.names = frame.width, frame.names
        self.column = (frame.width - frame.names) / len(columns.heads)
        self.slots = {lane.id: lane.slot for lane in aligned.lanes}
        # Only the days of these claims are looked at: charts are drawn by the hundred, and days are many.
        days = {aligned.placed[claim].group for answer in topic.answers for claim in _given(answer)}
        self.lanes = {
            claim: cell.lane
            for group in aligned.groups
            if group.key in days
            for row in group.rows
            for cell in row.cells
            for claim in cell.claims
        }
        self.spots: dict[str, _Spot] = {}
        self.bottoms: list[float] = []
        self.left_out = 0
        # Which lines dispute one another decides how much room is left for their words.
        self.channels = 0.0
        self.rows = [(answer, self._cells(answer)) for answer in topic.answers]
        self._room_for_brackets()
        self.rows = [(answer, self._cells(answer)) for answer in topic.answers]

    def _cells(self, answer: AnswerView) -> list[list[_Entry]]:
        """Share the claims that give an answer among the columns, those of one speaker in one line."""
        cells: list[dict[tuple[str, str, str], list[str]]] = [{} for _ in self.columns.heads]
        for claim in _given(answer):
            key = (
                self.lanes[claim],
                self.telling.speakers.get(claim, ""),
                self.telling.remarks.get(claim, ""),
            )
            cells[self.columns.of[claim]].setdefault(key, []).append(claim)
        return [
            [self._entry(lane, who, remark, claims) for (lane, who, remark), claims in cell.items()]
            for cell in cells
        ]

    def _entry(self, lane: str, who: str, remark: str, claims: Sequence[str]) -> _Entry:
        times = self.telling.times.get(len(claims), "") if len(claims) > 1 else ""
        said = ", ".join(filter(None, [who, times]))
        drawn = len(self._drawn(claims))
        room = self.column - _INSET - self.channels - (drawn - 1) * _PITCH - 15 - 8
        lines = _wrapped(f"{said} ({remark})" if remark else said, int(room / _LETTER), most=2)
        return _Entry(lane, tuple(lines), tuple(claims))

    def _drawn(self, claims: Sequence[str]) -> Sequence[str]:
        """Give as many claims of one line as there is room for their marks."""
        return claims[: max(int((self.column / 3) / _PITCH), 1)]

    def drawn(self, heads: Sequence[str]) -> Drawing:
        """Draw the chart under the heads of its columns."""
        y = _HEAD
        lines = [Line(points=((0, y), (self.width, y)), role=Role.GRID)]
        texts = [Text(x=0, y=_HEAD - 11, text=self.telling.head, role=Role.LABEL)]
        parts: list[Part] = []
        for row, (answer, cells) in enumerate(self.rows):
            name = _wrapped(
                self.telling.labels.get(answer.answer, answer.answer),
                int((self.names - 24) / _ANSWER_LETTER),
                most=4,
            )
            deepest = max(sum(entry.height for entry in _shown(cell)) + _rest(cell) for cell in cells)
            height = max(deepest, len(name) * _ANSWER_LINE, _LINE) + 2 * _PADDING
            first = y + height / 2 - (len(name) - 1) * _ANSWER_LINE / 2 + 6
            texts += [
                Text(x=0, y=first + index * _ANSWER_LINE, text=line, role=Role.ANSWER)
                for index, line in enumerate(name)
            ]
            if not any(cells):
                texts.append(
                    Text(
                        x=self.names + _INSET - _RADIUS,
                        y=y + height / 2 + 4.5,
                        text=self.telling.nobody,
                        role=Role.NOTE,
                    )
                )
            for column, cell in enumerate(cells):
                parts += self._cell(cell, column, row, y + height / 2)
            y += height
            self.bottoms.append(y)
            lines.append(Line(points=((0, y), (self.width, y)), role=Role.GRID))
        for column, head in enumerate(heads):
            x = self.names + column * self.column
            lines.append(Line(points=((x, _HEAD - 26), (x, y)), role=Role.BORDER))
            texts.append(Text(x=x + 10, y=_HEAD - 11, text=head, role=Role.HEAD))
        lines.append(Line(points=((self.width, _HEAD - 26), (self.width, y)), role=Role.BORDER))
        back = Part(lines=tuple(lines), texts=tuple(texts))
        return Drawing(width=self.width, height=y + 1, parts=(back, self._relations(), *parts))

    def _cell(self, cell: Sequence[_Entry], column: int, row: int, middle: float) -> list[Part]:
        """Draw the claims of one answer in one column, one line for each speaker."""
        shown = _shown(cell)
        y = middle - (sum(entry.height for entry in shown) + _rest(cell)) / 2 + _LINE / 2
        left = self.names + column * self.column + _INSET
        parts = []
        for entry in shown:
            drawn = self._drawn(entry.claims)
            places = [left + place * _PITCH for place in range(len(drawn))]
            x = places[-1] + 15
            for claim in entry.claims:
                self.spots[claim] = _Spot(
                    column,
                    row,
                    y,
                    left,
                    x + len(entry.words[0]) * _SEEN_LETTER,
                    y + 9 + (len(entry.words) - 1) * _MORE,
                )
            parts.append(
                Part(
                    slot=self.slots[entry.lane],
                    lane=entry.lane,
                    marks=tuple(
                        self._mark(claim, place, y) for claim, place in zip(drawn, places, strict=True)
                    ),
                    texts=tuple(
                        Text(x=x, y=y + 5 + index * _MORE, text=said, role=Role.WORDS, claims=entry.claims)
                        for index, said in enumerate(entry.words)
                    ),
                )
            )
            y += entry.height
        if len(shown) < len(cell):
            rest = sum(len(entry.claims) for entry in cell[len(shown) :])
            note = self.telling.more.get(rest, str(rest))
            parts.append(Part(texts=(Text(x=left - _RADIUS, y=y + 4.5, text=note, role=Role.NOTE),)))
        return parts

    def _mark(self, claim: str, x: float, y: float) -> Mark:
        return Mark(
            x=x,
            y=y,
            radius=_RADIUS,
            claims=(claim,),
            filled=self.aligned.placed[claim].kind is Kind.TIME,
            withdrawn=claim in self.aligned.withdrawn,
        )

    def _pairs(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """List the disputes, and the clarifications and retractions, between claims of the chart; one for a line and a line."""
        entries = {
            claim: (row, column, place)
            for row, (_, cells) in enumerate(self.rows)
            for column, cell in enumerate(cells)
            for place, entry in enumerate(cell)
            for claim in entry.claims
        }
        disputes: dict[frozenset[tuple[int, int, int]], tuple[str, str]] = {}
        for one, other in self.aligned.disputes:
            if one in entries and other in entries and entries[one] != entries[other]:
                disputes.setdefault(frozenset({entries[one], entries[other]}), (one, other))
        changes: dict[tuple[tuple[int, int, int], tuple[int, int, int]], tuple[str, str]] = {}
        for claim, entry in entries.items():
            for link in self.aligned.relations.get(claim, ()):
                to = entries.get(link.other)
                if link.verb in {Verb.CLARIFIES, Verb.RETRACTS} and to is not None and to != entry:
                    changes.setdefault((entry, to), (claim, link.other))
        return list(disputes.values()), list(changes.values())

    def _room_for_brackets(self) -> None:
        """Keep room free at the end of each column for the brackets that run down in it."""
        disputes, changes = self._pairs()
        if len(disputes) > MOST_BRACKETS:
            self.left_out += len(disputes)
            disputes = []
        self.disputes, self.changes = disputes, changes
        columns = [min(self.columns.of[one], self.columns.of[other]) for one, other in disputes]
        most = max((columns.count(column) for column in columns), default=0)
        self.channels = 12 + most * _CHANNEL

    def _relations(self) -> Part:
        """Draw brackets and arrows; one that would run through other claims is left out."""
        lines: list[Line] = []
        curves: list[Curve] = []
        signs: list[Sign] = []
        used: dict[int, int] = {}
        for one, other in self.disputes:
            bracket = self._bracket(one, other, used)
            if bracket is None:
                self.left_out += 1
                continue
            lines.append(Line(points=bracket, role=Role.DISPUTE))
            (x, top), (_, bottom) = bracket[1], bracket[2]
            signs.append(Sign(x=x, y=(top + bottom) / 2, kind=marks.DISPUTES, radius=_DISC))
        for one, other in self.changes:
            arrow = self._arrow(one, other)
            if arrow is None:
                self.left_out += 1
                continue
            curves.append(Curve(points=arrow, role=Role.ARROW, claims=(one, other)))
            lines.append(_head(arrow))
        return Part(lines=tuple(lines), curves=tuple(curves), signs=tuple(signs))

    def _shown(self, one: str, other: str) -> tuple[_Spot, _Spot] | None:
        first, second = self.spots.get(one), self.spots.get(other)
        return (first, second) if first and second else None

    def _bracket(self, one: str, other: str, used: dict[int, int]) -> tuple[Point, ...] | None:
        """Lead a bracket from one line to the other, down the end of the column of the earlier one."""
        found = self._shown(one, other)
        if found is None:
            return None
        first, second = sorted(found, key=lambda spot: (spot.column, spot.y))
        place = used.get(first.column, 0)
        used[first.column] = place + 1
        end = self.names + (first.column + 1) * self.column
        x = end - 12 - _DISC - place * _CHANNEL
        reach = second.right + 8 if second.column == first.column else second.left - 14
        if second.column > first.column + 1 and self._crowded(second, range(first.column + 1, second.column)):
            return None
        return ((first.right + 8, first.y), (x, first.y), (x, second.y), (reach, second.y))

    def _crowded(self, spot: _Spot, columns: range) -> bool:
        """Tell whether a level stroke to a line would run through other lines."""
        return any(
            other.column in columns and abs(other.y - spot.y) < _LINE / 2 for other in self.spots.values()
        )

    def _arrow(self, one: str, other: str) -> tuple[Point, Point, Point, Point] | None:
        """Lead an arrow from the claim that clarifies to the end of the line that it clarifies."""
        found = self._shown(one, other)
        if found is None:
            return None
        start, end = found
        if start.column < end.column:
            return None
        target = (end.right + 10, end.y + 4)
        if start.column == end.column:
            out = max(start.right, end.right) + 46
            return ((start.right + 8, start.y), (out, start.y), (out, target[1]), target)
        below = max(start.y, end.y) + 14
        lowest = max(self.bottoms[start.row], self.bottoms[end.row]) - 2
        for level in (below, lowest):
            arrow = (
                (start.left - 8, start.y + 6),
                (start.left - 34, level),
                (end.right + 90, level),
                target,
            )
            if not self._covers(arrow, (start, end)):
                return arrow
        return None

    def _covers(self, arrow: tuple[Point, Point, Point, Point], own: tuple[_Spot, _Spot]) -> bool:
        """Tell whether a curve runs through the words or marks of other lines."""
        path = sampled(arrow, 40)
        return any(
            spot.left - 9 < x < spot.right and spot.y - 9 < y < spot.bottom
            for spot in self.spots.values()
            if (spot.column, spot.y) not in {(one.column, one.y) for one in own}
            for x, y in path
        )


def _shown(cell: Sequence[_Entry]) -> Sequence[_Entry]:
    """Give the lines of a cell that there is room for."""
    return cell if len(cell) <= MOST_IN_CELL else cell[: MOST_IN_CELL - 1]


def _rest(cell: Sequence[_Entry]) -> float:
    """Give the height of the line that counts the rest of a cell."""
    return _LINE if len(cell) > MOST_IN_CELL else 0


def _head(arrow: tuple[Point, Point, Point, Point]) -> Line:
    """Draw the two strokes of an arrow's head, along the direction in which it arrives."""
    (x1, y1), (x2, y2) = arrow[2], arrow[3]
    angle = math.atan2(y2 - y1, x2 - x1)
    wings = [(x2 - 8 * math.cos(angle + turn), y2 - 8 * math.sin(angle + turn)) for turn in (0.45, -0.45)]
    return Line(points=(wings[0], (x2, y2), wings[1]), role=Role.ARROW)


def _wrapped(text: str, letters: int, *, most: int) -> list[str]:
    """Break words into lines of at most so many letters; the last one is cut where they do not fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= letters or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] = f"{shown[-1]}…"
    return [_cut(line, letters + 2) for line in shown]


def _cut(text: str, letters: int) -> str:
    """Cut words that are too long."""
    return text if len(text) <= letters else text[: max(letters - 1, 1)].rstrip() + "…"
