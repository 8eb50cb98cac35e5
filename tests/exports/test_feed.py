"""The feed, read by a feed reader and by a strict XML reader, and compared claim by claim with the JSON."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]  # it has none
import pytest
from hypothesis import given, settings

from tests.builders import claim, dating, timeline
from tests.exports.stories import ANY_TIMELINE, document, every_story, many, real
from timeline.exports import data_files
from timeline.exports.feed import ENTRIES, NAMESPACE
from timeline.exports.recorded import recorded
from timeline.model import Change, Citation, Dating, Settings, Source, Status, Timeline
from timeline.removal import without_removed

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
OURS = f"{{{NAMESPACE}}}"


def written(whole: Timeline) -> bytes:
    return data_files(whole)["data/claims.atom"]


def read(whole: Timeline) -> Any:
    found = feedparser.parse(written(whole))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def root(whole: Timeline) -> "ET.Element":
    return ET.fromstring(written(whole))  # noqa: S314 - what we have just written


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Take JSON apart: the path and text of every value that is there."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}/{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    elif value is not None:
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        yield path, re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)


def told(element: "ET.Element", path: str = "") -> Iterator[tuple[str, str]]:
    for inner in element:
        here = f"{path}/{inner.tag.removeprefix(OURS)}"
        if len(inner):
            yield from told(inner, here)
        else:
            yield here, inner.text or ""


def check(whole: Timeline) -> None:
    records = {one["id"]: one for one in document(whole)["claims"]}
    entries = root(whole).findall(f"{ATOM}entry")
    assert len(entries) == min(ENTRIES, sum(one.get("status") != "removed" for one in records.values()))
    for entry in entries:
        (data,) = entry.findall(f"{OURS}claim")
        assert list(told(data)) == list(leaves(records[data.findtext(f"{OURS}id") or ""]))
    shown = read(whole)
    assert len(shown.entries) == len(entries)
    assert len({entry.id for entry in shown.entries}) == len(entries)
    for entry in shown.entries:
        assert entry.content[0].type == "text/plain"
        assert entry.title
    removed = {name for name, one in records.items() if one.get("status") == "removed"}
    assert len(root(whole).findall(TOMBSTONE)) == len(removed)


@every_story
def test_every_claim_comes_back(story: Any) -> None:
    check(story())


@settings(max_examples=30)
@given(ANY_TIMELINE)
def test_every_claim_of_any_timeline_comes_back(whole: Timeline) -> None:
    check(whole)


@every_story
def test_it_has_what_rfc_4287_asks_for(story: Any) -> None:
    whole = root(story())
    for element in [whole, *whole.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text
        (updated,) = element.findall(f"{ATOM}updated")
        assert datetime.fromisoformat(updated.text or "").tzinfo is not None
        assert re.match(r"https://|urn:uuid:", element.findtext(f"{ATOM}id") or "")
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
    assert len(whole.findall(f"{ATOM}author/{ATOM}name")) == 1


def days(whole: Timeline) -> dict[str, str]:
    return {
        entry.find(f"{OURS}claim").findtext(f"{OURS}id"): entry.findtext(f"{ATOM}updated")[:10]  # type: ignore[union-attr,misc,index]
        for entry in root(whole).findall(f"{ATOM}entry")
    }


def source(**dates: Any) -> Source:
    built = timeline(claim("a"))
    return replace(built.sources["article"], **dates)


RECORDED = [
    ({}, {}, None),
    ({"published": dating("20..22")}, {}, "2023-05-22"),
    ({"published": dating("20")}, {}, "2023-05-20"),
    ({"published": dating("20.."), "updated": dating("?")}, {}, None),
    ({"published": dating("20"), "updated": dating("21")}, {}, "2023-05-21"),
    ({"published": dating("20"), "updated": dating("21"), "captured": dating("22")}, {}, "2023-05-22"),
    (
        {"captured": dating("22")},
        {"history": (Change(date="2023-06-02", change="b"), Change(date="2023-06-01", change="added"))},
        "2023-06-02",
    ),
    (
        {},
        {
            "history": (Change(date="2023-06-02", change="b"),),
            "status": Status(kind="withdrawn", reason="x", date="2023-07-01"),
        },
        "2023-07-01",
    ),
]


@pytest.mark.parametrize(("dates", "fields", "day"), RECORDED)
def test_the_day_of_a_change_is_what_the_content_tells(
    dates: dict[str, Dating], fields: dict[str, Any], day: str | None
) -> None:
    event = replace(claim("a"), **fields)
    whole = replace(timeline(event), sources={"article": source(**dates)})
    found = recorded(event, whole)
    assert (found and found.isoformat()) == day
    assert days(whole) == {"a": day or "1970-01-01"}


def test_a_source_that_is_not_on_file_dates_nothing() -> None:
    event = replace(claim("a"), citations=(Citation(source="lost"),))
    assert recorded(event, replace(timeline(event), sources={})) is None


def test_the_latest_come_first_and_dates_follow_the_content_alone() -> None:
    shown = list(days(many()).items())
    assert [day for _, day in shown] == sorted((day for _, day in shown), reverse=True)
    assert len(shown) == ENTRIES
    assert read(many()).feed.updated == shown[0][1] + "T00:00:00Z" or read(many()).feed.updated > shown[0][1]


def test_a_removed_claim_is_a_tombstone() -> None:
    gone = replace(
        claim("b", title="secret"), status=Status(kind="removed", reason="safety", date="2023-07-01")
    )
    settings = Settings(title="A", site_url="https://example.org/a")
    whole = without_removed(timeline(claim("a"), gone, settings=settings))
    (tombstone,) = root(whole).findall(TOMBSTONE)
    assert tombstone.attrib == {"ref": "https://example.org/a/c/b/", "when": "2023-07-01T00:00:00Z"}
    assert b"secret" not in written(whole)
    before = timeline(claim("a"), claim("b"), settings=settings)
    assert tombstone.get("ref") in {entry.id for entry in read(before).entries}


def test_links_are_full_where_the_address_of_the_site_is_known() -> None:
    there = timeline(claim("a"), settings=Settings(title="A", site_url="https://example.org/a"))
    assert read(there).entries[0].link == "https://example.org/a/c/a/"
    assert {link.rel: link.href for link in read(there).feed.links} == {
        "alternate": "https://example.org/a/",
        "self": "https://example.org/a/data/claims.atom",
    }
    assert read(timeline(claim("a"))).entries[0].link == "../c/a/"


def test_it_says_what_it_is() -> None:
    whole = real()
    feed = root(whole)
    assert feed.findtext(f"{OURS}content_sha256") == whole.content_sha256
    assert feed.findtext(f"{OURS}licence") == "CC-BY-4.0"
    assert feed.findtext(f"{OURS}schema_version") == "1.1"
    assert whole.content_sha256[:12] in (feed.findtext(f"{ATOM}rights") or "")
    assert "No licence" in read(timeline()).feed.rights
