"""Shapes that are written as one scalar: text, ids, references, words, numbers, days and addresses.

All scalars arrive as text, so `no` is a word and `12:30` is a time until a shape says otherwise. Values that a later
stage may still have to point at (ids, phrases, names) stay `Scalar` nodes, which know their place.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from timeline.codes import fields as codes
from timeline.diagnostics import Diagnostic
from timeline.ids import ID, LONGEST_ID, did_you_mean, looks_like_id, slug
from timeline.shapes import JSON, Findings, ScalarShape
from timeline.source import Scalar


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
        if len(node.text) > LONGEST_ID:
            found.append(
                codes.TEXT_TOO_LONG.at(
                    node.span,
                    f"this id has {len(node.text):,} characters, and {LONGEST_ID} are allowed",
                    hint="an id is part of an address: write a short one",
                )
            )
            return None
        if looks_like_id(node.text):
            return node
        found.append(bad_id(node))
        return None

    def json_schema(self) -> JSON:
        return {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID}


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
    beyond: str = ""
    """What to do about a value that lies up to twice as far out, where one mistake is more likely than others."""

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
            near = 2 * self.least <= value <= 2 * self.most
            found.append(
                codes.BAD_NUMBER.at(
                    node.span,
                    f"`{node.text}` is not {self.describe()}",
                    hint=self.beyond if near else "",
                )
            )
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


_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
"""Mail addresses as people have them. What RFC 5322 allows beyond that would need escapes in a link."""


@dataclass(frozen=True, slots=True)
class Contact(ScalarShape):
    """A mail address, or a web address with a form."""

    web: Address

    def describe(self) -> str:
        return "a mail address, or a web address that starts with https://"

    def convert(self, node: Scalar, found: Findings) -> str | None:
        if _MAIL.fullmatch(node.text):
            return node.text
        if "@" not in node.text or "://" in node.text:
            return self.web.convert(node, found)
        found.append(
            codes.BAD_ADDRESS.at(
                node.span,
                "this is no mail address",
                hint="write one alone, such as `corrections@example.org`",
            )
        )
        return None

    def json_schema(self) -> JSON:
        return {"anyOf": [{"type": "string", "format": "email"}, self.web.json_schema()]}
