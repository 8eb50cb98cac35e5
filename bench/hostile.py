"""What a hostile file costs: `check --format json` over every file of the corpus, each in a project of its own.

    python bench/hostile.py [--every N]

Prints the time of a check of the project without the file, the files that take the most beyond it, and the highest
memory of a process. The goal is one second beyond start-up and 200 MB. Times are seconds of processor time, which other
work on the machine disturbs less than it does the clock.
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, and starts our own command

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.small_project import write_project  # noqa: E402 - the path comes first

CORPUS = ROOT / "tests" / "hostile" / "corpus"
MOST_SECONDS, MOST_MEGABYTES = 1.0, 200
LISTED = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one check took."""

    name: str
    seconds: float
    """Of processor time."""

    megabytes: float
    """The most memory that the process held."""

    status: int


def check(project: Path, name: str) -> Cost:
    """Run one check and measure its process, which `os.wait4` tells apart from all others."""
    command = [sys.executable, "-P", "-X", "utf8", "-m", "timeline.cli", "check"]
    process = subprocess.Popen(
        [*command, "--project", str(project), "--format", "json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(name, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode)


def main() -> int:
    """Measure, print, and say by the exit status whether the goal was met."""
    arguments = argparse.ArgumentParser(description="What hostile files cost.")
    arguments.add_argument("--every", type=int, default=1, metavar="N", help="take only every Nth file")
    every = arguments.parse_args().every
    with tempfile.TemporaryDirectory() as folder:
        project = write_project(Path(folder))
        check(project, "to warm up")
        empty = statistics.median(check(project, "empty").seconds for _ in range(5))
        costs = []
        for path in sorted(CORPUS.glob("*.yml"))[::every]:
            target = project / "content" / "events" / "this.yml"
            target.write_bytes(path.read_bytes())
            costs.append(check(project, path.stem))
    costs.sort(key=lambda cost: -cost.seconds)
    print(f"{len(costs)} files; without any, a check takes {empty:.2f} s")
    for cost in costs[:LISTED]:
        more = cost.seconds - empty
        print(
            f"  {cost.name}: {more:+.2f} s beyond it ({cost.seconds / empty:.2f} times), {cost.megabytes:.0f} MB"
        )
    largest = max(costs, key=lambda cost: cost.megabytes)
    print(f"highest memory: {largest.megabytes:.0f} MB ({largest.name})")
    broken = [cost.name for cost in costs if cost.status not in {0, 1}]
    print(f"ended otherwise than with an answer: {', '.join(broken) or 'none'}")
    return int(costs[0].seconds - empty > MOST_SECONDS or largest.megabytes > MOST_MEGABYTES or bool(broken))


if __name__ == "__main__":
    sys.exit(main())
