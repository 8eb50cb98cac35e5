"""The answers of a form in a repository's issues, read from the Markdown that code hosts make of it.

What enters: the text of an issue: a heading `### Label` for every question of the form, and the answer below it. What
leaves: the answers by the names of `new`'s options, and the headings that are none of the form's, so that nobody thinks that they were
read. What it refuses: two answers to one question, since one of them would be lost.

The labels are those of the form that `init` puts into a project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LABELS = {
    "claim": "claim",
    "date": "date",
    "place": "place",
    "source": "source",
    "title of the source": "source_title",
    "when the source was published": "source_published",
    "who says so": "by",
    "through whom": "via",
    "when it was said": "said",
    "where in the source": "locator",
    "excerpt": "excerpt",
    "title": "title",
    "note": "note",
}
"""Label of a question, in lower case -> name of the option that takes its answer."""

NO_ANSWER = "_No response_"
_HEADING = re.compile(r"###[ \t]+(?P<label>.*?)[ \t#]*")


class TwiceError(Exception):
    """A question has two answers; the message names it."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What somebody handed in."""

    answers: Mapping[str, str]
    """By name of the option; what was left out is not there."""

    unknown: tuple[str, ...]
    """Headings with an answer that no option takes."""


def read_issue(text: str) -> Issue:
    """Read the text of an issue.

    Raises:
        TwiceError: A question has two answers.
    """
    answers: dict[str, str] = {}
    unknown: list[str] = []
    for label, lines in _parts(text):
        name, answer = LABELS.get(" ".join(label.casefold().split())), _paragraphs(lines)
        if not answer:
            continue
        if name is None:
            unknown.append(label)
        elif name in answers:
            raise TwiceError(f"the issue answers “{label}” twice")
        else:
            answers[name] = answer
    return Issue(answers, tuple(unknown))


def _parts(text: str) -> list[tuple[str, list[str]]]:
    """Part the text at its headings; what stands above the first one is nobody's answer."""
    parts: list[tuple[str, list[str]]] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if heading := _HEADING.fullmatch(line):
            parts.append((heading["label"], []))
        elif parts:
            parts[-1][1].append(line)
    return parts


def _paragraphs(lines: list[str]) -> str:
    """Join the lines of each paragraph, since where they end is the form's doing."""
    joined = "\n".join(line.strip() for line in lines).strip()
    if joined == NO_ANSWER:
        return ""
    return "\n\n".join(" ".join(part.split("\n")) for part in re.split(r"\n{2,}", joined))
