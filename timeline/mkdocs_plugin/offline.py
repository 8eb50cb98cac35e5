"""A copy of the site that a browser reads from the disk.

What enters: a finished page. What leaves: the same page with links that name the file of each folder, since nothing on
a disk answers for a folder, and without what needs a server: modules, which browsers load over HTTP alone, and with them
filters and search. The header says so in place of the search. Material's script and the inline ones run still, so the page is marked
for the style sheets: what modules serve is not shown.
"""

from __future__ import annotations

import re

_LINK = re.compile(r'(?P<before>\s(?:href|src)=")(?P<path>[^":#?]*)(?P<part>#[^"]*)?(?=")')
"""An address inside the site: one without a scheme, a host or a query."""

_MODULES = re.compile(
    r'\s*<script type="module"[^>]*></script>|\s*<link rel="modulepreload"[^>]*>|\s*<link rel="alternate [^>]*>'
)


def for_disk(page: str) -> str:
    """Rewrite a page of the site.

    Args:
        page: Its HTML, with relative links.
    """
    marked = page.replace('class="no-js"', 'class="no-js tl-disk"', 1)
    return _LINK.sub(_with_file, _MODULES.sub("", marked))


def _with_file(match: re.Match[str]) -> str:
    path = match["path"]
    if path.endswith("/") or path.rpartition("/")[2] in {".", ".."}:
        path = f"{path.removesuffix('/')}/index.html"
    return f"{match['before']}{path}{match['part'] or ''}"
