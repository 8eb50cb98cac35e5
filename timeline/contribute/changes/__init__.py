"""What a branch changes in the resolved timeline.

What enters: two builds. What leaves: `Changes`, which `timeline.contribute.summary` writes for reviewers and programs.
What it refuses: to tell anything of a claim that either side removed, but for its id and that it was removed.
"""

from __future__ import annotations

from timeline.contribute.changes.compare import NOUNS, compare
from timeline.contribute.changes.values import Changes, Point

__all__ = ["NOUNS", "Changes", "Point", "compare"]
