"""Who said what: every speaker with role, other names and lane, and the numbers of the claims.

A name stands as printed in the source; that it is somebody's is the editor's judgement and stands with its basis.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from timeline.dossier.setting import Json, listed
from timeline.dossier.whole import Whole
from timeline.model import Name


def speaker_entries(whole: Whole) -> list[Json]:
    """Make the entries, A to Z by name as printed; last the claims whose speaker the sources do not name."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    passed: defaultdict[str, list[str]] = defaultdict(list)
    unnamed: list[str] = []
    for claim in whole.order:
        event = whole.event(claim)
        for by in dict.fromkeys(event.by):
            made[by].append(claim)
        for via in dict.fromkeys(event.via):
            passed[via].append(claim)
        if not event.by:
            unnamed.append(claim)
    speakers = sorted({*made, *passed}, key=lambda one: (whole.speaker(one).casefold(), one))
    entries: list[Json] = [_entry(speaker, made[speaker], passed[speaker], whole) for speaker in speakers]
    if unnamed:
        entries.append(
            {
                "name": [whole.text("no-speaker")],
                "lane": None,
                "lines": [whole.say("claims-made", claims=whole.numbers(unnamed))],
            }
        )
    return entries


def _entry(speaker: str, made: list[str], passed: list[str], whole: Whole) -> dict[str, Json]:
    record = whole.timeline.speakers.get(speaker)
    lanes = {lane.id: index for index, lane in enumerate(whole.aligned.lanes)}
    return {
        "name": whole.wide.name(whole.speaker(speaker)),
        "role": whole.wide.rich(record.role) if record and record.role else [],
        "names": _names(record.names if record else (), whole),
        "note": whole.say("editors-note", note=whole.wide.rich(record.note))
        if record and record.note
        else [],
        "lane": lanes.get(record.narrative or "") if record else None,
        "lines": [
            whole.say(key, claims=whole.numbers(claims))
            for key, claims in (("claims-made", made), ("claims-passed-on", passed))
            if claims
        ],
    }


def _names(names: Iterable[Name], whole: Whole) -> list[Json]:
    """List other names; one that rests on a judgement is shown as the editor's, with its basis."""
    shown: list[list[Json]] = []
    for name in names:
        words = whole.wide.words(name.name, language=name.language)
        if name.basis:
            shown.append(whole.say("identified", name=words, basis=whole.wide.rich(name.basis)))
        else:
            shown.append(
                whole.say("also-in", name=words, language=[name.language])
                if name.language
                else whole.say("also", name=words)
            )
    return listed(shown, "; ")
