"""The examples of every code hold: `wrong` gets the finding, `right` gets none.

An example is put into a small fixed project: in place of a record of the folder that its fields belong to, or at the
paths that it names. An event that shows nothing but a date is filled up with the other three fields. Examples of reading
(R) show a line or two and no whole record, so there only findings of reading count. A note is no mistake, so of the notes
only those count that the example is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline.codes import ALL, Code
from timeline.codes.fields import EVENT
from timeline.commands.project import compile_folder
from timeline.diagnostics import Diagnostic, Severity
from timeline.fields import RECORDS, SETTINGS_FIELDS

PROJECT: Mapping[str, str] = {
    "timeline.yml": "title: Bakhmut\n",
    "content/narratives/russian-side.yml": "label: Russian side\nparty: true\n",
    "content/narratives/ukrainian-side.yml": "label: Ukrainian side\nparty: true\n",
    "content/narratives/others.yml": "label: Others\n",
    "content/speakers/zelensky.yml": "name: Zelensky\nnarrative: ukrainian-side\n",
    "content/speakers/prigozhin.yml": "name: Prigozhin\nnarrative: russian-side\n",
    "content/speakers/john-smith.yml": "name: John Smith\nnames: [J. Smith]\n",
    "content/speakers/jane-smith.yml": "name: Jane Smith\nnames: [J. Smith]\n",
    "content/places/bakhmut.yml": "name: Bakhmut\n",
    "content/places/eastern-region.yml": "name: Eastern region\nlatitude: 48.5\nlongitude: 37.5\nexactness: region\n",
    "content/topics/who-controlled-bakhmut.yml": "title: Who controlled Bakhmut?\n"
    "answers: {russia-controls: Russia, ukrainian-troops-present: Ukrainian troops are still present}\n",
    "content/sources/bakhmut-article.yml": "title: Untitled article\nno_url: It reached us without one.\n"
    'published: {phrase: "[2023-05-22..2023-05-31]", basis: It reports the 22nd as news.}\nlanguage: en\n',
    "content/events/this-event.yml": EVENT,
    "content/events/another-event.yml": EVENT.replace("city", "railway station")
    + "about: who-controlled-bakhmut\nfigures: {advance: {value: 3, unit: km}}\n",
    "content/events/what-was-seen.yml": 'status: {kind: removed, reason: safety, date: "2023-06-01"}\n',
    "content/events/told-again.yml": EVENT.replace("city has not", "town hall has never")
    + "relations: [{repeats: this-event}]\n",
    "content/events/zelensky-troops-present.yml": EVENT.replace(
        "The city has not been occupied", "Ukrainian troops are still present in the city"
    )
    + "by: zelensky\nabout: {who-controlled-bakhmut: ukrainian-troops-present}\n",
}
"""Every record that an example mentions."""

PLACES = {
    "settings": "timeline.yml",
    **{folder: f"content/{folder}/this-record.yml" for folder in RECORDS},
    "events": "content/events/this-event.yml",
    "places": "content/places/bakhmut.yml",
}
"""Where an example of each kind goes."""

WITH_EXAMPLES = [code for code in ALL.values() if code.wrong]


def kind_of(example: str) -> str:
    """Tell which kind of record an example shows: the one that has most of its fields, an event where two have."""
    keys = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    names = {"events": RECORDS["events"], **RECORDS, "settings": SETTINGS_FIELDS}
    return max(names, key=lambda kind: len(keys & {field.name for field in names[kind]}))


def files_of(code: Code, example: str) -> dict[str, str]:
    """Give the files that an example stands for."""
    if re.fullmatch(r"content/[^\n]+", example):
        return dict.fromkeys(example.split(", "), EVENT)
    kind = kind_of(f"{code.wrong}\n{code.right}")
    if kind == "settings":
        example = f"title: Bakhmut\n{example}"
    if kind == "events" and code.id.startswith("D"):
        rest = "place: bakhmut\nclaim: The city has not been occupied.\nsource: bakhmut-article\n"
        given = re.findall(r"^(\w+):", example, re.MULTILINE)
        example += "\n" + "".join(
            f"{line}\n" for line in rest.splitlines() if line.partition(":")[0] not in given
        )
    return {PLACES[kind]: example}


def findings(project: Path, files: Mapping[str, str], code: str = "") -> list[Diagnostic]:
    for path, text in {**PROJECT, **files}.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    # Only what is found in publishing needs the site.
    found = compile_folder(project, site=code.startswith("P")).diagnostics
    return [one for one in found if one.severity is not Severity.NOTE or one.code == code]


def shown(found: list[Diagnostic]) -> str:
    return "\n".join(f"{one.code} {one.span}: {one.message}" for one in found)


def test_the_project_itself_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == []


@pytest.mark.parametrize("code", WITH_EXAMPLES, ids=lambda code: code.id)
def test_wrong_example_gets_the_finding(code: Code, tmp_path: Path) -> None:
    found = findings(tmp_path, files_of(code, code.wrong), code.id)
    if code.id.startswith("R1"):
        assert code.id in {one.code for one in found}, shown(found)
    else:
        assert {one.code for one in found} == {code.id}, shown(found)


@pytest.mark.parametrize("code", WITH_EXAMPLES, ids=lambda code: code.id)
def test_right_example_has_no_findings(code: Code, tmp_path: Path) -> None:
    found = findings(tmp_path, files_of(code, code.right), code.id)
    if code.id.startswith("R1"):
        found = [one for one in found if one.code.startswith("R")]
    assert found == [], shown(found)
