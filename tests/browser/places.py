"""One page of every kind, by name, and the few that stand for the others where a test is slow."""

KINDS = {
    "home": "",
    "claim": "c/zelensky-troops-present/",
    "claims": "c/",
    "topic": "t/who-controlled-bakhmut/",
    "topics": "t/",
    "source": "s/bakhmut-article/",
    "sources": "s/",
    "speaker": "p/prigozhin/",
    "place": "l/bakhmut/",
    "narrative": "n/ukrainian-side/",
    "map": "map/",
    "disputes": "by/disputes/",
    "as of": "as-of/2023-05-21/",
    "method": "method/",
    "data": "data/",
    "add": "add/",
    "fields": "reference/fields/",
    "codes": "reference/codes/",
}

MAIN = {kind: KINDS[kind] for kind in ("home", "claim", "topic", "source", "map", "claims")}
"""The templates that hold everything the others are made of."""
