"""How long a site takes to build, and where the time goes.

    python bench/site.py [--claims N] [--days N]

Writes a made-up project, builds its site without the dossier in processes of their own, and prints processor seconds (which
other work on the machine disturbs less than the clock), the most memory, and each stage's share of the whole. The numbers
of two machines do not compare; the shares do. The goal for 2,000 claims is 60 seconds and 400 MB.
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, and starts our own command

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.large_project import Size, write  # noqa: E402 - the path comes first

LIMIT = 400_000
"""Bytes of a page at most."""


def whole(project: Path) -> tuple[float, float]:
    """Build the site as a user does; give processor seconds and megabytes."""
    command = [sys.executable, "-P", "-X", "utf8", "-m", "timeline.cli", "build", "--no-pdf"]
    process = subprocess.Popen(
        [*command, "--project", str(project)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def stages(project: Path) -> dict[str, float]:
    """Compile the project in this process; give processor seconds by stage."""
    from timeline import compiler  # noqa: PLC0415 - measured apart from the start of the script
    from timeline.commands.project import compile_folder  # noqa: PLC0415

    found: dict[str, float] = {}

    def timed(name: str, of: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the stage takes and gives
            start = time.process_time()
            try:
                return of(*given, **named)
            finally:
                found[name] = found.get(name, 0.0) + time.process_time() - start

        return run

    watched = {
        "_read": "read the files",
        "read_records": "read the fields",
        "resolve": "resolve names and dates",
        "check": "check across records",
        "align": "align",
        "data_set": "data files",
        "render": "pages",
        "_broken_links": "check the links",
    }
    for name, label in watched.items():
        setattr(compiler, name, timed(label, getattr(compiler, name)))
    start = time.process_time()
    compile_folder(project)
    return found | {"all else of compiling": time.process_time() - start - sum(found.values())}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=2000)
    parser.add_argument("--days", type=int, default=480)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = write(Path(folder), Size(claims=asked.claims, days=asked.days))
        seconds, megabytes = whole(project)
        pages = sorted((path.stat().st_size, path) for path in (project / "site").rglob("*.html"))
        found = stages(project)
    print(f"{asked.claims:,} claims, {len(pages):,} pages: {seconds:.1f} s, {megabytes:.0f} MB")
    print(f"largest page: {pages[-1][0]:,} bytes; over {LIMIT:,}: {sum(size > LIMIT for size, _ in pages)}")
    for name, took in {**found, "MkDocs, and start": seconds - sum(found.values())}.items():
        print(f"{took / seconds:6.0%}  {name}")


if __name__ == "__main__":
    main()
