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
from functools import partial
from textwrap import wrap

from timeline import wording
from timeline.citing import SOURCE_FIELDS, CitationShape
from timeline.dated import LINE, PHRASE, DateShape
from timeline.fields import EVENT_FIELDS
from timeline.model import UNSTATED, RelationKind
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
from timeline.wording import Wording
from timeline.wording.messages import Message

PLACEHOLDER = "NAME-OF-THE-CLAIM"
"""Stem of the file that is filled in by hand."""

CLAIM_KINDS = ("occurrence", "state", "assessment", "forecast")
"""As in `Event.kind`."""

MOST_OFFERED = 1_500
"""Claims that are offered by name, the latest ones; an id may be typed all the same."""

LABEL_LENGTH = 120
"""Characters of a name that is offered."""

WITH_EXAMPLES = frozenset({"source.published", "date", "said"})
"""Questions whose hint has better examples than the table of fields."""

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
    """What the table of fields says, in the language of the page; `code` in backticks."""

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
    """What the button for a further answer says, where there may be several."""

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
    settings, words = here.timeline.settings, here.words
    target = new_file_page(settings.edit_url)
    site = settings.site_url
    schema = f"{site.rstrip('/')}/data/schema/events.json" if site else ""
    blank = template_file(words, schema)
    path = f"content/events/{PLACEHOLDER}.yml"
    body = render(
        "add.html",
        words,
        ask={question.path: question for question in questions(words)},
        kinds=CLAIM_KINDS,
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
        messages=json.dumps(script_messages(words), ensure_ascii=False),
    )
    return Page(
        path=ADD,
        title=words.text("add.title"),
        description=words.text("add.described"),
        body=body,
        kind="add",
        lang=words.language,
        search=False,  # the names that it offers stand on pages of their own
    )


SCRIPT = "add.script."
"""How the keys of messages begin that the form's script says."""


def script_messages(words: Wording) -> Mapping[str, Message]:
    """Give the messages of the form's script; it puts the values in itself."""
    found = {
        key.removeprefix(SCRIPT): message for key, message in words.messages.items() if key.startswith(SCRIPT)
    }
    return {**found, "none": words.text("add.none")}


def questions(words: Wording) -> Iterator[Question]:
    """Give the questions whose answer is text; kind, lane, topics and relations have a form of their own."""
    ask = partial(_question, words)
    yield ask("source.id", _CITATION["id"], offers="known-sources", required=True)
    yield ask("source.url", _SOURCE["url"])
    yield ask("source.title", _SOURCE["title"], required=True)
    yield ask("source.published", _SOURCE["published"], hinted=True)
    yield ask("source.publisher", _SOURCE["publisher"], offers="known-speakers")
    yield ask("source.language", _SOURCE["language"])
    yield ask("source.archive_url", _SOURCE["archive_url"])
    yield ask("source.no_url", _SOURCE["no_url"])
    yield ask("source.locator", _CITATION["locator"])
    yield ask("source.excerpt", _CITATION["excerpt"], long=True)
    yield ask("claim", _EVENT["claim"], long=True, hinted=True)
    yield ask("by", _EVENT["by"], offers="known-speakers", several=True, hinted=True)
    yield ask("via", _EVENT["via"], offers="known-speakers", several=True)
    yield ask("date", _EVENT["date"], offers="known-dates", hinted=True)
    yield ask("said", _EVENT["said"], hinted=True)
    yield ask("place", _EVENT["place"], offers="known-places", several=True)
    yield ask("title", _EVENT["title"])
    yield ask("tags", _EVENT["tags"], several=True)
    yield ask("note", _EVENT["note"], long=True)


def _question(  # noqa: PLR0913 - as many as a question has sides
    words: Wording,
    path: str,
    of: Field,
    *,
    offers: str = "",
    long: bool = False,
    several: bool = False,
    required: bool = False,
    hinted: bool = False,
) -> Question:
    shape = of.shape
    limit = LINE.limit  # of the names of records
    if isinstance(shape, Text):
        limit = shape.limit
    elif isinstance(shape, Address):
        limit = LONGEST_ADDRESS
    elif isinstance(shape, DateShape):
        limit = PHRASE.limit
    hint = words.text(f"add.hint.{path}") if hinted else ""
    bare = not (offers or several or path in WITH_EXAMPLES)
    return Question(
        path=path,
        label=words.text(f"add.ask.{path}"),
        help=words.text(f"help.{path}"),
        example=of.example.partition(": ")[2].strip('"') if bare else "",
        required=required or of.required,
        hint=hint,
        long=long,
        offers=offers,
        another=words.text(f"add.another.{path}") if several else "",
        limit=limit,
    )


def offered(here: Here) -> Mapping[str, tuple[Option, ...]]:
    """List the known answers, by the id of their list."""
    timeline = here.timeline
    return {
        "known-sources": _unique(
            Option(
                plain(one.title),
                wording.short(here.words, one.published.resolution, year=True) if one.published else "",
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
        "known-claims": _unique(_claim(claim, here) for claim in here.aligned.order[-MOST_OFFERED:]),
        "known-dates": (
            Option(wording.WHEN_SAID, here.words.text("add.known.when-said")),
            Option(UNSTATED, here.words.text("add.known.unstated")),
        ),
    }


def _claim(claim: str, here: Here) -> Option:
    line = claim_line(claim, here)
    return Option(line.title, here.words.joined([line.who, line.when]), {"id": claim})


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


def template_file(words: Wording, schema: str) -> str:
    """Write an empty file with the questions in it, for those who fill it in by hand."""
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += _remark(words.text("add.blank"))
    for name in ("title", "date", "said", "place", "claim", "kind", "by", "via", "about", "relations"):
        lines += _asked(words, _EVENT[name], name)
    lines += [*_remark(words.text("help.sources")), "source:"]
    for name in ("id", "locator", "excerpt"):
        lines += [
            f"  {line}" for line in _asked(words, _CITATION[name], f"source.{name}", required=name == "id")
        ]
    lines += _asked(words, _EVENT["note"], "note")
    return "\n".join(lines) + "\n"


def _asked(words: Wording, one: Field, path: str, *, required: bool = False) -> list[str]:
    """Write one question: what it asks, and the field; one that may be left out is commented out."""
    name, _, example = one.example.partition(": ")
    if required or one.required:
        told = words.text("add.help-and-example", help=words.text(f"help.{path}"), example=example)
        return [*_remark(told), f"{name}:"]
    return [*_remark(words.text(f"help.{path}")), f"# {one.example}"]


def _remark(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text.replace("`", ""), 96)]
