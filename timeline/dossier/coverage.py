"""Which characters fonts can draw.

What enters: folders of fonts. What leaves: the set of their code points. What it refuses: nothing; a file that is no font,
or whose table cannot be read, covers nothing, and the compiler passes over it too.

Only the table of characters is read (`cmap`, OpenType 1.9), in the two formats that fonts for Unicode use (4 and 12).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

SHIPPED = Path(__file__).with_name("fonts")
"""The fonts that travel with the package."""

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})

_COLLECTION = b"ttcf"


def coverage(folders: Iterable[Path]) -> frozenset[int]:
    """Give the code points that at least one font in these folders has a glyph for."""
    return frozenset().union(*(_folder(folder) for folder in folders))


def font_files(folder: Path) -> list[Path]:
    """List the fonts of a folder in the order of their paths; symbolic links are not followed."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.is_symlink()
    )


@cache
def _folder(folder: Path) -> frozenset[int]:
    found: set[int] = set()
    for path in font_files(folder):
        found |= characters(path.read_bytes())
    return frozenset(found)


def characters(font: bytes) -> frozenset[int]:
    """Give the code points of one font file, or of all fonts of a collection."""
    found: set[int] = set()
    try:
        for start in _fonts(font):
            for table in _tables(font, start):
                found.update(_mapped(font, table))
    except (struct.error, IndexError):  # cut short, or no font
        return frozenset()
    return frozenset(found)


def _fonts(data: bytes) -> Iterable[int]:
    """Where each font of a file begins."""
    if data[:4] != _COLLECTION:
        return (0,)
    (count,) = struct.unpack_from(">I", data, 8)
    return struct.unpack_from(f">{min(count, 256)}I", data, 12)


def _tables(data: bytes, font: int) -> Iterator[int]:
    """Where the tables of characters stand that are in Unicode."""
    (count,) = struct.unpack_from(">H", data, font + 4)
    for number in range(count):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, font + 12 + 16 * number)
        if tag != b"cmap":
            continue
        (subtables,) = struct.unpack_from(">H", data, start + 2)
        for each in range(subtables):
            platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * each)
            if platform == 0 or (platform == 3 and encoding in {1, 10}):
                yield start + offset


def _mapped(data: bytes, table: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", data, table)
    if kind == 4:
        yield from _segments(data, table)
    elif kind == 12:
        (groups,) = struct.unpack_from(">I", data, table + 12)
        for number in range(min(groups, len(data) // 12)):
            first, last, glyph = struct.unpack_from(">III", data, table + 16 + 12 * number)
            yield from range(first + (glyph == 0), min(last, 0x10FFFF) + 1)


def _segments(data: bytes, table: int) -> Iterator[int]:
    """Read format 4: stretches of the first plane, each with a shift or a list of glyphs."""
    (twice,) = struct.unpack_from(">H", data, table + 6)
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", data, table + 14)
    firsts = struct.unpack_from(f">{count}H", data, table + 16 + twice)
    shifts = struct.unpack_from(f">{count}H", data, table + 16 + 2 * twice)
    lists_at = table + 16 + 3 * twice
    lists = struct.unpack_from(f">{count}H", data, lists_at)
    for number, (first, last, shift, listed) in enumerate(zip(firsts, lasts, shifts, lists, strict=True)):
        for code in range(first, last + 1):
            if listed:
                (glyph,) = struct.unpack_from(">H", data, lists_at + 2 * number + listed + 2 * (code - first))
            else:
                glyph = (code + shift) & 0xFFFF
            if glyph and code != 0xFFFF:
                yield code
