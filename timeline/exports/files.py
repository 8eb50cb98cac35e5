"""Every data file of a timeline, with what the Data page and the package description say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.exports.columns import Column
from timeline.exports.edition import Edition, edition_of
from timeline.exports.feed import feed, in_feed
from timeline.exports.geojson import PROPERTIES, geojson
from timeline.exports.ical import calendar, in_calendar
from timeline.exports.json_schema import schema_document
from timeline.exports.package import package_document
from timeline.exports.tables import Table, tables
from timeline.exports.timeline_json import timeline_document
from timeline.exports.writing import as_json
from timeline.fields import RECORDS
from timeline.model import Timeline
from timeline.schema import json_schema

FOLDER = "data/"
"""Where the data files stand, relative to the site."""

DATA_FILE = f"{FOLDER}timeline.json"
"""The machine-readable timeline; a folder that holds it is a site of ours."""

SCHEMA_FILE = f"{FOLDER}timeline.schema.json"
"""The JSON Schema of `DATA_FILE`."""

FEED_FILE = f"{FOLDER}claims.atom"
CALENDAR_FILE = f"{FOLDER}claims.ics"
PACKAGE_FILE = f"{FOLDER}datapackage.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One data file."""

    path: str
    """Under the site."""

    format: str
    """What `export --format` calls it."""

    media_type: str
    title: str
    use: str
    """What it is and for whom, in a sentence or two."""

    content: bytes
    rows: int | None = None
    """How many records it holds; nothing for schemas."""

    unit: str = "claim"
    """What a record is, in the singular."""

    columns: tuple[Column, ...] = ()
    """Of a flat file."""

    @property
    def name(self) -> str:
        """Path within the folder of data files."""
        return self.path.removeprefix(FOLDER)


FORMATS: Mapping[str, str] = {
    "json": "everything, with its JSON Schema",
    "csv": "tables for spreadsheets, with a description of the package",
    "geojson": "claims on a map",
    "ics": "claims in a calendar",
    "atom": "a feed of new and changed claims",
    "schema": "JSON Schemas of the files that contributors write",
}
"""What `export --format` may choose."""

TABLE_USES: Mapping[str, tuple[str, str, str]] = {
    "claims": ("Claims", "claim", "One row for each claim, for spreadsheets and statistics."),
    "relations": (
        "Relations",
        "relation",
        "One row for each relation between two claims, as edges of a network.",
    ),
    "figures": ("Figures", "figure", "One row for each number that a claim gives."),
    "sources": ("Sources", "source", "One row for each document."),
    "speakers": ("Speakers", "speaker", "One row for each speaker."),
    "places": ("Places", "place", "One row for each place, with coordinates as exact as they are known."),
    "topics": ("Topics", "topic", "One row for each topic, with its possible answers."),
    "narratives": ("Narratives", "narrative", "One row for each lane, in the order of the lanes."),
}
"""Title, what a row is, and use of each table."""


def data_set(timeline: Timeline) -> tuple[DataFile, ...]:
    """Write all data files of a timeline, in the order in which the Data page lists them."""
    edition = edition_of(timeline)
    flat = [_table(table) for table in tables(timeline)]
    claims = len(timeline.events)
    present = sum(not event.removed for event in timeline.events.values())
    return (
        DataFile(
            path=DATA_FILE,
            format="json",
            media_type="application/json",
            title="The whole timeline",
            use="Everything that this site is made from, for programs. The tables and the other files are parts of it.",
            content=as_json(timeline_document(timeline)),
            rows=claims,
        ),
        DataFile(
            path=SCHEMA_FILE,
            format="json",
            media_type="application/schema+json",
            title="JSON Schema of the whole timeline",
            use="Describes every property of timeline.json, for those who write a program that reads it.",
            content=_schema_of_all(edition.url(SCHEMA_FILE)),
        ),
        *flat,
        DataFile(
            path=PACKAGE_FILE,
            format="csv",
            media_type="application/json",
            title="Description of the tables",
            use="A Frictionless Data Package: what each column of each table means, sizes and checksums.",
            content=as_json(package_document(edition, flat)),
        ),
        DataFile(
            path=f"{FOLDER}claims.geojson",
            format="geojson",
            media_type="application/geo+json",
            title="Claims on a map",
            use="For map programs such as QGIS: one feature for each claim, without a geometry where its place has no"
            " coordinates on file.",
            content=geojson(timeline),
            rows=claims,
            columns=PROPERTIES,
        ),
        DataFile(
            path=CALENDAR_FILE,
            format="ics",
            media_type="text/calendar",
            title="Claims in a calendar",
            use="For calendar programs: one event for each claim whose date has a beginning and an end. Days stay days; only"
            " clock times that the source gives are times. Claims with an open date, or none, are left out and counted.",
            content=calendar(timeline),
            rows=sum(in_calendar(event) for event in timeline.events.values()),
        ),
        DataFile(
            path=FEED_FILE,
            format="atom",
            media_type="application/atom+xml",
            title="Feed of new and changed claims",
            use="For feed readers, the latest first.",
            content=feed(timeline, FEED_FILE),
            rows=in_feed(present),
        ),
        *_schemas(edition),
    )


def _table(table: Table) -> DataFile:
    title, unit, use = TABLE_USES[table.name]
    return DataFile(
        path=f"{FOLDER}{table.name}.csv",
        format="csv",
        media_type="text/csv",
        title=title,
        use=use,
        content=table.csv(),
        rows=len(table.rows),
        unit=unit,
        columns=table.columns,
    )


def _schemas(edition: Edition) -> list[DataFile]:
    """Publish what contributors' files may say, for their editors."""
    made = []
    for folder in (*RECORDS, "settings"):
        path = f"{FOLDER}schema/{folder}.json"
        stands = f"content/{folder}/" if folder in RECORDS else "timeline.yml"
        made.append(
            DataFile(
                path=path,
                format="schema",
                media_type="application/schema+json",
                title=f"JSON Schema of {stands}",
                use=f"What a file in {stands} may say."
                if folder in RECORDS
                else "What timeline.yml may say.",
                content=_schema(folder, stands, edition.url(path)),
            )
        )
    return made


@lru_cache(maxsize=8)
def _schema_of_all(address: str | None) -> bytes:
    """Write the schema of the whole timeline; previews of one project need the same one each time."""
    return as_json(schema_document(address))


@lru_cache(maxsize=64)
def _schema(folder: str, stands: str, address: str | None) -> bytes:
    """Write a schema; previews of one project need the same ones each time."""
    schema: dict[str, Any] = json_schema(folder)
    named: dict[str, Any] = {"$schema": schema.pop("$schema")}
    if address is not None:
        named["$id"] = address
    return as_json({**named, "title": stands, **schema})
