"""Writes `sitemap.xml`, the list of pages for search engines.

MkDocs writes one too, but dates every page by the day of the build, so that the same input would not give the same
bytes; the theme therefore leaves its template empty. Here a page carries the date of the newest record on it, or none.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[tuple[str, str | None]], site_url: str | None) -> bytes:
    """Write a sitemap.

    Args:
        pages: Address relative to the site, and ISO day, of each page.
        site_url: Where the site will stand. A sitemap needs full addresses, so it is empty without.
    """
    root = Element("urlset", xmlns=NAMESPACE)
    base = None if site_url is None else site_url.rstrip("/") + "/"
    for address, day in pages:
        if base is None:
            break
        url = SubElement(root, "url")
        SubElement(url, "loc").text = urljoin(base, address)
        if day is not None:
            SubElement(url, "lastmod").text = day
    indent(root)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
