"""Renew the locks: `python3 requirements/renew.py`, then run all checks and commit what changed.

Enters: pyproject.toml (what the program needs), build.in (what installs it) and test.in (what the checks need).
Leaves: runtime.txt and test.txt: every package in one version for all of Python 3.11 to 3.14 and all systems, with
the hashes of all its files. The test lock is bound to the versions of the runtime lock.
Needs uv (`pip install uv`), which nothing else here does.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
STARTER = "../timeline/contribute/starter/requirements.txt"
"""What a timeline of one's own installs: all that the program needs, without what builds it."""
COMPILE = (
    *("uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11"),
    *("--fork-strategy", "fewest"),  # one version for all, so that all machines build the same site
    *("--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"),
)


def main() -> int:
    """Write both locks; return the exit code."""
    try:
        lock("runtime.txt", "pyproject.toml", "requirements/build.in")
        lock(STARTER, "--constraints", "requirements/runtime.txt", "pyproject.toml")
        lock("test.txt", "--constraints", "requirements/runtime.txt", "requirements/test.in")
    except FileNotFoundError:
        print("uv was not found. Please install it: pip install uv", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        return error.returncode  # uv has said why
    return 0


def lock(name: str, *inputs: str) -> None:
    """Write one lock from its inputs."""
    command = (*COMPILE, "--output-file", f"requirements/{name}", *inputs)
    # Paths are relative, and so are those in the comments of the lock.
    subprocess.run(command, cwd=FOLDER.parent, check=True)


if __name__ == "__main__":
    sys.exit(main())
