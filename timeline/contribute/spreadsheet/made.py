"""What became of a table: new records, each of which knows its row, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from timeline.contribute.spreadsheet.left_over import words_of
from timeline.contribute.writing import Data
from timeline.diagnostics import Diagnostic


@dataclass(slots=True)
class Made:
    """What became of a table."""

    records: dict[str, dict[str, Data]] = field(default_factory=dict)
    """Path -> fields."""

    rows: dict[str, int] = field(default_factory=dict)
    """Path -> the row that it is from; of a record that several rows name, the first."""

    findings: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0
    """Rows of which no record could be made."""

    def needs(self) -> dict[str, frozenset[str]]:
        """Give for each record the paths of the new ones that it names, and of those that these name."""
        others: dict[str, set[str]] = {}
        for path in self.records:
            if not path.startswith("content/events/"):
                others.setdefault(PurePosixPath(path).stem, set()).add(path)
        named = {
            path: frozenset[str]().union(*(others.get(word, set()) for word in words_of(data)))
            for path, data in self.records.items()
        }
        return {path: ones.union(*(named[one] for one in ones)) for path, ones in named.items()}
