"""What `timeline explain` says about the fields of records, from the tables that the validator works from.

What enters: what was typed, such as `events`, `events.date`, `events.source.excerpt` or `timeline.yml`. What leaves:
lines for a terminal, or None where no field is meant. What it refuses: a field that is not there, with the nearest.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from timeline.fields import RECORDS, SETTINGS_FIELDS
from timeline.ids import did_you_mean
from timeline.shapes import Field, inner_fields
from timeline.source.folder import CONTENT, SETTINGS

TABLES: Mapping[str, tuple[Field, ...]] = {**RECORDS, SETTINGS: SETTINGS_FIELDS}
"""The fields of every folder of `content/`, and of `timeline.yml`."""

WIDTH = 90


class UnknownFieldError(Exception):
    """A folder was named and a field that its records do not have; the message says so in one line."""


def describe(what: str) -> list[str] | None:
    """Print the fields of a record, or one field and what may stand in it.

    Raises:
        UnknownFieldError: There is no such field.
    """
    record, names = _split(what)
    if record is None:
        return None
    table = TABLES[record]
    place = record if record == SETTINGS else f"{CONTENT}/{record}/"
    if not names:
        return [f"The fields of {place}; those marked with * must be there", "", *_all(table, "")]
    field: Field | None = None
    path = record
    for name in names:
        field = next((each for each in table if each.name == name), None)
        if field is None:
            known = [each.name for each in table]
            advice = did_you_mean(name, known) or f"known fields: {', '.join(known) or 'none'}"
            raise UnknownFieldError(f"{path} has no field `{name}`; {advice}")
        table = inner_fields(field.shape)
        path = f"{path}.{name}"
    assert field is not None, "names are not empty"  # noqa: S101
    needed = ", must be there" if field.required else ""
    lines = [f"{path} ({place}{needed})", "", *_about(field, "")]
    return [*lines, "", "A mapping in it has these fields:", "", *_all(table, "")] if table else lines


def _split(what: str) -> tuple[str | None, list[str]]:
    """Find the record and the path of the field that are meant; no record where it is none of ours."""
    typed = what.strip().rstrip("/").removeprefix(f"{CONTENT}/")
    if typed == SETTINGS or typed.startswith(f"{SETTINGS}."):
        return SETTINGS, [name for name in typed.removeprefix(SETTINGS).split(".") if name]
    record, *names = typed.split(".")
    if record in RECORDS:
        return record, [name for name in names if name]
    holders = [folder for folder, table in TABLES.items() if any(each.name == record for each in table)]
    return (holders[0], [record, *names]) if holders else (None, [])


def _all(table: tuple[Field, ...], indent: str) -> Iterator[str]:
    for field in table:
        yield f"{indent}{field.name}{' *' if field.required else ''}"
        yield from _about(field, f"{indent}    ")
        if names := ", ".join(each.name for each in inner_fields(field.shape)):
            yield from _fill(f"with the fields: {names}", f"{indent}    ")


def _about(field: Field, indent: str) -> Iterator[str]:
    yield from _fill(field.help.replace("`", ""), indent)
    yield from _fill(f"is: {field.shape.describe().replace('`', '')}", indent)
    yield f"{indent}such as: {field.example}"


def _fill(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
