"""A date phrase, tried at once: how it resolves, or what can be done where it does not.

What enters: a record with a date, and a way to try it among those on file. What leaves: the record with the date settled,
perhaps by a reading or an anchor that the editor chose, with its basis. What it refuses: to choose for the editor.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline import dates
from timeline.commands.talk import ask, say
from timeline.contribute.composing import Record
from timeline.contribute.trial import DateTrial, Trial
from timeline.contribute.writing import Data


def settled(record: Record, path: str, name: str, tried: Callable[[Record], Trial]) -> Record | None:
    """Show how a date resolves; where it does not, offer what can be done.

    Args:
        record: With the date in it.
        path: Of the record.
        name: Of the date's field.
        tried: Tries a record among those on file.

    Returns:
        The record with a date that resolves. None if the phrase is to be typed anew.
    """
    while True:
        trial = tried(record)
        date = trial.date(path, name)
        if date is None:
            for one in trial.problems(path, name):
                say(f"  {one.code}: {one.message}" + (f"; {one.hint}" if one.hint else ""))
            return None
        if not date.problems:
            for line in resolved(date):
                say(f"  {line}")
            return record
        value = _mended(date, name)
        if value is None:
            return None
        record = {**record, name: value}


def resolved(date: DateTrial) -> list[str]:
    """Say in words what a date was resolved to, and by which rule."""
    resolution = date.dating.resolution
    return [f"“{date.dating.phrase}” → {dates.long(resolution)}", resolution.explanation, *date.dating.limits]


def _mended(date: DateTrial, name: str) -> Data | None:
    """Let somebody choose a reading or another anchor for a refused phrase; None to type it anew."""
    for one in date.problems:
        say(f"  {one.code}: {one.message}")
    readings = date.refusal.readings if date.refusal else ()
    for number, reading in enumerate(readings, start=1):
        say(f"  {number}  {reading.label}" + (f": {reading.why}" if reading.why else ""))
    choices = {str(number): reading.edtf for number, reading in enumerate(readings, start=1)}
    if len(readings) > 1:
        say("  u  leave it undecided between these")
        choices["u"] = dates.UNDECIDED
    anchored = name in {"date", "said"}
    if anchored:
        say("  a  read it from something else than the source's publication")
    say("  t  type other words")
    while True:
        typed = ask("Which").lower()
        if typed in choices:
            return _reading(date.dating.phrase, choices[typed])
        if typed == "a" and anchored:
            return _anchored(date.dating.phrase, name)
        if typed in {"t", ""}:
            return None
        say("Please type one of the above.")


def _reading(phrase: str, reading: str) -> Data:
    basis = ""
    while not basis:
        basis = ask("Why the editor reads it so (the basis, shown with the date)")
    return {"phrase": phrase, "reading": reading, "basis": basis}


def _anchored(phrase: str, name: str) -> Data | None:
    saying = "`said` for its own saying, " if name == "date" else ""
    anchor = ask(f"Read it from ({saying}the id of another claim, or a day such as 2023-05-22)")
    basis = ask("Why (Enter if it is plain)") if anchor else ""
    value: dict[str, Data] = {"phrase": phrase, "anchor": anchor}
    return ({**value, "basis": basis} if basis else value) if anchor else None
