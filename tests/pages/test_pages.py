"""What pages say, and what must hold for every one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from typing import Any

import markdown  # type: ignore[import-untyped]  # it has none
import pytest
import yaml
from hypothesis import given, settings

from tests.align.test_whole import timelines
from tests.builders import claim, dating, timeline, with_date
from tests.pages.fixtures import small
from timeline.align import align
from timeline.dates import Precision
from timeline.diagnostics import Span
from timeline.exports import DataFile, data_files
from timeline.links import missing, read_html, read_markdown
from timeline.model import AnchorUse, Bound, Citation, Event, Figure, Quote, Settings, Status, Timeline
from timeline.pages import Page, address, link, render
from timeline.pages.rules_in_use import OTHERS, rules
from timeline.site import MARKDOWN_EXTENSIONS

ALLOWED = {
    "a": {"href", "rel", "class", "aria-label", "dir", "data-c", "tabindex"},
    "svg": {"class", "viewbox", "width", "height", "aria-hidden", "role", "aria-labelledby", "aria-label"}
    | {f"data-{edge}" for edge in ("from", "to", "left", "right", "top", "bottom")},
    "details": {"name"},
    "time": {"datetime"},
    "th": {"scope", "dir", "class"},
    "td": {"data-label", "class", "dir", "lang", "colspan"},
}
ANSWERED = {"aria-describedby", "aria-required", "data-limit"}
FORM: Mapping[str, set[str]] = {
    "form": {"hidden", "novalidate", "autocomplete"}
    | {
        f"data-{name}"
        for name in ("schema", "taken", "longest", "words", "messages", "new", "path-key", "text-key")
    },
    "input": ANSWERED | {"type", "list", "name", "value", "checked"},
    "textarea": ANSWERED | {"rows"},
    "select": ANSWERED,
    "option": {"value", "data-id", "data-url", "data-lane", "data-answers"},
    "button": {"type", "data-another"},
    "label": {"for"},
    "a": {"href", "rel", "class", "target"},
    "div": {"hidden", "tabindex", "data-ask", "data-answers", "data-other"},
    "p": {"hidden"},
    "section": {"hidden"},
    "pre": {"tabindex"},
    "h2": {"tabindex"},
    "datalist": set(),
    "fieldset": set(),
    "legend": set(),
    "q": set(),
}
"""What stands on the page "Add a claim" alone."""
CONTROLS: Mapping[str, set[str]] = {
    "button": {
        "type",
        "hidden",
        "aria-pressed",
        "aria-expanded",
        "aria-controls",
        "aria-haspopup",
        "aria-keyshortcuts",
    }
    | {"data-sheet", "data-compare", "data-lane", "data-move"},
    "input": {"type", "value", "checked"},
    "label": set(),
    "fieldset": {"hidden"},
    "legend": set(),
    "dialog": set(),
    "kbd": set(),
    "div": {"data-chip", "data-search-exclude", "tabindex", "hidden"},
    "li": {"data-order"},
    "p": {"aria-live", "hidden"},
    "script": {"type"},
}
"""What stands on the timeline alone: its controls, and what its scripts know."""
EVERYWHERE = {"class", "id", "lang", "dir", "role", "aria-label", "aria-labelledby", "aria-hidden"}
DRAWN = {"circle", "polygon", "path", "text", "line", "rect", "g", "title", "desc", "polyline", "pattern"}
TAGS = DRAWN | {
    *[
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "bdi",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "header",
        "i",
    ],
    *[
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sup",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ],
}
VOID = {"br", "input", *DRAWN}


def assert_allowed(page: Page, tag: str, attrs: Mapping[str, str | None]) -> None:
    """Hold an element to those that our templates use, and its attributes to theirs."""
    more = {"add": FORM, "timeline": CONTROLS}.get(page.kind, {})
    assert tag != "script" or attrs.get("type") == "application/json"
    assert tag in TAGS | set(more), (page.path, tag)
    allowed = EVERYWHERE | ALLOWED.get(tag, set()) | more.get(tag, set())
    assert tag in DRAWN or set(attrs) <= allowed, (page.path, tag, attrs)


class Reader(HTMLParser):
    """Reads a page as a browser would: tags, attributes, ids, words; and that every element is closed in turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID or tag in {"text", "g", "title", "desc", "pattern"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def pages_of(built: Timeline) -> dict[str, Page]:
    """Make every page; of the timelines that many tests look at, once."""
    known = next((name for name, one in STATES.items() if one is built), None)
    return made(built) if known is None else dict(made_of_state(known))


def made(built: Timeline, data: Sequence[DataFile] | None = None) -> dict[str, Page]:
    return {page.path: page for page in render(align(built), built, data)}


@cache
def made_of_state(name: str) -> dict[str, Page]:
    return made(STATES[name])


def read(page: Page) -> Reader:
    reader = Reader()
    reader.feed(page.body)
    reader.close()
    assert reader.open == []
    return reader


def said(built: Timeline, path: str) -> str:
    """Give the words of a page that tells nothing of data files, which need not be made."""
    pages = pages_of(built) if any(built is one for one in STATES.values()) else made(built, data=())
    return read(pages[path]).text


# -- addresses ---------------------------------------------------------------------------------------------------------

LINKS = [
    # from, to, fragment, address
    ("index.md", "index.md", "", "./"),
    ("index.md", "c/a.md", "", "c/a/"),
    ("index.md", "index.md", "2023-05-21", "#2023-05-21"),
    ("c/a.md", "index.md", "", "../../"),
    ("c/a.md", "c/b.md", "history", "../b/#history"),
    ("c/a.md", "c/index.md", "", "../"),
    ("c/a.md", "c/a.md", "date", "#date"),
    ("t/index.md", "reference/codes.md", "d301", "../reference/codes/#d301"),
    ("c/a.md", "data/timeline.json", "", "../../data/timeline.json"),
]


@pytest.mark.parametrize(("start", "end", "fragment", "expected"), LINKS)
def test_link(start: str, end: str, fragment: str, expected: str) -> None:
    assert link(start, end, fragment) == expected


@pytest.mark.parametrize(
    ("path", "url"), [("index.md", ""), ("t/index.md", "t/"), ("c/a.md", "c/a/"), ("method.md", "method/")]
)
def test_address(path: str, url: str) -> None:
    assert address(path) == url


# -- what holds for every page -----------------------------------------------------------------------------------------

STATES = {
    "small": small(),
    "nothing": timeline(lanes=[]),
    "no claims": timeline(),
    "one lane": timeline(claim("a", about="t=x"), lanes=["ua"]),
    "seven lanes": timeline(
        *(claim(f"c{number}", "21", f"l{number}", about="t") for number in range(6)),
        lanes=[f"l{n}" for n in range(7)],
    ),
    "nine lanes": timeline(
        *(claim(f"c{n}", "21", f"l{n}") for n in range(9)), lanes=[f"l{n}" for n in range(9)]
    ),
    "a full cell": timeline(*(claim(f"c{number}", "21", about="t") for number in range(60))),
    "several years": timeline(
        claim("a"), with_date(claim("b"), resolution=claim("b").date.resolution._replace(earliest=None))
    ),
    "bare": timeline(claim("a", "21", "nobodys", by=[], citations=()), lanes=[]),
}


@pytest.fixture(params=STATES, ids=list(STATES))
def built(request: pytest.FixtureRequest) -> Timeline:
    return STATES[request.param]


def test_every_link_leads_somewhere(built: Timeline) -> None:
    pages = pages_of(built)
    outlines = {
        path: (read_markdown if page.is_markdown else read_html)(page.body) for path, page in pages.items()
    }
    assert list(missing(outlines, data_files(built))) == []


def test_every_page_is_whole(built: Timeline) -> None:
    for page in pages_of(built).values():
        reader = read(page)
        ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), page.path
        if not page.is_markdown:
            assert "\n\n" not in page.body
            assert page.body.startswith("<div ")
            assert page.body.endswith("</div>")
            assert [tag for tag, _ in reader.tags if tag == "h1"] == ["h1"], page.path
        for tag, attrs in reader.tags:
            assert_allowed(page, tag, attrs)


