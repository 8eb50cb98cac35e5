"""What an id looks like, and which known word was meant by an unknown one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: lower-case letters, digits and single hyphens between them."""


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


def slug(text: str) -> str:
    """Make what an id could be from any text; may be empty."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
