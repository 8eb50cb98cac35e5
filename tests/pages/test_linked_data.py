"""What pages say about themselves to programs, held to the definitions of schema.org."""

import json
import re
from typing import Any

import pytest

from tests.small_project import PROJECT
from timeline.compiler import Build, compile_project

PROPERTIES = {
    "Answer": {"text"},
    "Article": {
        "name",
        "url",
        "publisher",
        "datePublished",
        "archivedAt",
        "subjectOf",
        "inLanguage",
        "author",
    },
    "BreadcrumbList": {"itemListElement"},
    "Claim": {
        *(
            "identifier",
            "name",
            "text",
            "url",
            "author",
            "datePublished",
            "temporalCoverage",
            "contentLocation",
        ),
        *("locationCreated", "appearance", "about", "keywords", "creativeWorkStatus"),
    },
    "CollectionPage": {"name", "description", "inLanguage", "url", "isPartOf", "breadcrumb", "mainEntity"},
    "DataDownload": {"name", "description", "encodingFormat", "contentUrl", "contentSize"},
    "Dataset": {
        *(
            "name",
            "description",
            "url",
            "version",
            "inLanguage",
            "license",
            "creditText",
            "isAccessibleForFree",
        ),
        *("temporalCoverage", "spatialCoverage", "distribution"),
    },
    "Event": {"name", "description", "startDate", "location"},
    "GeoCoordinates": {"latitude", "longitude"},
    "ListItem": {"position", "name", "item"},
    "Place": {
        *("name", "identifier", "geo", "containedInPlace", "subjectOf", "alternateName"),
        "disambiguatingDescription",
    },
    "Question": {"name", "text", "identifier", "answerCount", "suggestedAnswer"},
    "Thing": {"name", "identifier", "description", "alternateName", "disambiguatingDescription", "subjectOf"},
    "WebPage": {
        *("name", "description", "inLanguage", "url", "isPartOf", "breadcrumb", "mainEntity", "dateModified"),
    },
    "WebSite": {"name", "url", "inLanguage", "license", "about"},
}
"""Types that pages may use, with those of their properties that stand in schema.org's definition of the type."""

CLAIM = """
date: on the 21st
said: on the 22nd
place: [bridge, Harbour]
claim: "It fell </script><script>alert(1)</script> & so on."
source: gazette
by: mayor
about: bridge-open
status: {kind: withdrawn, reason: Taken back., date: "2023-05-24"}
history: [{date: "2023-05-24", change: Taken back.}]
tags: bridges
"""

PLACE = """
name: The bridge
names: [{name: Міст, language: uk}, {name: Old bridge, basis: The map says so.}]
latitude: 48.59512
longitude: 38.00034
exactness: locality
"""


def built(changes: dict[str, str] | None = None) -> Build:
    files = {**PROJECT, **(changes or {})}
    return compile_project(
        {path: text.encode() for path, text in files.items() if not path.startswith("docs/")}
    )


def described(build: Build) -> dict[str, Any]:
    return {page.path: json.loads(page.linked_data) for page in build.pages if page.linked_data}


def nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if isinstance(value, dict):
        return [value, *(node for one in value.values() for node in nodes(one))]
    return []


@pytest.fixture(scope="module")
def build() -> Build:
    return built({"content/events/bridge-fell.yml": CLAIM, "content/places/bridge.yml": PLACE})


def test_every_page_describes_itself_in_terms_that_schema_org_defines(build: Build) -> None:
    found = described(build)
    assert list(found) == [page.path for page in build.pages if page.kind != "embed"]
    for path, page in found.items():
        assert page.pop("@context") == "https://schema.org", path
        assert page["@type"] in {"WebPage", "CollectionPage"}
        for node in nodes(page):
            kind = node["@type"]
            assert set(node) - {"@type"} <= PROPERTIES[kind], (path, kind)
            assert None not in node.values()


def test_a_claim_is_somebodys_and_occurs_in_a_source(build: Build) -> None:
    page = described(build)["c/bridge-fell.md"]
    assert page["dateModified"] == "2023-05-24"
    claim = page["mainEntity"]
    assert claim == {
        "@type": "Claim",
        "identifier": "bridge-fell",
        "name": "It fell </script><script>alert(1)</script> & so on.",
        "text": "It fell </script><script>alert(1)</script> & so on.",
        "url": "https://example.org/bridge/c/bridge-fell/",
        "author": "Mayor",
        "datePublished": "2023-05-22",
        "temporalCoverage": "2023-05-21",
        "contentLocation": claim["contentLocation"],
        "appearance": {
            "@type": "Article",
            "name": "Gazette",
            "url": "https://example.org/gazette",
            "datePublished": "2023-05-22",
            "archivedAt": "https://archive.example.org/gazette",
            "subjectOf": {"@type": "WebPage", "url": "https://example.org/bridge/s/gazette/"},
        },
        "about": [
            {
                "@type": "Event",
                "description": "It fell </script><script>alert(1)</script> & so on.",
                "startDate": "2023-05-21",
                "location": claim["contentLocation"],
            },
            {
                "@type": "Thing",
                "name": "Is the bridge open?",
                "subjectOf": {"@type": "WebPage", "url": "https://example.org/bridge/t/bridge-open/"},
            },
        ],
        "keywords": "bridges",
        "creativeWorkStatus": "Withdrawn",
    }
    bridge, harbour = claim["contentLocation"]
    assert bridge["alternateName"] == "Міст"
    assert bridge["disambiguatingDescription"] == "Old bridge: The map says so."
    assert bridge["geo"] == {"@type": "GeoCoordinates", "latitude": 48.6, "longitude": 38}
    assert harbour["name"] == "Harbour"


