"""Date rules by the name that a resolution carries, as the method page explains them.

What enters: the name of a rule. What leaves: its title and the id of its section on the method page. Names that are no
rule of the table, such as the editor's reading, are explained here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline import dates
from timeline.dates import Example, Rule

OTHERS: Mapping[str, tuple[str, str]] = {
    "unstated": (
        "Not stated",
        (
            "The source gives no words for this date. Nothing is put in their place: only what limits the date from "
            "elsewhere is shown, and as a limit."
        ),
    ),
    "when-said": (
        "When said",
        "The words describe a state, or a judgement, as of the moment of saying, so the date is that of the saying.",
    ),
    "editor-reading": (
        "Editor’s reading",
        (
            "Rules alone do not decide what the words mean. The editor reads them in one of the ways that the rules "
            "allow, says why, and the reading is shown as the editor’s."
        ),
    ),
    "edtf": (
        "Written in a notation of dates",
        (
            "The date is written out in EDTF (ISO 8601-2), such as 2023-05-21 or [2023-05-22..2023-05-31]. Where it "
            "stands for words, or for none, the editor gives the basis."
        ),
    ),
    "undecided": (
        "Undecided",
        "The words can be read in several ways and nobody can tell which is meant. The date spans all of them.",
    ),
}
"""Rules that read no words: name -> title, explanation."""


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
    table = {rule.name: rule for rule in rules()}
    found = [
        Explained(rule.name, rule.title, rule.reason, tuple(rule.examples))
        for rule in table.values()
        if rule.name not in OTHERS
    ]
    return [
        *found,
        *(
            Explained(name, title, reason, tuple(table[name].examples) if name in table else ())
            for name, (title, reason) in OTHERS.items()
        ),
    ]


def rule_title(name: str) -> str | None:
    """Title of a rule; `None` where the method page has no section on it."""
    if name in OTHERS:
        return OTHERS[name][0]
    return next((rule.title for rule in rules() if rule.name == name), None)


def rule_id(name: str) -> str:
    """Id of a rule's section on the method page."""
    return f"rule-{name}"
