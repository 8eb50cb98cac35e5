"""Phrases cut into typed tokens, so that one set of rules serves every language.

What enters: a phrase and its language. What leaves: a list of `Token`, each with one letter for its kind; the letters
together are the phrase's signature, and the rules are patterns over signatures (see `rules.table`). Words that say
nothing about time ("the", "of", commas) are dropped. A word that no table knows becomes a token of kind `X`, which
only one rule accepts, so that an unknown word can never be skipped over silently.

One regular expression without nested repetition cuts the text, and its length is capped before, so that hostile text
costs no more than its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.dates.lexicon import Lexicon, Meaning, lexicon

MAX_LENGTH: Final = 200
"""Characters; a longer text is not a date phrase."""

MAX_TOKENS: Final = 28


class Token(NamedTuple):
    """A word or number, its kind and its meaning."""

    kind: str
    """One letter, see `KINDS`."""

    value: object
    text: str


KINDS: Final[dict[str, str]] = {
    "NUM": "N", "YEAR4": "Y", "YEAR2": "y", "ORD": "O", "MONTH": "M", "WEEKDAY": "W", "UNIT": "U", "PART": "P",
    "SEASON": "S", "LAST": "l", "THIS": "t", "NEXT": "n", "SAME": "s", "THAT": "h", "PREV": "v", "FOLL": "f",
    "AGO": "g", "LATER": "r", "EARLIER": "e", "BEFORE": "b", "AFTER": "A", "IN": "i", "A": "a", "DAYS": "D",
    "TONIGHT": "T", "NOW": "K", "VAGUE": "V", "EDGE": "E", "HALF": "/", "CLOCK": "C", "AMPM": "m", "OCLOCK": "o",
    "NOON": "c", "ZONE": "z", "ABOUT": "k", "AND": "&", "TO": "-", "FROM": "F", "BETWEEN": "B", "UNTIL": "x",
    "BY": "j", "SINCE": "q", "NUMERIC": "d", "ISO": "I", "PAIR": "u", "QUARTER": "Q", "DECADE": "$", "YEARWORD": "G",
    "HOLIDAY": "L", "CALENDAR": "J", "WAR": "w", "ENDED": "Z", "PAST": "p", "AT": "@", "UNKNOWN": "X", "SECOND": "2",
    "TURN": "7", "NIGHT": "9", "NEXTLAST": "8", "DAYWORD": "4", "QUARTERWORD": "5", "COMING": "6", "OFFSET": "3",
    "ERA": "1", "DTG": "0", "FEW": "_", "FOR": "=", "TODATE": "#", "STATED": "!", "OUT": "?", "WITHIN": "%",
    "AGOPRE": "<", "HALFWORD": "H", "LIMIT": ">", "START": "^", "LATEST": ";", "PERIODWORD": "R", "FINAL": "~", "OR": "*", "WILL": "+",
}  # fmt: skip
"""The name of each kind in the patterns of the rules, and its letter in signatures."""


@lru_cache(maxsize=1)
def _cutter() -> re.Pattern[str]:
    """Compile the expression that cuts phrases when the first one comes."""
    return re.compile(
        # most pieces are words and spaces, so they are tried first
        r"(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*(?!\d))"
        r"|(?P<space>[\s,;()«»\"“”„\[\].]+)"
        r"|(?P<iso>\d{4}-\d\d-\d\dt\d\d(?::\d\d(?::\d\d(?:\.\d{1,9})?)?)?(?:z|[+-]\d\d(?::?\d\d)?)?(?:\[[a-z0-9_+/-]{1,60}\])?)"
        r"|(?P<dtg>\d{6}[a-z](?:[a-z]{3}\d\d(?:\d\d)?)?(?![^\W_]))"
        r"|(?P<roman>\d{1,2} ?[./-] ?[ivxіх]{1,4} ?[./-] ?(?:\d{4}|\d\d)(?!\d)|\d{1,2}\.[ivxіх]{1,4}(?![^\W_]))"
        r"|(?P<numeric>\d{1,4}(?P<mark>[./-])\d{1,2}(?P=mark)\d{1,4}(?!\d))"
        r"|(?P<clock>\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d))"
        r"|(?P<hclock>\d{1,2} ?[hчг] ?\d\d(?!\d))"
        r"|(?P<half>h[12](?!\w))"
        r"|(?P<decade>\d{2,4}'?s\b|\d{2,4}-?(?:х|ті|ні|ві|тих|них|вих|е|ые|ых|ми|er|ern)(?!\w)|'\d0s\b)"
        r"|(?P<monthyear>(?:0?[1-9]|1[0-2])\.\d{4}(?!\d|\.\d))"
        r"|(?P<pair>\d{1,2}[./]\d{1,2}(?![\d]))"
        r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th|er|ère|ème|e|nd|º|ª|°|\.º)(?![^\W_]))"
        r"|(?P<suffixed>\d{1,4}(?:-[^\W\d_]{1,4}|[а-яіїє]{1,3})(?![^\W_]))"
        r"|(?P<short>'\d\d(?!\d))"
        r"|(?P<quarter>q[1-4](?!\w)|[1-4]q(?!\w))"
        r"|(?P<digits>\d+)"
        r"|(?P<letters>[^\W\d_]+)"
        r"|(?P<sign>.)",
        re.DOTALL,
    )


_FOLD: Final = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "–": "–", "—": "–", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ",
    "\u202f": " ", "\u2009": " ", "\u00ad": None, "\u200b": None, "\u0301": None,
})  # fmt: skip


def normalise(phrase: str) -> str:
    """Bring a phrase to the one form that the tables know: composed, lower case, plain quotes, single spaces."""
    if not phrase.isascii():
        phrase = unicodedata.normalize("NFC", phrase).translate(_FOLD)
    if phrase.endswith("]"):
        phrase = re.sub(r"(?<=[^\W_.])(?:\[\d{1,3}\]){1,9}$", "", phrase)  # the marks of notes
    return " ".join(phrase.lower().split())


def tokenise(text: str, language: str) -> list[Token]:
    """Cut a normalised phrase into tokens."""
    words = lexicon(language)
    pieces = text.split(" ")
    raw: list[Token | str] = []
    if len(pieces) > 2 * MAX_TOKENS:
        return [Token("X", None, text)]
    singles, hyphen = words.singles, False
    for index, piece in enumerate(pieces):
        if piece in singles:  # most pieces are words
            raw.append(piece)
            continue
        bare = piece.rstrip(",")
        if bare.isdecimal():  # and most others a day or a year
            raw.extend(_figures(bare))
            continue
        if index and piece[:1] in _HOURS and pieces[index - 1][-2:].isdigit():  # "9 h 30" is cut as a whole
            raw = list(_cut(text, language))
            hyphen = "-" in text
            break
        raw.extend(_cut(piece, language))
        hyphen = hyphen or "-" in piece
    if len(raw) > 2 * MAX_TOKENS:
        return [Token("X", None, text)]
    return _merged(_known(_compounds(raw, words) if hyphen else raw, words, language))


_HOURS: Final = frozenset("hчг")


@lru_cache(maxsize=8192)
def _cut(text: str, language: str) -> tuple[Token | str, ...]:
    """Cut a text without spaces into words and into tokens of figures and signs."""
    words = lexicon(language)
    raw: list[Token | str] = []
    for found in _cutter().finditer(text):
        kind = found.lastgroup or ""
        if kind in {"word", "letters"}:
            raw.append(found[0])
        elif (
            kind == "digits"
            and language == "de"
            and len(found[0]) < 3
            and text[found.end() : found.end() + 1] == "."
        ):
            raw.append(Token("O", int(found[0]), found[0]))  # "am 21." says "twenty-first"
        elif kind != "space":
            raw.extend(_READERS[kind](found[0], words))
        if len(raw) > 2 * MAX_TOKENS:
            break
    return tuple(raw)


def _compounds(raw: list[Token | str], words: Lexicon) -> list[Token | str]:
    """Drop the hyphen of a compound such as "mid-November", and keep that of "April-May"."""
    out: list[Token | str] = []
    for index, piece in enumerate(raw):
        if not isinstance(piece, str) and piece.text == "-" and 0 < index < len(raw) - 1:
            left, right = raw[index - 1], raw[index + 1]
            if (
                isinstance(left, str)
                and isinstance(right, str)
                and not (_ends(left, words) and _ends(right, words))
            ):
                continue
        out.append(piece)
    return out


def _ends(word: str, words: Lexicon) -> bool:
    """Tell whether a word may be one end of a range."""
    meaning = words.singles.get(word)
    return bool(meaning) and meaning[-1][0] in "MWSDcmozKO"  # type: ignore[index]


def _known(raw: list[Token | str], words: Lexicon, language: str) -> list[Token]:
    """Replace words, and runs of words, by their meaning; the longest run wins."""
    out: list[Token] = []
    texts = [piece if isinstance(piece, str) else piece.text for piece in raw]
    place, last, starts = 0, len(raw) - 1, words.starts
    articles = _DAY_ARTICLES.get(language, ())
    while place <= last:
        if place < last and texts[place] in starts:
            found = _run(texts, place, words)
            if found is not None:
                run, meaning = found
                out.extend([Token(kind, value, " ".join(run)) for kind, value in meaning or ()])
                place += len(run)
                continue
        piece = raw[place]
        place += 1
        if isinstance(piece, str):
            out.extend(_single(piece, language))
            if articles and place <= last and piece in articles:
                raw[place] = _as_day(raw[place])
        else:
            out.append(piece)
    return out


_DAY_ARTICLES: Final = {"fr": ("le", "du", "au"), "es": ("el", "del", "al")}
"""Singular articles: before a number they make it a day, "le 21"; hours take the plural or none."""


def _as_day(piece: Token | str) -> Token | str:
    if isinstance(piece, Token) and piece.kind == "N" and piece.text.isdigit() and len(piece.text) < 3:
        return Token("O", piece.value, piece.text)
    return piece


def _run(texts: list[str], place: int, words: Lexicon) -> tuple[tuple[str, ...], Meaning] | None:
    """Find the longest run of words in the table that begins here."""
    for run, meaning in words.runs.get((texts[place], texts[place + 1]), ()):
        if len(run) == 2 or tuple(texts[place : place + len(run)]) == run:
            return run, meaning
    return None


@lru_cache(maxsize=8192)
def _single(piece: str, language: str) -> tuple[Token, ...]:
    """Read a word by itself."""
    words = lexicon(language)
    meaning = words.singles.get(piece, _UNKNOWN)
    if meaning is _UNKNOWN and language == "fr" and piece[:2] in {"d'", "l'"}:
        return _single(piece[2:], language)  # "d'avril"
    if meaning is _UNKNOWN:
        owner = piece.removesuffix("'s") if piece.endswith("'s") else piece.removesuffix("'")
        meaning = words.singles.get(owner)  # "Friday's"
        if meaning is None:
            zone = ZONES.get(piece)
            return (Token("X", None, piece) if zone is None else Token("z", zone, piece),)
    return tuple(Token(kind, value, piece) for kind, value in meaning or ())


_UNKNOWN: Final[Meaning] = (("X", None),)


ZONES: Final = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "zulu": "+00:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "bst": "+01:00", "мск": "+03:00", "est": "-05:00", "edt": "-04:00", "pst": "-08:00",
    "pdt": "-07:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "jst": "+09:00", "trt": "+03:00",
}  # fmt: skip
"""Abbreviations that stand for one offset in this field's sources. `IST`, `CST` and others stand for several: left out."""


