"""Many phrases at once: JSON lines in, JSON lines out, in the same order.

What enters: lines `{"id", "phrase", "anchor", "lang"}`, optionally `anchor_kind` (`source` or `event`), `zone`, `tense`.
What leaves: one line each, `{"id", "earliest", "latest", "edtf", "precision", "part", "approximate", "rule",
"explanation"}`, or `{"id", "error", "readings"}`. A malformed line gets an `error`; nothing raises.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal

from timeline.dates.context import Settings
from timeline.dates.explicit import parse_anchor
from timeline.dates.resolve import NO_SETTINGS, resolve
from timeline.dates.types import Anchor, Refusal, Resolution

_encode = json.JSONEncoder(ensure_ascii=False).encode


def answer_lines(lines: Iterable[str], settings: Settings = NO_SETTINGS) -> Iterator[str]:
    """Answer JSON lines one by one; empty lines are passed over."""
    for line in lines:
        if line.strip():
            yield answer_line(line, settings)


def answer_line(line: str, settings: Settings = NO_SETTINGS) -> str:
    """Answer one JSON line with another."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as fault:
        return _encode({"id": None, "error": f"the line is not JSON: {fault}", "readings": []})
    if not isinstance(asked, dict):
        return _encode({"id": None, "error": "the line is not a JSON object", "readings": []})
    return _encode(answer(asked, settings))


def answer(asked: dict[str, object], settings: Settings = NO_SETTINGS) -> dict[str, object]:
    """Answer one question, as data."""
    name = asked.get("id")
    phrase = asked.get("phrase")
    if not isinstance(phrase, str):
        return {"id": name, "error": "`phrase` is missing or not text", "readings": []}
    fields = [asked.get(key) for key in _FIELDS]
    for key, value in zip(_FIELDS, fields, strict=True):
        if value is not None and not isinstance(value, str):
            return {"id": name, "error": f"`{key}` is not text", "readings": []}
    anchor, kind, language, zone, tense = fields
    if kind not in {None, "source", "event"}:
        return {"id": name, "error": "`anchor_kind` is neither `source` nor `event`", "readings": []}
    if tense not in {None, "past", "future"}:
        return {"id": name, "error": "`tense` is neither `past` nor `future`", "readings": []}
    # reports repeat themselves: "Friday" of one day is asked for once
    return {"id": name, **_answered(phrase, anchor, kind, language, zone, tense, settings)}


_FIELDS: Final = ("anchor", "anchor_kind", "lang", "zone", "tense")


@lru_cache(maxsize=4096)
def _answered(  # noqa: PLR0913, PLR0917 -- each argument is a fact about the phrase
    phrase: str,
    anchor: str | None,
    kind: str | None,
    language: str | None,
    zone: str | None,
    tense: str | None,
    settings: Settings,
) -> dict[str, object]:
    point = None if anchor is None else _anchor(anchor, "event" if kind == "event" else "source")
    if isinstance(point, Refusal):
        return {"error": f"{point.code}: the anchor: {point.message}", "readings": []}
    return as_data(resolve(
        phrase, point, zone=zone, language=language or "en", tense="future" if tense == "future" else "past", settings=settings
    ))  # fmt: skip


@lru_cache(maxsize=1024)
def _anchor(text: str, kind: Literal["source", "event"]) -> Anchor | Refusal:
    return parse_anchor(
        text, kind=kind, label="publication of the source" if kind == "source" else "the event before"
    )


def as_data(found: Resolution | Refusal) -> dict[str, object]:
    """Return an answer or a refusal as plain data."""
    if isinstance(found, Refusal):
        return {
            "error": f"{found.code}: {found.message}",
            "readings": [
                {"edtf": reading.edtf, "label": reading.label, "why": reading.why}
                for reading in found.readings
            ],
        }
    return {
        "earliest": None if found.earliest is None else found.earliest.isoformat(),
        "latest": None if found.latest is None else found.latest.isoformat(),
        "edtf": found.edtf,
        "precision": found.precision.value,
        "part": found.part,
        "approximate": found.approximate,
        "rule": found.rule,
        "explanation": found.explanation,
    }
