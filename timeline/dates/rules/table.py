"""What a rule is, how its patterns are written, and the registry that the rules fill.

A pattern is a line of token kinds, such as `weekday:WEEKDAY? day:DAY month:MONTH year:YEAR`:

    KIND         one token of that kind (`tokens.KINDS`) or class (`CLASSES`)
    KIND?        the same, may be missing
    A|B          one of several kinds
    name:KIND    the token is handed to the rule under that name
    <name>       any run of tokens that itself reads as a date, handed over as an `Expression`
    !A|B         somewhere in the phrase there is a token of one of these kinds (it saves trying in vain)

Every pattern matches a whole phrase and may begin with a preposition ("in", "at"), unless it starts with `=`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from timeline.dates.context import AnchorMissing, Context, EventMissing
from timeline.dates.spans import Span
from timeline.dates.tokens import KINDS, Token

Evaluator = Callable[[Context], "list[Span]"]
"""Reads a matched phrase from one anchor: every reading the rule allows, struck-out ones included."""

CLASSES: Final[dict[str, str]] = {
    **KINDS,
    "DAY": "NO",
    "YEAR": "Yy",
    "COUNT": "Na_",
    "ORDINAL": "O2",
    "UNITS": "U2G45o",
    "LASTS": "lp;v",
    "NEXTS": "n6",
    "FIRSTLAST": "O2l",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase, the anchor it is read from, and what comes out; run as a test and printed in the docs."""

    phrase: str
    anchor: str
    """EDTF or ISO 8601; empty for none."""

    answer: str
    """EDTF, or an ISO interval for parts of days; `refused` and a code where the phrase is refused."""

    kind: str = "source"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Rule:
    """One named way to read a phrase."""

    name: str
    """Stable id in kebab-case."""

    title: str
    reason: str
    """Why the words are read so."""

    patterns: tuple[str, ...]
    build: Callable[[Match], Evaluator | None] = field(repr=False)
    examples: tuple[Example, ...] = ()
    general: bool = False
    """A rule that joins two dates or counts inside one; it yields to any rule that knows the whole phrase."""


class Expression:
    """A run of tokens that reads as a date, in one or several ways."""

    __slots__ = ("general", "parses", "tokens")

    def __init__(self, parses: Sequence[tuple[Rule, Evaluator]], tokens: Sequence[Token]) -> None:
        if len(parses) == 1 and not parses[0][0].general:  # nearly always
            self.parses, self.general = list(parses), []
        else:
            self.parses = [parse for parse in parses if not parse[0].general]
            self.general = [parse for parse in parses if parse[0].general]
        self.tokens = tokens

    def at(self, context: Context) -> list[Span]:
        """Every reading from one anchor, each named after the rule that gave it.

        General rules, which join two dates, are asked only where no rule that knows the whole run has anything to say.
        """
        if len(self.parses) == 1 and not self.general:  # nearly always: nothing to weigh against it
            made, evaluate = self.parses[0]
            found = evaluate(context)
            for span in found:
                span.rule = span.rule or made.name
            return found
        missing: AnchorMissing | EventMissing | None = None
        for parses in (self.parses, self.general):
            out, lack = _readings(parses, context)
            missing = missing or lack
            if any(not span.struck for span in out) or (out and missing is None):
                return out
        if missing is not None:
            raise missing
        return []


def _readings(
    parses: Sequence[tuple[Rule, Evaluator]], context: Context
) -> tuple[list[Span], AnchorMissing | EventMissing | None]:
    out: list[Span] = []
    missing: AnchorMissing | EventMissing | None = None
    for made, evaluate in parses:
        try:
            found = evaluate(context)
        except (AnchorMissing, EventMissing) as lack:
            missing = missing or lack
            continue
        for span in found:
            if not span.rule:
                span.rule = made.name  # a rule's spans are its own: nobody else has named them
            out.append(span)
    return out, missing


