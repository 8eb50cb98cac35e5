"""Findings as programs read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from timeline.codes import ALL
from timeline.diagnostics import Diagnostic, Label, Severity, Span
from timeline.report import as_github, as_gitlab, as_json, as_sarif

SPAN = Span("content/events/x.yml", 3, 1, 3, 6)
FOUND = Diagnostic(
    "R127",
    Severity.ERROR,
    SPAN,
    "the field `place` stands twice",
    "delete one",
    (Label(Span("content/events/x.yml", 1, 1, 1, 6), "it stands here first"),),
)


# The structure of the standard's own schema (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0), without its explanations.
SARIF_SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text("utf-8"))


def sarif(*found: Diagnostic) -> Any:
    return json.loads(as_sarif(found))["runs"][0]


def test_github_shows_a_finding_on_its_line() -> None:
    assert as_github([FOUND]) == (
        "::error file=content/events/x.yml,line=3,endLine=3,col=1,endColumn=6,title=R127 duplicate-key"
        "::the field `place` stands twice%0Acontent/events/x.yml:1:1: it stands here first%0Ahint: delete one\n"
    )


def test_github_gets_no_columns_for_several_lines_and_its_own_severities() -> None:
    wide = Span("a.yml", 1, 2, 3, 4)
    assert (
        as_github([Diagnostic("X999", Severity.NOTE, wide, "m")])
        == "::notice file=a.yml,line=1,endLine=3,title=X999::m\n"
    )
    assert as_github([Diagnostic("X999", Severity.WARNING, wide, "m")]).startswith("::warning ")


def test_github_commands_cannot_be_forged() -> None:
    path = "a,line=9:x%\n::error::y"
    command = as_github([Diagnostic("X999", Severity.ERROR, Span(path), "100%\n::error::\rz\x1b", "a\n::b")])
    assert command.count("\n") == 1
    assert "file=a%2Cline=9%3Ax%25<U+000A>%3A%3Aerror%3A%3Ay," in command
    assert "::100%25<U+000A>::error::<U+000D>z<U+001B>%0Ahint: a%0A::b" in command


def test_gitlab_shows_a_finding_on_its_line() -> None:
    (issue,) = json.loads(as_gitlab([FOUND]))
    assert issue.pop("fingerprint").isalnum()
    assert issue == {
        "description": "the field `place` stands twice (delete one)",
        "check_name": "R127",
        "severity": "major",
        "location": {"path": "content/events/x.yml", "lines": {"begin": 3}},
    }


def test_a_fingerprint_outlives_a_new_line_above_and_parts_findings_that_say_the_same() -> None:
    def fingerprints(*lines: int) -> list[str]:
        found = [
            Diagnostic("F203", Severity.NOTE, Span("a.yml", line, 1, line, 2), "empty") for line in lines
        ]
        return [issue["fingerprint"] for issue in json.loads(as_gitlab(found))]

    assert fingerprints(3, 8) == fingerprints(4, 9)
    assert len(set(fingerprints(3, 8))) == 2


def test_json_has_the_documented_shape() -> None:
    assert json.loads(as_json([FOUND])) == [
        {
            "code": "R127",
            "severity": "error",
            "path": "content/events/x.yml",
            "line": 3,
            "column": 1,
            "end_line": 3,
            "end_column": 6,
            "message": "the field `place` stands twice",
            "hint": "delete one",
            "related": [
                {"path": "content/events/x.yml", "line": 1, "column": 1, "message": "it stands here first"}
            ],
        }
    ]
    assert as_json([]) == "[]\n"


def test_json_and_sarif_are_ascii() -> None:
    odd = Diagnostic("X999", Severity.ERROR, Span("Київ\udce9.yml"), "\u202e俄\x1b")
    assert as_json([odd]).isascii()
    assert as_sarif([odd]).isascii()


def test_sarif_lists_every_code_as_a_rule() -> None:
    log = json.loads(as_sarif([]))
    assert log["version"] == "2.1.0"
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(ALL)
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_sarif_results_point_to_their_rule_and_place() -> None:
    run = sarif(FOUND)
    [result] = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "R127"
    assert result["level"] == "error"
    assert result["message"]["text"] == "the field `place` stands twice. Hint: delete one"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "content/events/x.yml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 6}
    assert result["relatedLocations"][0]["message"]["text"] == "it stands here first"


def test_sarif_reads_nothing_into_a_message() -> None:
    [result] = sarif(
        Diagnostic("X999", Severity.NOTE, Span("a b.yml"), "{0} and [here](https://example.org)")
    )["results"]
    assert result["message"]["text"] == "{{0}} and [here\\](https://example.org)"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.yml"
    assert "ruleIndex" not in result


def test_sarif_is_what_the_standard_asks_for() -> None:
    odd = Diagnostic(
        "X999", Severity.NOTE, Span("content/événements/a b%.yml", 1, 1, 2, 1), "{0} [a](b)\n\x1b", ""
    )
    log = json.loads(as_sarif([FOUND, odd]))
    Draft202012Validator(SARIF_SCHEMA).validate(log)
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not Draft202012Validator(SARIF_SCHEMA).is_valid(log), "the schema can tell"
