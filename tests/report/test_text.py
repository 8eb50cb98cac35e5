"""Findings as people read them."""

from __future__ import annotations

from timeline.codes import reading
from timeline.diagnostics import Diagnostic, Label, Severity, Span
from timeline.report import as_text, summary
from timeline.report.cells import cells, safe, strip

PATH = "content/events/x.yml"


def finding(
    span: Span, message: str = "something is wrong", *, hint: str = "", related: tuple[Label, ...] = ()
) -> Diagnostic:
    return Diagnostic("F203", Severity.ERROR, span, message, hint, related)


def drawn(text: str, span: Span, width: int | None = None) -> list[str]:
    """The lines of the drawing, without heading, hint and count."""
    report = as_text([finding(span)], {PATH: text}, color=False, width=width)
    return [line for line in report.split("\n")[2:] if "|" in line]


def test_a_finding_shows_its_line_its_place_and_what_to_do() -> None:
    unknown = finding(
        Span(PATH, 3, 1, 3, 6),
        "unknown field `plaec`",
        hint="rename it to `place`\nor delete it",
        related=(Label(Span(PATH, 1, 1, 1, 5), "the record starts here"),),
    )
    assert as_text([unknown], {PATH: "date: x\n\nplaec: Bakhmut\n"}, color=False, width=None) == (
        "error[F203]: unknown field `plaec`\n"
        " --> content/events/x.yml:3:1\n"
        "  |\n"
        "1 | date: x\n"
        "  | ---- the record starts here\n"
        "...\n"
        "3 | plaec: Bakhmut\n"
        "  | ^^^^^\n"
        "  |\n"
        "  = hint: rename it to `place`\n"
        "          or delete it\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_a_place_in_another_file_is_drawn_below() -> None:
    other = "content/places/y.yml"
    twice = finding(Span(PATH, 1, 1, 1, 2), related=(Label(Span(other, 12, 1, 12, 2), "the first one"),))
    report = as_text([twice], {PATH: "a: b", other: "\n" * 11 + "a: b\n"}, color=False, width=None)
    assert "\n  ::: content/places/y.yml:12:1\n   |\n12 | a: b\n   | - the first one\n   |\n" in report


def test_what_cannot_be_drawn_is_named() -> None:
    gone = finding(
        Span(PATH),
        related=(Label(Span(PATH, 9, 1, 9, 2), "here"), Label(Span("other.yml", 2, 3, 2, 4), "and there")),
    )
    assert as_text([gone], {PATH: "a: b"}, color=False, width=None) == (
        "error[F203]: something is wrong\n"
        " --> content/events/x.yml:1:1\n"
        " ::: other.yml:2:3\n"
        "  = note: here (content/events/x.yml:9:1)\n"
        "  = note: and there (other.yml:2:3)\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_a_place_of_several_lines_is_marked_at_both_ends() -> None:
    text = "claim: |\n  one\n  two\n  three\n"
    assert drawn(text, Span(PATH, 1, 8, 4, 8)) == [
        "  |",
        "1 | claim: |",
        "  |        ^",
        "4 |   three",
        "  |   ^^^^^",
        "  |",
    ]


def test_marks_line_up_under_wide_and_combining_characters() -> None:
    assert drawn("a: 俄军😀 e\u0301x", Span(PATH, 1, 10, 1, 11))[2] == "  | " + " " * 11 + "^"
    assert drawn("a: 俄军", Span(PATH, 1, 4, 1, 6))[2] == "  |    ^^^^"
    assert drawn("a:\tb", Span(PATH, 1, 4, 1, 5))[1:3] == ["1 | a:    b", "  |       ^"]
    assert drawn("שלום x", Span(PATH, 1, 6, 1, 7))[2] == "  |      ^"


def test_an_empty_place_gets_one_mark() -> None:
    assert drawn("claim:\n", Span(PATH, 1, 7, 1, 7))[2] == "  |       ^"


def test_a_long_line_is_trimmed_around_the_place() -> None:
    text = "x" * 5000 + "HERE" + "y" * 5000
    _, line, mark, _ = drawn(text, Span(PATH, 1, 5001, 1, 5005), width=60)
    assert line.startswith("1 | …xxx")
    assert line.endswith("yyy…")
    assert cells(line) <= 60
    assert line[mark.index("^") : mark.rindex("^") + 1] == "HERE"


def test_a_long_line_can_be_trimmed_on_one_side() -> None:
    start, end = strip("HERE" + "y" * 99, 0, 20), strip("x" * 99 + "HERE", 99, 20)
    assert (start.text, start.range_of(0, 4)) == ("HERE" + "y" * 16 + "…", (0, 4))
    assert end.text == "…xxxxxxHERE"
    assert end.range_of(99, 103) == (7, 4)
    assert end.range_of(0, 2) == (1, 1)  # left out, so marked at the edge


def test_nothing_acts_on_the_terminal() -> None:
    evil = "\x1b[2J\u202e\u200b\r\n\x9b::error::x"
    report = as_text(
        [finding(Span(PATH, 1, 1, 1, 9), evil, hint=evil, related=(Label(Span(PATH, 1, 1, 1, 2), evil),))],
        {PATH: evil.replace("\n", "")},
        color=False,
        width=None,
    )
    assert not set(report) & set("\x1b\u202e\u200b\r\x9b")
    assert safe(evil) == "<U+001B>[2J<U+202E><U+200B><U+000D><U+000A><U+009B>::error::x"


def test_colours_are_only_there_when_asked_for() -> None:
    one = finding(Span(PATH, 1, 1, 1, 2))
    assert "\x1b[1;31merror[F203]\x1b[0m" in as_text([one], {PATH: "a"}, color=True, width=None)
    assert "\x1b" not in as_text([one], {PATH: "a"}, color=False, width=None)


def test_findings_are_sorted_counted_and_not_repeated() -> None:
    late, early = finding(Span(PATH, 2, 1, 2, 2), "late"), finding(Span(PATH, 1, 1, 1, 2), "early")
    note = reading.NOT_NFC.at(Span("content/events/a.yml"), "noted")
    report = as_text([late, early, late, note], {}, color=False, width=None)
    assert report.index("noted") < report.index("early") < report.index("late")
    assert report.endswith("\n2 errors, 1 note in 2 files\n")


def test_a_clean_project_says_how_much_was_checked() -> None:
    assert as_text([], dict.fromkeys("abc", ""), color=False, width=None) == "No problems found in 3 files\n"
    assert summary([], 1) == "No problems found in 1 file"
