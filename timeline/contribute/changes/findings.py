"""Which findings are new, which were there before, and which are there no more.

What enters: the findings of both sides, and which files were renamed. What leaves: the new ones, and counts of the rest.
A finding is the same where its code, its file and its message are; or, since a message may name a date that moved, where
its code, its file and the line that it points at are. Lines of text above it do not make it new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.compiler import Build
from timeline.contribute.changes.values import Finding
from timeline.contribute.changes.withheld import Withheld
from timeline.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings, by whether they were there before."""

    new: tuple[Diagnostic, ...]
    staying: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]


def sort_findings(base: Build, head: Build, paths: Mapping[str, str], ids: Mapping[str, str]) -> Sorted:
    """Compare the findings of two builds.

    Args:
        base: The build before.
        head: The build now.
        paths: Old path -> new path of files that were renamed.
        ids: Old id -> new id, so that a message that names a renamed record is the same message.
    """
    waiting, new, staying = list(base.diagnostics), list(head.diagnostics), list[Diagnostic]()

    def message(found: Diagnostic) -> tuple[object, ...]:
        text = found.message
        for old, later in ids.items():
            text = text.replace(f"`{old}`", f"`{later}`")
        return (found.code, found.severity, paths.get(found.span.path, found.span.path), text)

    def line(texts: Mapping[str, str]) -> Callable[[Diagnostic], tuple[object, ...]]:
        def key(found: Diagnostic) -> tuple[object, ...]:
            lines = texts.get(found.span.path, "").split("\n")
            text = lines[found.span.line - 1].strip() if found.span.line <= len(lines) else ""
            return (found.code, found.severity, paths.get(found.span.path, found.span.path), text)

        return key

    for before, after in ((message, message), (line(base.texts), line(head.texts))):
        waiting, new, same = _paired(waiting, new, before, after)
        staying += same
    return Sorted(tuple(new), tuple(sorted(staying, key=lambda one: one.sort_key)), tuple(waiting))


def _paired(
    waiting: list[Diagnostic],
    found: list[Diagnostic],
    before: Callable[[Diagnostic], tuple[object, ...]],
    after: Callable[[Diagnostic], tuple[object, ...]],
) -> tuple[list[Diagnostic], list[Diagnostic], list[Diagnostic]]:
    """Pair findings of equal keys one to one; give what is left of either, and those that were paired."""
    by_key: defaultdict[tuple[object, ...], list[Diagnostic]] = defaultdict(list)
    for one in waiting:
        by_key[before(one)].append(one)
    left: list[Diagnostic] = []
    same: list[Diagnostic] = []
    for one in found:
        alike = by_key[after(one)]
        if alike:
            alike.pop(0)
            same.append(one)
        else:
            left.append(one)
    unpaired = {id(one) for alike in by_key.values() for one in alike}
    return [one for one in waiting if id(one) in unpaired], left, same


def to_show(found: Sorted, withheld: Withheld) -> tuple[Finding, ...]:
    """Choose what a reviewer is shown: what is new, and errors whenever they came; errors first."""
    chosen = [(one, True) for one in found.new]
    chosen += [(one, False) for one in found.staying if one.severity is Severity.ERROR]
    weight = list(Severity)
    chosen.sort(key=lambda pair: (weight.index(pair[0].severity), not pair[1], pair[0].sort_key))
    return tuple(Finding(found=one, is_new=is_new, shown=to_print(one, withheld)) for one, is_new in chosen)


def to_print(found: Diagnostic, withheld: Withheld) -> Literal["all", "place", "nothing"]:
    """Tell how much of a finding may be printed without telling what was removed."""
    paths = (found.span.path, *(label.span.path for label in found.related))
    texts = (found.message, found.hint, *(label.message for label in found.related))
    if found.span.path not in withheld.paths and withheld.tells(found.span.path):
        return "nothing"
    if any(path in withheld.paths for path in paths) or withheld.tells(*paths, *texts):
        return "place"
    return "all"


def by_severity(found: Iterable[Diagnostic]) -> dict[str, int]:
    """Count findings, every severity named."""
    counts = Counter(one.severity for one in found)
    return {severity.value: counts[severity] for severity in Severity}
