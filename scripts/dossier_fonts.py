"""Fetch the fonts of the dossier into `timeline/dossier/fonts/`, with their licences.

What enters: packages of the npm registry that carry Google's static instances of each family, in fixed versions, whose
checksums npm verifies. What leaves: font files for print, and one licence file per family. Families of letters are taken
as they are (the licence of Source Serif and Source Sans reserves their name for unchanged fonts); the two large families
of signs are cut down to the signs that texts use, without their tables for formulas. npm and fontTools are needed here
and nowhere at run time:

    python -m pip install fonttools && python scripts/dossier_fonts.py
"""

# ruff: noqa: INP001, S603, S607 -- a script that runs npm with fixed arguments

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "timeline" / "dossier" / "fonts"

UPRIGHT = ("400Regular", "600SemiBold")
WITH_ITALIC = ("400Regular", "400Regular_Italic", "600SemiBold")

SIGNS = (
    (0x2010, 0x205F),
    (0x2100, 0x214F),
    (0x2190, 0x23FF),
    (0x2400, 0x243F),
    (0x2500, 0x27BF),
    (0x27C0, 0x27FF),
    (0x2900, 0x297F),
    (0x2B00, 0x2BFF),
    (0x1F780, 0x1F7D8),
)
"""Punctuation, letter-like signs, arrows, operators, frames, shapes, weather and warning signs, ornaments."""


@dataclass(frozen=True)
class Family:
    """One family of the registry."""

    package: str
    """Behind `@expo-google-fonts/`."""

    version: str
    styles: tuple[str, ...]
    signs_only: bool = False


FAMILIES = (
    Family("source-serif-4", "0.4.1", WITH_ITALIC),
    Family("source-sans-3", "0.4.1", WITH_ITALIC),
    Family("amiri", "0.4.1", ("400Regular", "700Bold")),
    Family("ibm-plex-sans-arabic", "0.4.2", UPRIGHT),
    Family("noto-serif-hebrew", "0.4.2", UPRIGHT),
    Family("noto-sans-hebrew", "0.4.1", UPRIGHT),
    Family("noto-sans-georgian", "0.4.3", UPRIGHT),
    Family("noto-sans-armenian", "0.4.2", UPRIGHT),
    Family("noto-sans", "0.4.2", ("400Regular",)),
    Family("noto-sans-symbols", "0.4.1", ("400Regular",)),
    Family("noto-sans-symbols-2", "0.4.1", ("400Regular",), signs_only=True),
    Family("noto-sans-math", "0.4.2", ("400Regular",), signs_only=True),
    Family("noto-emoji", "0.4.7", ("400Regular",)),
)


def main() -> None:
    """Write the folder anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for family in FAMILIES:
        with tempfile.TemporaryDirectory() as folder:
            for name, source in _unpacked(family, Path(folder)):
                if source.suffix == ".ttf" and family.signs_only:
                    _cut_down(source, TARGET / name)
                elif source.suffix == ".ttf":
                    shutil.copyfile(source, TARGET / name)
                else:
                    (TARGET / name).write_text(source.read_text("utf-8"), "utf-8", newline="\n")


def _unpacked(family: Family, folder: Path) -> Iterator[tuple[str, Path]]:
    """Fetch a package and give its files that are wanted, each with the name that it gets."""
    asked = f"@expo-google-fonts/{family.package}@{family.version}"
    subprocess.run(("npm", "pack", "--silent", asked), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    for style in family.styles:
        yield (
            f"{family.package}-{style.lower().replace('_', '-')}.ttf",
            next((folder / "package" / style).glob("*.ttf")),
        )
    yield f"{family.package}-OFL.txt", folder / "package" / "LICENSE_FONT"


def _cut_down(source: Path, target: Path) -> None:
    font = TTFont(source)
    options = Options(layout_features=[], hinting=False, drop_tables=["MATH", "DSIG"], notdef_outline=True)
    options.recalc_timestamp = False  # the same bytes whenever it runs
    subset = Subsetter(options)
    subset.populate(unicodes=[code for first, last in SIGNS for code in range(first, last + 1)])
    subset.subset(font)
    font.save(target)


if __name__ == "__main__":
    main()
