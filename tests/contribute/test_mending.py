"""`check --fix` changes the form of a file and never what it says."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.contribute.mending import mend
from timeline.contribute.writing import plain_data
from timeline.diagnostics import has_errors
from timeline.source import read_document

PATH = "content/events/x.yml"


def mended(text: str, path: str = PATH) -> str:
    result = mend(path, text.encode())
    assert result is not None, "nothing was mended"
    return result.data.decode()


def untouched(text: str | bytes, path: str = PATH) -> bool:
    return mend(path, text if isinstance(text, bytes) else text.encode()) is None


def test_a_file_in_good_form_is_left_alone() -> None:
    assert untouched("date: on the 21st\nplace: bakhmut\nclaim: So.\nsource: article\n")


def test_fields_are_put_in_order_with_their_comments() -> None:
    text = """\
# yaml-language-server: $schema=https://example.org/events.json
# The whole file is about the bridge.

# why this source
# and no other
source:
  # inside
  id: gazette   # the weekly
  locator: page 1

claim: It was closed.  # as printed

# On the day, see below.
date: on the 21st
  # indented, so it belongs to the date
place: bridge
"""
    assert (
        mended(text)
        == """\
# yaml-language-server: $schema=https://example.org/events.json
# The whole file is about the bridge.

# On the day, see below.
date: on the 21st
  # indented, so it belongs to the date
place: bridge
claim: It was closed.  # as printed

# why this source
# and no other
source:
  # inside
  id: gazette   # the weekly
  locator: page 1
"""
    )


def test_a_comment_that_tells_editors_the_schema_stays_first() -> None:
    text = "# yaml-language-server: $schema=x\nclaim: So.\ndate: on the 21st\n"
    assert mended(text) == "# yaml-language-server: $schema=x\ndate: on the 21st\nclaim: So.\n"


def test_a_field_that_nobody_knows_stays_behind_the_one_before_it() -> None:
    assert mended("claim: So.\ncolour: red\ndate: x\n") == "date: x\nclaim: So.\ncolour: red\n"


def test_other_folders_have_an_order_of_their_own_and_settings_none() -> None:
    assert mended("role: r\nname: n\n", "content/speakers/x.yml") == "name: n\nrole: r\n"
    assert untouched("language: en\ntitle: t\n", "timeline.yml")


def test_spaces_at_the_ends_of_lines_go_where_they_say_nothing() -> None:
    text = "date: x  \nplace: y  # so  \n\n   \nclaim: >-\n  one  \n  two\nnote: |\n  a \n  b\n"
    assert mended(text) == "date: x\nplace: y  # so\n\n\nclaim: >-\n  one  \n  two\nnote: |\n  a \n  b\n"
    assert mended('claim: "one \n  two" \n') == 'claim: "one \n  two"\n'


def test_line_ends_and_the_end_of_the_file() -> None:
    assert mended("date: x\r\nplace: y\r\n") == "date: x\nplace: y\n"
    assert mended("date: x") == "date: x\n"
    assert mended("date: x\n\n\n") == "date: x\n"
    assert mended("note: |\r\n  a\r\n  b") == "note: |\n  a\n  b"[: -0 or None], (
        "a line end there is a part of the text"
    )
    assert untouched("note: |+\n  a\n\n\n"), "there they are a part of the text"


def test_texts_are_put_into_nfc_and_comments_are_not() -> None:
    text = "claim: Cafe\u0301 ‘e\u0301’\n# Cafe\u0301\nnote: >-\n  e\u0301\n  o\u0308\n"
    assert mended(text) == "claim: Café ‘é’\n# Cafe\u0301\nnote: >-\n  é\n  ö\n"


def test_a_byte_order_mark_goes() -> None:
    result = mend(PATH, b"\xef\xbb\xbfdate: x\r\n")
    assert result is not None
    assert result.data == b"date: x\n"
    assert result.done == ("took away the byte order mark", "put line ends as LF")


@pytest.mark.parametrize(
    "text",
    [
        "claim: [\ndate: x \n",
        "claim: So. \ndate:\tx\n",
        "claim: a\ndate: x \nclaim: b\n",
        "claim: a\u202e \ndate: x\n",
        "claim: *a \ndate: x\n",
        "- claim \n",
        "text \n",
        "",
        "   \n",
        "date: x\rclaim: y \n",
    ],
)
def test_what_cannot_be_read_is_not_touched(text: str) -> None:
    assert untouched(text)


def test_bytes_that_are_no_text_are_not_touched() -> None:
    assert untouched(b"date: \xff \n")
    assert untouched(b"claim: " + b"a " * 40_000 + b"\n")


def test_fields_in_one_line_and_several_documents_keep_their_order() -> None:
    assert untouched("{claim: a, date: b}\n")
    assert untouched("---\nclaim: a\ndate: b\n")


PIECES = st.sampled_from(
    [
        "claim: So.", "date: on the 21st", "place: x", "source:", "  id: y", "  locator: z", "# a comment", "  # inside",
        "", "   ", "note: |", "note: >-", "  text", "  text ", "    deeper", 'title: "a', '  b"', "title: Cafe\u0301",
        "tags: [a,", "  b]", "by:", "  - a", "- b", "\ttab", "kind: state \t", "about: {a: b}", "---", "...", "via: 'x '",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_whatever_is_mended_says_the_same_and_is_then_in_good_form(
    lines: list[str],
    end: str,
    closed: bool,  # noqa: FBT001 - what hypothesis draws
    marked: bool,  # noqa: FBT001 - what hypothesis draws
) -> None:
    data = (("\ufeff" if marked else "") + end.join(lines) + (end if closed else "")).encode()
    result = mend(PATH, data)
    if result is None:
        return
    before, _ = read_document(PATH, data)
    after, found = read_document(PATH, result.data)
    assert before.root is not None
    assert after.root is not None
    assert not has_errors(found)
    assert plain_data(after.root) == plain_data(before.root)
    assert mend(PATH, result.data) is None, "once is enough"

    def comments(text: str) -> list[str]:
        return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))

    assert comments(after.text) == comments(before.text.removeprefix("\ufeff"))
    assert unicodedata.is_normalized("NFC", after.text) or "# " in after.text
