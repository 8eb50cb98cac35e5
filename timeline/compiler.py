"""The whole flow: the files of a project in, everything that is published out.

What enters: the bytes of `timeline.yml` and of `content/`, the paths of hand-written pages, and what was found while the
files were read from the disk. What leaves: a `Build`, that is pages, data files, navigation and every finding. It knows
nothing of MkDocs, touches no disk and reads no clock: the same input gives the same bytes.

What it refuses: nothing. A project with errors still gives a build of all that could be read, so that a preview can show
it; whoever publishes asks `Build.has_errors` first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.align import Aligned, align
from timeline.codes import publishing
from timeline.diagnostics import Diagnostic, Label, Severity, Span, has_errors, in_order
from timeline.exports import data_set
from timeline.links import Outline, address, missing, read_html, read_markdown
from timeline.model import Timeline
from timeline.pages import SEARCH_INDEX, Page, index_for_search, rendered
from timeline.removal import withheld, without_removed
from timeline.resolve import resolve
from timeline.resources import asset_files
from timeline.rules import check
from timeline.schema import read_records
from timeline.severities import apply_severities
from timeline.site import Nav, merge, navigation
from timeline.sitemap import sitemap
from timeline.source import Document, read_document
from timeline.volumes import Volume, volumes
from timeline.wording import wording_for

SITEMAP = "sitemap.xml"

Kept = dict[tuple[str, bytes], tuple[Document, Sequence[Diagnostic]]]
"""Files that were read: path and bytes -> what was read, and what was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """All that a project compiles to."""

    timeline: Timeline
    """Without the words of removed claims."""

    aligned: Aligned
    """What is shown of it, and the counts that the pages state."""

    pages: tuple[Page, ...]
    """Those that no hand-written page replaces, in MkDocs' order of files."""

    files: Mapping[str, bytes]
    """Every other generated file: path under the site -> bytes."""

    nav: Nav
    """As MkDocs takes it."""

    diagnostics: tuple[Diagnostic, ...]
    """Every finding, sorted, with the project's severities applied."""

    texts: Mapping[str, str]
    """The content files as text, by path, so that findings can show their line."""

    dossier: tuple[Volume, ...] = ()
    """The PDFs that pages link to. They are not among the files until somebody has printed them."""

    withheld: frozenset[str] = frozenset()
    """Ids and names of the records that only removed claims mention: what no output may carry, findings included."""

    @property
    def has_errors(self) -> bool:
        """Whether publishing must be refused."""
        return has_errors(self.diagnostics)

    @property
    def sources(self) -> dict[str, bytes]:
        """What the sinks hand to MkDocs: path under its docs folder -> bytes, pages as Markdown."""
        return {**{page.path: page.markdown().encode() for page in self.pages}, **self.files}


def compile_project(  # noqa: PLR0913 - what is read, and what is wanted of it
    inputs: Mapping[str, bytes],
    *,
    handwritten: Collection[str] = (),
    written: Mapping[str, bytes] | None = None,
    findings: Iterable[Diagnostic] = (),
    dossier: bool = True,
    site: bool = True,
    keep: Kept | None = None,
) -> Build:
    """Compile a project.

    Args:
        inputs: `timeline.yml` and the files of `content/`, by path relative to the project.
        handwritten: Paths of hand-written files, relative to the docs folder; they win over generated ones.
        written: The hand-written pages themselves, as far as the search is to find them.
        findings: What was found while the inputs were read from the disk.
        dossier: Whether there will be a dossier, unless the project wants none: pages then link to it.
        site: Whether pages and files are to be made; who needs the timeline alone can do without them.
        keep: Files that were read before; those that are the same are not read again, and the others take their place.
    """
    missed = tuple(findings)
    documents, unreadable = _read(inputs, {} if keep is None else keep)
    drafts, malformed = read_records(documents)
    resolved, unresolved = resolve(drafts)
    questionable = check(resolved, whole=not has_errors((*missed, *unreadable, *malformed, *unresolved)))
    timeline = without_removed(resolved)
    aligned = align(timeline)
    data = data_set(timeline) if site else ()
    books = volumes(aligned, timeline.settings) if dossier and timeline.settings.pdf else ()
    everything, beside = rendered(aligned, timeline, data, dossier=books) if site else ((), {})
    pages, shadowed = _without_handwritten(everything, handwritten)
    files, shadowed_files = merge(
        {
            **asset_files(),
            **{file.path: file.content for file in data},
            **beside,
            SITEMAP: b"",
            SEARCH_INDEX: b"",
        },
        handwritten,
    )
    broken = _broken_links(pages, (*files, *(book.file for book in books), *handwritten))
    if SITEMAP in files:
        files[SITEMAP] = _sitemap(pages, handwritten, timeline)
    if SEARCH_INDEX in files:
        files[SEARCH_INDEX] = index_for_search(aligned, timeline, pages, written or {})
    found = (
        *missed,
        *unreadable,
        *_beside(unreadable, malformed),
        *unresolved,
        *questionable,
        *(
            () if has_errors(unresolved) else _same_addresses(everything)
        ),  # an id that is taken was found above
        *_replaced((*shadowed, *shadowed_files), handwritten),
        *broken,
    )
    return Build(
        timeline=timeline,
        aligned=aligned,
        pages=pages,
        files=files,
        nav=navigation(
            (page.path for page in pages),
            (path for path in handwritten if path.endswith(".md")),
            wording_for(timeline.settings.language),
        ),
        diagnostics=apply_severities(in_order(found), drafts.settings.severities if drafts.settings else ()),
        texts={document.path: document.text for document in documents},
        dossier=tuple(book for book in books if book.file not in handwritten),
        withheld=withheld(resolved, timeline),
    )