def _merged(tokens: list[Token]) -> list[Token]:
    """Join number words ("twenty" "first"), and drop hyphens inside compounds ("mid-November")."""
    kinds = [token.kind for token in tokens]
    if _JOINING.isdisjoint(kinds) and ("N" not in kinds or not _may_join(tokens)):
        return tokens
    tokens = [_owner(tokens, index) if token.kind == "$" else token for index, token in enumerate(tokens)]
    out: list[Token] = []
    for index, token in enumerate(tokens):
        before = out[-1] if out else None
        if token.kind == "-" and token.text == "-" and not _is_range(before, tokens, index):
            continue
        if token.text in _TOWARDS and before is not None and _leads_on(before, tokens[index + 1 : index + 3]):
            token = Token("-", "to", token.text)  # noqa: PLW2901 -- "du 21 au 22 mai", "de 2014 a 2018"
        if token.kind == "@" and before is not None and before.kind == "k":
            continue  # "приблизно о 5:00"
        if (
            token.kind in "Yy"
            and before is not None
            and before.kind == "i"
            and len(out) > 1
            and out[-2].kind in "MSQ5$/"
        ):
            out.pop()  # "April in 2016"
            before = out[-1]
        if (
            before is not None
            and before.kind == "N"
            and token.kind in "NO2"
            and isinstance(before.value, int)
            and before.value in _TENS
            and not before.text[0].isdigit()
            and not token.text[0].isdigit()
        ):
            small = 2 if token.kind == "2" else token.value
            if isinstance(small, int) and 0 < small < 10:
                kind = "O" if token.kind == "2" else token.kind
                out[-1] = Token(kind, before.value + small, f"{before.text} {token.text}")
                continue
        out.append(token)
    return out


