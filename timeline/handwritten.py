"""Finds the hand-written pages and files of a project, in its `docs/` folder.

What enters: the folder, which need not exist. What leaves: the paths in it, or their bytes. What it refuses: symbolic
links, which MkDocs would follow out of the project and publish what they lead to; hidden files, and `templates/`, which
MkDocs leaves out too.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def handwritten_paths(docs: Path) -> tuple[str, ...]:
    """List the files under a docs folder, relative to it, sorted."""
    found: list[str] = []
    for folder, folders, names in os.walk(docs, followlinks=False):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and not (here / name).is_symlink()]
        if here == docs and "templates" in folders:
            folders.remove("templates")
        found.extend(
            (here / name).relative_to(docs).as_posix()
            for name in names
            if not name.startswith(".") and not (here / name).is_symlink()
        )
    return tuple(sorted(found))


def handwritten_files(docs: Path) -> dict[str, bytes]:
    """Read the files under a docs folder.

    Raises:
        OSError: A file cannot be read.
    """
    return {path: (docs / path).read_bytes() for path in handwritten_paths(docs)}


def handwritten_pages(docs: Path) -> dict[str, bytes]:
    """Read the Markdown pages under a docs folder; one that cannot be read is for MkDocs to report.

    Returns:
        Path relative to the folder -> bytes.
    """
    found = {}
    for path in handwritten_paths(docs):
        if path.endswith(".md"):
            with suppress(OSError):
                found[path] = (docs / path).read_bytes()
    return found