def test_markdown_leaves_the_body_alone(built: Timeline) -> None:
    for page in pages_of(built).values():
        if not page.is_markdown:
            _, front, body = page.markdown().split("---\n", 2)
            read_by_mkdocs = markdown.markdown(body, extensions=["toc", *MARKDOWN_EXTENSIONS])
            assert read_by_mkdocs == f"{page.body}\n\n{page.data_block}".strip()
            meta = yaml.safe_load(front)
            assert meta["timeline"]["kind"] == page.kind


def test_no_verdicts(built: Timeline) -> None:
    never = re.compile(
        r"\b(silent|no response|uncontested|refutes?|debunks?|denie[sd]|alleged|so-called)\b", re.IGNORECASE
    )
    for page in pages_of(built).values():
        if page.kind != "reference":
            assert never.search(read(page).text) is None, page.path


def test_every_claim_stands_whole_once_on_the_home_page(built: Timeline) -> None:
    reader = read(pages_of(built)["index.md"])
    shown = [attrs["id"] for tag, attrs in reader.tags if tag == "article"]
    assert sorted(str(id_) for id_ in shown) == sorted(
        f"c-{claim}" for claim, event in built.events.items() if not event.removed
    )


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(timelines())
def test_any_timeline_gives_whole_pages(events: list[Event]) -> None:
    built = timeline(*events)
    test_every_link_leads_somewhere(built)
    test_every_page_is_whole(built)
    test_every_claim_stands_whole_once_on_the_home_page(built)


