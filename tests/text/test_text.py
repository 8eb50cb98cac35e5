"""What contributor text may become, as tables that a person can read."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import text

LINK = '<a href="https://example.org/a" rel="nofollow noopener">here</a> (example.org)'

INLINE = [
    # what was typed, what stands in the page
    ("plain words", "plain words"),
    ("*loud* words", "<em>loud</em> words"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("a*b", "a*b"),
    ("5*3*2 m", "5*3*2 m"),
    ("(*loud*), *so*.", "(<em>loud</em>), <em>so</em>."),
    ("**twice**", "*<em>twice</em>*"),
    ("[here](https://example.org/a)", LINK),
    ("*see [here](https://example.org/a)*", f"<em>see {LINK}</em>"),
    ("two\n\n\nlines", "two lines"),
    ("tab\tand\u2028separator", "tab and separator"),
    # nothing else is markup
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
    ("# heading", "# heading"),
    ("`code` _under_ ~~gone~~", "`code` _under_ ~~gone~~"),
    ("{{ config }} {% include 'x' %}", "{{ config }} {% include 'x' %}"),
    ("![pixel](https://example.org/p.gif)", "![pixel](https://example.org/p.gif)"),
    ("{: onclick=alert(1) }", "{: onclick=alert(1) }"),
    # addresses that may not be linked stay as typed
    ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    ("[x](JaVaScRiPt:alert)", "[x](JaVaScRiPt:alert)"),
    ("[x](data:text/html,hi)", "[x](data:text/html,hi)"),
    ("[x](//example.org)", "[x](//example.org)"),
    ("[x](/c/other/)", "[x](/c/other/)"),
    ('[x](https://example.org"onmouseover=alert)', '[x](https://example.org"onmouseover=alert)'),
    ("[x](https://bank.com@evil.org/)", "[x](https://bank.com@evil.org/)"),
    # what nobody can see
    ("evil\u202egnp.exe", "evilgnp.exe"),
    ("nul\x00 and bell\x07", "nul and bell"),
    ("half \ud800 of a character", "half of a character"),
    ("noncharacter \uffff\U0001ffff", "noncharacter"),
]


@pytest.mark.parametrize(("typed", "shown"), INLINE)
def test_inline_html(typed: str, shown: str) -> None:
    assert text.inline_html(typed) == shown


URLS = [
    ("https://example.org", True),
    ("http://example.org/a?b=c#d", True),
    ("HTTPS://EXAMPLE.ORG/", True),
    ("https://example.org:8443/", True),
    ("https://пример.рф/", True),
    ("https://en.wikipedia.org/wiki/Battle_of_Bakhmut_(2022)", True),
    ("", False),
    ("example.org", False),
    ("ftp://example.org/", False),
    ("javascript:alert(1)", False),
    (" https://example.org", False),
    ("https://example.org/a b", False),
    ("https://example.org/\n", False),
    ("https://exam\tple.org/", False),
    ("https://example.org\\@evil.org/", False),
    ("https://user:secret@example.org/", False),
    ("https://example.org/\u202egpj", False),
    ("https://localhost/", False),
    ("https://a.localhost/", False),
    ("https://localhost.localdomain/", False),
    ("https://1.0.0.127.in-addr.arpa/", False),
    # names beyond ASCII: one alphabet, in a form that every program turns into the same ASCII
    ("https://בחמוט.ישראל/", True),
    ("https://日本語.jp/", True),
    ("https://ex\u0430mple.org/", False),
    ("https://xn--exmple-4nf.org/", False),
    ("https://exam\u200dple.org/", False),
    ("https://straße.example/", False),
    ("https://xn--strae-oqa.example/", True),
    ("https://example\uff0eorg/", False),
    ("https://good.example\u2044evil.example/", False),
    ("https://printer.local/", False),
    ("https://intranet/", False),
    ("https://127.0.0.1/", False),
    ("https://127.1/", False),
    ("https://0x7f.1/", False),
    ("https://2130706433/", False),
    ("https://[::1]/", False),
    ("https://1.2.3.4.:80/", False),
    ("https://example.org:99999/", False),
    ("https://example.org:0/", False),
    ("https://-bad-.org/", False),
    ("https://a..b/", False),
    ("https:///path", False),
    ("https://exa%6Dple.org/", False),
    ("https://" + "a" * 70 + ".org/", False),
    ("https://example.org/" + "a" * 2000, False),
    ("https://example.org/<script>", False),
    ("https://example.org/'", False),
]


@pytest.mark.parametrize(("url", "allowed"), URLS)
def test_safe_url(url: str, allowed: bool) -> None:  # noqa: FBT001 - a column of the table
    assert text.safe_url(url) == (url if allowed else None)


PLAIN = [
    ("*loud* [here](https://example.org/a)", "loud here"),
    ("*see [here](https://example.org/a) or [x](y)*", "see here or [x](y)"),
    ("[x](javascript:y)", "[x](javascript:y)"),
    ("a < b\n& c", "a < b & c"),
]


@pytest.mark.parametrize(("typed", "words"), PLAIN)
def test_plain(typed: str, words: str) -> None:
    assert text.plain(typed) == words


def test_attribute_cannot_be_left() -> None:
    assert text.attribute('"onmouseover=x *y* <') == "&quot;onmouseover=x y &lt;"


MARKED = [
    ("stated on the 21st that", ["on the 21st"], "stated <mark>on the 21st</mark> that"),
    ("On  the\n21st, on the 21st", ["on the 21st"], "<mark>On the 21st</mark>, on the 21st"),
    ("on the 21st day", ["on the 21s"], "on the 21st day"),
    ("on the 21st", ["on the 21st", "the 21st"], "<mark>on the 21st</mark>"),
    ("said Monday of the 21st", ["the 21st", "Monday"], "said <mark>Monday</mark> of <mark>the 21st</mark>"),
    ("<b>*x*</b>", ["unstated", ""], "&lt;b&gt;*x*&lt;/b&gt;"),
]


@pytest.mark.parametrize(("typed", "phrases", "shown"), MARKED)
def test_marked(typed: str, phrases: list[str], shown: str) -> None:
    assert text.marked(typed, phrases) == shown


@pytest.mark.parametrize(
    ("words", "way"), [("abc", "ltr"), ("«123» שלום", "rtl"), ("سلام", "rtl"), ("123", "ltr")]
)
def test_direction(words: str, way: str) -> None:
    assert text.direction(words) == way


HOSTILE = [
    "[",
    "*",
    "[[]",
    "](",
    "[a](",
    "*a",
    "* ",
    "*[",
    "[x](https://a.b",
    "<",
    "&",
    "*a*",
    "](https://a.b)",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    typed = piece * 8_000
    start = time.process_time()
    text.inline_html(typed)
    text.plain(typed)
    text.marked(typed, [piece * 50])
    assert time.process_time() - start < 15


class Tags(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, frozenset[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, frozenset(name for name, _ in attrs)))


@given(st.text(alphabet=st.sampled_from("[]()*<>&\"'/:.@ \\htpsexampl.org{}\u202e\x00\n"), max_size=80))
def test_only_emphasis_and_links_leave(typed: str) -> None:
    parser = Tags()
    parser.feed(text.inline_html(typed))
    assert set(parser.seen) <= {("em", frozenset()), ("a", frozenset({"href", "rel"}))}
    assert "\n" not in text.inline_html(typed)
