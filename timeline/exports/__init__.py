"""The timeline as open data: files that stand under `data/` in the site and that `timeline export` writes.

What enters: a resolved timeline. What leaves: bytes by path, and what is to be said about each file. Contributor text
stays data here, escaped by the format's own rules (`timeline.escapes`), and of a removed claim nothing leaves but its id
and the fact of its removal. No clock is read: the same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.exports.edition import SCHEMA_VERSION, Edition, edition_of
from timeline.exports.files import (
    CALENDAR_FILE,
    DATA_FILE,
    FEED_FILE,
    FORMATS,
    SCHEMA_FILE,
    DataFile,
    data_set,
)
from timeline.model import Timeline

__all__ = [
    "CALENDAR_FILE",
    "DATA_FILE",
    "FEED_FILE",
    "FORMATS",
    "SCHEMA_FILE",
    "SCHEMA_VERSION",
    "DataFile",
    "Edition",
    "data_files",
    "data_set",
    "edition_of",
]


def data_files(timeline: Timeline) -> Mapping[str, bytes]:
    """Write all data files of a timeline: path under the site -> bytes."""
    return {file.path: file.content for file in data_set(timeline)}