def _read(inputs: Mapping[str, bytes], kept: Kept) -> tuple[list[Document], list[Diagnostic]]:
    """Read every content file, each with its findings."""
    read = {
        (path, inputs[path]): kept.get((path, inputs[path])) or read_document(path, inputs[path])
        for path in sorted(inputs)
    }
    kept.clear()
    kept.update(read)
    return [document for document, _ in read.values()], [one for _, found in read.values() for one in found]


def _beside(reading: Collection[Diagnostic], others: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is found about a value where reading it was already an error: it is not what the author wrote."""
    wrong = {
        (one.span.path, one.span.line, one.span.column) for one in reading if one.severity is Severity.ERROR
    }
    for one in others:
        if (one.span.path, one.span.line, one.span.column) not in wrong:
            yield one


def _without_handwritten(
    pages: Iterable[Page], handwritten: Collection[str]
) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """Leave out the pages that a hand-written one replaces, and put the others into MkDocs' order."""
    by_path = {page.path: page for page in pages}
    staying, replaced = merge(dict.fromkeys(by_path, b""), handwritten)
    return tuple(by_path[path] for path in staying), replaced


def _replaced(paths: Iterable[str], handwritten: Collection[str]) -> Iterator[Diagnostic]:
    """Note which hand-written files stand in for generated ones."""
    by_address = {address(path): path for path in handwritten}
    for path in paths:
        written = f"docs/{by_address[address(path)]}"
        yield publishing.HANDWRITTEN_PAGE_WINS.at(
            Span(written), f"this file replaces the generated {path}", hint=f"remove {written} to get it back"
        )


def _same_addresses(pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """Report pages that would stand at the same address."""
    by_address: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        by_address[address(page.path)].append(page)
    for where, alike in by_address.items():
        first, *others = sorted(alike, key=lambda page: page.edit is not None)
        for other in others:
            yield publishing.TWO_FILES_ONE_ADDRESS.at(
                Span(other.edit or other.path),
                f'the address "/{where}" is already that of another page, "{first.title}"',
                hint="this is a mistake in the program: please report it",
                related=(Label(Span(first.edit), "the other record"),) if first.edit else (),
            )


def _broken_links(pages: Iterable[Page], others: Collection[str]) -> Iterator[Diagnostic]:
    """Check every link of the generated pages."""
    by_path = {page.path: page for page in pages}
    outlines = {path: _outline(page) for path, page in by_path.items()}
    for lost in missing(outlines, others):
        page = by_path[lost.page]
        yield publishing.BROKEN_INTERNAL_LINK.at(
            Span(page.edit or page.path),
            f'the page /{address(page.path)} links to "{lost.link}": {lost.reason}',
            hint="this is a mistake in the program: please report it",
        )


def _outline(page: Page) -> Outline:
    return read_markdown(page.body) if page.is_markdown else read_html(page.body)


def _sitemap(pages: Iterable[Page], handwritten: Iterable[str], timeline: Timeline) -> bytes:
    """List the pages that search engines are to know."""
    generated = [(address(page.path), page.date) for page in pages if page.listed]
    written = [(address(path), None) for path in handwritten if path.endswith(".md")]
    return sitemap(sorted([*generated, *written]), timeline.settings.site_url)
