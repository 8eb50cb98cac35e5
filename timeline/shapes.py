"""The shapes that a field's value may take: what all have in common, and those made of others (lists, mappings).

What enters: one node of the guarded YAML tree. What leaves: the value that a draft keeps, or `None` with the findings
that say why not. A shape never raises and never stops at the first fault: every part of a value is read.
Those that are written as one scalar are in `timeline.scalars`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from timeline.codes import fields as codes
from timeline.diagnostics import Diagnostic
from timeline.ids import nearest, says_nothing
from timeline.source import Mapping, Node, Scalar, Sequence

Findings = list[Diagnostic]

JSON = dict[str, Any]
"""A piece of JSON Schema (2020-12)."""


class Shape(ABC):
    """One kind of value."""

    @abstractmethod
    def describe(self) -> str:
        """Name the shape in words, with an article: "a number"."""

    @abstractmethod
    def read(self, node: Node, found: Findings) -> Any:
        """Turn a node into the value, or add findings and give `None`."""

    @abstractmethod
    def json_schema(self) -> JSON:
        """Describe the shape for editors."""

    def refuse(self, node: Node, found: Findings) -> None:
        """Say that the value has another shape than this one."""
        got = {Scalar: "text", Mapping: "a mapping", Sequence: "a list"}[type(node)]
        found.append(codes.WRONG_SHAPE.at(node.span, f"expected {self.describe()}, found {got}"))


class ScalarShape(Shape):
    """A shape that is written as one scalar."""

    def read(self, node: Node, found: Findings) -> Any:
        """Refuse lists, mappings and empty values, and hand the rest to `convert`."""
        if not isinstance(node, Scalar):
            self.refuse(node, found)
            return None
        if says_nothing(node.text):
            what = "this field is empty" if not node.text.strip() else "nothing of this text can be seen"
            found.append(codes.EMPTY_VALUE.at(node.span, what, hint="leave out a field that is not known"))
            return None
        return self.convert(node, found)

    @abstractmethod
    def convert(self, node: Scalar, found: Findings) -> Any:
        """Turn a scalar that is not empty into the value."""


@dataclass(frozen=True, slots=True)
class OneOrMore(Shape):
    """A value or a list of values; gives a tuple."""

    of: Shape
    single: bool = True
    """Whether one value may stand without a list."""

    def describe(self) -> str:
        return (
            f"{self.of.describe()}, or a list of such"
            if self.single
            else f"a list; each item {self.of.describe()}"
        )

    def read(self, node: Node, found: Findings) -> tuple[Any, ...] | None:
        if isinstance(node, Sequence):
            if not node.items:
                found.append(
                    codes.EMPTY_VALUE.at(node.span, "this list is empty", hint="leave the field out")
                )
            values = [self.of.read(item, found) for item in node.items]
            return tuple(value for value in values if value is not None)
        if not self.single:
            self.refuse(node, found)
            return None
        value = self.of.read(node, found)
        return None if value is None else (value,)

    def json_schema(self) -> JSON:
        many: JSON = {"type": "array", "items": self.of.json_schema(), "minItems": 1}
        return {"anyOf": [self.of.json_schema(), many]} if self.single else many


@dataclass(frozen=True, slots=True)
class Either(Shape):
    """A scalar in one shape, or a mapping in another."""

    scalar: Shape
    mapping: Shape

    def describe(self) -> str:
        return f"{self.scalar.describe()}, or {self.mapping.describe()}"

    def read(self, node: Node, found: Findings) -> Any:
        if isinstance(node, Sequence):
            self.refuse(node, found)
            return None
        return (self.mapping if isinstance(node, Mapping) else self.scalar).read(node, found)

    def json_schema(self) -> JSON:
        return {"anyOf": [self.scalar.json_schema(), self.mapping.json_schema()]}


@dataclass(frozen=True, slots=True)
class Wrapped(Shape):
    """Another shape, whose value is handed to a function that makes the draft."""

    of: Shape
    make: Callable[[Any], Any]

    def describe(self) -> str:
        return self.of.describe()

    def read(self, node: Node, found: Findings) -> Any:
        value = self.of.read(node, found)
        return None if value is None else self.make(value)

    def json_schema(self) -> JSON:
        return self.of.json_schema()


@dataclass(frozen=True, slots=True)
class Keyed(Shape):
    """A mapping whose keys the author chooses, such as `measure: figure`; gives a tuple of pairs."""

    key: ScalarShape
    value: Shape
    words: str
    """What it is, with its article: "a mapping of answers to labels"."""

    def describe(self) -> str:
        return self.words

    def read(self, node: Node, found: Findings) -> tuple[tuple[Any, Any], ...] | None:
        if not isinstance(node, Mapping):
            self.refuse(node, found)
            return None
        if not node.entries:
            found.append(codes.EMPTY_VALUE.at(node.span, "this mapping is empty", hint="leave the field out"))
        pairs = [
            (self.key.read(entry.key, found), self.value.read(entry.value, found)) for entry in node.entries
        ]
        return tuple((key, value) for key, value in pairs if key is not None and value is not None)

    def json_schema(self) -> JSON:
        return {"type": "object", "additionalProperties": self.value.json_schema(), "minProperties": 1}


@dataclass(frozen=True, slots=True)
class Field:
    """One named field of a record, and what the docs say about it."""

    name: str
    shape: Shape
    help: str
    """One sentence or two, without markup but for `code`."""

    example: str
    """One line of YAML that can stand in a file as it is."""

    required: bool = False


def advised(finding: Diagnostic, node: Node, field: Field) -> Diagnostic:
    """Show what a field's value looks like, where that is the best advice there is."""
    whole = finding.span == node.span
    if whole and not finding.hint:
        return replace(finding, hint=f"write it such as `{field.example}`")
    if whole and finding.code == codes.EMPTY_VALUE.id and field.required:
        return replace(finding, hint=f"fill it in, such as `{field.example}`")
    return finding


