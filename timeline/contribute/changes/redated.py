"""Dates that change although their own files say the same, and what they all change by.

What enters: the timeline before, with the ids of now, and the timeline now. What leaves: for every date that differs,
whether its own file did it, else the causes at the end of the chain and the claims along it. A chain is followed step by
step, never by recursion: claims may date one another a thousand deep.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from timeline.contribute.changes.fields import dating_changes
from timeline.contribute.changes.iso import both, worded
from timeline.contribute.changes.values import Cause, Side
from timeline.dates import Precision
from timeline.model import Dating, Event, Source, Timeline

Node = tuple[str, Side]
"""One of the two dates of one claim."""

SIDES: tuple[Side, Side] = ("date", "said")
NOTHING = "not known"

Shown = tuple[object, ...]


def shown(dating: Dating | None) -> Shown:
    """Give what of a date can be seen: its interval, how it is known, and on which clock."""
    if dating is None:
        return ()
    found = dating.resolution
    return (
        found.earliest.isoformat() if found.earliest else None,
        found.latest.isoformat() if found.latest else None,
        found.precision,
        found.part,
        found.approximate,
        found.uncertain,
        found.edtf,
    )


@dataclass(frozen=True, slots=True)
class Traced:
    """Where a chain of dates begins."""

    causes: tuple[Cause, ...]
    through: tuple[str, ...]


@dataclass
class Tracer:
    """Follows dates back to what changed them."""

    before: Timeline
    """With the ids of now, and without what the branch removes."""

    after: Timeline
    rewritten: frozenset[str]
    """Claims whose file has another text."""

    files: frozenset[str]
    """All files that have another text."""

    _done: dict[Node, Traced] = field(default_factory=dict)

    def dating(self, timeline: Timeline, node: Node) -> Dating | None:
        """Give one date of one claim."""
        event = timeline.events.get(node[0])
        return None if event is None else event.date if node[1] == "date" else event.said

    def differs(self, node: Node) -> bool:
        """Tell whether a date is another one now."""
        before, after = self.dating(self.before, node), self.dating(self.after, node)
        return before is not None and after is not None and shown(before) != shown(after)

    def moved(self, node: Node) -> bool:
        """Tell whether readers see that a date is another one now: not where only limits of a saying moved that nobody stated."""
        before, after = self.dating(self.before, node), self.dating(self.after, node)
        if before is None or after is None or shown(before) == shown(after):
            return False
        unstated = {before.resolution.precision, after.resolution.precision} == {Precision.UNSTATED}
        return node[1] == "date" or not unstated

    def is_own(self, node: Node) -> bool:
        """Tell whether the claim's own file changed its date: its words, or else all that the trace leaves."""
        if node[0] not in self.rewritten:
            return False
        before, after = self.dating(self.before, node), self.dating(self.after, node)
        if before is None or after is None:
            return True
        return bool(dating_changes(node[1], before, after)) or not (
            any(self.causes(node)) or any(map(self.differs, self.needed(node))) or any(self.reading(node))
        )

    def trace(self, start: Node) -> Traced:
        """Follow a date to what changed it."""
        path: list[Node] = []
        node = start
        while node not in self._done:
            if node != start and self.is_own(node):
                self._done[node] = Traced((self.claim_cause(node),), ())
                break
            causes = tuple(dict.fromkeys(self.causes(node)))
            following = (one for one in self.needed(node) if one not in path and self.differs(one))
            after = None if causes else next(following, None)
            if after is None:
                last = _UNKNOWN if node == start else self.claim_cause(node)
                self._done[node] = Traced(causes or tuple(dict.fromkeys(self.reading(node))) or (last,), ())
                break
            path.append(node)
            node = after
        for one in reversed(path):
            found = self._done[node]
            is_cause = any(cause.kind == "claim" and cause.id == node[0] for cause in found.causes)
            via = () if is_cause or node[0] == one[0] else (node[0],)
            self._done[one] = Traced(found.causes, (*via, *found.through))
            node = one
        return self._done[start]

    # -- one step ----------------------------------------------------------------------------------------------------

    def needed(self, node: Node) -> Iterator[Node]:
        """List the dates that one is read from or limited by."""
        claim, side = node
        seen: set[Node] = {node}
        for timeline in (self.after, self.before):
            dating = self.dating(timeline, node)
            if dating is None:
                continue
            for other in self._links(claim, side, dating):
                if other not in seen:
                    seen.add(other)
                    yield other

    def _links(self, claim: str, side: Side, dating: Dating) -> Iterator[Node]:
        sides = SIDES if side == "date" else SIDES[::-1]
        if dating.anchor is not None and dating.anchor.id is not None:
            if dating.anchor.kind == "event":
                yield from ((dating.anchor.id, one) for one in sides)
            elif dating.anchor.kind == "said":
                yield claim, "said"
        for bound in (dating.not_before, dating.not_after):
            if bound is not None and bound.event is not None:
                yield from ((bound.event, one) for one in sides)
        if dating.resolution.precision is Precision.UNSTATED:
            yield claim, "said" if side == "date" else "date"

    def causes(self, node: Node) -> Iterator[Cause]:
        """List what a date depends on beside other dates, and what of it changed."""
        before, after = self.dating(self.before, node), self.dating(self.after, node)
        if before is None or after is None:
            return
        was, now = self.before.events[node[0]], self.after.events[node[0]]
        yield from self._of_source(was, before, now, after)
        if before.zone != after.zone:
            yield from self._of_zone(was, now, node[1])
        yield from dict.fromkeys(cause for dating in (before, after) for cause in self._of_lost(dating))

    def _of_source(self, was: Event, before: Dating, now: Event, after: Dating) -> Iterator[Cause]:
        first, second = _first(was, self.before), _first(now, self.after)
        if first is None or second is None or first.id != second.id:
            return
        if shown(first.published) == shown(second.published):
            return
        uses = any(
            (one.anchor is not None and one.anchor.kind == "source")
            or (one.resolution.precision is Precision.UNSTATED and one.limits)
            for one in (before, after)
        )
        if uses:
            yield from self.publication(first, second)

    def publication(self, before: Source, after: Source) -> Iterator[Cause]:
        """Say why the publication date of a source changed: its file, or what all dates are read with."""
        if after.path not in self.files:
            found = [*self._of_setting("time_zone"), *self._of_setting("language")]
            if found:
                yield from found
                return
        old, new = before.published, after.published
        words = both(old, new) if old and new else (worded(old) or NOTHING, worded(new) or NOTHING)
        yield Cause(
            kind="source", id=after.id, path=after.path, field="published", before=words[0], after=words[1]
        )

    def _of_zone(self, was: Event, now: Event, side: Side) -> Iterator[Cause]:
        yield from self._of_setting("time_zone")
        ids = dict.fromkeys((*was.places, *now.places) if side == "date" else (*was.said_at, *now.said_at))
        waiting, seen = list(ids), set[str]()
        while waiting:
            id_ = waiting.pop(0)
            old, new = self.before.places.get(id_), self.after.places.get(id_)
            if id_ in seen or new is None:
                continue
            seen.add(id_)
            if old is not None:
                for name in ("time_zone", "part_of"):
                    first, second = getattr(old, name), getattr(new, name)
                    if first != second:
                        yield Cause(
                            kind="place",
                            id=id_,
                            path=new.path,
                            field=name,
                            before=first or NOTHING,
                            after=second or NOTHING,
                        )
            waiting += [one.part_of for one in (old, new) if one is not None and one.part_of]

    def reading(self, node: Node) -> Iterator[Cause]:
        """List what all words are read with and that changed: the last thing to blame."""
        if node[0] not in self.before.events or node[0] not in self.after.events:
            return
        was, now = self.before.events[node[0]], self.after.events[node[0]]
        yield from self._of_setting("story_start")
        first, second = _first(was, self.before), _first(now, self.after)
        old, new = first.language if first else None, second.language if second else None
        if first and second and first.id == second.id and old != new:
            yield Cause(
                kind="source",
                id=second.id,
                path=second.path,
                field="language",
                before=old or NOTHING,
                after=new or NOTHING,
            )
        if old is None or new is None:
            yield from self._of_setting("language")

    def _of_setting(self, name: str) -> Iterator[Cause]:
        first, second = getattr(self.before.settings, name), getattr(self.after.settings, name)
        if first != second:
            yield Cause(
                kind="setting",
                id=None,
                path="timeline.yml",
                field=name,
                before=str(first or NOTHING),
                after=str(second or NOTHING),
            )

    def _of_lost(self, dating: Dating) -> Iterator[Cause]:
        """Find what a date was read from and is no claim any more, or was none before."""
        used = [dating.anchor.id] if dating.anchor and dating.anchor.kind == "event" else []
        used += [bound.event for bound in (dating.not_before, dating.not_after) if bound]
        for id_ in used:
            if id_ is None:
                continue
            old, new = self.before.events.get(id_), self.after.events.get(id_)
            if new is not None and new.removed and (old is None or old.removed):
                yield Cause(kind="removed", id=None, path="", field="", before="", after="")
            elif (old is None) != (new is None):
                yield Cause(kind="gone", id=id_, path="", field="", before="", after="")

    def claim_cause(self, node: Node) -> Cause:
        """Name a claim whose own date changed."""
        before, after = self.dating(self.before, node), self.dating(self.after, node)
        words = both(before, after) if before and after else (worded(before), worded(after))
        event = self.after.events.get(node[0]) or self.before.events[node[0]]
        return Cause(
            kind="claim", id=node[0], path=event.path, field=node[1], before=words[0], after=words[1]
        )


def publications(before: Timeline, after: Timeline) -> Iterable[tuple[Source, Source]]:
    """List the sources whose publication has another date now."""
    for id_, source in after.sources.items():
        old = before.sources.get(id_)
        if old is not None and shown(old.published) != shown(source.published):
            yield old, source


_UNKNOWN = Cause(kind="unknown", id=None, path="", field="", before="", after="")


def _first(event: Event, timeline: Timeline) -> Source | None:
    """Give the source from whose publication the claim's phrases are read."""
    found = (timeline.sources.get(one.source) for one in event.citations)
    return next((source for source in found if source is not None), None)
