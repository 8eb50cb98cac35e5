"""What goes into an output comes out of an independent reader unchanged, and nothing of it is active there."""

import csv
import io
import itertools
import json
import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.escapes.hostile import EVERYTHING, FORMULAS, LANGUAGES, LINES, MARKDOWN, MARKUP
from timeline import escapes

ANY = st.text(st.characters(exclude_categories=["Cs"]))
TRICKY = st.text(
    st.sampled_from(list("=+-@\t\r\n;, '\"\\:#*_[](){}<>&|`~!$%^./1ax www.GH-\u00ad\u2028\u0085ж＝👩"))
)


# -- CSV


def read_csv(written: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))


def row(*texts: str) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(["first", *map(escapes.cell, texts)])
    return written.getvalue()


def is_formula(cell: str) -> bool:
    return cell.lstrip(' \t\r\n"\xa0')[:1] in tuple("=+-@＝＋－＠")


@pytest.mark.parametrize("text", EVERYTHING)
def test_a_cell_is_never_a_formula_and_can_be_read_back(text: str) -> None:
    ((_, cell),) = read_csv(row(text), ",")
    assert escapes.read_cell(cell) == text
    for delimiter in ",;\t":
        for cells in read_csv(row(text, "x", text), delimiter):
            assert not [one for one in cells if is_formula(one)], delimiter


@given(st.one_of(ANY, TRICKY))
def test_any_cell_comes_back(text: str) -> None:
    assert escapes.read_cell(escapes.cell(text)) == text
    for delimiter in ",;\t":
        assert not [cell for cells in read_csv(row(text), delimiter) for cell in cells if is_formula(cell)]


@pytest.mark.parametrize("text", ["Bakhmut", "a = b", "5 - 3", "it's", 'he said "no"', "a; b, c", "Ж\nЖ"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert escapes.cell(text) == text


def test_each_dangerous_beginning_is_marked() -> None:
    assert all(escapes.cell(text) != text for text in FORMULAS)


# -- XML

ALLOWED = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


def element(text: str) -> "ET.Element":
    written = f'<r a="{escapes.xml_attribute(text)}">{escapes.xml_text(text)}</r>'
    return ET.fromstring(written.encode())  # noqa: S314 - what we have just written


@pytest.mark.parametrize("text", [*MARKUP, *FORMULAS, *LANGUAGES])
def test_xml_gives_the_text_back(text: str) -> None:
    read = element(text)
    assert (read.text or "", read.get("a")) == (text, text)
    assert len(read) == 0


@given(st.one_of(ALLOWED, TRICKY.map(lambda text: text.replace("\x85", ""))))
def test_any_text_comes_back_from_xml(text: str) -> None:
    read = element(text)
    assert (read.text or "", read.get("a")) == (text, text)


def test_what_xml_forbids_is_dropped() -> None:
    assert escapes.xml_text("a\x00\x08\x0b\x1f\ufffe\uffff\ud800b") == "ab"
    assert "]]>" not in escapes.xml_text("]]>")


# -- iCalendar


def calendar(text: str) -> bytes:
    lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//test//test//EN"),
        ("BEGIN", "VEVENT"),
        ("UID", "1"),
        ("DTSTAMP", "20230521T000000Z"),
        ("DTSTART;VALUE=DATE", "20230521"),
        ("SUMMARY", escapes.calendar_text(text)),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ]
    return "".join(escapes.calendar_line(name, value) for name, value in lines).encode()


def line_ends(text: str) -> str:
    """What a calendar keeps of them: all the same."""
    return re.sub("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)


def summary(text: str) -> str:
    read: Any = icalendar.Calendar.from_ical(calendar(text))
    (event,) = read.subcomponents
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}
    assert event.errors == []
    return str(event["SUMMARY"])


@pytest.mark.parametrize("text", EVERYTHING)
def test_a_calendar_gives_the_text_back(text: str) -> None:
    assert summary(text) == line_ends(text)


@given(st.one_of(ANY, TRICKY))
def test_any_text_comes_back_from_a_calendar(text: str) -> None:
    assert summary(text) == re.sub("[\x00-\x08\x0e-\x1f\x7f]", "", line_ends(text))


@given(ANY)
def test_calendar_lines_are_folded_between_characters(text: str) -> None:
    written = calendar(text)
    assert written.endswith(b"\r\n")
    for line in written.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert not re.search(b"[\r\n]", line)
        line.decode()


# -- JSON in a page


class Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", EVERYTHING)
def test_json_cannot_end_its_element(text: str) -> None:
    value = {"@type": "Dataset", "name": text, text: [text]}
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{escapes.json_script(value)}</script>')
    page.close()
    assert page.tags == ["script"]
    assert json.loads(page.words) == value
    assert not re.search("[<>&\u2028\u2029]", page.words)


def test_json_is_the_same_whatever_order_it_came_in() -> None:
    assert escapes.json_script({"b": "</script>", "a": [1]}) == '{"a":[1],"b":"\\u003c/script\\u003e"}'


# -- titles


@pytest.mark.parametrize("text", EVERYTHING)
def test_a_title_stays_text_also_unescaped_twice(text: str) -> None:
    shown = Scripts()
    shown.feed(f'<title>{escapes.theme_title(text)}</title><p class="{escapes.theme_title(text)}">')
    assert shown.tags == ["title", "p"]
    assert not re.search("[<>\"']", escapes.theme_title(text))


# -- Markdown

HOST = MarkdownIt("gfm-like")
"""As code hosts read it: CommonMark, tables, struck text, and addresses that become links by themselves."""

PLAIN = {"inline", "paragraph_open", "paragraph_close", "text", "text_special"}
FOUND_LATER = {
    "a mention": r"(?<![\w/])@\w",
    "a reference": r"(?<!\w)(?:[\w-]+/[\w-]+)?#\d|\bGH-\d|(?<!\w)[!%~$&]\d",
    "an emoji": r":[\w+-]+:",
    "an address": r"(?:https?|ftp)://|\bwww\.\w",
}
"""What hosts find in the text of a finished page."""


def flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *flat(token.children or []))]


