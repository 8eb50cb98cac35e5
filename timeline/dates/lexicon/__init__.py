"""The words of each language, by meaning.

What enters: a language code. What leaves: a `Lexicon` compiled from that language's table, once. Each table maps a
kind and a value ("MONTH 5") to the words that mean it; a run of several words ("the day before yesterday") counts as
one. Names of months and weekdays in all their case forms come from `cldr`, which a script generates.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Final, NamedTuple

LANGUAGES: Final = ("en", "uk", "ru", "de", "fr", "es")
"""Languages with a table of words. Any other accepts ISO 8601 and EDTF only."""

Meaning = tuple[tuple[str, object], ...] | None
"""Kinds and values of the tokens that a word stands for; `None` for a word that says nothing about time."""


class Lexicon(NamedTuple):
    """The compiled words of one language."""

    singles: Mapping[str, Meaning]
    runs: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], Meaning], ...]]
    """Runs of words by their first two words, the longest first."""

    ordinal_suffixes: frozenset[str]
    starts: frozenset[str] = frozenset()
    """The first words of the runs."""


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon:
    """Return the words of a language; a language without a table has none."""
    if language not in LANGUAGES:
        return Lexicon({}, {}, frozenset())
    module = import_module(f"timeline.dates.lexicon.{language}")
    names = import_module("timeline.dates.lexicon.cldr")
    return compile_words(
        {
            **module.WORDS,
            **_names("MONTH", names.MONTHS[language]),
            **_names("WEEKDAY", names.WEEKDAYS[language]),
        },
        module.ORDINAL_SUFFIXES,
    )


def _names(kind: str, names: tuple[str, ...]) -> dict[str, str]:
    first = 1 if kind == "MONTH" else 0
    return {f"{kind} {number} cldr": f"{words}|{_plain(words)}" for number, words in enumerate(names, first)}


def _plain(words: str) -> str:
    """Drop the accents that typists leave out, as in "decembre"; Cyrillic letters are other letters with theirs."""
    return words.translate(_ACCENTS)


_ACCENTS: Final = str.maketrans("áâéèêíóôúû", "aaeeeioouu")


def compile_words(table: Mapping[str, str], suffixes: str) -> Lexicon:
    """Compile a table of `"KIND value": "words | more words"`; `KIND value + KIND value` stands for two tokens."""
    from timeline.dates.tokens import KINDS  # noqa: PLC0415 -- tokens are cut with the help of a lexicon

    singles: dict[str, Meaning] = {}
    runs: dict[tuple[str, str], list[tuple[tuple[str, ...], Meaning]]] = {}
    for key, words in table.items():
        meaning: Meaning = None
        if not key.startswith("DROP"):
            meaning = tuple(_meaning(part, KINDS) for part in key.removesuffix(" cldr").split(" + "))
        for item in words.split("|"):
            run = tuple(item.split())
            if len(run) == 1:
                singles.setdefault(run[0], meaning)
            elif run:
                runs.setdefault((run[0], run[1]), []).append((run, meaning))
    # "at the time" in a table means the same as "time" does after the articles are dropped, so both are kept
    ordered = {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in runs.items()}
    return Lexicon(singles, ordered, frozenset(suffixes.split()), frozenset(first for first, _ in ordered))


def _meaning(text: str, kinds: Mapping[str, str]) -> tuple[str, object]:
    kind, _, value = text.strip().partition(" ")
    number = value.lstrip("-").isdigit()
    return kinds[kind], int(value) if number else value
