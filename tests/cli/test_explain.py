"""`explain`: phrases, codes, fields, and many phrases at once."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.small_project import write_project
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
        (["--anchor", "21/5/2023"], "--anchor: “21/5/2023” is neither an EDTF date nor"),
        (["--anchor", "2023-02-30"], "February 2023 has 28 days"),
        (
            ["--anchor", "2023-05-22", "--zone", "Europe/Kyjiv"],
            "no time zone “Europe/Kyjiv”; did you mean Europe/Kyiv?",
        ),
        (["--anchor", "2023-05-22", "--lang", "ukrainian"], "no code of a language; did you mean uk?"),
        (["--batch"], "each line names its own phrase"),
    ],
)
def test_explain_with_options_that_make_no_sense(options: list[str], why: str) -> None:
    result = run("on the 21st", *options)
    assert result.exit_code == 2
    assert why in " ".join(result.stderr.split())


def test_a_language_without_words_is_said_in_the_explanation() -> None:
    assert "language “pl”" in run("21 maja", "--anchor", "2023-05-22", "--lang", "pl").stdout
    assert run("2023-05-21", "--lang", "pl").exit_code == 0
    assert run("21 травня 2023", "--lang", "uk-UA").exit_code == 0


def test_explain_says_what_to_type_where_an_anchor_is_missing() -> None:
    alone = run("yesterday")
    assert alone.exit_code == 1
    assert "--anchor 2023-05-22" in alone.stderr
    assert "--anchor-kind event" in run("the same day", "--anchor", "2023-05-22").stderr
    assert run("Thursday 21 June 2023").stderr == ""


def test_explain_as_data() -> None:
    result = run("on the 21st", "--anchor", "2023-05-22", "--format", "json")
    told = json.loads(result.stdout)
    assert told["result"]["edtf"] == "2023-05-21"
    assert told["rules"][0]["name"] == "bare-day-number"
    refused = run("yesterday", "--format", "json")
    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["result"]["code"] == "D306"
    assert refused.stderr == ""
    assert json.loads(run("D306", "--format", "json").stdout)["name"] == "anchor-missing"
    assert {"id": "D306", "name": "anchor-missing", "severity": "error"} in json.loads(
        run("--format", "json").stdout
    )
    assert run("events", "--format", "json").exit_code == 2


def test_explain_from_a_record_of_the_project(tmp_path: Path) -> None:
    folder = str(write_project(tmp_path))
    from_event = run("the next day", "--anchor", "bridge-stands", "--project", folder)
    assert "the event `bridge-stands`: Sunday 21 May 2023" in from_event.stdout
    assert "EDTF: 2023-05-22" in from_event.stdout
    from_source = run("yesterday", "--anchor", "gazette", "--project", folder)
    assert "the publication of `gazette`: Monday 22 May 2023" in from_source.stdout
    assert "a report looks back" in from_source.stdout
    unknown = run("yesterday", "--anchor", "gazete", "--project", folder)
    assert unknown.exit_code == 2
    assert "did you mean `gazette`?" in unknown.stderr


def test_explain_from_a_record_takes_its_language_and_the_first_day_of_the_war(tmp_path: Path) -> None:
    folder = write_project(
        tmp_path,
        {
            "timeline.yml": 'title: War\nlanguage: uk\nstory_start: "2022-02-24"\n',
            "content/sources/undated.yml": "title: A leaflet\nkind: article\nno_url: seen on paper\n",
        },
    )
    there = ["--project", str(folder), "--anchor"]
    assert "2023-05-21" in run("учора", *there, "gazette").stdout
    assert "2022-02-25" in run("day 2 of the war", "--lang", "en", *there, "gazette").stdout
    assert "has no `published`" in run("yesterday", *there, "undated").stderr


def test_an_id_without_a_project_says_where_to_stand(tmp_path: Path) -> None:
    result = run("the next day", "--anchor", "bridge-stands", "--project", str(tmp_path))
    assert result.exit_code == 2
    assert "no timeline here" in " ".join(result.stderr.split())


def test_explain_is_coloured_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in run("on the 21st", "--anchor", "2023-05-22").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("Thursday 21 June 2023").stdout
    assert "\x1b[1mPhrase\x1b[0m" in coloured
    assert "\x1b[1;31mstruck out\x1b[0m:" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("Thursday 21 June 2023").stdout


@pytest.mark.parametrize(
    ("raw", "answer_id", "error"),
    [
        (b'{"id": 4, "phrase": "\xff\xfe"}\n', 4, "the line is not UTF-8"),
        (b"\xff\xfe\n", None, "the line is not UTF-8"),
        (b'{"id": ' + b"9" * 5000 + b', "phrase": "2023"}\n', None, "a number has too many digits"),
        (b"[" * 100_000 + b"\n", None, "nested too deeply"),
        (b'{"id": 3, "phrase": "' + b"a" * 1_000_000 + b'"}\n', 3, "at most 200 characters"),
        (b"[1, 2]\r\n", None, "not a JSON object"),
        (b"\r\n", None, "the line is empty"),
    ],
)
def test_a_hostile_line_gets_an_error_and_the_next_an_answer(
    raw: bytes, answer_id: object, error: str
) -> None:
    result = run("--batch", stdin=raw + b'{"id": 9, "phrase": "2023"}')
    assert (result.exit_code, result.stderr) == (0, "")
    first, second = (json.loads(line) for line in result.stdout_bytes.splitlines())
    assert first["id"] == answer_id
    assert error in first["error"]
    assert second["edtf"] == "2023"


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    result = run("--batch", stdin=b'\xef\xbb\xbf{"id": 1, "phrase": "2023"}\r\n')
    assert json.loads(result.stdout)["edtf"] == "2023"


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
