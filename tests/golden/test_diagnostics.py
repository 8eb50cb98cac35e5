"""Every diagnostic code has a folder of its own under `diagnostics/`, named `<CODE>-<name>`.

`input/` is a project, or the part of one that matters; `input.json` takes its place where a file cannot stand in a
repository (names that differ only in case, links, raw bytes, sizes): an object of path to text, or to
`{"hex": ...}`, `{"link": target}`, `{"repeat": text, "times": n}`. `expected.txt` is the report, as `check` prints it.

To write the expected reports anew after a change of words, and then read the difference:

    UPDATE_GOLDEN=1 python -m pytest tests/golden/test_diagnostics.py
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline.codes import ALL
from timeline.diagnostics import Diagnostic
from timeline.report import as_text
from timeline.source import read_document
from timeline.source.folder import read_folder

CASES = sorted(path for path in (Path(__file__).parent / "diagnostics").iterdir() if path.is_dir())

# Only the codes of reading for now: the stages behind it are not joined up yet. Once `findings` below runs the whole
# compiler, this becomes `list(ALL)`.
CODES = [code for code in ALL if code.startswith("R")]


def findings(project: Path) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """All findings about a project, and the text of its files by path. The one place that knows how to check."""
    files, found = read_folder(project)
    texts: dict[str, str] = {}
    for path, data in files.items():
        document, more = read_document(path, data)
        texts[path] = document.text
        found += more
    return found, texts


def put_in_place(case: Path, project: Path) -> None:
    if (case / "input").is_dir():
        shutil.copytree(case / "input", project, symlinks=True)
        return
    for path, content in json.loads((case / "input.json").read_text("utf-8")).items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case {"hex": digits}:
                target.write_bytes(bytes.fromhex(digits))
            case {"link": elsewhere}:
                target.symlink_to(elsewhere)
            case {"repeat": text, "times": times}:
                target.write_bytes((text * times).encode())
            case _:
                target.write_bytes(content.encode())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_report_is_as_expected(case: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    put_in_place(case, project)
    found, texts = findings(project)
    report = as_text(found, texts, color=False, width=None)
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(report, "utf-8")
    assert report == expected.read_text("utf-8")
    code = case.name[:4]
    assert code in {each.code for each in found}, (
        f"{case.name} does not get the finding that it is named after"
    )


@pytest.mark.parametrize("code", CODES)
def test_code_has_a_golden_folder(code: str) -> None:
    folder = f"{code}-{ALL[code].name}"
    assert any(case.name == folder or case.name.startswith(f"{folder}-") for case in CASES), (
        f"no folder {folder}"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_folder_is_named_after_a_code(case: Path) -> None:
    code = ALL[case.name[:4]]
    assert case.name[5:].startswith(code.name)
