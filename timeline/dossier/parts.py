"""What the dossier of a part says about itself: what it holds, what is left out, and which relations lead out of it.

What enters: a part of a timeline and the wording. What leaves: sentences for the cover and rows for a section, plain text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline import wording
from timeline.ids import slug
from timeline.model import Event
from timeline.selection import Asked, Moment, Part, Reason
from timeline.text import plain
from timeline.wording import Wording

LONGEST_NAME = 80
"""Characters of a file's name that tell which part it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """The words about a part."""

    held: tuple[str, ...]
    """Sentences for the cover: what the part holds, and what is left out."""

    as_of: str
    """The moment in words, or nothing."""

    may_fall_after: tuple[str, ...]
    """Ids of claims of which nobody knows whether they were said before that moment."""

    outside: tuple[tuple[str, str], ...]
    """A claim of the part, and its relation to a claim outside in words."""


def described(part: Part, words: Wording) -> PartWords:
    """Put a part into words."""
    asked = part.asked
    return PartWords(
        held=tuple(filter(None, [*_held(part, words), _left_out(part, words)])),
        as_of=moment_words(asked.as_of, words) if asked.as_of else "",
        may_fall_after=part.may_fall_after,
        outside=tuple(
            (
                claim,
                words.text(
                    "selection.relation",
                    verb=wording.verb(words, link.verb),
                    who=_who(part.whole.events[link.other], part, words),
                    claim=wording.headline(part.whole.events[link.other]),
                    id=link.other,
                ),
            )
            for claim, links in part.outside.items()
            for link in links
        ),
    )


def moment_words(at: Moment, words: Wording) -> str:
    """Write a moment that was asked for, as exactly as it was given."""
    if at.is_time:
        zone = f" (UTC{at.start:%:z})" if at.start.tzinfo else ""
        return f"{words.day(at.start, year=True)}, {at.start:%H:%M}{zone}"
    last = at.end - timedelta(microseconds=1)
    return words.day(last, year=True)


def part_name(asked: Asked) -> str:
    """Name a file after what was asked for."""
    words = [*asked.topics, *asked.narratives, *asked.sources]
    if asked.start:
        words += ["from", asked.start.text]
    if asked.end:
        words += ["to", asked.end.text]
    if asked.as_of:
        words += ["as-of", asked.as_of.text]
    return slug("-".join(words))[:LONGEST_NAME].strip("-")


def _held(part: Part, words: Wording) -> Iterator[str]:
    asked, whole = part.asked, part.whole
    topics = [plain(whole.topics[topic].title) for topic in asked.topics if topic in whole.topics]
    lanes = [plain(whole.narratives[lane].label) for lane in asked.narratives if lane in whole.narratives]
    sources = [plain(whole.sources[source].title) for source in asked.sources if source in whole.sources]
    for kind, names in (("topics", topics), ("narratives", lanes), ("sources", sources)):
        if names:
            yield words.text(f"selection.{kind}", names=_listed(names, words))
    first = moment_words(_begin(asked.start), words) if asked.start else ""
    last = moment_words(asked.end, words) if asked.end else ""
    if first and last:
        yield words.text("selection.between", first=first, last=last)
    elif first:
        yield words.text("selection.from", first=first)
    elif last:
        yield words.text("selection.to", last=last)
    if asked.as_of:
        yield words.text("selection.as-of", moment=moment_words(asked.as_of, words))


def _begin(at: Moment) -> Moment:
    """The day on which a stretch begins, for one that was given as a month or a year."""
    return at if at.is_time else Moment(at.text, at.start, at.start + timedelta(days=1), is_time=False)


def _left_out(part: Part, words: Wording) -> str:
    """Count what is left out, by reason."""
    total = sum(part.left_out.values())
    if not total:
        return words.text("selection.nothing-left-out")
    reasons = [
        words.count(f"selection.left-out-{reason}", number)
        for reason, number in part.left_out.items()
        if reason in {Reason.UNDATED, Reason.LATER, Reason.CANNOT_BE_PLACED}
    ]
    counted = words.count("selection.left-out", total)
    return f"{counted} {' '.join(reasons)}" if reasons else counted


def _listed(names: Sequence[str], words: Wording) -> str:
    return words.listed([f"“{name}”" for name in names])


def _who(event: Event, part: Part, words: Wording) -> str:
    names = [plain(part.whole.speakers[by].name) for by in event.by if by in part.whole.speakers]
    return words.listed(names) if names else words.text("dossier.no-speaker")
