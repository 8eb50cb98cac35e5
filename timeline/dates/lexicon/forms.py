"""Case forms of adjectives and ordinals, so that the tables of inflected languages stay readable.

What enters: a stem and the name of its declension. What leaves: every form, separated by bars.
"""

from __future__ import annotations

from typing import Final

_ENDINGS: Final[dict[str, str]] = {
    "uk": "ий ого ому им ім а ої ій у ою е і их ими",
    "uk-soft": "ій ього ьому ім я ьої ю ьою є і іх іми ім",
    "ru": "ый ого ому ым ом ая ой ую ою ое ые ых ыми",
    "ru-soft": "ий его ему им ем яя ей юю ею ее ие их ими",
    "ru-stressed": "ой ого ому ым ом ая ой ую ою ое ые ых ыми",
    "ru-third": "ий ьего ьему ьим ьем ья ьей ью ьею ье ьи ьих ьими",
    "de": "e en er es em",
    "fr": " e s es",
    "es": "o a os as",
}


def declined(declension: str, *stems: str) -> str:
    """Return every form of the stems, such as `declined("uk", "перш")`."""
    return "|".join(
        stem + ending for stem in stems for ending in _ENDINGS[declension].replace(" e s", "- e s").split(" ")
    ).replace("-", "")


_NUMERALS: Final = (
    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",
    "xx", "xxi",
)  # fmt: skip


def with_numerals(ordinals: dict[int, str], *endings: str) -> dict[int, str]:
    """Add Roman numerals with each ending to a table of ordinals, in Latin letters and in the Cyrillic ones that look like them.

    A single "i" is the word for "and" in Ukrainian, so it is left to the words around it.
    """
    out = dict(ordinals)
    for number, latin in enumerate(_NUMERALS):
        if number > 1:
            forms = [ordinals.get(number, ""), *(latin + ending for ending in endings or ("",))]
            if not endings:
                forms.append(latin.replace("i", "і").replace("x", "х"))
            out[number] = "|".join(filter(None, forms))
    return out


def table(kind: str, values: dict[int, str]) -> dict[str, str]:
    """Return entries of a table of words, one for each number."""
    return {f"{kind} {number}": words for number, words in values.items()}
