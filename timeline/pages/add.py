"""The page "Add a claim": a form for people who do not program, and the same questions as a file to fill in by hand.

What enters: the timeline, whose sources, speakers, places, topics and claims the form offers. What leaves: one page. Its
scripts (`assets/js/`) write the YAML in the browser; the page itself sends and stores nothing. Help and examples are those of the tables
of fields, so that form, validator and docs cannot disagree.

Only records that have a file of their own are offered, the claims without those that were removed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import wrap

from timeline import dates
from timeline.citing import SOURCE_FIELDS, CitationShape
from timeline.dated import LINE, PHRASE, DateShape
from timeline.fields import EVENT_FIELDS
from timeline.model import UNSTATED, RelationKind
from timeline.pages import words
from timeline.pages.claim_view import claim_line
from timeline.pages.here import ADD, FIELDS, METHOD, Here
from timeline.pages.method import contact_link
from timeline.pages.new_file import LONGEST, new_file_page
from timeline.pages.page import Page
from timeline.pages.template import render
from timeline.rules.citations import LONGEST_EXCERPT
from timeline.scalars import Address, Text
from timeline.shapes import Field
from timeline.text import plain, safe_url

PLACEHOLDER = "NAME-OF-THE-CLAIM"
"""Stem of the file that is filled in by hand."""

LABEL_LENGTH = 120
"""Characters of a name that is offered."""

LONGEST_ADDRESS = 2_000
"""Characters of an address that `timeline.text` links."""

_EVENT = {one.name: one for one in EVENT_FIELDS}
_CITATION = {one.name: one for one in CitationShape.mapping.fields}
_SOURCE = {one.name: one for one in SOURCE_FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the form."""

    path: str
    """Of the field that the answer becomes, such as `source.locator`."""

    label: str
    help: str
    """Of the table of fields; `code` in backticks."""

    example: str
    """Of the table too; empty where known names are offered or the hint has better ones."""

    required: bool = False
    hint: str = ""
    """What the table need not say, since it stands in the docs."""

    long: bool = False
    """Whether the answer may have several lines."""

    offers: str = ""
    """Id of the list of known answers."""

    another: str = ""
    """What a further answer is called, where there may be several."""

    limit: int
    """Characters that the validator allows."""

    @property
    def id(self) -> str:
        """Id of its control on the page."""
        return f"add-{self.path.replace('.', '-').replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Option:
    """A known record."""

    name: str
    note: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    """Attributes `data-NAME` for the script."""


def add_page(here: Here) -> Page:
    """Make the page."""
    settings = here.timeline.settings
    target = new_file_page(settings.edit_url)
    site = settings.site_url
    schema = f"{site.rstrip('/')}/data/schema/events.json" if site else ""
    blank = template_file(schema)
    path = f"content/events/{PLACEHOLDER}.yml"
    body = render(
        "add.html",
        lang=settings.language,
        ask={question.path: question for question in questions()},
        kinds=words.KINDS,
        kind_help=_EVENT["kind"].help,
        about_help=_EVENT["about"].help,
        lane_help=_EVENT["narrative"].help,
        relation_kinds=[str(kind) for kind in RelationKind],
        lanes=[lane for lane in here.timeline.narratives.values() if lane.fields],
        lists=offered(here),
        old_ids=" ".join(taken(here)),
        target=target,
        longest=LONGEST,
        longest_excerpt=LONGEST_EXCERPT,
        schema=schema,
        contact=settings.contact,
        contact_link=contact_link(settings.contact),
        blank=blank,
        blank_path=path,
        blank_link=target.begun(path, blank) if target else None,
        fields=here.to(FIELDS),
        method=here.to(METHOD),
    )
    return Page(
        path=ADD,
        title="Add a claim",
        description="A form that writes the file of a new claim in your browser. It sends and stores nothing.",
        body=body,
        kind="add",
        lang=settings.language,
        search=False,  # the names that it offers stand on pages of their own
    )


def questions() -> Iterator[Question]:
    """Give the questions whose answer is text; kind, lane, topics and relations have a form of their own."""
    yield _question("source.id", _CITATION["id"], "Source", offers="known-sources", required=True)
    yield _question("source.url", _SOURCE["url"], "Address")
    yield _question("source.title", _SOURCE["title"], "Title", required=True)
    yield _question("source.published", _SOURCE["published"], "Published", hint=words.ASK_PUBLISHED)
    yield _question("source.publisher", _SOURCE["publisher"], "Publisher", offers="known-speakers")
    yield _question("source.language", _SOURCE["language"], "Language")
    yield _question("source.archive_url", _SOURCE["archive_url"], "Archived copy")
    yield _question("source.no_url", _SOURCE["no_url"], "Why it has no address")
    yield _question("source.locator", _CITATION["locator"], "Where in the source")
    yield _question("source.excerpt", _CITATION["excerpt"], "Excerpt", long=True)
    yield _question("claim", _EVENT["claim"], "Claim", long=True, hint=words.ASK_CLAIM)
    yield _question(
        "by", _EVENT["by"], "Who says so", offers="known-speakers", another="speaker", hint=words.ASK_BY
    )
    yield _question(
        "via", _EVENT["via"], "Through whom", offers="known-speakers", another="link of the chain"
    )
    yield _question("date", _EVENT["date"], "Date", offers="known-dates", hint=words.ASK_DATE)
    yield _question("said", _EVENT["said"], "When it was said", hint=words.ASK_SAID)
    yield _question("place", _EVENT["place"], "Place", offers="known-places", another="place")
    yield _question("title", _EVENT["title"], "Headline")
    yield _question("tags", _EVENT["tags"], "Tags", another="tag")
    yield _question("note", _EVENT["note"], "Note", long=True)


