"""What comes out does not depend on the order in which files are read, and permitted words come out as they were written."""

from __future__ import annotations

import html
import json
import random
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.planting import planted_project
from tests.small_project import PROJECT
from timeline.compiler import Build, compile_project
from timeline.source.characters import refused

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

FILES = {
    path: text.encode()
    for path, text in planted_project(lambda where: f"Words of {where}.").items()
    if path.startswith(("content/", "timeline.yml"))
}


def test_the_order_of_files_does_not_matter() -> None:
    first = compile_project(FILES)
    for seed in range(3):
        paths = list(FILES)
        random.Random(seed).shuffle(paths)  # noqa: S311 - not for secrets
        other = compile_project({path: FILES[path] for path in paths})
        assert other.sources == first.sources
        assert other.diagnostics == first.diagnostics


def test_the_order_of_fields_does_not_matter() -> None:
    """Turned round from top to bottom, every field of every record on its line, nothing that is published differs."""
    first = compile_project(FILES)
    turned = {path: b"".join(reversed(data.splitlines(keepends=True))) for path, data in FILES.items()}
    assert turned != FILES
    other = compile_project(turned)
    known = {finding.code for finding in first.diagnostics}
    assert {finding.code for finding in other.diagnostics} == known
    assert list(other.sources) == list(first.sources)
    for path in first.sources:
        if (
            not path.startswith("data/") or path == "data/timeline.json"
        ):  # other data have checksums of one another
            assert without_edition(other, path) == without_edition(first, path), path


def without_edition(build: Build, path: str) -> str:
    """Give a file without the checksum of the content files, which the order of their lines does change."""
    data = json.loads(build.sources["data/timeline.json"])
    edition: str = data["content_sha256"]
    return build.sources[path].decode("latin-1").replace(edition, "").replace(edition[:12], "")


SMALL = {
    path: text.encode() for path, text in PROJECT.items() if path.startswith(("content/", "timeline.yml"))
}


@settings(max_examples=25)
@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters="*["),
        min_size=1,
        max_size=60,
    )
    .filter(lambda text: any(char.isalnum() for char in text))
    .filter(lambda text: not any(refused(unicodedata.normalize("NFC", text), line_ends=False)))
)
def test_permitted_words_stand_on_the_page_unchanged(words: str) -> None:
    event = f"date: on the 21st\nplace: bridge\nclaim: {json.dumps(words, ensure_ascii=False)}\nsource: gazette\nby: mayor\n"
    build = compile_project({**SMALL, "content/events/this.yml": event.encode()})
    (page,) = (page for page in build.pages if page.path == "c/this.md")
    shown = html.unescape(re.sub(r"<[^>]*>", "", page.body))
    assert spaced(unicodedata.normalize("NFC", words)) in spaced(shown)


def spaced(text: str) -> str:
    """Put one space where white space stands, as every page does."""
    return " ".join(text.split())
