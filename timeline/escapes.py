"""Text -> what an output needs, so that it stays text there: one function for each output.

What enters: any text, also one that nobody checked. What leaves: the same text in the form that the output gives back
unchanged, and that is active in none of its readers. Text that goes into pages as HTML takes the way through
`timeline.text` instead. The search index is plain JSON, whose words a script puts into the page as text.

| output | function |
|---|---|
| CSV that spreadsheets open | `cell`, and `read_cell` for the way back |
| XML, such as feeds | `xml_text`, `xml_attribute` |
| iCalendar | `calendar_text`, and `calendar_line` for the finished line |
| JSON, also in a `<script>` of a page | `json_script` |
| a title that the theme prints as HTML | `theme_title` |
| Markdown of a code host: job summaries, comments | `markdown` |
| annotations of a code host: workflow commands | `command_data`, `command_property` |
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

# -- CSV ---------------------------------------------------------------------------------------------------------------

_CELL_STARTS = re.compile(r"""(^|[;\t\r\n])(?='|[\s"]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])""")
"""Where a spreadsheet may see the beginning of a cell, and a formula in it."""

_MARKED_STARTS = re.compile(r"(^|[;\t\r\n])'")


def cell(text: str) -> str:
    r"""Write text for a cell of a CSV file, which a spreadsheet must never take for a formula.

    Text gets an apostrophe in front where it begins with `=`, `+`, `-`, `@`, a tab or a line end, also behind blanks and
    quotation marks, and the full-width forms of these signs count as well; this is what OWASP's "CSV Injection" advises.
    The same happens behind each semicolon, tab and line end inside the text: where the system's language writes decimal
    commas, spreadsheets part cells at semicolons. Numbers are no text: they are written as they are, also below zero.

    It can be undone, see `read_cell`: text that begins with an apostrophe of its own gets one more.
    """
    return _CELL_STARTS.sub(r"\1'", text)


def read_cell(written: str) -> str:
    """Give the text back that `cell` has written: drop one apostrophe wherever a cell may begin."""
    return _MARKED_STARTS.sub(r"\1", written)


# -- XML ---------------------------------------------------------------------------------------------------------------

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but `Char` of XML 1.0, section 2.2. Not even a reference may stand for them."""


def xml_text(text: str) -> str:
    """Write text for the content of an XML element. `>` is escaped too, so that no `]]>` can stand there."""
    return html.escape(_NOT_IN_XML.sub("", text), quote=False).replace("\r", "&#13;")


def xml_attribute(text: str) -> str:
    """Write text for an XML attribute between double quotes; references keep the line ends, which readers make blanks."""
    return xml_text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


# -- BibTeX ------------------------------------------------------------------------------------------------------------

_BIBTEX = {
    "\\": "{\\textbackslash}",
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    '"': "{\\textquotedbl}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}
"""What acts in TeX. Braces count in BibTeX even behind a backslash, so commands stand for them."""


def bibtex_text(text: str) -> str:
    """Write text for a field of BibTeX between braces: one line, in which nothing acts and braces are balanced."""
    words = " ".join(_INVISIBLE.sub("", text).split())
    return "".join(_BIBTEX.get(char, char) for char in words)


# -- iCalendar ---------------------------------------------------------------------------------------------------------

_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Every character at which any reader may end a line."""

_NOT_IN_CALENDARS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")

OCTETS = 75
"""Longest line of a calendar in bytes, its end not counted: RFC 5545, section 3.1."""


def calendar_text(text: str) -> str:
    r"""Write a value of the type TEXT: RFC 5545, section 3.3.11. Every kind of line end becomes `\n`."""
    escaped = re.sub(r"([\\;,])", r"\\\1", _LINE_ENDS.sub("\n", text))
    return _NOT_IN_CALENDARS.sub("", escaped).replace("\n", "\\n")


def calendar_line(name: str, value: str) -> str:
    """Write one content line with its line end, folded at 75 octets; no character is cut in two.

    Args:
        name: Of the property, with its parameters.
        value: Finished: text through `calendar_text`.
    """
    whole = f"{name}:{value}".encode()
    lines, start, end = [], 0, OCTETS
    while end < len(whole):
        while whole[end] & 0b1100_0000 == 0b1000_0000:  # the middle of a character
            end -= 1
        lines.append(whole[start:end])
        start, end = end, end + OCTETS - 1  # a continued line begins with a blank
    return b"\r\n ".join([*lines, whole[start:]]).decode() + "\r\n"


# -- JSON and HTML -----------------------------------------------------------------------------------------------------

_LOOK_ALIKES = str.maketrans({"<": "‹", ">": "›"})


def json_script(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Write JSON, or JSON-LD, that may stand inside a `<script>` element: nothing in it can end the element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char in "<>&\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return written


def theme_title(text: str) -> str:
    """Write a title or description for a theme that prints it as HTML.

    Material takes titles apart for its search and prints them once more unescaped, so angle brackets become look-alikes.
    """
    return html.escape(text.translate(_LOOK_ALIKES), quote=True)


# -- code hosts --------------------------------------------------------------------------------------------------------

_APART = "&#8203;"
"""A space of no width. What a host makes of text after Markdown has been read, such as `@name`, only such a space stops."""

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff]")
_BLANKS = re.compile(r"[\s\x85\u2028\u2029]+")
_MARKDOWN = re.compile(
    r"""
    (?P<html>(?P<epic>&(?=[0-9])) | [&<>])
    | (?P<sign>[\\`*_\[\]|{}])
    | (?P<apart>[@\#] | [~$!%^](?=\w) | :(?=[\w+-]+:|//) | (?<!\w)(?:GH-|www\.))
    | (?P<dollar>[~$])
    | (?P<start>^(?: [-+=/:] | [0-9]{1,9}[.)] ))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def markdown(text: str) -> str:
    r"""Write text for one line of Markdown on a code host, where it stays text: in a paragraph, list or table cell.

    White space becomes single blanks, and characters that act or hide are left out. A backslash or a reference stands for
    every sign of CommonMark and GitHub Flavored Markdown. What hosts find in the finished text gets a space of no width
    inside: mentions (`@name`), references (`#12`, `GH-12`, and on GitLab `!12`, `~label`, `%12`, `$12`), emoji codes
    (`:name:`), epics (`&1`), addresses. The line does not begin like a list, a heading, a quick action (`/close`) or a workflow command
    (`::error::`). Only the number of a commit is still linked, if the repository has it.
    """
    words = _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip()
    return _MARKDOWN.sub(_as_markdown, words)


def _as_markdown(match: re.Match[str]) -> str:
    found = match[0]
    if match["html"]:
        return _MARKS_HTML[found[0]] + (_APART if match["epic"] else "")
    if match["apart"]:
        sign = found in "~$" or (found == ":" and match.start() == 0)
        return f"{chr(92) if sign else ''}{found}{_APART}"
    return f"{found[:-1]}\\{found[-1]}"


def command_data(text: str) -> str:
    """Write the message of a workflow command, as GitHub's own toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """Write a property of a workflow command."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")
