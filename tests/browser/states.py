"""Random states of a timeline page, and what `timeline.json` alone says that each must show.

Written a second time, from the words of READING 6.3 and 6.4 and of the docs: neither the scripts nor the pages' data are
used here.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import urlencode

Claim = dict[str, Any]
Data = dict[str, Any]

KEYS = {"lane": "narrative", "place": "place", "who": "by", "source": "source", "topic": "about"}


@dataclass(frozen=True)
class State:
    """What a reader may have chosen."""

    chosen: dict[str, list[str]]
    disputed: bool
    asof: str

    @property
    def query(self) -> str:
        """The address that says so."""
        values = {key: ",".join(ids) for key, ids in self.chosen.items() if ids}
        if self.disputed:
            values["disputed"] = "1"
        if self.asof:
            values["asof"] = self.asof
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


def random_state(data: Data, chance: Random) -> State:
    """Make a state: few filters mostly, so that something is left to see."""
    known = {
        key: sorted({value for claim in data["claims"] for value in values_of(claim, key)}) for key in KEYS
    }
    chosen = {
        key: sorted(chance.sample(ids, min(len(ids), chance.randint(1, 4)))) if chance.random() < 0.35 else []
        for key, ids in known.items()
    }
    moments = (
        "",
        "",
        "2023-05-21T18:00",
        "2023-05-22T00:00",
        "2023-05-22T12:00",
        "2023-05-23T00:00",
        "2023-06-01T00:00",
        "2023-05-20T00:00",
    )
    return State(chosen, chance.random() < 0.15, chance.choice(moments))


def in_dispute(data: Data) -> set[str]:
    """Give the claims that dispute another or are disputed."""
    return {
        end
        for claim in data["claims"]
        for relation in claim["relations"]
        if relation["kind"] == "disputes"
        for end in (claim["id"], next(value for name, value in relation.items() if name != "kind"))
    }


def shown(data: Data, state: State) -> dict[str, str]:
    """Say which claims are shown, and of each whether it "may fall after" the moment."""
    disputed = in_dispute(data)
    found = {}
    for claim in data["claims"]:
        if state.disputed and claim["id"] not in disputed:
            continue
        if not all(not ids or set(ids) & set(values_of(claim, key)) for key, ids in state.chosen.items()):
            continue
        earliest, latest = ((claim["said"][end] or "")[:16] for end in ("earliest", "latest"))
        if not state.asof or (latest and latest <= state.asof):
            found[claim["id"]] = "said"
        elif earliest and earliest < state.asof:
            found[claim["id"]] = "perhaps"
    return found
