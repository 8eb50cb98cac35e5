"""The corpus of hostile files that are accepted as words: printed as they are, and nothing of them lives in the PDF."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.hostile.test_corpus import FILES
from tests.small_project import write_project
from timeline.align import align
from timeline.commands.project import compile_folder
from timeline.compiler import Build
from timeline.dossier.printer import Choices, Printed, print_dossier
from timeline.text import direction, plain, safe_url
from timeline.volumes import volumes

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

DROPPED = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2060-\u206f\u061c\ufe00-\ufe0f\U000e0000-\U000e0fff\ufffe\u0002]"
)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    project = write_project(tmp_path_factory.mktemp("corpus"))
    for name, path in FILES.items():
        if not name.startswith("refused-"):
            (project / "content" / "events" / f"{name}.yml").write_bytes(path.read_bytes())
    made = compile_folder(project, dossier=False)
    assert not made.has_errors
    return made


@pytest.fixture(scope="module")
def printed(build: Build) -> Printed:
    books = volumes(build.aligned, build.timeline.settings)
    return print_dossier(build.timeline, build.aligned, books, texts=build.texts, choices=Choices())


@pytest.fixture(scope="module")
def pdf(printed: Printed) -> bytes:
    (found,) = printed.files.values()
    return found


def shown(text: str) -> str:
    """What is left of a text when spaces and what takes no room are gone, letters in their plainest form."""
    return DROPPED.sub("", unicodedata.normalize("NFKC", text))


def test_latin_words_of_every_file_are_printed_as_they_are(build: Build, pdf: bytes) -> None:
    pages = pypdfium2.PdfDocument(BytesIO(pdf))
    text = shown("".join(page.get_textpage().get_text_range() for page in pages))
    for claim in build.aligned.order:
        if direction(plain(build.timeline.events[claim].claim)) == "rtl":
            continue  # brackets are mirrored there
        for word in re.findall(r"[A-Za-z0-9]{3,18}", plain(build.timeline.events[claim].claim)):
            assert shown(word) in text, (claim, word)


def test_no_link_leads_where_a_page_would_not(pdf: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(pdf))
    addresses = [
        action["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if (action := annotation.get_object().get("/A")) and "/URI" in action
    ]
    assert addresses, "the sources have addresses"
    for address in addresses:
        assert safe_url(str(address)), address


def test_nothing_in_the_file_is_done_by_opening_it(pdf: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(pdf))
    kinds = {
        str(action["/S"])
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if (action := annotation.get_object().get("/A"))
    }
    assert kinds <= {"/URI", "/GoTo"}
    root = reader.root_object
    names = root.get("/Names", pypdf.generic.DictionaryObject()).get_object()
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        assert name not in root
    for name in ("/JavaScript", "/EmbeddedFiles"):
        assert name not in names


def test_only_scripts_without_a_font_are_told(printed: Printed) -> None:
    found = {(one.code, Path(one.span.path).stem) for one in printed.diagnostics}
    assert ("P401", "accepted-chinese") in found
    assert found <= {("P401", name) for name in FILES}
    assert not {name for _, name in found} & {
        f"accepted-{name}"
        for name in (
            "arabic",
            "hebrew",
            "hebrew-points",
            "greek",
            "georgian",
            "emoji-family",
            "emoji-flag",
            "combining",
        )
    }


def test_a_stand_in_is_printed_for_what_no_font_has(printed: Printed, pdf: bytes) -> None:
    told = next(one for one in printed.diagnostics if one.span.path.endswith("accepted-chinese.yml"))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf)))
    number = re.search(r"U\+[0-9A-F]{4,5}", told.message)
    assert number is not None
    assert number[0] in text


def test_two_runs_give_the_same_bytes(build: Build, pdf: bytes) -> None:
    books = volumes(build.aligned, build.timeline.settings)
    again = print_dossier(
        build.timeline, align(build.timeline), books, texts=build.texts, choices=Choices(cache=None)
    )
    assert list(again.files.values()) == [pdf]
