"""A record put together from single answers: `date`, `date.basis`, `source.excerpt` and the like.

What enters: the record so far, the path of a field, and its text. What leaves: the record with it. A field that may be
written as one text or as a mapping (`date: on the 21st`) becomes a mapping as soon as it has more to say. A field that is
given twice becomes a list. What it refuses: nothing; whether such a field exists is for the validator to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.contribute.writing import Data

SHORT_FORM = {
    "date": "phrase",
    "said": "phrase",
    "published": "phrase",
    "updated": "phrase",
    "captured": "phrase",
    "source": "id",
    "narrative": "id",
    "quote": "text",
}
"""What a field's text stands for where the field is a mapping."""

Record = dict[str, Data]


def with_field(record: Mapping[str, Data], path: str, value: Data) -> Record:
    """Give the record with one more answer.

    Args:
        record: The fields so far; left as it is.
        path: A field's name, or with dots the way to a field inside a mapping.
        value: Its text. An empty one leaves the record as it is.
    """
    if value in ("", [], {}):
        return dict(record)
    name, _, rest = path.partition(".")
    before = record.get(name)
    if not rest:
        if isinstance(before, Mapping) and isinstance(value, str) and name in SHORT_FORM:
            return {**record, name: {SHORT_FORM[name]: value, **before}}
        return {**record, name: value if before is None else [*_items(before), *_items(value)]}
    inner: Mapping[str, Data]
    if isinstance(before, Mapping):
        inner = before
    else:
        inner = {SHORT_FORM.get(name, "id"): before} if before is not None else {}
    return {**record, name: with_field(inner, rest, value)}


def without(record: Mapping[str, Data], name: str) -> Record:
    """Give the record without a field, so that it can be answered anew."""
    return {key: value for key, value in record.items() if key != name}


def about(pairs: Sequence[tuple[str, str]]) -> Data:
    """Write topics and answers as a file has them: one text, a mapping, or a list where only some are answered."""
    if any(answer for _, answer in pairs):
        if all(answer for _, answer in pairs):
            return {topic: {"answer": answer, "basis": "stated"} for topic, answer in pairs}
        return [
            {topic: {"answer": answer, "basis": "stated"}} if answer else topic for topic, answer in pairs
        ]
    topics: list[Data] = [topic for topic, _ in pairs]
    return topics[0] if len(topics) == 1 else topics


def relations(pairs: Sequence[tuple[str, str]]) -> Data:
    """Write relations as a file has them."""
    return [{kind: target} for kind, target in pairs]


def one_or_list(values: Sequence[str]) -> Data:
    """Write one value as such, several as a list."""
    return values[0] if len(values) == 1 else list(values)


def _items(value: Data) -> list[Data]:
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
