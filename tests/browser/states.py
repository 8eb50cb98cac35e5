"""Random states of a timeline page, and what `timeline.json` alone says that each must show.

Written a second time, from the words of READING 6.3 and 6.4 and of the docs: neither the scripts nor the pages' data are
used here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from urllib.parse import urlencode

from timeline.align import Kind, Placed

Claim = dict[str, Any]
Data = dict[str, Any]

MOMENTS = (
    "2023-05-20T00:00",
    "2023-05-21T18:00",
    "2023-05-22T00:00",
    "2023-05-22T05:25",
    "2023-05-22T12:00",
    "2023-05-23T00:00",
    "2023-06-01T00:00",
)
SPANS = ("2023-05-21T00:00", "2023-05-21T18:00", "2023-05-22T00:00", "2023-05-22T05:26", "2023-05-23T00:00")

KEYS = {"lane": "narrative", "place": "place", "who": "by", "source": "source", "topic": "about"}


@dataclass(frozen=True)
class State:
    """What a reader may have chosen."""

    chosen: dict[str, list[str]]
    disputed: bool
    asof: str
    start: str = ""
    end: str = ""

    @property
    def query(self) -> str:
        """The address that says so."""
        values = {key: ",".join(ids) for key, ids in self.chosen.items() if ids}
        if self.disputed:
            values["disputed"] = "1"
        values |= {
            name: value
            for name, value in (("asof", self.asof), ("from", self.start), ("to", self.end))
            if value
        }
        return f"?{urlencode(values)}" if values else ""


def values_of(claim: Claim, key: str) -> list[str]:
    """Give the ids under which a claim stands for a chip."""
    found = claim[KEYS[key]]
    if key == "lane":
        return [found]
    if key == "source":
        found = [one["id"] for one in found]
    if key == "topic":
        found = [one["topic"] for one in found]
    return found or ["unstated"]


def random_state(
    data: Data, chance: Random, moments: Sequence[str] = MOMENTS, spans: Sequence[str] = SPANS
) -> State:
    """Make a state: few filters mostly, so that something is left to see."""
    known = {
        key: sorted({value for claim in data["claims"] for value in values_of(claim, key)}) for key in KEYS
    }
    chosen = {
        key: sorted(chance.sample(ids, min(len(ids), chance.randint(1, 4)))) if chance.random() < 0.35 else []
        for key, ids in known.items()
    }
    start, end = (
        sorted(chance.sample(spans, 2)) if chance.random() < 0.3 else ("", chance.choice(("", spans[2])))
    )
    return State(chosen, chance.random() < 0.15, chance.choice(("", "", *moments)), start, end)


def in_dispute(data: Data) -> set[str]:
    """Give the claims that dispute another or are disputed."""
    return {
        end
        for claim in data["claims"]
        for relation in claim["relations"]
        if relation["kind"] == "disputes"
        for end in (claim["id"], next(value for name, value in relation.items() if name != "kind"))
    }


def told(claim: Claim, moment: str) -> str:
    """Say how the saying of a claim stands to a moment, from its dates in the data."""
    said = claim["said"]
    earliest, latest = ((said[end] or "")[:16] for end in ("earliest", "latest"))
    end = datetime.fromisoformat(moment) + timedelta(minutes=0 if moment.endswith("T00:00") else 1)
    if latest and latest <= end.isoformat(timespec="minutes"):
        return "said"
    if earliest and earliest >= end.isoformat(timespec="minutes"):
        return "later"
    in_words = said["precision"] != "unstated" and (said["phrase"] != "unstated" or said["reading"])
    return "perhaps" if earliest and latest and in_words else "unplaced"


def shown(data: Data, state: State, placed: Mapping[str, Placed]) -> dict[str, str]:
    """Say which claims are shown, and of each whether it "may fall after" the moment."""
    disputed = in_dispute(data)
    found = {}
    for claim in data["claims"]:
        if state.disputed and claim["id"] not in disputed:
            continue
        if not all(not ids or set(ids) & set(values_of(claim, key)) for key, ids in state.chosen.items()):
            continue
        if not _touches(placed[claim["id"]], state):
            continue
        outcome = told(claim, state.asof) if state.asof else "said"
        if outcome in {"said", "perhaps"}:
            found[claim["id"]] = outcome
    return found


def _touches(spot: Placed, state: State) -> bool:
    """Tell whether a claim's date can touch the span of time that is chosen."""
    if not (state.start or state.end):
        return True
    if spot.kind is Kind.UNDATED or spot.start is None or spot.end is None:
        return False
    start, end = (datetime.fromisoformat(one) if one else None for one in (state.start, state.end))
    return (start is None or spot.end > start) and (end is None or spot.start < end)