# -- what pages say ----------------------------------------------------------------------------------------------------


def test_no_claims_yet() -> None:
    words = said(timeline(), "index.md")
    assert "No claims yet. Add the first one." in words
    assert words.count("No claims recorded in this lane.") == 3
    assert "0 claims" in words


def test_a_lane_without_claims_on_a_topic_says_so() -> None:
    built = timeline(
        claim("a", "21", "ru", about="t"),
        claim("b", "22", "ua", about="t"),
        claim("u", "?", "other", about="t"),
    )
    words = said(built, "index.md")
    assert (
        "No claim on this topic recorded for this day for the Ukrainian side; 1 other claim elsewhere."
        in words
    )
    assert "No undated claim on this topic recorded for the Russian side; 1 other claim elsewhere." in words
    assert "1 Russian · 0 Ukrainian · 0 Others" in words


def test_claims_are_whole_in_any_number_of_lanes() -> None:
    # What five lanes and more have no room for is a matter of the style sheet: two of them compared have room for it.
    page = pages_of(STATES["seven lanes"])["index.md"]
    assert "tl-source" in page.body
    assert "tl-compare" in page.body
    assert page.lanes == 7
    assert "tl-compare" not in pages_of(STATES["small"])["index.md"].body


def test_a_full_cell_folds_its_middle_and_long_pages_shorten_dates() -> None:
    body = pages_of(STATES["a full cell"])["index.md"].body
    assert "56 more in this cell" in body
    assert body.count("<dt>Source says</dt>") == 50


def test_a_claim_says_who_when_and_through_whom() -> None:
    words = said(small(), "c/mayor-bridge.md")
    for part in (
        "Mayr Mayor of the town · via Agency · said at: Town · direct quote",
        "Reported by Agency Not itself on file.",
        "Our source Source 1 A bridge, published 22 May 2023. A copy is on file and shown on request.",
        "Source says “The mayor stated on the 21st that the bridge stands",
        "Published The publication of the source, 22 May 2023",
        "Disputed by General , Russian side The bridge fell",
        "Corrected 24 May 2023.",
        "Place added It was left out",
        "Edit the record : content/events/mayor-bridge.yml",
        "https://example.org/bridge/c/mayor-bridge/",
        "Editor’s note. See also the map (example.org).",
        "Figure: spans 4 spans",
    ):
        assert part in words, part
    assert "<mark>on the 21st</mark>" in pages_of(small())["c/mayor-bridge.md"].body


def test_a_citation_puts_no_paraphrase_in_quotation_marks() -> None:
    words = (
        said(small(), "c/general-bridge.md").split("Cite this claim")[1].split("Show it on another site")[0]
    )
    assert "“" not in words
    assert "The bridge fell" not in words
    assert (
        "General: Claim general-bridge. (paraphrase as recorded in A bridge, Agency, published 22 May 2023)."
        in words
    )
    assert (
        "Date claimed: 21 May 2023, time not stated. In: The bridge. Record general-bridge, content" in words
    )
    quoted = said(small(), "c/mayor-bridge.md").split("Cite this claim")[1]
    assert (
        "Mayr: “The bridge stands.” (quoted in A bridge, Agency, published 22 May 2023, paragraph 2). "
        "Date claimed: 21 May 2023, time not stated. Corrected 24 May 2023." in quoted
    )
    assert "Withdrawn 25 May 2023." in said(small(), "c/withdrawn.md").split("Cite this claim")[1]
    partly = claim("a", claim="He called it “grave”.", quote=Quote(text="grave"), citations=())
    assert "“grave”. (paraphrase with quoted words, as recorded in no source)" in said(
        timeline(partly), "c/a.md"
    )
    lost = replace(timeline(claim("a", citations=(Citation(source="nowhere"),))), sources={})
    assert "(paraphrase as recorded in nowhere)" in said(lost, "c/a.md")


