"""CSV files, one for each kind of record: RFC 4180 with a header line.

Decided for the program that most people open them with, a spreadsheet: UTF-8 begins with its mark (BOM), without which
Excel reads Cyrillic as gibberish; text that could be a formula has an apostrophe in front (`timeline.escapes.cell`);
numbers and dates of machines are written bare. A list of ids is written with `|` between them, any other list as JSON.
Null is an empty cell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline.escapes import cell
from timeline.exports.claim_fields import FIGURE, RELATION
from timeline.exports.columns import CLAIM_COLUMNS, Column, claim_row, columns, flat
from timeline.exports.edition import STATED, edition_of
from timeline.exports.fields import ID, write
from timeline.exports.registry_fields import NARRATIVE, PLACE, SOURCE, SPEAKER, TOPIC
from timeline.exports.writing import Json
from timeline.model import Record, Timeline

Kept = TypeVar("Kept", bound=Record)

BETWEEN_IDS = "|"
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Json], ...]

    def csv(self) -> bytes:
        """Write it."""
        written = io.StringIO(newline="")
        write_row = csv.writer(written, lineterminator="\r\n").writerow
        write_row([column.name for column in self.columns])
        for row in self.rows:
            write_row([in_cell(column, row.get(column.name)) for column in self.columns])
        return (BOM + written.getvalue()).encode()


CLAIM_ID = Column("claim", "Id of the claim.", ID)


def tables(timeline: Timeline) -> tuple[Table, ...]:
    """Make all tables of a timeline."""
    stated = write(STATED, edition_of(timeline))
    events = [timeline.events[event] for event in sorted(timeline.events)]
    claims = [claim_row(event) for event in events]

    def table(name: str, own: Sequence[Column], rows: Iterable[Mapping[str, Json]]) -> Table:
        return Table(name, (*own, *columns(STATED)), tuple({**flat(row), **stated} for row in rows))

    return (
        table("claims", CLAIM_COLUMNS, claims),
        table(
            "relations",
            (CLAIM_ID, *columns(RELATION)),
            ({"claim": event.id, **write(RELATION, one)} for event in events for one in event.relations),
        ),
        table(
            "figures",
            (CLAIM_ID, *columns(FIGURE)),
            ({"claim": event.id, **write(FIGURE, one)} for event in events for one in event.figures),
        ),
        table("sources", columns(SOURCE), (write(SOURCE, one) for one in by_id(timeline.sources))),
        table("speakers", columns(SPEAKER), (write(SPEAKER, one) for one in by_id(timeline.speakers))),
        table("places", columns(PLACE), (write(PLACE, one) for one in by_id(timeline.places))),
        table("topics", columns(TOPIC), (write(TOPIC, one) for one in by_id(timeline.topics))),
        table(
            "narratives",
            columns(NARRATIVE),
            (write(NARRATIVE, one) for one in timeline.narratives.values()),
        ),
    )


def by_id(records: Mapping[str, Kept]) -> list[Kept]:
    """Sort the records of a registry."""
    return [records[record] for record in sorted(records)]


def in_cell(column: Column, value: Json) -> str:
    """Write one value."""
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return json.dumps(value)
    if isinstance(value, list) and column.is_ids:
        return cell(BETWEEN_IDS.join(str(one) for one in value))
    if isinstance(value, list | dict):
        return cell(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return cell(value)
