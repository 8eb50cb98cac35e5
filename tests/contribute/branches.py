"""Branches of a small project, as text and as real git repositories."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from timeline.compiler import Build, compile_project
from timeline.contribute.changes import Changes, Point, compare
from timeline.source.configuration import CONFIGURATION

BASE: Mapping[str, str] = {
    "timeline.yml": "title: The bridge\n",
    "mkdocs.yml": "site_name: Timeline\ntheme: material\nplugins: [search, timeline]\n",
    "content/narratives/port.yml": "label: Port side\nshort: Port\nparty: true\n",
    "content/narratives/town.yml": "label: Town side\nshort: Town\nparty: true\n",
    "content/speakers/harbour-master.yml": "name: Harbour master\nnarrative: port\n",
    "content/speakers/mayor.yml": "name: Mayor\nnarrative: town\n",
    "content/places/bridge.yml": "name: The bridge\n",
    "content/topics/bridge-open.yml": "title: Is the bridge open?\nanswers: {open: Open, closed: Closed}\n",
    "content/sources/gazette.yml": "title: Gazette\nkind: article\nurl: https://example.org/gazette\n"
    "published: 2023-05-22\narchive_url: https://archive.example.org/gazette\n",
    "content/events/bridge-stands.yml": "date: on the 20th\nplace: bridge\nclaim: The bridge is open.\n"
    "source: gazette\nby: harbour-master\nabout: {bridge-open: open}\n",
    "content/events/bridge-fell.yml": "date: on the 21st\nplace: bridge\nclaim: The bridge fell.\n"
    "source: {id: gazette, excerpt: It fell; the harbour master is wrong.}\nby: mayor\n"
    "about: {bridge-open: closed}\nrelations: [{disputes: bridge-stands}]\n",
}
"""A project of two claims."""

Texts = Mapping[str, str | None]


def changed(*changes: Texts, base: Mapping[str, str] = BASE) -> dict[str, str]:
    """Give the project with some files changed or, for `None`, left out."""
    files: dict[str, str | None] = dict(base)
    for each in changes:
        files |= each
    return {path: text for path, text in files.items() if text is not None}


def event(name: str, text: str) -> dict[str, str]:
    """Give one event file."""
    return {f"content/events/{name}.yml": text}


def claim(phrase: str = "on the 21st", more: str = "by: mayor\n", *, words: str = "Something else.") -> str:
    """Write an event file."""
    return f"date: {phrase}\nplace: bridge\nclaim: {words}\nsource: gazette\n{more}"


def build(files: Mapping[str, str]) -> Build:
    """Compile a project without its pages, of which a comparison tells nothing."""
    inputs = {path: text.encode() for path, text in files.items() if path != CONFIGURATION}
    return compile_project(inputs, site=False)


def compared(head: Mapping[str, str], base: Mapping[str, str] = BASE) -> Changes:
    """Compare two versions of a project."""
    return compare(build(base), build(head), base_point=Point(name="main"), head_point=Point(name="HEAD"))


class Repository:
    """A git repository in a folder, with the user's own configuration left out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, given: bytes | None = None) -> str:
        """Run git; a failure is the test's."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        named = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-01-01T00:00:00Z"))
        }
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],  # noqa: S607 - the system's git
            cwd=self.folder,
            env={**environment, **named, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            input=given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout.decode(errors="replace").strip()

    def write(self, files: Texts, under: str = "") -> None:
        """Write files, or delete those that are `None`."""
        for path, text in files.items():
            there = self.folder / under / path
            if text is None:
                there.unlink()
                continue
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_text(text, encoding="utf-8", newline="\n")

    def commit(self, files: Texts, message: str = "a change", under: str = "") -> str:
        """Write files and commit all; give the commit."""
        self.write(files, under)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")
