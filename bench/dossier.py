"""What a dossier costs: `timeline pdf` on made-up timelines of growing size, once with nothing kept from before, once with all.

    python bench/dossier.py [--claims 100,1000] [--lanes 3]

Prints for each size the volumes and their bytes, processor seconds of all processes, how many of them the typesetting took (what
is saved where it was kept; the rest reads, checks and prepares), the highest memory of a typesetter, and the ratio of seconds of
typesetting per claim to that of the first size: a layout that stays linear stays near 1. The goals are 600 MB and 8
seconds of typesetting for 1,000 claims, 4 GB and 60 seconds for 10,000.
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, and starts our own command

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.large_project import Size, files  # noqa: E402 - the path comes first


def seconds() -> float:
    """Processor time of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def printing(folder: str) -> float:
    """Print the project in a folder; give the processor time that it took."""
    before = seconds()
    subprocess.run(
        [sys.executable, "-P", "-m", "timeline.cli", "pdf", "--project", folder, "-o", folder],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TIMELINE_CACHE": f"{folder}/kept"},
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return seconds() - before


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", default="100,1000")
    parser.add_argument("--lanes", type=int, default=3)
    options = parser.parse_args()
    per_claim = None
    for claims in map(int, options.claims.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            for path, text in files(Size(claims=claims, lanes=options.lanes)).items():
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                (project / path).write_text(text, "utf-8")
            took, kept = printing(folder), printing(folder)
            pdfs = [path.stat().st_size for path in project.glob("*.pdf")]
        per_claim = per_claim or (took - kept) / claims
        highest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(
            f"{claims:6,} claims: {len(pdfs):3} volumes, {sum(pdfs) / 1e6:6.1f} MB, {took:6.1f} s, typesetting {took - kept:6.1f} s, "
            f"{highest:5,} MB at most, {(took - kept) / claims / per_claim:4.2f} per claim"
        )


if __name__ == "__main__":
    main()
