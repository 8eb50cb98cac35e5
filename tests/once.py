"""What several processes of one run of the tests share: made by the first that needs it, while the others wait."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ONE_OF_SEVERAL = "PYTEST_XDIST_WORKER" in os.environ
"""Whether another process started this one to run a part of the tests."""

SECONDS = 600.0
"""How long to wait for another process. Whatever it makes takes a fraction of this."""


def once_for_all(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that is made once in a run of the tests. Nobody may change what is in it.

    Args:
        factory: Knows the temporary folder of this process; that of the run is the one above it.
        name: Of the folder, the same in every process.
        make: Writes what belongs into the folder it is given, which does not exist. Where it raises, the next process
            that needs the folder tries it anew.

    Raises:
        TimeoutError: Another process has been making it for too long.
    """
    own = factory.getbasetemp()
    shared = own.parent if ONE_OF_SEVERAL else own
    target, unfinished, lock = (shared / f"{name}{end}" for end in ("", ".unfinished", ".lock"))
    until = time.monotonic() + SECONDS
    while not target.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            if time.monotonic() > until:
                raise TimeoutError(f"another process has not made {target} in {SECONDS:.0f} s") from None
            time.sleep(0.1)
            continue
        try:
            if not target.exists():
                make(unfinished)
                unfinished.rename(target)
        finally:
            lock.rmdir()
    return target
