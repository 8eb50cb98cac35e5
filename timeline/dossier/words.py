"""The words of the dossier that no page has. They stand here until the wording of all outputs has its place."""

from __future__ import annotations

WORDS = {
    "days": "Day by day",
    "contents": "Contents",
    "overview": "Overview",
    "map": "Where the claims point",
    "topics": "Answers and figures",
    "datings": "How each date was worked out",
    "speakers": "Who said what",
    "sources": "Sources",
    "corrections": "Corrections, withdrawals and removals",
    "records": "What the records say besides",
    "method": "Method",
    "cite": "How to cite this dossier",
    "index": "Index of places and speakers",
    "continued": "{title}, continued",
    "page": "{page} / {pages}",
}


def word(key: str, **values: object) -> str:
    """Give a text of the interface."""
    return WORDS[key].format(**values)
