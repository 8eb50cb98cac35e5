"""The one small reader of a project's folder.

What enters: the folder with `timeline.yml` and `content/`, on the disk or as some other store holds it (a `Listing`). What leaves: the bytes of every content file by its path in
the project, and findings about the files themselves. What it refuses: to follow symbolic links, to open anything but
ordinary files, to take names that could not be an id, and to pass over a file silently. Only hidden files and the
backups of editors are ignored, and a README.md may stand anywhere.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from timeline.codes import reading
from timeline.diagnostics import Diagnostic, Label, Span, in_order
from timeline.source import LARGEST

SETTINGS = "timeline.yml"
CONTENT = "content"
REGISTRIES = ("events", "narratives", "places", "sources", "speakers", "topics")

LONGEST_NAME = 100
_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WINDOWS_NAMES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Windows cannot hold files of these names, whatever their ending."""

_IGNORED = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:swp|swo|bak|orig|rej|tmp)|Thumbs\.db|desktop\.ini|README\.md", re.IGNORECASE
)
_NEARLY_YML = re.compile(
    r"(?P<stem>.+?)\.(?:yaml|yml|ya?ml\.txt|ymal|yam|txt|json|md)", re.IGNORECASE | re.DOTALL
)


Kind = Literal["file", "folder", "link", "other"]
"""A symbolic link is a link, wherever it leads; `other` is what cannot be read as a file: a pipe, a submodule."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder."""

    name: str
    kind: Kind


class Listing(Protocol):
    """A project's folder, wherever it is kept. Paths are relative to the project, with forward slashes."""

    def kind(self, path: str) -> Kind | None:
        """Give the kind of a path as `Entry` has it, or nothing where there is nothing."""

    def entries(self, folder: str) -> list[Entry]:
        """List a folder, in any order.

        Raises:
            OSError: It cannot be listed.
        """

    def read(self, path: str) -> bytes:
        """Read the first `LARGEST + 1` bytes of an ordinary file.

        Raises:
            OSError: It cannot be read.
        """


@dataclass(frozen=True, slots=True)
class Disk:
    """A project's folder on the disk."""

    project: Path

    def kind(self, path: str) -> Kind | None:
        """Give the kind of a path, or nothing where there is nothing."""
        there = self.project / path
        if there.is_symlink():
            return "link"
        if there.is_dir():
            return "folder"
        if there.is_file():
            return "file"
        return "other" if there.exists() else None

    def entries(self, folder: str) -> list[Entry]:
        """List a folder."""
        with os.scandir(self.project / folder) as entries:
            return [
                Entry(
                    entry.name,
                    "link"
                    if entry.is_symlink()
                    else "folder"
                    if entry.is_dir(follow_symlinks=False)
                    else "file"
                    if entry.is_file(follow_symlinks=False)
                    else "other",
                )
                for entry in entries
            ]

    def read(self, path: str) -> bytes:
        """Read a file that was no link a moment ago; O_NOFOLLOW keeps it so where the system knows it."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self.project / path, flags), "rb") as file:
            return file.read(LARGEST + 1)


def read_folder(project: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Read all content files of a project.

    Args:
        project: The folder with `timeline.yml` and `content/`.

    Returns:
        Bytes by path, sorted: `timeline.yml` and `content/<registry>/<id>.yml`, forward slashes everywhere. Of a file
        that is too large only `LARGEST + 1` bytes are read. What is missing is simply not there. The second value is
        the findings.
    """
    return read_listing(Disk(project))


