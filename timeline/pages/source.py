"""The page of one source: its excerpts in the order of the document, with the claims made from each beside it.

What enters: the page's view of the whole and a source's id. What leaves: its page, and further ones where it has many claims, which says how the date of
publication is known, what is held, and where there is no address or archive copy. Only excerpts are ever shown.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from timeline import wording
from timeline.align import Lane, locator_key
from timeline.drawings.document import document
from timeline.drawings.values import Frame
from timeline.model import Citation, Dating, Source
from timeline.pages.annotate import annotate, region
from timeline.pages.charts import chart
from timeline.pages.claim import FactView
from timeline.pages.claim_view import ClaimLine, archived, claim_line, original
from timeline.pages.date_view import phrases, publication, source_date_steps
from timeline.pages.here import Here
from timeline.pages.page import Page
from timeline.pages.parts import Part, in_parts
from timeline.pages.template import render
from timeline.text import clean, plain

_NUMBERED = re.compile(r"(\D*?)\s*([0-9]{1,4})")
"""A numbered place: "paragraph 4", "p. 12"."""

_MOST_PLACES = 400
"""Numbered places up to which each has a width that can be seen, and places up to which they are counted in a table."""

MOST_CLAIMS = 200
"""Claims on a page of a source; further ones stand on further pages."""

_FRAMES = (Frame("wide", 1172), Frame("middle", 912), Frame("narrow", 358))


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside its passage."""

    line: ClaimLine
    number: int
    phrase: str


