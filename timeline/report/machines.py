"""Findings for programs: GitHub annotations, GitLab code quality, JSON and SARIF.

What enters: diagnostics in any order. What leaves: the same findings sorted by place, as workflow commands, as a code
quality report, as the list that the documentation of `check` describes, or as a SARIF 2.1.0 log. All of it is ASCII except the GitHub form, in
which every character that acts or hides is spelt out.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from timeline.codes import ALL, Code
from timeline.diagnostics import Diagnostic, Severity, Span, in_order
from timeline.escapes import command_data, command_property
from timeline.report.cells import safe

_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Write findings as workflow commands, which GitHub shows on the lines of a pull request.

    The escapes are those of GitHub's own toolkit: `%`, CR and LF everywhere, colon and comma in properties.
    """
    return "".join(f"{_command(found)}\n" for found in in_order(diagnostics))


def _command(found: Diagnostic) -> str:
    span = found.span
    properties = {"file": span.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        # GitHub takes columns only for places on one line.
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    code = ALL.get(found.code)
    properties["title"] = f"{found.code} {code.name}" if code else found.code
    listed = ",".join(f"{name}={command_property(safe(value))}" for name, value in properties.items())
    lines = [found.message, *(f"{label.span}: {label.message}" for label in found.related)]
    if found.hint:
        lines += f"hint: {found.hint}".split("\n")
    return f"::{_COMMANDS[found.severity]} {listed}::{'%0A'.join(command_data(safe(line)) for line in lines)}"


def as_gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """Write findings as a code quality report, which GitLab shows on the lines of a merge request.

    The form is that of GitLab's documentation, a part of the Code Climate specification. A fingerprint is made from the
    code, the file, the message and, where that comes again, how often it has come; so a finding stays the same one
    when lines above it come or go.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for found in in_order(diagnostics):
        same = (found.code, found.span.path, found.message)
        seen[same] += 1
        identity = json.dumps([*same, seen[same]]).encode()
        text = f"{found.message} ({found.hint})" if found.hint else found.message
        issues.append(
            {
                "description": safe(text),
                "check_name": found.code,
                "fingerprint": hashlib.sha256(identity).hexdigest(),
                "severity": _SEVERITIES[found.severity],
                "location": {"path": found.span.path, "lines": {"begin": found.span.line}},
            }
        )
    return json.dumps(issues, indent=2) + "\n"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Write findings as a JSON list, one object each; lines and columns count from 1, ends are exclusive."""
    return json.dumps([_object(found) for found in in_order(diagnostics)], indent=2) + "\n"


def _object(found: Diagnostic) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "path": found.span.path,
        "line": found.span.line,
        "column": found.span.column,
        "end_line": found.span.end_line,
        "end_column": found.span.end_column,
        "message": found.message,
        "hint": found.hint,
        "related": [
            {
                "path": label.span.path,
                "line": label.span.line,
                "column": label.span.column,
                "message": label.message,
            }
            for label in found.related
        ],
    }


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """Write findings as a SARIF 2.1.0 log with every code as a rule; columns count code points."""
    index = {code: number for number, code in enumerate(ALL)}
    run = {
        "tool": {"driver": {"name": "timeline", "rules": [_rule(code) for code in ALL.values()]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, index) for found in in_order(diagnostics)],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: Code) -> dict[str, object]:
    return {
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": code.explanation},
        "help": {"text": code.explanation},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(found: Diagnostic, index: dict[str, int]) -> dict[str, object]:
    text = f"{found.message}. Hint: {found.hint}" if found.hint else found.message
    result: dict[str, object] = {
        "ruleId": found.code,
        "level": found.severity.value,
        "message": {"text": _message(text)},
        "locations": [_location(found.span)],
    }
    if found.code in index:
        result["ruleIndex"] = index[found.code]
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label.span), "message": {"text": _message(label.message)}}
            for number, label in enumerate(found.related)
        ]
    return result


def _message(text: str) -> str:
    """SARIF reads braces as placeholders, which doubling undoes, and `[text](address)` as a link (3.11.5, 3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _location(span: Span) -> dict[str, object]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.path, errors="replace"), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
