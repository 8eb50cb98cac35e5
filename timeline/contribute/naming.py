r"""A file name from a title: the id that a new record gets.

What enters: the words that name the record, and the ids that are taken. What leaves: an id that no other record has, that
every machine can hold as a file name, and that a person can say aloud. What it refuses: nothing. Words of which nothing
would remain give the name of the kind of record instead, such as `claim`.

1.  The words, in Unicode NFC, are put in lower case, and letters are written in Latin ones by `LETTERS`. Then they are taken
    apart (NFKD), marks (category Mn) are dropped, and the same is done once more for what was under them. What is still not
    `a-z` or `0-9` parts words. Apostrophes are dropped: `Shevels’k` is `shevelsk`.
2.  The words are joined by hyphens, as many whole ones as fit in 60 characters; a first word that is longer is cut.
3.  A name that means something else (`RESERVED` ids, or device names of Windows) gets `-1`.
4.  A name that is taken gets `-2`, `-3` and so on.

An id is for ever: this makes new ones and never another for a record that has one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from timeline.ids import looks_like_id
from timeline.registries import RESERVED
from timeline.source.folder import LONGEST_NAME, WINDOWS_NAMES

LONGEST = 60
"""Characters of a made id. The reader allows more."""

LETTERS = str.maketrans(
    dict(zip("абвгґдезиійклмнопрстуфыэєё", "abvggdeziiiklmnoprstufyeee", strict=True))
    | {"ж": "zh", "ї": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
    | {"ъ": "", "ь": "", "ў": "u", "ђ": "dj", "ѓ": "g", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj"}
    | {"ћ": "c", "ќ": "k", "џ": "dz"}
    | dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True))
    | {"θ": "th", "χ": "ch", "ψ": "ps", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
    | {"ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
    | dict.fromkeys("'’ʼ‘`´", "")
)
"""How letters are written that have no accent to take off: Cyrillic near to how English prints names, Greek, and a few of
the Latin ones. It is for file names alone; names of people and places stand in their records as they are printed."""


def id_from(text: str, taken: Collection[str] = (), *, kind: str = "claim") -> str:
    """Make an id.

    Args:
        text: The words that name the record.
        taken: Ids, aliases too, that other records of the folder have.
        kind: What to call it if nothing of its words remains.
    """
    words = latin_words(text)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    name = name or kind
    if name in RESERVED or WINDOWS_NAMES.fullmatch(name):
        name = f"{name}-1"
    number, free = 2, name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free


def claim_id(speaker: str, words: str, taken: Collection[str] = ()) -> str:
    """Make the id of a claim: its first speaker, unless the words begin with it, and its title or the claim itself."""
    lead, rest = latin_words(speaker), latin_words(words)
    return id_from(" ".join(rest if rest[: len(lead)] == lead else [*lead, *rest]), taken)


def latin_words(text: str) -> list[str]:
    """Give the words of a text as an id can hold them."""
    written = unicodedata.normalize("NFC", text).lower().translate(LETTERS)
    apart = unicodedata.normalize("NFKD", written)
    bare = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return re.findall(r"[a-z0-9]+", bare.lower().translate(LETTERS))


def may_be_id(name: str, taken: Collection[str]) -> str:
    """Say why a name that somebody chose cannot be the id of a new record; an empty string if it can."""
    if not looks_like_id(name):
        better = "-".join(latin_words(name))
        return f"{name!r} is not made of a-z, 0-9 and single hyphens" + (
            f"; {better} would be" if better else ""
        )
    if name in taken:
        return f"{name} is taken; an id is for ever"
    if name in RESERVED or WINDOWS_NAMES.fullmatch(name):
        return f"{name} has a meaning of its own"
    return f"{name} is longer than {LONGEST_NAME} characters" if len(name) > LONGEST_NAME else ""
