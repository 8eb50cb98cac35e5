"""Codes C, checks across records."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.codes.fields import EVENT
from timeline.diagnostics import Severity

NO_ADDRESS = Code(
    "C501",
    "no-address",
    Severity.WARNING,
    "A source has no address and does not say why.",
    "Readers should be able to go to the document themselves. Where there is no address, `no_url` tells them why: a "
    "leaflet, a private letter, a text that reached us without one.",
    "title: Report of 22 May\n",
    "title: Report of 22 May\nno_url: Printed leaflet.\n",
)
LONG_EXCERPT = Code(
    "C502",
    "long-excerpt",
    Severity.WARNING,
    "An excerpt is longer than 60 words.",
    "An excerpt shows the words that carry the claim and its date. More than that is a copy of somebody's work, which "
    "copyright does not allow.",
    EVENT.replace(
        "source: bakhmut-article", "source:\n  id: bakhmut-article\n  excerpt: >-\n    " + "word " * 61
    ),
    EVENT.replace(
        "source: bakhmut-article", "source:\n  id: bakhmut-article\n  excerpt: He said so on the 21st."
    ),
)
HALF_A_POSITION = Code(
    "C503",
    "half-a-position",
    Severity.ERROR,
    "A place has a latitude without a longitude, or a position without its exactness.",
    "A position is drawn as exactly as it is known and never finer, so all three belong together.",
    "name: Bakhmut\nlatitude: 48.595\n",
    "name: Bakhmut\nlatitude: 48.595\nlongitude: 38.000\nexactness: locality\n",
)
TOO_MANY_LANES = Code(
    "C504",
    "too-many-lanes",
    Severity.WARNING,
    "There are more than seven narratives.",
    "More than seven lanes can neither be told apart by colour and shape nor be read side by side. Bring those together "
    "that tell the same story.",
)
SAID_BEFORE_DATE = Code(
    "C505",
    "said-before-date",
    Severity.WARNING,
    "A claim was said before the thing it claims, and is not a forecast.",
    "Usually one of the two dates is mistaken, or was read from the wrong anchor. A claim about what is still to come has "
    "`kind: forecast`.",
    EVENT.replace("date: on the 21st", "date: 22 May 2023\nsaid: 21 May 2023"),
    EVENT.replace("date: on the 21st", "date: 22 May 2023\nsaid: 21 May 2023\nkind: forecast"),
)
SAID_AFTER_PUBLICATION = Code(
    "C506",
    "said-after-publication",
    Severity.WARNING,
    "A claim was said after its source was published.",
    "A document cannot report what was said later. One of the two dates is mistaken, or the source was changed after its "
    "publication: then give it `updated`.",
    EVENT + "said: 1 July 2023\n",
    EVENT + "said: on the 22nd\n",
)
CONTRADICTS_HIMSELF = Code(
    "C507",
    "contradicts-himself",
    Severity.WARNING,
    "One speaker gives two different answers to one topic for the same time.",
    "Speakers do change their words; then the later claim `retracts` or `clarifies` the earlier one, if its words say so. "
    "Often, though, one of the answers was coded by mistake, or the dates are not the same.",
    EVENT + "by: zelensky\nabout:\n  who-controlled-bakhmut: russia-controls\n",
    EVENT
    + "by: zelensky\nabout:\n  who-controlled-bakhmut: russia-controls\nrelations:\n  - retracts: zelensky-troops-present\n",
)
DATE_AFTER_PUBLICATION = Code(
    "C508",
    "date-after-publication",
    Severity.WARNING,
    "A claim is about something later than the publication of its source, and is not a forecast.",
    "A document cannot report what happens later; it can only foretell it. Either one of the two dates is mistaken, or "
    "the claim has `kind: forecast`. A source that was changed after its publication gets `updated`.",
    EVENT.replace("date: on the 21st", "date: 1 July 2023"),
    EVENT.replace("date: on the 21st", "date: 1 July 2023\nkind: forecast"),
)
CAPTURED_BEFORE_PUBLICATION = Code(
    "C509",
    "captured-before-publication",
    Severity.WARNING,
    "A copy of a source is dated before the source was published.",
    "One of the two dates is mistaken, or the copy is one of an earlier version: then `published` belongs to that one.",
    "title: Report of 22 May\nno_url: Printed leaflet.\npublished: 22 May 2023\ncaptured: 20 May 2023\n",
    "title: Report of 22 May\nno_url: Printed leaflet.\npublished: 22 May 2023\ncaptured: 24 May 2023\n",
)
WORDS_OF_A_REMOVED_CLAIM = Code(
    "C510",
    "words-of-a-removed-claim",
    Severity.WARNING,
    "The file of a removed claim still holds its words.",
    "No page and no data file shows anything of a removed claim but that it was removed. The file itself is public, though, "
    "wherever the repository is, so delete everything but `status` and `aliases`. What was committed before stays in the "
    "history of the repository until that is rewritten.",
    EVENT + 'status:\n  kind: removed\n  reason: safety\n  date: "2023-06-01"\n',
    'status:\n  kind: removed\n  reason: safety\n  date: "2023-06-01"\n',
)
PUBLISHER_BETWEEN = Code(
    "C511",
    "publisher-between",
    Severity.WARNING,
    "`via` names the publisher of the source that we hold.",
    "`via` is the chain through which a claim reached the source: a news agency that the article quotes, for example. Who "
    "published the article itself stands in the source's own record.",
    "date: on the 21st\nplace: bakhmut\nclaim: The city has not been occupied.\nvia: Example News\n"
    "source:\n  title: Report\n  url: https://example.org/report\n  publisher: Example News\n  published: 22 May 2023\n",
    "date: on the 21st\nplace: bakhmut\nclaim: The city has not been occupied.\n"
    "source:\n  title: Report\n  url: https://example.org/report\n  publisher: Example News\n  published: 22 May 2023\n",
)
