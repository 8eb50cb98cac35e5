"""Small projects as text, and findings in a form that reads beside them."""

from collections.abc import Mapping
from textwrap import dedent

from timeline.diagnostics import Diagnostic, in_order
from timeline.model import Event, Timeline
from timeline.resolve import resolve
from timeline.rules import check
from timeline.schema import read_records
from timeline.source import read_document

ARTICLE = """
title: An article
no_url: Made up for a test.
published: "2023-05-22"
language: en
"""

ASIDE = frozenset({"C513", "C514", "C520", "C521", "C522"})
"""What small projects are not blamed for: they quote no words, enter one claim many times, list answers that nobody
gives, hold records that nothing uses, and keep no archive."""


def files(texts: Mapping[str, str]) -> dict[str, bytes]:
    """Turn `events/x` and the like into the files of a project; an article is there unless it is given."""
    given = {"sources/article": ARTICLE, **texts}
    return {
        "timeline.yml" if name == "settings" else f"content/{name}.yml": dedent(text).lstrip("\n").encode()
        for name, text in given.items()
        if text
    }


def read(texts: Mapping[str, str], *, about: str = "") -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """Take a project as far as the timeline, with the findings up to the checks across records.

    Of what is set aside, only the findings with the code that the test is about are there.
    """
    documents = [read_document(path, data) for path, data in files(texts).items()]
    drafts, malformed = read_records([document for document, _ in documents])
    timeline, unresolved = resolve(drafts)
    unreadable = [one for _, diagnostics in documents for one in diagnostics]
    questionable = [one for one in check(timeline) if one.code not in ASIDE or one.code == about]
    return timeline, in_order((*unreadable, *malformed, *unresolved, *questionable))


def lines(found: tuple[Diagnostic, ...]) -> list[str]:
    """Print findings one a line: the code, the file's stem, the place, the message, and the hint after an arrow."""
    return [
        f"{one.code} {one.span.path.removeprefix('content/').removesuffix('.yml')}:{one.span.line}:{one.span.column}"
        f" {one.message}" + (f" -> {one.hint}" if one.hint else "")
        for one in found
    ]


def findings(texts: Mapping[str, str], *, about: str = "") -> list[str]:
    """Print what is found in a project; of what is set aside, the findings with the code that the test is about."""
    return lines(read(texts, about=about)[1])


def one_event(text: str, **others: str) -> tuple[Event, list[str]]:
    """Read a project with one event of note, `events/this`, and what is found in it."""
    timeline, found = read(
        {"events/this": text, **{name.replace("__", "/"): value for name, value in others.items()}}
    )
    return timeline.events["this"], lines(found)
