"""A phrase read by every rule that fits it.

What enters: a phrase and its language. What leaves: an `Expression` with every reading that the rules allow, still
without an anchor, or `None`. Results are kept, since reports say "on Friday" again and again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline.dates import rules
from timeline.dates.rules.table import Expression, Fitting, Match, Parses, matches
from timeline.dates.tokens import MAX_TOKENS, Token, normalise, tokenise

__all__ = ["expression_of"]

assert rules.RULES, "importing the rules fills the table"  # noqa: S101


@lru_cache(maxsize=4096)
def expression_of(phrase: str, language: str) -> Expression | None:
    """Read a phrase; `None` when no rule reads it."""
    tokens = tokenise(normalise(phrase), language)
    if not tokens or len(tokens) > MAX_TOKENS:
        return None
    return _Parser(tokens).part(0, len(tokens))


class _Parser:
    """Reads each run of tokens once, however many rules ask for it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.signature = "".join([token.kind for token in tokens])
        self.known: dict[tuple[int, int], Expression | None] = {}

    def part(self, first: int, last: int) -> Expression | None:
        key = (first, last)
        if key in self.known:
            return self.known[key]
        self.known[key] = None
        signature = self.signature[first:last]
        if "X" in signature and not ("A" in signature or "b" in signature or "J" in signature):
            return None  # only what is told after or before something, and other calendars, may have unknown words
        tokens = self.tokens[first:last]
        knowing, general = matches(signature)
        found = None
        parses = self._parses(knowing, tokens, signature, first)
        if parses:
            join = (lambda: self._parses(general, tokens, signature, first)) if general else None
            found = Expression(parses, tokens, join)
        elif general:
            joined = self._parses(general, tokens, signature, first)
            found = Expression([], tokens, lambda: joined) if joined else None
        self.known[key] = found
        return found

    def _parses(self, fitting: Fitting, tokens: Sequence[Token], signature: str, first: int) -> Parses:
        """Let each rule build what reads the tokens; leave out those that do not apply."""
        parses: Parses = []
        for rule, places in fitting:
            evaluate = rule.build(Match(tokens, signature, places, self.part, first))
            if evaluate is not None:
                parses.append((rule, evaluate))
        return parses
