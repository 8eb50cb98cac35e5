"""Characters that no font has: known before anything is printed, replaced, and told with their place."""

import struct
from pathlib import Path

import pytest

from timeline.dossier.coverage import SHIPPED, characters, coverage, font_files
from timeline.dossier.glyphs import findings, lacking, replaced, told

COVERED = coverage([SHIPPED])


@pytest.mark.parametrize(
    "sample",
    [
        "Größe, naïveté, Łódź, Đorđević, İstanbul, Việt Nam, Ῥόδος, Ελλάδα",
        "Україна, объём, Ўзбекистон, Қазақстан, Ѓорче, подсто́йный",
        "قالت القوات، پاکستان، ڭۇڭۇ",
        "הַכֹּחוֹת „בעיר״",
        "საქართველო, ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ",
        "Հայաստան՝ և",
        "→ ≠ ≈ ● ◆ ▲ ☎ ✓ ⚠️ № § € ₴ ₽ ½ ‰ ′ ″",
        "😀 👩‍👩‍👧 🇺🇦 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "soft\u00adhyphen, zero\u200bwidth, no\u00a0break, narrow\u202fspace, a\u034fb",
    ],
)
def test_what_timelines_are_written_in_is_covered(sample: str) -> None:
    assert lacking([sample], COVERED) == frozenset()


def test_what_no_font_has_is_found_wherever_it_stands() -> None:
    assert lacking({"a": ["plain", {"t": ["中", "文"]}], "n": 3, "x": None}, COVERED) == {"中", "文"}


def test_a_stretch_becomes_its_code_points_in_brackets() -> None:
    assert replaced({"a": ["said 中文 twice 中"], "n": 1}, {"中", "文"}) == {
        "a": ["said [U+4E2D U+6587] twice [U+4E2D]"],
        "n": 1,
    }
    assert replaced("as it was", set()) == "as it was"


def test_the_finding_names_file_line_column_and_character() -> None:
    texts = {
        "content/events/a.yml": "date: 2023\nclaim: said 中文\n",
        "content/events/b.yml": "claim: plain\n",
    }
    (found,) = findings({"中", "文"}, texts)

    assert str(found.span) == "content/events/a.yml:2:13"
    assert "“中” (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)" in found.message
    assert "[U+4E2D]" in found.message
    assert "fonts/" in found.hint


def test_what_stands_nowhere_as_such_is_told_of_the_project() -> None:
    (found,) = findings({"中"}, {"content/events/a.yml": 'claim: "\\u4e2d"\n'})
    assert found.span.path == "timeline.yml"


def test_the_report_of_the_compiler_is_read() -> None:
    report = 'error: PDF/A-2a error: the text `"中"` could not be displayed with font `"Source Serif 4"`\n'
    assert told(report) == {"中"}
    assert told("error: something else") == frozenset()


def test_every_family_has_its_licence_beside_it() -> None:
    fonts = font_files(SHIPPED)
    assert len(fonts) > 15
    for font in fonts:
        licences = [
            path for path in SHIPPED.glob("*-OFL.txt") if font.name.startswith(path.name[: -len("-OFL.txt")])
        ]
        assert licences, font
        assert all("SIL OPEN FONT LICENSE" in path.read_text("utf-8").upper() for path in licences)
    assert sum(path.stat().st_size for path in fonts) < 6_000_000


def test_what_is_no_font_covers_nothing(tmp_path: Path) -> None:
    whole = font_files(SHIPPED)[0].read_bytes()
    assert characters(whole)
    for broken in (
        b"",
        b"not a font at all",
        whole[:40],
        b"ttcf" + b"\xff" * 20,
        struct.pack(">IH", 0x10000, 500),
    ):
        assert characters(broken) == frozenset()
    (tmp_path / "link.ttf").symlink_to(font_files(SHIPPED)[0])
    assert font_files(tmp_path) == []
