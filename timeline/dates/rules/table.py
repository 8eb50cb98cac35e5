"""What a rule is, and the registry that the rules fill. How their patterns are written stands in `patterns`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.dates.context import AnchorMissing, Context, EventMissing
from timeline.dates.rules.patterns import Index, Pattern, Places
from timeline.dates.spans import Span
from timeline.dates.tokens import Token

Evaluator = Callable[[Context], "list[Span]"]
"""Reads a matched phrase from one anchor: every reading the rule allows, struck-out ones included."""


class Example(NamedTuple):
    """A phrase, the anchor it is read from, and what comes out; run as a test and printed in the docs."""

    phrase: str
    anchor: str
    """EDTF or ISO 8601; empty for none."""

    answer: str
    """EDTF, or an ISO interval for parts of days; `refused` and a code where the phrase is refused."""

    kind: str = "source"
    language: str = "en"


class Rule(NamedTuple):
    """One named way to read a phrase."""

    name: str
    """Stable id in kebab-case."""

    title: str
    reason: str
    """Why the words are read so."""

    patterns: tuple[str, ...]
    build: Callable[[Match], Evaluator | None]
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

    def rules(self) -> list[Rule]:
        """Every rule that fits the run, also where it has nothing to say."""
        return [made for made, _ in (*self.parses, *self.general)]


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
        groups: Places,
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
        forget()
        return made

    return register


@lru_cache(maxsize=1)
def _index() -> tuple[list[Rule], Index]:
    """Take all patterns apart when the first phrase is read; return the rule of each, and their index."""
    patterns = [(made, Pattern(pattern)) for made in RULES for pattern in made.patterns]
    return [made for made, _ in patterns], Index([pattern for _, pattern in patterns])


@lru_cache(maxsize=8192)
def matches(signature: str) -> tuple[tuple[Rule, Places], ...]:
    """Return every rule whose pattern covers a whole signature, with the places of its named parts."""
    rules, index = _index()
    return tuple([(rules[number], places) for number, places in index.covering(signature)])


def forget() -> None:
    """Forget what was worked out of the rules, because they have changed."""
    _index.cache_clear()
    matches.cache_clear()
