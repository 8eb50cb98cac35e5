from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.contribute.naming import LONGEST, claim_id, id_from
from timeline.ids import looks_like_id

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "id_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:30] or "empty")
def test_a_case_gets_exactly_this_id(case: dict[str, Any]) -> None:
    assert id_from(case["text"], case.get("taken", ())) == case["id"]


def test_a_claim_is_named_after_who_says_it() -> None:
    assert claim_id("zelensky", "Troops are still present.") == "zelensky-troops-are-still-present"
    assert claim_id("zelensky", "Zelensky says so") == "zelensky-says-so"
    assert claim_id("", "Troops are still present.") == "troops-are-still-present"
    assert claim_id("Песков", "Is it so?", {"peskov-is-it-so"}) == "peskov-is-it-so-2"


@given(st.text(max_size=200))
def test_every_text_gets_an_id_that_a_file_can_have(text: str) -> None:
    name = id_from(text)
    assert looks_like_id(name)
    assert len(name) <= LONGEST + 2
    assert id_from(text, {name}) != name
