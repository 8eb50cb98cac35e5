"""Prints: the files of a book in, a PDF out.

What enters: the template and the book's data as texts, the folders of fonts, and the time that the PDF states. What
leaves: the PDF, the same bytes for the same input on every machine. What it refuses: nothing of the content; where the
compiler gives up, `PressError` says why.

Typst runs in a process of its own (see `typesetter`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

Form = Literal["pdf", "png"]
"""What can be made."""

TYPESETTER = Path(__file__).with_name("typesetter.py")


class PressError(Exception):
    """The compiler gave up."""

    def __init__(self, message: str, hints: Sequence[str] = (), where: str = "") -> None:
        super().__init__(message)
        self.hints = tuple(hints)
        self.where = where
        """In the template, as the compiler tells it."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A PDF, or a picture."""

    pdf: bytes
    warnings: tuple[str, ...] = ()
    """What the compiler says about it."""


def press(files: Mapping[str, str], *, fonts: Sequence[Path], timestamp: int, form: Form = "pdf") -> Pressed:
    """Print.

    Args:
        files: `main.typ`, whatever it imports, and the data; by name.
        fonts: Folders of fonts, the first ones first.
        timestamp: Seconds since 1970 that the PDF states as the time of its making.
        form: What is made: a PDF, or a picture of the only page.

    Raises:
        PressError: The compiler gave up, or was ended.
        OSError: No process can be started.
    """
    job = {
        "files": dict(files),
        "fonts": [str(folder) for folder in fonts],
        "timestamp": timestamp,
        "form": form,
    }
    with tempfile.TemporaryFile() as said:
        with _typesetter(said) as process:
            answer, pdf = _exchange(process, json.dumps(job, ensure_ascii=False).encode() + b"\n")
        said.seek(0)
        last_words = said.read().decode(errors="replace").strip()
    if not answer:
        raise PressError(_how_it_ended(process.returncode, last_words))
    told: dict[str, Any] = json.loads(answer)
    if "error" in told:
        raise PressError(told["error"], told["hints"], told.get("where", ""))
    return Pressed(pdf, tuple(told["warnings"]))


@contextmanager
def _typesetter(said: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Start the other process, and see that it is gone at the end, after Ctrl-C too."""
    with subprocess.Popen(  # noqa: S603 - our own Python with our own file
        [sys.executable, "-P", "-X", "utf8", str(TYPESETTER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
    ) as process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def _exchange(process: subprocess.Popen[bytes], job: bytes) -> tuple[bytes, bytes]:
    """Hand over the job and read the answer. The pipe stays open meanwhile: its end would tell that nobody waits."""
    if process.stdin is None or process.stdout is None:
        raise PressError("it was started without pipes")  # never: they are asked for above
    with suppress(
        BrokenPipeError
    ):  # it ended before it had read the job; its answer is missing, which is told
        process.stdin.write(job)
        process.stdin.flush()
    answer = process.stdout.readline()
    pdf = process.stdout.read()
    process.wait()
    return answer, pdf


def _how_it_ended(status: int, last_words: str) -> str:
    """Say why there is no answer."""
    if status < 0:
        return f"it was ended by signal {-status}, perhaps because the memory ran out"
    return (
        f"it ended with status {status}: {last_words.splitlines()[-1] if last_words else 'it said nothing'}"
    )
