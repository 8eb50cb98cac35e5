"""Every check of the repository, one after the other: what `build.py test` hands over to.

Enters: `--quick` for the checks that take less than a minute; after `--`, arguments for pytest instead of its defaults.
Leaves: one line per check with its result and seconds, the whole output of each that failed, and a summary.
Exit code 1 if any failed; all of them run even so, since the second finding is as useful as the first. 130 when
interrupted.

Nothing is passed over in silence: a check that cannot run here is in the summary, with what it needs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
COVERAGE_AT_LEAST = 95
"""Per cent of the package's lines and branches that the fast tests reach, in the full run."""
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_TESTS_COLLECTED = 5
"""pytest's exit code."""
INTERRUPTED = 130
BOTH_CORES = ("-n", "2", "--dist", "loadfile")
"""Two processes, each file in one of them: what a file's tests share is made once, and nothing else is shared. Each
process has its own browser, its own build of the site and its own port."""


@dataclass(frozen=True)
class Check:
    """A command that succeeds where all is well, and the name under which it is reported."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a check ended: `ok`, `failed` or `skipped`, and why if that is not plain."""

    name: str
    result: str
    why: str = ""


def main(arguments: Sequence[str]) -> int:
    """Run the checks asked for and return the exit code."""
    options = parse(arguments)
    os.chdir(ROOT)
    compile_once()
    started = time.monotonic()
    try:
        outcomes = list(run_all(quick=options.quick, pytest_arguments=options.pytest))
    except KeyboardInterrupt:
        print("\nInterrupted", file=sys.stderr)
        return INTERRUPTED
    return report(outcomes, time.monotonic() - started)


def compile_once() -> None:
    """Let the hundreds of processes that tests start find our modules compiled.

    Where nothing compiled is wanted beside the sources, it goes into the environment.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(sys.prefix) / "pycache"))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="build.py test", description="Run every check of this repository.")
    parser.add_argument(
        "--quick", action="store_true", help="only what is fast: no slow tests, no browser, no coverage"
    )
    parser.add_argument("pytest", nargs="*", metavar="PYTEST ARGS", help="after --: arguments for pytest")
    return parser.parse_args(arguments)


def run_all(*, quick: bool, pytest_arguments: Sequence[str]) -> Iterator[Outcome]:
    """Run one check after the other."""
    for check in static_checks(quick=quick):
        yield run(check)
    for check in tests(quick=quick, pytest_arguments=pytest_arguments):
        yield run(check)
    if not quick:
        yield run_browser_tests(pytest_arguments)


def static_checks(*, quick: bool) -> Iterator[Check]:
    """Give the checks that read the code without running it."""
    yield Check("format", (tool("ruff"), "format", "--check", "."))
    yield Check("lint", (tool("ruff"), "check", "."))
    yield Check("types", (tool("mypy"),))
    if not quick:
        yield Check("imports", (tool("lint-imports"),))


def tests(*, quick: bool, pytest_arguments: Sequence[str]) -> Iterator[Check]:
    """Give the tests that need no browser, on both cores.

    The full run measures coverage in the fast ones alone, since it makes a test take two to four times as long. They hold
    it without what the slow ones reach, most of which start programs or go through many examples of one thing.
    """
    fast = (*pytest(), *BOTH_CORES, "-m", "not slow and not browser")
    if quick:
        yield Check("tests, fast ones", (*fast, *pytest_arguments))
    elif pytest_arguments:  # a selection: its coverage would say nothing
        yield Check("tests, selected", (*pytest(), "-m", "not browser", *pytest_arguments))
    else:
        coverage = ("--cov", f"--cov-fail-under={COVERAGE_AT_LEAST}", "--cov-report=term")
        yield Check("tests, fast ones", (*fast, *coverage))
        yield Check("tests, slow ones", (*pytest(), *BOTH_CORES, "-m", "slow and not browser"))


def run_browser_tests(pytest_arguments: Sequence[str]) -> Outcome:
    """Run the tests in a browser; where there is none and it cannot be installed, say so and skip them."""
    name = "tests in a browser"
    chromium = find_chromium() or install_chromium()
    if chromium is None:
        print("  No Chromium was found. To install one on Debian: sudo apt-get install chromium", flush=True)
        return Outcome(name, "skipped", "no Chromium here")
    os.environ["TIMELINE_CHROMIUM"] = chromium
    return run(
        Check(name, (*pytest(), "-m", "browser", *(pytest_arguments or (*BOTH_CORES, "tests/browser"))))
    )


def pytest() -> tuple[str, ...]:
    """Give the start of every pytest command."""
    return (sys.executable, "-X", "utf8", "-m", "pytest", "-q")


def tool(name: str) -> str:
    """Return the path of a tool that is installed beside this Python."""
    return str(BIN / name)


def find_chromium() -> str | None:
    """Return the path of a Chromium, the one in TIMELINE_CHROMIUM first."""
    named = os.environ.get("TIMELINE_CHROMIUM")
    return next((found for name in (named, *CHROMIUM_NAMES) if name and (found := shutil.which(name))), None)


def install_chromium() -> str | None:
    """Install Debian's Chromium where we are root and apt-get exists; return its path, or None."""
    apt = shutil.which("apt-get")
    if apt is None or os.name == "nt" or os.geteuid() != 0:
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = Check("installing Chromium", (apt, "install", "--yes", "--no-install-recommends", "chromium"))
    if run(install, environment).result == "failed":
        run(Check("renewing the list of Debian's packages", (apt, "update")), environment)
        run(install, environment)
    return find_chromium()


def run(check: Check, environment: dict[str, str] | None = None) -> Outcome:
    """Run one check; print its line, and all its output if it failed."""
    print(f"{check.name:<24} ", end="", flush=True)
    started = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    outcome = judge(check, done.returncode)
    print(f"{outcome.result} ({time.monotonic() - started:.1f} s) {outcome.why}".rstrip(), flush=True)
    if outcome.result == "failed":
        print(done.stdout, flush=True)
    return outcome


def judge(check: Check, code: int) -> Outcome:
    """Say what an exit code means: a check that found nothing to look at has not passed."""
    if code == NO_TESTS_COLLECTED and "pytest" in check.command:
        return Outcome(check.name, "skipped", "no test is selected")
    return Outcome(check.name, "failed" if code else "ok")


def report(outcomes: Sequence[Outcome], seconds: float) -> int:
    """Print the summary and return the exit code."""
    failed = [outcome.name for outcome in outcomes if outcome.result == "failed"]
    skipped = [f"{outcome.name} ({outcome.why})" for outcome in outcomes if outcome.result == "skipped"]
    passed = len(outcomes) - len(failed) - len(skipped)
    print(f"\n{passed} of {len(outcomes)} checks passed in {seconds:.0f} s.")
    if skipped:
        print(f"Skipped: {', '.join(skipped)}.")
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
