"""The page "Add a claim" as it is written: what it offers, where it leads, and the file to fill in by hand."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.fixtures import small
from timeline.align import align
from timeline.citing import CitationShape
from timeline.contribute.order import arranged
from timeline.contribute.writing import plain_data
from timeline.fields import EVENT_FIELDS
from timeline.model import Timeline
from timeline.pages import Page
from timeline.pages.add import add_page, questions, template_file
from timeline.pages.here import ADD, Here
from timeline.pages.new_file import LONGEST, new_file_page
from timeline.resources import asset_files
from timeline.schema import read_records
from timeline.source import read_document
from timeline.wording import wording_for


def page_of(timeline: Timeline) -> Page:
    """Make this page alone."""
    return add_page(Here(align(timeline), timeline, ADD))


def with_settings(**changes: str | None) -> Page:
    timeline = small()
    return page_of(replace(timeline, settings=replace(timeline.settings, **changes)))  # type: ignore[arg-type]


class Attributes(HTMLParser):
    """Collects the attributes of every element, by its tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.mark.parametrize(
    ("edit_url", "address", "takes_text"),
    [
        (
            "https://github.com/o/n/edit/main/",
            "https://github.com/o/n/new/main?filename=content%2Fevents%2Fa.yml&value=claim%3A%20%23%26%0A",
            True,
        ),
        (
            "https://github.com/o/n/edit/main/war/data",
            "https://github.com/o/n/new/main/war/data?filename=content%2Fevents%2Fa.yml&value=claim%3A%20%23%26%0A",
            True,
        ),
        (
            "https://gitlab.com/g/sub/n/-/edit/main/",
            "https://gitlab.com/g/sub/n/-/new/main?file_name=content%2Fevents%2Fa.yml",
            False,
        ),
        (
            "https://codeberg.org/o/n/_edit/main/",
            "https://codeberg.org/o/n/_new/main?filename=content%2Fevents%2Fa.yml&value=claim%3A%20%23%26%0A",
            True,
        ),
    ],
)
def test_the_new_file_page_of_each_host(edit_url: str, address: str, takes_text: bool) -> None:  # noqa: FBT001 - a column of the table
    page = new_file_page(edit_url)
    assert page is not None
    assert page.begun("content/events/a.yml", "claim: #&\n") == address
    assert (page.text_key is not None) == takes_text


@pytest.mark.parametrize(
    "edit_url",
    [
        None,
        "",
        "http://github.com/o/n/edit/main/",
        "javascript:alert(1)//edit/main/",
        "https://user@github.com/o/n/edit/main/",
        "https://127.0.0.1/o/n/edit/main/",
        "https://github.com/o/n/edit/main/?x=1",
        "https://github.com/o/n/edit/main/#x",
        "https://bitbucket.org/o/n/src/main/",
        "https://github.com/o/n/edit/",
        "https://github.com/o/n/edit/main/\n",
    ],
)
def test_other_addresses_lead_nowhere(edit_url: str | None) -> None:
    assert new_file_page(edit_url) is None


def test_a_long_text_does_not_go_along() -> None:
    page = new_file_page("https://github.com/o/n/edit/main/")
    assert page is not None
    room = LONGEST - len(page.begun("a.yml", ""))
    assert len(page.begun("a.yml", "x" * room)) == LONGEST
    assert page.begun("a.yml", "x" * (room + 1)) == "https://github.com/o/n/new/main?filename=a.yml"


def test_every_question_has_the_help_of_the_table_of_fields() -> None:
    tables = {one.name: one for one in EVENT_FIELDS} | {
        f"source.{one.name}": one for one in CitationShape.mapping.fields
    }
    asked = list(questions(wording_for("en")))
    assert len(asked) >= 19
    for question in asked:
        assert tables[question.path].help.startswith(question.help), question.path
    required = {one.name for one in EVENT_FIELDS if one.required} - {"source"}
    assert required <= {question.path for question in asked if question.required}


def test_known_records_are_offered_with_their_ids_and_removed_claims_are_not() -> None:
    page = page_of(small())
    options = [one for one in Attributes(page.body).of("option") if "data-id" in one]
    offered = {one["data-id"]: one for one in options}
    assert offered["article"]["data-url"] == "https://example.org/bridge"
    assert offered["mayor"] == {"value": "Mayr", "data-id": "mayor", "data-lane": "ua"}
    assert "bridge" in offered
    assert "general-bridge" in offered
    assert "gone" not in page.body


def test_old_ids_are_known_as_taken() -> None:
    timeline = small()
    old = replace(timeline.events["mayor-bridge"], aliases=("mayor-first", "mayor-again"))
    (form,) = Attributes(page_of(replace(timeline, events={"mayor-bridge": old})).body).of("form")
    assert form["data-taken"] == "mayor-again mayor-first"


