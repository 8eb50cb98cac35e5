"""The Markdown of a summary, as code hosts render it: words stay words, rows stay rows, and it fits."""

import json
import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.contribute.branches import BASE, build, changed, claim, compared, event
from tests.escapes.hostile import EVERYTHING
from timeline.contribute.changes import Point, compare
from timeline.contribute.changes.values import Changes
from timeline.contribute.summary import LIMIT, json_summary, markdown_summary
from timeline.contribute.summary.blocks import Block, written
from timeline.contribute.summary.words import code, differences, text
from timeline.escapes import markdown

HOST = MarkdownIt("gfm-like")
OURS = re.compile(r"</?(?:details|summary|del|ins|code)>")
"""HTML that a summary is made of."""


def tokens(written: str) -> list[Token]:
    found = HOST.parse(written)
    return [*found, *(child for token in found for child in token.children or ())]


def nothing_acts(written: str) -> None:
    """See that no markup but our own came of a summary."""
    kinds = {token.type for token in tokens(written)}
    assert not kinds & {"link_open", "image", "fence", "code_block", "hr", "s_open"}, kinds
    for token in tokens(written):
        if token.type.startswith("html"):
            assert not OURS.sub("", token.content).strip().startswith("<"), token.content
    visible = "".join(token.content for token in tokens(written) if token.type == "text")
    assert not re.search(r"@\w|#\d|https?://|www\.\w", visible), visible


def rows(written: str) -> list[int]:
    """Count the cells of each row of each table."""
    found = tokens(written)
    opened = [index for index, token in enumerate(found) if token.type == "tr_open"]
    return [
        sum(1 for token in found[start:] [: next(i for i, t in enumerate(found[start:]) if t.type == "tr_close")]
            if token.type in {"td_open", "th_open"})
        for start in opened
    ]  # fmt: skip


@pytest.mark.parametrize("words", EVERYTHING)
def test_words_of_contributors_stay_words(words: str) -> None:
    quoted = json.dumps(f"A {words} Z")
    head = changed(
        event("bridge-fell", f"date: on the 21st\nplace: bridge\nclaim: {quoted}\nsource: gazette\nby: mayor\n"
              f"tags: [{quoted}]\nnote: {quoted}\n"
              f"status: {{kind: withdrawn, reason: {quoted}, date: 2026-01-02}}\n"),
        event("worded", f"date: {quoted}\nplace: {quoted}\nclaim: {quoted}\nsource: gazette\nby: {quoted}\n"),
        {"content/topics/bridge-open.yml": f"title: {quoted}\nanswers: {{open: Open, closed: {quoted}}}\n",
         "content/narratives/port.yml": f"label: {quoted}\nshort: {quoted}\nparty: true\n"},
    )  # fmt: skip
    changes = compared(head)
    written = markdown_summary(changes)
    assert changes.new
    nothing_acts(written)
    assert set(rows(written)) <= {3, 4, 5}
    assert json.loads(json_summary(changes))["schema_version"] == "1.0"


def test_words_that_hide_or_turn_are_shown() -> None:
    assert "U+202E" in text("left\u202eright")
    assert text("שלום").startswith("&#x2068;")
    assert text("two\nlines\tand  blanks") == "two lines and blanks"
    assert code("a|b") == "<code>a\\|b</code>"
    assert code("content/events/x.yml") == "`content/events/x.yml`"
    assert markdown("@name") in text("by @name")


def test_long_texts_show_only_what_differs() -> None:
    words = [f"word{number}" for number in range(100)]
    other = [*words[:50], "another", *words[51:]]
    before, after = differences(" ".join(words), " ".join(other)) or ("", "")
    assert "<del>word50</del>" in before
    assert "<ins>another</ins>" in after
    assert "word43 " not in before
    assert "word44 " in before
    assert len(after) < 200
    assert differences("the same", "the  same") is None


def many(number: int) -> Changes:
    days = {f"claim-{n:04}": claim("on the 21st", words=f"Claim {n}.") for n in range(number)}
    head = changed(*(event(name, words) for name, words in days.items()))
    return compare(build(BASE), build(head), base_point=Point(name="main"), head_point=Point(name="HEAD"))


def test_a_long_summary_is_cut_by_whole_rows_and_says_so() -> None:
    changes = many(400)
    whole = markdown_summary(changes, limit=0)
    assert whole.count("| `claim-") == 400
    assert "<details><summary>350 more rows</summary>" in whole
    for limit in (LIMIT // 4, 5000, 2000, 600, 60):
        cut = markdown_summary(changes, limit=limit, command="timeline diff main --limit 0")
        assert len(cut.encode()) <= max(limit, 60)
        assert "`timeline diff main --limit 0` *shows everything.*" in cut
        assert cut.count("<details>") == cut.count("</details>"), limit
        left = re.search(r"\*(\d+) more rows left out", cut)
        if left:
            assert cut.count("| `claim-") + int(left[1]) == 400


def test_a_block_never_loses_a_row_without_saying_so() -> None:
    block = Block(head="### Rows", rows=tuple(f"- row {number}" for number in range(10)), noun="row")
    for limit in range(120, 200):
        text_ = written([block], limit=limit, command="`all`")
        shown = text_.count("- row")
        assert (
            f"{10 - shown:,} more row" in text_ or shown == 10 or "part" in text_ or text_.startswith("`all`")
        )


def test_the_heading_counts_every_error_and_the_new_warnings() -> None:
    broken = changed(event("bridge-fell", "date: [on the 21st\n"))
    assert markdown_summary(compared(broken)).startswith("## Timeline check: 1 error\n")
    assert markdown_summary(compared(broken, broken)).startswith("## Timeline check: 1 error\n")
    assert markdown_summary(compared(BASE, broken)).startswith("## Timeline check: passed\n")
    gone = markdown_summary(compared(changed({"content/events/bridge-fell.yml": None})))
    assert gone.startswith("## Timeline check: passed, 1 warning\n")
    assert "> [!WARNING]\n> **The file of the claim `bridge-fell` is gone" in gone


def test_words_that_no_rule_decides_are_not_called_unstated() -> None:
    vague = {
        "content/sources/gazette.yml": BASE["content/sources/gazette.yml"].replace("2023-05-22", "May 2023")
    }
    head = changed(vague, event("vague", claim("last Friday")))
    (row,) = [row for row in markdown_summary(compared(head)).split("\n") if "| ⚠️ `vague` |" in row]
    assert "“last Friday”" in row
    assert "could not be worked out" in row
    assert "not stated" not in row


def test_the_same_changes_give_the_same_bytes() -> None:
    head = changed(event("more", claim()), {"content/speakers/mayor.yml": "name: Mayor\nnarrative: port\n"})
    first, second = compared(head), compared(dict(reversed(head.items())), dict(reversed(dict(BASE).items())))
    assert markdown_summary(first) == markdown_summary(second)
    assert json_summary(first) == json_summary(second)
