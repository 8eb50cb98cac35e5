"""Rules on claims that were removed."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic
from timeline.model import Timeline

KEPT = ("status", "aliases")
"""What the file of a removed claim still needs."""


def words_of_a_removed_claim(timeline: Timeline) -> Iterator[Diagnostic]:
    """The file of a removed claim is emptied too: the site shows none of it, but the repository does."""
    for event in timeline.events.values():
        left = [name for name in event.fields if name not in KEPT]
        if event.removed and left:
            yield codes.WORDS_OF_A_REMOVED_CLAIM.at(
                event.at("status"),
                "this claim is removed, but its file still holds " + ", ".join(f"`{name}`" for name in left),
                hint="delete these fields; the file's history keeps them until it is rewritten",
            )