def _may_join(tokens: list[Token]) -> bool:
    """Tell whether numbers among tokens may be joined: to a word for tens, or by a word for "to"."""
    for token in tokens:  # noqa: SIM110 -- a generator takes twice as long
        if token.text in _TOWARDS or (token.kind == "N" and token.value in _TENS):
            return True
    return False


def _owner(tokens: list[Token], index: int) -> Token:
    """Tell a day or year that owns something, "Sept. 30's" or "1990's first quarter", from a decade."""
    token = tokens[index]
    if not token.text.endswith("'s"):
        return token
    if index and tokens[index - 1].kind == "M":
        return Token("N", token.value, token.text)
    if index + 1 < len(tokens) and tokens[index + 1].kind in "O25Q/SM":
        return Token("Y", token.value, token.text)
    return token


_TOWARDS: Final = frozenset(["au", "à", "a"])


def _leads_on(before: Token, after: list[Token]) -> bool:
    """Tell "from 2014 to 2018" from "on 21 May at five" in languages that have one word for both."""
    if not after:
        return False
    if before.kind in "NOMY" and after[0].kind == "O":
        return True
    if before.kind in "NO" and after[0].kind == "N":
        return len(after) == 2 and after[1].kind == "M"
    return before.kind == after[0].kind and before.kind in "MYW"


