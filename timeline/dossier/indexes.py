"""Index of places and speakers: the claims under each name, of which the template knows the pages."""

from __future__ import annotations

from collections import defaultdict

from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole


def index_entries(whole: Whole) -> dict[str, Json]:
    """List the numbers of the claims under each place and speaker, A to Z as printed."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    speakers: defaultdict[str, list[int]] = defaultdict(list)
    for claim in whole.order:
        event, number = whole.event(claim), whole.aligned.numbers[claim]
        for place in dict.fromkeys((*event.places, *event.said_at)):
            places[place].append(number)
        for speaker in dict.fromkeys((*event.by, *event.via)):
            speakers[speaker].append(number)
    return {
        "places": _sorted({key: whole.place(key) for key in places}, places, whole),
        "speakers": _sorted({key: whole.speaker(key) for key in speakers}, speakers, whole),
    }


def _sorted(names: dict[str, str], numbers: dict[str, list[int]], whole: Whole) -> list[Json]:
    ordered = sorted(names, key=lambda key: (names[key].casefold(), key))
    return [{"name": whole.narrow.words(names[key]), "claims": [*numbers[key]]} for key in ordered]
