"""One page of every kind, by name."""

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
    "disputes": "by/disputes/",
    "method": "method/",
    "fields": "reference/fields/",
    "codes": "reference/codes/",
}