OTHER_WORDS = {
    "date": ("when", "day", "time", "happened", "dated"),
    "said": ("said_on", "stated", "reported"),
    "place": ("where", "location", "places"),
    "claim": ("what", "text", "statement", "quote_text", "description"),
    "source": ("sources", "link", "url", "href", "reference"),
    "by": ("speaker", "speakers", "who", "author", "said_by"),
    "via": ("through", "outlet", "reported_by"),
    "narrative": ("lane", "side"),
    "about": ("topic", "topics", "question"),
    "relations": ("relation", "related"),
    "kind": ("type",),
    "name": ("title", "label"),
    "title": ("name", "label", "question"),
    "label": ("name", "title"),
    "latitude": ("lat",),
    "longitude": ("lon", "lng", "long"),
    "published": ("date", "publication_date"),
    "reason": ("why",),
    "basis": ("why", "because"),
}
"""What people write for a field before they have looked it up."""


def meant_field(word: str, known: Iterable[str]) -> str:
    """Give the field that was meant by a name that is none: another word for one, or one that is misspelt."""
    names = list(known)
    other = next((name for name in names if word.lower() in OTHER_WORDS.get(name, ())), "")
    return other or nearest(word, names)


@dataclass(frozen=True, slots=True)
class Fields(Shape):
    """A mapping with known fields; gives whatever `make` builds from the node and the values by name."""

    words: str
    """What it is, with its article: "a date"."""

    fields: tuple[Field, ...]
    make: Callable[[Mapping, dict[str, Any]], Any]

    def describe(self) -> str:
        return f"a mapping with the fields of {self.words}"

    def read(self, node: Node, found: Findings) -> Any:
        if not isinstance(node, Mapping):
            self.refuse(node, found)
            return None
        known = {field.name: field for field in self.fields}
        values: dict[str, Any] = {}
        meant: set[str] = {entry.key.text for entry in node.entries}
        for entry in node.entries:
            field = known.get(entry.key.text)
            if field is None:
                near = meant_field(entry.key.text, known)
                meant.add(near)
                found.append(self.unknown(entry.key, near))
                continue
            seen: Findings = []
            value = field.shape.read(entry.value, seen)
            found += [advised(one, entry.value, field) for one in seen]
            if value is not None:
                values[field.name] = value
        found.extend(
            self.missing(node, field) for field in self.fields if field.required and field.name not in meant
        )
        return self.make(node, values)

    def unknown(self, key: Scalar, near: str) -> Diagnostic:
        """Say that a field's name is not one of the known ones."""
        hint = (
            f"did you mean `{near}`?"
            if near
            else "known fields: " + ", ".join(one.name for one in self.fields)
        )
        return codes.UNKNOWN_FIELD.at(key.span, f"{self.words} has no field `{key.text}`", hint=hint)

    def missing(self, node: Mapping, field: Field) -> Diagnostic:
        """Say that a field that must be there is not."""
        first = node.entries[0].key.span if node.entries else node.span
        hint = f"add a line such as `{field.example}`"
        return codes.MISSING_FIELD.at(first, f"{self.words} needs a field `{field.name}`", hint=hint)

    def json_schema(self) -> JSON:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [field.name for field in self.fields if field.required],
            "properties": {
                field.name: field.shape.json_schema() | {"description": field.help} for field in self.fields
            },
        }


def inner_fields(shape: Shape) -> tuple[Field, ...]:
    """Give the fields of the mapping that a value may be, for help and reference; none where it is never one."""
    match shape:
        case Fields(fields=fields):
            return fields
        case Either(scalar=scalar, mapping=mapping):
            return inner_fields(mapping) or inner_fields(scalar)
        case OneOrMore(of=of) | Wrapped(of=of):
            return inner_fields(of)
        case Keyed(value=value):
            return inner_fields(value)
        case _:
            parts = (getattr(shape, name, None) for name in ("mapping", "answered"))
            return next((inner_fields(part) for part in parts if isinstance(part, Shape)), ())
