"""Records field by field: what each says, as data and in words, and where two of them differ.

What enters: the record before and now, each with its timeline. What leaves: the fields that say something else. Data is
as `timeline.json` has it, coordinates as coarse as they are published; what the site shows beside it is added here.
Dates and lanes are not compared as values: `redated` and `compare` tell why they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from typing import cast

from timeline.contribute.changes.iso import worded
from timeline.contribute.changes.values import FieldChange, Value
from timeline.exports.claim_fields import CLAIM
from timeline.exports.dating_fields import DATING
from timeline.exports.fields import Field, write
from timeline.exports.registry_fields import NARRATIVE, PLACE, SOURCE, SPEAKER, TOPIC
from timeline.exports.writing import Json
from timeline.model import Bound, Dating, Event, Figure, Name, Record, Settings, Source, Timeline

TABLES: Mapping[str, Sequence[Field[object]]] = {
    registry: cast("Sequence[Field[object]]", table)
    for registry, table in {
        "events": CLAIM,
        "sources": SOURCE,
        "speakers": SPEAKER,
        "places": PLACE,
        "topics": TOPIC,
        "narratives": NARRATIVE,
    }.items()
}
APART = frozenset({"id", "date", "said", "narrative", "status", "aliases", "source", "quote"})
"""Fields of a claim that are compared in another way."""

SOURCE_DATES = ("published", "updated", "captured")
AUTHORED = ("phrase", "reading", "basis")

_NAMES = {"narrative": "narratives", "publisher": "speakers", "part_of": "places"}
"""Fields of registries that hold the id of another record, and its registry."""

_RANGE = ("at least {}", "at most {}", "{} to {}")


def value(data: Json, words: str) -> Value:
    """Make a value."""
    return Value(data=data, words=words)


def differing(pairs: Iterable[tuple[str, Value, Value]]) -> tuple[FieldChange, ...]:
    """Keep the fields whose values differ."""
    return tuple(
        FieldChange(field=name, before=before, after=after)
        for name, before, after in pairs
        if before.data != after.data
    )


# -- claims ----------------------------------------------------------------------------------------------------------


def claim_values(event: Event, timeline: Timeline) -> dict[str, Value]:
    """Give what a claim says, but for its dates, its lane and its status."""
    data = {field.name: field.value(event) for field in CLAIM if field.name not in APART}
    found = {name: value(one, _plain(one)) for name, one in data.items()}
    for name, ids, registry in (
        ("by", event.by, "speakers"),
        ("via", event.via, "speakers"),
        ("said_at", event.said_at, "places"),
        ("place", event.places, "places"),
    ):
        found[name] = value(list(ids), ", ".join(named(timeline, registry, id_) for id_ in ids))
    found["about"] = value(data["about"], "; ".join(_about(event, timeline)))
    found["relations"] = value(
        data["relations"], "; ".join(f"{one.kind.replace('_', ' ')} {one.target}" for one in event.relations)
    )
    found["figures"] = value(data["figures"], "; ".join(map(_figure, event.figures)))
    found["history"] = value(
        data["history"],
        "; ".join(
            f"{one.date}: {one.change}" + (f" ({one.reason})" if one.reason else "") for one in event.history
        ),
    )
    found["source"] = value(
        [{"id": one.source, "locator": one.locator} for one in event.citations],
        "; ".join(
            named(timeline, "sources", one.source) + (f", {one.locator}" if one.locator else "")
            for one in event.citations
        ),
    )
    found["excerpt"] = value(
        [one.excerpt for one in event.citations],
        " … ".join(one.excerpt for one in event.citations if one.excerpt),
    )
    quote = event.quote
    for name, text in (
        ("quote", quote.text if quote else None),
        ("quote.language", quote.language if quote else None),
        ("quote.translation", quote.translation if quote else None),
        ("quote.translator", quote.translator if quote else None),
    ):
        found[name] = value(text, text or "")
    return found


def claim_changes(before: Event, was: Timeline, after: Event, now: Timeline) -> tuple[FieldChange, ...]:
    """Compare two versions of a claim."""
    first, second = claim_values(before, was), claim_values(after, now)
    return differing((name, first[name], second[name]) for name in second)


def dating_changes(side: str, before: Dating, after: Dating) -> tuple[FieldChange, ...]:
    """Compare what two versions of a file say about a date, not what comes of it."""
    pairs = [
        (name, value(one, str(one or "")), value(other, str(other or "")))
        for name, one, other in (
            *((name, getattr(before, name), getattr(after, name)) for name in AUTHORED),
            ("anchor", _anchor(before), _anchor(after)),
            *((name, _bound(getattr(before, name)), _bound(getattr(after, name))) for name in ("not_before", "not_after")),
        )
    ]  # fmt: skip
    return differing(
        (f"{side}.{name}" if name != "phrase" else side, one, other) for name, one, other in pairs
    )


def _anchor(dating: Dating) -> str | None:
    """Give what the file names as the anchor; the source is what stands there where it names none."""
    use = dating.anchor
    if use is None or use.kind == "source" or dating.resolution.rule == "when-said":
        return None
    return use.text if use.kind == "date" else use.kind if use.kind == "said" else use.id


def _bound(bound: Bound | None) -> str | None:
    return None if bound is None else bound.event or bound.text


# -- registries and settings -----------------------------------------------------------------------------------------


def record_changes(
    registry: str, before: Record, was: Timeline, after: Record, now: Timeline
) -> tuple[FieldChange, ...]:
    """Compare two versions of a record of a registry."""
    first, second = _record_values(registry, before, was), _record_values(registry, after, now)
    return differing((name, first[name], second[name]) for name in second)


def _record_values(registry: str, record: Record, timeline: Timeline) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for field in TABLES[registry]:
        if field.name == "id" or field.name in SOURCE_DATES:
            continue
        data = field.value(record)
        registry_named = _NAMES.get(field.name)
        words = _plain(data)
        if registry_named is not None:
            words = named(timeline, registry_named, str(data)) if data else ""
        elif field.name == "names":
            words = "; ".join(map(_name, getattr(record, "names", ())))
        elif field.name == "answers":
            words = "; ".join(f"{one.id}: {one.label}" for one in getattr(record, "answers", ()))
        found[field.name] = value(data, words)
    found["note"] = value(record.note, record.note or "")
    if registry == "narratives":
        slot = getattr(record, "slot", None)
        found["slot"] = value(slot, _plain(slot))
    if isinstance(record, Source):
        for name in SOURCE_DATES:
            found[name] = _date_value(getattr(record, name))
    return found


def _date_value(dating: Dating | None) -> Value:
    """Give a date of a source: what its file says, and what comes of it."""
    if dating is None:
        return value(None, "")
    whole = write(DATING, dating)
    data = {name: whole[name] for name in ("phrase", "earliest", "latest", "edtf", "reading", "basis")}
    basis = f"; basis: {dating.basis}" if dating.basis else ""
    return value(cast("Json", data), f"{worded(dating)}{basis}")


def settings_changes(before: Settings, after: Settings) -> tuple[FieldChange, ...]:
    """Compare the settings."""

    def of(settings: Settings, name: str) -> Value:
        found = getattr(settings, name)
        if isinstance(found, tuple):
            found = list(found)
        if isinstance(found, Mapping):
            found = dict(found)
            return value(found, "; ".join(f"{key}: {one}" for key, one in found.items()))
        return value(found, _plain(found))

    names = [one.name for one in fields_of(Settings)]
    return differing((name, of(before, name), of(after, name)) for name in names)


# -- words -----------------------------------------------------------------------------------------------------------


def named(timeline: Timeline, registry: str, id_: str) -> str:
    """Name a record as people know it, by its id where it is not on file."""
    record = getattr(timeline, registry).get(id_)
    if record is None:
        return "no side given" if registry == "narratives" else id_
    return str(getattr(record, "name", "") or getattr(record, "title", "") or getattr(record, "label", ""))


def _about(event: Event, timeline: Timeline) -> Iterable[str]:
    for about in event.about:
        topic = timeline.topics.get(about.topic)
        words = named(timeline, "topics", about.topic)
        if about.answer:
            answer = topic.answer(about.answer) if topic else None
            words += f" → {answer.label if answer else about.answer}"
        yield f"{words} (inferred)" if about.inferred else words


def _figure(figure: Figure) -> str:
    low, high = figure.minimum, figure.maximum
    if figure.value is not None:
        number = f"{figure.value:f}"
    elif low is not None and high is not None:
        number = _RANGE[2].format(f"{low:f}", f"{high:f}")
    else:
        number = (
            _RANGE[0].format(f"{low:f}")
            if low is not None
            else _RANGE[1].format(f"{high:f}" if high is not None else "?")
        )
    return f"{figure.measure}: {number}" + (f" {figure.unit}" if figure.unit else "")


def _name(name: Name) -> str:
    remarks = [remark for remark in (name.language, name.basis) if remark]
    return f"{name.name} ({', '.join(remarks)})" if remarks else name.name


def _plain(data: Json) -> str:
    """Write a simple value in words."""
    if data is None:
        return ""
    if isinstance(data, bool):
        return "yes" if data else "no"
    if isinstance(data, list):
        return ", ".join(map(_plain, data))
    return str(data)
