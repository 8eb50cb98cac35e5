"""Words for the volumes of the dossier."""

from __future__ import annotations

from timeline.volumes import Volume
from timeline.wording.telling import Wording


def volume_days(words: Wording, volume: Volume) -> str:
    """Say which days a volume holds: "2023", "May 2023", "1 May 2023 to 9 May 2023"."""
    first, last = volume.first, volume.last
    if first is None or last is None:
        return words.text("dossier.volume-undated")
    if volume.unit == "year":
        return str(first.year)
    if volume.unit == "month":
        return words.month(first)
    if volume.unit == "months":
        ends = words.month(first), words.month(last)
    else:
        ends = words.day(first, year=True), words.day(last, year=True)
    return ends[0] if ends[0] == ends[1] else words.text("dossier.span", first=ends[0], last=ends[1])
