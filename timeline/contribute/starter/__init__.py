"""The files of a new timeline: settings, content with a worked example, the tool itself, and what a code host needs.

What enters: the choices of whoever starts it, and the files of the tool. What leaves: bytes by path. What is written for
people stands in `files/` as they will see it, with a few words in braces to be filled in; names that begin with a dot
are kept there as `dot-...`, since hidden files get lost on the way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Host = Literal["github", "gitlab", "forgejo", "other"]

FILES = Path(__file__).parent / "files"

_BLANK = re.compile(r"(?<!\{)\{(?P<name>[a-z_]+)\}(?P<end>\n?)")
"""A place to be filled in; what code hosts put in braces has two of them."""

EXAMPLE = "example-"
"""What the names of the made-up example's files begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be said about a timeline before its first claim."""

    title: str
    language: str = "en"
    time_zone: str | None = None
    host: Host = "github"
    repository: str | None = None
    """Web address of the repository, without a slash at the end."""

    site_url: str | None = None
    contact: str | None = None
    """Mail or web address for corrections and removals."""

    owners: tuple[str, ...] = ()
    """Accounts or teams, as the code host writes them, that have to agree to changes of what runs."""

    example: bool = True


def starter_files(choices: Choices, tool: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write all files of a new timeline.

    Args:
        choices: What is known about it.
        tool: The files that come from the tool (`timeline.contribute.tool`), which are taken as they are.

    Returns:
        Bytes by path, sorted.
    """
    words = _words(choices)

    def filled_in(match: re.Match[str]) -> str:
        value = words[match["name"]]
        return value + match["end"] if value else ""

    kept = {
        path: _BLANK.sub(filled_in, content.decode()).encode()
        for path, content in _kept()
        if _is_wanted(path, choices)
    }
    return dict(sorted({**tool, **kept}.items()))


def _kept() -> Iterator[tuple[str, bytes]]:
    """Give the files as they will be called."""
    for path in sorted(FILES.rglob("*")):
        if path.is_file():
            parts = path.relative_to(FILES).parts
            yield (
                "/".join(f".{part[4:]}" if part.startswith("dot-") else part for part in parts),
                path.read_bytes(),
            )


def _is_wanted(path: str, choices: Choices) -> bool:
    if path == ".github/CODEOWNERS":
        return choices.host == "github" and bool(choices.owners)
    if path == ".github/ISSUE_TEMPLATE/config.yml":
        return choices.host == "github" and _private_form(choices) is not None
    if path.startswith(".github/"):
        return choices.host == "github"
    if path == ".gitlab-ci.yml" or path.startswith(".gitlab/"):
        return choices.host == "gitlab"
    return choices.example or EXAMPLE not in path


def _words(choices: Choices) -> dict[str, str]:
    """Give what is filled in, by the name in braces. An empty value takes its line with it."""
    form = _private_form(choices)
    contact = choices.contact or "the people who merged recent changes, whose names the history shows"
    return {
        "title": _quoted(choices.title),
        "title_plain": choices.title,
        "language": _quoted(choices.language),
        "time_zone": _setting("time_zone", choices.time_zone, "the zone of times whose place fixes none"),
        "site_url": _setting("site_url", choices.site_url, "where the site will stand"),
        "edit_url": _setting("edit_url", _edit_url(choices), "pages get links to change their file"),
        "contact": _setting("contact", choices.contact, "mail or web address for corrections and removals"),
        "owners": f"* {' '.join(choices.owners)}\n/content/\n/docs/",
        "contact_link": form or "",
        "contact_or_maintainers": contact,
        "contact_sentence": f"Write to {choices.contact}." if choices.contact else "Open an issue.",
        "host_private": f"\nYou can also use the [private form]({form}).\n" if form else "",
        "host_steps": _HOST_STEPS[choices.host],
    }


def _setting(name: str, value: str | None, meaning: str) -> str:
    """Write a line of `timeline.yml`, or what could stand there."""
    return f"{name}: {_quoted(value)}" if value else f"# {name}: {meaning}"


def _quoted(text: str) -> str:
    """Write text so that YAML reads back the same."""
    return json.dumps(text, ensure_ascii=False)


def _edit_url(choices: Choices) -> str | None:
    if choices.repository is None or choices.host == "other":
        return None
    return f"{choices.repository}/{_EDIT[choices.host]}/main/"


_EDIT: Mapping[Host, str] = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit"}
"""Where a host changes a file, behind the repository's address and before the branch."""


def _private_form(choices: Choices) -> str | None:
    """Where GitHub takes reports that only the maintainers see."""
    if choices.host != "github" or choices.repository is None:
        return None
    return f"{choices.repository}/security/advisories/new"


_HOST_STEPS: Mapping[Host, str] = {
    "github": """\
- [ ] In the repository's settings: Pages → Source: “GitHub Actions”; Environments → `github-pages`: the main branch only;
      Rules → the main branch: a pull request with the check “Content” and, for `.github/CODEOWNERS`, a review by its owners;
      Security → private vulnerability reporting: on.
- [ ] `.github/CODEOWNERS` names who must agree to changes of what runs: workflows, `vendor/`, `requirements.txt`, `mkdocs.yml`.
""",
    "gitlab": """\
- [ ] In the project's settings: merge requests need a pipeline that succeeds; the main branch is protected; under Pages, who
      may see the site; under CI/CD → Schedules, a weekly run for the links.
""",
    "forgejo": """\
- [ ] In the repository's settings: the main branch is protected. There is no workflow: run `.venv/bin/timeline check` before you merge.
- [ ] `site/` is a folder of static files: Codeberg shows what lies on the branch `pages`; any other web host will do.
""",
    "other": """\
- [ ] `site/` is a folder of static files: copy it to any web host.
""",
}
