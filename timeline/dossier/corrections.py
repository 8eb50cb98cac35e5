"""Corrections, withdrawals and removals. A removed claim leaves only its tombstone: its id, that it was removed, the kind of reason."""

from __future__ import annotations

from timeline import wording
from timeline.dossier.claims import status_line
from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole


def corrections(whole: Whole) -> dict[str, Json]:
    """Make the list of what was changed, in the order of the claims, and the tombstones."""
    changed: list[Json] = []
    for claim in whole.order:
        event, setting = whole.event(claim), whole.wide
        if event.status is None and not event.history:
            continue
        lines: list[Json] = []
        if event.status is not None:
            lines.append([f"{status_line(event.status, whole)}: ", *setting.rich(event.status.reason)])
        for entry in event.history:
            why = [" (", *setting.rich(entry.reason), ")"] if entry.reason else []
            lines.append(
                [f"{wording.when_iso(whole.words, entry.date)}: ", *setting.rich(entry.change), *why]
            )
        changed.append(
            {"claim": [whole.number(claim)], "who": setting.words(whole.who(claim)), "lines": lines}
        )
    return {"changed": changed, "removed": _tombstones(whole)}


def _tombstones(whole: Whole) -> list[Json]:
    """Say of every removed claim that it was removed, when, and for which kind of reason."""
    made: list[Json] = []
    for claim in whole.aligned.removed:
        status = whole.timeline.events[claim].status
        key, values = "removed", {"id": whole.wide.words(claim)}
        if status is not None and status.date is not None:
            key, values["date"] = f"{key}-on", [wording.when_iso(whole.words, status.date)]
        if status is not None and f"dossier.reason-{status.reason}" in whole.words.messages:
            key, values["reason"] = f"{key}-because", [whole.text(f"reason-{status.reason}")]
        made.append(whole.say(key, **values))
    return made
