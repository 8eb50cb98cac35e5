"""The MkDocs plugin `timeline`: compiles the project beside `mkdocs.yml` and adds its pages to the site.

What enters: the folder of `mkdocs.yml`. What leaves: settings that the project leaves unset, generated pages and files,
and one log line per finding. What it refuses: to build a site while a record has an error. Under `mkdocs serve` it goes
on instead: it shows all that can be read, keeps the last good version of pages that cannot, and says so on top of
every page.

Errors and warnings among the findings are logged as such, so `mkdocs build --strict` fails on both, as it does on
MkDocs' own; notes are logged as information and never fail a build.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from timeline.compiler import Build, Kept, compile_project
from timeline.diagnostics import Diagnostic, Severity
from timeline.dossier.card import with_card
from timeline.dossier.printer import PROJECT_FONTS, Choices, with_dossier
from timeline.handwritten import handwritten_pages, handwritten_paths
from timeline.links import address
from timeline.mkdocs_plugin.finished import finish, page_file
from timeline.mkdocs_plugin.interrupts import end_on_signals
from timeline.mkdocs_plugin.offline import for_disk
from timeline.mkdocs_plugin.on_demand import Maker, Shell, make_on_demand
from timeline.mkdocs_plugin.outlive import outlive_failures
from timeline.mkdocs_plugin.preview import FINDINGS_PAGE, banner, findings_page
from timeline.pages import Page as Source
from timeline.pages.on_demand import OnDemand
from timeline.resources import ASSETS, THEME
from timeline.site import (
    MARKDOWN_EXTENSIONS,
    MARKDOWN_SETTINGS,
    extra_settings,
    mkdocs_settings,
    navigation,
    theme_settings,
)
from timeline.source.folder import CONTENT, SETTINGS, read_folder
from timeline.wording import wording_for

log = get_plugin_logger("timeline")


class TimelinePlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """The plugin as MkDocs sees it: one method per event."""

    def __init__(self) -> None:
        self.serving = False
        self.build: Build | None = None
        """What the site is being built from."""

        self.given: Build | None = None
        """A build that our own command has already made and reported."""

        self.offline = False
        """Whether the site is to be read from the disk."""

        self.last_good: tuple[Source, ...] = ()
        """Pages of the last build without errors, for the preview."""

        self.on_demand: OnDemand | None = None
        """The pages of a large timeline, which a preview makes when they are asked for."""

        self.last_demanded: OnDemand | None = None
        """The same of the last build without errors."""

        self.maker: Maker | None = None
        """Who makes them."""

        self.nav = Navigation([], [])
        self.documents: Kept = {}
        """The content files as they were read before: most are the same after a change."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Learn whether this is a preview. That this method exists makes MkDocs keep the plugin between rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the project and fill in the settings that it leaves unset."""
        _refuse_other_themes(config)
        was_broken = self.build is not None and self.build.has_errors
        self.build = self.given or self._compile(config)
        if was_broken and not self.build.has_errors:
            log.info("no errors are left")
        if self.build.has_errors and not self.serving:
            raise PluginError(_stop(self.build.diagnostics))
        if not self.serving:
            self.build = self._printed(with_card(self.build), _project(config))
        _fill_in(config, self.build, serving=self.serving)
        if self.offline:
            config.extra["offline"] = True
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files, in the order in which MkDocs would have found them on disk."""
        build = self._built()
        written = {path for path in handwritten_paths(Path(config.docs_dir)) if path in files.src_uris}
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri not in written:
                if file.inclusion is InclusionLevel.INCLUDED:
                    log.warning("docs/%s is left out: symbolic links are not followed", file.src_uri)
                files.remove(file)
        for path, content in self._sources(build).items():
            theirs = files.get_file_from_path(path)
            if theirs is not None:  # a file of Material's own, under a path of ours
                files.remove(theirs)
            files.append(
                page_file(config, content)
                if isinstance(content, Source)
                else File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
            )
        return Files(sorted(files, key=file_sort_key))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Keep the navigation for pages that are made later."""
        self.nav = nav
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 - MkDocs' own templates
        """Have the pages of a large timeline made when a browser asks for them."""
        self.maker = None
        if self.on_demand is not None:
            taken = (
                address(path) for path in handwritten_paths(Path(config.docs_dir)) if path.endswith(".md")
            )
            self.maker = Maker(Shell(config, files, self.nav, env), self.on_demand, self.last_demanded, taken)
            if not self._built().has_errors:
                self.last_demanded = self.on_demand
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Hand over the HTML of generated pages as it is."""
        finish(page)
        return page

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Under a preview of a broken project, say so on top of every page."""
        build = self._built()
        if self.serving and build.has_errors and page.file.src_uri != FINDINGS_PAGE:
            return banner(build.diagnostics, page.file.url) + html
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Let the links of a copy on disk name files."""
        return for_disk(output) if self.offline else output

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Rebuild when content changes, or when a developer changes templates or styles; outlive every failure.

        The project's folder is watched besides its files: a watch on a file ends for good when the file is gone for a
        moment, as it is where an editor saves by renaming.
        """
        project = _project(config)
        for path in (project / CONTENT, THEME, ASSETS):
            if path.exists():
                server.watch(str(path))
        server.watch(str(project), recursive=False)
        make_on_demand(server, lambda: self.maker)
        outlive_failures(server)
        end_on_signals(server)
        return server

    def _previewed(self, compiled: Callable[..., Build], docs: Path) -> Build:
        """Compile for a preview: without the dossier, and the pages of a large timeline only as they are asked for."""
        build = compiled(dossier=False, site=False, keep=self.documents)
        self.on_demand = None
        if not OnDemand.suits(build.aligned, build.timeline):
            return compiled(dossier=False, keep=self.documents)
        self.on_demand = OnDemand(build.aligned, build.timeline)
        written = handwritten_paths(docs)
        taken = {address(path) for path in written if path.endswith(".md")}
        words = wording_for(build.timeline.settings.language)
        made = {page.path: page for page in self.on_demand.small}
        later = (path for path in self.on_demand.paths if path not in made)
        pages = (*made.values(), *(_later(path, build) for path in later))
        return replace(
            build,
            pages=tuple(page for page in pages if page.address not in taken),
            nav=navigation(self.on_demand.paths, (path for path in written if path.endswith(".md")), words),
        )

    def _built(self) -> Build:
        if self.build is None:
            raise PluginError("timeline: MkDocs asked for files before it asked for settings")
        return self.build

    def _sources(self, build: Build) -> Mapping[str, Source | bytes]:
        """The generated files; in a preview of a broken project, with what keeps it usable."""
        sources: dict[str, Source | bytes] = {page.path: page for page in build.pages}
        sources |= build.files
        if not self.serving:
            return sources
        if not build.has_errors:
            self.last_good = build.pages
            return sources
        kept: dict[str, Source | bytes] = {page.path: page for page in self.last_good}
        page = findings_page(build.diagnostics, build.texts).encode()
        return {**kept, **sources, FINDINGS_PAGE: page}

    def _printed(self, build: Build, project: Path) -> Build:
        """Add the dossier, unless our own command has done so, and tell what was found."""
        printed = with_dossier(build, Choices(fonts=project / PROJECT_FONTS))
        for found in printed.diagnostics:
            if found not in build.diagnostics:
                _log(found)
        if printed.has_errors:
            raise PluginError("timeline: the dossier could not be printed; `pdf: false` leaves it out")
        return printed

    def _compile(self, config: MkDocsConfig) -> Build:
        project = _project(config)
        if not (project / SETTINGS).exists():
            raise PluginError(
                f"timeline: {project} has no {SETTINGS}; create it with a line such as `title: My timeline`"
            )
        inputs, findings = read_folder(project)
        docs = Path(config.docs_dir)
        compiled = partial(
            compile_project,
            inputs,
            handwritten=handwritten_paths(docs),
            written=handwritten_pages(docs),
            findings=findings,
        )
        build = self._previewed(compiled, docs) if self.serving else compiled()
        for found in build.diagnostics:
            _log(found)
        return build


