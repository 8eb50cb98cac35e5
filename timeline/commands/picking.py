"""Picking records from a list: by number, by id or name, or by a part of one.

What enters: candidates, the likely ones first, and what is typed. What leaves: ids, or the typed words where these may stand
as they are. What it refuses: an id that nothing on file has.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.commands.talk import ask, say
from timeline.contribute.known import Candidate, exactly, matching
from timeline.ids import did_you_mean, looks_like_id
from timeline.model import UNSTATED

SHOWN = 8
"""Candidates in a list; typing a part of a name shows others."""


def choose(known: Sequence[Candidate], what: str, otherwise: str, *, free: bool = True) -> list[str]:
    """Let somebody pick from a list, or search in it.

    Args:
        known: The likely ones first.
        what: What is asked for.
        otherwise: What else may be typed.
        free: Whether words that name no record are an answer.

    Returns:
        Ids, or the words that were typed; nothing for no answer.
    """
    shown, kept = list(known[:SHOWN]), ""
    advice = "; ".join(each for each in ("a number, or a part of a name" if known else "", otherwise) if each)
    say(f"\n{what}" + (f" ({advice})." if advice else "."))
    show(shown, len(known))
    while typed := ask(what.partition(":")[0]):
        if numbers := picked_numbers(typed, len(shown)):
            return [shown[number - 1].id for number in numbers]
        if (one := exactly(known, typed)) is not None:
            return [one.id]
        found = matching(known, typed)
        kept = typed if free and (typed == UNSTATED or not looks_like_id(typed)) else ""
        if not found and kept:
            break
        if not found:
            say(did_you_mean(typed, [one.id for one in known]) or f"Nothing on file is called `{typed}`.")
            continue
        shown = list(found[:SHOWN])
        show(shown, len(found))
        if kept:
            say(f"  Enter keeps “{kept}” as it stands.")
    return [kept] if kept else []


def show(shown: Sequence[Candidate], total: int) -> None:
    """Print a numbered list."""
    width = max((len(one.id) for one in shown), default=0)
    for number, one in enumerate(shown, start=1):
        label = one.label if len(one.label) <= 60 else f"{one.label[:60].rstrip()}…"
        say(f"  {number}  {one.id:<{width}}  {label}" + (f" ({one.note})" if one.note else ""))
    if total > len(shown):
        say(f"     and {total - len(shown)} more")


def picked_numbers(typed: str, shown: int) -> list[int]:
    """Read `2`, or `1, 3`; nothing where a number is none of the list's."""
    parts = typed.replace(",", " ").split()
    numbers = [int(part) for part in parts if part.isdecimal() and part.isascii() and len(part) < 4]
    return numbers if len(numbers) == len(parts) and all(1 <= number <= shown for number in numbers) else []