def test_an_answer_to_a_topic_is_the_editors_wording_and_no_quotation() -> None:
    assert "Answer: Stands" in said(small(), "c/mayor-bridge.md")
    assert "“Stands”" not in said(small(), "c/mayor-bridge.md")


def test_an_unnamed_speaker_and_an_editors_lane() -> None:
    words = said(small(), "c/unnamed.md")
    assert "Speaker not named" in words
    assert "lane chosen by the editor" in words
    assert "22 May or earlier" in words
    assert "(inferred by the editor, not counted)" in words


def test_an_inferred_answer_is_not_counted() -> None:
    words = said(small(), "t/bridge.md")
    assert "2 answers given" in words
    assert "2 claims give 2 different answers." in words
    assert "(inferred by the editor, not counted)" in words


def test_one_narrative_only() -> None:
    assert "Only one narrative answers this topic so far." in said(STATES["one lane"], "t/t.md")


def test_competing_figures_name_every_lane() -> None:
    words = said(small(), "t/bridge.md")
    assert "Figures given: spans, in spans" in words
    assert "Russian side at least 2 spans General" in words
    assert "Others No figure recorded" in words


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Figure(measure="m", value=Decimal(20), unit="drones"), "20 drones"),
        (Figure(measure="m", minimum=Decimal(10), maximum=Decimal("12.5")), "10 to 12.5"),
        (Figure(measure="m", maximum=Decimal(3)), "at most 3"),
        (Figure(measure="m"), "not given"),
    ],
)
def test_figures(figure: Figure, written: str) -> None:
    assert f"Figure: m {written} " in said(timeline(claim("a", figures=(figure,))), "c/a.md")


def test_a_withdrawn_claim_is_struck_through_with_its_reason() -> None:
    page = pages_of(small())["c/withdrawn.md"]
    assert '<s class="tl-withdrawn">Claim withdrawn.</s>' in page.body
    assert "Withdrawn 25 May 2023. Taken back." in read(page).text


def test_a_withdrawn_claim_is_counted_apart_and_marked_wherever_it_is_named() -> None:
    gone = Status(kind="withdrawn", reason="Taken back.", date="2023-05-25")
    quoted = (Citation(source="article"),)
    built = timeline(
        claim("stays", "21", "ua", about="t=x", relations={"disputes": "taken"}, citations=quoted),
        claim("taken", "21", "ru", about="t=y", status=gone, by=["liar"], citations=quoted),
        claim("other", "22", "ua", about="t=y?", status=gone, citations=quoted),
        with_date(claim("after", "22"), anchor=AnchorUse(kind="event", id="taken", text="the event `taken`")),
    )
    topic = said(built, "t/t.md")
    assert "1 claim by 1 speaker on this topic. By lane: 0 Russian, 1 Ukrainian, 0 Others." in topic
    assert "2 more claims were withdrawn and not counted. 1 claim gives one answer." in topic
    assert "1 answer given" in topic
    assert "Only one narrative answers" in topic
    assert "Claim taken. (withdrawn, not counted)" in topic
    assert "(inferred by the editor, not counted) (withdrawn)" in topic
    assert "later claim of the same lane" not in topic
    home = said(built, "index.md")
    assert "claims, 2 withdrawn 4" in home
    assert "Ukrainian side 3 claims, 1 withdrawn" in home
    assert "0 Russian · 1 Ukrainian · 0 Others · 1 withdrawn · disputed" in home
    assert "Sunday 21 May 2023 2 claims, 1 withdrawn" in home
    assert "Claim taken (withdrawn)" in said(built, "c/after.md")
    for path in (
        "c/index.md",
        "by/disputes.md",
        "p/liar.md",
        "n/ru.md",
        "s/article.md",
        "index.md",
        "c/stays.md",
    ):
        assert "Claim taken. (withdrawn)" in said(built, path), path
    assert "yes 1 (1 withdrawn)" in said(built, "n/index.md")
    assert "4 claims, 2 withdrawn" in said(built, "c/index.md")


def test_a_removed_claim_leaves_a_notice_and_nothing_else() -> None:
    event = claim(
        "a-name", "21", by=["witness"], status=Status(kind="removed", reason="safety"), claim="SECRET words"
    )
    other = claim("b", "21", relations={"disputes": "a-name"})
    other = with_date(other, anchor=AnchorUse(kind="event", id="a-name", text="the event `a-name`, SECRET"))
    built = timeline(event, other)
    pages = pages_of(replace(built, speakers={"speaker-ua": built.speakers["speaker-ua"]}))
    assert (
        "It was removed to protect somebody’s safety, and nothing of it is kept"
        in read(pages["c/a-name.md"]).text
    )
    assert not pages["c/a-name.md"].search
    for page in pages.values():
        assert "SECRET" not in page.markdown()
        without_links = re.sub(r'<a href="[./c]*/a-name/">a claim that was removed</a>', "", page.body)
        assert page.path == "c/a-name.md" or "a-name" not in without_links
    assert "A claim that was removed." in read(pages["c/b.md"]).text


