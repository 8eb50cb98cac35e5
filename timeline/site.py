"""The MkDocs configuration of a timeline site, as data that both sinks share.

What enters: the project's settings, the generated pages and the paths of hand-written ones. What leaves: the keys of
`mkdocs.yml` that the project leaves to us. The plugin puts them into MkDocs' own configuration, and `emit` writes them
down, so that both sites come out of the same values.

What it never sets: `repo_url`, since Material then calls the code host's API from every reader's browser, and anything
else that makes a page ask another host.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Collection, Iterable, Mapping, Sequence

from timeline.links import address
from timeline.model import Settings
from timeline.wording import Wording, wording_for

Setting = str | bool | None | Sequence["Setting"] | Mapping[str, "Setting"]
"""What a value in `mkdocs.yml` may be here."""

TABS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title.timeline", ("index.md",)),
    ("title.topics", ("t/index.md",)),
    ("title.map", ("map.md",)),
    ("title.sources", ("s/index.md",)),
    ("title.claims", ("c/index.md",)),
    ("title.method", ("method.md", "data/index.md", "reference/fields.md", "reference/codes.md")),
)
"""The messages of the tabs and the pages under each; a tab appears only for pages that exist. Pages of claims are never among them:
Material's cost there grows with the square of the pages."""

DOCS_TAB = "title.docs"
"""The message of the tab of hand-written pages."""

FEATURES = ("navigation.tabs",)
"""Of Material. Not its copy buttons: each becomes a landmark without a name, a page of codes has hundreds of them."""

SCHEMES = (
    ("default", "(prefers-color-scheme: light)", "material/weather-night", "theme.to-dark"),
    ("slate", "(prefers-color-scheme: dark)", "material/weather-sunny", "theme.to-light"),
)

MARKDOWN_EXTENSIONS = (
    "tables",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
)
"""For hand-written pages. None of them reads other files, runs templates or loads anything from elsewhere."""

MARKDOWN_SETTINGS: Mapping[str, Mapping[str, Setting]] = {"tables": {"use_align_attribute": True}}
"""Of some of them. Columns are aligned by an attribute, since the pages' policy lets no inline style in."""

EXTRA: Mapping[str, Setting] = {"generator": False, "scope": "/"}
"""No advertisement in the footer; and one scope for all that Material stores in the browser, so that the same few
inline scripts serve every page."""

CARD = "assets/timeline/card.png"
"""The picture for previews of links, where the site has one."""

THEME_WORDS: Mapping[str, str] = {
    "about": "missing.text",
    "calendar": "file.claims-ics.title",
    "edit": "theme.edit",
    "feed": "theme.feed",
    "home": "missing.go",
    "missing": "missing.title",
    "offline": "theme.offline",
    "search_failed": "search.failed",
    "search_instead": "search.instead",
    "search_start": "search.start",
}
"""Words of ours in the theme's templates, where they stand under `config.extra.words`, and their messages."""

_TRANSLATED = """
    af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko ku-IQ lb lt lv
    mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi zh zh-Hant zh-TW
"""

LANGUAGES = frozenset(_TRANSLATED.split())
"""The languages that Material's own words are translated into."""

Nav = list[dict[str, "str | Nav"] | str]
"""A navigation as MkDocs takes it."""


def mkdocs_settings(settings: Settings, nav: Nav, files: Collection[str] = ()) -> dict[str, Setting]:
    """Make the keys of `mkdocs.yml` that follow from a project's settings, save for `theme` and `plugins`.

    Args:
        settings: The project's.
        nav: The navigation.
        files: Paths of the generated files.
    """
    made: dict[str, Setting] = {
        "site_name": escaped(settings.title),
        "site_description": escaped(" ".join((settings.standfirst or "").split())) or None,
        "site_url": settings.site_url and settings.site_url.rstrip("/") + "/",
        "use_directory_urls": True,
        "markdown_extensions": [
            {name: MARKDOWN_SETTINGS[name]} if name in MARKDOWN_SETTINGS else name
            for name in MARKDOWN_EXTENSIONS
        ],
        "extra": extra_settings(settings, files),
        "not_in_nav": "*",
        "nav": nav,
    }
    return {key: value for key, value in made.items() if value is not None}