def shown(markdown: str) -> str:
    """Read Markdown, see that it is nothing but text, and give that."""
    tokens = flat(HOST.parse(markdown))
    assert {token.type for token in tokens} <= PLAIN
    words = "".join(token.content for token in tokens if token.type.startswith("text"))
    for what, pattern in FOUND_LATER.items():
        assert not re.search(pattern, words, re.IGNORECASE), what
    return words.replace("\u200b", "")


def one_line(text: str) -> str:
    dropped = re.sub("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f]", "", text)
    return re.sub(r"[\s\x85\u2028\u2029]+", " ", dropped).strip()


@pytest.mark.parametrize("text", EVERYTHING)
def test_markdown_shows_the_text(text: str) -> None:
    written = escapes.markdown(text)
    assert shown(written) == one_line(text)
    assert "\n" not in written
    assert not written.startswith(("::", "/", "##["))


@pytest.mark.parametrize("text", EVERYTHING)
def test_a_table_of_markdown_keeps_its_cells(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escapes.markdown(text)} | x |\n"
    tokens = flat(HOST.parse(table))
    cells = [after for token, after in itertools.pairwise(tokens) if token.type == "td_open"]
    assert len(cells) == 2
    assert cells[1].content == "x"
    assert not [token for token in tokens if token.type in {"link_open", "image", "html_inline", "em_open"}]


@pytest.mark.parametrize("before", ["", "- ", "> ", "words ", "**", "1. "])
@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_stays_text_wherever_it_stands(before: str, text: str) -> None:
    after = "**" if before == "**" else ""
    tokens = flat(HOST.parse(f"{before}{escapes.markdown(text) or 'x'}{after}\n"))
    allowed = PLAIN | {"strong_open", "strong_close", "blockquote_open", "blockquote_close"}
    allowed |= {
        f"{kind}_{end}" for kind in ("bullet_list", "ordered_list", "list_item") for end in ("open", "close")
    }
    assert {token.type for token in tokens} <= allowed
    assert sum(token.type == "list_item_open" for token in tokens) <= 1


@given(TRICKY)
def test_any_text_is_shown_by_markdown(text: str) -> None:
    assert shown(escapes.markdown(text)) == one_line(text).replace("\u200b", "")


def test_ordinary_sentences_stay_readable() -> None:
    text = "At 05:26 on the 22nd, 20 drones (of 30) were shot down; 'all', it says."
    assert escapes.markdown(text) == text


# -- annotations


@pytest.mark.parametrize("text", EVERYTHING)
def test_an_annotation_is_one_line_and_comes_back(text: str) -> None:
    data, value = escapes.command_data(text), escapes.command_property(text)
    assert not re.search("[\r\n]", data + value)
    assert not re.search("[:,]", value)
    for written in (data, value):
        read = written
        for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            read = read.replace(code, char)
        assert read == text


def test_every_kind_of_attack_is_here() -> None:
    assert len(EVERYTHING) == len(set(EVERYTHING))
    assert all((FORMULAS, MARKUP, LINES, MARKDOWN, LANGUAGES))


# -- BibTeX


def read_bibtex(written: str) -> str:
    """Read a field as TeX prints it: commands become their signs, and no brace is left open."""
    depth = 0
    for char in re.sub(r"\\[$&#_%]", "", written):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    commands = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textquotedbl": '"',
    }
    return re.sub(
        r"\{\\(\w+)\}|\\([$&#_%])", lambda found: commands[found[1]] if found[1] else found[2], written
    )


@pytest.mark.parametrize("text", EVERYTHING)
def test_bibtex_is_one_line_in_which_nothing_acts(text: str) -> None:
    written = escapes.bibtex_text(text)
    assert written.splitlines() in ([], [written])
    assert not re.search(r"(?<!\\)[$&#_%~^]", written)
    read_bibtex(written)


@given(st.text(st.sampled_from(list("\\{}$&#_%~^\"'@ abcжé,=\n"))))
def test_any_text_comes_back_from_bibtex(text: str) -> None:
    assert read_bibtex(escapes.bibtex_text(text)) == " ".join(text.split())
