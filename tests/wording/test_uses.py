"""Every message that the code, the templates and the scripts name is there, and every message there is named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from timeline.wording.messages import messages_of

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

PACKAGE = Path(__file__).parents[2] / "timeline"

PREFIXES = ("", "label.", "date.", "dossier.", "script.", "add.script.", "filter.")
"""What helpers put before a name: `here.label("when")` says `label.when`."""

SECTIONS = {key.partition(".")[0] for key in messages_of("en")}


@cache
def trees() -> tuple[ast.Module, ...]:
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)


@cache
def written() -> str:
    paths = [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.typ")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


def made_up() -> Iterator[re.Pattern[str]]:
    """Keys that are put together, such as `f"verb.{kind}"`, as patterns."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+"
                    for one in node.values
                ]
                yield re.compile("".join(parts))
    for match in re.finditer(r'"([a-z.-]+[.-])" ~ ', written()):
        yield re.compile(re.escape(match[1]) + ".+")
    for match in re.finditer(r"`([a-z.-]+[.-])\$\{", written()):
        yield re.compile(
            r"script\." + re.escape(match[1]) + ".+"
        )  # the scripts know their messages without it


def in_a_section(pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern begins with a section of the message files, so that it cannot stand for everything."""
    head = pattern.pattern.replace("\\", "").partition(".+")[0]
    return "." in head and head.partition(".")[0] in SECTIONS


def test_every_message_that_is_named_is_there() -> None:
    known = set(messages_of("en"))
    named = set()
    for tree in trees():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"text", "count", "pattern"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
                and node.args[0].value.partition(".")[0] in SECTIONS
                and "." in node.args[0].value
            ):
                named.add(node.args[0].value)
    named |= set(re.findall(r'\{\{[^}]*?(?<!\.)\b(?:t|n|rich)\("([a-z0-9_.-]+)"[,)]', written()))
    assert len(named) > 200
    assert not sorted(named - known)


def test_every_message_is_used() -> None:
    said = {
        node.value for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant)
        if isinstance(node.value, str)
    }  # fmt: skip
    said |= set(re.findall(r'["\'`]([a-z0-9_.-]+)["\'`]', written()))
    patterns = [pattern for pattern in made_up() if in_a_section(pattern)]
    unused = [
        key
        for key in messages_of("en")
        if not any(key.removeprefix(prefix) in said for prefix in PREFIXES if key.startswith(prefix))
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert not unused
