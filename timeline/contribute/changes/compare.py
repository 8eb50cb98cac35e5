"""Two builds -> everything that differs between their resolved timelines.

What enters: the build of the base and that of the head. What leaves: `Changes`. Nothing is told twice: a date that moved
because its source did stands with the source, a renamed claim is no change of those that name it, and a file that says
the same in other words of YAML is only counted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from timeline.align import align
from timeline.compiler import Build
from timeline.contribute.changes.balance import balance, lanes_of
from timeline.contribute.changes.fields import (
    SOURCE_DATES,
    claim_changes,
    dating_changes,
    named,
    record_changes,
    settings_changes,
    value,
)
from timeline.contribute.changes.findings import by_severity, sort_findings, to_show
from timeline.contribute.changes.iso import worded
from timeline.contribute.changes.moves import REGISTRIES, followed, ids_of, moves, records
from timeline.contribute.changes.redated import SIDES, Node, Traced, Tracer, publications
from timeline.contribute.changes.values import (
    NOT_SHOWN,
    Attention,
    Cause,
    Changed,
    Changes,
    DateRow,
    FieldChange,
    LaneMove,
    Listed,
    Move,
    NewRelation,
    Point,
    Redated,
    RedatedGroup,
    StatusChange,
)
from timeline.contribute.changes.withheld import withheld
from timeline.diagnostics import Severity
from timeline.exports.writing import Json
from timeline.model import NO_SIDE_ID, UNSTATED, Dating, Event, Record, Timeline
from timeline.schema import SETTINGS_FILE

NOUNS = {
    "events": "claim",
    "sources": "source",
    "speakers": "speaker",
    "places": "place",
    "topics": "topic",
    "narratives": "lane",
}
"""What a record of each registry is called."""


def compare(base: Build, head: Build, *, base_point: Point, head_point: Point) -> Changes:
    """Compare two builds of one project."""
    return _Comparison(base, head, base_point, head_point).changes()


@dataclass
class _Comparison:
    """One comparison; every part of the answer is computed once."""

    base: Build
    head: Build
    base_point: Point
    head_point: Point

    def __post_init__(self) -> None:
        self.moves = moves(self.base, self.head)
        self.ids = ids_of(self.moves)
        self.now: Timeline = self.head.timeline
        emptied, self.withheld = withheld(self.base.timeline, self.head, self.ids)
        self.was: Timeline = followed(emptied, self.ids)
        apart = ids_of(move for move in self.moves if move.how != "merged")
        self.counted: Timeline = followed(emptied, apart)
        """As `was`, but two claims that are one now are still two."""
        self.new_path = {
            record.path: records(self.now, registry)[later].path
            for registry, ids in self.ids.items()
            for old, later in ids.items()
            if not (record := records(self.base.timeline, registry)[old]).inline
        }
        self.touched: set[str] = set()
        """Files of which something that they say changed."""

    # -- files ---------------------------------------------------------------------------------------------------------

    @cached_property
    def rewritten(self) -> frozenset[str]:
        """Files, by their path now, that have another text than before; ends of lines are no text."""
        before = {self.new_path.get(path, path): text for path, text in self.base.texts.items()}
        return frozenset(
            path
            for path, text in self.head.texts.items()
            if path in before and before[path].replace("\r\n", "\n") != text.replace("\r\n", "\n")
        )

    @cached_property
    def following(self) -> frozenset[str]:
        """Files in which nothing but the id of a renamed record is another."""
        ids = {old: new for each in self.ids.values() for old, new in each.items()}
        if not ids:
            return frozenset()
        pattern = re.compile(rf"(?<![a-z0-9-])(?:{'|'.join(map(re.escape, sorted(ids)))})(?![a-z0-9-])")
        return frozenset(
            path
            for path in self.rewritten
            if path in self.base.texts
            and pattern.sub(lambda match: ids[match[0]], self.base.texts[path]) == self.head.texts[path]
        )

    @cached_property
    def tracer(self) -> Tracer:
        """What follows dates back to what changed them."""
        return Tracer(
            before=self.was,
            after=self.now,
            rewritten=frozenset(
                id_ for id_, event in self.now.events.items() if event.path in self.rewritten
            ),
            files=self.rewritten,
        )

    # -- the whole -----------------------------------------------------------------------------------------------------

    def changes(self) -> Changes:
        """Put everything together."""
        findings = sort_findings(
            self.base,
            self.head,
            self.new_path,
            {old: new for ids in self.ids.values() for old, new in ids.items()},
        )
        self.flagged = {one.span.path for one in findings.new if one.severity is not Severity.NOTE}
        rows, redated = self.dates()
        lane_moves = self.lane_moves()
        aligned_before = align(self.counted)
        result = Changes(
            base=replace(self.base_point, errors=by_severity(self.base.diagnostics)["error"]),
            head=replace(self.head_point, errors=by_severity(self.head.diagnostics)["error"]),
            lanes=lanes_of(self.head.aligned, aligned_before),
            claims=len(self.head.aligned.order),
            new=tuple(self.listed("events", self.new_claims)),
            changed=tuple(self.changed_claims(lane_moves)),
            statuses=tuple(self.statuses()),
            moves=tuple(move for move in self.moves if not self.is_hidden(move.registry, move.before)),
            dates=rows,
            redated=redated,
            lane_moves=lane_moves,
            relations=tuple(self.relations()),
            records_new=tuple(
                one for registry in REGISTRIES[1:] for one in self.listed(registry, self.only_now(registry))
            ),
            records_changed=tuple(
                one
                for registry in REGISTRIES[1:]
                for one in self.changed_records(registry, redated, lane_moves)
            ),
            records_gone=tuple(
                one
                for registry in REGISTRIES[1:]
                for one in self.listed(registry, self.only_before(registry), before=True)
                if not self.is_hidden(registry, one.id)
            ),
            records_withheld=self.records_withheld(),
            settings=self.settings(),
            unread=tuple(self.unread()),
            readable=tuple(self.readable()),
            attention=tuple(self.attention()),
            findings=to_show(findings, self.withheld),
            staying=by_severity(findings.staying),
            gone=by_severity(findings.gone),
            balance=tuple(
                row
                for row in balance(self.counted, self.now, aligned_before, self.head.aligned)
                if row.topic is None or not self.is_hidden("topics", row.topic)
            ),
            reformatted=(),
        )
        self.touched.update(move.path for move in self.moves)
        quiet = self.rewritten - self.following - self.touched - {one.span.path for one in findings.new}
        quiet -= {one.path for one in (*result.unread, *result.readable)}
        return replace(result, reformatted=tuple(sorted(quiet & self.readable_paths - self.withheld.paths)))

    @cached_property
    def readable_paths(self) -> frozenset[str]:
        """Files of which a record was made."""
        found = {one.path for registry in REGISTRIES for one in records(self.now, registry).values()}
        return frozenset(found | {SETTINGS_FILE})

    # -- records that only one side has ----------------------------------------------------------------------------------

    @cached_property
    def new_claims(self) -> list[Record]:
        """Claims that are new, not those whose file only can be read now."""
        return [one for one in self.only_now("events") if isinstance(one, Event) and not one.removed]

    def only_now(self, registry: str) -> list[Record]:
        """Give records with a file that only the head has."""
        before = records(self.was, registry)
        return [
            one
            for id_, one in sorted(records(self.now, registry).items())
            if id_ not in before
            and not one.inline
            and (one.path not in self.base.texts or self.was_unpublished(registry, id_))
        ]

    def was_unpublished(self, registry: str, id_: str) -> bool:
        """Whether a record was on file before, and left out since no claim named it and some claim was removed."""
        return id_ in self.base.withheld and id_ not in records(self.base.timeline, registry)

    def only_before(self, registry: str) -> list[Record]:
        """Give records with a file that only the base has."""
        after = records(self.now, registry)
        return [
            one
            for id_, one in sorted(records(self.was, registry).items())
            if id_ not in after and not one.inline and one.path not in self.head.texts
        ]

    def listed(self, registry: str, found: Iterable[Record], *, before: bool = False) -> Iterator[Listed]:
        """List records."""
        for one in found:
            if not before:
                self.touched.add(one.path)
            yield Listed(registry=registry, id=one.id, path=one.path)

    def is_hidden(self, registry: str, id_: str) -> bool:
        """Whether only removed claims name a record."""
        return (registry, id_) in self.withheld.ids

    def records_withheld(self) -> int:
        """Count the records that are not published any more, since no claim but a removed one names them."""
        return sum(
            1
            for registry in REGISTRIES[1:]
            for id_, one in records(self.base.timeline, registry).items()
            if not one.inline
            and self.ids[registry].get(id_, id_) not in records(self.now, registry)
            and (self.is_hidden(registry, id_) or id_ in self.head.withheld)
        )

    def unread(self) -> Iterator[Listed]:
        """Find what was there before and cannot be read now."""
        for registry in REGISTRIES:
            after = records(self.now, registry)
            for id_, one in sorted(records(self.was, registry).items()):
                gone = id_ not in after and not one.inline and one.path in self.head.texts
                if gone and id_ not in self.head.withheld and not self.is_hidden(registry, id_):
                    yield Listed(registry=registry, id=id_, path=one.path)

    def readable(self) -> Iterator[Listed]:
        """Find what could not be read before."""
        for registry in REGISTRIES:
            before = records(self.was, registry)
            for id_, one in sorted(records(self.now, registry).items()):
                on_file = not one.inline and one.path in self.base.texts
                if id_ not in before and on_file and not self.was_unpublished(registry, id_):
                    hidden = self.is_hidden(registry, id_) or (isinstance(one, Event) and one.removed)
                    if not hidden and (registry, id_) not in self.named_by_removed:
                        yield Listed(registry=registry, id=id_, path=one.path)

    @cached_property
    def named_by_removed(self) -> frozenset[tuple[str, str]]:
        """Records of the base that were left out with the claims that the head removes."""
        return frozenset(
            (registry, self.ids[registry].get(id_, id_))
            for registry in REGISTRIES
            for id_ in records(self.base.timeline, registry)
        )

    # -- claims that both sides have -----------------------------------------------------------------------------------

    @cached_property
    def pairs(self) -> list[tuple[Event, Event]]:
        """Claims that are shown on both sides, as they were and as they are."""
        return [
            (self.was.events[id_], event)
            for id_, event in sorted(self.now.events.items())
            if id_ in self.was.events and not event.removed and not self.was.events[id_].removed
        ]

    def changed_claims(self, lane_moves: Iterable[LaneMove]) -> Iterator[Changed]:
        """Compare the claims field by field."""
        with_speaker = {claim for move in lane_moves for claim in move.claims}
        for before, after in self.pairs:
            found = list(claim_changes(before, self.was, after, self.now))
            if after.path in self.rewritten:
                for side in SIDES:
                    found += dating_changes(side, getattr(before, side), getattr(after, side))
            if before.narrative != after.narrative and after.id not in with_speaker:
                lanes = (
                    (before.narrative, named(self.was, "narratives", before.narrative)),
                    (
                        after.narrative,
                        named(self.now, "narratives", after.narrative),
                    ),
                )
                found.append(FieldChange(field="narrative", before=value(*lanes[0]), after=value(*lanes[1])))
            added = set(after.aliases) - set(before.aliases) - set(self.ids["events"])
            if added:
                found.append(
                    FieldChange(
                        field="aliases",
                        before=value(list[Json](sorted(before.aliases)), ", ".join(sorted(before.aliases))),
                        after=value(list[Json](sorted(after.aliases)), ", ".join(sorted(after.aliases))),
                    )
                )
            if found:
                self.touched.add(after.path)
                yield Changed(registry="events", id=after.id, path=after.path, fields=self.shown(found))

    def shown(self, found: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
        """Leave out of field changes what was removed."""
        return tuple(
            replace(one, before=self.withheld.value(one.before), after=self.withheld.value(one.after))
            for one in found
        )

    def words(self, text: str) -> str:
        """Give a text, or what stands for one that tells what was removed."""
        return NOT_SHOWN if self.withheld.tells(text) else text

    def statuses(self) -> Iterator[StatusChange]:
        """Find claims that were corrected, withdrawn, removed or put back."""
        kept = {later: old for old, later in self.ids["events"].items()}
        for id_, event in sorted(self.now.events.items()):
            old = self.base.timeline.events.get(id_) or self.base.timeline.events.get(kept.get(id_, ""))
            before = old.status if old is not None else None
            if event.status == before or (old is None and not event.removed):
                continue
            self.touched.add(event.path)
            yield StatusChange(
                id=id_,
                path=event.path,
                before=before.kind if before else None,
                after=event.status.kind if event.status else None,
                reason=self.words(event.status.reason) if event.status else "",
                date=event.status.date if event.status else None,
            )

    def relations(self) -> Iterator[NewRelation]:
        """List the relations of new claims."""
        for event in self.new_claims:
            for one in self.now.events[event.id].relations:
                yield NewRelation(claim=event.id, kind=one.kind.value, target=one.target)

    # -- dates ---------------------------------------------------------------------------------------------------------

    def dates(self) -> tuple[tuple[DateRow, ...], tuple[RedatedGroup, ...]]:
        """Sort the dates that differ: those of new claims and those that their own file changed, and all others."""
        order = self.head.aligned.numbers
        rows = [row for event in self.new_claims for row in self.new_rows(self.now.events[event.id])]
        groups: defaultdict[tuple[Cause, ...], list[Redated]] = defaultdict(list)
        for before, after in self.pairs:
            for side in SIDES:
                node: Node = (after.id, side)
                was, now = getattr(before, side), getattr(after, side)
                own = after.path in self.rewritten and bool(dating_changes(side, was, now))
                if not own and not self.tracer.moved(node):
                    continue
                traced = Traced((), ()) if own else self.tracer.trace(node)
                if own or self.tracer.is_own(node) or any(one.id == after.id for one in traced.causes):
                    self.touched.add(after.path)
                    rows.append(self.row(after, side, before=before))
                    continue
                removed = any(cause.kind == "removed" for cause in traced.causes)
                through = tuple(one for one in traced.through if not self.now.events[one].removed)
                groups[traced.causes].append(
                    Redated(
                        claim=after.id,
                        side=side,
                        lane=after.narrative,
                        through=through,
                        before=None if removed else was,
                        after=now,
                    )
                )
        for old, new in publications(self.was, self.now):
            if self.is_hidden("sources", new.id):
                continue
            for cause in self.tracer.publication(old, new):
                if cause.kind == "source" and not any(cause in causes for causes in groups):
                    groups[cause,] = []
        for causes in groups:
            self.touched.update(cause.path for cause in causes)
        rows.sort(key=lambda row: (order.get(row.claim, 0), row.side))
        made = [
            RedatedGroup(
                causes=causes,
                dates=tuple(sorted(found, key=lambda one: (order.get(one.claim, 0), one.side))),
            )
            for causes, found in groups.items()
        ]
        made.sort(key=lambda group: [(one.kind, one.id or "", one.field, one.path) for one in group.causes])
        return tuple(rows), tuple(made)

    def new_rows(self, event: Event) -> Iterator[DateRow]:
        """Give the rows of a new claim: its date, and its saying where the source states one of its own."""
        yield self.row(event, "date")
        when_said = event.date.resolution.rule == "when-said"
        if event.said.phrase != UNSTATED and not when_said:
            yield self.row(event, "said")

    def row(self, event: Event, side: str, before: Event | None = None) -> DateRow:
        """Make a row."""
        was: Dating | None = getattr(before, side) if before else None
        if was is not None and self.is_of_removed(was):
            was = None
        return DateRow(
            claim=event.id,
            side="date" if side == "date" else "said",
            lane=event.narrative,
            path=event.path,
            is_new=before is None,
            flagged=event.path in self.flagged,
            after=getattr(event, side),
            before=was,
            before_shown=was is None or not self.withheld.tells(was.phrase),
            saying=event.said if side == "date" and event.date.resolution.rule == "when-said" else None,
            read_from=self.read_from(event, side),
        )

    def read_from(self, event: Event, side: str) -> str:
        """Date the anchor of a claim's date, where the rule that read the words needed it."""
        dating: Dating = getattr(event, side)
        if dating.resolution.rule == "when-said":
            dating = event.said
        use = dating.anchor
        if use is None or not any(
            words in dating.resolution.explanation for words in ("anchor", use.text.partition(",")[0])
        ):
            return ""
        match use.kind:
            case "source":
                source = self.now.sources.get(use.id or "")
                return worded(source.published) if source else ""
            case "event":
                other = self.now.events.get(use.id or "")
                return "" if other is None or other.removed else f"`{other.id}`, {worded(other.date)}"
            case "said":
                return worded(event.said)
            case _:
                return use.text

    def is_of_removed(self, dating: Dating) -> bool:
        """Tell whether a date was read from a claim that is removed now, whose day it would tell."""
        used = [dating.anchor.id if dating.anchor and dating.anchor.kind == "event" else None]
        used += [bound.event for bound in (dating.not_before, dating.not_after) if bound]
        found = (self.now.events.get(id_) for id_ in used if id_ is not None)
        return any(event is not None and event.removed for event in found)

    # -- lanes ---------------------------------------------------------------------------------------------------------

    def lane_moves(self) -> tuple[LaneMove, ...]:
        """Find the claims that stand in another lane because their speaker does."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        moved = {
            id_: (old.narrative, speaker.narrative)
            for id_, speaker in self.now.speakers.items()
            if (old := self.was.speakers.get(id_)) is not None
            and old.narrative != speaker.narrative
            and not self.is_hidden("speakers", id_)
        }
        for before, after in self.pairs:
            if before.narrative == after.narrative:
                continue
            for speaker in after.by:
                lanes = moved.get(speaker)
                if lanes and after.narrative == (lanes[1] or NO_SIDE_ID) and speaker in before.by:
                    found[speaker].append(after.id)
                    break
        order = self.head.aligned.numbers
        for speaker in moved:
            self.touched.add(self.now.speakers[speaker].path)
        return tuple(
            LaneMove(
                speaker=speaker,
                path=self.now.speakers[speaker].path,
                before=lanes[0],
                after=lanes[1],
                claims=tuple(sorted(found[speaker], key=lambda claim: order.get(claim, 0))),
            )
            for speaker, lanes in sorted(moved.items())
        )

    # -- registries and settings ---------------------------------------------------------------------------------------

    def changed_records(
        self, registry: str, redated: Iterable[RedatedGroup], lane_moves: Iterable[LaneMove]
    ) -> Iterator[Changed]:
        """Compare the records of one registry, but for what stands with the claims that it moves."""
        told = {
            (cause.id, cause.field)
            for group in redated
            for cause in group.causes
            if cause.kind in {"source", "place"}
        }
        told |= {(move.speaker, "narrative") for move in lane_moves}
        before = records(self.was, registry)
        for id_, record in sorted(records(self.now, registry).items()):
            old = before.get(id_)
            if old is None or self.is_hidden(registry, id_):
                continue
            found = [
                one
                for one in record_changes(registry, old, self.was, record, self.now)
                if not ((id_, one.field) in told and not _another_basis(one))
                and not (one.field in SOURCE_DATES and record.path not in self.rewritten)
                and one.field != "aliases"
            ]
            if found:
                self.touched.add(record.path)
                yield Changed(
                    registry=registry,
                    id=id_,
                    path=record.path,
                    fields=self.shown(found),
                    mentions=self.mentions[registry, id_],
                )

    @cached_property
    def mentions(self) -> Counter[tuple[str, str]]:
        """Count the claims that name each record now."""
        counts: Counter[tuple[str, str]] = Counter()
        for event in self.now.events.values():
            if event.removed:
                continue
            named_here = {
                *(("sources", one.source) for one in event.citations),
                *(("speakers", id_) for id_ in (*event.by, *event.via)),
                *(("places", id_) for id_ in (*event.places, *event.said_at)),
                *(("topics", one.topic) for one in event.about),
                ("narratives", event.narrative),
            }
            counts.update(named_here)
        return counts

    def settings(self) -> tuple[FieldChange, ...]:
        """Compare the settings; where there was no timeline before, all of them are new and none is a change."""
        if self.base_point.empty:
            return ()
        found = settings_changes(self.was.settings, self.now.settings)
        if found:
            self.touched.add(SETTINGS_FILE)
        return self.shown(found)

    # -- what only a comparison finds ----------------------------------------------------------------------------------

    def attention(self) -> Iterator[Attention]:
        """Find addresses that would lead nowhere."""
        lost = {(move.registry, move.before): move for move in self.moves if move.how == "lost"}
        for move in lost.values():
            if not self.is_hidden(move.registry, move.before):
                yield _without_alias(move)
        for registry in REGISTRIES:
            hidden = {id_ for name, id_ in self.withheld.ids if name == registry}
            for one in self.only_before(registry):
                if one.id not in hidden:
                    yield _deleted(registry, one)
            yield from self._dropped_aliases(registry, hidden)

    def _dropped_aliases(self, registry: str, hidden: set[str]) -> Iterator[Attention]:
        after = records(self.now, registry)
        known = {*after, *(alias for one in after.values() for alias in one.aliases)}
        for id_, one in sorted(records(self.was, registry).items()):
            if id_ not in after or id_ in hidden:
                continue
            for alias in sorted(set(one.aliases) - known):
                self.touched.add(after[id_].path)
                yield Attention(
                    kind="alias-dropped",
                    registry=registry,
                    id=alias,
                    path=after[id_].path,
                    message=f"the old address of the {NOUNS[registry]} `{id_}`, `{alias}`, leads nowhere any more",
                    hint=f"put `{alias}` back into its `aliases`",
                )


def _another_basis(change: FieldChange) -> bool:
    """Tell whether a date of a source has another basis too, which the date alone does not tell."""
    before, after = change.before.data, change.after.data
    return isinstance(before, dict) and isinstance(after, dict) and before["basis"] != after["basis"]


def _without_alias(move: Move) -> Attention:
    noun = NOUNS[move.registry]
    return Attention(
        kind="renamed-without-alias",
        registry=move.registry,
        id=move.before,
        path=move.path,
        message=f"the {noun} `{move.before}` seems to be `{move.after}` now, and its old address leads nowhere",
        hint=f"add `aliases: [{move.before}]` to {move.path}",
    )


def _deleted(registry: str, record: Record) -> Attention:
    noun = NOUNS[registry]
    hint = (
        "put the file back with a `status` (`withdrawn`, or `removed` to empty it), or name its id in the `aliases` of the"
        " claim that takes its place"
        if registry == "events"
        else f"put the file back, or name its id in the `aliases` of the {noun} that takes its place"
    )
    return Attention(
        kind="deleted",
        registry=registry,
        id=record.id,
        path=record.path,
        message=f"the file of the {noun} `{record.id}` is gone, and its address leads nowhere",
        hint=hint,
    )