@dataclass(frozen=True, slots=True)
class PieceView:
    """Words of an excerpt that are set alike, and the claims whose numbers stand behind them."""

    text: str
    lane: Lane | None
    highlighted: bool
    ends: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """An excerpt and the claims made from it."""

    pieces: tuple[PieceView, ...]
    notes: tuple[Note, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The excerpts from one place in the document."""

    locator: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """Words of the document from one place, and the claims made from them, each with its own excerpt."""

    locator: str
    text: str
    claims: tuple[tuple[str, str], ...]
    shown: bool

    def split(self, most: int) -> list[_Excerpt]:
        """Share out the claims where they are too many for one page; the words then stand on each."""
        return [replace(self, claims=self.claims[at : at + most]) for at in range(0, len(self.claims), most)]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What all pages of a source say of it."""

    source: str
    cited: list[tuple[str, Citation]]
    places: int
    quoted: int
    withheld: bool
    """Whether excerpts are on file that the project does not quote."""


@dataclass(frozen=True, slots=True)
class Where:
    """How many claims of each lane stand in one place of the document."""

    locator: str
    numbers: tuple[int, ...]


def source_pages(source: str, here: Here) -> list[Page]:
    """Make the page of a source; where it has many claims, they go on on further pages, in the order of the document."""
    cited = citations_of(source, here)
    excerpts = _excerpts(cited, here)
    whole = _Whole(
        source,
        cited,
        places=len({one.locator for one in excerpts}),
        quoted=len({one.locator for one in excerpts if one.shown}),
        withheld=any(one.text and not one.shown for one in excerpts),
    )
    items = [piece for excerpt in excerpts for piece in excerpt.split(MOST_CLAIMS)]
    return in_parts(
        here, items, lambda part: _page(whole, part), MOST_CLAIMS, counts=lambda one: len(one.claims)
    )


def _page(whole: _Whole, part: Part[_Excerpt]) -> Page:
    source, cited, here = whole.source, whole.cited, part.here
    record = here.timeline.sources[source]
    claims = list(dict.fromkeys(claim for claim, _ in cited))
    body = render(
        "source.html",
        here.words,
        kicker=_kicker(source, record, here),
        source=record,
        summary=_summary(claims, here),
        original=original(record),
        archived=archived(record),
        published=source_date_steps(record.published, here) if record.published else (),
        where=_where(cited, here) if part.is_first else (),
        bands=_bands(cited, here) if part.is_first else "",
        lanes=here.aligned.lanes,
        parts=part.links,
        paragraphs=[
            Paragraph(locator, tuple(_passage(one, here) for one in excerpts))
            for locator, excerpts in groupby(part.items, lambda one: one.locator)
        ],
        places=whole.places,
        quoted=whole.quoted,
        withheld=whole.withheld,
        facts=_facts(source, record, here),
    )
    return Page(
        path=here.path,
        title=part.title(plain(record.title)),
        description=here.words.count(
            "source.described",
            len(claims),
            title=plain(record.title),
            published=publication(here.words, record),
        ),
        body=body,
        kind="source" if part.is_first else "index",
        lang=here.words.language,
        edit=None if record.inline else record.path,
    )


def citations_of(source: str, here: Here) -> list[tuple[str, Citation]]:
    """List the claims taken from a source, in the order of the document."""
    found = [
        (claim, citation)
        for claim in here.aligned.order
        for citation in here.event(claim).citations
        if citation.source == source
    ]
    return sorted(found, key=lambda item: locator_key(item[1].locator))


def _kicker(source: str, record: Source, here: Here) -> str:
    words = here.words
    numbers = {"number": here.source_numbers[source], "all": len(here.source_numbers)}
    parts = [words.text("source.number-of", **numbers)]
    if record.kind:
        parts.append(plain(record.kind))
    if record.language:
        parts.append(words.text("source.in-language", language=words.language_name(record.language)))
    return " · ".join(parts)


def _summary(claims: list[str], here: Here) -> str:
    words = here.words
    sentences = [words.count("source.claims", len(claims))]
    second_hand = sum(1 for claim in claims if here.event(claim).via)
    if second_hand:
        outlets = dict.fromkeys(here.speaker(via).name for claim in claims for via in here.event(claim).via)
        sentences.append(words.count("source.second-hand", second_hand, outlets=words.listed(outlets)))
    return " ".join(sentences)


def _where(cited: list[tuple[str, Citation]], here: Here) -> list[Where]:
    """Count claims by place in the document and lane; nothing where no citation says its place."""
    where = [(plain(citation.locator or ""), here.lanes_by_claim[claim].id) for claim, citation in cited]
    places = sorted(dict.fromkeys(place for place, _ in where), key=lambda place: not place)
    if not any(places) or len(places) > _MOST_PLACES:
        return []
    counted = Counter(where)
    return [
        Where(
            place or here.words.text("source.no-locator"),
            tuple(counted[place, lane.id] for lane in here.aligned.lanes),
        )
        for place in places
    ]


def _bands(cited: list[tuple[str, Citation]], here: Here) -> Markup:
    """Draw where in the document the claims of each lane stand; empty where its places are not numbered alike."""
    places: dict[str, set[int]] = {}
    kinds = set()
    for claim, citation in cited:
        found = _NUMBERED.fullmatch(plain(citation.locator or ""))
        if found is None:
            return Markup("")
        kinds.add(found[1].casefold())
        places.setdefault(here.lanes_by_claim[claim].id, set()).add(int(found[2]))
    last = max((number for numbers in places.values() for number in numbers), default=0)
    if len(kinds) != 1 or not 1 < last <= _MOST_PLACES or 0 in set().union(*places.values()):
        return Markup("")
    return Markup("").join(
        chart(document(places, last, here.aligned.lanes, frame), f"tl-bands__drawing--{frame.name}", here)
        for frame in _FRAMES
    )


def _excerpts(cited: list[tuple[str, Citation]], here: Here) -> list[_Excerpt]:
    """Gather the claims by their place in the document, and there by excerpt; an excerpt inside another is part of it."""
    gathered: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for claim, citation in cited:
        excerpts = gathered.setdefault(plain(citation.locator or ""), {})
        own = clean(citation.excerpt or "")
        whole = next((one for one in excerpts if own and own in one), own)
        inside = [one for one in excerpts if one and own and one != whole and one in own]
        claims = [pair for one in inside for pair in excerpts.pop(one)]
        excerpts.setdefault(whole, []).extend([*claims, (claim, own)])
    most = here.timeline.settings.excerpts
    return [
        _Excerpt(locator, excerpt, tuple(claims), shown=any(excerpts) and (most is None or place < most))
        for place, (locator, excerpts) in enumerate(gathered.items())
        for excerpt, claims in excerpts.items()
    ]


def _passage(excerpt: _Excerpt, here: Here) -> Passage:
    """Annotate an excerpt, and note its claims in the order in which it has them."""
    regions = sorted(
        {region(claim, plain(here.event(claim).claim), excerpt.text, own) for claim, own in excerpt.claims},
        key=lambda one: (one.start, here.aligned.numbers[one.claim]),
    )
    notes = {one.claim: _note(one.claim, here) for one in regions}
    dated = dict.fromkeys(phrase for claim, _ in excerpt.claims for phrase in phrases(here.event(claim)))
    pieces = tuple(
        PieceView(
            piece.text,
            here.lanes_by_claim[piece.claim] if piece.claim else None,
            piece.highlighted,
            tuple(notes[claim] for claim in piece.ends),
        )
        for piece in annotate(excerpt.text, regions, dated)
    )
    return Passage(pieces, tuple(notes.values()), excerpt.shown)


def _note(claim: str, here: Here) -> Note:
    found = phrases(here.event(claim))
    shown = "; ".join(clean(phrase) for phrase in found) or here.words.text("source.no-phrase")
    return Note(claim_line(claim, here), here.aligned.numbers[claim], shown)


def _facts(source: str, record: Source, here: Here) -> list[FactView]:
    """List what is known of the document and what is held of it."""
    words, label = here.words, here.label
    facts = [FactView(label("id"), Markup("<code>{}</code>").format(source))]
    if record.author:
        facts.append(FactView(label("author"), plain(record.author)))
    publisher = here.publisher(record)
    if publisher:
        shown: Markup | str = (
            Markup('<a href="{}">{}</a>').format(publisher.url, publisher.name)
            if publisher.url
            else publisher.name
        )
        facts.append(FactView(label("publisher"), shown))
    facts.append(FactView(label("published"), _day(record.published, here)))
    if record.updated:
        facts.append(FactView(label("updated"), _day(record.updated, here)))
    if record.captured:
        facts.append(FactView(label("captured"), _day(record.captured, here)))
    if record.url:
        facts.append(FactView(label("address"), plain(record.url)))
    else:
        facts.append(
            FactView(
                label("address"), plain(record.no_url) if record.no_url else words.text("source.no-address")
            )
        )
    facts.append(
        FactView(
            label("archive"),
            plain(record.archive_url) if record.archive_url else words.text("source.not-archived"),
        )
    )
    facts.append(FactView(label("held"), words.text(f"source.held.{record.held or 'unknown'}")))
    if record.file:
        facts.append(FactView(label("file"), plain(record.file)))
    if record.sha256:
        facts.append(FactView(label("sha256"), Markup("<code>{}</code>").format(plain(record.sha256))))
    return facts


def _day(dating: Dating | None, here: Here) -> str:
    if dating is None:
        return here.words.text("source.day-not-known")
    shown = wording.result(here.words, dating)
    return f"{shown} {here.words.text('claim.reading-by-editor')}" if dating.by_editor else shown
