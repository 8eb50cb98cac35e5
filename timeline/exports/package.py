"""The description of the tables, `datapackage.json`: a Frictionless Data Package (https://specs.frictionlessdata.io/)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol

from timeline.exports.columns import Column
from timeline.exports.edition import STATED, Edition
from timeline.exports.fields import write
from timeline.exports.writing import Json
from timeline.ids import slug


class Described(Protocol):
    """What is said about a table."""

    @property
    def name(self) -> str:
        """Its file."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def use(self) -> str:
        """What it is."""

    @property
    def content(self) -> bytes:
        """Its bytes."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""


def package_document(edition: Edition, tables: Iterable[Described]) -> Json:
    """Describe the tables."""
    licence: dict[str, Json] = {
        key: value
        for key, value in (
            ("name", edition.licence),
            ("title", edition.licence_name),
            ("path", edition.licence_url),
        )
        if value
    }
    return {
        "profile": "tabular-data-package",
        "name": slug(edition.title) or "timeline",
        "title": edition.title,
        "description": "Claims about contested events: who said what, when, and through whom it reached us. Text that a"
        " spreadsheet could take for a formula has an apostrophe in front; lists of ids have | between them, other lists"
        " are JSON.",
        "version": edition.number,
        **({"homepage": edition.site_url} if edition.site_url else {}),
        **({"licenses": [licence]} if licence else {}),
        **write(STATED, edition),
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: Described) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.removesuffix(".csv"),
        "path": table.name,
        "title": table.title,
        "description": table.use,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table.content),
        "hash": f"sha256:{hashlib.sha256(table.content).hexdigest()}",
        "dialect": {"delimiter": ",", "doubleQuote": True, "header": True, "lineTerminator": "\r\n"},
        "schema": {
            "fields": [
                {"name": column.name, "type": column.kind, "description": column.description}
                for column in table.columns
            ],
            "missingValues": [""],
        },
    }
