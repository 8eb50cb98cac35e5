"""The sitemap dates a page by its records, never by the build."""

from xml.etree import ElementTree as ET

from timeline.sitemap import NAMESPACE, sitemap


def urls(document: bytes) -> list[tuple[str | None, str | None]]:
    root = ET.fromstring(document)  # noqa: S314 - our own output
    return [
        (url.findtext(f"{{{NAMESPACE}}}loc"), url.findtext(f"{{{NAMESPACE}}}lastmod"))
        for url in root.iter(f"{{{NAMESPACE}}}url")
    ]


def test_pages_have_full_addresses_and_the_date_of_their_records() -> None:
    document = sitemap([("", "2023-05-22"), ("c/one/", None)], "https://example.org/bakhmut")
    assert urls(document) == [
        ("https://example.org/bakhmut/", "2023-05-22"),
        ("https://example.org/bakhmut/c/one/", None),
    ]


def test_without_an_address_of_the_site_it_is_empty() -> None:
    assert urls(sitemap([("", None)], None)) == []


def test_addresses_are_escaped() -> None:
    assert b"a&amp;b" in sitemap([("a&b/", None)], "https://example.org/")