_JOINING: Final = frozenset("-@$i")
"""Kinds that may be joined to what stands before or after them; some numbers may too."""

_TENS: Final = {20, 30, 40, 50, 60, 70, 80, 90}


def _is_range(before: Token | None, tokens: list[Token], index: int) -> bool:
    """Tell a hyphen that means "to" from one inside a compound."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or after is None:
        return False
    if before.kind == "N" and before.value in _TENS and before.text.isalpha() and after.text.isalpha():
        return False  # "twenty-first"
    return (
        before.kind in "NOYyMWCuDdm$SQ0IU4GpczomP" and after.kind in "NOYyMWCuDd$SQ0IPcKL"
    ) or after.kind == "K"


@lru_cache(maxsize=4096)
def _figures(piece: str) -> tuple[Token | str, ...]:
    """Read a number that stands by itself; days and years come again and again."""
    return tuple(_number(piece))


def _number(piece: str, _words: Lexicon | None = None) -> list[Token | str]:
    if len(piece) == 4:
        if piece[0] == "0":
            return [
                Token("C", f"{piece[:2]}:{piece[2:]}", piece)
            ]  # "0526" is a time: no source writes the year 526 so
        return [Token("Y", int(piece), piece)]
    if len(piece) <= 3:
        return [Token("N", int(piece), piece)]
    if len(piece) == 6:
        return [Token("d", piece, piece)]  # as the date lines of agencies write it, "891102"
    if len(piece) == 8:
        return [Token("I", piece, piece)]
    return [Token("X", None, piece)]


def _ordinal(piece: str, _words: Lexicon) -> list[Token | str]:
    return [Token("O", int(re.match(r"\d+", piece)[0]), piece)]  # type: ignore[index]


def _suffixed(piece: str, words: Lexicon) -> list[Token | str]:
    number = re.match(r"\d+", piece)[0]  # type: ignore[index]
    suffix = piece[len(number) :].removeprefix("-")
    if suffix in words.ordinal_suffixes:
        value = int(number)
        short = len(number) == 2 and value > 31 and suffix[0] >= "а"  # «у 41-му»: no month has such a day
        return [Token("Y" if len(number) == 4 else "y" if short else "O", value, piece)]
    return [*_number(number, words), *([Token("-", "-", "-")] if "-" in piece else []), suffix]


_ROMAN_MONTHS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _roman(piece: str, _words: Lexicon) -> list[Token | str]:
    """Read 22.VI.1941, with the month in Roman figures of Latin letters or of Cyrillic ones that look like them."""
    day, month, *year = re.split(r" ?[./-] ?", piece.replace("і", "i").replace("х", "x"))
    if month not in _ROMAN_MONTHS:
        return [Token("X", None, piece)]
    number = _ROMAN_MONTHS.index(month) + 1
    if year:
        return [Token("d", f"{day}.{number}.{year[0]}", piece)]
    return [Token("u", f"{day}.{number}", piece)]


def _month_and_year(piece: str, _words: Lexicon) -> list[Token | str]:
    month, _, year = piece.partition(".")
    return [Token("N", int(month), month), Token("-", "/", "/"), Token("Y", int(year), year)]


def _decade(piece: str, words: Lexicon) -> list[Token | str]:
    digits = "".join(sign for sign in piece if sign.isdigit())
    suffix = piece.lstrip("'0123456789").lstrip("-")
    value = int(digits)
    if value % 10 == 0 and len(digits) in {2, 4} and not (suffix == "е" and value <= 30):
        return [Token("$", value, piece)]
    if suffix in words.ordinal_suffixes:
        return [Token("Y" if len(digits) == 4 else "O", value, piece)]
    return [Token("X", None, piece)]


def _sign(piece: str, _words: Lexicon) -> list[Token | str]:
    return [Token(*SIGNS[piece], piece)] if piece in SIGNS else [Token("X", None, piece)]


SIGNS: Final = {
    "-": ("-", "-"), "–": ("-", "–"), "&": ("&", "and"), "~": ("k", "about"), "@": ("@", "at"), "/": ("-", "/"),
    "+": ("3", "+"),
}  # fmt: skip

_READERS: Final[dict[str, Callable[[str, Lexicon], list[Token | str]]]] = {
    "iso": lambda piece, _words: [Token("I", piece, piece)],
    "dtg": lambda piece, _words: [Token("0", piece, piece)],
    "numeric": lambda piece, _words: [Token("d", piece, piece)],
    "clock": lambda piece, _words: [Token("C", piece, piece)],
    "decade": _decade,
    "monthyear": _month_and_year,
    "hclock": lambda piece, _words: [Token("C", re.sub("[hчг ]+", ":", piece), piece)],
    "half": lambda piece, _words: [Token("/", int(piece[1]), piece)],
    "pair": lambda piece, _words: [Token("u", piece, piece)],
    "ordinal": _ordinal,
    "suffixed": _suffixed,
    "roman": _roman,
    "short": lambda piece, _words: [Token("y", int(piece[1:]), piece)],
    "digits": _number,
    "quarter": lambda piece, _words: [Token("Q", int(piece.strip("q")), piece)],
    "sign": _sign,
}
