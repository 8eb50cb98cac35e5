"""Many phrases at once: JSON lines in, JSON lines out, in the same order.

What enters: lines `{"id", "phrase", "anchor", "lang"}`, optionally `anchor_kind` (`source` or `event`), `zone`, `tense`.
What leaves: one line each, `{"id", "earliest", "latest", "edtf", "precision", "part", "approximate", "rule",
"explanation"}`, or `{"id", "error", "readings"}`. A malformed line gets an `error`; nothing raises.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from timeline.dates import iso
from timeline.dates.context import Settings
from timeline.dates.explicit import parse_anchor
from timeline.dates.resolve import NO_SETTINGS, place_of, resolved
from timeline.dates.standpoint import Place
from timeline.dates.types import Refusal, Resolution

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_quoted = json.encoder.encode_basestring
"""Writes text, without asking first what it has been given."""


def answer_lines(lines: Iterable[str], settings: Settings = NO_SETTINGS) -> Iterator[str]:
    """Answer JSON lines one by one; an empty line is answered too, so that answers and questions can be counted off."""
    for line in lines:
        yield answer_line(line, settings)


def answer_line(line: str, settings: Settings = NO_SETTINGS) -> str:
    """Answer one JSON line with another."""
    if not line.strip():
        return f'{{"id": null, {_wrong("the line is empty")}}}'
    try:
        asked = _decode(line)
        if not isinstance(asked, dict):
            return f'{{"id": null, {_wrong("the line is not a JSON object")}}}'
        given = asked.get("id")
        name = (
            _quoted(given) if isinstance(given, str) else str(given) if type(given) is int else _encode(given)
        )
    except RecursionError:
        return f'{{"id": null, {_wrong("the line is nested too deeply")}}}'
    except ValueError as fault:
        why = "a number has too many digits" if "digits" in str(fault) else str(fault)
        return f'{{"id": null, {_wrong(_whole(f"the line is not JSON: {why}"))}}}'
    text = f'{{"id": {name}, {_fields(asked, settings)}}}'
    if line.isascii() and "\\u" not in line:
        return text  # what the answer adds has no halves of pairs
    return _whole(text)


def _whole(text: str) -> str:
    """Write halves of surrogate pairs, which no encoding of a file can hold, as JSON's own escapes."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(f"\\u{ord(sign):04x}" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return text


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is not a number of JSON")


_decoder = json.JSONDecoder(parse_constant=_no_number)
_scan = _decoder.scan_once  # type: ignore[attr-defined]  # documented nowhere, but it is what `decode` calls


def _decode(line: str) -> object:
    """Decode a line; one that is an object from end to end, as nearly all are, is not searched for blanks around it."""
    if line[0] == "{":
        asked, end = _scan(line, 0)
        if line[end:] in {"", "\n"}:
            return asked
    return _decoder.decode(line)


def answer(asked: dict[str, object], settings: Settings = NO_SETTINGS) -> dict[str, object]:
    """Answer one question, as data."""
    found: dict[str, object] = json.loads(f"{{{_fields(asked, settings)}}}")
    return {"id": asked.get("id"), **found}


def _fields(asked: dict[str, object], settings: Settings) -> str:
    """Return everything but the id, as JSON."""
    get = asked.get
    phrase, anchor, kind, language = get("phrase"), get("anchor"), get("anchor_kind"), get("lang")
    zone, tense = get("zone"), get("tense")
    if not isinstance(phrase, str):
        return _wrong("`phrase` is missing or not text")
    if not (
        (anchor is None or isinstance(anchor, str))
        and (language is None or isinstance(language, str))
        and (zone is None or isinstance(zone, str))
    ):
        return _wrong("`anchor`, `lang` and `zone` are text")
    if kind is not None and kind != "source" and kind != "event":  # noqa: PLR1714 -- it may be a list, which no set holds
        return _wrong("`anchor_kind` is neither `source` nor `event`")
    if tense is not None and tense != "past" and tense != "future":  # noqa: PLR1714
        return _wrong("`tense` is neither `past` nor `future`")
    return _answered(phrase, anchor, kind == "event", language or "en", zone, tense == "future", settings)


def _wrong(message: str) -> str:
    return f'"error": {_quoted(message)}, "readings": []'


@lru_cache(maxsize=4096)
def _answered(  # noqa: PLR0913, PLR0917 -- each argument is a fact about the phrase
    phrase: str,
    anchor: str | None,
    event: bool,  # noqa: FBT001
    language: str,
    zone: str | None,
    future: bool,  # noqa: FBT001
    settings: Settings,
) -> str:
    """Answer a question, once: reports repeat themselves, and "Friday" of one day is asked for again and again."""
    place = _place(anchor, "event" if event else "source", zone)
    if isinstance(place, Refusal):
        return _wrong(f"{place.code}: {place.message}")
    found = resolved(
        phrase, place, language=language, tense="future" if future else "past", settings=settings
    )
    # written by hand, since this is the hot path and the encoder takes as long as the reading
    if isinstance(found, Refusal):
        readings = ", ".join(
            f'{{"edtf": {_quoted(reading.edtf)}, "label": {_quoted(reading.label)}, "why": {_quoted(reading.why)}}}'
            for reading in found.readings
        )
        return f'"error": {_quoted(f"{found.code}: {found.message}")}, "readings": [{readings}]'
    first, last, precision, rule, explanation, part, approximate, written, *_ = found
    first_text = "null" if first is None else f'"{iso.write(first)}"'
    last_text = "null" if last is None else f'"{iso.write(last)}"'
    return (
        f'"earliest": {first_text}, "latest": {last_text}, '
        f'"edtf": {"null" if written is None else _quoted(written)}, "precision": "{precision}", '
        f'"part": {"null" if part is None else _quoted(part)}, "approximate": {"true" if approximate else "false"}, '
        f'"rule": "{rule}", "explanation": {_quoted(explanation)}'
    )


@lru_cache(maxsize=1024)
def _place(text: str | None, kind: Literal["source", "event"], zone: str | None) -> Place | Refusal:
    """Read an anchor and a zone, once for all the phrases that are told from there."""
    label = "publication of the source" if kind == "source" else "the event before"
    anchor = None if text is None else parse_anchor(text, kind=kind, label=label)
    if isinstance(anchor, Refusal):
        return anchor._replace(message=f"the anchor: {anchor.message}")
    return place_of(anchor, zone)


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
