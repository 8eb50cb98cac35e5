"""The form "Add a claim" in a real browser, on the site of a small project: filled in, checked, opened, copied."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Scheme, Visit, Visitor, served
from tests.browser.test_accessible import AXE, RUN
from tests.browser.test_policy import LISTEN, violations
from tests.small_project import PROJECT, timeline, write_project
from timeline.contribute.naming import LETTERS, claim_id, latin_words
from timeline.contribute.order import arranged
from timeline.contribute.writing import as_text, plain_data, yaml_text
from timeline.source import read_document

CASES = Path(__file__).parents[1] / "contribute"
SCHEMA = "https://example.org/bridge/data/schema/events.json"
GITHUB = "https://github.com/someone/bridge"

HOSTILE = {
    "quotes": "“So” he said: \"it's 'over'\", and \\n left",
    "colons and signs": "Report: fire #1 - & * ! | > % @ ` {a: b} [c]",
    "a document's end": "--- ... ---",
    "lines": "First line\n\n  second: line\n--- third\n# fourth",
    "emoji": "Boats 🚤 and a family 👨‍👩‍👧 of é and e\u0301",
    "Hebrew": "הגשר נפל, said the mayor (שלום)",
    "markup": "</script><script>alert(1)</script> <b>&amp; {{ x }} {% y %}",
    "a number": "12:30",
    "a truth": "No",
    "very long": "Nobody knows how it began, and everybody says so. " * 70,
    "one long word": "X" * 3_900,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = PROJECT["timeline.yml"].replace("https://code.example.org/", f"{GITHUB}/")
    return write_project(tmp_path_factory.mktemp("add") / "project", {"timeline.yml": settings})


@pytest.fixture(scope="module")
def site(project: Path) -> Iterator[str]:
    built = timeline(project, "build")
    assert built.returncode == 0, built.stderr
    with served(project / "site") as address:
        yield address


@pytest.fixture(scope="module")
def kept(kept: Visit) -> Visit:
    """Have every page of the window of this file listen."""
    kept.page.add_init_script(LISTEN)
    return kept


@pytest.fixture
def form(look: Visit) -> Iterator[Page]:
    """Return the page with the form, and look afterwards at what it did besides."""
    yield look.go("add/")
    assert violations(look.page) == []
    assert look.complaints == []


def opened(window: Visit) -> Page:
    window.page.add_init_script(LISTEN)
    return window.go("add/")


def fill(page: Page, **answers: str) -> None:
    """Answer the four fields that every claim has, and others by the id of their control."""
    usual = {
        "source_id": "Gazette",
        "claim": "The bridge is closed.",
        "date": "on the 21st",
        "place": "The bridge",
    }
    for name, value in {**usual, **answers}.items():
        page.locator(f"#add-{name.replace('_', '-')}").fill(value)


def written(page: Page) -> tuple[str, str]:
    """Have the file written, and return its path and text."""
    page.get_by_role("button", name="Write the file").click()
    assert page.locator("#add-written").is_visible(), page.locator("#add-faults").inner_text()
    return page.locator("#add-path").inner_text(), page.locator("#add-text").text_content() or ""


def data_of(text: str) -> dict[str, Any]:
    document, found = read_document("content/events/x.yml", text.encode())
    assert document.root is not None, found
    data = plain_data(document.root)
    assert isinstance(data, dict)
    return data


def test_what_the_scripts_write_is_what_python_writes(form: Page) -> None:
    cases = json.loads((CASES / "yaml_cases.json").read_text("utf-8"))
    made = form.evaluate(
        """async cases => {
            const {yamlText} = await import("../assets/timeline/js/writing.js");
            return cases.map(one => yamlText(one.data, one.schema));
        }""",
        cases,
    )
    assert len(made) >= 80
    assert made == [one["text"] for one in cases]


def test_the_scripts_make_the_ids_that_python_makes(form: Page) -> None:
    cases = json.loads((CASES / "id_cases.json").read_text("utf-8"))
    words = ["".join(map(chr, LETTERS)), "".join(map(chr, range(0x20, 0x530))), *HOSTILE.values()]
    ids, latin, claims = form.evaluate(
        """async ([cases, words]) => {
            const {claimId, idFrom, latinWords} = await import("../assets/timeline/js/naming.js");
            return [
                cases.map(one => idFrom(one.text, new Set(one.taken))),
                words.map(latinWords),
                words.map(one => claimId("mayor", one, new Set(["mayor-12-30"]))),
            ];
        }""",
        [cases, words],
    )
    assert ids == [one["id"] for one in cases]
    assert latin == [latin_words(one) for one in words]
    assert claims == [claim_id("mayor", one, {"mayor-12-30"}) for one in words]


def test_a_claim_by_keyboard_alone_passes_the_check(form: Page, project: Path, tmp_path: Path) -> None:
    """A contributor without a mouse answers question after question."""

    def to(control: str) -> None:
        for _ in range(60):
            if form.evaluate("document.activeElement.id") == control:
                return
            form.keyboard.press("Tab")
        raise AssertionError(f"{control} cannot be reached")

    def answer(control: str, text: str) -> None:
        to(control)
        form.keyboard.insert_text(text)

    to("add-which-known")
    answer("add-source-id", "gazette")
    answer("add-source-locator", "paragraph 2")
    answer("add-source-excerpt", "The mayor said on Saturday: nobody crosses.")
    answer("add-claim", "Nobody crosses the bridge.")
    to("add-kind")
    form.keyboard.press("ArrowDown")
    answer("add-by", "Mayor")
    answer("add-via", "Radio 5")
    answer("add-date", "when said")
    answer("add-said", "on Saturday")
    answer("add-place", "the bridge")
    answer("add-topic", "Is the bridge open?")
    to("add-answer")
    form.keyboard.press("ArrowDown")
    form.keyboard.press("ArrowDown")
    to("add-relation")
    form.keyboard.press("ArrowDown")
    to("add-other")
    form.keyboard.insert_text(
        form.locator("#known-claims option[data-id=bridge-stands]").get_attribute("value") or ""
    )
    answer("add-title", "Mayor: nobody crosses")
    answer("add-tags", "bridges")
    answer("add-note", "Heard twice.")
    for _ in range(3):
        form.keyboard.press("Tab")
        if form.evaluate("document.activeElement.type") == "submit":
            break
    form.keyboard.press("Enter")
    assert form.evaluate("document.activeElement.id") == "add-written-title"
    path = form.locator("#add-path").inner_text()
    text = form.locator("#add-text").text_content() or ""
    assert path == "content/events/mayor-nobody-crosses.yml"
    assert text == (
        f"# yaml-language-server: $schema={SCHEMA}\n"
        'title: "Mayor: nobody crosses"\n'
        "date: when said\n"
        "said: on Saturday\n"
        "place: bridge\n"
        "claim: Nobody crosses the bridge.\n"
        "kind: state\n"
        "by: mayor\n"
        "via: Radio 5\n"
        "about:\n"
        "  bridge-open:\n"
        "    answer: closed\n"
        "    basis: stated\n"
        "relations:\n"
        "  - disputes: bridge-stands\n"
        "source:\n"
        "  id: gazette\n"
        "  locator: paragraph 2\n"
        '  excerpt: "The mayor said on Saturday: nobody crosses."\n'
        "tags: bridges\n"
        "note: Heard twice.\n"
    )
    assert not form.locator("#add-remarks").is_visible()
    assert findings(project, tmp_path, path, text) == []


def test_a_new_source_is_described_in_the_claim(form: Page, project: Path, tmp_path: Path) -> None:
    form.get_by_label("is new").check()
    assert not form.locator("#add-source-id").is_visible()
    answers = {
        "title": "Harbour Courier: a report",
        "url": "https://courier.example.org/a?b=c#d",
        "published": "2023-05-23",
        "publisher": "Harbour Courier",
        "language": "en",
        "archive-url": "https://archive.example.org/courier",
        "locator": "page 1",
        "excerpt": "Closed since Sunday, said the mayor.",
    }
    for name, value in answers.items():
        form.locator(f"#add-source-{name}").fill(value)
    for name, value in {
        "claim": "It is closed.",
        "date": "Sunday",
        "place": "unstated",
        "by": "MAYOR",
    }.items():
        form.locator(f"#add-{name}").fill(value)
    path, text = written(form)
    data = data_of(text)
    assert path == "content/events/mayor-it-is-closed.yml"
    assert data["by"] == "mayor"
    assert data["source"] == {name.replace("-", "_"): value for name, value in answers.items()}
    assert yaml_text(arranged("events", data), schema=SCHEMA) == text, "fields stand in the order of files"
    assert findings(project, tmp_path, path, text) == []


def findings(project: Path, folder: Path, path: str, text: str) -> list[str]:
    """Put a file into a copy of the project, and return what `check` says about it."""
    settings = (project / "timeline.yml").read_text("utf-8")
    copy = write_project(folder / "checked", {"timeline.yml": settings, path: text})
    checked = timeline(copy, "check", "--format", "json")
    found = [one for one in json.loads(checked.stdout) if one["path"] == path]
    return [f"{one['code']} {one['message']}" for one in found]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_comes_through_exactly(form: Page, name: str) -> None:
    words = HOSTILE[name]
    line = " ".join(words.split())[:200]
    excerpt = words[:1_900]
    fill(
        form,
        claim=words,
        source_excerpt=excerpt,
        title=line,
        by=line,
        tags=line,
        note=words,
        source_locator=line,
    )
    path, text = written(form)
    data = data_of(text)
    said = {key: data[key] for key in ("claim", "note", "title", "by", "tags")}
    long, short = (unicodedata.normalize("NFC", one).strip() for one in (words, line))
    assert said == {"claim": long, "note": long, "title": short, "by": short, "tags": short}
    assert data["source"] == {
        "id": "gazette",
        "locator": short,
        "excerpt": unicodedata.normalize("NFC", excerpt).strip(),
    }
    assert text == yaml_text(data, schema=SCHEMA)
    assert as_text(data) == data
    assert re.fullmatch(r"content/events/[a-z0-9-]+\.yml", path)
    address = form.locator("#add-open").get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert query["filename"] == [path]
    assert len(address) <= 8_000
    if "value" in query:
        assert query["value"] == [text]
    else:
        assert name in {"very long", "one long word"}
        assert form.locator("#add-too-long").is_visible()


def test_the_address_leads_to_the_new_file_page_of_the_host(form: Page) -> None:
    fill(form)
    path, text = written(form)
    link = form.get_by_role("link", name="Open it on github.com")
    parts = urlsplit(link.get_attribute("href") or "")
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{GITHUB}/new/main"
    assert parse_qs(parts.query) == {"filename": [path], "value": [text]}
    assert "noopener" in (link.get_attribute("rel") or "")
    assert link.get_attribute("target") == "_blank"


def test_the_file_can_be_copied_and_downloaded(visit: Visitor, tmp_path: Path) -> None:
    window = visit()
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(window)
    fill(page, claim=HOSTILE["lines"], note=HOSTILE["Hebrew"])
    path, text = written(page)
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == Path(path).name
    download.value.save_as(tmp_path / "file.yml")
    assert (tmp_path / "file.yml").read_bytes() == text.encode()
    assert violations(page) == []
    assert window.complaints == []


def test_where_the_host_takes_no_text_it_is_copied_on_the_way(visit: Visitor) -> None:
    window = visit()
    context = window.page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.route("https://github.com/**", lambda route: route.fulfill(body="the host"))
    page = opened(window)
    fill(page, claim=HOSTILE["very long"], note=HOSTILE["very long"])
    _, text = written(page)
    with context.expect_page() as other:
        page.get_by_role("link", name="Open it").click()
    assert parse_qs(urlsplit(other.value.url).query).keys() == {"filename"}
    assert other.value.evaluate("window.opener") is None
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_without_leave_to_copy_the_text_is_selected(form: Page) -> None:
    fill(form)
    _, text = written(form)
    form.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    form.get_by_role("button", name="Copy").click()
    form.get_by_text("copy it yourself").wait_for()
    assert (form.evaluate("String(getSelection())") or "").strip() == text.strip()


def test_nothing_is_asked_for_or_stored_while_it_is_filled_in(visit: Visitor) -> None:
    window = visit()
    page = opened(window)
    stored = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    before = page.evaluate(stored)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page, note="a secret word", by="Mayor", topic="Is the bridge open?")
    written(page)
    page.wait_for_timeout(200)
    # the browser asks for the page's icon whenever it likes, and once
    assert [url for url in asked if not url.startswith("blob:") and not url.endswith("/favicon.svg")] == []
    assert page.evaluate(stored) == before
    assert "secret" not in before
    assert page.context.cookies() == []
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert "secret" not in page.url
    assert window.complaints == []


def test_what_is_missing_is_said_in_words_at_its_place_and_in_a_summary(form: Page) -> None:
    form.get_by_role("button", name="Write the file").click()
    summary = form.get_by_role("alert")
    assert form.evaluate("document.activeElement.id") == "add-faults"
    assert "4 answers are needed" in summary.inner_text()
    assert not form.locator("#add-written").is_visible()
    for name in ("source-id", "claim", "date", "place"):
        control = form.locator(f"#add-{name}")
        assert control.get_attribute("aria-invalid") == "true"
        assert f"add-{name}-fault" in (control.get_attribute("aria-describedby") or "").split()
        assert form.locator(f"#add-{name}-fault").is_visible()
    summary.get_by_role("link", name=re.compile("^Date:")).press("Enter")
    assert form.evaluate("document.activeElement.id") == "add-date"
    fill(form)
    written(form)
    assert form.locator("[aria-invalid]").count() == 0
    assert not summary.is_visible()


@pytest.mark.parametrize(
    ("control", "answer", "words"),
    [
        ("source_id", "No such paper", "No source on file"),
        ("place", "atlantis", "looks like an id"),
        ("by", "nobody-known", "looks like an id"),
        ("date", "on the " * 40, "200 are allowed"),
        ("claim", "It fell\u202eflow", "U+202E"),
        ("claim", "x" * 4_001, "4001 characters"),
        ("topic", "some-topic", "looks like an id"),
    ],
)
def test_what_the_check_would_refuse_is_refused_here(
    form: Page, control: str, answer: str, words: str
) -> None:
    fill(form, **{control: answer})
    form.get_by_role("button", name="Write the file").click()
    assert words in form.locator(f"#add-{control.replace('_', '-')}-fault").inner_text()
    assert not form.locator("#add-written").is_visible()


def test_speakers_of_two_lanes_need_a_lane(form: Page) -> None:
    fill(form, by="Mayor")
    form.get_by_role("button", name="Add another speaker").click()
    assert form.evaluate("document.activeElement.id") == "add-by-2"
    form.keyboard.insert_text("Harbour master")
    form.get_by_role("button", name="Write the file").click()
    assert "different lanes" in form.locator("#add-narrative-fault").inner_text()
    form.locator("#add-narrative").select_option("town")
    data = data_of(written(form)[1])
    assert data["by"] == ["mayor", "harbour-master"]
    assert data["narrative"] == "town"


def test_several_topics_and_answers_are_written_as_new_writes_them(form: Page) -> None:
    fill(form, topic="Is the bridge open?")
    form.locator("#add-answer").select_option("open")
    form.get_by_role("button", name="Add another topic").click()
    form.locator("#add-topic-2").fill("Who paid for it?")
    assert not form.locator("#add-answer-2").is_visible()
    data = data_of(written(form)[1])
    assert data["about"] == [{"bridge-open": {"answer": "open", "basis": "stated"}}, "Who paid for it?"]


def test_an_answer_that_changes_takes_the_old_file_away(form: Page) -> None:
    fill(form)
    written(form)
    form.locator("#add-claim").fill("Something else.")
    assert not form.locator("#add-written").is_visible()
    assert "claim: Something else.\n" in written(form)[1]


def test_the_name_of_the_file_is_one_that_nobody_has(form: Page) -> None:
    fill(form, by="", claim="Bridge fell")
    assert written(form)[0] == "content/events/bridge-fell-2.yml"


def test_the_check_s_remarks_are_foreseen(form: Page) -> None:
    fill(form, source_excerpt="word " * 61)
    assert "61 of at most 60 words" in form.locator("#add-source-excerpt-note").inner_text()
    written(form)
    assert "The excerpt has 61 words" in form.locator("#add-remarks").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_empty_wrong_or_written(visit: Visitor, scheme: Scheme, width: int) -> None:
    page = opened(visit(width, scheme))
    page.evaluate(AXE.read_text(encoding="utf-8"))  # past the policy of the page
    assert page.evaluate(RUN) == []
    page.get_by_role("button", name="Write the file").click()
    page.get_by_role("button", name="Add another topic").click()
    assert page.evaluate(RUN) == []
    fill(page, topic="Is the bridge open?", source_excerpt="word " * 61)
    page.locator("#add-relation").select_option("disputes")
    page.locator("#add-other").fill("x")
    page.locator("#add-relation").select_option("")
    page.get_by_label("is new").check()
    assert page.evaluate(RUN) == []
    page.get_by_label("is on file here").check()
    written(page)
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_is_wider_than_its_window(visit: Visitor, width: int) -> None:
    page = opened(visit(width))
    fill(page, claim="x" * 300, by="Y" * 200)
    written(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_same_questions_are_a_file_to_fill_in(visit: Visitor) -> None:
    page = visit(scripts=False).go("add/")
    assert page.get_by_text("The form needs JavaScript").is_visible()
    assert not page.locator("#add-form").is_visible()
    page.get_by_text("Show the file").click()
    blank = page.get_by_role("region", name="An empty file").inner_text()
    assert page.get_by_role("region", name="An empty file").is_visible()
    link = page.get_by_role("link", name="Begin the file on github.com").get_attribute("href") or ""
    query = parse_qs(urlsplit(link).query)
    assert query["value"][0].strip() == blank.strip()


def test_every_page_of_a_claim_and_the_home_page_lead_here(visit: Visitor) -> None:
    window = visit()
    for address in ("", "c/bridge-fell/"):
        window.go(address).get_by_role("link", name="Add a claim").click()
        assert window.page.url == f"{window.site}add/"


def test_a_timeline_with_nothing_on_file_gets_its_first_claim(visit: Visitor, tmp_path: Path) -> None:
    settings = {"timeline.yml": "title: New\n"}
    gone = {path: None for path in PROJECT if path.startswith(("content/", "docs/"))}
    empty = write_project(tmp_path / "empty", {**gone, **settings})
    assert timeline(empty, "build").returncode == 0
    with served(empty / "site") as address:
        window = visit()
        window.site = address
        window.page.goto(address)
        window.page.get_by_role("link", name="Add the first one.").click()
        page = window.page
        page.locator("#add-form").wait_for()
        assert page.get_by_label("is new").is_checked()
        for name, value in {
            "source-title": "Leaflet",
            "source-no-url": "Printed.",
            "source-published": "2023-05-22",
        }.items():
            page.locator(f"#add-{name}").fill(value)
        for name, value in {
            "claim": "It rains.",
            "date": "today",
            "place": "unstated",
            "source-excerpt": "Rain today.",
        }.items():
            page.locator(f"#add-{name}").fill(value)
        path, text = written(page)
        assert not page.locator("#add-open").count()
    checked = timeline(write_project(tmp_path / "empty", {path: text, **gone, **settings}), "check")
    assert checked.returncode == 0, checked.stdout
    assert path not in checked.stdout