def _later(path: str, build: Build) -> Source:
    """Stand in for a page, so that MkDocs can put it into its navigation, until somebody asks for it."""
    return Source(
        path=path,
        title=build.timeline.settings.title,
        description="",
        body='<div class="tl"></div>',
        kind="index",
        lang=build.timeline.settings.language,
    )


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _refuse_other_themes(config: MkDocsConfig) -> None:
    if config.theme.name != "material":
        raise PluginError(
            "timeline: the pages need the theme Material; put `theme: material` into mkdocs.yml"
        )


def _fill_in(config: MkDocsConfig, build: Build, *, serving: bool) -> None:
    """Set what the project leaves unset. Title, language and addresses come from `timeline.yml` alone."""
    settings = build.timeline.settings
    made = mkdocs_settings(settings, build.nav)
    for key in ("site_name", "site_description", "site_url", "use_directory_urls"):
        if key in made and not (serving and key == "site_url"):  # the preview has an address of its own
            config[key] = made[key]
    if config.nav is None:
        config.nav = build.nav
    for key, value in theme_settings(settings).items():
        if key not in {"features", "palette"} or not config.theme.get(key):
            config.theme[key] = value
    if (searching := config.plugins.get("material/search")) is not None:
        # The search is ours, and the index of Material's takes a tenth of the time that a build needs.
        searching.config["enabled"] = False
    # A project's own overrides stand before ours, and ours before Material's.
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.extra.update(
        {
            key: value
            for key, value in extra_settings(settings, build.files).items()
            if key not in config.extra
        }
    )
    config.markdown_extensions.extend(
        name for name in MARKDOWN_EXTENSIONS if name not in config.markdown_extensions
    )
    for name, ours in MARKDOWN_SETTINGS.items():
        config.mdx_configs[name] = {**ours, **(config.mdx_configs.get(name) or {})}


def _stop(diagnostics: tuple[Diagnostic, ...]) -> str:
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    return f"timeline: {errors} error{'' if errors == 1 else 's'} in content; `timeline check` shows each with its line"


def _log(found: Diagnostic) -> None:
    write = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.NOTE: log.info}[
        found.severity
    ]
    hint = f" ({found.hint})" if found.hint else ""
    write("%s: %s %s%s", found.span, found.code, found.message, hint)
