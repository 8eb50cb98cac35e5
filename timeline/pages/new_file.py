"""The page of a code host on which a new file is begun, found from the address at which files are edited.

What enters: `edit_url` of the settings. What leaves: the address of that page, and the names under which it takes a file's
path and text. What it refuses: addresses that are not plainly https, and those that are of none of the known forms.

| host | edit | new file | takes the text |
|---|---|---|---|
| GitHub | `/edit/BRANCH/` | `/new/BRANCH?filename=&value=` | yes |
| Forgejo, Gitea | `/_edit/BRANCH/` | `/_new/BRANCH?filename=&value=` | yes (Gitea's pull request 16556) |
| GitLab | `/-/edit/BRANCH/` | `/-/new/BRANCH?file_name=` | no |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from timeline.text import host, safe_url

LONGEST = 8_000
"""Characters of an address that code hosts still take."""

_FORMS = (
    (re.compile(r"(?P<project>https://[^?#]+?)/-/edit/(?P<branch>[^?#]+?)/*"), "/-/new/", "file_name", None),
    (re.compile(r"(?P<project>https://[^?#]+?)/_edit/(?P<branch>[^?#]+?)/*"), "/_new/", "filename", "value"),
    (re.compile(r"(?P<project>https://[^?#]+?)/edit/(?P<branch>[^?#]+?)/*"), "/new/", "filename", "value"),
)


@dataclass(frozen=True, slots=True)
class NewFilePage:
    """Where a new file is begun."""

    address: str
    host: str
    """Its name, for people to see where they are led."""

    path_key: str
    text_key: str | None
    """None where the page does not take the text, which has to be pasted there."""

    def begun(self, path: str, text: str) -> str:
        """Give the address with a file's path, and its text as far as the host takes it."""
        bare = f"{self.address}?{self.path_key}={quote(path, safe='')}"
        whole = f"{bare}&{self.text_key}={quote(text, safe='')}"
        return whole if self.text_key and len(whole) <= LONGEST else bare


def new_file_page(edit_url: str | None) -> NewFilePage | None:
    """Find the page, or None where there is no such address or its host is of no known kind."""
    name = host(edit_url) if edit_url and safe_url(edit_url) else None
    if edit_url is None or name is None:
        return None
    for pattern, new, path_key, text_key in _FORMS:
        if match := pattern.fullmatch(edit_url):
            return NewFilePage(f"{match['project']}{new}{match['branch']}", name, path_key, text_key)
    return None
