"""Reads a project out of a git repository, as it is in one commit, without touching the work tree.

What enters: a folder in a repository, and the name of a revision. What leaves: the commit it means, and the project's
files there as a `Listing`. Everything goes through `git` itself, which is asked for objects and nothing else: no hook, no
helper, no filter, no transport and no configuration of a stranger's repository starts a program. What it refuses: what
git cannot find, with words on what to type.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath

from timeline.commands.project import DOCS, Unusable
from timeline.source import LARGEST
from timeline.source.configuration import CONFIGURATION
from timeline.source.folder import CONTENT, SETTINGS, Entry, Kind

KEPT = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_EXEC_PATH",
    }
)
"""Variables of git that say where its own parts and the user's configuration are. No other one is passed on: a hook's
`GIT_DIR`, say, would lead to another repository."""

SETTINGS_OF_GIT: Mapping[str, str] = {
    "core.fsmonitor": "",
    "core.hooksPath": os.devnull,
    "core.untrackedCache": "false",
    "core.quotePath": "false",
    "diff.external": "",
    "protocol.allow": "never",
    "submodule.recurse": "false",
}
"""What a repository's own configuration could name a program in, set to nothing."""

LFS = b"version https://git-lfs.github.com/spec/"
"""How the stand-in for a file begins that Git LFS keeps elsewhere."""

