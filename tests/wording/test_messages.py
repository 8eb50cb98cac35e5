"""Message files are whole: no language lacks a message, a category or a placeholder, and nothing in them is unused."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from timeline import dates
from timeline.citing import SOURCE_FIELDS, CitationShape
from timeline.fields import EVENT_FIELDS
from timeline.wording import LANGUAGES, wording_for
from timeline.wording.messages import Message, messages_of

OF_CENTURIES = {"number", "ordinal", "roman"}
"""A century is counted as each language does."""


def placeholders(message: Message) -> set[str]:
    texts = [message] if isinstance(message, str) else list(message.values())
    found = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
    return {"number" if name in OF_CENTURIES else name for name in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_lacks_a_message_or_has_one_too_many(language: str) -> None:
    assert set(messages_of(language)) == set(messages_of("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_the_placeholders_of_the_english_one(language: str) -> None:
    english, said = messages_of("en"), messages_of(language)
    different = {
        key
        for key in english.keys() & said.keys()
        if placeholders(said[key]) - {"n"} != placeholders(english[key]) - {"n"}
        or isinstance(said[key], str) != isinstance(english[key], str)
    }
    assert not different


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_counts_has_every_category_of_the_language(language: str) -> None:
    categories = wording_for(language).calendar.categories
    lacking = {
        key: sorted(categories ^ set(message))
        for key, message in messages_of(language).items()
        if not isinstance(message, str) and set(message) != categories
    }
    assert not lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_has_blanks_around_it(language: str) -> None:
    for key, message in messages_of(language).items():
        for text in [message] if isinstance(message, str) else message.values():
            assert text
            assert text == text.strip() or key.startswith("sign."), key
            assert not re.search(r"\s\s|\n", text), key


def test_english_words_dates_as_the_date_library_does() -> None:
    assert {f"date.{key}": text for key, text in dates.MESSAGES.items()} == {
        key: text for key, text in messages_of("en").items() if key.startswith("date.")
    }


def test_english_says_what_the_tables_say() -> None:
    said = messages_of("en")
    titles = {f"rule.{rule.name}": rule.title for rule in dates.RULES}
    assert {key: text for key, text in said.items() if key in titles} == {
        key: text for key, text in titles.items() if key in said
    }
    events, cited, sources = (
        {one.name: one.help for one in table}
        for table in (EVENT_FIELDS, CitationShape.mapping.fields, SOURCE_FIELDS)
    )
    for key, text in said.items():
        if key.startswith("help.source."):
            name = key.removeprefix("help.source.")
            assert text == (cited if name in {"id", "locator", "excerpt"} else sources)[name]
        elif key.startswith("help."):
            assert text == events[key.removeprefix("help.").replace("sources", "source")]


def test_every_part_of_the_day_has_a_name() -> None:
    names = {f"part.{part.removeprefix('whole ').replace(' ', '-')}" for part in dates.PARTS}
    assert names <= set(messages_of("en"))
