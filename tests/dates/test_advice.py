"""What is said of a phrase that no rule reads: its likely language, letters of two scripts, the part that can be read."""

from __future__ import annotations

import pytest

from tests.dates.said import refusal

ANCHOR = "2023-05-22"


@pytest.mark.parametrize(
    ("phrase", "language", "said"),
    [
        ("24 лютого 2022 року", "en", "look Ukrainian, and were read as English"),
        ("24 февраля 2022 года", "uk", "look Russian, and were read as Ukrainian"),
        ("вчора ввечері", "de", "look Ukrainian, and were read as German"),
        ("May 21, 2023", "ru", "look English"),
        ("gestern Abend", "en", "look German"),
        ("під обстрілом", "en", "look Ukrainian"),
        ("під час обстрілу", "fr", "look Ukrainian"),
        ("объезд", "en", "look Russian"),
        ("атака", "en", "look Ukrainian or Russian"),
    ],
)
def test_a_phrase_in_another_language_is_refused_with_its_name(phrase: str, language: str, said: str) -> None:
    found = refusal(phrase, ANCHOR, language=language)
    assert found.code == "D301"
    assert said in found.hint
    assert "`language:`" in found.hint


def test_letters_that_only_look_cyrillic_are_named() -> None:
    hint = refusal("22 чepвня 1941", ANCHOR, language="uk").hint  # e and p are Latin here
    assert "has both Latin and Cyrillic letters (Latin e, Latin p)" in hint
    assert refusal("Мay 21", ANCHOR).hint.startswith("“Мay” has both Latin and Cyrillic letters (Cyrillic М)")


def test_a_part_that_can_be_read_comes_before_a_name_in_another_script() -> None:
    assert "of these words `on the 5th of` can be read" in refusal("on the 5th of Никола", ANCHOR).hint


def test_words_of_no_language_get_the_plain_hint() -> None:
    assert refusal("qwertz", ANCHOR).hint.startswith("use the source's own words")