def read_listing(project: Listing) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Read all content files of a project that is kept anywhere, as `read_folder` does of one on the disk."""
    reader = _FolderReader(project)
    reader.settings()
    reader.content()
    return dict(sorted(reader.files.items())), in_order(reader.findings)


class _FolderReader:
    """One walk over the folder."""

    def __init__(self, project: Listing) -> None:
        self.project = project
        self.files: dict[str, bytes] = {}
        self.findings: list[Diagnostic] = []

    def settings(self) -> None:
        kind = self.project.kind(SETTINGS)
        if kind == "link":
            self._link(SETTINGS)
        elif kind is not None:
            self._read(SETTINGS, ordinary=kind == "file")

    def content(self) -> None:
        kind = self.project.kind(CONTENT)
        if kind == "link":
            self._link(CONTENT)
        if kind in {"link", None}:
            return
        for entry in self._entries(CONTENT):
            path = f"{CONTENT}/{_shown(entry.name)}"
            if entry.kind == "link":
                self._link(path)
            elif entry.kind == "folder" and entry.name in REGISTRIES:
                self._registry(path)
            else:
                self._misplaced(path, folder=entry.kind == "folder")

    def _registry(self, folder: str) -> None:
        seen: dict[str, str] = {}
        for entry in self._entries(folder):
            path = f"{folder}/{_shown(entry.name)}"
            if entry.kind == "link":
                self._link(path)
            elif entry.kind == "folder":
                self._misplaced(path, folder=True)
            elif self._well_named(path, entry.name):
                self._read(path, ordinary=entry.kind == "file")
            alike = _alike(entry.name)
            if first := seen.get(alike):
                self.findings.append(
                    reading.SAME_NAME.at(
                        Span(path),
                        f"this name is the same as that of {first} on some machines",
                        hint="rename one of the two",
                        related=(Label(Span(first), "the other file"),),
                    )
                )
            seen.setdefault(alike, path)

    def _well_named(self, path: str, name: str) -> bool:
        """Report an odd name; a record with one is not read, since it has no id."""
        stem, dot, ending = name.rpartition(".")
        if (
            dot
            and ending == "yml"
            and _STEM.fullmatch(stem)
            and not WINDOWS_NAMES.fullmatch(stem)
            and len(stem) <= LONGEST_NAME
        ):
            return True
        nearly = _NEARLY_YML.fullmatch(name)
        better = _better_stem(nearly["stem"] if nearly else name)
        hint = (
            f"rename it to `{better}.yml`"
            if better
            else "rename it to lower-case letters, digits and hyphens, with .yml"
        )
        code = reading.FILE_NAME if dot and ending == "yml" else reading.WRONG_EXTENSION
        message = "a record's name is made of a-z, 0-9 and single hyphens, before .yml"
        if WINDOWS_NAMES.fullmatch(stem) and code is reading.FILE_NAME:
            message = f"Windows cannot hold a file of the name {stem}, whatever its ending"
        if code is reading.WRONG_EXTENSION:
            message = "a record's file name ends in .yml"
        self.findings.append(code.at(Span(path), message, hint=hint))
        return False

    def _entries(self, folder: str) -> list[Entry]:
        try:
            found = [entry for entry in self.project.entries(folder) if not _IGNORED.fullmatch(entry.name)]
        except OSError:
            self._unreadable(folder)
            return []
        return sorted(found, key=lambda entry: entry.name)

    def _read(self, path: str, *, ordinary: bool) -> None:
        if not ordinary:
            self._unreadable(path)
            return
        try:
            self.files[path] = self.project.read(path)
        except OSError:
            self._unreadable(path)

    def _link(self, path: str) -> None:
        message = "a symbolic link is not followed"
        self.findings.append(reading.SYMBOLIC_LINK.at(Span(path), message, hint="put the file itself here"))

    def _unreadable(self, path: str) -> None:
        message = "this cannot be read as an ordinary file or folder"
        self.findings.append(
            reading.UNREADABLE_FILE.at(Span(path), message, hint="replace it, and make it readable")
        )

    def _misplaced(self, path: str, *, folder: bool) -> None:
        message = "no content is read from this folder" if folder else "no content is read from here"
        hint = f"records stand in {', '.join(f'content/{name}' for name in REGISTRIES)}"
        name = path.rpartition("/")[2].lower().rstrip("s")
        if (
            folder
            and path.count("/") == 1
            and (likely := next((each for each in REGISTRIES if each[:-1] == name), ""))
        ):
            there = self.project.kind(f"{CONTENT}/{likely}") == "folder"
            hint = f"move its files into `content/{likely}`" if there else f"rename it to `content/{likely}`"
        self.findings.append(reading.MISPLACED_FILE.at(Span(path), message, hint=hint))


def _alike(name: str) -> str:
    """What remains of a file name on machines that make the fewest differences."""
    nearly = _NEARLY_YML.fullmatch(name)
    return unicodedata.normalize("NFC", nearly["stem"] if nearly else name).casefold()


def _shown(name: str) -> str:
    """A file name that can be printed: bytes that are not UTF-8 arrive as lone surrogates."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _better_stem(stem: str) -> str:
    """The nearest name that could be an id, or "" where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", stem.lower()).encode("ascii", "ignore").decode("ascii")
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{plain}-1" if WINDOWS_NAMES.fullmatch(plain) else plain