def test_an_old_address_leads_to_the_new_one() -> None:
    page = pages_of(small())["c/old-bridge.md"]
    assert page.kind == "redirect"
    assert page.redirect == "../mayor-bridge/"
    assert '<a href="../mayor-bridge/" rel="canonical">' in page.body


def test_an_alias_never_takes_the_place_of_a_record() -> None:
    pages = pages_of(timeline(claim("a", aliases=("b", "old", "old")), claim("b", aliases=("old",))))
    assert pages["c/b.md"].kind == "claim"
    assert pages["c/old.md"].redirect == "../a/"


def test_names_stand_as_printed_and_identification_is_the_editors() -> None:
    words = said(small(), "p/mayor.md")
    assert words.index("Mayr") < words.index("Identified as A. Mayor . Editor’s basis: The only mayor there.")
    assert "Also (Ukrainian) Мер" in words


def test_coordinates_are_no_finer_than_their_exactness() -> None:
    words = said(small(), "l/bridge.md")
    assert "48.59512" not in words
    assert "(the locality)" in words
    assert "none recorded" in said(small(), "l/town.md")


def test_a_place_without_stated_exactness_says_so() -> None:
    built = small()
    bridge = replace(built.places["bridge"], exactness=None, part_of=None)
    assert "(exactness not stated)" in said(
        replace(built, places={**built.places, "bridge": bridge}), "l/bridge.md"
    )


def test_the_method_page_has_every_rule_and_marks_those_in_use() -> None:
    words = said(small(), "method.md")
    assert "in use on this site:" in words
    assert words.index("Rules in use on this timeline") < words.index("Rules not in use on this timeline now")
    assert "Everybody of Ukrainian side." in words


def test_lanes_in_the_projects_own_order_say_so() -> None:
    built = replace(timeline(claim("a")), settings=Settings(lanes=("ua", "ru", "other")))
    assert "Order of lanes, as set by this project" in said(built, "index.md")


def test_a_claim_without_a_source_has_a_page() -> None:
    words = said(STATES["bare"], "c/a.md")
    assert "No source recorded" in words
    assert "No source is recorded." in words


def test_dates_of_sources_are_explained() -> None:
    words = said(small(), "s/article.md")
    assert "Editor’s basis It says so." in words
    assert "Paragraph" not in words.split("Annotated excerpts")[0] or "paragraph 2" in words
    assert "1 of them has reached it through others: Agency." in words


def test_a_date_read_from_another_claim_links_to_it() -> None:
    event = with_date(
        claim("b", "21"),
        anchor=AnchorUse(kind="event", id="a", text="the event `a`, 21 May 2023"),
        limits=("not before `a`, by the editor", "not after `2023-05-30`, by the editor"),
        reading="2023-05-21",
        basis="It *must* be.",
    )
    page = pages_of(timeline(claim("a"), event))["c/b.md"]
    assert 'Read from</dt><dd>The event <a href="../a/">Claim a</a>, 21 May 2023</dd>' in page.body
    assert "<dt>Limit</dt><dd>Not after <code>2023-05-30</code>, by the editor.</dd>" in page.body
    assert "<dt>Editor’s reading</dt><dd>2023-05-21</dd>" in page.body
    assert "(editor’s reading)" in pages_of(timeline(claim("a"), event))["index.md"].body


def test_long_excerpts_are_cut_around_the_phrase() -> None:
    before, after = " ".join(["before"] * 30), " ".join(["after"] * 30)
    event = with_date(
        claim("a", citations=(Citation(source="s", excerpt=f"{before} on the 21st {after}"),)),
        phrase="On the 21st",
    )
    words = said(timeline(event), "index.md")
    assert "“…before" in words
    assert "after…”" in words
    assert words.count("before before") < 20


def test_when_said_takes_the_words_of_the_saying() -> None:
    event = with_date(claim("a", "21", said="21"), phrase="when said")
    assert "Source says “21”" in said(timeline(event), "c/a.md")
    unknown = with_date(claim("a", "?"), phrase="when said")
    assert "does not say when it was said" in said(timeline(unknown), "c/a.md")


