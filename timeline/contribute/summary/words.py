"""What a summary calls claims, lanes, dates and values, as Markdown for a cell or a line.

What enters: values of `Changes`. What leaves: Markdown that a code host renders, in which the words of contributors are
nothing but text (`timeline.escapes.markdown`). Characters that hide or act are spelt out, so that a reviewer sees them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from urllib.parse import quote

from timeline.contribute.changes.iso import both, iso, worded
from timeline.contribute.changes.values import NOT_SHOWN, Changes, DateRow, FieldChange, Lane, Value
from timeline.escapes import markdown
from timeline.model import NO_SIDE_ID, UNSTATED, Dating
from timeline.report.cells import safe
from timeline.text import direction

SHAPES = "●◆■▲▼✚⬢"
"""The shapes of lanes, slots 1 to 7, as characters."""

WARNING = "⚠️"
LONG = 60
"""Characters from which on two texts are compared word by word."""

LONGEST = 400
"""Characters of a value that are shown where it is not compared."""

CONTEXT = 6
"""Words shown on either side of a difference."""

MOST_WORDS = 1500
"""Words up to which two texts are compared word by word."""

_SIMPLE = re.compile(r"[!-\[\]-_a-{}~]+(?: [!-\[\]-_a-{}~]+)*")
"""What is nothing but itself between backticks, in a table too: ASCII without backtick, backslash and bar."""

_FOLDERS = {
    "events": "c",
    "topics": "t",
    "sources": "s",
    "speakers": "p",
    "places": "l",
    "narratives": "n",
}
"""Where the pages of each registry stand, as `timeline.pages.here` has it."""


def text(words: str) -> str:
    """Write words of a contributor as text; words from right to left are kept from turning what stands round them."""
    flat = " ".join(words.split())
    written = markdown(safe(flat))
    return f"&#x2068;{written}&#x2069;" if direction(flat) == "rtl" else written


def code(words: str) -> str:
    """Write an id, a path or a value of a field as code."""
    return f"`{words}`" if _SIMPLE.fullmatch(words) else f"<code>{text(words)}</code>"


def sentence(words: str) -> str:
    """Write a message of ours, which quotes ids and values between backticks."""
    pieces = re.split(r"`([^`\n]+)`", words)
    return "".join(code(piece) if index % 2 else _spaced(piece) for index, piece in enumerate(pieces))


def _spaced(words: str) -> str:
    """Write a piece of a sentence and keep the blanks at its ends."""
    start = " " if words[:1].isspace() else ""
    end = " " if words[-1:].isspace() and words.strip() else ""
    return f"{start}{text(words)}{end}"


def capital(words: str) -> str:
    """Begin a sentence with a capital letter."""
    return words[:1].upper() + words[1:]


def counted(number: int, noun: str) -> str:
    """Count things: `1 claim`, `20 claims`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class Words:
    """Words of one summary, with the addresses that it links to."""

    changes: Changes
    preview: str = ""
    """Address of a site that was built from the head; empty for none."""

    files: str = ""
    """Address that a path is appended to for a link to a file; empty for none."""

    lanes: Mapping[str, Lane] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lanes", {lane.id: lane for lane in self.changes.lanes})

    # -- records -------------------------------------------------------------------------------------------------------

    def record(self, registry: str, id_: str) -> str:
        """Name a record by its id, with a link to its page of the preview."""
        if not self.preview:
            return code(id_)
        return f"[{code(id_)}]({self.preview.rstrip('/')}/{_FOLDERS[registry]}/{quote(id_)}/)"

    def claim(self, id_: str) -> str:
        """Name a claim."""
        return self.record("events", id_)

    def lane(self, id_: str | None) -> str:
        """Name a lane with its shape."""
        lane = self.lanes.get(id_ or NO_SIDE_ID)
        if lane is None:
            return "no side given"
        return f"{SHAPES[(lane.slot - 1) % len(SHAPES)]} {text(lane.label)}"

    def short_lane(self, lane: Lane) -> str:
        """Name a lane at the head of a column."""
        return f"{SHAPES[(lane.slot - 1) % len(SHAPES)]} {text(lane.short)}"

    def file(self, path: str, line: int | None = None) -> str:
        """Name a file, and a line of it, with a link where there is an address."""
        place = code(path) + (f", line {line}" if line else "")
        if not self.files:
            return place
        return f"[{place}]({self.files.rstrip('/')}/{quote(path)}{f'#L{line}' if line else ''})"

    # -- dates ---------------------------------------------------------------------------------------------------------

    def phrase(self, row: DateRow) -> str:
        """Give the source's words for a date."""
        said = "said: " if row.side == "said" else ""
        now = f"{said}{_phrase(row.after, row.saying)}"
        if row.before is None or row.before.phrase == row.after.phrase:
            return now
        was = _phrase(row.before, None) if row.before_shown else f"*{NOT_SHOWN}*"
        return f"{now}, was {was}"

    def date(self, row: DateRow) -> str:
        """Give the date that the words became, and what it was before."""
        shown, remark = iso(row.after.resolution)
        now = f"**{shown}**" + (f" ({remark})" if remark else "")
        if row.before is None:
            return now
        before, after = both(row.before, row.after)
        return now if before == after else f"{now}, was {before}"

    def why(self, row: DateRow) -> str:
        """Say in a few words how a date was worked out."""
        read = row.saying or row.after
        rule = read.resolution.rule
        if read.by_editor:
            parts = ["the editor’s reading" + (f": {self.brief(read.basis)}" if read.basis else "")]
        elif rule in {"unstated", ""}:
            parts = ["not stated" if read.phrase == UNSTATED else "could not be worked out"]
        else:
            parts = [text(rule.replace("-", " "))]
        if row.saying is not None:
            parts.insert(0, "the date of the saying")
        if row.read_from:
            parts.append(f"from {sentence(row.read_from)}")
        parts += [text(limit) for limit in dict.fromkeys((*row.after.limits, *read.limits))]
        if read.basis and not read.by_editor and (read.not_before or read.not_after):
            parts.append(f"basis: {self.brief(read.basis)}")
        return "; ".join(parts)

    def brief(self, words: str) -> str:
        """Give the beginning of a long text."""
        return text(words if len(words) <= LONG * 2 else words[: LONG * 2].rsplit(" ", 1)[0] + " …")

    # -- values --------------------------------------------------------------------------------------------------------

    def before_and_after(self, change: FieldChange) -> tuple[str, str]:
        """Write both values of a field; of long texts only what differs, and the words round it."""
        before, after = change.before, change.after
        both_long = min(len(before.words), len(after.words)) >= LONG
        if both_long and NOT_SHOWN not in {before.words, after.words}:
            compared = differences(before.words, after.words)
            if compared is not None:
                return compared
        if before.words == after.words:  # the same words for two records
            return _data(before), _data(after)
        return _value(before), _value(after)

    def dated(self, dating: Dating | None, other: Dating | None) -> str:
        """Write one of two dates, so that the two can be told apart."""
        if dating is None:
            return f"*{NOT_SHOWN}*"
        return worded(dating) if other is None else both(dating, other)[0]