_LINK, _MODULE, _FOLDER = "120000", "160000", "040000"
MOST_FILES = 500_000
"""Files that are listed; a repository of more is not a timeline's."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, and where in it the project stands."""

    folder: Path
    """Where git is started: the project's folder, or a bare repository."""

    prefix: str
    """The project's folder in the repository: empty, or a path that ends with a slash."""

    bare: bool
    shallow: bool

    def run(self, *arguments: str, given: bytes | None = None) -> bytes:
        """Ask git something.

        Raises:
            Unusable: Git refuses.
        """
        done = _git(self.folder, arguments, given)
        if done.returncode:
            raise Unusable(f"git {arguments[0]}: {_said(done) or 'failed'}")
        return done.stdout

    def answer(self, *arguments: str) -> str:
        """Give git's answer in one line; empty where it has none."""
        done = _git(self.folder, arguments, None)
        return "" if done.returncode else done.stdout.decode(errors="surrogateescape").strip()

    def commit(self, revision: str) -> str | None:
        """Give the full hash of the commit that a revision means, if there is one."""
        if not revision or revision.startswith("-") or "\0" in revision or "\n" in revision:
            return None
        return (
            self.answer("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            or None
        )

    def found(self, revision: str) -> str:
        """Give the full hash of the commit that a revision means.

        Raises:
            Unusable: There is none; the message names what is near.
        """
        commit = self.commit(revision)
        if commit is None:
            raise Unusable(
                f"there is no revision {revision!r} here, and no such folder\n\n{self._near(revision)}"
            )
        return commit

    def _near(self, revision: str) -> str:
        if self.answer("rev-list", "-n", "1", "--all") == "":
            return "This repository has no commit yet."
        names = self.answer("for-each-ref", "--format=%(refname:short)").split("\n")
        near = get_close_matches(revision, names, n=3, cutoff=0.5)
        # A clone of one branch has `origin/main` where the branch `main` is meant.
        near = list(dict.fromkeys([*(name for name in names if name.endswith(f"/{revision}")), *near]))
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        return hint + (
            "This clone is shallow: `git fetch --unshallow origin` gets all of its history, and"
            f" `git fetch --depth=1 origin {revision.removeprefix('origin/')}` that one commit, as FETCH_HEAD."
            if self.shallow
            else "`git branch --all` lists the branches, and `git fetch origin` gets those of the other side."
        )

    def merge_base(self, base: str, head: str, names: tuple[str, str]) -> str:
        """Give the commit at which two branches part, as code hosts compare them.

        Raises:
            Unusable: They have none in common, or it is not here.
        """
        found = self.answer("merge-base", base, head)
        if found:
            return found
        if self.shallow:
            raise Unusable(
                f"this clone is shallow, and the commit at which {names[0]} and {names[1]} part is not in it\n\n"
                "Type `git fetch --unshallow origin`, or `git fetch --deepen=100 origin` until it is there. In a workflow,"
                " let the checkout fetch everything (`fetch-depth: 0`). With --exact the two are compared as they are."
            )
        raise Unusable(
            f"{names[0]} and {names[1]} have no commit in common\n\nWith --exact the two are compared as they are."
        )

    def untracked(self) -> list[str]:
        """List the files of the project's content in the work tree that no commit has, those that git ignores included."""
        paths = (SETTINGS, CONTENT)
        found = self.run("ls-files", "-z", "--others", "--", *paths).decode(errors="backslashreplace")
        return sorted(name for name in found.split("\0") if name)

    def unmerged(self) -> list[str]:
        """List the files that a merge in progress has left with conflicts."""
        listed = self.run("ls-files", "-z", "--unmerged").decode(errors="backslashreplace")
        return sorted({entry.partition("\t")[2] for entry in listed.split("\0") if entry})


def repository_at(folder: Path) -> Repository | None:
    """Find the repository that a folder stands in.

    Raises:
        Unusable: There is no git, or it refuses the repository.
    """
    try:
        done = _git(
            folder,
            ("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-prefix"),
            None,
        )
    except FileNotFoundError:
        raise Unusable(
            "git is needed to compare with a revision, and it is not installed here\n\n"
            "Install it, or name a folder that holds the timeline to compare with."
        ) from None
    if done.returncode:
        said = _said(done)
        if "dubious ownership" in said or "safe.directory" in said:
            raise Unusable(
                f"git does not read the repository at {folder}, since another user owns it\n\n"
                f"If you trust it, type `git config --global --add safe.directory {folder}` with the folder that holds .git."
            )
        if "not a git repository" in said:
            return None
        raise Unusable(f"git cannot read the repository at {folder}: {said}")
    bare, shallow, *rest = done.stdout.decode(errors="surrogateescape").split("\n")
    return Repository(
        folder=folder, prefix=rest[0] if rest else "", bare=bare == "true", shallow=shallow == "true"
    )


@dataclass
class Committed:
    """A project as one commit has it: a `Listing` for `timeline.source.folder`."""

    repository: Repository
    commit: str
    name: str
    _files: dict[str, tuple[str, str, int]] = field(init=False)
    """Path in the project -> mode, object, bytes."""

    _blobs: dict[str, bytes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._files = self._listed()
        self._blobs = self._fetched(
            {
                object_
                for path, (mode, object_, size) in self._files.items()
                if mode not in {_LINK, _MODULE} and size <= LARGEST and self._is_read(path)
            }
        )
        self._refuse_lfs()

    @property
    def is_empty(self) -> bool:
        """Whether there is no timeline in this commit."""
        return not any(path == SETTINGS or path.startswith(f"{CONTENT}/") for path in self._files)

    # -- a listing -----------------------------------------------------------------------------------------------------

    def kind(self, path: str) -> Kind | None:
        """Give the kind of a path, or nothing where there is nothing."""
        if path in self._files:
            return _kind(self._files[path][0])
        return "folder" if path in self._folders else None

    def entries(self, folder: str) -> list[Entry]:
        """List a folder."""
        return [Entry(name, _kind(mode)) for name, mode in sorted(self._folders.get(folder, {}).items())]

    def read(self, path: str) -> bytes:
        """Read a file; of one that is too large nothing but its size counts."""
        _, object_, size = self._files[path]
        return b"\n" * (LARGEST + 1) if size > LARGEST else self._blobs[object_]

    def handwritten(self) -> tuple[str, ...]:
        """List the hand-written pages, as `timeline.handwritten` does on the disk."""
        found = []
        for path, (mode, _, _) in self._files.items():
            parts = PurePosixPath(path).parts
            hidden = any(part.startswith(".") for part in parts) or parts[1:2] == ("templates",)
            if parts[0] == DOCS and len(parts) > 1 and mode not in {_LINK, _MODULE} and not hidden:
                found.append("/".join(parts[1:]))
        return tuple(sorted(found))

    # -- objects -------------------------------------------------------------------------------------------------------

    @cached_property
    def _folders(self) -> dict[str, dict[str, str]]:
        """Folder -> names in it, each with its mode."""
        folders: dict[str, dict[str, str]] = {}
        for path, (mode, _, _) in self._files.items():
            at = path
            while at:
                parent, _, name = at.rpartition("/")
                folders.setdefault(parent, {}).setdefault(name, mode if at == path else _FOLDER)
                at = parent
        return folders

    @staticmethod
    def _is_read(path: str) -> bool:
        return path in {SETTINGS, CONFIGURATION} or path.startswith(f"{CONTENT}/")

    def _listed(self) -> dict[str, tuple[str, str, int]]:
        prefix = self.repository.prefix
        wanted = [f"{prefix}{name}" for name in (SETTINGS, CONFIGURATION, CONTENT, DOCS)]
        listed = self.repository.run("ls-tree", "-r", "-z", "-l", "--full-tree", self.commit, "--", *wanted)
        files: dict[str, tuple[str, str, int]] = {}
        entries = listed.split(b"\0")
        if len(entries) > MOST_FILES:
            raise Unusable(f"{self.name} has more than {MOST_FILES:,} files")
        for entry in entries:
            about, _, path = entry.partition(b"\t")
            if not about:
                continue
            mode, _, object_, size = about.decode("ascii").split()
            # Bytes that are no UTF-8 become lone surrogates, as in names from the disk.
            name = path.decode("utf-8", "surrogateescape")
            files[name[len(prefix) :]] = (mode, object_, int(size) if size.isdigit() else 0)
        return files

    def _fetched(self, objects: Iterable[str]) -> dict[str, bytes]:
        """Read objects, all at once; none is larger than a content file may be."""
        wanted = sorted(objects)
        if not wanted:
            return {}
        answer = self.repository.run(
            "cat-file", "--batch", given="".join(f"{one}\n" for one in wanted).encode()
        )
        found: dict[str, bytes] = {}
        at = 0
        for one in wanted:
            end = answer.index(b"\n", at)
            head = answer[at:end].split()
            if len(head) != 3 or head[1] != b"blob":
                raise Unusable(
                    f"the files of {self.name} are not all in this clone\n\n"
                    "It was made without them (`--filter`): type `git fetch --refetch --no-filter origin`, or compare with a"
                    " folder that holds a checkout."
                )
            size = int(head[2])
            found[one] = answer[end + 1 : end + 1 + size]
            at = end + 2 + size
        return found

    def _refuse_lfs(self) -> None:
        for path, (_, object_, _) in sorted(self._files.items()):
            if self._is_read(path) and self._blobs.get(object_, b"").startswith(LFS):
                shown = path.encode("utf-8", "backslashreplace").decode()
                raise Unusable(
                    f"{shown} is kept by Git LFS, so that {self.name} has only a stand-in for it\n\n"
                    "Check that commit out into a folder, and compare with the folder: `git worktree add DIR REVISION`."
                )


_KINDS: Mapping[str, Kind] = {_LINK: "link", _MODULE: "other", _FOLDER: "folder"}


def _kind(mode: str) -> Kind:
    return _KINDS.get(mode, "file")


def _git(folder: Path, arguments: Iterable[str], given: bytes | None) -> subprocess.CompletedProcess[bytes]:
    settings = [part for name, value in SETTINGS_OF_GIT.items() for part in ("-c", f"{name}={value}")]
    command = [
        "git",
        "--no-pager",
        "--no-optional-locks",
        "--no-replace-objects",
        "--literal-pathspecs",
        *settings,
    ]
    return subprocess.run(  # noqa: S603 - fixed commands of git, never a shell
        [*command, *arguments],
        cwd=folder,
        env=_environment(os.environ),
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        check=False,
    )


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Give git the environment without anything that leads it elsewhere or starts something."""
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_") or name in KEPT}
    return kept | {
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
        "LANGUAGE": "C",
    }


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Give the first line that git said of a failure."""
    lines = done.stderr.decode(errors="backslashreplace").strip().split("\n")
    return lines[0].removeprefix("fatal: ").removeprefix("error: ")
