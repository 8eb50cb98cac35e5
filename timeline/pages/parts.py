"""Pages that one list of claims goes on on, where a single page would grow too long.

Enters: what is listed, in its order, and how a page is made of a part of it. Leaves: the pages, the first at the list's own
address and the others below it by number, each with links to all of them. How many there are depends on the content alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from timeline.pages.here import Here, Named
from timeline.pages.page import Page

Item = TypeVar("Item")

HEAVIEST = 360_000
"""Bytes of a page's own HTML at most: with what stands round every page it is less than 400 KB."""

FEWEST = 10
"""Items on a page that are not split further, however long they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Item]):
    """What one of the pages lists."""

    items: tuple[Item, ...]
    here: Here
    number: int
    of: int
    links: tuple[Named, ...]
    """To all of the pages, this one without an address; none where there is but one."""

    @property
    def is_first(self) -> bool:
        """Whether it stands at the list's own address."""
        return self.number == 1

    def title(self, whole: str) -> str:
        """Name the page, given the name of the whole."""
        if self.is_first:
            return whole
        words = self.here.words
        part, parts = words.number(self.number), words.number(self.of)
        return words.text("paging.part", period=whole, part=part, parts=parts)


def in_parts(
    here: Here,
    items: Sequence[Item],
    make: Callable[[Part[Item]], Page],
    most: int,
    *,
    counts: Callable[[Item], int] = lambda _: 1,
) -> list[Page]:
    """Make the pages of a list.

    Args:
        here: The view from the first of the pages.
        items: What is listed.
        make: Makes the page of a part.
        most: Items on a page; fewer, where a page of so many would be heavier than `HEAVIEST`.
        counts: For how many an item counts, where items are not alike.
    """
    while True:
        pages = [make(part) for part in _parts(here, items, most, counts)]
        heaviest = max(len(page.body.encode()) for page in pages)
        if heaviest <= HEAVIEST or most <= FEWEST:
            return pages
        most = max(FEWEST, min(most - 1, int(most * HEAVIEST / heaviest * 0.95)))


def _parts(here: Here, items: Sequence[Item], most: int, counts: Callable[[Item], int]) -> list[Part[Item]]:
    chunks: list[list[Item]] = [[]]
    filled = 0
    for item in items:
        if chunks[-1] and filled + counts(item) > most:
            chunks.append([])
            filled = 0
        chunks[-1].append(item)
        filled += counts(item)
    stem = here.path.removesuffix(".md")
    paths = [here.path, *(f"{stem}/{number}.md" for number in range(2, len(chunks) + 1))]
    ends = list(accumulate(sum(map(counts, chunk)) for chunk in chunks))
    number = here.words.number
    names = [f"{number(start + 1)}–{number(end)}" for start, end in zip([0, *ends], ends, strict=False)]
    made = []
    for at, (chunk, path) in enumerate(zip(chunks, paths, strict=True)):
        there = here if path == here.path else here.at(path)
        links = tuple(
            Named(name, None if other == path else there.to(other))
            for name, other in zip(names, paths, strict=True)
        )
        made.append(
            Part(
                items=tuple(chunk),
                here=there,
                number=at + 1,
                of=len(chunks),
                links=links if len(chunks) > 1 else (),
            )
        )
    return made
