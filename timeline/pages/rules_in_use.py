"""Date rules by the name that a resolution carries, as the method page explains them.

What enters: the name of a rule. What leaves: its title and the id of its section on the method page. All of its words are
the rule's own; only what no phrase says, that a date is that of the saying, is explained here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline import dates
from timeline.dates import Example, Rule
from timeline.pages.template import in_english
from timeline.wording import Wording

WORDLESS = frozenset({"unstated", "when-said", "editor-reading", "undecided", "edtf", "iso-8601"})
"""Rules that read no words of a language; they are explained last."""

OTHERS: Mapping[str, tuple[str, str]] = {
    "when-said": (
        "When said",
        "The words describe a state, or a judgement, as of the moment of saying, so the date is that of the saying.",
    ),
}
"""What a resolution may name besides, since the record says it and no phrase: name -> title, reason."""


def rules() -> tuple[Rule, ...]:
    """All rules that read words, in the order of the table."""
    table = dates.RULES
    return tuple(table.values()) if isinstance(table, Mapping) else tuple(table)


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule as the method page explains it, once."""

    name: str
    title: str
    reason: str
    examples: tuple[Example, ...]


def explained_rules() -> list[Explained]:
    """All rules with their explanation, those that read no words after those that do."""
    table = sorted(rules(), key=lambda rule: rule.name in WORDLESS)
    return [
        *(Explained(rule.name, rule.title, rule.reason, tuple(rule.examples)) for rule in table),
        *(Explained(name, title, reason, ()) for name, (title, reason) in OTHERS.items()),
    ]


def rule_title(name: str) -> str | None:
    """Title of a rule; `None` where the method page has no section on it."""
    if name in OTHERS:
        return OTHERS[name][0]
    return next((rule.title for rule in rules() if rule.name == name), None)


def title_in(words: Wording, name: str, title: str) -> Markup:
    """Say the title of a rule in the language of the page, or mark it as English."""
    key = f"rule.{name}"
    return Markup("{}").format(words.text(key)) if key in words.messages else in_english(words, title)


def rule_id(name: str) -> str:
    """Id of a rule's section on the method page."""
    return f"rule-{name}"
