"""Rules on claims that were removed."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic
from timeline.model import Dating, Timeline

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


def dated_by_a_removed_claim(timeline: Timeline) -> Iterator[Diagnostic]:
    """What was read from the day of a removed claim would tell that day, so it is not dated any more."""
    for event in timeline.events.values():
        if event.removed:
            continue
        for name, dating in (("date", event.date), ("said", event.said)):
            for role, other in _named(dating):
                if other in timeline.events and timeline.events[other].removed:
                    yield codes.DATED_BY_A_REMOVED_CLAIM.at(
                        event.at(name),
                        f"the {role} of this date, `{other}`, is a claim that was removed, and is left out",
                        hint="give another, or a date of its own, unless it would still tell the day of that claim",
                    )


def _named(dating: Dating) -> Iterator[tuple[str, str]]:
    """Give the events that a date is read from or limited by, with what they are to it."""
    if dating.anchor is not None and dating.anchor.kind == "event" and dating.anchor.id is not None:
        yield "anchor", dating.anchor.id
    for role, bound in (("lower limit", dating.not_before), ("upper limit", dating.not_after)):
        if bound is not None and bound.event is not None:
            yield role, bound.event
