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


Parses = list[tuple[Rule, Evaluator]]
"""Rules that fit a run of tokens, each with what reads it."""


class Expression:
    """A run of tokens that reads as a date, in one or several ways."""

    __slots__ = ("_general", "_join", "parses", "tokens")

    def __init__(
        self, parses: Parses, tokens: Sequence[Token], join: Callable[[], Parses] | None = None
    ) -> None:
        """Keep what reads the run; `join` gives the parses of general rules, and is asked only if they are needed."""
        self.parses = parses
        """Those of rules that know the whole run."""

        self.tokens = tokens
        self._join = join
        self._general: Parses = []

    @property
    def general(self) -> Parses:
        """The parses of general rules, which join two dates."""
        if self._join is not None:
            self._general, self._join = self._join(), None
        return self._general

    def at(self, context: Context) -> list[Span]:
        """Every reading from one anchor, each named after the rule that gave it.

        General rules are asked only where no rule that knows the whole run has anything to say.
        """
        if len(self.parses) == 1 and self._join is None and not self._general:  # nothing to weigh against it
            made, evaluate = self.parses[0]
            return _named(evaluate(context), made)
        known = context.known.get(self)
        if known is None:
            known = context.known[self] = self._weighed(context)
        out, missing = known
        if missing is not None:
            raise missing
        return out

    def _weighed(self, context: Context) -> tuple[list[Span], AnchorMissing | EventMissing | None]:
        """Ask the rules; kept by the context, since the runs around this one ask for it again and again."""
        out, missing = _readings(self.parses, context)
        if _tells(out, missing):
            return out, None
        out, lack = _readings(self.general, context)
        missing = missing or lack
        if _tells(out, missing):
            return out, None
        return [], missing

    def rules(self) -> list[Rule]:
        """Every rule that fits the run, also where it has nothing to say."""
        return [made for made, _ in (*self.parses, *self.general)]


def _tells(spans: list[Span], missing: AnchorMissing | EventMissing | None) -> bool:
    """Tell whether there is a reading that stands, or only such as are struck out whatever the anchor is."""
    for span in spans:
        if not span.struck:
            return True
    return bool(spans) and missing is None


def _readings(parses: Parses, context: Context) -> tuple[list[Span], AnchorMissing | EventMissing | None]:
    out: list[Span] = []
    missing: AnchorMissing | EventMissing | None = None
    for made, evaluate in parses:
        try:
            out.extend(_named(evaluate(context), made))
        except (AnchorMissing, EventMissing) as lack:
            missing = missing or lack
    return (out if len(out) < 2 else _different(out)), missing


def _different(spans: list[Span]) -> list[Span]:
    """Leave out what repeats an earlier reading: rules that may hold one another would else multiply them."""
    kept: dict[tuple[object, ...], Span] = {}
    for span in spans:
        key = (
            span.start, span.end, span.precision, span.part, span.approximate, span.zone, span.rule, span.struck, span.code,
        )  # fmt: skip
        kept.setdefault(key, span)
    return list(kept.values())


def _named(spans: list[Span], made: Rule) -> list[Span]:
    """Name spans after the rule that gave them: they are its own, and nobody else has named them."""
    for span in spans:
        if not span.rule:
            span.rule = made.name
    return spans


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
        place = self._groups.get(name)
        if place is None:
            return default
        kind, value, _ = self.tokens[place[0]]
        if isinstance(value, int):
            return value
        return 1 if kind == "a" else 2 if kind == "2" else default

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


Fitting = tuple[tuple[Rule, Places], ...]
"""Rules, each with the places of its named parts."""


@lru_cache(maxsize=1)
def _index() -> tuple[list[Rule], Index]:
    """Take all patterns apart when the first phrase is read; return the rule of each, and their index."""
    patterns = [(made, Pattern(pattern)) for made in RULES for pattern in made.patterns]
    return [made for made, _ in patterns], Index([pattern for _, pattern in patterns])


@lru_cache(maxsize=8192)
def matches(signature: str) -> tuple[Fitting, Fitting]:
    """Return every rule whose pattern covers a whole signature; those that know it first, then the general ones."""
    rules, index = _index()
    fitting = [(rules[number], places) for number, places in index.covering(signature)]
    known = tuple([entry for entry in fitting if not entry[0].general])
    return known, tuple([entry for entry in fitting if entry[0].general])


def forget() -> None:
    """Forget what was worked out of the rules, because they have changed."""
    _index.cache_clear()
    matches.cache_clear()
