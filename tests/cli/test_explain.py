"""`explain`: phrases, codes, fields, and many phrases at once."""

import json
import re

import pytest
from click.testing import CliRunner, Result

from timeline.cli import commands
from timeline.commands.describe import TABLES, describe


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(commands, ["explain", *arguments], input=stdin, prog_name="timeline")


def test_explain_a_phrase() -> None:
    result = run("on the 21st", "--anchor", "2023-05-22")
    assert result.exit_code == 0, result.stderr
    assert "2023-05-21" in result.stdout or "21 May 2023" in result.stdout


def test_explain_a_phrase_that_has_no_reading() -> None:
    result = run("when pigs fly", "--anchor", "2023-05-22")
    assert result.exit_code == 1
    assert result.stdout


@pytest.mark.parametrize("what", ["P101", "p101", "broken-internal-link"])
def test_explain_a_code(what: str) -> None:
    said = run(what).stdout
    assert said.startswith("P101 broken-internal-link (error)\n")
    assert "mistake in the program" in said


def test_explain_shows_the_examples_of_a_code() -> None:
    said = run("P301").stdout
    assert "Wrong:\n    severities:\n" in said
    assert "Right:\n    severities:\n" in said


def test_explain_alone_lists_the_codes() -> None:
    assert re.search(r"^P201  note     handwritten-page-wins$", run().stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--anchor", "yesterday-ish"], "--anchor"),
        (["--anchor", "2023-05-22", "--zone", "Europe/Atlantis"], "--zone"),
        (["--anchor", "2023-05-22", "--lang", "tlh"], "--lang"),
    ],
)
def test_explain_with_options_that_make_no_sense(options: list[str], why: str) -> None:
    result = run("on the 21st", *options)
    assert result.exit_code == 2
    assert why in result.stderr


def test_explain_many_phrases_answers_one_line_each_in_order() -> None:
    lines = [
        '{"id": 1, "phrase": "on the 21st", "anchor": "2023-05-22", "lang": "en"}',
        "this is not JSON",
        '{"id": 3, "phrase": "when pigs fly", "anchor": "2023-05-22", "lang": "en"}',
    ]
    result = run("--batch", stdin="\n".join(lines) + "\n")
    assert result.exit_code == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert answers[0]["earliest"].startswith("2023-05-21")
    assert "error" in answers[1]
    assert (answers[2]["id"], "error" in answers[2]) == (3, True)


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_is_answered_so_that_lines_match_in_number(line: str) -> None:
    result = run("--batch", stdin=f'{line}\n{{"id": 2, "phrase": "2023"}}\n')
    first, second = (json.loads(each) for each in result.stdout.splitlines())
    assert first == {"id": None, "error": "the line is empty", "readings": []}
    assert second["id"] == 2


def test_half_a_character_in_an_id_does_not_end_the_run() -> None:
    lines = '{"id":"\\ud800","phrase":"today","anchor":"2019-04-17"}\n{"id":2,"phrase":"2023"}\n'
    result = run("--batch", stdin=lines)
    assert result.exit_code == 0
    first, second = (json.loads(each) for each in result.stdout_bytes.decode("utf-8").splitlines())
    assert first["id"] == "\ud800"
    assert second["id"] == 2


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "[1e999]"])
def test_every_answer_is_json(number: str) -> None:
    def refuse(constant: str) -> None:
        pytest.fail(f"{constant} is not JSON")

    result = run("--batch", stdin=f'{{"id": {number}, "phrase": "2023"}}\n')
    assert "error" in json.loads(result.stdout, parse_constant=refuse)


def test_the_words_nan_and_infinity_are_ordinary_text() -> None:
    assert json.loads(run("--batch", stdin='{"id": "NaN", "phrase": "2023"}\n').stdout)["id"] == "NaN"


@pytest.mark.parametrize("code", ["D302 ", " d302", "D302"])
def test_spaces_around_a_code_are_no_phrase(code: str) -> None:
    assert run(code).stdout.startswith("D302 ambiguous-phrase")


@pytest.mark.parametrize(
    ("code", "advice"), [("Z999", "`explain` alone lists all"), (" d300 ", "did you mean D3")]
)
def test_what_looks_like_a_code_is_not_read_as_a_date(code: str, advice: str) -> None:
    result = run(code)
    assert result.exit_code == 2
    assert f"there is no code {code.strip().upper()}; {advice}" in result.stderr


@pytest.mark.parametrize("record", TABLES)
def test_the_fields_of_a_record_with_help_and_examples(record: str) -> None:
    said = run(record).stdout
    for field in TABLES[record]:
        assert f"\n{field.name}{' *' if field.required else ''}\n" in said
        assert f"    such as: {field.example}\n" in said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("events.date", "events.date (content/events/, must be there)"),
        ("content/events/", "The fields of content/events/"),
        ("events.source.published.basis", "events.source.published.basis (content/events/)"),
        ("about", "events.about (content/events/)"),
        ("events.about.basis", "or inferred by the editor"),
        ("names", "speakers.names (content/speakers/)"),
        ("timeline.yml.severities", "timeline.yml.severities (timeline.yml)"),
    ],
)
def test_one_field(typed: str, shown: str) -> None:
    result = run(typed)
    assert result.exit_code == 0, result.stderr
    assert shown in result.stdout


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("events.sorce", "events has no field `sorce`; did you mean `source`?"),
        ("events.date.xyzzy", "events.date has no field `xyzzy`; known fields: phrase"),
        ("events.title.x", "events.title has no field `x`; known fields: none"),
    ],
)
def test_a_field_that_is_not_there(typed: str, advice: str) -> None:
    result = run(typed)
    assert result.exit_code == 2
    assert advice in result.stderr


def test_a_phrase_is_no_field() -> None:
    assert describe("on the 21st") is None
