"""How commands that add to a project write its files: whole or not at all, and never over something else by mistake.

What enters: a project's folder and texts by path. What leaves: files. What it refuses: to write through a symbolic link, to
replace a file that it was not told to replace, and to leave half of its work behind.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from timeline.commands.project import Unusable


def create(project: Path, texts: Mapping[str, str]) -> None:
    """Write new files, with the folders that they stand in; all of them or none.

    Raises:
        Unusable: One of them is there already, or would stand behind a symbolic link.
        OSError: The system refuses.
    """
    made: list[Path] = []
    try:
        for path, text in texts.items():
            _make_folder(project, Path(path).parent)
            _create(project / path, text.encode(), made)
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise


def write_whole(file: Path, data: bytes) -> None:
    """Write a file that is somebody's result, over an older one too; it is there whole or not at all.

    Raises:
        OSError: The system refuses.
    """
    if file.exists():
        replace(file, data)
        return
    made: list[Path] = []
    try:
        _create(file, data, made)
    except BaseException:
        for half in made:
            half.unlink(missing_ok=True)
        raise


def replace(file: Path, data: bytes) -> None:
    """Put new content into a file at once; whoever reads it meanwhile sees the old one or the new one.

    Raises:
        OSError: The system refuses; the file is as it was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(data)
        Path(name).chmod(file.stat().st_mode & 0o777)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _make_folder(project: Path, folder: Path) -> None:
    for part in (*reversed(folder.parents), folder):
        if (project / part).is_symlink():
            raise Unusable(f"{part} is a symbolic link, and nothing is written behind one")
    (project / folder).mkdir(parents=True, exist_ok=True)


def _create(file: Path, data: bytes, made: list[Path]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(file, flags, 0o666)
    except FileExistsError:
        raise Unusable(f"{file} is there already; it was left as it is") from None
    made.append(file)
    with os.fdopen(handle, "wb") as new:
        new.write(data)