class Match:
    """The tokens that a pattern matched, by name."""

    __slots__ = ("_first", "_groups", "_parse", "signature", "tokens")

    def __init__(
        self,
        tokens: Sequence[Token],
        signature: str,
        groups: dict[str, tuple[int, int]],
        parse: Callable[[int, int], Expression | None],
        first: int = 0,
    ) -> None:
        self.tokens = tokens
        self.signature = signature
        self._groups = groups
        self._parse = parse
        self._first = first

    def has(self, name: str) -> bool:
        """Tell whether the named part was there."""
        return name in self._groups

    def token(self, name: str) -> Token:
        """Return a named token."""
        return self.tokens[self._groups[name][0]]

    def value(self, name: str) -> str:
        """Return the value of a named token as text."""
        return str(self.token(name).value)

    def number(self, name: str, default: int = 0) -> int:
        """Return the value of a named token as a number; a missing one has the default."""
        if name not in self._groups:
            return default
        value = self.token(name).value
        if isinstance(value, int):
            return value
        return 1 if self.token(name).kind == "a" else 2 if self.token(name).kind == "2" else default

    def part(self, name: str) -> Expression | None:
        """Return a named run of tokens, read as a date of its own; `None` when it is not one."""
        first, last = self._groups[name]
        return self._parse(self._first + first, self._first + last)

    def kinds(self, name: str) -> str:
        """Return the kinds of a named run of tokens, as letters."""
        first, last = self._groups[name]
        return self.signature[first:last]

    def count(self, name: str) -> int:
        """Return how many tokens a named run has."""
        first, last = self._groups[name]
        return last - first


RULES: Final[list[Rule]] = []
"""Every rule, in the order of the documentation. The order never decides an answer."""

_PATTERNS: Final[list[tuple[Rule, Pattern]]] = []


