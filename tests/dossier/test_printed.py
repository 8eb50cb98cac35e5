"""The printed book, read back: nothing is lost, nothing is cut, every link lands, and the structure is whole."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.dossier.books import (
    ARABIC,
    HEBREW,
    hostile,
    letters,
    many_lanes,
    pdf_of,
    printed,
    read,
    said,
    squeezed,
    stands_in,
)
from tests.pages.fixtures import small
from timeline.align import align
from timeline.dossier.book import Printing, book
from timeline.dossier.paper import BOTTOM, SIDE
from timeline.text import plain


def test_the_words_of_every_claim_are_found() -> None:
    content = many_lanes()
    pages = read(pdf_of("lanes"))
    everything = squeezed(" ".join(pages))
    found = letters("".join(pages))
    for event in content.events.values():
        text = squeezed(plain(event.claim))
        if text.isascii():
            assert stands_in(text, everything), event.id
    # Words of Arabic and Hebrew are found by a search, letter for letter and joined. (Fonts that put the dots of letters
    # on as glyphs of their own gave every such letter several times.)
    for word in {word for words in (ARABIC, HEBREW) for word in words}:
        stated = sum(plain(event.claim).split().count(word) for event in content.events.values())
        assert everything.count(squeezed(word)) >= stated > 0, word
    # A reader library gives their lines in an order of its own: all letters are counted.
    for letter in {letter for event in content.events.values() for letter in squeezed(event.claim)}:
        stated = sum(squeezed(event.claim).count(letter) for event in content.events.values())
        assert found.count(letter) >= stated, letter


def test_hostile_strings_are_printed_as_they_are() -> None:
    everything = "".join(read(pdf_of("hostile")))
    squeezed_ = squeezed(everything)
    for event in hostile().events.values():
        assert squeezed(plain(event.claim)) in squeezed_
    for text in ("#panic()", "<b>title</b>", '#read("/etc/passwd")', "$x$", "@ref"):
        assert text.replace(" ", "") in everything.replace(" ", "").replace("\r\n", "")


def test_no_character_stands_outside_of_the_margins_of_its_page() -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(BytesIO(pdf_of("lanes"))), 1):
        width, height = page.get_size()
        words = page.get_textpage()
        boxes = [words.get_charbox(index) for index in range(words.count_chars())]
        seen = [box for box in boxes if box[2] > box[0]]
        assert min(left for left, _, _, _ in seen) >= SIDE - 2, number
        assert max(right for _, _, right, _ in seen) <= width - SIDE + 2, number
        assert min(bottom for _, bottom, _, _ in seen) >= BOTTOM / 3, number
        assert max(top for _, _, _, top in seen) <= height, number


def test_a_word_longer_than_its_column_stays_in_it() -> None:
    content = many_lanes()
    made = book(content, align(content))
    paper: Any = made["paper"]
    columns = [paper["side"] + place * (paper["column"] + paper["gap"]) for place in range(7)]
    found = 0
    for page in pypdfium2.PdfDocument(BytesIO(pdf_of("lanes"))):
        words = page.get_textpage()
        boxes = [
            words.get_charbox(match.start())
            for match in re.finditer("q(?=q)|(?<=q)q", words.get_text_range())
        ]
        found += len(boxes)
        if len(boxes) > 20:
            home = max(column for column in columns if column <= boxes[0][0] + 1)
            assert max(right for _, _, right, _ in boxes) <= home + paper["column"] + 1
    assert found >= 110


def test_every_link_inside_the_book_lands() -> None:
    reader = pypdf.PdfReader(BytesIO(pdf_of("lanes")))
    landed = 0
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    for page in reader.pages:
        for one in page.get("/Annots") or ():
            note = one.get_object()
            if note.get("/Subtype") != "/Link":
                continue
            target = note.get("/Dest") or note["/A"].get("/D")
            assert target is not None, "no link leads out of this book"
            place = reader.named_destinations[target].dest_array if isinstance(target, str) else target
            assert place[0].idnum in pages
            landed += 1
    assert landed > 50


def test_days_and_topics_are_bookmarks() -> None:
    content = many_lanes()
    reader = pypdf.PdfReader(BytesIO(pdf_of("lanes")))

    def titles(outline: Any) -> list[str]:
        return [
            title for one in outline for title in (titles(one) if isinstance(one, list) else [str(one.title)])
        ]

    found = titles(reader.outline)
    aligned = align(content)
    for day in ("Saturday 20 May 2023", "Sunday 21 May 2023", "Monday 22 May 2023"):
        assert found.count(day) == 1
    rows = sum(row.topic is not None for group in aligned.groups for row in group.rows)
    assert sum(title.startswith("What of topic") for title in found) == rows
    for section in ("Overview", "Day by day", "Sources", "How to cite this dossier"):
        assert section in found


def _structure(node: Any, kinds: dict[str, int], without: list[str]) -> None:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            _structure(one, kinds, without)
    elif isinstance(node, dict) and ("/S" in node or "/K" in node):
        kind = str(node.get("/S", ""))
        kinds[kind] = kinds.get(kind, 0) + 1
        if kind == "/Figure" and "/Alt" not in node:
            without.append(kind)
        if "/K" in node:
            _structure(node["/K"], kinds, without)


def test_the_structure_has_headings_tables_with_heads_and_words_for_every_drawing() -> None:
    reader = pypdf.PdfReader(BytesIO(printed(small())))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    kinds: dict[str, int] = {}
    without: list[str] = []
    _structure(root["/StructTreeRoot"], kinds, without)
    for kind in ("/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Figure", "/Link", "/TOCI"):
        assert kinds.get(kind), kind
    assert not without
    data = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in data
    assert "<pdfuaid:part>1</pdfuaid:part>" in data
    assert reader.metadata
    assert reader.metadata.title == "The bridge"


def test_the_same_book_is_the_same_bytes() -> None:
    assert printed(small()) == printed(small())


@pytest.mark.parametrize("lanes", [1, 4, 5, 9])
def test_any_number_of_lanes_is_printed(lanes: int) -> None:
    content = many_lanes(lanes, claims=12)
    pdf = printed(content, Printing(sheet="us-letter"))
    everything = squeezed(" ".join(read(pdf)))
    for event in content.events.values():
        text = squeezed(plain(event.claim))
        if text.isascii():
            assert stands_in(text, everything)
    width, height = pypdfium2.PdfDocument(BytesIO(pdf))[0].get_size()
    assert (width > height) == (5 <= lanes <= 7)


def test_where_a_row_goes_on_its_heads_stand_again() -> None:
    made = book(many_lanes(), align(many_lanes()))
    days: Any = made["days"]
    going_on = [row for day in days for row in day["rows"] if not row["whole"] and row["topic"]]
    pages = read(pdf_of("lanes"))
    assert going_on
    again = [
        page for page in pages if f"{said(going_on[0]['topic'])} (continued)" in page.replace("\r\n", " ")
    ]
    for page in again:
        assert "lane-0" in page.replace("\r\n", " ") or "Side of the lane-0" in page