def test_a_notation_of_dates_is_the_editors_and_no_words_of_the_source() -> None:
    def given(phrase: str, rule: str, excerpt: str | None = None) -> str:
        event = claim("a", "2023-05", citations=(Citation(source="s", excerpt=excerpt),))
        event = with_date(event, phrase=phrase, resolution=event.date.resolution._replace(rule=rule))
        return said(timeline(event), "c/a.md")

    assert "Recorded as 1916~" in given("1916~", "edtf")
    assert "Recorded as 1916-W17" in given("1916-W17", "iso-8601")
    assert "Recorded as ../2019-04-16" in given("../2019-04-16", "editor-reading")
    assert "Source says “by the 16th”" in given("by the 16th", "editor-reading")
    assert "Source says “It fell in 1916 .”" in given("1916", "edtf", "It fell in 1916.")


def test_an_uncertain_date_says_so() -> None:
    def built(written: str, edtf: str) -> Timeline:
        event = claim("a", written)
        return timeline(with_date(event, resolution=event.date.resolution._replace(edtf=edtf)))

    for path in ("index.md", "c/a.md", "c/index.md"):
        assert "May 2023, uncertain" in said(built("2023-05", "2023-05?"), path)
        assert "21 May, uncertain, time not stated" in said(built("21", "2023-05-21%"), path)
        assert "uncertain" not in said(built("21", "2023-05-21~"), path)
    assert "Result May 2023, uncertain" in said(built("2023-05", "2023-05?"), "c/a.md")


def test_a_night_bears_both_of_its_days() -> None:
    night = claim("a", "15 21-30")
    night = with_date(night, resolution=night.date.resolution._replace(part="night"))
    words = said(timeline(night), "index.md")
    assert "Monday 15 May 2023 1 claim Night 21:00–06:00" in words
    assert "Night of 15 to 16 May" in words
    assert "Result Night of 15 to 16 May 2023 (21:00–06:00)" in said(timeline(night), "c/a.md")


def test_a_stretch_of_hours_is_told_in_the_gutter() -> None:
    event = claim("a", "15 21-30")
    event = with_date(
        event, resolution=event.date.resolution._replace(precision=Precision.INTERVAL, part=None)
    )
    assert "1 claim 21:00–06:00" in said(timeline(event), "index.md")


def test_a_limit_that_a_month_sets_is_named_by_the_month() -> None:
    unstated = dating("..31").resolution._replace(precision=Precision.UNSTATED)
    built = timeline(with_date(claim("a", "?"), resolution=unstated))
    (source,) = built.sources.values()
    built = replace(built, sources={source.id: replace(source, published=dating("2023-05"))})
    assert "Date not established (May 2023 or earlier)" in said(built, "index.md")
    assert "Result Date not established. May 2023 or earlier." in said(built, "c/a.md")
    by_may = with_date(claim("a", "..31"), resolution=dating("..31").resolution._replace(edtf="../2023-05"))
    assert "May 2023 or earlier" in said(timeline(by_may), "index.md")
    assert "31 May or earlier" not in said(timeline(by_may), "index.md")
    since = with_date(claim("a", "20.."), resolution=dating("20..").resolution._replace(edtf="2023/.."))
    assert "2023 or later" in said(timeline(since), "c/a.md")
    after = with_date(claim("b", "?"), not_before=Bound(text="m", event="m"), resolution=unstated)
    assert "(31 May or earlier)" in said(timeline(after), "index.md")
    assert "(May 2023 or earlier)" in said(timeline(after, claim("m", "2023-05")), "index.md")


def test_of_a_claim_with_only_a_latest_day_nothing_more_is_said() -> None:
    built = timeline(
        claim("a", "?", "ua", said="22", about="t"),
        claim("b", "20", "ru", about="t"),
        claim("c", "22", "ru"),
        claim("d", "?", "ru", said="22"),
    )
    words = said(built, "index.md")
    assert "Monday 22 May 2023 3 claims, 2 of this day or earlier" in words
    body = pages_of(built)["index.md"].body
    assert body.count('<p class="tl-row__time"><span>22 May or earlier</span></p>') == 2
    assert (
        "No claim on this topic recorded in this row for the Russian side; 1 other claim elsewhere." in words
    )
    assert words.count("Time of day not stated") == 2


def test_said_on_another_day_is_said_on_the_claim() -> None:
    assert "said 22 May" in said(timeline(claim("a", "21", said="22")), "index.md")
    assert "said 21 May" not in said(timeline(claim("a", "21", said="21")), "index.md")


