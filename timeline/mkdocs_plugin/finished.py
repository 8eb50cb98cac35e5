"""Pages whose HTML is finished before MkDocs sees them.

What enters: generated pages. What leaves: files and pages that MkDocs takes like any other, but whose body is not read
as Markdown. Python-Markdown carries such a body over as it is, and takes more than half of a large build's time to do
so; a test holds both ways to the same pages, since a plain tree of Markdown goes the long way. Nor is a body held in
memory more than once: as a file, as Markdown and as HTML it is the same text, and is put together when asked for.

What it refuses: a page whose Markdown another plugin has changed, and pages that really are written in Markdown. They go
the long way too.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from timeline.links import read_html
from timeline.pages import Page as Source


class PageFile(File):
    """The Markdown file of a generated page."""

    source: Source

    @property
    def content_string(self) -> str:
        """What would stand in the file."""
        return self.source.markdown() if self._content == "" else super().content_string

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        """The same in UTF-8."""
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._content = value


class FinishedPage(Page):
    """A page of MkDocs with finished HTML."""

    source: Source

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it is."""
        if self.markdown is None or self.markdown.removesuffix("\n") != self.source.text:
            super().render(config, files)
            return
        self.content = self.source.text
        self.markdown = self.source.body
        self.toc = TableOfContents([])

    @property
    def content(self) -> str | None:
        """The HTML, put together anew each time unless somebody has changed it."""
        return self.source.text if self._is_whole else self._content

    @content.setter
    def content(self, value: str | None) -> None:
        self._is_whole = value is not None and value == self.source.text
        self._content = None if self._is_whole else value

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """What hand-written pages can link to in this one: looked up only where one does."""
        if self._ids is None and self.content is not None:
            self._ids = read_html(self.content).ids
        return self._ids

    @present_anchor_ids.setter
    def present_anchor_ids(self, ids: set[str] | None) -> None:
        self._ids = ids

    _is_whole = False
    _content: str | None = None
    _ids: set[str] | None = None


def page_file(config: MkDocsConfig, source: Source) -> PageFile:
    """Make the file of a generated page."""
    file = PageFile.generated(config, source.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    assert isinstance(file, PageFile)  # noqa: S101 - `generated` is a class method, which its type does not say
    file.source = source
    return file


def finish(page: Page) -> None:
    """Let MkDocs take a page's HTML as it is.

    MkDocs makes the pages of its navigation itself, and asks nobody of which class, so the class is changed afterwards.
    """
    if type(page) is Page and isinstance(page.file, PageFile) and not page.file.source.is_markdown:
        page.__dict__.pop("content", None)  # None so far, and in the way of the property
        page.__class__ = FinishedPage
        page.__dict__["source"] = page.file.source
