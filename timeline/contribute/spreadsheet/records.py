"""Rows -> records as plain data, each of which knows the row that it is from.

What enters: a table, the meaning of its columns, and the records on file. What leaves: the new records by the path of their file,
and findings by row and column. What it refuses: a row without a claim or without a source, a cell that holds a fault of the
program that made the sheet. Whatever else is wrong with a row, the checks find in the record made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from timeline.catalogue import folded
from timeline.codes import spreadsheets as codes
from timeline.contribute.naming import id_from
from timeline.contribute.spreadsheet.columns import Columns
from timeline.contribute.spreadsheet.dates import DateFault, moment, period, with_order
from timeline.contribute.spreadsheet.left_over import left_over
from timeline.contribute.spreadsheet.made import Made
from timeline.contribute.spreadsheet.numbers import decimal, figure, position
from timeline.contribute.spreadsheet.table import EMPTY, Cell, Row, Table, letters, spelling
from timeline.contribute.writing import Data
from timeline.diagnostics import Diagnostic
from timeline.ids import looks_like_id
from timeline.model import Timeline

UNSTATED = "unstated"

_SOURCE_FIELDS = {
    "source_url": "url",
    "source_published": "published",
    "source_author": "author",
    "source_publisher": "publisher",
    "source_language": "language",
    "archive_url": "archive_url",
}
"""Meaning of a column -> field of a source."""

FIELDS = {"topic": "about", "locator": "source", "excerpt": "source"}
FIELDS |= dict.fromkeys(_SOURCE_FIELDS, "source")
FIELDS |= dict.fromkeys(("reading", "basis", "time", "year", "month", "day"), "date")
FIELDS |= dict.fromkeys(("end_date", "end_time", "end_year", "end_month", "end_day"), "date")
"""Meaning of a column -> field of the claim, where it is another."""


def records_of(
    table: Table,
    columns: Columns,
    timeline: Timeline,
    taken: Mapping[str, set[str]],
    on_file: Mapping[str, Data],
) -> Made:
    """Make a record of every row.

    Args:
        table: The sheet.
        columns: What its columns mean.
        timeline: The records on file, whose names and addresses are known again.
        taken: The ids of each folder that are no longer free; new ones are added.
        on_file: The records on file as they are written, by path.
    """
    maker = _Maker(table, columns, timeline, taken, on_file)
    for row in table.rows:
        maker.take(row)
    return maker.made


class _Maker:
    """One run over the rows."""

    def __init__(
        self,
        table: Table,
        columns: Columns,
        timeline: Timeline,
        taken: Mapping[str, set[str]],
        on_file: Mapping[str, Data],
    ) -> None:
        self.table = table
        self.columns = columns
        self.taken = taken
        self.made = Made()
        self.sources = _by_name(
            [
                (source.id, [source.title, source.url])
                for source in timeline.sources.values()
                if not source.inline
            ]
        )
        self.speakers = _by_name(
            [
                (each.id, [each.name, *(n.name for n in each.names)])
                for each in timeline.speakers.values()
                if not each.inline
            ]
        )
        self.places = _by_name(
            [
                (each.id, [each.name, *(n.name for n in each.names)])
                for each in timeline.places.values()
                if not each.inline
            ]
        )
        self.narratives = _by_name(
            [(each.id, [each.label, each.short]) for each in timeline.narratives.values()]
        )
        self.ids = {
            "sources": set(timeline.sources),
            "speakers": set(timeline.speakers),
            "places": set(timeline.places),
        }
        self.lanes: dict[str, str] = {}
        """Speaker, by name or id -> lane: that on file, or that of the first row that gives one."""

        for each in timeline.speakers.values():
            if not each.inline:
                self.lanes[each.id] = each.narrative or ""

        self.others: dict[str, list[Data]] = {}
        """Id -> the records that have it, of all folders but that of the claims."""

        self.events = {PurePosixPath(path).stem for path in on_file if path.startswith("content/events/")}
        for path, data in on_file.items():
            if not path.startswith("content/events/"):
                self.others.setdefault(PurePosixPath(path).stem, []).append(data)

    def take(self, row: Row) -> None:
        """Make the records of one row, or say why there are none."""
        found: list[Diagnostic] = []
        self.refuse_faults(row, found)
        claim = self.text(row, "claim") or self.text(row, "title")
        if not claim:
            words = f"row {row.number} has no claim"
            found.append(codes.NO_CLAIM.at(self.table.place(row.number), words, hint=self.no_claim_hint()))
        date = self.date(row, found)
        source = self.source(row, found)
        place = self.place(row, found)
        self.made.findings += found
        if found:
            self.made.left_out += 1
            return
        title = self.text(row, "title")
        by = self.names(row, "by")
        data: dict[str, Data] = {
            "title": " ".join(title.split()) if title and title != claim else "",
            "date": date,
            "said": self.text(row, "said"),
            "place": place,
            "claim": claim,
            "kind": self.text(row, "kind").lower(),
            "by": _one_or_more([self.speaker(row, name) for name in by]),
            "via": _one_or_more(self.names(row, "via")),
            "narrative": "" if by else self.lane(row),
            "about": _one_or_more(self.names(row, "topic")),
            "quote": self.text(row, "quote"),
            "figures": self.figures(row),
            "source": source,
            "tags": _one_or_more(list(dict.fromkeys(self.listed(row, "tags")))),
        }
        for speaker in data["by"] if isinstance(data["by"], list) else [data["by"]]:
            self.join_lane(row, str(speaker), data)
        data["note"] = self.note(row, data)
        self.add("events", self.text(row, "id"), title or claim, data, row)

    def no_claim_hint(self) -> str:
        if self.columns.of("claim") is None and self.columns.of("title") is None:
            texts = [
                name
                for name in self.table.header
                if spelling(name) in {"note", "notes", "comment", "remarks"}
            ]
            return f'no column holds claims yet; say which does: `--column "{(*texts, self.table.header[0])[0]}=claim"`'
        return "fill it in, or delete the row"

    # -- cells -----------------------------------------------------------------------------------------------------

    def cell(self, row: Row, meaning: str) -> Cell:
        """Give the cell of a meaning, or what holds for all rows."""
        column = self.columns.of(meaning)
        found = row[column] if column is not None else EMPTY
        return found if found.text else Cell(self.columns.constants.get(meaning, ""))

    def text(self, row: Row, meaning: str) -> str:
        return self.cell(row, meaning).text

    def names(self, row: Row, meaning: str) -> list[str]:
        """Part a cell that names several; commas stand in names, semicolons do not."""
        parts = re.split(r"\s*[;\n]\s*", self.text(row, meaning))
        return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))

    def listed(self, row: Row, meaning: str) -> Iterator[str]:
        """Part every cell of keywords, of which commas are no part."""
        for column in self.columns.all_of(meaning):
            for part in re.split(r"[;,\n]", row[column].text):
                if part.strip():
                    yield " ".join(part.split())
        if constant := self.columns.constants.get(meaning):
            yield constant

    def refuse_faults(self, row: Row, found: list[Diagnostic]) -> None:
        """Refuse cells that hold a fault, and cells beyond the last column."""
        for number, cell in enumerate(row.cells):
            if number >= len(self.table.header):
                if cell.text:
                    words = f"row {row.number} has more cells than the table has columns: `{cell.text[:60]}`"
                    found.append(codes.TOO_MANY_CELLS.at(self.table.place(row.number, number), words))
            elif cell.kind == "fault" and self.columns.meanings[number] != "ignore":
                words = f"row {row.number}, {self.named(number)}: {cell.text}"
                found.append(codes.FAULTY_CELL.at(self.table.place(row.number, number), words))

    def named(self, column: int) -> str:
        name = self.table.header[column]
        return f"column {letters(column)}" + (f" ({name})" if name != letters(column) else "")

    # -- fields ----------------------------------------------------------------------------------------------------

    def date(self, row: Row, found: list[Diagnostic]) -> Data:
        """Give the date of a row; `unstated` where its cells are empty."""
        first, last = (
            [self.cell(row, f"{prefix}{name}") for name in ("date", "time", "year", "month", "day")]
            for prefix in ("", "end_")
        )
        try:
            begins = moment(*first)
            if not any(cell.text for cell in (*last[:1], *last[2:])) and last[1].text and begins:
                last[0] = Cell(begins.partition("T")[0])  # an end that is only a time is one of the same day
            phrase = period(begins, moment(*last))
        except DateFault as fault:
            column = next(
                (
                    self.columns.of(name)
                    for name in ("date", "year", "time")
                    if self.columns.of(name) is not None
                ),
                0,
            )
            words = f"row {row.number}: {fault}"
            found.append(codes.NO_DATE.at(self.table.place(row.number, column or 0), words, hint=fault.hint))
            return ""
        reading, basis = self.text(row, "reading"), self.text(row, "basis")
        if phrase and reading:
            return {"phrase": phrase, "reading": reading, **({"basis": basis} if basis else {})}
        return with_order(phrase, self.columns.numeric_dates) if phrase else UNSTATED

    def source(self, row: Row, found: list[Diagnostic]) -> Data:
        """Give what a row cites: a record on file, a new one, or its words."""
        title, url = self.text(row, "source"), self.text(row, "source_url")
        if title.startswith(("https://", "http://")) and not url:
            title, url = "", title
        own = {name: self.text(row, meaning) for meaning, name in _SOURCE_FIELDS.items()} | {"url": url}
        where = {name: self.text(row, name) for name in ("locator", "excerpt") if self.text(row, name)}
        if not title and not url:
            words = f"row {row.number} names no source"
            hint = "fill one in, or give one for all rows with `--constant source=...`"
            column = self.columns.of("source") or self.columns.of("source_url") or 0
            found.append(codes.NO_SOURCE.at(self.table.place(row.number, column), words, hint=hint))
            return ""
        if title in self.ids["sources"]:
            name = title
        else:
            name = self.sources.get(folded(url) if url else folded(title)) or self.new_source(row, title, own)
        return {"id": name, **where} if where else name

    def new_source(self, row: Row, title: str, own: Mapping[str, str]) -> str:
        """Make a source, once for all rows that name it; text alone stays text, which is a source by itself."""
        given = {name: text for name, text in own.items() if text}
        if title and not given:
            return title
        name = self.add(
            "sources",
            "",
            title or own["url"].partition("://")[2],
            {"title": title or own["url"], **given},
            row,
        )
        self.sources[folded(own["url"] or title)] = name
        return name

    def place(self, row: Row, found: list[Diagnostic]) -> Data:
        """Give the places of a row; one with coordinates gets a record."""
        names = self.names(row, "place")
        latitude, longitude = self.text(row, "latitude"), self.text(row, "longitude")
        if not names and latitude and longitude:
            names = [f"{latitude}, {longitude}"]
        if not names:
            return UNSTATED
        if len(names) == 1 and latitude and longitude:
            return self.place_at(row, names[0], (latitude, longitude), found)
        return _one_or_more([self.places.get(folded(name), name) for name in names])

    def place_at(self, row: Row, name: str, coordinates: tuple[str, str], found: list[Diagnostic]) -> str:
        """Make a place with coordinates, once; other coordinates of the same name are a finding."""
        known = name if name in self.ids["places"] else self.places.get(folded(name))
        latitude, longitude = coordinates
        at: dict[str, Data] = {"name": name, "latitude": decimal(latitude), "longitude": decimal(longitude)}
        if exactness := self.text(row, "exactness").lower():
            at["exactness"] = exactness
        if known is None:
            known = self.add("places", "", name, at, row)
            self.places[folded(name)] = known
            return known
        before = self.made.records.get(f"content/places/{known}.yml")
        if before is not None and before != at:
            words = (
                f"row {row.number}: “{name}” is at {position(at, before)} here, and at {position(before, at)} "
                f"in row {self.made.rows[f'content/places/{known}.yml']}"
            )
            column = self.columns.of("latitude") or 0
            found.append(codes.TWO_PLACES.at(self.table.place(row.number, column), words))
        return known

    def speaker(self, row: Row, name: str) -> str:
        """Give the speaker on file, or the name; one with a lane gets a record."""
        if name in self.ids["speakers"]:
            return name
        known = self.speakers.get(folded(name))
        lane = self.lane(row)
        if known is None and lane:
            known = self.add("speakers", "", name, {"name": name, "narrative": lane}, row)
            self.speakers[folded(name)] = known
            self.lanes[known] = lane
        return known or name

    def join_lane(self, row: Row, speaker: str, data: dict[str, Data]) -> None:
        """Keep a lane that is not the speaker's own with the claim."""
        lane = self.lane(row)
        if lane and self.lanes.get(speaker, lane) != lane:
            data["narrative"] = lane

    def lane(self, row: Row) -> str:
        """Give the id of a row's lane, made if need be."""
        label = " ".join(self.text(row, "narrative").split())
        if not label:
            return ""
        if label in self.narratives.values():
            return label
        if folded(label) not in self.narratives:
            self.narratives[folded(label)] = self.add("narratives", "", label, {"label": label}, row)
        return self.narratives[folded(label)]

    def figures(self, row: Row) -> Data:
        """Give the numbers of a row, each under the name of its column."""
        found = {column: figure(row[column].text) for column in self.columns.all_of("figure")}
        return {self.table.header[column]: data for column, data in found.items() if data is not None}

    def note(self, row: Row, claim: Mapping[str, Data]) -> str:
        """Keep what has no field of its own, or that no field took, under the name of its column."""
        columns = {*self.columns.all_of("note"), *left_over(row, self.columns, claim, self.others)}
        columns.update(column for column in self.columns.all_of("figure") if figure(row[column].text) is None)
        wanted, column = self.text(row, "id"), self.columns.of("id")
        free = wanted in self.events or wanted not in self.taken["events"]
        if column is not None and not (looks_like_id(wanted) and free):
            columns.add(column)
        lines = []
        for column in sorted(columns):
            if words := row[column].text:
                is_note = self.table.header[column].casefold() in {"note", "notes"}
                lines.append(words if is_note else f"{self.table.header[column]}: {words}")
        if constant := self.columns.constants.get("note"):
            lines.append(constant)
        return "\n".join(lines)

    # -- records ---------------------------------------------------------------------------------------------------

    def add(self, folder: str, wanted: str, words: str, data: Mapping[str, Data], row: Row) -> str:
        """Keep a record under an id that is free, and give the id."""
        free = looks_like_id(wanted) and wanted not in self.taken[folder]
        name = wanted if free else id_from(wanted or words, self.taken[folder], kind=folder.removesuffix("s"))
        self.taken[folder].add(name)
        path = f"content/{folder}/{name}.yml"
        self.made.records[path] = {key: value for key, value in data.items() if value not in ("", [], {})}
        self.made.rows[path] = row.number
        if folder != "events":
            self.others.setdefault(name, []).append(self.made.records[path])
        return name


def _by_name(records: list[tuple[str, list[str | None]]]) -> dict[str, str]:
    """Index records by their names, without those that two of them have."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for record_id, names in records:
        for name in {folded(name) for name in names if name}:
            if found.get(name, record_id) != record_id:
                twice.add(name)
            found[name] = record_id
    return {name: record_id for name, record_id in found.items() if name not in twice}


def _one_or_more(values: list[str]) -> Data:
    return values[0] if len(values) == 1 else values or ""
