"""What every data file says about the whole: title, edition, licence, citation, and the version of its shape.

An edition is the first twelve digits of the content's checksum: two files of one edition tell the same, whenever they
were made, and nobody has to count editions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.exports.fields import ID, TEXT, TEXT_OR_NULL, Field
from timeline.exports.writing import Json
from timeline.model import Timeline
from timeline.text import plain

SCHEMA_VERSION = "1.1"
"""Of the data: the first number changes when readers of older files would break, the second when fields are added."""

_CREATIVE_COMMONS = "https://creativecommons.org/licenses"
_OPEN_DATA_COMMONS = "https://opendatacommons.org/licenses"

LICENCES: Mapping[str, tuple[str, str]] = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International", f"{_CREATIVE_COMMONS}/by/4.0/"),
    "CC-BY-NC-4.0": (
        "Creative Commons Attribution-NonCommercial 4.0 International",
        f"{_CREATIVE_COMMONS}/by-nc/4.0/",
    ),
    "CC-BY-NC-SA-4.0": (
        "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International",
        f"{_CREATIVE_COMMONS}/by-nc-sa/4.0/",
    ),
    "CC-BY-ND-4.0": (
        "Creative Commons Attribution-NoDerivatives 4.0 International",
        f"{_CREATIVE_COMMONS}/by-nd/4.0/",
    ),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution-ShareAlike 4.0 International",
        f"{_CREATIVE_COMMONS}/by-sa/4.0/",
    ),
    "CC0-1.0": (
        "Creative Commons Zero 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    "ODbL-1.0": ("Open Database License 1.0", f"{_OPEN_DATA_COMMONS}/odbl/1-0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution License 1.0", f"{_OPEN_DATA_COMMONS}/by/1-0/"),
    "PDDL-1.0": (
        "Open Data Commons Public Domain Dedication and License 1.0",
        f"{_OPEN_DATA_COMMONS}/pddl/1-0/",
    ),
}
"""Licences of words and data by their SPDX identifiers: name and address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One state of a timeline as a whole."""

    title: str
    """Plain text."""

    language: str
    content_sha256: str
    licence: str | None
    """SPDX identifier or name, as the project gives it."""

    licence_name: str | None
    licence_url: str | None
    citation: str
    site_url: str | None
    """With a slash at its end."""

    @property
    def number(self) -> str:
        """Its short name."""
        return self.content_sha256[:12]

    def url(self, address: str) -> str | None:
        """Give the full address of a page or file of the site, where the site's own is known."""
        return None if self.site_url is None else self.site_url + address


def edition_of(timeline: Timeline) -> Edition:
    """Say what all data files of a timeline say about it."""
    settings = timeline.settings
    title = plain(settings.title)
    site = settings.site_url.rstrip("/") + "/" if settings.site_url else None
    name, url = LICENCES.get(settings.licence or "", (settings.licence, None))
    cited = (
        plain(settings.citation)
        if settings.citation
        else " ".join(part for part in (f"{title.rstrip('.')}.", f"{site}." if site else "") if part)
    )
    return Edition(
        title=title,
        language=settings.language,
        content_sha256=timeline.content_sha256,
        licence=settings.licence,
        licence_name=name,
        licence_url=url,
        citation=f"{cited} Edition {timeline.content_sha256[:12]}.",
        site_url=site,
    )


def claim_address(claim: str) -> str:
    """Where the page of a claim stands, relative to the site."""
    return f"c/{claim}/"


SHA256: dict[str, Json] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

STATED: tuple[Field[Edition], ...] = (
    Field(
        "schema_version",
        {"type": "string", "pattern": r"^\d+\.\d+$"},
        "Version of this shape. The first number changes when older readers would break.",
        lambda _: SCHEMA_VERSION,
    ),
    Field(
        "content_sha256",
        SHA256,
        "SHA-256 of all content files together: two files with the same value tell the same.",
        lambda edition: edition.content_sha256,
    ),
    Field(
        "licence",
        TEXT_OR_NULL,
        "Licence of the project's own words and data, as an SPDX identifier where it has one. Quotations and excerpts are"
        " their authors'.",
        lambda edition: edition.licence,
    ),
    Field("citation", TEXT, "How to cite this edition.", lambda edition: edition.citation),
)
"""Stands in every data file, in CSV as the last columns."""

ABOUT_ALL: tuple[Field[Edition], ...] = (
    *STATED,
    Field("title", TEXT, "Title of the timeline.", lambda edition: edition.title),
    Field("language", ID, "BCP 47 language of the editor's words.", lambda edition: edition.language),
)
"""Stands at the top of the JSON files."""
