"""What the codes of reading promise about themselves holds."""

from __future__ import annotations

import pytest

from timeline.codes import ALL, Code
from timeline.source import read_document

CODES = [code for code in ALL.values() if code.id.startswith("R")]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_code_is_explained(code: Code) -> None:
    assert code.summary.endswith(".")
    assert "\n\n" in code.explanation or code.id == "R110"
    assert bool(code.wrong) == bool(code.right)


@pytest.mark.parametrize("code", [code for code in CODES if ":" in code.right], ids=lambda code: code.name)
def test_examples_are_wrong_and_right(code: Code) -> None:
    assert code.id in {each.code for each in read_document("x.yml", code.wrong.encode())[1]}
    assert read_document("x.yml", code.right.encode())[1] == ()
