"""Pages in other languages: no word of the interface stays English, dates and counts follow the language, Arabic runs right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.pages.fixtures import small
from timeline.align import align
from timeline.model import Timeline
from timeline.pages import Page, render
from timeline.wording.messages import messages_of

SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-label")
"""Attributes that people read or hear."""

CONTENT = {"Others", "CSV", "GeoJSON", "Atom", "JSON Schema", "SHA-256"}
"""Words of the content of the fixture that are messages too, and names of formats."""

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Words(HTMLParser):
    """The words of a page that are not marked as English, nor code."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    @property
    def aside(self) -> bool:
        return any(skipped for _, skipped in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        skipped = given.get("lang") == "en" or tag in {"code", "pre", "script", "q"}
        if not self.aside and not skipped:
            self.found += [value for name in SPOKEN if (value := given.get(name))]
        if tag not in VOID:
            self.open.append((tag, skipped))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.aside and data.strip():
            self.found.append(" ".join(data.split()))


def in_language(timeline: Timeline, language: str) -> Mapping[str, Page]:
    settings = replace(timeline.settings, language=language, standfirst=None)
    built = replace(timeline, settings=settings)
    return {page.path: page for page in render(align(built), built)}


def words_of(page: Page) -> list[str]:
    reader = Words()
    body = re.sub(r"(?m)^#+ .* lang=.*$", "", page.body) if page.is_markdown else page.body
    reader.feed(body)
    return [*reader.found, page.title, page.description]


def english() -> Iterator[str]:
    """The fixed words of English messages: whole short ones, and pieces of long ones."""
    for message in messages_of("en").values():
        for text in [message] if isinstance(message, str) else message.values():
            for piece in re.split(r"\{\w+\}|`[^`]*`|\*\*|\[|\]\(\w+\)", text):
                if len(words := piece.strip(" .,:;()“”–—")) > 2 and re.search("[a-zA-Z]{3}", words):
                    yield words


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_no_word_of_the_interface_stays_english(language: str) -> None:
    spoken = {text for message in messages_of(language).values() for text in
              ([message] if isinstance(message, str) else message.values())}  # fmt: skip
    pieces = {piece for piece in english() if piece not in CONTENT and piece not in spoken}
    sentences = {piece for piece in pieces if piece.count(" ") > 1}
    assert len(sentences) > 200
    for path, page in in_language(small(), language).items():
        for words in words_of(page):
            assert words.strip(" .,:;()“”") not in pieces, (path, words)
            assert not [piece for piece in sentences if piece in words], (path, words)


def test_dates_and_counts_follow_the_language() -> None:
    index = in_language(small(), "uk")["index.md"].body
    assert "неділя, 21 травня 2023" in index.lower()
    assert "21 May" not in index
    found = in_language(small(), "ar")
    assert "الأحد، 21 مايو 2023" in found["index.md"].body
    assert "21 May" not in found["c/mayor-bridge.md"].body


def test_arabic_runs_from_right_to_left() -> None:
    for page in in_language(small(), "ar").values():
        assert page.lang == "ar"
        if not page.is_markdown:
            assert 'lang="ar" dir="rtl"' in page.body


def test_what_is_english_everywhere_is_marked() -> None:
    pages = in_language(small(), "ar")
    assert 'lang="en" dir="ltr"' in pages["reference/fields.md"].body
    assert '<span lang="en" dir="ltr">' in pages["c/mayor-bridge.md"].body
    assert "lang=" not in in_language(small(), "en")["method.md"].body.replace(
        '<td data-label="Words" dir="auto" lang=', ""
    )


def test_content_in_a_language_without_words_is_marked_as_its_own() -> None:
    pages = in_language(small(), "fr")
    assert pages["index.md"].lang == "en"
    assert 'lang="en" dir="ltr"' in pages["index.md"].body
    assert '<p class="tl-claim__text" dir="auto" lang="fr">' in pages["index.md"].body
    assert not re.search(r"<[^<>]* lang=[^<>]* lang=", pages["c/mayor-bridge.md"].body)
