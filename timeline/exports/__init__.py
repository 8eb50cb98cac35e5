"""The timeline as open data: files that stand under `data/` in the site and that `timeline export` writes.

What enters: a resolved timeline. What leaves: bytes by path. Contributor text stays data here, escaped by the format's
own rules, and of a removed claim nothing leaves but its id and the fact of its removal.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.exports.json_schema import schema_document
from timeline.exports.timeline_json import SCHEMA_VERSION, timeline_document
from timeline.exports.writing import as_json
from timeline.model import Timeline

__all__ = ["DATA_FILE", "SCHEMA_FILE", "SCHEMA_VERSION", "data_files"]

DATA_FILE = "data/timeline.json"
"""Where the machine-readable timeline stands, relative to the site."""

SCHEMA_FILE = "data/timeline.schema.json"
"""The JSON Schema of `DATA_FILE`."""


def data_files(timeline: Timeline) -> Mapping[str, bytes]:
    """Write all data files of a timeline: path under the site -> bytes."""
    return {
        DATA_FILE: as_json(timeline_document(timeline)),
        SCHEMA_FILE: as_json(schema_document()),
    }
