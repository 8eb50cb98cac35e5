"""Every word of the interface, in the language of the project: messages, counts, lists, numbers and dates.

What enters: values of the timeline. What leaves: plain text, never escaped and never markup; whoever prints it escapes. No
word here weighs one side against another: there is no "denies", no "silent", no verdict.

    >>> from timeline.wording import wording_for
    >>> words = wording_for("uk")
    >>> words.count("claims", 3)
    '3 твердження'
    >>> words.direction
    'ltr'

How to add a message:

1. Give it a key in `messages/en.toml`, under the page or thing it belongs to: `[topic]`, `changed = "What changed"` is
   `topic.changed`. Reuse `[label]` for the heads of tables and lists of facts.
2. Values are named: `moved = "{claim} moved to {lane}"`, said with `words.text("topic.moved", claim=…, lane=…)`. They are put
   in as they are and never read again, so they may hold braces. Do not build sentences of pieces: other languages order
   them otherwise. A whole sentence is one message.
3. What counts is an inner table of CLDR's plural categories, `{n}` the number: `claims = {one = "{n} claim",
   other = "{n} claims"}`, said with `words.count("claims", number, …)`.
4. In templates: `{{ t("topic.changed") }}`, `{{ n("claims", number) }}`; for a sentence with links, emphasis or code in it,
   `{{ rich("method.contact", link=address) }}` with `[words](link)`, `**words**` and `` `code` `` in the message.
5. Put it into `uk.toml`, `ru.toml`, `de.toml` and `ar.toml` too, with every category that the language has. The test
   `tests/wording/test_messages.py` names what is missing, what nothing uses, and placeholders that differ.

A language is a file in `messages/`. Dates, plurals, lists and numbers follow CLDR by Babel, which is loaded when first
needed.
"""

from __future__ import annotations

from timeline.wording.books import volume_days
from timeline.wording.claims import (
    MARKS,
    QUOTATION_MARKS,
    counted_claims,
    figure,
    headline,
    quotation,
    verb,
)
from timeline.wording.messages import LANGUAGES
from timeline.wording.read_from import anchor, limit
from timeline.wording.rows import counts_by_lane, group_title, gutter, of_lane, silence, whole_day
from timeline.wording.telling import Wording, wording_for
from timeline.wording.when import (
    WHEN_SAID,
    is_uncertain,
    limit_words,
    long,
    not_known,
    result,
    said_apart,
    says_nothing,
    several_years,
    short,
    when,
    when_iso,
    when_said,
)
from timeline.wording.zones import is_foreign, offset_words, zone_line, zone_note, zone_words

__all__ = [
    "LANGUAGES",
    "MARKS",
    "QUOTATION_MARKS",
    "WHEN_SAID",
    "Wording",
    "anchor",
    "counted_claims",
    "counts_by_lane",
    "figure",
    "group_title",
    "gutter",
    "headline",
    "is_foreign",
    "is_uncertain",
    "limit",
    "limit_words",
    "long",
    "not_known",
    "of_lane",
    "offset_words",
    "quotation",
    "result",
    "said_apart",
    "says_nothing",
    "several_years",
    "short",
    "silence",
    "verb",
    "volume_days",
    "when",
    "when_iso",
    "when_said",
    "whole_day",
    "wording_for",
    "zone_line",
    "zone_note",
    "zone_words",
]
