"""Files as large as a file may be, each made to cost as much as it can: refused on their line, or harmless, in little memory.

They are made here and not kept among the files of the corpus, since each is up to 64 KB. How long each takes beside an
empty file is measured here in processor time; a whole process is measured in memory alone, which is not noisy.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.small_project import PROJECT, write_project
from timeline.compiler import compile_project
from timeline.diagnostics import Severity
from timeline.source import LARGEST

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

BASE = "date: on the 21st\nplace: bridge\nclaim: The bridge is open.\nsource: gazette\nby: mayor\n"
ROOM = LARGEST - len(BASE) - 20
SECONDS = 10.0
MEGABYTES = 200
WHERE = "content/events/this.yml"


def filled(piece: str, before: str = "note: ", after: str = "\n") -> str:
    """Fill a file up with one piece again and again."""
    return BASE + before + piece * (ROOM // len(piece)) + after


REFUSED = {
    "brackets": (filled("["), "R128:6"),
    "braces": (filled("{"), "R128:6"),
    "keys in braces": (filled("{a: "), "R128:6"),
    "brackets and braces": (filled("[{"), "R128:6"),
    "questions": (filled("? ", before=""), "R128:6"),
    "hyphens": (filled("- ", before="note:\n  "), "R128:7"),
    "commas": (filled(",", before="tags: [", after="]\n"), "R118:6"),
    "colons": (filled("a: "), "R111:6"),
    "tags": (filled("! "), "R122:6"),
    "anchors": (filled("&a a, ", before="note: [", after="]\n"), "R120:6"),
    "aliases": (filled("*a, ", before="note: [", after="]\n"), "R121:6"),
    "one field": (filled("note: x\n", before=""), "R127:7"),
    "a long name of a field": (filled("k", before="", after=": x\n"), "R110:6"),
    "bad escapes": (filled("\\q", before='note: "', after='"\n'), "R119:6"),
    "hidden escapes": (filled("\\u202e", before='note: "', after='"\n'), "R104:6"),
    "single quotes": (filled("''", after="'\n"), "R114:6"),
    "one word": (filled("a"), "R130:6"),
    "digits": (filled("9", before="figures: {a: ", after="}\n"), "R130:6"),
    "days after days": (filled("the day after ", before="said: "), "R130:6"),
    "marks on one letter": (
        filled("\u0301", before="note: a").encode()[: LARGEST - 1].decode("utf-8", "ignore"),
        "R104:6",
    ),
}
HARMLESS = {
    "a comment": filled("#", before=""),
    "comments": filled("#\n", before=""),
    "empty lines": filled("\n", before=""),
    "spaces": filled(" ", before=""),
}


def errors_in(data: bytes) -> list[str]:
    files = {
        path: text.encode() for path, text in PROJECT.items() if path.startswith(("content/", "timeline.yml"))
    }
    started = time.process_time()
    build = compile_project({**files, WHERE: data})
    assert time.process_time() - started < SECONDS
    return [f"{one.code}:{one.span.line}" for one in build.diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize("name", REFUSED)
def test_a_bomb_is_refused_on_its_line(name: str) -> None:
    text, expected = REFUSED[name]
    data = text.encode()
    assert len(data) <= LARGEST
    assert expected in errors_in(data)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_merely_long_is_read(name: str) -> None:
    assert errors_in(HARMLESS[name].encode()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of a process is another thing elsewhere")
@pytest.mark.parametrize("name", ["brackets", "anchors", "hidden escapes", "one field"])
def test_a_check_stays_in_little_memory(name: str, tmp_path: Path) -> None:
    """The check as anybody runs it, in a process that may hold so much and no more."""
    project = write_project(tmp_path)
    (project / WHERE).write_bytes(REFUSED[name][0].encode())
    limit = MEGABYTES * 1024 * 1024
    done = subprocess.run(
        [sys.executable, "-P", "-m", "timeline.cli", "check", "--format", "json"],
        cwd=project,
        env=os.environ,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)),
    )
    assert done.returncode == 1, done.stderr
    assert f'"{REFUSED[name][1].partition(":")[0]}"'.encode() in done.stdout
