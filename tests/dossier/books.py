"""Timelines that are printed in the tests of the book, and the book as a PDF."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from tests.builders import claim, timeline
from tests.escapes.hostile import MARKUP
from timeline import dossier
from timeline.align import align
from timeline.diagnostics import Span
from timeline.dossier.book import Printing, book
from timeline.dossier.press import press
from timeline.dossier.setting import Json
from timeline.model import Narrative, Settings, Timeline
from timeline.wording import wording_for

FOLDER = Path(dossier.__file__).parent
TYPST = (
    "#panic() $x$ `raw` [[label]] @ref *b* _e_ \\u{1F600} /* c */ // d",
    '#eval("1") #read("/etc/passwd") \\ ~ --- -- ... <label> = no heading',
)
"""What Typst would take for markup or code."""

LATIN = [
    "the",
    "city",
    "has",
    "been",
    "captured",
    "while",
    "forces",
    "continue",
    "to",
    "advance",
    "on",
    "the",
    "outskirts",
]
ARABIC = ["قالت", "القوات", "إن", "المدينة", "تحت", "السيطرة", "الكاملة"]
HEBREW = ["הכוחות", "ממשיכים", "להתקדם", "אל", "פאתי", "העיר"]


@cache
def pdf_of(which: str) -> bytes:
    """Print one of the timelines below; each once in a run of the tests."""
    return printed({"lanes": many_lanes, "hostile": hostile}[which]())


def printed(content: Timeline, printing: Printing | None = None, language: str = "en") -> bytes:
    """Print a timeline as it would be by the command."""
    made = book(content, align(content), words=wording_for(language), printing=printing)
    files = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "template").glob("*.typ")}
    files["book.json"] = json.dumps(made, ensure_ascii=False)
    found = press(files, fonts=[FOLDER / "fonts"], timestamp=1_684_713_600)
    assert found.warnings == ()
    return found.pdf


def many_lanes(lanes: int = 7, claims: int = 60) -> Timeline:
    """Seven lanes with long words, scripts of both directions, a claim of 2,000 characters and disputes."""
    chance = random.Random(7)  # noqa: S311 - the same in every run
    names = [f"lane-{number}" for number in range(lanes)]
    events = []
    for number in range(claims):
        words = chance.choice([LATIN, LATIN, LATIN, ARABIC, HEBREW])
        text = f"{number:03} " + " ".join(chance.choices(words, k=chance.randint(4, 30))) + "."
        if number == 3:
            text = "x" * 300 + " " + " ".join(chance.choices(LATIN, k=400))[:1699]
        if number == 8:
            text = "q" * 120 + " is one word."
        events.append(
            claim(
                f"claim-{number:03}",
                f"{20 + number // 20} {chance.randint(0, 23):02}:{chance.randint(0, 59):02}"
                if number % 3
                else f"{20 + number // 20}",
                chance.choice(names),
                about=[f"topic-{chance.randint(0, 4)}"] if number % 5 else (),
                claim=text,
                by=["الجزيرة"] if number % 7 == 0 else ["somebody"],
                at=f"paragraph {number}",
                relations=[{"disputes": f"claim-{chance.randrange(claims):03}"}] if number % 4 == 0 else (),
            )
        )
    narratives = {
        name: Narrative(id=name, span=Span("x"), label=f"Side of the {name}", short=name) for name in names
    }
    return replace(
        timeline(*events),
        narratives=narratives,
        settings=Settings(title="Many lanes"),
        content_sha256="7" * 64,
    )


def hostile() -> Timeline:
    """Claims that try to be more than words."""
    events = [
        claim(f"claim-{number:02}", "21", "ua", claim=text, about="topic", by=["mayor"])
        for number, text in enumerate((*MARKUP, *TYPST))
    ]
    built = timeline(*events)
    return replace(built, settings=Settings(title="A #panic() <b>title</b>"), content_sha256="0" * 64)


def squeezed(text: str) -> str:
    """Reduce a text to the letters of it that a reader library finds, in whatever order scripts are written."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\W_]+", "", text)


def stands_in(text: str, everything: str, parts: int = 4) -> bool:
    """Tell whether a text is found whole, or, longer than a page, in a few long parts one after the other."""
    at = 0
    for _ in range(parts):
        length = len(text)
        while length and (where := everything.find(text[:length], at)) < 0:
            length -= 1
        if length == len(text):
            return True
        if length < 100:
            return False
        text, at = text[length:], where + length
    return False


def letters(text: str) -> str:
    """The same, for scripts of both directions: its letters in alphabetical order."""
    return "".join(sorted(squeezed(text)))


def strings(value: Json) -> list[str]:
    """List all strings in the data of a book."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    return []


def said(value: Json) -> str:
    """Give a set text as it is read."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(said(one) for one in value)
    if isinstance(value, dict):
        return said(value.get("t", value.get("r", "")))
    return ""


def read(pdf: bytes) -> list[str]:
    """Read the text of each page."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return [document[page].get_textpage().get_text_range() for page in range(len(document))]
