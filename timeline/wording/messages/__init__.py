"""Message files: one TOML file for each language, read once.

What enters: a language tag. What leaves: its messages by dotted key, English where one is missing, and which of the files
they come from. A message is a text, or texts by CLDR's plural categories.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

LANGUAGES = ("en", "uk", "ru", "de", "ar")
"""The languages that have a message file."""

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""What CLDR calls the kinds of numbers that a language tells apart."""

Message = str | Mapping[str, str]


def nearest(language: str) -> str | None:
    """Find the message file for a language tag: `de-AT` is read from `de`; `None` where there is none."""
    base = language.replace("_", "-").split("-", maxsplit=1)[0].casefold()
    return base if base in LANGUAGES else None


@cache
def messages_of(language: str) -> Mapping[str, Message]:
    """Read the messages of one of `LANGUAGES`, and nothing else."""
    text = (resources.files(__name__) / f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text)))


@cache
def messages_for(language: str) -> Mapping[str, Message]:
    """Read the messages of one of `LANGUAGES`, those that it lacks in English."""
    return {**messages_of("en"), **messages_of(language)}


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Message]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict) and set(value) <= CATEGORIES:
            yield key, {category: str(text) for category, text in value.items()}
        elif isinstance(value, dict):
            yield from _flat(value, f"{key}.")