def test_references_list_every_code_and_field() -> None:
    pages = pages_of(timeline())
    assert (
        "Unknown-field" in pages["reference/codes.md"].body
        or "unknown-field" in pages["reference/codes.md"].body
    )
    for field in ("not_after", "excerpt", "said_at", "part_of"):
        assert f"<code>{field}</code>" in pages["reference/fields.md"].body


def test_words_quoted_inside_a_paraphrase_are_told_apart() -> None:
    quoting = claim("a", claim="He called it “grave”.", quote=Quote(text="grave"))
    assert "paraphrase with quoted words" in said(timeline(quoting), "c/a.md")
    whole = claim("a", claim="It is grave.", quote=Quote(text="It is grave."))
    assert "“It is grave.”" in said(timeline(whole), "index.md")
    assert "“It is grave.”" in said(
        timeline(claim("a", claim="“It is grave.”", quote=Quote(text="It is grave"))), "index.md"
    )


def test_without_an_archive_copy_the_chain_ends_at_the_source() -> None:
    words = said(timeline(claim("a")), "c/a.md")
    assert "No copy on file is recorded. Not archived." in words
    assert "Archived copy" not in words
    assert "Archived copy Saved page" in said(small(), "c/mayor-bridge.md")


def test_a_publisher_that_is_no_speaker_on_file_is_a_name() -> None:
    built = small()
    source = replace(
        built.sources["article"],
        publisher="The Bridge Post",
        held="withheld",
        url=None,
        no_url="It was handed over.",
    )
    words = said(replace(built, sources={"article": source}), "s/article.md")
    assert "Publisher The Bridge Post" in words
    assert "Address It was handed over." in words


def test_what_is_not_on_file_is_named_by_its_id_and_never_linked() -> None:
    built = timeline(claim("a", by=["nobody"], places=("nowhere",), about="nothing"))
    built = replace(built, speakers={}, places={}, topics={}, sources={})
    words = said(built, "c/a.md")
    assert "nobody" in words
    assert "nowhere" in words
    inside = replace(small().places["bridge"], part_of="nowhere")
    assert "Part of nowhere" in said(replace(small(), places={"bridge": inside}), "l/bridge.md")


def test_an_undated_claim_shows_the_limits_that_are_known() -> None:
    limited = with_date(claim("a", "..31"), phrase="unstated", limits=("no later than the source",))
    words = said(timeline(limited), "index.md")
    assert "Date not established (31 May or earlier)" in words
    assert "Limit No later than the source." in words


def test_both_limits_of_an_undated_claim_are_told() -> None:
    limited = with_date(claim("a", "20..22"), phrase="unstated")
    unstated = limited.date.resolution._replace(precision=Precision.UNSTATED)
    words = said(timeline(with_date(limited, resolution=unstated)), "index.md")
    assert "Date not established (20 May or later; 22 May or earlier)" in words
    assert (
        "Result Date not established. Saturday 20 May 2023 or later; Monday 22 May 2023 or earlier." in words
    )


def test_each_rule_is_explained_once_and_its_examples_are_folded() -> None:
    for built in (small(), timeline()):
        page = pages_of(built)["method.md"]
        for name in (*OTHERS, *(rule.name for rule in rules())):
            assert page.body.count(f'id="rule-{name}"') + page.body.count(f"{{#rule-{name}}}") == 1, name
        assert "<table" not in re.sub(r"<details.*?</details>", "", page.body, flags=re.DOTALL)
    assert "Rules in use" not in said(timeline(), "method.md")
    assert "Set with Material for MkDocs, in Source Serif and Source Sans." in said(timeline(), "method.md")


def test_a_rule_whose_explanation_is_its_title_says_it_once() -> None:
    event = claim("a")
    found = event.date.resolution._replace(
        rule="editor-reading",
        explanation="The editor's reading (rule editor-reading).",
    )
    event = replace(event, date=replace(event.date, resolution=found))
    body = pages_of(timeline(event))["c/a.md"].body
    assert "Editor’s reading</a>.</dd>" in body


def test_the_lane_of_no_side_lists_its_speakers() -> None:
    built = timeline(claim("a", lane="nobodys", by=["witness"]))
    built = replace(built, speakers={"witness": replace(built.speakers["witness"], narrative=None)})
    words = said(built, "n/no-side-given.md")
    assert "No speaker belongs to this lane" not in words
    assert "Speakers of this lane Witness" in words
    assert "No speaker belongs to this lane so far." in said(built, "n/ua.md")


