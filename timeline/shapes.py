"""The shapes that a field's value may take: text, id, number, list, mapping and so on.

What enters: one node of the guarded YAML tree. What leaves: the value that a draft keeps, or `None` with the findings
that say why not. A shape never raises and never stops at the first fault: every part of a value is read.

All scalars arrive as text, so `no` is a word and `12:30` is a time until a shape says otherwise. Values that a later
stage may still have to point at (ids, phrases, names) stay `Scalar` nodes, which know their place.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from timeline.codes import fields as codes
from timeline.diagnostics import Diagnostic
from timeline.source import Mapping, Node, Scalar, Sequence

Findings = list[Diagnostic]

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: lower-case letters, digits and single hyphens between them."""

JSON = dict[str, Any]
"""A piece of JSON Schema (2020-12)."""


def looks_like_id(text: str) -> bool:
    """Tell whether a value can only be meant as an id: nothing but `a-z`, `0-9` and hyphens."""
    return ID.fullmatch(text) is not None


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is nearest to a misspelt one, or the empty string where none is near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give "did you mean `x`?" as a hint, or the empty string where nothing known is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


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
        if not node.text.strip():
            found.append(
                codes.EMPTY_VALUE.at(
                    node.span, "this field is empty", hint="leave out a field that is not known"
                )
            )
            return None
        return self.convert(node, found)

    @abstractmethod
    def convert(self, node: Scalar, found: Findings) -> Any:
        """Turn a scalar that is not empty into the value."""


@dataclass(frozen=True, slots=True)
class Text(ScalarShape):
    """Words, kept with their place."""

    limit: int = 4_000
    """Longest length allowed, in code points."""

    one_line: bool = False

    def describe(self) -> str:
        return "one line of text" if self.one_line else "text"

    def convert(self, node: Scalar, found: Findings) -> Scalar | None:
        if len(node.text) > self.limit:
            found.append(
                codes.TEXT_TOO_LONG.at(
                    node.span,
                    f"this text has {len(node.text):,} characters, and {self.limit:,} are allowed",
                    hint="shorten it; what is longer is usually several claims, or a quotation to cut",
                )
            )
            return None
        if self.one_line and "\n" in node.text.strip():
            hint = (
                f"write `>-` instead of `{'|' if node.style == 'literal' else '>'}`, and no empty lines"
                if node.style in {"literal", "folded"}
                else "write it on one line"
            )
            found.append(
                codes.SEVERAL_LINES.at(node.span, "expected one line of text, found several", hint=hint)
            )
            return None
        return node

    def json_schema(self) -> JSON:
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Id(ScalarShape):
    """An id that the file gives itself: of an answer, or an old one of the record."""

    def describe(self) -> str:
        return "an id (a-z, 0-9 and hyphens)"

    def convert(self, node: Scalar, found: Findings) -> Scalar | None:
        if looks_like_id(node.text):
            return node
        found.append(bad_id(node))
        return None

    def json_schema(self) -> JSON:
        return {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"}


def slug(text: str) -> str:
    """Make what an id could be from any text; may be empty."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def bad_id(node: Scalar) -> Diagnostic:
    """Say that an id has characters that an id may not have."""
    better = slug(node.text)
    return codes.BAD_ID.at(
        node.span,
        f"`{node.text}` cannot be an id: only a-z, 0-9 and single hyphens between them",
        hint=f"write `{better}`" if better else "write it in Latin letters",
    )


@dataclass(frozen=True, slots=True)
class Reference(ScalarShape):
    """An id of another record, its name, or free text that makes an inline record."""

    to: str
    """The folder of the records it may name."""

    def describe(self) -> str:
        return f"an id from `content/{self.to}/`, a name or free text"

    def convert(self, node: Scalar, found: Findings) -> Scalar | None:
        return Text(limit=300, one_line=True).convert(node, found)

    def json_schema(self) -> JSON:
        return {"type": ["string", "number"]}


@dataclass(frozen=True, slots=True)
class IdOf(ScalarShape):
    """An id of another record, and nothing else."""

    to: str

    def describe(self) -> str:
        return f"an id from `content/{self.to}/`"

    def convert(self, node: Scalar, found: Findings) -> Scalar | None:
        return Id().convert(node, found)

    def json_schema(self) -> JSON:
        return Id().json_schema()


@dataclass(frozen=True, slots=True)
class Choice(ScalarShape):
    """One of a few words."""

    words: tuple[str, ...]

    def describe(self) -> str:
        return "one of " + ", ".join(f"`{word}`" for word in self.words)

    def convert(self, node: Scalar, found: Findings) -> str | None:
        if node.text in self.words:
            return node.text
        found.append(
            codes.NOT_ONE_OF.at(
                node.span,
                f"`{node.text}` is not {self.describe()}",
                hint=did_you_mean(node.text.lower(), self.words) or f"write {self.describe()}",
            )
        )
        return None

    def json_schema(self) -> JSON:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Truth(ScalarShape):
    """`true` or `false`, and none of YAML's many other words for them."""

    def describe(self) -> str:
        return "`true` or `false`"

    def convert(self, node: Scalar, found: Findings) -> bool | None:
        if node.text in {"true", "false"}:
            return node.text == "true"
        meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
        word = meant.get(node.text.lower(), node.text.lower())
        hint = f"write `{word}`" if word in {"true", "false"} else "write `true` or `false`"
        found.append(codes.NOT_ONE_OF.at(node.span, f"`{node.text}` is not `true` or `false`", hint=hint))
        return None

    def json_schema(self) -> JSON:
        return {"type": "boolean"}


NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,10})?")


