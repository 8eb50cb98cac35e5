"""Valid files, broken at random: every one gets an answer, none an exception, and none takes long.

The suite tries a few hundred. To try more, or other ones:

    MUTATIONS=10000 MUTATIONS_SEED=7 python -m pytest tests/hostile/test_mutations.py
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Mapping

import pytest

from tests.hostile.planting import planted_project
from tests.small_project import PROJECT
from timeline.compiler import compile_project
from timeline.diagnostics import in_order
from timeline.report import as_json, as_text
from timeline.resolve import resolve
from timeline.rules import check
from timeline.schema import read_records
from timeline.source import read_document

pytestmark = pytest.mark.slow

TRIES = int(os.environ.get("MUTATIONS", "120"))
SEED = int(os.environ.get("MUTATIONS_SEED", "1"))
SECONDS = 10.0
"""Of processor time for a project of some twenty files, its pages included. Most take a twentieth of it."""

ODD = [
    *(
        "\x00",
        "\r",
        "\t",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\u200b",
        "\u0301",
        "\ufffe",
        "\U0001f468\u200d\U0001f469",
        "ß",
        "\udcff",
    ),
    *(
        "'",
        '"',
        "`",
        ":",
        ": ",
        "- ",
        "? ",
        "#",
        " #",
        "&a ",
        "*a",
        "!",
        "!!python/object:os.system ",
        "|",
        ">",
        "%",
        "@",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "null",
        "true",
        "no",
        "1e999",
        "0x7f",
        "-0",
        "9" * 40,
        "NaN",
        ".inf",
    ),
    *(
        "2023-02-30",
        "0000-00-00",
        "9999-12-31",
        "-9999",
        "25:61",
        "on the 31st",
        "last Friday",
        "Y-17E7",
        "[..]",
        "../",
        "19XX",
    ),
    *(
        "<script>",
        "${x}",
        "{{x}}",
        "](javascript:x)",
        "https://a@b",
        "http://[::1",
        "https://xn--",
        "unstated",
        "when said",
        "said",
    ),
    *(
        "removed",
        "withdrawn",
        "index",
        "Европа",
        "آزمایش",
        "a" * 301,
        "a " * 2001,
        "\n",
        "\n\n",
        "  ",
        "\\u202e",
        "\\x",
        "\\",
    ),
]
WHOLE_EVERY = 10
"""Of so many projects one is compiled with its pages, which takes several times as long as reading and checking it."""

FILES: Mapping[str, str] = {
    path: text
    for files in (
        PROJECT,
        planted_project(lambda where: f"Words of {where}, *stressed* and [linked](https://example.org)."),
    )
    for path, text in files.items()
    if path.startswith(("content/", "timeline.yml"))
}


def mutated(text: str, chance: random.Random) -> str:  # noqa: PLR0911 - one line for each way
    """Break a file in one small way."""
    lines = text.splitlines(keepends=True) or [""]
    at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
    line, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(9):
        case 0:
            return text[:at] + chance.choice(ODD) + text[at:]
        case 1:
            return text[: min(at, other)] + text[max(at, other) :]
        case 2:
            return text[:at] + text[min(at, other) : max(at, other)] + text[at:]
        case 3:
            return "".join([*lines[:line], *lines[line + 1 :]])
        case 4:
            lines[line], lines[second] = lines[second], lines[line]
            return "".join(lines)
        case 5:
            key, _, _ = lines[line].partition(":")
            return "".join([*lines[:line], f"{key}: {chance.choice(ODD)}\n", *lines[line + 1 :]])
        case 6:
            return "".join(
                [*lines[:line], chance.choice(["  ", "- ", " "]) + lines[line], *lines[line + 1 :]]
            )
        case 7:
            stranger = chance.choice(list(FILES.values())).splitlines(keepends=True)
            return "".join([*lines, chance.choice(stranger)])
        case _:
            word, new = chance.choice(text.split() or [""]), chance.choice(ODD)
            return text.replace(word, new) if word else new


def answer(files: Mapping[str, bytes], *, whole: bool) -> None:
    """Read and check a project and print what was found, as `check` does; or compile it whole, pages included."""
    if whole:
        build = compile_project(files)
        found, texts = build.diagnostics, build.texts
    else:
        documents = [read_document(path, data) for path, data in files.items()]
        drafts, malformed = read_records([document for document, _ in documents])
        resolved, unresolved = resolve(drafts)
        unreadable = [one for _, diagnostics in documents for one in diagnostics]
        found = in_order((*unreadable, *malformed, *unresolved, *check(resolved)))
        texts = {document.path: document.text for document, _ in documents}
    as_text(found, texts, color=False, width=80)
    as_json(found)


def test_every_mutation_gets_an_answer_in_time() -> None:
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    whole = {path: text.encode() for path, text in FILES.items()}
    answer(whole, whole=True)
    slowest = 0.0
    for count in range(TRIES):
        path = chance.choice(list(FILES))
        text = FILES[path]
        for _ in range(chance.choice([1, 1, 1, 2, 5])):
            text = mutated(text, chance)[:70_000]
        data = text.encode("utf-8", "surrogateescape")
        started = time.process_time()
        try:
            answer({**whole, path: data}, whole=count % WHOLE_EVERY == 0)
        except Exception as error:  # noqa: BLE001 - any exception is what this looks for
            pytest.fail(f"{path}: {error!r} for {data!r}")
        slowest = max(slowest, time.process_time() - started)
        assert slowest < SECONDS, (path, data)