def test_claims_without_a_place_in_the_document_have_a_row_too() -> None:
    built = timeline(claim("a", at="paragraph 2"), claim("b"))
    words = said(built, "s/article.md")
    assert "paragraph 2 0 1 0 no place given 0 1 0" in words
    assert "Where in the document" not in said(timeline(claim("b")), "s/article.md")


def test_without_topics_nothing_leads_to_them() -> None:
    pages = pages_of(timeline(claim("a")))
    assert "t/index.md" not in pages
    assert 'href="t/"' not in pages["index.md"].body
    assert "t/index.md" in pages_of(small())


def test_the_lane_of_no_side_is_named_in_a_sentence() -> None:
    built = timeline(claim("a", about="t"), claim("b", lane="nobodys"))
    assert "No claim on this topic recorded for speakers of no given side." in said(built, "index.md")


def test_an_empty_index_says_so_once() -> None:
    words = said(timeline(), "c/index.md")
    assert words.count("No claims yet.") == 1
    assert "No claim on file disputes another one." in said(timeline(), "by/disputes.md")


def test_addresses_on_other_sites_are_not_followed() -> None:
    for page in pages_of(small()).values():
        for tag, attrs in read(page).tags:
            if tag == "a" and str(attrs["href"]).startswith("http"):
                assert attrs["rel"] == "nofollow noopener", (page.path, attrs)


def test_an_image_is_no_link() -> None:
    body = pages_of(
        timeline(claim("a", claim="See ![i](http://example.org/i.png) and [it](https://example.org/)"))
    )["c/a.md"].body
    assert "See ![i](http://example.org/i.png) and <a " in body


def test_lanes_have_pages_even_without_a_file() -> None:
    page = pages_of(STATES["bare"])["n/no-side-given.md"]
    assert page.edit is None
    assert page.address == "n/no-side-given/"


# -- hostile text ------------------------------------------------------------------------------------------------------

HOSTILE = (
    '<script>alert(1)</script> {{ config }} {% raw %} [x](javascript:alert(1)) " onmouseover="alert(1)\' '
    "**bold** # head\n\n---\n\n&lt;b&gt; &amp;amp; <!-- --> ]]> `code` {: onclick=alert(1) } </div> \u202e\x00 \\"
)


def hostile(value: Any) -> Any:
    """Put hostile text into every field that a contributor writes, ids and spans left alone."""
    if isinstance(value, Span | AnchorUse):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        keep = {
            "id",
            "span",
            "source",
            "topic",
            "answer",
            "target",
            "narrative",
            "part_of",
            "by",
            "via",
            "places",
            "said_at",
        }
        keep |= {
            "aliases",
            "kind",
            "language",
            "resolution",
            "zone",
            "held",
            "exactness",
            "publisher",
            "time_zone",
            "rule",
        }
        changes = {
            one.name: hostile(getattr(value, one.name))
            for one in fields(value)
            if one.name not in keep and getattr(value, one.name) is not None
        }
        return replace(value, **changes)
    if isinstance(value, str) and not isinstance(value, Exception):
        return HOSTILE if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(hostile(item) for item in value)
    if isinstance(value, dict):
        return {key: hostile(item) for key, item in value.items()}
    return value


def test_hostile_text_stays_text() -> None:
    base = small()
    built = replace(
        base,
        settings=replace(base.settings, title=HOSTILE, standfirst=HOSTILE),
        **{
            registry: hostile(dict(getattr(base, registry)))
            for registry in ("events", "sources", "speakers", "places", "topics", "narratives")
        },
    )
    pages = pages_of(built)
    for page in pages.values():
        reader = read(page)
        for tag, attrs in reader.tags:
            assert_allowed(page, tag, attrs)
            assert not (attrs.get("href") or "").startswith(("javascript:", "data:"))
        assert "\u202e" not in page.markdown(), page.path
        assert "\x00" not in page.markdown()
        _, front, body = page.markdown().split("---\n", 2)
        assert json.dumps(yaml.safe_load(front))
        assert "<" not in yaml.safe_load(front)["title"]
        assert '"' not in yaml.safe_load(front)["description"]
        if not page.is_markdown:
            read_by_mkdocs = markdown.markdown(body, extensions=["toc", *MARKDOWN_EXTENSIONS])
            assert read_by_mkdocs == f"{page.body}\n\n{page.data_block}".strip()
    # and through Markdown nothing of it becomes markup on the pages that are Markdown either
    for path in ("method.md", "reference/codes.md"):
        html = markdown.markdown(pages[path].body, extensions=["toc", *MARKDOWN_EXTENSIONS])
        assert "<script" not in html
        assert not re.search(r"<[a-z][^>]*\son\w+=", html)