@dataclass(frozen=True, slots=True)
class Number(ScalarShape):
    """A decimal number, as written."""

    least: int | None = None
    most: int | None = None
    whole: bool = False

    def describe(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        return kind if self.least is None else f"{kind} from {self.least} to {self.most}"

    def convert(self, node: Scalar, found: Findings) -> Decimal | None:
        if not NUMBER.fullmatch(node.text) or (self.whole and "." in node.text):
            plain = node.text.replace(" ", "").replace("\u00a0", "").replace("_", "")
            grouped = re.sub(r",(?=[0-9]{3}(?:[^0-9]|$))", "", plain)
            hint = (
                f"write `{grouped}`"
                if NUMBER.fullmatch(grouped)
                else "write digits, with a point for decimals"
            )
            found.append(codes.BAD_NUMBER.at(node.span, f"`{node.text}` is not {self.describe()}", hint=hint))
            return None
        value = Decimal(node.text)
        if self.least is not None and self.most is not None and not self.least <= value <= self.most:
            found.append(codes.BAD_NUMBER.at(node.span, f"`{node.text}` is not {self.describe()}"))
            return None
        return value

    def json_schema(self) -> JSON:
        schema: JSON = {"type": "integer" if self.whole else "number"}
        if self.least is not None:
            schema |= {"minimum": self.least, "maximum": self.most}
        return schema


@dataclass(frozen=True, slots=True)
class Day(ScalarShape):
    """A calendar day in ISO 8601, for the editor's own bookkeeping. What a source dates is a phrase instead."""

    def describe(self) -> str:
        return "a day such as 2023-05-24"

    def convert(self, node: Scalar, found: Findings) -> str | None:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
            try:
                return date.fromisoformat(node.text).isoformat()
            except ValueError:
                year, month = int(node.text[:4]), int(node.text[5:7])
                hint = (
                    f"{node.text[:7]} has {monthrange(year, month)[1]} days"
                    if 1 <= month <= 12 and year
                    else "write year-month-day, such as 2023-05-24"
                )
                found.append(codes.BAD_DAY.at(node.span, f"there is no day {node.text}", hint=hint))
                return None
        found.append(
            codes.BAD_DAY.at(
                node.span, f"`{node.text}` is not a day", hint="write year-month-day, such as 2023-05-24"
            )
        )
        return None

    def json_schema(self) -> JSON:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Pattern(ScalarShape):
    """Text of a fixed form, such as a language tag or a checksum."""

    name: str
    """With its article: "a language tag"."""

    pattern: str
    advice: str
    """What to write: "its tag, such as `en`"."""

    def describe(self) -> str:
        return self.name

    def convert(self, node: Scalar, found: Findings) -> str | None:
        if re.fullmatch(self.pattern, node.text):
            return node.text
        found.append(
            codes.BAD_FORM.at(node.span, f"`{node.text}` is not {self.name}", hint=f"write {self.advice}")
        )
        return None

    def json_schema(self) -> JSON:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class Address(ScalarShape):
    """A web address: http or https, and safe to print as a link."""

    safe: Callable[[str], str | None]
    """Gives the address back if it may be linked, else `None`."""

    def describe(self) -> str:
        return "a web address that starts with https:// or http://"

    def convert(self, node: Scalar, found: Findings) -> str | None:
        address = self.safe(node.text)
        if address is None:
            message, hint = f"this is not {self.describe()}", "copy it from the address bar of a browser"
            if re.match(r"https?://", node.text, re.IGNORECASE):
                message = "this web address cannot be linked safely"
                hint = "write it with a public host's name, without a user name, spaces or odd characters"
            elif re.match(r"[a-z0-9.-]+\.[a-z]{2,}(/|$)", node.text):
                hint = f"write `https://{node.text}`"
            found.append(codes.BAD_ADDRESS.at(node.span, message, hint=hint))
        return address

    def json_schema(self) -> JSON:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


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
