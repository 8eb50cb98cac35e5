"""The process in which Typst runs: the only importer of `typst`. `press` starts it by the path of this file.

What enters, on standard input: one line of JSON, a job. What leaves, on standard output: one line of JSON that says how
it ended, and behind it the PDF or picture. It imports nothing of this package, so that it starts at once and needs no particular path.

It is a process of its own for three reasons. Its memory, hundreds of megabytes for a thousand claims, is given back when
it ends. Ctrl-C ends it at once, while a thread inside the compiler would not hear of it. And whatever happens to the
compiler happens to it alone. It ends itself when whoever started it is gone: standard input stays open as long as that
process lives.

The compiler sees no disk but fonts: its files are virtual, its root is an empty folder, and so is where it would look
for packages, so that nothing is fetched.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

import typst

STANDARDS = ("a-2a", "ua-1")
"""PDF/A-2a for archives, and PDF/UA-1 for those who cannot see the page. Typst refuses to write a file that breaks them."""


PIXELS_PER_INCH = 72.0
"""Of a picture: one for each point."""


class _Compiling(Protocol):
    """The part of `typst.Compiler` that is used here."""

    def compile_with_warnings(
        self,
        *,
        format: str,  # noqa: A002 - its own name
        pdf_standards: list[str],
        timestamp: int,
        ppi: float,
    ) -> tuple[bytes, list[Warning]]: ...


def compiler(files: Mapping[str, bytes], fonts: Sequence[str], folder: str) -> _Compiling:
    """Make a compiler whose files are these values; `main.typ` is where it starts.

    Typst takes a mapping of files as its input, which its type stubs leave out (as of 0.15): hence the cast.

    Args:
        files: Name -> content.
        fonts: Folders of fonts. Neither the system's nor the compiler's own are used.
        folder: An empty folder.
    """
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
    return cast(
        "_Compiling",
        typst.Compiler(
            cast("Any", dict(files)),
            root=folder,
            font_paths=found,
            ignore_system_fonts=True,
            package_path=folder,
            package_cache_path=folder,
        ),
    )


def typeset(
    files: Mapping[str, str], fonts: Sequence[str], timestamp: int, form: str
) -> tuple[dict[str, Any], bytes]:
    """Make the PDF, or a picture of the only page; give how it went, and what was made or nothing."""
    with tempfile.TemporaryDirectory(prefix="timeline-dossier-") as folder:
        virtual = {name: text.encode() for name, text in files.items()}
        try:
            made, warnings = compiler(virtual, fonts, folder).compile_with_warnings(
                format=form,
                pdf_standards=list(STANDARDS) if form == "pdf" else [],
                timestamp=timestamp,
                ppi=PIXELS_PER_INCH,
            )
        except typst.TypstError as error:
            return {"error": error.message, "hints": list(error.hints), "where": error.diagnostic}, b""
        return {"warnings": [str(getattr(one, "message", one)) for one in warnings]}, made


def main() -> None:
    """Do one job."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    job = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_starter, daemon=True).start()
    try:
        told, pdf = typeset(job["files"], job["fonts"], job["timestamp"], job["form"])
    except BaseException as error:  # noqa: BLE001 - a panic of the compiler is no Exception; whoever started this tells it
        told, pdf = {"error": f"{type(error).__name__}: {error}", "hints": []}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()
    os._exit(0)  # what is left to tidy up are hundreds of megabytes, which the system takes back at once


def _end_with_starter() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