def test_nothing_is_reviewed_rated_or_accepted(build: Build) -> None:
    written = "".join(page.linked_data for page in build.pages)
    assert not re.search("review|rating|acceptedAnswer", written, re.IGNORECASE)
    question = described(build)["t/bridge-open.md"]["mainEntity"]
    assert [answer["text"] for answer in question["suggestedAnswer"]] == ["Open", "Closed"]


def test_the_data_page_describes_the_files_as_a_data_set(build: Build) -> None:
    data = described(build)["data/index.md"]["mainEntity"]
    assert data["@type"] == "Dataset"
    assert data["temporalCoverage"] == "2023-05-21"
    files = {file["contentUrl"]: file["contentSize"] for file in data["distribution"]}
    whole = build.files["data/timeline.json"]
    assert files["https://example.org/bridge/data/timeline.json"] == f"{len(whole)} B"


def test_pages_say_where_they_stand(build: Build) -> None:
    steps = described(build)["c/bridge-fell.md"]["breadcrumb"]["itemListElement"]
    assert [
        (step["position"], step["item"].removeprefix("https://example.org/bridge/")) for step in steps
    ] == [
        (1, ""),
        (2, "c/"),
        (3, "c/bridge-fell/"),
    ]


def test_without_an_address_of_the_site_nothing_says_one() -> None:
    build = built({"timeline.yml": "title: Bridge\n"})
    for path, page in described(build).items():
        assert not any(set(node) & {"item", "contentUrl", "subjectOf"} for node in nodes(page)), path
        for node in nodes(page):
            assert "url" not in node or node["@type"] == "Article", path


@pytest.mark.parametrize(
    ("date", "coverage", "start"),
    [
        ('"2023-05-21"', "2023-05-21", "2023-05-21"),
        ("on the evening of 21 May 2023", "2023-05-21", "2023-05-21"),
        ("at 05:26 on 21 May 2023", "2023-05-21T05:26", "2023-05-21T05:26"),
        ("about 05:26 on 21 May 2023", "2023-05-21", "2023-05-21"),
        ('"2023-05"', "2023-05-01/2023-05-31", None),
        ("{phrase: unstated, not_after: 2023-05-21, basis: So it is.}", None, None),
        ("before 21 May 2023", "../2023-05-20", None),
    ],
)
def test_a_date_is_never_finer_than_it_is_known(date: str, coverage: str | None, start: str | None) -> None:
    event = f"date: {date}\nplace: bridge\nclaim: It fell.\nsource: gazette\nby: mayor\n"
    claim = described(built({"content/events/bridge-fell.yml": event}))["c/bridge-fell.md"]["mainEntity"]
    assert claim.get("temporalCoverage") == coverage
    assert claim["about"].get("startDate") == start


def test_of_a_removed_claim_and_an_old_address_nothing_is_said() -> None:
    gone = "aliases: old-one\nstatus: {kind: removed, reason: safety}\n"
    alias = PROJECT["content/events/bridge-stands.yml"] + "aliases: once\n"
    build = built({"content/events/bridge-fell.yml": gone, "content/events/bridge-stands.yml": alias})
    pages = {page.path: page for page in build.pages}
    assert "mainEntity" not in json.loads(pages["c/bridge-fell.md"].linked_data)
    assert pages["c/once.md"].linked_data == ""
    listed = build.files["sitemap.xml"].decode()
    assert "/c/bridge-stands/<" in listed
    assert "/c/bridge-fell/<" not in listed
    assert "/c/once/<" not in listed
    assert '"unlisted": true' in pages["c/bridge-fell.md"].markdown()


def test_the_block_cannot_be_left(build: Build) -> None:
    for page in build.pages:
        if page.kind == "embed":
            continue
        inside = re.fullmatch(r'(?s).*\n<script type="application/ld\+json">(.*)</script>\n', page.markdown())
        assert inside is not None, page.path
        assert not re.search("[<>&]", page.linked_data), page.path


def test_the_sitemap_lists_every_page_but_those_that_only_lead_or_stand_elsewhere() -> None:
    place = PROJECT["content/places/bridge.yml"] + "latitude: 48.5\nlongitude: 38\nexactness: locality\n"
    said = PROJECT["content/events/bridge-fell.yml"] + "said: on the 22nd\naliases: collapsed\n"
    build = built({"content/places/bridge.yml": place, "content/events/bridge-fell.yml": said})
    found = re.findall("<loc>https://example.org/bridge/(.*?)</loc>", build.files["sitemap.xml"].decode())
    assert {
        "",
        "map/",
        "as-of/2023-05-22/",
        "c/bridge-fell/",
        "t/bridge-open/",
        "data/",
        "by/disputes/",
    } <= set(found)
    left_out = {page.address for page in build.pages} - set(found)
    assert "c/collapsed/" in left_out
    assert all(address.startswith("embed/") or address == "c/collapsed/" for address in left_out), left_out
    assert "<lastmod>" not in build.files["sitemap.xml"].decode(), "no record says when it was changed"
