"""Phrases as newspapers and chronicles write them, by rule: see the files in `cases`.

The phrases that are read from one anchor are one test, which names each that is read otherwise: five thousand tests would
spend more time on being tests than on phrases.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dates.said import asked

FOLDER = Path(__file__).parent / "cases"


def blocks() -> Iterator[tuple[str, str, str, str, list[tuple[str, str]]]]:
    """Every block of every file: its name, anchor, kind, language, and phrases with their answers."""
    for file in sorted(FOLDER.glob("*.txt")):
        block: list[tuple[str, str]] = []
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("@"):
                point, kind, language = line[1:].split()
                block = []
                yield f"{file.stem}:{number}", point, kind, language, block
            elif line and not line.startswith("#"):
                phrase, _, answer = line.rpartition(" = ")
                block.append((phrase, answer))


BLOCKS = list(blocks())


@pytest.mark.parametrize(
    ("point", "kind", "language", "phrases"),
    [block[1:] for block in BLOCKS],
    ids=[block[0] for block in BLOCKS],
)
def test_a_phrase_means_what_a_careful_reader_takes_it_for(
    point: str, kind: str, language: str, phrases: list[tuple[str, str]]
) -> None:
    assert phrases, "a block without phrases tests nothing"
    read = [(phrase, asked(phrase, point, kind=kind, language=language)) for phrase, _ in phrases]
    assert read == phrases
