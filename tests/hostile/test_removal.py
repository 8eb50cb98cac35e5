"""A frightened witness can be removed tonight: no byte of the site, and no answer of a command, has the words any more.

A claim is written with words of its own in every field, and so are a source, speakers, places and a topic that only it
uses. Other claims dispute it, are dated by it, and are limited by it. Then it is removed, its file first left as it was
and then emptied, as the docs say that it should be.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from tests.hostile.planting import OTHER, plain_records, record, written
from tests.small_project import files_of, timeline
from timeline.fields import RECORDS

pytestmark = pytest.mark.slow

SECRET = re.compile(rb"zebra", re.IGNORECASE)
"""In every word and id that must be gone; nothing else in the site has it."""

ONLY_ITS_OWN = ("sources", "speakers", "places", "topics")
CLAIM = "what-was-seen"


def words(where: str) -> str:
    return f"Zebra {where.replace('.', ' ')} *zebra*"


def claim() -> dict[str, object]:
    fields = record(RECORDS["events"], words, "events")
    fields["date"] = {"phrase": "17 March 2019", "basis": words("date basis")}
    fields["said"] = {"phrase": "18 March 2019", "basis": words("said basis")}
    fields["source"] = [
        {"id": "zebra-sources", "locator": words("locator"), "excerpt": words("excerpt")},
        *fields["source"],
    ]
    fields["by"] = ["zebra-speakers", *fields["by"]]
    fields["place"] = ["zebra-places", *fields["place"]]
    fields["about"] = [*fields["about"], {"zebra-topics": "zebra-answer"}]
    fields["aliases"] = ["what-was-seen-first"]
    fields["status"] = {"kind": "removed", "reason": "safety", "date": "2023-06-01"}
    return fields


def project_files() -> dict[str, str]:
    own = {
        folder: record(tuple(field for field in RECORDS[folder] if field.name != "no_url"), words, folder)
        for folder in ONLY_ITS_OWN
    }
    own["topics"]["answers"] = {"zebra-answer": words("answer")}
    own["sources"] |= {
        "url": "https://zebra.example.org/zebra",
        "archive_url": "https://archive.example.org/zebra",
        "file": "zebra.txt",
        "publisher": "zebra-publisher",
        "published": "2019-04-19",
    }
    own["places"]["part_of"] = "zebra-around"
    for folder, fields in own.items():
        fields["aliases"] = [f"zebra-old-{folder}"]
    other = plain_records()[f"content/events/{OTHER}.yml"]
    return {
        "timeline.yml": "title: A removal\nsite_url: https://example.org/removal\n"
        "edit_url: https://code.example.org/edit/main/\n",
        "mkdocs.yml": "site_name: Timeline\ntheme: material\nplugins: [search, timeline]\n",
        "docs/about.md": "# About\n\nWritten by hand.\n",
        **plain_records(),
        **{f"content/{folder}/zebra-{folder}.yml": written(fields) for folder, fields in own.items()},
        "content/speakers/zebra-publisher.yml": "name: Zebra press\n",
        "content/places/zebra-around.yml": "name: Zebra country\n",
        f"content/events/{CLAIM}.yml": written(claim()),
        f"content/events/{OTHER}.yml": other + f"relations: [{{disputes: {CLAIM}}}]\n",
        "content/events/clarified.yml": other
        + f"relations: [{{clarifies: {CLAIM}}}, {{retracts: what-was-seen-first}}]\n",
        "content/events/dated-by-it.yml": other.replace(
            "date: on the 21st", f"date: {{phrase: two days later, anchor: {CLAIM}}}"
        ),
        "content/events/limited-by-it.yml": other.replace(
            "date: on the 21st", f"date: {{phrase: unstated, not_before: {CLAIM}, basis: It came after.}}"
        ),
    }


def emptied() -> dict[str, str]:
    """The same project, with nothing left in the file of the removed claim, and the files that it alone used still there."""
    kept = {name: claim()[name] for name in ("status", "aliases")}
    return {**project_files(), f"content/events/{CLAIM}.yml": written(kept)}


@pytest.fixture(scope="module", params=[project_files, emptied], ids=["left as it was", "emptied"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("removal")
    for path, text in request.param().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    done = timeline(folder, "build", "--site-dir", str(folder / "site"))
    assert done.returncode == 0, done.stderr
    assert not SECRET.search(done.stdout.encode())
    return folder


def test_no_byte_of_the_site_has_its_words_or_names(project: Path) -> None:
    leaks = {}
    for path, content in files_of(project / "site").items():
        whole = gzip.decompress(content) if path.endswith(".gz") else content
        if found := SECRET.search(whole):
            leaks[path] = whole[max(0, found.start() - 150) : found.end() + 100]
        assert not SECRET.search(path.encode()), path
    assert leaks == {}


def test_what_the_claim_alone_dated_is_not_told(project: Path) -> None:
    """Its own day is as much as its words, and so is what can be counted from it: 19 March is two days later."""
    for path, content in files_of(project / "site").items():
        if path.endswith((".html", ".json", ".xml", ".csv", ".geojson", ".ics", ".atom")):
            assert not re.search(rb"(?:1[7-9]|20) March 2019|2019-03-(?:1[7-9]|20)", content), path


def test_the_tree_of_markdown_has_none_of_it_either(project: Path, tmp_path: Path) -> None:
    done = timeline(project, "emit", str(tmp_path / "tree"))
    assert done.returncode == 0, done.stderr
    for path, content in files_of(tmp_path / "tree").items():
        assert not SECRET.search(content), path


def test_its_addresses_stay(project: Path) -> None:
    page = (project / "site" / "c" / CLAIM / "index.html").read_text("utf-8")
    assert "removed" in page
    assert "safety" in page
    assert (project / "site" / "c" / "what-was-seen-first" / "index.html").is_file()
    data = json.loads((project / "site" / "data" / "timeline.json").read_text("utf-8"))
    (left,) = [one for one in data["claims"] if one["id"] == CLAIM]
    assert left["status"] == "removed"
    assert not left.get("claim")


def test_search_does_not_find_its_page_by_anything(project: Path) -> None:
    index = json.loads((project / "site" / "search" / "index.json").read_text("utf-8"))
    entries = [*index["claims"], *(entry for group in index["groups"].values() for entry in group["records"])]
    assert OTHER in {entry[0] for entry in entries}
    for entry in entries:
        assert CLAIM not in entry[0]
        assert not re.search(r"zebra|March", json.dumps(entry), re.IGNORECASE)


def test_the_claims_round_it_still_stand(project: Path) -> None:
    for name in (OTHER, "clarified", "dated-by-it", "limited-by-it"):
        assert (project / "site" / "c" / name / "index.html").is_file()


def test_relations_to_it_point_to_the_tombstone(project: Path) -> None:
    """On the page of the claim, on that of its topic, on the home page and in the data."""
    pages = [
        (f"c/{OTHER}", "disputes"),
        ("c/clarified", "clarifies"),
        ("c/clarified", "retracts"),
        (f"t/{OTHER}", "disputes"),
        (".", "disputes"),
    ]
    for where, verb in pages:
        page = (project / "site" / where / "index.html").read_text("utf-8")
        lines = [line for line in page.split("\n") if f"/{CLAIM}/" in line]
        assert any(re.search(rf"\b{verb}\b", line, re.IGNORECASE) for line in lines), where
        assert all(">a claim that was removed</a>" in line for line in lines if verb in line.lower()), where
    data = json.loads((project / "site" / "data" / "timeline.json").read_text("utf-8"))
    (other,) = [one for one in data["claims"] if one["id"] == OTHER]
    assert other["relations"] == [{"kind": "disputes", "target": CLAIM}]


def test_what_it_alone_mentioned_has_no_page_and_no_line(project: Path) -> None:
    site = project / "site"
    for folder in ("p", "l", "t", "s"):  # speakers, places, topics, sources
        assert (site / folder / OTHER / "index.html").is_file()
        assert [path.name for path in (site / folder).iterdir() if path.is_dir()] == [OTHER], folder
    data = json.loads((site / "data" / "timeline.json").read_text("utf-8"))
    assert not SECRET.search(json.dumps(data).encode())


def test_a_date_that_was_read_from_it_is_not_known(project: Path) -> None:
    data = json.loads((project / "site" / "data" / "timeline.json").read_text("utf-8"))
    (left,) = [one for one in data["claims"] if one["id"] == "dated-by-it"]
    assert left["date"]["phrase"] == "two days later"
    assert (left["date"]["precision"], left["date"]["earliest"]) == ("unstated", None)
    page = (project / "site" / "c" / "dated-by-it" / "index.html").read_text("utf-8")
    assert "A claim that was removed." in page


def test_the_check_names_what_is_left_to_do_and_no_word(project: Path) -> None:
    done = timeline(project, "check", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    by_code = {
        code: {one["path"] for one in found if one["code"] == code} for code in ("C510", "C521", "C523")
    }
    still_there = "date:" in (project / f"content/events/{CLAIM}.yml").read_text("utf-8")
    assert by_code["C510"] == ({f"content/events/{CLAIM}.yml"} if still_there else set())
    assert {f"content/{folder}/zebra-{folder}.yml" for folder in ONLY_ITS_OWN} <= by_code["C521"]
    assert by_code["C523"] == {"content/events/dated-by-it.yml", "content/events/limited-by-it.yml"}
    for one in found:
        if one["code"] in {"C510", "C523"}:
            assert not SECRET.search(json.dumps(one).encode())
        assert not re.search(r"1[7-9] March|2019-03", json.dumps(one))
