"""A small project of two claims, and the programs that build it, for tests that need a real site."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT: Mapping[str, str] = {
    "timeline.yml": "title: Bridge & harbour\nstandfirst: Who said what about the bridge.\n"
    "site_url: https://example.org/bridge\nedit_url: https://code.example.org/edit/main/\n",
    "mkdocs.yml": "site_name: Timeline\ntheme: material\nplugins: [search, timeline]\n",
    "docs/about.md": "# About\n\nWritten by hand.\n\n| Day | Claims |\n|:---:|---:|\n| 21 | 2 |\n",
    "docs/notes/index.md": "# Notes\n\nSee [the claims](../c/index.md).\n",
    "docs/picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "content/narratives/port.yml": "label: Port side\nshort: Port\nparty: true\n",
    "content/narratives/town.yml": "label: Town side\nshort: Town\nparty: true\n",
    "content/speakers/harbour-master.yml": "name: Harbour master\nnarrative: port\n",
    "content/speakers/mayor.yml": "name: Mayor\nnarrative: town\n",
    "content/places/bridge.yml": "name: The bridge\n",
    "content/topics/bridge-open.yml": 'title: Is the bridge open?\nanswers: {"open": Open, closed: Closed}\n',
    "content/sources/gazette.yml": "title: Gazette\nkind: article\nurl: https://example.org/gazette\n"
    "published: 2023-05-22\narchive_url: https://archive.example.org/gazette\n",
    "content/events/bridge-stands.yml": "date: on the 21st\nplace: bridge\nclaim: The bridge is *open*.\n"
    "source: gazette\nby: harbour-master\nabout: {bridge-open: open}\nnote: |\n  ```\n  not a fence\n",
    "content/events/bridge-fell.yml": 'date: on the 21st\nplace: bridge\nclaim: "The bridge fell <script>alert(1)</script>."\n'
    "source: {id: gazette, excerpt: It fell; the harbour master is wrong.}\nby: mayor\nabout: {bridge-open: closed}\nrelations: [{disputes: bridge-stands}]\n",
}
"""A project by path, small enough to be built many times."""


def write_project(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the small project, with some files changed or, for `None`, left out."""
    for path, text in {**PROJECT, **(changes or {})}.items():
        if text is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    (folder / "content" / "events").mkdir(parents=True, exist_ok=True)
    return folder


def mkdocs(
    folder: Path, *arguments: str, hide_timeline: bool = False, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run MkDocs as anybody would; with `hide_timeline`, on a machine that does not have our package."""
    hiding = 'sys.modules["timeline"] = None; ' if hide_timeline else ""
    code = f"import sys; {hiding}sys.argv[0] = 'mkdocs'; from mkdocs.__main__ import cli; cli()"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def timeline(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run our command line."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "timeline.cli", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """Read a folder whole."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
