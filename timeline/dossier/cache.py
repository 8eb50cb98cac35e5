"""Keeps what was printed, so that unchanged content costs nothing.

What enters: a key made of all that a PDF depends on. What leaves: the PDF, if it was printed before. What it refuses: an
entry whose content is not what was put there.

It stands in the user's own folder for caches and not in the project: a pull request can bring files into a project, and what
is published must come from the content alone. A folder that cannot be written keeps nothing, which harms nothing.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

VARIABLE = "TIMELINE_CACHE"
"""Environment variable that names another folder; empty for none."""

KEPT = 24
"""Entries that stay; the oldest go first."""


def default_folder() -> Path | None:
    """Find the folder: the one that the environment names, else where this system keeps caches."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) / "dossier" if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "timeline" / "dossier" if base else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or usual) / "timeline" / "dossier"


def key_of(parts: Iterable[bytes]) -> str:
    """Make a key of all that a PDF depends on."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def kept(folder: Path | None, key: str) -> bytes | None:
    """Give what was kept under a key, if it is whole."""
    if folder is None:
        return None
    try:
        entry = (folder / key).read_bytes()
    except OSError:
        return None
    checksum, _, pdf = entry.partition(b"\n")
    if checksum.decode("ascii", "replace") != hashlib.sha256(pdf).hexdigest():
        return None
    with suppress(OSError):
        os.utime(folder / key)
    return pdf


def keep(folder: Path | None, key: str, pdf: bytes) -> None:
    """Keep a PDF, and let the oldest entries go."""
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new-", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(pdf).hexdigest().encode() + b"\n" + pdf)
            Path(name).replace(folder / key)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in entries[:-KEPT]:
            path.unlink(missing_ok=True)
