"""The volumes of a dossier that comes in several: what each holds, and the index of all of them.

What enters: the volumes, in the order of their numbers. What leaves: a row for each, which stands in every volume; and for every
place and speaker the numbers of the volumes that name it, which stands in the last one. The pages of a name are in the index of its volume.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.volumes import Volume
from timeline.wording import volume_days


def volume_entries(volumes: Sequence[Volume], whole: Whole) -> list[Json]:
    """Make the rows: number, days, the numbers of its claims, file."""
    numbers = whole.aligned.numbers
    return [
        {
            "number": str(volume.number),
            "days": whole.words.capital(volume_days(whole.words, volume)),
            "claims": _ranges(numbers[claim] for claim in volume.claims),
            "file": whole.narrow.words(volume.file),
        }
        for volume in volumes
    ]


def common_index(volumes: Sequence[Volume], whole: Whole) -> dict[str, Json] | None:
    """Make the index of all volumes, where this is the last of several."""
    if not volumes or not whole.prints(volumes[-1].claims[0]):
        return None
    places: defaultdict[str, set[int]] = defaultdict(set)
    speakers: defaultdict[str, set[int]] = defaultdict(set)
    for volume in volumes:
        for claim in volume.claims:
            event = whole.event(claim)
            for place in (*event.places, *event.said_at):
                places[place].add(volume.number)
            for speaker in (*event.by, *event.via):
                speakers[speaker].add(volume.number)
    return {
        "places": _sorted({key: whole.place(key) for key in places}, places, whole),
        "speakers": _sorted({key: whole.speaker(key) for key in speakers}, speakers, whole),
    }


def _sorted(names: Mapping[str, str], found: Mapping[str, set[int]], whole: Whole) -> list[Json]:
    ordered = sorted(names, key=lambda key: (names[key].casefold(), key))
    return [{"name": whole.narrow.words(names[key]), "volumes": _ranges(found[key])} for key in ordered]


def _ranges(numbers: Iterable[int]) -> str:
    """Write numbers down in their order, those that follow one another as a range: "1, 3–5"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