def _question(  # noqa: PLR0913 - as many as a question has sides
    path: str,
    of: Field,
    label: str,
    *,
    offers: str = "",
    long: bool = False,
    another: str = "",
    required: bool = False,
    hint: str = "",
) -> Question:
    shape = of.shape
    limit = LINE.limit  # of the names of records
    if isinstance(shape, Text):
        limit = shape.limit
    elif isinstance(shape, Address):
        limit = LONGEST_ADDRESS
    elif isinstance(shape, DateShape):
        limit = PHRASE.limit
    return Question(
        path=path,
        label=label,
        help=of.help,
        example="" if offers or another or "“" in hint else of.example.partition(": ")[2].strip('"'),
        required=required or of.required,
        hint=hint,
        long=long,
        offers=offers,
        another=another,
        limit=limit,
    )


def offered(here: Here) -> Mapping[str, tuple[Option, ...]]:
    """List the known answers, by the id of their list."""
    timeline = here.timeline
    return {
        "known-sources": _unique(
            Option(
                plain(one.title),
                dates.short(one.published.resolution, year=True) if one.published else "",
                {"id": one.id, "url": safe_url(one.url or "") or ""},
            )
            for one in timeline.sources.values()
            if not one.inline
        ),
        "known-speakers": _unique(
            Option(plain(one.name), plain(one.role or ""), {"id": one.id, "lane": one.narrative or ""})
            for one in timeline.speakers.values()
            if not one.inline
        ),
        "known-places": _unique(
            Option(plain(one.name), here.place(one.part_of).name if one.part_of else "", {"id": one.id})
            for one in timeline.places.values()
            if not one.inline
        ),
        "known-topics": _unique(
            Option(
                plain(one.title),
                data={
                    "id": one.id,
                    "answers": json.dumps({answer.id: plain(answer.label) for answer in one.answers}),
                },
            )
            for one in timeline.topics.values()
            if not one.inline
        ),
        "known-claims": _unique(_claim(claim, here) for claim in here.aligned.order),
        "known-dates": (
            Option("when said", "it holds, or held, as it was said"),
            Option(UNSTATED, "the source does not tell"),
        ),
    }


def _claim(claim: str, here: Here) -> Option:
    line = claim_line(claim, here)
    return Option(line.title, f"{line.who}, {line.when}", {"id": claim})


def _unique(options: Iterable[Option]) -> tuple[Option, ...]:
    """Shorten long names, and tell those apart that are the same."""
    listed = [
        Option(
            one.name if len(one.name) <= LABEL_LENGTH else f"{one.name[:LABEL_LENGTH].rstrip()}…",
            one.note,
            {name: value for name, value in one.data.items() if value},
        )
        for one in options
    ]
    counts = Counter(one.name.casefold() for one in listed)
    return tuple(
        Option(f"{one.name} ({one.data['id']})", one.note, one.data)
        if counts[one.name.casefold()] > 1
        else one
        for one in listed
    )


def taken(here: Here) -> list[str]:
    """List the old ids of claims, which no new one may have. Those of removed claims stand on no page but their own."""
    shown = (event for event in here.timeline.events.values() if not event.removed)
    return sorted({alias for event in shown for alias in event.aliases})


def template_file(schema: str) -> str:
    """Write an empty file with the questions in it, for those who fill it in by hand."""
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [
        "# Fill in what stands behind the colons. Take the # away where you use a line that begins with one."
    ]
    for name in ("title", "date", "said", "place", "claim", "kind", "by", "via", "about", "relations"):
        lines += _asked(_EVENT[name])
    lines += [*_remark(_EVENT["source"].help), "source:"]
    for name in ("id", "locator", "excerpt"):
        lines += [f"  {line}" for line in _asked(_CITATION[name], required=name == "id")]
    lines += [*_asked(_EVENT["note"])]
    return "\n".join(lines) + "\n"


def _asked(one: Field, *, required: bool = False) -> list[str]:
    """Write one question: what it asks, and the field; one that may be left out is commented out."""
    name, _, example = one.example.partition(": ")
    if required or one.required:
        return [*_remark(f"{one.help} For example: {example}"), f"{name}:"]
    return [*_remark(one.help), f"# {one.example}"]


def _remark(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text.replace("`", ""), 96)]
