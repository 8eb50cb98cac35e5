"""Every diagnostic code has a folder of its own under `diagnostics/`, named `<CODE>-<name>`.

`input/` is a project, or the part of one that matters; `input.json` takes its place where a file cannot stand in a
repository (names that differ only in case, links, raw bytes, sizes): an object of path to text, or to
`{"hex": ...}`, `{"link": target}`, `{"repeat": text, "times": n}`. `expected.txt` is the report, as `check` prints it;
only what is said of nearly every small project (a record that nothing uses, a page without a copy, no words quoted) is
left out of the reports that are not about it.

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

from tests.projects import ASIDE
from timeline.codes import ALL
from timeline.commands.project import compile_folder
from timeline.diagnostics import Diagnostic
from timeline.report import as_text

CASES = sorted(path for path in (Path(__file__).parent / "diagnostics").iterdir() if path.is_dir())


ONLY_BY_OUR_MISTAKE = {
    "P101": "no content makes the compiler write a broken link; tests/compiler/test_compiler.py hands it such a page",
    "P102": "L404 and L409 find an id that is taken before a page is made of it; tests/compiler/test_compiler.py hands "
    "the compiler two such pages",
}
"""Codes that no project can get unless the program is wrong, and where they are tested instead."""


def findings(project: Path, *, site: bool) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """All findings about a project, and the text of its files by path, as `timeline check` has them."""
    build = compile_folder(project, site=site)
    return build.diagnostics, build.texts


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
    code = case.name[:4]
    found, texts = findings(project, site=code.startswith("P"))  # only what is found in publishing needs it
    found = tuple(one for one in found if one.code == code or one.code not in ASIDE)
    report = as_text(found, texts, color=False, width=None)
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(report, "utf-8")
    assert report == expected.read_text("utf-8")
    assert code in {each.code for each in found}, (
        f"{case.name} does not get the finding that it is named after"
    )


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_making_the_site_finds_nothing_more(case: Path, tmp_path: Path) -> None:
    """However much is wrong, what can be read makes pages whose links lead somewhere."""
    project = tmp_path / "project"
    put_in_place(case, project)
    alone, _ = findings(project, site=False)
    with_site, _ = findings(project, site=True)
    assert set(alone) <= set(with_site)
    assert {one.code for one in set(with_site) - set(alone)} <= {"P201"}


NOT_BY_CHECKING = {code for code in ALL if code.startswith(("A", "T", "P4"))}
"""Codes of `check-links`, `import` and the dossier, which no check finds; tests/addresses finds each of them on a server of
its own, tests/contribute/test_spreadsheet.py in a table, and tests/dossier when it prints."""


@pytest.mark.parametrize(
    "code", [code for code in ALL if code not in {*ONLY_BY_OUR_MISTAKE, *NOT_BY_CHECKING}]
)
def test_code_has_a_golden_folder(code: str) -> None:
    folder = f"{code}-{ALL[code].name}"
    assert any(case.name == folder or case.name.startswith(f"{folder}-") for case in CASES), (
        f"no folder {folder}"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_folder_is_named_after_a_code(case: Path) -> None:
    code = ALL[case.name[:4]]
    assert case.name[5:].startswith(code.name)