def test_what_contributors_wrote_is_escaped() -> None:
    timeline = small()
    mayor = replace(timeline.speakers["mayor"], name='A "><script>alert(1)</script>', role="<b>\n\nx")
    page = page_of(replace(timeline, speakers={**timeline.speakers, "mayor": mayor}))
    assert "<script" not in page.body
    assert "\n\n" not in page.body
    values = [one["value"] for one in Attributes(page.body).of("option") if one.get("data-id") == "mayor"]
    assert values == ['A "><script>alert(1)</script>']


def test_records_of_the_same_name_are_told_apart() -> None:
    timeline = small()
    other = replace(timeline.speakers["mayor"], id="other-mayor")
    page = page_of(replace(timeline, speakers={**timeline.speakers, "other-mayor": other}))
    values = {one["value"] for one in Attributes(page.body).of("option")}
    assert {"Mayr (mayor)", "Mayr (other-mayor)"} <= values


def test_the_page_has_no_script_of_its_own_and_sends_no_form() -> None:
    attributes = Attributes(page_of(small()).body)
    assert attributes.of("script") == []
    (form,) = attributes.of("form")
    assert "hidden" in form
    assert "action" not in form
    named = [
        one["name"] for tag in ("input", "textarea", "select") for one in attributes.of(tag) if "name" in one
    ]
    assert set(named) == {"add-which"}, "what is typed has no name, so a browser could not send it"


def test_every_control_has_a_label() -> None:
    attributes = Attributes(page_of(small()).body)
    labelled = {one["for"] for one in attributes.of("label") if "for" in one}
    controls = [one for tag in ("input", "textarea", "select") for one in attributes.of(tag)]
    assert len(controls) >= 20
    assert {one["id"] for one in controls if one.get("type") != "radio"} <= labelled


def test_the_file_by_hand_can_be_opened_at_the_host() -> None:
    page = with_settings(edit_url="https://github.com/o/n/edit/main/", site_url="https://example.org/x/")
    (link,) = (one["href"] for one in Attributes(page.body).of("a") if "value=" in one["href"])
    query = parse_qs(urlsplit(link).query)
    assert query["value"] == [
        template_file(wording_for("en"), "https://example.org/x/data/schema/events.json")
    ]
    assert query["filename"] == ["content/events/NAME-OF-THE-CLAIM.yml"]


def test_without_a_host_the_file_goes_to_the_contact() -> None:
    page = with_settings(edit_url=None, contact="desk@example.org")
    assert "mailto:desk@example.org" in page.body
    assert "add-open" not in page.body
    alone = with_settings(edit_url=None, contact=None)
    assert "whoever keeps this timeline" in alone.body


def test_a_host_that_takes_no_text_is_not_said_to() -> None:
    page = with_settings(edit_url="https://gitlab.com/o/n/-/edit/main/")
    assert "and paste the text there" in page.body
    assert "which your browser may remember" not in page.body


def test_the_file_by_hand_is_read_once_it_is_filled_in() -> None:
    text = template_file(wording_for("en"), "https://example.org/schema.json")
    assert all(len(line) <= 100 for line in text.splitlines())
    for name, value in {
        "date": "on Monday",
        "place": "Bridge",
        "claim": "It fell.",
        "  id": "A bridge",
    }.items():
        text, count = re.subn(rf"^{name}:$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert count == 1, name
    used = re.sub(
        r"^( *)# (title|said|kind|by|via|locator|excerpt|note): ", r"\1\2: ", text, flags=re.MULTILINE
    )
    for one, fields in ((text, 4), (used, 10)):
        document, found = read_document("content/events/x.yml", one.encode())
        assert found == ()
        assert document.root is not None
        data = plain_data(document.root)
        assert isinstance(data, dict)
        assert len(data) == fields
        assert list(arranged("events", data)) == list(data), "fields stand in the order of files"
        assert read_records([document])[1] == ()


def test_its_scripts_are_light() -> None:
    scripts = [asset_files()[f"assets/timeline/js/{name}.js"] for name in ("add", "naming", "writing")]
    assert len(gzip.compress(b"".join(scripts))) < 10 * 1024


def test_it_stays_light_with_a_thousand_claims() -> None:
    timeline = small()
    one = timeline.events["mayor-bridge"]
    claim = (
        "The bridge over the river was closed to lorries on Sunday morning, and nobody was told why it was."
    )
    many = {
        f"mayor-says-that-the-bridge-was-closed-{number}": replace(
            one,
            id=f"mayor-says-that-the-bridge-was-closed-{number}",
            claim=f"{number}. {claim}",
            relations=(),
        )
        for number in range(1_000)
    }
    page = page_of(replace(timeline, events=many))
    assert page.body.count("<option") > 1_000
    assert len(page.body.encode()) < 400_000
