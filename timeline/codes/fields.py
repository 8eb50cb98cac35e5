"""Codes F, the fields of a record."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.diagnostics import Severity

EVENT = """\
date: on the 21st
place: bakhmut
claim: The city has not been occupied.
source: bakhmut-article
"""
"""The smallest valid event file; examples add to it or break it."""

UNKNOWN_FIELD = Code(
    "F201",
    "unknown-field",
    Severity.ERROR,
    "A record has a field that this kind of record does not have.",
    "Usually the name is misspelt, or the field belongs to another kind of record. A field that nobody reads would be "
    "lost without a word, so it is refused.\n\n"
    "The field reference lists the fields of every record. A remark of your own goes into `note`.",
    "dat: on the 21st\nplace: bakhmut\nclaim: The city has not been occupied.\nsource: bakhmut-article\n",
    EVENT,
)
MISSING_FIELD = Code(
    "F202",
    "missing-field",
    Severity.ERROR,
    "A field that every such record needs is not there.",
    "An event needs `date`, `place`, `claim` and `source`. What the source does not give is written as `unstated`, so "
    "that a gap is told apart from something forgotten.",
    "date: on the 21st\nclaim: The city has not been occupied.\nsource: bakhmut-article\n",
    EVENT,
)
WRONG_SHAPE = Code(
    "F203",
    "wrong-shape",
    Severity.ERROR,
    "A value has another shape than its field takes: text, a list or a mapping.",
    "In YAML, lines that start with a hyphen are a list, and lines of the form `name: value` are a mapping. A common "
    "cause is indentation, or a colon followed by a space inside a sentence, which needs quotation marks around it.",
    "date: on the 21st\nplace: bakhmut\nclaim:\n  - The city has not been occupied.\nsource: bakhmut-article\n",
    EVENT,
)
EMPTY_VALUE = Code(
    "F204",
    "empty-value",
    Severity.ERROR,
    "A field has no value.",
    "Leave out what is not known, or write `unstated` where the field is needed and the source does not give it.",
    EVENT + "title:\n",
    EVENT,
)
NOT_ONE_OF = Code(
    "F205",
    "not-one-of",
    Severity.ERROR,
    "A value is not one of the words that its field takes.",
    "Some fields take one of a few words only, so that claims can be compared. Truth values are written `true` and "
    "`false`; YAML's other words for them (`yes`, `no`, `on`, `off`) mean different things to different readers.",
    EVENT + "kind: fact\n",
    EVENT + "kind: state\n",
)
BAD_NUMBER = Code(
    "F206",
    "bad-number",
    Severity.ERROR,
    "A value is not a number, or lies outside the range that its field takes.",
    "Write digits, with a point for decimals, without separators or units: `1200.5`. The unit goes into `unit`.",
    EVENT + "figures:\n  drones shot down:\n    value: about 20\n",
    EVENT + "figures:\n  drones shot down:\n    value: 20\n    unit: drones\n",
)
BAD_ID = Code(
    "F207",
    "bad-id",
    Severity.ERROR,
    "An id, or the name of a file, has characters that an id may not have.",
    "An id is part of an address on the site and is for ever. It is made of the letters a-z, digits, and single hyphens "
    "between them. A file's id is its name without `.yml`.",
    EVENT + "aliases: [Old_Name]\n",
    EVENT + "aliases: [old-name]\n",
)
BAD_DAY = Code(
    "F208",
    "bad-day",
    Severity.ERROR,
    "A day in the editor's own records is not a day of the calendar, written year-month-day.",
    "This is about `status` and `history`, which the editor writes. What a source dates goes into `date`, `said` or "
    "`published` in the source's own words.",
    EVENT + "history:\n  - date: 24 May\n    change: Place corrected.\n",
    EVENT + 'history:\n  - date: "2023-05-24"\n    change: Place corrected.\n',
)
BAD_FORM = Code(
    "F209",
    "bad-form",
    Severity.ERROR,
    "A value does not have the form that its field takes, such as a language tag or a checksum.",
    "A language is given by its tag (BCP 47), such as `en`, `uk` or `zh-Hant`. A SHA-256 checksum has 64 characters, "
    "0-9 and a-f; `sha256sum FILE` prints it.",
    EVENT + "quote:\n  text: The city stands.\n  language: English\n",
    EVENT + "quote:\n  text: The city stands.\n  language: en\n",
)
BAD_ADDRESS = Code(
    "F210",
    "bad-address",
    Severity.ERROR,
    "A web address cannot be linked safely.",
    "An address starts with `https://` or `http://` and names a public host. Addresses with a user name, with a bare "
    "number for a host, with unusual characters or with letters of two alphabets in one name are refused, since readers "
    "could be led elsewhere than they think. So is what looks like an address where a source is named. Of a host whose "
    "name has an `ß` or a joiner, write the form that starts with `xn--`.",
    "date: 21 May 2023\nplace: bakhmut\nclaim: The city has not been occupied.\n"
    "source:\n  title: Report\n  url: www.example.org/report\n",
    "date: 21 May 2023\nplace: bakhmut\nclaim: The city has not been occupied.\n"
    "source:\n  title: Report\n  url: https://www.example.org/report\n",
)
BAD_FIGURE = Code(
    "F211",
    "bad-figure",
    Severity.ERROR,
    "A figure has neither a value nor a range, or both, or a range that runs backwards.",
    "Give `value` for one number; `min` and `max` for a range; `min` alone for “at least”, `max` alone for “at most”.",
    EVENT + "figures:\n  drones shot down:\n    unit: drones\n",
    EVENT + "figures:\n  drones shot down:\n    min: 20\n    unit: drones\n",
)
SOURCE_TWICE = Code(
    "F212",
    "source-twice",
    Severity.ERROR,
    "A source is named by its id and described on the spot as well.",
    "The facts of a source stand in one place, its own file, so that all claims agree on them.",
    "date: on the 21st\nplace: bakhmut\nclaim: The city has not been occupied.\n"
    "source:\n  id: bakhmut-article\n  language: en\n",
    EVENT,
)
TEXT_TOO_LONG = Code(
    "F213",
    "text-too-long",
    Severity.ERROR,
    "A text is longer than its field takes.",
    "A claim is one statement, a locator a few words. What is longer is usually several claims, which stand in a file "
    "each, or a quotation that should be cut to the words that matter.",
    EVENT + f"title: {'The city has not been occupied, ' * 10}as is said\n",
    EVENT + "title: The city has not been occupied\n",
)
SEVERAL_LINES = Code(
    "F214",
    "several-lines",
    Severity.ERROR,
    "A text has several lines where its field takes one.",
    "Names, titles and date phrases stand on one line. A long line may be folded with `>-`.",
    "date: on the 21st\nplace: |\n  Bakhmut\n  Marinka\nclaim: The city has not been occupied.\nsource: bakhmut-article\n",
    "date: on the 21st\nplace: [Bakhmut, Marinka]\nclaim: The city has not been occupied.\nsource: bakhmut-article\n",
)
NOT_A_RECORD = Code(
    "F215",
    "not-a-record",
    Severity.ERROR,
    "A file holds something else than a mapping of fields.",
    "Every file is one record: lines of the form `name: value`, without a hyphen before the first. Several claims go into "
    "as many files.",
    "- The city has not been occupied.\n",
    EVENT,
)
