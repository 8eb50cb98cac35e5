"""Finding the record that a value names: by id, by old id, by name, or as a new inline record.

What enters: a scalar of an event file. What leaves: an id, or a finding. A value made only of `a-z`, `0-9` and hyphens
is an id and must exist. Other text that equals a record's name is that record, and anything else is an inline record:
the same one wherever its text is the same.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping

from timeline.codes import links as codes
from timeline.diagnostics import Diagnostic, Label, Span
from timeline.ids import did_you_mean, disguised, looks_like_id, skeleton, slug
from timeline.model import UNSTATED
from timeline.source import Scalar

FOLDER_WORDS = {
    "events": "event",
    "sources": "source",
    "speakers": "speaker",
    "places": "place",
    "topics": "topic",
    "narratives": "narrative",
}


def folded(text: str) -> str:
    """Bring a name to the form in which names are compared: NFC, case-folded, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def article(noun: str) -> str:
    """Put the article before the word for a kind of record."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def inline_id(text: str) -> str:
    """Make the id of an inline record: what can be read of its text, and a checksum that tells it from all others."""
    checksum = hashlib.sha256(folded(text).encode()).hexdigest()[:8]
    readable = slug(unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode())[:40].strip("-")
    return f"{readable}-{checksum}" if readable else f"inline-{checksum}"


def difference(text: str, known: str) -> str:
    """Name the first character by which a text differs from one that looks the same."""
    odd = next((char for char in text if not char.isascii() and char not in known), "")
    return (
        f"has U+{ord(odd):04X} {unicodedata.name(odd, '')} in it".replace("  ", " ")
        if odd
        else "is written otherwise"
    )


class Catalogue:
    """The records of one folder, as far as values may name them."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.spans: dict[str, Span] = {}
        self.aliases: dict[str, str] = {}
        self.alias_spans: dict[str, Span] = {}
        self.names: dict[str, set[str]] = {}
        self.skeletons: dict[str, tuple[str, str, Span]] = {}
        """By what a reader sees of it: a name or id, the record that it stands for, and where that is written."""
        self.inline: dict[str, Scalar] = {}
        self.unread: set[str] = set()
        """Ids of files that could not be read: they exist, and their own findings say what is wrong with them."""

    def add(self, record_id: str, span: Span, names: Collection[str]) -> None:
        """Enter a record that has a file."""
        self.spans[record_id] = span
        for name in names:
            self.names.setdefault(folded(name), set()).add(record_id)
        for name in (record_id, *names):
            self.skeletons.setdefault(skeleton(name), (name, record_id, span))

    def check_names(self, record_id: str, names: Iterable[Scalar], found: list[Diagnostic]) -> None:
        """Find names of a record that look like another record's. All records must have been entered."""
        for name in names:
            known, owner, span = self.skeletons.get(skeleton(name.text), (name.text, record_id, name.span))
            if owner != record_id and folded(known) != folded(name.text):
                word = FOLDER_WORDS[self.folder]
                found.append(
                    codes.LOOK_ALIKE.at(
                        name.span,
                        f"this name looks like that of the {word} `{owner}`, but {difference(name.text, known)}",
                        hint="type the name anew",
                        related=(Label(span, f"`{owner}`"),),
                    )
                )

    def add_aliases(self, record_id: str, aliases: Iterable[Scalar], found: list[Diagnostic]) -> None:
        """Enter the old ids of a record; one that is taken is a finding. All records must have been entered."""
        for alias in aliases:
            taken = self.spans.get(alias.text) or self.alias_spans.get(alias.text)
            if taken is None:
                self.aliases[alias.text] = record_id
                self.alias_spans[alias.text] = alias.span
                continue
            owner = alias.text if alias.text in self.spans else self.aliases[alias.text]
            whose = "this very" if owner == record_id else "another"
            found.append(
                codes.ID_TAKEN.at(
                    alias.span,
                    f"the id `{alias.text}` belongs to {whose} {FOLDER_WORDS[self.folder]}",
                    hint="an id is for ever and cannot be given twice; leave this alias out",
                    related=(
                        Label(
                            taken,
                            "it is the id of this record" if alias.text in self.spans else "it is given here",
                        ),
                    ),
                )
            )

    def by_id(
        self, value: Scalar, found: list[Diagnostic], others: Mapping[str, Catalogue], *, but_not: str = ""
    ) -> str | None:
        """Find the record with an id; one that does not exist is a finding with the nearest known one.

        `but_not` is an id that cannot be meant, such as that of the claim that looks for another.
        """
        record_id = self.aliases.get(value.text, value.text)
        if record_id in self.spans:
            return record_id
        if record_id in self.unread:
            return None
        word = FOLDER_WORDS[self.folder]
        elsewhere = next((name for name, other in others.items() if value.text in other.spans), None)
        if elsewhere is not None:
            found.append(
                codes.WRONG_KIND.at(
                    value.span,
                    f"`{value.text}` is {article(FOLDER_WORDS[elsewhere])}, and here stands {article(word)}",
                    hint=did_you_mean(value.text, self.spans) or f"write the id of {article(word)}",
                    related=(Label(others[elsewhere].spans[value.text], "its record"),),
                )
            )
            return None
        found.append(
            codes.UNKNOWN_ID.at(
                value.span, f"there is no {word} `{value.text}`", hint=self.hint(value.text, but_not)
            )
        )
        return None

    def hint(self, text: str, but_not: str = "") -> str:
        """Say what to write instead of an id that does not exist."""
        same_name = self.names.get(folded(text), set())
        known = [one for one in (*self.spans, *self.aliases) if one != but_not]
        near = f"did you mean `{min(same_name)}`?" if same_name else did_you_mean(text, known)
        if near:
            return near
        return f"make `content/{self.folder}/{text}.yml`" + (
            ""
            if self.folder in {"events", "narratives"}
            else f", or write a name instead, such as `{text.replace('-', ' ').title()}`"
        )

    def find(
        self,
        value: Scalar,
        found: list[Diagnostic],
        others: Mapping[str, Catalogue],
        *,
        key: Callable[[str], str | None] = lambda _: None,
    ) -> str | None:
        """Find the record that a value names, or make an inline one.

        `key` may know the value in another way, such as a source by its address.
        """
        text = value.text.strip()
        if looks_like_id(value.text):
            return self.by_id(value, found, others)
        known = key(text)
        matches = {known} if known is not None else self.names.get(folded(text), set())
        if len(matches) > 1:
            listed = " or ".join(f"`{match}`" for match in sorted(matches))
            found.append(
                codes.AMBIGUOUS_NAME.at(
                    value.span,
                    f"several records are named “{text}”",
                    hint=f"write the id: {listed}",
                    related=tuple(Label(self.spans[match], f"`{match}`") for match in sorted(matches)),
                )
            )
            return None
        if matches:
            return next(iter(matches))
        if self.looks_like_another(value, found):
            return None
        meant = slug(text)
        if meant in self.spans:
            found.append(
                codes.NEARLY_AN_ID.at(
                    value.span,
                    f"“{text}” makes a new {FOLDER_WORDS[self.folder]} beside `{meant}`",
                    hint=f"write `{meant}`, or add “{text}” to the names of that record",
                    related=(Label(self.spans[meant], f"`{meant}`"),),
                )
            )
        record_id = inline_id(text)
        self.inline.setdefault(record_id, value)
        self.skeletons.setdefault(skeleton(text), (text, record_id, value.span))
        return record_id

    def looks_like_another(self, value: Scalar, found: list[Diagnostic]) -> bool:
        """Find free text that a reader would take for a known name or id, or for Latin letters that it is not."""
        text = value.text.strip()
        seen = skeleton(text)
        is_plain = seen == folded(text)
        known = self.skeletons.get(seen)
        if known is None and not is_plain and seen.isascii() and slug(seen) in self.spans:
            known = (slug(seen), slug(seen), self.spans[slug(seen)])
        if known is None and seen == UNSTATED and not is_plain:
            known = (UNSTATED, UNSTATED, value.span)
        if known is not None and folded(known[0]) != folded(text):
            name, owner, span = known
            what = f"the {FOLDER_WORDS[self.folder]} `{owner}`" if owner in self.spans else f"“{name}”"
            found.append(
                codes.LOOK_ALIKE.at(
                    value.span,
                    f"this looks like {what}, but {difference(text, name)}",
                    hint=f"write `{name}`",
                    related=(Label(span, "written here"),) if span != value.span else (),
                )
            )
            return True
        word = disguised(text)
        if word:
            found.append(
                codes.LOOK_ALIKE.at(
                    value.span,
                    f"“{word}” looks like Latin letters alone, but {difference(word, skeleton(word))}",
                    hint="type it anew, in the letters of one alphabet",
                )
            )
        return bool(word)