class Pattern:
    """A pattern, compiled when a signature that it could match first comes along.

    Compiling all of them at import would take longer than everything else in the package.
    """

    __slots__ = (
        "_stretches",
        "barred",
        "first",
        "last",
        "longest",
        "needs",
        "required",
        "runs",
        "shortest",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self._stretches: tuple[re.Pattern[str], ...] = ()

    def prepare(self) -> None:
        """Work out what a signature must have before it is worth comparing; done when the first phrase is read."""
        raw = self.text.startswith("=")
        items = self.text.removeprefix("=").split()
        needs = [
            _mask(_letters(item.removeprefix("!"))) for item in items if item[0] != "<" and item[-1] != "?"
        ]
        # one bit for each kind
        self.required = 0
        """A signature must have all of these kinds."""

        for need in needs:
            if not need & (need - 1):
                self.required |= need
        self.needs = tuple(need for need in needs if need & (need - 1))
        """A signature must have a kind of each of these."""

        items = [item for item in items if item[0] != "!"]
        self.runs = tuple(item.strip("<>") for item in items if item[0] == "<")
        self.shortest = sum(item[-1] != "?" for item in items)
        self.longest = 1000 if self.runs else len(items) + (not raw)
        self.first = _first_letters(items, raw=raw)
        self.last = _first_letters(items[::-1], raw=True)
        self.barred = 0 if self.runs else ~_mask("".join(map(_letters, items)) + ("" if raw else "i@"))
        """A signature may have none of these kinds."""

    def places(self, signature: str) -> list[dict[str, tuple[int, int]]]:
        """Return the places of the named parts, for every way in which the pattern covers the whole signature."""
        if not self._stretches:
            self._stretches = _compiled(self.text)
        if not self.runs:
            found = self._stretches[0].fullmatch(signature)
            return [] if found is None else [_places(found)]
        found = self._stretches[0].match(signature)
        return [] if found is None else self._after(signature, 0, found.end(), _places(found))

    def _after(
        self, signature: str, run: int, start: int, known: dict[str, tuple[int, int]]
    ) -> list[dict[str, tuple[int, int]]]:
        out = []
        stretch, last = self._stretches[run + 1], run + 1 == len(self.runs)
        if last and not stretch.pattern:
            return [{**known, self.runs[run]: (start, len(signature))}] if start < len(signature) else []
        if not stretch.pattern and run + 2 == len(self.runs) and not self._stretches[-1].pattern:
            # two runs side by side, such as a time and a day
            left, right, size = self.runs[run], self.runs[run + 1], len(signature)
            return [{**known, left: (start, end), right: (end, size)} for end in range(start + 1, size)]
        for end in range(start + 1, len(signature) + 1):
            found = stretch.fullmatch(signature, end) if last else stretch.match(signature, end)
            if found is None:
                continue
            places = {**known, self.runs[run]: (start, end), **_places(found)}
            out.extend([places] if last else self._after(signature, run + 1, found.end(), places))
        return out


_BITS: Final = {letter: 1 << number for number, letter in enumerate(sorted(set("".join(CLASSES.values()))))}


def _mask(letters: str) -> int:
    mask = 0
    for letter in letters:
        mask |= _BITS[letter]
    return mask


def _first_letters(items: list[str], *, raw: bool) -> frozenset[str] | None:
    """The kinds with which a match may begin; `None` for any."""
    letters = set() if raw else set("i@")
    for item in items:
        if item.startswith("<"):
            return None
        letters.update(_letters(item))
        if not item.endswith("?"):
            break
    return frozenset(letters)


def _letters(item: str) -> str:
    kinds = item.removesuffix("?").rpartition(":")[2]
    return "".join(CLASSES[kind] for kind in kinds.split("|"))


def _compiled(text: str) -> tuple[re.Pattern[str], ...]:
    """Turn a pattern into regular expressions over signatures: plain stretches, with runs of unknown length between."""
    stretches = [[] if text.startswith("=") else ["[i@]?"]]
    for item in text.removeprefix("=").split():
        if item[0] == "!":
            continue
        if item.startswith("<"):
            stretches.append([])
            continue
        name, colon, _ = item.removesuffix("?").rpartition(":")
        letters = re.escape(_letters(item))
        group = f"(?P<{name}>[{letters}])" if colon else f"[{letters}]"
        stretches[-1].append(group + ("?" if item.endswith("?") else ""))
    return tuple(re.compile("".join(stretch)) for stretch in stretches)


def rule(
    name: str,
    title: str,
    *patterns: str,
    reason: str,
    examples: Iterable[Example] = (),
    general: bool = False,
) -> Callable[[Callable[[Match], Evaluator | None]], Rule]:
    """Register a rule; the decorated function turns a match into an evaluator, or `None` when it does not apply."""

    def register(build: Callable[[Match], Evaluator | None]) -> Rule:
        made = Rule(name, title, reason, patterns, build, tuple(examples), general)
        RULES.append(made)
        for pattern in patterns:
            _PATTERNS.append((made, Pattern(pattern)))
            _by_first.cache_clear()
            _by_ends.cache_clear()
        return made

    return register


@lru_cache(maxsize=256)
def _by_first(letter: str) -> tuple[tuple[Rule, Pattern], ...]:
    """The patterns that may match a signature which begins with a kind."""
    _prepared(len(_PATTERNS))
    return tuple(entry for entry in _PATTERNS if entry[1].first is None or letter in entry[1].first)


@lru_cache(maxsize=4096)
def _by_ends(ends: str) -> tuple[tuple[Rule, Pattern], ...]:
    """Those of them that may match one which ends with another kind."""
    return tuple(entry for entry in _by_first(ends[0]) if entry[1].last is None or ends[1] in entry[1].last)


@lru_cache(maxsize=1)
def _prepared(_count: int) -> None:
    for _, pattern in _PATTERNS:
        pattern.prepare()


@lru_cache(maxsize=8192)
def matches(signature: str) -> tuple[tuple[Rule, dict[str, tuple[int, int]]], ...]:
    """Return every rule whose pattern covers a whole signature, with the places of its named parts."""
    size, mask = len(signature), 0
    for letter in signature:
        mask |= _BITS[letter]
    absent = ~mask
    out: list[tuple[Rule, dict[str, tuple[int, int]]]] = []
    for made, pattern in _by_ends(signature[0] + signature[-1]):
        if (
            pattern.required & absent
            or mask & pattern.barred
            or not pattern.shortest <= size <= pattern.longest
        ):
            continue
        for need in pattern.needs:
            if not mask & need:
                break
        else:
            out.extend((made, places) for places in pattern.places(signature))
    return tuple(out)


def _places(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    return {name: found.span(name) for name, text in found.groupdict().items() if text}
