"""Every rule is documented by examples, and every example holds."""

from __future__ import annotations

import random
import re

import pytest

from tests.dates.said import anchor, asked, outcome
from timeline.dates import RULES, Example, Resolution, resolve
from timeline.dates.parse import expression_of
from timeline.dates.rules import table

EXAMPLES = [(rule.name, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(
    ("name", "example"),
    EXAMPLES,
    ids=[
        f"{name}: {example.phrase}, {example.kind} {example.anchor}, {example.language}"
        for name, example in EXAMPLES
    ],
)
def test_an_example_comes_out_as_documented_and_by_its_own_rule(name: str, example: Example) -> None:
    start = anchor(example.anchor, example.kind) if example.anchor else None
    found = resolve(example.phrase, start, language=example.language)
    assert outcome(found) == example.answer
    if isinstance(found, Resolution):
        assert found.rule == name


def test_rules_have_stable_names_a_title_and_a_reason() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    for rule in RULES:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
        assert rule.title
        assert rule.reason.endswith(".")


def test_rules_that_read_phrases_have_examples() -> None:
    assert not [rule.name for rule in RULES if rule.patterns and not rule.examples]


def test_the_order_of_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def outcomes() -> list[str]:
        return [
            asked(example.phrase, example.anchor, kind=example.kind, language=example.language)
            for _, example in EXAMPLES
        ]

    def forget() -> None:
        table.forget()
        expression_of.cache_clear()

    expected = outcomes()
    for seed in range(3):
        shuffled = list(table.RULES)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 -- any three orders will do
        monkeypatch.setattr(table, "RULES", shuffled)
        forget()
        assert outcomes() == expected
    monkeypatch.undo()
    forget()


def test_a_rule_that_comes_late_registers_like_any_other() -> None:
    count = len(table.RULES)
    made = table.rule("test-only", "Test", "=ZONE ZONE ZONE ZONE", reason="For this test.")(
        lambda _match: None
    )
    try:
        assert made.name == "test-only"
        assert asked("gmt gmt gmt gmt") == "refused D301"
    finally:
        table.RULES[:] = table.RULES[:count]
        table.forget()
