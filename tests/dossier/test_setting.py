"""Text as the template takes it: no letter is lost or added, and no word is longer than its column."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.books import said
from timeline.dossier.setting import Setting, broken, language_of, merged
from timeline.text import clean, plain


@given(st.text(max_size=200), st.integers(8, 40))
def test_breaking_keeps_every_letter(text: str, most: int) -> None:
    assert said([{"t": part} if isinstance(part, list) else part for part in broken(text, most)]) == text


@given(st.text(alphabet="abcé/-", min_size=30, max_size=120))
def test_a_long_word_is_broken_into_pieces_of_which_two_fit(word: str) -> None:
    for part in broken(word, 20):
        pieces = part if isinstance(part, list) else [part]
        assert all(len(str(piece)) <= 10 for piece in pieces) or len(part) <= 20


def test_a_mark_stays_with_its_letter() -> None:
    word = "e\u0301" * 40
    pieces = next(part for part in broken(word, 10) if isinstance(part, list))
    assert all(not str(piece).startswith("\u0301") for piece in pieces)


def test_words_of_the_other_direction_carry_it() -> None:
    assert Setting().words("קול") == [{"t": "קול", "dir": "rtl"}]
    assert Setting(direction="rtl").words("קול") == ["קול"]
    assert Setting(direction="rtl").words("voice") == [{"t": "voice", "dir": "ltr"}]
    assert Setting().paragraph("قال")["dir"] == "rtl"


def test_language_and_region_are_taken_from_the_tag() -> None:
    assert language_of("uk") == {"lang": "uk"}
    assert language_of("zh-Hant-TW") == {"lang": "zh", "region": "TW"}
    assert language_of("x-private") == language_of(None) == {}


@given(st.text(max_size=80))
def test_plain_words_are_read_as_they_were_written(text: str) -> None:
    assert said(Setting().words(text)) == clean(text)
    assert said(Setting().name(text)) == clean(plain(text))


def test_neighbouring_strings_become_one() -> None:
    assert merged(["a", "b", {"t": "c"}, "", "d"]) == ["ab", {"t": "c"}, "d"]
