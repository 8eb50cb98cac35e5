"""Writes the site as a plain Markdown tree, which builds with MkDocs and Material alone.

What enters: a build and the hand-written files of the project. What leaves: files by path, among them a `mkdocs.yml`
that names no plugin of ours, and the template overrides. A site built from this tree is the same, byte by byte, as the
one that the plugin builds. It is the way out when MkDocs or Material come to their end: see the decision notes.

What it refuses: to write into a folder that it did not make, or over a file that somebody else put there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from timeline.compiler import Build
from timeline.resources import theme_files
from timeline.site import Setting, mkdocs_settings, theme_settings

MARKER = ".timeline-tree"
"""Lists what was written, so that the next run knows which files are ours."""

README = b"""# A timeline as a plain Markdown tree

Written by `timeline emit`. Do not edit: the next run writes it anew. Build the site with

    python3 -m pip install -r requirements.txt
    python3 -m mkdocs build --strict

Nothing but MkDocs and Material for MkDocs is needed. The records behind the pages are in the repository that this tree
was written from.
"""

REQUIREMENTS = b"mkdocs>=1.6,<2\nmkdocs-material>=9.8,<10\n"


class TreeRefusedError(Exception):
    """The folder holds things that are not ours; the message says which and what to do."""


def tree(build: Build, handwritten: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make all files of the tree."""
    settings = build.timeline.settings
    configuration = {
        **mkdocs_settings(settings, build.nav, build.files),
        "docs_dir": "docs",
        "theme": {"name": "material", "custom_dir": "overrides", **theme_settings(settings)},
        "plugins": [],
    }
    return {
        "README.md": README,
        "requirements.txt": REQUIREMENTS,
        "mkdocs.yml": "".join(f"{line}\n" for line in _yaml(configuration)).encode(),
        **{f"docs/{path}": content for path, content in handwritten.items()},
        **{f"docs/{path}": content for path, content in build.sources.items()},
        **{f"overrides/{path}": content for path, content in theme_files().items()},
    }


def _yaml(value: Mapping[str, Setting], indent: str = "") -> Iterator[str]:
    """Write settings as block YAML, every text in JSON's quotes, which YAML understands."""
    for key, inside in value.items():
        if isinstance(inside, Mapping) and inside:
            yield f"{indent}{_key(key)}:"
            yield from _yaml(inside, indent + "  ")
        elif isinstance(inside, Sequence) and not isinstance(inside, str) and inside:
            yield f"{indent}{_key(key)}:"
            yield from _yaml_list(inside, indent + "  ")
        else:
            yield f"{indent}{_key(key)}: {_scalar(inside)}"


def _yaml_list(items: Sequence[Setting], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping):
            lines = list(_yaml(item, indent + "  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{indent}- {_scalar(item)}"


def _key(key: str) -> str:
    """Write a key: plain where no YAML reader could take it for anything but text, else in quotes."""
    is_plain = key.isascii() and key.isidentifier() and key.lower() not in _WORDS_OF_YAML
    return key if is_plain else _scalar(key)


_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def _scalar(value: Setting) -> str:
    return json.dumps(value, ensure_ascii=False)


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the tree into a folder: a new one, an empty one, or one that an earlier run made.

    Files of the earlier run that are no longer part of the tree are deleted; nobody else's ever is.

    Raises:
        TreeRefusedError: The folder or a file in it is not ours.
        OSError: Something cannot be written.
    """
    ours = _written_before(folder)
    for path in files:
        if path not in ours and (folder / path).exists():
            raise TreeRefusedError(
                f"{folder / path} was not written by emit; move it away, or choose another folder"
            )
    _refuse_links(folder, (*files, *ours))
    folder.mkdir(parents=True, exist_ok=True)
    # The list comes first and names old and new files, so that an interrupted run can be taken up again.
    _write_marker(folder, ours | set(files))
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for path in sorted(ours - set(files)):
        (folder / path).unlink(missing_ok=True)
        _remove_empty(folder, (folder / path).parent)
    _write_marker(folder, set(files))


def _written_before(folder: Path) -> set[str]:
    """List what an earlier run wrote; refuse a folder that holds anything and has no such list."""
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise TreeRefusedError(f"{folder} is a file; choose a folder")
    marker = folder / MARKER
    if not marker.is_file():
        if any(folder.iterdir()):
            raise TreeRefusedError(
                f"{folder} is not empty and was not made by emit; choose a new or an empty folder"
            )
        return set()
    return {line for line in marker.read_text(encoding="utf-8").splitlines() if _is_inside(line)}


def _is_inside(path: str) -> bool:
    """Whether a path of the list stays in the folder: somebody may have written the list."""
    pure = PurePosixPath(path)
    return bool(pure.parts) and not pure.is_absolute() and ".." not in pure.parts and "\\" not in path


def _refuse_links(folder: Path, paths: Sequence[str]) -> None:
    """Refuse to write or delete through a symbolic link, which may lead anywhere."""
    parents = {parent for path in paths for parent in (folder / path, *(folder / path).parents)}
    for path in sorted(parents):
        if path.is_relative_to(folder) and path != folder and path.is_symlink():
            raise TreeRefusedError(f"{path} is a symbolic link; remove it, or choose another folder")


def _write_marker(folder: Path, paths: set[str]) -> None:
    (folder / MARKER).write_text(
        "".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8", newline="\n"
    )


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