def extra_settings(settings: Settings, files: Collection[str] = ()) -> dict[str, Setting]:
    """Make what templates find under `extra`.

    The address for "edit this record" links stands here and not in MkDocs' own `edit_uri`, which would give generated
    files no link in one sink and a wrong one in the other.
    """
    words = wording_for(settings.language)
    said = {name: escaped(words.text(key)) for name, key in THEME_WORDS.items()}
    edit = {"edit_url": settings.edit_url} if settings.edit_url else {}
    card = {"card": CARD} if CARD in files else {}
    return {**EXTRA, **edit, **card, "words": said}


def theme_settings(settings: Settings) -> dict[str, Setting]:
    """Make the settings of Material, save for its name and where our templates stand."""
    words = wording_for(settings.language)
    return {
        "language": _translated(words.language),
        "font": False,  # Material would load them from another host
        "favicon": "assets/timeline/favicon.svg",
        "features": list(FEATURES),
        "palette": [
            {
                "scheme": scheme,
                "media": media,
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": icon, "name": words.text(name)},
            }
            for scheme, media, icon, name in SCHEMES
        ],
    }


def _translated(language: str) -> str:
    """Find the nearest language that Material speaks: the same, the same without its region, or English."""
    return next((tag for tag in (language, language.split("-", maxsplit=1)[0]) if tag in LANGUAGES), "en")


def escaped(text: str) -> str:
    """Escape text that Material prints as HTML: it does so with the site's name and description."""
    return html.escape(text, quote=True)


def navigation(pages: Iterable[str], handwritten: Iterable[str], words: Wording) -> Nav:
    """Arrange the tabs: the generated pages that are listed there, then the hand-written ones.

    Args:
        pages: Markdown paths of the generated pages.
        handwritten: Markdown paths of the hand-written pages.
        words: The words of the interface.
    """
    written = sorted(handwritten, key=_reading_order)
    by_address = {address(path): path for path in (*pages, *written)}
    listed = [
        (title, [by_address[address(path)] for path in paths if address(path) in by_address])
        for title, paths in TABS
    ]
    nav: Nav = [_tab(words.text(title), paths) for title, paths in listed if paths]
    tabbed = {path for _, paths in listed for path in paths}
    others = [path for path in written if path not in tabbed]
    if others:
        nav.append({words.text(DOCS_TAB): _tree(others)})
    return nav


def _tab(title: str, paths: Sequence[str]) -> dict[str, str | Nav]:
    return {title: paths[0] if len(paths) == 1 else list(paths)}


def _reading_order(path: str) -> tuple[tuple[str, ...], bool, str]:
    """Order pages as MkDocs does: a folder's own page first, then its pages, its folders last."""
    folder, name = posixpath.split(path)
    return (tuple(folder.split("/")) if folder else (), address(name) != "", name)


def _tree(paths: Collection[str], depth: int = 0) -> Nav:
    """Group hand-written pages by folder; each takes its title from its own first heading."""
    nav: Nav = []
    folders: dict[str, list[str]] = {}
    for path in paths:
        parts = path.split("/")
        if len(parts) == depth + 1:
            nav.append(path)
        else:
            folders.setdefault(parts[depth], []).append(path)
    for folder, inside in folders.items():
        nav.append({folder.replace("-", " ").replace("_", " ").capitalize(): _tree(inside, depth + 1)})
    return nav


def merge(
    pages: Mapping[str, bytes], handwritten: Collection[str]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Leave out the generated files that a hand-written file of the same address replaces.

    Returns:
        The generated files that stay, in MkDocs' own order of files, and the paths of those that were left out.
    """
    taken = {address(path) for path in handwritten}
    replaced = tuple(sorted(path for path in pages if address(path) in taken))
    staying = sorted((path for path in pages if address(path) not in taken), key=_reading_order)
    return {path: pages[path] for path in staying}, replaced
