"""Parts of a summary, and how they are cut where a code host takes no more.

What enters: blocks of rows. What leaves: Markdown of at most so many bytes. Whole rows are left out, from the longest
blocks first and from their ends, and each block says how many and which command shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

OPEN = 50
"""Rows of a block that are not folded."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a summary: lines, rows, lines."""

    head: str = ""
    """Markdown above the rows."""

    columns: tuple[str, ...] = ()
    """Names of the columns where the rows are those of a table; none for a list or paragraphs."""

    rows: tuple[str, ...] = ()
    """Finished Markdown, one row each."""

    folded: tuple[str, ...] = ()
    """The same rows in the form that may stand in a fold; as `rows` where there is none."""

    noun: str = "row"
    open: int = OPEN
    tail: str = ""

    def written(self, kept: int, command: str) -> str:
        """Write the block with its first rows."""
        parts = [self.head]
        shown = self.rows[: min(kept, self.open)]
        if shown:
            parts.append(self._table(shown))
        rest = (self.folded or self.rows)[self.open : kept]
        if rest:
            parts.append(f"<details><summary>{_counted(len(rest), f'more {self.noun}')}</summary>")
            parts += [self._table(rest), "</details>"]
        cut = len(self.rows) - kept
        if cut > 0:
            parts.append(
                f"*{_counted(cut, f'more {self.noun}')} left out here;* {command} *shows everything.*"
            )
        parts.append(self.tail)
        return "\n\n".join(part for part in parts if part)

    def _table(self, rows: Sequence[str]) -> str:
        if not self.columns:
            return "\n\n".join(rows) if rows[0].startswith(">") else "\n".join(rows)
        head = f"| {' | '.join(self.columns)} |\n|{'---|' * len(self.columns)}"
        return "\n".join([head, *rows])


def written(blocks: Sequence[Block], *, limit: int, command: str) -> str:
    """Write blocks as one text.

    Args:
        blocks: In their order; one without any text is passed over.
        limit: Bytes of UTF-8 that the text may have; 0 for no limit.
        command: Markdown of the command that shows everything.
    """
    kept = [len(block.rows) for block in blocks]
    whole = _joined(blocks, kept, command)
    if not limit or _size(whole) <= limit:
        return whole
    # The longest blocks lose rows first: every block may have as much as the same measure allows.
    low, high = 0, max((_rows_size(block) for block in blocks), default=0)
    while low < high:
        measure = (low + high + 1) // 2
        kept = [_fitting(block, measure) for block in blocks]
        if _size(_joined(blocks, kept, command)) <= limit:
            low = measure
        else:
            high = measure - 1
    kept = [_fitting(block, low) for block in blocks]
    text = _joined(blocks, kept, command)
    if _size(text) <= limit:
        return text
    return _first_blocks(blocks, limit, command)


def _first_blocks(blocks: Sequence[Block], limit: int, command: str) -> str:
    """Write as many blocks without rows as fit, and say how many do not."""
    texts = [block.written(0, command) for block in blocks]
    for count in range(len(blocks) - 1, 0, -1):
        cut = f"*{_counted(len(blocks) - count, 'more part')} left out here;* {command} *shows everything.*"
        text = "\n\n".join([*(part for part in texts[:count] if part), cut]) + "\n"
        if _size(text) <= limit:
            return text
    return f"{command} *shows everything.*\n"


def _joined(blocks: Sequence[Block], kept: Sequence[int], command: str) -> str:
    texts = (block.written(rows, command) for block, rows in zip(blocks, kept, strict=True))
    return "\n\n".join(text for text in texts if text) + "\n"


def _fitting(block: Block, measure: int) -> int:
    """Count the first rows of a block that have no more than so many bytes together."""
    used = 0
    for count, row in enumerate(block.rows):
        used += _size(row)
        if used > measure:
            return count
    return len(block.rows)


def _rows_size(block: Block) -> int:
    return sum(map(_size, block.rows))


def _size(text: str) -> int:
    return len(text.encode())


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
