"""Messages, counts, lists, numbers and dates in one language."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest

from timeline import dates
from timeline.wording import wording_for

ENGLISH = wording_for("en")

PHRASES = (
    *(
        "21 May 2023",
        "about 21 May 2023",
        "evening of 21 May 2023",
        "5:26 am on 22 May 2023",
        "by 22 May 2023",
    ),
    *(
        "22 May 2023 to 31 May 2023",
        "28 December 2022 to 3 January 2023",
        "unstated",
        "around May 2023",
        "2023",
    ),
    *("early May 2023", "late 2023", "the winter of 2022-23", "third quarter of 2023", "first half of 2023"),
    *(
        "the 1990s",
        "the 20th century",
        "the week of 22 May 2023",
        "2020-W01",
        "2023-05-22T05:00/2023-05-23T06:00",
    ),
    *("0987-05-21", "night of 21-22 May 2023", "May 2023", "5 am on 22 May 2023"),
)


def read(phrase: str) -> dates.Resolution:
    found = dates.resolve(phrase, None)
    assert isinstance(found, dates.Resolution), phrase
    return found


@pytest.mark.parametrize("phrase", PHRASES)
def test_english_dates_by_cldr_are_those_of_the_date_library(phrase: str) -> None:
    found = read(phrase)
    assert dates.long(found, words=ENGLISH) == dates.long(found)
    assert dates.short(found, words=ENGLISH) == dates.short(found)
    assert dates.short(found, year=True, words=ENGLISH) == dates.short(found, year=True)
    assert dates.time_label(found, words=ENGLISH) == dates.time_label(found)


def test_the_nearest_language_is_taken_and_english_else() -> None:
    assert wording_for("en-US").language == "en-US"
    assert wording_for("en-US").day(datetime(2023, 5, 21), year=True) == "May 21, 2023"
    assert wording_for("fr").language == "en"
    assert wording_for("fr").messages == ENGLISH.messages
    assert wording_for("en") is ENGLISH


def test_values_are_never_read_as_messages() -> None:
    assert ENGLISH.text("figure.at-least", number="{n} {") == "at least {n} {"


def test_numbers_and_lists() -> None:
    assert ENGLISH.count("claims", 1) == "1 claim"
    assert ENGLISH.count("claims", 2000) == "2,000 claims"
    assert ENGLISH.listed([]) == ""
    assert ENGLISH.listed(["a"]) == "a"
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"


def test_a_message_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        ENGLISH.text("no.such")
    with pytest.raises(KeyError):
        ENGLISH.text("figure.at-least")


def test_importing_leaves_cldr_out() -> None:
    script = "import sys, timeline.wording; print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_words_that_run_the_other_way_are_set_apart() -> None:
    arabic = wording_for("ar")
    assert arabic.text("source.in-language", language="en") == "اللغة: \u2068en\u2069"
    assert arabic.joined(["TASS", "", "قول"]) == "\u2068TASS\u2069، قول"
    assert ENGLISH.text("claim.answer", answer="نعم") == "Answer: \u2068نعم\u2069"
    assert ENGLISH.text("claim.answer", answer="Бахмут") == "Answer: Бахмут"
