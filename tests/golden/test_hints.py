"""What a hint says can be typed in, and then the finding is gone.

Tried on the golden projects of `test_diagnostics`: a word to write instead takes the place that is underlined, and a
reading or a zone is added to the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from timeline.compiler import compile_project
from timeline.diagnostics import Diagnostic, Span

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

CASES = {
    path.name: {file.relative_to(path / "input").as_posix(): file.read_bytes() for file in files}
    for path in sorted((Path(__file__).parent / "diagnostics").iterdir())
    if (files := sorted((path / "input").rglob("*.yml")))
    if path.name[0] in "FDLCP"
}
"""The files of each project that was read without a finding of the reader."""

WORD = re.compile(r"(?:did you mean|write) `([^`]+)`\??")
ADDED = re.compile(r'`((?:reading|zone): (?:"[^"`]+"|undecided))`')


def found_in(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    inputs = {path: data for path, data in files.items() if path.endswith(".yml")}
    return compile_project(inputs, site=False).diagnostics


def with_word(text: str, span: Span, word: str) -> str:
    """Write a word in place of what is underlined."""
    lines = text.splitlines(keepends=True)
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + word + line[span.end_column - 1 :]
    return "".join(lines)


def with_field(text: str, field: str) -> str:
    """Add a field to the date of an event; a reading with its basis."""
    lines = text.splitlines()
    if lines[0] != "date:":
        lines[:1] = ["date:", f"  phrase: {lines[0].removeprefix('date: ')}"]
    name = field.partition(":")[0]
    lines = [line for line in lines if not line.startswith(f"  {name}:")]
    return "\n".join([*lines[:2], f"  {field}", "  basis: The editor knows.", *lines[2:], ""])


def advice(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Give what each hint says to type."""
    for one in found:
        word = WORD.fullmatch(one.hint)
        for words in [word[1]] if word else ADDED.findall(one.hint):
            yield one, words


@pytest.mark.parametrize("name", CASES)
def test_typed_in_it_mends_the_finding(name: str) -> None:
    for one, words in advice(found_in(CASES[name])):
        span = one.span
        text = CASES[name][span.path].decode()
        write = with_field(text, words) if ADDED.fullmatch(f"`{words}`") else with_word(text, span, words)
        after = found_in({**CASES[name], span.path: write.encode()})
        left = [(each.code, each.message) for each in after if each.span.path == span.path]
        assert (one.code, one.message) not in left, words
        if span.path == "content/events/fire-breaks-out.yml" and name[0] == "D":
            assert left == [], words


def test_there_is_advice_to_try() -> None:
    codes = {one.code for files in CASES.values() for one, _ in advice(found_in(files))}
    assert codes >= {
        "F201",
        "F205",
        "F206",
        "F207",
        "F210",
        "D302",
        "D303",
        "D305",
        "D318",
        "L401",
        "L406",
        "P301",
    }