def _phrase(dating: Dating, saying: Dating | None) -> str:
    if saying is not None:
        stated = saying.phrase != UNSTATED
        return f"when said: “{text(saying.phrase)}”" if stated else "when said; *not stated when*"
    return "*no date printed*" if dating.phrase == UNSTATED else f"“{text(dating.phrase)}”"


def _value(value: Value) -> str:
    if value.words == NOT_SHOWN:
        return f"*{NOT_SHOWN}*"
    if not value.words:
        return "*nothing*"
    cut = len(value.words) > LONGEST
    return text(value.words[:LONGEST] + (" …" if cut else ""))


def _data(value: Value) -> str:
    data = value.data if isinstance(value.data, list) else [value.data]
    return ", ".join(code(str(one)) for one in data) or "*nothing*"


def differences(before: str, after: str) -> tuple[str, str] | None:
    """Compare two texts word by word: what is gone is struck through, what is new underlined, by the host's own marks.

    Returns:
        Both texts, with only a few words round each difference; nothing where they are too long, or differ in their
        blanks alone.
    """
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > MOST_WORDS or old == new:
        return None
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    first, second = [], []
    for index, (kind, start, end, from_, to) in enumerate(steps):
        if kind == "equal":
            words = _around(new[from_:to], is_first=index == 0, is_last=index == len(steps) - 1)
            first.append(text(words))
            second.append(text(words))
            continue
        if end > start:
            first.append(f"<del>{text(' '.join(old[start:end]))}</del>")
        if to > from_:
            second.append(f"<ins>{text(' '.join(new[from_:to]))}</ins>")
    return " ".join(first), " ".join(second)


def _around(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """Cut equal words to those next to a difference."""
    before, after = (0 if is_first else CONTEXT), (0 if is_last else CONTEXT)
    if len(words) <= before + after + 1:
        return " ".join(words)
    return " ".join([*words[:before], "…", *words[len(words) - after :]])
