"""The files that travel with the package: theme templates, style sheets, fonts and icons.

What leaves: bytes by path, scripts and the style sheet of all pages without their comments. They are read once; a project cannot change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from timeline.scripts import served

THEME = Path(__file__).parent / "theme"
"""Overrides of Material's templates."""

ASSETS = Path(__file__).parent / "assets"
"""Style sheets, fonts and icons."""

ASSETS_ADDRESS = "assets/timeline"
"""Where the assets stand in the site."""

EVERYWHERE = ("fonts", "tokens", "shell", "search", "timeline", "charts", "strip", "pages")
"""Style sheets that every page needs, in their order. Browsers get them as one, `css/site.css`: each file of its own
would be asked for on its own before anything is shown."""


@cache
def theme_files() -> Mapping[str, bytes]:
    """The template overrides: path under the theme folder -> bytes."""
    return dict(_files(THEME))


@cache
def asset_files() -> Mapping[str, bytes]:
    """The assets: path under the site -> bytes."""
    files = {f"{ASSETS_ADDRESS}/{path}": _served(path, content) for path, content in _files(ASSETS)}
    sheets = [files[f"{ASSETS_ADDRESS}/css/{name}.css"] for name in EVERYWHERE]
    files[f"{ASSETS_ADDRESS}/css/site.css"] = _SHEET_COMMENT.sub(b"", b"\n".join(sheets))
    return files


_SHEET_COMMENT = re.compile(rb"/\*.*?\*/\n?", re.DOTALL)


def _served(path: str, content: bytes) -> bytes:
    """Give an asset as browsers get it."""
    return served(content.decode()).encode() if path.endswith(".js") else content


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith((".", "__")) for part in relative.parts)
        if path.is_file() and not hidden and path.suffix not in {".py", ".pyc"}:
            yield relative.as_posix(), path.read_bytes()
