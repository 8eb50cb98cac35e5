"""What to say of a phrase that no rule reads: the part of it that can be read, its likely language, letters of two scripts.

What enters: a refusal and its phrase. What leaves: the refusal with a better hint. Asked only where a person reads the
answer, since looking for the reason costs more than the refusal itself.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from timeline.dates.conclusion import shorten
from timeline.dates.lexicon import LANGUAGES
from timeline.dates.parse import expression_of
from timeline.dates.tokens import MAX_LENGTH
from timeline.dates.types import Refusal

_NAMES: Final = {
    "en": "English", "uk": "Ukrainian", "ru": "Russian", "de": "German", "fr": "French", "es": "Spanish",
}  # fmt: skip


def advised(refusal: Refusal, phrase: str, language: str) -> Refusal:
    """Say in the hint what could be read of a phrase that no rule reads, or why nothing could."""
    if refusal.code != "D301" or len(phrase) > MAX_LENGTH:
        return refusal
    language = language if language in LANGUAGES else language.lower().partition("-")[0].partition("_")[0]
    mixed = _mixed(phrase)
    if mixed:
        return refusal._replace(hint=f"“{mixed[0]}” has both Latin and Cyrillic letters ({', '.join(mixed[1])}), which only "
            f"look alike; type the word anew; {refusal.hint}",
        )  # fmt: skip
    other = _other_language(phrase, language)
    if other:
        return refusal._replace(
            hint=f"these words look {other}, and were read as {_in_words(language)}: "
            f"set the source's `language:`; {refusal.hint}",
        )
    part = _readable(phrase, language)
    return refusal._replace(hint=f"of these words `{part}` can be read; {refusal.hint}") if part else refusal


def _in_words(language: str) -> str:
    return _NAMES.get(language, language)


def _mixed(phrase: str) -> tuple[str, list[str]] | None:
    """Find a word in letters of two scripts, and the letters of the script that is rarer in it."""
    for word in phrase.split():
        latin, cyrillic = _letters(word, "LATIN"), _letters(word, "CYRILLIC")
        if latin and cyrillic:
            few, name = (latin, "Latin") if len(latin) <= len(cyrillic) else (cyrillic, "Cyrillic")
            return shorten(word), [f"{name} {letter}" for letter in dict.fromkeys(few)]
    return None


def _letters(text: str, script: str) -> list[str]:
    return [sign for sign in text if unicodedata.name(sign, "").startswith(script)]


def _other_language(phrase: str, language: str) -> str:
    """Name the language of a phrase that is not the one it was said to be in, empty if that cannot be told."""
    if not any(sign.isalpha() for sign in phrase):
        return ""
    reads = [other for other in LANGUAGES if other != language and _reads(phrase, other)]
    if reads:
        return " or ".join(_NAMES[other] for other in reads)
    if language in {"uk", "ru"}:
        return ""
    cyrillic = set(_letters(phrase.lower(), "CYRILLIC"))
    if not cyrillic or any(_letters(word, "LATIN") for word in phrase.split()):
        return ""
    if cyrillic & set("іїєґ"):
        return _NAMES["uk"]
    return _NAMES["ru"] if cyrillic & set("ыэъё") else "Ukrainian or Russian"


def _reads(phrase: str, language: str) -> bool:
    found = expression_of(phrase, language)
    return found is not None and all(token.kind != "X" for token in found.tokens)


def _readable(phrase: str, language: str) -> str:
    """Return the longest run of words that can be read."""
    words = phrase.split()
    if len(words) > 24:
        return ""
    for size in range(min(len(words) - 1, 8), 0, -1):
        for first in range(len(words) - size + 1):
            part = " ".join(words[first : first + size]).strip(",;:.()“”\"'!?")
            found = expression_of(part, language) if part else None
            if found is not None and any(token.kind in _DATING for token in found.tokens):
                return part
    return ""


_DATING: Final = frozenset("MWYDTdCIL$QSO")
"""Kinds of words that tell a date by themselves."""
