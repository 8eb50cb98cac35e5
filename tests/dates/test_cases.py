"""Phrases as newspapers and chronicles write them, by rule: see the files in `cases`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dates.said import asked

FOLDER = Path(__file__).parent / "cases"


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    """Every line of every file: anchor, its kind, language, phrase and answer."""
    for file in sorted(FOLDER.glob("*.txt")):
        point = kind = language = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                point, kind, language = line[1:].split()
            elif line and not line.startswith("#"):
                phrase, _, answer = line.rpartition(" = ")
                yield point, kind, language, phrase, answer


@pytest.mark.parametrize(("point", "kind", "language", "phrase", "answer"), list(cases()))
def test_a_phrase_means_what_a_careful_reader_takes_it_for(
    point: str, kind: str, language: str, phrase: str, answer: str
) -> None:
    assert asked(phrase, point, kind=kind, language=language) == answer
