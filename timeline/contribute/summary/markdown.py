"""`Changes` as Markdown for a pull request: READING's order, dates first.

What enters: changes, the addresses to link to, how long the text may be. What leaves: Markdown as code hosts render it:
tables, alerts, folds. The same changes give the same bytes. No word of it weighs one side against another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.codes import ALL
from timeline.contribute.changes import NOUNS, Changes
from timeline.contribute.changes.values import Attention, Cause, Changed, Finding, RedatedGroup
from timeline.contribute.summary.blocks import Block, written
from timeline.contribute.summary.words import WARNING, Words, capital, code, counted, sentence, text
from timeline.diagnostics import Severity

LIMIT = 65_536
"""Bytes that a comment may have on the hosts that allow least."""

NOTHING = "Nothing that readers see changes."
ALERTS = {Severity.ERROR: "CAUTION", Severity.WARNING: "WARNING", Severity.NOTE: "NOTE"}
OPEN_ALERTS = 20
"""Alerts that are not folded; hosts render none inside a fold, so the rest are a list."""

_WHAT = {
    "published": "publication date",
    "language": "language",
    "time_zone": "time zone",
    "part_of": "surrounding place",
}


def markdown_summary(
    changes: Changes,
    *,
    preview: str = "",
    files: str = "",
    limit: int = LIMIT,
    command: str = "timeline diff",
) -> str:
    """Write a summary.

    Args:
        changes: What the branch changes.
        preview: Address of a site built from the head, for links to its pages.
        files: Address that a path is appended to, for links to files and lines.
        limit: Bytes that the text may have; 0 for no limit.
        command: What is typed to see everything where rows are left out.
    """
    words = Words(changes, preview, files)
    blocks = [
        Block(head=f"## {title(changes)}"),
        Block(head=_counts(changes, preview)),
        Block(head=_about_base(changes)),
        *_dates(words),
        *(_redated(group, words) for group in changes.redated),
        _please_check(words),
        *_changed("Changed claims", changes.changed, words),
        _statuses(words),
        _moves(words),
        *_lane_moves(words),
        _records(words),
        *_changed("Changed records", changes.records_changed, words),
        _settings(words),
        _relations(words),
        _balance(words),
        _rest(words),
        Block(head=_compared(changes)),
    ]
    return written(blocks, limit=limit, command=code(command))


# -- the outcome -------------------------------------------------------------------------------------------------------


def title(changes: Changes) -> str:
    """Say how the check came out: every error counts, and of warnings those that are new."""
    errors, warnings = changes.count("error", new=False), changes.count("warning")
    new = "new " if changes.staying["warning"] else ""
    counts = [counted(errors, "error")] if errors else ["passed"]
    counts += [counted(warnings, f"{new}warning")] if warnings else []
    return f"Timeline check: {', '.join(counts)}"


def counts_of(changes: Changes) -> dict[str, int]:
    """Count what a summary tells of, by kind; every kind is named."""
    by_status = dict.fromkeys(("corrected", "withdrawn", "removed", "put back"), 0)
    for status in changes.statuses:
        by_status[status.after or "put back"] += 1
    own = {row.claim for row in changes.dates if not row.is_new} | {one.id for one in changes.changed}
    moved = {one.claim for group in changes.redated for one in group.dates}
    deleted = [one for one in changes.attention if one.kind == "deleted" and one.registry == "events"]
    return {
        "new": len(changes.new),
        "changed": len(own),
        **by_status,
        "deleted": len(deleted),
        "renamed": sum(move.registry == "events" and move.how != "filed" for move in changes.moves),
        "dated anew": len(moved),
        "in another lane": len({claim for move in changes.lane_moves for claim in move.claims}),
        "not readable": sum(one.registry == "events" for one in changes.unread),
    }


def _counts(changes: Changes, preview: str) -> str:
    """Write the line of counts."""
    found = {kind: number for kind, number in counts_of(changes).items() if number}
    if found:
        (first, number), *rest = found.items()
        noun = "new claim" if first == "new" else "claim"
        head = counted(number, noun) + ("" if first == "new" else f" {first}")
        told = f"**{', '.join([head, *(f'{number:,} {kind}' for kind, number in rest)])}.**"
    else:
        told = f"**{NOTHING if changes.is_empty else 'No claim changes.'}**"
    builds = (
        "The site cannot be built until the errors are mended."
        if changes.head.errors
        else "Nothing stops the site from being built."
    )
    link = f" [Preview this timeline]({preview})" if preview else ""
    return f"{told} {builds}{link}"


def _about_base(changes: Changes) -> str:
    name = code(changes.base.name)
    if changes.base.empty:
        return f"There is no timeline at {name} yet, so everything is new."
    if changes.base.errors:
        return (
            f"{name} itself has {counted(changes.base.errors, 'error')}. What could not be read there is not compared,"
            " and a date that could not be worked out there is given as not established."
        )
    return ""


def _compared(changes: Changes) -> str:
    def point(name: str, commit: str | None) -> str:
        return code(name) + (f" at {code(commit[:12])}" if commit else "")

    base, head = changes.base, changes.head
    return f"Compared: {point(base.name, base.commit)} and {point(head.name, head.commit)}."


# -- dates -------------------------------------------------------------------------------------------------------------


def _dates(words: Words) -> Iterator[Block]:
    rows = list(words.changes.dates)
    if not rows:
        return
    block = Block(open=len(rows))
    if len(rows) > block.open or len(rows) > Block().open:
        rows.sort(key=lambda row: not row.flagged)
        block = Block()
    yield Block(
        head="### Dates\n\nCompare each phrase with the date it became.",
        columns=("Claim", "Lane", "Phrase in source", "Resolved date", "Why"),
        rows=tuple(
            f"| {f'{WARNING} ' if row.flagged else ''}{words.claim(row.claim)} | {words.lane(row.lane)} |"
            f" {words.phrase(row)} | {words.date(row)} | {words.why(row)} |"
            for row in rows
        ),
        open=block.open,
    )


def _redated(group: RedatedGroup, words: Words) -> Block:
    """Write the dates that moved for one reason."""
    claims = len({one.claim for one in group.dates})
    reason = " and ".join(_cause(cause, words, first=index == 0) for index, cause in enumerate(group.causes))
    if not claims:
        return Block(head=f"### Dates that move\n\n{reason}. No claim’s date changes with it.")
    moved = f"{counted(claims, 'claim')} {'is' if claims == 1 else 'are'} dated anew"
    files = dict.fromkeys(cause.path for cause in group.causes if cause.path)
    at = f" ({', '.join(words.file(path) for path in files)})" if files else ""
    is_long = any(one.through for one in group.dates)
    return Block(
        head=f"### Dates that move\n\n{reason}: {moved}{at}.",
        columns=("Claim", "Lane", "Before", "After", *(["Read through"] if is_long else [])),
        rows=tuple(
            f"| {words.claim(one.claim)}{' (said)' if one.side == 'said' else ''} | {words.lane(one.lane)} |"
            f" {words.dated(one.before, one.after)} | **{words.dated(one.after, one.before)}** |"
            + (f" {', '.join(words.claim(claim) for claim in one.through)} |" if is_long else "")
            for one in group.dates
        ),
    )


def _cause(cause: Cause, words: Words, *, first: bool) -> str:  # noqa: PLR0911 - one return for each case reads best
    the = "The" if first else "the"
    change = f"changed from **{text(cause.before)}** to **{text(cause.after)}**"
    id_ = cause.id or ""
    match cause.kind:
        case "source":
            return f"{the} {_WHAT[cause.field]} of {words.record('sources', id_)} {change}"
        case "place":
            return f"{the} {_WHAT[cause.field]} of {words.record('places', id_)} {change}"
        case "claim":
            what = "date" if cause.field == "date" else "time of saying"
            return f"{the} {what} of {words.claim(id_)} {change}"
        case "setting":
            return f"{the} setting {code(cause.field)} {change}"
        case "removed":
            return f"{'A' if first else 'a'} claim that limited others was removed"
        case "gone":
            return f"{the} claim {code(id_)}, which others are read from, is on one side only"
        case _:
            return f"{the} reason cannot be told from the records"


# -- what needs somebody -----------------------------------------------------------------------------------------------


def _please_check(words: Words) -> Block:
    findings = [one for one in words.changes.findings if one.found.severity is not Severity.NOTE]
    errors = [one for one in findings if one.found.severity is Severity.ERROR]
    warnings = [one for one in findings if one.found.severity is Severity.WARNING]
    told: list[tuple[Severity, list[str]]] = [
        *((Severity.ERROR, _finding(one, words)) for one in errors),
        *((Severity.WARNING, _attention(one, words)) for one in words.changes.attention),
        *((Severity.WARNING, _finding(one, words)) for one in warnings),
    ]
    if not told:
        return Block()
    return Block(
        head="### Please check",
        rows=tuple(
            "\n".join([f"> [!{ALERTS[severity]}]", *(f"> {line}" for line in "\\\n".join(lines).split("\n"))])
            for severity, lines in told
        ),
        folded=tuple(f"- {capital(severity.value)}: {' '.join(lines)}" for severity, lines in told),
        noun="finding",
        open=OPEN_ALERTS,
    )


def _finding(one: Finding, words: Words) -> list[str]:
    """Write a finding: what, what to do, file and line."""
    found = one.found
    known = ALL.get(found.code)
    before = "" if one.is_new else " This was so before."
    if one.shown != "all":
        what = text(known.summary) if known else "A finding."
        about = (
            "Its words are not shown here, since they tell of a claim that was removed; `check` shows them."
        )
        lines = [f"**{what}** ({code(found.code)}){before}", about]
        return [*lines, words.file(found.span.path, found.span.line)] if one.shown == "place" else lines
    lines = [f"**{sentence(capital(found.message))}.** ({code(found.code)}){before}"]
    if found.hint:
        lines.append(f"{sentence(capital(found.hint))}.".replace("?.", "?"))
    lines += [
        f"{sentence(capital(label.message))}: {words.file(label.span.path, label.span.line)}"
        for label in found.related
    ]
    return [*lines, words.file(found.span.path, found.span.line)]


def _attention(one: Attention, words: Words) -> list[str]:
    return [
        f"**{sentence(capital(one.message))}.**",
        f"{sentence(capital(one.hint))}.",
        code(one.path) if one.kind == "deleted" else words.file(one.path),
    ]


# -- claims and records ------------------------------------------------------------------------------------------------


def _changed(heading: str, found: Sequence[Changed], words: Words) -> Iterator[Block]:
    if not found:
        return
    is_claims = heading == "Changed claims"
    yield Block(
        head=f"### {heading if len(found) > 1 else heading.removesuffix('s')}",
        columns=("Claim" if is_claims else "Record", "Field", "Before", "After"),
        rows=tuple(
            f"| {_subject(one, words)} | {_field(change.field)} | {' | '.join(words.before_and_after(change))} |"
            for one in found
            for change in one.fields
        ),
    )


def _subject(one: Changed, words: Words) -> str:
    if one.registry == "events":
        return words.claim(one.id)
    named = f" ({counted(one.mentions, 'claim')})" if one.mentions else ""
    return f"{NOUNS[one.registry]} {words.record(one.registry, one.id)}{named}"


def _field(name: str) -> str:
    """Name a field in words that READING uses."""
    return {"by": "speaker", "narrative": "lane", "about": "question", "part_of": "part of"}.get(
        name, name.replace("_", " ")
    )


def _statuses(words: Words) -> Block:
    rows = []
    for one in words.changes.statuses:
        now = one.after or "put back"
        again = " (its reason or day was changed)" if one.before == one.after else ""
        reason = text(one.reason) or "*nothing*"
        rows.append(f"| {words.claim(one.id)} | **{now}**{again} | {reason} | {text(one.date or '')} |")
    if not rows:
        return Block()
    kinds = dict.fromkeys(one.after or "put back" for one in words.changes.statuses)
    return Block(
        head=f"### {capital(', '.join(kinds))}",
        columns=("Claim", "Status", "Reason", "Day"),
        rows=tuple(rows),
    )


def _moves(words: Words) -> Block:
    how = {
        "alias": "renamed; the old address leads to the new one",
        "merged": "one with a record that was there before; the old address leads to it",
        "filed": "free text that has a file of its own now",
        "lost": f"{WARNING} renamed without an alias; the old address leads nowhere",
    }
    return _section(
        "New ids",
        ("", "Before", "After", ""),
        (
            f"| {NOUNS[one.registry]} | {code(one.before)} | {words.record(one.registry, one.after)} | {how[one.how]} |"
            for one in words.changes.moves
        ),
    )


def _section(heading: str, columns: tuple[str, ...], rows: Iterable[str]) -> Block:
    """Make a block of a table; nothing where it has no rows."""
    found = tuple(rows)
    return Block(head=f"### {heading}", columns=columns, rows=found) if found else Block()


def _lane_moves(words: Words) -> Iterator[Block]:
    for move in words.changes.lane_moves:
        claims = counted(len(move.claims), "claim")
        yield Block(
            head=f"### Another lane\n\nThe speaker {words.record('speakers', move.speaker)} moves from"
            f" {words.lane(move.before)} to {words.lane(move.after)}: {claims} with it ({words.file(move.path)}).",
            rows=tuple(f"- {words.claim(claim)}" for claim in move.claims),
            noun="claim",
        )


def _records(words: Words) -> Block:
    changes = words.changes
    rows = [
        f"- new {NOUNS[one.registry]}: {words.record(one.registry, one.id)}" for one in changes.records_new
    ]
    rows += [f"- {NOUNS[one.registry]} that is gone: {code(one.id)}" for one in changes.records_gone]
    rows += [
        f"- {NOUNS[one.registry]} that cannot be read any more: {words.file(one.path)}"
        for one in changes.unread
    ]
    rows += [
        f"- {NOUNS[one.registry]} that could not be read before: {words.record(one.registry, one.id)}"
        for one in changes.readable
    ]
    if changes.records_withheld:
        only = counted(changes.records_withheld, "record")
        rows.append(
            f"- {only} that no claim names any more since one was removed: not published, and not named here"
        )
    return Block(head="### Records", rows=tuple(rows), noun="record") if rows else Block()


def _settings(words: Words) -> Block:
    return _section(
        "Settings",
        ("Setting", "Before", "After"),
        (
            f"| {code(one.field)} | {' | '.join(words.before_and_after(one))} |"
            for one in words.changes.settings
        ),
    )


# -- relations and balance ---------------------------------------------------------------------------------------------


def _relations(words: Words) -> Block:
    rows = tuple(
        f"- {words.claim(one.claim)} {one.kind.replace('_', ' ')} {words.claim(one.target)}"
        for one in words.changes.relations
    )
    return Block(head="### Relations of new claims", rows=rows, noun="relation") if rows else Block()


def _balance(words: Words) -> Block:
    changes = words.changes
    if not changes.balance:
        return Block()
    rows, notes = [], []
    for row in changes.balance:
        name = words.record("topics", row.topic) if row.topic else ""
        label = f"{text(row.title)} ({name})" if row.topic else "*All claims*"
        counts = [f"{row.before[lane.id]} → {row.after[lane.id]}" for lane in changes.lanes]
        rows.append(f"| {' | '.join([label, *counts, f'{row.disputes[0]} → {row.disputes[1]}'])} |")
        notes += [
            f"{words.lane(lane.id)} has no claim on “{text(row.title)}”. This is a note, not an error."
            for lane in changes.lanes
            if row.topic and not row.after[lane.id]
        ]
    out = "Withdrawn and removed claims are counted on neither side."
    has_status = any(one.after in {"withdrawn", "removed"} for one in changes.statuses)
    tail = [*notes[:OPEN_ALERTS], *([out] if has_status else [])]
    return Block(
        head="### Balance",
        columns=("Question", *map(words.short_lane, changes.lanes), "Disputes"),
        rows=tuple(rows),
        tail="\n\n".join(tail),
    )


# -- the rest ----------------------------------------------------------------------------------------------------------


def _rest(words: Words) -> Block:
    """Fold away what needs nobody: notes, findings that were there before, files that only look different."""
    changes = words.changes
    staying = sum(changes.staying.values())
    gone = sum(changes.gone.values())
    notes = [one for one in changes.findings if one.found.severity is Severity.NOTE]
    rows = [f"- note: {' '.join(_finding(one, words))}" for one in notes]
    reformatted = len(changes.reformatted)
    if reformatted:
        rows.append(
            f"- {counted(reformatted, 'file')} reformatted; nothing that {_they(reformatted)} changed:"
        )
        rows += [f"    - {words.file(path)}" for path in changes.reformatted]
    summary = (
        f"All checks: {counted(changes.count('error'), 'new error')}, "
        f"{counted(changes.count('warning'), 'new warning')}, {counted(len(notes), 'new note')}; "
        f"{staying:,} as before; {gone:,} there no more"
    )
    head = f"<details><summary>{summary}</summary>"
    told = f"{counted(changes.claims, 'claim')} in the timeline."
    line = ""
    if reformatted:
        line = f"{counted(reformatted, 'file')} reformatted; nothing that {_they(reformatted)} changed.\n\n"
    return Block(
        head=f"{line}{head}\n\n{told}",
        rows=tuple(rows),
        noun="line",
        open=len(rows),
        tail="</details>",
    )


def _they(number: int) -> str:
    return "it says" if number == 1 else "they say"
