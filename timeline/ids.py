"""What an id looks like, which known word was meant by an unknown one, and which texts look the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: lower-case letters, digits and single hyphens between them."""


LONGEST_ID = 100
"""In characters. An id is a file's name and a folder of the site, which systems limit to 255 bytes."""


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


_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮаеѕіјорсухһԁԛԝӏѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυγκχıɑɡⅼ"
    "օոսհզցՕՏᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "ABESIJKMHOPCTYXYaesijopcyxhdqwlvABEZHIKMNOPTYXaivopuykxiagl"
    "onuhqgOSABCDEHJKLMPRSTVWYZabcdeghijklmnoprstuvwyz",
)
"""Letters, most of them Cyrillic, Greek, Armenian or Cherokee, that a reader takes for a Latin one, capitals apart."""

_TAKES_NO_ROOM = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Besides format characters: what Unicode calls ignorable, and the blanks that are no spaces."""

_MIXED_IN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")

_WORD = re.compile(r"[^\W\d_]+")


def skeleton(text: str) -> str:
    """Bring a text to what a reader sees of it: look-alikes as Latin letters, nothing that takes no room.

    Two texts of one skeleton can hardly be told apart on a screen. It is for comparing, never for printing.
    """
    bare = _TAKES_NO_ROOM.sub("", text)
    shown = "".join(
        char for char in unicodedata.normalize("NFKC", bare) if unicodedata.category(char) != "Cf"
    )
    return " ".join(shown.translate(_LOOKS_LIKE).casefold().split())


def says_nothing(text: str) -> bool:
    """Tell whether nothing of a text can be seen: spaces, format characters, or marks that stand on no letter."""
    bare = _TAKES_NO_ROOM.sub("", text)
    return all(char.isspace() or unicodedata.category(char) in {"Cf", "Mn", "Me"} for char in bare)


def disguised(text: str) -> str:
    """Give the first word that looks Latin and mixes Latin letters with others, or the empty string."""
    if text.isascii():
        return ""
    for found in _WORD.finditer(unicodedata.normalize("NFC", text)):
        word = found[0]
        if not word.isascii() and any(char.isascii() for char in word) and skeleton(word).isascii():
            foreign = (char for char in word if not char.isascii())
            if all(unicodedata.name(char, "").startswith(_MIXED_IN) for char in foreign):
                return word
    return ""
